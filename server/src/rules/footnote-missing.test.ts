// Notes and marks: stubs for what is missing.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { footnoteMissing } from "./footnote-missing.ts";
import type { Rule } from "./rule.ts";

const found = (rule: Rule, text: string, context: Parameters<Rule["check"]>[1] = {}) => [
  ...rule.check(parseGuideline(text), context),
];

describe("footnote-missing", () => {
  it("adds a stub for a label that has no note, and that alone is certain", () => {
    const { guideline, findings } = checkMarkdown("Rest.[^1]\n     ^^^^\n\n[^2]: Or not.\n^^^^\n", {
      rule: "footnote-missing",
      rules: [footnoteMissing],
    });
    const [first, second] = findings.map((finding) => finding.fixes());
    assert.equal(first?.[0]?.certain, true);
    assert.equal(
      applyEdits(guideline.text, first?.[0]?.edits ?? []),
      "Rest.[^1]\n\n[^2]: Or not.\n[^1]: To be written.\n",
    );
    assert.deepEqual(second, []);
  });

  it("keeps the document's line ends", () => {
    const source = "Rest.[^1]\r\n";
    const [fix] = found(footnoteMissing, source)[0]?.fixes() ?? [];
    assert.equal(applyEdits(source, fix?.edits ?? []), "Rest.[^1]\r\n\r\n[^1]: To be written.\r\n");
  });
});
