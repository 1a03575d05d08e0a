// The context that a computer gets: by what it reads in a minute and by its memory.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fittingContext, isTelling } from "./context-size.ts";

const gigabyte = 2 ** 30;
const machines: readonly (readonly [string, number, number, number, number])[] = [
  // What, tokens a second, bytes for a token in four sequences, free bytes, tokens
  ["the 2B on two old cores", 25, 4 * 106_496, 4 * gigabyte, 2048],
  ["the 2B on an eight-core laptop", 50, 4 * 106_496, 8 * gigabyte, 2816],
  ["the starter", 340, 4 * 23_040, 4 * gigabyte, 4096],
  ["the 8B where memory is short", 30, 4 * 131_072, 2 * gigabyte, 1024],
  ["a graphics card", 2000, 4 * 131_072, 12 * gigabyte, 4096],
  ["hardly anything", 0.1, 4 * 131_072, 0, 1024],
];
for (const [what, speed, bytesPerToken, free, tokens] of machines)
  test(`${what}: ${tokens} tokens`, () => {
    assert.equal(fittingContext({ speed, bytesPerToken, free }), tokens);
  });

test("only a speed that makes no difference is remembered", () => {
  assert.deepEqual([0, 0.1, 25, 35, 60, 70, 340, Number.NaN].map(isTelling), [
    false,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});
