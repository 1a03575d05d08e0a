// How often, said by the moments of the day: "at 6 am, 2 pm and 10 pm", "at 06, 12, 18 and 24 h", "with breakfast and
// supper", "on waking, at noon and at bedtime", "with each of three meals". It must not know medicines.

import type { NumberToken, Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";
import { perDay, type ScheduleFound } from "./schedule.ts";
import { countAt } from "./schedule-count.ts";

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

const leads = ["at", "on", "upon", "in", "with", "before", "after", "each", "every"];
const articles = ["the", "going", "to", "getting"];
const moments =
  /^(?:morning|noon|midday|midnight|afternoon|evening|night|bedtime|bed|sleep|sleeping|waking|awakening|rising|up|sunrise|sunset|dawn|dusk|daybreak|nightfall|breakfast|lunch|lunchtime|teatime|supper|suppertime|dinner)$/;
const further = "again one once another last finally same dose amount repeated".split(" ");

/** "on waking, at noon, at 17:00 and at bedtime", "in the morning and the same again at night": as often as moments are listed. */
export function momentsAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  let next = momentEnd(tokens, at);
  if (next === undefined) return undefined;
  let count = 1;
  let end = next;
  let isList = false;
  for (; next !== undefined && count < mostHours; count++) {
    end = next;
    let start = end + jointLength(tokens, end);
    // "In the morning, before breakfast" is one moment.
    const isJoined = start > end && !isSign(tokens[start - 1], ",");
    if (isWord(tokens[start], "then")) start++;
    while (isWord(tokens[start], ...further) || (start > end && isWord(tokens[start], "the"))) start++;
    next = start > end ? momentEnd(tokens, start) : undefined;
    if (next === undefined) break;
    isList ||= isJoined || count > 1;
  }
  // "2 mg at night and in the morning 1 mg"
  const between = tokens[end]?.kind === "number" && tokens.slice(Math.max(0, at - 2), at).some(isNumber);
  return isList && !between ? { schedule: perDay(count), next: end } : undefined;
}

const isNumber = ({ kind }: Token): boolean => kind === "number";

/** Where a moment of the day ends: "at 17:00", "in the morning", "before going to bed". */
export function momentEnd(tokens: readonly Token[], at: number): number | undefined {
  let next = at;
  while (isWord(tokens[next], ...(next === at ? leads : articles))) next++;
  const hour = hourAt(tokens, next);
  if (hour) return hour.plain ? undefined : hour.next;
  const token = tokens[next];
  return token?.kind === "word" && moments.test(token.text) ? next + 1 : undefined;
}

const occasions = "meals feeds injections infusions doses feedings mealtimes".split(" ");

/** "with each of three meals", "at each of the four injections"; but "at each of 3 doses, 4 weeks apart". */
export function eachOfAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  if (!isWord(tokens[at], "at", "with", "in", "after", "before") || !isWord(tokens[at + 1], "each", "every"))
    return undefined;
  let next = isWord(tokens[at + 2], "of") ? at + 3 : at + 2;
  while (isWord(tokens[next], "the", "his", "her", "its", "daily")) next++;
  const count = countAt(tokens, next);
  if (!count || count.low !== count.high || count.high < 2 || count.high > 6) return undefined;
  next = isWord(tokens[count.next], "main", "daily") ? count.next + 1 : count.next;
  const apart = tokens.slice(next + 1, next + 5).some(({ kind }) => kind === "number");
  return isWord(tokens[next], ...occasions) && !apart
    ? { schedule: perDay(count.high), next: next + 1 }
    : undefined;
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
