// Statements of strengths: which facts are read, and which of them belong together.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatStrength, statementsIn } from "./concentration.ts";
import { parseGuideline } from "./guideline.ts";

/** Each statement's medicine and facts. */
function read(text: string): string[] {
  const { figures } = parseGuideline(text);
  return figures.texts.flatMap((one) =>
    statementsIn(one).map(
      ({ medicine, facts }) =>
        `${medicine?.name ?? "?"}: ${facts.map(({ low, unit, kind }) => `${kind} ${formatStrength(low, unit)}`).join(", ")}`,
    ),
  );
}

describe("statementsIn", () => {
  it("reads amounts in volumes, however they are said", () => {
    for (const said of ["500 mg in 10 mL", "vial of 10 mL (500 mg)", "ten millilitres with 500 mg"])
      assert.deepEqual(read(`Ketamine ${said}.`), ["ketamine: pair 50 mg/mL"]);
    assert.deepEqual(read("Ketamine 500 mg/10 mL."), ["ketamine: strength 50 mg/mL"]);
  });

  it("puts facts of one preparation together", () => {
    assert.deepEqual(read("Magnesium sulfate ampoule: 50 %, 10 mL, 5 g (500 mg/mL; 20 mmol, 2 mmol/mL)."), [
      "magnesium sulfate: percent 500 mg/mL, pair 500 mg/mL, strength 500 mg/mL, strength 2 mmol/mL, pair 2 mmol/mL",
    ]);
  });

  it("keeps two preparations apart", () => {
    assert.deepEqual(read("Midazolam 5 mg in 5 mL (1 mg/mL) or 15 mg in 3 mL (5 mg/mL)."), [
      "midazolam: pair 1 mg/mL, strength 1 mg/mL",
      "midazolam: pair 5 mg/mL, strength 5 mg/mL",
    ]);
  });

  it("knows ratios and small amounts", () => {
    assert.deepEqual(read("Adrenaline 1 in 10 000 (100 mcg/mL)."), [
      "adrenaline: percent 0.1 mg/mL, strength 0.1 mg/mL",
    ]);
  });

  it("does not take a dose and its volume for a strength", () => {
    assert.deepEqual(read("Give gentamicin 60 mg (1.5 mL) IV."), []);
  });
});
