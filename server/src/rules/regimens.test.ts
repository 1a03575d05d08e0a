// First doses, second steps and what goes on: which of them are compared. Seen through dose-conflict.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseConflict } from "./dose-conflict.ts";
import { checkGuideline } from "./index.ts";
import type { Neighbour } from "./rule.ts";

const neighbour = (text: string, i: number): Neighbour => ({
  uri: `file:///chapter-${i}.md`,
  guideline: parseGuideline(text),
});

function check(text: string, ...others: string[]) {
  const guideline = parseGuideline(text);
  const { findings, failures } = checkGuideline(guideline, {
    list: [doseConflict],
    neighbours: others.map(neighbour),
  });
  assert.deepEqual(failures, []);
  return findings;
}

function found(text: string, ...others: string[]): string[] {
  return check(text, ...others).map(({ span }) => text.slice(span.start, span.end));
}

describe("steps of a regimen", () => {
  it("compares the first of doses that are doubled with a first dose", () => {
    const poisoning =
      "# Organophosphate poisoning\n\nChildren: atropine 0.05 mg/kg IV, doubled every 5 minutes.\n\n## Card\n\n";
    assert.deepEqual(found(`${poisoning}Children, first dose: atropine 0.03 mg/kg IV.`), ["0.03 mg/kg"]);
    assert.deepEqual(found(`${poisoning}Children, first dose: atropine 0.05 mg/kg IV.`), []);
  });

  it("compares a starting dose with what a patient starts a medicine at", () => {
    const table =
      "# Rheumatoid arthritis in adults\n\n| Medicine | Route | Starting dose |\n|---|---|---|\n| Methotrexate | oral | 15 mg once a week |\n\n";
    for (const said of [
      "starts oral methotrexate at",
      "begins treatment with methotrexate",
      "commences methotrexate",
    ])
      assert.deepEqual(found(`${table}An adult ${said} 7.5 mg by mouth once a week.`), ["7.5 mg"], said);
    assert.deepEqual(found(`${table}Later adults take methotrexate 25 mg by mouth once a week.`), []);
  });

  it("compares second steps, though one is like the other's first", () => {
    const flare =
      "# Gout in adults\n\nA flare: colchicine 1 mg PO at once, followed by colchicine 500 micrograms PO one hour later as a single dose.\n\n## Box\n\nA flare: colchicine 1 mg PO at once, then colchicine ";
    assert.deepEqual(found(`${flare}1 mg PO one hour later as a single dose.`), ["1 mg"]);
    assert.deepEqual(found(`${flare}500 micrograms PO one hour later as a single dose.`), []);
  });

  it("takes what is asked to start with, and what may be raised, for a beginning", () => {
    const asked =
      "# Hypertension in adults\n\n**What do we start with?**\nAmlodipine 5 mg PO once daily.\n\n**And then?**\nStep up to amlodipine 10 mg PO once daily.";
    const page = (dose: string) =>
      `# Hypertension in adults\n\n| Step | What to give |\n|---|---|\n| Start | Amlodipine ${dose} PO once daily |\n| Step up | Amlodipine 10 mg PO once daily |`;
    assert.deepEqual(found(page("10 mg"), asked), ["10 mg"]);
    assert.deepEqual(found(page("5 mg"), asked), []);
    const raised =
      "# Depression in adults\n\nSertraline 50 mg PO once daily. It may be raised to 200 mg.\n\n## List\n\n- Sertraline: start ";
    assert.deepEqual(found(`${raised}25 mg PO once daily`), ["25 mg"]);
    assert.deepEqual(found(`${raised}50 mg PO once daily`), []);
  });

  it("takes what “is then continued” for the second step", () => {
    const course = "# Gastric ulcer in adults\n\nOmeprazole 20 mg PO twice daily for 14 days.\n\n";
    for (const then of ["is then continued for 4 weeks", "is thereafter taken for 4 weeks"])
      assert.deepEqual(found(`${course}Omeprazole 20 mg PO once daily ${then}.`), [], then);
    assert.deepEqual(found(`${course}Omeprazole 40 mg PO twice daily is given.`), ["40 mg"]);
  });

  it("is silent about what is pushed beside what is dripped in, and a maintenance beside weeks of treatment", () => {
    check(
      "# Poisoning in adults\n\nSodium bicarbonate 50 mmol IV over 5 minutes.\n\n## Alkaline urine\n\nSodium bicarbonate 225 mmol IV over 60 minutes.",
    );
    check(
      "# Cryptococcal disease in adults\n\nFluconazole 1200 mg by mouth once daily for 2 weeks.\n\n## Later\n\n- **Maintenance.** Fluconazole 200 mg by mouth once daily.",
    );
  });

  it("compares volumes of one percentage, and loading doses also where fits go on", () => {
    const salts = (volume: string) =>
      `# Hyperkalaemia in adults\n\nCalcium gluconate 10 %, 30 mL IV over 10 minutes.\n\n## Card\n\nCalcium gluconate 10 %, ${volume} IV over 10 minutes.`;
    assert.deepEqual(found(salts("10 mL")), ["10 mL"]);
    assert.deepEqual(found(salts("30 mL")), []);
    const fits = (dose: string) =>
      `# Convulsions in children\n\nIf fits persist, give a loading dose of phenobarbital 20 mg/kg IV over 20 minutes.\n\n## Card\n\nPhenobarbital, loading dose: ${dose} IV over 20 minutes.`;
    assert.deepEqual(found(fits("15 mg/kg")), ["15 mg/kg"]);
    assert.deepEqual(found(fits("20 mg/kg")), []);
  });
});
