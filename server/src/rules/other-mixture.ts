// Strengths that only seem to contradict what stands before them: they are of what is mixed in words behind them, of
// what was mixed from, or of something else. For concentration-conflict.

import type { Guideline } from "../guideline/guideline.ts";
import { lineBefore, lineBehind } from "../text/around.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Contradiction } from "./preparation.ts";

/** "10 mcg/mL: 1 mL of 1:10,000 in 9 mL saline", "5 mg/mL (diluted with 9 mL)": how it is made stands behind it. */
const recipe =
  /^ *[:(=] *(?:(?:diluted?|mix(?:ed)?|made +up|add(?:ing)?) +(?:with|by|to|in)\b[^)]{0,20}\d|\d[\d.,]* *m[lL] +of\b[^;)]*\b(?:in|with|to|plus) +\d)/i;
const percent = /(?<![\d.,])(?!0[.,]9\b)\d[\d.,]* *%/;
/** "250 mL Keppra: 3,000 mg" */
const label = /\p{Lu}\p{L}{2,} *: *$/u;
const nearby = 60;

const ofWhole = /^ *of +(?:the +|his +|her +)?(?:patient|body|weight|dose|total|normal|baseline)/i;
/** Percent here, micrograms there: of what is added. */
const addedTo = /^(?:[^.;|\n]|\.(?=\d))*?(?:\b(?:with|plus|and)\b|[+&])/i;
/** By so much nobody errs: the other figure is of the other name that stands beside it. */
const farOff = 90;

const lineAround = (text: string, at: number): Span => ({
  start: at - lineBefore(text, at, 400).length,
  end: at + lineBehind(text, at, 400).length,
});

export function isOfOtherMixture(
  guideline: Guideline,
  { claim, base, medicine, expected }: Contradiction,
): boolean {
  const { text, medicines } = guideline;
  if (recipe.test(text.slice(claim.end, claim.end + nearby))) return true;
  const between = text.slice(base.end, claim.start);
  if (claim.kind === "percent" && base.kind === "percent") {
    // "5 mL of 50 % in 10 mL of milk. Do not give pure 50 %", "50 % with 10 % makes 30 %"
    if (claim.low === base.low || percent.test(between)) return true;
  }
  if (base.kind === "percent" && claim.kind !== "percent") {
    // "10 % of the patient's weight", "0.1 % bupivacaine with fentanyl 2 mcg/mL"
    if (ofWhole.test(text.slice(base.end, base.end + nearby)) || addedTo.test(between)) return true;
    const ratio = expected / claim.low;
    const line = lineAround(text, claim.start);
    if (
      (ratio > farOff || ratio < 1 / farOff) &&
      medicines.some((one) => one.medicine !== medicine && overlaps(one, line))
    )
      return true;
  }
  const [first, second] = [claim.amount, claim.volume].toSorted((a, b) => (a?.start ?? 0) - (b?.start ?? 0));
  if (first && second && label.test(text.slice(first.end, second.start))) return true;
  // "0.3 mg (1:1000)", and in the next line "salbutamol 2.5 mg/3 mL": the strength before its name is another's.
  return (
    between.includes("\n") &&
    medicines.some((one) => one.medicine === medicine && one.start >= base.end && one.end <= claim.start) &&
    !medicines.some(
      (one) => one.medicine === medicine && one.end <= base.start && one.end > base.start - nearby,
    )
  );
}
