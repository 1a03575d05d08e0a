// Volumes that are drawn for the one dose before them, and those that are something else.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { drawnDosesIn } from "./drawn-dose.ts";
import { parseGuideline } from "./guideline.ts";

const drawn = (text: string) =>
  parseGuideline(text).figures.texts.flatMap((one) =>
    drawnDosesIn(one).map(({ amount, volume }) =>
      [amount, volume].map(({ start, end }) => text.slice(start, end)).join(" as "),
    ),
  );

describe("drawnDosesIn", () => {
  it("reads whoever draws, gives or measures it", () => {
    assert.deepEqual(drawn("Furosemide 10 mg/mL. Dose 40 mg IV. The nurse draws 4 mL."), ["40 mg as 4 mL"]);
    assert.deepEqual(drawn("A child of 6 kg needs 30 mg at night; the mother measures 5 mL with the cup."), [
      "30 mg as 5 mL",
    ]);
  });

  it("leaves alone what is put into more, and fluids", () => {
    for (const text of [
      "Magnesium sulfate 4 g IV. Take 40 mL from four ampoules and add 60 mL of sodium chloride 0.9 %.",
      "Furosemide 40 mg IV, then give 500 mL of saline.",
      "Dissolve 500 mg: take 5 mL of water.",
    ])
      assert.deepEqual(drawn(text), []);
  });
});
