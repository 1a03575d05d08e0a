// Volumes of doses that stand in other forms: beside another medicine's, in products side by side, before their dose.
// Seen through concentration-volume.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { concentrationVolume } from "./concentration-volume.ts";

const check = (text: string) =>
  checkMarkdown(text, { rule: "concentration-volume", rules: [concentrationVolume] });

describe("volumes of doses", () => {
  it("reads each volume as that of the dose before it", () => {
    check(
      "| Weight | Gentamicin, each dose | Volume of the syringe | Ampicillin, each dose | Volume of the vial |\n| --- | --- | --- | --- | --- |\n| 2.4 kg | 12 mg | 1.2 mL | 120 mg | 1.2 mL |\n| 3 kg | 15 mg | 0.5 mL | 150 mg | 1.5 mL |\n                 ^^^^^^\n| 3.6 kg | 18 mg | 1.8 mL | 180 mg | 1.8 mL |",
    );
  });

  it("turns a table of products with their strength, dose and volume", () => {
    check(
      "# Medroxyprogesterone\n\n| | Vial | Prefilled device |\n| --- | --- | --- |\n| Strength | 150 mg/mL | 160 mg/mL |\n| Dose | 150 mg | 104 mg |\n| Volume | 0.65 mL | 0.65 mL |\n           ^^^^^^^",
    );
  });

  it("reads a volume that stands before its dose", () => {
    check(
      "Magnesium sulfate 50%, ampoules of 10 mL. Draw up 10 mL of the 50% solution, which is 4 g, and add water to 20 mL.\n                                                  ^^^^^",
    );
    check(
      "Filgrastim syringes hold 600 micrograms in 1 mL. Push the plunger to the mark 1.6 mL, so that the syringe holds your dose of 480 micrograms.\n                                                                              ^^^^^^",
    );
    check("Magnesium sulfate 50%, ampoules of 10 mL. Draw up 8 mL of the 50% solution, which is 4 g.");
  });

  it("keeps apart what is drawn from different things", () => {
    check(
      "| Route | Amount | Draw up |\n| --- | --- | --- |\n| Thigh | 10 mg | 2 mL from the ampoule |\n| Cheek | 10 mg | 1 mL of the family's solution |\n| Vein | 5 mg | 1 mL from the ampoule |",
    );
  });
});
