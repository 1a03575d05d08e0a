// Of all values of one thing that documents name, the one that says most of what another says: each is the other's
// closest, nothing that is said speaks against it, and yet they differ. It is found by what is alike, not by what is
// equal, so it is only worth a question. For threshold-conflict.

import { cutPointsOf, sameCut } from "../guideline/cut-point.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isUpward } from "../guideline/threshold.ts";
import { oncePer } from "../text/memory.ts";
import { alikeness } from "./alike-thresholds.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { withNames } from "./threshold-names.ts";
import type { Placed } from "./threshold-times.ts";

/** Of one thing no guideline has so many; of more none is looked for. */
const mostOf = 60;
/** Of more documents each is looked at by itself: what these are compared by is not kept of those on disk. */
const mostNeighbours = 6;
/** What two must have in common, in points. */
const least = 3;
const leastAgain = 1;

/** Values that are each other's closest and differ. */
export function* closestOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const others = neighbours.length > mostNeighbours ? [] : neighbours;
  const all = [
    ...placedIn(guideline, undefined),
    ...others.flatMap((neighbour) => placedIn(neighbour.guideline, neighbour)),
  ];
  for (const bucket of grouped(withNames(all), keyOf).values()) {
    if (bucket.length < 2 || bucket.length > mostOf) continue;
    const closest = new Closest(bucket);
    for (const one of bucket) {
      const other = one.in ? undefined : closest.of(one);
      if (!other || (!other.in && other.threshold.start > one.threshold.start)) continue;
      yield {
        here: one.threshold,
        against: [{ threshold: other.threshold, in: other.in }],
        withIt: [],
      };
    }
  }
}

const keyOf = ({ threshold: one }: Placed) => `${one.analyte.id} ${isUpward(one)}`;

/** Values with a sign of their own: the ends of a range are of what lies between them. */
const placedIn = (guideline: Guideline, neighbour: Neighbour | undefined): readonly Placed[] =>
  cutPointsOf(guideline)
    .filter(({ reading: { low, high } }) => low === high)
    .map((threshold) => ({ threshold, guideline, in: neighbour }));

class Closest {
  readonly #all: readonly Placed[];

  constructor(all: readonly Placed[]) {
    this.#all = all;
  }

  /** The one that is closest to it, differs from it, and has none that is closer. */
  of(one: Placed): Placed | undefined {
    const best = this.#best(one);
    return best && this.#best(best) === one ? best : undefined;
  }

  /** The one that is most alike and differs, unless one that agrees is as much alike, or two values are. */
  #best(one: Placed): Placed | undefined {
    let best: Placed | undefined;
    let [most, agreed] = [0, 0];
    for (const other of this.#all) {
      const points = alike(one, other);
      if (points === 0) continue;
      if (agree(one, other)) {
        if (!this.#agreesMore(other, one, points)) agreed = Math.max(agreed, points);
      } else if (this.#isSaidAgain(one) && this.#isSaidAgain(other)) continue;
      else if (points > most) [best, most] = [other, points];
      else if (points === most && best && !agree(best, other)) best = undefined;
    }
    return best && most > agreed && most >= least ? best : undefined;
  }

  /** What is said twice, beside another value that is said twice, is meant. */
  #isSaidAgain(one: Placed): boolean {
    return this.#all.some((other) => agree(one, other) && alike(one, other) >= leastAgain);
  }

  /** It is said again elsewhere in words that are more like its own. */
  #agreesMore(other: Placed, than: Placed, points: number): boolean {
    return this.#all.some((one) => one !== than && alike(other, one) > points && agree(other, one));
  }
}

const agree = ({ threshold: a }: Placed, { threshold: b }: Placed): boolean => sameCut(a, b);

/** Worked out once for as long as both are said as they are. */
function alike(a: Placed, b: Placed): number {
  if (a === b) return 0;
  const [own, its] = [pointsOf(a.threshold), pointsOf(b.threshold)];
  const known = own.get(b.threshold) ?? its.get(a.threshold);
  if (known !== undefined) return known;
  const points = alikeness(a, b);
  own.set(b.threshold, points);
  return points;
}
const pointsOf = oncePer((_threshold: Placed["threshold"]) => new WeakMap<Placed["threshold"], number>());
