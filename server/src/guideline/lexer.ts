// Plain text to words, numbers and signs with their places. Numbers are read in every notation that guidelines
// use: "7·5", "7,5", "100 000", "100,000", "1 ½", "1⁄2". It must not know what any of them means.

import { dictionaryInUse } from "../lexicon/dictionary.ts";
import type { Span } from "../text/span.ts";

export interface WordToken extends Span {
  readonly kind: "word";
  /** In lower case, dots of "i.v." taken out. */
  readonly text: string;
}
export interface NumberToken extends Span {
  readonly kind: "number";
  readonly text: string;
  readonly value: number;
  /** The sign before the decimals, when there is one. */
  readonly decimal: string | undefined;
  /** The sign between thousands, when there is one. */
  readonly group: string | undefined;
}
export interface SignToken extends Span {
  readonly kind: "sign";
  /** One character; a full stop that ends a sentence is "¶", and so are a forced line break and a step's arrow. */
  readonly text: string;
}
export type Token = WordToken | NumberToken | SignToken;

const spaces = "[ \\u00A0\\u2009\\u202F]";
const pattern = new RegExp(
  [
    "(\\p{L}(?:\\.\\p{L})+\\.?(?!\\p{L}))", // i.v., p.o, e.g.
    "(\\p{L}[\\p{L}\\p{M}\\d²³⁰¹⁴-⁹₀-₉]*(?:['’]\\p{L}+)?)",
    `((?:\\d{1,2}${spaces}?)?[1-7]⁄[2-8](?!\\d)|(?:\\d{1,3}(?:${spaces}\\d{3})+|\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:['’]\\d{3})+|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\.\\d)|\\d+)(?![\\d])(?:[.·‧∙][\\d]+|,\\d{1,2}(?![\\d]|,\\d)|0?,\\d+)?(?:${spaces}?[½¼¾⅓⅔⅛])?|(?<![\\p{L}\\d])[.·‧∙]\\d+(?![\\d.])|[½¼¾⅓⅔⅛])`,
    "(\\S)",
  ].join("|"),
  "uy",
);
const fractions: Readonly<Record<string, number>> = {
  "½": 0.5,
  "¼": 0.25,
  "¾": 0.75,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "⅛": 0.125,
};
/** A full stop behind these does not end a sentence, … */
const shortened = new Set("nos fig sec cf vs eg ie dr st ref refs ch approx incl resp".split(" "));
/** … and behind these only where a capital follows. */
const oftenShortened = new Set(
  "no max min vol inj tab tabs cap caps syr supp supps susp wt bw mod amp conc sol soln ca etc para inf hrs hr".split(
    " ",
  ),
);

export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) at = plainTokenAt(tokens, text, at) ?? tokenAt(tokens, text, at);
  return tokens;
}

const [space, apostrophe, stop, newline] = [0x20, 0x27, 0x2e, 0x0a];
const angle = 0x3c;
const setWord = /^< *(AND|OR|PLUS|ADD) *>/;
const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Most of a text is plain words, blanks and signs, for which the pattern is not needed: the end of such a one. */
function plainTokenAt(tokens: Token[], text: string, start: number): number | undefined {
  const code = text.charCodeAt(start);
  let end = start + 1;
  if (isLetter(code)) {
    // "10 to14.9 kg": a blank was lost.
    const runsOn = text.startsWith("to", start) && isDigit(text.charCodeAt(start + 2));
    while (
      isLetter(text.charCodeAt(end)) ||
      (isDigit(text.charCodeAt(end)) && !(runsOn && end === start + 2))
    )
      end++;
    const next = text.charCodeAt(end);
    if (next > 0x7f || next === apostrophe || (next === stop && end === start + 1)) return undefined;
    pushWord(tokens, text, start, text.slice(start, end));
    return end;
  }
  if (code === space) {
    while (text.charCodeAt(end) === space) end++;
    const line = text.startsWith("\r\n", end) ? 2 : text.charCodeAt(end) === newline ? 1 : 0;
    // An arrow that begins the next line ends this one by itself.
    const isBreak = line > 0 && end >= start + 2 && !arrow.test(text.charAt(end + line));
    if (!isBreak) return end;
    tokens.push({ kind: "sign", text: "¶", start, end: start + 1 });
    return end + line;
  }
  if (code < space) return end;
  // "500 mg q12h <AND> 1 g q8h": the word, with what it is set in.
  const [set, word] = code === angle ? (setWord.exec(text.slice(start, start + 12)) ?? []) : [];
  if (set && word) {
    pushWord(tokens, text, start + set.indexOf(word), word);
    return start + set.length;
  }
  if (code === stop || code >= 0x7f || isDigit(code)) return undefined;
  tokens.push({ kind: "sign", text: text.charAt(start), start, end });
  return end;
}

/** Lamivudine's short name begins with a digit. */
const codeWithDigit = /^3tc(?![\p{L}\d])/iu;

function tokenAt(tokens: Token[], text: string, start: number): number {
  if (codeWithDigit.test(text.slice(start, start + 4))) {
    pushWord(tokens, text, start, text.slice(start, start + 3));
    return start + 3;
  }
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return start + 1;
  const [whole, dotted, word, number] = match;
  if (dotted !== undefined || word !== undefined) pushWord(tokens, text, start, dotted ?? word ?? "");
  else if (number !== undefined) tokens.push(...numbers(number, start, tokens.at(-1), text));
  else if (whole !== "." || !isOfUnit(text, start, tokens.at(-1))) {
    const ends = (whole === "." && endsSentence(text, start, tokens.at(-1))) || isStep(whole, text, start);
    const sign = ends ? "¶" : whole;
    tokens.push({ kind: "sign", text: sign, start, end: start + whole.length });
  }
  return start + whole.length;
}

const arrow = /^[→⇒➔➜➡↓▼]$/;
/** An arrow that begins a line: a step of a flow chart. */
const isStep = (sign: string, text: string, start: number): boolean =>
  arrow.test(sign) && /\n[ \t]*$/.test(text.slice(Math.max(0, start - 9), start));

function pushWord(tokens: Token[], text: string, start: number, word: string): void {
  const end = start + word.length;
  // "given i.v. The next": the last full stop also ends the sentence, where a capital follows.
  const closes = word.endsWith(".") && word.length > 2 && /^\s+[A-Z]/.test(text.slice(end, end + 4));
  // "mU" is a thousandth, "MU" a million units.
  const milli = word === "mU" || word === "mIU";
  tokens.push({
    kind: "word",
    text: milli ? "milliunit" : word.replaceAll(".", "").toLowerCase(),
    start,
    end,
  });
  if (closes) tokens.push({ kind: "sign", text: "¶", start: end - 1, end });
}

function endsSentence(text: string, at: number, before: Token | undefined): boolean {
  if (at + 1 < text.length && !/\s/.test(text[at + 1] ?? "")) return false;
  if (before?.kind !== "word" || before.end !== at) return true;
  if (oftenShortened.has(before.text)) return /^\s+\p{Lu}/u.test(text.slice(at + 1, at + 4));
  return !shortened.has(before.text);
}

/** "50 mg. of vitamin B6": it says nothing. */
const isOfUnit = (text: string, at: number, before: Token | undefined): boolean =>
  before?.kind === "word" &&
  before.end === at &&
  unit.test(before.text) &&
  /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4));
const unit = /^(?:mg|g|mcg|kg|ml|cc|tabs?|caps?|hrs?)$/;

/** One number, or the two of "day 1 500 mg" and "F-100 130 mL", where the blank is no thousands separator. */
function numbers(written: string, start: number, before: Token | undefined, text: string): NumberToken[] {
  const gap = /^(\d{1,3})[ \u00A0\u2009\u202F](\d{3})$/.exec(written);
  const counts = before?.kind === "word" && /^(?:days?|weeks?|table|section|step|phase)$/.test(before.text);
  if (gap && (counts || /\p{L}-$/u.test(text.slice(Math.max(0, start - 2), start)))) {
    const [, first = "", second = ""] = gap;
    return [numberOf(first, start), numberOf(second, start + written.length - second.length)];
  }
  return [numberOf(written, start)];
}

function numberOf(written: string, start: number): NumberToken {
  // "21⁄2", with the sign that is a fraction's only: two and a half.
  const [, over = "", under] = /([1-7])⁄([2-8])$/.exec(written) ?? [];
  const fraction = under ? Number(over) / Number(under) : fractions[written.at(-1) ?? ""];
  const digits = (fraction === undefined ? written : written.slice(0, under ? -3 : -1)).trim();
  const group = groupOf(digits);
  const bare = group === "." ? digits.replaceAll(".", "") : digits;
  const whole = group ? bare.replace(/[ \u00A0\u2009\u202F'’]/g, "").replace(/,(?=\d{3})/g, "") : bare;
  const decimal = /[.,·‧∙](?=\d*$)/.exec(whole)?.[0];
  const value = whole === "" ? 0 : Number(decimal ? whole.replace(decimal, ".") : whole);
  return {
    kind: "number",
    text: written,
    value: value + (fraction ?? 0),
    decimal,
    group,
    start,
    end: start + written.length,
  };
}

function groupOf(digits: string): string | undefined {
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return ".";
  const [, sign, rest = ""] = /^[1-9]\d{0,2}([.,])(\d{3})$/.exec(digits) ?? [];
  if (sign && dictionaryInUse().habits?.comma) return sign === "," && !rest.endsWith("00") ? undefined : sign;
  return /^[1-9]\d{0,2}([ \u00A0\u2009\u202F,'’])\d{3}(?!\d)/.exec(digits)?.[1];
}
