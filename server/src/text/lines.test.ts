// Offsets and positions agree with a reference that splits the text in the plainest way.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { anyText } from "../../../test/support/texts.ts";
import { Lines, type Position } from "./lines.ts";

/** Every line's text and start, found by a regular expression and not by character codes. */
function reference(text: string): { text: string; start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  return [...lines, { text: text.slice(start), start }];
}

const isInsideLineEnd = (text: string, offset: number) => text[offset - 1] === "\r" && text[offset] === "\n";

describe("Lines", () => {
  it("splits as the reference does, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = new Lines(text);
        const expected = reference(text);
        assert.equal(lines.count, expected.length);
        for (const [i, line] of expected.entries()) {
          assert.equal(lines.start(i), line.start);
          assert.equal(lines.end(i), line.start + line.text.length);
          assert.equal(lines.textOf(i), line.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("goes from every offset to a position and back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = new Lines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const back = lines.offsetAt(lines.positionAt(offset));
          assert.equal(back, isInsideLineEnd(text, offset) ? offset - 1 : offset);
        }
      }),
    );
  });

  it("goes from every position inside a line to an offset and back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = new Lines(text);
        for (const [line, { text: content }] of reference(text).entries()) {
          for (let character = 0; character <= content.length; character++) {
            assert.deepEqual(lines.positionAt(lines.offsetAt({ line, character })), { line, character });
          }
        }
      }),
    );
  });

  it("keeps the order of offsets", () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, a, b) => {
        const lines = new Lines(text);
        const [p, q] = [lines.positionAt(Math.min(a, b)), lines.positionAt(Math.max(a, b))];
        assert.ok(p.line < q.line || (p.line === q.line && p.character <= q.character));
      }),
    );
  });

  it("brings any position into the text", () => {
    const odd = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.constantFrom(Number.NaN, -1, 2 ** 31, Infinity, -Infinity),
    );
    fc.assert(
      fc.property(anyText, odd, odd, (text, line, character) => {
        const lines = new Lines(text);
        const offset = lines.offsetAt({ line, character });
        assert.ok(Number.isInteger(offset) && offset >= 0 && offset <= text.length, `offset ${offset}`);
        const position = lines.positionAt(character);
        assert.ok(position.line >= 0 && position.line < lines.count);
      }),
      { numRuns: 500 },
    );
  });

  it("takes a character behind the line's end as the line's end, as LSP demands", () => {
    const lines = new Lines("ab\r\ncd\re\n");
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 1, character: 99 }), 6);
    assert.equal(lines.offsetAt({ line: 3, character: 99 }), 9);
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 9);
    assert.deepEqual(lines.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(500), { line: 3, character: 0 });
  });

  it("counts UTF-16 units", () => {
    assert.deepEqual(new Lines("😀é x").positionAt(4), { line: 0, character: 4 });
  });

  it("turns a range given backwards into a span", () => {
    const lines = new Lines("one\ntwo");
    const range = (start: Position, end: Position) => lines.spanOf({ start, end });
    const [a, b] = [
      { line: 0, character: 1 },
      { line: 1, character: 2 },
    ];
    assert.deepEqual(range(a, b), { start: 1, end: 6 });
    assert.deepEqual(range(b, a), { start: 1, end: 6 });
    assert.deepEqual(lines.rangeOf({ start: 1, end: 6 }), { start: a, end: b });
  });
});
