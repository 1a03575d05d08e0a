// Tables that give the same medicines in other amounts: a page for each weight or age. What tells whose a page is may be
// a tab or a colour that no text has. It must not judge a dose.

import type { Guideline } from "../guideline/guideline.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { oncePer } from "../text/memory.ts";
import type { Placed } from "./comparable.ts";

type Doses = ReadonlyMap<string, ReadonlySet<string>>;

/** Of each table, by where it begins: the amounts of each medicine. */
const dosesOf = oncePer((guideline: Guideline): ReadonlyMap<number, Doses> => {
  const tables = new Map<number, Map<string, Set<string>>>();
  for (const order of guideline.orders) {
    if (order.where !== "table") continue;
    const table = tables.get(order.container) ?? new Map<string, Set<string>>();
    tables.set(order.container, table);
    const doses = table.get(order.medicine.name) ?? new Set<string>();
    table.set(order.medicine.name, doses);
    doses.add(said(order));
  }
  return tables;
});

const said = ({ dose }: Order): string => {
  const { low, high, unit } = amountOf(dose);
  return `${low}-${high} ${unit}`;
};

const fewest = 4;

/** Half of the medicines that both have, or more, are given in amounts of their own: so may any be. */
export function areSisterTables(a: Placed, b: Placed): boolean {
  const [own, other] = [tableOf(a), tableOf(b)];
  if (!own || !other || own === other) return false;
  const shared = [...own].flatMap(([name, doses]) => {
    const there = other.get(name);
    return there ? [[...doses].some((dose) => there.has(dose))] : [];
  });
  const apart = shared.filter((isSame) => !isSame).length;
  return apart >= fewest && apart * 2 >= shared.length;
}

const tableOf = ({ order, guideline }: Placed): Doses | undefined =>
  order.where === "table" ? dosesOf(guideline).get(order.container) : undefined;
