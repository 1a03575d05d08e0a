// Orders without a dose, and sentences that need none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { doselessOrdersOf } from "./doseless-order.ts";
import { parseGuideline } from "./guideline.ts";

const found = (text: string) =>
  doselessOrdersOf(parseGuideline(`Fever: give paracetamol 1 g by mouth every 6 hours.\n\n${text}`)).map(
    ({ medicine }) => medicine.name,
  );

describe("doselessOrdersOf", () => {
  it("finds a medicine that is ordered by route and rhythm, but in no amount", () => {
    for (const text of [
      "Many crusts, or fever: give cefalexin by mouth every 6 hours for 7 days.",
      "Give oral cefalexin four times daily.",
      "Treat with cefalexin by mouth every 6 hours for 7 days.",
      "Adults take cefalexin orally twice daily for 7 days.",
      "- Boil with fever: cefalexin by mouth every 6 hours for 7 days",
    ])
      assert.deepEqual(found(text), ["cefalexin"], text);
  });

  it("leaves alone what has its dose beside it, elsewhere or by its pack, and what is no order", () => {
    for (const text of [
      "Give cefalexin 500 mg by mouth every 6 hours for 7 days.",
      "Give two cefalexin by mouth every 6 hours.",
      "Give cefalexin by mouth every 6 hours, in the dose of the table.",
      "Give cefalexin by mouth every 6 hours.\n\nCefalexin 500 mg is one capsule.",
      "Do not give cefalexin by mouth every 6 hours.",
      "Cefalexin is given by mouth every 6 hours.",
      "Apply mupirocin to the skin three times daily.",
      "Give cefalexin by mouth.",
      "Give cefalexin by mouth every 6 hours. Give amoxicillin by mouth every 8 hours.",
    ])
      assert.deepEqual(found(text), [], text);
  });
});
