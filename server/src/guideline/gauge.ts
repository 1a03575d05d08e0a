// Where a "g" is no gram of a medicine: how thick a needle or cannula is ("25 G needle"), and grams in 100 mL of blood
// ("11 g%"). It must not know quantities.

import type { Token } from "./lexer.ts";

const needle = /^(?:needles?|cannulas?|cannulae|catheters?|butterfl(?:y|ies)|venflons?|trocars?)$/;
const ofNeedle =
  /^(?:gauge|pencil|point|spinal|epidural|iv|intravenous|hypodermic|peripheral|large|bore|fine|blunt|safety|or|to|g|quincke|whitacre|tuohy|sprotte|-|–|,|[/])$/;

/** "25 G needle", "16 G or 18 G cannula": how thick it is. */
export function isGauge(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== "g") return false;
  let next = at + 1;
  while (next < at + 8 && (tokens[next]?.kind === "number" || ofNeedle.test(tokens[next]?.text ?? "")))
    next++;
  return needle.test(tokens[next]?.text ?? "");
}

/** "A haemoglobin of 11 g%" */
export const isHaemoglobin = (tokens: readonly Token[], at: number): boolean =>
  /^gm?s?$/.test(tokens[at]?.text ?? "") &&
  tokens[at + 1]?.text === "%" &&
  tokens[at + 1]?.start === tokens[at]?.end;
