// Which pairs of orders are compared: what the text leaves unsaid, says in other words, or tells apart.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseConflict } from "./dose-conflict.ts";
import { checkGuideline } from "./index.ts";
import type { Neighbour } from "./rule.ts";

function found(text: string, ...others: string[]): string[] {
  const neighbours = others.map(
    (other, i): Neighbour => ({ uri: `file:///chapter-${i}.md`, guideline: parseGuideline(other) }),
  );
  const { findings, failures } = checkGuideline(parseGuideline(text), { list: [doseConflict], neighbours });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

describe("what is compared", () => {
  it("is an induction on an anaesthetist's card", () => {
    const uses =
      "# Etomidate\n\n| Purpose | Dose IV |\n|---|---|\n| Induction | 0.3 mg/kg, single dose |\n| Pain | 0.1 mg/kg, single dose |\n\n## Anaesthesia card\n\nInduction: etomidate ";
    assert.deepEqual(found(`${uses}0.2 mg/kg IV, single dose.`), ["0.2 mg/kg"]);
    assert.deepEqual(found(`${uses}0.3 mg/kg IV, single dose.`), []);
  });

  it("is what is begun with, though a later step agrees", () => {
    const gout =
      "# Gout in adults\n\n- Start with prednisolone 30 mg PO once daily.\n- Hold prednisolone at 10 mg PO once daily if the pain returns.\n\n## Card\n\n| For | Dose to start with |\n|---|---|\n| Gout | prednisolone ";
    assert.deepEqual(found(`${gout}10 mg PO once daily |`), ["10 mg"]);
    assert.deepEqual(found(`${gout}30 mg PO once daily |`), []);
  });

  it("is an amount that is drawn up for each kilogram, by the only route that is said anywhere", () => {
    const fits = (drawn: string) =>
      `# Fits in adults\n\nGive lacosamide 5 mg/kg IV over 15 minutes.\n\n## Nurse\n\nDraw up lacosamide ${drawn} for each kilogram, add it to a 100 mL bag and run it in over 15 minutes.`;
    assert.deepEqual(found(fits("8 mg")), ["8 mg for each kilogram"]);
    assert.deepEqual(found(fits("5 mg")), []);
  });

  it("is what goes on at a rate, of women whom the disease names", () => {
    const eclampsia = (rate: string) =>
      `# Eclampsia\n\nMagnesium sulfate 4 g IV over 20 minutes. Maintenance: 1 g per hour IV.\n\n## Card\n\nMagnesium sulfate 4 g IV over 20 minutes, then ${rate} IV.`;
    assert.deepEqual(found(eclampsia("2 g per hour")), ["2 g per hour"]);
    assert.deepEqual(found(eclampsia("1 g per hour")), []);
  });

  it("is a solution's amount in a row that says how often and where", () => {
    const rows = (dose: string) =>
      `# Eclampsia: magnesium sulfate\n\n**Maintenance.** Every 4 hours inject 5 g of the 50 % solution IM.\n\n| Step | Dose | Route |\n|---|---|---|\n| Maintenance, every 4 hours | ${dose} of 50 % solution | IM |`;
    assert.deepEqual(found(rows("10 g")), ["10 g"]);
    assert.deepEqual(found(rows("5 g")), []);
  });

  it("is no second time of the day in the next cell", () => {
    const chart = (dose: string) =>
      `# Malnutrition\n\nGentamicin 7.5 mg/kg IM once daily.\n\n## Chart\n\n| Medicine | Day 1 | Days 2–7 |\n|---|---|---|\n| Gentamicin IM | ${dose} once daily | ${dose} once daily |`;
    assert.deepEqual(found(chart("7.5 mg/kg")), []);
  });

  it("is for what an earlier step of a flow chart leads to", () => {
    const chart = (dose: string) =>
      `# Noisy breathing in children\n\nEvery child with moderate croup receives dexamethasone 0.6 mg/kg PO once.\n\n## Flow chart\n\nBarking cough\n→ Alert, indrawing, oxygen saturation at least 92%: **moderate croup**\n→ One dose of dexamethasone PO, ${dose}; observe\n→ Worse: call`;
    assert.deepEqual(found(chart("0.15 mg/kg")), ["0.15 mg/kg"]);
    assert.deepEqual(found(chart("0.6 mg/kg")), []);
  });

  it("is in septic shock what is in sepsis with shock", () => {
    const shock = (dose: string) =>
      `# Septic shock in adults\n\nHydrocortisone 200 mg over each period of 24 hours, divided into four IV injections.\n\n## Doses\n\n- Asthma: hydrocortisone 100 mg IV every 6 hours.\n- Shock from sepsis that depends on vasopressors: hydrocortisone ${dose} IV every 6 hours.`;
    assert.deepEqual(found(shock("100 mg")), ["100 mg"]);
    assert.deepEqual(found(shock("50 mg")), []);
  });

  it("is no step of a treatment that another step on a card agrees with", () => {
    const chapter =
      "# Cryptococcal meningitis in adults\n\n**Induction.** Fluconazole 1200 mg PO once daily for 14 days.\n\n**Consolidation (8 weeks).** Fluconazole 800 mg PO once daily.\n\n**Maintenance.** Fluconazole 200 mg PO once daily.";
    const card = (dose: string) => `# My card\n\n- Fluconazole ${dose} PO each morning for 8 weeks`;
    assert.deepEqual(found(card("800 mg"), chapter), []);
    assert.deepEqual(found(card("400 mg"), chapter), ["400 mg"]);
  });

  it("is any degree, where a table gives the same dose at two of them", () => {
    const croup = (severe: string, home: string) =>
      `# Croup in children\n\n| Severity | Treatment |\n|---|---|\n| Mild | Dexamethasone 0.6 mg/kg PO once |\n| Severe | Dexamethasone ${severe} PO once |\n\nGoing home: who vomited the medicine receives dexamethasone ${home} PO once.`;
    assert.deepEqual(found(croup("0.6 mg/kg", "0.15 mg/kg")), ["0.15 mg/kg"]);
    assert.deepEqual(found(croup("0.6 mg/kg", "0.6 mg/kg")), []);
    assert.deepEqual(found(croup("0.3 mg/kg", "0.15 mg/kg")), []);
  });

  it("is what follows a loading dose, in plain words", () => {
    const eclampsia = (dose: string) =>
      `# Eclampsia: magnesium sulfate\n\n| Phase | Dose |\n|---|---|\n| Loading | 10 g IM once |\n| Upkeep | 5 g IM every 4 hours |\n\n*Figure. After loading, ${dose} into one buttock each fourth hour.*`;
    assert.deepEqual(found(eclampsia("2.5 g")), ["2.5 g"]);
    assert.deepEqual(found(eclampsia("5 g")), []);
  });
});
