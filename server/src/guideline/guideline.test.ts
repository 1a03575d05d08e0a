// parseGuideline is total, and every span in what it returns is the verbatim text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { growth } from "../../../test/support/scaling.ts";
import { anyText, markdownText } from "../../../test/support/texts.ts";
import { parseGuideline, titleOf } from "./guideline.ts";
import { provenanceMarks } from "./provenance.ts";

function assertSound(text: string): void {
  const guideline = parseGuideline(text);
  const { definitions, uses } = guideline.abbreviations;
  const inside = ({ start, end }: { start: number; end: number }) =>
    assert.ok(start >= 0 && start <= end && end <= text.length);
  assert.equal(guideline.text, text);
  for (const { short, span } of [...definitions, ...uses])
    assert.equal(text.slice(span.start, span.end), short);
  for (const { long, longSpan } of definitions) {
    inside(longSpan);
    assert.notEqual(long, "");
  }
  for (const { span, headingSpan } of guideline.sections) {
    inside(span);
    inside(headingSpan);
  }
  for (const { span } of provenanceMarks(guideline.markdown)) inside(span);
  titleOf(guideline);
}

describe("parseGuideline", () => {
  it("is sound on any text", () => fc.assert(fc.property(anyText, assertSound), { numRuns: 300 }));
  it("is sound on anything like Markdown", () =>
    fc.assert(fc.property(markdownText, assertSound), { numRuns: 1000 }));

  it("understands the same whatever the line ends", () => {
    for (const text of soundGuidelines.values()) {
      const understood = (other: string) => {
        const { abbreviations, sections } = parseGuideline(other);
        return [
          abbreviations.definitions.map(({ short, long }) => [short, long]),
          abbreviations.uses.map(({ short }) => short),
          sections.map(({ title, level }) => [title, level]),
        ];
      };
      assert.deepEqual(understood(text.replaceAll("\n", "\r\n")), understood(text));
      assert.deepEqual(understood(text.replaceAll("\n", "\r")), understood(text));
    }
  });

  it("reads nothing of what is beyond the reading limit, and says why", () => {
    const guideline = parseGuideline(`# ORS\u0000`);
    assert.equal(guideline.unread?.kind, "not-text");
    assert.deepEqual([guideline.sections, guideline.abbreviations.uses], [[], []]);
    assert.equal(guideline.text, "# ORS\u0000");
  });

  it("takes time in proportion to a guideline's length", () => {
    const chapter = [...soundGuidelines.values()].join("\n\n").replace(/^---\n[\s\S]*?\n---$/gm, "");
    const ratio = growth((size) => parseGuideline(chapter.repeat(size)), 1);
    assert.ok(ratio < 12, `four times the text took ${ratio.toFixed(1)} times the time`);
  });
});

describe("titleOf", () => {
  const title = (text: string) => titleOf(parseGuideline(text));
  it("is the front matter's, else the first heading's", () => {
    assert.equal(title("---\ntitle: ' A '\n---\n\n# B\n"), "A");
    assert.equal(title("---\ntitle: ''\n---\n\n# B *c*\n"), "B c");
    assert.equal(title("---\ntitle: 3\n---\n\n# B\n"), "B");
    assert.equal(title("text\n"), undefined);
  });
});
