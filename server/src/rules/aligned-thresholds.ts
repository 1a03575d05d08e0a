// A list, card or table that says the values of its chapter again, in the same order, and all but one of them: the first,
// second and third sample. What each is of need not be said alike. Only worth a question. For threshold-conflict.

import { sameCut } from "../guideline/cut-point.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isUpward, type Threshold } from "../guideline/threshold.ts";
import { mayBeOfSame } from "./alike-thresholds.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { polarity } from "./threshold-differences.ts";
import { withNames } from "./threshold-names.ts";
import { isRestatement } from "./threshold-restated.ts";
import { type Placed, placedIn } from "./threshold-times.ts";

const mostNeighbours = 6;
/** Longer lists are ladders, which have their own places. */
const [leastOf, mostOf] = [3, 6];
const mostTimes = 1.6;
/** What is adjusted to a clearance is adjusted by steps that many medicines share. */
const ofEachTable = new Set(["creatinine-clearance", "birth-weight", "weight"]);

export function* alignedOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const others = neighbours.length > mostNeighbours ? [] : neighbours;
  const all = withNames(placedIn(guideline, others));
  const lists = [...grouped(all, listOf).values()].map(inOrder).filter(({ length }) => length >= leastOf);
  for (const part of lists) {
    const [first] = part;
    if (!first || first.in || part.length > mostOf || !isRestatement(guideline, first.threshold)) continue;
    for (const chapter of lists) {
      const [other] = chapter;
      if (!other || chapter === part || keyOf(other) !== keyOf(first)) continue;
      if (!other.in && topOf(other) !== topOf(first)) continue;
      const found = oddOf(part, chapter);
      if (found) yield { here: found.here, against: [{ threshold: found.there, in: other.in }], withIt: [] };
    }
  }
}

const topOf = ({ guideline: { sections }, threshold: { start } }: Placed) =>
  pathOf(sectionAt(sections, start))[0];
const keyOf = ({ threshold: one }: Placed) => `${one.analyte.id} ${isUpward(one)}`;
const listOf = (one: Placed) => `${one.in?.uri ?? ""} ${one.threshold.group} ${keyOf(one)}`;

const inOrder = (list: readonly Placed[]): readonly Placed[] =>
  list
    .filter(({ threshold: one }) => one.reading.low === one.reading.high && polarity(one) !== "target")
    .toSorted((a, b) => a.threshold.start - b.threshold.start);

/** The one place in which a list differs from as many values in a row of another. */
function oddOf(part: readonly Placed[], chapter: readonly Placed[]) {
  for (let from = 0; from + part.length <= chapter.length; from++) {
    const pairs = part.map(({ threshold: here }, i) => ({
      here,
      there: (chapter[from + i] as Placed).threshold,
    }));
    const [odd, more] = pairs.filter(({ here, there }) => !sameCut(here, there));
    if (odd && !more && isQuestion(odd.here, odd.there, part, chapter)) return odd;
  }
  return undefined;
}

function isQuestion(
  here: Threshold,
  there: Threshold,
  part: readonly Placed[],
  chapter: readonly Placed[],
): boolean {
  const [one, other] = inOneUnit(here, there) ?? [];
  if (one === undefined || other === undefined || ofEachTable.has(here.analyte.id)) return false;
  const isSaid = (of: Threshold, list: readonly Placed[]) =>
    list.some(({ threshold }) => sameCut(threshold, of));
  return (
    Math.max(one, other) <= mostTimes * Math.min(one, other) &&
    !isSaid(here, chapter) &&
    !isSaid(there, part) &&
    mayBeOfSame(here.population, there.population)
  );
}
