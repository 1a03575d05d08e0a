// Two values of one thing that stand nowhere else, near each other: what one part says at the one, the other seems to say
// at the other. In texts that agree each would stand twice. Only worth a question. For threshold-conflict.

import { sameCut } from "../guideline/cut-point.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isEveryone, stageOf } from "../guideline/population.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isUpward, type Threshold } from "../guideline/threshold.ts";
import { oncePer } from "../text/memory.ts";
import {
  areInOneText,
  deedsOf,
  isProse,
  isSaidAgain,
  loneAlikeness,
  mayBeOfSame,
} from "./alike-thresholds.ts";
import { common, commonConditions } from "./overlap.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { withNames } from "./threshold-names.ts";
import { areOtherTimes, type Placed, placedIn } from "./threshold-times.ts";

const mostNeighbours = 6;
/** Of one thing no guideline has so many; of more none is looked for. */
const mostOf = 60;
/** What two must have in common, in points; where neither is a card, a box or another document that says a chapter again. */
const least = -2;
const leastInText = 1.7;
const mostTimes = 2;
/** A pressure that differs by more is another grade. */
const mostTimesOfPressure = 1.2;
/** A list or table that divides a thing at so many places is a scale of its own. */
const mostPlaces = 5;
/** Bands of it are others in each table. */
const ofEachTable = /^(?:birth-weight|weight)$/;

export function* loneOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const others = neighbours.length > mostNeighbours ? [] : neighbours;
  const all = grouped(withNames(placedIn(guideline, others)), ({ threshold }) => threshold.analyte.id);
  for (const values of all.values()) {
    const [first] = values;
    if (!first || values.length > mostOf || ofEachTable.test(first.threshold.analyte.id)) continue;
    const places = grouped(values, partOf);
    const alone = values.filter(
      (one) =>
        isSingle(one.threshold) &&
        (places.get(partOf(one))?.length ?? 0) < mostPlaces &&
        !values.some((other) => explains(other, one)),
    );
    const parts = grouped(alone, partOf);
    const divides = (one: Placed) =>
      parts.get(partOf(one))?.some((other) => !isPressure(one) && !sameCut(one.threshold, other.threshold));
    for (const here of alone) {
      const there = here.in ? undefined : nearest(here, alone);
      if (!there || (!there.in && there.threshold.start > here.threshold.start)) continue;
      // A list with several places of its own is another one.
      if (nearest(there, alone) === here && !(divides(here) && divides(there)))
        yield { here: here.threshold, against: [{ threshold: there.threshold, in: there.in }], withIt: [] };
    }
  }
}

const partOf = ({ threshold: { group }, in: there }: Placed): string => `${there?.uri} ${group}`;
const isPressure = ({ threshold: { analyte } }: Placed): boolean => analyte.id.endsWith("pressure");

/** The ends of a range are of what lies between them; "0 to 99" is all below 100. */
const isSingle = ({ reading: { low, high } }: Threshold): boolean => low === high || low === 0;

/** It stands elsewhere as well, and may be of the same. */
const explains = (other: Placed, one: Placed): boolean =>
  (other.in !== one.in || other.threshold.group !== one.threshold.group) &&
  !areInOneText(other, one) &&
  sameCut(other.threshold, one.threshold) &&
  mayBeOfSame(other.threshold.population, one.threshold.population) &&
  !areOtherTimes(other, one);

/** The one that is most alike, and of several the one that is nearest. */
function nearest(one: Placed, alone: readonly Placed[]): Placed | undefined {
  let found: Placed | undefined;
  let [most, near] = [least, mostTimes];
  for (const other of alone) {
    const [points, times] = [likeness(one, other), timesOf(one.threshold, other.threshold)];
    if (points < most || !(mayBeSlight(one, other) || (points >= leastInText && areOfOneDeed(one, other))))
      continue;
    if (times > mostOfKind(one.threshold) || isUpward(one.threshold) !== isUpward(other.threshold)) continue;
    if (sameCut(one.threshold, other.threshold) || (points === most && found && times >= near)) continue;
    [found, most, near] = [other, points, times];
  }
  return found;
}

/** A card or another document says a chapter again in words of its own: little need be alike. */
function mayBeSlight(a: Placed, b: Placed): boolean {
  const [one, other] = [a.threshold, b.threshold];
  if (isNamedOnly(one, other) || isNamedOnly(other, one)) return false;
  if (a.in !== b.in) return true;
  const isOpen = isEveryone(one.population) || isEveryone(other.population);
  if (isOpen && [one, other].some(isOfFew) && topOf(a) !== topOf(b)) return false;
  return [a, b].some(isSaidAgain);
}

/** Two sentences of prose say by themselves that they do the same; a list or table beside a text need not. */
const areOfOneDeed = (a: Placed, b: Placed): boolean =>
  !(isProse(a) && isProse(b)) || common(deedsOf(a.threshold), deedsOf(b.threshold)).length > 0;

/** "Fever is 37.5 °C or more", "give paracetamol at 38.5 °C". */
const isNamedOnly = ({ kinds, actions, conditions, implied }: Threshold, other: Threshold): boolean =>
  kinds.has("define") &&
  conditions.size + implied.size > 0 &&
  actions.size === 0 &&
  other.actions.size > 0 &&
  !other.kinds.has("define");

const isOfFew = ({ population }: Threshold): boolean =>
  stageOf(population) === "neonate" || population.groups.includes("pregnant");

const topOf = ({ guideline: { sections }, threshold: { start } }: Placed) =>
  pathOf(sectionAt(sections, start))[0];

const mostOfKind = ({ analyte: { id } }: Threshold): number =>
  id.endsWith("pressure") ? mostTimesOfPressure : mostTimes;

const timesOf = (a: Threshold, b: Threshold): number => {
  const [one, other] = inOneUnit(a, b) ?? [1, Number.POSITIVE_INFINITY];
  return Math.max(one, other) / Math.min(one, other);
};

/** Below headings of two diseases. */
const areOfOtherTopics = ({ above: a }: Threshold, { above: b }: Threshold): boolean =>
  a.size > 0 && b.size > 0 && commonConditions(a, b) === 0;

/** Worked out once for as long as both are said as they are. */
function likeness(a: Placed, b: Placed): number {
  if (a === b || areOfOtherTopics(a.threshold, b.threshold)) return Number.NEGATIVE_INFINITY;
  const known = pointsOf(a.threshold).get(b.threshold) ?? pointsOf(b.threshold).get(a.threshold);
  if (known !== undefined) return known;
  const points = loneAlikeness(a, b) ?? Number.NEGATIVE_INFINITY;
  pointsOf(a.threshold).set(b.threshold, points);
  return points;
}
const pointsOf = oncePer((_threshold: Threshold) => new WeakMap<Threshold, number>());
