// Numbers that are written as words: "five years", "aged one year and above". It must not know what they count.

import type { NumberToken, Token } from "./lexer.ts";
import { numberOf, wordedNumber } from "./number-word.ts";

/** A number, in figures or as a word. */
export function numeral(token: Token | undefined): NumberToken | undefined {
  if (token?.kind === "number") return token;
  const value = token?.kind === "word" ? numberOf(token.text) : undefined;
  if (value === undefined || !token) return undefined;
  const { text, start, end } = token;
  return { kind: "number", text, value, decimal: undefined, group: undefined, start, end };
}

const longestNumber = 8;

/** "Two point five", "five to ten", "two or three", and the token behind. */
export function numbersInWords(tokens: readonly Token[], at: number) {
  const number = (from: number) => {
    const found = wordedNumber(tokens.slice(from, from + longestNumber).map(({ text }) => text));
    return found && { value: found.value, next: from + found.length };
  };
  const low = number(at);
  if (!low) return undefined;
  const high = /^(?:to|or|[-–—])$/.test(tokens[low.next]?.text ?? "") ? number(low.next + 1) : undefined;
  const range = high && high.value > low.value ? high : low;
  return { low: low.value, high: range.value, next: range.next };
}
