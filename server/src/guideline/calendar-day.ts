// Days of the calendar as letters, charts and examples write them: "4 May", "May 4, 2024", "2024-05-04", "the first days
// of June"; and how many days lie between two of them. It must not know what happens on them.

import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";

export interface CalendarDay extends Span {
  /** The first and the last day that may be meant. */
  readonly first: Day;
  readonly last: Day;
}

interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  /** "3/5": the third of May or the fifth of March. */
  readonly eitherWay?: boolean;
}

const names = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** With a capital: "may" is a verb. */
const name =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b(?:\\.(?=,? +\\d))?";
const nth = "(?:st|nd|rd|th)?";
const year = "(?:,? +(\\d{4})(?!\\d))?";
const part = "(?:the +)?(first +days|beginning|start|middle|end|last +days|early|mid|late)(?: +of)?[ -]+";

/** Whether a text may name a day at all: most do not, and are told by one look. */
export const mayNameDays = (text: string): boolean => anyDay.test(text);
const anyDay = new RegExp(`\\b${name}|\\d{4}-\\d\\d-\\d\\d|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2}`);

const shared = new RegExp(
  `\\b(\\d{1,2})${nth} *(?:–|-|to|and|until|till|through) *(?:the +)?(\\d{1,2})${nth}(?: +of)? +${name}${year}`,
  "g",
);
const dayFirst = new RegExp(`\\b(\\d{1,2})${nth}(?: +of)?[ -]+${name}${year}`, "g");
const monthFirst = new RegExp(`\\b${name} +(\\d{1,2})${nth}(?!\\d)${year}`, "g");
const about = new RegExp(`\\b${part}${name}${year}`, "gi");
const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g;
const figures = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)\b/g;

/** All that a text names, in its order. "3 to 12 May" are two. */
export function calendarDays(text: string): readonly CalendarDay[] {
  const found: CalendarDay[] = [];
  const add = (start: number, end: number, first: Day, last = first) => {
    const free = found.every((other) => end <= other.start || start >= other.end);
    if (free && isDay(first) && isDay(last)) found.push({ start, end, first, last });
  };
  const monthOf = (word = "") => names.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const yearOf = (figure: string | undefined) => (figure === undefined ? undefined : Number(figure));
  for (const { index, 0: whole, 1: from, 2: to, 3: month, 4: of } of matchesIn(text, shared)) {
    const of2 = { month: monthOf(month), year: yearOf(of) };
    const second = index + whole.lastIndexOf(to ?? "", whole.length - (month?.length ?? 0));
    const end = index + (from ?? "").length;
    const both = { day: Number(from), ...of2 };
    if (isDay(both)) {
      add(index, end, both);
      add(Math.max(end, second), index + whole.length, { day: Number(to), ...of2 });
    }
  }
  for (const { index, 0: whole, 1: day, 2: month, 3: of } of matchesIn(text, dayFirst))
    add(index, index + whole.length, { day: Number(day), month: monthOf(month), year: yearOf(of) });
  for (const { index, 0: whole, 1: month, 2: day, 3: of } of matchesIn(text, monthFirst))
    add(index, index + whole.length, { day: Number(day), month: monthOf(month), year: yearOf(of) });
  for (const { index, 0: whole, 1: of, 2: month, 3: day } of matchesIn(text, iso))
    add(index, index + whole.length, { day: Number(day), month: Number(month), year: Number(of) });
  for (const { index, 0: whole, 1: day, 2: month, 3: of = "" } of matchesIn(text, figures)) {
    const full = of.length === 2 ? 2000 + Number(of) : Number(of);
    const [a, b] = [Number(day), Number(month)];
    const said = b > 12 ? { day: b, month: a } : { day: a, month: b };
    add(index, index + whole.length, { ...said, year: full, eitherWay: a <= 12 && b <= 12 });
  }
  for (const { index, 0: whole, 1: when = "", 2: month, 3: of } of matchesIn(text, about)) {
    const [first, last] = daysOf(when.toLowerCase());
    const said = { month: monthOf(month), year: yearOf(of) };
    add(index, index + whole.length, { day: first, ...said }, { day: last, ...said });
  }
  return found.sort((a, b) => a.start - b.start);
}

function daysOf(when: string): readonly [number, number] {
  if (when.startsWith("first")) return [1, 5];
  if (/^(?:beginning|start|early)/.test(when)) return [1, 10];
  return when.startsWith("mid") ? [10, 20] : [20, 28];
}

const isDay = ({ day, month }: Day): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

const millisecondsADay = 86_400_000;
/** In which no 29 February is. */
const anyYear = 2023;

/** From the first of a day to the last of another, which is later: the fewest and the most days between. */
export function daysBetween(from: CalendarDay, to: CalendarDay): readonly [number, number] | undefined {
  const ways = from.first.eitherWay && to.first.eitherWay ? [false, true] : [false];
  const all = ways.flatMap((swapped) => {
    const least = between(from.last, to.first, swapped);
    const most = between(from.first, to.last, swapped);
    return least > 0 && most >= least ? [[least, most] as const] : [];
  });
  return all.sort(([a], [b]) => a - b)[0];
}

function between(from: Day, to: Day, swapped: boolean): number {
  const [first, last] = [from.year ?? to.year ?? anyYear, to.year ?? from.year ?? anyYear];
  const at = ({ day, month }: Day, of: number) =>
    swapped ? Date.UTC(of, day - 1, month) : Date.UTC(of, month - 1, day);
  const days = Math.round((at(to, last) - at(from, first)) / millisecondsADay);
  // "From 20 December to 5 January"
  return days < 0 && (from.year === undefined || to.year === undefined) ? days + 365 : days;
}
