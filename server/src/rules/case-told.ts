// What stands before an order in its line, where that tells of one patient: a case, a card, an example. It must not know
// what is forbidden.

import type { Guideline } from "../guideline/guideline.ts";
import { lineBefore } from "../text/around.ts";
import type { Given } from "./given-medicine.ts";

/** "Mr B, 70, uses an inhaler for wheeze. Latanoprost alone left 26 mmHg. Added: timolol": what is told of one patient. */
export function caseBefore({ span }: Given, { markdown: { plain } }: Guideline): string {
  const before = lineBefore(plain, span.start, longestCase);
  return ofOne.test(before) && !/\bpatients\b/i.test(before) ? before : "";
}
const longestCase = 500;
const ofOne =
  /\b(?:Mrs?|Ms|Miss)\b|\b(?:case|card|scenario|situation|vignette|example|patient) +[\dA-Z]\b|\b(?:an? +)?(?:wom[ae]n|m[ae]n|boy|girl|mother|lady|gentleman|farmer|teacher|driver|student|nurse)\b,? +(?:of +|aged +|is +)?\d{1,2}\b|\b\d{1,2}[- ]years?[- ]old\b|^[^\p{L}]*\p{Lu}\p{L}+,? +(?:is +|aged +)?\d{1,2}\b/u;
