// parseGuideline is total, and every span in what it returns is the verbatim text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { growth } from "../../../test/support/scaling.ts";
import { anyText, markdownText, orderText } from "../../../test/support/texts.ts";
import { forgetTexts } from "../text/memory.ts";
import { type Guideline, parseGuideline, titleOf } from "./guideline.ts";
import { provenanceMarks } from "./provenance.ts";
import { reachOf } from "./section.ts";

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
  for (const section of guideline.sections) {
    inside(reachOf(guideline, section));
    inside(section.headingSpan);
  }
  for (const { span } of provenanceMarks(guideline.markdown)) inside(span);
  assertSpansInside(guideline);
  titleOf(guideline);
}

/** Everything in the model that has a start and an end, however deep, is a stretch of the text. */
function assertSpansInside({ text, orders, medicines, bandTables, scopes, ...guideline }: Guideline): void {
  const seen = new Set<unknown>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    const { start, end } = value as { start?: unknown; end?: unknown };
    if (typeof start === "number" && typeof end === "number")
      assert.ok(start >= 0 && start <= end && end <= text.length, `${path}: ${start} to ${end}`);
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    for (const [key, inner] of entries) walk(inner, `${path}.${String(key)}`);
  };
  const { lines: _lines, markdown: _markdown, ...others } = guideline;
  walk({ orders, medicines, bandTables, scopes, ...others }, "guideline");
}

describe("parseGuideline", () => {
  it("is sound on any text", () => fc.assert(fc.property(anyText, assertSound), { numRuns: 300 }));
  it("is sound on anything like Markdown", () =>
    fc.assert(fc.property(markdownText, assertSound), { numRuns: 1000 }));
  it("is sound on fragments of orders", () =>
    fc.assert(fc.property(orderText, assertSound), { numRuns: 1000 }));

  const tables: Readonly<Record<string, string>> = {
    "nested in lists":
      "- Amoxicillin:\n\n  - | Weight | mg |\n    |---|---|\n    | 3–5 kg | 50 |\n    | 6 kg | 1/2 |\n",
    "in a cell":
      "| Weight | Dose |\n|---|---|\n| 3–5 kg | <table><tr><td>5 mg</td></tr></table> |\n| 6 | \\| 5 mg |\n",
    "with cells missing":
      "| Weight | Dose (mg) | mL |\n|---|---|---|\n| 3–5 kg |\n|\n| 6 kg | 5 | 1 | 9 | 7 |\n| | 5\n",
    "without a head": "| | |\n|---|---|\n| 3–5 kg | amoxicillin 5 mg |\n| 5–9 kg | 10 mg |\n",
    "of heads only": "| 3–5 kg | 6–9 kg |\n|---|---|\n",
  };
  for (const [name, text] of Object.entries(tables))
    it(`is sound on tables ${name}`, () => assertSound(text));

  it("reads a table of 10,000 rows", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `| ${i}–${i + 1} kg | ${i} |\n`).join("");
    const guideline = parseGuideline(`Amoxicillin PO:\n\n| Weight | Dose (mg) |\n|---|---|\n${rows}`);
    assert.equal(guideline.bandTables[0]?.bands.length, 10_000);
    assert.ok(guideline.orders.length >= 9_999);
  });

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
    const fresh = (size: number) => {
      forgetTexts();
      parseGuideline(chapter.repeat(size));
    };
    const ratio = growth(fresh, 1);
    assert.ok(ratio < 12, `four times the text took ${ratio.toFixed(1)} times the time`);
  });
});

/** Repeated, each of these could lead a pattern or a look-ahead astray. */
const repeats = [
  "1",
  "1,",
  "1.",
  "1 000 ",
  "½",
  "1/",
  "1–",
  "1 to ",
  "5 mg – ",
  "mg/",
  "mg/kg",
  "5 mg/",
  "5 mg ",
  "5 mg, ",
  "2 × ",
  "<",
  "≥ 5 ",
  "(",
  "[",
  ")",
  "–",
  "5–",
  "a-",
  "every ",
  "q6h ",
  "or ",
  "or IV ",
  "IV/",
  "IV, ",
  "max ",
  "up to ",
  "then ",
  "not ",
  "in ",
  "of ",
  "per ",
  "a.b.c.",
  "amoxicillin ",
  "amoxicillin/",
  "amoxicillin 5 mg ",
  "amoxicillin 5 mg, ",
  "5 mg (",
  "sodium ",
  "children ",
  "aged ",
  "1–5 years ",
  "5 years: ",
  "10 kg ",
  "and over ",
  "divided ",
  "three times ",
  "on day 1, ",
  "day ",
  "1, ",
  "1 and ",
  "for 5 days ",
  "first week of ",
  "glucose < 3 ",
  "Hb ",
  "< 5 mmol/L (",
  "5 mg/mL ",
  "10 % ",
  "1:",
  "1:1000 ",
  "in 5 mL ",
  "5 mg in ",
  "= ",
  "pneumonia ",
  "severe ",
  "loading dose ",
  "maximum of ",
  "**",
  "a:\n\n",
  "- 5 mg\n",
  "- children:\n",
  "# a\n",
  "| 5 ",
  "|\n",
  "| 5 | 6 |\n",
];

describe("the time that reading takes", () => {
  // Texts that were seen are remembered, so that each has to be another one.
  let run = 0;
  for (const piece of repeats) {
    it(`grows with a run of ${JSON.stringify(piece)} and no faster`, () => {
      const work = (size: number) => {
        const text = piece.repeat(Math.ceil(size / piece.length));
        parseGuideline(`Give amoxicillin ${++run} mg ${text}`);
        parseGuideline(`| Weight (kg) | Dose |\n|---|---|\n| ${++run} ${text}`);
      };
      const ratio = growth(work, 2_000);
      assert.ok(ratio < 10, `four times the text took ${ratio.toFixed(1)} times the time`);
    });
  }
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
