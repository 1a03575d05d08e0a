// Running rules: severities, order, and a rule that fails without taking the others along.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  corpusTexts,
  type FindingCounts,
  hashOf,
  storedCounts,
  withoutCorpus,
} from "../../../test/support/corpus.ts";
import { markdownText } from "../../../test/support/texts.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline, rules, unknownRules } from "./index.ts";
import { defineRule, type Rule } from "./rule.ts";

function ruleAt(id: string, ...starts: number[]): Rule {
  return defineRule({
    id,
    severity: "warning",
    summary: "",
    rationale: "",
    examples: { invalid: [], valid: [] },
    *check() {
      for (const start of starts) {
        if (start < 0) throw new Error("broken");
        yield { span: { start, end: start + 1 }, message: "m", state: undefined };
      }
    },
  });
}

const guideline = parseGuideline("Some text that is long enough.");
const run = (list: readonly Rule[], severities = {}) =>
  checkGuideline(guideline, { severities, list }).findings.map(({ rule, span }) => `${rule} ${span.start}`);

describe("compares", () => {
  it("is said of the rules that read other documents", () => {
    const readers = rules.filter(({ examples, check }) => {
      let reads = false;
      for (const example of [...examples.invalid, ...examples.valid]) {
        const own = parseGuideline(example.replace(/^ *\^.*$/gm, ""));
        const neighbour = {
          uri: "file:///other.md",
          get guideline() {
            reads = true;
            return own;
          },
        };
        Array.from(check(own, { neighbours: [neighbour] }));
      }
      return reads;
    });
    const idsOf = (list: readonly Rule[]) => list.map(({ id }) => id);
    assert.deepEqual(idsOf(rules.filter(({ compares }) => compares)), idsOf(readers));
  });
});

describe("checkGuideline", () => {
  it("lists findings in document order, whatever the order of the rules", () => {
    assert.deepEqual(run([ruleAt("b", 9, 1), ruleAt("a", 4, 1)]), ["a 1", "b 1", "a 4", "b 9"]);
  });

  it("keeps what other rules, and the failing one, found before the failure", () => {
    const list = [ruleAt("bad", 3, -1, 5), ruleAt("good", 7)];
    const { findings, failures } = checkGuideline(guideline, { list });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["bad", "good"],
    );
    assert.deepEqual(
      failures.map(({ rule, error }) => [rule, String(error)]),
      [["bad", "Error: broken"]],
    );
  });

  it("gives findings the severity of the settings, and runs no rule that is off", () => {
    const list = [ruleAt("a", 1), ruleAt("b", 2), ruleAt("off", -1)];
    const { findings, failures } = checkGuideline(guideline, {
      severities: { a: "error", off: "off" },
      list,
    });
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ["error", "warning"],
    );
    assert.deepEqual(failures, []);
  });

  it("never fails on any text", () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const { findings, failures } = checkGuideline(parseGuideline(text));
        assert.deepEqual(failures, []);
        for (const { span, related } of findings) {
          for (const { start, end } of [span, ...related.map((other) => other.span)])
            assert.ok(start >= 0 && start < end && end <= text.length);
        }
      }),
    );
  });
});

describe("the list of rules", () => {
  it("names each rule once", () => assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length));

  it("tells settings that name no rule", () => {
    assert.deepEqual(unknownRules({ [rules[0]?.id ?? ""]: "off", "dose-conflit": "error" }), [
      "dose-conflit",
    ]);
    assert.deepEqual(unknownRules({}), []);
  });
});

describe("the corpus of real guidelines", () => {
  it("has as many findings as when they were last looked at", { skip: withoutCorpus }, () => {
    const counts: FindingCounts = Object.fromEntries(
      corpusTexts().map((text) => {
        const perRule: Record<string, number> = {};
        for (const { rule } of checkGuideline(parseGuideline(text)).findings)
          perRule[rule] = (perRule[rule] ?? 0) + 1;
        return [hashOf(text), perRule];
      }),
    );
    assert.deepEqual(
      counts,
      storedCounts(counts),
      "Look at what changed, then run again with UPDATE_SNAPSHOTS=1.",
    );
  });
});
