// Work that one process at a time does: real processes that are killed, locks of the dead, and of those who only
// seem alive.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { onceAtATime } from "./once.ts";

let dir: string;
let lock: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "guidewright-once-"));
  lock = join(dir, "model.lock");
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const never = new AbortController().signal;
const options = (more: object = {}) => ({ lock, signal: never, onNews: () => {}, beatMs: 2, ...more });
const nothingLeft = async () => assert.deepEqual(await readdir(dir), []);

/** A process that takes the lock, says so, and works until it is killed. */
async function holderProcess() {
  const code = `
    import { onceAtATime } from ${JSON.stringify(fileURLToPath(new URL("./once.ts", import.meta.url)))};
    const [lock] = process.argv.slice(2);
    await onceAtATime({ lock, signal: new AbortController().signal, onNews() {}, beatMs: 2 }, (tell) => {
      tell("half");
      process.send("working");
      return new Promise((resolve) => process.on("message", resolve));
    });
    process.disconnect();`;
  const script = join(dir, "holder.mjs");
  await writeFile(script, code);
  const child = fork(script, [lock], { execArgv: ["--experimental-strip-types", "--no-warnings"] });
  await once(child, "message");
  await rm(script);
  return child;
}

describe("once at a time", () => {
  test("many at once: one after the other, never two, and nothing is left", async () => {
    let working = 0;
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        onceAtATime(options(), async () => {
          assert.equal(++working, 1);
          await new Promise(setImmediate);
          working--;
          return i;
        }),
      ),
    );
    assert.deepEqual(results, [0, 1, 2, 3, 4, 5, 6, 7]);
    await nothingLeft();
  });

  test("who waits hears how far another process is, and works when that is done", async () => {
    const child = await holderProcess();
    const heard = Promise.withResolvers<string>();
    // Patient, so that a process that gets no turn for a while is not taken for dead.
    const patient = options({ onNews: heard.resolve, beatMs: 50 });
    const mine = onceAtATime<string, string>(patient, async () => "mine");
    assert.equal(await heard.promise, "half");
    child.send("enough");
    assert.equal(await mine, "mine");
    if (child.exitCode === null) await once(child, "exit");
    await nothingLeft();
  });

  test("a process that is killed is replaced", async () => {
    const child = await holderProcess();
    const mine = onceAtATime(options(), async () => "mine");
    child.kill("SIGKILL");
    assert.equal(await mine, "mine");
    await nothingLeft();
  });

  test("two who wait for a dead one do not both work", async () => {
    const child = await holderProcess();
    let working = 0;
    const work = async () => {
      assert.equal(++working, 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      working--;
    };
    const waiting = Array.from({ length: 5 }, () => onceAtATime(options(), work));
    child.kill("SIGKILL");
    await Promise.all(waiting);
    await nothingLeft();
  });

  test("locks without a sign of life are taken away, whoever's number they bear", async () => {
    const alive = { id: "x", machine: "elsewhere", pid: process.pid, beat: 7 };
    for (const left of [JSON.stringify(alive), "", "{", "null", '{"id":7}']) {
      await writeFile(lock, left);
      assert.equal(await onceAtATime(options(), async () => "mine"), "mine", left);
      await nothingLeft();
    }
  });

  test("who lost the lock is told, and does not take away another's", async () => {
    const taken = JSON.stringify({ id: "another", machine: "elsewhere", pid: 1, beat: 0 });
    const work = onceAtATime(options(), async (_tell, signal) => {
      await writeFile(lock, taken);
      await once(signal, "abort");
      signal.throwIfAborted();
    });
    await assert.rejects(work, /taken the download over/);
    assert.deepEqual(await readdir(dir), ["model.lock"]);
  });

  test("waiting can be cancelled; the lock stays with who has it", async () => {
    const door = Promise.withResolvers<void>();
    const first = onceAtATime(options(), () => door.promise);
    const controller = new AbortController();
    const second = onceAtATime(options({ signal: controller.signal }), async () => {});
    controller.abort(new Error("closed"));
    await assert.rejects(second, /closed/);
    assert.deepEqual(await readdir(dir), ["model.lock"]);
    door.resolve();
    await first;
    await nothingLeft();
  });
});
