// What an order's maximum is of: one dose, a day or the whole course. It must not judge whether it is kept.

import { clauseBehind, lineBehind } from "../text/around.ts";
import type { Span } from "../text/span.ts";
import type { Measure } from "./measure.ts";
import { numberOf, numberWords } from "./number-word.ts";
import type { Amount, Order } from "./order.ts";
import { amountOf } from "./order.ts";

export interface Limit {
  readonly measure: Measure;
  readonly amount: Amount;
  /** Undefined where the text does not say. */
  readonly basis: "dose" | "day" | "course" | undefined;
}
export interface Maximum extends Limit {
  readonly order: Order;
}

const perDayBehind =
  /^[\s*_]*(?:of +(?:it|this|[a-z]{4,}) +)?(?:(?:by +mouth|orally|in +total|altogether),? +)?(?:(?:(?:may|can|should|must|is|are) +)?(?:to +)?(?:be +)?(?:taken|given|used|prescribed|administered|allowed|permitted) +)?(?:\/|per|a|each|every|in|within|over|on|of|for)?\s*(?:(?:a|any|one|the|each)\s+)?(?:rolling\s+|calendar\s+|single\s+)?(?:24[\s-]?h(?:ours?|rs?)?\b|day\b|daily\b|d\b|(?:between|from) +(?:one +)?midnight\b|round +the +clock\b)/i;
/** "30 mg being the limit for 24 hours" */
const namedDayBehind =
  /^ +(?:is|being|as|remains|was) +(?:the|an?|its) +[^.;,()|]{0,60}\b(?:day|daily|24[ -]?h(?:ours?)?)\b/i;
const courseBehind =
  /^[\s*_,]*(?:in|as +a|for +the)?\s*(?:total\b|all\b|altogether\b|whole +(?:course|episode)\b|cumulative)|^ *(?:in|for|over|per|during|within) +(?:one|a|the|any|each|the +whole|the +entire)? *(?:course|series|episode|lifetime|haemorrhage|attack|illness)\b/i;
const doseBehind =
  /^[\s*_]*(?:per|each|every|a|at|in|on|\/)\s*(?:single +|one +|any +)?(?:dose|time|injection|occasion|administration)\b/i;
const dayBefore =
  /\b(?:daily|per +day|24[- ]hours?)\s+(?:max\w*|limit|ceiling|total|dose|amount|quantity|intake|sum|dosage|allowance)\b[^.;()]*$|\bmax(?:imum|\.)?\s+(?:total\s+)?(?:daily|dose +per +day)\b[^.;()]*$|\bmax(?:imum|\.)?\s+in\s+(?:a +day|24 *h)[^.;()]*$|\bmost +(?:for|in|per|a)\s*(?:one +|a +|any +)?(?:day|24 +hours)\b[^.;()]*$|\b(?:whole|entire|one|any|each) +day\b[^.;()]*$|\bin +a +day +is\b[^.;()]*$|\b(?:total|sum|amount|quantity|dose|doses) +(?:of +(?:[a-z-]+ +){1,3})?(?:in|for|of|over|within|per|a|each|every) *(?:(?:a|the|one|any|each) +)?(?:day|24[ -]?h(?:ours?)?)\b[^.;()]*$|\b(?:highest|largest|greatest|top|upper) +(?:total +)?daily\b[^.;()]*$|\bday['’]s +[a-z-]+\b[^.;()]*$/i;
const courseBefore =
  /\b(?:altogether|in +all|total|cumulative|(?:the|a|one|whole|each) +(?:series|course|session|sitting|procedure|episode))\b[^.;]*$/i;
const doseBefore = /\bsingle\b[^.;]*$/i;
const reach = 40;
const reachBefore = 60;
/** Of words that name the amount before them. */
const namedReach = 90;

/** The maxima that an order says, in its units; `headOf` gives the head of the column that a place is in. */
export function maximaOf(
  order: Order,
  text: string,
  headOf: (offset: number) => string = () => "",
): Maximum[] {
  // "Made up to 50 mL (80 micrograms/mL)" is a strength.
  const maxima = order.maxima.filter(({ per }) => per.mL === undefined);
  return maxima.map((measure) => {
    const amount = amountOf(measure);
    const basis = basisOf(measure, text) ?? headBasis(headOf(measure.start));
    return { order, measure, amount, basis };
  });
}

/**
 * Whether a maximum that stands behind an order is said of something else: an amount of what comes in 50 mL, or in a
 * sentence of its own that opens with whom it is for: "In pregnancy the daily dose may not exceed 10,000 units".
 */
export function isOfElse({ dose, equivalents, concentration }: Order, limit: Measure, text: string): boolean {
  const { dimension } = limit.unit;
  const isVolume = dose.unit.dimension === "volume" && dimension !== "volume" && !concentration;
  if (isVolume && equivalents.every(({ unit }) => unit.dimension !== dimension)) return true;
  const [, lead] = forOthers.exec(text.slice(Math.max(dose.end, limit.start - 200), limit.start)) ?? [];
  return lead !== undefined && !ofTime.test(lead);
}
const forOthers =
  /[.;] +((?:in|for|with|during|when|under|over|above|below|from|after) +[^.;|]{0,60}?\b(?:pregnan\w*|breast-?feed\w*|child\w*|infants?|newborns?|neonates?|adults?|elderly|frail|older|women|renal|kidneys?|liver|hepatic|e?gfr|clearance|dialysis|years?|kg)\b)[^.;|]*$/i;
const ofTime =
  /^(?:in|over|for|within|during) +(?:any +|one +|a +|the +)?(?:\d|day|week|month|whole|entire)/i;

/** "Maximum per day", "Max single dose". */
export function headBasis(head: string): Limit["basis"] {
  if (/\bday\b|\bdaily\b|\b24[\s-]?h/i.test(head)) return "day";
  return /\b(?:single|(?:per|each|one) +dose)\b/i.test(head) ? "dose" : undefined;
}

export function basisOf({ start, end, per }: Measure, text: string): Limit["basis"] {
  if (per.hours === 24) return "day";
  if (per.dose) return "dose";
  const behind = text.slice(end, end + reach);
  const before = text.slice(Math.max(0, start - reachBefore), start);
  if (perDayBehind.test(behind) || namedDayBehind.test(text.slice(end, end + namedReach))) return "day";
  if (courseBehind.test(behind)) return "course";
  if (doseBehind.test(behind)) return "dose";
  // "maximum total daily dose of": what stands nearest decides.
  if (dayBefore.test(before)) return "day";
  if (courseBefore.test(before)) return "course";
  return doseBefore.test(before) ? "dose" : undefined;
}

const count = `(\\d\\d?|${numberWords.slice(0, 12).join("|")})`;
const most = "(?:up to|at most|no more than|not more than|a maximum of|maximum of)";
const repeated = new RegExp(
  `\\brepeat(?:ed)?\\b\\s*${most}?\\s*(?:(once|twice)|${count}\\s*(?:times|more))`,
  "i",
);
const counted = new RegExp(
  `\\b${most}\\s*${count}\\s*(?:doses|times)\\b(?!\\s*(?:a|per|each|every|in|daily)\\b)`,
  "i",
);

const further = new RegExp(
  `\\b${most}\\s*${count}\\s*(?:further|more|additional|extra|other)\\s*(?:doses?|tablets?|capsules?|puffs?|injections?|times)\\b|\\b${count}\\s*(?:further|more|additional|extra) +(?:doses|tablets|capsules|puffs|injections)\\b`,
  "i",
);

/** "with no more than ten further capsules": how often it is given after the first dose. */
export function furtherOf({ dose }: Order, text: string): number | undefined {
  const said = further.exec(wordsBehind(text, dose));
  return countOf(said?.[1] ?? said?.[2]);
}

const inCourse = new RegExp(
  `\\b(?:in|for|over|to|times|×|:|,|${most})\\s*${count}\\s*(?:[a-zß-öø-ɏ]+ +)?(?:doses|sessions|injections|infusions|cycles|occasions|visits|tablets)\\b(?!\\s*(?:a|per|each|every|daily)\\b)`,
  "i",
);

/** "In ten consecutive sessions", "repeated every 15 minutes, up to ten doses". */
export function dosesInCourse({ dose, doseCount }: Order, text: string): number | undefined {
  const rest = lineBehind(text, dose.end, 160).split(/[.;]\s/, 1)[0] ?? "";
  return doseCount ?? countOf(inCourse.exec(rest)?.[1]);
}

const second =
  /\b(?:a|an|one) +(?:second|further|another|additional|repeat) +(?:dose|tablet|capsule|injection|ampoule|puff|suppository)\b|\b(?:another|the +same) +(?:dose|amount)\b|\brepeat(?:ed)?\b[^.;]{0,20}\bonce\b(?! +(?:a|per|each|every|daily))/i;
const inDays = /\b(?:days?|weeks?|months?|weekly|daily|mornings?)\b/i;

/** How many doses come within hours, the first one counted, where no rhythm says it: "a second tablet after 2 hours". */
export function dosesInHours(order: Order, text: string): number | undefined {
  const { frequency, divided, doseCount } = order;
  if (frequency?.perDay ?? divided) return undefined;
  const rest = lineBehind(text, order.dose.end, 160).split(/\.\s/, 1)[0] ?? "";
  if (inDays.test(rest)) return undefined;
  const said = repeated.exec(rest);
  const times = said ? (said[1] ? (said[1].toLowerCase() === "once" ? 1 : 2) : countOf(said[2])) : undefined;
  if (times !== undefined) return 1 + times;
  return second.test(rest)
    ? 2
    : frequency?.everyHours
      ? (doseCount ?? countOf(counted.exec(rest)?.[1]))
      : undefined;
}

/** "repeated up to three times": how often a dose is given, the first one not counted; "up to 6 doses": all of them. */
export function repeatsOf({ dose, doseCount }: Order, text: string): number | undefined {
  if (doseCount !== undefined) return doseCount;
  const rest = wordsBehind(text, dose);
  const said = repeated.exec(rest);
  if (said) return said[1] ? (said[1].toLowerCase() === "once" ? 1 : 2) : countOf(said[2]);
  return countOf(counted.exec(rest)?.[1] ?? again.exec(lineBehind(text, dose.end, 240))?.[1]);
}
/** "0.2 mg IV. Wait one minute. Repeat the same amount each minute, up to five doses counting the first." */
const again = new RegExp(
  `^[^;\\d|]{0,60}(?:\\d+ +(?:seconds?|minutes?))?[^;\\d|]{0,60}[.] +Repeat +(?:the +same|this|it|that)\\b[^.;\\d|]{0,60}?${most}\\s*${count}\\s*(?:doses|times)\\b`,
  "i",
);

const mostOfDay = new RegExp(
  `\\b${most}\\s*${count}\\s*(?:[a-zß-öø-ɏ]+ +)?(?:doses|injections|tablets|capsules|times|puffs|suppositories|ampoules|sachets)\\s*(?:(?:in|within|over) +(?:any +|one +|the +)?(?:24 *h|a +day|day)|(?:a|per|each|every) +day|daily)`,
  "i",
);

/** "Every four hours, up to four injections in 24 hours": so many at most in a day, whatever the interval. */
export const mostInDay = ({ dose }: Order, text: string): number | undefined =>
  countOf(mostOfDay.exec(lineBehind(text, dose.end, 200))?.[1]);

const wordsBehind = (text: string, { end }: Span): string => clauseBehind(lineBehind(text, end, 160), 0);

const countOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : Number.parseInt(word, 10) || numberOf(word);
