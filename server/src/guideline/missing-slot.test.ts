// What stands in for a frequency or a route, and what headings and lead-in lines say for the orders below them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { contextsOf, lacksFrequency, lacksRoute } from "./missing-slot.ts";

function lacking(text: string): string[] {
  const guideline = parseGuideline(text);
  return [...contextsOf(guideline)].map(([order, context]) =>
    [lacksFrequency(order, context) && "frequency", lacksRoute(order, context) && "route"]
      .filter(Boolean)
      .join(" "),
  );
}

describe("contextsOf", () => {
  it("sees what an order leaves unsaid", () => {
    assert.deepEqual(lacking("Give amoxicillin 500 mg."), ["frequency route"]);
    assert.deepEqual(lacking("Give amoxicillin 500 mg orally."), ["frequency"]);
    assert.deepEqual(lacking("Give amoxicillin 500 mg every 8 hours."), ["route"]);
  });

  it("takes what is said once for all, before or behind", () => {
    assert.deepEqual(lacking("By mouth, twice daily:\n\n- amoxicillin 500 mg\n- metronidazole 400 mg"), [
      "",
      "",
    ]);
    assert.deepEqual(lacking("Amoxicillin 500 mg and metronidazole 400 mg orally every 8 hours."), ["", ""]);
  });

  it("does not share a frequency between two courses that say all else themselves", () => {
    assert.deepEqual(
      lacking(
        "Quinine 600 mg by mouth for 7 days with clindamycin 300 mg by mouth every 6 hours for 7 days.",
      ),
      ["frequency", ""],
    );
  });

  it("takes what is said elsewhere: a cross reference, the next sentence, a second mention", () => {
    assert.deepEqual(lacking("Give ceftriaxone 1 g as in chapter 4."), [""]);
    assert.deepEqual(lacking("Give ceftriaxone 1 g IV. Repeat it every 24 hours."), [""]);
    assert.deepEqual(lacking("Rifampicin 600 mg is begun: rifampicin by mouth once daily."), [""]);
    assert.deepEqual(lacking("Prednisolone 40 mg PO, tapered over six weeks."), [""]);
  });

  it("does not take the time of an infusion for its frequency where the list says both elsewhere", () => {
    const list = (own: string) =>
      `- 25–50 mL/min: give aciclovir 10 mg/kg IV over 1 hour${own}.\n- 10 to below 25 mL/min: give aciclovir 10 mg/kg IV over 1 hour every 24 hours.`;
    assert.deepEqual(lacking(list("")), ["frequency", ""]);
    assert.deepEqual(lacking(list(" every 12 hours")), ["", ""]);
  });

  it("goes on behind a gas that something is given with", () => {
    assert.deepEqual(lacking("Salbutamol 5 mg by oxygen-driven nebuliser, back to back for an hour."), [""]);
  });

  it("does not take what is said of another medicine or sentence", () => {
    assert.deepEqual(lacking("Ceftriaxone 2 g IV once daily, with metronidazole 500 mg IV."), [
      "",
      "frequency",
    ]);
    assert.deepEqual(lacking("Vancomycin 1 g IV, gentamicin as before, rifampicin 600 mg PO once daily."), [
      "frequency",
      "",
    ]);
    assert.deepEqual(lacking("Give digoxin 125 micrograms by mouth. Check the pulse every day."), [
      "frequency",
    ]);
  });
});
