// Whose the doses of a row are.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatOrder } from "./order.ts";

const read = (row: string) =>
  parseGuideline(`| Patient | Order |\n|---|---|\n${row}\n`).orders.map((one) => formatOrder(one));

it("takes medicines in the cell before for what the patients take, where each dose has its name beside it", () => {
  assert.equal(read("| Takes simvastatin, amlodipine | clarithromycin 500 mg PO twice daily |").length, 1);
  assert.deepEqual(read("| metronidazole, amoxicillin | 500 mg PO twice daily |"), []);
});

it("takes what there is none of for no second name of a row", () => {
  const { orders } = parseGuideline(
    "# Cholera\n\n| Medicine | Dose |\n|---|---|\n| Doxycycline | 300 mg once |\n| Azithromycin, if no doxycycline | 1 g once |",
  );
  assert.deepEqual(
    orders.map(({ medicine, dose }) => `${medicine.name} ${dose.low}`),
    ["doxycycline 300", "azithromycin 1"],
  );
});
