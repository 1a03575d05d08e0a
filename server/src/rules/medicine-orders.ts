// A document's orders by medicine, each list with a key: lists with the same key say the same in the same arrangement,
// wherever they stand. It must not compare orders.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import type { Run } from "../guideline/run.ts";
import { sectionAt } from "../guideline/section.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { impliedPatients } from "./comparable-thresholds.ts";
import { weighedOrders } from "./counted-orders.ts";
import { gathering } from "./gathered.ts";
import { patientsHeaded } from "./other-heading.ts";
import { ordersByMedicine } from "./regimens.ts";
import { numberOf } from "./same-order.ts";

/** The same for as long as its orders are, with all that counts of where they stand. */
export interface MedicineOrders {
  readonly medicine: string;
  readonly all: readonly Order[];
  /** Those that give a dose of a regimen. */
  readonly regimens: readonly Order[];
  readonly key: string;
}

export const ordersOf = oncePer((guideline: Guideline): ReadonlyMap<string, MedicineOrders> => {
  const regimens = ordersByMedicine(guideline);
  const implied = impliedPatients(guideline);
  const about = [...allByMedicine(weighedOrders(guideline))].map(
    ([medicine, all]): [string, MedicineOrders] => {
      const own = regimens.get(medicine) ?? none;
      const heads = all.map(({ block, container }) => guideline.lists.get(block.start) ?? container);
      const sections = all.map(({ dose }) => sectionAt(guideline.sections, dose.start));
      const runs = all.map(({ start }) => runAt(guideline, start));
      const made = () => ({ medicine, all, regimens: own, key: keyOf(all, guideline) });
      return [medicine, known(all, [own, implied, ...heads, ...sections, ...runs], made)];
    },
  );
  return new Map(about);
});

/** What stands beside an order says how alike it is to another. */
function runAt({ runs }: Guideline, at: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.blocks[0]?.span.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

const none: readonly Order[] = [];
const byMedicine = groupedSteadily(({ medicine }: Order) => [medicine.name]);
const allByMedicine = oncePer((orders: readonly Order[]) => byMedicine(orders));
const known = whileFrom<readonly Order[], MedicineOrders>();

type Ranks = Map<number, number>;

/** What each order says, which of them stand in one paragraph or table, and in one list, and below which patients. */
function keyOf(orders: readonly Order[], { lists, sections }: Guideline): string {
  const [containers, heads, parents] = [0, 1, 2].map(() => new Map<number, number>()) as [
    Ranks,
    Ranks,
    Ranks,
  ];
  const rank = (ranks: Ranks, place: number) => {
    const known = ranks.get(place) ?? ranks.size;
    ranks.set(place, known);
    return known;
  };
  return orders
    .map((order) => {
      const { block, container } = order;
      const list = lists.get(block.start) ?? container;
      const section = sectionAt(sections, order.start);
      const patients = section ? patientsHeaded(section).join(" ") : "";
      const below = patients && `.${patients}.${rank(parents, section?.parent?.headingSpan.start ?? -1)}`;
      return `${numberOf(order)}.${rank(containers, container)}.${rank(heads, list)}${below}`;
    })
    .join();
}

/** The orders of one medicine in all other documents. */
export const ordersElsewhere = gathering(({ guideline }) => ordersOf(guideline));
