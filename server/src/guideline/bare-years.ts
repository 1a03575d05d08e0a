// Ages that are said as a bare number of years: "adults over 65", "children under five", "the under-5s". It must not
// know what else tells patients apart.

import { unitNamed } from "../lexicon/units.ts";
import { ageOfEnd, type Band, intervalAt } from "./interval.ts";
import type { Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";
import { numeral } from "./numeral.ts";
import { type Group, groupByWord } from "./population-group.ts";

const ageBounds = ["under", "over", "above", "below", "older than", "younger than"].map((bound) => ({
  words: bound.split(" "),
  up: /^(?:over|above|older)/.test(bound),
}));
const fives: ReadonlyMap<string, number> = new Map([
  ["fives", 5],
  ["twos", 2],
  ["ones", 1],
]);

interface Years {
  readonly group: readonly Group[];
  readonly age: Band;
  readonly next: number;
}

/** "adults under 65", "children under five", "below the age of 5", "the under-5s": a bare number of years. */
export function bareYears(tokens: readonly Token[], at: number): Years | undefined {
  const bound = ageBounds.find(({ words }) => words.every((word, i) => isWord(tokens[at + i], word)));
  if (!bound) return undefined;
  const start = at + bound.words.length;
  const { up } = bound;
  const found = (value: number, next: number, group: readonly Group[] = []): Years => {
    const days = value * 365.25;
    const [low, high] = up ? [days, undefined] : [undefined, days];
    return { group, next, age: { low, high, lowInclusive: true, highInclusive: false, step: 365.25 } };
  };
  const joint = isSign(tokens[start], "-") ? start + 1 : start;
  const many = isWord(tokens[joint + 1], "s")
    ? numeral(tokens[joint])?.value
    : fives.get(tokens[joint]?.text ?? "");
  if (many !== undefined && isWord(tokens[at], "under"))
    return found(many, joint + (isWord(tokens[joint + 1], "s") ? 2 : 1), ["child"]);
  const number = ageOfEnd(tokens, start);
  const value = numeral(tokens[number]);
  if (!value || value.decimal || value.value < 2 || value.value > 90 || !isBare(tokens[number + 1]))
    return undefined;
  const before = tokens[at - 1];
  const named = before?.kind === "word" && (groupByWord.has(before.text) || peopleWords.has(before.text));
  const old = value.value >= 60 && value.value % 5 === 0;
  return named || number > start || old ? found(value.value, number + 1) : undefined;
}

const oldest = 110;

/** Behind "aged": "18 to 64", "65 and over", "under 5". */
export function yearsBehindAged(tokens: readonly Token[], at: number): Years | undefined {
  const found = intervalAt(tokens, at, () => false, { unitless: true });
  if (!found || !isBare(tokens[found.next])) return undefined;
  const { low, high, step, lowInclusive, highInclusive } = found.interval;
  if ((high ?? low ?? 0) > oldest || step < 1) return undefined;
  const days = (years: number | undefined) => (years === undefined ? undefined : years * 365.25);
  const age = { low: days(low), high: days(high), lowInclusive, highInclusive, step: 365.25 };
  return { group: [], age, next: found.next };
}

const peopleWords = new Set("those patients people persons anyone aged".split(" "));

/** What may stand behind a number that has no unit. */
function isBare(next: Token | undefined): boolean {
  if (next === undefined) return true;
  if (next.kind === "number") return false;
  return next.kind === "sign" ? /[,;:).¶]/.test(next.text) : unitNamed(next.text) === undefined;
}
