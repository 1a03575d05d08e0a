// Medicines that are named beside what is given: taken along with it, without effect before it, or the cause of what is
// treated. What stands behind such a name is not of it. It must not know what was read before.

import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";

/** "In combination with carboplatin and paclitaxel, followed by 1,500 mg", "refractory to glucagon: 20 mg/kg". */
export function isCompanion(items: readonly Item[], at: number): boolean {
  return isCause(items, at) || (!hasDose(items, at) && isLedTo(items, at));
}

/** "Adults who take rifampicin need dolutegravir 50 mg": who they are; what they are given comes behind. */
export function isTakenAlready(items: readonly Item[], at: number): boolean {
  const who = items[at - 2];
  const takes =
    isWordLike(items[at - 1], /^(?:take|takes|taking|on|receive|receives|receiving|use|uses|using)$/) &&
    (who?.kind === "population" || isWordLike(who, /^(?:who|already|are|is|patients?|people|those)$/));
  if (!takes) return false;
  const next = items.slice(at + 1).find(({ kind }) => kind !== "word" && kind !== "population");
  return next?.kind === "medicine";
}

/** "| Already on tramadol 400 mg/day | 10 mg |": what its patient takes, as far as the cell goes. */
export function takenCellEnd(items: readonly Item[], at: number): number | undefined {
  if (!isWordLike(items[at - 1], /^(?:on|taking|takes)$/)) return undefined;
  let from = at - 2;
  while (
    items[from]?.kind === "population" ||
    isWordLike(items[from], /^(?:already|now|still|currently|patients?|people|those|who|are|is|if|when)$/)
  )
    from--;
  if (items[from] && !isBreak(items[from], "cell")) return undefined;
  const end = items.findIndex((item, i) => i > at && isBreak(item, "cell"));
  return end < 0 ? undefined : end;
}

/** "Rocuronium-induced blockade", "methotrexate-resistant disease". */
function isCause(items: readonly Item[], at: number): boolean {
  if (!isWordLike(items[at + 1], /^-$/)) return false;
  return isWordLike(items[at + 2], madeOfNames) || isMark(items[at + 2], "or", "and");
}
const madeOfNames =
  /^(?:induced|associated|related|resistant|refractory|na[iï]ve|treated|dependent|exposed)$/;

const nearest = 5;

/** "In combination with paclitaxel IV 175 mg/m²" */
function hasDose(items: readonly Item[], at: number): boolean {
  let depth = 0;
  for (const item of items.slice(at + 1, at + nearest)) {
    if (item.kind === "measure") return true;
    if (isBreak(item, "open")) depth++;
    // "(in combination with paclitaxel) 375 mg/m²"
    if (isBreak(item, "close") && --depth < 0) return false;
    if (item.kind === "medicine" || isMark(item, "then") || isBreak(item, ...ends)) return false;
  }
  return false;
}
const ends = ["sentence", "semicolon", "comma", "colon", "cell"] as const;

const longestList = 16;
const mostWords = 2;

/** Whether what lists it, names before it included, begins with "in combination with" or "refractory to". */
function isLedTo(items: readonly Item[], at: number): boolean {
  let words = 0;
  for (let i = at - 1; i >= Math.max(1, at - longestList); i--) {
    const [item, before] = [items[i], items[i - 1]];
    if (isMark(item, "with")) return isJoining(before) || isOr(items, i);
    if (isWordLike(item, /^to$/)) return isResisting(before);
    const lists =
      item?.kind === "medicine" ||
      item?.kind === "number" ||
      isBreak(item, "comma", "open", "close") ||
      isMark(item, "and", "or") ||
      isWordLike(item, /^[/+-]$/);
    // "… with CHOP chemotherapy (cyclophosphamide, …", "… with weekly paclitaxel"
    const names = item?.kind === "word" || item?.kind === "condition" || item?.kind === "routes";
    if (!lists && (!names || ++words > mostWords)) return false;
  }
  return false;
}

const isOfId = (item: Item | undefined, ids: RegExp) => item?.kind === "condition" && ids.test(item.id);

/** "Can be used alone or with methotrexate" */
const isOr = (items: readonly Item[], at: number) =>
  isMark(items[at - 1], "or") &&
  (isWordLike(items[at - 2], /^alone$/) || isOfId(items[at - 2], /^monotherapy$/));
const isJoining = (item: Item | undefined) =>
  isOfId(item, /^combination$/) ||
  isWordLike(item, /^(?:combination|combined|concomitantly|concurrently|alongside)$/);
const isResisting = (item: Item | undefined) =>
  isOfId(item, /^(?:refractory|resistant)$/) || isWordLike(item, /^(?:refractory|resistant|unresponsive)$/);
