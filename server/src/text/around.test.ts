// What stands around a place: the same as expressions find, and nothing where they find nothing.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { lineAbove, sayingBefore } from "./around.ts";

const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", ".", ";", "7", "|"), maxLength: 40 });

describe("what stands around a place", () => {
  it("is the line above a block, and nothing for what does not begin a line", () => {
    assert.equal(lineAbove("Mild:\n\n- a", 7), "Mild:");
    assert.equal(lineAbove("Mild: a", 6), "");
    assert.equal(lineAbove("\n\n- a", 2), "");
  });

  it("is the same as an expression finds, which takes longer", () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (all, place, most) => {
        const at = Math.min(place, all.length);
        const before = all.slice(Math.max(0, at - most), at);
        assert.equal(lineAbove(all, at, most), (/([^\n]*)\n\s*$/.exec(before)?.[1] ?? "").trimEnd());
        assert.equal(sayingBefore(all, at, most, ".;\n"), /(?:[^.;\n]|\.(?=\d))*$/.exec(before)?.[0]);
      }),
    );
  });
});
