// What a text says that the doses of a day come to, beside doses of the same figure that are given several times a day:
// "10 mg/kg twice a day (10 mg/kg per day)", "the sum over one day is 200 mg", a column “Whole day”. It must not judge.

import type { Paragraph } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { moved, type Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { medicinesAmong } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import { numberOf } from "./number-word.ts";
import { amountOf, dailyDose, dosesPerDay, isDaily, type Order } from "./order.ts";
import { ordersIn } from "./order-parser.ts";
import { eachRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";

/** A dose that is as much as the day's doses are said to come to. */
export interface DaySum {
  readonly dose: Span;
  readonly sum: Span;
  readonly perDay: number;
}

export const mistakenSumsOf = eachRun((run: Run, { markdown }: Guideline): DaySum[] => {
  const found: DaySum[] = [];
  const { orders } = ordersIn(run, markdown);
  for (const block of run.blocks) {
    if (block.kind === "table") found.push(...inTable(markdown, block));
    else if (block.kind === "paragraph") found.push(...inParagraph(markdown, block, orders));
  }
  return found;
});

interface Said {
  readonly measure: Measure;
  readonly before: string;
  readonly behind: string;
  readonly items: readonly Item[];
}

const ofDay =
  /^[\s*_]*\)?,? *(?:(?:in|over|per|for|of|each|a|every|during|within) +)?(?:(?:a|one|each|every|the +whole|the +full|the|any) +)?(?:day\b|24[ -]?h(?:ours?)?\b)/i;
const named =
  /\b(?:totals?|sums?|amounts?|quantity|altogether)\b(?: +of +(?:[a-z-]+ +){0,2})?(?: *(?:for|in|over|of|per) +)?(?:(?:a|one|the|each|any) +)?(?:whole +)?(?:day|24[ -]?h(?:ours?)?)\b[^.;]{0,25}$|\b(?:daily|day['’]s|24[ -]?h(?:ours?)?) +(?:totals?|sums?|amounts?|quantity)\b[^.;]{0,25}$/i;
const summed = /\b(?:totals?|sums?|amounts?|quantity|altogether)\b[^.;]{0,25}$/i;
const limited =
  /\b(?:max\w*|exceed\w*|than|limits?|ceiling|up +to|at +most|most|above|below|pass\w*)\b[^.;]{0,40}$/i;
const joined =
  /^[^.;\n]{0,60}(?:\(|\bthat +is\b|\bi\.e\.|=|\b(?:making|makes?|totals?|totalling|comes? +to|coming +to|amount\w* +to|altogether|sum|giving|gives)\b)[^.;)\n]{0,40}$/i;

const countIn = (word = ""): number | undefined => Number.parseInt(word, 10) || numberOf(word.toLowerCase());
const dosed: ReadonlySet<string> = new Set(["mass", "activity"]);

function saidIn(text: string): Said[] {
  const items = itemsOf(text);
  return items.flatMap((item) => {
    if (item.kind !== "measure" || !dosed.has(item.measure.unit.dimension)) return [];
    const { measure } = item;
    const before = text.slice(Math.max(0, measure.start - 90), measure.start);
    const behind = text.slice(measure.end, measure.end + 60);
    if (limited.test(before)) return [];
    return measure.per.hours === 24 || ofDay.test(behind) || named.test(before)
      ? [{ measure, before, behind, items }]
      : [];
  });
}

function inParagraph(
  markdown: Guideline["markdown"],
  { span }: Paragraph,
  orders: readonly Order[],
): DaySum[] {
  const text = slice(markdown, span);
  if (!/\bday|\b24\b|\bd\b/i.test(text)) return [];
  return saidIn(text).flatMap((said): DaySum[] => {
    const sum = moved(said.measure, span.start);
    const before = besideIn(text, said);
    if (before) return [{ ...before, dose: moved(before.dose, span.start), sum: spanOf(sum) }];
    if (!isTotal(said)) return [];
    const alike = orders.filter((order) => order.dose.start !== sum.start && isOfSameFigure(order, sum));
    const one = ofSection(said, sum, alike, orders);
    const perDay = one && dosesPerDay(one)?.low;
    return one && perDay ? [{ dose: spanOf(one.dose), sum: spanOf(sum), perDay }] : [];
  });
}

/** "10 mg/kg twice a day, that is 10 mg/kg in 24 hours": what stands before it in its sentence. */
function besideIn(text: string, { measure, items }: Said): Omit<DaySum, "sum"> | undefined {
  const at = items.findIndex((item) => item.kind === "measure" && item.measure === measure);
  const from = items.findLastIndex((item, i) => i < at && item.kind === "measure");
  const one = items[from];
  if (one?.kind !== "measure" || !joined.test(text.slice(one.end, measure.start))) return undefined;
  const [single, whole] = [amountOf(one.measure), amountOf(measure)];
  const perDay = timesIn(items.slice(from, at)) ?? 0;
  const isAlike = single.unit === whole.unit && single.low === whole.low && single.high === whole.high;
  return isAlike && perDay >= 2 && !one.measure.per.hours ? { dose: spanOf(one), perDay } : undefined;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });
const isTotal = ({ before, measure, behind }: Said): boolean =>
  named.test(before) || (summed.test(before) && (measure.per.hours === 24 || ofDay.test(behind)));

/** Given so many times a day, and each time as much as the sum. */
function isOfSameFigure(order: Order, sum: Measure): boolean {
  const times = dosesPerDay(order);
  const [one, whole] = [amountOf(order.dose), amountOf(sum)];
  if (!times || times.low !== times.high || times.low < 2 || !Number.isInteger(times.low)) return false;
  if (isDaily(order) || order.negated || order.total || order.preparation || order.dose.per.hours)
    return false;
  return one.unit === whole.unit && one.low === whole.low && one.high === whole.high;
}

/** The one dose of the section that it can be of, where none comes to it. */
function ofSection(
  { items, behind }: Said,
  sum: Measure,
  alike: readonly Order[],
  orders: readonly Order[],
): Order | undefined {
  const [one, ...more] = alike;
  const medicines = medicinesAmong(items);
  if (!one || more.some(({ medicine }) => medicine !== one.medicine)) return undefined;
  if (medicines.length > 0 && !medicines.includes(one.medicine)) return undefined;
  const whole = amountOf(sum);
  const parts = countIn(
    /\bin +(\w+) +(?:\w+ +)?(?:entries|doses|parts|portions|injections)\b/i.exec(behind)?.[1],
  );
  if (parts !== undefined && parts === dosesPerDay(one)?.low) return one;
  const isReached = orders.some((order) => {
    const isOther = order.medicine === one.medicine && order.dose.start !== sum.start;
    const day = isOther ? dailyDose(order) : undefined;
    return day?.unit === whole.unit && day.high === whole.high;
  });
  return isReached ? undefined : one;
}

const dayHead =
  /\b(?:whole|full|total|all)\b[^|]{0,30}\b(?:day|24)|\bdaily +(?:dose|totals?|amount|sum)\b|\b(?:per|in|a|over) +(?:a +|one +|each +)?(?:day|24 *h\w*)\b|\b24[ -]?h\w*\b|\bday['’]s\b/i;
const eachOf = /\b(?:each|one) +of +(?:the +)?(\w+)\b|\bin +(\w+) +(?:doses|parts)\b/i;

interface Cell {
  readonly value: number;
  readonly unit: string;
  readonly place: Span;
  readonly perDay: number | undefined;
}

function cellAt(text: string, start: number, head: string): Cell | undefined {
  const items = itemsOf(text);
  const item = items.find(({ kind }) => kind === "measure" || kind === "number");
  const often =
    timesIn(items) ?? timesIn(itemsOf(head)) ?? countIn(eachOf.exec(head)?.slice(1).find(Boolean));
  const place = item && { start: item.start + start, end: item.end + start };
  if (item?.kind === "number") return place && { value: item.value, unit: "", place, perDay: often };
  if (item?.kind !== "measure" || item.measure.low !== item.measure.high || !place) return undefined;
  const { high, unit } = amountOf(item.measure);
  return { value: high, unit, place, perDay: often };
}

function timesIn(items: readonly Item[]): number | undefined {
  for (const item of items) {
    if (item.kind !== "schedule" || item.schedule.kind !== "frequency") continue;
    const { low, high } = item.schedule.perDay ?? {};
    if (low !== undefined && low === high) return low;
  }
  return undefined;
}

/** Rows whose single dose is their whole day's, where other rows' are a part of it. */
function inTable(markdown: Guideline["markdown"], { header, rows }: Table): DaySum[] {
  const heads = header.cells.map((cell) => slice(markdown, cell));
  const whole = heads.findIndex((head) => dayHead.test(head) && (timesIn(itemsOf(head)) ?? 1) === 1);
  if (whole < 0) return [];
  return heads.flatMap((head, column) => {
    if (column === whole) return [];
    const pairs = rows.flatMap(({ cells }) => {
      const [own, day] = [cells[column], cells[whole]];
      const one = own && cellAt(slice(markdown, own), own.start, head);
      const sum = day && cellAt(slice(markdown, day), day.start, "");
      const perDay = one?.perDay ?? 0;
      return one && sum && one.unit === sum.unit && perDay >= 2 ? [{ one, sum, perDay }] : [];
    });
    const right = pairs.filter(
      ({ one, sum, perDay }) => Math.abs(one.value * perDay - sum.value) <= sum.value / 50,
    );
    const wrong = pairs.filter(({ one, sum }) => one.value === sum.value);
    if (right.length === 0 || wrong.length > right.length) return [];
    return wrong.map(({ one, sum, perDay }) => ({ dose: one.place, sum: sum.place, perDay }));
  });
}
