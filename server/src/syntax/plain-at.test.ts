// The plain text of a stretch is the same as if it were cut out, also where pieces of the document meet.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { markdownText } from "../../../test/support/texts.ts";
import { parseMarkdown } from "./markdown.ts";
import { plainAt } from "./plain-at.ts";

describe("plainAt", () => {
  it("is what stands there", () => {
    fc.assert(
      fc.property(markdownText, fc.nat(), fc.nat(), (text, a, b) => {
        const markdown = parseMarkdown(text);
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        for (const span of [{ start, end }, ...markdown.blocks.map((block) => block.span)])
          assert.equal(plainAt(markdown, span), markdown.plain.slice(span.start, span.end));
      }),
    );
  });
});
