// What is read around a threshold: of what, for whom, and what is done at it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatThreshold } from "./threshold.ts";

function read(text: string): string[] {
  return parseGuideline(text).thresholds.map((threshold) => {
    const { analyte, kinds, actions, conditions, implied, population } = threshold;
    const names = [...kinds, ...actions, ...conditions, ...implied, ...population.groups].join(" ");
    return `${analyte.id} ${formatThreshold(threshold)}: ${names}`;
  });
}

describe("parseThresholds", () => {
  it("reads the clause", () => {
    assert.deepEqual(read("In newborns hypoglycaemia is a glucose below 2.6 mmol/L."), [
      "glucose < 2.6 mmol/L: define hypoglycaemia neonate",
    ]);
    assert.deepEqual(read("Transfuse adults when Hb is < 7."), [
      "haemoglobin < 7 g/dL: do transfusion adult",
    ]);
  });

  it("reads what a question is answered with", () => {
    assert.deepEqual(read("Is the potassium 6.5 mmol/L or more? Give calcium gluconate."), [
      "potassium ≥ 6.5 mmol/L: do calcium",
    ]);
    assert.deepEqual(
      read("Is the potassium 6.5 mmol/L or more? Is the pulse regular? Give calcium gluconate."),
      ["potassium ≥ 6.5 mmol/L: "],
    );
  });

  it("reads both values of a blood pressure", () => {
    assert.deepEqual(read("Hypertension means BP ≥ 140/90 mmHg."), [
      "systolic-pressure ≥ 140 mmHg: define hypertension",
      "diastolic-pressure ≥ 90 mmHg: define hypertension",
    ]);
    assert.deepEqual(read("Give hydralazine at ≥ 150 systolic or ≥ 100 diastolic."), [
      "systolic-pressure ≥ 150 mmHg: do hydralazine",
      "diastolic-pressure ≥ 100 mmHg: do hydralazine",
    ]);
  });

  it("reads a table's heads and rows", () => {
    const table =
      "| Patient | Transfuse when haemoglobin (g/dL) is |\n| --- | --- |\n| Child with malaria | < 5 |";
    assert.deepEqual(read(table), ["haemoglobin < 5 g/dL: do transfusion malaria child"]);
  });

  it("reads the line that leads a list in", () => {
    assert.deepEqual(read("Start oxygen for:\n\n- a child with asthma and a saturation below 90 %"), [
      "oxygen-saturation < 90 %: do oxygen asthma child",
    ]);
  });

  it("leaves out doses, durations and values of nothing", () => {
    assert.deepEqual(
      read("Give glucose 10 %, 5 mL/kg over 15 minutes, below 3 mmol/L of what is not said."),
      [],
    );
    assert.deepEqual(read("Give amoxicillin for more than 5 days to children over 10 kg."), []);
  });

  it("takes the comparison from a column's head", () => {
    assert.deepEqual(
      read(
        "| Medicine | Avoid below (eGFR, mL/min/1.73 m²) |\n| --- | --- |\n| Nitrofurantoin | 45 |\n\n| Patient | Transfuse at Hb under |\n| --- | --- |\n| Stable adult | 7 g/dL |",
      ),
      ["creatinine-clearance < 45 mL/min: stop nitrofurantoin", "haemoglobin < 7 g/dL: do transfusion adult"],
    );
  });

  it("reads what the sentence goes on to say, ions, and the arm of a malnourished child", () => {
    assert.deepEqual(
      read("A child on chemotherapy with a temperature of 38.5 °C or above has febrile neutropenia."),
      ["temperature ≥ 38.5 °C: define chemotherapy febrile-neutropenia child"],
    );
    assert.deepEqual(read("Give calcium gluconate when K⁺ is ≥ 6.5 mmol/L."), [
      "potassium ≥ 6.5 mmol/L: do calcium",
    ]);
    assert.deepEqual(
      read("| Reading | Meaning |\n| --- | --- |\n| less than 11.5 cm | severe acute malnutrition |"),
      ["muac < 11.5 cm: define severe-acute-malnutrition"],
    );
  });
});
