// Abbreviations: where a document says what one stands for, and where it uses one. Words set in capitals for
// emphasis are not abbreviations. It must not judge: what is missing or in conflict is for the rules.

import { emphasisWords, usualExpansions } from "../lexicon/abbreviations.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { overlaps, type Span } from "../text/span.ts";
import { parseDefinitions } from "./abbreviation-definition.ts";
import { abbreviationIn } from "./abbreviation-shape.ts";
import type { Section } from "./section.ts";

export interface AbbreviationDefinition {
  readonly short: string;
  readonly long: string;
  /** Where the abbreviation stands in its definition. */
  readonly span: Span;
  readonly longSpan: Span;
}
export interface AbbreviationUse {
  readonly short: string;
  readonly span: Span;
}
export interface Abbreviations {
  readonly definitions: readonly AbbreviationDefinition[];
  readonly uses: readonly AbbreviationUse[];
}

const token = /(?<![\p{L}\p{N}_@./\\-])[A-Za-z][A-Za-z0-9]*(?![\p{L}\p{N}_@\\])/gu;
/** A longer word in capitals is a word. */
const longestShouted = 5;
const referencesTitle =
  /^(?:[\dA-Z.]+\s+)?(?:references?|bibliography|sources?|citations?|further reading|literature|authors?|contributors)\b/i;

export function parseAbbreviations(markdown: Markdown, sections: readonly Section[]): Abbreviations {
  const definitions = parseDefinitions(markdown, sections);
  return { definitions, uses: parseUses(markdown, sections, definitions) };
}

function parseUses(
  markdown: Markdown,
  sections: readonly Section[],
  definitions: readonly AbbreviationDefinition[],
): AbbreviationUse[] {
  const { plain, blocks } = markdown;
  const skipped = sections
    .filter((section) => referencesTitle.test(section.title))
    .map((section) => section.span);
  const definedAt = new Set(definitions.map((definition) => definition.span.start));
  const known = new Set(definitions.map((definition) => definition.short));
  const ordinary = lowerCaseWords(plain);
  const uses: AbbreviationUse[] = [];
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "comment") continue;
    if (skipped.some((span) => overlaps(span, block.span))) continue;
    const text = plain.slice(block.span.start, block.span.end);
    for (const match of text.matchAll(token)) {
      const short = abbreviationIn(match[0]);
      if (!short) continue;
      if (!known.has(short) && isEmphasis(short, match.index, text, ordinary)) continue;
      const start = block.span.start + match.index;
      if (!definedAt.has(start)) uses.push({ short, span: { start, end: start + short.length } });
    }
  }
  return uses;
}

/** Whether a word in capitals is only shouted. A usual abbreviation is, too, in the midst of shouting. */
function isEmphasis(short: string, start: number, text: string, ordinary: ReadonlySet<string>): boolean {
  const letters = short.replace(/\d+$/, "");
  if (!/^[A-Z]+$/.test(letters)) return false;
  const usual = usualExpansions.has(short);
  if (!usual && isOrdinary(letters, ordinary)) return true;
  // In a line without a small letter nothing stands out: it is a heading in capitals.
  const line = text.slice(text.lastIndexOf("\n", start) + 1).split("\n", 1)[0] ?? "";
  if (!/[a-z]/.test(line) && line.replace(/[^A-Z]/g, "").length > letters.length) return true;
  return inShoutedRun(text, start, letters.length, ordinary);
}

function isOrdinary(word: string, ordinary: ReadonlySet<string>): boolean {
  return word.length > longestShouted || emphasisWords.has(word) || ordinary.has(word.toLowerCase());
}

/** Among two or more words in capitals, at least half of them ordinary: "ACT NOW", "CALL FOR HELP". */
function inShoutedRun(text: string, start: number, length: number, ordinary: ReadonlySet<string>): boolean {
  const before = /(?:\b[A-Z]+[ ,]+)*$/.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? "";
  const after = /^(?:[ ,]+[A-Z]+\b)*/.exec(text.slice(start + length, start + length + 80))?.[0] ?? "";
  const words = `${before} ${text.slice(start, start + length)} ${after}`.match(/[A-Z]+/g) ?? [];
  const plainWords = words.filter((word) => isOrdinary(word, ordinary));
  return words.length >= 2 && plainWords.length * 2 >= words.length;
}

function lowerCaseWords(plain: string): ReadonlySet<string> {
  return new Set(plain.match(/\b[A-Z]?[a-z]{1,6}\b/g)?.map((word) => word.toLowerCase()));
}
