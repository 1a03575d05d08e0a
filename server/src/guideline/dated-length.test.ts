// Days of the calendar, and the lengths that they tell.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarDays, daysBetween } from "./calendar-day.ts";
import { parseGuideline } from "./guideline.ts";
import { itemsIn } from "./item.ts";

const lengths = (text: string) =>
  itemsIn(text).flatMap((item) =>
    item.kind === "schedule" && item.schedule.kind === "time"
      ? `${item.schedule.low}-${item.schedule.high} ${item.schedule.unit.code}`
      : [],
  );

const between = (text: string) => {
  const [from, to] = calendarDays(text);
  return from && to && daysBetween(from, to);
};

test("days of the calendar are read in every writing", () => {
  for (const text of [
    "4 May to 14 May",
    "4–14 May",
    "May 4 to May 14, 2024",
    "the 4th of May until the 14th of May",
    "2024-05-04 to 2024-05-14",
    "04/05/2024 to 14/05/2024",
  ])
    assert.deepEqual(between(text), [10, 10], text);
  assert.deepEqual(between("28 February 2024 to 1 March 2024"), [2, 2]);
  assert.deepEqual(between("27 December to 3 January"), [7, 7]);
  assert.deepEqual(between("1 March to the first days of June"), [92, 96]);
  assert.deepEqual(calendarDays("You may take 2 at once; it may be 10 mg."), []);
});

test("a stretch between two days is a length", () => {
  assert.deepEqual(lengths("He received cefalexin from 3 May to 12 May."), ["9-10 d"]);
  assert.deepEqual(lengths("Cloxacillin 1 g IV every 6 hours, 1 June – 14 June"), ["13-14 d"]);
});

test("so is one that is told by its beginning and its end", () => {
  assert.deepEqual(lengths("Warfarin was begun on 2 March. Please end it on 2 June."), ["92-93 d"]);
  assert.deepEqual(lengths("Start date: 1 June. Last dose: 7 June."), ["6-7 d"]);
  assert.deepEqual(lengths("She had her stroke on 5 March 2024 and takes clopidogrel until 5 June 2024."), [
    "89-93 d",
  ]);
});

test("other days are none", () => {
  for (const text of [
    "He fell ill on 3 May and was seen on 10 May.",
    "Amoxicillin was begun on 3 May; he was discharged on 6 May.",
    "Fever began on 1 May. Last dose of paracetamol on 4 May.",
    "This edition holds from 1 January 2024 until 31 December 2026.",
  ])
    assert.deepEqual(lengths(text), [], text);
});

test("a chart's columns of beginning and end tell it as well", () => {
  const { orders } = parseGuideline(
    "| Medicine | Dose | Route | Times | Start | Stop |\n|---|---|---|---|---|---|\n| Cefalexin | 500 mg | oral | every 6 hours | 3 May | 12 May |",
  );
  assert.deepEqual(
    orders.map(({ duration }) => typeof duration === "object" && [duration.low, duration.high]),
    [[9, 10]],
  );
});
