// How thick a needle or cannula is: "25 G needle". It must not know quantities.

import type { Token } from "./lexer.ts";

const needle = /^(?:needles?|cannulas?|cannulae|catheters?|butterfl(?:y|ies)|venflons?|trocars?)$/;
const ofNeedle =
  /^(?:gauge|pencil|point|spinal|epidural|iv|intravenous|hypodermic|peripheral|large|bore|fine|blunt|safety|or|to|g|quincke|whitacre|tuohy|sprotte|-|–|,|[/])$/;

/** "25 G needle", "16 G or 18 G cannula": how thick it is. */
export function isGauge(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (next < at + 8 && (tokens[next]?.kind === "number" || ofNeedle.test(tokens[next]?.text ?? "")))
    next++;
  return needle.test(tokens[next]?.text ?? "");
}
