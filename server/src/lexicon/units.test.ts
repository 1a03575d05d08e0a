// Units agree with UCUM, and are found by every spelling that guidelines use.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { multipliers, type Unit, unitNamed } from "./units.ts";

interface Ucum {
  convertUnitTo(from: string, value: number, to: string): { toVal: number | null };
}
const ucum: Ucum = createRequire(import.meta.url)("@lhncbc/ucum-lhc").UcumLhcUtils.getInstance();

/** A spelling of each unit that UCUM has, and the base that its factor leads to. */
const bases: Readonly<Record<string, string>> = {
  mass: "mg",
  volume: "mL",
  substance: "mmol",
  equivalent: "meq",
  time: "h",
  length: "cm",
  pressure: "mm[Hg]",
  energy: "kcal",
};
const spellings =
  "kg g mg mcg ng l dl ml µl mol mmol µmol nmol pmol meq sec min h day week month year mm cm metre mmhg kpa cmh2o kcal kj".split(
    " ",
  );

describe("units", () => {
  for (const spelling of spellings) {
    it(`has UCUM's factor for ${spelling}`, () => {
      const { code, dimension, factor } = unitNamed(spelling) as Unit;
      const { toVal } = ucum.convertUnitTo(code, 1, bases[dimension] ?? "");
      assert.ok(toVal !== null, `UCUM knows no ${code}`);
      assert.ok(Math.abs(toVal / factor - 1) < 1e-4, `${code}: ${toVal} and ${factor}`);
    });
  }

  it("are one unit in all their spellings", () => {
    for (const [code, ...names] of [
      ["ug", "mcg", "µg", "μg", "microgram", "micrograms"],
      ["[IU]", "iu", "unit", "units"],
      ["mL", "ml", "cc", "millilitres", "milliliter"],
      ["h", "hr", "hours"],
      ["tablet", "tab", "tablets"],
    ] as const) {
      for (const name of names) assert.equal(unitNamed(name)?.code, code, name);
    }
  });

  it("of activity keep the powers that UCUM will not convert", () => {
    assert.equal(unitNamed("mu")?.factor, 1e6);
    assert.equal(unitNamed("milliunit")?.factor, 1e-3);
    assert.equal(multipliers.get("million"), 1e6);
    assert.equal(multipliers.get("lakh"), 1e5);
  });

  it("are no words of other kinds", () => {
    for (const word of ["dose", "kilo-", "", "constructor", "mgs/kg"])
      assert.equal(unitNamed(word), undefined);
  });
});
