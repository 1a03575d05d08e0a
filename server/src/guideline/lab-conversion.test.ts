// Conversions there and back, and the factors that guidelines print.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyteNamed, analytes } from "../lexicon/analytes.ts";
import { labUnitAt, labUnitNamed, labUnits } from "../lexicon/lab-units.ts";
import { converted, convertible, factorsOf } from "./lab-conversion.ts";

function convert(value: number, from: string, to: string, id?: string): number | undefined {
  const [a, b] = [labUnitNamed(from), labUnitNamed(to)];
  assert.ok(a && b);
  const result = converted(value, a, b, factorsOf(analyteNamed(id ?? "")));
  return result === undefined ? undefined : Number(result.toPrecision(3));
}

describe("converted", () => {
  it("gives the figures that laboratories give", () => {
    assert.equal(convert(7, "mmol/L", "mg/dL", "glucose"), 126);
    assert.equal(convert(1, "mg/dL", "µmol/L", "creatinine"), 88.4);
    assert.equal(convert(1, "mg/dL", "µmol/L", "bilirubin"), 17.1);
    assert.equal(convert(80, "g/L", "g/dL", "haemoglobin"), 8);
    assert.equal(convert(7, "%", "mmol/mol", "hba1c"), 53);
    assert.equal(convert(38, "°C", "°F"), 100);
    assert.equal(convert(8, "kPa", "mmHg"), 60);
    assert.equal(convert(1, "mmol/L", "mg/dL"), undefined);
  });

  it("comes back to where it began", () => {
    for (const analyte of analytes) {
      for (const a of labUnits) {
        for (const b of labUnits) {
          if (!convertible(a, b) || !analyte.kinds.includes(a.kind) || !analyte.kinds.includes(b.kind))
            continue;
          const there = converted(5, a, b, factorsOf(analyte));
          const back = there === undefined ? 5 : (converted(there, b, a, factorsOf(analyte)) ?? Number.NaN);
          assert.ok(Math.abs(back - 5) < 1e-9, `${analyte.id}: ${a.code} to ${b.code}`);
        }
      }
    }
  });
});

describe("labUnitAt", () => {
  it("reads every unit by the name it is written with", () => {
    for (const { code } of labUnits) assert.equal(labUnitAt(`7 ${code}`, 1)?.unit.code, code);
  });

  it("reads no unit out of a word or a dose per weight", () => {
    for (const text of ["7 mgo", "7 mL/kg", "7 mg per kg", "7 sheep"])
      assert.equal(labUnitAt(text, 1), undefined, text);
  });
});
