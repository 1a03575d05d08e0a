// What is not done beyond a value here, and is done up to another one there: "withhold insulin while potassium is below
// 3.5", "before insulin: potassium at least 3.0". Only worth a question. For threshold-conflict.

import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { inOneUnit, isUpward, type Threshold } from "../guideline/threshold.ts";
import type { ActionKind } from "../lexicon/threshold-words.ts";
import { sayingBefore } from "../text/around.ts";
import { deedsOf, mayBeOfSame } from "./alike-thresholds.ts";
import { common, commonConditions, sameSet } from "./overlap.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { polarity, speakAgainst } from "./threshold-differences.ts";
import type { Placed } from "./threshold-times.ts";

const mostNeighbours = 6;
/** More are not looked through. */
const mostOf = 200;
const mostTimes = 1.6;

export function* mirroredOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const others = neighbours.length > mostNeighbours ? [] : neighbours;
  const placed = (of: Guideline, there: Neighbour | undefined): readonly Placed[] =>
    of.thresholds.slice(0, mostOf).map((threshold) => ({ threshold, guideline: of, in: there }));
  const every = [undefined, ...others].flatMap((there) => placed(there?.guideline ?? guideline, there));
  const all = every.filter(isOfDeed);
  const own = all.filter((one) => !one.in);
  const alike = grouped(all, ({ threshold }) => threshold.analyte);
  for (const here of own) {
    const mirrors = (alike.get(here.threshold.analyte) ?? []).filter(
      (one) =>
        areMirrored(here, one) &&
        (isBarred(one) !== isBarred(here) || arePairs(here.threshold, one.threshold)),
    );
    const [first] = mirrors;
    if (!first || mirrors.some((one) => timesOf(first, one) !== 1) || timesOf(here, first) === 1) continue;
    // Either value is what the other says somewhere.
    if (all.some((one) => isAlike(one, here) && timesOf(one, first) === 1)) continue;
    if (isMirrored(here, every) || isMirrored(first, every)) continue;
    if (hasOwnMirror(here, guideline) || hasOwnMirror(first, first.guideline)) continue;
    if (standsBeside(here, first) || standsBeside(first, here)) continue;
    if (first.in || first.threshold.start < here.threshold.start)
      yield { here: here.threshold, against: [{ threshold: first.threshold, in: first.in }], withIt: [] };
  }
}

const isOfDeed = ({ threshold: { actions, kinds, other } }: Placed): boolean =>
  other !== undefined ||
  (actions.size > 0 && !["define", "reduce", "target"].some((kind) => kinds.has(kind as ActionKind)));

const barring =
  /\b(?:not|never|no|withh[eo]ld|held +back|cancel\w*|postpon\w*|defer\w*|delay\w*|omit\w*|forbid\w*)\b/i;
const ending = /\b(?:stop\w*|discontinu\w*|ceas\w*|suspend\w*|until)\b/i;
const longest = 160;

/** "Do not start", "is withheld": who gets it already is another one. */
function isBarred({ threshold: { kinds, start, end }, guideline: { markdown } }: Placed): boolean {
  if (!kinds.has("stop")) return false;
  const { plain } = markdown;
  const ahead = sayingBefore(plain, start, longest, ".;!?\n|");
  const behind = /^(?:[^.;!?\n|]|\.(?=\d))*/.exec(plain.slice(end, end + longest))?.[0] ?? "";
  return barring.test(ahead + behind) && !ending.test(ahead + behind);
}

/** What is withheld above a value is begun up to the same value elsewhere. */
const isMirrored = ({ threshold: a, in: here }: Placed, every: readonly Placed[]): boolean =>
  every.some(
    ({ threshold: b, in: there }) =>
      a.analyte === b.analyte &&
      isUpward(a) !== isUpward(b) &&
      polarity(b) !== "target" &&
      (here !== there || a.group !== b.group) &&
      timesOf({ threshold: a }, { threshold: b }) === 1,
  );

/** "6 and over: do not transfuse", below "under 4: transfuse": what lies between is left open. */
const hasOwnMirror = ({ threshold: a }: Placed, { thresholds }: Guideline): boolean =>
  thresholds.some(
    (b) =>
      b.group === a.group &&
      b.analyte === a.analyte &&
      isUpward(b) !== isUpward(a) &&
      common(a.actions, b.actions).length > 0,
  );

/** The paragraph or list of the one has the value of the other as well: that they differ is meant. */
const standsBeside = (one: Placed, { threshold: b }: Placed): boolean =>
  one.guideline.thresholds.some(
    (a) =>
      a.group === one.threshold.group &&
      a.analyte === b.analyte &&
      timesOf({ threshold: a }, { threshold: b }) === 1,
  );

/** The same is done on the one side, and not done on the other. */
function areMirrored(
  { threshold: a, guideline: one }: Placed,
  { threshold: b, guideline: other }: Placed,
): boolean {
  if (a.analyte !== b.analyte || isUpward(a) === isUpward(b) || (one === other && a.group === b.group))
    return false;
  if ((a.kinds.has("stop") && b.kinds.has("stop")) || speakAgainst(a, b)) return false;
  const times = timesOf({ threshold: a }, { threshold: b });
  const isOne = common(deedsOf(a), deedsOf(b)).length > 0 || arePairs(a, b);
  return times <= mostTimes && isOne && areOfSame(a, b);
}

const figureOf = (pair: string | undefined) => /\S+$/.exec(pair ?? "")?.[0];

/** Two pressures of the same moment before something, or with the same other figure: "185/110 or lower", "above 200, or above 110". */
function arePairs(a: Threshold, b: Threshold): boolean {
  if (a.other === undefined || b.other === undefined) return false;
  const moments = common(a.phases, b.phases).filter((phase) => phase.startsWith("before"));
  return moments.length > 0 || figureOf(a.other) === figureOf(b.other);
}

function areOfSame(a: Threshold, b: Threshold): boolean {
  const isOpen = a.above.size === 0 || b.above.size === 0 || commonConditions(a.above, b.above) > 0;
  return isOpen && sameSet(a.aspects, b.aspects) && mayBeOfSame(a.population, b.population);
}

const isAlike = ({ threshold: a }: Placed, { threshold: b }: Placed): boolean =>
  a !== b &&
  a.analyte === b.analyte &&
  isUpward(a) === isUpward(b) &&
  common(a.actions, b.actions).length > 0;

function timesOf(
  { threshold: a }: Pick<Placed, "threshold">,
  { threshold: b }: Pick<Placed, "threshold">,
): number {
  const [one, other] = inOneUnit(a, b) ?? [1, Number.POSITIVE_INFINITY];
  return Math.max(one, other) / Math.min(one, other);
}
