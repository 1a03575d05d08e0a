// How often, as it is counted: "8 hourly", "q4-6h", "three times a day", "in 3 divided doses", "on days 1 and 8". It
// must not know medicines.

import { dictionaryInUse } from "../lexicon/dictionary.ts";
import { unitNamed } from "../lexicon/units.ts";
import type { Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord, type Numbers } from "./measure.ts";
import { numberOf } from "./number-word.ts";
import { perDay, type ScheduleFound } from "./schedule.ts";
import { momentEnd } from "./schedule-clock.ts";
import { countAt } from "./schedule-count.ts";

const sharing = ["split", "shared", "spread"];
const shares =
  "doses dose times portions parts fractions administrations infusions injections halves servings instalments feeds fillings syringes".split(
    " ",
  );
/** What is split over these is no day's amount. */
const otherShares =
  /^(?:minutes?|mins?|h|hours?|hrs?|days?|weeks?|months?|sites?|thighs?|legs?|arms?|buttocks?|muscles?|places?|eyes?|nostrils?|sides?|phases?|stages?|steps?|groups?|people|patients|visits?|sessions?)$/;
const fractions: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
]);

/** "half every 12 hours", "a third 8-hourly", "half in the morning and the other half at night": the day's amount. */
export function fractionAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const start = isWord(tokens[at], "a", "one", "the") ? at + 1 : at;
  const parts = fractions.get(tokens[start]?.text ?? "");
  if (!parts) return undefined;
  const often = everyAt(tokens, start + 1) ?? timesAt(tokens, start + 1);
  if (often?.schedule.kind === "frequency")
    return often.schedule.perDay?.low === parts
      ? { schedule: { kind: "divided", low: parts, high: parts }, next: often.next }
      : undefined;
  let next = parts === 2 ? momentEnd(tokens, start + 1) : undefined;
  if (next === undefined) return undefined;
  while (isSign(tokens[next], ",") || isWord(tokens[next], "and", "the", "other", "one", "second")) next++;
  const end: number | undefined = isWord(tokens[next], "half", "rest", "remainder")
    ? momentEnd(tokens, next + 1)
    : undefined;
  return end === undefined ? undefined : { schedule: { kind: "divided", low: 2, high: 2 }, next: end };
}

/** "in 3 divided doses", "shared out over two doses", "divided into 2–3 doses", "in two doses", "split into four". */
export function dividedAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  let next = at;
  const starts = isWord(tokens[at], "in", "into", "as", "divided", ...sharing) || isSign(tokens[at], "÷");
  if (!starts) return undefined;
  next++;
  // "÷ q6–8h"
  const often = isSign(tokens[at], "÷") ? everyAt(tokens, next) : undefined;
  if (often?.schedule.kind === "frequency" && often.schedule.perDay)
    return { schedule: { kind: "divided", ...often.schedule.perDay }, next: often.next };
  // "divided tds", "divided 8-hourly"
  const shared = isWord(tokens[at], "divided")
    ? (everyAt(tokens, next) ?? countCodeAt(tokens, next))
    : undefined;
  if (shared?.schedule.kind === "frequency" && shared.schedule.perDay)
    return { schedule: { kind: "divided", ...shared.schedule.perDay }, next: shared.next };
  let divided = isWord(tokens[at], "divided", ...sharing) || isSign(tokens[at], "÷");
  if (isWord(tokens[next], "out", "up")) next++;
  if (isWord(tokens[next], "in", "into", "by", "as", "among", "between", "over", "across")) next++;
  const count = countAt(tokens, next);
  if (count) next = count.next;
  if (isWord(tokens[next], "equal", "equally")) {
    divided = true;
    next++;
  }
  if (isWord(tokens[next], "divided", "equally", "separate", "daily", "split", "single")) {
    divided = true;
    next++;
  }
  if (!isWord(tokens[next], ...shares)) {
    const other = [tokens[next], tokens[next + 1]].some((one) => one && otherShares.test(one.text));
    const left = isWord(tokens[at], "divided", ...sharing) || isSign(tokens[at], "÷");
    return left && count && count.high > 1 && count.high <= 6 && !other
      ? { schedule: { kind: "divided", low: count.low, high: count.high }, next }
      : undefined;
  }
  // "8000 mg in ten infusions of 800 mg": what each holds is another amount.
  if ((!count && !divided) || isWord(tokens[next + 1], "of")) return undefined;
  if (count?.high === 1) return undefined;
  next++;
  if (isWord(tokens[next], "daily", "per") && !isWord(tokens[next + 1], "kg"))
    next += isWord(tokens[next], "per") ? 2 : 1;
  return { schedule: { kind: "divided", low: count?.low, high: count?.high }, next };
}

const hourWords = new Set(["h", "hr", "hrs", "hour", "hours", "hourly", "hrly", "hly", "hrl"]);
const periodFactor = (word: string): number | undefined => {
  if (hourWords.has(word)) return 1;
  const unit = unitNamed(word.replace(/ly$/, ""));
  return unit?.dimension === "time" && word !== "m" ? unit.factor : undefined;
};

const dayCodes: ReadonlyMap<string, number> = new Map([
  ["bd", 2],
  ["bid", 2],
  ["bds", 2],
  ["tds", 3],
  ["tid", 3],
  ["qid", 4],
  ["qds", 4],
]);

function countCodeAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const count = dayCodes.get(tokens[at]?.text ?? "");
  return count ? { schedule: perDay(count), next: at + 1 } : undefined;
}

/** "two doses 24 h apart", "four injections, 12 hours apart" */
function apartAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const doses = countAt(tokens, at);
  if (!doses || !isWord(tokens[doses.next], "doses", "injections", "infusions")) return undefined;
  const count = countAt(tokens, doses.next + (isSign(tokens[doses.next + 1], ",") ? 2 : 1));
  const unit = count && tokens[count.next];
  const factor = unit?.kind === "word" ? periodFactor(unit.text) : undefined;
  if (!count || factor === undefined || !isWord(tokens[count.next + 1], "apart")) return undefined;
  return every(count.low * factor, count.high * factor, count.next + 2);
}

/** "at 8-hour intervals", "at intervals of 8 hours", "8/24", "1-0-1". */
function spacedAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const apart = apartAt(tokens, at);
  if (apart) return apart;
  const named = isWord(tokens[at + 1], "interval", "intervals") && isWord(tokens[at + 2], "of");
  if (isWord(tokens[at], "at")) {
    const count = countAt(tokens, named ? at + 3 : at + 1);
    if (!count) return undefined;
    const unit = isSign(tokens[count.next], "-") ? count.next + 1 : count.next;
    const factor = tokens[unit]?.kind === "word" ? periodFactor(tokens[unit]?.text ?? "") : undefined;
    if (factor === undefined || !(named || isWord(tokens[unit + 1], "interval", "intervals")))
      return undefined;
    return every(count.low * factor, count.high * factor, named ? unit + 1 : unit + 2);
  }
  const [first, sign, second, again, third] = tokens.slice(at, at + 5);
  if (first?.kind !== "number" || second?.kind !== "number" || isSign(tokens[at - 1], "/")) return undefined;
  if (isSign(sign, "/"))
    return second.value === 24 &&
      [4, 6, 8, 12, 24].includes(first.value) &&
      !isSign(again, "/") &&
      !isWord(again, "patients", "cases", "children")
      ? every(first.value, first.value, at + 3)
      : undefined;
  const joint = sign?.kind === "sign" && /^[-–+]$/.test(sign.text) && sign.text === again?.text;
  if (!joint || third?.kind !== "number" || isSign(tokens[at + 5], sign.text)) return undefined;
  const parts = [first.value, second.value, third.value];
  const taken = parts.filter((value) => value > 0).length;
  return taken > 0 && parts.every((value) => value <= 2)
    ? { schedule: perDay(taken), next: at + 5 }
    : undefined;
}

/** "every 8 hours", "8 hourly", "8-hrly", "q6h", "q 4-6 h", "each 12 hours". */
export function everyAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const spaced = spacedAt(tokens, at);
  if (spaced) return spaced;
  const token = tokens[at];
  const glued =
    token?.kind === "word" ? /^q(\d{1,2})(h|hr|hrs|hourly|min|mins|d|wk|w)?$/.exec(token.text) : null;
  if (glued) {
    const second =
      isRangeSign(tokens[at + 1]) && tokens[at + 2]?.kind === "number" ? tokens[at + 2] : undefined;
    const low = Number(glued[1]);
    const high = second?.kind === "number" ? second.value : low;
    const behind = at + (second ? 3 : 1);
    // "q2–3 min", "q6 h": the unit stands behind.
    const word = tokens[behind];
    const named =
      !glued[2] && word?.kind === "word" && word.text !== "day" ? periodFactor(word.text) : undefined;
    const factor = named ?? (/^[dwm]/.test(glued[2] ?? "") ? periodFactor(glued[2] ?? "") : 1) ?? 1;
    return every(low * factor, high * factor, behind + (named === undefined ? 0 : 1));
  }
  const lead = isWord(token, "every", "each", "q");
  const start = lead ? at + 1 : at;
  // "q wk"
  const single =
    isWord(token, "q") && tokens[start]?.kind === "word"
      ? periodFactor(tokens[start]?.text ?? "")
      : undefined;
  if (single) return every(single, single, start + 1);
  const first = lead || token?.kind === "number" || isHourly(tokens, at) ? countAt(tokens, start) : undefined;
  if (!first) return undefined;
  const count = hangingAt(tokens, first);
  let next = count.next;
  if (isSign(tokens[next], "-")) next++;
  const word = tokens[next];
  const isNamed = word?.kind === "word" && periodFactor(word.text) !== undefined;
  // "25 mg PO q 6 or 10 mg IV q 6"
  if (isWord(token, "q") && !isNamed && hoursAlone.has(count.low)) return every(count.low, count.high, next);
  if (word?.kind !== "word") return undefined;
  const adjective = /^(?:hourly|hrly|hly|hrl|minutely|weekly|monthly|daily|yearly)$/.test(word.text);
  const factor = periodFactor(word.text);
  if (factor === undefined || !(lead || adjective) || word.text === "daily") return undefined;
  return every(count.low * factor, count.high * factor, next + 1);
}

/** "Four hourly", "six-hourly"; "three weekly doses" are something else. */
function isHourly(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    numberOf(tokens[at]?.text ?? "") !== undefined &&
    isWord(isSign(next, "-") ? tokens[at + 2] : next, "hourly", "hrly")
  );
}

const hoursAlone: ReadonlySet<number> = new Set([4, 6, 8, 12, 24]);

/** "4- to 6-hourly": the first number's word hangs until the second one's. */
function hangingAt(tokens: readonly Token[], first: Numbers): Numbers {
  const { next, high } = first;
  if (!isSign(tokens[next], "-") || !isWord(tokens[next + 1], "to", "or")) return first;
  const second = countAt(tokens, next + 2);
  return second && second.low > high ? { ...second, low: first.low, start: first.start } : first;
}

function every(low: number, high: number, next: number): ScheduleFound | undefined {
  if (!(low > 0)) return undefined;
  if (high < 1) return { schedule: { kind: "frequency", everyHours: low, everyHoursHigh: high }, next };
  return { schedule: perDay(24 / high, 24 / low), next };
}

/** The "3 ×" of "3 × 500 mg", where a text means three times a day by it. */
export function timesSignAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const [count, sign, dose] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (count?.kind !== "number" || dose?.kind !== "number" || !(isSign(sign, "×") || isWord(sign, "x")))
    return undefined;
  if (!dictionaryInUse().habits?.timesADay || !Number.isInteger(count.value) || count.value > 8)
    return undefined;
  const unit = tokens[at + 3];
  const isDose = unit?.kind === "word" && doseUnits.has(unitNamed(unit.text)?.dimension ?? "");
  return isDose && count.value > 0 ? { schedule: perDay(count.value, count.value), next: at + 2 } : undefined;
}
const doseUnits: ReadonlySet<string> = new Set(["mass", "activity", "form"]);

/** "3 times a day", "twice daily", "2x/day", "two to three times per week", "5 times". */
export function timesAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const token = tokens[at];
  const glued = token?.kind === "word" ? /^x(\d)$/.exec(token.text) : null;
  const multiply = isSign(token, "×") || isWord(token, "x");
  const count = glued ? undefined : countAt(tokens, multiply ? at + 1 : at);
  if (!count && !glued) return undefined;
  const low = glued ? Number(glued[1]) : (count?.low ?? 1);
  const high = glued ? low : (count?.high ?? 1);
  let next = glued ? at + 1 : (count?.next ?? at + 1);
  const said =
    isWord(token, "once", "twice", "thrice") || isWord(tokens[next - 1], "once", "twice", "thrice");
  let times = said || glued !== null || multiply;
  if (isWord(tokens[next], "times", "time", "x") || isSign(tokens[next], "×")) {
    times = true;
    next++;
  }
  // "three infusions per 24 hours", "2 doses a day", "four infusions are given in 24 hours"
  if (!times && isWord(tokens[next], "doses", "infusions", "injections")) {
    const given = isWord(tokens[next + 1], "are") ? 3 : 1;
    if (eachPeriod(tokens, next + given)) {
      times = true;
      next += given;
    }
  }
  if (!times) return undefined;
  // "x 7 days" is how long.
  const bare =
    multiply &&
    times &&
    !isWord(tokens[next - 1], "times", "time") &&
    tokens[next]?.kind === "word" &&
    !isWord(tokens[next], "a", "per", "each", "every", "daily", "weekly", "monthly");
  const factor =
    bare || (glued && isWord(tokens[next], "days", "weeks", "d")) ? undefined : eachPeriod(tokens, next);
  if (bare) return undefined;
  if (!factor) {
    // "3 times" alone: a day is meant where nothing else is said, as in a column of frequencies.
    if (said && !isWord(token, "once")) return { schedule: perDay(low, high), next };
    return isWord(tokens[next - 1], "times") &&
      !multiply &&
      high <= 8 &&
      next - at >= 2 &&
      !goesOnAfterTimes(tokens[next])
      ? { schedule: perDay(low, high), next }
      : undefined;
  }
  return { schedule: perDay(low / factor.days, high / factor.days), next: factor.next };
}

/** "three times normal", "3 times the upper limit" are no frequencies. */
function goesOnAfterTimes(token: Token | undefined): boolean {
  return token?.kind === "word" && !/^(?:for|then|and|or|until|with|before|after|if|x)$/.test(token.text);
}

const whichDay = ["the", "any", "one", "each", "every", "that"];

function eachPeriod(tokens: readonly Token[], at: number): { days: number; next: number } | undefined {
  let next = at;
  // "three times on the first day", "four times within any 24 hours"
  const first =
    isWord(tokens[next], "on", "during", "within", "over") && isWord(tokens[next + 1], ...whichDay);
  if (isWord(tokens[next], "a", "per", "each", "every", "in") || isSign(tokens[next], "/") || first) next++;
  if (isWord(tokens[next], "the", "a", ...whichDay)) next++;
  if (isWord(tokens[next], "first", "second", "same", "whole", "single")) next++;
  const word = tokens[next];
  if (word?.kind === "number" && word.value === 24 && isWord(tokens[next + 1], "h", "hours", "hrs"))
    return { days: 1, next: next + 2 };
  if (word?.kind !== "word") return undefined;
  if (/^(?:day|daily|d|days|jour)$/.test(word.text)) return { days: 1, next: next + 1 };
  if (/^(?:week|weekly|wk)$/.test(word.text)) return { days: 7, next: next + 1 };
  if (/^(?:month|monthly)$/.test(word.text)) return { days: 30, next: next + 1 };
  if (word.text === "fortnight") return { days: 14, next: next + 1 };
  if (word.text === "year") return { days: 365, next: next + 1 };
  return undefined;
}

/** "on days 1, 3 and 5", "on day 1", "at 0, 12 and 24 hours". */
export function daysAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  let next = at;
  if (isWord(tokens[next], "on", "at")) next++;
  if (isWord(tokens[next], "the")) next++;
  const short = tokens[next]?.kind === "word" ? /^d\d{1,2}$/.test(tokens[next]?.text ?? "") : false;
  if (short) return shortDaysAt(tokens, next);
  const days = isWord(tokens[next], "day", "days");
  if (days) next++;
  else if (!isWord(tokens[at], "at")) return undefined;
  // "from the next day 125 mg"
  if (tokens[next]?.kind !== "number" || isAmount(tokens, next)) return undefined;
  let count = 0;
  while (tokens[next]?.kind === "number") {
    count++;
    next++;
    // "days 1–5" is a stretch of the treatment.
    if (isRangeSign(tokens[next])) return undefined;
    const joins =
      isSign(tokens[next], ",") || isWord(tokens[next], "and", "then") || isSign(tokens[next], "&");
    if (!joins) break;
    let two = isSign(tokens[next], ",") && isWord(tokens[next + 1], "and") ? 2 : 1;
    // "day 1 and again on day 8"
    while (days && isWord(tokens[next + two], "again", "on", "day")) two++;
    if (tokens[next + two]?.kind !== "number" || isAmount(tokens, next + two)) break;
    next += two;
  }
  if (days) return { schedule: { kind: "frequency", on: count > 1 ? "days" : "day" }, next };
  const hours = isWord(tokens[next], "hours", "h", "hrs");
  return hours && count > 1 && isWord(tokens[at], "at")
    ? { schedule: { kind: "frequency", on: "hours" }, next: next + 1 }
    : undefined;
}

/** "on day 1 and 2, 5 mg …": the next number is a dose. */
function isAmount(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at + 1];
  const unit = word?.kind === "word" ? unitNamed(word.text) : undefined;
  return unit !== undefined && unit.dimension !== "time";
}

/** "D1", "D1, D8 and D15", "D2–5". */
function shortDaysAt(tokens: readonly Token[], start: number): ScheduleFound {
  let next = start + 1;
  for (;;) {
    const joins = isSign(tokens[next], ",") || isWord(tokens[next], "and") || isRangeSign(tokens[next]);
    const other = tokens[next + 1];
    const day =
      other?.kind === "number"
        ? Number.isInteger(other.value) && isRangeSign(tokens[next])
        : other?.kind === "word" && /^d\d{1,2}$/.test(other.text);
    if (!joins || !day) return { schedule: { kind: "frequency", on: "days" }, next };
    next += 2;
  }
}
