// Slices follow the machine: short enough to be stopped in time, no shorter than need be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { longestSliceMs, SliceLength } from "./slice-length.ts";

/** A machine that needs some time for each slice and some for each token. */
function settled(perSlice: number, perToken: number, slice = new SliceLength(512)): number {
  for (let i = 0; i < 40; i++) slice.measured(slice.length, perSlice + perToken * slice.length);
  return slice.length;
}

test("as long as may be waited for, on machines of all speeds", () => {
  for (const perToken of [0.5, 1, 3, 4]) {
    const length = settled(5, perToken);
    const ms = 5 + perToken * length;
    assert.ok(ms <= longestSliceMs && ms >= 75, `${perToken} ms a token: ${length} tokens, ${ms} ms`);
    assert.equal(length % 16, 0);
  }
});

test("never so short that reading becomes slow, nor longer than can be computed at a time", () => {
  assert.equal(settled(50, 500), 16);
  assert.equal(settled(1, 0.01, new SliceLength(48)), 48);
});

test("shorter at once when the machine slows down, and by and by longer again", () => {
  const slice = new SliceLength(512);
  settled(0, 1, slice);
  slice.measured(slice.length, 1000);
  assert.equal(slice.length, 16);
  assert.ok(settled(0, 1, slice) > 70);
});

test("the short end of a prompt says nothing", () => {
  const slice = new SliceLength(512);
  const { length } = slice;
  slice.measured(1, 1);
  slice.measured(length - 1, 1000);
  assert.equal(slice.length, length);
});
