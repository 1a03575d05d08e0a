// Cuts before the first number that does not stand shortly before the cursor, with what it counts: numbers are where
// a model's text harms, and it nearly always invents them. Numbers written as words are numbers too.

import type { Filter } from "./filter.ts";

/** How far back a number may stand to support the same number in the suggestion. */
const reach = 160;
const number =
  /\p{L}*\p{N}+(?:[.,·]\p{N}+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|twice|thrice|double|triple|half|quarter|dozen|hundred|thousand|million)\b/giu;
/** What counts the items of a list says nothing about doses. */
const listMark = /^[\s>]*\p{N}+[.)](?=\s)/gmu;

export const unsupportedNumber: Filter = (text, { before }, { guardNumbers }) => {
  if (!guardNumbers) return text;
  // A number or a range may begin in the document: "25" before the cursor and "0 mg" or "–50 mg" behind it.
  if (/[\p{N}.,·]$/u.test(before) && /^(?:[.,·]|\s?[-–—/×]\s?)?\p{N}/u.test(text)) return "";
  const near = before.length > reach ? before.slice(-reach).replace(/^\S+/, "") : before;
  const supported = new Set(numbersIn(near.replaceAll(listMark, "")).map(({ meant }) => meant));
  const unknown = numbersIn(text, before).find(({ meant }) => !supported.has(meant));
  return text.slice(0, unknown?.index);
};

/** Where numbers stand, each with the word or sign behind it, else the word before it: "2 g" is no "2 mL", nor "step 2". */
function numbersIn(text: string, before = "") {
  return Array.from(text.matchAll(number), ({ 0: digits, index }) => {
    // A name such as SpO2 counts nothing.
    if (/^\p{L}+\p{N}/u.test(digits)) return { index, meant: digits.toLowerCase() };
    const counted = /^\s*([\p{L}%°‰/][^\s.,;:)\]|]*)/u.exec(text.slice(index + digits.length))?.[1];
    const named = /(\S*)\s*$/.exec(before.slice(-reach) + text.slice(0, index))?.[1];
    const meant = counted === undefined ? `${named} ${digits}` : `${digits} ${counted}`;
    return { index, meant: meant.toLowerCase() };
  });
}
