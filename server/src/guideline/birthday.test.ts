// Ages that are told by birthdays.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatStretch, stretchesIn } from "./stretch.ts";

describe("withBirthdays", () => {
  it("reads them as years", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["who have not reached their sixth birthday", "<6 years"],
      ["from the fifth birthday until the day before the twelfth", "5–12 years"],
      ["from their 5th birthday to the day before their 12th birthday", "5–12 years"],
      ["between the fifth and the twelfth birthday", "5–12 years"],
      ["before the second birthday", "<2 years"],
      ["from the twelfth birthday on", "≥12 years"],
    ];
    for (const [text, expected] of cases)
      assert.deepEqual(stretchesIn(text).map(formatStretch), [expected], text);
  });
});
