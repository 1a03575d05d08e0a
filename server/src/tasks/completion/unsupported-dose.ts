// Doses that a suggestion gives to a medicine: the text must give the same ones to the same medicine and patients
// elsewhere, for a figure from another row says nothing about this one. It must not know how text is suggested.

import type { Guideline } from "../../guideline/guideline.ts";
import type { Measure } from "../../guideline/measure.ts";
import { amountOf, type Order } from "../../guideline/order.ts";
import { samePatients } from "../../guideline/population.ts";
import { contains, type Span } from "../../text/span.ts";

/** Where the first dose begins, in what was added to a guideline, that it gives nowhere else to this medicine and patients. */
export function unsupportedDose({ orders }: Guideline, added: Span): number | undefined {
  const isNew = ({ start }: Measure) => contains(added, start);
  const unsupported = orders.flatMap((order) =>
    roles
      .flatMap((measuresOf) => measuresOf(order).map((measure) => ({ measure, measuresOf })))
      .filter(({ measure }) => isNew(measure))
      .filter(({ measure, measuresOf }) => {
        const isIt = (other: Measure) => !isNew(other) && sameAmount(measure, other);
        return !orders.some((one) => isForTheSame(one, order) && measuresOf(one).some(isIt));
      })
      .map(({ measure }) => measure.start),
  );
  return unsupported.length === 0 ? undefined : Math.min(...unsupported);
}

/** What a measure can be to an order: a ceiling supports no dose. */
const roles: readonly ((order: Order) => readonly Measure[])[] = [
  ({ dose, range }) => (range ? [dose, range] : [dose]),
  ({ maxima }) => maxima,
];

const isForTheSame = (a: Order, b: Order) =>
  a.medicine === b.medicine && !a.negated && samePatients(a.population, b.population);

function sameAmount(a: Measure, b: Measure): boolean {
  const [one, other] = [amountOf(a), amountOf(b)];
  return (
    one.low === other.low && one.high === other.high && one.unit === other.unit && a.per.hours === b.per.hours
  );
}
