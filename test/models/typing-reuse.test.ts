// A typing session with the starter model: hardly anything of a prompt is read twice, though the author takes
// letters back, corrects two hundred tokens further up, and looks at other sections.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import type { LocalBackend } from "../../server/src/llm/local-backend.ts";
import { completionContext } from "../../server/src/tasks/completion/context.ts";
import { typingSession } from "../bench/engine/session.ts";
import { collect } from "../support/backend-contract.ts";
import { starterBackend } from "../support/local-engine.ts";

const signal = new AbortController().signal;
const guideline = readFileSync(new URL("../guidelines/severe-malaria-ministry.md", import.meta.url), "utf8");
const keys = [...typingSession({ text: guideline, words: 17 })];
const promptAt = (text: string, offset: number) => completionContext(parseGuideline(text), offset)?.prompt;

describe("a typing session", () => {
  let backend: LocalBackend;
  before(async () => {
    backend = await starterBackend();
  });
  after(() => backend.dispose());

  const suggest = async (prefix: string) => {
    await collect(backend.complete({ prefix, maxTokens: 1, heal: true, lane: "inline" }, signal));
  };
  /** The share of the prompts' tokens that need not be read while this is done. */
  const reused = async (work: () => Promise<void>) => {
    const earlier = await backend.statistics();
    await work();
    const now = await backend.statistics();
    return (now.reusedTokens - earlier.reusedTokens) / (now.promptTokens - earlier.promptTokens);
  };

  it("reuses 95 of 100 tokens and more, the first prompt and looks elsewhere included", async () => {
    let asked = 0;
    let rested = 0;
    const share = await reused(async () => {
      for (const { text, offset, rests } of keys) {
        const prefix = promptAt(text, offset);
        if (prefix === undefined) continue;
        asked++;
        await suggest(prefix);
        // Now and then the author writes something into an earlier section.
        if (rests && ++rested % 2 === 0) await suggest(promptAt(text, text.indexOf("\n", 1200)) ?? "");
      }
    });
    assert.ok(asked > 80, `${asked} requests`);
    assert.ok(share >= 0.95, `${share} of the tokens`);
  });

  it("reuses nearly all once the model has read ahead", async () => {
    const { text, offset } = keys.at(-1)!;
    const corrected = `${text.slice(0, offset - 700)} promptly${text.slice(offset - 700)}`;
    const prefix = promptAt(corrected, offset + 9)!;
    await backend.prepare({ prefix }, signal);
    assert.ok((await reused(() => suggest(prefix))) >= 0.99);
  });
});
