// An abbreviation and its long form joined by words or signs: "kangaroo mother care, hereafter KMC", "KMC = kangaroo
// mother care", "we write KMC for kangaroo mother care". It must not know lists, tables and brackets around one of both.

import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { isPlainly, longFormAfter, longFormBefore } from "./abbreviation-long-form.ts";
import { abbreviationIn, compoundIn } from "./abbreviation-shape.ts";

export interface Joined {
  readonly short: Span;
  readonly long: Span;
  /** With a sign, as in a legend. */
  readonly equalled: boolean;
}

const candidate = /(?<![\p{L}\p{N}@./\\-])[A-Za-z][A-Za-z0-9]*(?:[-&][A-Za-z0-9]+)*(?![\p{L}\p{N}])/gu;
const marks = "[\"“”‘’'*_`]{0,3}";
const names =
  "(?:hereafter|henceforth|hereinafter|below|from (?:here|now) on|(?:here )?abbreviated(?: here)?(?: as| to)?|shortened to|(?:here |also )?known (?:here )?as|(?:also |here )?called|(?:also |here )?written|in short|for short|short|referred to as)";
/** Words that name the abbreviation of what stands before them. */
const namedBehind = new RegExp(`(?:,|\\(|\\[|\\s)\\s*(?:is |are |or )?${names}[\\s:,]*${marks}$`, "i");
/** Signs that may also stand between other things. */
const setBehind = new RegExp(
  `(?:,?\\sor\\s|\\s[–—]\\s|\\s?[[(]\\s?(?:or\\s|i\\.e\\.,?\\s)?|\\s?=\\s?|\\s{2,9})${marks}$`,
);
const equalled = new RegExp(`^${marks}\\s?(?:=|\\(=|:|≙)\\s?${marks}(?=\\p{L})`, "u");
const writtenFor = new RegExp(`^${marks}(?:\\s+here)?\\s+for\\s+(?=\\p{L})`, "u");
const writes = /\b(?:writ|us|say|abbreviat|shorten|stand|mean|letters|called)\w*\b[^.;\n]*$/i;
const reach = 160;

/** In the order of the text; what lies in it is counted from its start. */
export function joinedIn(text: string): readonly Joined[] {
  return matchesIn(text, candidate).flatMap(({ index, 0: word }): Joined[] => {
    const short = abbreviationIn(word) ?? compoundIn(word);
    if (short === undefined) return [];
    const at = { start: index, end: index + short.length };
    const after = behind(text, short, at);
    const long = after ?? before(text, short, at);
    return long
      ? [{ short: at, long, equalled: after !== undefined && equalled.test(text.slice(at.end, at.end + 9)) }]
      : [];
  });
}

/** "The peak expiratory flow rate, PEFR, is …" */
const apposed = new RegExp(`,\\s${marks}$`);

function before(text: string, short: string, { start, end }: Span): Span | undefined {
  const from = Math.max(0, start - reach);
  const said = text.slice(from, start);
  const named = namedBehind.exec(said);
  const isApposed = /^["”’'*_]{0,3},/.test(text.slice(end, end + 4));
  // "Back pain or BP < 90/60": another thing that is measured.
  const isMeasured = /^\s?(?:[<>≤≥]|\d)/.test(text.slice(end, end + 4));
  const joint =
    named ?? (isMeasured ? null : setBehind.exec(said)) ?? (isApposed ? apposed.exec(said) : null);
  const phrase = joint && unnumbered(said.slice(0, joint.index), text.slice(end, end + 6));
  const long = phrase ? longFormBefore(short, phrase) : undefined;
  if (!long || !(named || isPlainly(short, said.slice(long.start, long.end)))) return undefined;
  return { start: from + long.start, end: from + long.end };
}

/** "Health centre III (HC III)": the number is no part of what is shortened. */
function unnumbered(phrase: string, rest: string): string {
  const [, number] = /^\s+([IVX]{1,4}|\d{1,2})\b/.exec(rest) ?? [];
  return number && phrase.endsWith(` ${number}`) ? phrase.slice(0, -number.length - 1) : phrase;
}

function behind(text: string, short: string, { start, end }: Span): Span | undefined {
  const rest = text.slice(end, end + reach);
  const equal = equalled.exec(rest);
  const joint =
    equal ?? (writes.test(text.slice(Math.max(0, start - reach), start)) ? writtenFor.exec(rest) : null);
  if (!joint) return undefined;
  const words = rest.slice(joint[0].length);
  const isQuoted = !equal && /^["”’']/.test(rest);
  // "… and CHW = community health worker"
  const long = [words, words.split(/\sand\s|\)/, 1)[0] ?? ""]
    .map((said) => longFormAfter(short, said))
    .find((one) => one && (isQuoted || isPlainly(short, words.slice(one.start, one.end))));
  if (!long) return undefined;
  const from = end + joint[0].length;
  return { start: from + long.start, end: from + long.end };
}
