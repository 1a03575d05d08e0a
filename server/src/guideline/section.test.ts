// Sections nest by level, and the innermost one is found at any offset.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseMarkdown } from "../syntax/markdown.ts";
import { parseSections, pathOf, reachOf, sectionAt } from "./section.ts";

function sectionsOf(text: string) {
  const markdown = parseMarkdown(text);
  const sections = parseSections(markdown);
  return sections.map((section) => ({ section, span: reachOf({ sections, markdown }, section) }));
}
const placesOf = (text: string) => sectionsOf(text).map(({ section }) => section);
const titles = (text: string, offset: number) =>
  pathOf(sectionAt(placesOf(text), offset)).map(({ title }) => title);

const text = "lead\n\n# A *b*\n\none\n\n## B\n\ntwo\n\n#### D\n\nthree\n\n## E\n\nfour\n\nSet\n===\n\nfive\n";

describe("parseSections", () => {
  it("reach to the next heading of their level or above, with their subsections inside", () => {
    assert.deepEqual(
      sectionsOf(text).map(({ section: { title, level }, span }) => [
        title,
        level,
        text.slice(span.start, span.end).split("\n").at(-3),
      ]),
      [
        ["A b", 1, "four"],
        ["B", 2, "three"],
        ["D", 4, "three"],
        ["E", 2, "four"],
        ["Set ===".slice(0, 3), 1, ""],
      ],
    );
  });

  it("lie at their headings", () => {
    for (const { section, span } of sectionsOf(text)) {
      const { headingSpan } = section;
      assert.equal(headingSpan.start, span.start);
      assert.match(text.slice(headingSpan.start, headingSpan.end), /^#+ .|^Set\n===$/);
    }
  });

  it("nest in any order of levels as a plain search finds it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }),
        fc.nat(400),
        (levels, offset) => {
          const document = levels.map((level, i) => `${"#".repeat(level)} h${i}\n\n`).join("");
          const sections = sectionsOf(document);
          assert.deepEqual(
            sections.map(({ section }) => section.level),
            levels,
          );
          for (const [i, { section, span }] of sections.entries()) {
            const next = sections.slice(i + 1).find((other) => other.section.level <= section.level);
            assert.equal(span.end, next?.span.start ?? document.length);
            assert.equal(
              section.parent,
              sections
                .slice(0, i)
                .findLast((other) => other.section.level < section.level && other.span.end > span.start)
                ?.section,
            );
          }
          assert.equal(
            sectionAt(
              sections.map(({ section }) => section),
              offset,
            ),
            sections.findLast(({ span }) => span.start <= offset)?.section,
          );
        },
      ),
    );
  });
});

describe("sectionAt and pathOf", () => {
  it("find the innermost section and what it is in", () => {
    assert.deepEqual(titles(text, text.indexOf("three")), ["A b", "B", "D"]);
    assert.deepEqual(titles(text, text.indexOf("four")), ["A b", "E"]);
    assert.deepEqual(titles(text, text.length), ["Set"]);
  });

  it("find nothing before the first heading or without one", () => {
    assert.deepEqual(titles(text, 2), []);
    assert.deepEqual(titles("no heading", 3), []);
  });
});
