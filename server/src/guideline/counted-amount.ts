// What so many tablets or capsules come to, by the strength that their line, the column's head or what stands above
// says: "Annex 2. Number of 100 mg tablets". It must not know orders' limits.

import { unitNamed } from "../lexicon/units.ts";
import { factsIn } from "./band-amount.ts";
import { columnHeadAt } from "./column-head.ts";
import type { Guideline } from "./guideline.ts";
import { type Measure, tidy } from "./measure.ts";
import { massInForm, type Order } from "./order.ts";
import { slice } from "./scope.ts";
import { pathOf, sectionAt } from "./section.ts";

const counted: ReadonlySet<string> = new Set(["tablet", "capsule", "sachet", "suppository"]);
/** Remarks above a table are short. */
const longestRemark = 200;

/** In milligrams or units; undefined where no strength, or more than one, is said. */
export function countedAmount(
  guideline: Guideline,
  order: Order,
  dose: Measure = order.dose,
): Measure | undefined {
  const { code } = dose.unit;
  if (!counted.has(code)) return undefined;
  const told = dose === order.dose ? massInForm(order) : undefined;
  if (told) return told;
  for (const text of placesOf(guideline, order)) {
    const found = factsIn(text, 0).strengths.filter(({ per }) => per === code);
    const [one] = found;
    if (!one) continue;
    if (found.some(({ amount, part }) => amount !== one.amount || part > 0)) return undefined;
    if (one.medicine && one.medicine !== order.medicine) return undefined;
    const unit = unitOf(one.dimension);
    return unit && { ...dose, unit, low: tidy(dose.low * one.amount), high: tidy(dose.high * one.amount) };
  }
  return undefined;
}

const unitOf = (dimension: string) =>
  unitNamed(dimension === "mass" ? "mg" : dimension === "activity" ? "units" : "");

/** The nearest first. */
function* placesOf(guideline: Guideline, { dose, block, container, where }: Order): Iterable<string> {
  const { markdown, sections } = guideline;
  yield slice(markdown, { start: block.start, end: dose.start });
  const head = where === "table" ? columnHeadAt(guideline, dose.start) : undefined;
  if (head) yield slice(markdown, head);
  const at = markdown.blocks.findIndex(({ span }) => span.start === container);
  const above = where === "table" ? markdown.blocks[at - 1] : undefined;
  if (above?.kind === "paragraph" && above.span.end - above.span.start < longestRemark)
    yield slice(markdown, above.span);
  for (const { title } of pathOf(sectionAt(sections, dose.start)).toReversed()) yield title;
}
