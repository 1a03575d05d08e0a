// How much of what makes two orders comparable is inferred: what one side, or neither, says. It must not know where
// they stand, nor judge how they differ.

import { isSaid } from "../guideline/indication.ts";
import { isDaily, type Order } from "../guideline/order.ts";
import { isEveryone, sameBand, samePatients } from "../guideline/population.ts";
import { oncePerPair } from "../text/memory.ts";
import { isKeptUp, isRate } from "./regimens.ts";
import { oneOf } from "./same-order.ts";

const hasRhythm = (order: Order) =>
  order.frequency !== undefined || isDaily(order) || order.dose.per.hours !== undefined;

/** Conditions that only certain patients can have: women who give birth, babies that were just born. */
const ownPatients =
  /eclampsia|postpartum|puerper|obstetric|labour|caesarean|neonat|newborn|prematur|miscarriage|abortion|lactation|in-pregnancy|preterm/;
const tellsWhom = ({ indication: { conditions } }: Order): boolean =>
  conditions.length > 0 && conditions.every((id) => ownPatients.test(id));

type Both = (a: Order, b: Order) => boolean;
const both =
  (isTrue: (order: Order) => boolean): Both =>
  (a, b) =>
    isTrue(a) && isTrue(b);

/** What two orders say of themselves when they are surely about one thing. */
const slots: readonly Both[] = [
  (a, b) => (hasRhythm(a) && hasRhythm(b)) || (a.doseCount !== undefined && a.doseCount === b.doseCount),
  both(({ routes }) => routes.length > 0),
  both(({ indication }) => isSaid(indication)),
  (one, other) => {
    const [a, b] = [one.population, other.population];
    if (tellsWhom(one) && tellsWhom(other)) return true;
    return isEveryone(a) || isEveryone(b) ? !isEveryone(a) && samePatients(a, b) : true;
  },
  (a, b) => a.phase === b.phase || (isKeptUp(a) && isKeptUp(b)) || (isRate(a) && isRate(b)),
];

/** Of rhythm, route, indication, patients and point of the treatment, how many are not said by both. */
export const inferredBetween = (a: Order, b: Order): number => counted(oneOf(a), oneOf(b));
const counted = oncePerPair((a: Order, b: Order) => slots.filter((isStated) => !isStated(a, b)).length);

/** So much of it may be, for two doses to be a finding, and a warning. */
export const mostInferred = { dose: 2, warned: 1 };

/** They run at one rate, whatever their effect. */
const steady: ReadonlySet<string> = new Set([
  ...["magnesium sulfate", "aminophylline", "theophylline", "tranexamic acid"],
  ...["omeprazole", "pantoprazole", "esomeprazole", "octreotide", "terlipressin"],
]);

/** Two doses per kilogram for children below 20 kg: beside their medicine little else has a dose of its own for them. */
const nameWeight: Both = (a, b) =>
  a.dose.per.kg === true &&
  b.dose.per.kg === true &&
  (a.population.weight ?? a.population.age) !== undefined &&
  (samePatients(a.population, b.population) ||
    (b.population.weight !== undefined && sameBand(a.population.weight, b.population.weight)));

/** A rate is set by its effect: all is said of it, or all but the route of patients that both sides name. */
export function mayInfer(a: Order, b: Order, of: "day" | "dose" | "rate"): number {
  const isSteady = steady.has(a.medicine.name) && a.routes.length > 0 && b.routes.length > 0;
  if (of !== "rate" || isSteady) return mostInferred.dose + (nameWeight(a, b) ? 1 : 0);
  return a.dose.per.kg && !isEveryone(a.population) && samePatients(a.population, b.population) ? 1 : 0;
}
