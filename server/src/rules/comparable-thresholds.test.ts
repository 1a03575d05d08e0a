// Which thresholds are of one decision: what headings tell apart, and what is only inferred.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("likeness", () => {
  it("tells the poisons of a handbook apart by their headings", () => {
    const text = (one: string, other: string, mark = "") =>
      `# Poisoning and antidotes\n\n## ${one}\n\nSodium bicarbonate 1 mmol/kg IV when the pH is below 7.15.\n\n## ${other}\n\nSodium bicarbonate 1 mmol/kg IV when the pH is below 7.3.${mark}`;
    check(text("Aluminium phosphide", "Methanol"));
    check(text("Methanol", "Pocket card", "\n                                               ^^^^^^^^^"));
  });

  it("only informs where neither side says what is done at the value", () => {
    const { findings } = check(
      "# Blood lead\n\nTreat when blood lead is 45 mcg/dL or above.\n\n## Summary\n\nTreat when blood lead is 54 mcg/dL or above.\n                         ^^^^^^^^^^^^^^^^^^",
    );
    assert.equal(findings[0]?.severity, "information");
  });

  it("takes what is measured, excluded or given already for nothing that is done", () => {
    check(
      "# Acidosis\n\n| | Ketoacidosis |\n| --- | --- |\n| Acid–base | pH below 7.30 or bicarbonate 18 mmol/L or below |\n\n## Treatment\n\nGive sodium bicarbonate 100 mmol IV only when the pH is below 7.00.",
    );
    check(
      "# Insulin on the ward\n\n| Patient | Insulin a day |\n| --- | --- |\n| Glucose 11 mmol/L or above (DKA and HHS excluded) | 0.5 units/kg |\n\n# Criteria\n\n| | DKA |\n| --- | --- |\n| Glucose | 14 mmol/L or above |",
    );
    check(
      "# COPD\n\nSpO2 of 88% or below at rest: refer for long-term oxygen.\n\n## Exacerbation\n\nTransfer if SpO2 stays below 88% on oxygen.",
    );
    check(
      "# Type 2 diabetes\n\n| Test | Diabetes |\n| --- | --- |\n| Fasting glucose | 7.0 mmol/L or above |\n\n## Treatment\n\nBegin insulin if fasting glucose is 16.7 mmol/L or above.",
    );
  });

  it("follows a flow chart, and reads what is called a limit", () => {
    const policy =
      "# Platelets in adults\n\nPlatelets are transfused when the count is below 10 × 10⁹/L in patients without bleeding or fever. With fever the limit is 20 × 10⁹/L.\n\n## Flow chart\n\nCount back from the laboratory\n→ Bleeding? Yes: platelets at once\n→ No. Fever? Yes: platelets when below 20 × 10⁹/L\n";
    check(
      `${policy}→ No. Count under 15 × 10⁹/L? Yes: one dose of platelets\n            ^^^^^^^^^^^^^^^^\n→ No: wait`,
    );
    check(`${policy}→ No. Count under 10 × 10⁹/L? Yes: one dose of platelets\n→ No: wait`);
    check(
      "# Red cell transfusion\n\nIn adults without heart failure, red cells are given once haemoglobin is below 7 g/dL. For those with heart failure the limit is 8 g/dL.\n\n- Adults with heart failure: red cells are given once haemoglobin is below 9 g/dL.\n                                                                     ^^^^^^^^^^^^",
    );
  });

  it("takes a line that names its own patients for no part of the section it stands in", () => {
    const text = (label: string, mark = "") =>
      `# Red cells\n\n## Stable adults\n\nTransfuse if the haemoglobin is below 7 g/dL.\n\n## Adults with heart disease\n\nTransfuse if the haemoglobin is below 8 g/dL.\n\n- ${label}: transfuse if the haemoglobin is below 9 g/dL.${mark}`;
    check(text("Stable adults", "\n                                                 ^^^^^^^^^^^^"));
    check(text("Adults with sepsis"));
  });

  it("compares what is withheld with what is not to be begun, and what adults have with what the poster says", () => {
    check(
      "# Ketoacidosis in adults\n\nDo not start insulin while potassium is below 3.5 mmol/L.\n\n| Potassium, mmol/L | Insulin |\n|---|---|\n| Above 5.5 | runs |\n| 3 to 5.5 | runs |\n| Below 3 | withheld |\n  ^^^^^^^",
    );
    check(
      "# Diabetes\n\n## Diagnosis in nonpregnant adults\n\nAny one of these:\n\n- fasting plasma glucose of 7.0 mmol/L or higher\n- HbA1c of 6.5% or higher\n\n# Poster\n\n| Step | Value |\n|---|---|\n| Diabetes if fasting plasma glucose is | 7.8 mmol/L or higher |\n                                          ^^^^^^^^^^^^^^^^^^^^\n| Aim before meals | 4 to 7 mmol/L |",
    );
    check(
      "# Kidney disease\n\nDo not start metformin if the eGFR is below 45 mL/min. Stop metformin if the eGFR is below 30 mL/min.\n\n## Card\n\n- Stop metformin: eGFR below 30 mL/min",
    );
  });
});
