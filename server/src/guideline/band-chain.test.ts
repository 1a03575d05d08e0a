// Bands that only their ends join: in sentences, paragraphs and items out of order, by birthdays and of any measure.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bandChains } from "./band-chain.ts";
import { formatBandSeries } from "./band-series.ts";
import { parseGuideline } from "./guideline.ts";

function chains(text: string): string[] {
  const { runs, markdown } = parseGuideline(text);
  return bandChains(runs, markdown).map(formatBandSeries);
}

describe("bandChains", () => {
  it("joins what divides an axis but for one end, whatever it is of", () => {
    const broken: (readonly [string, string])[] = [
      [
        "A value below 5: lower the dose. From 6 to under 8: miss one dose. From 8 upwards: stop it.",
        "value: <5 * | 6–8 * | ≥8 *",
      ],
      [
        "**Little.** Less than 20 mg/kg: stay at home.\n\n**Some.** From 20 to less than 30 mg/kg: see a doctor.\n\n**Much.** 40 mg/kg and more: hospital.",
        "value: <20 mg/kg | 20–30 mg/kg | ≥40 mg/kg",
      ],
      [
        "Drawer 1\n\n- size 2: 10 to under 25 kg, cuff 10 mL\n- size 2.5: 20 kg and over, cuff 14 mL\n\nDrawer 2\n\n- size 1: under 10 kg, cuff 4 mL",
        "weight: 10–25 kg | ≥20 kg | <10 kg",
      ],
      [
        "Those who have not reached their sixth birthday get one puff. From the fifth birthday until the day before the twelfth, two puffs are given. From the twelfth birthday on, three are given.",
        "age: <6 years | 5–12 years | ≥12 years",
      ],
      [
        "Before 24 weeks of pregnancy she goes home. From 24 weeks to under 34 weeks she stays. From 35 weeks labour goes on.",
        "gestation: <24 weeks | 24–34 weeks | ≥35 weeks",
      ],
      [
        "Open one vial below 20 kg. Open two vials for 25 kg or more but less than 40 kg. From 40 kg open three vials.",
        "weight: <20 kg | 25–40 kg | ≥40 kg",
      ],
    ];
    broken.push([
      "Mild means a sodium of 130 to 134 mmol/L, moderate 125 to 128 mmol/L, and severe below 125 mmol/L.",
      "value: 130–134 mmol/L | 125–128 mmol/L | <125 mmol/L",
    ]);
    for (const [text, expected] of broken) assert.deepEqual(chains(text), [expected], text);
  });

  it("leaves alone what meets, what is of other things, and what is told nothing", () => {
    for (const text of [
      "A value below 5: lower the dose. From 5 to under 8: miss one dose. From 8 upwards: stop it.",
      "Sodium below 130 mmol/L: restrict water. Potassium of 130 to under 140 mmol/L does not exist. Sodium above 150 mmol/L: give water.",
      "Below 2 kg or from 2.5 to 4 kg or over 4 kg.",
      "Below 4 kg refer. From 20 to 25 kg give two tablets. Over 25 kg give three tablets.",
    ])
      assert.deepEqual(chains(text), [], text);
  });
});
