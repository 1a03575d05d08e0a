// Which word is being typed, and which findings wait until it is finished.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Said, Typing, tokenAt } from "./typing.ts";

describe("tokenAt", () => {
  /** The token is between « and », the place asked about is at │. */
  const cases = [
    "Record the «GC│S» hourly",
    "Record the «GCS│»",
    "Record the «│GCS» hourly",
    "Give «40 mg/│kg» twice",
    "Give «4│0 mg/kg» twice",
    "Give «100 0│00 IU» once",
    "Give «40 │»",
    "Give «2.│»",
    "Give «2.5│ mg», then",
    "| drug | «50│0 mg» | daily |",
    "|«GCS│»|",
    "Watch the («GCS│»).",
    "Watch the GCS. «I│f»",
  ];
  for (const marked of cases) {
    it(marked, () => {
      const at = marked.replaceAll(/[«»]/g, "").indexOf("│");
      const start = marked.replaceAll("│", "").indexOf("«");
      const end = marked.replaceAll("│", "").indexOf("»") - 1;
      const line = marked.replaceAll(/[«»│]/g, "");
      assert.deepEqual(tokenAt(line, at), { start, end });
    });
  }

  it("is none where no word is", () => {
    for (const [line, at] of [
      ["", 0],
      ["the GCS ", 8],
      ["the GCS.", 8],
      ["a  b", 2],
      ["40  ", 4],
    ] as const)
      assert.equal(tokenAt(line, at), undefined, line);
  });

  it("holds its place and lies inside the line, whatever stands there", () => {
    const piece = fc.constantFrom("40", "mg", " ", ".", ",", "|", "é", "½", "(", "-", "\t", "GCS");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(120), (pieces, place) => {
        const line = pieces.join("");
        const at = Math.min(place, line.length);
        const token = tokenAt(line, at);
        if (token)
          assert.ok(0 <= token.start && token.start <= at && at <= token.end && token.end <= line.length);
      }),
    );
  });

  it("does not look through a whole book that is one line", () => {
    const line = "1 ".repeat(1_000_000);
    const token = tokenAt(line, 1_000_000);
    assert.ok(token && token.end - token.start < 1000);
  });
});

describe("Typing", () => {
  const place = (character: number, line = 0) => ({ line, character });
  const stretch = (start: number, end: number, line = 0) => ({
    start: place(start, line),
    end: place(end, line),
  });
  const said = (rule: string, ...places: Said["places"]): Said => ({ rule, places });

  /** A document of lines in which someone types. */
  function typist(...lines: string[]) {
    const typing = new Typing();
    return {
      typing,
      lines,
      /** Puts a text at a place of a line, or in place of what stands up to `end`. */
      type(text: string, start: number, { end = start, line = 0, shown = [] as readonly Said[] } = {}) {
        const before = lines[line] ?? "";
        const parts = `${before.slice(0, start)}${text}${before.slice(end)}`.split("\n");
        lines.splice(line, 1, ...parts);
        typing.edited({ range: stretch(start, end, line), text }, (number) => lines[number] ?? "", shown);
      },
    };
  }

  it("holds back what touches the word, and nothing else", () => {
    const { typing, type } = typist("Give ORS, then ");
    type("G", 15);
    assert.ok(typing.isGoingOn);
    assert.ok(typing.holds(said("a", stretch(15, 16))));
    assert.ok(typing.holds(said("a", stretch(10, 16))));
    assert.ok(!typing.holds(said("a", stretch(5, 8))));
    assert.ok(!typing.holds(said("a", stretch(15, 16, 1))));
  });

  it("holds back what stands elsewhere and is about the word", () => {
    const { typing, type } = typist("Give 4", "Give 25 mg");
    type("0", 6);
    assert.ok(typing.holds(said("a", stretch(5, 10, 1), stretch(5, 7))));
  });

  it("ends when the caret leaves the word, and not inside it", () => {
    const { typing, type } = typist("the GCS is");
    type("E", 7);
    for (const caret of [place(8), place(5), place(4)]) {
      typing.moved(caret);
      assert.ok(typing.isGoingOn);
    }
    typing.moved(place(9));
    assert.ok(!typing.isGoingOn);
    assert.ok(!typing.holds(said("a", stretch(4, 8))));
  });

  it("ends behind a word: with a space, a full stop, a new line", () => {
    for (const end of [" ", ".", "\n", ", "]) {
      const { typing, type } = typist("the ");
      type("GCS", 4);
      assert.ok(typing.isGoingOn);
      type(end, 7);
      assert.ok(!typing.isGoingOn, JSON.stringify(end));
    }
  });

  it("goes on from a number to its unit", () => {
    const { typing, type } = typist("Give ");
    type("40", 5);
    type(" ", 7);
    assert.ok(typing.holds(said("a", stretch(5, 7))));
    type("m", 8);
    assert.ok(typing.holds(said("a", stretch(5, 9))));
  });

  it("keeps what was there before the word was touched, whatever it becomes", () => {
    const { typing, type } = typist("the GCS is");
    const shown = [said("known", stretch(4, 7))];
    type("E", 7, { shown });
    assert.ok(!typing.holds(said("known", stretch(4, 8))));
    assert.ok(typing.holds(said("new", stretch(4, 8))));
    // It vanishes and comes again: it is still no news.
    type("", 7, { end: 8, shown: [] });
    assert.ok(!typing.holds(said("known", stretch(4, 7))));
    // Another word is another matter.
    type("Z", 10, { shown });
    assert.ok(typing.holds(said("known", stretch(8, 11))));
  });

  it("holds nothing before anything is typed, or after a change that left no word", () => {
    const { typing, type } = typist("the GCS is");
    assert.ok(!typing.holds(said("a", stretch(4, 7))));
    type("", 0, { end: 10 });
    assert.ok(!typing.holds(said("a", stretch(0, 0))));
  });
});
