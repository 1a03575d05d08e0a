// Comments that keep rules silent, word for word: read in any place of a document but code, and as good as absent for
// everything else that is read.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { growth } from "../../../test/support/scaling.ts";
import { seededPairs } from "../../../test/support/seeded.ts";
import { markdownText } from "../../../test/support/texts.ts";
import { checkGuideline, rules } from "../rules/index.ts";
import { parseMarkdown } from "../syntax/markdown.ts";
import { forgetTexts } from "../text/memory.ts";
import { parseDisables } from "./disable.ts";
import { silencesIn } from "./disable-reach.ts";
import { type Guideline, parseGuideline } from "./guideline.ts";

const disables = (text: string) => parseDisables(parseMarkdown(text));
const shown = (text: string) =>
  disables(text).map(({ kind, rules, reason }) => [kind, rules.map(({ id }) => id).join(" "), reason]);

describe("parseDisables", () => {
  it("reads kind, rules and reason", () => {
    assert.deepEqual(shown("a <!-- guidewright-disable-line -->"), [["line", "", undefined]]);
    assert.deepEqual(
      shown("<!--guidewright-disable-next-line dose-conflict,band-gap -- two schemes -- on purpose-->\nx"),
      [["next-line", "dose-conflict band-gap", "two schemes -- on purpose"]],
    );
    assert.deepEqual(
      shown(
        "<!-- GUIDEWRIGHT-Disable Dose-Conflict ,\n band-gap — a\n reason -->\n\nx\n\n<!-- guidewright-enable -->",
      ),
      [
        ["block", "dose-conflict band-gap", "a reason"],
        ["enable", "", undefined],
      ],
    );
    assert.deepEqual(shown("<!-- guidewright-disable-file band-gap -->"), [["file", "band-gap", undefined]]);
    assert.deepEqual(shown("<!-- guidewright-ignore x -->"), [[undefined, "x", undefined]]);
    assert.deepEqual(shown("<!-- guidewright- -->"), [[undefined, "", undefined]]);
  });

  it("reads them in lists, tables, headings, quotations, HTML and in the midst of a paragraph", () => {
    const mark = "<!-- guidewright-disable-line -->";
    for (const text of [
      `- a ${mark}\n`,
      `- a\n  ${mark}\n  b\n`,
      `| a | b |\n| - | - |\n| c | d | ${mark}\n`,
      `| a | b | ${mark}\n| - | - |\n| c | d |\n`,
      `# A ${mark}\n`,
      `> a ${mark}\n> b\n`,
      `<table>\n<tr><td>a</td></tr> ${mark}\n</table>\n`,
      `a ${mark} b\n`,
      `${mark} a\n`,
    ])
      assert.equal(disables(text).length, 1, text);
  });

  it("does not read them in code, in other comments, unclosed, or over an empty line", () => {
    const mark = "<!-- guidewright-disable-line -->";
    for (const text of [
      `\`${mark}\``,
      `\`\`\`\n${mark}\n\`\`\``,
      `~~~\n${mark}\n`,
      `a\n\n    ${mark}\n`,
      `<pre>\n${mark}\n</pre>\n`,
      `<!-- a ${mark}\n\nb`,
      "<!-- guidewright-disable-line\n\nb",
      "<!-- guidewright-disable-line\n\nb -->",
      "<!-- guidewrights-disable -->",
      `---\ntitle: "${mark}"\n---\n`,
    ])
      assert.deepEqual(disables(text), [], text);
  });

  it("reads front matter", () => {
    const ids = (yaml: string) => {
      const text = `---\n${yaml}\n---\n\nText.\n`;
      return disables(text).flatMap(({ rules }) => rules.map(({ span }) => text.slice(span.start, span.end)));
    };
    assert.deepEqual(ids("guidewright: { disable: [dose-conflict, 'band-gap'] }"), [
      "dose-conflict",
      "band-gap",
    ]);
    assert.deepEqual(ids("guidewright:\n  disable:\n    - dose-conflict # why\n    - band-gap"), [
      "dose-conflict",
      "band-gap",
    ]);
    assert.deepEqual(ids('guidewright-disable: "dose-conflict, band-gap"'), ["dose-conflict", "band-gap"]);
    assert.deepEqual(ids("guidewright: true\nguidewright-disable: [1, {a: b}, [c]]"), ["1"]);
    assert.deepEqual(ids("guidewright: { disable: [a"), []);
  });

  it("gives places that hold what they say, in any text", () =>
    fc.assert(
      fc.property(markdownText, (text) => {
        for (const { span, rules, word, wordSpan, in: place } of disables(text)) {
          if (place === "comment") {
            assert.match(text.slice(span.start, span.end), /^<!--[\s\S]*-->$/);
            assert.equal(text.slice(wordSpan.start, wordSpan.end).toLowerCase(), word);
          }
          for (const rule of rules)
            assert.equal(text.slice(rule.span.start, rule.span.end).toLowerCase(), rule.id);
        }
        silencesIn(parseGuideline(text)).at("dose-conflict", text.length);
      }),
      { numRuns: 500 },
    ));
});

/** What is read of a guideline, by its words. */
function readOf({ text, orders, thresholds, bandTables, bandSeries, courses, lists }: Guideline): unknown {
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    orders: orders.map((order) => [order.medicine.name, words(order.dose), order.routes, order.phase]),
    thresholds: thresholds.length,
    tables: bandTables.length,
    series: bandSeries.length,
    courses: courses.length,
    lists: lists.size,
  };
}

describe("a comment at the end of a line", () => {
  const texts = [
    ...soundGuidelines.values(),
    ...seededPairs().flatMap(({ fault }, i) => (i % 8 === 0 ? fault.map(({ text }) => text) : [])),
    // In a block of code a comment is none.
  ].filter((text) => !text.includes("```"));
  const mark = " <!-- guidewright-disable-line disable-unused -- no maximum: then 5 mg IV | or PO -->";
  const found = (guideline: Guideline) =>
    checkGuideline(guideline).findings.map(
      ({ rule, span }) =>
        `${rule} ${guideline.lines.positionAt(span.start).line} ${guideline.text.slice(span.start, span.end).replaceAll(mark, "")}`,
    );

  it("changes nothing of what is read and found, at whichever line it stands", () => {
    let tried = 0;
    for (const text of texts) {
      const before = parseGuideline(text);
      const lines = text.split("\n");
      const start = before.markdown.frontMatter ? lines.indexOf("---", 1) + 1 : 0;
      for (let i = start + (tried % 5); i < lines.length; i += 5, tried++) {
        if (lines[i]?.trim() === "") continue;
        const after = parseGuideline(lines.with(i, `${lines[i]}${mark}`).join("\n"));
        assert.equal(after.markdown.directives.length, 1, lines[i]);
        assert.deepEqual(readOf(after), readOf(before), lines[i]);
        assert.deepEqual(found(after), found(before), lines[i]);
      }
    }
    assert.ok(tried > 200, String(tried));
  });
});

describe("very many comments", () => {
  const list = rules.filter(({ id }) => id === "disable-unused");
  const work = (part: string) => (count: number) => {
    forgetTexts();
    const guideline = parseGuideline(`${part.repeat(count)}\n\nGive ORS.\n`);
    const silences = silencesIn(guideline);
    for (let at = 0; at < guideline.text.length; at += 50) silences.at("dose-conflict", at);
    for (const finding of checkGuideline(guideline, { list }).findings) finding.fixes();
  };
  for (const part of [
    "<!-- guidewright-disable-line a b -->",
    "<!-- guidewright-disable-next-line -->\n",
    "<!-- guidewright-disable-next-line -->\n\n",
    "Rest. <!-- guidewright-disable dose-conflict -->\n\n<!-- guidewright-enable dose-conflict -->\n\n",
    "<!-- guidewright-disable -->\n\n<!-- guidewright-enable dose-conflict -->\n\n",
    "<!-- guidewright-disable-file dose-conflict -->\n",
    "<!-- guidewright-",
    "<!-- guidewright-disable ",
  ])
    it(`take time in proportion to their number: ${JSON.stringify(part)}`, () => {
      const ratio = growth(work(part), 400);
      assert.ok(ratio < 12, String(ratio));
    });
});
