// Words of a piece of a document that look like abbreviations, with what their surroundings say of them; and the
// piece's small and its numbered words. It must not know the rest of the document.

import { usualExpansions, wellKnownAbbreviations } from "../lexicon/abbreviations.ts";
import type { Piece } from "../syntax/piece.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { abbreviationIn, compoundIn } from "./abbreviation-shape.ts";

export interface AbbreviationWord {
  /** Counted from the piece's start. */
  readonly start: number;
  /** "MDR-TB", to be taken where the document says what it stands for; otherwise each part is for itself. */
  readonly compound: string | undefined;
  readonly short: string | undefined;
  /** Nothing but capitals, and then perhaps a number: it may be a shouted word. */
  readonly capitals: string | undefined;
  /** What is behind it says that it is the name of a measure: "the SCORAD score". */
  readonly namesMeasure: boolean;
  /** In a line without a small letter nothing stands out: it is a heading in capitals. */
  readonly inCapitalLine: boolean;
  /** The words in capitals beside it and itself: "ACT NOW". */
  readonly run: readonly string[];
}

/** Not within another word, an address or a code; behind a hyphen only where a small letter is before it ("post-ART"). */
const token =
  /(?<![\p{L}\p{N}_@.\\]|[^a-z]-|[^\p{L})]\/|^[-/])[A-Za-z][A-Za-z0-9]*(?![\p{L}\p{N}_@\\]|\.[a-z])/gu;
const joined = /^(?:[-/&][A-Za-z0-9]+)+/;
const measure =
  /^ +(?:scores?|index|indices|scales?|questionnaires?|criteri(?:a|on)|classification|categor(?:y|ies)|tool)(?![\p{L}-])/u;
const lineReach = 200;
const runReach = 80;

/** Of each block that has any. */
export interface BlockWords {
  readonly start: number;
  readonly words: readonly AbbreviationWord[];
}

export const abbreviationWords = oncePer(({ plain, blocks }: Piece): readonly BlockWords[] =>
  blocks.flatMap(({ kind, span }) => {
    if (kind === "code" || kind === "comment") return [];
    const words = wordsOf(plain.slice(span.start, span.end), span.start);
    return words.length > 0 ? [{ start: span.start, words }] : [];
  }),
);

/** Words in small letters that may be shouted elsewhere. */
export const smallWords = oncePer(
  ({ plain }: Piece): ReadonlySet<string> =>
    new Set(plain.match(/\b[A-Z]?[a-z]{1,6}\b/g)?.map((word) => word.toLowerCase())),
);

/** "TT1", "TT2": what may be an abbreviation that the document counts. */
export const numberedWords = oncePer(({ plain }: Piece): readonly string[] => [
  ...new Set(plain.match(/\b[A-Z]{2,5}[1-9]\b/g)?.filter((word) => !isUsual(word))),
]);

export function isUsual(short: string): boolean {
  return usualExpansions.has(short) || wellKnownAbbreviations.has(short);
}

function wordsOf(text: string, from: number): AbbreviationWord[] {
  const words: AbbreviationWord[] = [];
  for (const { 0: word, index } of matchesIn(text, token)) {
    const compound = compoundAt(text, index, word);
    const short = abbreviationIn(word);
    if (!compound && !short) continue;
    const letters = short?.replace(/\d+$/, "") ?? "";
    const capitals = /^[A-Z]+$/.test(letters) ? letters : undefined;
    words.push({
      start: from + index,
      compound,
      short,
      capitals,
      namesMeasure: measure.test(text.slice(index + word.length, index + word.length + 20)),
      inCapitalLine: capitals !== undefined && isCapitalLine(lineAround(text, index), letters),
      run: capitals === undefined ? [] : runAround(text, index, letters.length),
    });
  }
  return words;
}

function compoundAt(text: string, index: number, word: string): string | undefined {
  const rest = joined.exec(text.slice(index + word.length, index + word.length + 20))?.[0];
  return rest && compoundIn(word + rest);
}

/** The line, or what of it is near enough to judge by. */
function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - lineReach), offset);
  const after = text.slice(offset, offset + lineReach);
  return before.slice(before.lastIndexOf("\n") + 1) + after.split("\n", 1)[0];
}

function isCapitalLine(line: string, letters: string): boolean {
  return !/[a-z]/.test(line) && line.replace(/[^A-Z]/g, "").length > letters.length;
}

function runAround(text: string, start: number, length: number): readonly string[] {
  const before = /(?:\b[A-Z]+[ ,]+)*$/.exec(text.slice(Math.max(0, start - runReach), start))?.[0] ?? "";
  const after = /^(?:[ ,]+[A-Z]+\b)*/.exec(text.slice(start + length, start + length + runReach))?.[0] ?? "";
  return `${before} ${text.slice(start, start + length)} ${after}`.match(/[A-Z]{2,}/g) ?? [];
}
