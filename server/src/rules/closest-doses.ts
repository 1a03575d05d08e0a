// Of all doses of a medicine that documents give, the one that says most of what another says: each is the other's
// closest, nothing that is said speaks against it, nothing that agrees is as much alike, and yet they differ. It is
// found by what is alike, not by what is equal, so it is only worth a question.

import type { Guideline } from "../guideline/guideline.ts";
import { isSaid } from "../guideline/indication.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { hasBand, isEveryone, samePatients } from "../guideline/population.ts";
import { whileFrom } from "../text/memory.ts";
import { type About, aboutMedicine, type Placed } from "./comparable.ts";
import { areAlone, areOfOthers, type Candidate, idle, isBeside, isCase, mayBeOne } from "./doses-apart.ts";
import type { Gathered } from "./gathered.ts";
import { kidneyTold } from "./kidney-told.ts";
import { isRetelling, wordsAround } from "./length-words.ts";
import { type MedicineOrders, ordersElsewhere, ordersOf } from "./medicine-orders.ts";
import {
  agreesWith,
  type Difference,
  differenceOf,
  isBasis,
  isMagnitude,
  isSameRegimen,
} from "./order-difference.ts";
import type { Neighbour } from "./rule.ts";

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

type Held = Candidate & { readonly place: At };

function pairsOf(
  guideline: Guideline,
  own: MedicineOrders,
  elsewhere: readonly Gathered<MedicineOrders>[],
): readonly (readonly [At, At])[] {
  const candidatesOf = (from: MedicineOrders, of: Guideline, document: number | undefined): Held[] => {
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

/** The one that is most alike and differs, unless one that agrees is as much alike, or two are. */
function bestFor(one: Held, all: readonly Held[], about: About): Held | undefined {
  let best: Held | undefined;
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
    if (areBothSaidAgain(one, other, all)) continue;
    if (points > most) [best, most] = [other, points];
    else if (points === most && best && !agreesWith(best.order, other.order)) best = undefined;
  }
  return best && most > agreed && most >= least ? best : undefined;
}

/** Each of two doses of one document is found elsewhere: both are meant, whatever tells them apart. */
function areBothSaidAgain(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const isSaidAgain = (one: Candidate, beside: Candidate) =>
    all.some(
      (other) =>
        other !== one && !isBeside(other, one) && isSameRegimen(other.order, one.order) && other !== beside,
    );
  return a.guideline === b.guideline && isSaidAgain(a, b) && isSaidAgain(b, a);
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
  (difference.of !== "rate" || (isFixed(a) && isFixed(b))) &&
  (difference.ratio <= farthest || isOtherRhythm(a, b)) &&
  !isMagnitude(difference.ratio) &&
  !isBasis(a, b, difference);

/** A rate per kilogram that is no range is begun with, or kept; of others the effect decides. */
const isFixed = ({ dose, range }: Order): boolean =>
  dose.per.kg === true && dose.low === dose.high && range === undefined;

/** "10 mg once a week", "10 mg every day" */
function isOtherRhythm(a: Order, b: Order): boolean {
  const [one, other] = [amountOf(a.dose), amountOf(b.dose)];
  return one.unit === other.unit && one.low === other.low && one.high === other.high;
}

/** Two places, and no third dose. */
const loneBonus = 2;

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
