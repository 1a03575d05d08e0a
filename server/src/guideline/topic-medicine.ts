// Which medicine a section goes on about where its lists, boxes and tables do not name it again: "Artesunate is the first
// choice. … - Under 20 kg: 3 mg/kg". It must not know what stands above a section.

import type { Medicine } from "../lexicon/medicine.ts";
import { isDoseUnit } from "./dose-clues.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike, mentionsAmong } from "./item-kind.ts";
import type { MedicineMention } from "./medicine-mention.ts";

const isOwnDose = (item: Item): boolean =>
  item.kind === "measure" &&
  isDoseUnit(item.measure.unit) &&
  /^(?:mass|activity)$/.test(item.measure.unit.dimension) &&
  item.measure.per.mL === undefined &&
  item.measure.unit.code !== "kg";

const leading =
  /^(?:the|in|for|to|all|every|each|body|with|a|an|those|patients?|weight|weighing|weighs?|who|whose|whoever|everyone|everybody|anyone|anybody|others?|lighter|heavier|smaller|bigger|ones?)$/;
const giving = /^(?:given|receives?|gets?|needs?|takes?|injected|infused)$/;

/** "Patients of 20 kg and over: 3 mg/kg", "- Loading dose: 4 g IV": for whom or at which point, a dose, and no name. */
export const opensWithDose = (items: readonly Item[]): boolean =>
  opensOwn(items) && items.some(isOwnDose) && items.every(({ kind }) => kind !== "medicine");

/** "Adults: 500 mg", "- 6–12 years: 250 mg": an item that only says for whom goes on about the medicine before. */
export function opensWithWhom(items: readonly Item[]): boolean {
  const first = items.find((item) => item.kind !== "break");
  return first?.kind === "population" && !items.some(({ kind }) => kind === "medicine");
}

/** That of the sentence behind a place, which names nothing. */
export const isOrderedNext = (items: readonly Item[], at: number): boolean => {
  const next = sentencesOf(items.slice(at + 1))[0] ?? [];
  return isOrdering(next) && !next.some((item) => isWordLike(item, otherThings));
};

/** That, or in a sentence before any name a dose with two things that only orders say. */
export function goesOn(items: readonly Item[]): boolean {
  const named = items.findIndex((item) => item.kind === "medicine" && !isFluid(item.mention.medicine));
  const own = named < 0 ? items : items.slice(0, items.slice(0, named).findLastIndex(endsSentence) + 1);
  if (items.some((item) => isWordLike(item, otherThings))) return false;
  return opensWithDose(items) || sentencesOf(own).some(isOrdering);
}

function opensOwn(items: readonly Item[]): boolean {
  const first = items.find(
    (item) => item.kind !== "break" && !isMark(item, "of", "in") && !isWordLike(item, leading),
  );
  return first?.kind === "population" || isMark(first, "loading", "maintenance", "initial");
}

const endsSentence = (item: Item) => isBreak(item, "sentence");

function sentencesOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const all: Item[][] = [[]];
  for (const item of items) {
    if (endsSentence(item)) all.push([]);
    else all.at(-1)?.push(item);
  }
  return all;
}

/** "Give another 2 g IV over 5 minutes", "a child below 20 kg receives 3 mg/kg IV". */
function isOrdering(sentence: readonly Item[]): boolean {
  const dose = sentence.findIndex(isOwnDose);
  const [measured] = dose < 0 ? [] : sentence.slice(dose);
  if (measured?.kind !== "measure" || sentence.some(({ kind }) => kind === "medicine")) return false;
  const told = [
    measured.measure.per.kg === true,
    sentence.some(({ kind }) => kind === "routes"),
    sentence.some(({ kind }) => kind === "schedule"),
    opensOwn(sentence),
    sentence.some((item) => isWordLike(item, giving)),
  ];
  return told.filter((is) => is).length >= 2;
}
const otherThings = /^(?:creatinine|glucose|protein|albumin|salt|sodium|iron|calories|energy)$/;

/** The one medicine that a paragraph is about, unless it says what is not to be given. */
function topicOf(items: readonly Item[]): MedicineMention | undefined {
  const named = mentionsAmong(items).filter(({ medicine }) => !isFluid(medicine));
  const [topic] = named;
  if (!topic || named.some(({ medicine }) => medicine !== topic.medicine)) return undefined;
  return items.some((item) => isMark(item, "avoid", "not")) ? undefined : topic;
}

/** What others are dissolved or diluted in. */
const isFluid = ({ name, classes }: Medicine) => classes.includes("fluid") || dissolving.has(name);
const dissolving: ReadonlySet<string> = new Set([
  "sodium bicarbonate",
  "glucose",
  "sodium chloride",
  "water for injection",
]);

/** The topic behind a paragraph or list item that comes to stand between. */
export function topicAfter(
  topic: MedicineMention | undefined,
  items: readonly Item[],
  isItem: boolean,
): MedicineMention | undefined {
  const own = isItem ? undefined : topicOf(items);
  const first = items.find((item) => !isBreak(item, "open", "dash", "semicolon"));
  if (own && (topic === undefined || (first?.kind === "medicine" && first.mention.medicine === own.medicine)))
    return own;
  const named = mentionsAmong(items).some(
    ({ medicine }) => medicine !== topic?.medicine && !isFluid(medicine),
  );
  return named && items.some(isOwnDose) ? undefined : topic;
}
