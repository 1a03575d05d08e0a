// One model host for all windows, with real processes: who meets whom, who replaces a dead one, that of two that
// start at once one stays, that strangers stay out, and that nothing is left behind.
import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { afterEach, describe, test } from "node:test";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { collect } from "../../../test/support/backend-contract.ts";
import type { GuestReport } from "../../../test/support/host-guest.ts";
import {
  deafHostPath,
  gone,
  hostPath,
  meetingFolder,
  starterBackend,
  starterPath,
  TestClock,
} from "../../../test/support/local-engine.ts";
import { endsWithTests } from "../../../test/support/process-life.ts";
import { ModelError } from "./errors.ts";
import { countTokensRequest, helloRequest, statisticsRequest } from "./host/protocol.ts";
import type { HostConnection } from "./host-connection.ts";
import type { LocalBackend } from "./local-backend.ts";
import type { HostRecord } from "./meeting-place.ts";
import { sharedHost } from "./shared-host.ts";

const guestPath = new URL("../../../test/support/host-guest.ts", import.meta.url);
const never = new AbortController().signal;
const bye = new ModelError("disposed", "bye", "none");
const linuxOnly = { skip: process.platform !== "linux" && "looks into /proc" };

class Guest {
  readonly process: ChildProcess;
  readonly #reports: GuestReport[] = [];
  #news = () => {};

  constructor(folder: string) {
    this.process = fork(guestPath, [folder], { execArgv: [], ...endsWithTests });
    this.process.on("error", () => {});
    this.process.on("message", (report: GuestReport) => {
      this.#reports.push(report);
      this.#news();
    });
  }

  /** The host's process, told once for each host that it meets. */
  async met(): Promise<number> {
    const report = await this.#next();
    assert.ok("met" in report);
    return report.met;
  }

  async ask(): Promise<string> {
    this.process.send("ask");
    const report = await this.#next();
    assert.ok("answered" in report);
    return report.answered;
  }

  async kill(): Promise<void> {
    this.process.kill("SIGKILL");
    await once(this.process, "exit");
  }

  async #next(): Promise<GuestReport> {
    while (this.#reports.length === 0) {
      await new Promise<void>((resolve) => {
        this.#news = resolve;
      });
    }
    return this.#reports.shift()!;
  }
}

const load = { path: "none.gguf", threads: 0, gpu: "off", contextSize: 0 } as const;
const opened: HostConnection[] = [];
afterEach(async () => {
  for (const host of opened.splice(0)) await host.close(bye);
});

async function open(folder: string, more: Partial<Parameters<typeof sharedHost>[0]> = {}) {
  const host = await sharedHost({ hostPath: deafHostPath, folder, load, onLog: () => {}, ...more });
  opened.push(host);
  return host;
}

/** All host processes that meet in this folder; those that have ended and are not reaped yet do not count. */
function hostsOf(folder: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return command.includes(`"folder":"${folder}"`);
      } catch {
        return false;
      }
    });
}

/** Whoever lost a race ends by itself: afterwards there is one host. */
async function oneHost(folder: string, pid: number): Promise<void> {
  for (const other of hostsOf(folder)) if (other !== pid) await gone(other, hasEnded);
  assert.deepEqual(hostsOf(folder), [pid]);
}

/** A process that nobody has taken note of yet stays in the table, without a command line. */
function hasEnded(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") === "";
  } catch {
    return true;
  }
}

const filesOf = (folder: string) => readdirSync(folder).map((name) => name.split(".").at(-1));
const recordIn = (folder: string) =>
  JSON.parse(
    readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(".json"))!), "utf8"),
  ) as HostRecord;

describe("windows that are processes", linuxOnly, () => {
  test("share one host; it outlives whoever started it, and ends with the last", async () => {
    const folder = meetingFolder();
    const first = new Guest(folder);
    const pid = await first.met();
    const others = [new Guest(folder), new Guest(folder)];
    assert.deepEqual(await Promise.all(others.map((guest) => guest.met())), [pid, pid]);
    await oneHost(folder, pid);
    await first.kill();
    assert.equal(await others[0]!.ask(), "load-failed");
    await others[0]!.kill();
    assert.equal(await others[1]!.ask(), "load-failed");
    await others[1]!.kill();
    await gone(pid, hasEnded);
    assert.deepEqual(filesOf(folder), ["json"]);
  });

  test("replace a killed host by one, not by one each", async () => {
    const folder = meetingFolder();
    const guests = [new Guest(folder), new Guest(folder), new Guest(folder)];
    for (let deaths = 0; deaths < 3; deaths++) {
      const [pid, ...same] = await Promise.all(guests.map((guest) => guest.met()));
      assert.deepEqual(same, [pid, pid]);
      assert.deepEqual(await Promise.all(guests.map((guest) => guest.ask())), Array(3).fill("load-failed"));
      await oneHost(folder, pid!);
      process.kill(pid!, "SIGKILL");
    }
    const [pid] = await Promise.all(guests.map((guest) => guest.met()));
    await Promise.all(guests.map((guest) => guest.kill()));
    await gone(pid!, hasEnded);
  });

  test("find what a host and its window left behind, and clear it away", async () => {
    const folder = meetingFolder();
    const dead = new Guest(folder);
    const pid = await dead.met();
    dead.process.kill("SIGSTOP");
    process.kill(pid, "SIGKILL");
    await dead.kill();
    assert.deepEqual(filesOf(folder).sort(), ["json", "log", "sock"]);
    const { address } = recordIn(folder);
    const host = await open(folder, { hostPath });
    await assert.rejects(host.request(countTokensRequest, { text: "x" }), { code: "load-failed" });
    assert.notEqual(recordIn(folder).address, address);
    assert.deepEqual(filesOf(folder).sort(), ["json", "log", "sock"]);
  });

  test("a window that is killed while its host starts leaves no host", async () => {
    const folder = meetingFolder();
    const guest = new Guest(folder);
    while (hostsOf(folder).length === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    const [pid] = hostsOf(folder);
    await guest.kill();
    await gone(pid!, hasEnded);
  });
});

test("a host that takes what is said and never answers is passed over", linuxOnly, async () => {
  const folder = meetingFolder();
  const stopped = await open(folder);
  process.kill(stopped.pid, "SIGSTOP");
  const clock = new TestClock();
  const opening = open(folder, { clock });
  while (clock.pending === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  clock.advance(29_999);
  assert.equal(hostsOf(folder).length, 1);
  clock.advance(1);
  assert.notEqual((await opening).pid, stopped.pid);
  process.kill(stopped.pid, "SIGKILL");
  await stopped.died;
});

describe("starting at once", linuxOnly, () => {
  test("20 times two windows find no host or a dead one: one starts, and both use it", async () => {
    let folder = meetingFolder();
    for (let race = 0; race < 20; race++) {
      const hosts = await Promise.all([open(folder), open(folder)]);
      const [pid] = hosts.map((host) => host.pid);
      assert.equal(hosts[1]!.pid, pid, `race ${race}`);
      await oneHost(folder, pid!);
      if (race % 2 === 0) process.kill(pid!, "SIGKILL");
      await Promise.all(hosts.map((host) => (race % 2 === 0 ? host.died : host.close(bye))));
      if (race % 4 === 3) folder = meetingFolder();
    }
  });
});

test("windows that type at once are all answered, whoever cancels or leaves", async () => {
  const folder = meetingFolder();
  const windows = [0, 1, 2].map(() => starterBackend({ folder }));
  const [first, second, third] = (await Promise.all(windows)) as [LocalBackend, LocalBackend, LocalBackend];
  const request = { prefix: "The capital of France is", maxTokens: 12, lane: "inline" } as const;
  const text = await collect(first.complete(request, never));
  await Promise.all([second.warm(), third.warm()]);
  assert.deepEqual([second.pid, third.pid], [first.pid, first.pid]);

  const cancel = new AbortController();
  const cancelled = collect(second.complete({ ...request, maxTokens: 400 }, cancel.signal));
  const left = collect(third.complete({ ...request, maxTokens: 400 }, never));
  const answered = collect(first.complete(request, never));
  const again = collect(second.complete({ ...request, lane: "explain" }, never));
  cancel.abort(new Error("typed on"));
  const gone = third.dispose();
  await assert.rejects(cancelled, /typed on/);
  await assert.rejects(left, { code: "disposed" });
  assert.deepEqual(await Promise.all([answered, again]), [text, text]);
  await gone;
  assert.equal(await collect(first.complete(request, never)), text);
  await Promise.all([first.dispose(), second.dispose()]);
});

test("a host loads what it was started for before anyone asks", async () => {
  const own = { ...load, path: await starterPath(), threads: 1 };
  const host = await open(meetingFolder(), { hostPath, load: own });
  assert.equal((await host.request(statisticsRequest, null)).threads, 1);
});

describe("who does not meet", () => {
  test("windows with other settings, another model or another build of the host", async () => {
    const folder = meetingFolder();
    const model = join(folder, "some.gguf");
    writeFileSync(model, "GGUF");
    const pids = [
      await open(folder),
      await open(folder, { load: { ...load, threads: 1 } }),
      await open(folder, { load: { ...load, path: model } }),
      await open(folder, { hostPath }),
    ].map((host) => host.pid);
    assert.equal(new Set(pids).size, 4);
    writeFileSync(model, "GGUF, but another one");
    const changed = await open(folder, { load: { ...load, path: model } });
    assert.ok(!pids.includes(changed.pid));
  });

  test("strangers: the folder is the user's own, and the first message must carry the token", {
    skip: process.platform === "win32" && "has no file modes",
  }, async () => {
    const folder = meetingFolder();
    const host = await open(folder, { hostPath });
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
    const { address } = recordIn(folder);
    for (const token of ["", "0".repeat(64), undefined]) {
      const socket = createConnection(address);
      const stranger = createMessageConnection(
        new StreamMessageReader(socket),
        new StreamMessageWriter(socket),
      );
      stranger.listen();
      await assert.rejects(stranger.sendRequest(countTokensRequest, { text: "x" }), /Unhandled method/);
      const closed = once(socket, "close");
      stranger.sendRequest(helloRequest, { token } as { token: string }).catch(() => {});
      await closed;
    }
    await assert.rejects(host.request(countTokensRequest, { text: "x" }), { code: "load-failed" });
  });

  test("a folder that is not the user's own is refused", {
    skip: process.platform === "win32" && "has no file modes",
  }, async () => {
    const folder = join(meetingFolder(), "link");
    symlinkSync(meetingFolder(), folder);
    await assert.rejects(
      open(folder),
      (error) => error instanceof ModelError && error.message.includes(folder),
    );
  });
});

test("a record that cannot be read counts as that of a dead host", async () => {
  const folder = meetingFolder();
  const first = await open(folder);
  const record = readdirSync(folder).find((name) => name.endsWith(".json"))!;
  process.kill(first.pid, "SIGKILL");
  await first.died;
  writeFileSync(join(folder, record), "{");
  const second = await open(folder);
  assert.notEqual(second.pid, first.pid);
});
