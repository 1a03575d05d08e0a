// Every rule keeps its word: its examples are found exactly where they are marked, its fixes cure them, and
// its documentation says what it should.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown, parseAnnotated } from "../../../test/support/check-markdown.ts";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { checkGuideline, rules } from "./index.ts";
import { defineRule } from "./rule.ts";

/** The findings by what they say about which words, wherever these stand. */
function found(guideline: Guideline): string[] {
  return checkGuideline(guideline).findings.map(
    ({ rule, span }) => `${rule}: ${guideline.text.slice(span.start, span.end)}`,
  );
}

for (const rule of rules) {
  describe(`the rule ${rule.id}`, () => {
    it("is named and described", () => {
      assert.match(rule.id, /^[a-z]+(?:-[a-z]+)+$/);
      assert.match(rule.summary, /^[A-Z].*\.$/);
      assert.match(rule.rationale, /\.$/);
      assert.ok(rule.examples.invalid.length > 0 && rule.examples.valid.length > 0);
    });

    for (const example of rule.examples.invalid) {
      it(`finds what is marked in ${JSON.stringify(example)}`, () => {
        assert.ok(parseAnnotated(example).marks.length > 0, "nothing is marked");
        for (const { message } of checkMarkdown(example, { rule: rule.id, rules: [rule] }).findings) {
          assert.match(message, /\.$/);
        }
      });

      it(`cures what it finds in ${JSON.stringify(example)}`, () => {
        const { guideline, findings } = checkMarkdown(example, { rule: rule.id, rules: [rule] });
        const before = found(guideline);
        for (const finding of findings) {
          const name = `${rule.id}: ${guideline.text.slice(finding.span.start, finding.span.end)}`;
          for (const { title, edits } of finding.fixes()) {
            const after = found(parseGuideline(applyEdits(guideline.text, edits)));
            assert.ok(!after.includes(name), `still found after “${title}”`);
            assert.deepEqual(
              after.filter((other) => !before.includes(other)),
              [],
              `something new after “${title}”`,
            );
          }
        }
      });
    }

    for (const example of rule.examples.valid) {
      it(`is silent about ${JSON.stringify(example)}`, () => void checkMarkdown(example, { rules: [rule] }));
    }
  });
}

describe("defineRule", () => {
  it("works fixes out only when someone looks at them, from the rule's own state", () => {
    let asked = 0;
    const rule = defineRule<{ word: string }>({
      id: "test-rule",
      severity: "hint",
      summary: "",
      rationale: "",
      examples: { invalid: [], valid: [] },
      *check() {
        yield { span: { start: 0, end: 1 }, message: "m", state: { word: "x" } };
      },
      fix({ word }) {
        asked++;
        return [{ title: word, edits: [], certain: true }];
      },
    });
    const [finding] = rule.check(parseGuideline("text"));
    assert.deepEqual([finding?.rule, finding?.severity, finding?.related], ["test-rule", "hint", []]);
    assert.equal(asked, 0);
    assert.deepEqual(finding?.fixes(), [{ title: "x", edits: [], certain: true }]);
    assert.equal(asked, 1);
  });
});
