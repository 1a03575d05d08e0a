// The supervisor: restarts after growing pauses, tells each death once, gives up politely, leaves nobody behind.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import {
  deafHostPath,
  gone,
  hostPath,
  meetingFolder,
  TestClock,
} from "../../../test/support/local-engine.ts";
import { ModelError } from "./errors.ts";
import { countTokensRequest } from "./host/protocol.ts";
import type { HostDeath } from "./host-connection.ts";
import { sharedHost } from "./shared-host.ts";
import { Supervisor, type SupervisorOptions } from "./supervisor.ts";

let dir: string;
let dying: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), "guidewright-host-"));
  dying = join(dir, "dying.mjs");
  await writeFile(dying, "console.error('last words'); process.exitCode = 3;");
});
after(() => rm(dir, { recursive: true }));

const made: Supervisor[] = [];
afterEach(async () => {
  for (const supervisor of made.splice(0)) await supervisor.dispose();
});

interface Seen {
  readonly death: HostDeath;
  readonly next: string;
}

/** A supervisor whose deaths can be awaited one by one. */
function supervise(hostPath: string, more: Partial<SupervisorOptions> = {}) {
  const clock = new TestClock();
  const deaths: Seen[] = [];
  let seen = () => {};
  const onDeath = (death: HostDeath, gaveUp?: ModelError) => {
    deaths.push({ death, next: gaveUp ? "gave-up" : "restart" });
    seen();
  };
  const folder = meetingFolder();
  const load = { path: "none.gguf", threads: 0, gpu: "off", contextSize: 0 } as const;
  const open = () => sharedHost({ hostPath, folder, load, onLog: () => {} });
  const supervisor = new Supervisor({ open, clock, onDeath, ...more });
  made.push(supervisor);
  const nthDeath = async (count: number) => {
    while (deaths.length < count) {
      await new Promise<void>((resolve) => {
        seen = resolve;
      });
    }
    return deaths[count - 1]!;
  };
  return { supervisor, clock, deaths, nthDeath, folder };
}

const code = (wanted: string) => (error: unknown) => error instanceof ModelError && error.code === wanted;

test("restarts with growing pauses, then gives up and can be re-armed", async () => {
  const pauses: number[] = [];
  let restarts = 0;
  const { supervisor, clock, nthDeath } = supervise(dying, {
    mostDeaths: 3,
    pauseMs: (deaths) => {
      pauses.push(deaths * 100);
      return deaths * 100;
    },
    onRestart: () => restarts++,
  });
  await assert.rejects(supervisor.host(), code("host-died"));
  const first = await nthDeath(1);
  assert.equal(first.next, "restart");
  assert.equal(first.death.cause, "exit code 3");
  assert.deepEqual(first.death.lastWords, ["last words"]);
  clock.advance(99);
  assert.deepEqual([clock.pending, restarts], [1, 0]);
  clock.advance(1);
  assert.deepEqual([clock.pending, restarts], [0, 1]);
  await nthDeath(2);
  clock.advance(200);
  assert.equal((await nthDeath(3)).next, "gave-up");
  assert.equal(clock.pending, 0);
  assert.deepEqual([pauses, restarts], [[100, 200], 2]);
  await assert.rejects(supervisor.host(), code("host-gave-up"));
  supervisor.retry();
  await assert.rejects(supervisor.host(), code("host-died"));
  assert.equal((await nthDeath(4)).next, "restart");
});

test("deaths far apart do not add up", async () => {
  const { supervisor, clock, nthDeath } = supervise(dying, {
    mostDeaths: 2,
    windowMs: 1000,
    pauseMs: () => 1000,
  });
  await assert.rejects(supervisor.host(), code("host-died"));
  for (let count = 1; count <= 3; count++) {
    assert.equal((await nthDeath(count)).next, "restart");
    clock.advance(1000);
  }
});

test("kill -9: who waits is told at once and once; who asks meanwhile gets the new host", async () => {
  const { supervisor, clock, deaths, nthDeath } = supervise(deafHostPath);
  const host = await supervisor.host();
  const waiting = [1, 2].map(() => host.request(countTokensRequest, { text: "x" }));
  const refused = waiting.map((request) => assert.rejects(request, code("host-died")));
  process.kill(host.pid!, "SIGKILL");
  await Promise.all(refused);
  assert.equal((await nthDeath(1)).death.cause, "signal SIGKILL");
  const next = supervisor.host();
  const left = new AbortController();
  const impatient = supervisor.host(left.signal);
  left.abort(new Error("typed on"));
  await assert.rejects(impatient, /typed on/);
  clock.advance(60_000);
  assert.notEqual((await next).pid, host.pid);
  await assert.rejects(host.request(countTokensRequest, { text: "x" }), code("host-died"));
  assert.equal(deaths.length, 1);
});

test("an abort rejects at once though the host never answers", async () => {
  const { supervisor } = supervise(deafHostPath);
  const host = await supervisor.host();
  const controller = new AbortController();
  const request = host.request(countTokensRequest, { text: "x" }, controller.signal);
  controller.abort(new Error("typed on"));
  await assert.rejects(request, /typed on/);
});

test("stopping is no death; disposing ends it for good and leaves no process", async () => {
  const { supervisor, deaths } = supervise(deafHostPath);
  const host = await supervisor.host();
  const paused = new ModelError("disposed", "paused", "resume");
  const request = assert.rejects(
    host.request(countTokensRequest, { text: "x" }),
    (error) => error === paused,
  );
  await supervisor.stop(paused);
  await request;
  await gone(host.pid!);
  const second = await supervisor.host();
  await supervisor.dispose();
  await gone(second.pid!);
  await assert.rejects(supervisor.host(), code("disposed"));
  assert.deepEqual(deaths, []);
});

test("stopping while it starts tells who waits at once, and leaves no process", async () => {
  const { supervisor, deaths, folder } = supervise(deafHostPath);
  const waiting = supervisor.host();
  const stopped = new ModelError("paused", "paused", "resume");
  const refused = assert.rejects(waiting, (error) => error === stopped);
  await supervisor.stop(stopped);
  await refused;
  // The next one may meet the host that was just starting, or another one.
  const next = await supervisor.host();
  await supervisor.dispose();
  await gone(next.pid);
  assert.deepEqual(deaths, []);
  while (readdirSync(folder).some((name) => name.endsWith(".sock")))
    await new Promise<void>((resolve) => setImmediate(resolve));
});

test("disposing during the pause ends the wait", async () => {
  const { supervisor, clock, nthDeath } = supervise(dying);
  await assert.rejects(supervisor.host(), code("host-died"));
  await nthDeath(1);
  const waiting = assert.rejects(supervisor.host(), code("disposed"));
  await supervisor.dispose();
  await waiting;
  assert.equal(clock.pending, 0);
});

test("a host file that is not there counts as deaths, not as a crash of ours", async () => {
  const { supervisor, nthDeath } = supervise(join(dir, "nowhere.mjs"), { mostDeaths: 1 });
  await assert.rejects(supervisor.host(), code("host-died"));
  const { death, next } = await nthDeath(1);
  assert.equal(next, "gave-up");
  assert.equal(death.cause, "exit code 1");
});

test("the real host starts and goes without a model", async () => {
  const { supervisor, deaths } = supervise(hostPath);
  const host = await supervisor.host();
  await assert.rejects(host.request(countTokensRequest, { text: "x" }), code("load-failed"));
  await supervisor.dispose();
  await gone(host.pid!);
  assert.deepEqual(deaths, []);
});
