// Which orders may be compared: the same medicine for the same patients, by the same route, for the same
// indication, at the same point of a treatment. Where the text leaves doubt, they may not. It must not judge.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type Indication, isFormOf, isSaid, isSymptom, sameConditions } from "../guideline/indication.ts";
import type { Band } from "../guideline/interval.ts";
import { isDaily, massInVolume, type Order } from "../guideline/order.ts";
import { type Population, samePatients, stageOf } from "../guideline/population.ts";
import { isGivenRepeatedly } from "../lexicon/repeated-medicines.ts";
import { oncePer } from "../text/memory.ts";
import { differenceOf, isBasis, isMagnitude, isRepeated, isYoung } from "./order-difference.ts";
import type { Neighbour } from "./rule.ts";

export interface Placed {
  readonly order: Order;
  readonly guideline: Guideline;
  /** The document, when it is another one. */
  readonly in: Neighbour | undefined;
}

/** Orders that give a dose of a regimen, by medicine. */
export const ordersByMedicine = ({ orders }: Guideline): ReadonlyMap<string, readonly Order[]> =>
  regimensOf(orders);
const regimensOf = oncePer((orders: readonly Order[]) =>
  byMedicine(orders.filter((order) => isRegimen(order))),
);
const byMedicine = groupedSteadily(({ medicine }: Order) => [medicine.name]);

/** So many mL/h of a fluid is set from hour to hour. */
const isPumped = ({ dose }: Order) =>
  dose.unit.dimension === "volume" && dose.per.hours !== undefined && dose.per.hours < 24 && !dose.per.kg;

/** A volume of what is dosed by mass says nothing without its strength, and litres of a fluid are given by need. */
const isPoured = (order: Order) =>
  order.dose.unit.dimension === "volume" &&
  order.equivalents.length === 0 &&
  (order.medicine.classes.includes("fluid")
    ? !order.dose.per.kg
    : !massInVolume(order) && order.medicine.doses.some(({ unit }) => unit === "mg" || unit === "unit"));

/** Steps of a scheme by days, and courses of cytotoxics. */
const isCyclic = ({ frequency, dose }: Order) =>
  frequency?.on === "day" || (frequency?.on === "days" && dose.per.m2 === true);

/** Not a prohibition, a preparation, a total, a ceiling, an example for one weight, or a mere mention. */
const isRegimen = oncePer((order: Order): boolean => {
  const { negated, diluent, total, upTo, preparation, population, dose, medicine } = order;
  const { weight, age } = population;
  const example = (weight && weight.low === weight.high) || (age && age.low === age.high);
  if (
    negated ||
    diluent ||
    total ||
    upTo ||
    preparation ||
    example ||
    isPumped(order) ||
    isPoured(order) ||
    isCyclic(order)
  )
    return false;
  // A tablet or packet without its rhythm is a presentation.
  if (dose.unit.dimension === "form" && !order.frequency && !order.divided && !isDaily(order)) return false;
  // Insulin is adjusted from day to day.
  if (medicine.classes.includes("insulin") && !dose.per.kg) return false;
  const slots = [
    order.frequency,
    order.divided,
    order.over,
    order.mode,
    order.duration,
    order.doseCount,
    dose.per.kg,
    dose.per.hours,
    weight,
    age,
  ];
  // In running text a dose with a route alone may be a part of one, unless it is given but once.
  const whole = order.where !== "prose" || !isGivenRepeatedly(medicine);
  return (order.routes.length > 0 && whole) || slots.some((slot) => slot !== undefined);
});

/** For what a medicine is given in some documents, when it is given for one thing only. */
function onlyUse(medicine: string, documents: readonly Guideline[]): boolean {
  let only: string | undefined;
  for (const guideline of documents) {
    for (const use of usesByMedicine(guideline).get(medicine) ?? []) {
      if (only !== undefined && use !== only) return false;
      only = use;
    }
  }
  return only !== undefined;
}

const usesByMedicine = oncePer((guideline: Guideline): ReadonlyMap<string, ReadonlySet<string>> => {
  const use = ({ indication: { conditions, topic } }: Order) => [...conditions, ...topic].join(" ");
  const said = [...ordersByMedicine(guideline)].map(
    ([medicine, orders]) => [medicine, orders.filter(({ indication }) => isSaid(indication))] as const,
  );
  return new Map(said.map(([medicine, orders]) => [medicine, new Set(orders.map(use))]));
});

const hasChildren = oncePer((orders: readonly Order[]) =>
  orders.some(({ population }) => isYoung(population)),
);
const hasAdults = oncePer((orders: readonly Order[]) =>
  orders.some(({ population }) => stageOf(population) === "adult" || stageOf(population) === "all"),
);
const isWeighed = oncePer((orders: readonly Order[]) =>
  orders.some(({ population }) => population.weight?.high !== undefined),
);

export function maySay(a: Order, b: Order, about: About): boolean {
  if (mayCompare(a, b, about)) return true;
  const difference = differenceOf(a, b);
  if (!difference) return false;
  if (isBasis(a, b, difference)) return mayBeMixedUp(a, b, about);
  return isMagnitude(difference.ratio) && mayBeSlip(a, b, about);
}

/** Ten times as much is a slip even where one side adds from which weight on it holds. */
function mayBeSlip(a: Order, b: Order, about: About): boolean {
  return (
    !(a.population.weight && b.population.weight) &&
    mayCompareForSome(a, b, about) &&
    samePatients(weightless(a.population), weightless(b.population)) &&
    comparableIndications(a, b, about)
  );
}

/** What is known of the medicine in all documents. */
export interface About {
  readonly oneUse: boolean;
  /** Some are for children. */
  readonly young: boolean;
  /** Some are for adults. */
  readonly adults: boolean;
  /** Some are for a range of weights. */
  readonly weighed: boolean;
  readonly sameDocument: boolean;
  readonly lists: Guideline["lists"] | undefined;
}

/** The table or list that an order stands in, else its paragraph. */
const containerOf = ({ block, container }: Order, { lists }: About) => lists?.get(block.start) ?? container;

export function aboutMedicine(
  medicine: string,
  documents: readonly Guideline[],
  sameDocument: boolean,
): About {
  const orders = documents.flatMap((one) => {
    const list = ordersByMedicine(one).get(medicine);
    return list ? [list] : [];
  });
  return {
    oneUse: onlyUse(medicine, documents),
    young: orders.some(hasChildren),
    adults: orders.some(hasAdults),
    weighed: orders.some(isWeighed),
    sameDocument,
    lists: documents[0]?.lists,
  };
}

export function mayCompare(a: Order, b: Order, about: About): boolean {
  return mayCompareForSome(a, b, about) && samePeople(a, b, about) && comparableIndications(a, b, about);
}

/**
 * A day's amount beside a single dose per kilogram with the same figure is a mix-up even where one side leaves
 * unsaid who it is for or what for, but not where they name two different diseases.
 */
function mayBeMixedUp(a: Order, b: Order, about: About): boolean {
  return (
    a.dose.per.kg === true &&
    !forOtherDiseases(a.indication, b.indication) &&
    changesOf(a.indication) === changesOf(b.indication) &&
    mayCompareForSome(a, b, about) &&
    (samePeople(a, b, about) || stageLeftOut(a.population, b.population))
  );
}

function forOtherDiseases({ conditions: a }: Indication, { conditions: b }: Indication): boolean {
  const related = (one: string, other: string) =>
    one === other || isFormOf(one, other) || isFormOf(other, one) || isSymptom(one) || isSymptom(other);
  return a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => related(one, other)));
}

function stageLeftOut(a: Population, b: Population): boolean {
  const [one, other] = [stageOf(a), stageOf(b)];
  if (one !== undefined && other !== undefined && one !== "all" && other !== "all") return false;
  const apart = (x: Band | undefined, y: Band | undefined) =>
    x && y && ((x.high ?? 1e9) <= (y.low ?? 0) || (y.high ?? 1e9) <= (x.low ?? 0));
  return (
    !apart(a.age, b.age) &&
    !apart(a.weight, b.weight) &&
    !apart(a.gestation, b.gestation) &&
    one !== "neonate" &&
    other !== "neonate"
  );
}

/** In all but whom and what they are for. */
function mayCompareForSome(a: Order, b: Order, about: About): boolean {
  // Rows of one table, items of one list and doses of one sentence differ on purpose.
  if (about.sameDocument && containerOf(a, about) === containerOf(b, about)) return false;
  if (a.conditional || b.conditional || a.base !== b.base) return false;
  // What is taken for good and what for some days are two treatments.
  if (a.duration && b.duration && (a.duration === "open") !== (b.duration === "open")) return false;
  if (!samePhase(a, b) || (a.mode && b.mode && a.mode !== b.mode)) return false;
  return sameRoutes(a, b);
}

const firstWeek = "week 1";
const begins = ({ phase, begun, indication }: Order) =>
  phase === "initial" || (phase === undefined && (begun || indication.qualifiers.includes(firstWeek)));

/** What is taken day after day is a maintenance, said or not; a beginning is said as such or as the first week. */
function samePhase(a: Order, b: Order): boolean {
  if (a.phase === b.phase) return true;
  if (begins(a) && begins(b)) return true;
  const maintained = (one: Order, other: Order) => one.phase === "maintenance" && other.phase === undefined;
  return (maintained(a, b) || maintained(b, a)) && isRepeated(a) && isRepeated(b);
}

/** Said alike; or one side leaves it out and the other's is the medicine's usual route. */
function sameRoutes({ medicine, routes: a }: Order, { routes: b }: Order): boolean {
  if (a.length > 0 && b.length > 0) return a.some((route) => b.includes(route));
  if (a.length === 0 && b.length === 0) return true;
  const said = a.length > 0 ? a : b;
  return medicine.routes[0] !== undefined && said.includes(medicine.routes[0]);
}

const weightless = ({ weight: _weight, ...rest }: Population): Population => rest;

/** Doses per kilogram hold for children of all ages, where the one side names a wide range of ages. */
const wideAge = 4 * 365;

function ageless({ age: _age, ...rest }: Population, { groups }: Population): Population {
  return { ...rest, groups };
}

function samePeople(
  { population: a, dose, where }: Order,
  { population: b, dose: other, where: there }: Order,
  about: About,
): boolean {
  if (samePatients(a, b)) return true;
  // Where a medicine is ordered for no child, "adult" is often left out.
  if (!about.young && samePatients(asStage(a, "adult"), asStage(b, "adult"))) return true;
  // A table's last row of weights is one of several for the same patients.
  const [told, toldThere] = [where !== "table", there !== "table"];
  if ((told && reachesAdults(a, b)) || (toldThere && reachesAdults(b, a))) return true;
  if (!dose.per.kg || !other.per.kg) return false;
  // "children and adults" beside a dose per kilogram holds for children.
  if (isForAll(a, b) || isForAll(b, a)) return true;
  // "from 15 kg" beside a dose per kilogram only says who is too small for it.
  if (!about.weighed && samePatients(weightless(a), weightless(b))) return true;
  // Doses per kilogram of a medicine that is ordered for no adult are children's.
  if (!about.adults && samePatients(asStage(a, "child"), asStage(b, "child"))) return true;
  return isOpenTo(a, b) || isOpenTo(b, a);
}

/** "Adults, and children of 30 kg or more" holds for adults. */
function reachesAdults(all: Population, adult: Population): boolean {
  if (stageOf(all) !== "all" || stageOf(adult) !== "adult" || adult.age || adult.weight) return false;
  const open = all.age?.high === undefined && all.weight?.high === undefined;
  return open && samePatients({ groups: all.groups.filter((group) => !young.has(group)) }, adult);
}
const young: ReadonlySet<string> = new Set(["child", "infant", "adolescent"]);

/** One side names a wide range of ages, the other none. */
function isOpenTo(one: Population, other: Population): boolean {
  if (!one.age || other.age || stageOf(one) !== stageOf(other)) return false;
  const width = (one.age.high ?? 1e9) - (one.age.low ?? 0);
  return width >= wideAge && samePatients(ageless(one, other), other);
}

function isForAll(all: Population, some: Population): boolean {
  const stage = stageOf(some);
  const low = all.age?.high === undefined && !some.age ? ageless(all, some) : { ...all, groups: some.groups };
  return stageOf(all) === "all" && stage !== "neonate" && samePatients(low, some);
}

export const hasYoung = oncePer((guideline: Guideline): boolean =>
  guideline.orders.some(({ population }) => isYoung(population)),
);

/** `adults`: where nothing is said, adults are meant. */
export function samePeopleOf(a: Population, b: Population, adults: boolean): boolean {
  return samePatients(a, b) || (adults && samePatients(asStage(a, "adult"), asStage(b, "adult")));
}

/** With the stage of life that is left out. */
function asStage(population: Population, stage: "adult" | "child"): Population {
  return stageOf(population) === undefined
    ? { ...population, groups: [...population.groups, stage] }
    : population;
}

/** They change nothing of what a dose is for, or only one side troubles to say them. */
const idle = new Set(["monotherapy", "combination-therapy", "suspected", "confirmed", "empirical"]);
const soft = new Set([
  "step-1",
  "step-2",
  "step-3",
  "step-4",
  "step-5",
  "acute",
  "outpatient",
  "inpatient",
  "stable",
  "intensive-care",
  "first-line",
  "treatment",
]);

/** No diseases: what is given for them is a prophylaxis, said or not. */
const occasions = new Set([
  "third-stage-of-labour",
  "newborn-eye-prophylaxis",
  "surgical-prophylaxis",
  "caesarean-prophylaxis",
]);

/** "Months 1 to 6": from the beginning on for so long. */
const wholeCourse = /^month 1-[4-9]/;

/** States that change a dose as long as they are there. */
const changing = new Set(["fever", "nausea", "renal-impairment", "hepatic-impairment"]);
const changesOf = ({ conditions, qualifiers }: Indication) =>
  [...conditions, ...qualifiers].filter((id) => changing.has(id) || id.startsWith("at ")).join(" ");

function sameQualifiers(a: Order, b: Order): boolean {
  return sameQualifiersOf(a.indication, b.indication, begins(a) && begins(b));
}

export function sameQualifiersOf(a: Indication, b: Indication, bothBegin = false): boolean {
  const differing = (one: Indication, other: Indication) =>
    one.qualifiers.filter(
      (id) =>
        !other.qualifiers.includes(id) &&
        !idle.has(id) &&
        !(bothBegin && id === firstWeek) &&
        !(id === "prophylaxis" && one.conditions.some((condition) => occasions.has(condition))),
    );
  const [onlyA, onlyB] = [differing(a, b), differing(b, a)];
  if (onlyA.length === 0 && onlyB.length === 0) return true;
  const oneSided = onlyA.length === 0 || onlyB.length === 0;
  return (
    oneSided &&
    [...onlyA, ...onlyB].every(
      (id) => soft.has(id) || wholeCourse.test(id) || (isSymptom(id) && !changing.has(id)),
    )
  );
}

function comparableIndications(a: Order, b: Order, { oneUse, sameDocument }: About): boolean {
  if (a.medicine.symptomatic) return true;
  const [saidA, saidB] = [isSaid(a.indication), isSaid(b.indication)];
  // Where one side does not say it, the other's may be the medicine's only use.
  if (saidA !== saidB)
    return (
      oneUse &&
      changesOf(a.indication) === changesOf(b.indication) &&
      hasNoOther(saidA ? b : a, saidA ? a : b)
    );
  if (!saidA && !sameDocument && !bothTelling(a, b)) return false;
  if (!sameQualifiers(a, b)) return false;
  return sameConditions(a.indication, b.indication);
}

/** Said without the disease, it says what for all the same. */
const telling = "post-exposure";
const bothTelling = ({ indication: a }: Order, { indication: b }: Order) =>
  a.qualifiers.includes(telling) && b.qualifiers.includes(telling);

/** The side that leaves the indication out says nothing else of its own, as "antidote" would be. */
function hasNoOther(silent: Order, said: Order): boolean {
  const bothBegin = begins(silent) && begins(said);
  return silent.indication.qualifiers.every(
    (id) =>
      said.indication.qualifiers.includes(id) ||
      idle.has(id) ||
      soft.has(id) ||
      (bothBegin && id === firstWeek),
  );
}
