// Adrenaline that is in a local anaesthetic, so that no dose is its own: "lidocaine plain 3 mg/kg; with adrenaline
// 7 mg/kg". It must not know orders.

import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";

/** "Without epinephrine", "if epinephrine is added" */
export const isAddedOrNot = (items: readonly Item[], at: number): boolean =>
  isMark(items[at - 1], "without") ||
  (isWordLike(items[at - 1], /^(?:if|when|where)$/) &&
    isWordLike(items[at + 2], /^(?:added|used|mixed|contained)$/));

/** "Lidocaine plain at most 3 mg/kg; with adrenaline at most 7 mg/kg" */
export function isInAnaesthetic(items: readonly Item[], at: number): boolean {
  const added = items[at];
  const before = items
    .slice(0, at)
    .findLast((item) => item.kind === "medicine" && item.mention.medicine.name !== "adrenaline");
  const next = items[at + 1];
  if (!before && isLabel(items, at)) return true;
  return (
    added?.kind === "medicine" &&
    before?.kind === "medicine" &&
    added.mention.medicine.name === "adrenaline" &&
    before.mention.medicine.classes.includes("local anaesthetic") &&
    !(next?.kind === "measure" && next.measure.per.kg === undefined)
  );
}

/** "With adrenaline: 7 mg/kg", in a list of limits: no one gives so much of it. */
function isLabel(items: readonly Item[], at: number): boolean {
  const [added, colon, dose] = items.slice(at);
  return (
    added?.kind === "medicine" &&
    added.mention.medicine.name === "adrenaline" &&
    items.slice(0, at - 1).every(({ kind }) => kind === "break") &&
    isBreak(colon, "colon") &&
    dose?.kind === "measure" &&
    dose.measure.per.kg === true &&
    dose.measure.unit.code === "mg"
  );
}
