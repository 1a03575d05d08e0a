// Numbers that are written as words: "five years", "aged one year and above". It must not know what they count.

import type { NumberToken, Token } from "./lexer.ts";

const words =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
const values: ReadonlyMap<string, number> = new Map([
  ...words.split(" ").map((word, value): [string, number] => [word, value]),
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);

/** A number, in figures or as a word. */
export function numeral(token: Token | undefined): NumberToken | undefined {
  if (token?.kind === "number") return token;
  const value = token?.kind === "word" ? values.get(token.text) : undefined;
  if (value === undefined || !token) return undefined;
  const { text, start, end } = token;
  return { kind: "number", text, value, decimal: undefined, group: undefined, start, end };
}
