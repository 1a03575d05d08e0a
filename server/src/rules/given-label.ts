// What stands before an order, or above it, to say for whom it is: the head of its line, a title that is a sentence of its
// own, the letters in bold that its paragraph opens with, a line above its list. It must not know what is given.

import { targetsIn } from "../guideline/medicine-target.ts";
import { passagesIn } from "../guideline/passage.ts";
import { oncePerRun, type Run } from "../guideline/run.ts";
import { slice } from "../guideline/scope.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";

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
export function linesAbove(run: Run, markdown: Markdown, block: Span): readonly string[] {
  const own = opener.exec(markdown.text.slice(block.start, block.start + longestOpener))?.[1];
  const { contexts = [], headings = 0 } = passageAt(run, markdown).get(block.start) ?? {};
  const above = contexts.slice(0, contexts.length - headings).map((context) => slice(markdown, context));
  return [...(own === undefined ? [] : [own]), ...above];
}
const longestOpener = 160;
const opener = /^[^\p{L}*_]*(?:\*\*|__)([^*_\n]{3,140}?)[.:]?(?:\*\*|__)/u;
