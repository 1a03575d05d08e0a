// When something is to be done, or not to be done, after a birth, an injury or an arrival: "in the first 24 hours", "on
// the second day", "two hours after birth". It must not know what is done.

import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import { overlaps, type Span } from "../text/span.ts";

/** In hours from the start. */
export interface Window {
  readonly from: number;
  readonly to: number;
}
export interface WindowFound extends Span {
  readonly window: Window;
}

const counts = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const tens: Readonly<Record<string, number>> = { fifteen: 15, twenty: 20, thirty: 30, forty: 40, sixty: 60 };
const ordinals = "first second third fourth fifth sixth seventh".split(" ");
const number = `(\\d+(?:\\.\\d+)?|${[...counts, ...Object.keys(tens)].join("|")}|an?)`;
const unit = "(seconds?|secs?|minutes?|min|hours?|hrs?|h|days?|weeks?|months?)";
const hours: Readonly<Record<string, number>> = {
  se: 1 / 3600,
  mi: 1 / 60,
  ho: 1,
  hr: 1,
  h: 1,
  da: 24,
  we: 168,
  mo: 730,
};

const named =
  "(?:the |an? |any |elective |planned )*(?:[a-zß-öø-ɏ]+ ){0,2}?(?:surgery|operation|procedure|replacement|extraction|biopsy|endoscopy|colonoscopy|angiography|an(?:a)?esthesia|theatre|delivery|c(?:a)?esarean(?: section)?)";
const event = `of ${named}`;

const patterns: readonly (readonly [RegExp, (amount: number, by: number, last: number) => Window])[] = [
  // "Week 1 to week 4", at the head of a row or line
  [
    /(?:^[^a-zß-öø-ɏ]*|: +)(weeks?|days?|months?) +(\d+) *(?:to|-|–) *(?:(?:week|day|month) +)?(\d+)(?=\W*$|\s*:)/gi,
    (amount, by, last) => ({ from: (amount - 1) * by, to: last * by }),
  ],
  // "Hour 6."
  [
    /(?:^[^a-zß-öø-ɏ]*|: +)(hour|minute) +(\d+)(?=\W*$|\s*[:.])/gi,
    (amount, by) => ({ from: amount * by, to: amount * by }),
  ],
  // "0 to 24 hours after the event"
  [
    /\b(\d+) *(?:to|-|–) *(\d+) +(minutes?|hours?|days?|weeks?) +after +(?:the +)?(?:onset|event|birth|delivery|arrival|admission|injury|surgery|operation)\b/gi,
    (amount, by, last) => ({ from: amount * by, to: last * by }),
  ],
  [
    new RegExp(
      `\\b(?:(?:in|during|within|for|over|throughout) +the +first|within|in +under|no +later +than|less +than|before|until|under) +${number} +${unit}\\b(?: +(?:of|after) +(?:birth|delivery|life|the +bite|injury|admission|arrival|surgery|the +operation|onset))?`,
      "gi",
    ),
    (amount, by) => ({ from: 0, to: amount * by }),
  ],
  // "withheld for 48 hours after a heart attack"
  [
    new RegExp(
      `\\bfor +(?:at +least +|the +next +)?${number} +${unit}(?: +(?:after|following|from) +(?:the +)?(?:birth|delivery|bite|injury|admission|arrival|surgery|operation|onset)\\b|(?= +(?:after|following|from)\\b))`,
      "gi",
    ),
    (amount, by) => ({ from: 0, to: amount * by }),
  ],
  [
    new RegExp(
      `\\b(?:at +least|not +before|no +earlier +than|no +sooner +than|after(?: +the +first)?|more +than|later +than|from) +${number} +${unit}\\b(?: +(?:of|after|old) *(?:birth|delivery|life|the +bite|injury|admission|arrival|surgery|the +operation|onset)?)?`,
      "gi",
    ),
    (amount, by) => ({ from: amount * by, to: Number.POSITIVE_INFINITY }),
  ],
  [
    new RegExp(`\\bat +${number} +${unit}\\b(?! +after| +before| +from|\\W*interval)`, "gi"),
    (amount, by) => ({ from: amount * by, to: amount * by }),
  ],
  [
    new RegExp(
      `\\b${number} +${unit} +(?:after|from|following|post) +(?:the +)?(?:birth|delivery|bite|injury|admission|arrival|surgery|operation|onset)\\b`,
      "gi",
    ),
    (amount, by) => ({ from: amount * by, to: amount * by }),
  ],
  [
    /\b(?:in|during|within|for|on) +the +first +(minute|hour|day|week|month)\b(?: +(?:of|after) +(?:birth|delivery|life|admission))?/gi,
    (_amount, by) => ({ from: 0, to: by }),
  ],
  [
    new RegExp(
      `\\b(?:on|to|until|till|from|for) +the +(${ordinals.join("|")}) +(day)\\b|\\bon +(?:day) +(\\d)\\b`,
      "gi",
    ),
    (amount) => ({ from: 24 * (amount - 1), to: 24 * amount }),
  ],
  [
    /\b(?:in|at|during|from) +(?:the +)?week +(\d{1,2})\b(?! +of +(?:pregnancy|gestation|treatment))/gi,
    (amount) => ({ from: 168 * (amount - 1), to: 168 * amount }),
  ],
  [
    new RegExp(
      `\\b(?:(?:up +to|until|till|through)(?: +and +including)?) +(?:the +)?(?:day|morning)(?= +${event}\\b)`,
      "gi",
    ),
    () => ({ from: Number.NEGATIVE_INFINITY, to: 24 }),
  ],
  [
    new RegExp(`\\b(?:(?:on|from) +)?(?:the +)?(?:day|morning)(?= +${event}\\b)`, "gi"),
    () => ({ from: 0, to: 24 }),
  ],
  [
    new RegExp(`\\b(?:on +)?(?:the +)?(?:day|evening|night)(?= +before +${named}\\b)`, "gi"),
    () => ({ from: -24, to: 0 }),
  ],
  [
    new RegExp(`\\b${number} +${unit}(?= +(?:before|ahead +of|prior +to) +${named}\\b)`, "gi"),
    (amount, by) => ({ from: -amount * by, to: 0 }),
  ],
  // "Newborn: first day", "First month: …"
  [
    new RegExp(`(?:^[^a-zß-öø-ɏ]*|: +)(?:the +)?first +(?:${number} +)?${unit}(?=\\W*$|\\s*:)`, "gi"),
    (amount, by) => ({ from: 0, to: amount * by }),
  ],
  [
    /(?:^[^a-zß-öø-ɏ]*|\b(?:at|on|during) +)(?:the +|his +|her +|their +)?(?:first|initial) +(?:visit|consultation|contact|presentation|appointment)\b/gi,
    () => ({ from: 0, to: 0 }),
  ],
  [
    /\b(?:immediately|right|directly|straight) +after +(?:the +)?(?:birth|delivery)\b|\bat +(?:birth|delivery)\b/gi,
    () => ({ from: 0, to: 0 }),
  ],
  [
    /\b(?:soon|as +soon +as +possible) +after +(?:the +)?(?:birth|delivery)\b|\bin +the +(?:delivery|labour|labor) +(?:room|ward)\b/gi,
    () => ({ from: 0, to: 2 }),
  ],
];

const amountOf = (word = ""): number => {
  const named = tens[word.toLowerCase()];
  if (named !== undefined) return named;
  const at = counts.indexOf(word.toLowerCase());
  const ordinal = ordinals.indexOf(word.toLowerCase());
  return at >= 0 ? at + 1 : ordinal >= 0 ? ordinal + 1 : /^an?$/i.test(word) ? 1 : Number(word);
};
const lengthOf = (word = "") => hours[word.toLowerCase().slice(0, 2)] ?? (word.toLowerCase() === "h" ? 1 : 0);

/** Of these words one stands in every time that is read. */
const timeWord =
  /\b(?:seconds?|secs?|min|minutes?|h|hrs?|hours?|days?|weeks?|months?|birth|delivery|labou?r|visit|consultation|contact|presentation|appointment)\b/i;

/** Each time that a text names; of two readings of the same words the longer one. */
export const windowsIn = remembered((text): readonly WindowFound[] => {
  if (!timeWord.test(text)) return [];
  const kept: WindowFound[] = [];
  const found = readingsOf(text).filter((one) => !isAge(text, one));
  for (const one of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => overlaps(other, one))) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
});

/** "Infants under 12 months", "less than six months old"; the first days of life are a time, too. */
const isAge = (text: string, { start, end, window: { from, to } }: WindowFound): boolean =>
  Math.max(from, to < Number.POSITIVE_INFINITY ? to : 0) > oneMonth &&
  (/^\s*(?:old|of +age)\b/i.test(text.slice(end)) ||
    /\b(?:aged?|infants?|bab(?:y|ies)|child(?:ren)?|patients)\s+(?:of\s+)?$/i.test(text.slice(0, start)));
const oneMonth = 31 * 24;

const readingsOf = (text: string): readonly WindowFound[] =>
  patterns.flatMap(([pattern, windowOf]) =>
    matchesIn(text, pattern).map((match): WindowFound => {
      const [whole, ...rest] = match;
      const said = rest.filter((part) => part !== undefined);
      const amount = said.map(amountOf).find((value) => !Number.isNaN(value)) ?? 1;
      const last = said.map(amountOf).findLast((value) => !Number.isNaN(value)) ?? 1;
      const by = said.map(lengthOf).find((value) => value > 0) ?? 1;
      return { start: match.index, end: match.index + whole.length, window: windowOf(amount, by, last) };
    }),
  );

/** Whether two times have more than an edge in common. */
export function meet(a: Window, b: Window): boolean {
  if (a.from === b.from && a.to === b.to) return true;
  const [low, high] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return low < high || (low === high && (a.from === a.to || b.from === b.to) && low < Math.max(a.to, b.to));
}
