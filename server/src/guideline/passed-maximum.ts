// What it is to pass a maximum, by how much, and when the text shows that it heeds it. It must not know where maxima
// are stated.

import type { Guideline } from "./guideline.ts";
import type { Limit } from "./maximum.ts";
import { type Measure, tidy } from "./measure.ts";
import { type Amount, dosesPerDay, type Order } from "./order.ts";
import { slice } from "./scope.ts";
import { sectionAt } from "./section.ts";

export interface Excess {
  readonly dose: Measure;
  readonly limit: Measure;
  /** What is given and what is allowed, in one unit. */
  readonly given: number;
  readonly allowed: number;
  /** Doses a day that make it up, where a day's doses are meant. */
  readonly perDay: number | undefined;
  /** A dose before, and the repeats of this one. */
  readonly repeats: { readonly before: number; readonly each: number; readonly times: number } | undefined;
  /** Only the upper end of a range passes the maximum. */
  readonly ranged: boolean;
}

/** Doses are rounded: a maximum is passed only by more than this. */
export const slack = 1.02;

/** Of "at most 2 mg/kg" what a patient of 60 kg may have; of a band of weights its middle, as half of them weigh less. */
export function allowedFor({ population: { weight }, dose }: Order, limit: Amount): Amount {
  if (!weight?.low || dose.per.kg || !limit.unit.endsWith("/kg")) return limit;
  const isOne = weight.low === weight.high;
  const kilograms = isOne ? weight.low : weight.high && ((weight.low + weight.high) / 2) * mildly;
  if (!kilograms) return limit;
  return {
    low: tidy(limit.low * kilograms),
    high: tidy(limit.high * kilograms),
    unit: limit.unit.slice(0, -3),
  };
}
const mildly = 1.1;

export function excess({ measure, amount }: Limit, dose: Measure, given: number): Excess {
  return {
    dose,
    limit: measure,
    given,
    allowed: amount.high,
    perDay: undefined,
    repeats: undefined,
    ranged: false,
  };
}

const heeded = /\b(?:max\w*|cap\w*|limit\w*|exceed\w*|reduced?|instead|but|so|therefore|only|calculat\w*)\b/i;
const heededReach = 80;

export function isHeeded({ markdown }: Guideline, { end }: Measure, limit: number): boolean {
  const { text } = markdown;
  return heeded.test(text.slice(end, Math.min(end + heededReach, limit)));
}

/** "hourly as needed (maximum 15 mg in 24 hours)": nobody needs all of them, and the maximum says so. */
export function isOftenAsNeeded({ sections, markdown }: Guideline, order: Order, head: string): boolean {
  const times = dosesPerDay(order)?.high ?? 0;
  if (times < oftenPerDay || order.asNeeded || times >= hourlyPerDay) return times >= oftenPerDay;
  const title = sectionAt(sections, order.start)?.title ?? "";
  return asNeeded.test(`${head}\n${title}\n${slice(markdown, order.block).slice(0, mostRead)}`);
}
const oftenPerDay = 6;
/** Every two hours. */
const hourlyPerDay = 12;
const mostRead = 400;
const asNeeded =
  /\b(?:as|when|if|where)[ -](?:needed|required|necessary)\b|\bp\.?r\.?n\b|\b(?:breakthrough|rescue|anticipatory|just[ -]in[ -]case)\b/i;
