// Whether two figures of a sentence say the same thing in two ways: by a bracket, a sign or a word between them. For
// rate-arithmetic.

import type { Figure } from "../guideline/figure.ts";
import { type FigureText, itemsBetween } from "../guideline/figure-text.ts";
import { wordOf } from "./rate-words.ts";

const concluding =
  /^(?:so|thus|therefore|hence|gives?|is|are|equals|amounts|means|making|makes|=|i\.?e\.?|that|set|pump|driver|rate|runs?|at|example|about|or|delivers?|provides|supplies)$/;

/** "1500 mL/day (63 mL/h)", "63 mL/h = 1500 mL/day". */
export function isRestated(text: FigureText, a: Figure, b: Figure): boolean {
  const between = itemsBetween(text, a, b);
  const [first] = between;
  const opened = first?.kind === "break" && first.strength === "open";
  return (
    a.hours !== b.hours &&
    between.length <= 4 &&
    (opened || between.some((item) => /^(?:=|i\.?e\.?|equals)$/.test(wordOf(text, item))))
  );
}

/** "(…", "=", "that is", "or": the same thing in other words. */
export function isTight(text: FigureText, a: Figure, b: Figure): boolean {
  const between = itemsBetween(text, a, b);
  const words = between.filter(({ kind }) => kind === "word" || kind === "mark");
  const opened = between.some(
    (item) => item.kind === "break" && (item.strength === "open" || item.strength === "colon"),
  );
  // "60 mL/h, 20 drops/min"
  const beside = between.length === 1 && between[0]?.kind === "break" && between[0].strength === "comma";
  if (beside && a.kind === "rate" && b.kind === "drops") return true;
  return (
    between.length > 0 &&
    words.length <= 9 &&
    (opened || words.some((word) => concluding.test(wordOf(text, word))))
  );
}
