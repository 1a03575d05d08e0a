// Rates beside the one amount, volume and dose an hour that a step or row tells, and doses that another document tells.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { rateArithmetic } from "./rate-arithmetic.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "rate-arithmetic", rules: [rateArithmetic] });

describe("sole rates", () => {
  it("follows from the one strength and the one dose an hour of a text, in any words", () => {
    check(
      "The bag holds 50 units of insulin in 50 mL. Give 4 units every hour: set the pump to 8 mL/h.\n                                                                                     ^^^^^^",
    );
    check("The bag holds 50 units of insulin in 50 mL. Give 4 units every hour: set the pump to 4 mL/h.");
    check(
      "**Baby R., 1.6 kg, dopamine 7.5 mcg/kg/min**\n\nFor the syringe: 24 mg. Volume: 50 mL. Pump: 0.75 mL/h.\n                                             ^^^^^^^^^",
    );
  });

  it("follows from a row's cells, and from the dose an hour that all other rows have", () => {
    check(
      "| | Ward | Unit |\n| --- | --- | --- |\n| Potassium in the bag | 20 mmol | 40 mmol |\n| Volume of the bag | 500 mL | 100 mL |\n| Per hour | 10 mmol | 20 mmol |\n| Pump | 125 mL/h | 50 mL/h |\n         ^^^^^^^^",
    );
    check(
      "| Dose | Bag | Pump |\n| --- | --- | --- |\n| 500 mg | 100 mL | 120 mL/h |\n| 1000 mg | 250 mL | 150 mL/h |\n| 1500 mg | 500 mL | 120 mL/h |\n                     ^^^^^^^^\n| 2000 mg | 500 mL | 150 mL/h |",
    );
  });

  it("asks where the dose an hour stands in another document", () => {
    const neighbours = [
      {
        uri: "chapter.md",
        guideline: parseGuideline("Magnesium sulfate is infused, 1 g every hour, for 24 hours."),
      },
    ];
    const found = (text: string) =>
      [...rateArithmetic.check(parseGuideline(text), { neighbours })].map(({ severity }) => severity);
    const bag = "Magnesium sulfate: the bag holds 20 g in 500 mL. Pump at";
    assert.deepEqual(found(`${bag} 50 mL/h.`), ["information"]);
    assert.deepEqual(found(`${bag} 25 mL/h.`), []);
    assert.deepEqual(found("Magnesium sulfate 4 g in 100 mL at 300 mL/h, over 20 minutes."), []);
  });
});
