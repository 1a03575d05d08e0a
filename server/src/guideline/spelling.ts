// Where a document's own words are spelt in British or in American English. Names of organisations, quoted titles,
// links and lists of references are not its own words. It must not judge which spelling is right.

import { type Spelling, type SpellingVariant, spellingVariantOf } from "../lexicon/spelling-variants.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import { type Block, type Markdown, textsOf } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { overlaps, type Span, shifted } from "../text/span.ts";
import { isInCitation } from "./cited-line.ts";
import type { Guideline } from "./guideline.ts";
import { isReferenceList } from "./reference-list.ts";
import { listPerRun } from "./run.ts";
import { pathOf } from "./section.ts";

export interface SpeltWord extends Span {
  /** In small letters. */
  readonly word: string;
  readonly variant: SpellingVariant;
}

const wordPattern = /\p{L}{4,}/gu;
const silentTitle = /\backnowledge?ments?\b|^\W*(?:references|bibliography|further +reading)\b/i;
const institution =
  /\b(?:Cent(?:er|re)s?|Organi[sz]ation|Institutes?|Society|Academy|College|Association|Hospital|Department|Ministry|Journal|University|Committee|Initiative|Program(?:me)?|Foundation|Federation|Council|Network|Fund|Agency|Bureau|Alliance|Commission|Administration|Union|Trust|Library|Act|Press)\b/;
const quoted = /"[^"\n]{3,160}"|“[^”\n]{3,160}”|‘[^’\n]{3,160}’|\[[^\]\n]{3,200}\]\(|\[[^\]\n]{3,200}\]\[/g;

/** A few words in small letters are to be said, and no title. */
const said = /^["“‘][^\p{Lu}]{3,60}["”’]$/u;

export const spellings = oncePer((guideline: Guideline): readonly SpeltWord[] => {
  const { markdown, runs, dictionary, abbreviations } = guideline;
  const longForms = abbreviations.definitions.map(({ longSpan }) => longSpan);
  // "Gastro-esophageal reflux disease (GERD)": in the other spelling the letters would no longer be these.
  const spellsOut = (one: SpeltWord) =>
    one.variant.other[0] !== one.word[0] && longForms.some((long) => overlaps(long, one));
  const fixed = [...dictionary.glossary.keys(), ...dictionary.abbreviations.values()].join(" ").toLowerCase();
  return speltIn(runs, markdown).filter((one) => !fixed.includes(one.word) && !spellsOut(one));
});

/** Of British and American English, without what a project makes of them: other documents are only counted. */
export const spellingCounts = oncePer(({ runs, markdown }: Guideline): ReadonlyMap<Spelling, number> => {
  const english = speltIn(runs, markdown).filter(({ variant }) => variant.group === "english");
  const british = english.filter(({ variant }) => variant.spelling === "british").length;
  return new Map([
    ["british", british],
    ["american", english.length - british],
  ]);
});

const speltIn = listPerRun(({ blocks, section }, markdown): readonly SpeltWord[] =>
  isReferenceList(section) || pathOf(section).some(({ title }) => silentTitle.test(title))
    ? []
    : blocks.flatMap((block) => spelt(markdown, block)),
);

const moved = (word: SpeltWord, by: number): SpeltWord => ({ ...word, ...shifted(word, by) });

const spelt = listOncePerBlock(
  (piece, block: Block) =>
    textsOf(block).flatMap((span) => wordsIn(piece, block, span).map((word) => moved(word, span.start))),
  moved,
);

function wordsIn({ plain, text: source }: Markdown, block: Block, span: Span): SpeltWord[] {
  const text = plain.slice(span.start, span.end);
  const found = matchesIn(text, wordPattern).flatMap(({ 0: written, index }): SpeltWord[] => {
    const word = written.toLowerCase();
    const variant = spellingVariantOf(word);
    return variant ? [{ start: index, end: index + written.length, word, variant }] : [];
  });
  if (found.length === 0) return [];
  const marks = matchesIn(source.slice(span.start, span.end), quoted).flatMap(({ 0: whole, index }) =>
    said.test(whole) ? [] : [{ start: index, end: index + whole.length }],
  );
  const low = text.toLowerCase();
  return found.filter(
    (one) =>
      !marks.some((mark) => overlaps(mark, one)) &&
      !isName(text, one, block.kind !== "paragraph") &&
      !isInCitation(text, one) &&
      !isBesideOther(low, one),
  );
}

const near = 40;
/** "haemorrhage (American: hemorrhage)", "oedema/edema": the text says that they are one. */
const joined = /^\s?(?:[(/=]|,? +or +|,? +also +)(?:[a-z]+:? +)?$/;

function isBesideOther(low: string, { start, end, variant: { other } }: SpeltWord): boolean {
  const after = low.slice(end, end + near);
  const before = low.slice(Math.max(0, start - near), start);
  const [next, last] = [after.indexOf(other), before.lastIndexOf(other)];
  return (
    (next >= 0 && joined.test(after.slice(0, next))) ||
    (last >= 0 && joined.test(before.slice(last + other.length)))
  );
}

/** Words with a capital around it, small words between them. */
const runBefore = /(?:\b\p{Lu}[\p{L}'’-]*,?\s+(?:(?:of|for|and|the|on|in|to|&)\s+){0,2}){1,6}$/u;
const runAfter = /^(?:,?\s+(?:(?:of|for|and|the|on|in|to|&)\s+){0,2}\p{Lu}[\p{L}'’-]*){1,6}/u;

function isName(text: string, { start, end }: Span, isTitle: boolean): boolean {
  const written = text.slice(start, end);
  if (!/^\p{Lu}/u.test(written)) return false;
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 120);
  const run = `${runBefore.exec(before)?.[0] ?? ""}${written}${runAfter.exec(after)?.[0] ?? ""}`;
  if (/\s/.test(run) && institution.test(run)) return true;
  if (isTitle || written === written.toUpperCase()) return false;
  // In the midst of a sentence a capital makes a name: a journal, a place, a kit.
  return /[\p{L}\p{N},;)][ \t\n]+$/u.test(before);
}
