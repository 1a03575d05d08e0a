// How long a table's cell says that something is given: "3 months", "7/7" below "Duration", "12" below "Doses in the
// course", "4 weeks after leaving" below "Last dose". It must not know how rows make orders.

import { unitNamed } from "../lexicon/units.ts";
import type { Span } from "../text/span.ts";
import type { Column } from "./column.ts";
import type { Item } from "./item.ts";
import { numberOf } from "./number-word.ts";

/** "Must be completed within": no length of what is taken. */
export const windowHead = /\b(?:complet\w+|finish\w*|collected|taken|done) +(?:with)?in\b/i;

/** "Doses in the course" */
const dosesHead =
  /^\W*(?:total +(?:number +of +)?doses|(?:number +of +)?(?:doses|injections) +(?:in|for|of) +(?:the +|one +|a +)?(?:whole +|full +|complete +)?(?:course|treatment|regimen|all|total)|number +of +(?:doses|injections))\W*$/i;

export function dosesInCell(text: string, cell: Span, { text: head }: Column): Item | undefined {
  if (!dosesHead.test(head) || !/^\s*\d{1,3}\s*(?:doses)?\s*$/.test(text)) return undefined;
  return { kind: "schedule", schedule: { kind: "doseCount", count: Number.parseInt(text, 10) }, ...cell };
}

/** A length, and the place from which the cell goes on to say something else. */
export interface CellLength {
  readonly length: Item;
  readonly rest: number | undefined;
}

export function lengthInCell(text: string, cell: Span, column: Column | undefined): CellLength | undefined {
  const length = durationItem(text, cell, column) ?? (column && lastTime(text, cell, column));
  if (length) return { length, rest: undefined };
  const [led] = (phaseHead.test(column?.text ?? "") && ledByTime.exec(text)?.slice(1)) || [];
  const end = cell.start + (led?.length ?? 0);
  const first = led ? durationItem(led, { start: cell.start, end }, column) : undefined;
  return first && { length: first, rest: led?.length };
}

/** "4 months, two medicines" below "Continuation phase" */
const phaseHead = /\bphase\b/i;
const ledByTime = /^(\s*\d{1,2}(?:\s*(?:-|–|to)\s*\d{1,2})?\s*(?:months?|weeks?|days?))(\s*[,:(;].*)$/i;

/** "3 months" in a cell of its own, where no column of ages is: how long, not how old; so is "at least 2 years" below "Length". */
function durationItem(text: string, cell: Span, column: Column | undefined): Item | undefined {
  const bare = column?.role === "duration" ? text.replace(leastLong, "") : text;
  const [, low = "", high = low, name = ""] =
    /^\s*(\d{1,2})(?:\s*(?:-|–|to)\s*(\d{1,2}))?\s*(months?|years?|weeks?|days?|\/\s?(?:7|52|12))\s*$/i.exec(
      bare,
    ) ?? [];
  // "7/7" below "Duration"
  const fraction = column?.role === "duration" ? fractions.get(name.replace(/\s/, "")) : undefined;
  return timed(Number(low), Number(high), fraction ?? name, cell);
}

function timed(low: number, high: number, name: string, cell: Span): Item | undefined {
  const unit = unitNamed(name.toLowerCase());
  const time = unit && ({ kind: "time", role: "duration", low, high, unit } as const);
  return time && { kind: "schedule", schedule: time, ...cell };
}

const leastLong =
  /^\s*(?:for +)?(?:at +least|(?:a +)?(?:minimum|total)(?: +of)?|min\.|≥|about|usually|for)\s+(?=\d)|\s+(?:at +least|or +(?:more|longer)|minimum|in +(?:all|total))\s*$/gi;

const fractions = new Map(Object.entries({ "/7": "day", "/52": "week", "/12": "month" }));

/** "Day 5", "after 5 days", "4 weeks after leaving" below "Last dose" or "Stop": so long it goes on. */
function lastTime(text: string, cell: Span, { text: head }: Column): Item | undefined {
  if (!lastHead.test(head)) return undefined;
  const [said = "", unit = "", day, count = "", name = "", after] = lastSaid.exec(text) ?? [];
  const value = day === undefined ? (numberOf(count) ?? Number(count)) : Number(day);
  if (said === "" || !(value > 1 || after)) return undefined;
  const start = cell.start + (/^\s*/.exec(said)?.[0].length ?? 0);
  return timed(value, value, unit || name, { start, end: cell.start + said.trimEnd().length });
}
const lastHead =
  /^\W*(?:(?:the +)?(?:last|final) +(?:doses?|day|tablets?|capsules?|injections?)|stop(?:s|ped)?(?: +(?:on|after|at|date))?|ends?(?: +(?:on|date))?|until|continued? +(?:until|for))\W*$/i;
const lastSaid =
  /^\s*(?:on +|after +|until +|at +)?(?:(day|week|month) +(\d{1,3})|(\d{1,3}|[a-z]+) +(days?|weeks?|months?|years?)(?: +(after)\b.{0,60})?)\s*$/i;
