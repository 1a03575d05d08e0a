// Doses per kilogram that are capped, in their own words or by a sentence beside them, and doses for a weight that
// were worked out from one without its cap, wherever they stand. It must not judge what that means.

import { oncePer } from "../text/memory.ts";
import { countedAmount } from "./counted-amount.ts";
import { groupedSteadily } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { type Limit, maximaOf } from "./maximum.ts";
import { type Amount, dosesPerDay, isDaily, type Order, singleDose } from "./order.ts";
import { type Excess, excess, isHeeded, slack } from "./passed-maximum.ts";
import { sectionAt } from "./section.ts";
import { holdsFor, statedMaxima } from "./stated-maximum.ts";

export interface CappedDose {
  readonly name: string;
  readonly order: Order;
  readonly perKg: Amount;
  readonly limit: Limit;
}

/** By medicine. */
export const cappedDoses = oncePer(
  (guideline: Guideline): ReadonlyMap<string, readonly CappedDose[]> =>
    byMedicine(guideline.orders.flatMap((order) => cappedOf(guideline, order))),
);
const byMedicine = groupedSteadily(({ name }: CappedDose) => [name]);

function cappedOf(guideline: Guideline, order: Order): CappedDose[] {
  const { dose, medicine, negated, total, phase } = order;
  const perKg = dose.per.kg && !negated && !total && phase !== "increase" ? singleDose(order) : undefined;
  if (!perKg?.unit.endsWith("/kg")) return [];
  const section = sectionAt(guideline.sections, dose.start);
  // "5 mg/kg, rounded to the nearest 10 mg. No single dose is above 400 mg": the paragraph says it of the dose.
  const paragraph = guideline.orders.filter(
    (one) =>
      one === order ||
      (one.medicine === medicine && one.block.start === order.block.start && isRounding(guideline, one)),
  );
  const own: readonly Limit[] = paragraph.flatMap((one) => maximaOf(one, guideline.markdown.text));
  const beside = statedMaxima(guideline).filter((one) => holdsFor(one, order, section));
  const once = dosesPerDay(order)?.high === 1;
  return [...own, ...beside]
    .filter(({ basis, amount }) => {
      const single = basis === "dose" || once || (basis === undefined && !isDaily(order));
      return single && basis !== "course" && `${amount.unit}/kg` === perKg.unit;
    })
    .map((limit) => ({ name: medicine.name, order, perKg, limit }));
}

const isRounding = ({ text }: Guideline, { dose }: Order): boolean =>
  /\b(?:nearest|round\w* +(?:up|down|off|to)(?: +the)?|multiples? +of|steps? +of) +$/i.test(
    text.slice(Math.max(0, dose.start - 30), dose.start),
  );

/** How far an open band is taken to reach. */
const openReach = 1.6;
/** Nobody rounds a worked out dose by more. */
const rounding = 0.06;

/** "20 mg/kg once" is a loading dose, said or not. */
const isAlikeBegun = ({ phase: said, frequency }: Order, phase: Order["phase"]): boolean =>
  (said === "loading") === (phase === "loading") || (said === undefined && frequency?.once === true);

/** A weekly dose is not worked out from a daily one. */
function isAsOften(one: Order, other: Order): boolean {
  const [often, own] = [dosesPerDay(one)?.high, dosesPerDay(other)?.high];
  return often === undefined || own === undefined || often === own || (often >= 1 && own >= 1);
}

/** "50 kg: 5 g", where 100 mg/kg are ordered and at most 4 g. */
export function aboveCap(
  guideline: Guideline,
  order: Order,
  capped: readonly CappedDose[],
): Excess | undefined {
  const { dose, negated, population, block, phase } = order;
  const weight = population.weight;
  const isBare = !(dose.per.kg || negated || order.flattened || dose.parts);
  const given = isBare ? singleDose({ ...order, dose: countedAmount(guideline, order) ?? dose }) : undefined;
  if (!given || given.low !== given.high || !weight?.low || isHeeded(guideline, dose, block.end))
    return undefined;
  // "25 mg/kg × 90 kg = 2250 mg", and what is given stands in the next cell.
  if (/[=×≈] *$/.test(guideline.text.slice(Math.max(0, dose.start - 4), dose.start))) return undefined;
  // "25 kg and over"
  const [low, high] = [weight.low, weight.high ?? weight.low * openReach];
  const found = capped.find(
    ({ perKg, limit, order: source }) =>
      `${given.unit}/kg` === perKg.unit &&
      given.high > limit.amount.high * slack &&
      given.high >= perKg.low * low * (1 - rounding) &&
      given.high <= perKg.high * high * (1 + rounding) &&
      isAlikeBegun(source, phase) &&
      isAsOften(source, order) &&
      (source.routes.length === 0 ||
        order.routes.length === 0 ||
        source.routes.some((route) => order.routes.includes(route))),
  );
  return found && excess(found.limit, dose, given.high);
}
