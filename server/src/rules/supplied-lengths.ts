// How long a pack lasts: "28 capsules of doxycycline 100 mg", where all documents give the medicine the same dose a
// day. It must not know which length is right.

import type { Guideline } from "../guideline/guideline.ts";
import { sameConditions } from "../guideline/indication.ts";
import { type Amount, amountOf, dailyDose, type Order } from "../guideline/order.ts";
import { samePatients } from "../guideline/population.ts";
import { type Length, meets } from "./lengths.ts";
import { ordersElsewhere, ordersOf } from "./medicine-orders.ts";
import type { Neighbour } from "./rule.ts";

/** Fewer are a dose. */
const fewest = 6;
/** Of the strength behind the count. */
const strengthReach = 60;
const counted: ReadonlySet<string> = new Set(["tablet", "capsule", "sachet"]);

export function suppliedLengths(guideline: Guideline, neighbours: readonly Neighbour[]): Length[] {
  const packs = guideline.orders.flatMap((pack, at): Length[] => {
    if (!isPack(pack)) return [];
    const days = daysByDirections(pack, guideline.orders);
    if (days !== undefined) return days < 2 ? [] : [lengthOf(pack, days * 24, guideline)];
    const strength = strengthOf(pack, guideline.orders.slice(at + 1, at + 4));
    const daily = strength && dailyOf(pack, guideline, neighbours);
    if (!strength || !daily || daily.unit !== strength.unit) return [];
    const hours = ((pack.dose.high * strength.high) / daily.high) * 24;
    return hours < 48 ? [] : [lengthOf(pack, hours, guideline)];
  });
  // What tells one pack from another that says as much is not understood.
  return packs.filter((pack) => !packs.some((other) => saysAsMuch(other, pack) && !meets(other, pack)));
}

const saysAsMuch = (a: Length, b: Length): boolean =>
  a.medicine === b.medicine &&
  b.indication.qualifiers.every((id) => a.indication.qualifiers.includes(id)) &&
  sameConditions(a.indication, b.indication) &&
  samePatients(a.population, b.population);

const isPack = ({ dose, negated, frequency, duration }: Order): boolean =>
  !negated &&
  counted.has(dose.unit.code) &&
  dose.low === dose.high &&
  Number.isInteger(dose.high) &&
  dose.high >= fewest &&
  frequency === undefined &&
  duration === undefined;

/** "20 capsules. One capsule twice a day": what its label says of how many are taken. */
function daysByDirections({ medicine, block, dose }: Order, orders: readonly Order[]): number | undefined {
  const told = orders.filter(
    (one) =>
      one.medicine === medicine &&
      one.block.start === block.start &&
      one.dose.unit.code === dose.unit.code &&
      one.frequency?.perDay !== undefined,
  );
  const [only, more] = told;
  const perDay = only?.frequency?.perDay;
  if (!only || more || !perDay || perDay.low !== perDay.high || only.dose.low !== only.dose.high)
    return undefined;
  return only.dose.high > 0 && perDay.high > 0 ? dose.high / (only.dose.high * perDay.high) : undefined;
}

function strengthOf(
  { medicine, block, dose, concentration }: Order,
  next: readonly Order[],
): Amount | undefined {
  const named = next.find(
    (other) =>
      other.medicine === medicine &&
      other.block.start === block.start &&
      other.dose.start - dose.end < strengthReach,
  )?.dose;
  const said = named ?? concentration;
  const whole = said && Object.keys(said.per).length === 0 && said.low === said.high && !said.parts;
  return whole && said.unit.dimension === "mass" ? amountOf(said) : undefined;
}

/** A day's amount, where there is but one. */
function dailyOf(
  { medicine: { name } }: Order,
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): Amount | undefined {
  const elsewhere = ordersElsewhere(neighbours)(name).flatMap(({ value }) => value.all);
  const all = [...(ordersOf(guideline).get(name)?.all ?? []), ...elsewhere];
  const days = all.flatMap((order) => (order.frequency?.perDay ? (dailyDose(order) ?? []) : []));
  const [first] = days;
  const one = days.every(
    ({ low, high, unit }) => low === high && high === first?.high && unit === first.unit,
  );
  return one ? first : undefined;
}

function lengthOf(pack: Order, hours: number, guideline: Guideline): Length {
  const { dose, medicine, population, block, container } = pack;
  const span = { start: dose.start, end: dose.end };
  // Packs are handed out to those who go home.
  const qualifiers = pack.indication.qualifiers.filter((id) => id !== "outpatient");
  const indication = { ...pack.indication, qualifiers };
  const lasts = { low: hours, high: hours, medicine, population, indication };
  const told = { dose: undefined, near: undefined, ofEach: false, joined: [medicine], head: [], absent: [] };
  const course = { ...span, ...lasts, ...told, container, part: block };
  return { ...lasts, span, order: undefined, course, guideline, in: undefined, isCounted: true };
}
