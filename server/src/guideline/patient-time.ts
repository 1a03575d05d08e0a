// How long ago something befell the patients that a text speaks of: "within 24 hours of", "from 24 hours to 1 year
// after a burn", "day 5", "taken the same morning". It must not know what it was.

import type { Span } from "../text/span.ts";

/** In hours. */
export interface TimeSince extends Span {
  readonly low: number;
  readonly high: number;
}

const hours: Readonly<Record<string, number>> = {
  m: 1 / 60,
  h: 1,
  d: 24,
  w: 7 * 24,
  mo: 30.4 * 24,
  y: 365.25 * 24,
};
const counted: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const time =
  "(\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -](min(?:ute)?s?|h(?:our)?s?|days?|weeks?|months?|years?)";
const since = "(?:after|of(?! +(?:age|life|treatment|pregnancy|gestation))|since|following|from)";

const inHours = (count = "", unit = "") => {
  const code = /^mo/i.test(unit) ? "mo" : unit.charAt(0).toLowerCase();
  return (counted[count.toLowerCase()] ?? Number(count)) * (hours[code] ?? Number.NaN);
};

type Form = readonly [RegExp, (a: number, b: number) => readonly [number, number]];
const forms: readonly Form[] = [
  [new RegExp(`\\b(?:from|between) +${time} +(?:to|and|until) +${time} +${since}\\b`, "i"), (a, b) => [a, b]],
  [new RegExp(`\\b${time} *(?:-|–|to) *${time} +(?:after|since|following|ago)\\b`, "i"), (a, b) => [a, b]],
  [
    new RegExp(
      `\\b(?:within|in|during|for|throughout|less +than|under|up +to|until) +(?:the +)?(?:first +|last +|past +|previous +|preceding +)?${time}(?: +(?:${since}|thereafter|afterwards|ago)\\b)`,
      "i",
    ),
    (a) => [0, a],
  ],
  [new RegExp(`\\b(?:in|during) +the +(?:last|past|previous|preceding) +${time}\\b`, "i"), (a) => [0, a]],
  [
    new RegExp(
      `(?:\\b(?:more +than|over|at +least|beyond)|[>≥]) *${time} +(?:after|since|following|ago)\\b`,
      "i",
    ),
    (a) => [a, Infinity],
  ],
  [
    new RegExp(`\\b${time} +or +(?:more|longer) +(?:after|since|following|ago)\\b`, "i"),
    (a) => [a, Infinity],
  ],
  // "Below 18 years after" is an age.
  [
    new RegExp(
      `(?<!\\b(?:below|under|over|above|aged?|than|to) +)\\b${time} +(?:after|since|following|ago|earlier|post)\\b`,
      "i",
    ),
    (a) => [a, a],
  ],
];
const numbered = /\b(hour|day|week|month|year) +(\d+)\b/i;
const lately =
  /\b(?:(?:the +)?same +(?:day|morning|evening|night|afternoon)|this +(?:morning|afternoon|evening)|today|tonight|last +night|yesterday|just|hours +(?:ago|earlier|before)|recent(?:ly)?)\b/i;

/** With the word that ties it to what happened: "within 24 hours of". */
export function timeSinceIn(text: string): TimeSince | undefined {
  for (const [pattern, of] of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [low, high] = of(inHours(match[1], match[2]), inHours(match[3], match[4]));
    return { low, high, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** Also as a heading or case tells it: "Day 5, burn of 40 %", "taken the same morning". */
export function timeToldIn(text: string): TimeSince | undefined {
  const said = timeSinceIn(text);
  if (said) return said;
  const at = numbered.exec(text);
  if (at) {
    const point = inHours(at[2], at[1]);
    return { low: point, high: point, start: at.index, end: at.index + at[0].length };
  }
  const late = lately.exec(text);
  return late ? { low: 0, high: 1, start: late.index, end: late.index + late[0].length } : undefined;
}

export const timesMeet = (a: TimeSince, b: TimeSince): boolean =>
  a.low === a.high ? b.low <= a.low && a.low < b.high : a.low < b.high && b.low < a.high;
