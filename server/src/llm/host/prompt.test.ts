// Prompts: cut in big steps at line borders, tokenised in pieces that add up.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { blocksOf, fitTokens, PromptTokens } from "./prompt.ts";

const lines = fc.array(fc.string({ maxLength: 12 }), { maxLength: 40 }).map((all) => all.join("\n"));

test("blocksOf: joined the blocks are the text; each but the last is long and ends a line", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 50 }), (text, length) => {
      const blocks = blocksOf(text, length);
      assert.equal(blocks.join(""), text);
      for (const block of blocks.slice(0, -1)) assert.ok(block.length >= length && block.endsWith("\n"));
    }),
  );
});

describe("fitTokens", () => {
  const characters = (text: string) => [...text];
  const endsLine = (token: string) => token === "\n";

  test("gives an end of the tokens, within the limit, not much less than it could", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 4, max: 100 }), (text, limit) => {
        const tokens = characters(text);
        const kept = fitTokens(tokens, limit, endsLine);
        assert.ok(text.endsWith(kept.join("")));
        assert.ok(kept.length <= limit);
        assert.ok(kept.length >= Math.min(tokens.length, Math.floor(limit / 2)) - 1);
      }),
    );
  });

  test("keeps its beginning while the author types", () => {
    let text = "a line of the text\n".repeat(50);
    const beginnings = new Set<string>();
    for (let typed = 0; typed < 100; typed++) {
      text += "x";
      beginnings.add(fitTokens(characters(text), 400, endsLine).slice(0, 30).join(""));
      assert.ok(fitTokens(characters(text), 400, endsLine).join("").startsWith("a line"));
    }
    assert.equal(beginnings.size, 1);
    const cuts = new Set<number>();
    for (let typed = 0; typed < 300; typed++) {
      text += "y";
      cuts.add(text.length - fitTokens(characters(text), 400, endsLine).length);
    }
    assert.ok(cuts.size <= 4, `${cuts.size} cuts in 300 letters`);
  });
});

describe("PromptTokens", () => {
  let calls: string[] = [];
  const prompts = (tokenize: (text: string) => string[]) =>
    new PromptTokens<string>({ tokenize, endsLine: (token) => token === "\n", empty: ["<e>"] });
  const bare = { before: [], after: [] };
  const plain = (text: string) => {
    calls.push(text);
    return [...text];
  };

  test("tokenises old text once", async () => {
    const tokens = prompts(plain);
    const text = "Some line of a guideline\n".repeat(400);
    calls = [];
    assert.equal((await tokens.fit(`${text}a`, 1e9, bare)).join(""), `${text}a`);
    const first = calls.length;
    assert.equal((await tokens.fit(`${text}ab`, 1e9, bare)).join(""), `${text}ab`);
    assert.equal(calls.length, first + 1);
  });

  test("uses no pieces with a tokenizer for which they do not add up", async () => {
    const tokens = prompts((text) => {
      calls.push(text);
      return ["_", ...text];
    });
    calls = [];
    await tokens.fit("Some line of a guideline\n".repeat(400), 1e9, bare);
    assert.equal(calls.length, 1);
  });

  test("puts its frame around a prompt and never gives nothing", async () => {
    const frame = { before: ["<s>"], after: ["</s>"] };
    assert.deepEqual(await prompts(plain).fit("abcdef", 5, frame), ["<s>", "d", "e", "f", "</s>"]);
    assert.deepEqual(await prompts(plain).fit("", 5, { ...frame, after: [] }), ["<s>"]);
    assert.deepEqual(await prompts(plain).fit("", 4, bare), ["<e>"]);
  });
});
