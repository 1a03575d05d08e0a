// The hover card: what an abbreviation stands for here, and what an AI-draft mark says.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { MarkupContent } from "vscode-languageserver";
import { snapshotOf, withCursor } from "../../../test/support/documents.ts";
import { formatDraft } from "../guideline/provenance.ts";
import { abbreviationAt, provideHover } from "./hover.ts";

function hover(marked: string) {
  const { text, offset } = withCursor(marked);
  const snapshot = snapshotOf(text);
  const found = provideHover(snapshot, offset);
  if (!found?.range) return undefined;
  const { start, end } = snapshot.guideline.lines.spanOf(found.range);
  return { value: (found.contents as MarkupContent).value, on: text.slice(start, end) };
}

describe("provideHover", () => {
  it("gives the document's own reading and its line", () => {
    assert.deepEqual(hover("Intro.\n\nOral rehydration solution (ORS).\n\nGive O│RS.\n"), {
      value: "**ORS** – Oral rehydration solution\n\nSpelled out in this document, line 3.",
      on: "ORS",
    });
  });

  it("works on the definition too, and at both ends of a word", () => {
    assert.equal(hover("Oral rehydration solution (│ORS).")?.on, "ORS");
    assert.equal(hover("Oral rehydration solution (ORS│).")?.on, "ORS");
    assert.equal(hover("Avoid NSAID│s.")?.on, "NSAID");
  });

  it("gives usual readings as such where the document is silent", () => {
    assert.equal(
      hover("Suspect │PE.")?.value,
      "**PE** is not spelled out in this document. It usually stands for “pulmonary embolism” or “pre-eclampsia”.",
    );
    assert.equal(hover("See the │KTW.")?.value, "**KTW** is not spelled out in this document.");
  });

  it("is nothing elsewhere", () => {
    for (const marked of ["Give │water.", "Give `O│RS`.", "│", "Give ORS, th│en wait."])
      assert.equal(hover(marked), undefined, marked);
  });

  it("tells who drafted a passage and that nobody has reviewed it", () => {
    const mark = { model: "Meditron3 8B", sha256: "a", date: "2026-11-21", status: "unreviewed" };
    const text = `# T\n\n${formatDraft(mark, "Passage")}\n`;
    const value = hover(text.replace("ai-draft", "ai-│draft"))?.value ?? "";
    assert.match(value, /Meditron3 8B on 2026-11-21\. Nobody has reviewed it yet\./);
    const reviewed = `# T\n\n${formatDraft({ ...mark, status: "reviewed" }, "Passage")}\n`;
    assert.match(hover(reviewed.replace("ai-draft", "ai-│draft"))?.value ?? "", /Status: reviewed\./);
  });
});

describe("abbreviationAt", () => {
  it("gives the first definition for every use", () => {
    const { guideline } = snapshotOf(
      "Oral rehydration solution (ORS), also oral rehydration salts (ORS). ORS.",
    );
    assert.equal(
      abbreviationAt(guideline, guideline.text.length - 3)?.definition?.long,
      "Oral rehydration solution",
    );
  });
});
