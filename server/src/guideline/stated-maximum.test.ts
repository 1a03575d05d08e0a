// Maxima in sentences of their own, and whose they are.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { statedMaxima } from "./stated-maximum.ts";

const stated = (text: string) =>
  statedMaxima(parseGuideline(text)).map(({ medicine, amount, basis, forSome }) =>
    [medicine.name, amount.high, basis ?? "?", ...(forSome ? ["some"] : [])].join(" "),
  );

it("names the medicine of the sentence, of the paragraph or of the section", () => {
  assert.deepEqual(stated("Maximum daily dose for indometacin = 200 mg, for ibuprofen 2.4 g."), [
    "indometacin 200 day",
  ]);
  assert.deepEqual(stated("Maximum daily dose 3 g: paracetamol 1 g orally every 6 hours."), [
    "paracetamol 3000 day",
  ]);
  assert.deepEqual(
    stated("## Amikacin\n\nSingle doses do not exceed 1 g.\n\n- Amikacin 15 mg/kg IV once daily"),
    ["amikacin 1000 dose"],
  );
});

it("says nothing where two medicines could be meant, or where it is an order's own", () => {
  assert.deepEqual(stated("Morphine or codeine help. Never give more than 60 mg a day."), []);
  assert.deepEqual(stated("Paracetamol 1 g orally every 6 hours, maximum 4 g a day."), []);
});

it("says that it is for some only", () => {
  assert.deepEqual(stated("Codeine is for pain. In the elderly, codeine must not exceed 120 mg a day."), [
    "codeine 120 day some",
  ]);
});

it("takes the medicine that was named before, where another is named only behind", () => {
  assert.deepEqual(
    stated("The ward keeps tramadol. The daily amount never goes beyond 400 mg. Others take ibuprofen."),
    ["tramadol 400 day"],
  );
});
