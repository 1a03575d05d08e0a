// A server in use: what it is sent, how its answers are read, and what is done about what it does not offer.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { contractSchema as schema } from "../../../../test/support/backend-contract.ts";
import { knownText, RemoteServer, type RemoteServerOptions } from "../../../../test/support/remote-server.ts";
import type { Chunk, CompleteRequest } from "../backend.ts";
import { ModelError, type ModelErrorCode } from "../errors.ts";
import { Meter } from "../host/meter.ts";
import { parseAddress } from "./address.ts";
import { Client } from "./client.ts";
import { Connection } from "./connection.ts";
import { probe } from "./probe.ts";
import { RemoteSession } from "./session.ts";

const never = new AbortController().signal;
const prefix = "The capital of France is";
const endings: (() => unknown)[] = [];
after(async () => {
  for (const end of endings.toReversed()) await end();
});

async function open(options: Partial<RemoteServerOptions> = {}) {
  const server = await RemoteServer.start({ kind: "vllm", ...options });
  const client = new Client(new Connection({ address: parseAddress(server.url) }));
  endings.push(
    () => server.stop(),
    () => client.close(),
  );
  const session = new RemoteSession(client, await probe(client, "", never), new Meter());
  const chunks: Chunk[] = [];
  const complete = async (more: Partial<CompleteRequest> = {}) => {
    chunks.length = 0;
    await session.complete({ prefix, maxTokens: 4, ...more }, never, (chunk) => chunks.push(chunk));
    return chunks.map(({ text }) => text).join("");
  };
  const generate = async (more: Partial<CompleteRequest> = {}) => {
    let text = "";
    await session.generate({ prefix, maxTokens: 60, schema, ...more }, never, (chunk) => {
      text += chunk.text;
    });
    return text;
  };
  return { server, session, chunks, complete, generate };
}

const fails =
  (code: ModelErrorCode, words = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof ModelError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    return true;
  };

describe("a text that ends in a blank or in half a word", () => {
  for (const kind of ["vllm", "llama-server", "ollama", "openai", "lm-studio", "chat"] as const) {
    test(`is healed on ${kind}`, async () => {
      const { complete } = await open({ kind });
      assert.equal(await complete({ prefix: `${prefix} `, heal: true, maxTokens: 3 }), "Paris, and it");
      assert.equal(await complete({ prefix: `${prefix} Par`, heal: true, maxTokens: 3 }), "is, and it");
      assert.match(
        await complete({ prefix: `${prefix} Paris, and`, heal: true, maxTokens: 2 }),
        /^ it( is)?$/,
      );
      assert.equal(
        await complete({ prefix: "x", heal: true, maxTokens: 1 }).then((text) => text.length > 0),
        true,
      );
    });
  }

  test("llama-server is told what the answer has to begin with", async () => {
    const { server, complete } = await open({ kind: "llama-server" });
    await complete({ prefix: `${prefix} Par"\\x`, heal: true });
    assert.equal(server.asked[0]!.prompt, prefix);
    assert.equal(server.asked[0]!.grammar, 'root ::= " Par\\"\\\\x" [^\\x00]*');
    assert.equal(server.asked.length, 1);
  });

  test("what was typed counts as certain, and only the rest by its probability", async () => {
    const alternatives = { " Parma,": -2.3, " London": -1 };
    const { complete, chunks } = await open({ alternatives });
    await complete({ prefix: `${prefix} Par`, heal: true, maxTokens: 2 });
    // Of the tokens that go on from “Par”, 0.9 and 0.1: London does not count.
    assert.equal(chunks[0]!.text, "is,");
    assert.ok(Math.abs(chunks[0]!.probability! - 0.9) < 0.001, String(chunks[0]!.probability));
    assert.ok(Math.abs(chunks[1]!.probability! - 0.9) < 0.01);
  });

  test("where the model goes elsewhere, the likeliest token that fits leads back", async () => {
    const text = `${knownText} Lyons is not.`;
    const alternatives = { " Ly": -2, " Lyons": -3, " La": -1 };
    const { server, complete, chunks } = await open({ text, alternatives });
    assert.equal(await complete({ prefix: `${prefix} Lyo`, heal: true, maxTokens: 2 }), "ns is");
    const prompts = server.asked.map(({ prompt }) => prompt);
    assert.deepEqual(prompts.slice(0, 2), [prefix, `${prefix} Ly`]);
    assert.ok(chunks[0]!.probability! > 0 && chunks[0]!.probability! <= 1);
  });

  test("where nothing fits, the text is taken as it is", async () => {
    const { server, complete } = await open({ alternatives: { " Ly": -2 } });
    assert.notEqual(await complete({ prefix: `${prefix} Zzz`, heal: true }), "");
    assert.deepEqual(
      server.asked.map(({ prompt }) => prompt),
      [prefix, `${prefix} Zzz`],
    );
  });

  test("where a server tells no probabilities, an answer that does not fit is dropped", async () => {
    const { server, complete } = await open({ kind: "lm-studio" });
    assert.equal(await complete({ prefix: `${prefix} Zzz`, heal: true }), "");
    assert.equal(server.asked.length, 1);
  });

  test("a stop string does not end the answer within what it repeats", async () => {
    const { server, complete } = await open({ kind: "llama-server" });
    const stop = ["Par", " is", "\n"];
    assert.equal(await complete({ prefix: `${prefix} Par`, heal: true, stop, maxTokens: 9 }), "is, and it");
    assert.deepEqual(server.asked[0]!.stop, [" is", "\n"]);
  });
});

describe("a text that is too long", () => {
  test("is cut in front at a line, so that it fits", async () => {
    const { server, complete } = await open({ contextSize: 300 });
    const lines = Array.from({ length: 100 }, (_, index) => `Line ${index} of the text.\n`).join("");
    await complete({ prefix: lines + prefix });
    const sent = String(server.asked[0]!.prompt);
    assert.ok(sent.length <= 375 && sent.length > 200, String(sent.length));
    assert.match(sent, /^Line \d+ of/);
    assert.ok(sent.endsWith(prefix));
  });

  test("is cut once more when the server says that it is, and only once", async () => {
    const { server, complete } = await open();
    const tooLong = { status: 400, body: '{"error":{"message":"maximum context length is 100 tokens"}}' };
    server.faults.push(tooLong);
    assert.equal(await complete({ prefix: "word ".repeat(100) + prefix, maxTokens: 1 }), " Paris,");
    const [first, second] = server.asked.map(({ prompt }) => String(prompt).length);
    assert.ok(second! <= first! / 2);
    server.faults.push(tooLong, tooLong);
    await assert.rejects(complete(), fails("remote-too-long"));
  });
});

describe("time that the request gives", () => {
  test("up before the first token: too slow, and the server is left", async () => {
    const { server, complete } = await open();
    server.faults.push({ after: 0, next: "silence" });
    await assert.rejects(complete({ prefillMs: 30 }), fails("too-slow", /did not begin to answer in time/));
    assert.equal(await server.seen.at(-1)!.left, true);
  });

  test("up after it: what is there is the answer", async () => {
    const { server, session } = await open();
    server.faults.push({ after: 2, next: "silence" });
    let text = "";
    const request = {
      prefix,
      maxTokens: 9,
      decodeMs: 30,
      prefillMs: 60_000,
      stop: ["1", "2", "3", "4", "and then"],
    };
    const ending = await session.complete(request, never, (chunk) => {
      text += chunk.text;
    });
    // The end of it may have become a stop text.
    assert.deepEqual([text, ending], [" Paris, and", "deadline"]);
    assert.equal(await server.seen.at(-1)!.left, true);
  });
});

test("why an answer ended is told where it is known", async () => {
  const { session } = await open();
  const ending = (more: object) => session.complete({ prefix, maxTokens: 4, ...more }, never, () => {});
  assert.equal(await ending({}), "length");
  assert.equal(await ending({ maxTokens: 60 }), "end");
  assert.equal(await ending({ maxTokens: 60, stop: ["1", "2", "3", "4", " it"] }), "stop");
  assert.equal(await ending({ maxTokens: 60, stop: ["zzz"] }), undefined);
  assert.equal(await ending({ maxTokens: 0 }), "length");
});

describe("an answer that goes wrong", () => {
  test("half of it: what came is handed on, and the rest is missed", async () => {
    const { server, complete, chunks } = await open();
    server.faults.push({ after: 2, next: "end" });
    await assert.rejects(complete(), fails("remote-garbled", /broke off in the middle/));
    assert.equal(chunks.map(({ text }) => text).join(""), " Paris, and");
  });

  test("an error in its middle is told in the server's words, without the text", async () => {
    const { server, complete } = await open();
    server.faults.push({
      after: 1,
      next: { error: { message: "CUDA out of memory", code: 500 } },
    });
    await assert.rejects(complete(), fails("remote-failed", /CUDA out of memory/));
    server.faults.push({ after: 1, next: { error: `Cannot go on from ${prefix}` } });
    await assert.rejects(complete(), (error: ModelError) => !error.message.includes("capital"));
  });

  test("events of another kind, or none", async () => {
    const { server, complete } = await open();
    for (const bytes of [
      ['data: {"hello":1}\n\n', "data: [DONE]\n\n"],
      ["data: [DONE]\n\n"],
      [""],
      [": ping\n\n"],
    ]) {
      server.faults.push({ bytes });
      await assert.rejects(complete(), fails("remote-garbled", /no text in it/));
    }
    server.faults.push({ bytes: ["<html>Sign in</html>"], type: "text/html" });
    await assert.rejects(complete(), fails("remote-garbled", /no JSON/));
  });

  test("nothing wrong: one JSON value instead of a stream, which some proxies make of it", async () => {
    const { server, complete } = await open();
    const whole = { choices: [{ text: " Paris.", finish_reason: "stop", logprobs: null }] };
    server.faults.push({ bytes: [JSON.stringify(whole)], type: "application/json" });
    assert.equal(await complete(), " Paris.");
  });
});

describe("what a server does not offer", () => {
  test("probabilities: asked for once, and then left out", async () => {
    const { server, complete, chunks } = await open({ kind: "openai", refusesLogprobs: true });
    assert.equal(await complete({ maxTokens: 2 }), " Paris, and");
    assert.ok(chunks.every(({ probability }) => probability === undefined));
    await complete({ maxTokens: 2 });
    assert.deepEqual(
      server.asked.map(({ logprobs }) => logprobs),
      [5, undefined, undefined],
    );
  });

  test("schemas at all: the text is asked for without, and looked at", async () => {
    const { server, generate } = await open({
      kind: "openai",
      refusesSchemas: true,
      text: '{"answer": "yes", "certain": true}',
    });
    assert.equal(await generate({ prefix: "?" }), '{"answer": "yes", "certain": true}');
    await generate({ prefix: "?" });
    assert.deepEqual(
      server.asked.map(({ response_format, logprobs }) => [response_format !== undefined, logprobs]),
      [
        [true, 5],
        [false, 5],
        [false, 5],
      ],
    );
  });

  test("completions: then it chats, and what it repeats is taken off", async () => {
    const { server, complete } = await open({ kind: "chat" });
    assert.equal(await complete({ prefix: `${prefix} Par`, heal: true, maxTokens: 2 }), "is, and");
    const { messages } = server.asked.at(-1) as { messages: { role: string; content: string }[] };
    assert.equal(messages.at(-1)!.content, `${prefix} Par`);
    assert.match(messages[0]!.content, /repeating its last word, “Par”/);
  });

  test("schemas: the answer is looked at before any of it is given out", async () => {
    const wrong = await open({ kind: "openai", json: '{"answer": "perhaps", "certain": true}' });
    await assert.rejects(wrong.generate(), fails("remote-garbled", /form that was asked for/));
    const chatty = await open({
      kind: "openai",
      json: 'Sure:\n```json\n{"answer": "no", "certain": false}\n```',
    });
    assert.equal(await chatty.generate(), '{"answer": "no", "certain": false}');
    const silent = await open({ kind: "openai", json: "I cannot answer." });
    await assert.rejects(silent.generate(), fails("remote-garbled"));
  });

  test("an end: a model that writes on behind its JSON is stopped", async () => {
    const { server, generate } = await open({
      json: `{"answer": "no", "certain": false}${" and on".repeat(50)}`,
    });
    assert.equal(await generate({ maxTokens: 200 }), '{"answer": "no", "certain": false}');
    assert.equal(await server.seen.at(-1)!.left, true);
  });

  test("what is not below the API's own path, where a proxy lets nothing else through", async () => {
    const vllm = await open({ bare: true });
    assert.equal(await vllm.session.countTokens("Give amoxicillin 250 mg.", never), 6);
    assert.equal(vllm.session.estimates, true);
    const llama = await open({ kind: "llama-server", bare: true });
    assert.equal(llama.session.offer.kind, "llama-server");
    await assert.rejects(llama.session.score({ prefix, choices: [" Paris"] }, never), fails("remote-cannot"));
  });

  test("counts: an estimate is said to be one", async () => {
    assert.equal((await open()).session.estimates, false);
    const { session } = await open({ kind: "ollama" });
    assert.equal(session.estimates, true);
    assert.equal(await session.countTokens("Give amoxicillin 250 mg.", never), 6);
  });
});

describe("each kind of server is asked in its own way", () => {
  test("vLLM and llama-server hold to a schema by fields of their own", async () => {
    const vllm = await open();
    await vllm.generate();
    assert.deepEqual(vllm.server.asked[0]!.guided_json, schema);
    assert.ok(vllm.server.asked[0]!.response_format);
    const llama = await open({ kind: "llama-server" });
    await llama.generate();
    assert.deepEqual(llama.server.asked[0]!.json_schema, schema);
  });

  test("Ollama continues the raw text, whole or not at all, and without its usual penalty for repeating", async () => {
    const { server, complete, generate } = await open({ kind: "ollama" });
    await complete({ stop: ["a", "b", "c", "d", "e"] });
    const [{ raw, truncate, options }] = server.asked as [Record<string, never>];
    assert.deepEqual(
      [raw, truncate, options],
      [true, false, { num_predict: 4, temperature: 0, repeat_penalty: 1, stop: ["a", "b", "c", "d", "e"] }],
    );
    await generate();
    assert.deepEqual(server.asked[1]!.format, schema);
  });

  test("more stop strings than a server takes are heeded all the same", async () => {
    const { server, complete } = await open();
    const stop = ["1", "2", "3", "4", " and"];
    assert.equal(await complete({ stop }), " Paris,");
    assert.deepEqual(server.asked[0]!.stop, ["1", "2", "3", "4"]);
  });

  test("scores are summed over the tokens of the choice alone", async () => {
    const request = { prefix, choices: [" Paris", " the largest", ""] };
    // The fixtures give each token a probability by its length, or by its number.
    assert.deepEqual(await (await open()).session.score(request, never), [-6, -12, 0]);
    const sum = (text: string) => [...text].reduce((all, one) => all + one.charCodeAt(0), 0) / 1000;
    const scores = await (await open({ kind: "llama-server" })).session.score(request, never);
    assert.deepEqual(
      scores.map((score) => score.toFixed(3)),
      [-sum(" Paris"), -(sum(" the") + sum(" largest")), 0].map((score) => score.toFixed(3)),
    );
  });
});

test("a stream that was damaged on its way is an answer or an error in the user's words, and ends", async () => {
  const { server, session } = await open();
  const event = (text: string) =>
    `data: ${JSON.stringify({ choices: [{ text, logprobs: null, finish_reason: null }] })}\n\n`;
  const whole = Buffer.from(`${event(" Paris")}${event(" é, and")}${event(" it")}data: [DONE]\n\n`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.nat(whole.length),
      async (flips, end) => {
        const bytes = Buffer.from(whole.subarray(0, end));
        for (const [at, value] of flips) if (at < end) bytes[at] = value;
        server.faults.push({ bytes: [bytes.subarray(0, end / 2), bytes.subarray(end / 2)] });
        const task = session.complete({ prefix, maxTokens: 9 }, never, ({ text }) =>
          assert.equal(typeof text, "string"),
        );
        await task.catch((error: unknown) => assert.ok(error instanceof ModelError, String(error)));
      },
    ),
    { numRuns: 100 },
  );
});
