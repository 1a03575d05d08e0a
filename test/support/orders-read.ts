// Orders as they are read from a text, each said as explain-model says it: one test for each text.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { formatOrder } from "../../server/src/guideline/order.ts";

export const readOrders = (text: string): string[] =>
  parseGuideline(text)
    .orders.filter(({ preparation }) => !preparation)
    .map(formatOrder);

type Cases = Readonly<Record<string, readonly string[]>>;

export function checkOrders(cases: Cases): void {
  for (const [text, expected] of Object.entries(cases))
    it(JSON.stringify(text), () => {
      assert.deepEqual(readOrders(`${text}\n`), expected);
    });
}
