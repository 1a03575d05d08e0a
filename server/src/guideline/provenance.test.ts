// The mark of a drafted passage: what is written is read again, and nothing in it can break out of the mark.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseMarkdown } from "../syntax/markdown.ts";
import { formatDraft, provenanceMarks } from "./provenance.ts";

const marksOf = (text: string) =>
  provenanceMarks(parseMarkdown(text)).map(({ span, ...mark }) => {
    assert.match(text.slice(span.start, span.end), /^<!--[\s\S]*-->\s*$/);
    return mark;
  });

const mark = { model: "Meditron3 8B (Q4)", sha256: "ab12", date: "2026-11-21", status: "unreviewed" };

describe("provenance marks", () => {
  it("are read as they were written", () => {
    const text = formatDraft(mark, "\n| a |\n| - |\n| b |\n\n");
    assert.deepEqual(marksOf(text), [mark]);
    assert.ok(text.includes("-->\n\n| a |"), text);
    assert.ok(text.endsWith("| b |\n\n<!-- /ai-draft -->"));
    assert.deepEqual(marksOf(`# T\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n`), [mark]);
  });

  it("survive any model name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (model) => {
        const text = formatDraft({ ...mark, model }, "Passage");
        const [found, ...others] = marksOf(text);
        assert.deepEqual(others, []);
        assert.deepEqual({ ...found, model: "" }, { ...mark, model: "" });
        assert.equal(parseMarkdown(text).plain.trim(), "Passage");
      }),
      { numRuns: 500 },
    );
  });

  it("say unknown where something is missing, and take other comments for what they are", () => {
    assert.deepEqual(marksOf("<!-- ai-draft model=m -->\n"), [
      { model: "m", sha256: "unknown", date: "unknown", status: "unknown" },
    ]);
    for (const text of [
      "<!-- a remark -->",
      "<!-- /ai-draft -->",
      "```\n<!-- ai-draft model=m -->\n```",
      "<!-- ai-drafted by me -->",
    ]) {
      assert.deepEqual(marksOf(text), [], text);
    }
  });

  it("are read inside a paragraph too", () => {
    assert.equal(marksOf('Text <!-- ai-draft model="a b" status=reviewed --> more.')[0]?.status, "reviewed");
  });
});
