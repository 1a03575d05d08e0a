// Orders set against maxima that stand by themselves: in their own section, or on a page of limits that holds for a
// whole project. It must not judge what passing one means.

import { lineBefore } from "../text/around.ts";
import { columnHeadAt } from "./column-head.ts";
import { countedAmount } from "./counted-amount.ts";
import { type GeneralMaximum, generalMaxima, holdsGenerally } from "./general-maximum.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { type KidneyFunction, kidneyFunctionIn, meetIn } from "./kidney-function.ts";
import { dosesInCourse, dosesInHours, type Limit, maximaOf, mostInDay } from "./maximum.ts";
import { tidy } from "./measure.ts";
import {
  type Amount,
  amountOf,
  dailyDose,
  dosesPerDay,
  massInVolume,
  type Order,
  singleDose,
} from "./order.ts";
import { allowedFor, type Excess, excess, isHeeded, isOftenAsNeeded, slack } from "./passed-maximum.ts";
import { slice } from "./scope.ts";
import { sectionAt } from "./section.ts";
import { holdsFor, type StatedMaximum, statedMaxima } from "./stated-maximum.ts";

/** Maxima of one medicine that are looked at. */
const mostLimits = 40;

/** Orders above a maximum that their section states by itself, or the document for all that is in it. */
export function aboveStated(guideline: Guideline): Excess[] {
  const stated = grouped(statedMaxima(guideline), ({ medicine }) => medicine.name);
  const general = generalMaxima(guideline);
  return guideline.orders.flatMap((order) => {
    const { dose, medicine } = order;
    const [own, all] = [stated.get(medicine.name), general.get(medicine.name)];
    if (!own && !all) return [];
    const section = sectionAt(guideline.sections, dose.start);
    const near = own?.slice(0, mostLimits).filter((one) => holdsFor(one, order, section)) ?? [];
    const far = all?.slice(0, mostLimits).filter((one) => holdsGenerally(one, order)) ?? [];
    return (
      passedBy(guideline, order, near) ??
      passedBy(guideline, order, far) ??
      aboveOther(guideline, order, near) ??
      []
    );
  });
}

/** "Up to 12 capsules in 24 hours" of 2 mg each, where the section allows 16 mg. */
function aboveOther(
  guideline: Guideline,
  order: Order,
  limits: readonly StatedMaximum[],
): Excess | undefined {
  for (const { measure, basis } of maximaOf(order, guideline.text)) {
    const given = basis === "day" && countedAmount(guideline, order, measure);
    if (!given) continue;
    const [most, unit] = [amountOf(given).high, amountOf(given).unit];
    const limit = limits.find(
      (one) => one.basis === "day" && one.amount.unit === unit && most > one.amount.high * slack,
    );
    if (limit) return excess(limit, measure, most);
  }
  return undefined;
}

/** An order above a maximum that another document states for all. */
export const aboveGeneral = (
  guideline: Guideline,
  order: Order,
  maxima: readonly GeneralMaximum[],
): Excess | undefined =>
  passedBy(
    guideline,
    order,
    maxima.slice(0, mostLimits).filter((one) => holdsGenerally(one, order)),
  );

const isNotGiven = ({ negated, diluent, preparation, total, flattened }: Order) =>
  negated || diluent || preparation || total || flattened;

function passedBy(guideline: Guideline, order: Order, limits: readonly StatedMaximum[]): Excess | undefined {
  const { dose, phase, block } = order;
  if (limits.length === 0 || isNotGiven(order)) return undefined;
  if (ofWhole.test(guideline.text.slice(dose.end, dose.end + 30))) return undefined;
  if (phase === "increase" || phase === "reduce" || isHeeded(guideline, dose, block.end)) return undefined;
  for (const limit of limits) {
    if (limit.kidneys && !meets(limit.kidneys, kidneysOf(guideline, order))) continue;
    const allowed = allowedFor(order, limit.amount);
    const [whole, often] = givenAgainst(guideline, order, limit, allowed.unit);
    const [given, perDay] = counted(whole, often, mostInDay(order, guideline.text));
    if (!given || given.high <= allowed.high * slack) continue;
    if (perDay !== undefined && order.asNeeded && isOftenAsNeeded(guideline, order, "")) continue;
    const ranged = given.low <= allowed.high * slack && given.low < given.high;
    return { ...excess(limit, dose, given.high), allowed: allowed.high, perDay, ranged };
  }
  return undefined;
}

/** "Every four hours, up to four injections in 24 hours" */
function counted(
  given: Amount | undefined,
  perDay: number | undefined,
  most: number | undefined,
): [Amount | undefined, number | undefined] {
  if (!given || perDay === undefined || most === undefined || most >= perDay) return [given, perDay];
  const by = most / perDay;
  return [{ ...given, low: tidy(given.low * by), high: tidy(given.high * by) }, most];
}

/** "1.5 mg in any 24 hours and 6 mg for the whole attack" */
const ofWhole =
  /^ +(?:for|in|over|per) +(?:the|a|any|one) +(?:whole|entire|single +attack|attack|episode)\b/i;

const meets = (a: KidneyFunction, b: KidneyFunction | undefined) => b !== undefined && meetIn(a, b);

/** As the order's row or sentence says. */
function kidneysOf(guideline: Guideline, { where, dose }: Order): KidneyFunction | undefined {
  const before = lineBefore(guideline.text, dose.start, 160);
  if (where !== "table") return kidneyFunctionIn(before.slice(before.lastIndexOf(". ") + 1));
  const [, cell = ""] = before.split("|");
  const head = columnHeadAt(guideline, dose.start - before.length + before.indexOf("|") + 2);
  return kidneyFunctionIn(`${head ? slice(guideline.markdown, head) : ""} ${cell}`);
}

/** How many doses make up what a limit of a day, or of a course, is of, where no rhythm says it. */
function timesOf(order: Order, basis: Limit["basis"], isDaily: boolean, text: string): number | undefined {
  if (basis === "course") return dosesInCourse(order, text);
  return basis === "day" && !isDaily ? dosesInHours(order, text) : undefined;
}

/** What is given in the limit's unit, a day where the limit is a day's, and how many doses make that up. */
function givenAgainst(
  guideline: Guideline,
  order: Order,
  { basis }: Limit,
  unit: string,
): [Amount | undefined, number | undefined] {
  const mass = massInVolume(order) ?? countedAmount(guideline, order);
  for (const dose of [order.dose, ...order.equivalents, ...(mass ? [mass] : [])]) {
    const one = { ...order, dose };
    const daily = basis === "day" ? dailyDose(one) : undefined;
    const single = singleDose(one) ?? (dose.parts ? undefined : amountOf(dose));
    const times = timesOf(order, basis, daily !== undefined, guideline.text);
    if (basis === "course" && !times) continue;
    if (single?.unit === unit && times)
      return [{ ...single, low: tidy(single.low), high: tidy(single.high * times) }, times];
    const given = daily ?? single;
    if (given?.unit === unit) return [given, daily && dosesPerDay(order)?.high];
  }
  return [undefined, undefined];
}
