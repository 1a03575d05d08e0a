// "Disable this rule …": whatever is found can be kept silent, in its line or its file, and nothing else changes.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TextDocumentEdit, TextEdit } from "vscode-languageserver";
import { parseAnnotated } from "../../../test/support/check-markdown.ts";
import { snapshotOf } from "../../../test/support/documents.ts";
import { seededPairs } from "../../../test/support/seeded.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { rules } from "../rules/index.ts";
import { applyEdits } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { findingsOf } from "./diagnostics.ts";
import { disableActions } from "./disable-actions.ts";

type Found = ReturnType<typeof findingsOf>["findings"][number];

/** The text after each action, by "line" or "file". */
function applied(snapshot: Snapshot, finding: Found): Map<string, string> {
  const { lines, text } = snapshot.guideline;
  return new Map(
    disableActions(snapshot, [finding]).map(({ title, edit }) => {
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      const edits = (change?.edits ?? []) as TextEdit[];
      return [
        title.split(" ").at(-1) ?? "",
        applyEdits(
          text,
          edits.map(({ range, newText }) => ({ span: lines.spanOf(range), newText })),
        ),
      ];
    }),
  );
}

const found = (snapshot: Snapshot) =>
  findingsOf(snapshot).findings.map(
    ({ rule, span }) => `${rule}: ${snapshot.text.slice(span.start, span.end).replace(/\s*<!--.*?-->/g, "")}`,
  );

/** What was understood, without places. */
function understood({ orders, thresholds, bandTables, bandSeries, text }: Guideline): string[] {
  const shown = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  return [
    ...orders.map((order) => [order.medicine.name, shown(order.dose), ...order.routes].join(" ")),
    `${thresholds.length} ${bandTables.length} ${bandSeries.length}`,
  ];
}

function assertSilenced(text: string, neighbours: Record<string, string> = {}): number {
  const snapshot = snapshotOf(text, { neighbours });
  const before = found(snapshot);
  let tried = 0;
  for (const finding of findingsOf(snapshot).findings.filter(({ rule }) => rule !== "disable-unused")) {
    const texts = applied(snapshot, finding);
    // A comment has no place in front matter.
    const inFront = finding.span.start < (snapshot.guideline.markdown.frontMatter?.span.end ?? 0);
    const offered = inFront ? ["file"] : ["line", "file"];
    assert.deepEqual([...texts.keys()], offered, `${finding.rule} in ${JSON.stringify(text)}`);
    for (const [where, after] of texts) {
      const then = snapshotOf(after, { neighbours });
      const left = found(then);
      const same = findingsOf(snapshot).findings.filter(
        ({ rule, span }) =>
          rule === finding.rule &&
          (where === "file" ||
            snapshot.guideline.lines.positionAt(span.start).line ===
              snapshot.guideline.lines.positionAt(finding.span.start).line),
      );
      assert.equal(left.length, before.length - same.length, `${where}: ${after}\n${left.join("\n")}`);
      assert.deepEqual(
        left.filter((one) => !before.includes(one)),
        [],
        after,
      );
      assert.deepEqual(understood(then.guideline), understood(snapshot.guideline), after);
      tried++;
    }
  }
  return tried;
}

describe("disableActions", () => {
  for (const { id, examples } of rules) {
    it(`keep ${id} silent in its examples, and change nothing else`, () => {
      for (const example of examples.invalid) {
        const { text } = parseAnnotated(example);
        assertSilenced(text);
        assertSilenced(text.replaceAll("\n", "\r\n"));
      }
    });
  }

  it("keep silent what is found in longer texts, and across documents", () => {
    let tried = 0;
    for (const { fault } of seededPairs().filter((_pair, i) => i % 6 === 0)) {
      for (const { name, text } of fault) {
        const others = fault.filter((one) => one.name !== name);
        tried += assertSilenced(
          text,
          Object.fromEntries(others.map((one) => [`file:///${one.name}`, one.text])),
        );
      }
    }
    assert.ok(tried > 60, String(tried));
  });

  const written = (text: string, where: "line" | "file") => {
    const snapshot = snapshotOf(text);
    const finding = findingsOf(snapshot).findings.find(({ rule }) => rule !== "disable-unused");
    return finding && applied(snapshot, finding).get(where);
  };
  const line = "<!-- guidewright-disable-line abbreviation-undefined -->";
  const next = "<!-- guidewright-disable-next-line abbreviation-undefined -->";
  const file = "<!-- guidewright-disable-file abbreviation-undefined -->";

  it("write above a paragraph's first line, and at the end of any other", () => {
    assert.equal(
      written("# Fluids\n\nGive ORS now,\nat home.\n", "line"),
      `# Fluids\n\n${next}\nGive ORS now,\nat home.\n`,
    );
    assert.equal(written("Now\ngive ORS  \nat home.\n", "line"), `Now\ngive ORS ${line}  \nat home.\n`);
    assert.equal(
      written("Now\ngive ORS now\\\nat home.\n", "line"),
      `Now\ngive ORS now ${line}\\\nat home.\n`,
    );
    assert.equal(written("- Give ORS\r\n- Rest\r\n", "line"), `- Give ORS ${line}\r\n- Rest\r\n`);
    assert.equal(written("> Give ORS\n", "line"), `> Give ORS ${line}\n`);
    assert.equal(written("## Give ORS ##\n\nNow.\n", "line"), `## Give ORS ## ${line}\n\nNow.\n`);
  });

  it("leave a row as many cells as it has", () => {
    assert.equal(
      written("| ORS | b |\n| - | - |\n| c | d |\n", "line"),
      `| ORS | b ${line} |\n| - | - |\n| c | d |\n`,
    );
    assert.equal(
      written("| a | b |\n| - | - |\n| ORS |  |\n", "line"),
      `| a | b |\n| - | - |\n| ORS | ${line}  |\n`,
    );
    assert.equal(written("a | b\n- | -\nORS | d\n", "line"), `a | b\n- | -\nORS | d ${line}\n`);
  });

  it("write at the head of a file, behind its front matter, in its line ends", () => {
    assert.equal(written("Give ORS.", "file"), `${file}\nGive ORS.`);
    assert.equal(written("\uFEFFGive\r\nORS.", "file"), `\uFEFF${file}\r\nGive\r\nORS.`);
    assert.equal(
      written("---\r\ntitle: A\r\n---\r\n\r\nGive ORS.", "file"),
      `---\r\ntitle: A\r\n---\r\n${file}\r\n\r\nGive ORS.`,
    );
  });

  it("are offered once for all findings that one comment would keep silent", () => {
    const snapshot = snapshotOf("- Give ORS or CRP\n- See the KTW\n");
    const actions = disableActions(snapshot, findingsOf(snapshot).findings);
    assert.deepEqual(
      actions.map(({ title, diagnostics }) => [title.split(" ").at(-1), diagnostics?.length]),
      [
        ["line", 2],
        ["file", 3],
        ["line", 1],
      ],
    );
  });

  it("add to a comment that is there", () => {
    const own = "<!-- guidewright-disable-line dose-conflict, band-gap -- why -->";
    assert.equal(
      written(`- Give ORS ${own}\n`, "line"),
      `- Give ORS ${own.replace("gap", "gap, abbreviation-undefined")}\n`,
    );
    assert.equal(
      written("<!-- guidewright-disable-file band-gap -->\n\nGive ORS.\n", "file"),
      "<!-- guidewright-disable-file band-gap abbreviation-undefined -->\n\nGive ORS.\n",
    );
    assert.equal(
      written("<!-- guidewright-disable-next-line band-gap -->\nGive ORS.\n", "line"),
      "<!-- guidewright-disable-next-line band-gap abbreviation-undefined -->\nGive ORS.\n",
    );
  });
});
