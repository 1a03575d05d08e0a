// Maxima said behind their amount, and in other words before it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { generalMaxima } from "./general-maximum.ts";
import { parseGuideline } from "./guideline.ts";
import { itemsIn } from "./item.ts";
import { isMark } from "./item-kind.ts";

/** What the marks of a maximum stand before. */
const limitsIn = (text: string): number[] => {
  const items = itemsIn(text);
  return items.flatMap((item, at) => {
    if (!isMark(item, "max")) return [];
    const next = items.slice(at + 1).find(({ kind }) => kind === "measure");
    return next?.kind === "measure" ? [next.measure.high] : [];
  });
};

const limits: readonly (readonly [string, readonly number[]])[] = [
  ["tramadol 50 mg; 400 mg a day at the most", [400]],
  ["ibuprofen 400 mg, and one day stays at 2.4 g or less", [2.4]],
  ["lithium 400 mg at night, with 1200 mg as the upper limit", [1200]],
  ["Doses above 480 mg are not given.", [480]],
  ["More than 3 g in 24 hours must never be used.", [3]],
  ["A daily amount of 60 mg must not be exceeded.", [60]],
  ["Six tablets of 100 mg (600 mg) is all that anyone takes in a day.", [600]],
  ["No woman is given more than 5 units.", [5]],
  ["The amount never rises above 20 mg.", [20]],
  ["The most that may be taken in a day is 16 mg.", [16]],
  ["Aspirin 300 mg is the first dose.", []],
  ["Where more than 2 g was swallowed, charcoal is given.", []],
  ["It is not infused over less than 30 minutes: 500 mg.", []],
  ["In most patients 10 mg is enough.", []],
];

for (const [text, expected] of limits)
  test(`the maxima of “${text}”`, () => assert.deepEqual(limitsIn(text), expected));

test("what nobody may pass in a day holds for orders of other pages", () => {
  const { size } = generalMaxima(
    parseGuideline("# Vomiting\n\nThe daily amount of metoclopramide never goes beyond 30 mg."),
  );
  assert.equal(size, 1);
});
