// Figures: the quantities of a text by what they measure (an amount, a volume, a strength, a rate, …) in one base
// unit each, with the medicine that the text gives them to. It must not know what follows from them.

import type { Medicine } from "../lexicon/medicine.ts";
import type { Span } from "../text/span.ts";
import { lex, type NumberToken } from "./lexer.ts";
import { inThousands } from "./measure-format.ts";

export type FigureKind =
  /** mg, unit, mmol, mEq. */
  | "amount"
  /** mL. */
  | "volume"
  /** Amount in one mL; a percentage is its own kind. */
  | "strength"
  | "percent"
  /** mL/h. */
  | "rate"
  /** Amount in one hour. */
  | "amountRate"
  /** Drops a minute. */
  | "drops"
  /** Drops of one mL. */
  | "dropFactor"
  /** Hours. */
  | "time"
  /** Kilograms of a patient. */
  | "weight";

export interface Figure extends Span {
  readonly kind: FigureKind;
  /** In the base unit. */
  readonly low: number;
  readonly high: number;
  /** "mg", "unit", "mmol", "mEq" of amounts and what is made of them; else "". */
  readonly unit: string;
  readonly perKg: boolean;
  /** Of a rate: the hours it was said for, 24 of "mL/day". */
  readonly hours: number;
  /** Of a strength: the millilitres it was said for, 5 of "500 mg/5 mL". */
  readonly over: number;
  /** Half of the last written digit, in the base unit. */
  readonly slack: number;
  readonly medicine: Medicine | undefined;
  /** The medicine is only what another one is diluted in. */
  readonly diluent: boolean;
  /** Several medicines were named before it, none for it. */
  readonly lost: boolean;
  readonly sentence: number;
  /** Which part of the text between semicolons, sentences and "then" it is in; a chunk ends at commas, too. */
  readonly clause: number;
  readonly chunk: number;
  /** Where it stands among the items. */
  readonly item: number;
  readonly last: number;
}

/** Of the number that a text begins with: 0.05 of "1.5 mg", 0.5 of "30 mL"; of a fraction an eighth. */
export function halfDigit(text: string): number {
  const number = lex(text).find((token): token is NumberToken => token.kind === "number");
  if (!number) return 0;
  if (/[½¼¾⅓⅔⅛]/.test(number.text)) return 0.05;
  const decimals = number.decimal ? number.text.length - number.text.lastIndexOf(number.decimal) - 1 : 0;
  return 0.5 * 10 ** -decimals;
}

/** Whether two medicines may be the same one: where the text does not name one of them, they may. */
export function maySame(a: Medicine | undefined, b: Medicine | undefined): boolean {
  return a === undefined || b === undefined || isSame(a, b);
}

/** The same, or one of it named in short: "potassium" of potassium chloride, "insulin" of soluble insulin. */
export function isSame(a: Medicine | undefined, b: Medicine | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  const [short, long] = a.name.length < b.name.length ? [a.name, b.name] : [b.name, a.name];
  return long.startsWith(`${short} `) || long.endsWith(` ${short}`);
}

/** How far two values lie apart, as a part of the second; 0 where rounding or a written range explains it. */
export function offBy(figure: Pick<Figure, "low" | "high" | "slack">, low: number, high = low): number {
  // A whole number is seldom rounded by half of it: "1 mL" is not 0.6 mL.
  const slack = Math.min(figure.slack * 1.01, 0.2 * figure.high);
  const under = low - (figure.high + slack);
  const over = figure.low - slack - high;
  const gap = Math.max(under, over, 0);
  return gap === 0 ? 0 : gap / Math.max(Math.abs(under > 0 ? low : high), 1e-12);
}

/** The text of a figure with its number made larger or smaller; undefined where it has no single number. */
export function rescaled(text: string, factor: number, sign = "."): string | undefined {
  const numbers = lex(text).filter((token): token is NumberToken => token.kind === "number");
  const [number] = numbers;
  if (
    !number ||
    text.slice(0, number.start).trim() !== "" ||
    (numbers.length > 1 && !text.slice(number.end).includes("/"))
  )
    return undefined;
  const value = String(Number((number.value * factor).toPrecision(3)));
  if (value.includes("e")) return undefined;
  const [whole = "", decimals] = value.split(".");
  // Thousands stay set off as they were.
  const grouped = number.group ? inThousands(whole, number.group) : whole;
  const written = decimals === undefined ? grouped : `${grouped}${number.decimal ?? sign}${decimals}`;
  return text.slice(0, number.start) + written + text.slice(number.end);
}

/** The figures around one, near enough to be about the same thing; a text's figures are in its order. */
export function nearby(figures: readonly Figure[], figure: Figure): readonly Figure[] {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.item ?? 0) < figure.item) low = middle + 1;
    else high = middle;
  }
  return figures.slice(Math.max(0, low - 30), low + 20);
}
