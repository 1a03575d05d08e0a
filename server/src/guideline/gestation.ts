// Weeks of gestation at a place: "before 34 weeks of gestation", "babies born at 37 weeks or later". It must not know
// whom they tell from others.

import type { Band, Interval, IntervalFound } from "./interval.ts";
import type { Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";

const gestation = ["gestation", "gestational", "gestations", "pregnancy", "amenorrhoea"] as const;

export interface GestationFound {
  readonly gestation: Band;
  readonly next: number;
}

/** A stretch of weeks that was found at a token, where the words around it say that it is one of gestation. */
export function gestationAt(
  tokens: readonly Token[],
  at: number,
  { interval, next }: IntervalFound,
): GestationFound | undefined {
  if (interval.lowUnit?.code !== "wk" && interval.highUnit?.code !== "wk") return undefined;
  const skip = isWord(tokens[next], "of") || isSign(tokens[next], "'") || isSign(tokens[next], "’") ? 1 : 0;
  const behind = isWord(tokens[next + skip], ...gestation);
  const before = isWord(tokens[at - 1], "gestation", "gestational", "pregnancy", "pregnant");
  // "34 weeks of gestation or more"
  const within = tokens.slice(at, next).some((token) => isWord(token, "gestation", "pregnancy"));
  if (!behind && !before && !within && !isBornAt(tokens, at, interval)) return undefined;
  const { lowInclusive, highInclusive, step } = interval;
  const earlier = isWord(tokens[at - 1], "before") && !behind && !within;
  const [low, high] = earlier ? [undefined, interval.low] : [interval.low, interval.high];
  return {
    gestation: { low, high, lowInclusive, highInclusive: highInclusive && !earlier, step },
    next: behind ? next + skip + (isWord(tokens[next + skip + 1], "age") ? 2 : 1) : next,
  };
}

/** "Babies born before 32 weeks", "born at 37 weeks or later" */
function isBornAt(tokens: readonly Token[], at: number, { low, high }: Interval): boolean {
  const led = isWord(tokens[at - 1], "at", "from", "between", "before", "after");
  const born = tokens[led ? at - 2 : at - 1];
  return isWord(born, "born", "birth", "delivered") && (low ?? high ?? 0) >= 20 && (high ?? low ?? 99) <= 43;
}
