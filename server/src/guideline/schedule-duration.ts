// How long: "for 5–7 days", "x 5/7", "over 30 minutes", "for 3 doses". It must not know medicines.

import { type Unit, unitNamed } from "../lexicon/units.ts";
import type { Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord } from "./measure.ts";
import type { ScheduleFound } from "./schedule.ts";
import { countAt } from "./schedule-count.ts";

const days = unitNamed("day") as Unit;
const weeks = unitNamed("week") as Unit;
const months = unitNamed("month") as Unit;

/** "until day 7", "stop on day 5", "to be completed on day 21": so many days, counted from the first. */
export function lastDayAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const until =
    isWord(tokens[at], "until", "till", "through", "to") ||
    (isWord(tokens[at], "up") && isWord(tokens[at + 1], "to"));
  if (!until && !(isWord(tokens[at], "on", "after", "at", "by", "with") && endsIn(tokens, at)))
    return undefined;
  // "from day 3 to day 7"
  if (until && !isOpenBefore(tokens, at)) return undefined;
  let next = isWord(tokens[at], "up") && isWord(tokens[at + 1], "to") ? at + 2 : at + 1;
  while (isWord(tokens[next], "and", "including", "the", "end", "of", "morning", "evening", "night")) next++;
  const nth = ordinalDay(tokens, next);
  if (nth && !isWord(tokens[nth.next], "of", "after", "or"))
    return {
      // What stops on a day may be taken until the day before.
      schedule: {
        kind: "time",
        role: "duration",
        low: until ? nth.day : nth.day - 1,
        high: nth.day,
        unit: days,
      },
      next: nth.next,
    };
  const unit = isWord(tokens[next], "day") ? days : isWord(tokens[next], "week") ? weeks : undefined;
  const day = tokens[next + 1];
  if (!unit || day?.kind !== "number" || !Number.isInteger(day.value) || day.value < 2) return undefined;
  next += 2;
  // "until day 7 of life", "day 21 of the cycle", "until day 3 or 5"
  const treated = isWord(tokens[next + 1], "treatment", "therapy", "antibiotics");
  if ((isWord(tokens[next], "of") && !treated) || isWord(tokens[next], "or", "after", "post"))
    return undefined;
  if (isRangeSign(tokens[next]) || isSign(tokens[next], "/")) return undefined;
  // "until week 36" is one of pregnancy.
  if (unit === weeks && (day.value > 26 || isWord(tokens[next], "gestation"))) return undefined;
  return { schedule: { kind: "time", role: "duration", low: day.value, high: day.value, unit }, next };
}

const ordinals =
  "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split(
    " ",
  );

/** "tenth day", "10th day", "sixth week" */
function ordinalDay(tokens: readonly Token[], at: number): { day: number; next: number } | undefined {
  const [first, second, third] = tokens.slice(at, at + 3);
  const named = first?.kind === "word" ? ordinals.indexOf(first.text) + 2 : 0;
  const isWeek = isWord(second, "week") && !isWord(third, "of");
  if (named > 1 && (isWord(second, "day") || isWeek)) return { day: named * (isWeek ? 7 : 1), next: at + 2 };
  if (first?.kind !== "number" || !Number.isInteger(first.value) || first.value < 2) return undefined;
  return isWord(second, "st", "nd", "rd", "th") && isWord(third, "day")
    ? { day: first.value, next: at + 3 }
    : undefined;
}

const ending =
  /^(?:stop(?:s|ped|ping)?|end(?:s|ed|ing)?|finish(?:ed|es|ing)?|completed?|completes|discontinued?|last)$/;

/** "stop on", "completed on", "last dose on". */
function endsIn(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 3), at);
  const end = near.findLastIndex((token) => token.kind === "word" && ending.test(token.text));
  return end >= 0 && near.slice(end).every(({ kind }) => kind === "word");
}

/** Nothing before it says where the days begin, or that another dose went before. */
function isOpenBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    const token = tokens[i];
    if (token?.kind === "sign" && /^[¶;|]$/.test(token.text)) return true;
    if (isWord(token, "then", "from", "followed", "if", "return", "review")) return false;
    if (isWord(token, "day", "days") && tokens[i + 1]?.kind === "number") return false;
  }
  return true;
}

/** "for 7 days", "x 5/7", "over 30 minutes", "7 days", "for 3 doses", "a 10-day course". */
export function durationAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const token = tokens[at];
  if (isWord(token, "at", "on", "in", "with", "during") && isWord(tokens[at + 1], "each"))
    return occasionsAt(tokens, at + 2);
  // "30 mL/kg in 30 minutes" is how fast, "repeat in 30 minutes" when.
  const over =
    isWord(token, "over", "during") || (isWord(token, "in") && isWord(tokens[at - 1], ...volumeEnds));
  // "stopping after 10 days", "until 10 days have passed"
  const ended =
    (isWord(token, "after", "in") && endsIn(tokens, at)) ||
    (isWord(token, "until") && isPassed(tokens, at + 1)) ||
    (isWord(token, "before", "until") && isKeptFromStopping(tokens, at)) ||
    (isWord(token, "until", "till", "to") && isUntilAfter(tokens, at + 1));
  const lead = over || ended || isWord(token, "for", "x", "total") || isSign(token, "×");
  let start = lead ? at + 1 : at;
  for (;;) {
    const two = isWord(tokens[start], "no", "not") && isWord(tokens[start + 1], "longer", "more") ? 3 : 0;
    if (lead && two > 0 && isWord(tokens[start + 2], "than")) start += two;
    else if (lead && isWord(tokens[start], ...skipped)) start++;
    else break;
  }
  const count = halvedAt(tokens, start);
  if (!count)
    return lead || isLoneFortnight(tokens, at) ? singleAt(tokens, lead ? start : at + 1) : undefined;
  if (isWord(tokens[count.next], "dose", "doses") && lead && !over)
    return { schedule: { kind: "doseCount", count: count.high }, next: count.next + 1 };
  // "7 doses in total"
  if (isWord(tokens[count.next], "doses") && (isInAll(tokens, count.next + 1) || isAlone(tokens, at, count)))
    return { schedule: { kind: "doseCount", count: count.high }, next: count.next + 1 };
  const often = isWord(tokens[isOpening(tokens[at - 1]) ? at - 2 : at - 1], ...oftenBefore);
  const labelled = isSign(tokens[at - 1], ":") && endsThere(tokens[at + 3]);
  const fraction = (lead && !over) || often || labelled ? sevenths(tokens, start) : undefined;
  if (fraction) return fraction;
  let next = count.next;
  if (isSign(tokens[next], "-")) next++;
  if (isWord(tokens[next], ...wholeUnits)) next++;
  const unit = tokens[next]?.kind === "word" ? unitNamed(tokens[next]?.text ?? "") : undefined;
  if (unit?.dimension !== "time") return undefined;
  if (/^[msy]$/.test(tokens[next]?.text ?? "")) return undefined;
  // "The total for one day is 80 mg/kg": of how long it is the sum, not how long it is given.
  if (isWord(tokens[at - 1], "total", "amount", "sum", "quantity") && isWord(tokens[next + 1], "is", "comes"))
    return undefined;
  const long = unit.factor >= 24;
  const counted = long && !over ? countedFrom(tokens, next + 1) : undefined;
  const stops = counted !== undefined && isWord(tokens[at - 1], ...stopping);
  const role = over || (lead && !long) ? "over" : lead || stops ? "duration" : "bare";
  const { low, high } = count;
  const whole = hoursAndMinutes(tokens, next + 1, { low, high, unit });
  const { next: behind, ...time } = whole ?? {
    low,
    high,
    unit,
    next: (lead || stops ? counted : undefined) ?? next + 1,
  };
  return { schedule: { kind: "time", role: over && long ? "duration" : role, ...time }, next: behind };
}

const stopping = "ending ends ended end stopping stops stopped stop finishing finishes finished".split(" ");

/** "Ending ten days after the first sterile culture", "for six weeks from the first dose": from where it is counted. */
function countedFrom(tokens: readonly Token[], at: number): number | undefined {
  if (!isWord(tokens[at], "after", "from", "since")) return undefined;
  const first = isWord(tokens[at + 1], "the", "her", "his", "their", "your") ? at + 2 : at + 1;
  return isWord(tokens[first], "first", "last") ? first + 1 : undefined;
}

/** "Until six weeks after delivery" */
function isUntilAfter(tokens: readonly Token[], at: number): boolean {
  const count = countAt(tokens, isWord(tokens[at], "at") && isWord(tokens[at + 1], "least") ? at + 2 : at);
  const unit = count && tokens[count.next];
  const isLong = unit?.kind === "word" && /^(?:days?|weeks?|months?|years?)$/.test(unit.text);
  return count !== undefined && isLong && isWord(tokens[count.next + 1], "after", "post");
}

/** "Do not stop it before", "must never be stopped until": so long at least. */
function isKeptFromStopping(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 7), at);
  const end = near.findLastIndex((token) => token.kind === "word" && ending.test(token.text));
  const isPlain = near.slice(Math.max(0, end)).every(({ kind }) => kind === "word");
  return end > 0 && isPlain && near.slice(0, end).some((token) => isWord(token, "not", "never", "nobody"));
}

/** "Ten days have passed", "ten days are complete" */
function isPassed(tokens: readonly Token[], at: number): boolean {
  const end = tokens.slice(at, at + 6).findIndex((token) => isWord(token, "have", "are", "has"));
  const next = at + end + (isWord(tokens[at + end + 1], "been") ? 2 : 1);
  return end > 0 && isWord(tokens[next], "passed", "gone", "elapsed", "complete", "completed", "over");
}

/** "One and a half" weeks. */
function halvedAt(tokens: readonly Token[], at: number): ReturnType<typeof countAt> {
  const count = countAt(tokens, at);
  const half = count && ["and", "a", "half"].every((word, i) => isWord(tokens[count.next + i], word));
  return half ? { ...count, low: count.low + 0.5, high: count.high + 0.5, next: count.next + 3 } : count;
}

/** "Every 12 hours: six doses." */
function isAlone(
  tokens: readonly Token[],
  at: number,
  { low, next }: { low: number; next: number },
): boolean {
  const behind = tokens[next + 1];
  const ends = !behind || (behind.kind === "sign" && /^[¶;|.,)]$/.test(behind.text));
  return low > 3 && ends && isOpening(tokens[at - 1]);
}

const isOpening = (token: Token | undefined): boolean => token?.kind === "sign" && /^[:,(]$/.test(token.text);

/** "1 h 45 min", "2 hours and 30 minutes": one time, in minutes. */
function hoursAndMinutes(
  tokens: readonly Token[],
  at: number,
  { low, high, unit }: { readonly low: number; readonly high: number; readonly unit: Unit },
) {
  const from = isWord(tokens[at], "and") ? at + 1 : at;
  const [minutes, name] = [tokens[from], tokens[from + 1]];
  const smaller = name?.kind === "word" && name.text.length > 1 ? unitNamed(name.text) : undefined;
  if (unit.code !== "h" || smaller?.code !== "min" || low !== high || minutes?.kind !== "number")
    return undefined;
  if (minutes.value >= 60) return undefined;
  const value = low * 60 + minutes.value;
  return { low: value, high: value, unit: smaller, next: from + 2 };
}

/** "at each of 10 consecutive sessions", "on each of the first 3 visits": so many doses. */
function occasionsAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  if (!isWord(tokens[at], "of")) return undefined;
  let start = at + 1;
  while (isWord(tokens[start], "the", "first", "next", "following")) start++;
  const count = countAt(tokens, start);
  if (!count || !Number.isInteger(count.high)) return undefined;
  const noun = tokens.slice(count.next, count.next + 3).findIndex((token) => isWord(token, ...occasions));
  const next = count.next + noun + 1;
  const isPlain = tokens.slice(count.next, next).every(({ kind }) => kind === "word");
  return noun >= 0 && isPlain ? { schedule: { kind: "doseCount", count: count.high }, next } : undefined;
}
const occasions =
  "sessions visits contacts treatments dialyses occasions days mornings evenings nights".split(" ");

/** "for at least 7 days", "for a further 3 days". */
const skipped =
  "a the at least most about total further another up to of minimum maximum approximately next first around course period span".split(
    " ",
  );

/** "7 more days", "one full week". */
const wholeUnits = "more further consecutive additional full whole complete entire".split(" ");

/** "Prednisolone: 5/7." */
const endsThere = (token: Token | undefined): boolean =>
  token === undefined || (token.kind === "sign" && /^[¶;|,)]$/.test(token.text));

const volumeEnds = "kg ml l litre litres liter liters".split(" ");

const isInAll = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], "altogether", "total") ||
  (isWord(tokens[at], "in") && isWord(tokens[at + 1], "all", "total"));

/** "TDS 5/7": behind these a fraction of seven days, 52 weeks or twelve months is how long. */
const oftenBefore = "od bd bid bds tds tid qds qid qd daily nocte mane hourly hrly night po iv im".split(" ");

/** "x 5/7" is five days, "2/52" two weeks, "3/12" three months. */
function sevenths(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const [first, slash, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.kind !== "number" || !isSign(slash, "/") || second?.kind !== "number") return undefined;
  const unit =
    second.value === 7 ? days : second.value === 52 ? weeks : second.value === 12 ? months : undefined;
  return (
    unit && {
      schedule: { kind: "time", role: "duration", low: first.value, high: first.value, unit },
      next: at + 3,
    }
  );
}

/** "A fortnight", "one tablet daily, a whole week"; "a week" alone may be how often. */
const isLoneFortnight = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], "a") &&
  (isWord(tokens[at + 1], "fortnight") || isWord(tokens[at + 1], "full", "whole", "entire")) &&
  !isWord(tokens[at - 1], "once", "twice", "times", "every", "per");

/** "for a week", "for a fortnight". */
function singleAt(tokens: readonly Token[], from: number): ScheduleFound | undefined {
  const isWhole = isWord(tokens[from], ...wholeUnits) && isWord(tokens[from - 1], "a");
  const at = isWhole ? from + 1 : from;
  // "for half a year", "for a further half year"
  const half = at + (isWord(tokens[at + 1], "a") || isSign(tokens[at + 1], "-") ? 2 : 1);
  if (isWord(tokens[at], "half") && isWord(tokens[half], "year"))
    return { schedule: { kind: "time", role: "duration", low: 6, high: 6, unit: months }, next: half + 1 };
  if (!isWord(tokens[from - 1], "a")) return undefined;
  if (!isWord(tokens[at], "week", "fortnight", "month", "year")) return undefined;
  const fortnight = isWord(tokens[at], "fortnight");
  const unit = unitNamed(fortnight ? "weeks" : (tokens[at]?.text ?? ""));
  const more = ["and", "a", "half"].every((word, i) => isWord(tokens[at + 1 + i], word));
  const count = (fortnight ? 2 : 1) + (more ? 0.5 : 0);
  const next = at + (more ? 4 : 1);
  return unit && { schedule: { kind: "time", role: "duration", low: count, high: count, unit }, next };
}
