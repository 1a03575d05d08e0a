// Doses per kilogram, strengths and maxima in a text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { factsIn } from "./band-amount.ts";

const strengths = (text: string) =>
  factsIn(text, 0).strengths.map(({ per, amount }) => `${amount} per ${per}`);

describe("factsIn", () => {
  it("reads strengths of liquids in many words", () => {
    for (const said of [
      "10 mg/mL",
      "50 mg/5 mL",
      "10 mg in each mL",
      "20 mg in 2 mL",
      "1 mL = 10 mg",
      "5 mL contains 50 mg",
      "lidocaine 1 %",
    ])
      assert.deepEqual(strengths(said), ["10 per mL"], said);
  });

  it("reads strengths of tablets, and both of a combination", () => {
    for (const said of ["tablets of 100 mg", "100 mg tablets", "Tablets hold 100 mg.", "the 100-mg tablet"])
      assert.deepEqual(strengths(said), ["100 per tablet"], said);
    assert.deepEqual(strengths("20/120 mg tablets"), ["20 per tablet", "120 per tablet"]);
  });

  it("reads nominal doses with basis, frequency and maximum", () => {
    const [nominal] = factsIn("Amikacin 15 mg/kg/day in 2 doses, at most 1 g.", 100).nominals;
    assert.deepEqual(
      [nominal?.low, nominal?.basis, nominal?.maximum?.low, (nominal?.start ?? 0) >= 100],
      [15, "day", 1, true],
    );
    assert.deepEqual(factsIn("Amikacin, maximum 1 g.", 0).maxima, [1000]);
    assert.equal(factsIn("0.1 microgram/kg/min", 0).nominals[0]?.basis, "hour");
  });
});
