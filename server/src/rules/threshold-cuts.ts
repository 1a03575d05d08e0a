// A table, list, box or sheet that divides what is measured as its chapter does, all but once: of the places where it
// does, one is not the chapter's, and one of the chapter's is missing. For threshold-conflict; what is done there counts
// only where several are missing.

import { cutPointsOf, isUnnamed, sameCut } from "../guideline/cut-point.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isEveryone, type Population, stageOf } from "../guideline/population.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isUpward, type Threshold } from "../guideline/threshold.ts";
import { oncePer } from "../text/memory.ts";
import { common, commonConditions, subset } from "./overlap.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { areOfOtherState, polarity } from "./threshold-differences.ts";
import { mayBeSamePatients } from "./threshold-patients.ts";
import { isRestatement } from "./threshold-restated.ts";

/** Of one analyte no part has so many. */
const mostOf = 16;
const mostNeighbours = 6;

const groupsOf = oncePer((guideline: Guideline): readonly (readonly Threshold[])[] => [
  ...grouped(cutPointsOf(guideline), ({ group }) => String(group)).values(),
]);

/** What a part divides otherwise than its chapter, or the document it belongs to. */
export function* cutOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const top = ({ start }: Threshold) => pathOf(sectionAt(guideline.sections, start))[0];
  const all = cutPointsOf(guideline);
  for (const part of groupsOf(guideline)) {
    const [first] = part;
    if (!first || part.length < 2 || !isListed(guideline, first)) continue;
    const chapter = all.filter((one) => one.group !== first.group && top(one) === top(first));
    const again = isRestatement(guideline, first);
    const section = sectionAt(guideline.sections, first.start);
    const isHere = ({ start }: Threshold) => again || sectionAt(guideline.sections, start) === section;
    yield* oddIn(part, chapter, undefined, isHere);
    if (neighbours.length <= mostNeighbours)
      for (const neighbour of neighbours)
        yield* oddIn(part, cutPointsOf(neighbour.guideline), neighbour, () => again);
  }
}

/** A row, an item, a step of a chart or a box: what prose says is not said again. */
function isListed({ text, markdown }: Guideline, { start }: Threshold): boolean {
  const block = markdown.blocks.findLast(({ span }) => span.start <= start);
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lead = text.slice(from, Math.min(text.length, from + 12));
  return (
    block?.kind === "table" ||
    /^\s*(?:[-*+•>→↓]|\d+[.)]|[a-h]\))\s/.test(lead) ||
    /^\W*(?:figure|box|card|table)\b/i.test(lead)
  );
}

function* oddIn(
  part: readonly Threshold[],
  chapter: readonly Threshold[],
  there: Neighbour | undefined,
  saysAgain: (counterpart: Threshold) => boolean,
): Iterable<Sides> {
  for (const own of grouped(part, kindOf).values()) {
    const of = analyteOf(own, chapter);
    if (!of || own.length > mostOf) continue;
    const mine = own.map((one) => (isUnnamed(one) ? { ...one, analyte: of } : one));
    const all = chapter.flatMap((one) => {
      const is = one.analyte.id === of.id || (isUnnamed(one) && one.unit?.kind === mine[0]?.unit?.kind);
      return is && mine[0] && scaleOf(one) === scaleOf(mine[0]) ? [{ ...one, analyte: of }] : [];
    });
    if (all.length > mostOf) continue;
    const odd = mine.filter((one) => !one.kinds.has("target") && !all.some((other) => sameCut(one, other)));
    const [here] = odd;
    if (!here || !odd.every((one) => sameCut(one, here))) continue;
    // A pressure's other figure counts as well.
    if (odd.length === mine.length && !odd.some(({ other }) => other !== undefined)) continue;
    const left = all.filter((one) => !one.kinds.has("target") && !mine.some((other) => sameCut(one, other)));
    const held = mine.filter((one) => !odd.includes(one));
    // A table with several places of its own is another one.
    const alone = left.filter((one) => left.every((near) => near.group !== one.group || sameCut(near, one)));
    const counterpart = counterpartOf(odd, alone, held);
    const isSure = (one: Threshold) =>
      saysAgain(one) || common(one.actions, counterpart?.here.actions ?? none).length > 0;
    if (counterpart && (distinct(held) >= manyHeld || counterpart.against.every(isSure)))
      yield {
        ...counterpart,
        withIt: [],
        against: counterpart.against.map((threshold) => ({ threshold, in: there })),
      };
  }
}

const none: ReadonlySet<string> = new Set();
/** So many places that agree are no chance. */
const manyHeld = 2;
const distinct = (all: readonly Threshold[]): number =>
  all.filter((one, i) => !all.slice(0, i).some((other) => sameCut(one, other))).length;

const kindOf = (one: Threshold) =>
  `${isUnnamed(one) ? "" : one.analyte.id} ${scaleOf(one)} ${one.unit?.kind ?? ""}`;

/** Which of several scales is meant; how soon something is done, or for how long the value lasts, is none. */
const scaleOf = oncePer(({ aspects }: Threshold) =>
  [...aspects]
    .filter((aspect) => !/^(?:urgent|sustained|ratio)$/.test(aspect))
    .sort()
    .join(),
);

/** What a part that does not say it measures: what its chapter has in the same unit, if that is one thing. */
function analyteOf([first]: readonly Threshold[], chapter: readonly Threshold[]) {
  if (!first || !isUnnamed(first)) return first?.analyte;
  const alike = chapter.filter(
    ({ unit, analyte }) => !analyte.id.startsWith("open") && unit?.kind === first.unit?.kind,
  );
  const [found, ...others] = new Set(alike.map(({ analyte }) => analyte));
  return others.length === 0 ? found : undefined;
}

function counterpartOf(odd: readonly Threshold[], left: readonly Threshold[], held: readonly Threshold[]) {
  const pairsOf = (isOfKind: typeof areOfOneKind) =>
    odd.flatMap((here) =>
      left.filter((one) => areAlike(here, one, held, isOfKind)).map((one) => ({ here, one })),
    );
  const strict = pairsOf(areOfOneKind);
  const pairs = strict.length > 0 || held.length === 0 ? strict : pairsOf(isActedOn);
  const [first] = pairs;
  if (!first) return undefined;
  const paired = pairs.filter(({ here, one }) => here.other !== undefined && here.other === one.other);
  const isOne = ({ one }: { one: Threshold }) => sameCut(one, first.one);
  const told =
    paired.length > 0
      ? paired
      : pairs.every(isOne)
        ? pairs
        : pairs.filter(({ here, one }) => common(here.actions, one.actions).length > 0);
  const [best] = told;
  if (!best || !told.every(({ one }) => sameCut(one, best.one))) return undefined;
  if (held.length === 0 && paired.length === 0) return undefined;
  return { here: best.here, against: told.filter(({ here }) => here === best.here).map(({ one }) => one) };
}

/** What is adjusted to a clearance, and the bands of a birth weight, are others in each table. */
const ofEachTable = new Set(["creatinine-clearance", "birth-weight", "weight"]);
const mostTimes = 2.1;

function areAlike(
  a: Threshold,
  b: Threshold,
  held: readonly Threshold[],
  isOfKind: typeof areOfOneKind,
): boolean {
  const [one, other] = inOneUnit(a, b) ?? [];
  if (one === undefined || other === undefined || ofEachTable.has(a.analyte.id)) return false;
  const ratio = one / other;
  return (
    isUpward(a) === isUpward(b) &&
    !(isEdge(a) && isEdge(b)) &&
    ratio < mostTimes &&
    ratio > 1 / mostTimes &&
    isOfKind(a, b) &&
    !areOfOtherState(a, b) &&
    held.every((near) => isBetween(near, a) === isBetween(near, b)) &&
    areOfOneTopic(a, b) &&
    mayBeOfSame(a, b)
  );
}

/** The places that agree are in the same order on both sides. */
const isBetween = (near: Threshold, one: Threshold): boolean => {
  const [value, other] = inOneUnit(near, one) ?? [0, 0];
  return value < other;
};

function areOfOneTopic(a: Threshold, b: Threshold): boolean {
  const [one, other] = [topicsOf(a), topicsOf(b)];
  return one.size === 0 || other.size === 0 || commonConditions(one, other) > 0;
}

/** "Labour ward", "fever season": where and when, and not what for. */
const topicsOf = oncePer(
  ({ above }: Threshold) =>
    new Set([...above].filter((id) => !/^(?:labour|fever|resuscitation|blood-transfusion)$/.test(id))),
);

/** One end of a range. */
const isEdge = ({ reading: { low, high } }: Threshold): boolean => low !== high;

/** "Liver test above …", "MUAC below …": that something is measured is no decision, nor is a meaning of nothing. */
const doneAt = oncePer(
  ({ kinds, conditions }: Threshold) =>
    new Set([...kinds].filter((kind) => kind !== "test" && (kind !== "define" || conditions.size > 0))),
);

function areOfOneKind(a: Threshold, b: Threshold): boolean {
  const [one, other] = [doneAt(a), doneAt(b)];
  if (one.has("target") || other.has("target")) return false;
  if (one.size === 0 || other.size === 0 || namesWhose(a, b) || namesWhose(b, a))
    return polarity(a) !== "discharge" && polarity(b) !== "discharge";
  return polarity(a) === polarity(b) && common(one, other).length > 0;
}

/** What has a name from a value on is acted upon there: "severe: under 115 mm", "send to the programme under 110 mm". */
function isActedOn(a: Threshold, b: Threshold): boolean {
  const isDefined = [a, b].some(({ kinds }) => kinds.has("define"));
  return isDefined && [a, b].every((one) => polarity(one) === "start");
}

/** "| Dengue, no bleeding | below 20 |": a row names the disease of its chapter, and defines nothing. */
const namesWhose = (row: Threshold, { above }: Threshold): boolean =>
  row.rowHead.size > 0 && row.kinds.size === 1 && row.kinds.has("define") && subset(row.conditions, above);

/** Those of one side may be among those of the other: "women" of a chapter on pregnancy, "adults and children". */
function mayBeOfSame({ population: a }: Threshold, { population: b }: Threshold): boolean {
  if (mayBeSamePatients(a, b)) return true;
  const [one, other] = [stageOf(a), stageOf(b)];
  const young = (stage: string | undefined) => stage === "neonate" || stage === "child";
  const open = (of: Population) =>
    isEveryone(of) || (of.groups.includes("adult") && of.groups.includes("child"));
  const women = (of: Population) => of.groups.includes("women") || of.groups.includes("pregnant");
  return open(a) || open(b) || (young(one) && young(other)) || (women(a) && women(b) && !a.age && !b.age);
}
