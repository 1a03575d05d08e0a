// For every order that someone is to carry out: whether it says how often and by which route, itself, with its
// neighbours or elsewhere in full. It must not judge whether it should.

import type { Route } from "../lexicon/medicine.ts";
import { isGivenRepeatedly } from "../lexicon/repeated-medicines.ts";
import { oncePer, whileFrom, whileSame } from "../text/memory.ts";
import { isAsked, isTold } from "./asked-order.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import {
  contextsOf,
  isFirstStep,
  isOddAmongPeers,
  lacksFrequency,
  lacksRoute,
  mostBefore,
  type OrderContext,
} from "./missing-slot.ts";
import { amountOf, isCourse, type Order } from "./order.ts";
import { ordersIn } from "./order-parser.ts";
import type { Run } from "./run.ts";
import { besideOf } from "./said-beside.ts";
import { sectionAt } from "./section.ts";

export interface AskedOrder {
  readonly order: Order;
  /** "Give", "add": someone is told to. */
  readonly told: boolean;
  /** It is said, by words of its own or of its surroundings. */
  readonly timed: boolean;
  readonly routed: boolean;
  /** The same dose is said in full elsewhere, so that this place is a mention. */
  readonly timedElsewhere: boolean;
  readonly routedElsewhere: boolean;
  readonly severalWays: boolean;
  /** "until delivery", "for 7 days": it is given more than once. */
  readonly lasting: boolean;
  /** Nothing but a name and an amount: in running text a mention, or what goes with another medicine. */
  readonly bare: boolean;
}

/** `inColumns` are the rows whose table has a column for it. */
export function askedOrders(guideline: Guideline, inColumns: ReadonlySet<number>): AskedOrder[] {
  const said = saidByAll(guideline);
  const timedDoses = new Set(said.filter(({ full }) => full).map(({ key }) => key));
  const repeatedDoses = new Set(
    said.filter(({ full, order }) => full && isRepeated(order)).map(({ key }) => key),
  );
  const routedDoses = grouped(
    said.filter(({ order }) => order.routes.length > 0),
    ({ key }) => key,
  );
  // The row's other dose of it is its maximum, or one of its doses.
  const toldInRow = new Set(said.filter(({ full, order }) => full && order.where === "table").map(inRow));
  const regimens = new Set(said.filter(({ full }) => full).map(({ order }) => regimenOf(guideline, order)));
  return said.flatMap(({ order, key, asked, odd, full: _, ...more }) => {
    if (!asked || inColumns.has(order.block.start) || ordersNothing(guideline, order)) return [];
    // Among lines that differ in how often, another line's is no help.
    // What is given for days is no mention of a single dose.
    // By a route and for days is an order by itself.
    const own = isCourse(order) && order.routes.length > 0;
    const weighed = order.where === "table" && order.dose.per.kg === true && !more.lasting;
    const noted = notes.test(guideline.text.slice(order.block.start, order.block.start + longestMark));
    const timedElsewhere =
      !odd &&
      !own &&
      ((order.where === "table" && !more.lasting && toldInRow.has(inRow({ order }))) ||
        (more.lasting ? repeatedDoses : timedDoses).has(key) ||
        ((weighed || noted) && regimens.has(regimenOf(guideline, order))));
    const routedElsewhere = (routedDoses.get(key) ?? []).some((other) => !isOther(order, other.order));
    const timed = more.timed || (isCountedADay(order) && countsTimesADay(guideline));
    return [{ order, ...more, timed, timedElsewhere, routedElsewhere }];
  });
}

/** "(a) Children that stay near: 0.15 mg/kg": what is noted below of an order that is told in full. */
const notes = /^[\s>-]*\((?:[a-z]|\d{1,2})\)/;
const longestMark = 12;

/** "3 × 500 mg": three times a day, in a text that also writes "1 × 80 mg". */
const isCountedADay = ({ dose }: Order) => dose.times !== undefined;
const countsTimesADay = oncePer(({ orders }: Guideline) => orders.some(({ dose }) => dose.times === 1));

/** "40 mg as a single dose" beside "40 mg orally once daily": the way of the one is not that of the other. */
const isOther = (one: Order, other: Order): boolean =>
  // Two items of lists, each a course of its own length.
  (one.where === "list" && other.where === "list" && isCourse(one) && lengthOf(one) !== lengthOf(other)) ||
  (one.frequency?.once === true && isRepeated(other)) ||
  (isRepeated(one) && other.frequency?.once === true);

const lengthOf = ({ duration }: Order) =>
  duration === "open" || !duration ? duration : duration.high * duration.unit.factor;

/** "Aspirin 100 mg | go on | stop for 5 days": what is to become of what is taken. */
const ongoing =
  /^[^|\n\d]{0,30}\|\s*(?:go(?:es)? +on|continued?|stop|omit|withhold|hold|last +dose|pause|keep)\b/i;
/** "Ipratropium 20 mcg by spacer | none | 3 puffs": what one of them holds. */
const counted = /^[^|\n\d]{0,30}\|[^\n]{0,120}?\d +(?:puffs|tablets|capsules|sprays|drops)\b/i;

const ordersNothing = ({ markdown }: Guideline, { where, dose }: Order): boolean => {
  const row = where === "table" ? markdown.text.slice(dose.end, dose.end + 200) : "";
  return ongoing.test(row) || counted.test(row);
};

const inRow = ({ order: { medicine, block } }: { readonly order: Order }) =>
  `${block.start} ${medicine.name}`;

/** "Metronidazole 2 g once" above a table of the milligrams per kilogram is about one regimen. */
const regimenOf = ({ sections }: Guideline, { medicine, start }: Order): string =>
  `${medicine.name} ${sectionAt(sections, start)?.headingSpan.start}`;

const isRepeated = ({ frequency, divided, dose }: Order) =>
  frequency?.once !== true && Boolean(frequency ?? divided ?? dose.per.hours);

/** Of a table the one order that does not say how often, where all others do. */
export function untimedRows(
  guideline: Guideline,
  inColumns: ReadonlySet<number>,
): readonly AskedOrder["order"][] {
  const rows = saidByAll(guideline).filter(
    ({ order: { where, negated, preparation, block } }) =>
      where === "table" && !negated && !preparation && !inColumns.has(block.start),
  );
  return [...grouped(rows, ({ order }) => order.container).values()].flatMap((table) => {
    if (table.length < fewestRows) return [];
    const [odd, ...more] = table.filter(({ timed }) => !timed);
    const told = table.filter(({ order }) => order.frequency !== undefined || order.repeats !== undefined);
    const only = more.length === 0 && told.length === table.length - 1;
    return odd && only && (odd.lasting || isGivenRepeatedly(odd.order.medicine)) ? [odd.order] : [];
  });
}
const fewestRows = 3;

type Known = readonly [Order, OrderContext];

interface SaidOfRun {
  /** Its last orders, which may count for those of the next run. */
  readonly last: readonly Known[];
  readonly said: readonly (ReturnType<typeof saidBy> & { readonly order: Order; readonly key: string })[];
}

const known = whileFrom<Run, SaidOfRun>();

/** Run by run, again only where something that counts for the run's orders is another. */
function saidByAll(guideline: Guideline): SaidOfRun["said"] {
  const { orders, runs, markdown } = guideline;
  const beside = besideOf(guideline);
  let tail: readonly Known[] = [];
  let first = 0;
  return runs.flatMap((run) => {
    const own = ordersIn(run, markdown).orders;
    if (own.length === 0) return [];
    const near = [...tail.flat(), orders[first + own.length]];
    const found = known(run, [...near, ...beside.around(run)], () => {
      const fresh = contextsOf(guideline, { first, orders: own, before: new Map(tail) }, beside);
      const said = own.flatMap((order) => {
        const context = fresh.get(order);
        return context ? [{ order, key: doseKey(order), ...saidBy(order, around(order, context)) }] : [];
      });
      return { last: [...fresh].slice(-mostBefore), said };
    });
    tail = [...tail, ...found.last].slice(-mostBefore);
    first += own.length;
    return found.said;
  });
}

/** A context with all that counts of the order's place. */
interface Around extends OrderContext {
  /** How far its name stands from its dose, as far as that is within the context. */
  readonly name: number;
  readonly previousInBlock: boolean;
  readonly nextInBlock: boolean;
}

function around(order: Order, context: OrderContext): Around {
  const { nameSpan, dose, block } = order;
  const { before, after, previous, next } = context;
  const [first, last] = [-before.length - 1, dose.end - dose.start + after.length];
  return {
    ...context,
    name: Math.min(last, Math.max(first, nameSpan.start - dose.start)),
    previousInBlock: previous?.block.start === block.start,
    nextInBlock: next?.block.start === block.start,
  };
}

const saidBy = whileSame((order: Order, context: Around) => {
  const told = isTold(order, context);
  return {
    asked: isAsked(order, context),
    odd: isOddAmongPeers(order, context),
    told,
    timed: !lacksFrequency(order, context) || isFirstStep(order, context),
    routed: !lacksRoute(order, context),
    severalWays: hasSeveralWays(order),
    lasting: lasts(order, context),
    bare: !told && isBare(order, context),
    // What stands before a dose ("not delivered after 12 hours: …") may be about something else.
    full: !lacksFrequency(order, { ...context, before: "", beside: "" }),
  };
});

function lasts(order: Order, { after }: OrderContext): boolean {
  const untilThen = !order.over && !order.mode && order.routes.includes("oral");
  return isCourse(order) || (untilThen && /^[^.;|]{0,30}\buntil\b/.test(after));
}

/** In a list, the first order of an item is one by its place. */
function isBare(order: Order, { previous }: OrderContext): boolean {
  const { routes, duration, frequency, divided, where, block } = order;
  if (routes.length > 0 || duration !== undefined || frequency || divided) return false;
  return where !== "list" || previous?.block.start === block.start;
}

const families: Readonly<Partial<Record<Route, string>>> = {
  oral: "mouth",
  sublingual: "mouth",
  buccal: "mouth",
  iv: "needle",
  im: "needle",
  sc: "needle",
  intraosseous: "needle",
  rectal: "rectum",
  inhaled: "lung",
  nebulised: "lung",
};

const anyWay = new Set([
  "vitamin",
  "mineral",
  "vaccine",
  "fluid",
  "electrolyte",
  "antidote",
  "iron salt",
  "calcium salt",
]);

/** Given in ways that need other doses: by mouth, by needle, by inhalation. */
function hasSeveralWays({ medicine }: Order): boolean {
  if (medicine.classes.some((each) => anyWay.has(each))) return false;
  return new Set(medicine.routes.flatMap((route) => families[route] ?? [])).size > 1;
}

/** The same for all orders of one dose of one medicine. */
function doseKey({ medicine, dose }: Order): string {
  const { low, high, unit } = amountOf(dose);
  return `${medicine.name} ${low}-${high} ${unit}`;
}
