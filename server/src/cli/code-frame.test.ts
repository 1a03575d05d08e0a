// The line and what stands under it, as a terminal shows both.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { codeFrame } from "./code-frame.ts";
import { type WidthOf, widthIn } from "./text-width.ts";

const at = (start: number, end: number, lines = 0) => ({
  start: { line: 0, character: start },
  end: { line: lines, character: end },
});

/** What the marks stand under. */
async function marked(line: string, start: number, end: number): Promise<string> {
  const widthOf: WidthOf = await widthIn([line]);
  const frame = codeFrame(line, at(start, end), widthOf);
  const from = frame.marks.indexOf("^");
  let under = "";
  let column = 0;
  for (const { segment } of new Intl.Segmenter().segment(frame.line)) {
    if (column >= from && column < frame.marks.length) under += segment;
    column += widthOf(segment);
  }
  return under;
}

describe("codeFrame", () => {
  it("marks the words, behind tabs and wide characters too", async () => {
    assert.equal(await marked("Give ORS now.", 5, 8), "ORS");
    assert.equal(await marked("\tGive\tORS now.", 6, 9), "ORS");
    assert.equal(await marked("投与 ORS now", 3, 6), "ORS");
    assert.equal(await marked("👩‍⚕️ é ORS", 8, 11), "ORS");
    assert.equal(await marked("µg – “ORS”", 6, 9), "ORS");
  });

  it("marks one place where nothing is to be marked, and to the end of a line that goes on", async () => {
    const widthOf = await widthIn([]);
    assert.equal(codeFrame("", at(0, 0), widthOf).marks, "^");
    assert.equal(codeFrame("abc", at(3, 3), widthOf).marks, "   ^");
    assert.equal(codeFrame("abc", at(1, 1, 3), widthOf).marks, " ^^");
    assert.equal(codeFrame("abc", at(7, 9), widthOf).marks, "   ^");
  });

  it("cuts a long line around the stretch, and a long stretch itself", async () => {
    const cell = "| amoxicillin 250 mg ".repeat(40);
    const line = `${cell}| gentamicin |${cell}`;
    const start = line.indexOf("gentamicin");
    assert.equal(await marked(line, start, start + 10), "gentamicin");
    const widthOf = await widthIn([line]);
    const frame = codeFrame(line, at(start, start + 10), widthOf);
    assert.match(frame.line, /^….*gentamicin.*…$/);
    const long = codeFrame(line, at(10, line.length - 10), widthOf);
    for (const { line: shown, marks } of [frame, long])
      assert.ok(shown.length <= 110 && marks.length <= 110, shown);
    assert.match(codeFrame(line, at(0, 5), widthOf).line, /^\| amo.*[^…]…$/);
    assert.match(codeFrame(line, at(line.length - 6, line.length), widthOf).line, /^….*mg$/);
  });

  it("lets nothing through that commands a terminal", async () => {
    const { line } = codeFrame("\u001B[31mred\u0007 \u202Eabc", at(0, 3), await widthIn([]));
    assert.equal(line, "\uFFFD[31mred\uFFFD \uFFFDabc");
  });

  it("counts columns as the library does where that is not loaded", async () => {
    const exact = await widthIn(["投"]);
    let counted = 0;
    for (let unit = 0x20; unit < 0xd800; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      const widthOf = await widthIn([text]);
      if (widthOf === exact) continue;
      assert.equal(widthOf(text), exact(text), unit.toString(16));
      counted++;
    }
    assert.ok(counted > 1000, String(counted));
  });

  it("is total", async () => {
    const widthOf = await widthIn(["投"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(300), fc.nat(300), (line, a, b) => {
        const frame = codeFrame(line, at(Math.min(a, b), Math.max(a, b)), widthOf);
        assert.match(frame.marks, /^ *\^+$/);
      }),
    );
  });
});
