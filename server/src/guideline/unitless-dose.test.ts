// Doses that are a bare number, and numbers that are none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { unitlessDosesOf } from "./unitless-dose.ts";

const found = (text: string) =>
  unitlessDosesOf(parseGuideline(text)).map(
    ({ medicine, start, end }) => `${medicine.name} ${text.slice(start, end)}`,
  );

describe("unitlessDosesOf", () => {
  it("finds a number between a medicine and how it is given", () => {
    assert.deepEqual(found("Give clindamycin 300 orally every 8 hours."), ["clindamycin 300"]);
    assert.deepEqual(found("1. Gentamicin 5 IV once daily, 7 days"), ["gentamicin 5"]);
    assert.deepEqual(found("- heparin 5000 subcutaneously twice daily"), ["heparin 5000"]);
    assert.deepEqual(found("Amoxicillin 500 three times daily."), ["amoxicillin 500"]);
  });

  it("finds it in a cell that names the medicine", () => {
    assert.deepEqual(
      found(
        "| Time | Treatment |\n|---|---|\n| 0 | Hydrocortisone 100 IV, single dose |\n| 1 | Saline 1 L IV |",
      ),
      ["hydrocortisone 100"],
    );
    assert.deepEqual(found("| Time | Treatment, mg |\n|---|---|\n| 0 | Hydrocortisone 100 IV |"), []);
  });

  it("leaves other numbers alone", () => {
    for (const text of [
      "Give clindamycin 300 mg orally every 8 hours.",
      "Give amoxicillin 3 times daily for 5 days.",
      "Amoxicillin 12 orally, as said before.",
      "Amoxicillin 500/125 orally.",
      "| Medicine | Dose (mg) |\n| --- | --- |\n| clindamycin | 300 |",
    ])
      assert.deepEqual(found(text), [], text);
  });
});
