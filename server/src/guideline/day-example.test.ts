// A dose per kilogram beside the amounts that its section works out of it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayExamplesOf } from "./day-example.ts";
import { parseGuideline } from "./guideline.ts";

const ratios = (text: string) => dayExamplesOf(parseGuideline(text)).map(({ ratio }) => ratio);

describe("dayExamplesOf", () => {
  it("sets a day of the order against a day of the example", () => {
    const order = "Cefotaxime 150 mg/kg/day IV in 3 divided doses.";
    assert.deepEqual(ratios(`${order} A child of 10 kg receives 500 mg every 8 hours.`), [1]);
    assert.deepEqual(ratios(`${order}\n\nA child of 10 kg: cefotaxime 1.5 g IV every 8 hours.`), [1 / 3]);
    assert.deepEqual(ratios(`${order} A child of 10 kg receives 1500 mg daily in 3 divided doses.`), [1]);
  });

  it("leaves what is not said to be worked out of that order", () => {
    const order = "Cefotaxime 50 mg/kg IV every 8 hours.";
    for (const example of [
      "Ampicillin: a child of 10 kg receives 500 mg every 8 hours.",
      "A child of 10 kg receives 500 mg.",
      "A child of 10 kg receives 500 mg every 6 hours.",
      "\n\n## Gentamicin\n\nA child of 10 kg receives 50 mg every 8 hours.",
    ])
      assert.deepEqual(ratios(`${order} ${example}`), [], example);
    const limited = order.replace(".", ", maximum 500 mg per dose.");
    assert.deepEqual(ratios(`${limited} A child of 30 kg receives 500 mg every 8 hours.`), []);
  });
});
