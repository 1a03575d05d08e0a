// The chat templates of the family, around questions and around texts to go on with; what the starter model makes
// of its own.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chatTemplates } from "../../../../test/models/chat-templates.ts";
import { collect } from "../../../../test/support/backend-contract.ts";
import { starterBackend } from "../../../../test/support/local-engine.ts";
import type { Lane } from "../backend.ts";
import { ModelError } from "../errors.ts";
import type { LocalBackend } from "../local-backend.ts";
import { chatFrames } from "./chat-frame.ts";

const never = new AbortController().signal;

const gemma = { bos: "<bos>", eos: "<eos>" };

describe("chatFrames", () => {
  test("puts a question into the user's turn and opens the model's", async () => {
    const { question } = await chatFrames(chatTemplates.gemma2, gemma);
    assert.deepEqual(question, {
      before: "<start_of_turn>user\n",
      after: "<end_of_turn>\n<start_of_turn>model\n",
    });
    const llama = await chatFrames(chatTemplates.llama, { bos: "<|begin_of_text|>", eos: "" });
    assert.deepEqual(llama.question, {
      before: "<|start_header_id|>user<|end_header_id|>\n\n",
      after: "<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
    });
  });

  test("puts a text to go on with into the model's own turn, which stays open", async () => {
    const { text } = await chatFrames(chatTemplates.qwen2, { bos: "", eos: "" });
    assert.match(
      text.before,
      /^<\|im_start\|>system\n.*<\|im_start\|>user\nGo on .*<\|im_end\|>\n<\|im_start\|>assistant\n$/s,
    );
    assert.equal(text.after, "");
    assert.match((await chatFrames(chatTemplates.gemma2, gemma)).text.before, /<start_of_turn>model\n$/);
  });

  test("says so when a template cannot be used", async () => {
    for (const template of [
      "{{ raise_exception('no') }}",
      "{{ nothing here",
      "always the same",
      "{{ messages[0].content * 2 }}",
    ]) {
      const refused = (error: unknown) =>
        error instanceof ModelError && /template/.test(error.message + error.advice);
      await assert.rejects(chatFrames(template, gemma), refused);
    }
  });
});

describe("the starter in the turns of a conversation", () => {
  let chat: LocalBackend;
  let raw: LocalBackend;
  before(async () => {
    chat = await starterBackend({ settings: { gpu: "off", template: "chat" } });
    raw = await starterBackend();
  });
  after(() => Promise.all([chat.dispose(), raw.dispose()]));
  const complete = (backend: LocalBackend, prefix: string, lane: Lane) =>
    collect(backend.complete({ prefix, lane, maxTokens: 12, heal: true }, never));
  const question = "What is the capital of France?";

  test("answers a question that is no text to go on with", async () => {
    assert.equal(await complete(chat, question, "explain"), "The capital of France is Paris.");
    assert.notEqual(await complete(raw, question, "explain"), "The capital of France is Paris.");
  });

  test("goes on with what the author types, in the middle of a word, and ends its turn", async () => {
    assert.equal(await complete(chat, "The capital of France is", "inline"), " Paris.");
    assert.equal(await complete(chat, "The capital of Fra", "inline"), "nce is Paris.");
  });

  test("scores answers as they would begin in a turn", async () => {
    const [inTurn, without, nothing] = await chat.score(
      { prefix: `${question} Say one word.`, choices: [" Paris", "Paris", ""] },
      never,
    );
    assert.equal(inTurn, without);
    assert.equal(nothing, 0);
    assert.ok(inTurn! > -5, String(inTurn));
  });
});
