// Spans and edits: many edits at once are what the same edits are one by one, from the end of the text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { anyText } from "../../../test/support/texts.ts";
import { applyEdits, contains, type Edit, overlaps, sliceOf, span, touches } from "./span.ts";

/** A text and edits to it that do not overlap, in any order. */
const textWithEdits = anyText.chain((text) =>
  fc
    .tuple(
      fc.array(fc.nat(text.length), { maxLength: 8 }),
      fc.array(fc.string({ maxLength: 4 }), { minLength: 4, maxLength: 4 }),
    )
    .chain(([cuts, texts]) => {
      const ordered = [...new Set(cuts)].sort((a, b) => a - b);
      const edits: Edit[] = [];
      for (let i = 0; i + 1 < ordered.length; i += 2) {
        edits.push({ span: span(ordered[i]!, ordered[i + 1]!), newText: texts[i / 2]! });
      }
      return fc.tuple(
        fc.constant(text),
        fc.shuffledSubarray(edits, { minLength: edits.length, maxLength: edits.length }),
      );
    }),
);

describe("applyEdits", () => {
  it("equals the same edits applied one after the other from the end", () => {
    fc.assert(
      fc.property(textWithEdits, ([text, edits]) => {
        const oneByOne = [...edits]
          .sort((a, b) => b.span.start - a.span.start)
          .reduce(
            (left, { span: { start, end }, newText }) => left.slice(0, start) + newText + left.slice(end),
            text,
          );
        assert.equal(applyEdits(text, edits), oneByOne);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves the text alone without edits, and does not change the list it was given", () => {
    const edits: readonly Edit[] = Object.freeze([
      { span: span(2, 3), newText: "C" },
      { span: span(0, 1), newText: "A" },
    ]);
    assert.equal(applyEdits("abc", []), "abc");
    assert.equal(applyEdits("abc", edits), "AbC");
  });

  it("keeps insertions at one place in the order in which they were given", () => {
    const at = (newText: string): Edit => ({ span: span(1, 1), newText });
    assert.equal(applyEdits("ab", [at("1"), at("2"), at("3")]), "a123b");
  });

  it("puts an insertion before a replacement that starts at the same place", () => {
    const replace: Edit = { span: span(0, 1), newText: "X" };
    assert.equal(applyEdits("ab", [replace, { span: span(0, 0), newText: "-" }]), "-Xb");
  });

  it("refuses edits that overlap, that are inside out or that leave the text", () => {
    const refused = (...edits: Edit[]) => assert.throws(() => applyEdits("abcdef", edits), RangeError);
    refused({ span: span(0, 3), newText: "" }, { span: span(2, 4), newText: "" });
    refused({ span: span(0, 6), newText: "" }, { span: span(2, 2), newText: "x" });
    refused({ span: span(4, 2), newText: "" });
    refused({ span: span(5, 7), newText: "" });
    refused({ span: span(-1, 2), newText: "" });
  });
});

describe("spans", () => {
  it("are half-open", () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((offset) => contains(span(2, 4), offset)),
      [false, true, true, false],
    );
    assert.deepEqual(
      [1, 2, 4, 5].map((offset) => touches(span(2, 4), offset)),
      [false, true, true, false],
    );
    assert.equal(sliceOf("abcdef", span(2, 4)), "cd");
  });

  it("overlap symmetrically, and not when they only touch", () => {
    assert.equal(overlaps(span(0, 2), span(2, 4)), false);
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), (a, b, c, d) => {
        const [x, y] = [span(Math.min(a, b), Math.max(a, b)), span(Math.min(c, d), Math.max(c, d))];
        assert.equal(overlaps(x, y), overlaps(y, x));
        const shared = Array.from({ length: 10 }, (_, i) => i).some((i) => contains(x, i) && contains(y, i));
        if (shared) assert.ok(overlaps(x, y));
      }),
    );
  });
});
