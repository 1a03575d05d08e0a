// What one order of a sentence takes from another: what is said once for several of them. It must not know how
// an order is read.

import type { Span } from "../text/span.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import type { Order } from "./order.ts";
import type { Draft } from "./order-draft.ts";
import { isEveryone, type Population, samePatients } from "./population.ts";
import type { Frequency, Time } from "./schedule.ts";

/** How far behind the first dose the same one may follow as its second time of the day. */
const farthestSecondTime = 28;
/** Of items between two names that are given together. */
const mostJoints = 3;

/** "adults 4 mg, children 0.1 mg/kg, over 2 minutes": what is said once behind several doses holds for all. */
export function share(orders: readonly Draft[], items: readonly Item[], offset: number): void {
  shareHeadRoutes(orders, items);
  shareSteps(orders);
  const barriers = items.flatMap((item) =>
    item.kind === "break" && item.strength !== "comma" && item.strength !== "dash" ? [item.start] : [],
  );
  let barrier = barriers.length - 1;
  let listed = false;
  for (let i = orders.length - 1; i > 0; i--) {
    const [draft, later] = [orders[i - 1], orders[i]];
    if (!draft || !later || draft.sentence !== later.sentence) continue;
    while (barrier >= 0 && (barriers[barrier] ?? 0) >= later.dose.start) barrier--;
    if (barrier >= 0 && (barriers[barrier] ?? 0) >= draft.end) continue;
    if (draft.nameSpan.start === later.nameSpan.start) shareAmongPatients(draft, later);
    else {
      listed = isJoined(items, draft.end, later.nameSpan.start - offset, listed);
      if (listed) shareTimes(draft, later);
      if (listed && isWith(items, draft.end, later.nameSpan.start - offset)) takeTimes(later, draft);
    }
  }
}

/** "0.4 mg/kg daily in week 1, 0.3 mg/kg in week 2, 0.2 mg/kg in week 3": each as often as the one before. */
function shareSteps(orders: readonly Draft[]): void {
  const isStep = ({ indication }: Draft) =>
    indication.qualifiers.some((id) => /^(?:week|month) +\d/.test(id));
  for (const [i, later] of orders.entries()) {
    const draft = orders[i - 1];
    const same = draft?.nameSpan.start === later.nameSpan.start && draft.sentence === later.sentence;
    if (draft && same && isStep(draft) && isStep(later)) takeTimes(later, draft);
  }
}

const longestHead = 6;

/** "Maintenance (oral). Aspirin 100 mg daily; …": a paragraph that opens with how all of it is given. */
function shareHeadRoutes(orders: readonly Draft[], items: readonly Item[]): void {
  const end = items.slice(0, longestHead).findIndex((item) => isBreak(item, "sentence"));
  const head = items.slice(0, Math.max(0, end));
  const [said, ...more] = head.flatMap((item) => (item.kind === "routes" ? [item.routes] : []));
  const plain = head.every(({ kind }) => !["medicine", "measure", "number", "schedule"].includes(kind));
  if (!said || more.length > 0 || !plain || head.some((item) => isMark(item, "not", "avoid", "without")))
    return;
  for (const order of orders) if (order.routes.length === 0) order.routes = said;
}

/** Two doses of one medicine, for different patients. */
function shareAmongPatients(draft: Draft, later: Draft): void {
  if (later.phase || draft.phase || isEveryone(later.population)) return;
  if (saysNoTimes(draft)) {
    draft.frequency = later.frequency;
    draft.over = later.over;
    if (draft.routes.length === 0) draft.routes = later.routes;
  }
  if (draft.duration === undefined && !draft.frequency?.once) takeDuration(draft, later);
}

/** Two medicines that are given together. */
function shareTimes(draft: Draft, later: Draft): void {
  if (!saysNoTimes(draft) || draft.dose.per.hours !== undefined || draft.phase || later.phase) return;
  // "X 10 mg/kg IV with Y 25 mg/kg orally four times daily"
  const apart = draft.routes.length > 0 && later.routes.length > 0;
  if (apart && !draft.routes.some((route) => later.routes.includes(route))) return;
  draft.frequency = later.frequency;
  draft.over = later.over;
  takeDuration(draft, later);
  if (draft.routes.length === 0 && later.over) draft.routes = later.routes;
  if (isEveryone(draft.population)) draft.population = later.population;
}

/** "Stibogluconate 20 mg/kg once daily with paromomycin 15 mg/kg for 14 days": each time. */
function takeTimes(later: Draft, draft: Draft): void {
  const said = later.frequency ?? later.divided ?? later.over ?? later.dose.per.hours;
  if (said === undefined && !later.phase && draft.frequency?.once !== true) later.frequency = draft.frequency;
}

const isWith = (items: readonly Item[], start: number, end: number): boolean =>
  items.slice(indexAt(items, start), indexAt(items, end)).some((item) => isMark(item, "with"));

function saysNoTimes({ frequency, divided, over, duration }: Draft): boolean {
  return !frequency && !divided && !over && duration === undefined;
}

function takeDuration(draft: Draft, { duration, durationSpan }: Draft): void {
  draft.duration = duration;
  draft.durationSpan = durationSpan;
}

/** "X 900 mg with Y 900 mg once weekly", `listed`: "X 300 mg, Y 600 mg and Z 1 g once daily": given together. */
function isJoined(items: readonly Item[], start: number, end: number, listed: boolean): boolean {
  const first = indexAt(items, start);
  const between: Item[] = [];
  for (let i = first; i < items.length && (items[i] as Item).start < end; i++) {
    if (between.length === mostJoints) return false;
    between.push(items[i] as Item);
  }
  const joins = (item: Item) =>
    item.kind === "routes" || isMark(item, "and", "with") || isWordLike(item, /^together$/);
  const [only] = between;
  if (listed && between.length === 1 && only?.kind === "break") return only.strength === "comma";
  return between.length > 0 && between.every(joins);
}

/** The first item that starts at a place or behind it. */
function indexAt(items: readonly Item[], place: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as Item).start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "…, all for 14 days": how long every order of the sentence is given. */
export function shareDuration(
  orders: readonly Draft[],
  sentence: number,
  { duration, span }: { readonly duration: Time; readonly span: Span },
): void {
  for (const order of orders.toReversed()) {
    if (order.sentence !== sentence) return;
    if (order.duration !== undefined || order.frequency?.once) continue;
    order.duration = duration;
    order.durationSpan = span;
  }
}

/** How long all is given that a sentence goes on to name. */
export interface LeadDuration {
  readonly duration: Time;
  readonly span: Span;
  readonly sentence: number;
}

export function shareLead(orders: readonly Draft[], { duration, span, sentence }: LeadDuration): void {
  for (const order of orders) {
    if (order.sentence !== sentence || order.duration !== undefined || order.frequency?.once) continue;
    order.duration = duration;
    order.durationSpan = span;
  }
}

/** "80 units/kg IV, then 18 units/kg/h": by the same route, as long as no other is said. */
export function goOnByRoute(draft: Draft, last: Draft | undefined): void {
  if (last?.medicine !== draft.medicine || draft.routes.length > 0 || last.negated !== draft.negated) return;
  const counted = last.dose.unit.dimension === "form" || draft.dose.unit.dimension === "form";
  if (last.sentence === draft.sentence && !counted) draft.routes = last.routes;
}

/** "250 mg in the morning and 250 mg at night": one order, twice a day. Says whether it is so. */
export function mergeSecondTime(last: Draft | undefined, draft: Draft): boolean {
  const times = timesOf(last?.frequency);
  if (!last || !isSameAmount(last, draft) || times === undefined || timesOf(draft.frequency) !== 1)
    return false;
  if (
    (draft.phase !== undefined && draft.phase !== last.phase) ||
    !isOfSame(last.population, draft.population)
  )
    return false;
  // Each with a length of its own is an order of its own.
  const isPast = last.durationSpan !== undefined && last.durationSpan.end <= draft.dose.start;
  if (last.duration && (draft.duration || isPast)) return false;
  if (draft.dose.start - last.end > farthestSecondTime) return false;
  last.frequency = { kind: "frequency", perDay: { low: times + 1, high: times + 1 } };
  last.end = draft.end;
  last.regimen = { ...last.regimen, end: draft.regimen.end };
  return true;
}

function isOfSame(last: Population, population: Population): boolean {
  return isEveryone(population) || samePatients(last, population);
}

/** "Cloxacillin, every 6 hours" heads a column of doses by weight: how often each of them is given. */
export function alongRow(orders: readonly Order[]): readonly Order[] {
  const [first, ...others] = orders;
  const often = first?.frequency;
  const silent = (one: Order) =>
    one.medicine === first?.medicine &&
    !one.frequency &&
    !one.divided &&
    !one.over &&
    one.phase === first.phase;
  return first && often?.perDay && others.length > 0 && others.every(silent) && !first.dose.per.hours
    ? [first, ...others.map((one) => ({ ...one, frequency: often }))]
    : orders;
}

/** A whole number of times a day. */
function timesOf(frequency: Frequency | undefined): number | undefined {
  const { low, high } = frequency?.perDay ?? {};
  return low === high && Number.isInteger(low) ? low : undefined;
}

function isSameAmount(one: Draft, other: Draft): boolean {
  return (
    one.medicine === other.medicine &&
    one.sentence === other.sentence &&
    one.dose.low === other.dose.low &&
    one.dose.high === other.dose.high &&
    one.dose.unit === other.dose.unit
  );
}
