// Values in words, and comparisons that stand before the name of what is measured.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatThreshold } from "./threshold.ts";

const read = (text: string) =>
  parseGuideline(text).thresholds.map((one) => `${one.analyte.name} ${formatThreshold(one)}`);

describe("withNumbersInWords", () => {
  it("reads numbers and shares that are written out, and leaves what is only counted", () => {
    assert.deepEqual(read("Transfuse at haemoglobin under seven grams per decilitre."), [
      "haemoglobin < 7 g/dL",
    ]);
    assert.deepEqual(read("Haemoglobin of six or less: transfuse."), ["haemoglobin ≤ 6 g/dL"]);
    assert.deepEqual(read("Give fluids from one fifth of the body surface area."), [
      "body surface area ≥ 20 %",
    ]);
    assert.deepEqual(read("Haemoglobin was measured on two or more occasions."), []);
  });
});

describe("comparisonAhead", () => {
  it("reads a comparison before the name", () => {
    assert.deepEqual(read("Refer children under a MUAC of 115 mm."), ["MUAC < 115 mm"]);
    assert.deepEqual(read("An epidural is allowed from platelets of 80 × 10⁹/L."), [
      "platelets ≥ 80 × 10⁹/L",
    ]);
    assert.deepEqual(read("From an eGFR of 30 mL/min downwards metformin is stopped."), [
      "creatinine clearance ≤ 30 mL/min",
    ]);
    assert.deepEqual(read("Call when it falls from a haemoglobin of 9 g/dL."), []);
  });
});
