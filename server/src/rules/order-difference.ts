// How two orders that may be compared differ: by how many times, in a day's amount, a dose or a rate, and whether that
// is a slip of the decimal point or a mix-up of day and dose. It must not know where they stand.

import { type Indication, isSaid, isSymptom, sameIndication } from "../guideline/indication.ts";
import {
  type Amount,
  amountOf,
  dailyDose,
  isDaily,
  massInForm,
  massInVolume,
  type Order,
  singleDose,
} from "../guideline/order.ts";
import { type Population, stageOf } from "../guideline/population.ts";
import { unitsPerMilligram } from "../lexicon/unit-masses.ts";
import { oncePerPair } from "../text/memory.ts";
import { rateHours } from "./regimens.ts";
import { oneOf } from "./same-order.ts";

/** Rounding that no one calls a conflict: 62.5 mg and 60 mg. */
const tolerance = 0.1;

export const isRepeated = (order: Order) =>
  isDaily(order) ||
  order.frequency?.perDay !== undefined ||
  (order.dose.per.hours !== undefined && order.dose.per.hours < 24);

export const isYoung = (population: Population) =>
  ["child", "neonate", "all"].includes(stageOf(population) ?? "");

export interface Difference {
  /** How many times as much the larger one is, between the nearest ends. */
  readonly ratio: number;
  readonly of: "day" | "dose" | "rate";
}

/** How two orders differ, or undefined where they agree or cannot be compared. */
export function differenceOf(a: Order, b: Order): Difference | undefined {
  return differences(oneOf(a), oneOf(b));
}

const differences = oncePerPair(differenceBetween);

function differenceBetween(a: Order, b: Order): Difference | undefined {
  const [one, other] = [rateHours(a), rateHours(b)];
  // "1 g every hour" beside the same is no matter of rates.
  if ((a.dose.per.hours ?? b.dose.per.hours ?? 24) !== 24) {
    if (one !== undefined && one !== 24) return rateDifference(a, b);
    if (other !== undefined && other !== 24) return undefined;
  }
  if (oneIsBare(a, b) || isTitrated(a, b) || isWeeklyInstead(a, b)) return undefined;
  const basis = basisRatio(a, b);
  if (basis !== undefined) return { ratio: basis, of: "day" };
  const loose = looseness(a, b);
  const days =
    a.asNeeded === b.asNeeded && !loose ? ratioOf(amounts(a, dailyDose), amounts(b, dailyDose)) : undefined;
  if (days !== undefined) return days === 1 ? undefined : { ratio: days, of: "day" };
  if (isDaily(a) !== isDaily(b)) return undefined;
  if (isOnce(a) !== isOnce(b) && (a.frequency?.perDay || b.frequency?.perDay)) return undefined;
  const doses = ratioOf(
    amounts(a, isDaily(a) ? dailyDose : singleDose),
    amounts(b, isDaily(b) ? dailyDose : singleDose),
  );
  return doses === undefined || doses <= (loose ?? 1) ? undefined : { ratio: doses, of: "dose" };
}

/** What is given every few minutes is given to effect, but for an injection into muscle and the first dose. */
function isTitrated(a: Order, b: Order): boolean {
  if ([a, b].every(({ phase, begun }) => phase === "initial" || begun)) return false;
  const fast = [a, b].filter(({ frequency, dose }) => frequency?.everyHours && !dose.per.kg);
  return fast.some(({ routes }) => routes.join() !== "im");
}

/** "0.5 mg/kg once daily" and "0.75 mg/kg once weekly": who writes both another dose and another rhythm means two regimens. */
function isWeeklyInstead(a: Order, b: Order): boolean {
  const [rare, often] = [a, b].sort((one, other) => timesADay(one) - timesADay(other)) as [Order, Order];
  if (!(timesADay(rare) <= 2 / 7 && timesADay(often) >= 1)) return false;
  const [one, other] = [amountOf(rare.dose), amountOf(often.dose)];
  return one.unit === other.unit && !meet(one, other) && one.low > other.high;
}
const timesADay = ({ frequency }: Order): number => frequency?.perDay?.low ?? Number.NaN;

/** "20–30 mg/kg/day" beside "20–30 mg/kg twice daily": the same figures make twice as much, though the ranges meet. */
function basisRatio(a: Order, b: Order): number | undefined {
  const [one, other] = [amountOf(a.dose), amountOf(b.dose)];
  const [dayA, dayB] = [dailyDose(a), dailyDose(b)];
  if (!dayA || !dayB || isDaily(a) === isDaily(b) || one.unit !== other.unit) return undefined;
  if (one.low !== other.low || one.high !== other.high || one.low <= 0) return undefined;
  const ratio = Math.max(dayA.low / dayB.low, dayB.low / dayA.low);
  return ratio > 1 + tolerance ? ratio : undefined;
}

const complaintsOf = ({ conditions, qualifiers }: Indication) =>
  [...conditions, ...qualifiers].filter(isSymptom);

/**
 * For different complaints a symptomatic medicine may well be given at another rhythm; only its single dose can
 * be compared, and for adults, who take one or two tablets, only beyond that.
 */
function looseness(a: Order, b: Order): number | undefined {
  if (!a.medicine.symptomatic || (isSaid(a.indication) && sameIndication(a.indication, b.indication)))
    return undefined;
  const complaints = complaintsOf(a.indication);
  if (complaints.length > 0 && complaintsOf(b.indication).some((id) => complaints.includes(id)))
    return undefined;
  return isYoung(a.population) ? 1.5 : 2.1;
}

/** Outside tables a dose without any rhythm may be the first one, a part of one, or an example. */
function oneIsBare(a: Order, b: Order): boolean {
  const bare = (order: Order) =>
    order.where !== "table" && !order.dose.per.kg && !order.frequency && !order.divided && !isDaily(order);
  return bare(a) !== bare(b) && (isRepeated(a) || isRepeated(b));
}

const isOnce = ({ frequency }: Order) => frequency?.once === true;

function rateDifference(a: Order, b: Order): Difference | undefined {
  const [one, another] = [rateHours(a), rateHours(b)];
  if (one === undefined || another === undefined || another === 24) return undefined;
  const perHour = (order: Order): Amount[] => {
    const amount = amountOf(order.dose);
    const hours = rateHours(order) ?? 1;
    return [withRange(order, { ...amount, low: amount.low / hours, high: amount.high / hours })];
  };
  const ratio = ratioOf(perHour(a), perHour(b));
  return ratio === undefined || ratio === 1 ? undefined : { ratio, of: "rate" };
}

/** The dose and the ways in which it is said again. */
function amounts(order: Order, work: (order: Order) => Amount | undefined): Amount[] {
  const mass = massInVolume(order) ?? massInForm(order);
  return [order.dose, ...order.equivalents, ...(mass ? [mass] : [])].flatMap((dose) => {
    const amount = work({ ...order, dose });
    return amount ? inBothUnits(order, withRange({ ...order, dose }, amount)) : [];
  });
}

/** "2.4 g" of benzylpenicillin is 4 million units. */
function inBothUnits({ medicine }: Order, amount: Amount): Amount[] {
  const perMilligram = unitsPerMilligram.get(medicine.name);
  const [unit = "", ...per] = amount.unit.split("/");
  if (perMilligram === undefined || unit !== "unit") return [amount];
  const low = amount.low / perMilligram;
  return [amount, { low, high: amount.high / perMilligram, unit: ["mg", ...per].join("/") }];
}

function withRange({ range, dose }: Order, amount: Amount): Amount {
  if (!range || range.unit.dimension !== dose.unit.dimension) return amount;
  const other = amountOf(range);
  const scale = amount.low / amountOf(dose).low;
  return {
    ...amount,
    low: Math.min(amount.low, other.low * scale),
    high: Math.max(amount.high, other.high * scale),
  };
}

/** 1 where the ranges meet; undefined without a unit in common. */
function ratioOf(as: readonly Amount[], bs: readonly Amount[]): number | undefined {
  for (const a of as) {
    const b = bs.find(({ unit }) => unit === a.unit);
    if (!b || a.low <= 0 || b.low <= 0) continue;
    const gap = Math.max(a.low / b.high, b.low / a.high);
    return gap <= 1 + tolerance ? 1 : gap;
  }
  return undefined;
}

/** Whether a ratio is that of a slip of the decimal point: 10, 100, 1000. */
export function isMagnitude(ratio: number, tolerated = 0.03): boolean {
  return [10, 100, 1000, 10_000, 1e6].some((power) => Math.abs(ratio / power - 1) < tolerated);
}

/**
 * A day's amount and a single dose mixed up: 2, 3, 4 or 6 times as much, and either the same figure at both places,
 * or the one side's figure for a day is the other's for a dose.
 */
export function isBasis(a: Order, b: Order, { ratio, of }: Difference): boolean {
  if (of !== "day" || ![2, 3, 4, 6, 8].some((times) => Math.abs(ratio / times - 1) < 0.07)) return false;
  const perKg = a.dose.per.kg === true || a.dose.per.m2 === true;
  const mixed = isDaily(a) !== isDaily(b);
  if (meet(amountOf(a.dose), amountOf(b.dose)) && (perKg || mixed)) return true;
  // Said per day at both places, twice as much is another dose.
  if (a.dose.per.hours === 24 && b.dose.per.hours === 24 && ratio < 2.5) return false;
  const takenFor = (one: Order, other: Order) => {
    const single = singleDose(other);
    return isDaily(one) && single !== undefined && meet(amountOf(one.dose), single);
  };
  return takenFor(a, b) || takenFor(b, a);
}

function meet(a: Amount, b: Amount): boolean {
  return a.low <= b.high * 1.02 && b.low <= a.high * 1.02;
}

/** The same dose, taken at the same rhythm as far as both say it, at whatever point of the treatment. */
export function agreesWith(a: Order, b: Order): boolean {
  if (differenceOf(a, b) !== undefined || isOnceAmongMany(a, b) || isOnceAmongMany(b, a)) return false;
  if (meetsUnit(amountOf(a.dose), amountOf(b.dose))) return a.dose.per.hours === b.dose.per.hours;
  const [dayA, dayB] = [dailyDose(a), dailyDose(b)];
  return isDaily(a) !== isDaily(b) && dayA !== undefined && dayB !== undefined && meetsUnit(dayA, dayB);
}

/** "100 mg at once" says nothing of "100 mg every 6 hours". */
const isOnceAmongMany = (a: Order, b: Order): boolean => isOnce(a) && (b.frequency?.perDay?.low ?? 0) > 1;

const meetsUnit = (a: Amount, b: Amount) => a.unit === b.unit && meet(a, b);

/** The same dose at the same rhythm, both said. */
export function isSameRegimen(a: Order, b: Order): boolean {
  const [dayA, dayB] = [dailyDose(a), dailyDose(b)];
  if (dayA && dayB) return meetsUnit(dayA, dayB) && isDaily(a) === isDaily(b);
  return (
    !dayA &&
    !dayB &&
    !isRepeated(a) &&
    !isRepeated(b) &&
    meetsUnit(amountOf(a.dose), amountOf(b.dose)) &&
    a.dose.per.hours === b.dose.per.hours
  );
}

/** "IV over 5 minutes" and "over 60 minutes": one is pushed, the other is dripped in. */
export function isPushed({ over: a }: Order, { over: b }: Order): boolean {
  if (!a || !b) return false;
  const minutes = ({ low, high, unit }: NonNullable<Order["over"]>) => ((low + high) / 2) * unit.factor * 60;
  const [short, long] = [minutes(a), minutes(b)].sort((one, other) => one - other) as [number, number];
  return short <= pushed && long >= dripped;
}
/** In minutes. */
const [pushed, dripped] = [10, 45];
