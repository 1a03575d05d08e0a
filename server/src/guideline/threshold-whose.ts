// What headings and columns' heads say of the patients or the state that a value is about. It must not know the value.

import type { ActionKind } from "../lexicon/threshold-words.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import type { Passage } from "./passage.ts";
import { itemsOf } from "./scope.ts";
import { defining, namesCondition, noAnalyte, nothing, saidBeside } from "./threshold-said.ts";

/** "Adults, stable, not bleeding": what a heading that only tells of patients says of them. */
const whoseIn = remembered((heading: string): ReadonlySet<string> => {
  const items = itemsOf(heading);
  const isPeople = (item: Item) =>
    item.kind === "population" || isWordLike(item, /^(?:patients?|people|persons?|those)$/);
  const last = items.slice(0, 3).findLastIndex(isPeople);
  const next = items[last + 1];
  const tells =
    next === undefined ||
    isMark(next, "with", "without", "not") ||
    isBreak(next, "comma") ||
    isWordLike(next, /^(?:who|whose|that|on|after)$/);
  if (last < 0 || !tells) return nothing;
  const { words, conditions, qualifiers } = saidBeside(noAnalyte)(heading);
  return new Set([...words, ...conditions, ...qualifiers]);
});

/** What the title of its paragraph, else the nearest heading that says whom it is about, says of them. */
export function whoseAbove(
  markdown: Markdown,
  { contexts, headings }: Passage,
  title: Span | undefined,
): ReadonlySet<string> {
  const spans = [...(title ? [title] : []), ...contexts.slice(contexts.length - headings)];
  const said = spans.map((one) => whoseIn(plainAt(markdown, one)));
  return said.find(({ size }) => size > 0) ?? nothing;
}

const longestTitle = 120;
const titled =
  /^\s*(?:\*\*|__)([^*_\n]{3,110}?[.:?])(?:\*\*|__)\s|^\s*(?:\*\*|__)([^*_\n]{3,110}?)(?:\*\*|__)[.:–—]\s/;

/** "**Stable adults.** Transfuse …": bold words that a paragraph or item begins with, before the sentence of a value. */
export function runInTitle({ text }: Markdown, { span, row }: Passage, before: number): Span | undefined {
  if (row) return undefined;
  const found = titled.exec(text.slice(span.start, Math.min(span.end, span.start + longestTitle)));
  const [whole, within, around] = found ?? [];
  const said = within ?? around;
  if (whole === undefined || said === undefined) return undefined;
  const start = span.start + whole.indexOf(said);
  const end = start + said.length;
  return end <= before + 4 ? { start, end } : undefined;
}

/** Whether a title only says whom it is about. */
export const tellsWhom = (markdown: Markdown, title: Span): boolean =>
  whoseIn(plainAt(markdown, title)).size > 0;

/** "Diabetes" above the values at which it is there. */
export function headKinds(markdown: Markdown, { row }: Passage): ReadonlySet<ActionKind> {
  const said = row?.header && saidBeside(noAnalyte)(plainAt(markdown, row.header));
  return said && namesCondition(said) && said.kinds.size === 0 ? defining : nothing;
}
