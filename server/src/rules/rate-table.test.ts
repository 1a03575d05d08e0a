// Rates in tables that have several phases in a row, or a day beside an hour. Seen through rate-arithmetic.

import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { rateArithmetic } from "./rate-arithmetic.ts";

const check = (text: string) => checkMarkdown(text, { rule: "rate-arithmetic", rules: [rateArithmetic] });

it("takes of several phases in a row the one right before a rate", () => {
  const table = (drops: number) =>
    `# Cholera\n\nThe giving set has 20 drops per mL.\n\n| Patient | First phase | Drops per minute | Second phase | Drops per minute |\n| --- | --- | --- | --- | --- |\n| Infant | 240 mL in 1 hour | 80 | 560 mL in 5 hours | ${drops} |`;
  check(table(37));
  check(`${table(75)}\n                                                       ^^`);
});

it("knows the set of drops by the heading", () => {
  const card = (drops: number) =>
    `# Drip card, giving sets of 20 drops per mL\n\n| Bag | Time | Drops per minute |\n| --- | --- | --- |\n| Adult, 500 mL | 1 hour | ${drops} |`;
  check(card(167));
  check(`${card(125)}\n                           ^^^`);
});

it("multiplies an hour to a day as the other rows do", () => {
  const table = (day: number) =>
    `| Weight | mL per hour | mL in 24 hours |\n| --- | --- | --- |\n| 8 kg | 32 | 768 |\n| 14 kg | 48 | 1152 |\n| 18 kg | 56 | ${day} |`;
  check(table(1344));
  check(`${table(1434)}\n               ^^^^`);
});
