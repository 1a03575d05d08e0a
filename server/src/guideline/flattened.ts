// Paragraphs that were a table before its lines were lost: "Adenosine 3 mg 1 mL Glucagon IM 1 mg 1 mL …", one medicine
// or dose right behind another, again and again. Whom such doses are for stood in the table. It must not judge.

import type { Order } from "./order.ts";

/** What authors put between two medicines of one line. */
const joint = /[\n,;:+|–—]|\.\s|\b(?:and|or|plus|then|with|followed|by|if|for|to)\b/i;
const fewest = 2;

/** `orders` are of the paragraph `text`, which begins at `start` in the document. */
export function tellFlattened(orders: Order[], text: string, start: number): Order[] {
  if (orders.length <= fewest) return orders;
  const bare = orders.filter((order, i) => {
    const next = orders[i + 1];
    if (next === undefined || next.start < order.end) return false;
    const between = text.slice(order.end - start, next.start - start);
    return next.medicine === order.medicine ? /^[ \t]+$/.test(between) : !joint.test(between);
  });
  return bare.length < fewest ? orders : orders.map((order) => ({ ...order, flattened: true as const }));
}
