// Doses that are asked about because each is what is most like the other: by kidney function, by what stands beside
// them, and by an indication that only one side names; and what keeps the question from being asked.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseConflict } from "./dose-conflict.ts";
import { checkGuideline } from "./index.ts";

function found(text: string, ...others: string[]): string[] {
  const { findings, failures } = checkGuideline(parseGuideline(text), {
    list: [doseConflict],
    neighbours: others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) })),
  });
  assert.deepEqual(failures, []);
  return findings.map(({ span, severity }) => `${text.slice(span.start, span.end)} ${severity}`);
}

describe("closest doses", () => {
  it("holds two doses for the same kidney function against each other, and no others", () => {
    const chapter =
      "# Thrombosis of the leg in adults\n\nWith a creatinine clearance of 15 to 30 mL/min dalteparin is reduced to 5000 units subcutaneously once daily. The full dose is 10,000 units subcutaneously once daily.\n\n## Chart\n\n1. Weigh the patient.\n";
    assert.deepEqual(
      found(
        `${chapter}2. Creatinine clearance 15–30 mL/min? → Dalteparin 7500 units subcutaneously once daily.`,
      ),
      ["7500 units information"],
    );
    assert.deepEqual(
      found(
        `${chapter}2. Creatinine clearance below 15 mL/min? → Dalteparin 2500 units subcutaneously once daily.`,
      ),
      [],
    );
  });

  it("takes a checklist that gives the same to heavier patients for the same scheme", () => {
    const chapter =
      "# Prophylaxis at hysterectomy\n\nAll women receive cefuroxime 1.5 g IV once before the skin is cut; from 100 kg 3 g IV once.";
    const list = (dose: string) =>
      `# Sign-in checklist\n\n- [ ] Consent read aloud\n- [ ] Cefuroxime ${dose} IV once (woman of 100 kg or more: 3 g IV once)`;
    assert.deepEqual(found(list("750 mg"), chapter), ["750 mg information"]);
    assert.deepEqual(found(list("1.5 g"), chapter), []);
  });

  it("asks about a severe form beside the same disease where no third dose is given", () => {
    const chapter = "# Typhus in adults\n\n**Severe illness.** Give doxycycline 100 mg IV twice daily.\n\n";
    const table = (dose: string, more = "") =>
      `${chapter}# Annex\n\n| Disease | Doxycycline |\n|---|---|\n| Cholera | 300 mg by mouth once |\n| Typhus | ${dose} IV twice daily |\n${more}`;
    assert.deepEqual(found(table("200 mg")), ["200 mg information"]);
    assert.deepEqual(found(table("200 mg", "| Severe typhus | 100 mg IV twice daily |\n")), []);
  });

  it("asks where one side leaves out whom, at which point or by which way, and nothing else is said", () => {
    const rhythm = (often: string) =>
      `# Psoriasis in adults\n\nMethotrexate is begun at 10 mg by mouth once a week.\n\n## Label\n\nMethotrexate 10 mg ${often}.`;
    assert.deepEqual(found(rhythm("every day")), ["10 mg information"]);
    assert.deepEqual(found(rhythm("once a week")), []);
    const ages = (dose: string) =>
      `# Meningitis, 2 months to 15 years\n\nCefotaxime 50 mg/kg IV every 6 hours.\n\n# Formulary\n\n| Children from 2 months | Cefotaxime |\n|---|---|\n| Pneumonia | 25 mg/kg every 8 hours |\n| Meningitis | ${dose} every 6 hours |`;
    assert.deepEqual(found(ages("25 mg/kg")), ["25 mg/kg information"]);
    assert.deepEqual(found(ages("50 mg/kg")), []);
    const croup = (dose: string) =>
      `# Croup in children\n\nAny child gets dexamethasone 0.15 mg/kg by mouth once. Severe croup: dexamethasone 0.6 mg/kg.\n\n## List\n\nCroup, mild: dexamethasone ${dose} PO once.`;
    assert.deepEqual(found(croup("0.3 mg/kg")), ["0.3 mg/kg information"]);
    assert.deepEqual(found(croup("0.15 mg/kg")), []);
  });

  it("takes two doses of which each is found elsewhere for two that are meant", () => {
    const chapter =
      "# Sepsis of newborns\n\n**First week**\n\n- Gentamicin 5 mg/kg IV once daily\n\n**From day 8**\n\n- Gentamicin 7.5 mg/kg IV once daily\n";
    const annex =
      "\n# Annex\n\n| Age | Gentamicin |\n|---|---|\n| 0–7 days | 5 mg/kg IV once daily |\n| 8–28 days | 7.5 mg/kg IV once daily |\n";
    assert.deepEqual(found(chapter + annex), []);
  });
});

describe("doses that are read the same way wherever they stand", () => {
  const sedation =
    "# Ketamine: sedation in children\n\n- IV: 1 mg/kg over 60 seconds; top up once with 0.5 mg/kg IV after 5 minutes.\n\n## Checklist\n\n";
  it("reads a route that stands before a colon, and a dose that is topped up", () => {
    const row = (dose: string) =>
      `${sedation}| Item | Done |\n|---|---|\n| Drawn up for the IV route: ketamine ${dose} | |\n`;
    assert.equal(found(row("2 mg/kg")).length, 1);
    assert.deepEqual(found(row("1 mg/kg")), []);
  });

  it("reads days that go on from row to row, and those who are not named", () => {
    const days = (dose: string) =>
      `# Hepatitis in adults\n\n| Phase | Prednisolone | Days |\n|---|---|---|\n| First | 60 mg by mouth once daily | 1 to 7 |\n| Second | 40 mg by mouth once daily | 8 to 14 |\n\n## Order set\n\n1. Prednisolone ${dose} by mouth once daily on days 1 to 7.`;
    assert.equal(found(days("50 mg")).length, 1);
    assert.deepEqual(found(days("60 mg")), []);
    const weights = (dose: string) =>
      `# Severe malaria\n\nThose who weigh under 20 kg receive artesunate 3 mg/kg IV once daily, and all others receive 2.4 mg/kg IV once daily.\n\n# Card\n\n| Patient | Artesunate IV |\n|---|---|\n| Below 20 kg | ${dose} once daily |\n| 20 kg and above | 2.4 mg/kg once daily |`;
    assert.equal(found(weights("2.4 mg/kg")).length, 1);
    assert.deepEqual(found(weights("3 mg/kg")), []);
  });
});

describe("doses of steps and of what is said in passing", () => {
  it("takes the first of two steps for the loading dose, and a bare dose for that of each day", () => {
    const eclampsia = (dose: string) =>
      `# Eclampsia\n\nLoading dose: magnesium sulfate 4 g IV over 20 minutes. Maintenance: 1 g per hour.\n\n## Box on the wall\n\n1. Magnesium sulfate ${dose} IV over 20 minutes first\n2. then 1 g every hour`;
    assert.deepEqual(found(eclampsia("6 g")), ["6 g information"]);
    assert.deepEqual(found(eclampsia("4 g")), []);
    const hip = (dose: string) =>
      `# Thromboprophylaxis after hip surgery\n\n- Enoxaparin 40 mg subcutaneously once daily for 35 days\n\n## On the ward round\n\nIs enoxaparin ${dose} written up for tonight, under the skin?`;
    assert.deepEqual(found(hip("20 mg")), ["20 mg information"]);
    assert.deepEqual(found(hip("40 mg")), []);
  });
});
