// Which orders may be compared: the same medicine for the same patients, by the same route, for the same
// indication, at the same point of a treatment. Where the text leaves doubt, they may not. It must not judge.

import type { Guideline } from "../guideline/guideline.ts";
import {
  type Indication,
  isFormOf,
  isNamedPhase,
  isSaid,
  isSymptom,
  sameConditions,
} from "../guideline/indication.ts";
import type { Order } from "../guideline/order.ts";
import { samePatients, stageOf } from "../guideline/population.ts";
import { oncePer } from "../text/memory.ts";
import { type Patients, samePeople, stageLeftOut, weightless } from "./comparable-people.ts";
import { differenceOf, isBasis, isMagnitude, isRepeated, isYoung } from "./order-difference.ts";
import { begins, firstWeek, ordersByMedicine } from "./regimens.ts";
import type { Neighbour } from "./rule.ts";

export interface Placed {
  readonly order: Order;
  readonly guideline: Guideline;
  /** The document, when it is another one. */
  readonly in: Neighbour | undefined;
}

/** "200 mcg/kg on days 1 and 8" holds for the one on day 8; other single days may be other steps. */
function sameDays({ frequency: a }: Order, { frequency: b }: Order): boolean {
  const single = (one: typeof a) => one?.on === "day";
  return single(a) ? b?.on === "days" : !single(b) || a?.on === "days";
}

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

/** Sodium chloride 3 % beside 0.9 %: by their volume they are two medicines. */
const isOtherFluid = (a: Order, b: Order): boolean =>
  a.dose.unit.dimension === "volume" &&
  a.concentration?.unit.dimension === "proportion" &&
  b.concentration?.unit.dimension === "proportion" &&
  a.concentration.low !== b.concentration.low;

type Verdict = (a: Order, b: Order, about: About) => boolean;

/** What is the same in all but whom and what they are for, each as it is named to the author. */
const alike: readonly (readonly [what: string, areAlike: Verdict])[] = [
  // Rows of one table, items of one list and doses of one sentence differ on purpose.
  [
    "one passage gives both",
    (a, b, about) => !(about.sameDocument && containerOf(a, about) === containerOf(b, about)),
  ],
  ["one depends on a condition", (a, b) => !a.conditional && !b.conditional],
  ["salt and base", (a, b) => a.base === b.base],
  ["two strengths of a fluid", (a, b) => !isOtherFluid(a, b)],
  // What is taken for good and what for some days are two treatments.
  [
    "for good, or for some days",
    ({ duration: a }, { duration: b }) => !(a && b && (a === "open") !== (b === "open")),
  ],
  ["other points of the treatment", samePhase],
  ["other ways of giving", ({ mode: a }, { mode: b }) => !(a && b && a !== b)],
  ["other days", sameDays],
  ["other routes", sameRoutes],
];

const mayCompareForSome: Verdict = (a, b, about) => alike.every(([, areAlike]) => areAlike(a, b, about));

/** Why two orders are not compared, as it is named to the author. */
export function heldApart(a: Order, b: Order, about: About): string | undefined {
  if (maySay(a, b, about)) return undefined;
  const apart = alike.find(([, areAlike]) => !areAlike(a, b, about));
  return apart?.[0] ?? (samePeople(a, b, about) ? "other indications" : "other patients");
}

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
