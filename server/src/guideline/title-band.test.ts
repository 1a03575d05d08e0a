// Values in headings, and which of them exclude each other.

import assert from "node:assert/strict";
import { it } from "node:test";
import { areApart, titleBand } from "./title-band.ts";

const apart = (a: string, b: string) => {
  const [one, other] = [titleBand(a), titleBand(b)];
  return one !== undefined && other !== undefined && areApart(one, other);
};

it("reads lists, ranges and limits", () => {
  const read = (title: string) => {
    const { low, high } = titleBand(title) ?? {};
    return [low, high];
  };
  assert.deepEqual(read("Score of 0, 1 or 2"), [0, 2]);
  assert.deepEqual(read("Score of 3 to 5"), [3, 5]);
  assert.deepEqual(read("Score of 3 or more"), [3, Number.POSITIVE_INFINITY]);
  assert.deepEqual(read("2.1 Treatment"), [undefined, undefined]);
});

it("tells those that have no value in common", () => {
  assert.equal(apart("Score of 0, 1 or 2", "Score of 3 or 4"), true);
  assert.equal(apart("Score of 0, 1 or 2", "Score of 2, 3 or 4"), false);
  assert.equal(apart("Score 3 or more", "Score below 3"), true);
  assert.equal(apart("Score of 1", "Grade of 2"), false);
});
