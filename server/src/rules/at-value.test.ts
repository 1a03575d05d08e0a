// Doses that hold at other values, of babies born at other weeks, and that are a part of another amount.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseConflict } from "./dose-conflict.ts";
import { checkGuideline } from "./index.ts";

const check = (text: string) => checkGuideline(parseGuideline(text), { list: [doseConflict] }).findings;
const found = (text: string) => check(text).map(({ span }) => text.slice(span.start, span.end));

it("only informs of a dose that holds at another value, and keeps babies born at other weeks apart", () => {
  const [informed, ...more] = check(
    "# Ketoacidosis in adults\n\nIn adults give regular insulin 0.05 units/kg/h IV if glucose is below 11 mmol/L.\n\n## Insulin\n\nIn adults start regular insulin at 0.1 units/kg/h IV.",
  );
  assert.deepEqual([informed?.severity, more.length], ["information", 0]);
  const gentamicin = (weeks: string, often: number) =>
    `**Gentamicin**, born ${weeks}, IV over 5 minutes:\n\n- day 0 to day 7: 4 mg/kg every ${often} hours`;
  assert.deepEqual(
    found(
      `# Sepsis in newborns\n\n${gentamicin("at 35 weeks or later", 24)}\n\n${gentamicin("before 35 weeks", 36)}`,
    ),
    [],
  );
  assert.deepEqual(
    found(
      "# Diabetes\n\nGive insulin glargine SC once daily (half of a total of 0.5 units/kg).\n\nExample: at 80 kg insulin glargine 20 units SC once daily.",
    ),
    [],
  );
});

it("keeps apart what is given at values of one analyte that no patient has together", () => {
  const dka = "# Diabetic ketoacidosis in adults\n\n";
  const low = "Where glucose is below 11.1 mmol/L insulin runs at 0.05 units/kg/h IV.\n\n## Insulin\n\n";
  const start = `${dka}${low}Start insulin at 0.1 units/kg/h IV`;
  assert.deepEqual(found(`${start} when glucose is 14 mmol/L or higher.`), []);
  assert.deepEqual(found(`${start} until glucose is 14 mmol/L or higher.`), ["0.1 units/kg/h"]);
  assert.deepEqual(found(`${start}.`), ["0.1 units/kg/h"]);
  assert.deepEqual(
    found(
      "# Hyperkalaemia\n\nPotassium 5.5 to 6.4 mmol/L: salbutamol 10 mg nebulised once.\n\n## Severe\n\nSalbutamol 20 mg nebulised once if potassium is above 6.5 mmol/L.",
    ),
    [],
  );
});

it("keeps apart what is given later, and to those who take the medicine already", () => {
  const first = "# Lung oedema\n\nGive furosemide 40 mg IV once.\n\n";
  assert.deepEqual(found(`${first}**After one hour.** Urine below 100 mL: furosemide 80 mg IV once.`), []);
  assert.deepEqual(found(`${first}Patients who already take it daily: furosemide 80 mg IV once.`), []);
  assert.deepEqual(found(`${first}## Summary\n\nGive furosemide 80 mg IV once.`), ["80 mg"]);
});

it("knows that the first 28 days of life begin at birth", () => {
  const births = (first: string, then: string) =>
    `# Sepsis in the newborn\n\n*This section covers the first 28 days of life.*\n\n**Gentamicin**, born ${first}:\n\n- day 0 to day 7: 4 mg/kg every 24 hours\n\n**Gentamicin**, born ${then}:\n\n- day 0 to day 7: 4 mg/kg every 36 hours\n`;
  assert.deepEqual(found(births("at 35 weeks or later", "before 35 weeks")), []);
});
