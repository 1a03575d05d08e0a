// What an order's maximum is of, in the ways that guidelines say it, and how often a dose is repeated.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { maximaOf, repeatsOf } from "./maximum.ts";

function basisOf(text: string) {
  const { orders } = parseGuideline(text);
  return orders.flatMap((order) => maximaOf(order, text).map(({ basis }) => basis));
}

describe("maximaOf", () => {
  for (const [text, basis] of [
    ["Paracetamol 1 g every 6 hours (maximum 4 g in 24 hours).", "day"],
    ["Paracetamol 1 g every 6 hours, max 4 g/day.", "day"],
    ["Paracetamol 15 mg/kg every 6 hours, no more than 60 mg/kg in a day.", "day"],
    ["Paracetamol 1 g every 6 hours (maximum daily dose 4 g).", "day"],
    ["Phenobarbital 10 mg/kg IV (maximum 40 mg/kg in total).", "course"],
    ["Co-amoxiclav 30 mg/kg three times a day (maximum 1.2 g per dose).", "dose"],
    ["Metformin 500 mg three times daily (maximum 1 g).", undefined],
  ] as const)
    it(`reads ${String(basis)} in ${JSON.stringify(text)}`, () => assert.deepEqual(basisOf(text), [basis]));
});

describe("repeatsOf", () => {
  it("reads how often a dose is repeated, but not how soon", () => {
    const times = (text: string) => parseGuideline(text).orders.map((order) => repeatsOf(order, text));
    assert.deepEqual(times("Diazepam 10 mg IV, repeated once."), [1]);
    assert.deepEqual(times("Phenobarbital 10 mg/kg IV, repeated up to three times."), [3]);
    assert.deepEqual(times("Morphine 5 mg IV, repeated every 4 hours."), [undefined]);
  });
});
