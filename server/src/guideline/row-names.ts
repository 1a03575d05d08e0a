// Whose the doses of a table's row are, where its cells name several medicines or list several amounts. It must not know
// columns.

import type { Item } from "./item.ts";
import { isMark } from "./item-kind.ts";
import { asideEnd } from "./medicine-clues.ts";
import { itemsOf } from "./scope.ts";

/** "<1 yr 1–3 yrs 3–5 yrs" beside "150 mg 300 mg 450 mg": which belongs to which is told by the lines only. */
export function listsSeveral(texts: readonly string[]): boolean {
  const found = texts.map(itemsOf);
  const lists = (wanted: (item: Item) => boolean, other: (item: Item) => boolean) =>
    found.some((items) => items.filter(wanted).length > 1 && !items.some(other));
  return lists(isStretch, isAmount) && lists(isAmount, isStretch);
}

const isStretch = (item: Item): boolean =>
  item.kind === "population" && (item.population.age !== undefined || item.population.weight !== undefined);
export const isAmount = (item: Item): boolean =>
  item.kind === "measure" && item.measure.unit.dimension !== "time";

/** "Erythromycin, if no azithromycin": what the row gives is the first, and the second is what there is none of. */
export function withoutLacking(items: readonly Item[]): readonly Item[] {
  const isNamed = items.findIndex(({ kind }) => kind === "medicine");
  return items.filter(
    ({ kind }, at) => !(kind === "medicine" && at > isNamed && isMark(items[at - 1], "without")),
  );
}

/** "metronidazole po amoxicillin po" in one cell: whose the doses of the row are cannot be told. */
export function namesSeveral(items: readonly Item[]): boolean {
  const given = items.filter((_item, at) => asideEnd(items, at) === undefined);
  const names = new Set(given.flatMap((item) => (item.kind === "medicine" ? [item.mention.medicine] : [])));
  const joined = items.some(
    (item) =>
      item.kind === "measure" ||
      (item.kind === "mark" && (item.mark === "or" || item.mark === "and")) ||
      (item.kind === "break" && item.strength === "open"),
  );
  return names.size > 1 && !joined;
}

/** "Takes simvastatin, amlodipine | clarithromycin 500 mg": each dose of the row has its name beside it. */
export function nameTheirOwn(texts: readonly string[], at: number): boolean {
  const dosed = texts
    .flatMap((text, i) => (i === at ? [] : [itemsOf(text)]))
    .filter((items) => items.some(isAmount));
  return dosed.length > 0 && dosed.every((items) => items.some(({ kind }) => kind === "medicine"));
}

/** "TDF2", "RTV" in the medicines' column: a short name, with the sign of a note or without. */
export const isCode = (text: string): boolean =>
  /^[*_]*(?!AND\b|OR\b|PLUS\b)\d?[A-Z]{3,5}\d?[*_]*$/.test(text) &&
  itemsOf(text).every(({ kind }) => kind === "word" || kind === "break");
