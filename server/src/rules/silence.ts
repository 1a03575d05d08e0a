// Why doses of a document are not compared with each other, so that an author sees why no rule spoke of them. It must
// not judge.

import { type Guideline, readLike } from "../guideline/guideline.ts";
import { formatMeasure } from "../guideline/measure-format.ts";
import type { Order } from "../guideline/order.ts";
import type { Span } from "../text/span.ts";
import { type About, aboutMedicine, heldApart } from "./comparable.ts";
import { inferredBetween, mostInferred } from "./inferred.ts";
import { differenceOf } from "./order-difference.ts";
import { ordersByMedicine, partOf } from "./regimens.ts";

export interface Silence {
  readonly span: Span;
  readonly description: string;
}

export const silencesIn = (guideline: Guideline): Silence[] =>
  readLike(guideline, () => [...partsIn(guideline), ...differingIn(guideline)]);

/** A column of a table is told of once. */
function* partsIn(guideline: Guideline): Iterable<Silence> {
  const told = new Set<string>();
  for (const order of guideline.orders) {
    const part = partOf(order);
    const column = `${order.medicine.name} ${part} ${order.container}`;
    if (!part || (order.where === "table" && told.has(column))) continue;
    told.add(column);
    yield { span: order.dose, description: `${said(order)} ${part}` };
  }
}

/** Each with the lines of the orders before it that it differs from, by what holds them apart. */
function* differingIn(guideline: Guideline): Iterable<Silence> {
  for (const [medicine, orders] of ordersByMedicine(guideline)) {
    const about = aboutMedicine(medicine, [guideline]);
    for (const [at, order] of orders.entries()) {
      const linesBy = new Map<string, Set<number>>();
      for (const before of orders.slice(0, at)) {
        const why = whyApart(order, before, about);
        const line = guideline.lines.positionAt(before.dose.start).line + 1;
        if (why) linesBy.set(why, (linesBy.get(why) ?? new Set()).add(line));
      }
      const parts = [...linesBy].map(([why, lines]) => `${inWords([...lines])} (${why})`);
      if (parts.length > 0)
        yield { span: order.dose, description: `${said(order)} with ${parts.join(", ")}` };
    }
  }
}

function whyApart(order: Order, before: Order, about: About): string | undefined {
  // That the rows of a table differ needs no word.
  if (order.where === "table" && order.container === before.container) return undefined;
  if (!differenceOf(order, before)) return undefined;
  const unsaid = inferredBetween(order, before) > mostInferred.dose;
  return heldApart(order, before, about) ?? (unsaid ? "too much is left unsaid" : undefined);
}

const said = ({ medicine, dose }: Order) => `${medicine.name} ${formatMeasure(dose)}`;

const inWords = (lines: readonly number[]) => `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
