// Which length of treatment elsewhere cannot be right together with one here: of the same medicine or treated
// condition, for the same patients, and of several the one that is most alike. It must not word findings.

import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, sameConditions, sameIndication } from "../guideline/indication.ts";
import type { Order } from "../guideline/order.ts";
import { everyone, isEveryone, type Population, samePatients, weightless } from "../guideline/population.ts";
import { sectionAt } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { once, oncePer, whileFrom } from "../text/memory.ts";
import { type Alike, AlikeLengths } from "./alike-lengths.ts";
import { aboutMedicine, mayCompare } from "./comparable.ts";
import { anyDegree, sameQualifiersOf } from "./comparable-indications.ts";
import { impliedPatients } from "./comparable-thresholds.ts";
import { type Gathered, gathering } from "./gathered.ts";
import type { Likeness } from "./length-likeness.ts";
import {
  areAfterOthers,
  areApart,
  areLabelledAlike,
  areLabelledApart,
  areOfSomeBeside,
  tellingWords,
  toldWords,
} from "./length-words.ts";
import {
  allows,
  isCurative,
  isEarlier,
  isNear,
  type Length,
  type Lengths,
  lengthsIn,
  lengthsOf,
  meets,
  stretch,
} from "./lengths.ts";
import { ordersElsewhere, ordersOf } from "./medicine-orders.ts";
import { agreesWith } from "./order-difference.ts";
import { isOfOtherMedicine } from "./other-heading.ts";
import type { Neighbour } from "./rule.ts";
import { suppliedLengths } from "./supplied-lengths.ts";
import { isWorkedOut } from "./worked-doses.ts";

/** What a document's lengths are compared with. */
export interface Compared {
  readonly guideline: Guideline;
  readonly own: Lengths;
  readonly neighbours: readonly Neighbour[];
  /** Its own and those of all neighbours. */
  readonly all: () => readonly Lengths[];
  readonly likeness: AlikeLengths;
}

export function comparedWith(guideline: Guideline, neighbours: readonly Neighbour[]): Compared {
  const said = lengthsOf(guideline, undefined);
  const packs = suppliedLengths(guideline, neighbours);
  const own = packs.length === 0 ? said : { ...said, courses: [...said.courses, ...packs] };
  const all = once(() => [own, ...neighbours.map(lengthsIn)]);
  return { guideline, own, neighbours, all, likeness: new AlikeLengths(own, guideline, neighbours) };
}

/** A length elsewhere that cannot be right together with this one; in the same document only one before it. */
export function contradiction(length: Length, compared: Compared): Length | undefined {
  const { order, course } = length;
  if (order) {
    const { name } = order.medicine;
    const from = [ordersOf(compared.guideline).get(name), ordersElsewhere(compared.neighbours)(name)];
    const found = contradicting(order, from, () => contradictionOfOrder(length, order, compared)?.order);
    return found && lengthsOfMedicine(name, compared).find((other) => other.order === found);
  }
  return course && contradictionOfCourse(length, compared);
}

/** The order that contradicts an order, for as long as all orders of their medicine are the same. */
const contradicting = whileFrom<Order, Order | undefined>();

function lengthsOfMedicine(name: string, { own, neighbours }: Compared): readonly Length[] {
  return [...(own.orders.get(name) ?? []), ...orderLengths(neighbours)(name).flatMap(({ value }) => value)];
}

const opposes = (length: Length, other: Length) =>
  !meets(length, other) && isNear(length, other) && !allows(other, length) && !allows(length, other);

const orderLengths = gathering((neighbour) => lengthsIn(neighbour).orders);

/** One for each range of days that is among them. */
const rangesOf = oncePer((elsewhere: readonly Gathered<readonly Length[]>[]): readonly Length[] => [
  ...new Map(
    elsewhere.flatMap(({ value }) =>
      value.map((length) => [`${length.low}-${length.high}`, length] as const),
    ),
  ).values(),
]);

function contradictionOfOrder(
  length: Length,
  { medicine: { name } }: Order,
  compared: Compared,
): Length | undefined {
  const { guideline, own, neighbours } = compared;
  const mayOppose = (other: Length) => !meets(length, other) && isNear(length, other);
  const before = (own.orders.get(name) ?? []).filter((other) => isEarlier(other, length) && mayOppose(other));
  const elsewhere = orderLengths(neighbours)(name);
  const others = rangesOf(elsewhere).some(mayOppose)
    ? [...before, ...elsewhere.flatMap(({ value }) => value.filter(mayOppose))]
    : before;
  if (others.length === 0) return undefined;
  const ordering = ordersElsewhere(neighbours)(name).map(({ neighbour }) => neighbour.guideline);
  const known = aboutMedicine(name, [guideline, ...ordering]);
  const about = { ...known, degrees: `${known.degrees} ${anyDegree}` };
  const documentOf = (one: Length) => (one.in ? lengthsIn(one.in) : own);
  return others.find(
    (other) =>
      (sameCourse(length, other, about) || isExampleOf(length, other, compared)) &&
      opposes(length, other) &&
      !isToldApart(
        length,
        other,
        siblingsOf(length, other, own),
        siblingsOf(other, length, documentOf(other)),
      ),
  );
}

/** "60 kg: 450 mg twice daily for 28 days", of 15 mg/kg a day for 14 days, and of no other length of that dose. */
function isExampleOf(a: Length, b: Length, compared: Compared): boolean {
  const isOf = (example: Length, source: Length) =>
    example.order !== undefined && source.order !== undefined && isWorkedOut(example.order, source.order);
  const example = isOf(a, b) ? a : isOf(b, a) ? b : undefined;
  const { order } = example ?? {};
  if (!example || !order) return false;
  const explains = (one: Length) =>
    one !== example &&
    one.order !== undefined &&
    one.order !== order &&
    meets(one, example) &&
    (isOf(example, one) || agreesWith(one.order, order));
  return !lengthsOfMedicine(order.medicine.name, compared).some(explains);
}

/** Others beside it that are for the same as far as is understood, and yet last for another time. */
function siblingsOf(length: Length, counterpart: Length, { orders }: Lengths): readonly Length[] {
  const placeOf = placeApartFrom(counterpart, length);
  return (orders.get(length.medicine?.name ?? "") ?? []).filter(
    (other) =>
      other !== length &&
      !meets(other, length) &&
      placeOf(other) === placeOf(length) &&
      samePatients(other.population, length.population) &&
      sameConditions(other.indication, length.indication) &&
      length.indication.qualifiers.every((id) => other.indication.qualifiers.includes(id) || idle.has(id)),
  );
}

/** Where it is given, which tells no lines of one table apart. */
const idle: ReadonlySet<string> = new Set(["outpatient", "inpatient", "monotherapy"]);

/** Its section; in the section of its counterpart its table, list or paragraph. */
function placeApartFrom(counterpart: Length, length: Length) {
  const sectionOf = ({ guideline, span }: Length) => sectionAt(guideline.sections, span.start);
  const apart = counterpart.in !== length.in || sectionOf(counterpart) !== sectionOf(length);
  const listOf = ({ order, guideline, span }: Length) =>
    guideline.lists.get(order?.block.start ?? span.start) ?? order?.container;
  return apart ? sectionOf : listOf;
}

/** "Fingernails: 6 weeks. Toenails: 12 weeks.": what is not understood tells them apart, and says which is meant elsewhere. */
function isToldApart(a: Length, b: Length, beside: readonly Length[], there: readonly Length[]): boolean {
  if (!beside.some((one) => meets(one, b)) && !there.some((one) => meets(one, a))) return false;
  const own = new Set(tellingWords(a, beside));
  return !tellingWords(b, there).some((word) => own.has(word));
}

function contradictionOfCourse(length: Length, compared: Compared): Length | undefined {
  const { medicine, course } = length;
  const { likeness } = compared;
  const all = compared.all();
  const found: Alike[] = [];
  for (const lengths of all) found.push(...likeness.alike(length, lengths));
  if (length.isCounted) return contradictionOfPack(length, found);
  const odd = course?.ofEach && !medicine ? oddOne(length, found) : undefined;
  if (odd) return odd;
  // One that agrees explains it.
  if (found.some(({ other }) => meets(length, other))) return undefined;
  // A leaflet that names no disease: there must be but one length.
  const unsaid = !isSaid(length.indication) && found.every(({ other }) => other.in !== undefined);
  if (unsaid && found.some(({ other }) => found[0] && !meets(other, found[0].other))) return undefined;
  const earlier = found.filter(({ other }) => other.order || isEarlier(other, length));
  const sure = earlier.filter(({ sure }) => sure).map(({ other }) => other);
  const alike = sure.find((other) => (other.course || medicine) && opposes(length, other));
  if (alike) return alike;
  const agreed = agreedLength(sure);
  if (agreed && isOfOther(length, agreed)) return undefined;
  if (agreed) return opposes(length, agreed) ? agreed : undefined;
  const told = earlier.map((one) =>
    one.other.course ? one : { ...one, points: toldWords(length, one.other) },
  );
  const likely = medicine ? mostAlike(earlier, 0) : mostAlike(told, 3);
  return likely &&
    opposes(length, likely) &&
    (!medicine || hasOneUse(medicine, all, length) || isClear(earlier) || isOfSome(length, likely, earlier))
    ? likely
    : undefined;
}

/** A pack holds what is ordered for the same; those who are named in the same words count most. */
function contradictionOfPack(length: Length, found: readonly Alike[]): Length | undefined {
  const sure = found.filter((one) => one.sure && one.other.order).map(({ other }) => other);
  const same = sure.filter(
    ({ population, indication }) =>
      samePatients(population, length.population) &&
      indication.qualifiers.join() === length.indication.qualifiers.join(),
  );
  const fitting = same.length > 0 ? same : sure;
  return fitting.some((other) => meets(length, other))
    ? undefined
    : fitting.find((other) => opposes(length, other));
}

/** "All four medicines for 14 days": the one below that is given for another time, where the others agree. */
function oddOne(length: Length, found: readonly Alike[]): Length | undefined {
  const here = found.flatMap(({ other, sure }) => {
    const section = sectionAt(length.guideline.sections, length.span.start);
    const same = !other.in && sectionAt(length.guideline.sections, other.span.start) === section;
    return sure && same && other.order ? [other] : [];
  });
  const odd = here.filter((other) => !meets(length, other));
  const [only] = odd;
  return odd.length === 1 && here.length > 1 && only && opposes(length, only) ? only : undefined;
}

/** "Stop at 5 days", below "Aminoglycosides": of no other medicine. */
function isOfOther({ guideline, span }: Length, { medicine, guideline: there, span: at }: Length): boolean {
  const [own, other] = [sectionAt(guideline.sections, span.start), sectionAt(there.sections, at.start)];
  return medicine !== undefined && isOfOtherMedicine(own, other, medicine.name);
}

/** All of a treatment has a length only where its medicines have the same. */
function agreedLength(related: readonly Length[]): Length | undefined {
  const orders = related.filter((one) => one.order && !isOfFirstDays(one));
  const [first] = orders;
  if (!first || !orders.every((other) => meets(first, other))) return undefined;
  const medicines = new Set(orders.map(({ medicine }) => medicine));
  return medicines.size > 1 || (first.medicine && isCurative(first.medicine)) ? first : undefined;
}

/** "Gentamicin during the first 7 days": beside a longer course. */
const isOfFirstDays = ({ guideline: { text }, span }: Length): boolean =>
  /\bfirst\b/i.test(text.slice(span.start, span.end));

function mostAlike(found: readonly Alike[], least: number): Length | undefined {
  const best = found.reduce<Alike | undefined>(
    (most, one) => (!most || one.points > most.points ? one : most),
    undefined,
  );
  if (!best || best.points < least) return undefined;
  const rival = found.some((one) => one.points === best.points && !meets(one.other, best.other));
  return rival ? undefined : best.other;
}

/** "For women": of all that is said of them there is but one length. */
const isOfSome = (length: Length, likely: Length, found: readonly Alike[]): boolean =>
  some.some((group) => [length, likely].every(({ population }) => population.groups.includes(group))) &&
  found.every(({ other }) => meets(other, likely));
const some = ["women", "men", "pregnant", "neonate", "elderly"] as const;

/** One candidate is more alike than each other by far. */
function isClear(found: readonly Likeness[]): boolean {
  const [first = 0, second = 0] = found.map(({ points }) => points).sort((a, b) => b - a);
  return first >= 3 && first - second >= 2;
}

/** Nothing in the documents gives the medicine for two things. */
function hasOneUse(medicine: Medicine, all: readonly Lengths[], except: Length): boolean {
  const uses = all.flatMap(({ orders, courses }) =>
    [...(orders.get(medicine.name) ?? []), ...courses.filter((one) => one.medicine === medicine)]
      .filter(
        (one) =>
          one !== except && isSaid(one.indication) && sameQualifiersOf(one.indication, except.indication),
      )
      .map(({ indication: { conditions, topic, qualifiers } }) =>
        [...conditions, ...topic, ...qualifiers].join(" "),
      ),
  );
  return new Set(uses).size <= 1;
}

function sameCourse(a: Length, b: Length, about: ReturnType<typeof aboutMedicine>): boolean {
  if (!a.order || !b.order) return false;
  const unsaid = [a, b].filter(({ indication }) => !isSaid(indication)).length;
  const alike = unsaid > 0 && areLabelledAlike(a, b);
  if (unsaid === 1 && !alike) return false;
  if (a.order.medicine.symptomatic && !sameIndication(a.indication, b.indication)) return false;
  if (
    (!b.in && areApart(a, b)) ||
    areOfSomeBeside(a, b) ||
    areLabelledApart(a, b) ||
    areAfterOthers(a, b) ||
    isSecondChoice(a, b) ||
    isSecondChoice(b, a)
  )
    return false;
  const [one, other] = [asSaid(a) ?? a.order, asSaid(b) ?? b.order].map((order) =>
    alike ? labelled(order) : order,
  );
  if (!one || !other) return false;
  const said = { ...about, sameDocument: !b.in };
  if (agreesWith(one, other)) return mayCompare(one, other, said);
  // One tablet is said for every weight.
  return countsIt(one, other) && mayCompare(unweighed(one), unweighed(other), said);
}

/** What is taken when the first choice is not to be had may last for another time. */
const isSecondChoice = ({ indication: a }: Length, { indication: b }: Length): boolean =>
  a.qualifiers.includes("alternative") && b.qualifiers.includes("first-line");

const unweighed = (order: Order): Order => ({ ...order, population: weightless(order.population) });

/** "One tablet twice daily" beside "500 mg twice daily": of which strength is not said. */
function countsIt(a: Order, b: Order): boolean {
  const [one, other] = [a.frequency?.perDay, b.frequency?.perDay];
  const isCounted = (a.dose.unit.dimension === "form") !== (b.dose.unit.dimension === "form");
  return isCounted && one !== undefined && one.low === other?.low && one.high === other.high;
}

/** A label that both give is what both are for, though it is no condition that is known. */
const labelled = oncePer(
  (order: Order): Order => ({
    ...order,
    indication: { ...order.indication, conditions: [], topic: ["label"] },
  }),
);

const impliedChild: Population = { groups: ["child"] };

/** An order with all that its paragraph and its document say of it; what it is chosen over changes no length. */
const asSaid = oncePer(({ indication, guideline, order }: Length): Order | undefined => {
  if (!order) return undefined;
  const qualifiers = indication.qualifiers.filter((id) => !choices.has(id) && !stretch.test(id));
  const young = isEveryone(order.population) && order.dose.per.kg === true && isAboutChildren(guideline);
  const population = young ? impliedChild : order.population;
  return { ...order, population, indication: { ...indication, qualifiers } };
});

/** Why a medicine is chosen, or that nothing speaks against it. */
const choices = new Set(["allergy", "alternative", "g6pd-normal"]);

/** A document that doses by weight and names no adult. */
const isAboutChildren = oncePer((guideline: Guideline) => impliedPatients(guideline) !== everyone);
