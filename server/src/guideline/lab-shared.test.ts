// Comparisons that are said once for several values, multiples of a limit, and values of pressure pairs.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatThreshold } from "./threshold.ts";

const read = (text: string) =>
  parseGuideline(text).thresholds.map((one) => `${one.analyte.name} ${formatThreshold(one)}`);

describe("withShared", () => {
  it("hands a comparison on to the value that is joined, and to a list of values to be reached", () => {
    assert.deepEqual(read("Call if the systolic pressure is below 90 mmHg or the diastolic 50 mmHg."), [
      "systolic blood pressure < 90 mmHg",
      "diastolic blood pressure < 50 mmHg",
    ]);
    assert.deepEqual(
      read(
        "Diabetes of pregnancy is diagnosed when one glucose value is met: fasting 5.3 mmol/L, two hours 8.6 mmol/L.",
      ),
      ["glucose ≥ 5.3 mmol/L", "glucose ≥ 8.6 mmol/L"],
    );
    assert.deepEqual(read("Treat a glucose above 10 mmol/L. The potassium was 4 mmol/L."), [
      "glucose > 10 mmol/L",
    ]);
  });

  it("reads multiples of a limit, either figure of a pressure, and at most so many", () => {
    assert.deepEqual(
      read("Stop isoniazid when ALT is above three times the upper limit of normal, or AST > 3 × ULN."),
      ["ALT > 3 × ULN", "AST > 3 × ULN"],
    );
    assert.deepEqual(read("| Reading | Do |\n|---|---|\n| 160/105 or either number higher | call |"), [
      "systolic blood pressure ≥ 160 mmHg",
      "diastolic blood pressure ≥ 105 mmHg",
    ]);
    assert.deepEqual(read("CD4 0 to 99 cells/mm³: cryptococcal antigen."), ["CD4 count ≤ 99 /µL"]);
  });
});
