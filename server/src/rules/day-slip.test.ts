// A day's amount at each of several times, and a single dose called a day's, told by what is usual of the medicine.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseBasis } from "./dose-basis.ts";
import { doseMagnitude } from "./dose-magnitude.ts";
import { checkGuideline } from "./index.ts";

function found(text: string): string[] {
  const { findings, failures } = checkGuideline(parseGuideline(text), { list: [doseBasis, doseMagnitude] });
  assert.deepEqual(failures, []);
  return findings.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
}

describe("a day's amount and a single dose, by what is usual", () => {
  for (const [order, dose] of Object.entries({
    "Flucloxacillin 200 mg/kg IV every 6 hours.": "200 mg/kg",
    "Give gentamicin 5 mg/kg IV every 8 hours.": "5 mg/kg",
    "The child receives cefotaxime, 150 mg/kg at each dose, every 8 hours IV.": "150 mg/kg",
    "Cefalexin PO 100 mg/kg/dose in four divided doses for 7 days.": "100 mg/kg/dose",
    "The goal is propranolol 4 mg/kg/dose PO, given every 6 hours.": "4 mg/kg/dose",
    "Ibuprofen PO 30 mg/kg per dose three times daily.": "30 mg/kg per dose",
    "Paracetamol PO 15 mg/kg/day every 6 hours.": "15 mg/kg/day",
    "Quinine 10 mg/kg per day PO in 3 divided doses.": "10 mg/kg per day",
  }))
    it(`doubts “${order}”`, () => assert.deepEqual(found(`# Children\n\n${order}`), [`dose-basis: ${dose}`]));

  for (const order of [
    "Flucloxacillin 200 mg/kg/day IV every 6 hours.",
    "Gentamicin 2.5 mg/kg IV every 8 hours.",
    "Cefotaxime 50 mg/kg IV every 6 hours.",
    "Morphine 0.3 mg/kg PO every 4 hours.",
    "Prednisolone 2 mg/kg/day PO in 2 divided doses.",
    "In overdose give acetylcysteine 100 mg/kg IV every 8 hours.",
    "Hydrocortisone 4 mg/kg IV every 6 hours.",
    "Paracetamol PO 15 mg/kg every 6 hours, no more than 60 mg/kg/day.",
  ])
    it(`accepts “${order}”`, () => assert.deepEqual(found(`# Children\n\n${order}`), []));

  for (const [text, doubted] of [
    [
      "Phenytoin: maintenance 5 mg/kg/dose PO every 12 hours.\n\n## Example\n\nBoy of 24 kg, seen at noon.\n\n| Step | Phenytoin |\n|---|---|\n| Maintenance | 60 mg PO every 12 hours |",
      "60 mg",
    ],
    [
      "Cloxacillin 150 mg/kg/dose IV every 6 hours.\n\n| Weight | Each IV injection of cloxacillin, every 6 hours | Each oral dose of cloxacillin, every 6 hours |\n|---|---|---|\n| 5 kg | 188 mg | 125 mg |\n| 10 kg | 375 mg | 250 mg |",
      "188 mg",
    ],
    [
      "| Medicine | Dose (mg/kg/day, to be divided over the interval) | Interval |\n|---|---|---|\n| Oxacillin IV | 50 | every 6 hours |\n\n## Card\n\nAna, 3 years, 12 kg.\n\n- Oxacillin 600 mg IV every 6 hours",
      "600 mg",
    ],
  ] as const)
    it(`holds it against an example: ${doubted}`, () => {
      assert.ok(found(`# Children\n\n${text}`).some((one) => one === `dose-basis: ${doubted}`));
    });
});
