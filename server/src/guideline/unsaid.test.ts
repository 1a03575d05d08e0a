// What asked orders leave unsaid, and what is said of the same dose elsewhere.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { askedOrders } from "./unsaid.ts";

const slots = (text: string) =>
  askedOrders(parseGuideline(text), new Set()).map(({ timed, routed }) => [timed, routed]);

it("sees a slot that only the next order has, apart from a clause of its own", () => {
  assert.deepEqual(slots("Give ampicillin 2 g and gentamicin 240 mg IV once daily."), [
    [true, true],
    [true, true],
  ]);
  assert.deepEqual(slots("Continue phenytoin 100 mg, and pantoprazole 40 mg orally once daily."), [
    [false, false],
    [true, true],
  ]);
});

it("knows a mention of a dose that is said in full elsewhere", () => {
  const text =
    "Give metronidazole 400 mg orally every 8 hours.\n\nIn pregnancy give metronidazole 400 mg as well.";
  const [, mention] = askedOrders(parseGuideline(text), new Set());
  assert.deepEqual([mention?.timed, mention?.timedElsewhere, mention?.routedElsewhere], [false, true, true]);
});

it("leaves out rows whose table has a column for it", () => {
  const guideline = parseGuideline("- Give amoxicillin 500 mg");
  assert.equal(askedOrders(guideline, new Set([guideline.orders[0]?.block.start ?? 0])).length, 0);
});
