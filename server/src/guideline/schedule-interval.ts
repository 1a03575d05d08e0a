// How often, by a period that comes again: "every other week", "each third day", "on alternate nights", "every Monday",
// "on Tuesdays and Fridays", "five nights a week". It must not know medicines.

import { unitNamed } from "../lexicon/units.ts";
import type { Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord } from "./measure.ts";
import { perDay, type ScheduleFound } from "./schedule.ts";
import { countAt } from "./schedule-count.ts";

const nth: ReadonlyMap<string, number> = new Map([
  ["single", 1],
  ...["other", "second", "2nd", "alternate"].map((word): [string, number] => [word, 2]),
  ...["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"].map(
    (word, i): [string, number] => [word, i + 3],
  ),
  ...["3rd", "4th", "5th", "6th", "7th", "8th"].map((word, i): [string, number] => [word, i + 3]),
]);
/** "Every second night", "every fortnight" */
const nights = /^(?:night|evening|morning|afternoon)s?$/;
const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;
const shortDay = /^(?:mon|tues?|wed|thur?s?|fri|sat|sun)$/;
const working = ["weekday", "weekdays"];

export const mayBeginInterval = (word: string): boolean =>
  word === "alternate" || word === "weekdays" || weekday.test(word) || shortDay.test(word);

export function intervalAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const leads = isWord(tokens[at], "every", "each");
  const on = isWord(tokens[at], "on") ? at + 1 : at;
  if (isWord(tokens[on], "alternate")) return periodAt(tokens, on + 1, 2);
  if (leads) return everyNthAt(tokens, at + 1);
  return daysOfWeekAt(tokens, on, on > at) ?? daysInWeekAt(tokens, on);
}

function everyNthAt(tokens: readonly Token[], start: number): ScheduleFound | undefined {
  const word = tokens[start];
  const count = word?.kind === "word" || word?.kind === "number" ? nth.get(word.text) : undefined;
  const ofPeriod = periodAt(tokens, count === undefined ? start : start + 1, count ?? 1);
  if (ofPeriod || count !== undefined) return ofPeriod;
  return daysOfWeekAt(tokens, start, true, true);
}

function periodAt(tokens: readonly Token[], at: number, count: number): ScheduleFound | undefined {
  const hours = hoursOf(tokens[at]);
  if (hours === undefined) return undefined;
  const every = hours * count;
  const next = isSign(tokens[at + 1], "'") || isSign(tokens[at + 1], "’") ? at + 2 : at + 1;
  return every < 1
    ? { schedule: { kind: "frequency", everyHours: every }, next }
    : { schedule: perDay(24 / every), next };
}

function hoursOf(token: Token | undefined): number | undefined {
  if (token?.kind !== "word" || token.text.length < 2) return undefined;
  if (nights.test(token.text)) return 24;
  if (/^fortnights?$/.test(token.text)) return 14 * 24;
  // As "monthly" is.
  if (/^months?$/.test(token.text)) return 30 * 24;
  const unit = unitNamed(token.text);
  return unit?.dimension === "time" ? unit.factor : undefined;
}

/** "Mondays", "Monday, Wednesday and Friday", "Monday to Friday", "weekdays"; `each`: "every Monday". */
function daysOfWeekAt(
  tokens: readonly Token[],
  start: number,
  led: boolean,
  each = false,
): ScheduleFound | undefined {
  if (isWord(tokens[start], ...working) && (each || led)) return { schedule: perDay(5 / 7), next: start + 1 };
  let [next, count] = [start, 0];
  let plural = each;
  while (isDayName(tokens[next])) {
    const name = (tokens[next] as Token).text;
    plural ||= name.endsWith("days");
    const through = isRangeSign(tokens[next + 1]) || isWord(tokens[next + 1], "through", "till", "until");
    if (through && count === 0 && isDayName(tokens[next + 2])) {
      const days = (dayNumber(tokens[next + 2]) - dayNumber(tokens[next]) + 7) % 7;
      return { schedule: perDay((days + 1) / 7), next: next + 3 };
    }
    count++;
    next++;
    let joint = next;
    while (
      [",", "/", "&"].some((sign) => isSign(tokens[joint], sign)) ||
      isWord(tokens[joint], "and", "on", "every", "each")
    )
      joint++;
    if (joint === next || !isDayName(tokens[joint])) break;
    next = joint;
  }
  return count > 1 || (count === 1 && plural) ? { schedule: perDay(count / 7), next } : undefined;
}

const isDayName = (token: Token | undefined): boolean =>
  token?.kind === "word" && (weekday.test(token.text) || shortDay.test(token.text));
const dayNumber = (token: Token | undefined): number =>
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].indexOf(token?.text.slice(0, 3) ?? "");

/** "five nights a week", "3 days per week", "on two days of the week", "one day a month" */
function daysInWeekAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const count = countAt(tokens, at);
  if (!count) return undefined;
  const noun = tokens[count.next];
  if (noun?.kind !== "word" || !(nights.test(noun.text) || /^days?$/.test(noun.text))) return undefined;
  let next = count.next + 1;
  if (!isWord(tokens[next], "a", "per", "each", "every", "of", "in") && !isSign(tokens[next], "/"))
    return undefined;
  next++;
  if (isWord(tokens[next], "the", "each", "every")) next++;
  const days = isWord(tokens[next], "week") ? 7 : isWord(tokens[next], "month") ? 30 : undefined;
  return days && count.high <= days
    ? { schedule: perDay(count.low / days, count.high / days), next: next + 1 }
    : undefined;
}
