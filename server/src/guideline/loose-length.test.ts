// Times after which something taken is over, in the words of twenty authors; and those of something else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { looseLengths } from "./loose-length.ts";

const read = (text: string): string[] =>
  looseLengths(parseGuideline(text)).map(({ low, high }) =>
    low === high ? `${high / 24}` : `${low / 24}–${high / 24}`,
  );

test("that something taken lasts, ends or goes on is understood in any words", () => {
  for (const [text, days] of [
    ["The tablets end fourteen days later.", "14"],
    ["Finish all ten days of the penicillin.", "10"],
    ["Mouth clean? Go on with the drops for one more week.", "7"],
    ["The patient completes 5 days of the antibiotic in all.", "5"],
    ["*How much longer?* Three weeks from the day you felt well.", "21"],
    ["Planned last dose: date in line 4 plus 10 days.", "10"],
    ["Ofloxacin drops: another fortnight.", "14"],
    ["Clopidogrel was begun on the ward and ends after ten to twelve weeks.", "70–84"],
  ] as const)
    assert.deepEqual(read(text), [days], text);
});

test("a plan of visits says in which week the last tablet is taken", () => {
  const plan =
    "| Week | What is done |\n| --- | --- |\n| 4 | blood count |\n| 12 | blood count; last tablet |";
  assert.deepEqual(read(plan), ["84"]);
});

test("times of visits, tests, illnesses and ages are not those of a treatment", () => {
  for (const text of [
    "See the patient again after 2 weeks, with all tablets.",
    "Stool is cultured 1 week after the last tablet.",
    "Give the tablets for two weeks at a time.",
    "Stop the drops once there was no fever for 3 days.",
    "One tablet once a day from 6 months onward.",
    "Take the first tablet within 3 days of the bite.",
  ])
    assert.deepEqual(read(text), [], text);
});
