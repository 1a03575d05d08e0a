// What a single order of a document leaves unsaid that all others like it say: how long it is given, or by which route.
// The habit of the document is the evidence; what stands in for a slot is known here. It must not judge.

import { clauseBefore, clauseBehind } from "../text/around.ts";
import type { Guideline } from "./guideline.ts";
import { isAgainstInfection, isToldOfSection, type LoneLack } from "./missing-length.ts";
import { isCourse, type Order } from "./order.ts";
import { sectionAt } from "./section.ts";
import type { AskedOrder } from "./unsaid.ts";

const reach = 200;
const fewest = 2;

/** An end in other words, or none; or a dose that is on its way to another. */
const endsOtherwise =
  /\b(?:until|till|unless|long|life\w*|indefinite\w*|continu\w*|refer|referred|referral|while|whilst|as +needed|prophyla\w*|prevent\w*|course|complet\w*|throughout|then|finish\w*|stop\w*|chronic\w*|single|stat|doses|titrat\w*|maintenance|adjust\w*|increas\w*|rais\w*|doubl\w*|taper\w*|wean\w*|reduc\w*|review\w*|step|switch\w*|chang\w*|further|likewise|same|above|below|see|once(?! +(?:daily|a\b|every|each|per))|in +labour|on +the +way|days|weeks?|months?|years?|nights)\b|\bday +\d|\d-day\b|\b\d+[dw]\b|[×x]\s?\d+|\/(?:7|52|12)\b|\?|(?:;|\band\b\**)\s*$/i;

/** The one regular order of a document that does not say how long, where the others do. */
export function loneLengths(guideline: Guideline): LoneLack[] {
  const regular = guideline.orders.filter(isRegular);
  const silent = regular.filter((order) => !hasLength(order) && mayLack(order));
  if (silent.length === 0 || silent.length > regular.length - fewest + 1) return [];
  const places = new Map(guideline.orders.map((order, at) => [order, at]));
  // "Adult 100 mg daily, > 35 kg: 100 mg | 7 days": the row says it of all its doses.
  const ofRow = (one: Order) => (other: Order) =>
    one.where === "table" &&
    other.block.start === one.block.start &&
    other.medicine === one.medicine &&
    hasLength(other);
  const unsaid = silent.filter(
    (order) => !guideline.orders.some(ofRow(order)) && !isEndSaid(guideline, places.get(order) ?? 0),
  );
  const [order, ...more] = unsaid;
  if (!order || more.length > 0) return [];
  const others = regular.filter((other) => other !== order);
  if (others.some(({ medicine }) => medicine === order.medicine)) return [];
  const told = others.filter(hasLength).length;
  if (told === 0 || others.length < fewest || isToldOfSection(guideline, order)) return [];
  const isOpen = others.some(({ duration }) => duration === "open");
  // That others are taken for good does not tell that this one is not.
  if (endsByItself(order)) return [{ order, told: others.length }];
  return isOpen && !isSupplement(order) ? [{ order, told: 0 }] : [];
}

const endsByItself = ({ medicine, routes }: Order) =>
  isAgainstInfection(medicine) || (medicine.classes.includes("corticosteroid") && routes.includes("oral"));

const isSupplement = ({ medicine }: Order) => medicine.classes.some((name) => supplements.has(name));
const supplements = new Set(["vitamin", "mineral", "iron salt", "calcium salt", "electrolyte", "hormone"]);

/** What is taken so many times a day, day after day. */
const isRegular = ({ frequency, asNeeded, negated, preparation, total, diluent, over, phase }: Order) =>
  frequency?.perDay !== undefined &&
  !(asNeeded || negated || preparation || total || diluent || over) &&
  (phase === undefined || phase === "then");

/** Its own length counts, but pain, fever and a sore eye say by themselves when to stop. */
const mayLack = ({ medicine, routes, indication }: Order) =>
  !medicine.symptomatic &&
  routes.join() === "oral" &&
  !indication.conditions.some((id) => /^(?:fever|cough)$|pain|prophylaxis/.test(id)) &&
  !indication.qualifiers.some((id) => /prophyla|prevent|maintenance/.test(id)) &&
  (!indication.qualifiers.includes("chronic") ||
    indication.qualifiers.some((id) => id === "exacerbation" || id === "acute"));

const hasLength = ({ duration, doseCount }: Order) => duration !== undefined || doseCount !== undefined;

/** "For one week: …" */
const timeWords = /\b(?:days|weeks?|months?|nights)\b|\d-day\b/i;

/** "… and fluconazole 800 mg daily for 2 weeks" */
const joined = /^[^.;|]{0,40}(?:\band|\bplus|\btogether +with|[+&,])\s*$/i;

const choice = /^[^.;|]{0,60}\bor\s*$/i;

/** What is said of it up to the next order, before the first one and behind the last of its sentence or row. */
function isEndSaid(guideline: Guideline, at: number): boolean {
  const { text, orders } = guideline;
  const order = orders[at] as Order;
  const { block, dose, where } = order;
  const [previous, next] = [orders[at - 1], orders[at + 1]];
  if (next && joined.test(text.slice(order.end, next.nameSpan.start)) && hasLength(next)) return true;
  const inBlock = (other: Order | undefined) => other?.block.start === block.start;
  // "A 250 mg … or B 30 mg …, and refer within a week": what ends the one ends the other.
  if (inBlock(next) && next && choice.test(text.slice(order.end, next.nameSpan.start)))
    if (hasLength(next) || isEndSaid(guideline, at + 1)) return true;
  const opens = Math.max(block.start, dose.start - reach, inBlock(previous) ? (previous?.end ?? 0) : 0);
  if (timeWords.test(clauseBefore(text, dose.start, dose.start - opens))) return true;
  const closes = inBlock(next) ? Math.max(next?.nameSpan.start ?? 0, order.end) : block.end;
  const sides = [clauseBehind(text.slice(dose.end, Math.min(closes, dose.end + reach)), 0)];
  if (where === "table") {
    let last = at;
    while (last < at + mostInRow && inBlock(orders[last + 1])) last++;
    sides.push(text.slice(orders[last]?.end, Math.max(block.end, orders[last]?.end ?? 0)));
  }
  return sides.some((side) => endsOtherwise.test(side.replace(/\b(?:a|per|each|every) +day\b/gi, "")));
}
const mostInRow = 8;

/** The one order of a document that does not say by which route, where the others do. */
export function loneRoutes(guideline: Guideline, asked: readonly AskedOrder[]): LoneLack[] {
  const saidAround = new Set(asked.flatMap(({ order, routed }) => (routed ? order : [])));
  const regular = guideline.orders.filter(
    (order) =>
      order.frequency && !(order.negated || order.preparation || order.diluent || order.dose.per.hours),
  );
  const told = regular.filter((order) => order.routes.length > 0 || saidAround.has(order)).length;
  if (told === 0 || regular.length - told > 1 + told / mostSilent) return [];
  const unsaid = asked.filter(
    (one) => !one.routed && !one.bare && isGiven(guideline, one, told) && !isSaidBefore(guideline, one),
  );
  const [one, ...more] = unsaid;
  if (!one || more.length > 0) return [];
  return told >= fewest || (one.severalWays && one.lasting) ? [{ order: one.order, told }] : [];
}
const mostSilent = 10;
/** So many others make a habit that holds in running text, too; more, for what is hardly given but by mouth. */
const isHabit = (told: number, { medicine }: Order) =>
  told > (medicine.routes[0] === "oral" ? 2 * fewest : fewest);

/** Told in full but for the route: where few others say theirs, in running text for how long, too. */
function isGiven({ text }: Guideline, { order }: AskedOrder, told: number): boolean {
  const { medicine, frequency, divided, dose, where } = order;
  const runsIn = order.over !== undefined && where !== "prose";
  const often = frequency?.perDay !== undefined || frequency?.once === true || divided !== undefined;
  if (!(often || runsIn) || medicine.routes.length < 2 || dose.parts) return false;
  if (isSupplement(order) && !runsIn && !isHabit(told, order)) return false;
  if (where === "prose" && !isCourse(order) && !isHabit(told, order)) return false;
  return !sharedRoute.test(text.slice(dose.end, Math.min(order.block.end, dose.end + 2 * reach)));
}

/** "…, both IV or IM", "all by mouth", "20 mg or more daily" */
const sharedRoute = /^(?:[^.;]|\.(?=\d)){0,200}\b(?:both|all|each|either)\b|^ +or +(?:more|less)\b/i;

const hoursOf = ({ duration }: Order) =>
  duration === "open" || !duration ? duration : duration.high * duration.unit.factor;
const isOfOtherLength = (one: Order, other: Order) =>
  isCourse(one) && isCourse(other) && hoursOf(one) !== hoursOf(other);

/** Of the same medicine, unless that is another course in another section. */
function isSaidBefore({ orders, sections }: Guideline, { order }: AskedOrder): boolean {
  return orders.some(
    (other) =>
      other !== order &&
      other.medicine === order.medicine &&
      other.routes.length > 0 &&
      !(
        isOfOtherLength(order, other) && sectionAt(sections, other.start) !== sectionAt(sections, order.start)
      ),
  );
}
