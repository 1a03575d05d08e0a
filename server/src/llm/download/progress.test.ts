// The meter: what it says of a download's speed and of the time that is left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Meter } from "./progress.ts";

test("the rate is that of the last seconds, and nothing is said before there is one", () => {
  let now = 0;
  const meter = new Meter(() => now);
  const at = (ms: number, received: number, total?: number) => {
    now = ms;
    return meter.read(received, total);
  };
  assert.deepEqual(at(0, 500, 10_000), { received: 500, total: 10_000 });
  assert.deepEqual(at(500, 900, 10_000), { received: 900, total: 10_000 });
  assert.deepEqual(at(2000, 2500, 10_000), { received: 2500, total: 10_000, rate: 1000, secondsLeft: 7.5 });
  // Nothing came for long: the speed of long ago is forgotten.
  at(30_000, 2500, 10_000);
  assert.deepEqual(at(31_000, 2600, 10_000), { received: 2600, total: 10_000, rate: 100, secondsLeft: 74 });
  // It began again from nothing.
  assert.deepEqual(at(32_000, 100), { received: 100 });
  assert.deepEqual(at(34_000, 300), { received: 300, rate: 100 });
});
