// A typing session with the starter model: hardly anything of a prompt is read twice, though the author takes
// letters back, corrects two hundred tokens further up, and looks at other sections.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { LocalBackend } from "../../server/src/llm/local-backend.ts";
import { promptAt, reused, suggest, typed } from "../bench/engine/reuse.ts";
import { never, sampleText } from "../bench/engine/subject.ts";
import { starterBackend } from "../support/local-engine.ts";

describe("a typing session", () => {
  let backend: LocalBackend;
  before(async () => {
    backend = await starterBackend();
  });
  after(() => backend.dispose());

  it("reuses 95 of 100 tokens and more, the first prompt and looks elsewhere included", async () => {
    const { requests, share } = await typed(backend, sampleText());
    assert.ok(requests > 80, `${requests} requests`);
    assert.ok(share >= 0.95, `${share} of the tokens`);
  });

  it("reuses nearly all once the model has read ahead", async () => {
    const text = sampleText();
    const offset = text.indexOf("\n", text.length / 2);
    const corrected = `${text.slice(0, offset - 700)} promptly${text.slice(offset - 700)}`;
    const prefix = promptAt(corrected, offset + 9) ?? assert.fail("No prompt there.");
    await backend.prepare({ prefix }, never);
    assert.ok((await reused(backend, () => suggest(backend, prefix))) >= 0.99);
  });
});
