// Which orders are for the only thing that a medicine is given for, in documents that leave it out or say it in general.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseConflict } from "./dose-conflict.ts";
import { checkGuideline } from "./index.ts";

function found(text: string, other: string): string[] {
  const neighbours = [{ uri: "file:///other.md", guideline: parseGuideline(other) }];
  const { findings } = checkGuideline(parseGuideline(text), { list: [doseConflict], neighbours });
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

describe("hasOneUse", () => {
  it("takes what an order sheet leaves out for the only use that the medicine has by that route", () => {
    const sheet = "# Order sheet, adults\n\nIron 1 g IV once.\n\nVitamin K 5 mg IM once.\n";
    const chapter = (more: string) =>
      `# Anticoagulants\n\n## Warfarin overdose\n\nAdults: vitamin K 10 mg IM once.\n\n## Cholestasis\n\nAdults: vitamin K ${more} once.\n`;
    assert.deepEqual(found(sheet, chapter("10 mg PO")), ["5 mg"]);
    assert.deepEqual(found(sheet, chapter("5 mg IM")), []);
  });

  it("compares a card for a group of conditions with the chapter on the only one that the medicine is for", () => {
    const chapter = "# Organophosphate poisoning\n\nAdults: pralidoxime 30 mg/kg IV once.\n";
    const card = (what: string) => `# Card: ${what} in adults\n\nPralidoxime 20 mg/kg IV once.\n`;
    assert.deepEqual(found(card("poisoning"), chapter), ["20 mg/kg"]);
    assert.deepEqual(found(card("myasthenia gravis"), chapter), []);
  });
});
