// Numbers of a dose that lose or gain a zero when their decimal sign is missed, or whose zeros nobody can count:
// "5.0 mg", ".5 mg", "1000000 units". Measured values and aligned columns are none. It must not judge.

import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { isStrengthList } from "./strength-list.ts";

export interface NumberSlip extends Span {
  readonly kind: "trailing-zero" | "naked-decimal" | "large-number";
  readonly instead: string;
}

const unit = `(?:${`mg mcg micrograms? [µμ]g ug ng g grams? milligrams? m[lL] millilit(?:re|er)s? cc L lit(?:re|er)s? units? IU iu U mmol mEq
  tablets? tabs? capsules? caps? drops? puffs? vials? ampoules? sachets? teaspoons? tablespoons?`
  .split(/\s+/)
  .join("|")})`;
const gap = String.raw`[ \t\u00A0]{0,3}`;
const notLab = String.raw`(?![\p{L}\p{N}]|[ \t]?(?:/|per\b)[ \t]?(?:per[ \t])?(?:d?[lL](?!\p{L})|d?lit|100|m[³3²2]|mmol|g(?!\p{L})))`;
const toUnit = String.raw`(?=(?:${gap}(?:-|–|—|to|or)${gap}[\d.,·]{1,8})?${gap}-?${unit}${notLab})`;
const trailing = new RegExp(String.raw`(?<![\d.,·\p{L}]|\d/)(\d{1,6})([.,·]\d?0{1,2}(?!\d))${toUnit}`, "gu");
const naked = new RegExp(
  String.raw`(?<=^|[ \t\n(\[–—+*_:>≥≤<=~/-])(?<![\d.][ \t]?[/-])(?:[.·]|(?<=[ \t\n(|]),)\d{1,3}(?!\d)(?=(?:${gap}(?:-|–|—|to)${gap}[\d.,·]{1,8})?${gap}-?(?:${unit}|kg|mg|%)(?![\p{L}\p{N}]))`,
  "gu",
);
/** A strength of what is applied or infused: "lidocaine 1.0%". */
const percent = /(?<![\d.,·\p{L}])(\d{1,3})([.,·]0{1,2})(?=[ \t]?%)/gu;
const solution =
  /(?:caine|cortisone|olone|azole|sone|glucose|dextrose|chloride|saline|cream|ointment|drops?|solution|bicarbonate|gluconate|iodine|chlorhexidine|mannitol|albumin)(?:[ \t][a-z]+){0,2}[ \t,(]{0,3}$/i;
const packed = /\b(?:amp|tab|cap|inj|syr|susp|sol|no|vol|approx|max|min|fig|sec|vial)s?[ \t]*$/i;
const long = new RegExp(
  String.raw`(?<![\d.,·/\p{L}])\d{6,}(?=${gap}-?(?:units?|IU|iu|I\.U\.|U)(?![\p{L}\p{N}]))`,
  "gu",
);
/** What is measured in a patient rather than given. */
const measured =
  /\b(?:h(?:a?)emoglobin|hb|hgb|albumin|protein|creatinine|glucose|sugar|bilirubin|urea|level|levels|concentration|ferritin|lactate|crp|troponin|d-dimer|urine +output|blood +loss|excretion|proteinuria|birth *weight|weigh(?:s|ing)?|weight|maintain|target|keep|between|(?:potassium|sodium|calcium|magnesium|phosphate)(?= +at\b|(?: +\w+){0,2} *[<>≤≥=])|ph|xa|trough|peak|activity|tit(?:re|er)|inr|tsh|mics?)\b[^.;\n]{0,40}$/i;
/** "0.5–1.0 ng/mL", "1.0 IU/mL": no preparation is labelled so. */
const level =
  /^[\d.,·]+(?:[ \t]{0,3}(?:-|–|—|to|and)[ \t]{0,3}[\d.,·]+)?[ \t]?(?:ng|m?IU|mU)[ \t]?\/[ \t]?m?[lL]\b/;
const reach = 60;
/** "0.5 to 1.0": the lower end says nothing of what is measured. */
const lowerEnd = /\d+(?:[.,·]\d+)?[ \t]{0,3}(?:-|–|—|to|and)[ \t]{0,3}$/;

/** What the numbers beside it are like: how many decimals some need, and units of which all have decimals. */
export interface Alignment {
  readonly decimals: ReadonlySet<number>;
  readonly units: ReadonlySet<string>;
}

export function numberSlips(text: string, aligned: Alignment): readonly NumberSlip[] {
  if (!/[.,·]\d|\d{6}/.test(text)) return [];
  return [
    ...trailingZeros(text, aligned),
    ...percentages(text),
    ...nakedDecimals(text),
    ...longNumbers(text),
  ];
}

/** "section 2.0", "version 1.0" */
const numbered = /\b(?:section|chapter|table|figure|version|step|box|annex|edition)\s$/i;

function* trailingZeros(text: string, { decimals, units }: Alignment): Iterable<NumberSlip> {
  for (const { 0: whole, 1: integer = "", 2: rest = "", index } of matchesIn(text, trailing)) {
    const digits = rest.length - 1;
    // "1,000" and "1.000" are thousands; 0.50 beside 0.25 is aligned.
    if (digits > 2 || (digits > 1 && decimals.has(digits)) || Number(integer) + Number(rest.slice(1)) === 0)
      continue;
    const before = text.slice(Math.max(0, index - reach), index);
    if (isStrengthList(text, index)) continue;
    const isLevel = level.test(text.slice(index, index + reach));
    if (isLevel || measured.test(before.replace(lowerEnd, "")) || numbered.test(before)) continue;
    const own = firstWithUnit.exec(text.slice(index, index + whole.length + reach))?.[2];
    if (own && units.has(own)) continue;
    const kept = rest.replace(/0+$/, "");
    const instead = integer + (kept.length > 1 ? kept : "");
    yield { kind: "trailing-zero", start: index, end: index + whole.length, instead };
  }
}

function* percentages(text: string): Iterable<NumberSlip> {
  for (const { 0: whole, 1: integer = "", index } of matchesIn(text, percent))
    if (solution.test(text.slice(Math.max(0, index - reach), index)))
      yield { kind: "trailing-zero", start: index, end: index + whole.length, instead: integer };
}

function* nakedDecimals(text: string): Iterable<NumberSlip> {
  for (const { 0: whole, index } of matchesIn(text, naked)) {
    const before = text.slice(Math.max(0, index - 10), index);
    if (whole.length > 2 && packed.test(before)) continue;
    yield { kind: "naked-decimal", start: index, end: index + whole.length, instead: `0${whole}` };
  }
}

function* longNumbers(text: string): Iterable<NumberSlip> {
  for (const { 0: whole, index } of matchesIn(text, long))
    yield { kind: "large-number", start: index, end: index + whole.length, instead: whole };
}

/** Digits behind the decimal signs of numbers that do not end in zero. */
export function decimalsNeeded(text: string): readonly number[] {
  return matchesIn(text, /\d[.,·](\d{0,3}[1-9])(?!\d)/g).map(([, digits = ""]) => digits.length);
}

const withUnit = new RegExp(String.raw`(\d+(?:[.,·]\d+)?)${gap}-?(${unit})(?![\p{L}\p{N}])`, "gu");

const firstWithUnit = new RegExp(withUnit.source, "u");

const longestLabel = 25;
/** "0.5 mg", "2.5 mg twice daily": not a sentence that has a number in it. */
const isNumber = (text: string) => text.replace(withUnit, "").trim().length <= longestLabel;

/** Units of which every number in a column has decimals, and one at least needs them. */
export function alignedUnits(texts: readonly string[]): ReadonlySet<string> {
  const numbers = texts
    .filter(isNumber)
    .flatMap((text) => matchesIn(text, withUnit).map(([, number = "", name = ""]) => ({ number, name })));
  const whole = numbers.filter(({ number }) => /^\d+$/.test(number)).map(({ name }) => name);
  const needed = numbers.filter(({ number }) => /[.,·]\d*[1-9]$/.test(number)).map(({ name }) => name);
  return new Set(needed.filter((name) => !whole.includes(name)));
}
