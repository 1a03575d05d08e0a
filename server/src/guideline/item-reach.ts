// What stands around an item: how far its sentence, clause or cell reaches before and behind it. It must not know what
// any of it means.

import type { Item } from "./item.ts";
import { isBreak } from "./item-kind.ts";

type Ends = (item: Item) => boolean;

export const isAnyBreak: Ends = ({ kind }) => kind === "break";
export const endsCell: Ends = (item) => isBreak(item, "cell");
export const endsSentence: Ends = (item) => isBreak(item, "sentence");
export const endsClause: Ends = (item) => isBreak(item, "sentence", "semicolon");

/** Those right before a place, back to one that ends them. */
export function itemsBefore(items: readonly Item[], at: number, ends: Ends, most = at): readonly Item[] {
  const first = Math.max(0, at - most);
  let from = at;
  while (from > first && !ends(items[from - 1] as Item)) from--;
  return items.slice(from, at);
}

/** Those from a place on, up to one that ends them. */
export function itemsFrom(
  items: readonly Item[],
  at: number,
  ends: Ends,
  most = items.length,
): readonly Item[] {
  const last = Math.min(items.length, at + most);
  let to = at;
  while (to < last && !ends(items[to] as Item)) to++;
  return items.slice(at, to);
}

/** All of them, cut at those that end a part; a part may be empty. */
export function partsBetween(items: readonly Item[], ends: Ends): Item[][] {
  const parts: Item[][] = [[]];
  for (const item of items)
    if (ends(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  return parts;
}
