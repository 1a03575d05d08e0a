// Quantities in words, ratios and names of insulins.

import assert from "node:assert/strict";
import { it } from "node:test";
import { figuresOf } from "./figure-reader.ts";

const read = (text: string) =>
  figuresOf(text).figures.map(({ kind, low, unit }) => `${kind} ${low} ${unit}`.trim());

it("reads quantities that are not number and unit", () => {
  assert.deepEqual(read("Each millilitre holds 5 mg."), ["volume 1", "amount 5 mg"]);
  assert.deepEqual(read("Run for half an hour."), ["time 0.5"]);
  assert.deepEqual(read("Adrenaline 1 in 10 000 or 1:1000."), ["percent 0.01", "percent 0.1"]);
});

it("reads the strength in an insulin's name", () => {
  assert.deepEqual(read("Insulin U-100 and insulin U40."), ["strength 100 unit", "strength 40 unit"]);
  assert.deepEqual(read("Ward U-7, unit 12."), []);
});
