// Which thresholds are of one decision: what headings tell apart, and what is only inferred.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("likeness", () => {
  it("tells the poisons of a handbook apart by their headings", () => {
    const text = (one: string, other: string, mark = "") =>
      `# Poisoning and antidotes\n\n## ${one}\n\nSodium bicarbonate 1 mmol/kg IV when the pH is below 7.15.\n\n## ${other}\n\nSodium bicarbonate 1 mmol/kg IV when the pH is below 7.3.${mark}`;
    check(text("Aluminium phosphide", "Methanol"));
    check(text("Methanol", "Pocket card", "\n                                               ^^^^^^^^^"));
  });

  it("only informs where neither side says what is done at the value", () => {
    const { findings } = check(
      "# Blood lead\n\nTreat when blood lead is 45 mcg/dL or above.\n\n## Summary\n\nTreat when blood lead is 54 mcg/dL or above.\n                         ^^^^^^^^^^^^^^^^^^",
    );
    assert.equal(findings[0]?.severity, "information");
  });
});
