// How many threads the engine takes: never more than there are cores, and by default one less.
import assert from "node:assert/strict";
import { test } from "node:test";
import { threadCount } from "./native.ts";

test("threadCount", () => {
  assert.equal(threadCount(0, 8, 16), 7);
  assert.equal(threadCount(0, 1, 1), 1);
  // A container may be given fewer cores than the machine has.
  assert.equal(threadCount(0, 8, 4), 3);
  assert.equal(threadCount(3, 8, 16), 3);
  assert.equal(threadCount(64, 8, 16), 16);
});
