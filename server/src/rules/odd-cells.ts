// Where a table itself shows that a figure is off by a power of ten: a cell out of step with those beside it, and
// a column whose head names a unit that none of its cells can be meant in. It must not know single orders' ranges.

import { columnHeadAt } from "../guideline/column-head.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Measure } from "../guideline/measure.ts";
import type { Order } from "../guideline/order.ts";
import type { Span } from "../text/span.ts";

/** How many times more or less than both its neighbours a cell of a table by weight or age may be. */
const mostStep = 4;

/** Cells that break the climb of a table by weight or age in both directions. */
export function* oddCells({
  bandTables,
  orders,
}: Guideline): Iterable<{ measure: Measure; before: Measure; after: Measure }> {
  const medicines = new Map(orders.map(({ dose, medicine }) => [dose.start, medicine]));
  const isOfSame = (a: Measure, b: Measure) => medicines.get(a.start) === medicines.get(b.start);
  for (const { kind, columns } of bandTables) {
    if (kind === "value") continue;
    for (const { cells, role } of columns) {
      // A volume beside a dose is worked out from it, by another rule.
      const worked = role === "volume" && columns.some((other) => other.role === "dose");
      if (role === "strength" || role === "count" || worked) continue;
      for (const [i, { measure }] of cells.entries()) {
        const [before, after] = [cells[i - 1]?.measure, cells[i + 1]?.measure];
        if (!before || !after || !isAlike(before, measure) || !isAlike(after, measure)) continue;
        // "| 2–59 months | Ampicillin |" above "| 2–59 months | Gentamicin |"
        if (!isOfSame(before, measure) || !isOfSame(after, measure)) continue;
        const steps = [measure.low / before.high, measure.low / after.high];
        const drops = [before.low / measure.high, after.low / measure.high];
        if ([steps, drops].some((ratios) => ratios.every((ratio) => ratio > mostStep)))
          yield { measure, before, after };
      }
    }
  }
}

/** So many times more or less than the rows before and after it, which are not so far from each other. */
const leap = 8;
const mostApart = 2;

/** Of the steps of a course, a medicine's dose in each row: 3 mg, 30 mg, 2.5 mg. */
export function* oddSteps({
  orders,
  text,
}: Guideline): Iterable<{ measure: Measure; before: Measure; after: Measure }> {
  for (const [i, own] of orders.entries()) {
    const [before, after] = [orders[i - 1], orders[i + 1]];
    if (!before || !after || !isStepOf(before, own) || !isStepOf(after, own)) continue;
    const inRows = [text.slice(before.dose.end, own.dose.start), text.slice(own.dose.end, after.dose.start)];
    if (!inRows.every((between) => between.includes("\n"))) continue;
    const [first, middle, last] = [before.dose.low, own.dose.low, after.dose.low];
    if (!(first > 0 && middle > 0 && last > 0)) continue;
    const apart = Math.max(first / last, last / first);
    const [up, down] = [Math.min(middle / first, middle / last), Math.min(first / middle, last / middle)];
    if (apart <= mostApart && Math.max(up, down) >= leap)
      yield { measure: own.dose, before: before.dose, after: after.dose };
  }
}

/** The same medicine in the same table, given as often. */
const isStepOf = (other: Order, own: Order) =>
  own.where === "table" &&
  other.medicine === own.medicine &&
  other.container === own.container &&
  isAlike(other.dose, own.dose) &&
  own.frequency?.perDay !== undefined &&
  other.frequency?.perDay?.high === own.frequency.perDay.high &&
  other.routes.join() === own.routes.join();

/** "8 mg" between two cells in mg/kg, or "500 mg" between two of 40 mg/mL, is of another kind. */
const isAlike = (a: Measure, b: Measure) =>
  a.unit === b.unit && a.per.kg === b.per.kg && a.per.hours === b.per.hours && a.per.mL === b.per.mL;

/** The unit in the head of the column where an order's bare figure stands. */
export function headUnitOf(guideline: Guideline, { dose }: Order): Span | undefined {
  if (/\p{L}/u.test(guideline.text.slice(dose.start, dose.end))) return undefined;
  const head = columnHeadAt(guideline, dose.start);
  const unit =
    head &&
    /(?<=[(,/\s])(?:mg|g|mcg|µg|μg|micrograms?|units?|IU)(?![\p{L}])/u.exec(
      guideline.text.slice(head.start, head.end),
    );
  if (!head || !unit) return undefined;
  const start = head.start + unit.index;
  return { start, end: start + unit[0].length };
}
