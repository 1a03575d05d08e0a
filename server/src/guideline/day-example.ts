// What a section works out of a dose per kilogram, with how often it is given: "an infant of 10 kg receives 500 mg
// every 8 hours". Says by how much a day's amounts differ; it must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { oncePerBlock } from "../syntax/block-memory.ts";
import type { Paragraph } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import { moved, type Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { endsClause, itemsFrom } from "./item-reach.ts";
import type { Measure } from "./measure.ts";
import { amountOf, dailyDose, dosesPerDay, isDaily, type Order } from "./order.ts";
import { ordersIn } from "./order-parser.ts";
import { eachRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { weightOf } from "./worked-example.ts";

interface Example {
  readonly kilograms: number;
  readonly measure: Measure;
  readonly perDay: number;
  /** The amount is a whole day's. */
  readonly daily: boolean;
  /** The one named before it, if any. */
  readonly medicine: Medicine | undefined;
}

export interface DayExample {
  readonly order: Order;
  readonly measure: Measure;
  /** How many times as much a day the order makes for the example's weight. */
  readonly ratio: number;
  readonly perDay: number;
}

/** Each with the dose per kilogram that was the last to be given before it in its section. */
export const dayExamplesOf = eachRun((run: Run, { markdown }: Guideline): DayExample[] => {
  const examples = run.blocks.flatMap((block) =>
    block.kind === "paragraph" ? examplesIn(markdown, block) : [],
  );
  const weights = run.blocks.flatMap(({ kind, span }, at) => {
    const kilograms = kind === "paragraph" ? weighed(slice(markdown, span)) : undefined;
    return kilograms ? [{ at, kilograms }] : [];
  });
  if (examples.length + weights.length === 0) return [];
  const { orders } = ordersIn(run, markdown);
  const below = weights.flatMap(({ at, kilograms }) =>
    run.blocks.slice(at + 1, at + 1 + mostBelow).flatMap(({ span }) => exampleOf(orders, span, kilograms)),
  );
  const known = new Set(examples.map(({ measure }) => measure.start));
  return [...examples, ...below.filter(({ measure }) => !known.has(measure.start))].flatMap((example) => {
    const order = sourceOf(orders, example);
    return order ? compared(order, example) : [];
  });
});

/** "Sera is 2 years old and weighs 10 kg.": whom the lines below it are of. */
const weighed = remembered((text: string): number | undefined => {
  const [found, ...more] = matchesIn(
    text,
    /\bweigh(?:s|ing|ed)? +(?:about +)?(\d{1,3}(?:\.\d+)?) *kg\b(?! *(?:or|to|and)\b)/gi,
  );
  return found?.[1] && more.length === 0 ? Number(found[1]) : undefined;
});
const mostBelow = 4;

function exampleOf(orders: readonly Order[], block: Span, kilograms: number): Example[] {
  return orders.flatMap((order): Example[] => {
    const { dose, medicine, negated, total } = order;
    const times = dosesPerDay(order);
    if (dose.start < block.start || dose.end > block.end || negated || total) return [];
    if (dose.per.kg || dose.low !== dose.high || !times || times.low !== times.high) return [];
    return [{ kilograms, measure: dose, perDay: times.low, daily: isDaily(order), medicine }];
  });
}

const examplesIn = oncePerBlock((piece, { span }: Paragraph): readonly Example[] => {
  const words = slice(piece, span);
  return /\d\s?kg\b/.test(words) ? movedExamples(examplesAmong(itemsOf(words)), span.start) : [];
}, movedExamples);

function movedExamples(examples: readonly Example[], by: number): readonly Example[] {
  return examples.map((example) => ({ ...example, measure: moved(example.measure, by) }));
}

/** Items between a weight and its amount, and between an amount and how often it is given. */
const nearby = 7;

function examplesAmong(items: readonly Item[]): Example[] {
  let medicine: Medicine | undefined;
  return items.flatMap((item, at): Example[] => {
    if (item.kind === "medicine") medicine = item.mention.medicine;
    const kilograms = weightOf(item);
    if (kilograms === undefined) return [];
    const behind = itemsFrom(items, at + 1, endsClause, nearby);
    const amount = behind.findIndex(({ kind }) => kind === "measure");
    const named = behind[amount];
    if (named?.kind !== "measure") return [];
    for (const one of behind.slice(0, amount)) if (one.kind === "medicine") medicine = one.mention.medicine;
    const { measure } = named;
    if (measure.per.kg || measure.per.mL || measure.low !== measure.high) return [];
    const said = rhythmOf(itemsFrom(items, at + 2 + amount, endsAmount, nearby));
    const daily = said?.divided === true || measure.per.hours === 24;
    return said && (daily || measure.per.hours === undefined)
      ? [{ kilograms, measure, perDay: said.perDay, daily, medicine }]
      : [];
  });
}

const endsAmount = (item: Item) => endsClause(item) || item.kind === "measure" || item.kind === "medicine";

/** "Daily in 3 doses" is 3 times a day. */
function rhythmOf(items: readonly Item[]): { perDay: number; divided: boolean } | undefined {
  const said = items.flatMap((item) => (item.kind === "schedule" ? [item.schedule] : []));
  const divided = said.find(({ kind }) => kind === "divided");
  for (const schedule of divided ? [divided] : said) {
    const count = schedule.kind === "frequency" ? schedule.perDay : schedule.kind === "divided" && schedule;
    if (count && count.low !== undefined && count.low === count.high)
      return { perDay: count.low, divided: schedule.kind === "divided" };
  }
  return undefined;
}

/** The last order before it that is not an example itself; of others between only where the medicine is named again. */
function sourceOf(orders: readonly Order[], { measure, medicine }: Example): Order | undefined {
  const last = orders.findLastIndex(({ dose }) => dose.start < measure.start);
  const named = medicine ?? orders[last]?.medicine;
  for (let at = last; at >= 0 && (medicine || orders[at]?.medicine === named); at--)
    if (orders[at]?.dose.per.kg && orders[at]?.medicine === named) return orders[at];
  return undefined;
}

function compared(order: Order, { measure, kilograms, perDay, daily }: Example): DayExample | [] {
  const { negated, total, upTo, phase, dose, range, maxima } = order;
  const [day, times, given] = [dailyDose(order), dosesPerDay(order), amountOf(measure)];
  if (negated || total || upTo || phase || range || dose.low !== dose.high || !day) return [];
  if (times?.low !== perDay || times.high !== perDay || day.unit !== `${given.unit}/kg`) return [];
  const ratio = (day.low * kilograms) / (given.low * (daily ? 1 : perDay));
  // A smaller example may have heeded the maximum.
  return ratio > 1 && maxima.length > 0 ? [] : { order, measure, ratio, perDay };
}
