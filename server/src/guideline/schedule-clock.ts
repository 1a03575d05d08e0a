// How often, said by the hours of the day or its meals: "at 6 am, 2 pm and 10 pm", "at 08:00 and 20:00", "at 06, 12, 18
// and 24 h", "with breakfast and supper". It must not know medicines.

import type { NumberToken, Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";
import { perDay, type ScheduleFound } from "./schedule.ts";

interface Hour {
  readonly hours: number;
  /** It is written as a time of the day, not as a plain number. */
  readonly plain: boolean;
  readonly token: NumberToken;
  readonly next: number;
}

/** A day has no more doses: a longer run of numbers is something else. */
const mostHours = 12;

export function clockAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  let next = isWord(tokens[at], "at") ? at + 1 : at;
  const hours: Hour[] = [];
  for (let hour = hourAt(tokens, next); hour && hours.length <= mostHours; hour = hourAt(tokens, next)) {
    hours.push(hour);
    next = hour.next;
    const joint = jointLength(tokens, next);
    if (joint === 0 || !hourAt(tokens, next + joint)) break;
    next += joint;
  }
  if (hours.length < 2) return undefined;
  const unit = isWord(tokens[next], "h", "hrs", "hours") ? 1 : 0;
  const isClock = hours.every(({ plain }) => !plain) || (unit === 1 && goesRound(hours));
  return isClock ? { schedule: perDay(hours.length), next: next + unit } : undefined;
}

const mealSides = ["with", "at", "before", "after"];
const meals = ["breakfast", "lunch", "supper", "dinner"];

/** "with breakfast", "before breakfast and supper", "after breakfast, lunch and dinner". */
export function mealsAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  if (!isWord(tokens[at], ...mealSides)) return undefined;
  let next = at + 1;
  let count = 0;
  while (isWord(tokens[next], ...meals)) {
    count++;
    next++;
    let joint = jointLength(tokens, next);
    if (joint > 0 && isWord(tokens[next + joint], ...mealSides)) joint++;
    if (joint === 0 || !isWord(tokens[next + joint], ...meals)) break;
    next += joint;
  }
  return count > 0 ? { schedule: perDay(count), next } : undefined;
}

/** "," or "and" or both. */
function jointLength(tokens: readonly Token[], at: number): number {
  const comma = isSign(tokens[at], ",") ? 1 : 0;
  return comma + (isWord(tokens[at + comma], "and") || isSign(tokens[at + comma], "&") ? 1 : 0);
}

function hourAt(tokens: readonly Token[], at: number): Hour | undefined {
  const token = tokens[at];
  if (token?.kind !== "number" || token.value > 24) return undefined;
  const minutes = isSign(tokens[at + 1], ":") && tokens[at + 2]?.kind === "number" ? 2 : 0;
  const half = isWord(tokens[at + 1 + minutes], "am", "pm") ? 1 : 0;
  return { hours: token.value, plain: minutes + half === 0, token, next: at + 1 + minutes + half };
}

/** "06, 12, 18 and 24": a day round in equal steps; "12 and 24 hours" may be counted from the first dose. */
function goesRound(hours: readonly Hour[]): boolean {
  const [first, last] = [hours[0] as Hour, hours.at(-1) as Hour];
  if (first.hours === 0 || (hours.length < 3 && !first.token.text.startsWith("0"))) return false;
  const step = 24 / hours.length;
  const even = hours.every(({ hours: hour }, i) => i === 0 || hour - (hours[i - 1]?.hours ?? 0) === step);
  return even && first.hours + 24 - last.hours === step;
}
