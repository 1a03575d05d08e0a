// How many threads the engine takes: never all cores by itself, and the fewest that are as fast.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fewestFast, threadCount } from "./threads.ts";

test("threadCount", () => {
  assert.equal(threadCount(0, 8, 16), 7);
  assert.equal(threadCount(0, 1, 1), 1);
  // A container may be given fewer cores than the machine has.
  assert.equal(threadCount(0, 8, 4), 3);
  assert.equal(threadCount(3, 8, 16), 3);
  assert.equal(threadCount(64, 8, 16), 16);
});

describe("the fewest that are as fast", () => {
  /** A machine by the milliseconds that each count takes; the first run costs more. */
  function machine(ms: (threads: number) => number) {
    const asked: number[] = [];
    const time = async (threads: number) => {
      asked.push(threads);
      return ms(threads) + (asked.length === 1 ? 200 : 0);
    };
    return { time, asked };
  }

  test("where memory is the limit, more threads than it feeds are left alone", async () => {
    const { time, asked } = machine((threads) => Math.max(40, 160 / threads));
    assert.deepEqual(await fewestFast(15, time), { value: 4, sure: true });
    // Asked from the most downwards, and not beyond what is hopeless.
    assert.deepEqual(asked, [8, 15, 11, 8, 6, 4, 2]);
  });

  test("where each thread helps, all of them", async () => {
    const { time, asked } = machine((threads) => 800 / threads);
    assert.deepEqual(await fewestFast(7, time), { value: 7, sure: true });
    assert.deepEqual(asked, [4, 7, 5, 4]);
  });

  test("on a machine that is busy few, but that is not for good", async () => {
    const { time } = machine((threads) => (threads > 1 ? 9_200 : 600));
    assert.deepEqual(await fewestFast(2, time), { value: 1, sure: false });
  });

  test("one core is not measured, and a slow machine not for long", async () => {
    const { time, asked } = machine((threads) => 20_000 / threads);
    assert.deepEqual(await fewestFast(1, time), { value: 1, sure: true });
    assert.deepEqual(asked, []);
    assert.deepEqual(await fewestFast(8, time), { value: 8, sure: true });
    assert.deepEqual(asked, [4, 8, 6]);
  });
});
