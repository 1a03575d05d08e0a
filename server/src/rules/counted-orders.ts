// Orders that count tablets, vials or millilitres, in milligrams, where the document says what one of them holds; and what
// says only that is no dose. It must not compare orders.

import type { Content } from "../guideline/dose-count.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { unitNamed } from "../lexicon/units.ts";
import { oncePer, oncePerPair, steadyLists } from "../text/memory.ts";
import { contentsOf } from "./counted-dose.ts";

/** All orders of a document, those of whole tablets by what they hold; the same list while nothing in it is another. */
export const weighedOrders = ({ orders, figures }: Guideline): readonly Order[] =>
  orders.some((order) => isCounted(order) || order.equivalents.length > 0 || order.concentration)
    ? weighed(orders, contentsOf(figures))
    : orders;

const weighed = oncePerPair((orders: readonly Order[], contents: readonly Content[]) =>
  steady(
    "weighed",
    orders.flatMap((order) => {
      const held = contents.find((one) => one.start === order.dose.start);
      // "| Levonorgestrel 0.75 mg | 2 tablets |"
      const count = held && order.equivalents.find(({ unit }) => unit.code === held.form);
      if (held && count) return [inMass(countedOf(order), held)];
      if (held && isBare(order)) return [];
      // "| Methotrexate, tablets of 2.5 mg | 3 tablets |"
      const own = forms.has(order.dose.unit.code) ? order.concentration?.start : undefined;
      const said = own === undefined ? undefined : contents.find(({ start }) => start === own);
      if (said?.form === order.dose.unit.code) return [inMass(withoutStrength(order), said)];
      const content = isCounted(order) ? contentFor(order, contents) : undefined;
      return [content ? inMass(order, content) : order];
    }),
  ),
);
const steady = steadyLists<Order>();

const forms: ReadonlySet<string> = new Set(["tablet", "capsule", "vial", "ampoule", "sachet", "suppository"]);
const isCounted = (order: Order): boolean => {
  const { dose, concentration, equivalents } = order;
  if (concentration || dose.parts || equivalents.length > 0) return false;
  return (forms.has(dose.unit.code) && Object.keys(dose.per).length === 0) || isDrawn(order);
};
/** Millilitres of what is no fluid itself. */
const isDrawn = ({ dose, medicine, diluent }: Order): boolean =>
  dose.unit.dimension === "volume" && !diluent && !medicine.classes.includes("fluid");

/** "Tablets: rifapentine 150 mg": what one holds. */
const isBare = ({ frequency, divided, duration, doseCount, over, routes }: Order): boolean =>
  !frequency && !divided && !duration && !doseCount && !over && routes.length === 0;

/** The only content that is said of the medicine in this form. */
function contentFor({ dose, medicine }: Order, contents: readonly Content[]): Content | undefined {
  const form = dose.unit.dimension === "volume" ? "mL" : dose.unit.code;
  const own = contents.filter((one) => one.form === form && one.medicine === medicine);
  return own.every(({ amount }) => amount === own[0]?.amount) ? own[0] : undefined;
}

const countedOf = oncePer((order: Order): Order => {
  const { low, high, unit, start, end } =
    order.equivalents.find((one) => forms.has(one.unit.code)) ?? order.dose;
  return { ...order, dose: { ...order.dose, low, high, unit, start, end }, equivalents: [] };
});

const withoutStrength = oncePer((order: Order): Order => ({ ...order, concentration: undefined }));

const inMass = oncePerPair((order: Order, { amount, dimension }: Content): Order => {
  const unit = unitNamed(dimension === "activity" ? "units" : "mg");
  if (!unit) return order;
  const { dose } = order;
  const drawn = dose.unit.dimension === "volume";
  const each = drawn ? amount * dose.unit.factor : amount;
  const tidy = (count: number) => Number((count * each).toPrecision(9));
  // "40 kg: draw up 12 mL"
  const preparation = order.preparation && !(drawn && order.population.weight);
  const weighedOrder = {
    ...order,
    preparation,
    dose: { ...dose, unit, low: tidy(dose.low), high: tidy(dose.high) },
  };
  if (!drawn) ones.set(weighedOrder, amount);
  return weighedOrder;
});
/** What one of those holds that an order counts. */
const ones = new WeakMap<Order, number>();
export const oneOfCounted = (order: Order): number | undefined => ones.get(order);
