// Orders set against the maxima that the document states: one dose, the doses of a day, a dose and its repeats, and
// what was worked out for a weight. Says by how much a maximum is passed; it must not judge what that means.

import { lineBefore } from "../text/around.ts";
import { isAmong } from "./among-patients.ts";
import { cellExcessesOf } from "./band-excess.ts";
import { columnHeadAt } from "./column-head.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import {
  dosesInHours,
  furtherOf,
  isOfElse,
  type Maximum,
  maximaOf,
  mostInDay,
  repeatsOf,
} from "./maximum.ts";
import { tidy } from "./measure.ts";
import { type Amount, amountOf, dailyDose, dosesPerDay, isDaily, type Order, singleDose } from "./order.ts";
import { allowedFor, type Excess, excess, isHeeded, isOftenAsNeeded, slack } from "./passed-maximum.ts";
import { slice } from "./scope.ts";
import { sectionAt } from "./section.ts";
import { aboveStated } from "./stated-excess.ts";
import { examplesUnder, isWorkedFrom } from "./worked-example.ts";

export function excessesOf(guideline: Guideline): Excess[] {
  const found: Excess[] = [];
  const maxima: Maximum[] = [];
  for (const [i, order] of guideline.orders.entries()) {
    if (order.negated || order.maxima.length === 0) continue;
    const headOf = (offset: number) => headOver(guideline, order, offset);
    const own = maximaOf(order, guideline.markdown.text, headOf).filter((one) => isOwn(guideline, one));
    for (const maximum of largest(own)) {
      maxima.push(maximum);
      const excess = inItself(guideline, maximum) ?? inRepeats(guideline, maximum, i);
      if (excess) found.push(excess);
    }
  }
  const known = new Set<number>();
  const lineOf = ({ dose }: Excess) => guideline.lines.positionAt(dose.start).line;
  const all = [
    ...found,
    ...handedOn(guideline, maxima),
    ...inExamples(guideline, maxima),
    ...inWords(guideline, maxima),
    ...aboveStated(guideline),
  ].filter(({ dose: { start } }) => !known.has(start) && known.add(start));
  // The millilitres of a row whose milligrams are too many are the same fault.
  const lines = new Set(all.map(lineOf));
  return [...all, ...inBands(guideline).filter((one) => !lines.has(lineOf(one)) && lines.add(lineOf(one)))];
}

/** A day's maximum that is said with one dose of a section holds for its others, unless they have their own. */
function handedOn(guideline: Guideline, maxima: readonly Maximum[]): Excess[] {
  const { orders, sections } = guideline;
  const daily = maxima.filter(({ basis }) => basis === "day");
  if (daily.length === 0) return [];
  const byMedicine = grouped(orders, ({ medicine }) => medicine);
  return daily.flatMap((maximum) => {
    const { order } = maximum;
    return (byMedicine.get(order.medicine) ?? []).flatMap((one) => {
      const isBeside =
        one !== order &&
        (one.block.start === order.block.start ||
          (isAlikeUsed(one, order) && sectionAt(sections, one.start) === sectionAt(sections, order.start)));
      if (!isBeside || one.negated || one.total || one.maxima.length > 0 || one.phase === "loading")
        return [];
      if (!isAmong(one.population, order.population) || !isAmong(order.population, one.population)) return [];
      return inItself(guideline, { ...maximum, order: one }, true) ?? [];
    });
  });
}

const isAlikeUsed = (a: Order, b: Order): boolean =>
  a.indication.conditions.join() === b.indication.conditions.join() &&
  a.indication.qualifiers.join() === b.indication.qualifiers.join() &&
  a.routes.join() === b.routes.join();

const limiting =
  /max|limit|ceiling|exceed|\bmost\b|more +than|above|beyond|never +over|highest|largest|greatest|cap\b/i;

const groupLead =
  /\d|\b(?:children|child|infants?|elderly|frail|adults?|pregnan\w*|renal|kidney|liver|hepatic|e?gfr|clearance|dialysis|women|men)\b/i;

/** "up to 100 mg" in another cell is the dose for other patients, unless the cell or its head says maximum. */
function isOwn(guideline: Guideline, { order, measure }: Maximum): boolean {
  const { text } = guideline.markdown;
  // "No faster than 50 mg per minute": how fast, and no amount.
  const { hours } = measure.per;
  if (hours !== undefined && hours <= 1 && order.dose.per.hours === undefined) return false;
  if (isOfElse(order, measure, text)) return false;
  const between = text.slice(order.dose.end, measure.start);
  const cell = between.lastIndexOf("|");
  // "…, to 1,200 mg three times daily. eGFR 30–59: at most 600 mg": of whom the words before the colon tell.
  const [, lead] = /[.;]\s+([^.;:|]{2,60}):[^.;:|]*$/.exec(between) ?? [];
  if (lead !== undefined && !limiting.test(lead) && groupLead.test(lead)) return false;
  return (
    cell < 0 || limiting.test(between.slice(cell)) || limiting.test(headOver(guideline, order, measure.start))
  );
}

/** What stands above a place in an order's row, and before it where the table lists its medicines side by side. */
function headOver(guideline: Guideline, { where, nameSpan }: Order, offset: number): string {
  const head = where === "table" ? columnHeadAt(guideline, offset) : undefined;
  const [, label = ""] = lineBefore(guideline.markdown.text, offset).split("|");
  if (!head) return "";
  const isTurned = head.start <= nameSpan.start && nameSpan.end <= head.end;
  return `${slice(guideline.markdown, head)}${isTurned ? ` ${label}` : ""}`;
}

/** Cells of a weight table, also in millilitres. */
function inBands(guideline: Guideline): Excess[] {
  return guideline.bandSeries
    .flatMap((series) => cellExcessesOf(guideline, series))
    .map(({ cell, limit, given, allowed }) => ({
      ...{ dose: cell, limit, given, allowed },
      ...{ perDay: undefined, repeats: undefined, ranged: false },
    }));
}

/** "A man of 80 kg: 240 mg", where no medicine is named, in a section with a dose per kilogram and its maximum. */
function inWords(guideline: Guideline, maxima: readonly Maximum[]): Excess[] {
  const sources = maxima.filter(
    ({ order, amount, basis }) => order.dose.per.kg && !amount.unit.includes("/") && basis !== "course",
  );
  return sources.slice(0, mostSources).flatMap((limit) => {
    const { order, amount } = limit;
    return examplesUnder(guideline, order).flatMap((dose) => {
      const given = amountOf(dose);
      if (given.unit !== amount.unit || given.high <= amount.high * slack) return [];
      return isHeeded(guideline, dose, endOfBlock(guideline.text, dose.end))
        ? []
        : [excess(limit, dose, given.high)];
    });
  });
}

const blockEnd = /\n\s*(?:\n|[-*+]\s|\d+[.)]\s)/;
function endOfBlock(text: string, at: number): number {
  const end = text.slice(at, at + 200).search(blockEnd);
  return end < 0 ? text.length : at + end;
}

/** "24 mg/day, 12 mg/day in the elderly": the smaller one is not for everyone. */
function largest(maxima: readonly Maximum[]): readonly Maximum[] {
  const alike = (a: Maximum, b: Maximum) => a.basis === b.basis && a.amount.unit === b.amount.unit;
  return maxima.filter((one) =>
    maxima.every((other) => !alike(one, other) || other.amount.high <= one.amount.high),
  );
}

const kept = /^[^.;]{0,20}\b(?:capped|reduced|limited)\b/i;

/** The order's own dose, or its doses of a day. */
function inItself(guideline: Guideline, maximum: Maximum, handed = false): Excess | undefined {
  const { lines, markdown } = guideline;
  const { text } = markdown;
  const { order, measure, basis } = maximum;
  const { dose, phase } = order;
  const amount = allowedFor(order, maximum.amount);
  const single = basis === "day" || basis === "course" ? undefined : singleDose(order);
  const regular = dailyDose(order);
  // "At most 6 mL a day and 15 mL a week"
  if (handed && (!regular || (dosesPerDay(order)?.high ?? 1) < 1)) return undefined;
  const daily = basis === "day" ? (regular ?? inHours(order, text)) : undefined;
  const given = single ?? daily;
  if (!given || given.unit !== amount.unit || dose.parts || given.high <= amount.high * slack)
    return undefined;
  if (daily && isOftenAsNeeded(guideline, order, headOver(guideline, order, dose.start))) return undefined;
  // What a dose is raised to may be above what it is at first.
  if (phase === "increase" || phase === "maintenance" || (!handed && measure.start < dose.end))
    return undefined;
  // "560 mg, capped at 480 mg"
  if (kept.test(text.slice(dose.end, measure.start))) return undefined;
  const lineOf = (offset: number) => lines.positionAt(offset).line;
  if (single && (isDaily(order) || lineOf(measure.start) !== lineOf(dose.end))) return undefined;
  const most = daily && mostInDay(order, text);
  if (most !== undefined && amountOf(dose).high * most <= amount.high * slack) return undefined;
  if (daily && isCounted(maximum, text)) return undefined;
  const ranged = given.low <= amount.high * slack && given.low < given.high;
  const perDay = daily && dosesPerDay(order)?.high;
  return { ...excess(maximum, dose, given.high), allowed: amount.high, perDay, ranged };
}

/** One dose, and those that follow it within hours. */
function inHours(order: Order, text: string): Amount {
  const one = amountOf(order.dose);
  const times = dosesInHours(order, text) ?? 1;
  return { ...one, low: tidy(one.low * times), high: tidy(one.high * times) };
}

/** "0.2 mg every 4 hours, 1 mg in 24 hours (5 doses)": so many make it, whatever the interval. */
function isCounted({ order, measure, amount }: Maximum, text: string): boolean {
  const [, count] =
    /^[^.;|\n]{0,24}?\(?\b(\d{1,2}) +(?:doses|injections|tablets|puffs)\b/.exec(
      text.slice(measure.end, measure.end + 50),
    ) ?? [];
  const one = amountOf(order.dose);
  return count !== undefined && one.high * Number(count) <= amount.high * slack;
}

/** A dose and those before it together. */
function inRepeats(guideline: Guideline, maximum: Maximum, at: number): Excess | undefined {
  const { order, amount, basis } = maximum;
  const { text } = guideline.markdown;
  const further = furtherOf(order, text);
  const times = further ?? (basis === "course" ? repeatsOf(order, text) : undefined);
  const each = amountIn(order, amount.unit);
  if (times === undefined || !each || (further !== undefined && basis === "dose")) return undefined;
  const previous = guideline.orders[at - 1];
  const follows = previous && isFollowed(guideline, previous, order, further !== undefined);
  const before = (follows && amountIn(previous, amount.unit)?.high) || 0;
  const given = tidy(before + each.high * times);
  if (given <= amount.high * slack) return undefined;
  return { ...excess(maximum, order.dose, given), repeats: { before, each: each.high, times } };
}

/** "1 capsule (2 mg)" in milligrams. */
function amountIn({ dose, equivalents }: Order, unit: string): Amount | undefined {
  return [dose, ...equivalents].map(amountOf).find((amount) => amount.unit === unit);
}

/** Steps of one treatment: the same medicine for the same condition, in one section. */
function isFollowed({ sections }: Guideline, a: Order, b: Order, inSentence: boolean): boolean {
  // The rows of a table are ways to choose from, unless they say that they are steps.
  if (b.where === "table" && a.where === "table" && a.routes.join() !== b.routes.join()) return false;
  if (a.medicine !== b.medicine || a.negated || (!inSentence && a.block.start === b.block.start))
    return false;
  const same = a.indication.conditions.join() === b.indication.conditions.join();
  return same && sectionAt(sections, a.start) === sectionAt(sections, b.start);
}

/** Doses per kilogram of one medicine that are looked at. */
const mostSources = 40;

/** "24 mL (240 mg)" */
const withEachAmount = (order: Order): Order[] =>
  [order.dose, ...order.equivalents].map((dose) => ({ ...order, dose }));

/** Rows and worked examples of a dose per kilogram, where it is not said that the maximum was heeded. */
function inExamples(guideline: Guideline, maxima: readonly Maximum[]): Excess[] {
  const { orders } = guideline;
  const limits = grouped(maxima, ({ order }) => order);
  const limited = new Set(maxima.map(({ order }) => order.medicine));
  const sources = grouped(
    orders.filter(({ dose, medicine }) => (dose.per.kg || dose.per.m2) && limited.has(medicine)),
    ({ medicine }) => medicine,
  );
  return orders.flatMap(withEachAmount).flatMap((order) => {
    const { dose, block } = order;
    if (
      order.negated ||
      order.flattened ||
      order.maxima.length > 0 ||
      dose.per.kg ||
      dose.per.m2 ||
      !limited.has(order.medicine)
    )
      return [];
    const single = amountOf(dose);
    const from = (sources.get(order.medicine) ?? [])
      .slice(0, mostSources)
      .filter(
        (source) =>
          isWorkedFrom(guideline, order, source) &&
          !isCalculation(source) &&
          !isAlikeLimited(guideline, source),
      );
    const passed = from.flatMap(
      (source) => limits.get(source)?.find(({ amount }) => amount.unit === single.unit) ?? [],
    );
    const [limit] = passed;
    if (!limit || passed.length < from.length) return [];
    const given = passed.every(({ basis }) => basis === "day") ? (dailyDose(order) ?? single) : single;
    if (passed.some(({ amount, basis }) => basis === "course" || given.high <= amount.high * slack))
      return [];
    if (isHeeded(guideline, dose, block.end) || hasResult(orders, order)) return [];
    return [excess(limit, dose, given.high)];
  });
}

/** "| 90 kg | 25 mg/kg × 90 kg = 2250 mg | 2000 mg |": the row works out what its last cell says. */
const isCalculation = ({ where, population: { weight }, maxima }: Order) =>
  where === "table" && weight !== undefined && weight.low === weight.high && maxima.length === 0;

/** "… 100 mg/kg as one dose, under the same limit": the maximum that is said elsewhere. */
const isAlikeLimited = ({ text }: Guideline, { maxima, dose, block }: Order): boolean =>
  maxima.length === 0 &&
  /\bsame +(?:daily +|single +|upper +)?(?:limit|maximum|ceiling|cap)\b/i.test(
    text.slice(dose.end, Math.min(block.end, dose.end + 120)),
  );

function hasResult(orders: readonly Order[], { where, block, dose, medicine }: Order): boolean {
  const unit = amountOf(dose).unit;
  return (
    where === "table" &&
    orders.some(
      (other) =>
        other.block.start === block.start &&
        other.medicine === medicine &&
        other.dose.start > dose.end &&
        amountOf(other.dose).unit === unit,
    )
  );
}
