// Every pair of orders of one medicine, in a guideline and its neighbours, that may be compared. It must not judge.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { type About, aboutMedicine, maySay } from "./comparable.ts";
import type { Gathered } from "./gathered.ts";
import type { MedicineOrders } from "./medicine-orders.ts";
import { oneListOf, oneOf } from "./same-order.ts";

/** Two regimens by where they stand in their lists; the first is the guideline's own. */
export interface ComparablePair {
  readonly own: number;
  /** Which of the other documents; undefined: the same one. */
  readonly document: number | undefined;
  readonly other: number;
}

/** Every pair of orders that may be compared, each once. */
export function* comparablePairs(
  guideline: Guideline,
  { medicine, regimens }: MedicineOrders,
  elsewhere: readonly Gathered<MedicineOrders>[],
): Iterable<ComparablePair> {
  const documents = [guideline, ...elsewhere.map(({ neighbour }) => neighbour.guideline)];
  const about = aboutMedicine(medicine, documents);
  const verdicts = verdictsAbout(
    `${about.uses.map(({ key }) => key).join("; ")} ${about.young} ${about.adults} ${about.weighed} ${about.degrees} ${about.idle} ${about.route}`,
  );
  for (const [own, order] of regimens.entries()) {
    for (const [other, before] of regimens.slice(0, own).entries())
      if (maySay(order, before, about)) yield { own, document: undefined, other };
    const comparable = verdicts.of(order, { ...about, sameDocument: false });
    for (const [document, { value }] of elsewhere.entries())
      for (const other of comparable(value.regimens)) yield { own, document, other };
  }
}

/** Which orders of another document may be compared with one, by what is known of the medicine. */
const verdictsAbout = remembered((_about: string) => {
  const known = oncePer((_order: Order) => new WeakMap<object, readonly number[]>());
  return {
    of(order: Order, about: About): (others: readonly Order[]) => readonly number[] {
      const one = oneOf(order);
      const ofOne = known(one);
      return (others) => {
        const list = oneListOf(others);
        const found =
          ofOne.get(list) ?? others.flatMap((other, i) => (maySay(one, oneOf(other), about) ? [i] : []));
        ofOne.set(list, found);
        return found;
      };
    },
  };
});
