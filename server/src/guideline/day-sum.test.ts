// Single doses of the figure that their whole day is said to come to: beside them, elsewhere in the section, in a column.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mistakenSumsOf } from "./day-sum.ts";
import { parseGuideline } from "./guideline.ts";

function found(text: string): string[] {
  const guideline = parseGuideline(text);
  return mistakenSumsOf(guideline).map(({ dose }) => text.slice(dose.start, dose.end));
}

describe("mistakenSumsOf", () => {
  it("reads what doses come to beside them", () => {
    assert.deepEqual(found("From the second week 20 mg/kg by mouth twice a day (20 mg/kg/day)."), [
      "20 mg/kg",
    ]);
    assert.deepEqual(found("From the second week 10 mg/kg by mouth twice a day (20 mg/kg/day)."), []);
    assert.deepEqual(found("Cefalexin 12.5 mg/kg four times daily, which comes to 12.5 mg/kg in a day."), [
      "12.5 mg/kg",
    ]);
    assert.deepEqual(found("Paracetamol 15 mg/kg every 6 hours, at most 15 mg/kg in a day."), []);
  });

  it("reads a total that stands elsewhere in the section", () => {
    const text = (dose: string) =>
      `# Shock\n\nHydrocortisone ${dose} IV every 6 hours.\n\nOn the chart stands a total of 200 mg in each 24 hours.`;
    assert.deepEqual(found(text("200 mg")), ["200 mg"]);
    assert.deepEqual(found(text("50 mg")), []);
    assert.deepEqual(found(`${text("200 mg")} Another takes hydrocortisone 100 mg every 12 hours.`), []);
  });

  it("reads columns of the whole day and of each dose", () => {
    const table = (dose: string) =>
      `| Total in 24 hours | Tablet, every 12 hours |\n|---|---|\n| 60 mg | ${dose} |\n| 120 mg | 60 mg |\n| 180 mg | 90 mg |`;
    assert.deepEqual(found(table("60 mg")), ["60 mg"]);
    assert.deepEqual(found(table("30 mg")), []);
  });
});
