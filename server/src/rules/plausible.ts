// Whether a dose lies where doses of its medicine lie in any honest guideline, by the lexicon's ranges. Unknown
// is not implausible. It must not know other orders.

import type { Measure } from "../guideline/measure.ts";
import { amountOf, dailyDose, dosesPerDay, isDaily, type Order, singleDose } from "../guideline/order.ts";
import { stageOf } from "../guideline/population.ts";
import { doseCeilings } from "../lexicon/dose-ceilings.ts";
import type { Medicine, UsualDose } from "../lexicon/medicine.ts";
import { oncePer, originalOf } from "../text/memory.ts";

export interface Implausible {
  readonly kind: "high" | "low" | "unit";
  /** The nearest of the usual amounts, in the lexicon's unit. */
  readonly bound: number;
  readonly unit: string;
}

/** How far outside the usual range a dose may lie before it is called a slip. */
const highMargin = 2;
const dailyMargin = 3;
/** Antidotes, and what a bag holds for many hours, are many times the usual dose. */
const wideMargin = 8;
/** What is given more often than that is titrated, and soon stopped. */
const mostTimes = 6;
/** Every few minutes: two or three at most. */
const [titrated, mostTitrated] = [48, 2];
const lowMargin = 2;

export const implausible = (order: Order): Implausible | undefined => implausibleOnce(originalOf(order));

const implausibleOnce = oncePer((order: Order): Implausible | undefined => {
  const { medicine, dose, routes } = order;
  const poured = dose.unit.dimension === "volume" && medicine.doses.some(({ unit }) => unit !== "mL");
  if (poured || order.negated || order.phase === "increase" || order.phase === "reduce" || dose.high === 0)
    return undefined;
  if (medicine.doses.length === 0 || dose.unit.dimension === "form" || dose.parts || order.preparation)
    return undefined;
  // So much cream of 2 %, and the doses of antidotes, are no measure.
  if (order.concentration?.unit.dimension === "proportion" && dose.unit.dimension === "mass" && !dose.per.kg)
    return undefined;
  const antidote = order.indication.conditions.some((id) => /poisoning|overdose/.test(id));
  const wide = antidote || order.dilution || order.total ? wideMargin : 1;
  const amount = rated(dose);
  if (!amount) return undefined;
  const kind = medicine.doses.filter(({ unit }) => unit === amount.unit);
  if (kind.length === 0) return wrongUnit(order, amount);
  const usual = kind.filter(({ per, route }) => per === amount.per && reaches(route, routes));
  if (usual.length === 0) return undefined;
  const newborn = isForNewborn(order) ? newbornDoses.get(medicine.name) : undefined;
  if (newborn !== undefined && amount.per === "" && amount.high > newborn)
    return { kind: "high", bound: newborn, unit: amount.unit };
  const high = Math.max(...usual.map((one) => one.high));
  const low = Math.min(...usual.map((one) => one.low));
  const unit = `${amount.unit}${amount.per ? `/${amount.per}` : ""}`;
  const times = amount.per === "" || amount.per === "kg" ? mostPerDay(order) : 1;
  // "1.5 mg in 3 divided doses" is a day's total.
  const margin = order.divided ? dailyMargin : highMargin;
  if (amount.high > high * margin * wide || perDay(order, amount, times) > high * dailyMargin * wide)
    return { kind: "high", bound: high, unit };
  const passed = wide === 1 ? ceilingPassed(order) : undefined;
  if (passed) return passed;
  if (amount.high < low / lowMargin && !isTiny(order)) return { kind: "low", bound: low, unit };
  return undefined;
});

/** More than is ever taken of it day after day, or given at once by that way. */
function ceilingPassed(order: Order): Implausible | undefined {
  const { medicine, dose, phase, frequency, routes, population } = order;
  const young = ["child", "neonate"].includes(stageOf(population) ?? "");
  const newborn = isForNewborn(order);
  for (const one of doseCeilings.get(medicine.name) ?? []) {
    const isOf = one.routes.length === 0 || one.routes.some((route) => routes.includes(route));
    const perKg = dose.per.kg === true;
    if (!isOf || perKg !== one.perKg || (one.young && !young) || (one.newborn && !newborn) || dose.per.m2)
      continue;
    // "Initially 0.75–1.5 mg in 3 divided doses, then": a load by another name.
    const begins = phase === "loading" || (phase === "initial" && order.divided !== undefined);
    const regular = phase !== "loading" && (frequency?.perDay?.low ?? 0) >= 1;
    const given =
      one.of === "day"
        ? regular || (isDaily(order) && !begins)
          ? dailyDose(order)
          : undefined
        : singleDose(order);
    const unit = one.perKg ? "mg/kg" : "mg";
    if (given?.unit === unit && given.high > one.high * ceilingMargin)
      return { kind: "high", bound: one.high, unit: one.of === "day" ? `${unit}/day` : unit };
  }
  return undefined;
}
const ceilingMargin = 1.2;

/** The lexicon's ranges for such a dose by such a route. */
export function usualOf({ medicine, dose, routes }: Order): readonly UsualDose[] {
  const amount = rated(dose);
  return medicine.doses.filter(
    ({ unit, per, route }) => unit === amount?.unit && per === amount.per && reaches(route, routes),
  );
}

/** What every baby gets at birth, in milligrams: an adult's ampoule holds many times as much. */
const newbornDoses: ReadonlyMap<string, number> = new Map([["phytomenadione", 2]]);

function isForNewborn({ population: { groups }, indication: { conditions } }: Order): boolean {
  const born = groups.includes("neonate") || conditions.some((id) => /newborn|neonat/.test(id));
  return born && !groups.some((group) => grown.has(group));
}
const grown: ReadonlySet<string> = new Set([
  "adult",
  "women",
  "pregnant",
  "breastfeeding",
  "elderly",
  "child",
]);

/** Whether such a dose is usual of another medicine: it may be that one's. */
export function isUsualOf({ doses }: Medicine, { dose }: Order): boolean {
  const amount = rated(dose);
  return doses.some(
    ({ unit, per, low, high }) =>
      unit === amount?.unit && per === amount.per && low <= amount.high && amount.low <= high,
  );
}

/** What is injected into the eye or the skin holds next to nothing: "2.25 mg in 0.1 mL". */
const isTiny = ({ medicine, routes, dilution }: Order) =>
  (routes.includes("eye") && !medicine.routes.includes("eye")) ||
  (dilution?.unit.dimension === "volume" && dilution.high * dilution.unit.factor <= tinyVolume);
/** In mL. */
const tinyVolume = 0.2;

/** How often a single dose may be taken in a day. */
/** "15–20 mg once or twice daily": the most of both together nobody said. */
function perDay(order: Order, { low, high }: Rated, times: number): number {
  const fewest = dosesPerDay(order)?.low ?? times;
  return low < high && fewest < times ? Math.max(low * times, high * fewest) : high * times;
}

function mostPerDay(order: Order): number {
  const times = dosesPerDay(order)?.high ?? 1;
  return isDaily(order) ? 1 : Math.min(times >= titrated ? mostTitrated : mostTimes, Math.max(1, times));
}

function reaches(route: UsualDose["route"], routes: Order["routes"]): boolean {
  return route === undefined || routes.length === 0 || routes.includes(route);
}

interface Rated {
  readonly low: number;
  readonly high: number;
  readonly unit: UsualDose["unit"];
  readonly per: UsualDose["per"];
}

/** In the lexicon's terms, or undefined where it has none for such a dose. */
function rated(dose: Measure): Rated | undefined {
  const { low, high, unit: shown } = amountOf(dose);
  const [unit = ""] = shown.split("/");
  if (unit !== "mg" && unit !== "unit" && unit !== "mmol" && unit !== "mL") return undefined;
  const { kg, m2, hours } = dose.per;
  const rate =
    hours === undefined || hours === 24
      ? ""
      : hours === 1
        ? "h"
        : Math.abs(hours - 1 / 60) < 1e-6
          ? "min"
          : undefined;
  if (rate === undefined || (m2 && rate)) return undefined;
  const per = m2 ? "m2" : kg ? (rate ? `kg/${rate}` : "kg") : rate;
  return { low, high, unit, per: per as Rated["per"] };
}

/** Milligrams of what is only ever given in units, or the other way round. */
function wrongUnit({ medicine, equivalents, base }: Order, { unit, per }: Rated): Implausible | undefined {
  if ((unit !== "mg" && unit !== "unit") || equivalents.length > 0 || base) return undefined;
  const other = unit === "mg" ? "unit" : "mg";
  const usual = medicine.doses.find((dose) => dose.unit === other);
  const alsoVolume = medicine.doses.some((dose) => dose.unit === "mmol" || dose.unit === "mL");
  return usual && !alsoVolume
    ? { kind: "unit", bound: usual.high, unit: other + (per ? `/${per}` : "") }
    : undefined;
}
