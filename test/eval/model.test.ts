// What is read from the labelled lines stays as good as it was: raise a floor when reading gets better.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { labelledBlocks } from "../support/labelled.ts";
import { factsOf } from "./facts.ts";
import { paired, Tallies } from "./match.ts";
import { canonicalFact } from "./notation.ts";

/** Recall and precision. */
const floors: Readonly<Record<string, readonly [number, number]>> = {
  order: [0.92, 0.92],
  "order, every slot": [0.82, 0.82],
  "order.frequency": [0.92, 0.96],
  "order.route": [0.94, 0.94],
  "order.duration": [0.9, 0.95],
  "order.max": [0.87, 0.95],
  "order.population": [0.86, 0.92],
  band: [0.8, 0.95],
  threshold: [0.84, 0.86],
  concentration: [0.75, 0.65],
};

describe("the labelled lines", () => {
  const tallies = new Tallies();
  for (const { text, facts } of labelledBlocks())
    for (const pair of paired(facts.map(canonicalFact), factsOf(parseGuideline(text)))) tallies.add(pair);

  for (const [name, [recall, precision]] of Object.entries(floors)) {
    it(`are read no worse than before: ${name}`, () => {
      const { right, expected, got } = tallies.byName.get(name) ?? { right: 0, expected: 1, got: 1 };
      assert.ok(right >= recall * expected, `recall ${(right / expected).toFixed(3)}`);
      assert.ok(right >= precision * got, `precision ${(right / got).toFixed(3)}`);
    });
  }
});
