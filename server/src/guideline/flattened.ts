// Paragraphs that were a table before its lines were lost: "Adenosine 3 mg 1 mL Glucagon IM 1 mg 1 mL …", one medicine
// right behind another's dose, or only its
// doses, again and again. Whom such doses are for stood in the table. It must not judge.

import type { Order } from "./order.ts";

/** What authors put between two medicines of one line. */
const joint = /[\n,;:+|–—]|\.\s|\b(?:and|or|plus|then|with|followed|by|if|for|to)\b/i;
const fewest = 3;

/** `orders` are of the paragraph `text`, which begins at `start` in the document. */
export function tellFlattened(orders: Order[], text: string, start: number): Order[] {
  if (orders.length <= fewest) return orders;
  const bare = orders.filter((order, i) => {
    const next = orders[i + 1];
    return (
      next !== undefined &&
      (next.medicine !== order.medicine || order.inherited) &&
      next.start >= order.end &&
      !joint.test(text.slice(order.end - start, next.start - start))
    );
  });
  return bare.length < fewest ? orders : orders.map((order) => ({ ...order, flattened: true as const }));
}
