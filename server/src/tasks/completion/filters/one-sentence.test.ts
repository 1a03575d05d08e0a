// A suggestion ends with its line and its first sentence; abbreviations and decimals end no sentence.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contextAt } from "../../../../../test/support/completion-contexts.ts";
import { oneSentence } from "./one-sentence.ts";

const cut = (text: string) => oneSentence(text, contextAt("Give "), { guardNumbers: true });

describe("oneSentence", () => {
  it("ends at the end of a sentence", () => {
    assert.equal(cut("fluids. Then wait."), "fluids.");
    assert.equal(cut("fluids? Yes."), "fluids?");
    assert.equal(cut("now! And then"), "now!");
    assert.equal(cut("5 mL. Then"), "5 mL.");
    assert.equal(cut("oxygen (if low). Then"), "oxygen (if low).");
    assert.equal(cut("fluids."), "fluids.");
  });

  it("ends with its line", () => {
    assert.equal(cut("fluids\nand more"), "fluids");
    assert.equal(cut("\nmore"), "");
  });

  it("goes on behind abbreviations, initials and decimals", () => {
    for (const text of [
      "a macrolide, e.g. azithromycin",
      "i.e. none",
      "approx. one hour",
      "max. two",
      "see Fig. 2",
      "Dr. A. Smith",
      "7.5 mg",
      "no. 3",
      "compare vs. placebo",
    ]) {
      assert.equal(cut(text), text);
    }
  });
});
