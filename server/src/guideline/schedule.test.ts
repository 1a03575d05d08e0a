// How often and how long, in every notation.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lex } from "./lexer.ts";
import type { Frequency } from "./schedule.ts";
import { scheduleAt } from "./schedule-reader.ts";

function read(text: string): string | undefined {
  const found = scheduleAt(lex(text), 0, text);
  if (!found) return undefined;
  const { schedule } = found;
  if (schedule.kind === "frequency") return often(schedule);
  if (schedule.kind === "divided")
    return `divided ${schedule.low ?? "?"}${schedule.high === schedule.low ? "" : `-${schedule.high}`}`;
  if (schedule.kind === "time")
    return `${schedule.role} ${schedule.low}-${schedule.high} ${schedule.unit.code}`;
  return schedule.kind;
}

function often({ once, on, everyHours, perDay }: Frequency): string {
  if (once) return "once";
  if (on) return `on given ${on}`;
  if (everyHours !== undefined) return `every ${Math.round(everyHours * 60)} min`;
  const [low, high] = [perDay?.low, perDay?.high].map((value) => Number(value?.toPrecision(3)));
  return `${low === high ? low : `${low}-${high}`}/day`;
}

describe("scheduleAt", () => {
  for (const [text, expected] of Object.entries({
    "until day 7": "duration 7-7 d",
    "through day 10": "duration 10-10 d",
    "to the end of day 5": "duration 5-5 d",
    "8 hourly": "3/day",
    "six hourly": "4/day",
    "four-hourly": "6/day",
    "8-hrly": "3/day",
    "every 8 hours": "3/day",
    q6h: "4/day",
    "q4-6h": "4-6/day",
    "q2-3 min": "every 2 min",
    "q6 h": "4/day",
    "4 – 6 hourly": "4-6/day",
    "4- to 6-hourly": "4-6/day",
    "three times daily": "3/day",
    "3 times/day": "3/day",
    "2-3 times a day": "2-3/day",
    "once or twice daily": "1-2/day",
    TDS: "3/day",
    "b.d.": "2/day",
    "at night": "1/day",
    "morning, noon and night": "3/day",
    "in the morning and at night": "2/day",
    "on waking, at noon, at 17:00 and at bedtime": "4/day",
    "at 06:00, at noon, in the evening and before going to bed": "4/day",
    "at sunrise and again at sunset": "2/day",
    "every sixth hour": "4/day",
    "each week": "0.143/day",
    "every other week": "0.0714/day",
    "on alternate nights": "0.5/day",
    "every fourth month": "0.00833/day",
    "every Monday": "0.143/day",
    "on Mondays": "0.143/day",
    "on Monday": undefined,
    "Tuesdays and Fridays": "0.286/day",
    "Mon, Wed and Fri": "0.429/day",
    "Monday to Friday": "0.714/day",
    "on five nights of the week": "0.714/day",
    "once a fortnight": "0.0714/day",
    "each time": undefined,
    "each fourth hour": "6/day",
    "at breakfast and the same amount again at bedtime": "2/day",
    "with breakfast, at midday and once in the night": "3/day",
    "in the morning, before breakfast": "1/day",
    "at noon or in the evening": "1/day",
    "in four infusions": "divided 4",
    "half every 12 hours": "divided 2",
    "one third every 8 hours": "divided 3",
    "half every 8 hours": undefined,
    "half in the morning and the other half at night": "divided 2",
    "four infusions are given in 24 hours": "4/day",
    "each morning and each evening": "2/day",
    "before breakfast, at 14:00 and before supper": "3/day",
    "at night, and in the morning 5 mg": "2/day",
    "with each of three meals": "3/day",
    "at each of the four daily feeds": "4/day",
    "at each of 3 doses, 4 weeks apart": undefined,
    "split into four, except": "divided 4",
    "shared between three fillings": "divided 3",
    "in three equal infusions": "divided 3",
    "divided between two thighs": undefined,
    "spread over 3 days": undefined,
    "at 8-hour intervals": "3/day",
    "at intervals of 12 hours": "2/day",
    "8/24": "3/day",
    "8/24 patients": undefined,
    "1-0-1": "2/day",
    "1+1+1": "3/day",
    "3-4-2026": undefined,
    "divided tds": "divided 3",
    "divided 8-hourly": "divided 3",
    "once a week": "0.143/day",
    "on alternate days": "0.5/day",
    "alternate days": "0.5/day",
    stat: "once",
    "single dose": "once",
    "one rectal dose of": "once",
    "every 5 minutes": "every 5 min",
    "in 3 divided doses": "divided 3",
    "in 2–3 divided doses": "divided 2-3",
    "divided into 4 doses": "divided 4",
    "for 5–7 days": "duration 5-7 d",
    "for half a year": "duration 6-6 mo",
    "for a further half year": "duration 6-6 mo",
    "for twenty-one days": "duration 21-21 d",
    "for one and a half weeks": "duration 1.5-1.5 wk",
    "for a year and a half": "duration 1.5-1.5 a",
    "for a whole week": "duration 1-1 wk",
    "for no longer than 10 days": "duration 10-10 d",
    "until ten days have passed": "duration 10-10 d",
    "until the end of week 6": "duration 6-6 wk",
    "up to and including day 10": "duration 10-10 d",
    "x 5/7": "duration 5-5 d",
    "over 30 minutes": "over 30-30 min",
    "over 1 h 45 min": "over 105-105 min",
    "for 2 hours and 30 minutes": "over 150-150 min",
    "over 2 hours, 30 minutes before food": "over 2-2 h",
    "as required": "asNeeded",
    "for 3 doses": "doseCount",
    "at each of 10 consecutive dialysis sessions": "doseCount",
    "on each of the first 3 visits": "doseCount",
    "on each of them": undefined,
    "for life": "openDuration",
    "on days 1 and 8": "on given days",
    "at 0, 12 and 24 hours": "on given hours",
    "three times normal": undefined,
    "5 mg": undefined,
  }))
    it(`reads ${text}`, () => assert.equal(read(text), expected));

  it("takes moments between two amounts for one each", () => {
    const text = "2 mg at night and in the morning 1 mg";
    assert.deepEqual(scheduleAt(lex(text), 2, text)?.schedule, {
      kind: "frequency",
      perDay: { low: 1, high: 1 },
    });
  });
});
