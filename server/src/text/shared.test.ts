// What is alike is one object, in whichever text it is said, and nothing is lost or gained by it.

import assert from "node:assert/strict";
import { it } from "node:test";
import { setAside } from "./memory.ts";
import { dense } from "./shared.ts";

const fresh = (...words: string[]) => ({
  words: new Set(words),
  none: new Set<string>(),
  list: [] as string[],
  at: 1,
});

it("is one set for the same words, also in texts that are set aside", () => {
  const one = dense(fresh("severe", "two words"));
  const other = setAside(() => dense(fresh("severe", "two words")));
  assert.equal(one.words, other.words);
  assert.equal(one.none, other.none);
  assert.equal(one.list, other.list);
  assert.deepEqual(one, fresh("severe", "two words"));
});

it("is another set for other words, or for the same in another order", () => {
  const [one, other] = [dense(fresh("a", "b")), dense(fresh("b", "a"))];
  assert.deepEqual(
    [[...one.words], [...other.words]],
    [
      ["a", "b"],
      ["b", "a"],
    ],
  );
  assert.notEqual(dense(fresh("")).words.size, dense(fresh()).words.size);
});
