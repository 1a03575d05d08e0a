// What stands before an order, or above it, to say for whom it is: the head of its line, a title that is a sentence of its
// own, the letters in bold that its paragraph opens with, a line above its list. It must not know what is given.

import type { Guideline } from "../guideline/guideline.ts";
import { targetsIn } from "../guideline/medicine-target.ts";
import { type Passage, passagesIn } from "../guideline/passage.ts";
import { oncePerRun, type Run } from "../guideline/run.ts";
import { slice } from "../guideline/scope.ts";
import { sectionAt } from "../guideline/section.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

type Markdown = Guideline["markdown"];

/** "From 36 weeks: …", "Parkinson's disease with gastric stasis. Metoclopramide …". */
export function labelsOf(plain: string, order: Span, block: Span): readonly string[] {
  const end = Math.min(order.start, order.end);
  const before = plain.slice(Math.max(block.start, end - farthestLabel), end);
  const head = /(?<=^|[.;]\s+|\n)[^.:;|]{3,100}(?=:[^:]{0,60}$)/.exec(before)?.[0];
  const [title = ""] = /(?<=^|[.;]\s+)[^.;:|]{4,120}(?=\.\s+$)/.exec(before) ?? [];
  const titled = title !== "" && !verbal.test(title) && targetsIn(title).length === 0;
  return [...(head ? [head] : []), ...(titled ? [title] : [])];
}
/** More than both may be long: a paragraph of many orders is not read anew for each. */
export const farthestLabel = 400;

export const verbal =
  /\b(?:is|are|was|were|has|have|had|may|can|should|must|do|does|will|not|no|if|exclude|check|look|suspect|treat|give|consider|rule|without|after)\b/i;

const passageAt = oncePerRun(
  (run, markdown) => new Map(passagesIn(run, markdown).map((passage) => [passage.span.start, passage])),
);

/** "**Card 5, sprain, on a blood thinner.** Rest. Ibuprofen …", "**Creatinine raised**" above a list. */
export const linesAbove = (run: Run, markdown: Markdown, { start }: Span): readonly string[] =>
  linesOf(passageAt(run, markdown).get(start), markdown, start);

/** The same of a place within a paragraph. */
export function linesAt(guideline: Guideline, offset: number): readonly string[] {
  const own = passageOf(guideline, offset);
  return own ? linesOf(own, guideline.markdown, own.span.start) : [];
}

/** What its paragraph or item says before it. */
export function saidBefore(guideline: Guideline, offset: number): string {
  const own = passageOf(guideline, offset);
  return own ? guideline.markdown.plain.slice(own.span.start, offset) : "";
}

function passageOf(guideline: Guideline, offset: number): Passage | undefined {
  const run = runOf(guideline).get(sectionAt(guideline.sections, offset));
  const passages = run ? passagesIn(run, guideline.markdown) : [];
  const own = passages.findLast(({ span }) => span.start <= offset);
  return own?.where === "cell" ? undefined : own;
}
const runOf = oncePer(({ runs }: Guideline) => new Map(runs.map((run) => [run.section, run])));

function linesOf(passage: Passage | undefined, markdown: Markdown, start: number): readonly string[] {
  const own = opener.exec(markdown.text.slice(start, start + longestOpener))?.[1];
  const { contexts = [], headings = 0 } = passage ?? {};
  // "Does she have asthma? No: …": of those who have not.
  const isDenied = /^\W*(?:no|none|otherwise|else|if +not)\b/i.test(markdown.plain.slice(start, start + 40));
  const above = contexts
    .slice(0, contexts.length - headings)
    .map((context) => slice(markdown, context))
    .filter((line) => !isDenied || !/\?\W*$/.test(line));
  return [...(own === undefined ? [] : [own]), ...above];
}
const longestOpener = 160;
const opener = /^[^\p{L}*_]*(?:\*\*|__)([^*_\n]{3,140}?)[.:]?(?:\*\*|__)/u;
