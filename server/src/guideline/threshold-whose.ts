// What headings and columns' heads say of the patients or the state that a value is about. It must not know the value.

import { structuralWords } from "../lexicon/conditions.ts";
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

const ofPoisons =
  /(?:^\W*(?:\d[\d.]*\s+)?|\b(?:acute|particular|specific|common|other|single|and|of|in|for|the|on)\s+)(?:poisons?|poisonings?|toxicology|overdoses?|antidotes?)\b/i;
const noPoison = /^(?:poison\w*|overdos\w*|toxic\w*|quick|pocket|chart|card|hours?|contents)$/;

/** "Methanol (illicit spirit)" right below "Particular poisons": whoever took it. Headings, the nearest first. */
const poisonIn = remembered((headings: string): ReadonlySet<string> => {
  const titles = headings.split("\n");
  const at = titles.findIndex((title) => ofPoisons.test(title)) - 1;
  const words = titles[at]?.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !structuralWords.has(word) && !noPoison.test(word)));
});

interface Whose {
  readonly whose: ReadonlySet<string>;
  /** What the nearest heading says, where the line itself names patients that are others. */
  readonly ofOthers: ReadonlySet<string>;
}

/** What the title of a paragraph or the label of a line, else the nearest heading that says whom it is about, says. */
export function whoseIs(markdown: Markdown, passage: Passage, title: Span | undefined): Whose {
  const { contexts, headings } = passage;
  const titles = contexts.slice(contexts.length - headings).map((one) => plainAt(markdown, one));
  const above = titles.map(whoseIn).find(({ size }) => size > 0) ?? poisonIn(titles.join("\n"));
  const label = title ?? labelOf(markdown, passage);
  const own = label ? whoseIn(plainAt(markdown, label)) : nothing;
  if (own.size === 0) return { whose: above, ofOthers: nothing };
  return { whose: own, ofOthers: [...own].some((word) => above.has(word)) ? nothing : above };
}

const longestLabel = 60;
const labelled = /^\s*([^*_:|\n]{3,60}):\s/;

/** "Stable adults: transfuse …", or a row's first cell. */
function labelOf({ text }: Markdown, { span, row }: Passage): Span | undefined {
  if (row) return row.cells[0]?.start === span.start ? undefined : row.cells[0];
  const opening = text.slice(span.start, Math.min(span.end, span.start + longestLabel + 4));
  const [whole, said] = labelled.exec(opening) ?? [];
  if (whole === undefined || said === undefined) return undefined;
  const start = span.start + whole.indexOf(said);
  return { start, end: start + said.length };
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
