// Stretches of an axis anywhere in a text: weights ("10–13 kg"), ages ("from birth to 6 weeks"), gestations
// ("30+0 to 34+6 weeks") and laboratory values ("6.0–6.9 mmol/L"), with their ends' places and display steps.
// It must not know what stands beside them.

import type { Unit } from "../lexicon/units.ts";
import { unitNamed } from "../lexicon/units.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { withBirthdays } from "./birthday.ts";
import type { AxisKind } from "./column.ts";
import { canonicalOf, type Interval, intervalAt } from "./interval.ts";
import { lex, type NumberToken, type Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord } from "./measure.ts";

export interface Stretch extends Span {
  readonly kind: AxisKind;
  /** What two stretches must share to be compared: "kg", "age", "week", or a value's unit as written. */
  readonly unit: string;
  /** Kilograms, days, weeks, or the value as written; undefined where the stretch is open. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  /** One step of the last digit that each end is written with, in the unit of the ends. */
  readonly lowStep: number;
  readonly highStep: number;
  /** A single value: no stretch at all. */
  readonly point: boolean;
  /** Where the ends' numbers stand. */
  readonly lowSpan: Span | undefined;
  readonly highSpan: Span | undefined;
}

/** What a column's head says of bare numbers below it. */
export interface AxisHint {
  readonly kind: AxisKind;
  readonly unit: string;
}

const divisor = "\u0000";
/** The hint that also amounts and hours, "20 mg/kg", "500 mL", may be an axis, and bare numbers. */
export const anyMeasure: AxisHint = { kind: "value", unit: "*" };
const rememberedStretches = remembered(readStretches);

/** Only "from birth" has no figure. */
const mayHave = /\d|[½¼¾⅓⅔⅛]|birth|newborn/i;

/** Every stretch in a text, in order; with a hint also those of bare numbers. */
export function stretchesIn(text: string, hint?: AxisHint): readonly Stretch[] {
  if (!mayHave.test(text)) return [];
  return rememberedStretches(hint ? `${hint.kind}${divisor}${hint.unit}${divisor}${text}` : text);
}

function readStretches(key: string): readonly Stretch[] {
  const [first = "", second, third] = key.split(divisor);
  const hint = third === undefined ? undefined : { kind: first as AxisKind, unit: second ?? "" };
  const { tokens, units } = prepared(lex(third ?? first), hint?.unit === anyMeasure.unit);
  const found: Stretch[] = [];
  for (let at = 0; at < tokens.length; ) {
    const one = fromBirthAt(tokens, at) ?? stretchAt(tokens, at, units, hint);
    if (one) found.push(one.stretch);
    at = one?.next ?? at + 1;
  }
  return found;
}

/** Units of values by the end of their number; `end` is where the unit ends. */
type Units = ReadonlyMap<number, { readonly name: string; readonly end: number }>;

/** Without the units of values, which are kept aside; "34+6" is one number, "up to" between numbers a dash. */
function prepared(written: readonly Token[], anyUnit: boolean): { tokens: readonly Token[]; units: Units } {
  const tokens = withBirthdays(written);
  const units = new Map<number, { name: string; end: number }>();
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const before = kept.at(-1);
    const counted =
      before?.kind === "number" || (before?.kind === "word" && unitNamed(before.text)?.dimension === "time");
    if (counted && isWord(token, "up") && isWord(tokens[at + 1], "to") && tokens[at + 2]?.kind === "number") {
      kept.push(
        { kind: "sign", text: "–", start: token.start, end: token.start },
        { kind: "sign", text: "<", start: token.start, end: token.end },
      );
      at++;
      continue;
    }
    const below = anyUnit && tokens[at + 1]?.kind === "number" && isWord(token, "before", "yet");
    if (below) {
      kept.push({ kind: "sign", text: "<", start: token.start, end: token.end });
      continue;
    }
    // "Has reached 28 completed weeks"
    if (isWord(token, "reached", "completed") && tokens[at + 1]?.kind === "number") {
      kept.push({ kind: "sign", text: "≥", start: token.start, end: token.end });
      continue;
    }
    // "34 completed weeks"
    if (before?.kind === "number" && isWord(token, "completed", "full", "complete")) continue;
    if (token.kind !== "number") {
      kept.push(token);
      continue;
    }
    const weeks = weeksAndDays(tokens, at);
    kept.push(weeks ?? token);
    if (weeks) at += 2;
    const unit = valueUnitAt(tokens, at + 1) ?? (anyUnit ? amountUnitAt(tokens, at + 1) : undefined);
    if (!unit) continue;
    at = unit.next - 1;
    units.set((weeks ?? token).end, { name: unit.name, end: tokens[at]?.end ?? token.end });
  }
  return { tokens: kept, units };
}

function weeksAndDays(tokens: readonly Token[], at: number): NumberToken | undefined {
  const [weeks, plus, days] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (weeks?.kind !== "number" || !isSign(plus, "+") || days?.kind !== "number") return undefined;
  if (weeks.decimal || days.decimal || weeks.value < 20 || weeks.value > 45 || days.value > 6)
    return undefined;
  return { ...weeks, text: `${weeks.text}+${days.text}`, value: weeks.value + days.value / 7, end: days.end };
}

const volumes = new Set([
  "l",
  "dl",
  "ml",
  "µl",
  "μl",
  "ul",
  "mcl",
  "mm3",
  "mm³",
  "litre",
  "liter",
  "min",
  "minute",
  "h",
  "hr",
]);
const measures = new Set(["pressure", "length", "temperature"]);

export interface ValueUnit {
  readonly name: string;
  readonly next: number;
}

/** "mmol/L", "mL/min/1.73 m²", "cells/mm3", "mmHg", "°C", "cm", "points": units that a dose does not have. */
export function valueUnitAt(tokens: readonly Token[], at: number): ValueUnit | undefined {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (isSign(first, "%")) return { name: "%", next: at + 1 };
  if ((isSign(first, "°") || isSign(first, "º")) && isWord(second, "c", "f"))
    return { name: `°${second?.text.toUpperCase()}`, next: at + 2 };
  if (isSign(first, "/") && second?.kind === "word" && /^(?:mm3|mm³|µl|μl|ul)$/.test(second.text))
    return { name: "/mm3", next: at + 2 };
  const power = powerAt(tokens, at);
  if (power) return power;
  if (first?.kind !== "word") return undefined;
  if (first.text === "mm" && isWord(second, "hg")) return { name: "mmHg", next: at + 2 };
  if (/^(?:points?|score)$/.test(first.text)) return { name: "points", next: at + 1 };
  const unit = unitNamed(first.text);
  if (unit && measures.has(unit.dimension) && !/^[ms]$/.test(first.text) && !isSign(second, "/"))
    return { name: shownUnit(unit), next: at + 1 };
  const per = isSign(second, "/") || isWord(second, "per");
  if (!per || third?.kind !== "word" || !volumes.has(third.text)) return undefined;
  const time = /^(?:min|minute|h|hr)$/.test(third.text);
  // "mL/h" is a rate of infusion.
  if (time && !((unit?.code === "mL" || unit?.code === "breath") && third.text.startsWith("min")))
    return undefined;
  const area =
    isSign(tokens[at + 3], "/") && tokens[at + 4]?.kind === "number" && isWord(tokens[at + 5], "m2", "m²");
  return {
    name: `${unit?.code ?? first.text}/${unitNamed(third.text)?.code ?? third.text}`,
    next: at + (area ? 6 : 3),
  };
}

/** "mL", "mg/kg", "hours": what else may be divided into bands. */
function amountUnitAt(tokens: readonly Token[], at: number): ValueUnit | undefined {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const unit = first?.kind === "word" ? unitNamed(first.text) : undefined;
  if (!unit || unit.code === "kg" || unit.dimension === "form" || isAge(unit)) return undefined;
  const per = isSign(second, "/") || isWord(second, "per") ? third : undefined;
  return per?.kind === "word"
    ? { name: `${unit.code}/${unitNamed(per.text)?.code ?? per.text}`, next: at + 3 }
    : { name: unit.code, next: at + 1 };
}

/** "× 10⁹/L", "x10^9/L", "x 109/L": so many cells in a litre. */
function powerAt(tokens: readonly Token[], at: number): ValueUnit | undefined {
  if (!isSign(tokens[at], "×") && !/^x(?:10)?$/.test(tokens[at]?.text ?? "")) return undefined;
  const written = tokens.slice(at, at + 8).map(({ text }) => text);
  const end = written.findIndex((text) => /^(?:l|lit(?:re|er)s?)$/.test(text));
  const [, power] = /^[×x]10\^?(⁹|⁶|¹²|9|6|12)\^?(?:\/|per)$/.exec(written.slice(0, end).join("")) ?? [];
  if (end < 0 || !power) return undefined;
  const raised = power.replace("12", "¹²").replace("9", "⁹").replace("6", "⁶");
  return { name: `×10${raised}/L`, next: at + end + 1 };
}

const shownUnit = ({ code }: Unit) => (code === "mm[Hg]" ? "mmHg" : code);

interface Found {
  readonly stretch: Stretch;
  readonly next: number;
}

const isAge = (unit: Unit | undefined) =>
  unit !== undefined && unit.dimension === "time" && unit.factor >= 24;
const accepts = (unit: Unit) => isAge(unit) || unit.code === "kg" || unit.code === "g";

function stretchAt(
  tokens: readonly Token[],
  at: number,
  units: Units,
  hint: AxisHint | undefined,
): Found | undefined {
  const found = intervalAt(tokens, at, accepts, { unitless: true });
  if (!found) return undefined;
  const { interval, next } = found;
  const numbers = tokens.slice(at, next).filter((token) => token.kind === "number");
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last) return undefined;
  const bare = !interval.lowUnit && !interval.highUnit;
  // "9 or more points"
  const behind = bare ? valueUnitAt(tokens, next) : undefined;
  const value = units.get(last.end) ?? units.get(first.end) ?? behind;
  const axis = axisOf(tokens, at, { interval, next }, value?.name, hint);
  if (!axis) return undefined;
  const { kind, unit, scale } = axis;
  const ends = endsOf(interval, first, last, scale);
  const end = Math.max(interval.end, units.get(last.end)?.end ?? 0);
  const { lowInclusive, highInclusive, point, start } = interval;
  return { stretch: { kind, unit, ...ends, lowInclusive, highInclusive, point, start, end }, next };
}

type Scale = (value: number, end: "low" | "high") => number;

function endsOf({ low, high }: Interval, first: NumberToken, last: NumberToken, scale: Scale) {
  const step = (token: NumberToken, end: "low" | "high") => {
    if (token.text.includes("+")) return 1 / 7;
    const { text, decimal } = token;
    return scale(decimal ? 10 ** -(text.length - 1 - text.lastIndexOf(decimal)) : 1, end);
  };
  return {
    low: low === undefined ? undefined : scale(low, "low"),
    high: high === undefined ? undefined : scale(high, "high"),
    lowStep: step(first, "low"),
    highStep: step(last, "high"),
    lowSpan: low === undefined ? undefined : { start: first.start, end: first.end },
    highSpan: high === undefined ? undefined : { start: last.start, end: last.end },
  };
}

interface Axis {
  readonly kind: AxisKind;
  readonly unit: string;
  readonly scale: Scale;
}

function axisOf(
  tokens: readonly Token[],
  at: number,
  { interval, next }: { readonly interval: Interval; readonly next: number },
  value: string | undefined,
  hint: AxisHint | undefined,
): Axis | undefined {
  const { lowUnit, highUnit } = interval;
  const own = highUnit ?? lowUnit;
  const plain: Scale = (one) => one;
  if (value !== undefined) return { kind: "value", unit: value, scale: plain };
  // "24+0 to 27+6" needs no word.
  if (!own && saysDays(tokens, at, next)) return { kind: "gestation", unit: "week", scale: plain };
  if (!own) return hint && hintedAxis(hint, plain);
  const scale: Scale = (one, end) => canonicalOf(one, (end === "low" ? lowUnit : highUnit) ?? own);
  if (own.dimension === "mass") return isWeight(interval) ? { kind: "weight", unit: "kg", scale } : undefined;
  if (own.code === "wk" && (hint?.kind === "gestation" || saysGestation(tokens, at, next)))
    return { kind: "gestation", unit: "week", scale: plain };
  return { kind: "age", unit: "age", scale };
}

function hintedAxis({ kind, unit }: AxisHint, plain: Scale): Axis {
  const written = unitNamed(unit);
  if (kind === "value") return { kind, unit, scale: plain };
  if (kind === "gestation") return { kind, unit: "week", scale: plain };
  return { kind, unit: kind === "age" ? "age" : "kg", scale: (one) => canonicalOf(one, written) };
}

/** Kilograms; grams only of the size of a newborn. */
function isWeight({ lowUnit, highUnit, low, high }: Interval): boolean {
  if (lowUnit?.code === "kg" && highUnit?.code === "kg") return true;
  return (
    lowUnit?.code === "g" && highUnit?.code === "g" && (low ?? high ?? 0) >= 400 && (high ?? low ?? 0) <= 6000
  );
}

function saysDays(tokens: readonly Token[], at: number, next: number): boolean {
  return tokens.slice(at, next).some(({ kind, text }) => kind === "number" && text.includes("+"));
}

function saysGestation(tokens: readonly Token[], at: number, next: number): boolean {
  if (saysDays(tokens, at, next)) return true;
  const near = [tokens[at - 1], ...tokens.slice(at, next + 3)];
  return near.some(
    (token) =>
      token?.kind === "word" &&
      /^(?:gestation(?:al)?|postmenstrual|post|pma|pregnan(?:t|cy)|corrected|menstrual)$/.test(token.text),
  );
}

/** "from birth", "birth to 6 weeks", "newborn to 2 months". */
function fromBirthAt(tokens: readonly Token[], at: number): Found | undefined {
  const word = tokens[at];
  if (!isWord(word, "birth", "newborn") || !word) return undefined;
  const from = isWord(tokens[at - 1], "from");
  const joined = isRangeSign(tokens[at + 1]) || isWord(tokens[at + 1], "until");
  const upper = joined ? intervalAt(tokens, at + 2, isAge) : undefined;
  // "from birth to under 6 months"
  const below = upper?.interval.low === undefined && upper?.interval.highInclusive === false;
  const closed =
    upper && upper.interval.high !== undefined && (below || upper.interval.low === upper.interval.high);
  if (!closed && !(from && isWord(word, "birth"))) return undefined;
  const high = closed ? canonicalOf(upper.interval.high ?? 0, upper.interval.highUnit) : undefined;
  const end = closed ? upper.interval.end : word.end;
  const number = tokens[at + (below ? 3 : 2)];
  const stretch: Stretch = {
    ...{ kind: "age", unit: "age", low: 0, high, lowInclusive: true, highInclusive: !below, point: false },
    ...{ start: word.start, end, lowStep: 1, highStep: closed ? canonicalOf(1, upper.interval.highUnit) : 1 },
    ...{
      lowSpan: undefined,
      highSpan: closed && number ? { start: number.start, end: number.end } : undefined,
    },
  };
  return { stretch, next: closed ? upper.next : at + 1 };
}

const dayOf = /\b(days?)( +)(\d+(?: *[–-] *\d+)?)(?![\d.,]*\d)/gi;

/** "Day 8 to day 20", "Days 4–6" of a life, as ages and on the same places; which of its characters are figures is left open. */
export function lifeDaysIn(text: string, points = false): readonly Stretch[] {
  if (text.search(dayOf) < 0) return [];
  return stretchesIn(text.replace(dayOf, "$3$2$1")).flatMap((one) =>
    one.kind === "age" && (points || !one.point) ? [{ ...one, lowSpan: undefined, highSpan: undefined }] : [],
  );
}

/** Where a stretch begins in numbers: the open end is the far end. */
export const startOf = ({ low }: Stretch): number => low ?? Number.NEGATIVE_INFINITY;
export const endOf = ({ high }: Stretch): number => high ?? Number.POSITIVE_INFINITY;

/** Up to where it reaches in completed steps: "2–11 months" up to 12 months, "3–5.9 kg" up to 6 kg. */
export function reachOf(stretch: Stretch): number {
  return endOf(stretch) + (stretch.highInclusive ? stretch.highStep : 0);
}

export function movedStretch(stretch: Stretch, by: number): Stretch {
  const move = (span: Span | undefined) => span && { start: span.start + by, end: span.end + by };
  const { lowSpan, highSpan, start, end } = stretch;
  return { ...stretch, start: start + by, end: end + by, lowSpan: move(lowSpan), highSpan: move(highSpan) };
}

/** A value of the axis, as it would be written in an end's place: "14", "5.4"; undefined where it is no such number. */
export function writtenEnd(
  value: number,
  { start, end }: Span,
  step: number,
  text: string,
): string | undefined {
  const written = text.slice(start, end);
  const [, sign, digits] = /^\d+(?:([.,·])(\d+))?$/.exec(written) ?? ["", "?"];
  if (sign === "?") return undefined;
  const decimals = digits?.length ?? 0;
  const unit = step * 10 ** decimals;
  const shown = (value / unit).toFixed(decimals);
  return Math.abs(Number(shown) * unit - value) > step / 20 ? undefined : shown.replace(".", sign ?? ".");
}

/** "10–13 kg", "≥24 months": the ends as numbers, whatever the text's words. */
export function formatStretch({ kind, unit, low, high, lowInclusive, highInclusive }: Stretch): string {
  const [name, by] = kind === "age" ? ageUnit(low, high) : [kind === "gestation" ? "weeks" : unit, 1];
  const shown = (value: number) => String(Number((value / by).toPrecision(3)));
  const behind = name === "" ? "" : ` ${name}`;
  if (low !== undefined && high !== undefined)
    return `${low === high ? "" : `${shown(low)}–`}${shown(high)}${behind}`;
  if (low !== undefined) return `${lowInclusive ? "≥" : ">"}${shown(low)}${behind}`;
  return `${highInclusive ? "≤" : "<"}${shown(high ?? 0)}${behind}`;
}

function ageUnit(low: number | undefined, high: number | undefined): [string, number] {
  const ends = [low, high].flatMap((end) => (end !== undefined && end > 0 ? [end] : []));
  const whole = (by: number) =>
    ends.every((end) => end > by / 2 && Math.abs(end / by - Math.round(end / by)) < 0.02);
  if (whole(365.25)) return ["years", 365.25];
  if (whole(365.25 / 12)) return ["months", 365.25 / 12];
  if (whole(7)) return ["weeks", 7];
  return !whole(1) && ends.every((end) => end < 5) ? ["hours", 1 / 24] : ["days", 1];
}
