// What a card or box does at one value, and its chapter at one other; and values that may be of something else.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("the only counterpart", () => {
  it("is told where a box or list under its title has another value", () => {
    check(
      "# Hypertension in adults\n\nHypertension is a blood pressure of 140/90 mmHg or higher.\n\nRefer people the same day if the blood pressure is 180/120 mmHg or higher with retinal haemorrhage or chest pain.\n\n**Box: checklist for referral**\n\n- Blood pressure of 170/110 mmHg or higher, with any one of\n                    ^^^^^^^^^^^^^^^^^^^^^^\n- retinal haemorrhage\n- chest pain",
    );
  });

  it("is told of the same medicine, however it is put", () => {
    check(
      "# Bradycardia\n\nMetoprolol is omitted if the pulse is slower than 50 beats per minute. It is given with food.\n\n## Label on the chart\n\nOmit metoprolol if the pulse is below 60 beats per minute.\n                                ^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
  });

  it("is no value that is measured at another event", () => {
    check(
      "# Glucose in adults on the unit\n\nInsulin is started when glucose is higher than 10 mmol/L.\n\nDuring operations, anaesthetists start insulin when glucose is higher than 12 mmol/L.\n\n## Sheet\n\n1. Start the insulin pump once both values exceed 10 mmol/L.",
    );
  });

  it("is none where the chapter has the value, or only defines there", () => {
    check(
      "# Potassium\n\nCall the doctor when potassium is 6 mmol/L or more. The laboratory telephones the ward from 6.5 mmol/L.\n\n**Box: checklist**\n\n- Potassium 6.5 mmol/L or more: call the porter",
    );
    check(
      "# Fever\n\nFever is a temperature of 37.5 °C or more.\n\n**Box: checklist**\n\n- Give paracetamol at 38.5 °C or more",
    );
  });

  it("is told of a medicine of the kind that the chapter names, beside what is aimed at later", () => {
    check(
      "# Severe hypertension in pregnancy\n\n- Begin an antihypertensive once 170 systolic or 115 diastolic is found.\n- Aim for a pressure below 150/100 mmHg within two hours.\n\n> **Tray**\n>\n> Confirmed pressure of 150/100 mmHg or above: nifedipine 10 mg orally.\n                        ^^^^^^^^^^^^^^^^^^^^^",
    );
  });

  it("is told of what neither names, and of what only one side says is done", () => {
    check(
      "# Overdose of paracetamol\n\nThe patient is treated if the value at 4 hours is 150 mg/L or higher.\n\n## Annex\n\n*Figure. Treatment line from 200 mg/L at 4 hours. Points on the line call for the antidote.*\n                        ^^^^^^^^^^^^^",
    );
    check(
      "# Home oxygen\n\nThe service prescribes oxygen if arterial oxygen tension is 55 mmHg or lower.\n\n## Form. Request for home oxygen\n\n- Eligible, no complication, both values at or under 60 mmHg\n                                         ^^^^^^^^^^^^^^^^^^^",
    );
  });
});

it("takes a range that begins at the chapter's value for the same, and knows scores by their names", () => {
  const text = (first: number) =>
    `# Alcohol withdrawal\n\nDiazepam is given when the CIWA-Ar score is 10 or more.\n\n## Card\n\n| CIWA-Ar | Give |\n|---|---|\n| ${first}–19 | diazepam 10 mg |\n| 20 and above | diazepam 20 mg |`;
  check(text(10));
});
