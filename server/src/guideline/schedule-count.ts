// Counts in schedules, in digits or words: "3", "three", "two to three". It must not know what is counted.

import type { Token } from "./lexer.ts";
import { isRangeSign, isWord, type Numbers } from "./measure.ts";
import { numberOf } from "./number-word.ts";

const timesWords: ReadonlyMap<string, number> = new Map([
  ["once", 1],
  ["twice", 2],
  ["thrice", 3],
]);

/** Whether a word is a number or says how many times. */
export const isCount = (word: string): boolean => timesWords.has(word) || numberOf(word) !== undefined;

/** A number in digits or words, or a range of them: "3", "three", "2–3", "two to three". */
export function countAt(tokens: readonly Token[], at: number): Numbers | undefined {
  const first = countOf(tokens[at]);
  const token = tokens[at];
  if (first === undefined || !token) return undefined;
  const second =
    isRangeSign(tokens[at + 1]) || isWord(tokens[at + 1], "or") ? countOf(tokens[at + 2]) : undefined;
  const end = tokens[at + 2]?.end ?? token.end;
  return second !== undefined && second > first
    ? { low: first, high: second, start: token.start, end, next: at + 3 }
    : { low: first, high: first, start: token.start, end: token.end, next: at + 1 };
}

function countOf(token: Token | undefined): number | undefined {
  if (token?.kind === "number") return token.value;
  return token?.kind === "word" ? (timesWords.get(token.text) ?? numberOf(token.text)) : undefined;
}
