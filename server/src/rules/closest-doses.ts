// Of all doses of a medicine that documents give, the one that says most of what another says: each is the other's
// closest, nothing that is said speaks against it, nothing that agrees is as much alike, and yet they differ. It is
// found by what is alike, not by what is equal, so it is only worth a question.

import type { Guideline } from "../guideline/guideline.ts";
import { type Indication, isFormOf, isSaid, isSymptom } from "../guideline/indication.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { hasBand, isEveryone, type Population, samePatients, stageOf } from "../guideline/population.ts";
import { isInGroup } from "../lexicon/conditions.ts";
import { whileFrom } from "../text/memory.ts";
import { type About, aboutMedicine, mayCompareForSome, type Placed } from "./comparable.ts";
import { samePeople } from "./comparable-people.ts";
import type { Gathered } from "./gathered.ts";
import { haveOtherKidneys, kidneyTold } from "./kidney-told.ts";
import { isRetelling, type Told, wordsAround } from "./length-words.ts";
import { type MedicineOrders, ordersElsewhere, ordersOf } from "./medicine-orders.ts";
import { agreesWith, type Difference, differenceOf, isBasis, isMagnitude } from "./order-difference.ts";
import { partOf } from "./regimens.ts";
import type { Neighbour } from "./rule.ts";
import { areLedByOthers } from "./told-apart.ts";

/** Of more orders of one medicine none is looked for. */
const mostOrders = 60;
/** What two must have in common, in points. */
const least = 4;
/** What differs by more is for something else. */
const farthest = 5;

/** An order by where it stands in its document's list. */
interface At {
  /** Which of the other documents; undefined: the own one. */
  readonly document: number | undefined;
  readonly at: number;
}

export interface ClosePair {
  readonly own: Placed;
  readonly other: Placed;
}

const closest = whileFrom<MedicineOrders, readonly (readonly [own: At, other: At])[]>();

/** Each pair once, at the later one of the document that is checked. */
export function closestDoses(guideline: Guideline, neighbours: readonly Neighbour[]): ClosePair[] {
  const elsewhere = ordersElsewhere(neighbours);
  return [...ordersOf(guideline).values()].flatMap((own) => {
    const others = elsewhere(own.medicine);
    const pairs = closest(own, [others], () => pairsOf(guideline, own, others));
    return pairs.map(([one, other]) => ({
      own: placed(guideline, own, others, one),
      other: placed(guideline, own, others, other),
    }));
  });
}

function placed(
  guideline: Guideline,
  own: MedicineOrders,
  elsewhere: readonly Gathered<MedicineOrders>[],
  { document, at }: At,
): Placed {
  const there = document === undefined ? undefined : elsewhere[document];
  if (!there) return { order: own.all[at] as Order, guideline, in: undefined };
  const { neighbour, value } = there;
  return { order: value.all[at] as Order, guideline: neighbour.guideline, in: neighbour };
}

interface Candidate extends Told {
  readonly order: Order;
  readonly place: At;
  /** It gives a dose of a regimen. */
  readonly whole: boolean;
}

function pairsOf(
  guideline: Guideline,
  own: MedicineOrders,
  elsewhere: readonly Gathered<MedicineOrders>[],
): readonly (readonly [At, At])[] {
  const candidatesOf = (from: MedicineOrders, of: Guideline, document: number | undefined): Candidate[] => {
    const whole = new Set(from.regimens);
    return from.all.map((order, at) => ({
      order,
      guideline: of,
      span: order.dose,
      place: { document, at },
      whole: whole.has(order) || isCase(order),
    }));
  };
  const here = candidatesOf(own, guideline, undefined);
  const all = [
    ...here,
    ...elsewhere.flatMap(({ neighbour, value }, i) => candidatesOf(value, neighbour.guideline, i)),
  ];
  if (all.length < 2 || all.length > mostOrders) return [];
  const about = aboutMedicine(own.medicine, [
    guideline,
    ...elsewhere.map(({ neighbour }) => neighbour.guideline),
  ]);
  return here.flatMap((one) => {
    if (!one.whole) return [];
    const best = bestFor(one, all, about);
    if (!best || (best.guideline === guideline && best.order.start > one.order.start)) return [];
    return bestFor(best, all, about) === one ? [[one.place, best.place] as const] : [];
  });
}

/** What an adult gets whose case is told is the dose of adults. */
const isCase = (order: Order): boolean =>
  partOf(order) === "is an example for one patient" && stageOf(order.population) === "adult";

/** The one that is most alike and differs, unless one that agrees is as much alike, or two are. */
function bestFor(one: Candidate, all: readonly Candidate[], about: About): Candidate | undefined {
  let best: Candidate | undefined;
  let [most, agreed] = [0, 0];
  for (const other of all) {
    if (other === one || isBeside(one, other) || areOfOthers(one, other)) continue;
    const difference = differenceOf(one.order, other.order) ?? bareDifference(one.order, other.order);
    const agrees = !difference && agreesWith(one.order, other.order);
    const differs = difference && other.whole && isConflict(one.order, other.order, difference);
    if (!agrees && !differs) continue;
    const points =
      0.5 +
      pointsOf(one, other) +
      (areAlone(one, other, all) ? loneBonus : 0) +
      (haveLikeSteps(one, other, all) ? schemeBonus : 0);
    if (agrees) {
      agreed = Math.max(agreed, points);
      continue;
    }
    if (points < Math.max(most, least) || !mayBeOne(one, other, all, about)) continue;
    if (points > most) [best, most] = [other, points];
    else if (points === most && best && !agreesWith(best.order, other.order)) best = undefined;
  }
  return best && most > agreed && most >= least ? best : undefined;
}

/** "Is enoxaparin 20 mg written up for tonight?" beside "40 mg once daily": of what is given once a day. */
function bareDifference(a: Order, b: Order): Difference | undefined {
  const isBare = ({ frequency, divided, dose }: Order) => !frequency && !divided && !dose.per.hours;
  const isDailyOne = ({ frequency }: Order) => frequency?.perDay?.high === 1;
  if (!((isBare(a) && isDailyOne(b)) || (isBare(b) && isDailyOne(a)))) return undefined;
  const [one, other] = [amountOf(a.dose), amountOf(b.dose)];
  if (one.unit !== other.unit || one.low <= 0 || other.low <= 0) return undefined;
  const ratio = Math.max(one.low / other.high, other.low / one.high);
  return ratio > 1.1 ? { ratio, of: "dose" } : undefined;
}

const isConflict = (a: Order, b: Order, difference: Difference): boolean =>
  difference.of !== "rate" &&
  difference.ratio <= farthest &&
  !isMagnitude(difference.ratio) &&
  !isBasis(a, b, difference);

/** Rows of one table, items of one list and doses of one paragraph differ on purpose. */
const isBeside = (a: Candidate, b: Candidate): boolean =>
  a.guideline === b.guideline && listOf(a) === listOf(b);
const listOf = ({ order: { block, container }, guideline }: Candidate) =>
  guideline.lists.get(block.start) ?? container;

/** Two patients, two routes or two diseases are said. */
function areOfOthers(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.order, b.order];
  const [ways, waysThere] = [one.routes, other.routes];
  if (ways.length > 0 && waysThere.length > 0 && !ways.some((way) => waysThere.includes(way))) return true;
  const [stage, stageThere] = [stageOf(one.population), stageOf(other.population)];
  if (stage && stageThere && stage !== stageThere && stage !== "all" && stageThere !== "all") return true;
  if (a.guideline === b.guideline && areLedByOthers(a.guideline, one, other)) return true;
  if (haveOtherKidneys(a, b) || areOfOtherBands(one.population, other.population)) return true;
  // What else the patient of a case has is not what it is given for.
  return !isCase(one) && !isCase(other) && areDiseasesApart(one, other);
}

/** Below 20 kg here, from 20 kg there. */
const areOfOtherBands = (a: Population, b: Population): boolean =>
  (["weight", "age", "gestation"] as const).some((key) => {
    const [one, other] = [a[key], b[key]];
    if (!one || !other) return false;
    return (one.high ?? Infinity) <= (other.low ?? 0) || (other.high ?? Infinity) <= (one.low ?? 0);
  });

/** How a disease shows in whom it is given to: of another disease it says nothing. */
const signs: ReadonlySet<string> = new Set(
  "coma convulsion shock vasopressors hypotension respiratory-distress wheeze urticaria bleeding".split(" "),
);
const tellsNothing = (id: string) => isSymptom(id) || signs.has(id);

function areDiseasesApart(a: Order, b: Order): boolean {
  // Each line names for itself what it is for: nausea here, delirium there.
  const both = isOwn(a) && isOwn(b);
  const [one, other] = [a, b].map(({ indication: { conditions } }) =>
    both ? conditions : conditions.filter((id) => !tellsNothing(id)),
  ) as [readonly string[], readonly string[]];
  const related = (id: string, there: string) =>
    id === there ||
    isFormOf(id, there) ||
    isFormOf(there, id) ||
    isInGroup(id, there) ||
    isInGroup(there, id);
  return one.length > 0 && other.length > 0 && !one.some((id) => other.some((there) => related(id, there)));
}

function mayBeOne(a: Candidate, b: Candidate, all: readonly Candidate[], about: About): boolean {
  const sameDocument = a.guideline === b.guideline;
  const known = { ...about, sameDocument };
  const isBegun = ({ order }: Candidate) => order.phase === undefined || order.phase === "initial";
  const ofCase = isCase(a.order) || isCase(b.order);
  const areOneStep = (ofCase && isBegun(a) && isBegun(b)) || isFirstOfBoth(a, b, all);
  const [first, second] = areOneStep ? [a, b].map(({ order }) => stepless(order)) : [a, b].map(steplessOf);
  if (!first || !second) return false;
  if (!mayCompareForSome(first, second, known)) return false;
  const [one, other] = [a.order.population, b.order.population];
  const isOpen = (some: Population, every: Population) =>
    isEveryone(every) && !hasBand(some) && some.groups.every((group) => plainGroups.has(group));
  if (!samePeople(a.order, b.order, known) && !isOpen(one, other) && !isOpen(other, one)) return false;
  return !areOpposite(a, b, all) && !areOpposite(b, a, all);
}
/** "Halved to 20 mg" at a clearance of 15–30 mL/min is what is given at it. */
const steplessOf = ({ order, guideline }: Candidate): Order =>
  order.phase === "reduce" && kidneyTold(order, guideline) ? stepless(order) : order;
const stepless = (order: Order): Order => ({ ...order, phase: undefined, begun: false });

/** A loading dose, and what stands before "then 1 g every hour". */
function isFirstOfBoth(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const beside = (one: Candidate) => all.filter((other) => other !== one && isBeside(one, other));
  const leads = (one: Candidate) => {
    const others = beside(one);
    return others.length > 0 && others.every(({ order }) => order.start > one.order.start);
  };
  const isFirst = (one: Candidate) =>
    one.order.phase === "loading" || (one.order.phase === undefined && leads(one));
  return a.order.phase !== b.order.phase && isFirst(a) && isFirst(b);
}

const plainGroups: ReadonlySet<string> = new Set(["adult", "child", "women", "men"]);

/** What is so at most times is said or left out. */
const idle =
  /^(?:uncomplicated|outpatient|inpatient|susceptible|empirical|targeted|confirmed|suspected|acute|first-line|monotherapy|combination|combination-therapy|initial|primary|new-case|elective|treatment|adjunctive|symptomatic|stable|step-\d|community-acquired)$/;
const states: ReadonlySet<string> = new Set(["renal-impairment", "hepatic-impairment"]);

/** One side alone says what changes a dose; what all others say, too, tells nothing apart from one that says nothing. */
function areOpposite(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const [one, other] = [a.order.indication, b.order.indication];
  const isSilent = saysNothing(other);
  const isOf = (id: string, { order: { indication } }: Candidate) => indication.qualifiers.includes(id);
  const isOfAll = (id: string) =>
    (isSilent && all.every((each) => isOf(id, each) || saysNothing(each.order.indication))) ||
    (id.startsWith("at ") && [a, b].every(({ order, guideline }) => kidneyTold(order, guideline))) ||
    (degrees.has(id) && isOwn(b.order) && isOnlyOne(a, b, all));
  return (
    one.qualifiers.some(
      (id) => !idle.test(id) && !isSymptom(id) && !other.qualifiers.includes(id) && !isOfAll(id),
    ) || one.conditions.some((id) => states.has(id) && !other.conditions.includes(id))
  );
}

/** Its own line names the disease, as one of several. */
const isOwn = ({ indication, outer }: Order): boolean =>
  indication.conditions.join() !== outer.conditions.join();

const saysNothing = (indication: Indication): boolean =>
  !isSaid(indication) && indication.qualifiers.length === 0;

const degrees: ReadonlySet<string> = new Set(
  "mild moderate severe complicated late early disseminated".split(" "),
);

/** Of one disease both, for which no third dose is given: how severe it is tells no doses apart. */
const isOnlyOne = (a: Candidate, b: Candidate, all: readonly Candidate[]): boolean =>
  a.order.indication.conditions.some(
    (id) =>
      b.order.indication.conditions.includes(id) &&
      areAlone(
        a,
        b,
        all.filter(({ order }) => order.indication.conditions.includes(id)),
      ),
  );

/** Two places, and no third dose; a document that says both doses says where each is right. */
const loneBonus = 2;
function areAlone(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const saysAgain = (one: Candidate, mine: Candidate, theirs: Candidate) =>
    !isBeside(one, theirs) &&
    (one.guideline !== theirs.guideline || mine.guideline === theirs.guideline) &&
    agreesWith(one.order, mine.order);
  return all.every((one) => one === a || one === b || saysAgain(one, a, b) || saysAgain(one, b, a));
}

/** Beside both the same is said of others: "from 120 kg on 3 g". */
const schemeBonus = 3;
function haveLikeSteps(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const [own, theirs] = [a, b].map((one) => all.filter((other) => other !== one && isBeside(one, other)));
  return (own ?? []).some(({ order }) =>
    (theirs ?? []).some(
      ({ order: other }) =>
        hasBand(order.population) &&
        samePatients(order.population, other.population) &&
        agreesWith(order, other),
    ),
  );
}

const mostCommon = 4;

function pointsOf(a: Candidate, b: Candidate): number {
  const [one, other] = [a.order, b.order];
  const { conditions, qualifiers } = one.indication;
  const disease =
    isSaid(one.indication) && conditions.some((id) => other.indication.conditions.includes(id)) ? 3 : 0;
  const shared = qualifiers.filter((id) => !idle.test(id) && other.indication.qualifiers.includes(id)).length;
  const people = isEveryone(one.population) || !samePatients(one.population, other.population) ? 0 : 1;
  const measured = people > 0 && hasBand(one.population) ? 1 : 0;
  const route = one.routes.length > 0 && other.routes.length > 0 ? 1 : 0;
  const often = (order: Order) =>
    order.frequency?.perDay?.high ?? (order.frequency?.once ? "once" : undefined);
  const rhythm = often(one) !== undefined && often(one) === often(other) ? 2 : 0;
  const phase = one.phase && one.phase === other.phase ? 1 : 0;
  const words = wordsAround(b);
  const names = new Set(one.medicine.name.split(/[ /]/));
  const common = [...wordsAround(a)].filter((word) => words.has(word) && !names.has(word)).length;
  const again = isRetelling(a) || isRetelling(b) ? 1 : 0;
  const kidneys = kidneyTold(one, a.guideline) && kidneyTold(other, b.guideline) ? 2 : 0;
  return (
    disease +
    2 * shared +
    people +
    measured +
    route +
    kidneys +
    rhythm +
    phase +
    again +
    Math.min(mostCommon, common)
  );
}
