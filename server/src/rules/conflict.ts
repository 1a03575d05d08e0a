// Which of two orders that cannot both be right is the odd one out, and how a conflict is said, shown and mended.
// Shared by the rules that compare orders; it must not decide what a conflict is.

import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, sameConditions, timely } from "../guideline/indication.ts";
import type { Order } from "../guideline/order.ts";
import { isEveryone, samePatients } from "../guideline/population.ts";
import { oncePer, remembered, whileFrom } from "../text/memory.ts";
import { excludeEachOther } from "./at-value.ts";
import type { Placed } from "./comparable.ts";
import { forOtherDiseases, sameQualifiersOf } from "./comparable-indications.ts";
import { type ComparablePair, comparablePairs } from "./comparable-pairs.ts";
import { daySlipOf } from "./day-slip.ts";
import type { Gathered } from "./gathered.ts";
import { sentenceWords } from "./length-words.ts";
import { type MedicineOrders, ordersElsewhere, ordersOf } from "./medicine-orders.ts";
import { agreesWith, type Difference, differenceOf, isSameRegimen } from "./order-difference.ts";
import { lineOf } from "./place.ts";
import { implausible } from "./plausible.ts";
import { begins, ordersByMedicine } from "./regimens.ts";
import type { Fix, Found, Neighbour, Related } from "./rule.ts";
import { areSisterTables } from "./sister-tables.ts";

export interface Conflict {
  /** Of the guideline that is checked. */
  readonly order: Order;
  readonly others: readonly Placed[];
  readonly difference: Difference;
  /** How many orders agree with it. */
  readonly support: number;
}

type Kind = (a: Order, b: Order, difference: Difference) => boolean;

/** Conflicts of a kind, each at the order with fewer that agree with it, else at the later one. */
export function conflictsOf(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
  isKind: Kind,
): Conflict[] {
  const found = new Map<Order, { others: Placed[]; difference: Difference; support: number }>();
  for (const { pairs, support } of comparedIn(guideline, neighbours)) {
    for (const { own, other, difference } of pairs) {
      if (!isKind(own.order, other.order, difference) || areSisterTables(own, other)) continue;
      const swap = !other.in && (support.get(other.order) ?? 0) < (support.get(own.order) ?? 0);
      const [at, against] = swap ? [other, own] : [own, other];
      const known = found.get(at.order);
      if (known) known.others.push(against);
      else found.set(at.order, { others: [against], difference, support: support.get(at.order) ?? 0 });
    }
  }
  return [...found].map(([order, rest]) => ({ order, ...rest }));
}

interface Compared {
  readonly pairs: readonly {
    readonly own: Placed;
    readonly other: Placed;
    readonly difference: Difference;
  }[];
  /** How many orders agree with an order. */
  readonly support: ReadonlyMap<Order, number>;
}

let last: { guideline: Guideline; neighbours: readonly Neighbour[]; compared: Compared[] } | undefined;

/** Each medicine's orders that differ; worked out once for all rules that ask about the same state. */
function comparedIn(guideline: Guideline, neighbours: readonly Neighbour[]): readonly Compared[] {
  if (last?.guideline === guideline && last.neighbours === neighbours) return last.compared;
  const others = ordersElsewhere(neighbours);
  const compared = [...ordersByMedicine(guideline).keys()].flatMap((medicine) => {
    const own = ordersOf(guideline).get(medicine);
    return own ? placedPairs(guideline, own, others(medicine)) : [];
  });
  last = { guideline, neighbours, compared };
  return compared;
}

interface Differing extends ComparablePair {
  readonly difference: Difference;
  /** Where among a side's orders one stands beside it that agrees with the other side. */
  readonly besides: readonly { readonly of: "own" | "other"; readonly at: number }[];
}

/** What differs among lists of orders, by the places of the orders in the lists. */
interface Verdict {
  readonly pairs: readonly Differing[];
  readonly support: ReadonlyMap<number, number>;
}

/** By what all of the lists say. */
const verdicts = remembered((_key: string): { verdict: Verdict | undefined } => ({ verdict: undefined }));

/** Of the very same lists nothing needs to be read. */
const lastVerdict = whileFrom<MedicineOrders, Verdict>();

const keyOfAll = oncePer((lists: readonly Gathered<MedicineOrders>[]) =>
  lists.map(({ value }) => value.key).join("|"),
);

function placedPairs(
  guideline: Guideline,
  own: MedicineOrders,
  elsewhere: readonly Gathered<MedicineOrders>[],
): Compared | [] {
  const { pairs, support } = lastVerdict(own, [elsewhere], () => {
    const known = verdicts(`${own.key}/${keyOfAll(elsewhere)}`);
    known.verdict ??= verdictOf(guideline, own, elsewhere);
    return known.verdict;
  });
  if (pairs.length === 0) return [];
  return {
    pairs: pairs.flatMap((pair) => {
      const placed = placedPair(guideline, own, elsewhere, pair);
      const theirs = (pair.document === undefined ? undefined : elsewhere[pair.document]?.value) ?? own;
      const isMeantHere = pair.besides.every(({ of, at }) =>
        of === "own"
          ? isMeant(placed.own, own.all[at] as Order, placed.other)
          : isMeant(placed.other, theirs.all[at] as Order, placed.own),
      );
      return isMeantHere && !excludeEachOther(placed.own, placed.other)
        ? [{ ...placed, difference: pair.difference }]
        : [];
    }),
    support: new Map([...support].map(([at, count]) => [own.regimens[at] as Order, count])),
  };
}

/** "S. mansoni" here and there, and "S. japonicum" beside it: what is not understood says which of the two is meant. */
function isMeant({ order, guideline }: Placed, beside: Order, other: Placed): boolean {
  // "…, 50 mg/kg a day. That is 12.5 mg/kg every 6 hours": the same goes on.
  if (beside.nameSpan.start === order.nameSpan.start && order.nameSpan.end > order.block.start) return false;
  const [said, saidBeside] = [order, beside].map((one) => wordsOf(one, guideline)) as [Words, Words];
  const there = [...wordsOf(other.order, other.guideline)];
  return (
    there.some((word) => said.has(word) && !saidBeside.has(word)) &&
    !there.some((word) => saidBeside.has(word) && !said.has(word))
  );
}

type Words = ReadonlySet<string>;
const wordsOf = (order: Order, guideline: Guideline): Words => sentenceWords(toldOf(order, guideline));
const toldOf = (order: Order, guideline: Guideline) => ({ guideline, order, span: order.dose });

function placedPair(
  guideline: Guideline,
  { regimens }: MedicineOrders,
  elsewhere: readonly Gathered<MedicineOrders>[],
  { own, document, other }: ComparablePair,
): { own: Placed; other: Placed } {
  const ours = (at: number): Placed => ({ order: regimens[at] as Order, guideline, in: undefined });
  const there = document === undefined ? undefined : elsewhere[document];
  if (!there) return { own: ours(own), other: ours(other) };
  const { neighbour, value } = there;
  const order = value.regimens[other] as Order;
  return { own: ours(own), other: { order, guideline: neighbour.guideline, in: neighbour } };
}

function verdictOf(
  guideline: Guideline,
  own: MedicineOrders,
  elsewhere: readonly Gathered<MedicineOrders>[],
): Verdict {
  const pairs: Differing[] = [];
  const support = new Map<number, number>();
  for (const pair of comparablePairs(guideline, own, elsewhere)) {
    const placed = placedPair(guideline, own, elsewhere, pair);
    const [a, b] = [placed.own.order, placed.other.order];
    const difference = differenceOf(a, b);
    if (difference) {
      if (hasSibling(placed.own, placed.other) || hasSibling(placed.other, placed.own)) continue;
      const besides = [
        ...besidesOf(placed.own, b).map((at) => ({ of: "own" as const, at })),
        ...besidesOf(placed.other, a).map((at) => ({ of: "other" as const, at })),
      ];
      pairs.push({ ...pair, difference, besides });
    } else if (agreesWith(a, b)) {
      support.set(pair.own, (support.get(pair.own) ?? 0) + 1);
      if (pair.document === undefined) support.set(pair.other, (support.get(pair.other) ?? 0) + 1);
    }
  }
  return { pairs, support };
}

/** Of two steps of one treatment the other document or section gives both, and this one is the second: 800 mg, then 200 mg. */
function hasSibling({ order, guideline: own }: Placed, { order: against, guideline }: Placed): boolean {
  return (ordersByMedicine(guideline).get(order.medicine.name) ?? []).some(
    (sibling) =>
      sibling !== order &&
      sibling !== against &&
      (guideline !== own || listOf(sibling, own) !== listOf(order, own)) &&
      // Both are said to be the second step: the first one explains nothing.
      ((sibling.phase !== against.phase && (order.phase === undefined || order.phase !== against.phase)) ||
        (!sameQualifiersOf(sibling.indication, against.indication) &&
          !takeSameWay(order, against, sibling))) &&
      !saySameTime(order, against, sibling) &&
      !(begins(order) && begins(against) && !begins(sibling)) &&
      !takeSameTime(order, against, sibling) &&
      (sameConditions(sibling.indication, order.indication) || !isSaid(order.indication)) &&
      (samePatients(sibling.population, order.population) || isEveryone(order.population)) &&
      isSameRegimen(sibling, order),
  );
}

const listOf = ({ block, container }: Order, { lists }: Guideline) => lists.get(block.start) ?? container;

const meetRoutes = ({ routes: a }: Order, { routes: b }: Order): boolean =>
  a.length === 0 || b.length === 0 || a.some((route) => b.includes(route));

/** Both are given under the tongue, which the one beside is not. */
const takeSameWay = ({ routes: a }: Order, { routes: b }: Order, beside: Order): boolean =>
  a.some((route) => b.includes(route)) &&
  beside.routes.length > 0 &&
  !beside.routes.some((one) => a.includes(one));

/** Both are said to be of week 1, or at a clearance of 15–29 mL/min, which the sibling is not. */
function saySameTime({ indication: a }: Order, { indication: b }: Order, { indication: other }: Order) {
  return a.qualifiers.some(
    (id) => (timely.test(id) || isValue(id)) && b.qualifiers.includes(id) && !other.qualifiers.includes(id),
  );
}
const isValue = (id: string): boolean => id.startsWith("at ");

/** Both are given "over 10 minutes", which the one beside is not. */
function takeSameTime({ over: a }: Order, { over: b }: Order, { over: beside }: Order): boolean {
  const same = (one: typeof a, other: typeof a) =>
    one !== undefined && one.low === other?.low && one.high === other.high && one.unit === other.unit;
  return same(a, b) && !same(a, beside);
}

/** One of several ways in its block agrees with the other side: "500 mg 8 hourly or 1 g 12 hourly". */
function besidesOf({ order, guideline }: Placed, other: Order): number[] {
  return (ordersOf(guideline).get(order.medicine.name)?.all ?? []).flatMap((beside, at) => {
    const explains =
      beside !== order &&
      listOf(beside, guideline) === listOf(order, guideline) &&
      (beside.phase === order.phase || (other.phase === undefined && begins(order))) &&
      // "Start with 16 mg", "hold at 4 mg": only the first of them is what is begun with there.
      !(begins(order) && begins(other) && !begins(beside)) &&
      !saySameTime(order, other, beside) &&
      !takeSameTime(order, other, beside) &&
      meetRoutes(beside, other) &&
      !forOtherDiseases(beside.indication, other.indication) &&
      samePatients(beside.population, order.population) &&
      (beside.container === order.container ? agreesWith(beside, other) : isSameRegimen(beside, other));
    return explains ? [at] : [];
  });
}

/** The dose with its rhythm, in the author's words. */
export function quote({ order, guideline }: Pick<Placed, "order" | "guideline">): string {
  const { start, end } = order.dose;
  const whole = guideline.markdown.plain.slice(start, Math.max(end, Math.min(order.end, start + 80)));
  // In a turned table the other slots stand in other lines.
  return (/\|[^|]*\n/.test(whole) ? guideline.markdown.plain.slice(start, end) : whole)
    .replace(/\s*\|\s*/g, ", ")
    .replace(/\s+/g, " ")
    .trim();
}

export function placeOf({ order, guideline, in: document }: Placed): string {
  return lineOf(guideline, order.dose.start, document?.uri);
}

export function relatedOf(others: readonly Placed[]): Related[] {
  return others.map((other) => ({
    span: { start: other.order.dose.start, end: other.order.dose.end },
    message: `${other.order.medicine.name}: ${quote(other)}`,
    ...(other.in && { in: other.in }),
  }));
}

/** Where a conflict is shown, with its other sides. */
export function foundAt(conflict: Conflict, message: string): Found<Conflict> {
  const { dose } = conflict.order;
  return {
    span: { start: dose.start, end: dose.end },
    message,
    related: relatedOf(conflict.others),
    state: conflict,
  };
}

/** "Use 15 mg/kg here", "Use 25 mg/kg in line 12": the author chooses. */
export function choices({ order, others }: Conflict, guideline: Guideline): Fix[] {
  const own: Placed = { order, guideline, in: undefined };
  const [other] = others;
  const [here, there] = [regimen(own), other && regimen(other)];
  if (!other || !here || !there) return [];
  const fix = (at: Placed, { start, end }: Text, newText: string, where: string): Fix => ({
    title: `Use “${newText}” ${where}`,
    edits: [{ span: { start, end }, newText }],
    certain: false,
    ...(at.in && { in: at.in }),
  });
  // Several other sides agree with each other: none of them is changed alone.
  return [
    ...(isSound(other.order) ? [fix(own, here, there.text, "here")] : []),
    ...(others.length > 1 || !isSound(order) ? [] : [fix(other, there, here.text, `in ${placeOf(other)}`)]),
  ];
}

/** What is far from any usual dose is taken over nowhere. */
const isSound = (order: Order): boolean => !implausible(order) && !daySlipOf(order);

interface Text {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The dose with its rhythm where they stand together: cells of a row, and what a name stands in, cannot be changed as one. */
function regimen({ order, guideline }: Placed): Text | undefined {
  const { start, end } = order.regimen;
  const text = guideline.text.slice(start, end);
  const named = order.nameSpan.start >= start && order.nameSpan.start < end;
  return named || /[|\n\r]/.test(text) ? undefined : { start, end, text };
}
