// Reads a schedule that begins at a token: the phrase, the frequency or the duration that is found first. It must
// not know medicines.

import type { Token } from "./lexer.ts";
import { isWord } from "./measure.ts";
import type { ScheduleFound } from "./schedule.ts";
import { clockAt, eachOfAt, mealsAt, momentsAt } from "./schedule-clock.ts";
import { isCount } from "./schedule-count.ts";
import { durationAt, lastDayAt } from "./schedule-duration.ts";
import { daysAt, dividedAt, everyAt, fractionAt, timesAt, timesSignAt } from "./schedule-frequency.ts";
import { intervalAt, mayBeginInterval } from "./schedule-interval.ts";
import { codeAt, mayBeginPhrase, phraseAt } from "./schedule-phrase.ts";

const starts = new Set(
  "in into as divided split shared spread at every each q x until till through to up on after before by with upon the a half day days over during for total".split(
    " ",
  ),
);

/** Most words begin none: they are told by one look. "q6h", "x3" and "d8" have their figure with them. */
const mayBegin = (word: string): boolean =>
  starts.has(word) ||
  mayBeginPhrase(word) ||
  mayBeginInterval(word) ||
  isCount(word) ||
  /^[qxd]\d/.test(word);

/** `source` is the text, to tell "OM" from "om". */
export function scheduleAt(tokens: readonly Token[], at: number, source: string): ScheduleFound | undefined {
  const token = tokens[at];
  if (token?.kind === "word" && (!mayBegin(token.text) || isOfSum(tokens, at))) return undefined;
  return (
    momentsAt(tokens, at) ??
    phraseAt(tokens, at) ??
    intervalAt(tokens, at) ??
    eachOfAt(tokens, at) ??
    dividedAt(tokens, at) ??
    fractionAt(tokens, at) ??
    clockAt(tokens, at) ??
    mealsAt(tokens, at) ??
    everyAt(tokens, at) ??
    timesSignAt(tokens, at) ??
    timesAt(tokens, at) ??
    lastDayAt(tokens, at) ??
    daysAt(tokens, at) ??
    durationAt(tokens, at) ??
    codeAt(tokens, at, source)
  );
}

/** "Weekly total": what is given in all, and not how often. */
const isOfSum = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], "weekly", "monthly") && isWord(tokens[at + 1], "total", "totals", "sum");
