// Two doses of one infusion with a pump rate each that do not keep one proportion: "5 mcg/kg/min is 2 mL/h, and
// 10 mcg/kg/min is 8 mL/h". For rate-arithmetic; it must not know strengths.

import { type Figure, nearby, offBy } from "../guideline/figure.ts";
import { type FigureText, itemsBetween, ownerOf } from "../guideline/figure-text.ts";
import { isLimit, type Wrong } from "./rate-words.ts";

const tolerance = 0.1;
/** In items. */
const longestLink = 16;

interface Step {
  readonly dose: Figure;
  readonly rate: Figure;
}

export function wrongProportion(text: FigureText, claim: Figure): Wrong | undefined {
  if (claim.kind !== "rate" || claim.perKg || claim.high === 0 || isLimit(text, claim)) return undefined;
  const before = nearby(text.figures, claim).filter(({ item }) => item <= claim.item);
  const steps = stepsIn(text, before);
  const own = steps.at(-1);
  const [first, ...others] = steps.slice(0, -1);
  if (own?.rate !== claim || !first || others.length > 0) return undefined;
  const owner = ownerOf(own.dose, text);
  if (!owner || ownerOf(first.dose, text) !== owner || own.dose.unit !== first.dose.unit) return undefined;
  if (own.dose.low === first.dose.low) return undefined;
  // Another weight or mixture has another proportion.
  const mixed = before.some(
    ({ kind, item }) => item > first.dose.item && !/^(?:rate|amountRate|time)$/.test(kind),
  );
  const right = (first.rate.low * own.dose.low) / first.dose.low;
  if (mixed || offBy(claim, right) <= tolerance) return undefined;
  return { claim, right: { low: right, high: right, from: [first.dose, first.rate, own.dose] } };
}

/** Each dose per kilogram and time with the one rate behind it. */
function stepsIn(text: FigureText, figures: readonly Figure[]): Step[] {
  return figures.flatMap((dose, i): Step[] => {
    const rate = figures[i + 1];
    if (dose.kind !== "amountRate" || !dose.perKg || dose.low !== dose.high || dose.low === 0) return [];
    if (rate?.kind !== "rate" || rate.perKg || rate.low !== rate.high || rate.sentence !== dose.sentence)
      return [];
    const between = itemsBetween(text, dose, rate);
    const parted = between.some(
      (item) => item.kind === "medicine" || (item.kind === "break" && item.strength === "semicolon"),
    );
    return parted || between.length > longestLink ? [] : [{ dose, rate }];
  });
}
