// Lengths that are told by what is handed out, by the last day, and by what remains.

import assert from "node:assert/strict";
import { it } from "node:test";
import { handedOut } from "./handed-out-length.ts";

const told = (text: string) =>
  handedOut(text).map(({ long, unit, start, end }) => `${long} ${unit.code} ${text.slice(start, end)}`);

it("counts the days that pieces last", () => {
  assert.deepEqual(told("cefixime 200 mg, 20 tablets, one twice a day"), ["10 d 20 tablets"]);
  assert.deepEqual(told("Prednisolone 5 mg tablets, number 60: six tablets each morning"), ["10 d 60"]);
  assert.deepEqual(told("One capsule every evening, fourteen capsules in all."), ["14 d fourteen capsules"]);
  assert.deepEqual(told("Give 8 tablets, then 3 tablets three times a day"), []);
});

it("reads the day of the last dose, and what remains", () => {
  assert.deepEqual(told("Day 20: date …… last injection"), ["20 d Day 20"]);
  assert.deepEqual(told("oral from day 3 to day 14 → stop"), ["14 d day 14"]);
  assert.deepEqual(told("a pack of 7 days and a prescription for the remaining 21 days"), [
    "28 d 7 days and a prescription for the remaining 21 days",
  ]);
  assert.deepEqual(told("Day 20: visit, weigh the child"), []);
});
