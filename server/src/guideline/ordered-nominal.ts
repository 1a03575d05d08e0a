// Doses per kilogram that a document orders, as what a table of weights elsewhere may be worked out from. It must not
// know tables.

import { oncePer } from "../text/memory.ts";
import type { Nominal } from "./band-amount.ts";
import { groupedSteadily } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { canonical } from "./measure.ts";
import { dosesPerDay, isDaily, type Order } from "./order.ts";
import { hasBand, stageOf } from "./population.ts";

interface Ordered extends Nominal {
  readonly name: string;
}

/** By medicine; a list is the same as before as long as its orders are. */
export const orderedNominals = oncePer(
  ({ orders }: Guideline): ReadonlyMap<string, readonly Nominal[]> =>
    byMedicine(orders.flatMap((order) => nominalOf(order) ?? [])),
);
const byMedicine = groupedSteadily(({ name }: Ordered) => [name]);

const nominalOf = oncePer((order: Order): Ordered | undefined => {
  const { dose, medicine, negated, upTo, total, population } = order;
  const { low, high, dimension } = canonical(dose);
  const { hours } = dose.per;
  if (!dose.per.kg || negated || upTo || total || (hours !== undefined && hours > 24)) return undefined;
  // What is said of newborns or of one size is no dose of a table for all.
  if (hasBand(population) || stageOf(population) === "neonate" || population.groups.includes("infant"))
    return undefined;
  const hourly = hours !== undefined && hours < 24;
  return {
    ...{ start: dose.start, end: dose.end, name: medicine.name, medicine, dimension },
    low: hourly ? low / hours : low,
    high: hourly ? high / hours : high,
    basis: hourly ? "hour" : isDaily(order) ? "day" : "dose",
    perDay: dosesPerDay(order)?.high,
    hours: hourly ? hours : undefined,
    ...{ maximum: undefined, ceiling: undefined, age: undefined },
  };
});
