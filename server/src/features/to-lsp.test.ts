// Conversions to the protocol's types.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { snapshotOf } from "../../../test/support/documents.ts";
import { severities } from "../config.ts";
import { diagnosticToLsp, editsToLsp } from "./to-lsp.ts";

describe("to-lsp", () => {
  const snapshot = snapshotOf("one\ntwo\n");
  const finding = {
    rule: "r",
    severity: "error",
    span: { start: 4, end: 7 },
    message: "m",
    related: [],
    fixes: () => [],
  } as const;

  it("numbers severities as the protocol does", () => {
    assert.deepEqual(
      severities.map((severity) => diagnosticToLsp(snapshot, { ...finding, severity }).severity),
      [1, 2, 3, 4],
    );
  });

  it("keeps the document of a related place in another one", () => {
    const other = snapshotOf("ahead\n\nthere\n", { uri: "file:///other.md" });
    const related = [{ span: { start: 7, end: 12 }, message: "there", in: other }];
    assert.deepEqual(diagnosticToLsp(snapshot, { ...finding, related }).relatedInformation?.[0]?.location, {
      uri: "file:///other.md",
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } },
    });
  });

  it("turns edits into ranges", () => {
    assert.deepEqual(editsToLsp(snapshot.guideline.lines, [{ span: { start: 3, end: 4 }, newText: "x" }]), [
      { range: { start: { line: 0, character: 3 }, end: { line: 1, character: 0 } }, newText: "x" },
    ]);
  });
});
