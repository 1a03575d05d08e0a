// Doses outside what any guideline gives, and those that only look so.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { implausible } from "./plausible.ts";

const kinds = (text: string) => parseGuideline(text).orders.map((order) => implausible(order)?.kind);

describe("implausible", () => {
  it("finds powers of ten and units that cannot be", () => {
    assert.deepEqual(kinds("Give adrenaline 0.5 g IM once."), ["high"]);
    assert.deepEqual(kinds("Give paracetamol 10 g PO every 6 hours."), ["high"]);
    assert.deepEqual(kinds("Give benzylpenicillin 2.5 mg IV every 6 hours."), ["low"]);
    assert.deepEqual(kinds("Give heparin 40 mg SC once daily."), ["unit"]);
  });

  it("finds ten times a regular day's dose, where a load or an antidote is as much", () => {
    assert.deepEqual(kinds("Give digoxin 1.25 mg orally once daily."), ["high"]);
    assert.deepEqual(kinds("Give colchicine 5 mg orally once daily."), ["high"]);
    assert.deepEqual(kinds("Give bisoprolol 25 mg orally once daily."), ["high"]);
    assert.deepEqual(kinds("# Children with diarrhoea\n\nGive zinc 200 mg orally once daily."), ["high"]);
    assert.deepEqual(kinds("Give adrenaline 100 micrograms/kg IV every 4 minutes."), ["high"]);
    assert.deepEqual(kinds("Give clopidogrel 600 mg orally once."), [undefined]);
    assert.deepEqual(kinds("Give digoxin 1 mg orally once, then 0.25 mg orally once daily."), [
      undefined,
      undefined,
    ]);
  });

  it("leaves usual, unknown and special doses alone", () => {
    for (const text of [
      "Give paracetamol 1 g PO every 6 hours.",
      "Apply miconazole 2 % cream 5 g twice daily.",
      "Give gentamicin 7.5 mg/kg IV once daily.",
      "Reduce heparin by 2 units/kg/h.",
      "# Organophosphate poisoning\n\nGive atropine 20 mg IV.",
      "Give snake antivenom 10 vials IV.",
    ])
      assert.ok(
        kinds(text).every((kind) => kind === undefined),
        text,
      );
  });
});
