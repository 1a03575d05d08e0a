// Cuts before the first number that does not stand shortly before the cursor, in the same line or cell and between the same
// words: numbers are where a model's text harms, and it nearly always invents them. Numbers in words are numbers too.

import type { CompletionContext } from "../context.ts";
import type { Filter } from "./filter.ts";

/** How far back a number may stand to support the same number in the suggestion. */
const reach = 160;
const number =
  /[a-zß-öø-ɏ]*\p{N}+(?:[.,·]\p{N}+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|twice|thrice|double|triple|half|quarter|dozen|hundred|thousand|million)\b/giu;
/** What counts the items of a list says nothing about doses. */
const listMark = /^[\s>]*\p{N}+[.)](?=\s)/u;

/** Where a text has its first number, a name such as SpO2 left out. */
export const firstNumber = (text: string): number | undefined =>
  numbersIn(text).find(({ isName }) => !isName)?.index;

/** The text up to the numbers that are its last words: whether these are supported shows by the word behind them. */
export function beforeLastNumbers(text: string): string {
  const last = text.trimEnd().search(/\S+$/);
  return numbersIn(text).some(({ index }) => index >= last) ? beforeLastNumbers(text.slice(0, last)) : text;
}

export const unsupportedNumber: Filter = (text, context, { guardNumbers }) => {
  const { before } = context;
  if (!guardNumbers) return text;
  // A number or a range may begin in the document: "25" before the cursor and "0 mg" or "–50 mg" behind it.
  if (/[\p{N}.,·]$/u.test(before) && /^(?:[.,·]|\s?[-–—/×]\s?)?\p{N}/u.test(text)) return "";
  const near = before.length > reach ? before.slice(-reach).replace(/^\S+/, "") : before;
  const names = numbersIn(near).filter(({ isName }) => isName);
  const supported = new Set([...names, ...numbersIn(besideIt(near, context))].map(({ meant }) => meant));
  const unknown = numbersIn(text, before).find(({ meant }) => !supported.has(meant));
  return text.slice(0, unknown?.index);
};

/** The next row, item or cell is about another medicine, or about other patients. */
function besideIt(near: string, { place }: CompletionContext): string {
  const from = Math.max(
    near.lastIndexOf("\n"),
    near.lastIndexOf("\r"),
    place === "cell" ? near.lastIndexOf("|") : -1,
  );
  return near.slice(from + 1).replace(listMark, "");
}

/** Where numbers stand, each with the words on both sides: "up to 2 g" is no "2 g", "within 10 minutes" no "over 10 minutes". */
function numbersIn(text: string, before = "") {
  return Array.from(text.matchAll(number), ({ 0: digits, index }) => {
    // A name such as SpO2 counts nothing; q8h does.
    if (/^(?![qx]\p{N})[a-zß-öø-ɏ]+\p{N}/iu.test(digits))
      return { index, meant: digits.toLowerCase(), isName: true };
    const counted = /^\s*([\p{L}%°‰/][^\s.,;:)\]|]*)/u.exec(text.slice(index + digits.length))?.[1] ?? "";
    const named = /(\S*)\s*$/.exec(before.slice(-reach) + text.slice(0, index))?.[1];
    return { index, meant: `${named} ${digits} ${counted}`.toLowerCase(), isName: false };
  });
}
