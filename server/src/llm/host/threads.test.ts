// How many threads the engine takes: never all cores by itself, the fewest that are as fast, and measured once.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fewestFast, remembered, threadCount } from "./threads.ts";

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
    assert.deepEqual(await fewestFast(15, time), { threads: 4, sure: true });
    // Asked from the most downwards, and not beyond what is hopeless.
    assert.deepEqual(asked, [8, 15, 11, 8, 6, 4, 2]);
  });

  test("where each thread helps, all of them", async () => {
    const { time, asked } = machine((threads) => 800 / threads);
    assert.deepEqual(await fewestFast(7, time), { threads: 7, sure: true });
    assert.deepEqual(asked, [4, 7, 5, 4]);
  });

  test("on a machine that is busy few, but that is not for good", async () => {
    const { time } = machine((threads) => (threads > 1 ? 9_200 : 600));
    assert.deepEqual(await fewestFast(2, time), { threads: 1, sure: false });
  });

  test("one core is not measured, and a slow machine not for long", async () => {
    const { time, asked } = machine((threads) => 20_000 / threads);
    assert.deepEqual(await fewestFast(1, time), { threads: 1, sure: true });
    assert.deepEqual(asked, []);
    assert.deepEqual(await fewestFast(8, time), { threads: 8, sure: true });
    assert.deepEqual(asked, [4, 8, 6]);
  });
});

describe("what was measured", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright-measured-"));
  });
  after(() => rm(folder, { recursive: true }));

  const model = { path: "/models/a.gguf", size: 100, most: 7 };
  const found = (threads: number) => async () => ({ threads, sure: true });
  const never = () => assert.fail("must not be measured again");

  test("is remembered for each model, size and number of cores", async () => {
    const file = join(folder, "new", "measured.json");
    assert.equal(await remembered(file, model, found(3)), 3);
    assert.equal(await remembered(file, { ...model, path: "/elsewhere/a.gguf" }, never), 3);
    assert.equal(await remembered(file, { ...model, size: 101 }, found(4)), 4);
    assert.equal(await remembered(file, { ...model, most: 3 }, found(2)), 2);
    assert.equal(await remembered(file, model, never), 3);
    assert.equal(await remembered(undefined, model, found(5)), 5);
    const other = { ...model, path: "/models/b.gguf" };
    assert.equal(await remembered(file, other, async () => ({ threads: 1, sure: false })), 1);
    assert.equal(await remembered(file, other, found(6)), 6);
  });

  test("is measured again where what is written cannot be", async () => {
    const file = join(folder, "odd.json");
    for (const text of ["", "[]", "null", "7", '{"a": 1']) {
      await writeFile(file, text);
      assert.equal(await remembered(file, model, found(3)), 3, text);
    }
    const impossible = (await readFile(file, "utf8")).replace(/: 3/, ": 64");
    await writeFile(file, impossible);
    assert.equal(await remembered(file, model, found(2)), 2);
    // A folder that cannot be made costs only the memory of it.
    assert.equal(await remembered(join(file, "below", "x.json"), model, found(6)), 6);
  });
});
