// Installing models against a local server that speaks like the hub, with everything that goes wrong on a bad
// line. No test touches the network.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import {
  cutAfter,
  HubServer,
  ignoreRange,
  shortened,
  stallAfter,
  status,
  wrongBytes,
} from "../../../../test/support/hub-server.ts";
import { content, entry } from "../../../../test/support/small-model.ts";
import { accept } from "../acceptance.ts";
import type { CatalogueEntry } from "../catalogue/model.ts";
import { ModelError } from "../errors.ts";
import { recordedHash } from "../model-file.ts";
import { type InstallOptions, installModel } from "./install.ts";
import type { InstallProgress } from "./progress.ts";

/** Of which nothing is known before. */
const { sha256, ...named } = entry;
const unknown: CatalogueEntry = { ...named, verified: [] };
const path = "/someone/Test-GGUF/resolve/main/Test.Q4.gguf";
const part = `${entry.file}.part`;
const installed = [entry.file, `${entry.file}.sha256`, "test.accepted"];

let hub: HubServer;
let dir: string;
beforeEach(async () => {
  hub = await HubServer.start({ content });
  dir = await mkdtemp(join(tmpdir(), "guidewright-download-"));
  await accept(dir, entry);
});
afterEach(async () => {
  hub.close();
  await rm(dir, { recursive: true, force: true });
});

const install = (more: Partial<InstallOptions> = {}, model = entry) =>
  installModel(model, {
    dir,
    env: { HF_ENDPOINT: hub.endpoint, HF_HOME: dir },
    pythons: [],
    pauseMs: () => 0,
    beatMs: 5,
    ...more,
  });

const fails = (promise: Promise<unknown>, code: string, text: RegExp) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof ModelError, String(error));
    assert.equal(error.code, code);
    assert.match(`${error.message} ${error.advice}`, text);
    return true;
  });

const partSize = async () => (await stat(join(dir, part)).catch(() => undefined))?.size ?? 0;

/** Resolves when more of the file is on the disk. */
async function partOnDisk(): Promise<void> {
  const before = await partSize();
  while ((await partSize()) <= before);
}

/** What the storage was asked for. */
const ranges = () => hub.seen.filter(({ host }) => host === "storage").map(({ range }) => range);

describe("from the hub", () => {
  test("follows the redirect, verifies, notes the hash, leaves nothing else", async () => {
    const steps: InstallProgress[] = [];
    const target = await install({ onProgress: (step) => steps.push(step) });
    assert.deepEqual(await readFile(target), content);
    assert.deepEqual((await readdir(dir)).sort(), installed.toSorted());
    assert.deepEqual([...new Set(steps.map(({ step }) => step))], ["downloading", "verifying"]);
    assert.equal(steps.find(({ received }) => received === content.length)?.total, content.length);
    assert.equal(await install(), target);
    assert.deepEqual(
      hub.seen.map((seen) => [seen.host, seen.path]),
      [
        ["hub", path],
        ["storage", "/blob?signature=abc"],
      ],
    );
  });

  test("the token is shown to the hub and not to the host that it redirects to", async () => {
    await install({ token: "hf_secret" });
    assert.deepEqual(
      hub.seen.map(({ authorization }) => authorization),
      ["Bearer hf_secret", undefined],
    );
  });

  test("the token of the machine is found, and no token goes to another machine in the clear", async () => {
    await writeFile(join(dir, "token"), "hf_file\n");
    await install();
    assert.equal(hub.seen[0]?.authorization, "Bearer hf_file");
    const asked: string[] = [];
    const { fetchFromHub } = await import("./hub.ts");
    const recording = async (url: unknown, init?: RequestInit) => {
      asked.push(String(new Headers(init?.headers).get("authorization")));
      return new Response(null, { status: 404, statusText: String(url) });
    };
    for (const endpoint of ["http://hub.example", "https://hub.example"]) {
      const source = { endpoint, token: "hf_file", fetch: recording as typeof fetch };
      const signal = new AbortController().signal;
      const options = { signal, connectMs: 1e6, stallMs: 1e6, onFacts: () => {}, onBytes: () => {} };
      await assert.rejects(fetchFromHub(`${endpoint}/x`, join(dir, "x"), source, options), /404/);
    }
    assert.deepEqual(asked, ["null", "Bearer hf_file"]);
  });

  test("a gated model without a token says what to do, in code and words", async () => {
    hub.close();
    hub = await HubServer.start({ content, token: "hf_right" });
    await fails(install({ token: "hf_wrong" }), "token-needed", /asked for access.*HF_TOKEN.*models import/);
    await fails(install(), "token-needed", /token/);
    await install({ token: "hf_right" });
    hub.faults.hub.push(status(403));
    await rm(join(dir, entry.file));
    await fails(install(), "token-needed", /403/);
  });

  test("what is not there is not asked for again and again", async () => {
    hub.faults.hub.push(status(404, { "x-error-code": "EntryNotFound" }), status(404));
    await fails(install(), "download-failed", /not this file.*another computer/);
    await fails(install(), "download-failed", /404/);
    assert.equal(hub.seen.length, 2);
  });

  test("terms that nobody has accepted: nothing is asked of anyone", async () => {
    await rm(join(dir, "test.accepted"));
    await fails(install(), "not-accepted", /models accept test/);
    assert.equal(hub.seen.length, 0);
  });

  test("a mirror from the settings goes before the environment's", async () => {
    const mirror = await HubServer.start({ content, plain: true });
    try {
      await install({ hub: `${mirror.endpoint}/` });
      assert.equal(mirror.seen[0]?.path, path);
      assert.equal(hub.seen.length, 0);
    } finally {
      mirror.close();
    }
  });

  test("a models folder that cannot be one", async () => {
    const file = join(dir, "file");
    await writeFile(file, "");
    await fails(
      install({ dir: file }, { ...entry, starter: true }),
      "download-failed",
      /EEXIST.*GUIDEWRIGHT_MODELS/,
    );
  });

  test("a model that nobody publishes", async () => {
    const { repo: _repo, ...unpublished } = entry;
    await fails(install({}, unpublished), "download-failed", /Nobody publishes.*models import FILE test/);
  });
});

describe("on a bad line", () => {
  test("goes on after cuts as often as it takes, as long as bytes arrive", async () => {
    for (let i = 0; i < 12; i++) hub.faults.storage.push(cutAfter(20_000, partOnDisk));
    const waits: (string | undefined)[] = [];
    await install({ onProgress: ({ step, reason }) => step === "waiting" && waits.push(reason) });
    assert.equal(waits.length, 12);
    assert.match(waits[0]!, /connection/);
    const starts = ranges()
      .slice(1)
      .map((range) => Number(/^bytes=(\d+)-$/.exec(range!)?.[1]));
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    assert.ok(starts[0]! > 0 && starts.length === 12);
    assert.deepEqual(await readFile(join(dir, entry.file)), content);
  });

  test("gives up when nothing comes, keeps what it has, and goes on there the next time", async () => {
    hub.faults.storage.push(cutAfter(50_000, partOnDisk), ...Array.from({ length: 9 }, () => status(502)));
    await fails(install(), "download-failed", /502.*goes on where it stopped/);
    const { size } = await stat(join(dir, part));
    assert.ok(size > 0);
    hub.faults.storage.length = 0;
    await install();
    assert.equal(ranges().at(-1), `bytes=${size}-`);
  });

  test("cancelling rejects with the reason; the next time goes on where it stopped", async () => {
    const controller = new AbortController();
    const reason = new Error("closed");
    hub.faults.storage.push(stallAfter(150_000));
    const first = install({ signal: controller.signal });
    await partOnDisk();
    controller.abort(reason);
    await assert.rejects(first, (error) => error === reason);
    assert.ok(!(await readdir(dir)).includes(`${entry.file}.lock`));
    await install();
    assert.match(ranges().at(-1)!, /^bytes=[1-9]\d*-$/);
    assert.deepEqual((await readdir(dir)).sort(), installed.toSorted());
  });

  test("a stalled connection and a server that never answers are left, and tried again", async () => {
    hub.faults.storage.push(stallAfter(1000));
    hub.faults.hub.push(stallAfter(0));
    const reasons: (string | undefined)[] = [];
    const onProgress = ({ step, reason }: InstallProgress) => step === "waiting" && reasons.push(reason);
    await install({ stallMs: 500, connectMs: 1000, onProgress });
    assert.deepEqual(reasons, ["the server does not answer", "the connection stalled"]);
  });

  test("too many requests: waits as long as the server says, unless that is very long", async () => {
    hub.faults.hub.push(
      status(429, { "retry-after": "0" }),
      status(503, { "retry-after": new Date(0).toUTCString() }),
    );
    const waits: (number | undefined)[] = [];
    const onProgress = ({ step, secondsLeft }: InstallProgress) =>
      step === "waiting" && waits.push(secondsLeft);
    await install({ pauseMs: () => 7_000_000, onProgress });
    assert.deepEqual(waits, [0, 0]);
    await rm(join(dir, entry.file));
    const [date, later] = [0, 3_600_000].map((ms) => new Date(1e12 + ms).toUTCString());
    hub.faults.hub.push(status(429, { "retry-after": later!, date: date! }));
    await fails(install(), "download-failed", /429/);
  });

  test("waiting for another try ends at once when it is cancelled", async () => {
    hub.faults.hub.push(status(500));
    const controller = new AbortController();
    const waiting = install({
      signal: controller.signal,
      pauseMs: () => 60_000,
      onProgress: ({ step }) => step === "waiting" && controller.abort(new Error("closed")),
    });
    await assert.rejects(waiting, /closed/);
  });
});

describe("what comes is not what was wanted", () => {
  test("a left-over of another file: once more from nothing", async () => {
    await writeFile(join(dir, part), Buffer.alloc(1000, "x"));
    assert.deepEqual(await readFile(await install()), content);
    assert.deepEqual(ranges(), ["bytes=1000-", undefined]);
  });

  test("a left-over longer than the file", async () => {
    await writeFile(join(dir, part), Buffer.alloc(content.length + 1));
    assert.deepEqual(await readFile(await install()), content);
  });

  test("a server that ignores the range", async () => {
    await writeFile(join(dir, part), Buffer.alloc(1000, "x"));
    hub.faults.storage.push(ignoreRange);
    assert.deepEqual(await readFile(await install()), content);
    assert.equal(ranges().length, 1);
  });

  test("wrong bytes are deleted", async () => {
    hub.faults.storage.push(wrongBytes);
    await fails(install(), "hash-mismatch", /deleted/);
    assert.deepEqual(await readdir(dir), ["test.accepted"]);
  });

  test("a file of another size or hash is not even fetched", async () => {
    await fails(install({}, { ...entry, size: 7 }), "download-failed", /bytes instead of 7/);
    await fails(install({}, { ...entry, sha256: "0".repeat(64) }), "download-failed", /another file/);
    assert.deepEqual(await readdir(dir), ["test.accepted"]);
    const mirror = await HubServer.start({ content, plain: true });
    mirror.faults.hub.push(shortened(10));
    await fails(install({ hub: mirror.endpoint }), "download-failed", /10 bytes instead of/);
    mirror.close();
  });

  test("without a known hash the hub's own counts, and is noted", async () => {
    hub.faults.storage.push(wrongBytes);
    await fails(install({}, unknown), "hash-mismatch", /deleted/);
    const target = await install({}, unknown);
    assert.equal(await recordedHash(target), sha256);
  });

  test("without any hash it must be a model file", async () => {
    const mirror = await HubServer.start({ content, plain: true });
    mirror.faults.hub.push(wrongBytes);
    await fails(install({ hub: mirror.endpoint }, unknown), "download-failed", /not a sound GGUF/);
    assert.deepEqual(await readdir(dir), ["test.accepted"]);
    mirror.close();
  });

  test("a file of the right size with wrong bytes is noticed when asked", async () => {
    const target = await install();
    const wrong = Buffer.from(content);
    wrong[wrong.length - 1]! ^= 1;
    await writeFile(target, wrong);
    await install();
    assert.equal(hub.seen.length, 2);
    await install({ verify: true });
    assert.deepEqual(await readFile(target), content);
  });
});

describe("the disk", () => {
  test("too little room is said before anything is fetched", async () => {
    const free = async () => 250_000_000;
    const large = { ...unknown, size: 1e9 };
    const gigantic = await HubServer.start({ content });
    gigantic.faults.hub.push(status(200, { "content-length": "1000000000" }));
    await fails(
      install({ free, hub: gigantic.endpoint }, large),
      "disk-full",
      /1\.2 GB are needed, 0\.3 GB are free/,
    );
    gigantic.close();
    await install({ free });
  });

  test("a disk that fills up meanwhile", {
    skip: process.platform !== "linux" && "only Linux has a device that is always full",
  }, async () => {
    await symlink("/dev/full", join(dir, part));
    await fails(install(), "disk-full", /no room left/);
  });
});

describe("several at once", () => {
  test("one downloads, the others wait, hear of it, and have it too", async () => {
    const door = Promise.withResolvers<void>();
    hub.faults.storage.push(async (response) => {
      response.writeHead(200, { "content-length": content.length });
      response.write(content.subarray(0, 150_000));
      await door.promise;
      response.end(content.subarray(150_000));
    });
    const first = install();
    await partOnDisk();
    const heard = Promise.withResolvers<InstallProgress>();
    const others = [1, 2].map(() =>
      install({ onProgress: (news) => news.elsewhere && news.received && heard.resolve(news) }),
    );
    assert.equal((await heard.promise).total, content.length);
    door.resolve();
    for (const target of await Promise.all([first, ...others]))
      assert.deepEqual(await readFile(target), content);
    assert.equal(hub.seen.length, 2);
    assert.deepEqual((await readdir(dir)).sort(), installed.toSorted());
  });

  test("when the one at work is cancelled, another goes on where it stopped", async () => {
    hub.faults.storage.push(stallAfter(150_000));
    const controller = new AbortController();
    const first = install({ signal: controller.signal });
    await partOnDisk();
    const second = install();
    controller.abort(new Error("closed"));
    await assert.rejects(first, /closed/);
    assert.deepEqual(await readFile(await second), content);
    assert.match(ranges().at(-1)!, /^bytes=[1-9]/);
  });
});
