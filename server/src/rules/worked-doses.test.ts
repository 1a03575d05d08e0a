// Doses for one weight against doses per kilogram: rows of a table, tablets, vials and millilitres by what they hold.

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
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

describe("doses that are worked out", () => {
  it("counts tablets of a table of weights by what one holds, and tells its rows once", () => {
    const text = (rows: string) =>
      `# Schistosomiasis\n\nPraziquantel 40 mg/kg as a single dose.\n\n| Weight | Praziquantel 600 mg tablets |\n|---|---|\n${rows}`;
    assert.deepEqual(found(text("| 30 kg | 1 |\n| 45 kg | 1½ |\n")), ["1"]);
    assert.deepEqual(found(text("| 30 kg | 2 |\n| 45 kg | 3 |\n| 50 kg | 3 |\n")), []);
  });

  it("draws up volumes of the strength that the line above a table gives", () => {
    const chapter =
      "# Status epilepticus in adults\n\nLevetiracetam 60 mg/kg IV over 10 minutes, at most 4,500 mg.";
    const annex = (rows: string) =>
      `# Annex\n\nAmpoules of levetiracetam, 100 mg per mL. Add it to 100 mL of saline 0.9 %.\n\n| Body weight | Draw up |\n|---|---|\n${rows}`;
    assert.deepEqual(found(annex("| 40 kg | 12 mL |\n| 50 kg | 15 mL |\n"), chapter), ["12 mL"]);
    assert.deepEqual(found(annex("| 40 kg | 24 mL |\n| 90 kg | 45 mL |\n"), chapter), []);
  });
});

describe("what the dose for a weight is worked out from", () => {
  it("is the dose of its band, at the strength of what the powder is made up to", () => {
    const chapter =
      "# Severe malaria\n\nArtesunate IV. Below 20 kg a dose is 3 mg/kg; from 20 kg it is 2.4 mg/kg.";
    const annex = (volume: string) =>
      `# Annex: artesunate for intravenous injection\n\nPowder 60 mg is dissolved with 1 mL of bicarbonate and diluted with 5 mL of saline 0.9 %; the solution holds 10 mg/mL.\n\n| Body weight | Volume of one dose |\n|---|---|\n| 10 kg | ${volume} |\n| 25 kg | 6 mL |\n`;
    assert.deepEqual(found(annex("2.4 mL"), chapter), ["2.4 mL"]);
    assert.deepEqual(found(annex("3 mL"), chapter), []);
  });
});

describe("doses in tablets", () => {
  it("are compared by what one holds, wherever that is said", () => {
    const label = (count: string) =>
      `# Cellulitis in adults\n\nFlucloxacillin 500 mg four times a day by mouth.\n\n## Label\n\nFlucloxacillin capsules 250 mg. Take ${count} four times a day.`;
    assert.deepEqual(found(label("one capsule")), ["one capsule"]);
    assert.deepEqual(found(label("two capsules")), []);
    const row = (count: string) =>
      `# Emergency contraception\n\nLevonorgestrel 1.5 mg by mouth once.\n\n## Cupboard\n\n| Tablet | Give |\n|---|---|\n| Levonorgestrel 0.75 mg | ${count} at once |\n`;
    assert.deepEqual(found(row("1 tablet")), ["1 tablet"]);
    assert.deepEqual(found(row("2 tablets")), []);
  });
});
