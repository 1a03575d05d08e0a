// A document's orders by medicine, each list with a key: lists with the same key say the same in the same arrangement,
// wherever they stand. It must not compare orders.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { oncePer } from "../text/memory.ts";
import { ordersByMedicine } from "./comparable.ts";
import { gathering } from "./gathered.ts";
import { numberOf } from "./same-order.ts";

export interface MedicineOrders {
  readonly medicine: string;
  readonly all: readonly Order[];
  /** Those that give a dose of a regimen. */
  readonly regimens: readonly Order[];
  readonly key: string;
}

export const ordersOf = oncePer((guideline: Guideline): ReadonlyMap<string, MedicineOrders> => {
  const lists = new Map<string, Order[]>();
  for (const order of guideline.orders) {
    const list = lists.get(order.medicine.name);
    if (list) list.push(order);
    else lists.set(order.medicine.name, [order]);
  }
  const regimens = ordersByMedicine(guideline);
  return new Map(
    [...lists].map(([medicine, all]) => [
      medicine,
      { medicine, all, regimens: regimens.get(medicine) ?? [], key: keyOf(all, guideline) },
    ]),
  );
});

/** What each order says, and which of them stand in one paragraph or table, and in one list. */
function keyOf(orders: readonly Order[], { lists }: Guideline): string {
  const [containers, heads] = [new Map<number, number>(), new Map<number, number>()];
  const rank = (ranks: Map<number, number>, place: number) => {
    const known = ranks.get(place) ?? ranks.size;
    ranks.set(place, known);
    return known;
  };
  return orders
    .map((order) => {
      const { block, container } = order;
      const list = lists.get(block.start) ?? container;
      return `${numberOf(order)}.${rank(containers, container)}.${rank(heads, list)}`;
    })
    .join();
}

/** The orders of one medicine in all other documents. */
export const ordersElsewhere = gathering(({ guideline }) => ordersOf(guideline));
