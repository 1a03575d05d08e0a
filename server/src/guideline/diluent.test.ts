// What medicines are given in, after and instead of: it is named beside a dose, and is not what is given.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatOrder } from "./order.ts";

const read = (text: string): string[] => parseGuideline(`${text}\n`).orders.map(formatOrder);

describe("what is named beside a dose", () => {
  it("carries the medicine, whatever its own strength", () => {
    const text =
      "Dilute dobutamine 250 mg in 50 mL of 5% glucose and begin IV at 5 micrograms/kg per minute.";
    assert.deepEqual(read(text), [
      "dobutamine, 250 mg, iv, in 50 mL",
      "dobutamine (first dose), 5 mcg/kg/min, iv",
    ]);
  });

  it("was given before", () => {
    const text =
      "# Reversal of vecuronium\n\nGive neostigmine 2.5 mg IV once.\n\n- After 0.1 mg/kg vecuronium: wait.";
    assert.deepEqual(read(text), ["neostigmine, 2.5 mg, once, iv"]);
  });

  it("is replaced", () => {
    const text =
      "Patients receive oxazepam 10 mg orally in place of diazepam 5 mg, and 20 mg instead of 10 mg.";
    assert.deepEqual(read(text), ["oxazepam, 10 mg, oral", "oxazepam, 20 mg, oral"]);
  });

  it("is taken by the patients already", () => {
    const text = "Adults who take rifampicin need raltegravir 800 mg orally twice daily.";
    assert.deepEqual(read(text), ["raltegravir, 800 mg, twice a day, oral; for adult; with rifampicin"]);
  });
});

describe("a column's head with a value", () => {
  it("names what is measured, not what is given", () => {
    const text = [
      "Extra soluble insulin, subcutaneous, every 2 hours",
      "",
      "| Ketones, mmol/L | Glucose 14 mmol/L or above |",
      "|---|---|",
      "| 0.6 to 1.5 | 4 units |",
      "| 1.6 to 2.9 | 8 units |",
    ].join("\n");
    const guideline = parseGuideline(text);
    assert.deepEqual(guideline.thresholds, []);
    assert.deepEqual(
      new Set(guideline.orders.map(({ medicine }) => medicine.name)),
      new Set(["soluble insulin"]),
    );
  });
});

describe("a convulsion", () => {
  it("does not last as long as what is given for it", () => {
    assert.deepEqual(parseGuideline("Seizure: give lorazepam 4 mg IV over 2 minutes.\n").thresholds, []);
  });
});
