// The line about an answer's pieces: the chunks are the same, however they end, and no text is in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { collect } from "../../../test/support/backend-contract.ts";
import { ScriptedBackend } from "../../../test/support/scripted-backend.ts";
import type { CompleteRequest } from "./backend.ts";
import { timed } from "./timing.ts";

const request: CompleteRequest = { prefix: "secret", maxTokens: 9, lane: "draft" };

function asked(signal = new AbortController().signal) {
  const lines: string[] = [];
  const chunks = new ScriptedBackend([["one ", "two ", "three"]]).complete(request, signal);
  return { lines, chunks: timed(chunks, request.lane, (line) => lines.push(line)) };
}

test("a whole answer", async () => {
  const { lines, chunks } = asked();
  assert.equal(await collect(chunks), "one two three");
  assert.match(lines.join(), /^Model, draft: first piece after \d+ ms, \d+ pieces in \d+ ms, \w+\.$/);
  assert.doesNotMatch(lines.join(), /one|two|secret/);
});

test("a reader that leaves, and one that is cut off", async () => {
  const left = asked();
  for await (const chunk of left.chunks) {
    assert.notEqual(chunk.text, "");
    break;
  }
  assert.match(left.lines.join(), /1 pieces in \d+ ms, cut short\.$/);

  const controller = new AbortController();
  const cut = asked(controller.signal);
  controller.abort(new Error("typed on"));
  await assert.rejects(collect(cut.chunks), /typed on/);
  assert.match(cut.lines.join(), /^Model, draft: nothing, 0 pieces in \d+ ms, cut short\.$/);
});
