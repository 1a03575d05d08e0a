// Measured values that are written out: "five times the upper limit", "under seven g/dL", "one in five", "a third".
// It must not know what is measured.

import { type LabUnit, labUnitAt, labUnitNamed } from "../lexicon/lab-units.ts";
import { mayCompare } from "./interval.ts";
import type { NumberToken, Token } from "./lexer.ts";
import { isWord } from "./measure.ts";
import { numberOf, wordedNumber } from "./number-word.ts";
import { numeral } from "./numeral.ts";

const parts: ReadonlyMap<string, number> = new Map(
  Object.entries({ half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 }).flatMap(
    ([word, of]) => [
      [word, of],
      [`${word}s`, of],
    ],
  ),
);

/** So written, a number is a share, and its unit is the per cent sign. */
export const shareUnit = ({ text }: Token): LabUnit | undefined =>
  text.endsWith("%") && text.length > 1 ? labUnitNamed("%") : undefined;

const mayBeWritten =
  /\b(?:times|twice|in|hal(?:f|ves)|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|or|under|below|above|over|than|least|most|of)\b/i;

/** Words that are values as numbers. */
export function withNumbersInWords(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!mayBeWritten.test(text)) return tokens;
  const found: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const share = shareAt(tokens, at);
    const one = share ?? numberAt(text, tokens, at);
    found.push(one?.token ?? token);
    at = one?.next ?? at + 1;
  }
  return found;
}

/** "One in five", "one fifth", "two thirds": in per cent. */
function shareAt(tokens: readonly Token[], at: number): { token: NumberToken; next: number } | undefined {
  const token = tokens[at];
  const many = isWord(token, "a") ? 1 : numeral(token)?.value;
  if (!token || many === undefined || many > 9) return undefined;
  const next = tokens[at + 1];
  const of = next?.kind === "word" ? parts.get(next.text) : undefined;
  if (of !== undefined && token.kind === "word" && many < of)
    return shareOf(token, next as Token, many / of, at + 2);
  const whole = isWord(next, "in") && many === 1 ? numeral(tokens[at + 2]) : undefined;
  // "One in the evening", "1 in 10 000": of what is measured no share is so small.
  if (!whole || isWord(token, "a") || whole.value < 2 || whole.value > 100) return undefined;
  return shareOf(token, tokens[at + 2] as Token, 1 / whole.value, at + 3);
}

function shareOf(first: Token, last: Token, share: number, next: number) {
  const value = Math.round(share * 1e5) / 1e3;
  const span = { start: first.start, end: last.end };
  const token: NumberToken = {
    kind: "number",
    text: `${value}%`,
    value,
    decimal: undefined,
    group: undefined,
    ...span,
  };
  return { token, next };
}

/** "Twice the limit", "five times the limit", "under seven g/dL", "a score of three or more", "over two hundred". */
function numberAt(text: string, tokens: readonly Token[], at: number) {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  if (token.text === "twice") return { token: numberOfWord(token, token, 2), next: at + 1 };
  if (numberOf(token.text) === undefined && token.text !== "a") return undefined;
  const found = wordedNumber(tokens.slice(at, at + longestNumber).map((one) => one.text));
  if (!found) return undefined;
  const next = at + found.length;
  const last = tokens[next - 1] as Token;
  const number = { token: numberOfWord(token, last, found.value), next };
  const [before, behind] = [tokens[at - 1], tokens[next]];
  if (isWord(behind, "times")) return number;
  const isOfPair = isWord(before, "over") || (isWord(behind, "over") && found.value >= leastUpper);
  const isCompared =
    before?.kind === "word" &&
    (mayCompare(before.text) || /^(?:than|least|most|of|reach(?:es)?|is|to)$/.test(before.text));
  if (!isCompared && !isOfPair) return undefined;
  const later = tokens[next + 2];
  const ends =
    isWord(behind, "or", "and") &&
    (later === undefined || later.kind === "sign") &&
    isWord(tokens[next + 1], "more", "less", "higher", "lower", "above", "below", "over", "under", "fewer");
  const kind = labUnitAt(text, last.end)?.unit.kind;
  const isMeasured = kind !== undefined && measured.has(kind);
  const isPair = isWord(behind, "over") && found.value >= leastUpper;
  return ends || isMeasured || isPair || isAlone(before, behind, found.value) ? number : undefined;
}
const longestNumber = 8;
/** No systolic pressure is lower. */
const leastUpper = 70;

const numberOfWord = (first: Token, last: Token, value: number): NumberToken => {
  const { start } = first;
  return {
    ...{ kind: "number", text: String(value), value, decimal: undefined, group: undefined },
    ...{ start, end: last.end },
  };
};

/** "Above three we give", "over two hundred.": it counts nothing that is named behind it. */
function isAlone(before: Token | undefined, behind: Token | undefined, value: number): boolean {
  const compares = isWord(before, "above", "below", "under", "over", "than", "beyond", "from", "past");
  return (
    compares && value > 1 && (behind === undefined || behind.kind === "sign" || isWord(behind, ...goesOn))
  );
}
const goesOn = (
  "or and upward upwards we the is are means give has have call stop start needs gets receives must should he she " +
  "they you it"
).split(" ");

const measured: ReadonlySet<string> = new Set([
  "substance",
  "mass",
  "count",
  "pressure",
  "temperature",
  "proportion",
  "multiple",
]);
