// A card, box, chart or annex that does something at one value, where its chapter does so at one other value only: there
// is nothing else that it could repeat. Only worth a question. For threshold-conflict.

import { cutPointsOf, isUnnamed } from "../guideline/cut-point.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isUpward, type Threshold } from "../guideline/threshold.ts";
import { areSaidApart, deedsOf } from "./alike-thresholds.ts";
import { common, commonConditions, sameSet } from "./overlap.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { polarity } from "./threshold-differences.ts";
import { isRestatement } from "./threshold-restated.ts";

const mostNeighbours = 6;
/** Of one analyte no chapter has so many. */
const mostOf = 12;
const mostTimes = 1.6;
/** Where the same is given or done. */
const mostTimesOfOne = 2.2;

/** Values of restatements whose only counterpart differs. */
export function* soleOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const others = neighbours.length > mostNeighbours ? [] : neighbours;
  const top = ({ start }: Threshold) => pathOf(sectionAt(guideline.sections, start))[0];
  const named = cutPointsOf(guideline).filter((one) => !isUnnamed(one) && !isEdge(one));
  for (const [first, ...more] of grouped(named, ({ group }) => String(group)).values()) {
    if (!first || !isRestatement(guideline, first)) continue;
    const part = [first, ...more];
    const chapter = cutPointsOf(guideline).filter(
      (one) => one.group !== first.group && top(one) === top(first),
    );
    const sides = [
      { there: undefined, all: chapter },
      ...others.map((one) => ({ there: one, all: cutPointsOf(one.guideline) })),
    ];
    for (const here of part)
      for (const { there, all } of sides) {
        const own = { threshold: here, guideline, in: undefined };
        const home = there?.guideline ?? guideline;
        const mayBeOne = (threshold: Threshold) =>
          !areSaidApart(own, { threshold, guideline: home, in: there });
        const found = soleOf(here, part, all, mayBeOne);
        if (found) yield { here, against: [{ threshold: found, in: there }], withIt: [] };
      }
  }
}

/** The one value of a chapter at which the like is done, unless either side says both. */
function soleOf(
  here: Threshold,
  part: readonly Threshold[],
  all: readonly Threshold[],
  mayBeOne: (other: Threshold) => boolean,
): Threshold | undefined {
  const of = (one: Threshold) => one.analyte === here.analyte && isUpward(one) === isUpward(here);
  // What is aimed at once something is given is not where it is begun.
  const isAim = (one: Threshold) => polarity(one) === "target" && polarity(here) !== "target";
  const named = all.filter((one) => one.analyte === here.analyte && !isAim(one));
  if (
    named.length > mostOf ||
    named.some((one) => timesOf(here, one) === 1 && sameSet(here.events, one.events))
  )
    return undefined;
  const chapter = named.filter((one) => of(one) && !isEdge(one) && mayBeOne(one));
  const [found, ...others] = chapter.filter((one) => isLikeDone(here, one));
  if (!found || others.some((one) => timesOf(found, one) !== 1)) return undefined;
  const isSaid = part.some((one) => of(one) && timesOf(one, found) === 1);
  const most = common(here.actions, found.actions).length > 0 ? mostTimesOfOne : mostTimes;
  return !isSaid && timesOf(here, found) <= most ? found : undefined;
}

/** One end of a range: of what lies between. */
const isEdge = ({ reading: { low, high } }: Threshold) => low !== high;

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
