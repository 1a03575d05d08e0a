// Findings as diagnostics, pulled with a result id, worked out once for a snapshot.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DocumentDiagnosticReport } from "vscode-languageserver";
import { snapshotOf } from "../../../test/support/documents.ts";
import { registered } from "../../../test/support/registered.ts";
import { diagnosticsFeature, findingsOf, provideDiagnostics } from "./diagnostics.ts";

const text = "Give ORS.\r\n\r\nCall when the GCS falls. Glasgow Coma Scale (GCS).\r\n";

describe("provideDiagnostics", () => {
  it("gives place, severity, rule, page and the other side of each finding", () => {
    const [first, second, ...others] = provideDiagnostics(snapshotOf(text));
    assert.deepEqual(others, []);
    assert.deepEqual(first?.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } });
    assert.deepEqual(
      [first?.severity, first?.source, first?.code],
      [3, "Guidewright", "abbreviation-undefined"],
    );
    assert.deepEqual(first?.codeDescription, { href: "guidewright-rule:abbreviation-undefined" });
    assert.equal(first && "relatedInformation" in first, false);
    assert.deepEqual(second?.relatedInformation?.[0]?.location, {
      uri: "file:///guideline.md",
      range: { start: { line: 2, character: 45 }, end: { line: 2, character: 48 } },
    });
  });

  it("obeys the settings", () => {
    const severity = (value: "error" | "off") =>
      provideDiagnostics(snapshotOf(text, { settings: { rules: { "abbreviation-undefined": value } } })).map(
        (one) => one.severity,
      );
    assert.deepEqual(severity("error"), [1, 1]);
    assert.deepEqual(severity("off"), []);
  });

  it("is silent about what is no guideline", () => {
    assert.deepEqual(provideDiagnostics(snapshotOf(text, { settings: { enable: "never" } })), []);
    assert.deepEqual(provideDiagnostics(snapshotOf(text, { settings: { enable: "auto" } })), []);
  });

  it("says in one place why a text is not read", () => {
    const [only, ...others] = provideDiagnostics(snapshotOf("%PDF \u0000\u0001\n".repeat(50)));
    assert.deepEqual(others, []);
    assert.equal(only?.code, "not-text");
    assert.deepEqual(only?.range.start, { line: 0, character: 0 });
    assert.equal(only?.range.end.line, 0);
  });

  it("works findings out once for a snapshot", () => {
    const snapshot = snapshotOf(text);
    assert.equal(findingsOf(snapshot), findingsOf(snapshot));
  });
});

describe("the diagnostics request", () => {
  const pull = (snapshot: ReturnType<typeof snapshotOf> | undefined, previousResultId?: string) =>
    registered(
      diagnosticsFeature(() => {}),
      snapshot,
    ).request<DocumentDiagnosticReport>("textDocument/diagnostic", { previousResultId });

  it("answers unchanged to whoever has the same result already", async () => {
    const first = await pull(snapshotOf(text));
    assert.ok(first.kind === "full" && first.items.length === 2 && first.resultId);
    assert.deepEqual(await pull(snapshotOf(text, { version: 9 }), first.resultId), {
      kind: "unchanged",
      resultId: first.resultId,
    });
    const moved = await pull(snapshotOf(`\n${text}`), first.resultId);
    assert.equal(moved.kind, "full");
  });

  it("is full and empty without a document", async () => {
    assert.deepEqual(await pull(undefined), { kind: "full", items: [] });
  });
});
