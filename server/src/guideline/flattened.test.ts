// Which paragraphs are taken for a table that lost its columns.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "./guideline.ts";

const flattened = (text: string) => parseGuideline(text).orders.filter((order) => order.flattened).length;

it("knows a run of names and doses with nothing between them", () => {
  const run =
    "Adenosine 0.3mg 0.1mL Glucagon IM 0.5mg 0.5mL\nAmiodarone 15mg 0.3mL Naloxone IV 0.3mg 0.3mL\n" +
    "Atropine 0.06mg 0.6mL Morphine IV 0.3mg 0.08mL\n";
  assert.equal(flattened(run), 6);
});

it("leaves lines of their own and written sentences alone", () => {
  assert.equal(flattened("Adenosine 6 mg IV\nGlucagon 1 mg IM\nNaloxone 0.4 mg IV\nMorphine 5 mg IV\n"), 0);
  assert.equal(flattened("Give adenosine 6 mg, glucagon 1 mg, naloxone 0.4 mg and morphine 5 mg IV.\n"), 0);
});

it("knows amounts alone, each in a paragraph of its own, for the cells of a lost column", () => {
  assert.equal(flattened("## Atropine\n\n15 - 25 mg\n\n3 mg IV 6 - 7 mg IN\n\n950 mg - 1.1 g\n"), 4);
  assert.equal(flattened("## Atropine\n\n0.5 mg\n\nGive 1 mg if it is slower than that.\n\n3 mg\n"), 0);
});
