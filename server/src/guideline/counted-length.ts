// How long something is given, told by what is counted: "six monthly doses", "21 injections, one a day", "nine packs
// of 28 days", "once weekly" and "12 doses". It must not know orders or courses.

import type { Unit } from "../lexicon/units.ts";
import { unitNamed } from "../lexicon/units.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { handedOut } from "./handed-out-length.ts";
import type { Indication } from "./indication.ts";
import type { Item } from "./item.ts";
import { isBreak } from "./item-kind.ts";
import { numberOf, numberWords, ordinalWords } from "./number-word.ts";
import type { DoseCount } from "./schedule.ts";

const days = unitNamed("day") as Unit;
const weeks = unitNamed("weeks") as Unit;
const months = unitNamed("months") as Unit;
/** A dose that comes in parts of a day may be given as often: "three daily doses". */
const fewest: ReadonlyMap<Unit, number> = new Map([
  [days, 7],
  [weeks, 3],
  [months, 3],
]);
/** Longer is no course. */
const longest = 1200;

const thing =
  "(?:doses?|packs?|blisters?|blister +packs?|boxe?s?|injections?|tablets?|capsules?|sachets?|visits?|squares?|refills?|bottles?)";
const ones = numberWords.slice(0, 9).join("|");
const tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const word = `(?:${tens})(?:[- ](?:${ones}))?|(?:six|seven|eigh|nine)teen|${[...numberWords].reverse().join("|")}`;
const count = `(?<![\\d.,–-])(?<count>\\d{1,3}|${word})`;
const rhythmic = new RegExp(
  `\\b${count} +(?:[a-z]+ed +)?(?<rhythm>monthly|weekly|daily)(?: +[a-z]+)?? +${thing}\\b`,
  "gi",
);
const each = new RegExp(
  `\\b${count} +(?:[a-z]+ +)??${thing}(?: +to +(?:tick|collect|take|fill|sign))?(?: +in +(?:all|total))?,? *[,:;(–—]? *(?:one|1) +(?:a|per|each|every|for +(?:each|every|a))(?: +single)? +(?<rhythm>day|week|month|morning|evening|night)\\b`,
  "gi",
);
const sized = new RegExp(
  `\\b${count} +(?:[a-z]+ +)??(?:packs?|blisters?|blister +packs?|boxes|strips|bottles|refills),? +(?:of|for|each +(?:for|of|lasting|holding)) +(?<size>\\d{1,2}|[a-z]+)[ -](?<unit>days?|weeks?|months?)\\b`,
  "gi",
);
/** What leprosy is counted in: each is for a month. */
const ordinals = ordinalWords.slice(0, 12);
const packed = new RegExp(
  `\\b(?:${count} +(?:(?:monthly +)?supervised +doses|(?:[a-z]+ +)?(?:blister +)?packs|blisters)|(?<nth>${ordinals.join("|")}|\\d{1,2}th) +(?:(?:monthly +)?supervised +dose|(?:blister +)?pack))\\b`,
  "gi",
);
const mayCount = new RegExp(`\\b${thing}\\b`, "i");

/** With a length in the place of what is counted. */
export function withCountedLengths(items: Item[], text: string): Item[] {
  const told = handedOut(text).reduce(
    (read, { long, unit, ...span }) => replaced(read, lengthItem(span, long, unit), true),
    items,
  );
  if (!mayCount.test(text)) return told;
  const lasting = withLengths(told, text);
  return matchesIn(text, packed).reduce((read, { index, 0: said, groups }) => {
    const { count, nth = "" } = groups ?? {};
    const counted = count
      ? countIn(count)
      : Number.parseInt(nth, 10) || ordinals.indexOf(nth.toLowerCase()) + 1;
    const schedule = { kind: "doseCount", count: counted ?? 0 } as const;
    const span = { start: index, end: index + said.length };
    return counted && counted > 3 ? replaced(read, { kind: "schedule", schedule, ...span }) : read;
  }, lasting);
}

function withLengths(items: Item[], text: string): Item[] {
  const found = [...matchesIn(text, rhythmic), ...matchesIn(text, each), ...matchesIn(text, sized)];
  return found.reduce((read, match) => {
    const { count = "", rhythm, size = "", unit = "" } = match.groups ?? {};
    const named = rhythm ? unitOf(rhythm.toLowerCase()) : unitNamed(unit.toLowerCase());
    const one = countIn(count);
    const long = one === undefined || !named ? undefined : rhythm ? one : one * (countIn(size) ?? Number.NaN);
    const least = rhythm && named ? (fewest.get(named) ?? 1) : 2;
    if (!long || !named || !one || one < least || long * named.factor > longest * 24) return read;
    return replaced(
      read,
      lengthItem({ start: match.index, end: match.index + match[0].length }, long, named),
    );
  }, items);
}

const unitOf = (rhythm: string): Unit => (/^mon/.test(rhythm) ? months : /^week/.test(rhythm) ? weeks : days);

const countIn = (word: string): number | undefined => {
  if (/^\d/.test(word)) return Number(word);
  const [tens = "", ones] = word.toLowerCase().split(/[- ]/);
  const value = numberOf(tens);
  return value === undefined ? undefined : value + (ones ? (numberOf(ones) ?? 0) : 0);
};

/** "42 tablets", "day 20": read as an amount or a time of its own before. */
const isPlain = (item: Item): boolean =>
  item.kind === "measure" ||
  item.kind === "number" ||
  (item.kind === "schedule" && item.schedule.kind === "frequency");

/** A length that was found before stays. */
function replaced(items: Item[], length: Item, isCounted = false): Item[] {
  const at = items.findIndex(({ start }) => start >= length.start);
  const within = ({ start, end }: Item) => start >= length.start && end <= length.end;
  const covers = ({ start, end }: Item) => start <= length.start && end >= length.end;
  if (at < 0 || items.some((item) => covers(item) && !(isCounted && isPlain(item)))) return items;
  const course: Item = { kind: "word", text: "course", start: length.start, end: length.start };
  return [...items.slice(0, at), course, length, ...items.slice(at).filter((item) => !within(item))];
}

const lengthItem = ({ start, end }: Span, long: number, unit: Unit): Item => ({
  kind: "schedule",
  schedule: { kind: "time", role: "duration", low: long, high: long, unit },
  start,
  end,
});

/** "| Once daily | 180 |" below "Doses in the course": so many days; "six packs" of what leprosy is treated with: months. */
export function withCountedDoses(items: readonly Item[], indication: Indication): readonly Item[] {
  if (!items.some(isDoseCount)) return items;
  const ofLeprosy = ({ kind, ...item }: Item) => kind === "condition" && "id" in item && isLeprosy(item.id);
  const isPacked =
    [...indication.conditions, ...indication.qualifiers].some(isLeprosy) || items.some(ofLeprosy);
  return items.flatMap((item, at) => {
    if (!isDoseCount(item)) return [item];
    const from = items.slice(0, at).findLastIndex((one) => isBreak(one, "sentence", "semicolon")) + 1;
    const perDay = perDayOf(items.slice(from, at + 4).find(isRhythm));
    const { count } = item.schedule;
    const [long, unit] = perDay ? [count / perDay, days] : isPacked && count > 3 ? [count, months] : [];
    const course: Item = { kind: "word", text: "course", start: item.start, end: item.start };
    return long && unit ? [course, lengthItem(item, long, unit)] : [item];
  });
}

const isLeprosy = (id: string): boolean => id === "leprosy" || id.endsWith("bacillary");

const isDoseCount = (item: Item): item is Item & { kind: "schedule"; schedule: DoseCount } =>
  item.kind === "schedule" && item.schedule.kind === "doseCount";

function perDayOf(item: Item | undefined): number | undefined {
  const perDay =
    item?.kind === "schedule" && item.schedule.kind === "frequency" ? item.schedule.perDay : undefined;
  return perDay && perDay.low === perDay.high ? perDay.low : undefined;
}

const isRhythm = (item: Item): boolean =>
  item.kind === "schedule" && item.schedule.kind === "frequency" && item.schedule.perDay !== undefined;
