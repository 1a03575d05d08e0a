// The scripted backend obeys the contract that the real ones obey, and does what its script says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { backendContract, collect } from "../../../test/support/backend-contract.ts";
import { gate, ScriptedBackend } from "../../../test/support/scripted-backend.ts";

const never = new AbortController().signal;

backendContract("The scripted backend", async () => {
  const open = Promise.resolve();
  return new ScriptedBackend({
    answers: (request) => {
      if ("schema" in request) return '{"answer": "yes", "certain": true}';
      // As long as asked, but never ending by itself when much is asked.
      const words = " Paris, and it is the largest city there too".split(/(?= )/);
      return request.maxTokens > 100 ? [...words, open, new Promise(() => {})] : words;
    },
  });
});

test("answers in turn, waits at gates, records and fails as told", async () => {
  const door = gate();
  const backend = new ScriptedBackend([
    "one",
    ["a", door.promise, { text: "b", probability: 0.5 }],
    [new Error("no")],
  ]);
  assert.equal(await collect(backend.complete({ prefix: "p", maxTokens: 5 }, never)), "one");
  const chunks = backend.complete({ prefix: "q", maxTokens: 5 }, never)[Symbol.asyncIterator]();
  assert.deepEqual((await chunks.next()).value, { text: "a" });
  const second = chunks.next();
  door.open();
  assert.deepEqual((await second).value, { text: "b", probability: 0.5 });
  await assert.rejects(collect(backend.complete({ prefix: "r", maxTokens: 5 }, never)), /no/);
  assert.deepEqual(
    backend.requests.map(({ prefix }) => prefix),
    ["p", "q", "r"],
  );
});

test("knows which requests were cancelled", async () => {
  const backend = new ScriptedBackend([[gate().promise]]);
  const controller = new AbortController();
  const next = backend
    .complete({ prefix: "p", maxTokens: 5 }, controller.signal)
    [Symbol.asyncIterator]()
    .next();
  await Promise.resolve();
  controller.abort(new Error("stop"));
  await assert.rejects(next, /stop/);
  assert.deepEqual(
    backend.cancelled.map(({ prefix }) => prefix),
    backend.requests.map(({ prefix }) => prefix),
  );
});
