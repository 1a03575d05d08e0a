// Measured values as written: "< 3.0 mmol/L (< 54 mg/dL)", "50 breaths per minute or more", "BP 140/90 mmHg", and
// where what is measured is named. Which value is of what is threshold.ts's business. It must not judge.

import { type LabUnit, labUnitAt } from "../lexicon/lab-units.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type AnalyteMention, mentionAt } from "./analyte-mention.ts";
import { type Operator, operatorAt, stepOf } from "./interval.ts";
import { comparisonAhead, comparisonAt, latestSuffix, suffixAt } from "./lab-comparison.ts";
import { withShared } from "./lab-shared.ts";
import { shareUnit, withNumbersInWords } from "./lab-words.ts";
import { lex, type NumberToken, type Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord } from "./measure.ts";

export interface LabValue extends Span {
  readonly operator: Operator | undefined;
  readonly low: number;
  readonly high: number;
  /** What the last written digit is worth. */
  readonly lowStep: number;
  readonly highStep: number;
  readonly unit: LabUnit | undefined;
  /** The number behind the slash of "140/90". */
  readonly below: number | undefined;
  /** Of the numbers alone, without comparison and unit. */
  readonly numbers: Span;
}
export interface LabReading extends LabValue {
  /** The same value in another unit, as in "(54 mg/dL)". */
  readonly paired: LabValue | undefined;
  /** Of the value, its pair and a comparison behind them. */
  readonly whole: Span;
}
export interface LabText {
  readonly readings: readonly LabReading[];
  readonly mentions: readonly AnalyteMention[];
  /** Where the mentions begin. */
  readonly starts: readonly number[];
  /** Where sentences end and semicolons stand. */
  readonly ends: readonly number[];
}

/** What is measured and which values are named in a text. */
export const labTextOf = remembered((text: string): LabText => {
  const mentions: AnalyteMention[] = [];
  const readings: LabReading[] = [];
  const tokens = withNumbersInWords(text, lex(text));
  for (let at = 0; at < tokens.length; ) {
    const mention = mentionAt(tokens, at);
    if (mention) mentions.push(mention.mention);
    const value = mention ? undefined : readingAt(text, tokens, at, mentions.at(-1)?.end ?? -9);
    if (value) readings.push(value.reading);
    at = mention?.next ?? value?.next ?? at + 1;
  }
  const ends = sentenceEnds(text, tokens, readings);
  return {
    readings: withShared(text, readings, mentions),
    mentions,
    starts: mentions.map(({ start }) => start),
    ends,
  };
});

/** "Is the potassium 6.5 mmol/L or more? Give calcium": a question that compares a value goes on with its answer. */
function sentenceEnds(text: string, tokens: readonly Token[], readings: readonly LabReading[]): number[] {
  const ends: number[] = [];
  let at = 0;
  for (const { kind, text: sign, start } of tokens) {
    // An arrow that a line begins with is the next step, and a dash the next of a list.
    const step =
      /^[→↓–—]$/.test(sign) &&
      /(?:^|\n)[ >]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
      !/^. *\d/u.test(text.slice(start, start + 8));
    if (kind !== "sign" || !(step || /^[¶;!?•☐☑□▢◻]$/.test(sign))) continue;
    let asked = false;
    for (; at < readings.length && (readings[at] as LabReading).start < start; at++)
      asked ||= readings[at]?.operator !== undefined;
    if (sign !== "?" || !asked) ends.push(start);
  }
  return ends;
}

const signs = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "=": "" } as const;

/** "Transfuse below (g/dL)", "Hb <", "Haemoglobin below which a unit is given": the comparison that a column's head leaves open for its cells. */
function openComparison(text: string): string {
  const tokens = lex(text);
  const found = tokens.flatMap((token, at) => {
    const comparison = comparisonAt(tokens, at);
    if (!comparison || token.kind === "number") return [];
    const behind = tokens[comparison.next];
    const open =
      !behind ||
      isWord(behind, "which") ||
      (behind.kind === "sign" && /^[(,:[¶]$/.test(behind.text)) ||
      labUnitAt(text, behind.start);
    return open ? [comparison.operator] : [];
  });
  // "at or below": one that begins within another is the same.
  const [first] = found;
  return first && found.every((one) => one[0] === first[0]) ? signs[first] : "";
}

/** "Glucose 14 mmol/L or above": the head has a value of its own. */
const comparesItself = (head: string): boolean =>
  labTextOf(head).readings.some(({ operator }) => operator !== undefined);

/** There it is what is measured. */
export const isMeasuredAt = (head: string, at: number): boolean =>
  comparesItself(head) && labTextOf(head).mentions.some(({ start }) => start === at);

/** The values of a cell below a head that says how they are compared. */
export const headedReadings = remembered((head: string) =>
  remembered((text: string): readonly LabReading[] => {
    const sign = /^[-−]?\d/.test(text) && !comparesItself(head) ? openComparison(head) : "";
    if (sign === "") return [];
    const back = <S extends Span>(span: S): S => ({
      ...span,
      start: Math.max(0, span.start - sign.length),
      end: span.end - sign.length,
    });
    return labTextOf(sign + text)
      .readings.slice(0, 1)
      .map((reading) => ({
        ...back(reading),
        numbers: back(reading.numbers),
        whole: back(reading.whole),
        paired: reading.paired && { ...back(reading.paired), numbers: back(reading.paired.numbers) },
      }));
  }),
);

const isPressureName = (token: Token | undefined): boolean => isWord(token, "systolic", "diastolic");
const [leastUpper, mostUpper, leastLower, mostLower] = [70, 260, 30, 160];

/** "185/110", "185 over 110". */
function isOver(tokens: readonly Token[], at: number, upper: number): boolean {
  if (isSign(tokens[at], "/")) return tokens[at + 1]?.kind === "number";
  const lower = tokens[at + 1];
  return (
    isWord(tokens[at], "over") &&
    lower?.kind === "number" &&
    upper >= leastUpper &&
    upper <= mostUpper &&
    lower.value >= leastLower &&
    lower.value <= mostLower &&
    !isWord(
      tokens[at + 2],
      "minutes",
      "min",
      "mins",
      "minute",
      "hours",
      "hour",
      "h",
      "days",
      "seconds",
      "mL",
      "ml",
    )
  );
}

interface ValueFound {
  readonly value: LabValue;
  readonly next: number;
}

/** One value with its comparison and unit; without a unit, `unit` is undefined. A range falls only `inAnyOrder`. */
function valueAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  inAnyOrder = false,
): ValueFound | undefined {
  const prefix = comparisonAt(tokens, at);
  const start = prefix?.next ?? at;
  const negative = isSign(tokens[start], "-") || isSign(tokens[start], "−") || isWord(tokens[start], "minus");
  const first = tokens[negative ? start + 1 : start];
  if (first?.kind !== "number") return undefined;
  // "0.45 kg -OR- 1 lb": a dash that a blank parts from the number is none of its own.
  if (isSign(tokens[start], "-") && (tokens[start]?.end ?? 0) < first.start) return undefined;
  let next = (negative ? start + 1 : start) + 1;
  let own = unitBehind(text, tokens, first, next);
  let second: NumberToken | undefined;
  let below: number | undefined;
  const upper = upperAt(tokens, own?.next ?? next);
  if (upper && (inAnyOrder || upper.token.value > first.value) && !negative) {
    second = upper.token;
    next = upper.next;
    own = unitBehind(text, tokens, second, next) ?? own;
  } else if (!own && isOver(tokens, next, first.value)) {
    const third = tokens[next + 1] as NumberToken;
    below = third.value;
    own = unitBehind(text, tokens, third, next + 2);
    if (below >= first.value || first.value < 40) return undefined;
    next += 2;
  }
  const early = prefix || own ? undefined : suffixAt(tokens, next);
  if (early) own = unitBehind(text, tokens, tokens[early.next - 1] as Token, early.next);
  next = own && own.next > next ? own.next : (early?.next ?? next);
  const late = prefix || early ? undefined : suffixAt(tokens, next);
  next = late?.next ?? next;
  const isNamed = own !== undefined || isPressureName(tokens[next]);
  const latest = prefix || early || late || second || !isNamed ? undefined : latestSuffix(tokens, next);
  const ahead = second ? undefined : comparisonAhead(tokens, at, next);
  const operator = prefix?.operator ?? early?.operator ?? late?.operator ?? latest ?? ahead;
  const sign = negative ? -1 : 1;
  const end = Math.max(tokens[next - 1]?.end ?? first.end, own?.end ?? 0);
  const last = second ?? first;
  return {
    value: {
      operator: second ? undefined : operator,
      low: first.value * sign,
      high: last.value * sign,
      lowStep: stepOf(first),
      highStep: stepOf(last),
      unit: own?.unit,
      below,
      start: tokens[at]?.start ?? first.start,
      end,
      numbers: {
        start: tokens[start]?.start ?? first.start,
        end: below === undefined ? last.end : (tokens[next - 1]?.end ?? last.end),
      },
    },
    next,
  };
}

/** The unit right behind a token, and the first token behind the unit. */
function unitBehind(text: string, tokens: readonly Token[], token: Token, from: number) {
  const share = shareUnit(token);
  if (share) return { unit: share, end: token.end, next: from };
  const found = labUnitAt(text, token.end);
  if (!found) return undefined;
  let next = from;
  while (next < tokens.length && (tokens[next]?.start ?? 0) < found.end) next++;
  return { ...found, next };
}

/** "– 45", "to less than 45", "and 45" is not. */
function upperAt(tokens: readonly Token[], at: number): { token: NumberToken; next: number } | undefined {
  if (!isRangeSign(tokens[at])) return undefined;
  const number = operatorAt(tokens, at + 1)?.next ?? at + 1;
  const token = tokens[number];
  return token?.kind === "number" ? { token, next: number + 1 } : undefined;
}

function readingAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  named: number,
): { reading: LabReading; next: number } | undefined {
  const found = valueAt(text, tokens, at);
  if (!found) return undefined;
  const { value } = found;
  // "1.4 to 1.9" that a cell begins with, whose column's head may have the unit; "systolic 140–159".
  const next = tokens[found.next];
  const opens = at === 0 && (!next || (next.kind === "sign" && /^[,;(]$/.test(next.text)));
  const alone =
    value.high > value.low && value.below === undefined && (opens || (tokens[at]?.start ?? 0) - named <= 1);
  const isPressure = isPressureName(next) || isPressureName(tokens[at - 1]);
  if (!value.unit && value.operator === undefined && !alone && !isPressure) return undefined;
  const pair = pairedAt(text, tokens, found);
  let end = pair?.next ?? found.next;
  const late = pair && value.operator === undefined ? suffixAt(tokens, end) : undefined;
  end = late?.next ?? end;
  const operator = value.operator ?? pair?.value.operator ?? late?.operator;
  const whole = { start: value.start, end: Math.max(value.end, tokens[end - 1]?.end ?? 0) };
  return { reading: { ...value, operator, paired: pair?.value, whole }, next: end };
}

/** "(54 mg/dL)", ", 190 mg/dL", "/ 54 mg/dL", "= 54 mg/dL", "[54 mg/dL]" behind a value with another unit. */
function pairedAt(
  text: string,
  tokens: readonly Token[],
  { value, next }: ValueFound,
): ValueFound | undefined {
  const token = tokens[next];
  const joins = isWord(token, "or") || (token?.kind === "sign" && /^[([,/=;]$/.test(token.text));
  if (!value.unit || !token || !joins) return undefined;
  const enclosed = token.text === "(" || token.text === "[";
  let at = next + 1;
  while (
    isWord(
      tokens[at],
      "or",
      "about",
      "approximately",
      "approx",
      "ie",
      "equivalent",
      "equals",
      "to",
      "ca",
      "that",
      "is",
    ) ||
    isSign(tokens[at], "=") ||
    isSign(tokens[at], "~") ||
    isSign(tokens[at], "≈")
  )
    at++;
  // Of a range that a range stands behind, a mistyped end may be lower than the first.
  const found = valueAt(text, tokens, at, value.high > value.low);
  const unit = found?.value.unit;
  if (!found || !unit || unit.code === value.unit.code) return undefined;
  if (!enclosed) return found;
  const close = tokens[found.next];
  // "(54 mg/dL) or more" closes; "(54 mg/dL; 30 minutes)" says more and is a pair all the same.
  return isSign(close, ")") || isSign(close, "]") ? { value: found.value, next: found.next + 1 } : found;
}
