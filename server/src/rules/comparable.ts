// Which orders may be compared: the same medicine for the same patients, by the same route, for the same
// indication, at the same point of a treatment. Where the text leaves doubt, they may not. It must not judge.

import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, sameConditions } from "../guideline/indication.ts";
import type { Order } from "../guideline/order.ts";
import { samePatients, stageOf, weightless } from "../guideline/population.ts";
import type { Time } from "../guideline/schedule.ts";
import { sectionAt } from "../guideline/section.ts";
import type { Route } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { comparableIndications, forOtherDiseases, sameChanges, type Uses } from "./comparable-indications.ts";
import { type Patients, samePeople, stageLeftOut } from "./comparable-people.ts";
import { distinctUses, type Use, useOf } from "./medicine-use.ts";
import {
  differenceOf,
  isBasis,
  isMagnitude,
  isPushed,
  isRepeated,
  isSameRegimen,
  isYoung,
} from "./order-difference.ts";
import { areOfOtherPatients, areOppositeAnswers } from "./other-heading.ts";
import { begins, isKeptUp, isRate, ordersByMedicine } from "./regimens.ts";
import type { Neighbour } from "./rule.ts";

export interface Placed {
  readonly order: Order;
  readonly guideline: Guideline;
  /** The document, when it is another one. */
  readonly in: Neighbour | undefined;
}

/** "200 mcg/kg on days 1 and 8" holds for the one on day 8; other single days may be other steps. */
function sameDays({ frequency: a }: Order, { frequency: b }: Order): boolean {
  // "125 mg once, before the infusion", "80 mg once daily on days 2 and 3"
  const [days, lone] = a?.on === "days" ? [a, b] : [b, a];
  if (days?.on === "days" && lone?.once && lone.on === undefined) return false;
  const single = (one: typeof a) => one?.on === "day";
  return single(a) ? b?.on === "days" : !single(b) || a?.on === "days";
}

/** For what a medicine is given, and by which routes. */
const usesByMedicine = oncePer((guideline: Guideline): ReadonlyMap<string, readonly Use[]> => {
  const said = [...ordersByMedicine(guideline)].map(
    ([medicine, orders]) => [medicine, orders.filter(({ indication }) => isSaid(indication))] as const,
  );
  return new Map(said.map(([medicine, orders]) => [medicine, orders.map(useOf)]));
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

const routesOf = oncePer((orders: readonly Order[]): readonly Route[] => [
  ...new Set(orders.flatMap(({ routes }) => routes)),
]);

const degreeNames: ReadonlySet<string> = new Set(["mild", "moderate", "severe", "moderate-to-severe"]);
const mostCompared = 40;

/** Degrees at which one table or list gives the same dose: they change nothing. */
const idleDegreesOf = oncePer((orders: readonly Order[]): readonly string[] =>
  orders.slice(0, mostCompared).flatMap((a, i) =>
    orders.slice(i + 1, mostCompared).flatMap((b) => {
      const [one, other] = [a.indication.qualifiers, b.indication.qualifiers];
      const degrees = [...one, ...other].filter((id) => degreeNames.has(id));
      const alike =
        degrees.some((id) => !(one.includes(id) && other.includes(id))) &&
        a.container === b.container &&
        a.routes.join() === b.routes.join() &&
        a.phase === b.phase &&
        sameConditions(a.indication, b.indication) &&
        samePatients(a.population, b.population) &&
        isSameRegimen(a, b);
      return alike ? degrees : [];
    }),
  ),
);

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
export interface About extends Patients, Uses {
  readonly lists: Guideline["lists"] | undefined;
  /** The only way in which it is given in all documents, where one is said. */
  readonly route: Route | undefined;
  /** Of the document that both stand in. */
  readonly sections: Guideline["sections"];
}

/** The table or list that an order stands in, else its paragraph. */
const containerOf = ({ block, container }: Order, { lists }: About) => lists?.get(block.start) ?? container;

/** Within one document. */
export function aboutMedicine(medicine: string, documents: readonly Guideline[]): About {
  const orders = documents.flatMap((one) => {
    const list = ordersByMedicine(one).get(medicine);
    return list ? [list] : [];
  });
  const [route, ...otherRoutes] = new Set(orders.flatMap(routesOf));
  return {
    route: otherRoutes.length === 0 ? route : undefined,
    uses: distinctUses(documents.map((one) => usesByMedicine(one).get(medicine) ?? [])),
    idle: [...new Set(orders.flatMap(idleDegreesOf))].sort(),
    degrees: [...new Set(orders.flatMap(degreesOf))].sort().join(" "),
    young: orders.some(hasChildren),
    adults: orders.some(hasAdults),
    weighed: orders.some(isWeighed),
    sameDocument: true,
    lists: documents[0]?.lists,
    sections: documents[0]?.sections ?? [],
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

/** Sodium chloride 3 % beside 0.9 %: by their volume they are two medicines. */
const isOtherFluid = (a: Order, b: Order): boolean =>
  a.dose.unit.dimension === "volume" &&
  a.concentration?.unit.dimension === "proportion" &&
  b.concentration?.unit.dimension === "proportion" &&
  a.concentration.low !== b.concentration.low;

type Verdict = (a: Order, b: Order, about: About) => boolean;

/** "If the fits go on, a loading dose of …": which dose it is, is said on both sides. */
const bothLoad = (a: Order, b: Order): boolean => a.phase === "loading" && b.phase === "loading";

/** What is the same in all but whom and what they are for, each as it is named to the author. */
const alike: readonly (readonly [what: string, areAlike: Verdict])[] = [
  // Rows of one table, items of one list and doses of one sentence differ on purpose.
  [
    "one passage gives both",
    (a, b, about) => !(about.sameDocument && containerOf(a, about) === containerOf(b, about)),
  ],
  ["one depends on a condition", (a, b) => a.conditional === b.conditional || bothLoad(a, b)],
  ["salt and base", (a, b) => a.base === b.base],
  ["two strengths of a fluid", (a, b) => !isOtherFluid(a, b)],
  // What is taken for good and what for some days are two treatments.
  [
    "for good, or for some days",
    ({ duration: a }, { duration: b }) =>
      !(a && b && (a === "open") !== (b === "open")) && !areFarApart(a, b),
  ],
  ["other points of the treatment", samePhase],
  ["other ways of giving", (a, b) => !(a.mode && b.mode && a.mode !== b.mode) && !isPushed(a, b)],
  ["run in over other times", runAlike],
  ["other days", sameDays],
  ["other routes", sameRoutes],
  [
    "headings that name other patients",
    ({ start: a }, { start: b }, { sameDocument, sections }) =>
      !(
        sameDocument &&
        [areOfOtherPatients, areOppositeAnswers].some((areApart) =>
          areApart(sectionAt(sections, a), sectionAt(sections, b)),
        )
      ),
  ],
];

const mayCompareForSome: Verdict = (a, b, about) => alike.every(([, areAlike]) => areAlike(a, b, about));

/** As far as some of it is no matter. */
export const areAlikeBut = (a: Order, b: Order, about: About, leftOut: ReadonlySet<string>): boolean =>
  alike.every(([what, areAlike]) => leftOut.has(what) || areAlike(a, b, about));

/** Why two orders are not compared, as it is named to the author. */
export function heldApart(a: Order, b: Order, about: About): string | undefined {
  if (maySay(a, b, about)) return undefined;
  const apart = alike.find(([, areAlike]) => !areAlike(a, b, about));
  return apart?.[0] ?? (samePeople(a, b, about) ? "other indications" : "other patients");
}

/** What runs over 4 hours is not what runs over 16: another bag of the same course. */
function runAlike({ over: a }: Order, { over: b }: Order): boolean {
  if (!a || !b) return true;
  const hours = ({ low, high, unit }: Time) => [low * unit.factor, high * unit.factor] as const;
  const [[low, high], [least, most]] = [hours(a), hours(b)];
  return Math.max(low / most, least / high) < 2;
}

/** What is taken day after day is a maintenance, said or not; a beginning is said as such or as the first week. */
function samePhase(a: Order, b: Order): boolean {
  if (a.phase === b.phase) return true;
  if (begins(a) && begins(b)) return true;
  if (isKeptUp(a) && isKeptUp(b)) return true;
  // "Started with 20 mg/kg over 20 minutes" is a load.
  const isLoad = ({ phase, frequency, over }: Order) =>
    phase === "loading" || (phase === "initial" && over !== undefined && frequency?.perDay === undefined);
  if (isLoad(a) && isLoad(b)) return true;
  // What runs at a rate is kept up, said or not.
  if (isRate(a) && isRate(b) && [a, b].every((one) => one.phase === undefined || isKeptUp(one))) return true;
  // What is given for a number of weeks before is a treatment.
  const maintained = (one: Order, other: Order) =>
    one.phase === "maintenance" && other.phase === undefined && (other.duration ?? "open") === "open";
  return (maintained(a, b) || maintained(b, a)) && isRepeated(a) && isRepeated(b);
}

/** "For 7 days", "for a year": what treats, and what prevents. */
function areFarApart(a: Order["duration"], b: Order["duration"]): boolean {
  if (!a || !b || a === "open" || b === "open") return false;
  const [one, other] = [a, b].map(({ high, unit }) => high * unit.factor) as [number, number];
  const [short, long] = [Math.min(one, other), Math.max(one, other)];
  return long >= season && long / short >= 8;
}
/** In hours: three months. */
const season = 90 * 24;

/** Said alike; or one side leaves it out and the other's is the medicine's usual route, or the only one that is said anywhere. */
function sameRoutes(one: Order, other: Order, { route }: About): boolean {
  const [{ routes: a, medicine }, { routes: b }] = [one, other];
  if (a.length > 0 && b.length > 0) return a.some((own) => b.includes(own));
  if (a.length === 0 && b.length === 0) return true;
  const [said, silent] = a.length > 0 ? [a, other] : [b, one];
  if (medicine.routes[0] !== undefined && said.includes(medicine.routes[0])) return true;
  // "3 mg/kg in 50 mL" is dripped in, though else it is given into the cheek.
  const poured = silent.dilution !== undefined || silent.mode !== undefined || silent.over !== undefined;
  return route !== undefined && (route === "iv" || !poured);
}

export const hasYoung = oncePer((guideline: Guideline): boolean =>
  guideline.orders.some(({ population }) => isYoung(population)),
);
