// Stretches of ages, weights, gestations and laboratory values: "5–9 years", "under 20 kg", "≥ 7.0", "12 years
// and over", "3 kg to < 6 kg". It must not know what the stretch is of.

import { type Unit, unitNamed } from "../lexicon/units.ts";
import type { Span } from "../text/span.ts";
import type { NumberToken, Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord } from "./measure.ts";
import { numeral } from "./numeral.ts";

export type Operator = "<" | "<=" | ">" | ">=" | "=";

export interface Interval extends Span {
  /** As written; undefined where the stretch is open. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  /** Of the low and the high end: "6 months–5 years" has two. */
  readonly lowUnit: Unit | undefined;
  readonly highUnit: Unit | undefined;
  /** A single value without any comparison: "at 12 kg". */
  readonly point: boolean;
  /** The smallest step that the ends are written in: 1 for "5–9", 0.1 for "3–5.9". */
  readonly step: number;
}

const prefixes: readonly (readonly [string, Operator])[] = [
  ["less than or equal to", "<="],
  ["greater than or equal to", ">="],
  ["more than or equal to", ">="],
  ["equal to or less than", "<="],
  ["equal to or more than", ">="],
  ["equal to or greater than", ">="],
  ["less than", "<"],
  ["lower than", "<"],
  ["fewer than", "<"],
  ["younger than", "<"],
  ["lighter than", "<"],
  ["shorter than", "<"],
  ["smaller than", "<"],
  ["not more than", "<="],
  ["no more than", "<="],
  ["not less than", ">="],
  ["no less than", ">="],
  ["not exceeding", "<="],
  ["not above", "<="],
  ["not below", ">="],
  ["more than", ">"],
  ["greater than", ">"],
  ["higher than", ">"],
  ["older than", ">"],
  ["heavier than", ">"],
  ["taller than", ">"],
  ["longer than", ">"],
  ["in excess of", ">"],
  ["up to", "<="],
  ["at most", "<="],
  ["at least", ">="],
  ["below", "<"],
  ["under", "<"],
  ["above", ">"],
  ["over", ">"],
  ["exceeding", ">"],
  ["exceeds", ">"],
  ["beyond", ">"],
  ["from", ">="],
];
const suffixes: readonly (readonly [RegExp, Operator])[] = [
  [
    /^(?:over|above|older|more|heavier|taller|up|upwards?|greater|higher|later|longer|beyond|onwards?)$/,
    ">=",
  ],
  [/^(?:under|below|younger|less|lower|lighter|shorter|fewer)$/, "<="],
];
const byFirst = new Map<string, (readonly [readonly string[], Operator])[]>();
for (const [phrase, operator] of prefixes) {
  const words = phrase.split(" ");
  byFirst.set(words[0] ?? "", [...(byFirst.get(words[0] ?? "") ?? []), [words, operator]]);
}

/** Whether words of a comparison begin so. */
export const mayCompare = (word: string): boolean => byFirst.has(word);

/** A comparison before a number: a sign or words. */
export function operatorAt(
  tokens: readonly Token[],
  at: number,
): { readonly operator: Operator; readonly next: number } | undefined {
  const token = tokens[at];
  if (token?.kind === "sign") {
    const equals = isSign(tokens[at + 1], "=") ? 1 : 0;
    if (token.text === "<") return { operator: equals ? "<=" : "<", next: at + 1 + equals };
    if (token.text === ">") return { operator: equals ? ">=" : ">", next: at + 1 + equals };
    if (token.text === "≤" || token.text === "⩽" || token.text === "≦")
      return { operator: "<=", next: at + 1 };
    if (token.text === "≥" || token.text === "⩾" || token.text === "≧")
      return { operator: ">=", next: at + 1 };
    return undefined;
  }
  if (token?.kind !== "word") return undefined;
  for (const [words, operator] of byFirst.get(token.text) ?? []) {
    if (!words.every((word, i) => isWord(tokens[at + i], word))) continue;
    const next = at + words.length;
    const excluded = token.text === "up" ? exclusionEnd(tokens, next) : undefined;
    return excluded ? { operator: "<", next: excluded } : { operator, next };
  }
  return undefined;
}

/** Behind "up to": "but not including", also between commas. */
function exclusionEnd(tokens: readonly Token[], start: number): number | undefined {
  let at = isSign(tokens[start], ",") ? start + 1 : start;
  if (isWord(tokens[at], "but")) at++;
  if (isWord(tokens[at], "not") && isWord(tokens[at + 1], "including", "reaching", "counting")) at += 2;
  else if (isWord(tokens[at], "excluding")) at++;
  else return undefined;
  return isSign(tokens[at], ",") ? at + 1 : at;
}

/** "and over", "or less", "+" behind a value, also behind "old" and "of age". */
function suffixAt(tokens: readonly Token[], start: number) {
  const at = gestationEnd(tokens, ageWordsEnd(tokens, start));
  if (isSign(tokens[at], "+") && tokens[at + 1]?.kind !== "number")
    return { operator: ">=" as Operator, next: at + 1 };
  if (isWord(tokens[at], "plus") && tokens[at + 1]?.kind !== "number")
    return { operator: ">=" as Operator, next: at + 1 };
  const comma = isSign(tokens[at], ",") && isWord(tokens[at + 1], "or", "and") ? 1 : 0;
  const word = tokens[at + comma + 1];
  if (!isWord(tokens[at + comma], "and", "or", "&") && !isSign(tokens[at], "&")) return undefined;
  if (word?.kind !== "word") return undefined;
  const found = suffixes.find(([pattern]) => pattern.test(word.text));
  // "20 kg and under 30 kg" goes on.
  const after = at + comma + 2;
  const goesOn =
    (tokens[after]?.kind === "number" && !isDose(tokens[after + 1])) || isWord(tokens[after], "than");
  return found && !goesOn ? { operator: found[1], next: at + comma + 2 } : undefined;
}

/** "12 years and over 10 mg once daily": what follows is the dose, not another end. */
function isDose(token: Token | undefined): boolean {
  const unit = token?.kind === "word" ? unitNamed(token.text) : undefined;
  return (
    unit !== undefined &&
    unit.code !== "kg" &&
    ["mass", "volume", "form", "activity"].includes(unit.dimension)
  );
}

/** Past "the age of", as in "below the age of 5 years". */
export function ageOfEnd(tokens: readonly Token[], at: number): number {
  const age = isWord(tokens[at], "the", "an") ? at + 1 : at;
  return isWord(tokens[age], "age", "ages") && isWord(tokens[age + 1], "of") ? age + 2 : at;
}

/** Past "old", "-old", "of age", "of life". */
function ageWordsEnd(tokens: readonly Token[], at: number): number {
  if (isSign(tokens[at], "-") && isWord(tokens[at + 1], "old", "olds")) return at + 2;
  if (isWord(tokens[at], "old")) return at + 1;
  if (isWord(tokens[at], "of") && isWord(tokens[at + 1], "age", "life")) return at + 2;
  return at;
}

/** Past "of gestation", "' gestation". */
function gestationEnd(tokens: readonly Token[], at: number): number {
  const of = isWord(tokens[at], "of") || isSign(tokens[at], "'") || isSign(tokens[at], "’") ? at + 1 : at;
  return isWord(tokens[of], "gestation", "pregnancy") ? of + 1 : at;
}

export interface IntervalFound {
  readonly interval: Interval;
  readonly next: number;
}

/** `accepts` says which units may stand; without one the value must be followed by none of them. */
export function intervalAt(
  tokens: readonly Token[],
  at: number,
  accepts: (unit: Unit) => boolean,
  options: { readonly unitless?: boolean } = {},
): IntervalFound | undefined {
  const between = isWord(tokens[at], "between") ? 1 : 0;
  const prefix = between ? undefined : operatorAt(tokens, at);
  const start = prefix ? ageOfEnd(tokens, prefix.next) : at + between;
  const first = valueAt(tokens, start, accepts);
  if (!first) return undefined;
  const begin = tokens[at]?.start ?? first.token.start;
  const rising = prefix === undefined || prefix.operator === ">=" || prefix.operator === ">";
  const upper = rising ? upperAt(tokens, first.next, accepts, between === 1) : undefined;
  // "from 10 kg up to 5 years": two things.
  const apart = first.unit && upper?.unit && first.unit.dimension !== upper.unit.dimension;
  const second = apart ? undefined : upper;
  if (second && (first.unit || second.unit || options.unitless)) {
    const lowUnit = first.unit ?? second.unit;
    if (canonicalOf(first.token.value, lowUnit) < canonicalOf(second.token.value, second.unit)) {
      return made(begin, tokens, ageWordsEnd(tokens, second.next), {
        low: first.token.value,
        high: second.token.value,
        lowInclusive: prefix?.operator !== ">",
        highInclusive: second.inclusive,
        lowUnit,
        highUnit: second.unit ?? first.unit,
        point: false,
        step: Math.min(stepOf(first.token), stepOf(second.token)),
      });
    }
  }
  const both = prefix ? undefined : reachingOn(begin, tokens, first, accepts);
  if (both) return both;
  // "One" alone is more often a pronoun.
  if (!first.unit && (!options.unitless || tokens[start]?.kind === "word")) return undefined;
  return single(begin, tokens, first, prefix?.operator);
}

/** "20 kg or more but less than 40 kg" */
function reachingOn(
  begin: number,
  tokens: readonly Token[],
  { token, unit, next }: Value,
  accepts: (unit: Unit) => boolean,
): IntervalFound | undefined {
  const suffix = suffixAt(tokens, next);
  if (suffix?.operator !== ">=" || !isWord(tokens[suffix.next], "but", "and")) return undefined;
  const upper = upperAt(tokens, suffix.next, accepts, false);
  const highUnit = upper?.unit ?? unit;
  if (!upper || !unit || highUnit?.dimension !== unit.dimension) return undefined;
  if (canonicalOf(token.value, unit) >= canonicalOf(upper.token.value, highUnit)) return undefined;
  return made(begin, tokens, ageWordsEnd(tokens, upper.next), {
    ...{ low: token.value, high: upper.token.value, lowInclusive: true, highInclusive: upper.inclusive },
    ...{ lowUnit: unit, highUnit, point: false, step: Math.min(stepOf(token), stepOf(upper.token)) },
  });
}

function single(
  begin: number,
  tokens: readonly Token[],
  { token, unit, next }: Value,
  prefix: Operator | undefined,
): IntervalFound {
  const suffix = prefix ? undefined : suffixAt(tokens, next);
  const operator = prefix ?? suffix?.operator;
  const up = operator === ">" || operator === ">=";
  const down = operator === "<" || operator === "<=";
  return made(begin, tokens, suffix?.next ?? ageWordsEnd(tokens, next), {
    low: down ? undefined : token.value,
    high: up ? undefined : token.value,
    lowInclusive: operator !== ">",
    highInclusive: operator !== "<",
    lowUnit: unit,
    highUnit: unit,
    point: operator === undefined,
    step: stepOf(token),
  });
}

function made(
  start: number,
  tokens: readonly Token[],
  next: number,
  parts: Omit<Interval, "start" | "end">,
): IntervalFound {
  return { interval: { ...parts, start, end: tokens[next - 1]?.end ?? start }, next };
}

interface Value {
  readonly token: NumberToken;
  readonly unit: Unit | undefined;
  readonly next: number;
}

function valueAt(tokens: readonly Token[], at: number, accepts: (unit: Unit) => boolean): Value | undefined {
  const token = numeral(tokens[at]);
  if (!token) return undefined;
  // "6-month-old", "5 completed months"
  const hyphen =
    (isSign(tokens[at + 1], "-") && tokens[at + 2]?.kind === "word") ||
    isWord(tokens[at + 1], "completed", "full", "complete")
      ? 1
      : 0;
  const word = tokens[at + 1 + hyphen];
  const unit = word && word.kind !== "number" ? unitNamed(word.text) : undefined;
  if (!unit) return { token, unit: undefined, next: at + 1 };
  const compound = isSign(tokens[at + 2 + hyphen], "/") && tokens[at + 3 + hyphen]?.kind === "word";
  if (!accepts(unit) || (compound && unit.dimension === "mass")) return undefined;
  return { token, unit, next: at + 2 + hyphen };
}

/** The upper end behind a lower one: "– 9 years", "to under 10 kg", "and 20" after "between". */
function upperAt(
  tokens: readonly Token[],
  start: number,
  accepts: (unit: Unit) => boolean,
  between: boolean,
): (Value & { readonly inclusive: boolean }) | undefined {
  let at = ageWordsEnd(tokens, start);
  // "12 months up to 59 months"
  if (isWord(tokens[at], "up") && isWord(tokens[at + 1], "to")) at++;
  const joined =
    isRangeSign(tokens[at]) ||
    isWord(tokens[at], "through") ||
    (between && isWord(tokens[at], "and")) ||
    (isWord(tokens[at], "and", "but") && ["<", "<="].includes(operatorAt(tokens, at + 1)?.operator ?? "")) ||
    (isSign(tokens[at], ",") && ["<", "<="].includes(operatorAt(tokens, at + 1)?.operator ?? ""));
  // "3 < 6 kg": the dash between them was left out.
  const bare = isSign(tokens[at], "<") && tokens[at - 1]?.kind === "number";
  if (!joined && !bare) return undefined;
  if (joined) at++;
  const excluded = exclusionEnd(tokens, at);
  const operator = excluded ? ({ operator: "<", next: excluded } as const) : operatorAt(tokens, at);
  if (operator && !["<", "<="].includes(operator.operator)) return undefined;
  const value = valueAt(tokens, operator?.next ?? at, accepts);
  return value && { ...value, inclusive: operator?.operator !== "<" };
}

/** One step of the last digit. */
export function stepOf({ text, decimal }: NumberToken): number {
  return decimal ? 10 ** -(text.length - 1 - text.lastIndexOf(decimal)) : 1;
}

/** Ages in days, weights in kilograms, all else as written. */
export function canonicalOf(value: number, unit: Unit | undefined): number {
  if (!unit) return value;
  if (unit.dimension === "time") return (value * unit.factor) / 24;
  if (unit.dimension === "mass") return (value * unit.factor) / 1e6;
  return value * unit.factor;
}

/** An interval's ends in days, kilograms or the unit as written. */
export interface Band {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  /** The smallest step in which its ends are written. */
  readonly step: number;
}

export function bandOf(interval: Interval): Band {
  const { low, high, lowInclusive, highInclusive, lowUnit, highUnit } = interval;
  return {
    low: low === undefined ? undefined : canonicalOf(low, lowUnit),
    high: high === undefined ? undefined : canonicalOf(high, highUnit),
    lowInclusive,
    highInclusive,
    step: Math.min(...[lowUnit, highUnit].map((unit) => canonicalOf(interval.step, unit))),
  };
}
