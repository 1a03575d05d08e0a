// The local backend with the real starter model in a real host: the contract, healing, cancelling,
// crashes, bad files, and that no process is left behind.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { backendContract, collect } from "../../../test/support/backend-contract.ts";
import {
  dyingHostPath,
  gone,
  hostPath,
  meetingFolder,
  starterBackend,
  starterPath,
  TestClock,
} from "../../../test/support/local-engine.ts";
import { endsWithTests } from "../../../test/support/process-life.ts";
import type { Chunk, CompleteRequest } from "./backend.ts";
import { ModelError } from "./errors.ts";
import { type BackendStatus, LocalBackend } from "./local-backend.ts";
import { localModel } from "./model-file.ts";

const never = new AbortController().signal;
const guideline = readFileSync(
  new URL("../../../test/guidelines/severe-malaria-ministry.md", import.meta.url),
  "utf8",
);

backendContract("The local backend", () => starterBackend());

describe("with the starter", () => {
  let backend: LocalBackend;
  before(async () => {
    backend = await starterBackend();
  });
  after(() => backend.dispose());

  const complete = (prefix: string, more: Partial<CompleteRequest> = {}) =>
    collect(backend.complete({ prefix, maxTokens: 8, ...more }, never));
  const healed = (prefix: string, more: Partial<CompleteRequest> = {}) =>
    complete(prefix, { heal: true, ...more });

  test("says what it is", async () => {
    const info = await backend.info();
    assert.equal(info.starter, true);
    assert.match(info.sha256!, /^b179c952/);
    assert.ok(info.contextSize >= 1024 && info.contextSize <= 4096, `${info.contextSize}`);
  });

  test("healing: a space at the end changes nothing", async () => {
    const text = await healed("The capital of France is");
    assert.match(text, /^ Paris/);
    assert.equal(` ${await healed("The capital of France is ")}`, text);
    assert.notEqual(` ${await complete("The capital of France is ")}`, text);
  });

  test("healing: half a word is completed to the same text, wherever it is broken", async () => {
    for (const [text, word] of [
      ["Paris is the capital of ", "France"],
      ["Malaria is spread by the bite of infected ", "mosquitoes"],
    ] as const) {
      const rest = await healed(text + word, { maxTokens: 2 });
      for (let cut = 1; cut < word.length; cut += 2) {
        const completed = await healed(text + word.slice(0, cut), { maxTokens: 3 });
        assert.ok(
          `${word}${rest}`.startsWith(word.slice(0, cut) + completed),
          `${word.slice(0, cut)}|${completed}`,
        );
      }
    }
  });

  test("healing: what cannot be spelled is taken as it is", async () => {
    for (const prefix of ["Wort", "The sign 🩺🧫", "one line\n"])
      assert.equal(await healed(prefix), await complete(prefix));
  });

  test("healing does not spoil the repeatability with a temperature and a seed", async () => {
    const draw = (seed: number) => healed("The patient should ", { temperature: 1.5, seed });
    assert.equal(await draw(1), await draw(1));
    const drawn = await Promise.all([1, 2, 3, 4].map(draw));
    assert.ok(new Set(drawn).size > 1);
  });

  test("a score is the sum of the completion's log-probabilities", async () => {
    const prefix = "Malaria is a disease that is";
    let text = "";
    let sum = 0;
    for await (const chunk of backend.complete({ prefix, maxTokens: 5, probabilities: true }, never)) {
      text += chunk.text;
      sum += Math.log(chunk.probability!);
    }
    const [score, other, nothing, far] = await backend.score(
      { prefix, choices: [text, " xylophone", "", ` ${"very ".repeat(60)}`] },
      never,
    );
    assert.ok(Math.abs(score! - sum) < 0.02, `${score} and ${sum}`);
    assert.ok(other! < score!);
    assert.equal(nothing, 0);
    assert.ok(Number.isFinite(far));
  });

  test("probabilities come only for who asks, and change nothing", async () => {
    const chunks = async (probabilities: boolean) => {
      const request = { prefix: "Malaria is a disease that is", maxTokens: 5, probabilities };
      const all: Chunk[] = [];
      for await (const chunk of backend.complete(request, never)) all.push(chunk);
      return all;
    };
    const [weighed, plain] = [await chunks(true), await chunks(false)];
    assert.ok(weighed.every(({ probability = 0 }) => probability > 0 && probability <= 1));
    assert.deepEqual(
      plain,
      weighed.map(({ text }) => ({ text })),
    );
  });

  test("scores stay comparable where choices merge with the prefix", async () => {
    const [paris, london] = await backend.score(
      { prefix: "The capital of France is ", choices: ["Paris", "London"] },
      never,
    );
    assert.ok(paris! > london! && paris! <= 0);
  });

  test("a prompt longer than the context is cut and answered", async () => {
    const small = await starterBackend({ settings: { gpu: "off", contextSize: 512 } });
    const prefix = `${guideline}\n\nThe capital of France is`;
    assert.ok((await small.countTokens(prefix)) > 1000);
    assert.notEqual(await collect(small.complete({ prefix, maxTokens: 4, heal: true }, never)), "");
    // More than the context can hold ends where it is full.
    const long = await collect(small.complete({ prefix: guideline.slice(0, 700), maxTokens: 5000 }, never));
    assert.ok((await small.countTokens(long)) < 512);
    await small.dispose();
  });

  test("a cancelled prefill or decode leaves no trace in what follows", async () => {
    const fresh = await starterBackend();
    const prefix = `${guideline.slice(0, 1000)}\n\nGive artesunate`;
    const expected = await collect(fresh.complete({ prefix, maxTokens: 12 }, never));
    await fresh.dispose();

    const prefill = new AbortController();
    const reason = new Error("typed on");
    const text = `${guideline} ${guideline.slice(500)}`.slice(0, 12_000);
    const first = backend
      .complete({ prefix: text, maxTokens: 4 }, prefill.signal)
      [Symbol.asyncIterator]()
      .next();
    // Its answer comes after the host has begun with the completion before it.
    await backend.countTokens("x");
    prefill.abort(reason);
    await assert.rejects(first, (error) => error === reason);
    assert.equal(await complete(prefix, { maxTokens: 12 }), expected);

    const decode = new AbortController();
    const chunks = backend.complete({ prefix: `${prefix} now`, maxTokens: 100 }, decode.signal);
    const reading = chunks[Symbol.asyncIterator]();
    for (let count = 0; count < 5; count++) await reading.next();
    decode.abort(reason);
    await assert.rejects(reading.next(), (error) => error === reason);
    assert.equal(await complete(prefix, { maxTokens: 12 }), expected);
  });

  test("a cancelled prefill really ends in the host", async () => {
    const controller = new AbortController();
    const lines = guideline.split("\n").toReversed().join("\n").slice(0, 9000);
    const slow = backend
      .complete({ prefix: lines, maxTokens: 1 }, controller.signal)
      [Symbol.asyncIterator]()
      .next();
    await backend.countTokens("x");
    const queued = collect(
      backend.complete({ prefix: "The capital of France is", maxTokens: 2, lane: "draft" }, never),
    );
    controller.abort(new Error("typed on"));
    await assert.rejects(slow, /typed on/);
    assert.match(await queued, /^ Paris/);
  });

  test("JSON that is cut short is only short", async () => {
    const schema = { type: "object", properties: { name: { type: "string" } } };
    const json = await collect(
      backend.generate({ prefix: "A name in JSON:\n", maxTokens: 3, schema }, never),
    );
    assert.match(json, /^\s*\{/);
    assert.throws(() => JSON.parse(json));
  });

  test("a schema that cannot be followed is an error, not a crash", async () => {
    const schema = { type: "nonsense" };
    const { pid } = backend;
    await collect(backend.generate({ prefix: "x", maxTokens: 3, schema }, never)).catch(() => {});
    assert.equal(backend.pid, pid);
    assert.match(await complete("The capital of France is"), /^ Paris/);
  });

  test("pausing unloads, resuming loads again at need", async () => {
    const pid = backend.pid!;
    await backend.pause();
    await gone(pid);
    assert.equal(backend.status.state, "paused");
    await assert.rejects(backend.countTokens("x"), /paused/);
    backend.resume();
    assert.equal(backend.status.state, "idle");
    assert.match(await complete("The capital of France is"), /^ Paris/);
  });
});

describe("when the host dies", () => {
  test("mid-completion by kill -9: a typed error, and then the same answer as before", async () => {
    const clock = new TestClock();
    const backend = await starterBackend({ clock });
    const states: string[] = [];
    backend.onStatus(({ state }) => states.push(state));
    const request = { prefix: "The capital of France is", maxTokens: 8 };
    const earlier = await collect(backend.complete(request, never));
    const reading = backend.complete({ ...request, maxTokens: 500 }, never)[Symbol.asyncIterator]();
    await reading.next();
    const pid = backend.pid!;
    const restarting = stateOf(backend, "restarting");
    process.kill(pid, "SIGKILL");
    await assert.rejects(
      async () => {
        while (!(await reading.next()).done);
      },
      (error) => error instanceof ModelError && error.code === "host-died" && error.advice !== "",
    );
    await restarting;
    const next = collect(backend.complete(request, never));
    clock.advance(60_000);
    assert.equal(await next, earlier);
    assert.notEqual(backend.pid, pid);
    assert.equal(states.filter((state) => state === "restarting").length, 1);
    await backend.dispose();
    await gone(pid);
  });

  test("again and again: it gives up with a plain message until it is told to retry", async () => {
    const clock = new TestClock();
    const backend = await starterBackend({ hostPath: dyingHostPath, clock, mostDeaths: 3 });
    for (let death = 1; death < 3; death++) {
      const restarting = stateOf(backend, "restarting");
      await assert.rejects(backend.countTokens("x"), { code: "host-died" });
      await restarting;
      const again = death === 2 ? stateOf(backend, "failed") : stateOf(backend, "loading");
      clock.advance(60_000);
      await again;
    }
    await assert.rejects(backend.countTokens("x"), { code: "host-gave-up" });
    assert.equal(backend.status.state, "failed");
    const restarting = stateOf(backend, "restarting");
    await assert.rejects(backend.retry(), { code: "host-died" });
    await restarting;
    await backend.dispose();
  });

  test("the host goes when its parent is killed", {
    skip: process.platform !== "linux" && "reads /proc",
  }, async () => {
    const parent = fork(new URL("../../../test/support/backend-parent.ts", import.meta.url), {
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      ...endsWithTests,
    });
    const pid = await new Promise<number>((resolve) =>
      parent.once("message", (message) => resolve(message as number)),
    );
    parent.kill("SIGKILL");
    await gone(pid, (dead) => / Z /.test(readFileSync(`/proc/${dead}/stat`, "utf8")));
  });
});

describe("bad model files", () => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "guidewright-bad-"));
  });
  after(() => rm(dir, { recursive: true }));

  const head = async (length: number) => {
    const file = await open(await starterPath());
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, 0);
    await file.close();
    return bytes;
  };

  const cases: readonly (readonly [
    name: string,
    code: string,
    state: string,
    content: () => Promise<Buffer | string>,
  ])[] = [
    ["a text file", "file-not-gguf", "failed", async () => "# Severe malaria\n"],
    [
      "random bytes after the magic",
      "file-not-gguf",
      "failed",
      async () => Buffer.from(`GGUF${"\x9c\x01\x77".repeat(999)}`),
    ],
    ["a truncated model", "file-truncated", "failed", () => head(5_000_000)],
  ];
  for (const [name, code, state, content] of cases)
    test(name, async () => {
      const path = join(dir, `${name}.gguf`);
      await writeFile(path, await content());
      await refused(path, code, state);
    });
  test("a missing file", () => refused(join(dir, "none.gguf"), "file-missing", "missing"));
  test("a folder", () => refused(dir, "file-is-directory", "failed"));

  test("a sound header with an architecture that nobody knows fails in the loader, not in a crash", async () => {
    const path = join(dir, "strange.gguf");
    const bytes = await readAll();
    // The first metadata value is the architecture's name.
    bytes.write("zzzzz", bytes.indexOf("llama", bytes.indexOf("general.architecture")));
    await writeFile(path, bytes);
    await refused(path, "load-failed", "failed");
  });

  const readAll = async () => readFileSync(await starterPath());

  async function refused(path: string, code: string, state: string): Promise<void> {
    const model = await localModel(path);
    const backend = new LocalBackend({ hostPath, model, folder: meetingFolder(), settings: { gpu: "off" } });
    await assert.rejects(backend.countTokens("x"), (error) => {
      assert.ok(error instanceof ModelError, String(error));
      assert.equal(error.code, code);
      assert.ok(error.message.includes(path), error.message);
      return true;
    });
    assert.equal(backend.status.state, state);
    assert.notEqual(backend.status.message, "");
    // It is not kept: when the file is right, the next request works.
    await assert.rejects(backend.info(), { code });
    await backend.dispose();
  }
});

function stateOf(backend: LocalBackend, wanted: BackendStatus["state"]): Promise<void> {
  return new Promise((resolve) => {
    const stop = backend.onStatus(({ state }) => {
      if (state !== wanted) return;
      stop();
      resolve();
    });
  });
}
