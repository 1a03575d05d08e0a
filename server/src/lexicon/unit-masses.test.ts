// Every medicine named here is known by that name, and its ranges of usual doses agree with the conversion.

import assert from "node:assert/strict";
import { test } from "node:test";
import { medicineNamed } from "./medicine.ts";
import { unitsPerMilligram } from "./unit-masses.ts";

test("medicines with units in a milligram are known, and their usual doses in both units meet", () => {
  for (const [name, perMilligram] of unitsPerMilligram) {
    const medicine = medicineNamed(name);
    assert.equal(medicine?.name, name);
    const range = (unit: string) => medicine?.doses.filter((dose) => dose.unit === unit && dose.per === "");
    for (const mass of range("mg") ?? [])
      for (const units of range("unit") ?? [])
        assert.ok(
          mass.low * perMilligram <= units.high && units.low <= mass.high * perMilligram,
          `${name}: ${mass.low}–${mass.high} mg, ${units.low}–${units.high} units`,
        );
  }
});
