// The thin path through the real server process: what it offers, a finding, its fix, the hover card.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CodeAction, Diagnostic, DocumentDiagnosticReport, Hover } from "vscode-languageserver";
import { Client } from "./client.ts";
import { edited, guidelineText, positionOf, textIn } from "./texts.ts";

const uri = "file:///thin-path/guideline.md";
const textDocument = { uri };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe("the thin path", () => {
  let client: Client;
  let version = 0;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const show = (text: string) => client.open(uri, text, ++version);
  const pull = async (previousResultId?: string) => {
    const params = { textDocument, ...(previousResultId !== undefined && { previousResultId }) };
    return client.request<DocumentDiagnosticReport>("textDocument/diagnostic", params);
  };
  const findings = async (): Promise<Diagnostic[]> => {
    const report = await pull();
    assert.equal(report.kind, "full");
    return report.kind === "full" ? report.items : [];
  };
  const actions = (only?: string[], range = everywhere) =>
    client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument,
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  const hover = (text: string, needle: string) =>
    client.request<Hover | null>("textDocument/hover", { textDocument, position: positionOf(text, needle) });
  /** The text after an action, resolved first when it has no edit yet. */
  const applied = async (text: string, action: CodeAction) => {
    const { edit } = action.edit ? action : await client.request<CodeAction>("codeAction/resolve", action);
    const change = edit?.documentChanges?.[0];
    assert.ok(change && "edits" in change, `“${action.title}” has an edit`);
    assert.deepEqual(change.textDocument, { uri, version });
    return edited(text, change.edits as { range: typeof everywhere; newText: string }[]);
  };

  test("the server says what it can do", () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, "Guidewright");
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.equal(capabilities.hoverProvider, true);
    assert.ok(capabilities.inlineCompletionProvider);
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ["quickfix", "source.fixAll.guidewright"],
      resolveProvider: true,
    });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: "guidewright",
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
  });

  test("an abbreviation that is not spelled out is found, once, where it stands", async () => {
    show(guidelineText);
    const [finding, ...more] = await findings();
    assert.deepEqual(more, []);
    assert.equal(finding?.code, "abbreviation-undefined");
    assert.deepEqual(finding?.codeDescription, { href: "guidewright-rule:abbreviation-undefined" });
    assert.equal(finding?.source, "Guidewright");
    assert.equal(textIn(guidelineText, finding!.range), "ORS");
  });

  test("the page behind a finding's code is there", async () => {
    const page = await client.request("guidewright/ruleDocumentation", { rule: "abbreviation-undefined" });
    assert.match(String(page), /^# abbreviation-undefined\n/);
    assert.equal(await client.request("guidewright/ruleDocumentation", { rule: "no-such-rule" }), null);
  });

  test("diagnostics that are still the same are not sent again", async () => {
    show(guidelineText);
    const first = await pull();
    assert.deepEqual(await pull(first.resultId), { kind: "unchanged", resultId: first.resultId });
    show(guidelineText.replace("ORS", "zinc"));
    const second = await pull(first.resultId);
    assert.deepEqual(second, { kind: "full", resultId: second.resultId, items: [] });
  });

  test("a quick fix, resolved and applied, makes the finding go away", async () => {
    show(guidelineText);
    const [fix] = await actions(["quickfix"]);
    assert.ok(fix);
    assert.equal(fix.edit, undefined, "edits are worked out when asked for");
    assert.equal(fix.diagnostics?.[0]?.code, "abbreviation-undefined");
    const text = await applied(guidelineText, fix);
    assert.match(text, /Give oral rehydration (?:solution|salts) \(ORS\) after/);
    show(text);
    assert.deepEqual(await findings(), []);
  });

  test("a quick fix is offered at its finding only", async () => {
    show(guidelineText);
    const start = positionOf(guidelineText, "Treatment");
    assert.deepEqual(await actions(undefined, { start, end: start }), []);
  });

  test("a quick fix of an older text changes nothing", async () => {
    show(guidelineText);
    const [fix] = await actions(["quickfix"]);
    const older = fix?.data as { version: number };
    show(`An extra line.\n\n${guidelineText}`);
    assert.equal((await client.request<CodeAction>("codeAction/resolve", fix)).edit, undefined);
    // Opened again, another text may have the same version.
    client.close(uri);
    client.open(uri, guidelineText.replace("ORS", "MUAC"), older.version);
    assert.equal((await client.request<CodeAction>("codeAction/resolve", fix)).edit, undefined);
  });

  test("fix-all comes only when it is asked for by name, and applies certain fixes", async () => {
    const text = guidelineText.replace(
      "Adults",
      "Oral rehydration solution (ORS) is kept ready.\nAsk for MUAC. Adults",
    );
    show(text);
    assert.deepEqual([...new Set((await actions()).map(({ kind }) => kind))], ["quickfix"]);
    for (const only of [["source.fixAll"], ["source"], ["source.fixAll.guidewright"]]) {
      const all = await actions(only);
      assert.deepEqual(
        all.map(({ kind }) => kind),
        ["source.fixAll.guidewright"],
      );
      show(await applied(text, all[0]!));
      const left = await findings();
      assert.equal(left.filter(({ message }) => /ORS/.test(String(message))).length, 0);
      assert.equal(
        left.filter(({ message }) => /MUAC/.test(String(message))).length,
        1,
        "no guess is applied",
      );
      show(text);
    }
    assert.deepEqual(await actions(["refactor"]), []);
    assert.deepEqual(await actions(["source.organizeImports"]), []);
  });

  test("the hover card tells what an abbreviation stands for, and nothing elsewhere", async () => {
    show(guidelineText);
    const card = await hover(guidelineText, "ORS after");
    assert.match(JSON.stringify(card?.contents), /\*\*ORS\*\* is not spelled out .*oral rehydration/);
    assert.equal(textIn(guidelineText, card!.range!), "ORS");
    assert.equal(await hover(guidelineText, "Give ORS"), null);
    const spelled = guidelineText.replace("ORS", "oral rehydration solution (ORS)");
    show(spelled);
    const known = await hover(spelled, "ORS) after");
    assert.match(JSON.stringify(known?.contents), /\*\*ORS\*\* – oral rehydration solution.*line 8/);
  });

  test("nothing of all this was an error", () => assert.deepEqual(client.errors, []));
});
