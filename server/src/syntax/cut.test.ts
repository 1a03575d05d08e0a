// A document parsed in pieces is what it is parsed in one, and most of its pieces outlive a key stroke.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { faultyGuidelines, soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { markdownText } from "../../../test/support/texts.ts";
import { cutsOf } from "./cut.ts";
import { type Markdown, parseMarkdown } from "./markdown.ts";
import { pieceOf } from "./piece.ts";

type Alone = Omit<Markdown, "parts">;

function withoutParts({ text, plain, frontMatter, blocks, directives }: Markdown): Alone {
  return { text, plain, frontMatter, blocks, directives };
}

/** How many pieces it was parsed in. */
function assertSameInOne(text: string): number {
  const joined = parseMarkdown(text);
  assert.deepEqual(withoutParts(joined), withoutParts(pieceOf(text)));
  return joined.parts.length;
}

const filler = "Give the child oral rehydration solution and wait for the effect of it. ".repeat(9);
/** What blocks wait for, and what goes on after an empty line. */
const borders = fc.constantFrom(
  ..."```\ncode\n|~~~\n|<!-- x\n|-->\n|<div>\n|<script>\n|</script>\n|<?php\n|<![CDATA[\n|-\n|1. a\n\n   b\n".split(
    "|",
  ),
  ...[">     code\n>\n", "- x\n\n  ```\n", "> ```\n", "    code\n", "| a | b |\n|-|-|\n| c | d |\n"],
  ...["<!-- guidewright-disable-line -- why -->\n", " <!-- guidewright-disable a", "`<!-- guidewright-x -->"],
  ...["\uFEFF", " ", "\n", "\n\n", `x${"[".repeat(3100)}\n`, "`".repeat(41)],
);
/** Long enough to be pieces of their own. */
const longParagraphs = fc.constantFrom(
  `\n\n${filler}\n\n`,
  `\n\n# A\n\n${filler}\n\n`,
  `${filler}\n`,
  `- ${filler}\n\n`,
);
const longText = fc
  .tuple(
    fc.array(fc.oneof(borders, longParagraphs, longParagraphs, markdownText), { maxLength: 20 }),
    fc.constantFrom("\n", "\r\n", ""),
  )
  .map(([parts, end]) => (end === "" ? parts.join("") : parts.join("").replace(/\r\n|\r|\n/g, end)));

describe("a document in pieces", () => {
  it("is the same as in one", () => {
    let pieces = 0;
    const property = fc.property(longText, (text) => {
      pieces += assertSameInOne(text);
    });
    fc.assert(property, { numRuns: 400 });
    assert.ok(pieces > 600, `only ${pieces} pieces`);
  });

  it("is the same as in one, in guidelines whatever is typed into them", () => {
    const guidelines = [...soundGuidelines.values(), ...faultyGuidelines.values()];
    const typed = fc.tuple(fc.nat(), fc.nat({ max: 5 }), fc.oneof(borders, fc.string({ maxLength: 3 })));
    const property = fc.property(
      fc.constantFrom(...guidelines),
      fc.constantFrom("\n", "\r\n"),
      fc.array(typed, { maxLength: 5 }),
      (guideline, end, edits) => {
        let text = guideline.replaceAll("\n", end);
        for (const [place, length, inserted] of edits) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + inserted + text.slice(at + length);
          assertSameInOne(text);
        }
      },
    );
    fc.assert(property, { numRuns: 100 });
  });

  it("keeps the pieces that did not change, and the blocks that did not move", () => {
    const text = [...soundGuidelines.values()].join("\n\n");
    const before = parseMarkdown(text);
    assert.ok(before.parts.length > text.length / 2000);
    const at = text.indexOf(" ", text.length / 2);
    const after = parseMarkdown(`${text.slice(0, at)}s${text.slice(at)}`);
    const pieces = new Set(before.parts.map(({ piece }) => piece));
    assert.equal(after.parts.filter(({ piece }) => !pieces.has(piece)).length, 1);
    const blocks = new Set(before.blocks);
    const kept = after.blocks.filter((block) => blocks.has(block));
    assert.ok(kept.length > before.blocks.length / 3);
  });

  it("is not cut within front matter, and not within what waits for its end", () => {
    const open = `---\na: |\n\n${"  x\n".repeat(300)}\nTitle: b\n---\n\n<!--\n\n${filler}\n\n-->\n\n# B\n`;
    assert.equal(parseMarkdown(open).parts.length, 2);
    assert.ok(cutsOf(open, 0).length > 2);
  });
});
