// The same matches as `matchAll`, in any text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { matchesIn } from "./matches.ts";

describe("matchesIn", () => {
  it("finds what matchAll finds", () => {
    const patterns = [/a+/g, /a*/g, /x*/gu, /(?<=a)|b/gu, /^|$/gm, /(?<pair>ab)|(c)/gi, /\p{L}{2}/gu];
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "A", " ", "\n", "é", "😀", "\ud83d") });
    fc.assert(
      fc.property(text, fc.constantFrom(...patterns), (given, pattern) => {
        assert.deepEqual([...matchesIn(given, pattern)], [...given.matchAll(pattern)]);
      }),
    );
  });

  it("finds the same while it is looked at what was found before", () => {
    const word = /\w+/g;
    const found = matchesIn("one two", word).flatMap(([outer]) =>
      matchesIn("three four", word).map(([inner]) => `${outer} ${inner}`),
    );
    assert.deepEqual(found, ["one three", "one four", "two three", "two four"]);
  });

  it("does not look for ever for what is found once", () => {
    assert.throws(() => matchesIn("a", /a/), TypeError);
  });
});
