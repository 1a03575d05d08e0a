// Which orders may be compared: the same medicine for the same patients, by the same route, for the same
// indication, at the same point of a treatment. Where the text leaves doubt, they may not. It must not judge.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import {
  type Indication,
  isFormOf,
  isNamedPhase,
  isSaid,
  isSymptom,
  sameConditions,
} from "../guideline/indication.ts";
import { isDaily, massInVolume, type Order } from "../guideline/order.ts";
import { isOnePatient, samePatients, stageOf } from "../guideline/population.ts";
import { isGivenRepeatedly } from "../lexicon/repeated-medicines.ts";
import { oncePer } from "../text/memory.ts";
import { type Patients, samePeople, stageLeftOut, weightless } from "./comparable-people.ts";
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
  frequency?.on === "day" ? !dose.per.kg : frequency?.on === "days" && dose.per.m2 === true;

/** "200 mcg/kg on days 1 and 8" holds for the one on day 8; other single days may be other steps. */
function sameDays({ frequency: a }: Order, { frequency: b }: Order): boolean {
  const single = (one: typeof a) => one?.on === "day";
  return single(a) ? b?.on === "days" : !single(b) || a?.on === "days";
}

const raised = new Set(
  "morphine oxycodone hydromorphone methadone fentanyl buprenorphine diamorphine".split(" "),
);

/** Not a prohibition, a preparation, a total, a ceiling, an example for one weight, or a mere mention. */
const isRegimen = oncePer((order: Order): boolean => {
  const { negated, diluent, total, upTo, preparation, population, dose, medicine } = order;
  const { weight, age } = population;
  // A dose per kilogram that is worked out for one patient is that of all; a rate may be any of the range.
  const example = isOnePatient(population) && (!dose.per.kg || dose.per.hours !== undefined);
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
  // A strong opioid is raised to what is needed, and exchanged by tables: only at the beginning all get the same.
  if (raised.has(medicine.name) && !dose.per.kg && !begins(order)) return false;
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

/** Degrees and stages of a disease, each with those it stands beside. */
const beside: ReadonlyMap<string, RegExp> = new Map([
  ["moderate", /\b(?:mild|severe|uncomplicated)\b/],
  ["moderate-to-severe", /(?<![\w-])(?:mild|moderate|severe|uncomplicated|non-severe)(?![\w-])/],
  ["early", /\b(?:late|latent|disseminated|advanced)\b/],
  ["second-line", /\b(?:first-line|third-line|alternative)\b/],
]);
/** A degree may change how long something is given, also where no other is named. */
export const anyDegree = "mild late first-line";
const degreesOf = oncePer((orders: readonly Order[]): readonly string[] =>
  orders.flatMap(({ indication }) => indication.qualifiers),
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
export interface About extends Patients {
  readonly oneUse: boolean;
  /** All that narrows what it is for, in any document. */
  readonly degrees: string;
  readonly sameDocument: boolean;
  readonly lists: Guideline["lists"] | undefined;
}

/** The table or list that an order stands in, else its paragraph. */
const containerOf = ({ block, container }: Order, { lists }: About) => lists?.get(block.start) ?? container;

/** Within one document. */
export function aboutMedicine(medicine: string, documents: readonly Guideline[]): About {
  const orders = documents.flatMap((one) => {
    const list = ordersByMedicine(one).get(medicine);
    return list ? [list] : [];
  });
  return {
    oneUse: onlyUse(medicine, documents),
    degrees: [...new Set(orders.flatMap(degreesOf))].sort().join(" "),
    young: orders.some(hasChildren),
    adults: orders.some(hasAdults),
    weighed: orders.some(isWeighed),
    sameDocument: true,
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
    sameChanges(a.indication, b.indication) &&
    mayCompareForSome(a, b, about) &&
    (samePeople(a, b, about) || stageLeftOut(a.population, b.population))
  );
}

/** Beside a disease that both name, "if there is fever" changes no dose to the same figure. */
function sameChanges(a: Indication, b: Indication): boolean {
  const shared = a.conditions.some((id) => !isSymptom(id) && b.conditions.includes(id));
  const told = (id: string) => !(shared && isSymptom(id));
  const changes = ({ conditions, qualifiers, ...rest }: Indication) =>
    changesOf({ ...rest, conditions: conditions.filter(told), qualifiers: qualifiers.filter(told) });
  return changes(a) === changes(b);
}

export function forOtherDiseases({ conditions: a }: Indication, { conditions: b }: Indication): boolean {
  const related = (one: string, other: string) =>
    one === other || isFormOf(one, other) || isFormOf(other, one) || isSymptom(one) || isSymptom(other);
  return a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => related(one, other)));
}

/** In all but whom and what they are for. */
/** Sodium chloride 3 % beside 0.9 %: by their volume they are two medicines. */
const isOtherFluid = (a: Order, b: Order): boolean =>
  a.dose.unit.dimension === "volume" &&
  a.concentration?.unit.dimension === "proportion" &&
  b.concentration?.unit.dimension === "proportion" &&
  a.concentration.low !== b.concentration.low;

function mayCompareForSome(a: Order, b: Order, about: About): boolean {
  // Rows of one table, items of one list and doses of one sentence differ on purpose.
  if (about.sameDocument && containerOf(a, about) === containerOf(b, about)) return false;
  if (a.conditional || b.conditional || a.base !== b.base || isOtherFluid(a, b)) return false;
  // What is taken for good and what for some days are two treatments.
  if (a.duration && b.duration && (a.duration === "open") !== (b.duration === "open")) return false;
  if (!samePhase(a, b) || (a.mode && b.mode && a.mode !== b.mode)) return false;
  return sameDays(a, b) && sameRoutes(a, b);
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

export const hasYoung = oncePer((guideline: Guideline): boolean =>
  guideline.orders.some(({ population }) => isYoung(population)),
);

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

/** Nothing that is given against them: with an antibiotic infections are kept away, said or not. */
const proneToInfection = new Set(["sickle-cell-disease", "post-splenectomy"]);

/** At the same rhythm, and for no number of days, as a treatment would be. */
const isKeptAway = (a: Order, b: Order) =>
  a.medicine.classes.includes("antibiotic") &&
  a.indication.conditions.every((id) => proneToInfection.has(id)) &&
  a.frequency?.perDay !== undefined &&
  a.frequency.perDay.high === b.frequency?.perDay?.high &&
  [a, b].every(({ routes, duration }) => routes.length > 0 && (duration ?? "open") === "open");

/** "Months 1 to 6": from the beginning on for so long. */
const wholeCourse = /^month +1-[4-9]/;

/** States that change a dose as long as they are there. */
const changing = new Set(["fever", "nausea", "renal-impairment", "hepatic-impairment"]);
const changesOf = ({ conditions, qualifiers }: Indication) =>
  [...conditions, ...qualifiers].filter((id) => changing.has(id) || id.startsWith("at ")).join(" ");

/** Beside other forms of a disease "uncomplicated" tells one apart; a card of its own need not repeat it. */
function sameQualifiers(a: Order, b: Order, { sameDocument, degrees }: About): boolean {
  const keptAway = isKeptAway(a, b);
  const plain = ({ indication }: Order): Indication => ({
    ...indication,
    qualifiers: indication.qualifiers.filter(
      (id) =>
        (sameDocument || id !== "uncomplicated") &&
        !(id === "prophylaxis" && keptAway) &&
        beside.get(id)?.test(degrees) !== false,
    ),
  });
  return sameQualifiersOf(plain(a), plain(b), begins(a) && begins(b));
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

function comparableIndications(a: Order, b: Order, about: About): boolean {
  const { oneUse, sameDocument } = about;
  if (a.medicine.symptomatic) return true;
  const [saidA, saidB] = [isSaid(a.indication), isSaid(b.indication)];
  // Where one side does not say it, the other's may be the medicine's only use.
  if (saidA !== saidB)
    return (
      oneUse &&
      changesOf(a.indication) === changesOf(b.indication) &&
      hasNoOther(saidA ? b : a, saidA ? a : b)
    );
  if (!saidA && !sameDocument && !bothTelling(a, b) && !bothRare(a, b)) return false;
  if (!sameQualifiers(a, b, about)) return false;
  return (
    sameConditions(a.indication, b.indication) || (!sameDocument && samePhaseOf(a.indication, b.indication))
  );
}

/** "Consolidation" on a card for meningitis is that of the chapter's cryptococcal meningitis. */
function samePhaseOf(a: Indication, b: Indication): boolean {
  if (!a.qualifiers.some((id) => isNamedPhase(id) && b.qualifiers.includes(id))) return false;
  const within = (some: Indication, all: Indication) =>
    some.conditions.length > 0 &&
    some.conditions.every((id) => all.conditions.some((other) => other === id || isFormOf(other, id)));
  return within(a, b) || within(b, a);
}

/** Said without the disease, it says what for all the same. */
const telling = "post-exposure";
const bothTelling = ({ indication: a }: Order, { indication: b }: Order) =>
  a.qualifiers.includes(telling) && b.qualifiers.includes(telling);

/** A medicine that is given every fourth week at both places is given for one thing. */
const isRare = ({ frequency }: Order) => (frequency?.perDay?.high ?? 1) < 1 / 6;
const bothRare = (a: Order, b: Order) => isRare(a) && isRare(b);

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
