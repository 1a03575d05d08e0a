// Rates whose strength another document tells, or a mixture that is not spelt out. Seen through rate-arithmetic.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";
import { rateArithmetic } from "./rate-arithmetic.ts";

function found(text: string, ...others: string[]): string[] {
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  const { findings } = checkGuideline(parseGuideline(text), { list: [rateArithmetic], neighbours });
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

it("takes the strength of a bag from another document", () => {
  const bag = "Heparin: the bag holds 25,000 units in 500 mL of glucose 5%, 50 units/mL.";
  const example = (rate: string) =>
    `She weighs 80 kg. The heparin infusion is 1440 units per hour. Two nurses work out the setting and both arrive at ${rate} per hour. At six hours the level is 0.5 units/mL.`;
  assert.deepEqual(found(example("14.4 mL"), bag), ["14.4 mL per hour"]);
  assert.deepEqual(found(example("28.8 mL"), bag), []);
});

it("takes what names nothing for what its chapter is about", () => {
  const chapter = "# Alteplase\n\nThe vial is reconstituted to 1 mg in each millilitre.";
  const card = (rate: string) =>
    `# Card\n\n| Step | Amount | Setting |\n|---|---|---|\n| Remainder | 56.7 mg | pump at ${rate} for 60 minutes |\n\nFlush with 20 mL of sodium chloride 0.9%.`;
  assert.deepEqual(found(card("65.7 mL/h"), chapter), ["65.7 mL/h"]);
  assert.deepEqual(found(card("56.7 mL/h"), chapter), []);
});

it("reads what runs in from the head of a column, and what is drawn up and filled to", () => {
  const chapter = "# Glyceryl trinitrate\n\nDraw up 50 mg and fill to 50 mL.";
  const table = (rate: string) =>
    `Glyceryl trinitrate\n\n| Ordered per minute | Pump, mL/hour |\n|---|---|\n| 10 micrograms | 0.6 |\n| 50 micrograms | ${rate} |\n| 100 micrograms | 6 |`;
  assert.deepEqual(found(table("5"), chapter), ["5"]);
  assert.deepEqual(found(table("3"), chapter), []);
  const hourly = (rate: string) =>
    `Ten ampoules of naloxone 0.4 mg go into the bag.\n\n| Hourly need | Pump |\n|---|---|\n| 0.2 mg | 25 mL per hour |\n| 0.4 mg | ${rate} |\n| 0.6 mg | 75 mL per hour |\n| 0.8 mg | 100 mL per hour |`;
  assert.deepEqual(found(hourly("80 mL per hour")), ["80 mL per hour"]);
  assert.deepEqual(found(hourly("50 mL per hour")), []);
});
