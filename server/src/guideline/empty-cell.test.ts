// Rows that leave a column of frequencies or routes empty.

import assert from "node:assert/strict";
import { it } from "node:test";
import { emptyCells } from "./empty-cell.ts";
import { parseGuideline } from "./guideline.ts";

const table = (route: string, often: string) =>
  `| Medicine | Dose | Route | How often |\n|---|---|---|---|\n| Cefotaxime | 1 g | IV | 8-hourly |\n| Morphine | 5 mg | ${route} | ${often} |\n| Ampicillin | 2 g | IV | 6-hourly |\n| Gentamicin | 240 mg | IV | daily |`;
const found = (text: string) =>
  emptyCells(parseGuideline(text)).found.map(({ medicine, slot }) => `${medicine.name} ${slot}`);

it("finds the one row that leaves it out", () => {
  assert.deepEqual(found(table("IV", "–")), ["morphine frequency"]);
  assert.deepEqual(found(table("", "4-hourly")), ["morphine route"]);
  assert.deepEqual(found(table("IV", "once")), []);
});

it("is silent where most rows leave it out, and says which rows have such a column", () => {
  const text = table("IV", "–").replace("8-hourly", "").replace("6-hourly", "");
  assert.deepEqual(found(text), []);
  assert.equal(emptyCells(parseGuideline(text)).rows.size, 4);
});
