// What a container of a percentage is said to hold in all: "each 10 mL ampoule of potassium chloride 15 % contains 10
// mmol". For concentration-conflict, which says it; it must not know other documents.

import { type Fact, pairOf, statementsIn } from "../guideline/concentration.ts";
import { type Figure, nearby } from "../guideline/figure.ts";
import type { FigureText } from "../guideline/figure-text.ts";
import { type Contradiction, contradicts } from "./preparation.ts";

const holds =
  /^(?: *(?:w\/v|solution|injection|ampoules?|vials?|syringes?|bags?|bottles?))*,? +(?:each +)?(?:contains?|holds?|has|have|provides?|gives?|carr(?:y|ies)) +(?:about +|exactly +|only +|a +total +of +)?$/i;

export function filledContainers(passage: FigureText): Contradiction[] {
  return statementsIn(passage).flatMap(({ facts, medicine, container, volumes }): Contradiction[] => {
    const [base, ...others] = facts;
    const [volume, ...more] = volumes;
    if (!base || others.length > 0 || base.kind !== "percent" || base.figure.diluent || !medicine) return [];
    if (
      !container ||
      !volume ||
      more.length > 0 ||
      volume.low !== volume.high ||
      volume.item > base.figure.item
    )
      return [];
    const amount = nearby(passage.figures, base.figure).find(({ item }) => item > base.figure.last);
    if (!amount || !isHeld(passage, base, amount)) return [];
    const { start, end, slack } = amount;
    const claim = { ...pairOf(amount, volume), start, end, slack: slack / volume.low };
    const expected = contradicts(base, claim, medicine, passage);
    return expected === undefined ? [] : [{ claim, base, expected, medicine }];
  });
}

function isHeld({ text, start }: FigureText, base: Fact, { kind, perKg, start: at }: Figure): boolean {
  return kind === "amount" && !perKg && holds.test(text.slice(base.end - start, at - start));
}
