// Which orders give a dose of a regimen, so that two of them may be compared, and why the others do not. It must not
// know the other order.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSaid } from "../guideline/indication.ts";
import { isDaily, massInVolume, type Order } from "../guideline/order.ts";
import { isOnePatient } from "../guideline/population.ts";
import { isGivenRepeatedly } from "../lexicon/repeated-medicines.ts";
import { oncePer } from "../text/memory.ts";
import { weighedOrders } from "./counted-orders.ts";

/** Orders that give a dose of a regimen, by medicine. */
export const ordersByMedicine = (guideline: Guideline): ReadonlyMap<string, readonly Order[]> =>
  regimensOf(weighedOrders(guideline));
const regimensOf = oncePer((orders: readonly Order[]) =>
  byMedicine(orders.filter((order) => partOf(order) === undefined)),
);
const byMedicine = groupedSteadily(({ medicine }: Order) => [medicine.name]);

/** In the user's words, what an order is that gives no whole regimen. */
export const partOf = oncePer(
  (order: Order): string | undefined => partial.find(([, isIt]) => isIt(order))?.[0],
);

export const firstWeek = "week 1";
export const begins = ({ phase, begun, indication }: Order) =>
  phase === "initial" || (phase === undefined && (begun || indication.qualifiers.includes(firstWeek)));

/** Into a vein 1 g every hour is a rate of 1 g/h. */
export const rateHours = ({ dose, frequency, routes }: Order): number | undefined =>
  dose.per.hours ??
  (frequency?.perDay?.low === 24 && frequency.perDay.high === 24 && routes.includes("iv") ? 1 : undefined);

export const isRate = (order: Order): boolean => (rateHours(order) ?? 24) < 24;

/** "4 g, then 1 g/h" is maintained at 1 g/h. */
export const isKeptUp = (order: Order): boolean =>
  order.phase === "maintenance" || (order.phase === "then" && isRate(order));

/** So many mL/h of a fluid is set from hour to hour. */
const isPumped = ({ dose }: Order) =>
  dose.unit.dimension === "volume" && dose.per.hours !== undefined && dose.per.hours < 24 && !dose.per.kg;

/** A volume of what is dosed by mass says nothing without its strength, and litres of a fluid are given by need. */
const isPoured = (order: Order) =>
  order.dose.unit.dimension === "volume" &&
  order.equivalents.length === 0 &&
  // "Calcium gluconate 10 %, 10 mL"
  !(order.concentration?.unit.dimension === "proportion" && !order.medicine.classes.includes("fluid")) &&
  (order.medicine.classes.includes("fluid")
    ? !order.dose.per.kg
    : !massInVolume(order) && order.medicine.doses.some(({ unit }) => unit === "mg" || unit === "unit"));

/** Steps of a scheme by days, and courses of cytotoxics. */
const isCyclic = ({ frequency, dose }: Order) =>
  frequency?.on === "day" ? !dose.per.kg : frequency?.on === "days" && dose.per.m2 === true;

/** A tablet or packet without its rhythm is a presentation. */
const isPresented = (order: Order) =>
  order.dose.unit.dimension === "form" && !order.frequency && !order.divided && !isDaily(order);

/** A dose per kilogram that is worked out for one patient is that of all; a rate may be any of the range. */
const isExample = ({ population, dose }: Order) =>
  isOnePatient(population) && (!dose.per.kg || dose.per.hours !== undefined);

const raised = new Set(
  "morphine oxycodone hydromorphone methadone fentanyl buprenorphine diamorphine".split(" "),
);

/** A strong opioid is raised to what is needed, and exchanged by tables: only at the beginning all get the same. */
const isRaised = (order: Order) => raised.has(order.medicine.name) && !order.dose.per.kg && !begins(order);

const isForPain = ({ medicine: { symptomatic, classes } }: Order) =>
  symptomatic || classes.some((name) => /opioid|analgesic/.test(name));

const isMention = (order: Order) => {
  const { dose, population, frequency, divided, over, mode, duration, doseCount } = order;
  const { weight, age } = population;
  const slots = [
    frequency,
    divided,
    over,
    mode,
    duration,
    doseCount,
    dose.per.kg,
    dose.per.hours,
    weight,
    age,
  ];
  // In running text "tramadol 50 mg PO" may be a part of what is taken.
  const whole = order.where !== "prose" || !isForPain(order) || !isGivenRepeatedly(order.medicine);
  // A row of an antidote, a serum or a vaccine gives all that is given.
  if (order.where === "table" && !isGivenRepeatedly(order.medicine) && isSaid(order.indication)) return false;
  return !(order.routes.length > 0 && whole) && slots.every((slot) => slot === undefined);
};

const partial: readonly (readonly [what: string, isIt: (order: Order) => boolean])[] = [
  ["stands in a table without its columns", ({ flattened }) => flattened === true],
  ["is forbidden", ({ negated }) => negated],
  ["dissolves another medicine", ({ diluent }) => diluent],
  ["is a total", ({ total }) => total],
  ["is a maximum", ({ upTo }) => upTo],
  // "Dissolve half a tablet each day" is taken.
  [
    "is a preparation",
    ({ preparation, frequency, where }) => preparation && (where === "table" || !frequency?.perDay),
  ],
  ["is an example for one patient", isExample],
  ["is a rate that is set from hour to hour", isPumped],
  ["is a volume without its strength", isPoured],
  ["is a step of a scheme by days", isCyclic],
  ["is a tablet or packet without its rhythm", isPresented],
  [
    "is adjusted from day to day",
    ({ medicine, dose }) => medicine.classes.includes("insulin") && !dose.per.kg,
  ],
  ["is raised to what is needed", isRaised],
  ["has no rhythm, length or patients of its own", isMention],
];
