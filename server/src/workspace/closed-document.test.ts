// A guideline on disk, kept in full or lean: nobody sees the difference.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultyGuidelines, soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { checkGuideline } from "../rules/index.ts";
import { closedDocument, leanGuideline } from "./closed-document.ts";

describe("leanGuideline", () => {
  it("holds what the whole one holds", () => {
    for (const text of [...soundGuidelines.values(), ...faultyGuidelines.values()]) {
      const lean = leanGuideline(text);
      const whole = parseGuideline(text);
      for (const key of Object.keys(whole) as (keyof typeof whole)[])
        if (key !== "markdown") assert.deepEqual(lean[key], whole[key]);
      for (const key of Object.keys(whole.markdown) as (keyof typeof whole.markdown)[])
        assert.deepEqual(lean.markdown[key], whole.markdown[key]);
      assert.equal(lean.figures, lean.figures, "read again once");
      assert.deepEqual(
        checkGuideline(lean).findings.map(({ message }) => message),
        checkGuideline(parseGuideline(text)).findings.map(({ message }) => message),
      );
    }
  });
});

describe("closedDocument", () => {
  it("is read when it is first asked for, once", () => {
    for (const lean of [true, false]) {
      const document = closedDocument({
        path: "/a.md",
        group: "",
        text: "# Fever\n",
        dictionary: emptyDictionary,
        lean,
      });
      assert.equal(document.guideline, document.guideline);
      assert.equal(document.guideline.sections[0]?.title, "Fever");
    }
  });
});
