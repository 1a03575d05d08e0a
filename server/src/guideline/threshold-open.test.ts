// Values whose name stands elsewhere in the document.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatThreshold } from "./threshold.ts";

const read = (text: string) =>
  parseGuideline(text).thresholds.map((one) => `${one.analyte.name} ${formatThreshold(one)}`);

describe("withOpen", () => {
  it("takes a reading, a count or a score for what the document measures in that unit", () => {
    assert.deepEqual(
      read(
        "Refer if the platelet count is below 50 × 10⁹/L.\n\n## Card\n\nCount below 20 × 10⁹/L: platelets.",
      ),
      ["platelets < 50 × 10⁹/L", "platelets < 20 × 10⁹/L"],
    );
    assert.deepEqual(
      read(
        "Intubate when the Glasgow Coma Scale is 8 or less.\n\n## Porters\n\n| Finding | Call |\n|---|---|\n| Score 9 or less | doctor |",
      ),
      ["Glasgow coma scale ≤ 8", "Glasgow coma scale ≤ 9"],
    );
    assert.deepEqual(
      read(
        "# Clinic\n\nA viral load is drawn every year.\n\n## Letter\n\nResult above 1000 copies/mL: counselling.",
      ),
      ["viral load > 1000 copies/mL"],
    );
  });

  it("takes a value before which nothing stands that could be measured", () => {
    assert.deepEqual(
      read(
        "Stable adults: transfuse when haemoglobin is below 70 g/L.\n\n- Coronary disease: one unit below 80 g/L.\n- In malaria with shock, under 50 g/L.",
      ),
      ["haemoglobin < 70 g/L", "haemoglobin < 80 g/L", "haemoglobin < 50 g/L"],
    );
    assert.deepEqual(
      read("Start insulin once fasting glucose exceeds 7 mmol/L, or when values reach 11 mmol/L."),
      ["glucose > 7 mmol/L", "glucose ≥ 11 mmol/L"],
    );
    assert.equal(read("Give oxygen if SpO2 is below 90 %.\n\nNever give above 10 % glucose.").length, 1);
  });

  it("leaves a value alone where several things are measured so, or nothing says that it is one", () => {
    const both = "Treat sodium below 125 mmol/L and potassium above 6.5 mmol/L.";
    assert.equal(read(`${both}\n\n## Card\n\nResult above 6 mmol/L: call.`).length, 2);
    assert.deepEqual(read("Give oxygen if SpO2 is below 90 %.\n\n## Stock\n\nKeep the room above 40 %."), [
      "oxygen saturation < 90 %",
    ]);
  });
});
