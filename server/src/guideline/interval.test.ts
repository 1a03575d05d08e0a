// Stretches of ages, weights and values in the words that guidelines use.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bandOf, intervalAt } from "./interval.ts";
import { lex } from "./lexer.ts";

/** In days or kilograms: "[" and "]" where the end belongs to it. */
function read(text: string): string | undefined {
  const found = intervalAt(lex(text), 0, (unit) => unit.dimension === "time" || unit.dimension === "mass");
  if (!found) return undefined;
  const { low, high, lowInclusive, highInclusive } = bandOf(found.interval);
  const shown = (value: number | undefined) =>
    value === undefined ? "" : String(Math.round(value * 10) / 10);
  return `${lowInclusive ? "[" : "("}${shown(low)},${shown(high)}${highInclusive ? "]" : ")"}`;
}

describe("intervalAt", () => {
  for (const [text, expected] of Object.entries({
    "10–19 kg": "[10,19]",
    "10 to 19 kg": "[10,19]",
    "between 10 and 19 kg": "[10,19]",
    "3 kg to under 6 kg": "[3,6)",
    "under 20 kg": "[,20)",
    "< 20 kg": "[,20)",
    "≤ 20 kg": "[,20]",
    "up to 20 kg": "[,20]",
    "over 20 kg": "(20,]",
    "20 kg and above": "[20,]",
    "20 kg or more": "[20,]",
    "20 kg +": "[20,]",
    "at least 20 kg": "[20,]",
    "not more than 20 kg": "[,20]",
    "greater than or equal to 20 kg": "[20,]",
    "2000–2499 g": "[2,2.5]",
    "7 days": "[7,7]",
    "2 weeks old and younger": "[,14]",
  }))
    it(`reads ${text}`, () => assert.equal(read(text), expected));

  it("reads ends in two units", () => {
    const found = intervalAt(lex("6 months – 5 years"), 0, (unit) => unit.dimension === "time");
    assert.ok(found);
    assert.equal(Math.round(bandOf(found.interval).low ?? 0), 183);
    assert.equal(Math.round(bandOf(found.interval).high ?? 0), 1826);
  });

  it("knows the step in which its ends are written", () => {
    const step = (text: string) => intervalAt(lex(text), 0, () => true)?.interval.step;
    assert.equal(step("10–19 kg"), 1);
    assert.equal(step("3–5.9 kg"), 0.1);
  });

  it("is not a quantity per something", () => assert.equal(read("10 mg/kg"), undefined));
});
