// Short questions about items: is it this mark, this break, such a word; which medicines are among them? It must not
// know how items make an order.

import { structuralWords } from "../lexicon/conditions.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import type { Break, Item, Mark } from "./item.ts";
import type { MedicineMention } from "./medicine-mention.ts";

export function isMark(item: Item | undefined, ...marks: readonly Mark[]): boolean {
  return item?.kind === "mark" && marks.includes(item.mark);
}

export function isBreak(item: Item | undefined, ...strengths: readonly Break[]): boolean {
  return item?.kind === "break" && strengths.includes(item.strength);
}

export function isWordLike(item: Item | undefined, pattern: RegExp): boolean {
  return item?.kind === "word" && pattern.test(item.text);
}

export const mentionsAmong = (items: readonly Item[]): MedicineMention[] =>
  items.flatMap((item) => (item.kind === "medicine" ? [item.mention] : []));

export const medicinesAmong = (items: readonly Item[]): Medicine[] =>
  mentionsAmong(items).map(({ medicine }) => medicine);

/** A word that may well be the name of something: long, and none that texts are built from. */
export function isUnknownName(item: Item | undefined): boolean {
  return item?.kind === "word" && /^\p{L}{5,}$/u.test(item.text) && !structuralWords.has(item.text);
}

/** What denies the word behind it: "non-pregnant", "outside labour", "a negative dengue test". */
export const denyingWord = /^(?:non|outside|negative)$/;
