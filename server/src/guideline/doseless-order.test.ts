// Orders without a dose, and sentences that need none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { doselessOrdersOf } from "./doseless-order.ts";
import { parseGuideline } from "./guideline.ts";

const found = (text: string) =>
  doselessOrdersOf(parseGuideline(`Fever: give paracetamol 1 g by mouth every 6 hours.\n\n${text}`)).map(
    ({ medicine }) => medicine.name,
  );

describe("doselessOrdersOf", () => {
  it("finds a medicine that is ordered by route and rhythm, but in no amount", () => {
    for (const text of [
      "Many crusts, or fever: give cefalexin by mouth every 6 hours for 7 days.",
      "Give oral cefalexin four times daily.",
      "Treat with cefalexin by mouth every 6 hours for 7 days.",
      "Adults take cefalexin orally twice daily for 7 days.",
      "- Boil with fever: cefalexin by mouth every 6 hours for 7 days",
    ])
      assert.deepEqual(found(text), ["cefalexin"], text);
  });

  it("finds a cell without a dose among cells with doses, and an item that is given into a cavity", () => {
    const table = (cell: string) =>
      `| | Usual | Allergy |\n|---|---|---|\n| First | ceftriaxone 2 g IV every 24 hours | gentamicin 5 mg/kg IV every 24 hours |\n| Second | ${cell} | clindamycin 900 mg IV every 8 hours |`;
    assert.deepEqual(found(table("metronidazole IV every 8 hours")), ["metronidazole"]);
    assert.deepEqual(found(table("metronidazole 500 mg IV every 8 hours")), []);
    assert.deepEqual(
      found(
        "- vancomycin 1 g intraperitoneally every 5 days;\n- ceftazidime intraperitoneally once daily, dwell 6 hours;",
      ),
      ["ceftazidime"],
    );
  });

  it("finds what opens a sentence, an answer or an item of a list that gives doses otherwise", () => {
    for (const text of [
      "**The cream has run out.** Cefalexin by mouth as a single dose with food, repeated once after 14 days.",
      "Stop the drip. Cefalexin by mouth, repeat after 5 minutes if no better.",
      "Cefalexin by mouth three times daily is given for the first week unless there is asthma.",
      "Give cefalexin suspension by mouth four times daily.",
      "Those with a normal creatinine receive cefalexin by mouth every 6 hours, followed by ibuprofen 400 mg.",
      "- doxycycline 100 mg twice daily\n- azithromycin 1 g once\n\nOr:\n\n- cefalexin PO, single dose\n\nOr:\n\n- metronidazole 2 g once\n- cefalexin 500 mg PO, single dose",
      "- enalapril 5 mg twice daily\n- digoxin 125 micrograms daily\n- cefalexin once daily, if potassium is below 5 mmol/L",
    ])
      assert.deepEqual(found(text), ["cefalexin"], text);
    for (const text of [
      "- enalapril 5 mg twice daily\n- cefalexin once daily",
      "- enalapril twice daily\n- cefalexin once daily\n- digoxin daily",
      "A woman who takes cefalexin by mouth daily is seen again.",
      "Cefalexin by mouth is no substitute for it once daily.",
      "Cefalexin by mouth once daily, see above.",
    ])
      assert.deepEqual(found(text), [], text);
  });

  it("leaves alone what has its dose beside it, elsewhere or by its pack, and what is no order", () => {
    for (const text of [
      "Give cefalexin 500 mg by mouth every 6 hours for 7 days.",
      "Give two cefalexin by mouth every 6 hours.",
      "Give cefalexin by mouth every 6 hours, in the dose of the table.",
      "Give cefalexin by mouth every 6 hours.\n\nCefalexin 500 mg is one capsule.",
      "Do not give cefalexin by mouth every 6 hours.",
      "Cefalexin is given by mouth every 6 hours.",
      "Apply mupirocin to the skin three times daily.",
      "Give cefalexin by mouth.",
      "Give cefalexin by mouth every 6 hours. Give amoxicillin by mouth every 8 hours.",
    ])
      assert.deepEqual(found(text), [], text);
  });
});
