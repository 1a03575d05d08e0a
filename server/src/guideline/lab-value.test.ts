// Measured values in every notation, and the spans they stand in.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { labTextOf } from "./lab-value.ts";

function read(text: string): string[] {
  return labTextOf(text).readings.map(({ operator, low, high, unit, below, paired }) => {
    const range = low === high ? String(low) : `${low}..${high}`;
    const slash = below === undefined ? "" : `/${below}`;
    const pair = paired ? ` = ${paired.low} ${paired.unit?.code}` : "";
    return `${operator ?? ""}${range}${slash} ${unit?.code ?? "-"}${pair}`;
  });
}

describe("labTextOf", () => {
  it("reads comparisons before and behind the value", () => {
    assert.deepEqual(read("glucose < 3.0 mmol/L (< 54 mg/dL)"), ["<3 mmol/L = 54 mg/dL"]);
    assert.deepEqual(read("SpO2 of less than 90 %"), ["<90 %"]);
    assert.deepEqual(read("50 or more breaths per minute"), [">=50 /min"]);
    assert.deepEqual(read("7 g/dL or less"), ["<=7 g/dL"]);
    assert.deepEqual(read("at or above 140/90 mmHg"), [">=140/90 mmHg"]);
    assert.deepEqual(read("3.5 mmol/L (14.0 mg/dL) or above"), [">=3.5 mmol/L = 14 mg/dL"]);
  });

  it("reads units of counts and rates", () => {
    assert.deepEqual(read("ferritin < 75 micrograms/L"), ["<75 µg/L"]);
    assert.deepEqual(read("ALT above 200 international units per litre"), [">200 IU/L"]);
    assert.deepEqual(read("D-dimer ≥ 500 nanograms per millilitre"), [">=500 ng/mL"]);
    assert.deepEqual(read("platelets < 50 × 10⁹/L"), ["<50 × 10⁹/L"]);
    assert.deepEqual(read("CD4 ≤ 350 cells/mm³"), ["<=350 /µL"]);
    assert.deepEqual(read("urine < 0.5 mL/kg/h"), ["<0.5 mL/kg/h"]);
  });

  it("does not take a dose per weight for a measured value", () => {
    assert.deepEqual(read("give 10 mL/kg and 15 mg/kg"), []);
  });

  it("keeps every span inside its text", () => {
    const piece = fc.constantFrom(
      "<",
      "≥ ",
      "7",
      ".5",
      " g/dL",
      " (",
      ")",
      "70 g/L",
      " or more",
      "–",
      "/",
      "90",
      " mmHg",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        for (const { start, end, whole, numbers } of labTextOf(text).readings) {
          assert.ok(0 <= start && start < end && end <= text.length);
          assert.ok(whole.start <= start && end <= whole.end && whole.end <= text.length);
          assert.ok(start <= numbers.start && numbers.start < numbers.end && numbers.end <= end);
        }
      }),
    );
  });
});
