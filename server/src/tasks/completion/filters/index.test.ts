// The filters together may only shorten a suggestion, and leave nothing hanging at its end.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { contextAt } from "../../../../../test/support/completion-contexts.ts";
import { filterSuggestion, isOver } from "./index.ts";

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

  it("is over once nothing that follows can be shown", () => {
    const over = (words: string, before = "Give ", after = "") =>
      isOver(words, contextAt(before, after), { guardNumbers: true });
    assert.equal(over("fluids 500"), false);
    assert.equal(over("fluids 500 mL"), true);
    assert.equal(over("fluids 500 mL", "Give fluids 500 mL, then "), false);
    assert.equal(over("fluids."), false);
    assert.equal(over("fluids. Then wait"), true);
    assert.equal(over("fluids orally", "Give ", "orally"), false);
    // A number says what it counts by the next word, so nothing is said twice before that.
    assert.equal(over("oral (if) mg 5", "oral (if) mg 5 "), false);
    assert.equal(over("oral (if) mg 5 give", "oral (if) mg 5 "), true);
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

  it("shows the same when it is over as when everything is written", () => {
    const word = fc.constantFrom("give", "fluids.", "5", "mg", "2", "two", "and", "oral (if)", "fluids");
    const words = fc.array(word, { maxLength: 14 });
    fc.assert(
      fc.property(words, words, fc.constantFrom("", ".", "and"), (text, before, after) => {
        const context = contextAt(`${before.join(" ")} `, after);
        const options = { guardNumbers: true };
        const whole = text.join(" ");
        for (let count = 1; count < text.length; count++) {
          const part = text.slice(0, count).join(" ");
          if (!isOver(part, context, options)) continue;
          assert.equal(filterSuggestion(part, context, options), filterSuggestion(whole, context, options));
        }
      }),
      { numRuns: 500 },
    );
  });
});
