// Measured values that are written out: "five times the upper limit", "under seven g/dL", "one in five", "a third".
// It must not know what is measured.

import { type LabUnit, labUnitAt, labUnitNamed } from "../lexicon/lab-units.ts";
import { mayCompare } from "./interval.ts";
import type { NumberToken, Token } from "./lexer.ts";
import { isWord } from "./measure.ts";
import { numberOf } from "./number-word.ts";
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
    const one = share?.token ?? numberAt(text, tokens, at) ?? token;
    found.push(one);
    at = share?.next ?? at + 1;
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

/** "Twice the limit", "five times the limit", "under seven g/dL", "a score of three or more". */
function numberAt(text: string, tokens: readonly Token[], at: number): NumberToken | undefined {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  if (token.text === "twice")
    return { ...token, kind: "number", value: 2, decimal: undefined, group: undefined };
  if (numberOf(token.text) === undefined) return undefined;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (isWord(next, "times")) return numeral(token);
  const isCompared =
    before?.kind === "word" &&
    (mayCompare(before.text) || /^(?:than|least|most|of|reach(?:es)?|is|to)$/.test(before.text));
  if (!isCompared) return undefined;
  const behind = tokens[at + 3];
  const ends =
    isWord(next, "or") &&
    (behind === undefined || behind.kind === "sign") &&
    isWord(tokens[at + 2], "more", "less", "higher", "lower", "above", "below", "over", "under", "fewer");
  const kind = labUnitAt(text, token.end)?.unit.kind;
  return ends || (kind !== undefined && measured.has(kind)) ? numeral(token) : undefined;
}
const measured: ReadonlySet<string> = new Set([
  "substance",
  "mass",
  "count",
  "pressure",
  "temperature",
  "proportion",
  "multiple",
]);
