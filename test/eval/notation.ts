// Facts as strings that can be compared: the labels' values brought to one unit, one order and one name, so that
// "500-1000 mg" equals "0.5-1 g". It must not know the guideline model.

import { medicineNamed } from "../../server/src/lexicon/medicine.ts";
import type { FactKind, LabelledFact } from "../support/labelled.ts";

export interface Fact {
  readonly kind: FactKind;
  readonly slots: ReadonlyMap<string, string>;
}

/** A slot that the text does not give is left out. */
export function factOf(kind: FactKind, slots: Readonly<Record<string, string | undefined | false>>): Fact {
  return {
    kind,
    slots: new Map(Object.entries(slots).flatMap(([slot, value]) => (value ? [[slot, value]] : []))),
  };
}

const bases: Readonly<Record<string, readonly [string, number]>> = {
  g: ["mg", 1000],
  mcg: ["mg", 1e-3],
  ng: ["mg", 1e-6],
  L: ["mL", 1000],
};
const hoursOf: Readonly<Record<string, number>> = {
  min: 1 / 60,
  h: 1,
  day: 24,
  week: 168,
  month: 730.5,
  year: 8766,
};

/** To four digits: what is left of a binary fraction makes no difference. */
export const shown = (value: number): string => String(Number(value.toPrecision(4)));
export const shownRange = (low: number, high: number): string =>
  shown(low) === shown(high) ? shown(low) : `${shown(low)}-${shown(high)}`;

/** A quantity in its base unit; `per` of a time shorter than a day is brought to the hour. */
export function quantity(
  values: readonly number[],
  unit: string,
  per: { readonly hours?: number; readonly mL?: number; readonly kg?: boolean; readonly m2?: boolean },
  join: "-" | "/" = "-",
): string {
  const [base, factor] = bases[unit] ?? [unit, 1];
  const short = per.hours !== undefined && per.hours < 24;
  const scale = factor / (per.mL ?? 1) / (short ? (per.hours ?? 1) : 1);
  const time =
    per.hours === undefined ? "" : short ? "/h" : per.hours === 24 ? "/day" : `/${shown(per.hours)} h`;
  const scaled = [...new Set(values.map((value) => shown(value * scale)))].join(join);
  return `${scaled} ${base}${per.kg ? "/kg" : ""}${per.m2 ? "/m2" : ""}${per.mL === undefined ? "" : "/mL"}${time}`;
}

function canonicalQuantity(text: string): string {
  const ratio = /^1:(\d+)$/.exec(text);
  if (ratio) return `${shown(100 / Number(ratio[1]))} %`;
  const [, numbers = "", rest = ""] = /^([\d.]+(?:[-/][\d.]+)?) (.+)$/.exec(text) ?? [];
  if (numbers === "") return text;
  const [unit = "", ...denominators] = rest.split("/");
  const per: { hours?: number; mL?: number; kg?: boolean; m2?: boolean } = {};
  for (const denominator of denominators) {
    const [, count = "1", name = ""] = /^([\d.]+)? ?(.+)$/.exec(denominator) ?? [];
    if (name === "kg") per.kg = true;
    else if (name === "m2") per.m2 = true;
    else if (name === "mL") per.mL = Number(count);
    else if (name === "L") per.mL = 1000 * Number(count);
    else if (hoursOf[name] !== undefined) per.hours = Number(count) * hoursOf[name];
    else if (name !== "dose") return text;
  }
  return quantity(numbers.split(/[-/]/).map(Number), unit, per, numbers.includes("/") ? "/" : "-");
}

/** "7 day", "1-2 week" in hours. */
export function hours(low: number, high: number, hoursOfUnit: number): string {
  return `${shownRange(low * hoursOfUnit, high * hoursOfUnit)} h`;
}

function canonicalTime(text: string): string {
  const [, low = "", high = low, unit = ""] = /^([\d.]+)(?:-([\d.]+))? ([a-z]+)$/.exec(text) ?? [];
  return hours(Number(low), Number(high), hoursOf[unit] ?? Number.NaN);
}

export const perDay = (low: number, high: number): string => `${shownRange(low, high)}/day`;

function canonicalFrequency(text: string): string {
  if (text === "once") return text;
  if (/^(?:days|hours) /.test(text)) return "on given days";
  const [, low = "", high = low, unit = ""] =
    /^(?:every )?([\d.]+)(?:-([\d.]+))?[ /]([a-z]+)$/.exec(text) ?? [];
  const days = (hoursOf[unit] ?? Number.NaN) / 24;
  const [from, to] = [Number(low), Number(high)];
  if (!text.startsWith("every ")) return perDay(from / days, to / days);
  if (unit === "min") return `every ${shownRange(from, to)} min`;
  return perDay(1 / (to * days), 1 / (from * days));
}

const lifeUnits: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 30.4375,
  year: 365.25,
  kg: 1,
  g: 1e-3,
};

/** A stretch in days or kilograms: "6-59 month", ">=20 kg", "6 month-3 year". */
function canonicalStretch(text: string): string {
  const sign = /^[<>]=?/.exec(text)?.[0] ?? "";
  const [low = "", high = ""] = text.slice(sign.length).split("-");
  const unit = /[a-z]+$/i.exec(text)?.[0] ?? "";
  const scaled = (end: string) =>
    Number(/^[\d.]+/.exec(end)?.[0]) * (lifeUnits[/[a-z]+$/i.exec(end)?.[0] ?? unit] ?? 1);
  return sign !== "" || high === "" ? stretch(sign, scaled(low)) : stretch("", scaled(low), scaled(high));
}

/** Days and kilograms to three digits. */
export function stretch(sign: string, ...ends: readonly number[]): string {
  return sign + [...new Set(ends.map((end) => String(Number(end.toPrecision(3)))))].join("-");
}

function canonicalPopulation(text: string): string {
  const parts = text.split(", ").map((part) => {
    const [, axis, band = ""] = /^(age|weight|gestation) (.+)$/.exec(part) ?? [];
    if (!axis) return part;
    // Gestation stays in weeks.
    return `${axis} ${canonicalStretch(axis === "gestation" ? band.replace(/ week$/, "") : band)}`;
  });
  return parts.sort().join(", ");
}

/** Labels do not tell kinds of one substance apart. */
const kindsOf: readonly (readonly [string, RegExp])[] = [
  ["insulin", /\binsulin\b/],
  ["amphotericin b", /\bamphotericin b\b/],
];

export function nameOf(medicine: string): string {
  const name = medicineNamed(medicine)?.name ?? medicine;
  return kindsOf.find(([, pattern]) => pattern.test(name))?.[0] ?? name;
}

const bySlot: Readonly<Record<string, (value: string) => string>> = {
  medicine: nameOf,
  dose: canonicalQuantity,
  max: canonicalQuantity,
  volume: canonicalQuantity,
  concentration: canonicalQuantity,
  frequency: canonicalFrequency,
  duration: canonicalTime,
  over: canonicalTime,
  route: (value) => value.split("/").sort().join("/"),
  population: canonicalPopulation,
  value: canonicalQuantity,
  also: canonicalQuantity,
};

/** A labelled fact's values brought to the common form. */
export function canonicalFact({ kind, slots }: LabelledFact): Fact {
  if (kind === "band") return canonicalBand(slots);
  if (kind === "threshold")
    return {
      kind,
      slots: new Map(
        [...slots].map(([slot, value]) => [
          slot,
          slot === "value" || slot === "paired" ? thresholdValue(value) : value,
        ]),
      ),
    };
  return { kind, slots: new Map([...slots].map(([slot, value]) => [slot, bySlot[slot]?.(value) ?? value])) };
}

function canonicalBand(slots: ReadonlyMap<string, string>): Fact {
  const axis = slots.get("axis") ?? "";
  const factor = axis === "gestation" ? 1 : (lifeUnits[slots.get("unit") ?? ""] ?? 1);
  const ends = ["low", "high"].flatMap((end) => {
    const value = slots.get(end);
    return value === undefined ? [] : [[end, stretch("", Number(value) * factor)] as const];
  });
  return { kind: "band", slots: new Map([["axis", axis], ...ends]) };
}

/** "50 /min", "7.25", "10-12 mmol/L": one spelling of each unit, without its spaces. */
export function thresholdValue(text: string): string {
  const [, numbers = "", unit = ""] = /^([\d.]+(?:-[\d.]+)?) ?(.*)$/.exec(text) ?? [];
  const shownNumbers = numbers.split("-").map((number) => shown(Number(number)));
  return `${shownNumbers.join("-")} ${unitSpelling(unit)}`.trim();
}

const unitSpelling = (unit: string): string =>
  unit
    .normalize("NFKC")
    .replaceAll("μ", "u")
    .replace(/^(?:cells|breaths|beats)\//, "/")
    .replace("/mm3", "/uL")
    .replace(/× ?109/, "10^9")
    .replace(/^seconds?$/, "s")
    .replace(/\s/g, "");
