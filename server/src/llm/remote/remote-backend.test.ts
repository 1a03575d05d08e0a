// The Backend on a server elsewhere: it obeys the contract with every kind of server, sends nothing before it may, and
// tells how it stands.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { backendContract, collect } from "../../../../test/support/backend-contract.ts";
import { knownText, RemoteServer, type RemoteServerOptions } from "../../../../test/support/remote-server.ts";
import { gate } from "../../../../test/support/scripted-backend.ts";
import { ModelError, type ModelErrorCode } from "../errors.ts";
import { RemoteBackend, type RemoteOptions } from "./remote-backend.ts";

const never = new AbortController().signal;
const prefix = "The capital of France is";
const endings: (() => Promise<void>)[] = [];
after(async () => {
  for (const end of endings.toReversed()) await end();
});

async function serve(options: Partial<RemoteServerOptions> = {}): Promise<RemoteServer> {
  const server = await RemoteServer.start({ kind: "vllm", ...options });
  endings.push(() => server.stop());
  return server;
}

type More = Omit<Partial<RemoteOptions>, "choice"> & { readonly choice?: Partial<RemoteOptions["choice"]> };

function backendOn({ url }: { readonly url: string }, { choice, ...more }: More = {}): RemoteBackend {
  const backend = new RemoteBackend({
    choice: { url, model: "", certificates: "", ahead: false, ...choice },
    access: async () => ({ allowed: true }),
    retrying: { most: 3, pauseMs: 1, longestMs: 1000, random: () => 0.5, wait: async () => {} },
    ...more,
  });
  endings.push(() => backend.dispose());
  return backend;
}

const complete = (backend: RemoteBackend, more: object = {}) =>
  collect(backend.complete({ prefix, maxTokens: 3, ...more }, never));
const fails =
  (code: ModelErrorCode, words = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof ModelError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(`${error.message} ${error.advice}`, words);
    return true;
  };

for (const kind of ["vllm", "llama-server", "ollama", "lm-studio", "openai", "chat"] as const) {
  const scores = kind === "vllm" || kind === "llama-server";
  const ahead = { choice: { ahead: true } };
  backendContract(`A remote engine on ${kind}`, async () => backendOn(await serve({ kind }), ahead), {
    scores,
  });
}

describe("before anything is sent", () => {
  test("the user is asked, once, and the token goes to that host alone", async () => {
    const server = await serve({ token: "secret-token" });
    let asked = 0;
    const backend = backendOn(server, {
      async access({ origin, loopback, encrypted }) {
        asked++;
        assert.deepEqual([origin, loopback, encrypted], [server.url, true, false]);
        assert.equal(server.seen.length, 0);
        return { allowed: true, token: "secret-token" };
      },
    });
    assert.equal(await complete(backend), " Paris, and it");
    assert.equal(await complete(backend), " Paris, and it");
    assert.equal(asked, 1);
    assert.ok(server.seen.every(({ authorization }) => authorization === "Bearer secret-token"));
  });

  test("a no is heeded: nothing at all is sent, and the state says why", async () => {
    const server = await serve();
    const backend = backendOn(server, { access: async () => ({ allowed: false }) });
    await assert.rejects(complete(backend), fails("remote-not-allowed", /nobody has allowed it/));
    assert.equal(backend.status.state, "failed");
    assert.equal(server.seen.length, 0);
  });

  test("a question that is still open holds requests up, and an abort ends the waiting", async () => {
    const server = await serve();
    const answer = gate();
    const backend = backendOn(server, {
      access: () => answer.promise.then(() => ({ allowed: true })),
    });
    const controller = new AbortController();
    const first = collect(backend.complete({ prefix, maxTokens: 3 }, controller.signal));
    const second = complete(backend);
    controller.abort(new Error("typed on"));
    await assert.rejects(first, /typed on/);
    assert.equal(server.seen.length, 0);
    answer.open();
    assert.equal(await second, " Paris, and it");
  });

  test("the state says that an answer is awaited, and where text would go", async () => {
    const backend = backendOn({ url: "https://gpu.example.org" }, { access: () => new Promise(() => {}) });
    const warming = backend.warm();
    assert.deepEqual(
      [backend.status.state, backend.status.message],
      ["loading", "Waiting for your answer: may text be sent to gpu.example.org?"],
    );
    await backend.dispose();
    await assert.rejects(warming, fails("disposed"));
  });

  test("a wrong token is said to be wrong, and is in no message", async () => {
    const server = await serve({ token: "right-token-here" });
    const backend = backendOn(server, { access: async () => ({ allowed: true, token: "wrong-token-here" }) });
    await assert.rejects(complete(backend), fails("remote-denied", /does not let Guidewright in \(401\)/));
    assert.ok(!JSON.stringify(backend.status).includes("wrong-token"));
  });

  test("no text is sent ahead unless the user wants it", async () => {
    const server = await serve();
    await backendOn(server).prepare({ prefix }, never);
    assert.equal(server.seen.length, 0);
    await backendOn(server, { choice: { ahead: true } }).prepare({ prefix }, never);
    assert.deepEqual(
      server.asked.map(({ prompt, max_tokens }) => [prompt, max_tokens]),
      [[prefix, 1]],
    );
  });
});

describe("the state", () => {
  test("goes from looking to ready and back from writing", async () => {
    const backend = backendOn(await serve());
    const states: string[] = [];
    backend.onStatus(({ state }) => states.push(state));
    await complete(backend);
    await backend.warm();
    assert.deepEqual(states, ["loading", "working", "ready"]);
    assert.match(backend.status.message, /^meditron on localhost:\d+ is ready\.$/);
  });

  test("a server that went away is a failure, and is looked at anew when it is back", async () => {
    const server = await serve();
    const backend = backendOn(server);
    await complete(backend);
    server.faults.push({ after: 1, next: "reset" });
    await assert.rejects(complete(backend), fails("remote-garbled", /broke off/));
    assert.equal(backend.status.state, "failed");
    const looks = () => server.seen.filter(({ path }) => path === "/v1/models").length;
    assert.equal(looks(), 1);
    assert.equal(await complete(backend), " Paris, and it");
    assert.equal(looks(), 2);
    assert.equal(backend.status.state, "ready");
  });

  test("after a failure typing leaves the server alone for a while; who asks by hand does not wait", async () => {
    let now = 0;
    const server = await serve();
    const backend = backendOn(server, { now: () => now });
    server.faults.push({ status: 500 }, { status: 500 });
    await assert.rejects(complete(backend, { lane: "inline" }), fails("remote-failed"));
    await assert.rejects(complete(backend, { lane: "draft" }), fails("remote-failed"));
    const before = server.asked.length;
    now = 9_000;
    await assert.rejects(complete(backend, { lane: "inline" }), fails("remote-failed"));
    assert.equal(server.asked.length, before);
    now = 11_000;
    assert.equal(await complete(backend, { lane: "inline" }), " Paris, and it");
    assert.equal(await complete(backend, { lane: "inline" }), " Paris, and it");
  });

  test("paused, nothing is sent and what runs ends; resumed, it goes on", async () => {
    const server = await serve();
    const backend = backendOn(server);
    const running = backend.complete({ prefix, maxTokens: 200 }, never)[Symbol.asyncIterator]();
    await running.next();
    await backend.pause();
    await assert.rejects(async () => {
      while (!(await running.next()).done);
    }, fails("paused"));
    assert.equal(await server.seen.at(-1)!.left, true);
    await assert.rejects(complete(backend), fails("paused"));
    backend.resume();
    assert.equal(await complete(backend), " Paris, and it");
  });

  test("figures tell the model and where it is, and no host where text stays on this machine", async () => {
    const backend = backendOn(await serve({ models: ["/models/Meditron3-8B.Q4_K_M.gguf"] }));
    await complete(backend);
    const { model, requests, remote, contextSize } = await backend.statistics();
    assert.match(model, /^Meditron3-8B\.Q4_K_M$/);
    assert.deepEqual(
      { requests, remote, contextSize },
      { requests: 1, remote: undefined, contextSize: 4096 },
    );
    const far = backendOn({ url: "https://gpu.example.org" });
    assert.equal((await far.statistics()).remote, "gpu.example.org");
  });

  test("an address that is none is said so, before anyone is asked", async () => {
    const backend = backendOn({ url: "gpu.example.org:8000" }, { access: () => assert.fail("asked") });
    await assert.rejects(complete(backend), fails("remote-address", /does not begin with https/));
  });
});

describe("lanes", () => {
  test("the newest suggestion ends the one before, whose connection is closed", async () => {
    const server = await serve();
    const backend = backendOn(server);
    const first = backend.complete({ prefix, maxTokens: 200, lane: "inline" }, never)[Symbol.asyncIterator]();
    await first.next();
    const draft = backend.complete({ prefix, maxTokens: 200, lane: "draft" }, never)[Symbol.asyncIterator]();
    await draft.next();
    assert.equal(await complete(backend, { lane: "inline" }), " Paris, and it");
    await assert.rejects(async () => {
      while (!(await first.next()).done);
    }, fails("superseded"));
    const [left] = server.seen.filter(({ body }) => body.max_tokens === 200);
    assert.equal(await left!.left, true);
    // The draft was not touched.
    assert.equal((await draft.next()).done, false);
    await draft.return?.();
  });

  test("not more than four requests run at once", async () => {
    const server = await serve();
    const backend = backendOn(server);
    const drafts = Array.from({ length: 4 }, () =>
      backend.complete({ prefix, maxTokens: 200, lane: "draft" }, never)[Symbol.asyncIterator](),
    );
    for (const draft of drafts) await draft.next();
    const waiting = complete(backend, { lane: "explain" });
    await backend.info();
    assert.equal(server.asked.length, 4);
    await drafts[0]!.return?.();
    assert.equal(await waiting, " Paris, and it");
    for (const draft of drafts) await draft.return?.();
  });
});

test("a text that is known by heart is told to its end", async () => {
  const backend = backendOn(await serve());
  assert.equal(prefix + (await complete(backend, { maxTokens: 60 })), knownText);
});
