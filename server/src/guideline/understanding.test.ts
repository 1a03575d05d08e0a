// What is told of a document, in its order, and which dose lines count as understood.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { doseLinesIn, understoodIn } from "./understanding.ts";

const kinds = (text: string) => understoodIn(parseGuideline(text)).map(({ kind }) => kind);

describe("understoodIn", () => {
  it("tells things in the order of the text", () => {
    assert.deepEqual(
      kinds("# Fever in children\n\nGive paracetamol 15 mg/kg PO.\n\nCall when Hb is < 5 g/dL.\n"),
      ["section", "order", "threshold"],
    );
  });

  it("tells a strength that no order has", () => {
    assert.deepEqual(kinds("The ceftriaxone vial holds 1 g in 10 mL (100 mg/mL).\n").at(-1), "strength");
  });

  it("takes a saturation for no strength", () => {
    assert.ok(!kinds("Give oxygen to keep SpO2 at 94–98 %.\n").includes("strength"));
  });

  it("tells nothing of a text without medicine", () => {
    assert.deepEqual(kinds("# Roster\n\nCome at 8, 14 and 20 o'clock.\n"), []);
  });
});

describe("doseLinesIn", () => {
  const lines = (text: string) =>
    doseLinesIn(parseGuideline(text)).map(({ line, understood }) => [line, understood]);

  it("counts lines with a medicine and a quantity, in prose, lists and tables", () => {
    const text =
      "Paracetamol 1 g PO.\nRest.\n\n- Ibuprofen 400 mg PO\n- Water\n\n| Medicine | Dose |\n|---|---|\n| Zinc sulfate | 20 mg |\n";
    assert.deepEqual(lines(text), [
      [0, true],
      [3, true],
      [8, true],
    ]);
  });

  it("passes over strengths, weights and times", () => {
    assert.deepEqual(
      lines("Ceftriaxone 100 mg/mL is kept for 5 days; paracetamol for a child of 12 kg.\n"),
      [],
    );
  });
});
