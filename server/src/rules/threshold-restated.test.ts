// Cards, boxes and annexes that say the values of their chapter again, one of them otherwise.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("threshold-conflict between a chapter and its restatement", () => {
  it("takes the one value of a card that its chapter has otherwise for a slip", () => {
    const chapter =
      "# Low potassium\n\n- Potassium below 3.0 mmol/L without signs: oral replacement over two days.\n- Potassium below 2.5 mmol/L, or any low value with weakness: infusion under a monitor.\n\n> **Summary box**\n> ";
    check(
      `${chapter}Well, potassium under 3.4 mmol/L: tablets.\n                  ^^^^^^^^^^^^^^^^\n> Potassium under 2.5 mmol/L, weak: drip.`,
    );
    check(`${chapter}Well, potassium under 3.0 mmol/L: tablets.\n> Potassium under 2.5 mmol/L, weak: drip.`);
  });
});
