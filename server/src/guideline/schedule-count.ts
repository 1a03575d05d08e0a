// Counts in schedules, in digits or words: "3", "three", "two to three". It must not know what is counted.

import type { Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord, type Numbers } from "./measure.ts";
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
  const token = tokens[at];
  const first = wholeAt(tokens, at);
  if (first === undefined || !token) return undefined;
  const { value: low, next } = first;
  const second =
    isRangeSign(tokens[next]) || isWord(tokens[next], "or") ? wholeAt(tokens, next + 1) : undefined;
  const last = second !== undefined && second.value > low ? second : first;
  const end = tokens[last.next - 1]?.end ?? token.end;
  return { low, high: last.value, start: token.start, end, next: last.next };
}

/** "Twenty-one" is one number in two or three words. */
function wholeAt(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const value = countOf(tokens[at]);
  if (value === undefined) return undefined;
  const rest = isSign(tokens[at + 1], "-") ? at + 2 : at + 1;
  const ones =
    tokens[at]?.kind === "word" && value >= 20 && value % 10 === 0 ? countOf(tokens[rest]) : undefined;
  const isOne = tokens[rest]?.kind === "word" && ones !== undefined && ones < 10;
  return isOne ? { value: value + ones, next: rest + 1 } : { value, next: at + 1 };
}

function countOf(token: Token | undefined): number | undefined {
  if (token?.kind === "number") return token.value;
  return token?.kind === "word" ? (timesWords.get(token.text) ?? numberOf(token.text)) : undefined;
}
