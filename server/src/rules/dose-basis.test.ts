// A day's amount taken for a single dose: which differences are a mix-up, and where two regimens only look like one.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseBasis } from "./dose-basis.ts";
import { checkGuideline } from "./index.ts";

function found(text: string): string[] {
  const { findings, failures } = checkGuideline(parseGuideline(text), { list: [doseBasis] });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

const sepsis = "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Card\n\n";

describe("dose-basis", () => {
  it("only informs where one side says what the day comes to", () => {
    const text = `${sepsis.replace("Ampicillin 50 mg/kg IV every 6 hours.", "Ceftriaxone 100 mg/kg IV once daily or 50 mg/kg IV every 12 hours.")}Ceftriaxone 50 mg/kg IV once daily.`;
    const { findings } = checkGuideline(parseGuideline(text), { list: [doseBasis] });
    assert.ok(findings.every(({ severity }) => severity === "information"));
  });

  it("finds a day's amount with the figure of a single dose, in every notation", () => {
    assert.deepEqual(found(`${sepsis}Ampicillin 50 mg/kg/day IV in 4 divided doses.`), ["50 mg/kg/day"]);
    assert.deepEqual(found(`${sepsis}Ampicillin IV 50 mg/kg per day, divided q6h.`), ["50 mg/kg per day"]);
    assert.deepEqual(
      found(
        `${sepsis}| Medicine | Dose (mg/kg/day) | Doses per day |\n|---|---|---|\n| Ampicillin IV | 50 | 4 |`,
      ),
      ["50"],
    );
  });

  it("takes what is each dose for it, though it is divided, and reads cards slot by slot", () => {
    const child =
      "# Urinary infection in children\n\nCefalexin 25 mg/kg/day orally in 2 divided doses.\n\n## Card\n\n";
    const card = (dose: string) =>
      `${child}| Item | Entry |\n|---|---|\n| Medicine | cefalexin syrup |\n| Dose | ${dose} |\n| Imaging | if under 6 months |`;
    assert.deepEqual(found(card("25 mg/kg per dose orally, in 2 divided doses")), ["25 mg/kg per dose"]);
    assert.deepEqual(found(card("25 mg/kg orally twice daily")), ["25 mg/kg"]);
    assert.deepEqual(found(card("25 mg/kg per day orally, in 2 divided doses")), []);
    assert.deepEqual(found(card("12.5 mg/kg per dose orally, twice daily")), []);
    assert.deepEqual(found(`${child}Cefalexin 25 mg/kg/dose orally in 2 divided doses.`), ["25 mg/kg/dose"]);
  });

  it("finds it for fixed doses, where one side is a day's amount", () => {
    const mania = "# Mania in adults\n\nCarbamazepine 400 mg/day PO in 2 divided doses.\n\n## Card\n\n";
    assert.deepEqual(found(`${mania}Carbamazepine 400 mg PO twice daily.`), ["400 mg"]);
    assert.deepEqual(found(`${mania}Carbamazepine 200 mg PO twice daily.`), []);
  });

  it("is silent where the day's amounts agree", () => {
    assert.deepEqual(found(`${sepsis}Ampicillin 200 mg/kg/day IV in 4 divided doses.`), []);
  });

  it("works out what one patient is told to take", () => {
    const typhoid =
      "# Typhoid in children\n\nAzithromycin 20 mg/kg/day PO in 2 divided doses.\n\n## A case\n\nAma, 4 years, 10 kg, has had a fever for six days. Azithromycin is begun. She takes ";
    assert.deepEqual(found(`${typhoid}200 mg twice daily.`), ["200 mg"]);
    assert.deepEqual(found(`${typhoid}100 mg twice daily.`), []);
    assert.deepEqual(found(`${typhoid}200 mg per day.`), []);
  });

  it("compares the same week of a scheme, told in prose and in a column of weeks", () => {
    const start =
      "# Epilepsy in adults\n\nIn weeks 1 and 2 lamotrigine 50 mg per day PO in two doses, from week 3 on 50 mg twice daily.\n\n## Card\n\n| Week | Each dose of lamotrigine PO | Times a day |\n|---|---|---|\n";
    assert.deepEqual(found(`${start}| 1–2 | 50 mg | 2 |\n| 3 | 50 mg | 2 |`), ["50 mg"]);
    assert.deepEqual(found(`${start}| 1–2 | 25 mg | 2 |\n| 3 | 50 mg | 2 |`), []);
  });

  it("leaves other differences to dose-conflict", () => {
    assert.deepEqual(found(`${sepsis}Ampicillin 30 mg/kg IV every 6 hours.`), []);
  });

  it("finds it where one side holds in fever too, but not with failing kidneys", () => {
    const impetigo =
      "# Impetigo in children\n\nWith many sores or fever: cefalexin 25 mg/kg PO four times a day.";
    assert.deepEqual(found(`${impetigo}\n\n## School\n\nCefalexin 25 mg/kg/day PO in 4 doses.`), [
      "25 mg/kg/day",
    ]);
    const kidneys = impetigo.replace("With many sores or fever", "In renal impairment");
    assert.deepEqual(found(`${kidneys}\n\n## School\n\nCefalexin 25 mg/kg/day PO in 4 doses.`), []);
  });

  it("is silent where another disease, another route or days of fever explain it", () => {
    assert.deepEqual(found(`${sepsis}## Otitis media\n\nAmpicillin 50 mg/kg/day IV in 4 divided doses.`), []);
    assert.deepEqual(found(`${sepsis}Ampicillin 50 mg/kg/day PO in 4 divided doses.`), []);
    const crisis =
      "# Adrenal hyperplasia\n\nHydrocortisone 12 mg/m²/day PO in 3 divided doses.\n\n## Family\n\n";
    assert.deepEqual(found(`${crisis}1. Days with fever: hydrocortisone 12 mg/m² PO three times a day.`), []);
  });

  it("takes how long a column says for no age", () => {
    const chapter =
      "# Epilepsy in children aged 2 to 12 years\n\nSodium valproate 20 mg/kg/day PO in 2 divided doses.\n\n## Card\n\n";
    const card = (dose: number) =>
      `${chapter}| Medicine (PO) | mg/kg per dose | Times a day | Duration |\n|---|---|---|---|\n| Sodium valproate | ${dose} | 2 | at least 2 years without fits |`;
    assert.deepEqual(found(card(20)), ["20"]);
    assert.deepEqual(found(card(10)), []);
  });

  it("reads how a day's amount is shared, and how often an example says it is taken", () => {
    const order = "# Sepsis in children\n\nCloxacillin IV, a total of 200 mg/kg each day, ";
    for (const shared of ["split into four", "shared between four syringes", "given in four infusions"])
      for (const [often, times] of [
        ["at each of the four injections", 4],
        ["at 06:00, 12:00, 18:00 and at midnight", 4],
      ] as const) {
        const text = (dose: number) =>
          `${order}${shared}. A child of 10 kg receives cloxacillin ${dose} mg ${often}.`;
        assert.equal(found(text(2000)).length, 1, `${shared} ${often}`);
        assert.deepEqual(found(text(2000 / times)), [], `${shared} ${often}`);
      }
  });

  it("reads a sheet with times of the day above its columns, in millilitres of a strength", () => {
    const sheet = (mL: number) =>
      `# Epilepsy in children\n\nSodium valproate 20 mg/kg per day by mouth, in two divided doses.\n\n## Your child (weight today 20 kg)\n\n| Medicine | Morning | Evening |\n|---|---|---|\n| Sodium valproate 40 mg/mL | ${mL} mL | ${mL} mL |`;
    assert.deepEqual(found(sheet(10)), ["10 mL"]);
    assert.deepEqual(found(sheet(5)), []);
  });

  it("reads what a column's head says of a day and a kilogram", () => {
    const annex = (amount: number) =>
      `# Sepsis in children\n\nMeropenem 40 mg/kg per dose IV every 8 hours.\n\n## Compounding\n\n| Product | Day's amount per kg | Syringes per day |\n|---|---|---|\n| Meropenem IV | ${amount} mg | 3 |`;
    assert.equal(found(annex(40)).length, 1);
    assert.deepEqual(found(annex(120)), []);
  });

  it("takes reduced susceptibility for no lower dose", () => {
    const text = (dose: number) =>
      `# Otitis media in children\n\nBecause pneumococci have reduced susceptibility, amoxicillin 90 mg/kg/day by mouth in two divided doses.\n\n## Card\n\nAmoxicillin ${dose} mg/kg per dose by mouth, each morning and each evening.`;
    assert.equal(found(text(90)).length, 1);
    assert.deepEqual(found(text(45)), []);
  });

  it("compares no newborns of other days and weights", () => {
    const table =
      "| Age | Weight | Cloxacillin IV |\n| --- | --- | --- |\n| 1–7 days | < 2 kg | 50 mg/kg 12-hourly |\n| | ≥ 2 kg | 50 mg/kg 8-hourly |\n| 8–27 days | < 2 kg | 50 mg/kg 8-hourly |\n| | ≥ 2 kg | 50 mg/kg 6-hourly |";
    assert.deepEqual(
      found(`# Sepsis\n\n## A. Newborns\n\n${table}\n\n## B. Preterm infants\n\n${table}`),
      [],
    );
  });
});
