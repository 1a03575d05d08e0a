// No number comes in that does not stand shortly before the cursor, in figures or in words, whole or half.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { contextAt } from "../../../../../test/support/completion-contexts.ts";
import type { Place } from "../context.ts";
import { unsupportedNumber } from "./unsupported-number.ts";

const cut = (before: string, text: string, guardNumbers = true, place: Place = "prose") =>
  unsupportedNumber(text, contextAt(before, "", place), { guardNumbers });

describe("unsupportedNumber", () => {
  it("cuts before a number that is new", () => {
    assert.equal(cut("Give amoxicillin ", "at 500 mg daily"), "at ");
    assert.equal(cut("Give 250 mg ", "or 2500 mg"), "or ");
    assert.equal(cut("Give 7.5 mg ", "or 75 mg"), "or ");
    assert.equal(cut("Give 5 mg ", "or 0.5 mg"), "or ");
    assert.equal(cut("Give ", "½ tablet"), "");
    assert.equal(cut("Give ", "and ٥ tablets"), "and ");
    assert.equal(cut("Give it ", "q8h for pain"), "");
  });

  it("cuts before a number in words", () => {
    for (const word of [
      "two",
      "Twice",
      "thrice",
      "half",
      "ten",
      "twelve",
      "fifteen",
      "twenty",
      "hundred",
      "a dozen",
    ]) {
      const text = `at night ${word} tablets`;
      assert.equal(cut("Give ", text), text.slice(0, text.indexOf(word.split(" ").at(-1) ?? "")), word);
    }
    assert.equal(cut("Give ", "tenderness of the bone and often"), "tenderness of the bone and often");
  });

  it("lets numbers through that stand shortly before", () => {
    assert.equal(
      cut("Adults: give 500 mg twice daily. Children: ", "give 500 mg twice daily"),
      "give 500 mg twice daily",
    );
    assert.equal(cut(`500 mg ${"word ".repeat(60)}`, "500 mg"), "");
  });

  it("knows a number by what it counts and by what it is the number of", () => {
    assert.equal(cut("Give up to 2 mL, then ", "up to 2 g"), "up to ");
    assert.equal(cut("Give up to 2 g, then ", "up to 2 g"), "up to 2 g");
    assert.equal(cut("Give 2 g/day, then give ", "2 g"), "");
    assert.equal(cut("Give 2 g, then ", "up to 2 g"), "up to ");
    assert.equal(cut("Over 10 minutes, ", "within 10 minutes"), "within ");
    assert.equal(cut("With glucose 10 %, ", "10 % of the dose"), "");
    assert.equal(cut("See Table 3. Else go to ", "step 3."), "step ");
    assert.equal(cut("Go to step 3, or ", "back to step 3"), "back to step 3");
    assert.equal(cut("Go to step 3 at once. Go back to step ", "3."), "");
    assert.equal(cut("Go to step 3. Go back to step ", "3."), "3.");
    assert.equal(cut("If SpO2 is low, ", "check SpO2 again"), "check SpO2 again");
    assert.equal(cut("Two doses. ", "Then two tablets"), "Then ");
  });

  it("takes no number from the line, item, row or cell beside it", () => {
    assert.equal(cut("- Ceftriaxone slowly 2 g IV\n- Gentamicin ", "slowly 2 g IV"), "slowly ");
    assert.equal(cut("Take it twice daily.\r\nOthers: ", "take it twice daily"), "take it ");
    assert.equal(cut("| Ceftriaxone | 2 g |\n| Gentamicin | ", "2 g |", true, "cell"), "");
    assert.equal(cut("| Amoxicillin | 500 mg | ", "500 mg", true, "cell"), "");
    assert.equal(cut("| Amoxicillin | give 500 mg, then ", "give 500 mg", true, "cell"), "give 500 mg");
    assert.equal(cut("- Give it q8h.\n- ", "Give it q8h"), "Give it ");
    assert.equal(cut("- SpO2 is low.\n- ", "Check SpO2"), "Check SpO2");
  });

  it("takes the number of a list's item for no number of anything", () => {
    assert.equal(cut("1. Rest.\n2. Loading dose: magnesium ", "sulfate 2. Then"), "sulfate ");
    assert.equal(cut("> 2) step ", "2)"), "");
  });

  it("takes no half of a number at the edge of what it looks at for a number", () => {
    const before = `1500 ${"x".repeat(154)} `;
    assert.equal(before.slice(-160).startsWith("1500"), true);
    assert.equal(cut(`${before.slice(0, -1)}y `, "500 mg"), "");
  });

  it("does not go on with a number that is half typed", () => {
    for (const [before, text] of [
      ["Give 25", "0 mg"],
      ["Give 2.", "5 mg"],
      ["Give 2", ".5 mg"],
      ["Give 1,", "000 mg"],
      ["Give 1", "·5"],
      ["Start at 250 mL, then 125", "–250 mL"],
      ["At 250 mL, then 125", " - 250 mL"],
    ] as const) {
      assert.equal(cut(before, text), "", before + text);
    }
    assert.equal(cut("Give 25", " mg"), " mg");
    assert.equal(cut("Refer at 25", ". Then"), ". Then");
    assert.equal(cut("Rest.", " Sleep"), " Sleep");
  });

  it("lets everything through when the guard is off", () => {
    assert.equal(cut("Give 25", "0 mg five times", false), "0 mg five times");
  });

  it("leaves no digit that is not in the text before, whatever is suggested", () => {
    const piece = fc.constantFrom("5", "25", "0.5", " mg", " ", "a", ",", ".", "two", "SpO2");
    const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, suggested) => {
        const left = cut(before, suggested);
        assert.ok(suggested.startsWith(left));
        for (const [number] of left.matchAll(/\d+(?:[.,·]\d+)*/g)) assert.ok(before.includes(number), number);
      }),
      { numRuns: 1000 },
    );
  });
});
