// Amounts that were worked out from a dose per kilogram.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import type { Order } from "./order.ts";
import { examplesUnder, isWorkedFrom, weightsIn } from "./worked-example.ts";

const bySource = (text: string) => {
  const guideline = parseGuideline(text);
  const [source, ...others] = guideline.orders as [Order, ...Order[]];
  return {
    orders: others.map((order) => isWorkedFrom(guideline, order, source)),
    words: examplesUnder(guideline, source).map(({ low }) => low),
  };
};

describe("isWorkedFrom", () => {
  it("takes an amount that is the dose for the weight, within rounding", () => {
    const text =
      "Gentamicin 7 mg/kg IV once daily.\n\nA man of 80 kg is given gentamicin 560 mg; one of 70 kg gentamicin 350 mg.";
    assert.deepEqual(bySource(text).orders, [true, false]);
  });
});

describe("examplesUnder", () => {
  it("needs no name of the medicine, but no other one either", () => {
    const text =
      "## Lidocaine\n\nLidocaine 3 mg/kg, at most 200 mg.\n\nA woman of 60 kg: 180 mg. A man of 80 kg: 240 mg, that is 24 mL.";
    assert.deepEqual(bySource(text).words, [180, 240]);
    assert.deepEqual(bySource(text.replace("A man", "Bupivacaine, a man")).words, [180]);
  });
});

describe("weightsIn", () => {
  it("reads weights, not doses per kilogram", () => {
    assert.deepEqual(weightsIn("Mr B, 80 kg, and 12.5 kg; 5 mg/kg"), [80, 12.5]);
  });
});
