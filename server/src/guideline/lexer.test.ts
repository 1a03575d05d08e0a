// Words, numbers in all their notations, and ends of sentences.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { anyText } from "../../../test/support/texts.ts";
import { emptyDictionary, withDictionary, withHabits } from "../lexicon/dictionary.ts";
import { lex } from "./lexer.ts";

const values = (text: string) => lex(text).flatMap((token) => (token.kind === "number" ? [token.value] : []));
const words = (text: string) => lex(text).map(({ text }) => text);

describe("lex", () => {
  it("takes lamivudine's short name for a word", () =>
    assert.deepEqual(words("3TC 150 mg, 3 tcm"), ["3tc", "150", "mg", ",", "3", "tcm"]));

  it("reads numbers as they are written", () => {
    for (const [text, ...expected] of [
      ["7.5", 7.5],
      ["7·5", 7.5],
      ["7,5", 7.5],
      ["0,125", 0.125],
      ["100 000", 100000],
      ["100,000", 100000],
      ["1,200,000", 1200000],
      ["1'000", 1000],
      ["½", 0.5],
      ["1½", 1.5],
      ["1 ½", 1.5],
      ["1⁄2", 0.5],
      ["21⁄2", 2.5],
      ["1 1⁄4", 1.25],
      [".5", 0.5],
      ["1, 3 and 5", 1, 3, 5],
      ["500mg", 500],
      ["day 1 500 mg", 1, 500],
      ["2.4 million", 2.4],
      ["5-10", 5, 10],
      ["10.", 10],
    ] as [string, ...number[]][])
      assert.deepEqual(values(text), expected, text);
  });

  it("reads signs as a text with decimal commas has them", () => {
    const read = (text: string) =>
      withDictionary(withHabits(emptyDictionary, { comma: true, timesADay: false }), () => values(text));
    for (const [text, ...expected] of [
      ["1.000 mL", 1000],
      ["12.500 units", 12500],
      ["3,125 mg", 3.125],
      ["1,000 mL", 1000],
      ["0.125 mg", 0.125],
      ["2.4 million", 2.4],
      ["1,200,000", 1200000],
    ] as [string, ...number[]][])
      assert.deepEqual(read(text), expected, text);
  });

  it("says how a number is written", () => {
    const [one] = lex("1 000,5");
    assert.ok(one?.kind === "number");
    assert.deepEqual([one.group, one.decimal, one.value], [" ", ",", 1000.5]);
  });

  it("takes dotted abbreviations as words and full stops as ends", () => {
    assert.deepEqual(words("5 mg i.v. b.d. Stop."), ["5", "mg", "iv", "bd", "¶", "stop", "¶"]);
    assert.deepEqual(words("max. 2 g"), ["max", ".", "2", "g"]);
    assert.deepEqual(words("Amp.50mg"), ["amp", ".", "50", "mg"]);
  });

  it("sees the word in its brackets, and a blank that was lost", () => {
    assert.deepEqual(words("q8h <AND> 1 g < OR > 2 g"), ["q8h", "and", "1", "g", "or", "2", "g"]);
    assert.deepEqual(words("10 to14.9 kg"), ["10", "to", "14.9", "kg"]);
  });

  it("is total, ordered, and every token's place is inside the text", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const token of lex(text)) {
          assert.ok(token.start >= last && token.end > token.start && token.end <= text.length);
          if (token.kind === "number") assert.ok(Number.isFinite(token.value), token.text);
          last = token.end;
        }
      }),
    ));
});
