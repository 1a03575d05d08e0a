// Cuts before the first number that does not stand shortly before the cursor: numbers are where a model's
// text harms, and it nearly always invents them. Numbers written as words are numbers too.

import type { Filter } from "./filter.ts";

/** How far back a number may stand to support the same number in the suggestion. */
const reach = 160;
const number =
  /\p{L}*\p{N}+(?:[.,·]\p{N}+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|twice|thrice|double|triple|half|quarter|dozen|hundred|thousand|million)\b/giu;

export const unsupportedNumber: Filter = (text, { before }, { guardNumbers }) => {
  if (!guardNumbers) return text;
  // A number may begin in the document: "25" before the cursor and "0 mg" behind it.
  if (/[\p{N}.,·]$/u.test(before) && /^[.,·]?\p{N}/u.test(text)) return "";
  const near = before.length > reach ? before.slice(-reach).replace(/^\S+/, "") : before;
  const supported = new Set(near.toLowerCase().match(number));
  for (const match of text.matchAll(number)) {
    if (!supported.has(match[0].toLowerCase())) return text.slice(0, match.index);
  }
  return text;
};
