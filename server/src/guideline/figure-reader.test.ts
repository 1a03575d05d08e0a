// Figures: what each quantity measures, in its base unit, and whose it is.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { figuresOf } from "./figure-reader.ts";

const read = (text: string) =>
  figuresOf(text).figures.map(({ kind, low, unit, perKg, medicine, diluent }) =>
    [kind, Number(low.toPrecision(4)), unit, perKg && "/kg", medicine?.name, diluent && "(diluent)"]
      .filter((part) => part !== "" && part !== false && part !== undefined)
      .join(" "),
  );

describe("figuresOf", () => {
  it("brings quantities to one unit each", () => {
    assert.deepEqual(read("5 mcg/kg/min, 1.5 L, 60 drops/min, 1 g/h"), [
      "amountRate 0.3 mg /kg",
      "volume 1500",
      "drops 60",
      "amountRate 1000 mg",
    ]);
  });

  it("knows drop factors and words for numbers", () => {
    assert.deepEqual(read("1 mL = 15 drops; each millilitre holds 10 mIU"), [
      "volume 1",
      "dropFactor 15",
      "volume 1",
      "amount 0.01 unit",
    ]);
  });

  it("gives figures to their medicines, and percentages to their diluents", () => {
    assert.deepEqual(read("Morphine 30 mg in sodium chloride 0.9 % 50 mL"), [
      "amount 30 mg morphine",
      "percent 0.9 sodium chloride (diluent)",
      "volume 50 morphine",
    ]);
  });

  it("takes a part of something for no strength", () => {
    for (const said of [
      "Reduce the dose by 40%.",
      "The new dose is 80% of (mean rate × 24).",
      "48 units, 80% is 38.4",
      "70% of what was given",
    ])
      assert.ok(!read(said).some((one) => one.startsWith("percent")), said);
  });

  it("says at once whose a figure is that stands before its medicine", () => {
    assert.deepEqual(read("Insulin 10 units with 25 g of glucose"), [
      "amount 10 unit insulin",
      "amount 25000 mg glucose",
    ]);
  });
});
