// Recipes over several sentences or steps: what they make, and what is only told beside them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { mixedSteps } from "./mixed-steps.ts";

const told = (text: string) =>
  parseGuideline(text).figures.texts.flatMap((passage) =>
    mixedSteps(passage).map(
      ({ claim, expected }) => `${text.slice(claim.figure.start, claim.figure.end)} ${expected}`,
    ),
  );

describe("mixedSteps", () => {
  it("reads what is drawn, what is added and what is made, in sentences and steps", () => {
    for (const [text, wrong] of [
      [
        "Draw up 1 mL of adrenaline 1 mg/mL and 9 mL of sodium chloride 0.9 %. The syringe now reads 1 mg/mL.",
        "1 mg/mL 0.1",
      ],
      [
        "1. Break two ampoules of ephedrine 30 mg.\n2. Make up to 20 mL.\n3. Each mL now has 1.5 mg.",
        "1.5 mg 3",
      ],
      [
        "Vial: 60 mg of powder, with 1 mL of solvent.\n\nFor the vein\n\n- Add 5 mL of sodium chloride 0.9 %.\n- Final volume 6 mL; strength 20 mg/mL.",
        "20 mg/mL 10",
      ],
      ["Mix 100 mL of glucose 50 % with 300 mL of water; the result is glucose 10 %.", "10 % 125"],
      ["Chlorine 0.05 % is made from one part of bleach 0.5 % and 4 parts of water.", "0.05 % 1"],
    ] as const)
      assert.ok(told(text).includes(wrong), `${text}: ${told(text).join()}`);
  });

  it("leaves alone what any way of mixing makes, stock, limits and other medicines", () => {
    for (const text of [
      "Draw up 1 mL of adrenaline 1 mg/mL and 9 mL of sodium chloride 0.9 %. The syringe now reads 0.1 mg/mL.",
      "Draw up 10 mg (25 mL of 400 micrograms/mL) and make up to 50 mL with glucose 5 %. The strength is 200 micrograms/mL.",
      "Gentamicin is 12 mg. With the 500 mg vial of ampicillin made up to 5 mL (100 mg/mL), each dose is 1.5 mL; with the 10 mg/mL vial of gentamicin it is 1.2 mL.",
      "One vial is 50 mg; add 12 mL of sterile water to make 4 mg/mL. Dilute only in dextrose 5 %, to 1 mg/mL.",
    ])
      assert.deepEqual(told(text), []);
  });
});
