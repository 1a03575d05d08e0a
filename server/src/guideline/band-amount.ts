// What a text says a band's dose is worked out from: nominal doses per kilogram, strengths of tablets and
// solutions, maxima, how often. Everything that could be meant is kept. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { remembered } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Band } from "./interval.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike, medicinesAmong } from "./item-kind.ts";
import { endsClause, itemsBefore, itemsFrom } from "./item-reach.ts";
import { canonical, type Measure } from "./measure.ts";
import { itemsOf } from "./scope.ts";

export interface Nominal extends Span {
  readonly medicine: Medicine | undefined;
  readonly dimension: string;
  /** Milligrams or units per kilogram; per hour where the basis says so. */
  readonly low: number;
  readonly high: number;
  readonly basis: "dose" | "day" | "hour";
  /** Doses a day, where said. */
  readonly perDay: number | undefined;
  /** What its time was written per: 1 for "/h", 1/60 for "/min". */
  readonly hours: number | undefined;
  /** What is said to be its maximum, an amount without "/kg". */
  readonly maximum: Measure | undefined;
  /** The most per kilogram that is said to be accepted: "rounding up to 60 mg/kg". */
  readonly ceiling: number | undefined;
  /** Said before it in its sentence. */
  readonly age: Band | undefined;
}
/** So many milligrams or units in one tablet, vial or millilitre. */
export interface Strength {
  readonly per: string;
  readonly dimension: string;
  readonly amount: number;
  /** Which part of a combination. */
  readonly part: number;
  /** The last that is named before it. */
  readonly medicine: Medicine | undefined;
}
/** "20 drops = 1 mL", "spoonfuls of 5 mL": millilitres in one. */
export interface SmallVolume {
  readonly form: string;
  readonly volume: number;
}
export interface Facts {
  readonly nominals: readonly Nominal[];
  readonly strengths: readonly Strength[];
  readonly volumes: readonly SmallVolume[];
  readonly maxima: readonly number[];
  readonly medicines: readonly Medicine[];
  readonly perDay: readonly number[];
}

const doses = new Set(["mass", "activity"]);

export function factsIn(text: string, offset: number): Facts {
  const facts = rememberedFacts(text);
  return {
    ...facts,
    nominals: facts.nominals.map((nominal) => ({
      ...nominal,
      ...shifted(nominal, offset),
      maximum: nominal.maximum && { ...nominal.maximum, ...shifted(nominal.maximum, offset) },
    })),
  };
}

const rememberedFacts = remembered(readFacts);

function readFacts(text: string): Facts {
  const items = itemsOf(text);
  const nominals: Nominal[] = [];
  const strengths: Strength[] = [];
  const volumes: SmallVolume[] = [];
  const maxima: number[] = [];
  let medicine: Medicine | undefined;
  let age: Band | undefined;
  for (const [at, item] of items.entries()) {
    if (isBreak(item, "sentence")) age = undefined;
    if (item.kind === "population") age = item.population.age;
    if (item.kind === "medicine") medicine = item.mention.medicine;
    if (item.kind === "measure") volumes.push(...smallVolumesOf(items, at, item.measure));
    if (item.kind === "measure") strengths.push(...percentOf(items, at, item.measure, medicine));
    if (item.kind !== "measure" || !doses.has(item.measure.unit.dimension)) continue;
    const { measure } = item;
    if (behindMaximum(items, at)) {
      const before = nominals.at(-1);
      if (before && isAcceptedTo(items, at, before))
        nominals[nominals.length - 1] = { ...before, high: canonical(measure).high };
      if (!measure.per.kg && !isRate(measure)) maxima.push(canonical(measure).high);
      const last = nominals.at(-1);
      if (last) nominals[nominals.length - 1] = limited(last, measure);
    } else if (measure.per.kg)
      nominals.push(nominalOf(items, at, { measure, medicine: namedBehind(items, at) ?? medicine, age }));
    else strengths.push(...strengthsOf(items, at, measure, namedAt(items, at + 1) ?? medicine));
  }
  const medicines = medicinesAmong(items);
  return {
    nominals,
    strengths,
    volumes,
    maxima,
    medicines: [...new Set(medicines)],
    perDay: perDayOf(items),
  };
}

export function joinedFacts(all: readonly Facts[]): Facts {
  return {
    nominals: all.flatMap(({ nominals }) => nominals),
    strengths: all.flatMap(({ strengths }) => strengths),
    volumes: all.flatMap(({ volumes }) => volumes),
    maxima: all.flatMap(({ maxima }) => maxima),
    medicines: [...new Set(all.flatMap(({ medicines }) => medicines))],
    perDay: [...new Set(all.flatMap(({ perDay }) => perDay))],
  };
}

export function perDayOf(items: readonly Item[]): number[] {
  return items.flatMap((item) => {
    if (item.kind !== "schedule") return [];
    const { schedule } = item;
    if (schedule.kind === "divided") return schedule.low === undefined ? [] : [schedule.low];
    return schedule.kind === "frequency" && schedule.perDay ? [schedule.perDay.low] : [];
  });
}

/** Beyond this a limit per kilogram is that of a day or of another use. */
const mostRounding = 1.6;

const isRate = ({ per }: Measure): boolean => per.hours !== undefined && per.hours < 24;

/** A nominal dose with what is said to be its most, in all or per kilogram. */
function limited(nominal: Nominal, measure: Measure): Nominal {
  // "No faster than 50 mg per minute", "at most 10 mmol in an hour": how fast, of a dose that is told in all.
  const { kg, hours = Number.POSITIVE_INFINITY } = measure.per;
  if ((hours < 1 || (hours === 1 && !kg)) && nominal.hours === undefined) return nominal;
  if (!measure.per.kg) return nominal.maximum ? nominal : { ...nominal, maximum: measure };
  const { high, dimension } = canonical(measure);
  const ceiling = high / (nominal.basis === "hour" ? (measure.per.hours ?? 1) : 1);
  const alike = dimension === nominal.dimension && measure.per.hours === nominal.hours;
  return alike && ceiling > nominal.high && ceiling <= nominal.high * mostRounding
    ? { ...nominal, ceiling }
    : nominal;
}

/** "15 mg/kg of rifampicin and 20 mg/kg of ethambutol": each names its own behind it. */
function namedBehind(items: readonly Item[], at: number): Medicine | undefined {
  const of = items[at + 1];
  return isMark(of, "of") ? namedAt(items, at + 2) : undefined;
}

function namedAt(items: readonly Item[], at: number): Medicine | undefined {
  const item = items[at];
  return item?.kind === "medicine" ? item.mention.medicine : undefined;
}

function behindMaximum(items: readonly Item[], at: number): boolean {
  return itemsBefore(items, at, ({ kind }) => kind === "measure", 4).some(
    (item) => isMark(item, "max", "upTo") || isWordLike(item, /^(?:never|above|exceed(?:ing)?|capped|than)$/),
  );
}

/** "40 mg/kg; rounding up to 60 mg/kg is accepted": as high as a band may go. */
function isAcceptedTo(items: readonly Item[], at: number, { dimension, basis, high }: Nominal): boolean {
  const [item, last] = [items[at], items[at - 1]];
  if (item?.kind !== "measure" || last?.kind !== "mark" || last.mark !== "upTo") return false;
  const { measure } = item;
  const { high: most, dimension: own } = canonical(measure);
  const sameBasis =
    (measure.per.hours === undefined && basis === "dose") || (measure.per.hours === 24 && basis === "day");
  const around = items.slice(Math.max(0, at - 4), at + 5);
  const accepted = around.some((one) => isWordLike(one, accepting));
  return measure.per.kg === true && sameBasis && own === dimension && most > high && accepted;
}
const accepting =
  /^(?:round(?:ed|ing)|accept(?:ed|able|s)|tolera(?:ted|ble)|permi(?:tted|ssible)|allow(?:ed|able|s)|safe|harmless|fine)$/;

interface Said {
  readonly measure: Measure;
  readonly medicine: Medicine | undefined;
  readonly age: Band | undefined;
}

function nominalOf(items: readonly Item[], at: number, { measure, medicine, age }: Said): Nominal {
  const { low, high, dimension } = canonical(measure);
  const following = itemsFrom(items, at + 1, endsClause, 10);
  const divided = following.some((item) => item.kind === "schedule" && item.schedule.kind === "divided");
  const hours = measure.per.hours;
  const hourly = hours !== undefined && hours < 24;
  const by = hourly ? hours : 1;
  return {
    ...{
      medicine,
      dimension,
      low: low / by,
      high: high / by,
      perDay: perDayOf(following)[0],
      hours,
      maximum: undefined,
      ceiling: undefined,
      age,
    },
    basis: hourly ? "hour" : hours === 24 || divided ? "day" : "dose",
    start: measure.start,
    end: measure.end,
  };
}

const forms: readonly (readonly [string, RegExp])[] = [
  ["tablet", /^(?:tablets?|tabs?)$/],
  ["capsule", /^(?:capsules?|caps?)$/],
  ["vial", /^vials?$/],
  ["ampoule", /^(?:ampoules?|amps?)$/],
  ["sachet", /^(?:sachets?|packets?)$/],
  ["suppository", /^suppositor(?:y|ies)$/],
];

/** "10 mg/mL", "200 mg in each 5 mL", "tablets of 100 mg", "600 mg tablets", "150 mg/75 mg". */
function strengthsOf(
  items: readonly Item[],
  at: number,
  measure: Measure,
  medicine: Medicine | undefined,
): Strength[] {
  const { low, high, dimension } = canonical(measure);
  if (low !== high) return [];
  const parts = (measure.parts ?? [measure.low]).map((part) => part * measure.unit.factor);
  const made = (per: string, by = 1) =>
    parts.map((amount, part) => ({ per, dimension, amount: amount / by, part, medicine }));
  const { mL, form, hours } = measure.per;
  if (mL !== undefined) return made("mL", mL);
  if (form !== undefined) return made(form);
  if (hours !== undefined) return [];
  const volume = volumeBehind(items, at) ?? volumeBefore(items, at);
  if (volume !== undefined) return made("mL", volume);
  const holder = holderOf(items, at);
  if (holder) return made(holder.unit.code, holder.low);
  const named = formNear(items, at);
  return named ? made(named) : parts.length > 1 ? made("tablet") : [];
}

const mostHeld = 12;
const holds = /^(?:contains?|containing|has|have|holds?|gives?|with)$/;

/** "One tablet holds artemether 20 mg and lumefantrine 120 mg": the tablet. */
function holderOf(items: readonly Item[], at: number): Measure | undefined {
  let joined = false;
  for (let i = at - 1; i >= Math.max(0, at - mostHeld); i--) {
    const item = items[i];
    if (isBreak(item, "sentence", "semicolon")) return undefined;
    if (isWordLike(item, holds)) joined = true;
    if (isMark(item, "equals")) joined = true;
    if (item?.kind !== "measure" || item.measure.unit.dimension !== "form") continue;
    const { low, high } = item.measure;
    return joined && low === high && low > 0 ? item.measure : undefined;
  }
  return undefined;
}

const small = /^(?:drop|teaspoon|puff|spray)$/;
const joint = /^(?:is|are|holds?|contains?|measures?|makes?|has|have|per|in|gives?)$/;

/** "20 drops = 1 mL", "spoonfuls of 5 mL", "a 5 mL spoon". */
function smallVolumesOf(items: readonly Item[], at: number, measure: Measure): SmallVolume[] {
  if (measure.unit.dimension === "form" && measure.per.mL !== undefined && small.test(measure.unit.code))
    return [{ form: measure.unit.code, volume: measure.per.mL / measure.low }];
  const volume = smallVolume(measure);
  if (volume === undefined) return [];
  for (const step of [1, -1]) {
    for (let i = at + step; Math.abs(i - at) <= 3; i += step) {
      const item = items[i];
      const form = item?.kind === "measure" && small.test(item.measure.unit.code) ? item.measure : undefined;
      if (form && form.low > 0) return [{ form: form.unit.code, volume: volume / form.low }];
      const spoon = isWordLike(item, /^(?:tea|medicine|measuring)?-?spoon(?:s|fuls?)?$/);
      if (spoon) return [{ form: "teaspoon", volume }];
      if (isMark(item, "of", "equals", "each", "in")) continue;
      if (isBreak(item, "open", "comma")) continue;
      if (item?.kind !== "word" || !joint.test(item.text)) break;
    }
  }
  return [];
}

/** "1 mL = 40 mg", "5 mL contains 125 mg". */
function volumeBefore(items: readonly Item[], at: number): number | undefined {
  const [before, joint] = [
    items.slice(Math.max(0, at - 3), at).findLast(({ kind }) => kind === "measure"),
    items[at - 1],
  ];
  const holds = isMark(joint, "equals") || isWordLike(joint, /^(?:contains?|has|have|holds?|gives?|is|=)$/);
  return holds && before?.kind === "measure" ? smallVolume(before.measure) : undefined;
}

function smallVolume(measure: Measure): number | undefined {
  const { low, dimension } = canonical(measure);
  return dimension === "volume" && low > 0 && low <= 20 ? low : undefined;
}

/** "10 mg in each mL", "40 mg to the mL". */
function saysEachMillilitre(items: readonly Item[], at: number): boolean {
  const words = items
    .slice(at + 1, at + 4)
    .map((item) => (item.kind === "word" ? item.text : item.kind === "mark" ? item.mark : ""));
  return /^(?:in|to|of) +(?:each|every|one|the|a) +(?:ml|millilitre|milliliter)$/.test(words.join(" "));
}

/** "lidocaine 1 %", "50 % solution": grams in 100 mL. */
function percentOf(
  items: readonly Item[],
  at: number,
  { low, high, unit }: Measure,
  medicine: Medicine | undefined,
): Strength[] {
  const [before, after] = [items[at - 1], items[at + 1]];
  const named = before?.kind === "medicine" || after?.kind === "medicine";
  if (unit.code !== "%" || low !== high || low > 60) return [];
  if (!named && !isWordLike(after, /^(?:solution|injection|syrup)$/)) return [];
  return [{ per: "mL", dimension: "mass", amount: low * 10, part: 0, medicine }];
}

function volumeBehind(items: readonly Item[], at: number): number | undefined {
  if (saysEachMillilitre(items, at)) return 1;
  if (!items.slice(at + 1, at + 3).some((item) => isMark(item, "in"))) return undefined;
  for (const item of items.slice(at + 2, at + 4)) {
    if (item.kind === "measure") return smallVolume(item.measure);
  }
  return undefined;
}

/** The form that stands nearest, before or behind, with no other quantity between. */
function formNear(items: readonly Item[], at: number): string | undefined {
  for (const step of [1, -1]) {
    for (let i = at + step, seen = 0; seen < 7; i += step, seen++) {
      const item = items[i];
      if (!item || isBreak(item, "sentence")) break;
      if (item.kind === "measure" && item.measure.unit.dimension !== "mass") break;
      if (item.kind === "measure" && step === 1) break;
      if (item.kind !== "word") continue;
      const form = forms.find(([, pattern]) => pattern.test(item.text))?.[0];
      if (form && (step === -1 || seen < 3)) return form;
    }
  }
  return undefined;
}
