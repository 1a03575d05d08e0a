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

  it("reads a comparison behind the name of what is measured, and one that stands behind the last of two", () => {
    const both = ["systolic blood pressure ≥ 160 mmHg", "diastolic blood pressure ≥ 110 mmHg"];
    for (const text of [
      "Treat when two readings show 160 mmHg systolic or more, or 110 mmHg diastolic or more.",
      "Treat a pressure of 160 systolic or 110 diastolic or more.",
      "Treat when systolic 160 or diastolic 110 mmHg or more is found.",
      "Give labetalol for a systolic of 160 mmHg and/or a diastolic of 110 mmHg or higher.",
      "Treat when the pressure stands at 160 over 110 or more.",
    ])
      assert.deepEqual(read(text), both, text);
    assert.deepEqual(read("Give oxygen when the saturation is 91 % on air or less."), [
      "oxygen saturation ≤ 91 %",
    ]);
    assert.deepEqual(read("Infuse 500 mL over 90 minutes."), []);
  });
});
