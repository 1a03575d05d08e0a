// Numbers that are written as words: "five years", "aged one year and above". It must not know what they count.

import type { NumberToken, Token } from "./lexer.ts";
import { numberOf } from "./number-word.ts";

/** A number, in figures or as a word. */
export function numeral(token: Token | undefined): NumberToken | undefined {
  if (token?.kind === "number") return token;
  const value = token?.kind === "word" ? numberOf(token.text) : undefined;
  if (value === undefined || !token) return undefined;
  const { text, start, end } = token;
  return { kind: "number", text, value, decimal: undefined, group: undefined, start, end };
}
