// Doses that are the whole of several: "1000 mg in five infusions of 200 mg", "24 mg in all". They are no single
// dose. It must not know how an order is read.

import type { Item } from "./item.ts";
import { isBreak, isMark } from "./item-kind.ts";
import { numberOf } from "./number-word.ts";
import { amountOf } from "./order.ts";
import type { Draft } from "./order-draft.ts";

/** Of items between the whole and the parts. */
const mostBetween = 5;

/** Of the text whose items these are. */
export function tellWholes(orders: readonly Draft[], items: readonly Item[]): void {
  if (orders.length === 0) return;
  const byStart = new Map(orders.map((draft) => [draft.dose.start, draft]));
  items.forEach((item, at) => {
    const draft = item.kind === "measure" ? byStart.get(item.measure.start) : undefined;
    if (draft && (isAltogether(items, at) || isShared(items, at, draft))) draft.total = true;
  });
}

/** "… in all.", "… in total, then": not "in all children". */
function isAltogether(items: readonly Item[], at: number): boolean {
  const [first, second, third] = [items[at + 1], items[at + 2], items[at + 3]];
  if (first?.kind === "word" && first.text === "altogether") return true;
  if (!isMark(first, "in")) return false;
  const whole = isMark(second, "total") || (second?.kind === "word" && second.text === "all");
  return whole && (third === undefined || third.kind === "break");
}

/** As many parts as are said make the dose. */
function isShared(items: readonly Item[], at: number, { dose }: Draft): boolean {
  const whole = amountOf(dose);
  let count: number | undefined;
  for (const item of items.slice(at + 1, at + 2 + mostBetween)) {
    if (isBreak(item, "sentence", "cell")) return false;
    if (item.kind === "number") count = item.value;
    else if (item.kind === "word") count = numberOf(item.text) ?? count;
    else if (item.kind === "measure") {
      const part = amountOf(item.measure);
      return count !== undefined && count > 1 && part.unit === whole.unit && part.high * count === whole.high;
    }
  }
  return false;
}
