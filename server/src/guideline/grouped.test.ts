// Grouping by a key, in the order of what is grouped.

import assert from "node:assert/strict";
import { it } from "node:test";
import { grouped } from "./grouped.ts";

it("keeps the order of keys and of what has one key", () => {
  const groups = grouped(["b1", "a1", "b2"], ([letter]) => letter);
  assert.deepEqual(
    [...groups],
    [
      ["b", ["b1", "b2"]],
      ["a", ["a1"]],
    ],
  );
  assert.equal(grouped([], () => 1).size, 0);
});
