// What a differential is drafted for, told from the section at the cursor.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withCursor } from "../../../../test/support/documents.ts";
import { parseGuideline } from "../../guideline/guideline.ts";
import { subjectAt } from "./subject.ts";

const at = (marked: string) => {
  const { text, offset } = withCursor(marked);
  return subjectAt(parseGuideline(text), offset);
};

describe("subjectAt", () => {
  it("is the section's title and its first running text", () => {
    const found = at(
      "# Handbook\n\n## 2.1 Fever with rash\n\n- a list\n\nA child with *fever*\nand a rash.\n\nMore.\n\n│",
    );
    assert.equal(found?.subject.presentation, "Fever with rash. a list");
    assert.equal(found?.subject.setting, "Handbook");
    assert.equal(found?.section?.title, "2.1 Fever with rash");
  });

  it("looks above sections that only say what kind of text follows", () => {
    const found = at(
      "# Handbook\n\n## Chest pain\n\nPain in the chest.\n\n### Differential diagnosis\n\n│\n\n### Treatment\n",
    );
    assert.equal(found?.subject.presentation, "Chest pain. Pain in the chest.");
    assert.equal(found?.section?.title, "Differential diagnosis");
  });

  it("takes the whole document where it is about one thing", () => {
    const found = at("---\ntitle: Stroke\npopulation: adults\n---\n\n## Treatment\n\nText.│\n");
    assert.ok(found?.subject.presentation.startsWith("Stroke"));
    assert.equal(found?.subject.setting, "adults");
  });

  it("says when nothing is known of people and place", () => {
    assert.equal(at("# Stroke\n\n│")?.subject.setting, "not stated");
    assert.equal(at("# Stroke\n\n│")?.subject.presentation, "Stroke");
  });

  it("is undefined without a heading or a title", () => assert.equal(at("Some text.│"), undefined));

  it("does not take the next section's text, and cuts a long one at a word", () => {
    assert.equal(at("## Fever│\n\n## Cough\n\nOther text.\n")?.subject.presentation, "Fever");
    const { presentation } = at(`## Fever│\n\n${"longword ".repeat(100)}`)!.subject;
    assert.ok(presentation.length <= 310 && presentation.endsWith("longword"), presentation.slice(-20));
  });
});
