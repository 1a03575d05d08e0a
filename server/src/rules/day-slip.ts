// A day's amount per kilogram that is ordered at each of several times, or a single dose that is called a day's, by what is
// usual of the medicine: one order alone shows it, with nothing beside it that says otherwise. It must not know other orders.

import { amountOf, dailyDose, dosesPerDay, isDaily, type Order, singleDose } from "../guideline/order.ts";
import { oncePer, originalOf } from "../text/memory.ts";
import { usualOf } from "./plausible.ts";

export interface DaySlip {
  readonly kind: "dose for a day" | "day for a dose";
  /** What it makes in a day, or at each time, and the nearest that is usual of that, in `unit`. */
  readonly makes: number;
  readonly bound: number;
  readonly unit: string;
  readonly perDay: number;
}

/** Ranges are not exact: so far beyond them none of the honest texts goes. */
const beyond = { high: 1.35, low: 0.7 };
/** What is given more often is given to effect. */
const mostTimes = 4;
/** Given by what they do, or as much as it takes. */
const toEffect = new Set(["insulin", "opioid", "antidote", "clotting factor", "fluid", "vaccine"]);
const firstDoses: ReadonlySet<Order["phase"]> = new Set<Order["phase"]>(["loading", "test", "increase"]);

export const daySlipOf = (order: Order): DaySlip | undefined => slipOnce(originalOf(order));

const slipOnce = oncePer((order: Order): DaySlip | undefined => {
  const { medicine, dose, indication } = order;
  const [single, day, times] = [singleDose(order), dailyDose(order), dosesPerDay(order)];
  const timed = times && times.low === times.high && times.high >= 2 && times.high <= mostTimes;
  if (!timed || !single || !day || !dose.per.kg || !isOrdered(order)) return undefined;
  if (medicine.classes.some((name) => toEffect.has(name))) return undefined;
  if (indication.conditions.some((id) => /poisoning|overdose/.test(id))) return undefined;
  const usual = usualOf(order);
  if (usual.length === 0) return undefined;
  const [low, high] = [Math.min(...usual.map((one) => one.low)), Math.max(...usual.map((one) => one.high))];
  const figure = amountOf(dose);
  const known = { unit: figure.unit, perDay: times.high };
  // The figure itself is usual of the other thing: it is no slip of magnitude.
  if (!isDaily(order) && figure.high <= high * 1.05 && day.low > high * beyond.high)
    return { ...known, kind: "day for a dose", makes: day.low, bound: high };
  if (isDaily(order) && figure.low >= low && single.high < low * beyond.low)
    return { ...known, kind: "dose for a day", makes: single.high, bound: low };
  return undefined;
});

const isOrdered = ({ negated, diluent, total, upTo, preparation, phase, mode, dose }: Order): boolean =>
  !(negated || diluent || total || upTo || preparation || firstDoses.has(phase)) &&
  mode === undefined &&
  (dose.per.hours === undefined || dose.per.hours === 24) &&
  !dose.parts;
