// A quantity as written: one number, a range or a combination's pair, its unit, and what it is per ("mg/kg/day").
// Values stay in the written unit; `canonical` brings them to the dimension's base. It must not know medicines.

import { type Dimension, multipliers, type Unit, unitNamed } from "../lexicon/units.ts";
import type { Span } from "../text/span.ts";
import { isGauge, isHaemoglobin } from "./gauge.ts";
import type { NumberToken, Token } from "./lexer.ts";
import { numberOf } from "./number-word.ts";
import { numbersInWords } from "./numeral.ts";

export interface Per {
  readonly kg?: true;
  readonly m2?: true;
  readonly dose?: true;
  /** Hours: 24 for "per day". */
  readonly hours?: number;
  /** Millilitres: 5 for "per 5 mL". */
  readonly mL?: number;
  /** "per tablet", "per ampoule". */
  readonly form?: string;
}
export interface Measure extends Span {
  readonly low: number;
  readonly high: number;
  /** The strengths of a combination, as in "20/120 mg"; low and high are the first then. */
  readonly parts?: readonly number[];
  /** "2 × 500 mg": how many at once; low and high are already multiplied. */
  readonly times?: number;
  readonly unit: Unit;
  readonly per: Per;
  /** "10 mg base/kg": counted in the base. */
  readonly base?: true;
}

/** A number or a range without a unit: "5", "5–10", "5 to 10". */
export interface Numbers extends Span {
  readonly low: number;
  readonly high: number;
  readonly next: number;
}

const rangeSigns = new Set(["-", "–", "—", "‒", "‐", "−", "~"]);

export const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "sign" && token.text === text;
export const isWord = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === "word" && texts.includes(token.text);
export const isRangeSign = (token: Token | undefined): boolean =>
  (token?.kind === "sign" && rangeSigns.has(token.text)) || isWord(token, "to");

export function numbersAt(tokens: readonly Token[], at: number): Numbers | undefined {
  const first = tokens[at];
  if (first?.kind !== "number") return undefined;
  const second = tokens[at + 2];
  if (isRangeSign(tokens[at + 1]) && second?.kind === "number" && first.value < second.value) {
    return { low: first.value, high: second.value, start: first.start, end: second.end, next: at + 3 };
  }
  return { low: first.value, high: first.value, start: first.start, end: first.end, next: at + 1 };
}

/** The unit at a token, with its denominators: "mg", "mg/kg/day", "million units", "mg per 5 mL". */
function unitAt(tokens: readonly Token[], at: number) {
  let next = at;
  let factor = 1;
  // "500-mg tablets"
  if (isSign(tokens[next], "-") && unitWord(tokens[next + 1])) next++;
  if (isGauge(tokens, next) || isHaemoglobin(tokens, next)) return undefined;
  const multiplier = tokens[next]?.kind === "word" ? multipliers.get(tokens[next]?.text ?? "") : undefined;
  if (multiplier) {
    factor = multiplier;
    next++;
    if (isWord(tokens[next], "international")) next++;
  }
  const unit = unitWord(tokens[next]) ?? degreeAt(tokens, next);
  if (!unit) return undefined;
  // °C takes two tokens.
  next += isSign(tokens[next], "°") || isSign(tokens[next], "º") ? 2 : 1;
  if (isWord(tokens[next - 1], "international") && unitWord(tokens[next])) next++;
  // "20 international units (IU) per kilogram"
  const isGlossed = isSign(tokens[next], "(") && unitWord(tokens[next + 1])?.code === unit.code;
  if (isGlossed && isSign(tokens[next + 2], ")")) next += 3;
  return { unit, factor, next };
}

function unitWord(token: Token | undefined): Unit | undefined {
  if (token?.kind === "sign") return token.text === "%" ? unitNamed("%") : undefined;
  if (token?.kind !== "word") return undefined;
  return token.text === "international" ? unitNamed("iu") : unitNamed(token.text);
}

function degreeAt(tokens: readonly Token[], at: number): Unit | undefined {
  const [sign, letter] = [tokens[at], tokens[at + 1]];
  if (!(isSign(sign, "°") || isSign(sign, "º")) || letter?.kind !== "word") return undefined;
  return unitNamed(`°${letter.text}`);
}

const counts = "base salt iron elemental antimony sb fe zn smx tmp".split(" ");

type MutablePer = { -readonly [K in keyof Per]: Per[K] };

/** "/kg/day", "per kg per dose", "/5 mL"; `start` is the first token behind the unit. */
function perAt(tokens: readonly Token[], start: number): { per: Per; next: number } {
  const per: MutablePer = {};
  // "10 mg base/kg", "20 mg salt/kg", "81 mg Sb/mL", "1 mg elemental calcium per mL"
  const of = isWord(tokens[start], "of") ? 1 : 0;
  const counted = isWord(tokens[start + of], ...counts);
  const pure = isWord(tokens[start + of], "elemental") && unitWord(tokens[start + of + 3]);
  const behind = start + of + (pure && pure.dimension === "volume" ? 2 : 1);
  let at = counted && (isSign(tokens[behind], "/") || isWord(tokens[behind], "per")) ? behind : start;
  for (;;) {
    const slash = isSign(tokens[at], "/");
    // "for each kilogram"
    if (
      isWord(tokens[at], "for") &&
      isWord(tokens[at + 1], "each", "every") &&
      isWord(tokens[at + 2], "kg", "kilo", "kilogram")
    ) {
      per.kg = true;
      at += isWord(tokens[at + 3], "of") && isWord(tokens[at + 4], "body", "bodyweight") ? 4 : 3;
      if (isWord(tokens[at], "body")) at += 2;
      else if (isWord(tokens[at], "bodyweight")) at++;
      continue;
    }
    // "80 mL in each hour", "80 micrograms in each millilitre"
    const each = isWord(tokens[at], "in") && isWord(tokens[at + 1], "each", "every");
    const word = each || isWord(tokens[at], "per", "a", "an", "each");
    if (!slash && !word) break;
    const next = denominatorAt(tokens, at + (each ? 2 : 1), per, slash || each || isWord(tokens[at], "per"));
    if (next === undefined) break;
    at = next;
    // "per kg body weight", "/kg bw"
    if (isWord(tokens[at], "of") && isWord(tokens[at + 1], "body", "bodyweight")) at++;
    if (isWord(tokens[at], "body") && isWord(tokens[at + 1], "weight", "wt", "mass")) at += 2;
    else if (isWord(tokens[at], "bodyweight", "bw")) at++;
  }
  return { per, next: at };
}

function denominatorAt(
  tokens: readonly Token[],
  at: number,
  per: MutablePer,
  strict: boolean,
): number | undefined {
  const token = tokens[at];
  if (token?.kind === "number") {
    const unit = unitWord(tokens[at + 1]);
    if (unit?.dimension === "time") per.hours = token.value * unit.factor;
    else if (unit?.dimension === "volume" && strict) per.mL = token.value * unit.factor;
    else return undefined;
    return at + 2;
  }
  if (token?.kind !== "word") return undefined;
  if (strict && ["kg", "kilogram", "kilo"].includes(token.text)) per.kg = true;
  else if (strict && ["m2", "m²"].includes(token.text)) per.m2 = true;
  else if (strict && ["dose", "doses"].includes(token.text)) per.dose = true;
  else {
    const unit = unitNamed(token.text);
    if (unit?.dimension === "time" && !/^(?:m|s)$/.test(token.text)) per.hours = unit.factor;
    else if (unit?.dimension === "volume" && strict) per.mL = unit.factor;
    else if (unit?.dimension === "form" && strict) per.form = unit.code;
    else return undefined;
  }
  return at + 1;
}

/** A unit without a number, as in a column's head: "mg/kg", "mL/h", "tablets". */
export function unitAlone(tokens: readonly Token[], at: number) {
  const found = unitAt(tokens, at);
  return found && { ...found, ...perAt(tokens, found.next) };
}

/** Words that are units only right behind a number, and otherwise something else. */
const touchy = new Set(["m", "s", "a", "u", "e", "d", "l", "y"]);

export interface MeasureFound {
  readonly measure: Measure;
  readonly next: number;
}

/** A quantity that begins at a token: a number, and a unit behind it. */
export function measureAt(tokens: readonly Token[], at: number): MeasureFound | undefined {
  const first = tokens[at];
  if (first?.kind === "word") return countedAt(tokens, at, first) ?? wordedAt(tokens, at, first);
  // "000 iu" is the rest of a number that was torn apart.
  if (first?.kind !== "number" || /^0\d/.test(first.text)) return undefined;
  if (isWord(tokens[at - 1], "level") && isWord(tokens[at + 1], "unit")) return undefined; // "a level 3 unit"
  return (
    timesAt(tokens, at) ??
    rangeOfUnitsAt(tokens, at) ??
    pairAt(tokens, at) ??
    andPart(tokens, plainAt(tokens, at)) ??
    withRangeAt(tokens, at, first)
  );
}

const countWords: ReadonlyMap<string, number> = new Map(
  Object.entries({ quarter: 0.25, half: 0.5, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }),
);

const begins = (word: string) => word === "half" || word === "a" || numberOf(word) !== undefined;

/** "twenty milligrams for every kilogram", "two point five grams", "half a litre". */
function wordedAt(tokens: readonly Token[], at: number, { text, start }: Token): MeasureFound | undefined {
  if (!begins(text)) return undefined;
  const number = numbersInWords(tokens, at);
  const found = number && unitAt(tokens, number.next);
  const name = tokens[number?.next ?? at]?.text ?? "";
  if (!number || !found || !spelt.has(found.unit.dimension) || name.length < 4 || /^units?$/.test(name))
    return undefined;
  const { per, next } = perAt(tokens, found.next);
  return finish(tokens, { ...number, start, end: tokens[number.next - 1]?.end ?? start }, found, per, next);
}

const spelt: ReadonlySet<Dimension> = new Set([
  "mass",
  "volume",
  "activity",
  "equivalent",
  "substance",
] as const);

/** "one tablet", "two puffs", "half a tablet", "one or two tablets", "one and a half tablets". */
function countedAt(tokens: readonly Token[], at: number, { text, start }: Token): MeasureFound | undefined {
  const low = countWords.get(text);
  if (low === undefined) return undefined;
  let next = at + 1;
  const joins = isRangeSign(tokens[next]) || isWord(tokens[next], "or");
  const upper = joins ? countWords.get(tokens[next + 1]?.text ?? "") : undefined;
  const more = isWord(tokens[next], "and") ? (isWord(tokens[next + 1], "a") ? 2 : 1) : 0;
  const part = more > 0 && low >= 1 ? (countWords.get(tokens[next + more]?.text ?? "") ?? 1) : 1;
  if (upper !== undefined) next += 2;
  else if (part < 1) next += more + 1;
  else {
    if (isWord(tokens[next], "of")) next++;
    if (isWord(tokens[next], "a")) next++;
  }
  const unit = unitWord(tokens[next]);
  if (unit?.dimension !== "form" || unit.code === "breath" || unit.code === "bottle") return undefined;
  const { per, next: behind } = perAt(tokens, next + 1);
  const value = part < 1 ? low + part : low;
  const end = tokens[behind - 1]?.end ?? start;
  return andPart(tokens, {
    measure: { start, end, low: value, high: upper ?? value, unit, per },
    next: behind,
  });
}

/** "2 tablets and a half", "1 tablet and a quarter". */
function andPart(tokens: readonly Token[], found: MeasureFound | undefined): MeasureFound | undefined {
  if (found?.measure.unit.dimension !== "form" || !isWord(tokens[found.next], "and")) return found;
  const at = found.next + (isWord(tokens[found.next + 1], "a") ? 2 : 1);
  const part = countWords.get(tokens[at]?.text ?? "") ?? 1;
  const { low, high, end } = found.measure;
  if (part >= 1 || low < 1) return found;
  const more = { low: low + part, high: high + part, end: tokens[at]?.end ?? end };
  return { measure: { ...found.measure, ...more }, next: at + 1 };
}

/** "25 (20–30) mg/kg": the range stands before the unit. */
function withRangeAt(tokens: readonly Token[], at: number, first: NumberToken): MeasureFound | undefined {
  if (!isSign(tokens[at + 1], "(")) return undefined;
  const range = numbersAt(tokens, at + 2);
  if (!range || !isSign(tokens[range.next], ")") || first.value < range.low || first.value > range.high)
    return undefined;
  const found = unitAt(tokens, range.next + 1);
  if (!found || found.unit.dimension === "time") return undefined;
  const { per, next } = perAt(tokens, found.next);
  const { value, start, end } = first;
  return finish(tokens, { low: value, high: value, start, end, next: at + 1 }, found, per, next);
}

/** "5 mg", "5–10 mg". */
function plainAt(tokens: readonly Token[], at: number): MeasureFound | undefined {
  const numbers = numbersAt(tokens, at);
  if (!numbers) return undefined;
  const found = unitAt(tokens, numbers.next);
  const unitToken = tokens[numbers.next];
  // "In a level 3 unit": a ward.
  if (isWord(unitToken, "unit", "units") && isWord(tokens[at - 1], "level", "tier")) return undefined;
  if (!found || (touchy.has(unitToken?.text ?? "") && (unitToken?.start ?? 0) > numbers.end + 1))
    return undefined;
  const { per, next } = perAt(tokens, found.next);
  return finish(tokens, numbers, found, per, next);
}

function finish(
  tokens: readonly Token[],
  { low, high, start }: Numbers,
  { unit, factor, next: behind }: { readonly unit: Unit; readonly factor: number; readonly next: number },
  per: Per,
  next: number,
): MeasureFound {
  const end = tokens[next - 1]?.end ?? start;
  const base = tokens.slice(behind, Math.min(next, behind + 2)).some((token) => isWord(token, "base"));
  const measure = { start, end, low: low * factor, high: high * factor, unit, per };
  return { measure: base ? { ...measure, base } : measure, next };
}

/** "500 mg – 1 g", "10 mg/kg to 15 mg/kg": the low end is brought to the unit of the high end. */
function rangeOfUnitsAt(tokens: readonly Token[], at: number): MeasureFound | undefined {
  const first = tokens[at];
  const unit = unitAt(tokens, at + 1);
  if (!unit || first?.kind !== "number") return undefined;
  const { per, next } = perAt(tokens, unit.next);
  if (!isRangeSign(tokens[next]) || tokens[next + 1]?.kind !== "number") return undefined;
  const second = plainAt(tokens, next + 1);
  if (!second || second.measure.unit.dimension !== unit.unit.dimension) return undefined;
  const { measure } = second;
  const samePer = Object.keys(per).every((key) => key in measure.per);
  const low = (first.value * unit.factor * unit.unit.factor) / measure.unit.factor;
  if (!samePer || low >= measure.high || measure.low !== measure.high) return undefined;
  return { measure: { ...measure, low: tidy(low), start: first.start }, next: second.next };
}

/** Of a combination. */
const mostParts = 6;

/** "875-125 mg": no range goes down so far. */
const isDescending = (tokens: readonly Token[], at: number): boolean => {
  const [before, after] = [tokens[at - 1], tokens[at + 1]] as (Partial<NumberToken> | undefined)[];
  const falls = (after?.value ?? 1) * 2 < (before?.value ?? 0);
  return falls && isRangeSign(tokens[at]) && unitAt(tokens, at + 2)?.unit.code === "mg";
};

/** "20/120 mg", "20 mg/120 mg", "250 mg + 62.5 mg": the strengths of a combination. */
function pairAt(tokens: readonly Token[], at: number): MeasureFound | undefined {
  const parts: number[] = [];
  let next = at;
  let unit: ReturnType<typeof unitAt>;
  for (;;) {
    const token = tokens[next];
    if (token?.kind !== "number") return undefined;
    parts.push(token.value);
    const own = unitAt(tokens, next + 1);
    if (own) {
      if (unit && own.unit.code !== unit.unit.code) return undefined;
      unit = own;
    }
    next = own?.next ?? next + 1;
    const joins =
      isSign(tokens[next], "/") ||
      (isSign(tokens[next], "+") && own) ||
      (!own && parts.length === 1 && isDescending(tokens, next));
    if (!joins || tokens[next + 1]?.kind !== "number" || parts.length === mostParts) break;
    // "500 mg/5 mL" is a strength, no pair.
    const following = unitAt(tokens, next + 2);
    if (own && following && following.unit.code !== own.unit.code) return undefined;
    if (own && !following) return undefined;
    next++;
  }
  if (parts.length < 2 || !unit || unit.unit.dimension === "time" || unit.unit.dimension === "pressure")
    return undefined;
  const { per, next: behind } = perAt(tokens, next);
  const { start, end: close } = tokens[at] as NumberToken;
  const value = parts[0] ?? 0;
  const end = tokens[behind - 1]?.end ?? close;
  const measure = { start, end, low: value, high: value, parts, unit: unit.unit, per };
  // "1/2 tablet" is a half.
  if (parts.length === 2 && unit.unit.dimension === "form") {
    const half = value / (parts[1] ?? 1);
    return { measure: { ...measure, low: half, high: half, parts: [half] }, next: behind };
  }
  return { measure, next: behind };
}

/** "2 × 500 mg", "3 x 500 IU". */
function timesAt(tokens: readonly Token[], at: number): MeasureFound | undefined {
  const first = tokens[at];
  const sign = tokens[at + 1];
  if (first?.kind !== "number" || !(isSign(sign, "×") || isWord(sign, "x"))) return undefined;
  const found = plainAt(tokens, at + 2);
  if (!found || found.measure.unit.dimension === "time") return undefined;
  const { measure, next } = found;
  const times = first.value;
  return {
    measure: { ...measure, low: measure.low * times, high: measure.high * times, times, start: first.start },
    next,
  };
}

/** Without the dust of binary fractions. */
export function tidy(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return value;
  return Number(value.toPrecision(12));
}

export interface Canonical {
  readonly dimension: Dimension;
  readonly low: number;
  readonly high: number;
}

/** In the base of its dimension: mg, mL, mmol, mEq, unit, hour, … */
export function canonical({ low, high, unit }: Measure): Canonical {
  return { dimension: unit.dimension, low: tidy(low * unit.factor), high: tidy(high * unit.factor) };
}
