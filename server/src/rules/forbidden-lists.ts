// What is forbidden of a medicine and its classes, in a document and in those beside it, with what is only likely meant. It
// must not know what is given.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { classesOf } from "../guideline/medicine-target.ts";
import type { Prohibition } from "../guideline/prohibition.ts";
import { isNamed, likelyIn } from "../guideline/prohibition-likely.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer, oncePerPair } from "../text/memory.ts";
import { overlaps, type Span } from "../text/span.ts";
import { type Gathered, gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";

const steadily = groupedSteadily(({ target }: Prohibition) => [`${target.kind} ${target.name}`]);
const byTarget = oncePer((guideline: Guideline) => steadily(guideline.prohibitions));
/** With those that are only likely meant, where nothing else is read from their sentence. */
const withLikely = oncePer((guideline: Guideline) =>
  steadilyLikely([
    ...guideline.prohibitions,
    ...likelyIn(guideline.runs, guideline.markdown).filter(
      (one) => !guideline.prohibitions.some((other) => tellsWhom(other) && overlaps(one, other)),
    ),
  ]),
);
/** Not only words that nobody understands. */
const tellsWhom = ({ receiving, patients }: Prohibition): boolean =>
  receiving !== undefined ||
  isNamed(patients) ||
  (patients.unknown.length === 0 && patients.within !== undefined);
const steadilyLikely = groupedSteadily(({ target }: Prohibition) => [`${target.kind} ${target.name}`]);
const elsewhere = gathering(({ guideline }) => {
  // What is asked of a document once it is kept without its Markdown.
  byTarget(guideline);
  return withLikely(guideline);
});

/** Whether a prohibition was read from a place. */
export const isProhibitedIn = (guideline: Guideline, place: Span): boolean =>
  [...byTarget(guideline).values()].some((all) => all.some((one) => overlaps(one, place)));

interface Lists {
  readonly own: readonly (readonly Prohibition[] | undefined)[];
  readonly others: readonly (readonly Gathered<readonly Prohibition[]>[])[];
  /** All of them. */
  readonly from: readonly unknown[];
}

const listsBeside = oncePerPair((_one: Guideline, _of: readonly Neighbour[]) => new Map<Medicine, Lists>());

/** What is forbidden of a medicine and its classes, key by key. */
export function listsFor(medicine: Medicine, guideline: Guideline, neighbours: readonly Neighbour[]): Lists {
  const all = listsBeside(guideline, neighbours);
  const before = all.get(medicine);
  if (before) return before;
  const keys = keysOf(medicine);
  const own = keys.map((key) => withLikely(guideline).get(key));
  const others = keys.map(elsewhere(neighbours));
  const lists = { own, others, from: [...own, ...others] };
  all.set(medicine, lists);
  return lists;
}

const keysOf = oncePer((medicine: Medicine): readonly string[] => [
  `medicine ${medicine.name}`,
  // What is forbidden by itself is so in a fixed combination.
  ...(medicine.name.includes("/") ? medicine.name.split("/").map((part) => `medicine ${part.trim()}`) : []),
  ...(/\bethinylestradiol\b|^combined\b/.test(medicine.name) ? ["medicine combined oral contraceptive"] : []),
  ...classesOf(medicine).map((name) => `class ${name}`),
]);
