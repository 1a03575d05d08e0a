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

const leading = /^(?:the|in|for|to|all|every|each|body|with|a|an|those|patients?|weight|weighing)$/;

/** "Patients of 20 kg and over: 3 mg/kg", "- Loading dose: 4 g IV": for whom or at which point, a dose, and no name. */
export function goesOn(items: readonly Item[]): boolean {
  const first = items.find(
    (item) => item.kind !== "break" && !isMark(item, "of", "in") && !isWordLike(item, leading),
  );
  const opens = first?.kind === "population" || isMark(first, "loading", "maintenance", "initial");
  return (
    opens &&
    items.some(isOwnDose) &&
    items.every(({ kind }) => kind !== "medicine") &&
    !items.some((item) => isWordLike(item, otherThings))
  );
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
