// An order that does not say how much, how often, or by which route.

import { isPrehospital } from "../guideline/care-setting.ts";
import { doselessOrdersOf } from "../guideline/doseless-order.ts";
import { emptyCells } from "../guideline/empty-cell.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { loneCellsOf } from "../guideline/lone-cell.ts";
import { loneLengths, loneRoutes } from "../guideline/lone-lack.ts";
import { missingLengths } from "../guideline/missing-length.ts";
import { oddItems } from "../guideline/odd-item.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { unitlessDosesOf } from "../guideline/unitless-dose.ts";
import { type AskedOrder, askedOrders, untimedRows } from "../guideline/unsaid.ts";
import type { Route } from "../lexicon/medicine.ts";
import { isGivenRepeatedly, isSwallowedRepeatedly } from "../lexicon/repeated-medicines.ts";
import { lineBefore, lineBehind } from "../text/around.ts";
import { once } from "../text/memory.ts";
import { overlaps, type Span } from "../text/span.ts";
import { mildlyIfLost } from "./lost-lines.ts";
import { partOf } from "./regimens.ts";
import { defineRule, type Found } from "./rule.ts";
import { isHeldByDevice } from "./taken-amount.ts";

const usual = 0.7;
const fewest = 2;

export const orderIncomplete = defineRule<undefined>({
  id: "order-incomplete",
  severity: "warning",
  summary:
    "An order leaves out its dose, its unit, how often, by which route or for how long, as the orders beside it do not.",
  rationale:
    "Whoever gives the medicine has to guess what is not said: 7.5 mg/kg once or every 8 hours, 5 mg of morphine by mouth " +
    "or into a vein. Single doses, infusions, doses as needed, what is given in an emergency, by ambulance crews or before " +
    "patients are sent on, and what a heading says for all below it are complete. Where the document mostly leaves the " +
    "same thing out, or three times and more, it is reported as information, as is the route of what is mostly swallowed, " +
    "the one line of a list or box without what all its others say, and how often a dose is given that may be a single " +
    "one: of another medicine than against infections, that has a route, no length, and no list or table around it whose " +
    "others all say it.",
  examples: {
    invalid: [
      "Add metronidazole 7.5 mg/kg IV.\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "If seizures come back, give phenytoin 100 mg.\n                            ^^^^^^^^^^^^^^^^",
      "If there is fever, give cefalexin by mouth every 6 hours for 7 days.\n                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "Give unfractionated heparin 5000 subcutaneously twice daily.\n                            ^^^^",
    ],
    valid: [
      "Give diazepam 10 mg IV. Give ceftriaxone 2 g IM once. Give gentamicin 5 mg/kg IV over 30 minutes.",
      "Give ampicillin 50 mg/kg and gentamicin 5 mg/kg IV every 24 hours.",
      "Twice daily, by mouth:\n\n- amoxicillin 500 mg\n- metronidazole 400 mg",
      "In the trial patients were given amoxicillin 500 mg.",
    ],
  },

  *check(guideline) {
    const found = [...lacking(guideline)];
    yield* found;
    for (const { medicine, slot, ...span } of loneCellsOf(guideline)) {
      const { text } = guideline;
      const row = {
        start: span.start - lineBefore(text, span.start).length,
        end: span.end + lineBehind(text, span.end).length,
      };
      if (found.some((one) => overlaps(one.span, row))) continue;
      const message = `${lacks[slot](medicine.name)}, as it is in all other rows of this column. ${advice[slot]}`;
      yield { span, message, state: undefined };
    }
  },
});

const lacks = {
  dose: (name: string) => `It is not said how much ${name} is given here`,
  unit: (name: string) => `The dose of ${name} has no unit`,
  route: (name: string) => `It is not said by which route ${name} is given here`,
  frequency: (name: string) => `It is not said how often ${name} is given here`,
};
const advice = {
  dose: "Add the dose.",
  unit: "Write the unit.",
  route: "Add the route.",
  frequency: "Complete it, or write that it is a single dose.",
};

/** What orders lack by themselves, and beside those of their document. */
function* lacking(guideline: Guideline): Iterable<Found<undefined>> {
  const cells = emptyCells(guideline);
  const asked = askedOrders(guideline, cells.rows);
  const told = new Set(asked.map(({ order }) => order));
  for (const order of untimedRows(guideline, cells.rows))
    if (!told.has(order) && !order.supposed) {
      const { start, end } = order.dose;
      yield { ...incomplete(order, true, false), span: { start, end: Math.max(end, order.end) } };
    }
  const slips = [...slipsAmong(guideline, asked)];
  // Three and more are the document's habit.
  const isHabit = slips.length >= habit && slips.length * rarely >= asked.length;
  for (const { order, often, route, weighs } of slips)
    yield {
      ...incomplete(order, often, route),
      ...mildlyIfLost(guideline, order.dose.start),
      ...informally(isHabit || !weighs),
    };
  const routes = new Set(slips.filter(({ route }) => route).map(({ order }) => order));
  const known = new Set(slips.map(({ order }) => order));
  for (const { order, slot } of oddItems(guideline)) {
    const { medicine } = order;
    const isRoute = slot === "route";
    const counts = isRoute ? medicine.routes.length > 1 : isGivenRepeatedly(medicine);
    if (known.has(order) || !counts || isSaidBehind(order, guideline)) continue;
    routes.add(order);
    yield { ...incomplete(order, !isRoute, isRoute), ...informally(true) };
  }
  for (const { medicine, start, end } of unitlessDosesOf(guideline)) {
    const message = `The dose of ${medicine.name} has no unit: is it milligrams, units or something else? Write the unit.`;
    yield { span: { start, end }, message, state: undefined };
  }
  for (const { medicine, start, end } of doselessOrdersOf(guideline)) {
    const message = `It is not said how much ${medicine.name} is given here, nor anywhere in this document. Add the dose, or say where it stands.`;
    yield { span: { start, end }, message, state: undefined };
  }
  yield* oddOnes(guideline, asked, routes);
  for (const { medicine, span, slot, alike, lasting } of cells.found) {
    const often = slot === "frequency";
    if (often && !(alike || lasting || isGivenRepeatedly(medicine))) continue;
    const instead = often ? "write that it is a single dose" : "say the route with the dose";
    const message = `The table does not say ${often ? "how often" : "by which route"} ${medicine.name} is given, as it does for the other rows. Fill in the cell, or ${instead}.`;
    // Given in one way only, it can be looked up.
    yield { span, message, state: undefined, ...informally(!often && medicine.routes.length === 1) };
  }
}

interface Slip {
  readonly order: Order;
  readonly often: boolean;
  readonly route: boolean;
  readonly weighs: boolean;
}

const habit = 3;
/** A document of so many orders to one may have more slips. */
const rarely = 50;

/** Orders that leave out how often or by which route, as the document does not. */
function* slipsAmong(guideline: Guideline, asked: readonly AskedOrder[]): Iterable<Slip> {
  const style = styleOf(asked);
  const given = !isPrehospital(guideline);
  const placeOf = ({ block, container }: Order) => guideline.lists.get(block.start) ?? container;
  const byPlace = once(() => grouped(guideline.orders, placeOf));
  for (const one of asked) {
    const { order, told } = one;
    if (one.bare || order.supposed || isWorkedOut(order) || isSaidBehind(order, guideline)) continue;
    if (order.medicine.classes.includes("blood product")) continue;
    const [noTime, route] = [
      given && !one.timed && !one.timedElsewhere,
      !one.routed && !one.routedElsewhere && (one.severalWays || (told && isInjected(order))),
    ];
    // Some medicines are mostly given once; but where neither is said, nothing tells that this is meant.
    const neither = noTime && route && (told || style.whole);
    const often =
      noTime &&
      (neither || one.lasting || isRepeated(order) || (told && style.once && isOnlySwallowed(order)));
    const styled =
      (often && style.timed) ||
      (route && (style.routed || isAmongRouted(order, byPlace().get(placeOf(order)))));
    // By which route and how long, but not how often, or what to give, but not by which of several routes: hardly
    // any order of a complete guideline leaves that out.
    const plain =
      (often && !style.untimed && (one.lasting || isPlainlyGiven(order))) ||
      (route && told && style.routes && !style.unrouted);
    if (!(often || route) || !(styled || neither || plain || told)) continue;
    if (!often && !told && isSwallowed(order, style.always)) continue;
    // A dose alone may well be given once, and what is mostly swallowed is hardly meant otherwise.
    const beside = byPlace().get(placeOf(order)) ?? [];
    const weighs =
      (styled || plain || neither) &&
      (often
        ? one.lasting || neither || isOfCourses(order) || isAmongTimed(order, beside)
        : !isSwallowed(order, false));
    yield { order, often, route, weighs };
  }
}

/** "Example, 8 kg: ampicillin 400 mg every 6 hours": as it was ordered above. */
const isWorkedOut = (order: Order): boolean => partOf(order) === "is an example for one patient";

/** What stands behind an order says when it is given, or how; or that nothing is ordered. */
function isSaidBehind(order: Order, { text }: Guideline): boolean {
  const {
    dose,
    block,
    nameSpan,
    where,
    medicine: { classes },
  } = order;
  const behind = text.slice(dose.end, block.end);
  if (isHeldByDevice(dose, text)) return true;
  if (where === "table" && inNextRows.test(text.slice(dose.end, dose.end + 300))) return true;
  const before = text.slice(Math.max(0, Math.min(nameSpan.start, dose.start) - 120), dose.start);
  if (intoPlace.test(before + behind.slice(0, 40)) || ledAsNeeded.test(before) || eaten.test(before))
    return true;
  if (instead.test(before) || equal.test(behind) || nasally.test(behind) || packed.test(before)) return true;
  if (classes.includes("insulin") && withMeals.test(behind)) return true;
  return (
    perRemoved.test(behind) ||
    patched.test(behind) ||
    asNeeded.test(behind) ||
    (byWay.test(behind) && behind.length < 400)
  );
}
/** "| Neonates | 50 mg/kg/dose |" above "| | | up to 28 days: q12h |" */
const inNextRows = /^[^\n]*\n(?:\| *\|[^\n]*\n)*?\| *\|[^\n]*\b(?:q *\d+ *h|hourly|times +(?:a|per) +day)\b/i;
/** Into an eye or a joint: given once, and by that way. */
const intoPlace = /\bintra-?(?:vitre|articul|lesion|camer|burs)/i;
/** "Analgesia, if needed:" above it. */
const ledAsNeeded = /\b(?:if|as|when) +(?:needed|required|necessary) *:?\**\s*\n *[-*] +[^\n]*$/i;
/** "> 6 mL/kg (or 140 mg/kg)": so much was swallowed. */
const eaten = /[>≥] *\d[^|\n]{0,12}\( *(?:or|=) *$/;
/** "may be replaced by cefoxitin 2 g IM": as often as what it stands in for. "First give 2 mg", of several steps: once. */
const instead =
  /\b(?:substituted|replaced|exchanged) +(?:by|with|for)\b[^.;\n]*$|\bfirst,? +(?:administer|give|inject)\b[^.;,\n]*$/i;
/** "20 mg PTU ≈ 1 mg methimazole" */
const equal = /^[^.;,\n]{0,40}≈/;
/** "0.2 mg/kg IN using the 5 mg/mL concentration": into the nose. */
const nasally = /^ *(?:\/ *kg)? *IN(?= *(?:[.,;)|/\n]|$|using\b|via\b))/;
/** "Terbinafine 1% cream 30 g": a tube. */
const packed = /% *(?:cream|ointment|gel|lotion|paste) *$/i;
/** "4 units of short-acting insulin at meals": below the skin, like all that is given so. */
const withMeals = /^[^.;\n]{0,40}\b(?:at|with|before) +(?:each +)?meals?\b/i;
/** "25 mcg TD every 72 hours": through the skin. */
const patched = /^ *(?:\/h(?:ou)?r? *)?TD\b/;
/** "8 g of albumin per liter of ascites removed" */
const perRemoved = /^[^.;\n]{0,30}\bper +lit(?:er|re)\b[^.;\n]{0,30}\b(?:removed|drained|lost|taken +off)\b/i;
/** "…. Repeat at 15 minutes if the patient is still in distress", "25 mg generally safe to use" */
const asNeeded =
  /^(?:[^.;\n]{0,40}\b(?:life[- ]threatening|with +(?:the +)?delivery)\b)|^[^.;\n]{0,90}(?:\.\s+(?:Repeat +(?:at|after|in)|If +symptoms +persist +(?:at|after)) +\d+ *min|\bgenerally +safe\b)/i;
const byWay =
  /\bcan +be +given +(?:subcutaneously|orally|by +mouth|intravenously|intramuscularly|rectally)\b/i;

/** So many others say how long, or by which route, where one does not. */
const sure = 2;
const surest = 4;

const informally = (is: boolean) => (is ? { severity: "information" as const } : {});

/** What one order leaves out that all like it say; `told` have been told of their route. */
function* oddOnes(guideline: Guideline, asked: readonly AskedOrder[], told: ReadonlySet<Order>) {
  const lengths = missingLengths(guideline);
  for (const one of lengths.length > 0 ? lengths : loneLengths(guideline))
    yield {
      span: spanOf(one.order),
      ...informally(one.told < sure),
      message: `It is not said how long ${one.order.name} is given here, as it is for the others beside it. Add the length of the course, or until when it is taken.`,
      state: undefined,
    };
  for (const one of loneRoutes(guideline, asked))
    if (!told.has(one.order) && !isSaidBehind(one.order, guideline))
      yield { ...incomplete(one.order, false, true), ...informally(one.told < surest) };
}

/** What the document's orders mostly say. */
function styleOf(asked: readonly AskedOrder[]) {
  const is = (all: readonly AskedOrder[], says: (one: AskedOrder) => boolean) => {
    const said = all.filter(says).length;
    return said >= fewest && said >= usual * (all.length - 1);
  };
  /** More often than not it is left out. */
  const isSeldom = (all: readonly AskedOrder[], says: (one: AskedOrder) => boolean) =>
    all.length > fewest && 2 * all.filter(says).length < all.length;
  const repeated = asked.filter(({ order }) => isGivenRepeatedly(order.medicine));
  const isTimed = ({ timed }: AskedOrder) => timed;
  const isRouted = ({ routed }: AskedOrder) => routed;
  return {
    timed: is(repeated, isTimed) || is(asked, isTimed),
    untimed: isSeldom(repeated, isTimed),
    routed:
      is(
        asked.filter(({ severalWays }) => severalWays),
        isRouted,
      ) || is(asked, isRouted),
    whole: is(asked, ({ timed, routed }) => timed || routed),
    routes: asked.some(isRouted),
    /** Single doses are called so. */
    once: asked.some(({ order }) => order.frequency?.once),
    unrouted: isSeldom(
      asked.filter(({ severalWays }) => severalWays),
      isRouted,
    ),
    /** All but one. */
    always: asked.length > fewest + 1 && asked.filter(({ routed }) => !routed).length === 1,
  };
}

/** Into a vein, a muscle or below the skin, and never swallowed; insulin so often a day is given below the skin. */
const isInjected = ({ medicine: { routes, classes }, frequency, divided }: Order) =>
  !(classes.includes("insulin") && (frequency ?? divided)) &&
  !routes.includes("oral") &&
  routes.some((route) => plainWays.has(route) && route !== "rectal");

const isOnlySwallowed = ({ routes, medicine: { classes } }: Order) =>
  routes.join() === "oral" && !classes.includes("fluid") && !classes.includes("antidote");

const plainWays: ReadonlySet<Route> = new Set(["oral", "iv", "im", "sc", "rectal"]);

/** In running text or a list, by mouth or needle. */
const isPlainlyGiven = ({ where, routes }: Order) =>
  where !== "table" && routes.some((route) => plainWays.has(route));

/** The table's other rows, or the list's other items, all say it, fluids included. */
function isAmongRouted({ where, block }: Order, together: readonly Order[] = []): boolean {
  const rows = together.filter((other) => other.block.start !== block.start);
  return where !== "prose" && rows.length >= fewest && rows.every(({ routes }) => routes.length > 0);
}

/** Nobody means a single dose of it without saying so. */
const isOfCourses = ({ medicine }: Order) =>
  isGivenRepeatedly(medicine) && medicine.classes.some((name) => ofCourses.test(name));
const ofCourses = /^anti(?:biotic|viral|retroviral|fungal|tuberculosis)$/;

function isAmongTimed({ where, block }: Order, together: readonly Order[]): boolean {
  const rows = together.filter((other) => other.block.start !== block.start);
  return where !== "prose" && rows.length >= fewest && rows.every(isTimed);
}
const isTimed = ({ frequency, divided, repeats, dose }: Order) =>
  Boolean(frequency ?? divided ?? repeats ?? dose.per.hours);

function isRepeated({ medicine, routes, dose }: Order): boolean {
  // 15 mg/kg and more of it are a load.
  if (medicine.name === "phenytoin" && dose.per.kg && amountOf(dose).low >= phenytoinLoad) return false;
  return isGivenRepeatedly(medicine) || (routes.join() === "oral" && isSwallowedRepeatedly(medicine));
}

const phenytoinLoad = 15;

/** A regular dose of what is mostly swallowed is rarely meant otherwise, but for antibiotics among injections. */
function isSwallowed({ medicine, frequency }: Order, always: boolean): boolean {
  const is = (name: string) => medicine.classes.includes(name);
  const injected = always && is("antibiotic") && !is("antituberculosis");
  return medicine.routes[0] === "oral" && frequency?.once !== true && !injected;
}

function incomplete(order: Order, often: boolean, route: boolean) {
  const what = often && route ? "how often and by which route" : often ? "how often" : "by which route";
  const advice = often ? "Complete it, or write that it is a single dose." : "Add the route.";
  return {
    span: spanOf(order),
    message: `It is not said ${what} ${order.name} is given here. ${advice}`,
    state: undefined,
  };
}

function spanOf({ nameSpan, dose, end, inherited, where }: Order): Span {
  // In a row the name mostly stands in a cell of its own.
  const gap = where === "table" ? 1 : 40;
  const near = !inherited && nameSpan.start < dose.start && dose.start - nameSpan.end <= gap;
  return { start: near ? nameSpan.start : dose.start, end: Math.min(Math.max(dose.end, end), dose.end + 60) };
}
