// Orders that say the same, and lists of such orders, as one: what was worked out of one holds for all, wherever they
// stand and whichever key was struck since. It must not know what is worked out.

import type { Order } from "../guideline/order.ts";
import { oncePer, originalOf, remembered } from "../text/memory.ts";

/** Orders that say the same are one, wherever they stand: in other documents most are what they were before. */
const holders = remembered((): { order: Order | undefined } => ({ order: undefined }), { size: 4_000_000 });
const placeKeys = new Set(["start", "end", "nameSpan", "regimen", "durationSpan", "block", "container"]);
export const oneOf = (order: Order): Order => oneOfOriginal(originalOf(order));
const oneOfOriginal = oncePer((order: Order): Order => {
  const said = JSON.stringify(order, (key, value) =>
    placeKeys.has(key) ? undefined : key === "medicine" ? value.name : value,
  );
  const holder = holders(said);
  holder.order ??= order;
  return holder.order;
});

/** The same for all lists of orders that say the same. */
const listPer = remembered(() => ({}));
let orderCount = 0;
/** Orders that say the same have the same number. */
export const numberOf = (order: Order): number => numberOfOne(oneOf(order));
const numberOfOne = oncePer((_order: Order) => orderCount++);
export const oneListOf = oncePer((orders: readonly Order[]) => listPer(orders.map(numberOf).join()));
