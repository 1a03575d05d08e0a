// For which kidneys a text speaks.

import assert from "node:assert/strict";
import { it } from "node:test";
import { kidneyFunctionIn, meetIn } from "./kidney-function.ts";

for (const [text, low, high] of [
  ["when eGFR is below 30 mL/min", 0, 30],
  ["eGFR < 30", 0, 30],
  ["a creatinine clearance of less than 30 mL/min", 0, 30],
  ["eGFR (mL/min) 15–29", 15, 30],
  ["eGFR of 45 or more", 45, Infinity],
  ["CKD stage 4", 15, 30],
  ["chronic kidney disease stages 3b and 4", 15, 45],
] as const)
  it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(kidneyFunctionIn(text), { low, high }));

it("takes a stage for one of the kidneys only where these are spoken of", () => {
  assert.equal(kidneyFunctionIn("Stage 4"), undefined);
  assert.deepEqual(kidneyFunctionIn("Stage 4", true), { low: 15, high: 30 });
  assert.equal(kidneyFunctionIn("kidney stones: 5 mg"), undefined);
});

it("lets ranges that only touch not meet", () => {
  assert.equal(meetIn({ low: 30, high: 60 }, { low: 0, high: 30 }), false);
  assert.equal(meetIn({ low: 20, high: 45 }, { low: 0, high: 30 }), true);
});
