// What every Backend must do, as one test suite that runs against each of them. It must not know which
// backend it is testing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Backend, Chunk, CompleteRequest } from "../../server/src/llm/backend.ts";
import { ModelError } from "../../server/src/llm/errors.ts";

const never = new AbortController().signal;
/** A prompt that every backend under test answers with at least six tokens. */
export const contractPrompt = "The capital of France is";
export const contractSchema = {
  type: "object",
  properties: { answer: { enum: ["yes", "no"] }, certain: { type: "boolean" } },
  required: ["answer", "certain"],
  additionalProperties: false,
} as const;

export async function collect(chunks: AsyncIterable<Chunk>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk.text;
  return text;
}

interface Abilities {
  /** False: it refuses to score, and says so. */
  readonly scores?: boolean;
}

export function backendContract(
  name: string,
  make: () => Promise<Backend>,
  { scores = true }: Abilities = {},
): void {
  describe(`${name} obeys the backend contract`, () => {
    let backend: Backend;
    let whole: string;
    const request: CompleteRequest = { prefix: contractPrompt, maxTokens: 8 };
    const complete = (more: Partial<CompleteRequest> = {}, signal = never) =>
      backend.complete({ ...request, ...more }, signal);

    before(async () => {
      backend = await make();
      whole = await collect(complete());
    });
    after(() => backend.dispose());

    const context: Context = {
      backend: () => backend,
      whole: () => whole,
      complete,
    };
    describeFacts(context);
    describeScores(context, scores);
    describeOutput(context);
    describePreparation(context);
    describeAborts(context);
    describeEnd(make);
  });
}

interface Context {
  readonly backend: () => Backend;
  readonly whole: () => string;
  readonly complete: (more?: Partial<CompleteRequest>, signal?: AbortSignal) => AsyncIterable<Chunk>;
}

function describeFacts({ backend }: Context): void {
  test("tells its name and context size", async () => {
    const info = await backend().info();
    assert.notEqual(info.name, "");
    assert.ok(info.contextSize > 0);
    assert.equal(typeof info.starter, "boolean");
  });

  test("counts tokens", async () => {
    assert.equal(await backend().countTokens(""), 0);
    const few = await backend().countTokens("one two");
    assert.ok(few > 0);
    assert.ok((await backend().countTokens("one two three four five six seven")) > few);
  });
}

function describeScores({ backend }: Context, able: boolean): void {
  if (!able) {
    test("says that it cannot score", async () => {
      const request = { prefix: contractPrompt, choices: [" Paris", " London"] };
      await assert.rejects(
        backend().score(request, never),
        (error) => error instanceof ModelError && error.code === "remote-cannot",
      );
    });
    return;
  }
  test("scores every choice with a log-probability", async () => {
    const scores = await backend().score({ prefix: contractPrompt, choices: [" Paris", " London"] }, never);
    assert.equal(scores.length, 2);
    for (const score of scores) assert.ok(score <= 0, String(score));
    assert.deepEqual(await backend().score({ prefix: contractPrompt, choices: [] }, never), []);
  });
}

function describeOutput({ backend, whole, complete }: Context): void {
  test("repeats itself without a temperature, in chunks with sensible probabilities", async () => {
    let text = "";
    let count = 0;
    for await (const chunk of complete()) {
      assert.notEqual(chunk.text, "");
      if (chunk.probability !== undefined) assert.ok(chunk.probability > 0 && chunk.probability <= 1);
      text += chunk.text;
      count++;
    }
    assert.ok(count > 1);
    assert.equal(text, whole());
  });

  test("ends after maxTokens", async () => {
    const short = await collect(complete({ maxTokens: 2 }));
    assert.ok(short.length > 0 && short.length < whole().length);
    assert.ok(whole().startsWith(short));
    assert.equal(await collect(complete({ maxTokens: 0 })), "");
  });

  test("ends before a stop string, wherever it begins", async () => {
    for (let at = 1; at + 3 <= whole().length; at += 4) {
      const stop = whole().slice(at, at + 3);
      assert.equal(
        await collect(complete({ stop: ["\u0000", stop] })),
        whole().slice(0, whole().indexOf(stop)),
      );
    }
  });

  test("generates JSON that obeys the schema", async () => {
    const json = await collect(
      backend().generate({ prefix: "Is Paris in France?\n", maxTokens: 60, schema: contractSchema }, never),
    );
    const value = JSON.parse(json) as { answer: unknown; certain: unknown };
    assert.ok(value.answer === "yes" || value.answer === "no", json);
    assert.equal(typeof value.certain, "boolean");
  });

  test("answers several requests at once without mixing them up", async () => {
    const texts = await Promise.all([1, 2, 3].map(() => collect(complete())));
    assert.deepEqual(texts, [whole(), whole(), whole()]);
  });
}

function describePreparation({ backend, whole, complete }: Context): void {
  test("preparing a prompt changes no answer", async () => {
    await backend().prepare({ prefix: contractPrompt }, never);
    assert.equal(await collect(complete()), whole());
    await backend().prepare({ prefix: "Something else", preamble: "Something" }, never);
    await backend().prepare({ prefix: "", preamble: "not its beginning" }, never);
    assert.equal(await collect(complete()), whole());
  });

  test("counts requests and what they cost", async () => {
    const before = await backend().statistics();
    assert.equal(before.model, (await backend().info()).name);
    await backend().prepare({ prefix: contractPrompt }, never);
    assert.equal((await backend().statistics()).requests, before.requests);
    await collect(complete());
    const after = await backend().statistics();
    assert.equal(after.requests, before.requests + 1);
    assert.ok(after.promptTokens >= before.promptTokens);
    assert.ok(after.reusedTokens >= before.reusedTokens && after.reusedTokens <= after.promptTokens);
    for (const speed of [after.prefillSpeed, after.decodeSpeed]) assert.ok(speed === undefined || speed > 0);
  });
}

function describeAborts({ backend, whole, complete }: Context): void {
  test("rejects with the reason when aborted before the start", async () => {
    const reason = new Error("not wanted");
    const aborted = AbortSignal.abort(reason);
    const same = (error: unknown) => error === reason;
    await assert.rejects(collect(complete({}, aborted)), same);
    await assert.rejects(
      collect(backend().generate({ prefix: "x", maxTokens: 4, schema: contractSchema }, aborted)),
      same,
    );
    await assert.rejects(backend().score({ prefix: "x", choices: ["y"] }, aborted), same);
    await assert.rejects(backend().countTokens("x", aborted), same);
    await assert.rejects(backend().prepare({ prefix: "x" }, aborted), same);
    await assert.rejects(backend().statistics(aborted), same);
    await assert.rejects(backend().info(aborted), same);
  });

  test("rejects with the reason when aborted between chunks, and the next answer is right", async () => {
    const controller = new AbortController();
    const reason = new Error("typed on");
    const chunks = complete({ maxTokens: 200 }, controller.signal)[Symbol.asyncIterator]();
    assert.equal((await chunks.next()).done, false);
    controller.abort(reason);
    await assert.rejects(chunks.next(), (error) => error === reason);
    assert.deepEqual(await chunks.next(), { done: true, value: undefined });
    assert.equal(await collect(complete()), whole());
  });

  test("rejects with the reason while a chunk or a score is awaited", async () => {
    const controller = new AbortController();
    const reason = new Error("typed on");
    const next = complete({}, controller.signal)[Symbol.asyncIterator]().next();
    const score = backend().score({ prefix: contractPrompt, choices: [" a", " b"] }, controller.signal);
    controller.abort(reason);
    await assert.rejects(next, (error) => error === reason);
    await assert.rejects(score, (error) => error === reason);
  });

  test("lets the reader leave", async () => {
    for await (const chunk of complete({ maxTokens: 200 })) {
      assert.notEqual(chunk.text, "");
      break;
    }
    assert.equal(await collect(complete()), whole());
  });
}

function describeEnd(make: () => Promise<Backend>): void {
  test("refuses everything once it is disposed", async () => {
    const backend = await make();
    await backend.countTokens("x");
    const running = backend
      .complete({ prefix: contractPrompt, maxTokens: 500 }, never)
      [Symbol.asyncIterator]();
    await running.next();
    await backend.dispose();
    await backend.dispose();
    const disposed = (error: unknown) => error instanceof ModelError && error.code === "disposed";
    await assert.rejects(drain(running), disposed);
    await assert.rejects(collect(backend.complete({ prefix: "x", maxTokens: 2 }, never)), disposed);
    await assert.rejects(backend.countTokens("x"), disposed);
    await assert.rejects(backend.score({ prefix: "x", choices: ["y"] }, never), disposed);
    await assert.rejects(backend.prepare({ prefix: "x" }, never), disposed);
    await assert.rejects(backend.statistics(), disposed);
    await assert.rejects(backend.info(), disposed);
  });
}

async function drain(chunks: AsyncIterator<Chunk>): Promise<void> {
  while (!(await chunks.next()).done);
}
