// Open documents: changes as an editor sends them, each of which makes a new document.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { anyText } from "../../../test/support/texts.ts";
import { Lines } from "../text/lines.ts";
import { Documents } from "./documents.ts";

const uri = "file:///a.md";
function opened(text: string): Documents {
  const documents = new Documents();
  documents.open({ uri, version: 1, text });
  return documents;
}
const at = (line: number, character: number) => ({ line, character });

describe("Documents", () => {
  it("replaces a document whole, frozen, and leaves the one before as it was", () => {
    const documents = opened("one");
    const before = documents.get(uri);
    documents.change(uri, 2, [{ text: "two" }]);
    const { room } = before ?? {};
    assert.deepEqual(before, { uri, version: 1, text: "one", shrank: false, room });
    assert.deepEqual(documents.get(uri), { uri, version: 2, text: "two", shrank: false, room });
    assert.ok(Object.isFrozen(before) && Object.isFrozen(documents.get(uri)));
  });

  it("applies changes in their order, each to the text the one before left", () => {
    const documents = opened("one\r\ntwo\n");
    documents.change(uri, 2, [
      { text: "ONE", range: { start: at(0, 0), end: at(0, 3) } },
      { text: "\n2", range: { start: at(1, 3), end: at(1, 3) } },
      { text: "", range: { start: at(2, 0), end: at(2, 1) } },
    ]);
    assert.equal(documents.get(uri)?.text, "ONE\r\ntwo\n\n");
  });

  it("equals plain slicing for any edit of any text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), fc.nat(80), fc.string({ maxLength: 4 }), (text, a, b, newText) => {
        const lines = new Lines(text);
        const [start, end] = [lines.positionAt(Math.min(a, b)), lines.positionAt(Math.max(a, b))];
        const documents = opened(text);
        documents.change(uri, 2, [{ text: newText, range: { start, end } }]);
        const expected = text.slice(0, lines.offsetAt(start)) + newText + text.slice(lines.offsetAt(end));
        assert.equal(documents.get(uri)?.text, expected);
      }),
      { numRuns: 300 },
    );
  });

  it("knows when text was only taken away", () => {
    const shrank = (text: string, ...changes: Parameters<Documents["change"]>[2]) => {
      const documents = opened(text);
      documents.change(uri, 2, changes);
      return documents.get(uri)?.shrank;
    };
    const first = { start: at(0, 0), end: at(0, 1) };
    assert.equal(shrank("ab", { text: "", range: first }), true);
    assert.equal(shrank("ab", { text: "c", range: first }), false);
    assert.equal(shrank("ab", { text: "c", range: { start: at(0, 0), end: at(0, 2) } }), false);
    assert.equal(shrank("ab", { text: "", range: { start: at(0, 1), end: at(0, 1) } }), false);
    assert.equal(shrank("ab", { text: "" }), true);
  });

  it("ignores changes to what is not open", () => {
    const documents = opened("one");
    documents.change("file:///b.md", 2, [{ text: "x" }]);
    documents.close(uri);
    documents.change(uri, 2, [{ text: "x" }]);
    assert.deepEqual(documents.uris, []);
    assert.equal(documents.get(uri), undefined);
  });
});
