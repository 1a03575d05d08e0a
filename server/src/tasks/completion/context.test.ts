// Where a completion makes sense and what the model is then shown: a window that only grows at its end while
// someone types, so that what was read once need not be read again.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { withCursor } from "../../../../test/support/documents.ts";
import { soundGuidelines } from "../../../../test/support/sample-guidelines.ts";
import { markdownText } from "../../../../test/support/texts.ts";
import { parseGuideline } from "../../guideline/guideline.ts";
import { completionContext, windowStep } from "./context.ts";

const at = (marked: string) => {
  const { text, offset } = withCursor(marked);
  return completionContext(parseGuideline(text), offset);
};

/** The window, a title and six headings above it, and what reading changes nothing about. */
const longestPrompt = 2 * windowStep + 7 * 210;

describe("places", () => {
  const places: readonly (readonly [marked: string, place: string | undefined, lineStart?: boolean])[] = [
    ["Give fluids │", "prose", false],
    ["Give fluids │\n\nmore text", "prose", false],
    ["Give (see above│)", "prose", false],
    ["Give fluids│.", "prose", false],
    ["- Give │", "item", false],
    ["12. Give │", "item", false],
    ["| a │", "cell", false],
    ["| a │ | b |", "cell", false],
    ["Text\n\n│", "prose", true],
    ["Text\n\n- │", "item", true],
    ["Text\n\n> │", "prose", true],
    // Nothing can be suggested.
    ["│", undefined],
    ["   │", undefined],
    ["Give flu│ids", undefined],
    ["Give │fluids", undefined],
    ["# Treat│", undefined],
    ["## │", undefined],
    ["```\ncode │\n```", undefined],
    ["```\ncode\n│", undefined],
    ["    code │", undefined],
    ["<!-- remark │ -->", undefined],
    ["Text\n\n<!-- remark │", undefined],
    ["---\ntitle: a│\n---\n\nText", undefined],
    ["---\ntitle: a\n---│", undefined],
  ];
  for (const [marked, place, lineStart] of places) {
    it(`${JSON.stringify(marked)}: ${place ?? "none"}`, () => {
      const context = at(marked);
      assert.equal(context?.place, place);
      if (lineStart !== undefined) assert.equal(context?.atLineStart, lineStart);
    });
  }

  it("are nowhere in a text that is not read", () => {
    assert.equal(completionContext(parseGuideline("a\u0000b "), 4), undefined);
  });

  it("have the document before and the line behind the cursor", () => {
    const context = at("# T\n\nGive│ ) rest\nnext");
    assert.equal(context?.before, "# T\n\nGive");
    assert.equal(context?.after, " ) rest");
  });
});

describe("the prompt", () => {
  it("is the text before the cursor, without front matter, comments and odd line ends", () => {
    assert.equal(
      at("---\r\ntitle: T\r\n---\r\n\r\n# T\r\n\r\n<!-- no -->\r\nGive │")?.prompt,
      "# T\n\nGive ",
    );
    assert.equal(at("\n\n\nA\n\n\n\nB │")?.prompt, "A\n\nB ");
  });

  it("begins with the headings above its window", () => {
    const filler = "word ".repeat(300);
    const prompt =
      at(`# T\n\n${filler}\n\n## S\n\n${filler}\n\n### U\n\n${filler}\n${filler}\n${filler}\nGive │`)
        ?.prompt ?? "";
    assert.ok(prompt.startsWith("# T\n\n## S\n\n### U\n\nword "), prompt.slice(0, 60));
    assert.ok(prompt.endsWith("Give "));
  });

  it("names the document where its window is in no section", () => {
    const prompt =
      at(`---\ntitle: Fever\n---\n\n${"word ".repeat(900)}\n${"word ".repeat(40)}│`)?.prompt ?? "";
    assert.ok(prompt.startsWith("# Fever\n\nword"), prompt.slice(0, 40));
  });

  it("is no longer than its window and some headings, whatever the lines", () => {
    for (const text of [
      "word ".repeat(20_000),
      "x".repeat(50_000),
      `# ${"title ".repeat(3000)}\n\n${"word ".repeat(2000)}`,
      `${"word ".repeat(4000)}\n${"x".repeat(1150)}`,
      `---\ntitle: ${"t".repeat(5000)}\n---\n${"word ".repeat(4000)}`,
    ]) {
      const prompt = completionContext(parseGuideline(text), text.length)?.prompt ?? "";
      assert.ok(prompt.length <= longestPrompt, `${prompt.length}`);
      assert.ok(prompt.length >= windowStep / 2, `${prompt.length}`);
      assert.ok(text.endsWith(prompt.slice(-200)));
    }
  });

  /** While `typed` is typed at the end of `text`, one character at a time. */
  function assertGrows(text: string, typed: string): void {
    let last: { prompt: string; offset: number } | undefined;
    for (let i = 0; i <= typed.length; i++) {
      const document = text + typed.slice(0, i);
      const context = completionContext(parseGuideline(document), document.length);
      if (!context) continue;
      const offset = document.length;
      const stepped = last && Math.floor(last.offset / windowStep) !== Math.floor(offset / windowStep);
      if (last && !stepped) {
        assert.ok(
          context.prompt.startsWith(last.prompt.trimEnd()),
          `${JSON.stringify(last.prompt.slice(-40))} became ${JSON.stringify(context.prompt.slice(-40))}`,
        );
      }
      last = { prompt: context.prompt, offset };
    }
  }

  it("only grows while someone types a guideline", () => {
    for (const text of soundGuidelines.values()) {
      const from = Math.floor(text.length / 3);
      assertGrows(text.slice(0, from), text.slice(from, from + 100));
      assertGrows(`${text.slice(0, from).replaceAll("\n", "\r\n")}\r\n`, text.slice(from, from + 60));
    }
  });

  it("only grows while someone types anything without a comment", () => {
    const start = fc.constantFrom(
      "# T\n\n## S\n\n",
      `# T\n\n${"word ".repeat(480)}\n\n`,
      "word ".repeat(900),
    );
    fc.assert(
      fc.property(start, markdownText, (text, typed) => {
        assertGrows(text, typed.replace(/<|---\r?\n/g, "").slice(0, 50));
      }),
      { numRuns: 40 },
    );
  });
});
