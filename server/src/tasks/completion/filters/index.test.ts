// The filters together may only shorten a suggestion, and leave nothing hanging at its end.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { contextAt } from "../../../../../test/support/completion-contexts.ts";
import { filterSuggestion } from "./index.ts";

const filter = (text: string, before = "Give ", after = "", guardNumbers = true) =>
  filterSuggestion(text, contextAt(before, after), { guardNumbers });

describe("filterSuggestion", () => {
  it("leaves a good suggestion as it is", () => assert.equal(filter("fluids slowly."), "fluids slowly."));

  it("leaves no space, comma or open bracket at the end", () => {
    assert.equal(filter("fluids, 500 mL"), "fluids");
    assert.equal(filter("fluids (500 mL)"), "fluids");
    assert.equal(filter("fluids – 500 mL"), "fluids");
    assert.equal(filter("fluids   \nmore"), "fluids");
  });

  it("is empty where no word is left", () => {
    for (const text of ["", "   ", "...", "500 mg", "| --- |", "\nmore", "**"])
      assert.equal(filter(text), "", text);
  });

  it("only shortens", () => {
    const texts = fc.array(
      fc.oneof(
        fc.constantFrom("a b", " ", ".", "5", "mg", "\n", "|", ")", "(", "two", "word word word word "),
        fc.string(),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, texts, texts, (text, before, after) => {
        const whole = text.join("");
        assert.ok(whole.startsWith(filter(whole, before.join(""), after.join("").replace(/[\r\n]/g, ""))));
      }),
      { numRuns: 500 },
    );
  });
});
