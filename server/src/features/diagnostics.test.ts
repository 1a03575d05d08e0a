// Findings as diagnostics, pulled with a result id, worked out once for a snapshot.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DocumentDiagnosticReport } from "vscode-languageserver";
import { snapshotOf } from "../../../test/support/documents.ts";
import { registered } from "../../../test/support/registered.ts";
import { fingerprintOf } from "../rules/finding-fingerprint.ts";
import { identitiesOf } from "../rules/finding-identity.ts";
import { defineRule } from "../rules/rule.ts";
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

  it("shows what the baseline knows as hints, and what is new as it is", () => {
    const plain = snapshotOf(text);
    const { findings } = findingsOf(plain);
    const [first = ""] = identitiesOf(plain.guideline, findings);
    const known = new Set([`abbreviation-undefined ${fingerprintOf(first)}`]);
    const shown = provideDiagnostics(snapshotOf(text, { known })).map(({ severity, message }) => [
      severity,
      String(message).startsWith("Known, in the baseline: "),
    ]);
    assert.deepEqual(shown, [
      [4, true],
      [3, false],
    ]);
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

/** Finds a text's first number when a neighbour begins with another one. */
const sameNumber = defineRule({
  id: "same-number",
  severity: "warning",
  summary: "",
  rationale: "",
  examples: { invalid: [], valid: [] },
  *check({ text: own }, { neighbours }) {
    if (own.startsWith("!")) throw new Error("broken");
    const number = /\d+/.exec(own);
    for (const other of neighbours) {
      const theirs = /\d+/.exec(other.guideline.text);
      if (!number || !theirs || theirs[0] === number[0]) continue;
      const span = { start: theirs.index, end: theirs.index + theirs[0].length };
      const related = [{ span, message: `${theirs[0]} there.`, in: other }];
      yield {
        span: { start: number.index, end: number.index + number[0].length },
        message: "m",
        related,
        state: {},
      };
    }
  },
});
const rules = [sameNumber];
const other = "file:///other.md";

describe("diagnostics across documents", () => {
  it("show the other side in its own document", () => {
    const snapshot = snapshotOf("Give 15 mg.", { neighbours: { [other]: "Dose\n\nGive 25 mg." } });
    const [only, ...others] = provideDiagnostics(snapshot, rules);
    assert.deepEqual(others, []);
    assert.deepEqual(only?.relatedInformation, [
      {
        location: { uri: other, range: { start: { line: 2, character: 5 }, end: { line: 2, character: 7 } } },
        message: "25 there.",
      },
    ]);
  });

  it("are news only when another document changed them, and once", async () => {
    const feature = diagnosticsFeature(() => {}, rules);
    const beside = (content: string, version = 1) =>
      snapshotOf("Give 15 mg.", { version, neighbours: { [other]: content } });
    const pull = (snapshot: ReturnType<typeof snapshotOf>) =>
      registered(feature, snapshot).request<DocumentDiagnosticReport>("textDocument/diagnostic", {});
    assert.equal(feature.isNews(beside("Give 25 mg.")), false, "nobody asked");
    await pull(beside("Give 15 mg."));
    assert.equal(feature.isNews(beside("Give 15 mg, and rest.")), false);
    assert.equal(feature.isNews(beside("Give 25 mg.")), true);
    assert.equal(feature.isNews(beside("Give 25 mg.")), false, "it was said");
    assert.equal(feature.isNews(beside("Give 15 mg.", 2)), false, "of a new text the client will ask");
    assert.equal(feature.isNews(beside("\nGive 25 mg.")), true, "the other side moved");
    feature.forget(beside("").uri);
    assert.equal(feature.isNews(beside("Give 25 mg.")), false);
  });

  it("go on without a rule that fails, which is logged once for all texts", async () => {
    const failures: string[] = [];
    const feature = diagnosticsFeature((rule, error) => failures.push(`${rule}: ${String(error)}`), rules);
    for (const version of [1, 2, 3])
      assert.deepEqual(feature.provide(snapshotOf(`!${version}`, { version })), []);
    assert.deepEqual(failures, ["same-number: Error: broken"]);
  });

  it("are remembered for each list of rules", () => {
    const snapshot = snapshotOf("Give ORS, 15 mg.", { neighbours: { [other]: "Give 25 mg." } });
    assert.deepEqual(
      findingsOf(snapshot, rules).findings.map(({ rule }) => rule),
      ["same-number"],
    );
    assert.ok(findingsOf(snapshot).findings.every(({ rule }) => rule !== "same-number"));
  });
});
