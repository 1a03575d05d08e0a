// What an order leaves unsaid: how often, by which route. Knows what stands in for a frequency ("over 20 minutes",
// "before surgery") or a route ("tablet", "drip"), and what headings and lead-in lines say for all below them. It
// must not judge whether something should stand there.

import type { Block } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered, whileSame } from "../text/memory.ts";
import { isAtOnce } from "./care-setting.ts";
import { isFluid } from "./diluent.ts";
import type { Guideline } from "./guideline.ts";
import { isCourse, type Order } from "./order.ts";
import { isEveryone, samePatients } from "./population.ts";
import { besideOf } from "./said-beside.ts";
import { itemsOf } from "./scope.ts";
import { pathOf, sectionAt } from "./section.ts";
import { addedTo, elsewhere, oneOff, plainRoutes, routeWords, timing, withoutEnds } from "./slot-words.ts";

export interface OrderContext {
  /** The sentence, list item or cell up to the order, and from its dose to the next order or the end. */
  readonly before: string;
  readonly after: string;
  /** To the end of the sentence, past other orders. */
  readonly rest: string;
  /** Headings, lead-in lines and captions above. */
  readonly above: string;
  /** The word or two that open its paragraph by themselves: "Evidence.", "Stock:". */
  readonly opening: string;
  /** The next order of the same sentence. */
  readonly next: Order | undefined;
  /** What the sentence says before its first order, where that is another one. */
  readonly lead: string;
  readonly previous: Order | undefined;
  /** The same medicine on the other lines of a list that divides patients by weight, age or a value. */
  readonly peers: readonly Order[];
  /** What the surroundings say of all doses, or of this medicine again. */
  readonly beside: string;
}

/** Of a sentence: further than this nothing is said of a dose. */
const reach = 260;
/** Lead-in lines are looked for this many blocks back. */
const blocksBack = 30;
const longestRun = 8;

/** Orders that follow one another, from a place among all; `before` are the contexts of those before them. */
interface Stretch {
  readonly first: number;
  readonly orders: readonly Order[];
  readonly before: ReadonlyMap<Order, OrderContext>;
}

/** So many orders before it may count for one. */
export const mostBefore = longestRun + 1;

export function contextsOf(
  guideline: Guideline,
  { first, orders: own, before }: Stretch = { first: 0, orders: guideline.orders, before: new Map() },
  beside = besideOf(guideline),
): ReadonlyMap<Order, OrderContext> {
  const { orders, markdown } = guideline;
  const starts = markdown.blocks.map(({ span }) => span.start);
  const aboves = new Map<number, string>();
  const contexts = new Map<Order, OrderContext>();
  const peers = peersOf(guideline);
  for (const [at, order] of own.entries()) {
    const i = first + at;
    const block = lastAtOrBefore(starts, order.dose.start);
    const above = aboves.get(block) ?? aboveOf(guideline, block, order);
    aboves.set(block, above);
    const sides = sidesOf(guideline.markdown.text, order, previousOf(orders, i), orders[i + 1]);
    const last = sides.previous && (contexts.get(sides.previous) ?? before.get(sides.previous));
    contexts.set(order, {
      ...sides,
      above,
      opening: openingOf(guideline, order),
      peers: peers(order),
      // What is complete by itself needs nothing else.
      beside: hasTiming(order) && order.routes.length > 0 ? "" : beside.of(order),
      lead: last && !isForOthers(order, sides.previous) ? last.lead || last.before : "",
    });
  }
  return contexts;
}

function peersOf({ orders, bandSeries }: Guideline): (order: Order) => readonly Order[] {
  const lists = bandSeries.filter(({ where }) => where === "list");
  return ({ where, medicine, block, dose: { start } }) => {
    const list = where === "list" && lists.find((series) => series.start <= start && start < series.end);
    if (!list) return [];
    const inList = orders.filter(({ dose }) => dose.start >= list.start && dose.end <= list.end);
    return inList.filter((other) => other.medicine === medicine && other.block.start !== block.start);
  };
}

function openingOf({ markdown: { plain } }: Guideline, { where, block }: Order): string {
  if (where === "table") return "";
  return /^[^.:]{3,30}(?=[.:])/.exec(plain.slice(block.start, block.start + 34))?.[0] ?? "";
}

/** The order before, or of a run of lines for other patients the first that says how often. */
function previousOf(orders: readonly Order[], at: number): Order | undefined {
  let i = at - 1;
  for (; i > at - longestRun; i--) {
    const [order, previous] = [orders[i], orders[i - 1]];
    if (
      !order ||
      !previous ||
      hasTiming(order) ||
      !isForOthers(order, previous) ||
      !isForOthers(orders[at] as Order, order)
    )
      break;
  }
  return orders[i];
}

function sidesOf(text: string, order: Order, previous: Order | undefined, next: Order | undefined) {
  const inBlock = (other: Order | undefined) => other && other.block.start === order.block.start;
  const opens = Math.max(
    order.block.start,
    order.dose.start - reach,
    inBlock(previous) ? (previous?.dose.end ?? 0) : 0,
  );
  const closes = Math.min(
    order.block.end,
    order.dose.end + reach,
    inBlock(next) ? (next?.dose.start ?? 0) : Number.POSITIVE_INFINITY,
  );
  const { end } = order.dose;
  const { before, after, rest, opened, open } = sentenceSides(order, {
    before: text.slice(opens, order.dose.start),
    after: text.slice(end, closes),
    rest: text.slice(end, Math.min(order.block.end, end + reach)),
  });
  return {
    before,
    after,
    rest,
    previous: (inBlock(previous) && opened) || isForOthers(order, previous) ? previous : undefined,
    next: inBlock(next) && open ? next : undefined,
  };
}

type Sides = Pick<OrderContext, "before" | "after" | "rest">;

/** What stands before and behind an order in its sentence, and whether the sentence goes on at the ends. */
const sentenceSides = whileSame((_order: Order, around: Sides) => {
  const before = unmarked(around.before);
  const after = unmarked(around.after);
  const rest = unmarked(around.rest);
  const sentence = lastEnd(before);
  const end = ends.exec(after)?.index ?? after.length;
  return {
    before: before.slice(sentence),
    after: after.slice(0, end),
    rest: rest.slice(0, ends.exec(rest)?.index),
    opened: sentence === 0,
    open: end === after.length,
  };
});

/** "- Adults: 500 mg every 6 hours\n- 1–5 years: 125 mg": one medicine, line by line for other patients. */
function isForOthers(order: Order, previous: Order | undefined): boolean {
  if (
    previous?.medicine !== order.medicine ||
    isEveryone(order.population) ||
    samePatients(order.population, previous.population)
  )
    return false;
  return (
    previous.block.start === order.block.start ||
    (previous.where === "list" &&
      order.where === "list" &&
      order.block.start - previous.block.end < nextLines)
  );
}

/** Characters that lines of the same list may be apart. */
const nextLines = 400;
/** Without emphasis, as long as before. */
function unmarked(text: string): string {
  return text.replaceAll(/[*_`]/g, " ");
}

const ends = /[.!?;]\s|[.!?]$|\||\n\s*\n/;

const lastEnd = remembered((text): number => {
  let at = 0;
  for (const match of matchesIn(text, /[.!?;]\s|\||\n\s*\n/g)) {
    // "max. 2 g", "e.g. amoxicillin": an abbreviation's stop ends nothing.
    if (!/\b(?:max|min|e\.g|i\.e|approx|no|inj|tab|cap)$/i.test(text.slice(0, match.index)))
      at = match.index + match[0].length;
  }
  return at;
});

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function aboveOf({ markdown, sections }: Guideline, at: number, { dose }: Order): string {
  const headings = pathOf(sectionAt(sections, dose.start)).map(({ title }) => title);
  const { blocks, plain } = markdown;
  let depth = depthOf(blocks[at]);
  const lines: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - blocksBack) && blocks[i]?.kind !== "heading"; i--) {
    const block = blocks[i];
    if (block?.kind !== "paragraph" || block.listDepth >= depth) continue;
    const text = plain.slice(block.span.start, block.span.end).trim();
    // The line that a list or table hangs on.
    if (/:$/.test(text) || (depth >= 1 && text.length < 120)) lines.push(text);
    depth = Math.max(block.listDepth, 0.5);
    if (block.listDepth === 0 && lines.length > 0) break;
  }
  return [...headings, ...lines].join("\n");
}

function depthOf(block: Block | undefined): number {
  return block?.kind === "paragraph" ? Math.max(block.listDepth, 0.5) : 99;
}

const often =
  /[×x] *\d|\b(?:daily|hourly|hrly|weekly|monthly|nightly|od|bd|bid|tds|tid|qds|qid|q\d+h|every|each +(?:morning|evening|night|day|meal)|per +day|a +day|once|twice|thrice|times +(?:a|per|each|daily)|stat|single|one +dose|morning|evening|nights?|bedtime|mane|nocte|meals?|prn|as +(?:needed|required)|when +needed|if +needed|continuous\w*|infusion|bolus|over +\d+|intervals?|\d\d:\d\d|be +repeated|(?:no|without) +(?:\w+ +)?(?:response|effect|improvement|relief) +(?:after|in|within|at) +\d+)\b/i;
/** How often something is taken that is taken for days. */
const ofCourse = new RegExp(
  `${often.source}|\\b(?:noon|midday|breakfast|waking|divided|alternate|other +day|same|titrat\\w*|taper\\w*|tail\\w*|wean\\w*|dialysis|days? +\\d|at +\\d+|\\d\\d:\\d\\d|times|hours?|less|more|lower|higher|reduc\\w*|increas\\w*)\\b`,
  "i",
);

const asNeeded = /^[^.;,]{0,20}\b(?:if|when)\b/i;

/** Said before a list of medicines for each of them. */
const forAll =
  /\b(?:first +day|(?:each|every)(?= +(?:\d|other|few|day|night|morning|evening|hour|week|month|meal|dose|of|[^a-z]))|days? +\d|daily|weekly|monthly|once|twice|hourly|single)\b/i;
const afterReach = 160;

/** Neither a frequency nor anything that stands in for one. */
export function lacksFrequency(order: Order, context: OrderContext): boolean {
  const { before, after, above, lead, next, previous, rest } = context;
  if (often.test(context.beside) || oftenForEach.test(rest)) return false;
  if (refersElsewhere(context) || isPartOfOne(context)) return false;
  if (hasTiming(order) || order.rate || order.mode) return false;
  const odd = isOddAmongPeers(order, context);
  if (isInfused(order, after) && !odd) return false;
  if (order.phase && order.phase !== "then" && order.phase !== "maintenance") return false;
  // "instead, after a load of …" is about another dose.
  const [own = ""] = ownOf(after)
    .slice(0, afterReach)
    .replace(odd ? infusionTime : /$^/, "")
    .split(/,? +(?:after +a|after +the|not +sooner)\b/, 1);
  // Here "mL/min" is what divides the list, and what leads to it is about all of its lines.
  if (odd) return !timing.test(own) && !often.test(before) && !saysOftenForAll.test(above);
  // "Furosemide 20 mg IV if the urine is less": as it is needed.
  const diuretic = order.medicine.classes.includes("diuretic") && order.routes.includes("iv");
  if (diuretic && (asNeeded.test(own) || /^\W*(?:if|when)\b/i.test(before))) return false;
  const said = isCourse(order) ? ofCourse : timing;
  if (perDay.test(own) || said.test(own) || said.test(ownWords(before)) || forAll.test(lead)) return false;
  if (isAtOnce(context, said === timing)) return false;
  // "0.5 mg/kg IV to a child, or 20 mg IV to an adult, midway through": said once for both.
  if (next?.medicine === order.medicine && /^[^.;]{0,60}\bor\b/.test(rest) && timing.test(rest)) return false;
  if (
    (said === timing && (oneOff.test(above) || ledOver.test(above) || oneOff.test(context.opening))) ||
    /\b(?:daily|hourly|every|twice|times)\b/i.test(above)
  )
    return false;
  // "adults 4 mg, children 2 mg, every 6 hours": said once, behind the last or with the first of one medicine.
  if (next && hasTiming(next) && isShared(order, context) && !(isWhole(order) && isWhole(next))) return false;
  // "Children: 12.5 mg/kg orally for 7 days" repeats all but how often.
  if (order.routes.length > 0 && order.duration !== undefined && previous?.duration !== undefined)
    return true;
  return previous?.medicine !== order.medicine || !(hasTiming(previous) || previous.over !== undefined);
}

/** "2.5 mg for 2 weeks, 5 mg for 4 weeks and 10 mg as the goal, each orally once daily" */
const oftenForEach =
  /\b(?:each|both|all)\b[^.;|]{0,30}\b(?:once|twice|thrice|daily|every|times)\b|\bat +the +same +(?:intervals?|times?|hours)\b/i;

/** "30 mg in 24 hours" */
const perDay = /^\W*in +(?:each +)?24 *h/i;
const saysOftenForAll = /\b(?:once|twice|\d +times|hourly|every +\d+ +hours?)\b[^\n]*:$/im;
/** "One of the following, IV over 10 minutes:" */
const ledOver = /\bover +\d+ *(?:minutes?|mins?)\b[^\n]{0,30}:\W*$/im;
const infusionTime = /\bover +\d+(?:\s*(?:–|-|to)\s*\d+)?\s*(?:hours?|h|minutes?|mins?)\b/i;

/** The other lines of the list give it over a time and every so often: the time alone is not how often. */
export function isOddAmongPeers(order: Order, { peers }: OrderContext): boolean {
  return (
    order.over !== undefined &&
    peers.length > 0 &&
    peers.every(
      ({ over, frequency, divided, routes }) =>
        over !== undefined && Boolean(frequency ?? divided) && routes.join() === order.routes.join(),
    )
  );
}

/** By a route of its own and for a time of its own. */
const isWhole = ({ routes, duration }: Order) => routes.length > 0 && duration !== undefined;

/** What is said behind the next order holds for this one, too, unless ", and" or "then" begins something else. */
function isShared(order: Order, { after, next, previous }: OrderContext): boolean {
  if (!next || /\bthen\b/.test(after)) return false;
  // "IV, … PO once daily"
  const byOther = order.routes.length > 0 && next.routes.length > 0;
  if (byOther && !order.routes.some((one) => next.routes.includes(one))) return false;
  const listed = previous !== undefined && previous.block.start === order.block.start && !hasTiming(previous);
  const apart = /^[^,;]{0,30}[,;]\s*(?:and|plus|with|also)\b/.test(after);
  return listed || !apart;
}

const there = /\b(?:according +to|as +(?:in|for|per)|see|expressed +(?:in|as))\b/i;

/** "as in chapter 4", "(see the chart)": it is said there. */
function refersElsewhere({ after, before }: OrderContext): boolean {
  return elsewhere.test(ownOf(after)) || there.test(before);
}

/** "Rifampicin 150 mg, isoniazid 75 mg and … in one tablet by mouth once daily": what is said is said of the tablet. */
const isPartOfOne = ({ rest, next, previous }: OrderContext): boolean =>
  (next ?? previous) !== undefined && inOne.test(rest);
const inOne =
  /\bin +(?:one|a +single|the +same|two|three|four|\d)(?: +(?:fixed[- ]dose|combined|combination))? +(?:tablets?|capsules?|syringe|pills?|sachets?)\b/i;

const joined = /(?:[,;+]|\b(?:and|plus|with))(?: *\d[\d.,]* *[a-z]{1,10}(?: +of)?)?\s*$/i;

/** ", gentamicin as above" and "with 1 L of sodium chloride a day" is about that one, unless both are meant. */
function ownOf(after: string): string {
  if (/\b(?:both|all|each)\b/i.test(after)) return after;
  const other = itemsOf(after).find(
    (item) => item.kind === "medicine" && !isFluid(item) && joined.test(after.slice(0, item.start)),
  );
  return after.slice(0, other?.start);
}

/** "20 mg PO, then 10 mg every 6 hours": the first of two is given once. */
export function isFirstStep({ medicine }: Order, { after, next }: OrderContext): boolean {
  return (
    next?.medicine === medicine && /\b(?:then|followed +by|thereafter|and +after|a +second)\b/i.test(after)
  );
}

/** "over 30 minutes"; "for 48 hours" is how long the treatment lasts. */
function isInfused({ over }: Order, after: string): boolean {
  return over !== undefined && (over.high * over.unit.factor < longInfusion || /\bover\b/.test(after));
}
const longInfusion = 12;

/** Words that are this order's own: what precedes it behind the last comma that closes another order. */
function ownWords(before: string): string {
  return before
    .slice(-60)
    .replace(/^\s*once\b[^,]*,/i, "")
    .replace(/^.*(?:\b(?:with|add|then|plus|and)\b|[,;]\s*(?:or|otherwise|alternatively)\b|[+&])/i, "");
}

function hasTiming(order: Order): boolean {
  const { frequency, divided, asNeeded, doseCount, repeats, dose } = order;
  return (
    Boolean(frequency ?? divided) ||
    asNeeded ||
    doseCount !== undefined ||
    repeats !== undefined ||
    dose.per.hours !== undefined
  );
}

/** No route and no word that tells it. */
export function lacksRoute(order: Order, context: OrderContext): boolean {
  const { before, after, above, previous, next } = context;
  const { routes, dose, over, rate, mode, volume, dilution, concentration } = order;
  if (plainRoutes.test(context.beside) || refersElsewhere(context) || addedTo.test(after)) return false;
  if (isPartOfOne(context)) return false;
  const { dimension } = dose.unit;
  // "2 g over 20 minutes" into a vein, where all others of the list or table say so.
  const way = rate ?? mode ?? volume ?? dilution ?? concentration;
  if (routes.length > 0 || way || (over && order.where === "prose")) return false;
  if (dimension === "form" || dimension === "volume" || dose.per.hours !== undefined) return false;
  if (order.phase === "increase" || order.phase === "reduce") return false;
  // "40 mg by mouth once a day, and furosemide …": that is the way of the one before.
  const led = context.lead !== "" && timing.test(ownOf(after)) ? ownWords(before) : before.slice(-60);
  if (routeWords.test(withoutEnds(after.slice(0, 200))) || routeWords.test(led) || routeWords.test(above))
    return false;
  // "200 mg stat, then 100 mg once daily PO", "40 mg daily (as 20 mg twice a day) for 3 days, p.o."
  const same = next?.medicine === order.medicine;
  if (same && (next.routes.length > 0 || /[\s,](?:p\.?o|orally|by +mouth)\.?\W*$/i.test(context.rest)))
    return false;
  const behind = next !== undefined && next.routes.length > 0 && isShared(order, context);
  return !(behind || (previous?.medicine === order.medicine && previous.routes.length > 0));
}
