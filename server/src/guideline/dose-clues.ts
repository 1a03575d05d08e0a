// What a quantity is beside a dose that was said: a limit, a strength, a count, the same dose in other words, or
// another dose. It must not know what was said before that dose.

import type { Route } from "../lexicon/medicine.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { endsSentence, itemsFrom } from "./item-reach.ts";
import type { Measure } from "./measure.ts";
import { formWord } from "./medicine-clues.ts";
import type { Order } from "./order.ts";
import type { Schedule } from "./schedule.ts";

/** A dose further on than this many items is none of what is read. */
const farthestDose = 60;
const doseDimensions = new Set(["mass", "activity", "substance", "equivalent", "form"]);
const limit =
  /^(?:every|below|under|above|over|than|exceeds?|reach(?:es|ed)?|says?|said|per|neutrali[sz]es?|replaces?|[<>≤≥])$/;

/** What was read when a quantity comes. */
export interface Known {
  readonly draft: Order;
  /** The quantity stands in parentheses. */
  readonly enclosed: boolean;
  /** What was said of the patients belongs to a dose already. */
  readonly leadUsed: boolean;
  /** Said before the dose. */
  readonly routes: readonly Route[];
}

export function isDoseUnit({ dimension }: Measure["unit"]): boolean {
  return doseDimensions.has(dimension);
}

/** What is poured, too. */
export const isAmountUnit = (unit: Measure["unit"]): boolean =>
  isDoseUnit(unit) || unit.dimension === "volume";

/** "300 mL/h", but not "40 mg/kg/day". */
export function isRate({ per }: Measure): boolean {
  return per.hours !== undefined && per.hours < 24;
}

/** "below 15 mL/minute", "≥ 5 g": a limit that something is compared with; "3 mg/mmol" is a ratio, "11 g%" one in blood. */
export function isCompared(items: readonly Item[], at: number): boolean {
  const last = items[at - 1];
  return (
    (isWordLike(items[at + 1], /^\/$/) && isWordLike(items[at + 2], /^m?mol$/)) ||
    isWordLike(items[at + 1], /^%$/) ||
    isMark(last, "each") ||
    isWordLike(last, /^×$/) ||
    isWordLike(
      isWordLike(last, /^(?:about|approximately|around|that|this|these|those)$/) ? items[at - 2] : last,
      limit,
    )
  );
}

const mostLinks = 4;

/** "clearance 30 mL/min or more", "eGFR is below 30 mL/min": what is measured in the patient. */
export function isOfPatient(items: readonly Item[], at: number): boolean {
  const isName = (item: Item | undefined) => isWordLike(item, /^(?:clearance|crcl|gfr|egfr)$/);
  let i = at - 1;
  const isLink = (item: Item | undefined) =>
    isWordLike(item, patientLink) || isMark(item, "of", "and") || item?.kind === "number";
  while (at - i <= mostLinks && isLink(items[i])) i--;
  return isName(items[i]);
}

/** "Weight gain is at least 20–30 g/day": how fast a child grows. */
export function isGrowth(items: readonly Item[], at: number, { unit, per }: Measure): boolean {
  if (!/^k?g$/.test(unit.code) || per.hours === undefined) return false;
  const before = items.slice(Math.max(0, at - mostBefore), at);
  const own = before.slice(
    before.findLastIndex((item) => item.kind === "medicine" || endsSentence(item)) + 1,
  );
  return own.some((item) => isWordLike(item, /^(?:gain(?:s|ed|ing)?|gr[eo]w(?:s|th|ing)?|weight)$/));
}
const mostBefore = 12;

/** "increase by 25 mg every 2 nights": a step between doses. */
export function isStep(items: readonly Item[], at: number): boolean {
  return isMark(items[at - 2], "increase", "reduce") && isWordLike(items[at - 1], /^by$/);
}

const patientLink =
  /^(?:of|is|at|from|about|falls?|below|under|above|over|exceeds?|less|more|lower|higher|greater|than|[<>≤≥=])$/;

/** "500 mg tablets" where a count of tablets is ordered, or a dose is already there. */
export function isStrength(
  items: readonly Item[],
  at: number,
  { unit, per }: Measure,
  { draft, enclosed }: { readonly draft: Order | undefined; readonly enclosed: boolean },
): boolean {
  if (unit.dimension === "form" || per.kg) return false;
  if (isInEachMillilitre(items, at) && per.hours === undefined) return true;
  // "4 tablets of 20/120 mg", "a tablet of 20 mg"
  const form = items[at - 2];
  const ofForm = isWordLike(form, formWord) || (draft !== undefined && isCount(form));
  if (ofForm && isMark(items[at - 1], "of")) return draft !== undefined || !isOneOfIt(items, at - 3);
  if (!isWordLike(items[at + 1], formWord)) return false;
  if (draft) return draft.dose.unit.dimension === "form" || enclosed;
  return items.some((item, i) => i > at && isCount(item));
}

/** "Take one colchicine tablet of 500 micrograms": so much is given. */
function isOneOfIt(items: readonly Item[], at: number): boolean {
  const [count, name] = [items[at - 1], items[at]];
  if (name?.kind !== "medicine") return false;
  return (count?.kind === "number" && count.value === 1) || isWordLike(count, /^(?:one|a|an|single)$/);
}

/** "80 micrograms in each millilitre", "40 mg to the mL". */
function isInEachMillilitre(items: readonly Item[], at: number): boolean {
  const [join, each, unit] = [items[at + 1], items[at + 2], items[at + 3]];
  const every = isMark(each, "each") || isWordLike(each, /^(?:each|every)$/);
  const joined = isMark(join, "in") || isWordLike(join, /^(?:in|to)$/);
  const told = joined && (every || (isWordLike(join, /^to$/) && isWordLike(each, /^the$/)));
  return told && isWordLike(unit, /^(?:ml|mls|millilit(?:re|er)s?|cc)$/);
}

function isCount(item: Item | undefined): boolean {
  return item?.kind === "measure" && item.measure.unit.dimension === "form";
}

/** "125 mg suppository: 1 suppository", "625 mg, 1 tab": a strength, and how many of it. */
export function isCountOf(
  items: readonly Item[],
  at: number,
  { unit, per }: Measure,
  { draft, enclosed, routes: routesBefore }: Known,
): boolean {
  const { dose, frequency, divided, routes, equivalents, over } = draft;
  if (unit.dimension !== "form" || per.hours !== undefined || enclosed || dose.unit.dimension !== "mass")
    return false;
  if (dose.per.kg || dose.per.m2 || dose.per.hours !== undefined || dose.low !== dose.high) return false;
  const before = items[at - 1];
  if (before?.kind === "mark" || before?.kind === "population" || before?.kind === "schedule") return false;
  if (isBreak(before, "cell")) return false;
  return (
    !frequency &&
    !divided &&
    !over &&
    equivalents.every(({ unit: other }) => other.dimension !== "form") &&
    (routes === routesBefore || routes.length === 0 || /^(?:suppository|pessary)$/.test(unit.code))
  );
}

/** In parentheses or behind "=": the dose again, in other words. */
export function isSameDose(
  items: readonly Item[],
  at: number,
  measure: Measure,
  { draft, enclosed, leadUsed }: Known,
): boolean {
  const { dose } = draft;
  const before = items[at - 1];
  if (isMark(before, "equals")) return true;
  // "| 40 mg | 1 vial |": in a row the count says the dose again.
  const counts = measure.unit.dimension === "form" && dose.unit.dimension === "mass";
  if (counts && isBreak(before, "cell") && !dose.per.kg) return true;
  if (!enclosed || (leadUsed && isAnotherDose(items, at, measure, dose))) return false;
  // "(adults 5 mg, children 2 mg)" are doses of their own.
  return dose.per.hours !== measure.per.hours || before?.kind !== "population";
}

/** "1 g 8-hourly (2 g 8-hourly for meningitis)", "0.25 mg daily (0.125 mg in the elderly)". */
function isAnotherDose(items: readonly Item[], at: number, measure: Measure, dose: Measure): boolean {
  const { unit, per } = measure;
  if (unit.dimension !== dose.unit.dimension || unit.dimension === "form" || measure.low !== measure.high)
    return false;
  const equal = dose.low === dose.high && measure.low * unit.factor === dose.low * dose.unit.factor;
  if (Boolean(per.kg) !== Boolean(dose.per.kg) || per.hours !== dose.per.hours || equal) return false;
  const [next, second] = [items[at + 1], items[at + 2]];
  if (next?.kind === "schedule" && next.schedule.kind === "frequency") return true;
  const whom = isWordLike(second, /^the$/) ? items[at + 3] : second;
  const introduces = isMark(next, "in") || isWordLike(next, /^(?:for|if)$/);
  return introduces && (whom?.kind === "population" || whom?.kind === "condition");
}

/** "4 g daily", "8 tablets in 24 hours": a maximum of a day, and the last item that says so. */
export function dailyMaximum(
  items: readonly Item[],
  at: number,
  measure: Measure,
): { readonly measure: Measure; readonly last: number } {
  const { per } = measure;
  const said = { measure, last: at };
  if (per.hours !== undefined || per.dose) return said;
  const [next, then] = [items[at + 1], items[at + 2]];
  const daily = { ...measure, per: { ...per, hours: 24 } };
  if (next?.kind === "schedule" && (isOnceDaily(next.schedule) || isDay(next.schedule)))
    return { measure: daily, last: at + 1 };
  if (isMark(next, "in") && then?.kind === "schedule" && isDay(then.schedule))
    return { measure: daily, last: at + 2 };
  return said;
}

/** "Paracetamol: 4 g in adults of 50 kg and over", in a list of maxima: an amount behind its name, without a rhythm. */
export function isLimit(items: readonly Item[]): boolean {
  const sentence = itemsFrom(items, 0, endsSentence);
  const [first] = sentence.filter(({ kind }) => kind !== "break");
  return (
    (first?.kind === "medicine" || tellsWhom(sentence)) &&
    sentence.some(({ kind }) => kind === "measure") &&
    !sentence.some((item) => item.kind === "schedule" && !isOnceDaily(item.schedule) && !isDay(item.schedule))
  );
}

/** "Over 75 years: 300 mg a day", "eGFR 30 to 44: 1000 mg a day": of the medicine that the list is about. */
function tellsWhom(sentence: readonly Item[]): boolean {
  const colon = sentence.findIndex((item) => isBreak(item, "colon"));
  const label = sentence.slice(0, Math.max(0, colon));
  return (
    label.some((item) => item.kind === "population" || isWordLike(item, /^(?:e?gfr|crcl|clearance|ckd)$/)) &&
    !sentence.some(({ kind }) => kind === "medicine") &&
    !label.some((item) => item.kind === "measure" && item.measure.unit.dimension === "mass")
  );
}

export function isOnceDaily(schedule: Schedule | undefined): boolean {
  return schedule?.kind === "frequency" && schedule.perDay?.low === 1 && schedule.perDay.high === 1;
}

export function isDay(schedule: Schedule): boolean {
  return schedule.kind === "time" && schedule.high * schedule.unit.factor === 24;
}

/** A dose is what comes next, as in "loading dose: 20 mg/kg"; below a head the medicine may stand first. */
export function isDoseNext(items: readonly Item[], at: number, inTable: boolean): boolean {
  for (let i = at + 1; i <= at + 4; i++) {
    const item = items[i];
    if (item?.kind === "measure") return true;
    const passes =
      (item?.kind === "medicine" && inTable) ||
      item?.kind === "routes" ||
      isBreak(item, "colon", "cell", "dash", "comma") ||
      isMark(item, "of", "and", "with", "in") ||
      isWordLike(item, /^(?:dose|doses|is|at|with|by|to|on|give|from|low)$/);
    if (!passes) return false;
  }
  return false;
}

/** Whether another dose stands before the sentence or part ends. */
export function isDoseAhead(items: readonly Item[], at: number): boolean {
  let depth = 0;
  let max = false;
  for (let i = at + 1; i < Math.min(items.length, at + farthestDose); i++) {
    const item = items[i] as Item;
    if (item.kind === "medicine" || isBreak(item, "sentence", "semicolon", "cell")) return false;
    if (isBreak(item, "open")) depth++;
    if (isBreak(item, "close") && --depth < 0) return false;
    if (isMark(item, "max")) max = true;
    if (item.kind !== "measure" || depth > 0) continue;
    if (max) max = false;
    else if (isAmountUnit(item.measure.unit)) return item.measure.per.mL === undefined;
  }
  return false;
}
