// Events as servers write them, and as no server should: whatever stands in them, reading them never fails.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { HealedAnswer } from "./healed.ts";
import { pieceOf, probabilityOf } from "./piece.ts";

const tokens = [{ text: " Paris", logprob: -0.25, top: [{ text: " the", logprob: -2 }] }];

describe("a piece is read", () => {
  test("from a completion, with probabilities of either kind", () => {
    const old = {
      tokens: [" Paris"],
      token_logprobs: [-0.25],
      top_logprobs: [{ " the": -2 }],
      text_offset: [0],
    };
    const choice = { index: 0, text: " Paris", finish_reason: null, logprobs: old };
    assert.deepEqual(pieceOf({ choices: [choice] }), { text: " Paris", tokens, last: undefined });
    const content = [{ token: " Paris", logprob: -0.25, top_logprobs: [{ token: " the", logprob: -2 }] }];
    const other = { ...choice, logprobs: { content }, finish_reason: "length" };
    assert.deepEqual(pieceOf({ choices: [other] }), { text: " Paris", tokens, last: "length" });
  });

  test("from a chat, whole or in pieces, and from Ollama", () => {
    const text = " Paris";
    const piece = { text, tokens: undefined, last: undefined };
    assert.deepEqual(pieceOf({ choices: [{ delta: { content: text } }] }), piece);
    assert.deepEqual(pieceOf({ choices: [{ message: { content: text }, finish_reason: "stop" }] }), {
      ...piece,
      last: "stop",
    });
    assert.deepEqual(pieceOf({ response: text, done: false }), piece);
    assert.deepEqual(pieceOf({ response: "", done: true, done_reason: "length" }), {
      text: "",
      tokens: undefined,
      last: "length",
    });
  });

  test("not from a count of tokens or from another event", () => {
    for (const event of [{ choices: [], usage: { prompt_tokens: 5 } }, { hello: 1 }, { choices: "none" }])
      assert.equal(pieceOf(event), undefined);
  });
});

test("whatever an event holds, it is a piece with text or none, and it can be healed", () => {
  const value = fc.jsonValue();
  const token = fc.record({ token: value, logprob: value, top_logprobs: value }, { requiredKeys: [] });
  const logprobs = fc.oneof(
    value,
    fc.record({ content: fc.oneof(value, fc.array(fc.oneof(token, value))) }),
    fc.record({ tokens: fc.array(value), token_logprobs: fc.array(value), top_logprobs: value }),
  );
  const choice = fc.record(
    { text: fc.oneof(fc.string(), value), delta: value, message: value, logprobs, finish_reason: value },
    { requiredKeys: [] },
  );
  const event = fc.record(
    {
      choices: fc.oneof(value, fc.array(fc.oneof(choice, value))),
      response: value,
      logprobs,
      done: value,
      error: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(event, fc.string(), fc.boolean(), (one, tail, loose) => {
      const piece = pieceOf(one as never);
      if (!piece) return;
      assert.equal(typeof piece.text, "string");
      const probability = probabilityOf(piece.tokens);
      assert.ok(probability === undefined || (probability > 0 && probability <= 1));
      const chunk = new HealedAnswer(tail, loose).push(piece);
      assert.ok(!chunk || (chunk.text !== "" && (chunk.probability === undefined || chunk.probability > 0)));
      assert.ok(chunk?.probability === undefined || chunk.probability <= 1);
    }),
    { numRuns: 400 },
  );
});
