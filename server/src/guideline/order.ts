// A medicine order and its slots: what the text gives, with its place; a slot that the text does not give is
// undefined. How orders are read is in order-reader.ts. It must not judge.

import type { Medicine, Route } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { formatIndication, type Indication, isSaid } from "./indication.ts";
import type { Phase } from "./item.ts";
import { canonical, type Measure, tidy } from "./measure.ts";
import { formatMeasure } from "./measure-format.ts";
import { formatPopulation, isEveryone, type Population } from "./population.ts";
import { type Divided, type Frequency, formatFrequency, type Time } from "./schedule.ts";

export interface Order extends Span {
  readonly medicine: Medicine;
  /** Where the medicine is named; it may be in a heading, a caption or an earlier line. */
  readonly nameSpan: Span;
  /** As the text names it, in the lexicon's spelling. */
  readonly name: string;
  /** The name does not stand in the order's own sentence, list item or row. */
  readonly inherited: boolean;
  readonly dose: Measure;
  /** From the dose to the end of its frequency: what is changed together. */
  readonly regimen: Span;
  /** The same dose said in another unit: "(20 g)", "(2 tablets)". */
  readonly equivalents: readonly Measure[];
  /** "15 mg/kg (10–20 mg/kg)". */
  readonly range: Measure | undefined;
  readonly volume: Measure | undefined;
  /** "in 100 mL". */
  readonly dilution: Measure | undefined;
  /** A strength that stands in the order: "10 mg/mL", "500 mg tablets", "10 %". */
  readonly concentration: Measure | undefined;
  /** "300 mL/h" beside an amount. */
  readonly rate: Measure | undefined;
  /** Its medicine is the only one that is named above, in what is about nothing in particular. */
  readonly supposed?: true;
  /** It stands in a table whose lines and columns are lost. */
  readonly flattened?: true;
  readonly base: boolean;
  readonly total: boolean;
  readonly divided: Divided | undefined;
  readonly frequency: Frequency | undefined;
  readonly asNeeded: boolean;
  /** "for 3 doses". */
  readonly doseCount: number | undefined;
  /** "repeated up to three times". */
  readonly repeats: number | undefined;
  readonly routes: readonly Route[];
  readonly over: Time | undefined;
  readonly duration: Time | "open" | undefined;
  readonly durationSpan: Span | undefined;
  readonly maxima: readonly Measure[];
  readonly phase: Phase | undefined;
  /** "Start amlodipine": begun with it, or only given. */
  readonly begun: boolean;
  readonly mode: "bolus" | "infusion" | undefined;
  /** Said after "or": one of several ways. */
  readonly alternative: boolean;
  readonly population: Population;
  readonly indication: Indication;
  /** What the surroundings alone say it is for. */
  readonly outer: Indication;
  readonly negated: boolean;
  /** Something that another medicine is dissolved or given in. */
  readonly diluent: boolean;
  /** "up to 1 g". */
  readonly upTo: boolean;
  /** "each tablet contains …", "dissolve …", "240 mg corresponds to 24 mg": about an amount, not about giving it. */
  readonly preparation: boolean;
  /** "If vomiting persists, …": for some patients only. */
  readonly conditional: boolean;
  readonly where: "prose" | "list" | "table";
  /** The block it stands in: its list item, paragraph or row. */
  readonly block: Span;
  /** Where its table begins, or its block. */
  readonly container: number;
}

export interface Amount {
  readonly low: number;
  readonly high: number;
  /** "mg", "mL", …, with "/kg" or "/m2". */
  readonly unit: string;
}

const bases: Readonly<Record<string, string>> = {
  mass: "mg",
  volume: "mL",
  substance: "mmol",
  equivalent: "mEq",
  activity: "unit",
};

/** The unit that amounts of a dose can be compared in. */
function amountUnit({ unit, per }: Measure): string {
  const base = unit.dimension === "form" ? unit.code : (bases[unit.dimension] ?? unit.code);
  return `${base}${per.kg ? "/kg" : ""}${per.m2 ? "/m2" : ""}`;
}

export const amountOf = oncePer((measure: Measure): Amount => {
  const { low, high } = canonical(measure);
  return { low, high, unit: amountUnit(measure) };
});

/** The mass in a volume of known strength: "0.5 mL" of 1 mg/mL. */
export const massInVolume = oncePer(({ dose, concentration }: Order): Measure | undefined => {
  if (dose.unit.dimension !== "volume" || !concentration?.per.mL) return undefined;
  const { unit, low, high, per } = concentration;
  const scale = dose.unit.factor / (per.mL ?? 1);
  return { ...dose, unit, low: tidy(dose.low * scale * low), high: tidy(dose.high * scale * high) };
});

const counted: ReadonlySet<string> = new Set(["tablet", "capsule", "sachet", "suppository"]);

/** What so many of a stated strength hold: "half a 20 mg tablet"; "500 mg, 2 tablets" may be the dose as a whole. */
export const massInForm = oncePer(({ dose, concentration }: Order): Measure | undefined => {
  if (!counted.has(dose.unit.code) || !concentration || concentration.parts) return undefined;
  const { unit, low, high, per, start } = concentration;
  const whole = Object.keys(per).length === 0 && (unit.dimension === "mass" || unit.dimension === "activity");
  if (!whole || (dose.high > 1 && start < dose.start)) return undefined;
  return { ...dose, unit, low: tidy(dose.low * low), high: tidy(dose.high * high) };
});

/** How many doses a day, where the text says so. */
export function dosesPerDay({ frequency, divided, doseCount, dose }: Order) {
  if (frequency?.perDay) return frequency.perDay;
  if (divided?.low !== undefined) return { low: divided.low, high: divided.high ?? divided.low };
  if (frequency?.once && doseCount === undefined && dose.per.hours === undefined) return { low: 1, high: 1 };
  return undefined;
}

/** The dose is said for a whole day: "40 mg/kg/day", "80 mg/kg in 2 divided doses", "total daily dose". */
export function isDaily({ dose, divided }: Order): boolean {
  // "25 mg/kg per dose, in 2 divided doses" is what each of them is.
  return dose.per.hours === 24 || (divided !== undefined && !dose.per.dose);
}

/** One dose as given, where the text says how the day's amount is divided. */
export function singleDose(order: Order): Amount | undefined {
  const { dose } = order;
  const amount = amountOf(dose);
  if (dose.per.hours !== undefined && dose.per.hours !== 24) return undefined;
  if (!isDaily(order)) return amount;
  const times = dosesPerDay(order);
  return times && { ...amount, low: tidy(amount.low / times.high), high: tidy(amount.high / times.low) };
}

/** "200 mg over 24 hours by continuous infusion" */
function goesRoundTheClock({ over, frequency }: Order): boolean {
  if (over?.low !== over?.high || (frequency && !frequency.continuous)) return false;
  return over !== undefined && over.low * over.unit.factor === 24;
}

/** The day's total, where the text says how often. */
export function dailyDose(order: Order): Amount | undefined {
  const { dose } = order;
  const amount = amountOf(dose);
  if (isDaily(order)) return amount;
  if (dose.per.hours !== undefined) return undefined;
  if (goesRoundTheClock(order)) return amount;
  const times = dosesPerDay(order);
  if (!times || order.frequency?.once) return undefined;
  return { ...amount, low: tidy(amount.low * times.low), high: tidy(amount.high * times.high) };
}

export function formatTime({ low, high, unit }: Time): string {
  const name = { a: "year", mo: "month", wk: "week", d: "day" }[unit.code] ?? unit.code;
  return `${low === high ? low : `${low}-${high}`} ${name}`;
}

/** "amoxicillin, 40 mg/kg/day in 3 divided doses, oral, for 7 days; for child; otitis-media". */
export function formatOrder(order: Order): string {
  const { medicine, dose, divided, routes, maxima, population, indication, phase } = order;
  const amount = [
    formatMeasure(dose) + (order.base ? " of base" : ""),
    ...order.equivalents.map((other) => `(${formatMeasure(other)})`),
    order.range && `(range ${formatMeasure(order.range)})`,
    divided && `in ${divided.low === undefined ? "" : `${formatCount(divided)} `}divided doses`,
  ];
  const slots = [
    (order.negated ? "not to be given: " : "") +
      medicine.name +
      (phase ? ` (${phaseWords.get(phase) ?? phase})` : ""),
    said(amount).join(" "),
    ...timesOf(order),
    routes.join(" or "),
    order.volume && `volume ${formatMeasure(order.volume)}`,
    order.dilution && `in ${formatMeasure(order.dilution)}`,
    order.concentration && `strength ${formatMeasure(order.concentration)}`,
    order.rate && `at ${formatMeasure(order.rate)}`,
    ...maxima.map((max) => `at most ${formatMeasure(max)}`),
  ];
  const who = [
    !isEveryone(population) && `for ${formatPopulation(population)}`,
    (isSaid(indication) || indication.qualifiers.length > 0) && formatIndication(indication),
  ];
  return said([said(slots).join(", "), ...who]).join("; ");
}

const phaseWords: ReadonlyMap<Phase, string> = new Map([
  ["loading", "loading dose"],
  ["maintenance", "maintenance dose"],
  ["initial", "first dose"],
  ["then", "then"],
  ["increase", "increased to"],
  ["reduce", "reduced to"],
  ["repeat", "repeated"],
  ["test", "test dose"],
]);

function timesOf({ frequency, asNeeded, doseCount, over, duration }: Order): (string | false | undefined)[] {
  return [
    frequency && formatFrequency(frequency),
    asNeeded && "as needed",
    doseCount !== undefined && `${doseCount} doses`,
    over && `over ${formatTimes(over)}`,
    duration && (duration === "open" ? "long term" : `for ${formatTimes(duration)}`),
  ];
}

/** "7–10 days", "1 h". */
function formatTimes(time: Time): string {
  const text = formatTime(time).replace("-", "–");
  return time.high > 1 && /(?:day|week|month|year)$/.test(text) ? `${text}s` : text;
}

function said(parts: readonly (string | false | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && part !== false && part !== "");
}

function formatCount({ low, high }: Divided): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** Taken for days: "15 mg for 6 weeks". */
export function isCourse({ duration, over, mode, total }: Order): boolean {
  if (over || mode || total || duration === undefined) return false;
  return duration === "open" || duration.high * duration.unit.factor >= twoDays;
}
const twoDays = 48;
