// Changes as a table, a text and a comment: complete, and nothing that a document says becomes markup.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import type { Edited } from "./change.ts";
import { changesBetween } from "./clinical-changes.ts";
import { asComment, asMarkdown, asText } from "./layouts.ts";
import { reportOf } from "./report.ts";

const edition = (...files: readonly (readonly [string, string])[]): Edited[] =>
  files.map(([name, text]) => ({ name, identity: name, guideline: parseGuideline(text) }));
const chapter = (dose: string, title = "Sepsis") =>
  `# ${title}\n\n## Neonates\n\nGive gentamicin ${dose} IV for 7 days.\n`;
const layout = { from: "v1", to: "the working tree" };

const between = (before: readonly Edited[], after: readonly Edited[]) =>
  reportOf(changesBetween(before, after));

describe("layouts", () => {
  const changes = between(
    edition(["b.md", chapter("5 mg/kg daily")], ["a.md", "# Fever\n\nParacetamol 1 g PO every 6 hours.\n"]),
    edition(["b.md", chapter("6 mg/kg daily")], ["a.md", "# Fever\n\nRest.\n"]),
  );

  it("sort by document and say both sides and the line", () => {
    const page = asMarkdown(changes, layout);
    assert.ok(page.indexOf("## a.md") < page.indexOf("## b.md"));
    assert.match(
      page,
      /\| Sepsis › Neonates \| gentamicin, neonate, sepsis \| dose \| 5 mg\/kg daily \| 6 mg\/kg daily \| 5 \|/,
    );
    assert.match(page, /\| order removed \| 1 g PO every 6 hours \| – \| 3 \(before\) \|/);
    assert.match(page, /2 clinical changes: 1 changed, 1 removed\./);
  });

  it("link lines where they have an address", () => {
    const page = asMarkdown(changes, { ...layout, linkOf: ({ file }) => `https://example.org/${file}` });
    assert.match(page, /\[5\]\(https:\/\/example\.org\/b\.md\)/);
  });

  it("say the same in lines of text", () => {
    assert.match(
      asText(changes, layout),
      /b\.md:5 changed order: gentamicin, neonate, sepsis\n {2}dose: 5 mg/,
    );
    assert.match(asText([], layout), /From v1 to the working tree\. No clinical change\./);
  });

  it("mark a comment, and fold a long one", () => {
    assert.match(asComment(changes, layout), /^<!-- guidewright: clinical changes -->/);
    assert.doesNotMatch(asComment(changes, layout), /<details>/);
    const many = Array.from({ length: 20 }, () => changes[0]).filter((one) => one !== undefined);
    assert.match(asComment(many, layout), /<details>\n<summary>/);
  });

  it("let no word of a document become markup or end its cell", () => {
    const title = "Sepsis <img src=x> | `a` [b](javascript:c) **d**";
    const page = asMarkdown(
      between(
        edition(["a.md", chapter("5 mg/kg daily", title)]),
        edition(["a.md", chapter("6 mg/kg daily", title)]),
      ),
      layout,
    );
    const row = page.split("\n").find((line) => line.includes("6 mg/kg")) ?? "";
    assert.equal(row.split(/(?<!\\)\|/).length, 8, row);
    assert.doesNotMatch(row, /(?<!\\)[<`[*]/);
  });
});
