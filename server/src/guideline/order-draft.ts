// An order while it is read: how it begins, what is added to it slot by slot, and how it takes its place in the
// document. It must not know how items are gone through.

import type { Medicine } from "../lexicon/medicine.ts";
import { dense } from "../text/shared.ts";
import type { Span } from "../text/span.ts";
import { isAmountUnit, isOnceDaily, isRate } from "./dose-clues.ts";
import { type Indication, indicationFrom, narrowed } from "./indication.ts";
import type { Item } from "./item.ts";
import { isMark } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import type { Order } from "./order.ts";
import type { OrderContext } from "./order-context.ts";
import { type Population, stageOf, within } from "./population.ts";
import type { Divided, Frequency, Schedule, Time } from "./schedule.ts";
import { isBareDuration } from "./slot-clues.ts";

export type Draft = { -readonly [K in keyof Order]: Order[K] } & {
  equivalents: Measure[];
  maxima: Measure[];
  /** Which sentence of the block it is from, for slots said once behind several doses. */
  sentence: number;
};

/** What was said before the dose. */
type SaidBefore = Pick<
  Draft,
  | "inherited"
  | "concentration"
  | "total"
  | "routes"
  | "phase"
  | "begun"
  | "mode"
  | "alternative"
  | "population"
  | "indication"
  | "negated"
  | "upTo"
  | "preparation"
  | "conditional"
  | "sentence"
>;

/** A schedule, and where it stands unless it was said before the dose. */
interface SaidSchedule {
  readonly schedule: Schedule;
  readonly span: Span | undefined;
}

/** `start`: where the order begins, with its name if that stands before the dose. */
export function newDraft(
  dose: Measure,
  { medicine, name, start: nameStart, end: nameEnd }: MedicineMention,
  { start, said, context }: { start: number; said: SaidBefore; context: OrderContext },
): Draft {
  return {
    start,
    end: dose.end,
    medicine,
    name,
    nameSpan: { start: nameStart, end: nameEnd },
    inherited: said.inherited,
    dose,
    regimen: { start: dose.start, end: dose.end },
    equivalents: [],
    range: undefined,
    volume: undefined,
    dilution: undefined,
    concentration: said.concentration,
    rate: undefined,
    base: dose.base === true,
    total: said.total,
    divided: undefined,
    frequency: undefined,
    asNeeded: false,
    doseCount: undefined,
    repeats: undefined,
    routes: said.routes,
    over: undefined,
    duration: undefined,
    durationSpan: undefined,
    maxima: [],
    phase: said.phase,
    begun: said.begun,
    mode: said.mode,
    alternative: said.alternative,
    population: said.population,
    indication: said.indication,
    outer: context.indication,
    negated: said.negated,
    diluent: false,
    upTo: said.upTo,
    preparation: said.preparation,
    conditional: said.conditional,
    where: context.where,
    block: context.block,
    container: context.container,
    sentence: said.sentence,
  };
}

/** The order's text goes on at least to `end`. */
export function reach(draft: Draft, end: number): void {
  draft.end = Math.max(draft.end, end);
}

/** "trimethoprim 80 mg/sulfamethoxazole 400 mg": the second dose is a part of the combination. */
export function addPart(draft: Draft, medicine: Medicine, measure: Measure): void {
  const parts = [...(draft.dose.parts ?? [draft.dose.low]), measure.low];
  const first = draft.medicine.components[0] ?? draft.medicine.name;
  const inOrder = medicine.components[0] === first || medicine.components.length !== parts.length;
  const ordered = inOrder ? parts : parts.toReversed();
  const value = ordered[0] ?? 0;
  draft.medicine = medicine;
  draft.name = medicine.name;
  draft.dose = { ...draft.dose, low: value, high: value, parts: ordered, end: measure.end };
  reach(draft, measure.end);
}

/** "625 mg, 1 tab": what was the dose is the strength of what is counted. */
export function countInstead(draft: Draft, measure: Measure): void {
  draft.concentration ??= draft.dose;
  draft.dose = measure;
  draft.regimen = { start: measure.start, end: measure.end };
  reach(draft, measure.end);
}

/** "(20 g)", "(10–20 mg/kg)": the dose in another unit, or its range. */
export function addSameDose(draft: Draft, measure: Measure): void {
  const { dose } = draft;
  const same =
    dose.unit.dimension === measure.unit.dimension && Boolean(dose.per.kg) === Boolean(measure.per.kg);
  if (same && measure.low !== measure.high && !draft.range) draft.range = measure;
  else draft.equivalents.push(measure);
  reach(draft, measure.end);
}

/** A volume beside an amount; `within`: it is what the amount is given in. */
export function addVolume(draft: Draft, measure: Measure, within: boolean): void {
  if (isRate(measure)) draft.rate ??= measure;
  else if (within) draft.dilution ??= measure;
  else draft.volume ??= measure;
  reach(draft, measure.end);
}

/** A volume beside a dose that is a volume itself. */
export function addSameVolume(draft: Draft, measure: Measure): void {
  if (isRate(measure)) draft.rate ??= measure;
  else draft.equivalents.push(measure);
}

export function addMaximum(draft: Draft, measure: Measure): void {
  if (isRate(measure) && draft.dose.per.hours === undefined) return;
  if (isAmountUnit(measure.unit)) draft.maxima.push(measure);
}

export function addIndication(draft: Draft, id: string, qualifier: boolean): void {
  const { conditions, qualifiers } = draft.indication;
  draft.indication = qualifier
    ? indicationFrom(conditions, [...qualifiers, id])
    : indicationFrom([...conditions, id], qualifiers);
}

/** `at` is where the reader stands among the items. */
export function addSchedule(
  draft: Draft,
  { schedule, span }: SaidSchedule,
  items: readonly Item[],
  at: number,
): void {
  const before = draft.end;
  if (span) reach(draft, span.end);
  if (span && (schedule.kind === "frequency" || schedule.kind === "divided"))
    draft.regimen = { ...draft.regimen, end: Math.max(draft.regimen.end, span.end) };
  if (schedule.kind === "frequency") {
    if (schedule.once && draft.frequency) draft.end = before;
    else draft.frequency = withFrequency(draft.frequency, schedule, isMark(items[at - 1], "or"));
  } else if (schedule.kind === "divided") divide(draft, schedule);
  else if (schedule.kind === "asNeeded") draft.asNeeded = true;
  else if (schedule.kind === "doseCount") draft.doseCount ??= schedule.count;
  else if (schedule.kind === "openDuration") draft.duration ??= "open";
  else if (schedule.role === "over" && !isLongerThanInterval(draft, schedule)) draft.over ??= schedule;
  else if (schedule.role !== "bare" || (schedule.unit.factor >= 24 && isBareDuration(items, at))) {
    if (draft.duration === undefined) draft.durationSpan = span;
    draft.duration ??= schedule;
  } else draft.end = before;
}

/** "50 mg/kg daily in 3 divided doses": the amount is the day's. */
function divide(draft: Draft, divided: Divided): void {
  if (draft.divided) return;
  draft.divided = divided;
  if (!isOnceDaily(draft.frequency) || draft.dose.per.hours !== undefined || draft.dose.per.dose) return;
  draft.frequency = undefined;
  draft.dose = { ...draft.dose, per: { ...draft.dose.per, hours: 24 } };
}

/** "every 6 hours for 24 hours" is no time that one dose runs in. */
function isLongerThanInterval({ frequency }: Draft, { high, unit }: Time): boolean {
  const perDay = frequency?.perDay?.low;
  return perDay !== undefined && perDay > 1 && high * unit.factor > 24 / perDay;
}

/** The first one said holds; "daily or twice daily" leaves both open. */
function withFrequency(known: Frequency | undefined, { perDay, ...more }: Frequency, or: boolean): Frequency {
  if (!known?.perDay || !perDay || !or) return known ?? { ...more, ...(perDay && { perDay }) };
  return {
    ...known,
    perDay: { low: Math.min(known.perDay.low, perDay.low), high: Math.max(known.perDay.high, perDay.high) },
  };
}

const isDayLong = (over: Time | undefined): boolean =>
  over !== undefined && over.low * over.unit.factor === 24;

/** The order at its place in the document, with what holds for all of its surroundings. */
export function placed(draft: Draft, context: OrderContext): Order {
  const { offset, population, indication } = context;
  const move = <S extends Span | undefined>(span: S): S =>
    span && ({ ...span, start: span.start + offset, end: span.end + offset } as S);
  const { sentence: _sentence, ...order } = draft;
  return dense({
    ...order,
    // "The daily total of 100 mg/kg is shared among four doses"
    total: draft.total && !draft.divided,
    // "20 mg/kg over 24 hours, in three equal infusions": in a day.
    over: draft.divided && isDayLong(draft.over) ? undefined : draft.over,
    ...move({ start: draft.start, end: draft.end }),
    dose: move(draft.dose),
    regimen: move(draft.regimen),
    range: move(draft.range),
    equivalents: draft.equivalents.map(move),
    maxima: draft.maxima.map(move),
    volume: move(draft.volume),
    dilution: move(draft.dilution),
    concentration: move(draft.concentration),
    rate: move(draft.rate),
    durationSpan: move(draft.durationSpan),
    routes: order.routes.length > 0 ? order.routes : context.routes,
    ...inherited(draft, context),
    ...aged(within(population, draft.population), narrowed(indication, draft.indication)),
  });
}

/** What a caption, lead-in line or parent item says about the same medicine, or about all that follows. */
function inherited(
  { medicine, frequency, divided, duration, dose, over }: Draft,
  { schedules, medicine: above }: OrderContext,
): Partial<Order> {
  if (schedules.length === 0 || (above && above.medicine !== medicine)) return {};
  const often = schedules.find(({ kind }) => kind === "frequency");
  const split = schedules.find(({ kind }) => kind === "divided");
  const long = schedules.find(({ kind }) => kind === "time");
  const lacks = !frequency && !divided && !over;
  return {
    ...(lacks && often?.kind === "frequency" && dose.per.hours === undefined && { frequency: often }),
    ...(lacks && split?.kind === "divided" && { divided: split }),
    ...(duration === undefined && !frequency?.once && long?.kind === "time" && { duration: long }),
  };
}

/** "week 1" of a newborn is an age. */
function aged(said: Population, indication: Indication): { population: Population; indication: Indication } {
  const newborn =
    stageOf(said) === undefined && indication.conditions.some((id) => /neonat|newborn|prematur/.test(id));
  const population: Population = newborn ? { ...said, groups: [...said.groups, "neonate"] } : said;
  const time = indication.qualifiers.find((id) => /^(?:day|week) +\d/.test(id));
  const [, unit, low = "", high = low] = /^(day|week) +(\d+)(?:-(\d+))?$/.exec(time ?? "") ?? [];
  if (!unit || population.age || stageOf(population) !== "neonate") return { population, indication };
  const days = unit === "week" ? 7 : 1;
  const age = {
    low: (Number(low) - 1) * days,
    high: Number(high) * days,
    lowInclusive: true,
    highInclusive: true,
    step: days,
  };
  const qualifiers = indication.qualifiers.filter((id) => id !== time);
  return { population: { ...population, age }, indication: { ...indication, qualifiers } };
}
