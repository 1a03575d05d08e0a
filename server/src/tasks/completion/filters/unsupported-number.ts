// Cuts before the first number that does not stand shortly before the cursor: numbers are where a model's
// text harms, and it nearly always invents them. Numbers written as words are numbers too.

import type { Filter } from "./filter.ts";

/** How far back a number may stand to support the same number in the suggestion. */
const reach = 160;
const number =
  /\d+(?:[.,·]\d+)*|[½¼¾⅓⅔]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twice|thrice|double|triple|half|dozen|hundred|thousand)\b/gi;

export const unsupportedNumber: Filter = (text, { before }, { guardNumbers }) => {
  if (!guardNumbers) return text;
  const supported = new Set(before.slice(-reach).toLowerCase().match(number));
  // A number may begin in the document: "250" before the cursor and "0 mg" behind it.
  const begun = /[\d.,·]$/.test(before) && /^[\d.,·]/.test(text);
  if (begun) return "";
  for (const match of text.matchAll(number)) {
    if (!supported.has(match[0].toLowerCase())) return text.slice(0, match.index);
  }
  return text;
};
