// Of a list, or of the lines of one box, the one order that does not say by which route or how often, where all others do. It
// must not judge.

import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import type { Order } from "./order.ts";
import { slice } from "./scope.ts";
import { sectionAt } from "./section.ts";

export interface OddItem {
  readonly order: Order;
  readonly slot: "route" | "frequency";
}

/** So many others must say it. */
const fewest = { route: 2, frequency: 3 };
const mostItems = 20;

/** Any word that a route may be told by. */
const way =
  /\b(?:iv|im|sc|po|pr|io|oral\w*|mouth|swallow\w*|chew\w*|inject\w*|rectal\w*|rectum|inhal\w*|nebuli\w*|puffs?|drip|infus\w*|vein|muscle|skin|thigh|buttock|tube|spacer|nas\w+|nostril|buccal\w*|cheek|tongue|patch\w*|drops?|appl\w+|cream|ointment|gel|topical\w*|eyes?|ears?|line|push|bolus|syringe|tablets?|capsules?|syrup|suspension|solution|mouthwash|sachets?|vagina\w*|pessar\w+|epidural\w*|wound|locally)\b/i;
/** "With meals" says when, but not how often, where all others are given so many times a day. */
const often =
  /\b(?:daily|hourly|weekly|monthly|nightly|every|each|per|once|twice|thrice|times|stat|single|one|doses|morning|evening|nights?|bedtime|needed|required|necessary|continu\w*|infus\w*|bolus|over|intervals?|repeat\w*|then|until|before|after|at(?= +(?:\d|night|bed|once|the +same))|when|if|day|hours?|minutes?)\b/i;
/** It is said there. */
const elsewhere = /\b(?:see|same|as +(?:above|below|before)|likewise|chart|table|page|protocol|according)\b/i;

const isGiven = ({ negated, preparation, diluent, total, flattened, supposed, phase, dose }: Order) =>
  !(negated || preparation || diluent || total || flattened || supposed) &&
  (phase === undefined || phase === "then" || phase === "loading" || phase === "initial") &&
  /^(?:mass|activity|equivalent)$/.test(dose.unit.dimension);

const isTimed = ({ frequency, divided, asNeeded, over, dose, doseCount, mode, duration }: Order) =>
  Boolean(frequency ?? divided ?? over ?? dose.per.hours ?? doseCount ?? mode ?? duration) || asNeeded;

export function oddItems(guideline: Guideline): OddItem[] {
  const { orders } = guideline;
  const listed = orders.filter(isGiven);
  return [...grouped(listed, (order) => placeOf(guideline, order))].flatMap(([place, of]) => {
    if (place === undefined) return [];
    const items = [...grouped(of, ({ block }) => block.start).values()];
    return items.length > mostItems
      ? []
      : [
          ...oddOf(items, "route", (order) => order.routes.length > 0),
          ...oddOf(items, "frequency", isTimed),
        ].filter((one) => isUnsaid(guideline, one));
  });
}

/** The list, or the box whose lines stand apart. */
function placeOf({ lists, sections, text }: Guideline, { block, where }: Order): string | number | undefined {
  if (where === "table") return undefined;
  const list = lists.get(block.start);
  if (list !== undefined) return list;
  const line = text.lastIndexOf("\n", block.start - 1) + 1;
  return /^ {0,3}>/.test(text.slice(line, line + 4))
    ? `box ${sectionAt(sections, block.start)?.headingSpan.start}`
    : undefined;
}

function oddOf(
  items: readonly (readonly Order[])[],
  slot: OddItem["slot"],
  says: (order: Order) => boolean,
): OddItem[] {
  const [odd, ...more] = items.filter(([first]) => first && !says(first));
  const [order, other] = odd ?? [];
  if (!order || other || more.length > 0 || items.length - 1 < fewest[slot]) return [];
  // Where all others are given once as well, it goes without saying.
  const repeated = items.filter(([first]) => first?.frequency && !first.frequency.once).length;
  if (slot === "frequency" && repeated < fewest.route) return [];
  return [{ order, slot }];
}

function isUnsaid({ markdown }: Guideline, { order, slot }: OddItem): boolean {
  const item = slice(markdown, order.block);
  const behind = item.slice(order.dose.end - order.block.start).split(/[.;]\s/)[0] ?? "";
  const said = slot === "route" ? item.replace(/^[^.;]*:/, "") : behind;
  return !elsewhere.test(item) && !(slot === "route" ? way : often).test(said);
}
