// Numbers of a dose that lose or gain a zero when their decimal sign is missed, or whose zeros nobody can count:
// "5.0 mg", ".5 mg", "1000000 units". Measured values and aligned columns are none. It must not judge.

import type { Span } from "../text/span.ts";

export interface NumberSlip extends Span {
  readonly kind: "trailing-zero" | "naked-decimal" | "large-number";
  readonly instead: string;
}

const unit = `(?:${`mg mcg micrograms? [µμ]g ug ng g grams? milligrams? m[lL] millilit(?:re|er)s? cc L lit(?:re|er)s? units? IU iu U mmol mEq
  tablets? tabs? capsules? caps? drops? puffs? vials? ampoules? sachets? teaspoons?`
  .split(/\s+/)
  .join("|")})`;
const gap = String.raw`[ \t\u00A0]{0,3}`;
const notLab = String.raw`(?![\p{L}\p{N}]|[ \t]?(?:/|per\b)[ \t]?(?:per[ \t])?(?:d?[lL](?!\p{L})|d?lit|100|m[³3²2]|mmol|g(?!\p{L})))`;
const toUnit = String.raw`(?=(?:${gap}(?:-|–|—|to|or)${gap}[\d.,·]{1,8})?${gap}-?${unit}${notLab})`;
const trailing = new RegExp(String.raw`(?<![\d.,·/\p{L}])(\d{1,6})([.,·]\d?0{1,2}(?!\d))${toUnit}`, "gu");
const naked = new RegExp(
  String.raw`(?<=^|[ \t\n(\[–—+*_:>≥≤<=~/-])(?<![\d.][ \t]?[/-])[.·]\d{1,3}(?!\d)(?=(?:${gap}(?:-|–|—|to)${gap}[\d.·]{1,8})?${gap}-?(?:${unit}|kg|mg|%)(?![\p{L}\p{N}]))`,
  "gu",
);
const packed = /\b(?:amp|tab|cap|inj|syr|susp|sol|no|vol|approx|max|min|fig|sec|vial)s?[ \t]*$/i;
const long = new RegExp(
  String.raw`(?<![\d.,·/\p{L}])\d{6,}(?=${gap}-?(?:units?|IU|iu|I\.U\.|U)(?![\p{L}\p{N}]))`,
  "gu",
);
/** What is measured in a patient rather than given. */
const measured =
  /\b(?:h(?:a?)emoglobin|hb|hgb|albumin|protein|creatinine|glucose|sugar|bilirubin|urea|level|levels|concentration|ferritin|lactate|crp|troponin|d-dimer|urine output|blood loss|excretion|proteinuria|birth ?weight|weigh(?:s|ing)?|weight|maintain|target|keep|between|potassium at|ph)\b[^.;\n]{0,40}$/i;
const reach = 60;

/** `aligned`: how many digits behind the sign the numbers beside it have too. */
export function numberSlips(text: string, aligned: ReadonlySet<number>): readonly NumberSlip[] {
  if (!/[.,·]\d|\d{6}/.test(text)) return [];
  return [...trailingZeros(text, aligned), ...nakedDecimals(text), ...longNumbers(text)];
}

function* trailingZeros(text: string, aligned: ReadonlySet<number>): Iterable<NumberSlip> {
  for (const { 0: whole, 1: integer = "", 2: rest = "", index } of text.matchAll(trailing)) {
    const digits = rest.length - 1;
    // "1,000" and "1.000" are thousands; 0.50 beside 0.25 is aligned.
    if (digits > 2 || aligned.has(digits) || Number(integer) + Number(rest.slice(1)) === 0) continue;
    if (measured.test(text.slice(Math.max(0, index - reach), index))) continue;
    const kept = rest.replace(/0+$/, "");
    const instead = integer + (kept.length > 1 ? kept : "");
    yield { kind: "trailing-zero", start: index, end: index + whole.length, instead };
  }
}

function* nakedDecimals(text: string): Iterable<NumberSlip> {
  for (const { 0: whole, index } of text.matchAll(naked)) {
    const before = text.slice(Math.max(0, index - 10), index);
    if (whole.length > 2 && packed.test(before)) continue;
    yield { kind: "naked-decimal", start: index, end: index + whole.length, instead: `0${whole}` };
  }
}

function* longNumbers(text: string): Iterable<NumberSlip> {
  for (const { 0: whole, index } of text.matchAll(long))
    yield { kind: "large-number", start: index, end: index + whole.length, instead: whole };
}

/** Digits behind the decimal signs of numbers that do not end in zero. */
export function decimalsNeeded(text: string): readonly number[] {
  return Array.from(text.matchAll(/\d[.,·](\d{0,3}[1-9])(?!\d)/g), ([, digits = ""]) => digits.length);
}

/** How many decimals every number has, where one at least needs them. */
export function decimalsOfAll(texts: readonly string[]): number | undefined {
  const numbers = texts.flatMap((text) => text.match(/\d+(?:[.,·]\d+)?/g) ?? []);
  const [first = 0, ...others] = numbers.map((number) => number.replace(/^\d+[.,·]?/, "").length);
  if (first === 0 || numbers.length < 2 || others.some((digits) => digits !== first)) return undefined;
  return numbers.some((number) => !number.endsWith("0")) ? first : undefined;
}
