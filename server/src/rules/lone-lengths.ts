// Two lengths of one medicine or treatment that stand nowhere else, in a chapter and in what says it again: in texts that
// agree each would stand twice. Only worth a question. For duration-conflict.

import type { Guideline } from "../guideline/guideline.ts";
import { looseLengths } from "../guideline/loose-length.ts";
import { isEveryone, type Population } from "../guideline/population.ts";
import { oncePer } from "../text/memory.ts";
import { alikeness, medicineOf, samePlace } from "./closest-lengths.ts";
import { samePeopleOf } from "./comparable-people.ts";
import { isRetelling } from "./length-words.ts";
import { allows, isEarlier, type Length, meets } from "./lengths.ts";
import type { Neighbour } from "./rule.ts";
import { isRestatement } from "./threshold-restated.ts";

/** What two must have in common, in points; where neither is another document or says a chapter again. */
const least = 0.5;
const leastInText = 5;
const mostTimes = 3.5;

/** Of a document: times that something taken lasts for, and that no reader of orders or courses has taken. */
export function looseIn(
  guideline: Guideline,
  document: Neighbour | undefined,
  known: readonly Length[],
): Length[] {
  return looseLengths(guideline).flatMap((one): Length[] => {
    const { low, high, start, end, medicine, population, indication, container } = one;
    if (known.some(({ span, guideline: of }) => of === guideline && span.start < end && start < span.end))
      return [];
    const of = {
      medicine,
      population,
      indication,
      guideline,
      in: document,
      order: undefined,
      course: undefined,
      container,
    };
    return [{ low, high, span: { start, end }, ...of }];
  });
}

/** The one that is said elsewhere instead; in the same document only one before it. */
export function loneOf(length: Length, all: readonly Length[]): Length | undefined {
  const found = nearest(length, all);
  if (!found || !isEarlier(found, length)) return undefined;
  const back = nearest(found, all);
  return back && (back === length || (meets(back, length) && samePlace(back, length))) ? found : undefined;
}

function nearest(length: Length, all: readonly Length[]): Length | undefined {
  if (isLimit(length) || !isAlone(length, all)) return undefined;
  let found: Length | undefined;
  let [most, near] = [0, mostTimes];
  for (const other of all) {
    if (other === length || isLimit(other) || agree(other, length) || !mayBeOfOne(length, other)) continue;
    const [points, times] = [alikeness(length, other), timesOf(length, other)];
    if (points < (mayBeSlight(length, other) ? least : leastInText) || points < most || times > mostTimes)
      continue;
    if ((points === most && times >= near) || !isAlone(other, all)) continue;
    [found, most, near] = [other, points, times];
  }
  return found;
}

/** "Shall not go on for longer than 7 days" */
const isLimit = ({ guideline, span }: Length): boolean =>
  limits.test(guideline.text.slice(Math.max(0, span.start - 40), span.start));
const limits = /\b(?:longer +than|more +than|beyond|exceed\w*|at +most|up +to|within|maximum)\b[^.;]{0,20}$/i;

const agree = (a: Length, b: Length): boolean => meets(a, b) || allows(a, b) || allows(b, a);

/** Of the same medicine, or of a treatment whose medicine is not named. */
function mayBeOfOne(a: Length, b: Length): boolean {
  const [one, other] = [medicineOf(a), medicineOf(b)];
  if (one && other) return one === other;
  const [own, its] = [a, b].map(({ indication }) => indication.conditions) as [
    readonly string[],
    readonly string[],
  ];
  // A card that names neither medicine nor disease is of its chapter's.
  if (own.length === 0 || its.length === 0) return (one ?? other) !== undefined && mayBeSlight(a, b);
  return own.some((id) => its.includes(id));
}

const isAlone = (length: Length, all: readonly Length[]): boolean => {
  const known = aloneIn(all);
  const before = known.get(length);
  if (before !== undefined) return before;
  const found = !all.some((other) => explains(other, length));
  known.set(length, found);
  return found;
};
const aloneIn = oncePer((_all: readonly Length[]) => new WeakMap<Length, boolean>());

/** What no reader of orders or courses has taken says as long elsewhere. */
export const isToldLoosely = (length: Length, loose: readonly Length[]): boolean =>
  loose.some((other) => !samePlace(other, length) && meets(other, length) && mayBeOfOne(other, length));

export const isLoose = ({ order, course }: Length): boolean => order === undefined && course === undefined;

/** As long elsewhere, and maybe of the same. */
const explains = (other: Length, length: Length): boolean =>
  other !== length &&
  !samePlace(other, length) &&
  meets(other, length) &&
  (isLoose(other) || isLoose(length) || mayBeOfOne(other, length)) &&
  mayBeOfSome(other.population, length.population);

const mayBeOfSome = (a: Population, b: Population): boolean =>
  isEveryone(a) || isEveryone(b) || samePeopleOf(a, b, true);

const timesOf = (a: Length, b: Length): number => Math.max(a.low / b.high, b.low / a.high);

const mayBeSlight = (a: Length, b: Length): boolean =>
  a.guideline !== b.guideline || [a, b].some((one) => isRetelling(one) || isRestated(one));

const isRestated = oncePer(({ guideline, span }: Length): boolean => isRestatement(guideline, span));
