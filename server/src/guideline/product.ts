// A product that is written out before its result: "9 kg × 10 mL/kg = 90 mL", "90 mL ÷ 3 h = 30 mL/h". It must not
// know what the figures are for.

import { lex, type NumberToken, type Token } from "./lexer.ts";

/** What a written product may come to, in the units that its result may be in. */
export interface Product {
  readonly values: readonly number[];
  /** How many signs before the end of the text it begins. */
  readonly length: number;
}

const mostFactors = 8;
const longest = 160;
const times = /^[×x*]$/;
const over = /^[÷/]$/;

/** The product that a text ends with, which is all before an equals sign. */
export function productBefore(whole: string, unit: string): Product | undefined {
  const text = whole.slice(-longest);
  const tokens = lex(text);
  const factors: NumberToken[] = [];
  let value = 1;
  let at = tokens.length - 1;
  let start = text.length;
  for (;;) {
    while (isUnit(tokens, at)) at--;
    const number = tokens[at];
    if (number?.kind !== "number") return undefined;
    const sign = tokens[at - 1];
    const divides = sign !== undefined && over.test(sign.text) && sign.kind === "sign";
    if (divides && isPair(tokens, at)) return undefined;
    value = divides ? value / number.value : value * number.value;
    factors.push(number);
    start = number.start;
    if (!divides && !(sign && times.test(sign.text))) break;
    at -= 2;
    if (factors.length >= mostFactors) return undefined;
  }
  const sign = tokens[at - 1];
  // "(3 + 4) × 5" is more than a product.
  const more = sign?.kind === "sign" && /^[+−–)-]$/.test(sign.text);
  if (factors.length < 2 || value <= 0 || more) return undefined;
  const written = text.slice(start).toLowerCase();
  return { values: scales(written, unit).map((by) => value * by), length: text.length - start };
}

/** "64/320 mg": the two parts of a combination. */
const isPair = (tokens: readonly Token[], at: number): boolean => {
  const [first, slash, second, unit] = tokens.slice(at - 2, at + 2);
  return (
    first?.kind === "number" &&
    slash?.text === "/" &&
    first.end === slash.start &&
    slash.end === second?.start &&
    unit?.kind === "word" &&
    /^m?c?g$/.test(unit.text)
  );
};

/** The words and slashes of a unit, "mL/kg", behind a number. */
function isUnit(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "word") return !times.test(token.text);
  if (token?.kind !== "sign") return false;
  return token.text === "%" || (token.text === "/" && tokens[at + 1]?.kind === "word");
}

/** Per cent as a part or as a number, hours as minutes, thousandths where the units differ. */
function scales(written: string, unit: string): number[] {
  const timed = /\b(?:h|hours?|hrs?|min|minutes?|days?)\b/.test(`${written} ${unit}`);
  const name = /^[a-zµμ]+/i.exec(unit.trim())?.[0]?.toLowerCase() ?? "";
  const other = name === "" || !new RegExp(`(?<![a-zµμ])${name}(?![a-zµμ])`).test(written);
  let found = [1];
  const also = (...by: number[]) => {
    found = found.flatMap((one) => [one, ...by.map((scale) => one * scale)]);
  };
  if (written.includes("%")) also(0.01, 10);
  if (timed) also(60, 1 / 60, 24, 1 / 24);
  if (other) also(1000, 0.001);
  return found;
}
