// Columns that follow a capped dose per kilogram: which one, and where it goes on above its cap.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { aboveCappedRate, cappedRates, everyRate } from "./worked-column.ts";

function passed(text: string, other = text): string[] {
  const rates = cappedRates(parseGuideline(other)).get(everyRate) ?? [];
  const found = aboveCappedRate(parseGuideline(text), rates, other === text);
  return found.map(({ dose }) => text.slice(dose.start, dose.end));
}

const chapter =
  "# Meningitis\n\nCeftriaxone 100 mg/kg IM once daily for 5 days. Nobody receives more than 2 g a day.";
const rows = (last: string, head = "Each day") =>
  `| Weight | ${head} |\n|---|---|\n| 5 kg | 500 mg |\n| 10 kg | 1000 mg |\n| 20 kg | 2000 mg |\n| 25 kg | ${last} |`;

it("knows by its figures what a table is worked out from", () => {
  assert.deepEqual(passed(rows("2500 mg"), chapter), ["2500 mg"]);
  assert.deepEqual(passed(rows("2000 mg"), chapter), []);
  assert.deepEqual(passed(rows("2500 mg", "Ampicillin"), chapter), []);
  assert.deepEqual(passed(rows("2500 mg", "100 mg/kg × weight"), chapter), []);
  assert.deepEqual(
    passed(
      "| Weight (kg) | mg |\n|---|---|\n| 5 | 500 |\n| 10 | 1000 |\n| 15 | 1500 |\n| 30 | 3000 |",
      chapter,
    ),
    ["3000"],
  );
});

it("tells the columns of two limits apart", () => {
  const limits =
    "Plain lidocaine is limited to 3 mg/kg and never passes 200 mg. With adrenaline: 7 mg/kg, maximum 500 mg.";
  const table = (plain: string) =>
    `${limits}\n\n| Weight | Plain | With adrenaline |\n|---|---|---|\n| 40 kg | 120 mg | 280 mg |\n| 50 kg | 150 mg | 350 mg |\n| 60 kg | 180 mg | 420 mg |\n| 80 kg | ${plain} | 500 mg |`;
  assert.deepEqual(passed(table("240 mg")), ["240 mg"]);
  assert.deepEqual(passed(table("200 mg")), []);
});
