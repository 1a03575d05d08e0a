// A card, box, chart or annex that does something at one value, where its chapter does so at one other value only: there
// is nothing else that it could repeat. Only worth a question. For threshold-conflict.

import { sameCut } from "../guideline/cut-point.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isUpward, type Threshold } from "../guideline/threshold.ts";
import { areSaidApart, deedsOf } from "./alike-thresholds.ts";
import { common, commonConditions, sameSet } from "./overlap.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { polarity } from "./threshold-differences.ts";
import { withNames } from "./threshold-names.ts";
import { isRestatement } from "./threshold-restated.ts";
import { type Placed, placedIn } from "./threshold-times.ts";

const mostNeighbours = 6;
/** Of one analyte no chapter has so many. */
const mostOf = 12;
const mostTimes = 1.6;
/** Where the same is given or done. */
const mostTimesOfOne = 2.2;

/** Values of restatements whose only counterpart differs. */
export function* soleOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const others = neighbours.length > mostNeighbours ? [] : neighbours;
  const all = withNames(placedIn(guideline, others));
  const own = all.filter((one) => !one.in);
  const top = ({ threshold: { start } }: Placed) => pathOf(sectionAt(guideline.sections, start))[0];
  const sectionOf = ({ threshold: { start } }: Placed) => sectionAt(guideline.sections, start);
  for (const part of grouped(own, ({ threshold }) => String(threshold.group)).values()) {
    const [first] = part;
    if (!first || !isRestatement(guideline, first.threshold)) continue;
    const { group } = first.threshold;
    const chapter = own.filter(
      (one) =>
        one.threshold.group !== group &&
        top(one) === top(first) &&
        // Steps of one chart are told apart on purpose.
        !(sectionOf(one) === sectionOf(first) && isRestatement(guideline, one.threshold)),
    );
    for (const here of part) {
      if (isEdge(here.threshold)) continue;
      for (const there of [undefined, ...others]) {
        const found = soleOf(here, part, there ? all.filter((one) => one.in === there) : chapter);
        if (found) yield { here: here.threshold, against: [{ threshold: found, in: there }], withIt: [] };
      }
    }
  }
}

/** The one value of a chapter at which the like is done, unless either side says both. */
function soleOf(
  { threshold: here, ...place }: Placed,
  part: readonly Placed[],
  all: readonly Placed[],
): Threshold | undefined {
  const of = ({ threshold: one }: Placed) =>
    one.analyte === here.analyte && isUpward(one) === isUpward(here) && !isEdge(one);
  // What is aimed at once something is given is not where it is begun.
  const isAim = (one: Threshold) => polarity(one) === "target" && polarity(here) !== "target";
  const named = all.filter(({ threshold: one }) => one.analyte === here.analyte && !isAim(one));
  if (
    named.length > mostOf ||
    named.some(
      ({ threshold: one }) =>
        (isEdge(one) ? timesOf(here, one) === 1 : isSame(here, one)) && sameSet(here.events, one.events),
    )
  )
    return undefined;
  const chapter = named
    .filter((one) => of(one) && !areSaidApart({ threshold: here, ...place }, one))
    .map(({ threshold }) => threshold);
  const found =
    onlyOne(chapter.filter((one) => isLikeDone(here, one))) ?? onlyNear(here, part.filter(of), chapter);
  if (!found) return undefined;
  // "10 to 19" begins where the chapter says "10 or more".
  const isSaid = part.some(
    ({ threshold: one }) =>
      one.analyte === here.analyte && isUpward(one) === isUpward(here) && isSame(one, found),
  );
  const most = common(deedsOf(here), deedsOf(found)).length > 0 ? mostTimesOfOne : mostTimes;
  return !isSaid && timesOf(here, found) <= most ? found : undefined;
}

const onlyOne = ([first, ...others]: readonly Threshold[]): Threshold | undefined =>
  first && others.every((one) => isSame(first, one)) ? first : undefined;

/** Neither side says what is done at another value that is near, and one of the two says nothing of what is done. */
function onlyNear(
  here: Threshold,
  part: readonly Placed[],
  chapter: readonly Threshold[],
): Threshold | undefined {
  const near = (one: Threshold) => timesOf(here, one) <= mostTimesOfOne;
  const found = onlyOne(chapter.filter(near));
  const isAlone = part.every(({ threshold: one }) => !near(one) || isSame(here, one));
  const isOpen = found && [here, found].some(({ kinds, actions }) => kinds.size + actions.size === 0);
  return isAlone && isOpen && [here, found].every((one) => polarity(one) === "start") ? found : undefined;
}

/** One end of a range: of what lies between. */
const isEdge = ({ reading: { low, high } }: Threshold) => low !== high;

const isSame = (a: Threshold, b: Threshold): boolean => timesOf(a, b) === 1 || sameCut(a, b);

const timesOf = (a: Threshold, b: Threshold): number => {
  const [one, other] = inOneUnit(a, b) ?? [1, Number.POSITIVE_INFINITY];
  return Math.max(one, other) / Math.min(one, other);
};

/** What is defined or aimed at is done at no value; a value of which nothing is said may be of anything. */
function isLikeDone(a: Threshold, b: Threshold): boolean {
  if (polarity(a) !== polarity(b)) return false;
  const done = common(a.kinds, b.kinds).filter(
    (kind) => kind === "do" || kind === "stop" || kind === "refer",
  );
  const isOpen = a.above.size === 0 || b.above.size === 0;
  const same = common(deedsOf(a), deedsOf(b)).length > 0;
  // "Transfuse", "send ferritin and reticulocytes": each names what is done, or sends something.
  const named = [a, b].filter(({ actions }) => actions.size > 0).length;
  const isVague = done.every((kind) => kind === "refer") && common(a.words, b.words).length === 0;
  const isOther = !same && (named === 2 || (named === 1 && isVague));
  return !isOther && (same || done.length > 0) && (isOpen || commonConditions(a.above, b.above) > 0);
}
