// Markdown to blocks and plain text: total, nothing moves, and what no reader sees is blank.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { growth } from "../../../test/support/scaling.ts";
import { anyText, markdownText } from "../../../test/support/texts.ts";
import { parseMarkdown } from "./markdown.ts";

/** The plain text with runs of blanks as one, trimmed. */
const read = (text: string) => parseMarkdown(text).plain.replace(/\s+/g, " ").trim();
const kinds = (text: string) => parseMarkdown(text).blocks.map(({ kind }) => kind);
const quotes = (text: string) =>
  parseMarkdown(text).blocks.map(({ span }) => text.slice(span.start, span.end));

function assertSound(text: string): void {
  const { plain, blocks, frontMatter } = parseMarkdown(text);
  assert.equal(plain.length, text.length);
  for (let i = 0; i < text.length; i++) {
    const endsLine = text[i] === "\n" || (text[i] === "\r" && text[i + 1] !== "\n");
    assert.match(plain[i] ?? "", endsLine ? /[\n ]/ : /[^\n]/, `line end at ${i}`);
    // Only entities put another character into a place, what looks like a table's rule a border, and a hyphen that keeps
    // its line is any hyphen.
    const hyphen = text[i] === "\u2011" && plain[i] === "-";
    if (!text.includes("&") && !endsLine && !hyphen && plain[i] !== text[i])
      assert.match(plain[i] ?? "", /[ \t|]/);
  }
  let last = 0;
  for (const { span, kind } of blocks) {
    assert.ok(
      span.start >= last && span.start <= span.end && span.end <= text.length,
      `${kind} at ${span.start}`,
    );
    last = span.start;
  }
  for (const { span } of frontMatter?.problems ?? []) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
  }
}

describe("parseMarkdown", () => {
  it("is sound on any text", () => fc.assert(fc.property(anyText, assertSound), { numRuns: 500 }));

  it("is sound on anything that looks like Markdown", () =>
    fc.assert(fc.property(markdownText, assertSound), { numRuns: 1500 }));

  it("is sound on guidelines, with every kind of line end, and cut off anywhere", () => {
    for (const text of soundGuidelines.values()) {
      assertSound(text);
      assertSound(text.replaceAll("\n", "\r\n"));
      assertSound(text.replaceAll("\n", "\r"));
      for (let cut = 50; cut < text.length; cut += 997) assertSound(text.slice(0, cut));
    }
  });

  it("finds the same blocks whatever the line ends", () => {
    for (const text of soundGuidelines.values()) {
      for (const eol of ["\r\n", "\r"]) {
        const other = text.replaceAll("\n", eol);
        assert.deepEqual(kinds(other), kinds(text));
        assert.deepEqual(
          quotes(other).map((quote) => quote.replaceAll(eol, "\n").trim()),
          quotes(text).map((quote) => quote.trim()),
        );
      }
    }
  });

  it("lets a paragraph's full lines go on, whatever the line ends, and no others", () => {
    const full = "Give the child who weighs less than ten kilograms a dose of";
    const flows = (text: string) => !parseMarkdown(text).plain.trim().includes("\n");
    for (const eol of ["\n", "\r\n", "\r"]) {
      assert.ok(flows(`${full}${eol}250 mg by mouth.`));
      assert.ok(flows(`> ${full}${eol}> 250 mg by mouth.`));
      assert.ok(flows(`- ${full}${eol}  amoxicillin by mouth.`));
    }
    for (const next of [
      "[2] Okello.",
      "ORS: salts.",
      "b In pregnancy.",
      "† In pregnancy.",
      "2) Then.",
      "Adults: 1 g.",
    ])
      assert.ok(!flows(`${full}\n${next}`), next);
    assert.ok(!flows("Adrenaline 1 mg\nAmiodarone 300 mg"));
    assert.ok(!flows(`${full}  \n250 mg`));
    assert.ok(!flows(`${full}\\\n250 mg`));
    assert.ok(!flows(`# ${full}\n250 mg`));
  });

  it("takes each block from its first to its last character", () => {
    const text =
      "# One\n\nTwo *three*.\n\n- four\n  - five\n\n| a |\n| - |\n| b |\n\n```\ncode\n```\n\n<!-- no -->\n";
    assert.deepEqual(quotes(text), [
      "# One",
      "Two *three*.",
      "four",
      "five",
      "| a |\n| - |\n| b |",
      "```\ncode\n```",
      "<!-- no -->",
    ]);
    assert.deepEqual(kinds(text), [
      "heading",
      "paragraph",
      "paragraph",
      "paragraph",
      "table",
      "code",
      "comment",
    ]);
  });

  it("knows levels of headings and depths of lists", () => {
    const { blocks } = parseMarkdown("Title\n=====\n\n### Three\n\n1. a\n   - b\n     * c\n\nd\n\n- [ ] e\n");
    assert.deepEqual(
      blocks.map((block) =>
        block.kind === "heading" ? block.level : block.kind === "paragraph" && block.listDepth,
      ),
      [1, 3, 1, 2, 3, 0, 1],
    );
  });
});

describe("plain text", () => {
  it("is without markup", () => {
    assert.equal(read("# A *b* **c** ~~d~~ `e`\n\n> - [x] f\n"), "A b c d f");
    assert.equal(
      read('[text](http://example.org/ORS "title") and ![alt](x.png) <http://x.org/ORS>'),
      "text and",
    );
    assert.equal(read("| a | **b** |\n|:--|--:|\n| c | |\n"), "a b c");
    assert.equal(read("a <b title='ORS'>b</b> c<br/>d H<sub>2</sub>O"), "a b c d H 2 O");
  });

  it("is without code, comments and link definitions", () => {
    assert.equal(
      read("```\nORS\n```\n\n    ORS\n\n`ORS` <!-- ORS --> a\n\n<!--\nORS\n-->\n\n[x]: http://ORS\n"),
      "a",
    );
  });

  it("keeps what a reader sees of HTML tables", () => {
    assert.equal(read("<table>\n<tr><td class='ORS'>dose</td><td>5 mg</td></tr>\n</table>"), "dose 5 mg");
  });

  it("has entities and escapes as the characters they stand for, in their place", () => {
    const text = "a &ge; 5 &#8804; 6 &#x3C; 7 \\* 8 &nope; 9 &#13; 10 &#x110000; 11";
    const { plain } = parseMarkdown(text);
    assert.equal(plain.replace(/\s+/g, " "), "a ≥ 5 ≤ 6 < 7 * 8 9 10 11");
    assert.equal(plain.indexOf("≥"), text.indexOf("&ge;"));
    assert.equal(plain.indexOf("11"), text.lastIndexOf("11"));
  });

  it("is without front matter", () => {
    assert.equal(read("---\ntitle: ORS\n---\n\nText"), "Text");
    assert.equal(read("\uFEFF---\r\ntitle: ORS\r\n---\r\n\r\nText"), "Text");
  });

  it("keeps a lone rule and what follows it", () =>
    assert.equal(read("---\n\nText of a document\n"), "Text of a document"));
});

describe("hostile texts", () => {
  const lines = (line: string) => (size: number) => `a\n${`${line}\n`.repeat(size / (line.length + 1))}`;
  const shapes: Record<string, (size: number) => string> = {
    "closed brackets in one line": (size) => "[]".repeat(size / 2),
    "closed brackets over many lines": lines("[]".repeat(25)),
    "stars that only close": (size) => `x${" a*".repeat(size / 3)}`,
    "stars in lines that look like a table": lines(`| ${"a*".repeat(25)}`),
    "stars in a quotation": lines(`> ${"a*".repeat(25)}`),
    "brackets in lines that look like an ordered list": lines(`2) ${"[]".repeat(25)}`),
    "brackets in lines that look like nested items": lines(`    - ${"[]".repeat(25)}`),
    "code marks of every length": (size) =>
      Array.from({ length: Math.sqrt(size * 2) }, (_, i) => "`".repeat(i + 1)).join(" "),
    "a wide gap": (size) => `a${" ".repeat(size)}b`,
    "a gap where brackets were": (size) => `a${"[".repeat(size)}b`,
    "signs of tags in HTML": (size) => `<div>\n${"<".repeat(size)}`,
    "a deep quotation": (size) => `${`${"> ".repeat(60)}a\n`.repeat(size / 120)}`,
    "headings and nothing else": (size) => "# a\n".repeat(size / 4),
    "a table": (size) => `| a |\n| - |\n${"| b |\n".repeat(size / 6)}`,
    pipes: (size) => "|".repeat(size),
    "an open comment": (size) => "<!--".repeat(size / 4),
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`take time in proportion to their length: ${name}`, () => {
      const ratio = growth((size) => parseMarkdown(shape(size)), 15_000);
      assert.ok(ratio < 12, `four times the text took ${ratio.toFixed(1)} times the time`);
    });
  }
});

it("reads a paragraph whose lines are broken as one, with a comment behind a line or not", () => {
  const comment = " <!-- guidewright-disable-line dose-conflict -->";
  const [first, second] = [
    "Blood clots should be removed with suction before the nose is packed",
    "and once more.",
  ];
  const { plain } = parseMarkdown(`${first}${comment}\n${second}\n`);
  assert.equal(plain, `${first}${" ".repeat(comment.length)} ${second}\n`);
});
