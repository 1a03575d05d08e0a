// Where an item stands: in a cell of its own, at the head of a sentence. It must not know orders.

import type { Item } from "./item.ts";
import { isBreak } from "./item-kind.ts";
import { endsCell, itemsBefore } from "./item-reach.ts";
import { isLedIn } from "./slot-clues.ts";

/** "| 40 mg/kg | stool test, week 6 |": when something else is done. */
export function isOfOwnCell(items: readonly Item[], at: number): boolean {
  const cell = itemsBefore(items, at, endsCell);
  return cell.some(({ kind }) => kind === "word") && cell.every(({ kind }) => kind !== "measure");
}

/** "In children: …", "Adults: …" */
export function opensSentence(items: readonly Item[], at: number): boolean {
  const first = isLedIn(items, at) ? items[at - 2] : items[at - 1];
  return first === undefined || isBreak(first, "sentence");
}
