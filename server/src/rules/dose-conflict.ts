// Two orders of one medicine for the same patients that cannot both be right. Differences by a power of ten and
// days taken for doses have rules of their own.

import type { Guideline } from "../guideline/guideline.ts";
import { dosesPerDay, type Order } from "../guideline/order.ts";
import { sectionAt } from "../guideline/section.ts";
import { lineAbove } from "../text/around.ts";
import { holdAtOtherValues } from "./at-value.ts";
import { closestDoses } from "./closest-doses.ts";
import type { Placed } from "./comparable.ts";
import { type Conflict, choices, conflictsOf, foundAt, placeOf, quote, relatedOf } from "./conflict.ts";
import { inferredBetween, mayInfer, mostInferred } from "./inferred.ts";
import { mildlyIfAnyLost } from "./lost-lines.ts";
import { isBasis, isMagnitude } from "./order-difference.ts";
import { implausible } from "./plausible.ts";
import { defineRule, type Found } from "./rule.ts";
import { areAllToldApart, areLedByOthers } from "./told-apart.ts";
import { type WorkedDose, workedDosesOf } from "./worked-doses.ts";

export const doseConflict = defineRule<Conflict | undefined>({
  id: "dose-conflict",
  severity: "warning",
  compares: true,
  summary:
    "One medicine is ordered in two doses for the same patients, by the same route, for the same reason.",
  rationale:
    "A reader follows whichever page is open. Doses are compared only when medicine, patients, route, indication and point of the treatment are the same as far as the text says; ranges that meet are no conflict. Where one side leaves two of them unsaid, or two tables below one heading stand under lines of their own, the finding is information, as it is where nothing is said to be equal, but each is what is most like the other. The other side may stand in another document.",
  examples: {
    invalid: [
      "# Pneumonia in children\n\n## Treatment\n\n- Amoxicillin 40 mg/kg PO twice daily for 5 days\n\n## Summary\n\nAmoxicillin 25 mg/kg PO twice daily for 5 days\n            ^^^^^^^^ dose-conflict",
      "# Hypertension in adults\n\nStart amlodipine 5 mg PO once daily.\n\n## Discharge\n\nContinue amlodipine 5 mg PO twice daily.\n                    ^^^^ dose-conflict",
    ],
    valid: [
      "# Pneumonia in children\n\n- Amoxicillin 40 mg/kg PO twice daily\n\n## Meningitis\n\n- Amoxicillin 25 mg/kg PO twice daily",
      "# Epilepsy\n\n- Children: diazepam 0.3 mg/kg IV\n- Children: diazepam 0.5 mg/kg PR",
      "# Pneumonia\n\n- Amoxicillin 500 mg PO three times daily\n\n## Summary\n\nAmoxicillin 500 mg – 1 g PO every 8 hours",
    ],
  },

  *check(guideline, { neighbours }) {
    const kind = (a: Conflict["order"], b: Conflict["order"], difference: Conflict["difference"]) =>
      !isMagnitude(difference.ratio) &&
      !isBasis(a, b, difference) &&
      !areLedByOthers(guideline, a, b) &&
      inferredBetween(a, b) <= mayInfer(a, b, difference.of);
    const told = new Set<Order>();
    for (const conflict of conflictsOf(guideline, neighbours, kind)) {
      const { order, others } = conflict;
      const [other] = others;
      if (!other) continue;
      for (const one of [order, ...others.map((one) => one.order)]) told.add(one);
      const own = quote({ order, guideline });
      const inferred = Math.min(...others.map((one) => inferredBetween(order, one.order)));
      // "When glucose is below 11": of whoever has another value nothing is said.
      const elsewhere = others.every((one) => holdAtOtherValues({ order, guideline }, one));
      yield {
        ...foundAt(
          conflict,
          `${order.medicine.name} is ${own} here, but ${quote(other)} in ${placeOf(other)}, for the same patients and use as far as the text says. Check which dose is right, or say how the two differ.`,
        ),
        ...mildlyIfAnyLost(guideline, conflict),
        ...((inferred > mostInferred.warned ||
          elsewhere ||
          isTold(conflict) ||
          nameOthers(conflict) ||
          areAllToldApart(guideline, conflict) ||
          others.every((one) => !one.in && areLedApart(guideline, order, one.order))) && {
          severity: "information" as const,
        }),
      };
    }
    const close = closestDoses(guideline, neighbours);
    // What dose-basis says has its reason.
    if (close.length > 0)
      for (const { order } of conflictsOf(guideline, neighbours, isBasis)) told.add(order);
    for (const { own, other } of close)
      if (!told.has(own.order) && !told.has(other.order)) yield asked(guideline, own, other);
    const tables = new Set<number>();
    for (const worked of workedDosesOf(guideline, neighbours))
      if (isConflict(worked) && !tables.has(worked.order.container)) {
        // All rows of a table are worked out alike.
        if (worked.order.where === "table") tables.add(worked.order.container);
        yield {
          ...inWorked(guideline, worked),
          ...((isInferred(worked) ||
            areAllToldApart(guideline, { order: worked.order, others: [worked.source] })) && {
            severity: "information" as const,
          }),
        };
      }
  },

  fix: (conflict, guideline) => (conflict ? choices(conflict, guideline) : []),
});

/** Nothing says that they are of the same thing, but nothing is more alike. */
function asked(guideline: Guideline, { order }: Placed, other: Placed): Found<undefined> {
  const { start, end } = order.dose;
  return {
    span: { start, end },
    message: `${order.medicine.name} is ${quote({ order, guideline })} here, but ${quote(other)} in ${placeOf(other)}, and nothing that is said tells the two apart. Check whether they are for the same use, and which dose is right.`,
    related: relatedOf([other]),
    state: undefined,
    severity: "information",
  };
}

/** Migraine here and a sprain there, infants here and children there: both sides say it, and none says the same. */
const nameOthers = ({ order: { indication, population }, others }: Conflict): boolean => {
  const isOther = (own: readonly string[], there: readonly string[]) =>
    own.length > 0 && there.length > 0 && !own.some((one) => there.includes(one));
  return others.every(
    ({ order: other }) =>
      isOther(indication.conditions, other.indication.conditions) ||
      isOther(population.groups, other.population.groups),
  );
};

/** Tables below one heading, each under a line of its own ("Mild bleed:", "Major bleed:"): of whom or what that line says. */
function areLedApart({ sections, text }: Guideline, a: Order, b: Order): boolean {
  if (a.where !== "table" || b.where !== "table" || a.container === b.container) return false;
  if (sectionAt(sections, a.start) !== sectionAt(sections, b.start)) return false;
  const [one, other] = [a, b].map(({ container }) => leadAbove(text, container));
  return one !== "" && other !== "" && one !== other;
}

/** The words right above a table. */
function leadAbove(text: string, at: number): string {
  const line = lineAbove(text, at, longestLead);
  return /^\s*[|#]/.test(line) ? "" : line.trim();
}
const longestLead = 400;

/** Whose a dose is that no name stands before is not sure; a slip is told at its place, and so is another document's dose that stands alone against many. */
const isTold = ({ order, others, support }: Conflict): boolean =>
  [order, ...others.map((one) => one.order)].some((one) => one.supposed || implausible(one) !== undefined) ||
  (support >= many && others.every((one) => one.in));
const many = 3;

/** Less is rounding to what can be given. */
const leastWorked = 1.2;

/** The dose for one weight is neither what a dose per kilogram of the same treatment makes, nor one of the slips that have rules of their own. */
function isConflict(worked: WorkedDose): boolean {
  const { ratio, perDay, isLone, order } = worked;
  const { order: source } = worked.source;
  if (Math.max(ratio, 1 / ratio) > (isInferred(worked) ? farthest.inferred : farthest.said)) return false;
  const mixedUp =
    perDay !== undefined &&
    perDay >= 2 &&
    [perDay, 1 / perDay].some((one) => Math.abs(ratio / one - 1) < 0.07);
  return (
    Math.max(ratio, 1 / ratio) >= leastWorked &&
    !mixedUp &&
    !isMagnitude(ratio, 0.15) &&
    !isMagnitude(1 / ratio, 0.15) &&
    order.phase === source.phase &&
    // Columns of a table may be parts of what the source gives in all.
    (order.where !== "table" || order.phase !== undefined || isLone) &&
    !order.conditional &&
    !source.conditional &&
    sameRhythm(order, source, Math.max(ratio, 1 / ratio))
  );
}

/** A row of a table, or a rhythm that one side alone says. */
const isInferred = ({ order, source }: WorkedDose): boolean =>
  order.where === "table" || !dosesPerDay(order) !== !dosesPerDay(source.order);
/** What is farther off is another medicine's. */
const farthest = { inferred: 4, said: 6 };

/** As often as the other, as far as both say it; what is neither a dose nor a part of the day's amount is of no rhythm. */
function sameRhythm(a: Order, b: Order, ratio: number): boolean {
  const [one, other] = [dosesPerDay(a), dosesPerDay(b)];
  const said = one ?? other;
  if (!one !== !other) return said?.high === 1 || Math.abs(ratio - Math.round(ratio)) > 0.07 * ratio;
  return one?.low === other?.low && one?.high === other?.high;
}

function inWorked(guideline: Guideline, { order, source, ratio }: WorkedDose): Found<undefined> {
  const { start, end } = order.dose;
  return {
    span: { start, end },
    message: `${order.medicine.name} is ${quote({ order, guideline })} here, ${ratio > 1 ? "more" : "less"} than ${quote(source)} in ${placeOf(source)} makes for this weight. Check both, and work the example out again.`,
    related: relatedOf([source]),
    state: undefined,
  };
}
