// What headings and columns' heads say of the patients or the state that a value is about. It must not know the value.

import type { ActionKind } from "../lexicon/threshold-words.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { remembered } from "../text/memory.ts";
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

/** What the nearest heading that says whom it is about says of them. */
export function whoseAbove(markdown: Markdown, { contexts, headings }: Passage): ReadonlySet<string> {
  const said = contexts.slice(contexts.length - headings).map((one) => whoseIn(plainAt(markdown, one)));
  return said.find(({ size }) => size > 0) ?? nothing;
}

/** "Diabetes" above the values at which it is there. */
export function headKinds(markdown: Markdown, { row }: Passage): ReadonlySet<ActionKind> {
  const said = row?.header && saidBeside(noAnalyte)(plainAt(markdown, row.header));
  return said && namesCondition(said) && said.kinds.size === 0 ? defining : nothing;
}
