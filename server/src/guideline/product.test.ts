// Products that are written out: what they come to, and what is more than a product.

import assert from "node:assert/strict";
import { it } from "node:test";
import { productBefore } from "./product.ts";

const comesTo = (text: string, unit: string, value: number) =>
  productBefore(text, unit)?.values.some((one) => Math.abs(one - value) < 1e-6 * value) === true;

it("multiplies and divides", () => {
  assert.ok(comesTo("Example: 9 kg × 10 mL/kg", "mL", 90));
  assert.ok(comesTo("90 mL ÷ 3 h", "mL/h", 30));
  assert.ok(comesTo("30 mL/h x 20 drops/mL", "drops/min", 10));
  assert.ok(!comesTo("9 kg × 10 mL/kg", "mL", 900));
});

it("allows for per cent and for another unit", () => {
  assert.ok(comesTo("4 mL × 50 kg × 20 %", "mL", 4000));
  assert.ok(comesTo("15 mcg/kg/h × 70 kg", "mg/h", 1.05));
  assert.ok(!comesTo("15 mg/kg × 70 kg", "mg", 1.05));
});

it("is silent on all else", () => {
  assert.equal(productBefore("3 + 4 × 5 mL", "mL"), undefined);
  assert.equal(productBefore("co-trimoxazole 64/320 mg", "mL"), undefined);
  assert.equal(productBefore("Give 5 mL", "mL"), undefined);
  assert.equal(productBefore("", "mL"), undefined);
});
