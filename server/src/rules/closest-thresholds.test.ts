// Values that are each other's closest, though the decision is not said in the same words; and those that may differ.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("the closest threshold", () => {
  it("is found in a table, a box or a list beside the text", () => {
    check(
      "# Ketoacidosis in adults\n\nWhen glucose falls under 14 mmol/L, glucose 10% is hung beside the saline and insulin is halved.\n\n## Table\n\n| Finding | Action |\n| --- | --- |\n| Glucose below 10 mmol/L | start glucose 10%, halve insulin |\n          ^^^^^^^^^^^^^^^",
    );
    check(
      "# Red cells in adults\n\n| Patients | Haemoglobin below which one unit is given |\n| --- | --- |\n| Stable, no cardiovascular disease | 7 g/dL |\n| Coronary disease | 8 g/dL |\n\n> **Summary**\n> - In a stable adult with a healthy heart, give one unit when haemoglobin falls under 8 g/dL.\n                                                                                 ^^^^^^^^^^^^",
    );
  });

  it("is found among lines of a box that begin with a dash", () => {
    check(
      "# Low glucose in newborns\n\nAge 0 to 4 hours, glucose below 25 mg/dL after the second feed: start intravenous glucose.\n\n> **Key box**\n> Start intravenous glucose in a newborn\n> – at 0 to 4 hours of age: below 35 mg/dL after the second feed\n                            ^^^^^^^^^^^^^^\n> – at 4 to 24 hours of age: below 40 mg/dL after a feed",
    );
  });

  it("is none where the patients, the time or the occasion is another", () => {
    check(
      "# Platelets\n\nIn the patient who has no fever, platelets are transfused below 10 × 10⁹/L.\n\n| Situation | Transfuse when platelets are below |\n| --- | --- |\n| Febrile or septic | 20 × 10⁹/L |\n| Lumbar puncture | 50 × 10⁹/L |",
    );
    check(
      "# Low glucose in newborns\n\nAge 0 to 4 hours, glucose below 25 mg/dL after the second feed: start intravenous glucose.\n\n## Later\n\n- Age 4 to 24 hours, glucose below 35 mg/dL after a feed: start intravenous glucose.",
    );
    check(
      "# Anaemia in pregnancy\n\nIn a stable woman before 36 weeks one unit is transfused when haemoglobin is below 7 g/dL.\n\n## Form\n\n- Stable, 36 weeks or more: haemoglobin below 8 g/dL, one unit",
    );
  });

  it("is of what is counted, and of what the others in its unit are of", () => {
    check(
      "# HIV in adults\n\n- Cryptococcal antigen in all adults with a count below 200\n- Co-trimoxazole when the count is below 350\n\n**Flow**\n\nCD4 below 100 → send cryptococcal antigen, same tube\n    ^^^^^^^^^",
    );
  });

  it("is said in another unit, without a name, or of those in no danger in other words", () => {
    check(
      "# Blood in the ward for adults\n\n- Stable adult without heart disease: transfuse when haemoglobin is below 7 g/dL.\n- With coronary disease: below 8 g/dL.\n\n## Night\n\nStep 1. Coronary disease? Yes: one unit below 80 g/L.\n\nStep 2. All other stable adults: one unit below 75 g/L.\n                                          ^^^^^^^^^^^^",
    );
    check(
      "# Anaemia in children\n\nA child without any danger sign is transfused when haemoglobin is below 4 g/dL. A child with shock is transfused when haemoglobin is below 6 g/dL.\n\n> No signs of distress: request blood at haemoglobin below 5 g/dL.\n                                                     ^^^^^^^^^^^^\n> Signs of distress: request blood at haemoglobin below 6 g/dL.",
    );
  });

  it("is of one kind of medicine, of what a heading gives, or measured at one time of the day", () => {
    check(
      "# Severe hypertension in pregnancy\n\nUrgent treatment begins when the pressure is 160/110 mmHg or higher.\n\n## Card for pre-eclampsia\n\n1. Urgent hydralazine from the box if the pressure is 150/100 mmHg or higher.\n                                                      ^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "# Diabetes in pregnancy\n\nInsulin is begun if a third of fasting glucose values are 5.3 mmol/L or higher.\n\n## Flow\n\n- A third of values before breakfast at or above 6.3 mmol/L → isophane insulin\n                                     ^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "# Glucose in overdose\n\nIf glucose is below 4 mmol/L, give glucose 10% 150 mL IV over 15 minutes.\n\n## Calcium blockers\n\n- soluble insulin 1 unit/kg IV, with glucose 10% 250 mL over 15 minutes if glucose is below 10 mmol/L",
    );
  });
});
