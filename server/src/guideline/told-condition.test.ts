// What descriptions of patients tell without naming it.

import assert from "node:assert/strict";
import { it } from "node:test";
import { toldIn } from "./told-condition.ts";

it("tells conditions by what the patients use, have had done, or show", () => {
  for (const [text, id] of [
    ["Uses a budesonide inhaler twice daily", "asthma"],
    ["wheezes with exercise since childhood", "asthma"],
    ["Man, 61 years, bypass surgery in 2019", "angina"],
    ["takes levodopa four times daily", "parkinsons-disease"],
    ["Eyes are yellow since yesterday", "jaundice"],
    ["pressure 158/104 mmHg and protein in the urine", "pre-eclampsia"],
    ["BP 165/95", "hypertension"],
  ] as const)
    assert.ok(toldIn(text).includes(id), text);
});

it("tells none where it is denied, aimed at, or of other lungs", () => {
  for (const text of ["no stent", "pressure until below 150/100 mmHg", "never had a heart attack"])
    assert.deepEqual(toldIn(text), [], text);
  assert.ok(!toldIn("COPD, uses a salbutamol inhaler").includes("asthma"));
});
