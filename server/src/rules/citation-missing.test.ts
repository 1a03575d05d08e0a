// Citations: what nothing cites.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { citationMissing } from "./citation-missing.ts";
import type { Rule } from "./rule.ts";

const found = (rule: Rule, text: string, context: Parameters<Rule["check"]>[1] = {}) => [
  ...rule.check(parseGuideline(text), context),
];

describe("citation-missing", () => {
  it("hints at an entry that nothing cites, where nearly all are cited", () => {
    const list = [1, 2, 3, 4, 5, 6].map((n) => `${n}. Abebe ${n}. 2015.`).join("\n");
    const text = `One [1]. Two [2–4]. Three [5].\n\n## References\n\n${list}\n`;
    const [hint, ...more] = found(citationMissing, text);
    assert.equal(more.length, 0);
    assert.equal(hint?.severity, "hint");
  });
});
