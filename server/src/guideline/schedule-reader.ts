// Reads a schedule that begins at a token: the phrase, the frequency or the duration that is found first. It must
// not know medicines.

import type { Token } from "./lexer.ts";
import type { ScheduleFound } from "./schedule.ts";
import { clockAt } from "./schedule-clock.ts";
import { durationAt, lastDayAt } from "./schedule-duration.ts";
import { daysAt, dividedAt, everyAt, timesAt } from "./schedule-frequency.ts";
import { codeAt, phraseAt } from "./schedule-phrase.ts";

/** `source` is the text, to tell "OM" from "om". */
export function scheduleAt(tokens: readonly Token[], at: number, source: string): ScheduleFound | undefined {
  return (
    phraseAt(tokens, at) ??
    dividedAt(tokens, at) ??
    clockAt(tokens, at) ??
    everyAt(tokens, at) ??
    timesAt(tokens, at) ??
    lastDayAt(tokens, at) ??
    daysAt(tokens, at) ??
    durationAt(tokens, at) ??
    codeAt(tokens, at, source)
  );
}
