// Schedules that are set phrases or codes: "single dose", "at night", "TDS", "stat". It must not know medicines.

import type { Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";
import { type Frequency, perDay, type Schedule, type ScheduleFound } from "./schedule.ts";

const once: Frequency = { kind: "frequency", once: true };

/** Single words and codes. */
const codes: ReadonlyMap<string, Schedule> = new Map<string, Schedule>([
  ["od", perDay(1)],
  ["o.d", perDay(1)],
  ["qd", perDay(1)],
  ["bd", perDay(2)],
  ["bid", perDay(2)],
  ["bds", perDay(2)],
  ["tds", perDay(3)],
  ["tid", perDay(3)],
  ["qds", perDay(4)],
  ["qid", perDay(4)],
  ["hs", perDay(1)],
  ["qhs", perDay(1)],
  ["nocte", perDay(1)],
  ["mane", perDay(1)],
  ["om", perDay(1)],
  ["on", perDay(1)],
  ["eod", perDay(0.5)],
  ["daily", perDay(1)],
  ["nightly", perDay(1)],
  ["hourly", perDay(24)],
  ["weekly", perDay(1 / 7)],
  ["fortnightly", perDay(1 / 14)],
  ["monthly", perDay(1 / 30)],
  ["yearly", perDay(1 / 365)],
  ["annually", perDay(1 / 365)],
  ["stat", once],
  ["once", once],
  ["immediately", once],
  ["prn", { kind: "asNeeded" }],
  ["sos", { kind: "asNeeded" }],
  ["lifelong", { kind: "openDuration" }],
  ["indefinitely", { kind: "openDuration" }],
]);
/** Only in capitals in the text are they codes: "OM", "ON", "OD"; in the midst of a sentence they are words. */
const capitalCodes = new Set(["om", "on", "sos"]);

const phrases: readonly (readonly [string, Schedule])[] = [
  ["once only", once],
  ["once off", once],
  ["only once", once],
  ["single dose", once],
  ["single daily dose", perDay(1)],
  ["once daily dose", perDay(1)],
  ["one dose", once],
  ["one single dose", once],
  ["one time", once],
  ["stat dose", once],
  ["once daily", perDay(1)],
  ["once nightly", perDay(1)],
  ["once weekly", perDay(1 / 7)],
  ["once monthly", perDay(1 / 30)],
  ["twice daily", perDay(2)],
  ["twice weekly", perDay(2 / 7)],
  ["thrice daily", perDay(3)],
  ["thrice weekly", perDay(3 / 7)],
  ["times weekly", perDay(1 / 7)],
  ["at night", perDay(1)],
  ["in the evening", perDay(1)],
  ["at bedtime", perDay(1)],
  ["in the morning", perDay(1)],
  ["in the afternoon", perDay(1)],
  ["in the am", perDay(1)],
  ["in the pm", perDay(1)],
  ["at noon", perDay(1)],
  ["at midday", perDay(1)],
  ["at lunchtime", perDay(1)],
  ["at sunrise", perDay(1)],
  ["at sunset", perDay(1)],
  ["on waking", perDay(1)],
  ["morning and evening", perDay(2)],
  ["morning and night", perDay(2)],
  ["night and morning", perDay(2)],
  ["morning and afternoon", perDay(2)],
  ["morning noon and night", perDay(3)],
  ["morning noon and evening", perDay(3)],
  ["morning midday and night", perDay(3)],
  ["morning midday and evening", perDay(3)],
  ["morning afternoon and night", perDay(3)],
  ["morning afternoon and evening", perDay(3)],
  ["as required", { kind: "asNeeded" }],
  ["as needed", { kind: "asNeeded" }],
  ["when required", { kind: "asNeeded" }],
  ["when needed", { kind: "asNeeded" }],
  ["if required", { kind: "asNeeded" }],
  ["if needed", { kind: "asNeeded" }],
  ["if necessary", { kind: "asNeeded" }],
  ["as necessary", { kind: "asNeeded" }],
  ["after each loose stool", { kind: "asNeeded" }],
  ["after every loose stool", { kind: "asNeeded" }],
  ["for life", { kind: "openDuration" }],
  ["long term", { kind: "openDuration" }],
  ["continuous infusion", { kind: "frequency", continuous: true }],
  ["continuously", { kind: "frequency", continuous: true }],
  ["constant infusion", { kind: "frequency", continuous: true }],
  ["in divided doses", { kind: "divided", low: undefined, high: undefined }],
];
const phrasesByFirst = new Map<string, (readonly [readonly string[], Schedule])[]>();
for (const [phrase, schedule] of phrases) {
  const words = phrase.split(" ");
  const first = words[0] ?? "";
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), [words, schedule]]);
}
for (const list of phrasesByFirst.values()) list.sort((a, b) => b[0].length - a[0].length);

const routeWords =
  "oral intramuscular im intravenous iv rectal subcutaneous sublingual intranasal vaginal".split(" ");

/** Whether a phrase or a code of one word begins so. */
export const mayBeginPhrase = (word: string): boolean =>
  word === "single" || phrasesByFirst.has(word) || codes.has(word);

export function phraseAt(tokens: readonly Token[], at: number): ScheduleFound | undefined {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  // "a single oral dose", "one rectal dose of": the route between is read by itself.
  if (
    (token.text === "single" || (token.text === "one" && isWord(tokens[at + 3], "of"))) &&
    isWord(tokens[at + 1], ...routeWords) &&
    isWord(tokens[at + 2], "dose", "injection")
  )
    return { schedule: once, next: at + 1 };
  for (const [words, schedule] of phrasesByFirst.get(token.text) ?? []) {
    // "1-hourly", "long-term", "morning, noon and night"
    let next = at;
    const all = words.every((word) => {
      if (isSign(tokens[next], "-") || (next > at && isSign(tokens[next], ","))) next++;
      return isWord(tokens[next++], word);
    });
    // "One dose is 20 mg": how much each is, and not how often.
    if (all && schedule === once && isWord(tokens[next], "is") && tokens[next + 1]?.kind === "number")
      continue;
    if (all) return { schedule, next };
  }
  return undefined;
}

function beginsClause(token: Token | undefined): boolean {
  return (
    token?.kind === "word" &&
    /^(?:the|he|she|they|it|stable|able|awake|afebrile|tolerat\w+|there|(?!morning|evening)\w{2,}ing)$/.test(
      token.text,
    )
  );
}

export function codeAt(tokens: readonly Token[], at: number, source: string): ScheduleFound | undefined {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  const schedule = codes.get(token.text);
  if (!schedule) return undefined;
  // "once vomiting stops", "once the fever has gone"
  if (token.text === "once" && beginsClause(tokens[at + 1])) return undefined;
  if (capitalCodes.has(token.text) && !/^[A-Z]+$/.test(source.slice(token.start, token.end)))
    return undefined;
  return { schedule, next: at + 1 };
}
