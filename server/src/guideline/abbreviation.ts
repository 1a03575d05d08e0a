// Abbreviations: where a document says what one stands for, and where it uses one. Words set in capitals for
// emphasis are not abbreviations. It must not judge: what is missing or in conflict is for the rules.

import { emphasisWords, usualExpansions } from "../lexicon/abbreviations.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Piece } from "../syntax/piece.ts";
import { once, oncePer, tally } from "../text/memory.ts";
import { anyOverlaps, type Span } from "../text/span.ts";
import { parseDefinitions } from "./abbreviation-definition.ts";
import { isUnlikeWord } from "./abbreviation-shape.ts";
import {
  type AbbreviationWord,
  abbreviationWords,
  isUsual,
  numberedWords,
  smallWords,
} from "./abbreviation-word.ts";
import { reachOf, type Section } from "./section.ts";

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

/** "Semler MW, et al. … 2018;378:829": initials and journals. */
const citation =
  /^\W*(?:[\w-]{1,30}(?:\s*[\].:]+\s+|\s{2,}))?(?:\p{L}[\p{L}'’-]+ +){1,3}[A-Z]{1,3}\b[^\n]*\b(?:19|20)\d\d\s?;\s?\d/u;
const citationReach = 600;

const wordsOutsideCitations = oncePer((piece: Piece) => {
  const isCitation = citedLines(piece.plain);
  return abbreviationWords(piece).map(({ start, words }) => ({
    start,
    words: words.filter((word) => !isCitation(word.start, start)),
  }));
});

/** Asked from the first place to the last, each line is looked at once. */
function citedLines(plain: string): (at: number, from: number) => boolean {
  let [start, end, isCited] = [0, -1, false];
  return (at, from) => {
    if (at >= end) {
      start = Math.max(from, plain.lastIndexOf("\n", at) + 1);
      const next = plain.indexOf("\n", at);
      end = next < 0 ? plain.length : next;
      isCited = citation.test(plain.slice(start, Math.min(end, start + citationReach)));
    }
    return isCited;
  };
}

/** A longer word in capitals mostly is a word. */
const longestShouted = 5;
const referencesTitle =
  /^(?:[\dA-Z.]+\s+)?(?:references?|bibliography|sources?|citations?|further +reading|literature|authors?|contributors)\b/i;

export function parseAbbreviations(markdown: Markdown, sections: readonly Section[]): Abbreviations {
  const definitions = parseDefinitions(markdown, sections);
  return { definitions, uses: parseUses(markdown, sections, definitions) };
}

/** What the whole document says of a word. */
interface Usage {
  /** Abbreviations that it says the meaning of. */
  readonly known: ReadonlySet<string>;
  /** Abbreviations that it counts: "TT1", "TT2", "TT3". */
  readonly series: ReadonlySet<string>;
  /** Whether it also writes the word in small letters, or everyone does. */
  readonly isOrdinary: (word: string) => boolean;
}

function parseUses(
  markdown: Markdown,
  sections: readonly Section[],
  definitions: readonly AbbreviationDefinition[],
): AbbreviationUse[] {
  const definedAt = new Set(definitions.map(({ span }) => span.start));
  const usage: Usage = {
    known: new Set(definitions.map(({ short }) => short)),
    series: numberedSeries(markdown),
    isOrdinary: ordinaryWords(markdown),
  };
  const references = referencesIn(markdown, sections);
  const uses: AbbreviationUse[] = [];
  for (const part of markdown.parts) {
    for (const { start: blockStart, words } of wordsOutsideCitations(part.piece)) {
      const at = part.start + blockStart;
      if (anyOverlaps(references, { start: at, end: at + 1 })) continue;
      let within = 0;
      for (const word of words) {
        const short = word.start < within ? undefined : shortOf(word, usage);
        if (short && short === word.compound) within = word.start + short.length;
        const start = part.start + word.start;
        if (short && !definedAt.has(start)) uses.push({ short, span: { start, end: start + short.length } });
      }
    }
  }
  return uses;
}

/** Where nothing is read: the outermost sections, in order. */
function referencesIn(markdown: Markdown, sections: readonly Section[]): Span[] {
  const found: Span[] = [];
  for (const section of sections) {
    if (section.headingSpan.start >= (found.at(-1)?.end ?? 0) && referencesTitle.test(section.title))
      found.push(reachOf({ sections, markdown }, section));
  }
  return found;
}

/** The abbreviation that a word is in this document, if it is one. */
function shortOf(word: AbbreviationWord, usage: Usage): string | undefined {
  if (word.compound && usage.known.has(word.compound)) return word.compound;
  const short = word.short && baseOf(word.short, usage);
  return short && (usage.known.has(short) || !isEmphasis(short, word, usage)) ? short : undefined;
}

/** "OPV" in "OPV1": the number counts doses, stages or types. "NSAID" in "NSAIDS". */
function baseOf(short: string, { known, series }: Usage): string {
  const one = short.replace(/(?<=..)S$/, "");
  if (one !== short && !known.has(short) && !isUsual(short) && (known.has(one) || usualExpansions.has(one)))
    return one;
  const base = short.replace(/\d$/, "");
  if (base === short || base.length < 2 || isUsual(short) || known.has(short)) return short;
  return known.has(base) || usualExpansions.has(base) || series.has(base) ? base : short;
}

/** Whether a word in capitals is only shouted. A usual abbreviation is, too, in the midst of shouting. */
function isEmphasis(short: string, word: AbbreviationWord, { isOrdinary }: Usage): boolean {
  if (word.capitals === undefined) return false;
  if (!usualExpansions.has(short) && (isLongWord(word) || isOrdinary(word.capitals))) return true;
  if (word.inCapitalLine) return true;
  // Among two or more words in capitals, at least half of them ordinary: "ACT NOW", "CALL FOR HELP".
  const isWord = (one: string) => one.length > longestShouted || isOrdinary(one);
  return word.run.length >= 2 && word.run.filter(isWord).length * 2 >= word.run.length;
}

/** A longer one is an abbreviation only if no word is spelt so, or if it names a measure. */
const isLongWord = ({ capitals = "", namesMeasure }: AbbreviationWord): boolean =>
  capitals.length > longestShouted && !namesMeasure && !isUnlikeWord(capitals);

function numberedSeries({ parts }: Markdown): ReadonlySet<string> {
  const bases = new Map<string, string>();
  const series = new Set<string>();
  for (const { piece } of parts) {
    for (const word of numberedWords(piece)) {
      const base = word.slice(0, -1);
      const other = bases.get(base);
      if (other === undefined) bases.set(base, word);
      else if (other !== word) series.add(base);
    }
  }
  return series;
}

const writtenSmall = tally(smallWords);

function ordinaryWords({ parts }: Markdown): (word: string) => boolean {
  const written = once(() => writtenSmall(parts.map(({ piece }) => piece)));
  return (word) => emphasisWords.has(word) || written().has(word.toLowerCase());
}
