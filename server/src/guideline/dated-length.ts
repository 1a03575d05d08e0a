// How long something was taken, told by the days of the calendar: "from 4 May to 13 May", "was started on 3 June; stop
// it on 13 June". The day of the end becomes the length. It must not know orders or courses.

import type { Unit } from "../lexicon/units.ts";
import { unitNamed } from "../lexicon/units.ts";
import type { Span } from "../text/span.ts";
import { type CalendarDay, calendarDays, daysBetween, mayNameDays } from "./calendar-day.ts";
import { treatment } from "./course-clues.ts";
import type { Item } from "./item.ts";
import { isWordLike } from "./item-kind.ts";

const days = unitNamed("day") as Unit;
/** Longer is how long a document holds. */
const longest = 400;
/** So long after an event the days between it and the first dose count little: "she had her infarction on …". */
const longAfter = 28;
const reach = 70;

const begins =
  /\b(?:from|since|start(?:s|ed|ing)?|begins?|began|begun|beginning|commenced|initiated|first +(?:doses?|tablets?|capsules?|injections?)|day +(?:1|one))\b[^.;!?\n]*$/i;
const ends =
  /\b(?:until|till|through|up +to|(?:stop|end)(?:s|ped|ed|ping|ing)?|finish(?:es|ed)?|complet(?:es?|ed|ing)|discontinued|last +(?:doses?|tablets?|capsules?|injections?|pills?|sachets?|days?|one|ones))\b[^.;!?\n]*$/i;
/** Something else is on that day. */
const other =
  /\b(?:review(?:ed)?|seen|visit|appointment|return(?:s|ed)?|admitted|discharged?|went|tested|repeat(?:ed)?|measured|checked|died|born|valid|version|edition)\b[^.;!?\n]*$/i;
/** Between two days that are one stretch of time. */
const joined = /^(?:\s+of)?\s*(?:–|—|-|to|and|until|till|through|up +to)\s*(?:and +including +)?(?:the +)?$/i;

/** With a length in the place of each day on which something ends whose beginning is said. */
export function withDatedLengths(items: Item[], text: string): Item[] {
  return withLastDays(mayNameDays(text) ? withEnds(items, text) : items, text);
}

/** "Day 10: last dose of doxycycline", "Stop date of doxycycline: day 10": counted from the first day. */
function withLastDays(items: Item[], text: string): Item[] {
  if (stopDays.test(text)) return withStopDays(items, text);
  const at = items.findIndex(isNumberedDay);
  const item = items[at];
  if (!item || items.slice(at + 1).some(isNumberedDay)) return items;
  const [, day] = /\bday +(\d{1,3})$/i.exec(text.slice(item.start, item.end)) ?? [];
  const last = Number(day);
  if (!(last > 2)) return items;
  const before = text.slice(Math.max(0, item.start - reach), item.start);
  const lead = ends.exec(before);
  const opens = /(?:^|[.;!?\n])\W*$/.test(before);
  const told = opens ? endsBehind.exec(text.slice(item.end, item.end + reach)) : null;
  if (!(lead && !other.test(before.slice(lead.index))) && !(told && !goesOn.test(told[0]))) return items;
  const name = items.findIndex((one, i) => one.kind === "medicine" && (lead ? i < at : i > at));
  if (opens && name < 0) return items;
  const schedule = { kind: "time", role: "duration", low: last, high: last, unit: days } as const;
  const length: Item = { kind: "schedule", schedule, start: item.start, end: item.end };
  if (lead) return items.map((one) => (one === item ? length : one));
  return items.flatMap((one, i) => (i === at ? [] : i === name ? [one, length] : [one]));
}

/** "Stop date on the chart: ward, day 7; intensive care, day 10" */
const stopDays = /\b(?:stop|end|last)[ -]+(?:dates?|days?)\b[^.;:\n|]{0,40}:[^:\n|]*\bday +\d/i;

function withStopDays(items: Item[], text: string): Item[] {
  const from = stopDays.exec(text)?.index ?? 0;
  return items.flatMap((item) => {
    const day = Number(/\bday +(\d{1,3})$/i.exec(text.slice(item.start, item.end))?.[1]);
    if (item.start < from || !isNumberedDay(item) || !(day > 2)) return [item];
    const schedule = { kind: "time", role: "duration", low: day, high: day, unit: days } as const;
    const course: Item = { kind: "word", text: "course", start: item.start, end: item.start };
    return [course, { kind: "schedule", schedule, start: item.start, end: item.end }];
  });
}

const isNumberedDay = (item: Item): boolean =>
  item.kind === "schedule" && item.schedule.kind === "frequency" && item.schedule.on === "day";
/** "Day 10: last dose of …", "On day 10 doxycycline ends" */
const endsBehind =
  /^[:,–—-]?\s*(?:[a-zß-öø-ɏ-]+ +){0,4}?(?:(?:last|final) +(?:doses?|tablets?|capsules?|injections?)|stop(?:s|ped)?|ends?|finish(?:es|ed)?|complet(?:es?|ed))\b[^.;!?\n]*/i;
/** "Stop the drip and change to tablets" ends no treatment. */
const goesOn =
  /\b(?:change|switch|then|oral|tablets +instead|step|continue|if|unless|iv|intravenous|loading)\b/i;

function withEnds(items: Item[], text: string): Item[] {
  const all = calendarDays(text);
  return all.reduceRight((read, end, at) => {
    const earlier = all.slice(0, at);
    const before = earlier.at(-1);
    if (before && joined.test(text.slice(before.end, end.start)))
      return replaced(read, { start: leadOf(before, text), end: end.end }, lasting(before, end, 0));
    const said = text.slice(Math.max(before?.end ?? 0, end.start - reach), end.start);
    const lead = ends.exec(said);
    if (!lead || other.test(said.slice(lead.index))) return read;
    const span = { start: end.start - said.length + lead.index, end: end.end };
    const begun = earlier.findLast((one) => isBeginning(one, items, text));
    const event = begun || earlier.length !== 1 ? undefined : before;
    const length = begun
      ? lasting(begun, end, 0)
      : event && /^(?:until|till)/i.test(lead[0])
        ? lasting(event, end, longAfter)
        : undefined;
    return replaced(read, span, length);
  }, items);
}

/** "from 4 May", "between 3": the word before goes with it. */
function leadOf({ start }: CalendarDay, text: string): number {
  const [word] = /\b(?:from|between|on)(?: +the)? +$/i.exec(text.slice(Math.max(0, start - 20), start)) ?? [];
  return start - (word?.length ?? 0);
}

/** A day on which a medicine is begun; "fever since 3 May" is none. */
function isBeginning({ start }: CalendarDay, items: readonly Item[], text: string): boolean {
  const said = text.slice(Math.max(0, start - reach), start);
  const stop = said.search(/[.;!?\n](?=\s[^.;!?\n]*$)/) + 1;
  if (!begins.test(said.slice(stop))) return false;
  if (/\b(?:start|begin)(?:ning|ed)?(?: +(?:date|on))? *[:|] *$/i.test(said)) return true;
  const clause = items.filter((item) => item.start >= start - said.length + stop && item.end <= start);
  return clause.some(
    (item) => item.kind === "medicine" || isWordLike(item, treatment) || isWordLike(item, /^(?:it|doses?)$/),
  );
}

const beginHead =
  /^\W*(?:start|begin|begun|began|from|first +dose|day +1|since|date +(?:started|of +start))/i;
const endHead =
  /^\W*(?:stop|end|until|to\b|last +dose|planned +(?:end|stop)|finish|date +(?:stopped|of +(?:stop|end)))/i;

/** "| 3 May | 12 May |" below "Start" and "Stop": the length, and in which cell it is. */
export function lengthOfCells(texts: readonly string[], columns: readonly { readonly text: string }[]) {
  const from = columns.findIndex(({ text }) => beginHead.test(text));
  const at = columns.findIndex(({ text }) => endHead.test(text));
  const [begun, end] = [from, at].map((i) => calendarDays(texts[i] ?? "")[0]);
  const length = begun && end && lasting(begun, end, 0);
  return length && { at, length };
}

/** In whole days; the day of the end may count or not. */
function lasting(from: CalendarDay, to: CalendarDay, least: number): Item | undefined {
  const [low = 0, high = 0] = daysBetween(from, to) ?? [];
  if (low <= 0 || low < least || high > longest) return undefined;
  const [fewest, most] = least > 0 ? [low - 3, high + 1] : [low, high + 1];
  const schedule = { kind: "time", role: "duration", low: fewest, high: most, unit: days } as const;
  return { kind: "schedule", schedule, start: to.start, end: to.end };
}

const whose: ReadonlySet<Item["kind"]> = new Set(["medicine", "population", "condition", "routes"]);

/** What leads to the day says only that it is one; a medicine that is named there stays. */
function replaced(items: Item[], span: Span, length: Item | undefined): Item[] {
  if (!length) return items;
  const course: Item = { kind: "word", text: "course", start: length.start, end: length.start };
  const isKept = ({ kind, start, end }: Item) =>
    end <= span.start || start >= span.end || (start < length.start && whose.has(kind));
  const kept = items.filter(isKept);
  const at = kept.findIndex(({ start }) => start >= span.end);
  return at < 0 ? [...kept, course, length] : [...kept.slice(0, at), course, length, ...kept.slice(at)];
}
