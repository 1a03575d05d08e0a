// Distances in spelling, and the one name that is meant.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { didYouMean, distanceOf, nearestName } from "./spelling.ts";

describe("distanceOf", () => {
  it("stops at the most that is asked for", () => {
    assert.equal(distanceOf("abc", "abc", 2), 0);
    assert.equal(distanceOf("abcd", "abdc", 2), 1);
    assert.equal(distanceOf("abcdef", "uvwxyz", 2), 3);
  });
});

describe("nearestName", () => {
  it("finds the name that was meant, in any case", () => {
    assert.equal(nearestName("chekc", ["check", "complete", "explain"]), "check");
    assert.equal(nearestName("Dose-Conflct", ["dose-basis", "dose-conflict"]), "dose-conflict");
  });

  it("finds none where none is near or several are equally near", () => {
    assert.equal(nearestName("zzz", ["check", "models"]), undefined);
    assert.equal(nearestName("band-gop", ["band-gap", "band-gup"]), undefined);
    assert.equal(nearestName("ab", ["ac", "ad", "ae"]), undefined);
    assert.equal(nearestName("", ["check"]), undefined);
  });

  it("asks a question only where there is one", () => {
    assert.equal(didYouMean("chekc", ["check"]), " Did you mean “check”?");
    assert.equal(didYouMean("zzz", ["check"]), "");
  });
});
