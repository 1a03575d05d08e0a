// Abbreviations: where a document says what one stands for, and where it uses one. Words set in capitals for
// emphasis are not abbreviations. It must not judge: what is missing or in conflict is for the rules.

import { emphasisWords, usualExpansions, wellKnownAbbreviations } from "../lexicon/abbreviations.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import { parseDefinitions } from "./abbreviation-definition.ts";
import { abbreviationIn, compoundIn } from "./abbreviation-shape.ts";
import { pathOf, type Section, sectionAt } from "./section.ts";

export interface AbbreviationDefinition {
  readonly short: string;
  readonly long: string;
  /** Where the abbreviation stands in its definition. */
  readonly span: Span;
  readonly longSpan: Span;
  /** An entry of a list, table or line of abbreviations, which may stand anywhere. */
  readonly listed: boolean;
}
export interface AbbreviationUse {
  readonly short: string;
  readonly span: Span;
}
export interface Abbreviations {
  readonly definitions: readonly AbbreviationDefinition[];
  readonly uses: readonly AbbreviationUse[];
}

/** Not within another word, an address or a code; behind a hyphen only where a small letter is before it ("post-ART"). */
const token =
  /(?<![\p{L}\p{N}_@.\\]|[^a-z]-|[^\p{L})]\/|^[-/])[A-Za-z][A-Za-z0-9]*(?![\p{L}\p{N}_@\\]|\.[a-z])/gu;
const joined = /^(?:[-/&][A-Za-z0-9]+)+/;
/** A longer word in capitals is a word. */
const longestShouted = 5;
const lineReach = 200;
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
  const definedAt = new Set(definitions.map((definition) => definition.span.start));
  const known = new Set(definitions.map((definition) => definition.short));
  const ordinary = lowerCaseWords(plain);
  const series = numberedSeries(plain);
  const uses: AbbreviationUse[] = [];
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "comment") continue;
    if (pathOf(sectionAt(sections, block.span.start)).some(({ title }) => referencesTitle.test(title)))
      continue;
    const text = plain.slice(block.span.start, block.span.end);
    for (const match of text.matchAll(token)) {
      const short = compoundAt(text, match, known) ?? baseOf(abbreviationIn(match[0]), known, series);
      if (!short) continue;
      if (!known.has(short) && isEmphasis(short, match.index, text, ordinary)) continue;
      const start = block.span.start + match.index;
      if (!definedAt.has(start)) uses.push({ short, span: { start, end: start + short.length } });
    }
  }
  return uses;
}

/** "MDR-TB" where the document says what that stands for; otherwise each part is for itself. */
function compoundAt(text: string, { 0: word, index }: RegExpExecArray, known: ReadonlySet<string>) {
  const rest = joined.exec(text.slice(index + word.length, index + word.length + 20))?.[0];
  const compound = rest && compoundIn(word + rest);
  return compound && known.has(compound) ? compound : undefined;
}

/** "OPV" in "OPV1": the number counts doses, stages or types. */
function baseOf(short: string | undefined, known: ReadonlySet<string>, series: ReadonlySet<string>) {
  const base = short?.replace(/\d$/, "");
  if (!short || !base || base === short || base.length < 2 || isUsual(short) || known.has(short))
    return short;
  return known.has(base) || usualExpansions.has(base) || series.has(base) ? base : short;
}

function isUsual(short: string): boolean {
  return usualExpansions.has(short) || wellKnownAbbreviations.has(short);
}

/** Abbreviations that the document counts: "TT1", "TT2", "TT3". */
function numberedSeries(plain: string): ReadonlySet<string> {
  const numbered = new Set(plain.match(/\b[A-Z]{2,5}[1-9]\b/g)?.filter((word) => !isUsual(word)));
  const once = new Set<string>();
  const series = new Set<string>();
  for (const word of numbered) {
    const base = word.slice(0, -1);
    if (once.has(base)) series.add(base);
    once.add(base);
  }
  return series;
}

/** Whether a word in capitals is only shouted. A usual abbreviation is, too, in the midst of shouting. */
function isEmphasis(short: string, start: number, text: string, ordinary: ReadonlySet<string>): boolean {
  const letters = short.replace(/\d+$/, "");
  if (!/^[A-Z]+$/.test(letters)) return false;
  const usual = usualExpansions.has(short);
  if (!usual && isOrdinary(letters, ordinary)) return true;
  // In a line without a small letter nothing stands out: it is a heading in capitals.
  const line = lineAround(text, start);
  if (!/[a-z]/.test(line) && line.replace(/[^A-Z]/g, "").length > letters.length) return true;
  return inShoutedRun(text, start, letters.length, ordinary);
}

/** The line, or what of it is near enough to judge by. */
function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - lineReach), offset);
  const after = text.slice(offset, offset + lineReach);
  return before.slice(before.lastIndexOf("\n") + 1) + after.split("\n", 1)[0];
}

function isOrdinary(word: string, ordinary: ReadonlySet<string>): boolean {
  return word.length > longestShouted || emphasisWords.has(word) || ordinary.has(word.toLowerCase());
}

/** Among two or more words in capitals, at least half of them ordinary: "ACT NOW", "CALL FOR HELP". */
function inShoutedRun(text: string, start: number, length: number, ordinary: ReadonlySet<string>): boolean {
  const before = /(?:\b[A-Z]+[ ,]+)*$/.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? "";
  const after = /^(?:[ ,]+[A-Z]+\b)*/.exec(text.slice(start + length, start + length + 80))?.[0] ?? "";
  const words = `${before} ${text.slice(start, start + length)} ${after}`.match(/[A-Z]{2,}/g) ?? [];
  const plainWords = words.filter((word) => isOrdinary(word, ordinary));
  return words.length >= 2 && plainWords.length * 2 >= words.length;
}

function lowerCaseWords(plain: string): ReadonlySet<string> {
  return new Set(plain.match(/\b[A-Z]?[a-z]{1,6}\b/g)?.map((word) => word.toLowerCase()));
}
