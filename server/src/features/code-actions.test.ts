// Fixes as code actions: asked for by place and kind, worked out when resolved, never for another text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver";
import { snapshotOf, withCursor } from "../../../test/support/documents.ts";
import { registered } from "../../../test/support/registered.ts";
import { defineRule, type Fix, type Neighbour } from "../rules/rule.ts";
import { applyEdits, type Edit } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import {
  certainEdits,
  codeActionsFeature,
  fixAllKind,
  provideCodeActions,
  resolveCodeAction,
} from "./code-actions.ts";

const document = "Give ORS at once.\n\nSee the KTW. The Kaweta Town Ward (KTW) is old.\n";

function actionsAt(marked: string, only?: string[]): CodeAction[] {
  const { text, offset } = withCursor(marked);
  return actions(snapshotOf(text), offset, only);
}
function actions(snapshot: Snapshot, offset: number, only?: string[]): CodeAction[] {
  const at = snapshot.guideline.lines.positionAt(offset);
  const params = { textDocument: { uri: snapshot.uri }, range: { start: at, end: at } };
  return provideCodeActions(snapshot, { ...params, context: { diagnostics: [], ...(only && { only }) } });
}
function apply({ text, guideline }: Snapshot, action: CodeAction | undefined): string {
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = (change?.edits ?? []) as {
    range: Parameters<typeof guideline.lines.spanOf>[0];
    newText: string;
  }[];
  return applyEdits(
    text,
    edits.map(({ range, newText }): Edit => ({ span: guideline.lines.spanOf(range), newText })),
  );
}

describe("provideCodeActions", () => {
  it("offers one action for each reading, on the finding only", () => {
    const titles = (marked: string) => actionsAt(marked).map(({ title }) => title);
    const both = [
      'Spell out as "oral rehydration solution (ORS)"',
      'Spell out as "oral rehydration salts (ORS)"',
      "Disable “abbreviation-undefined” for this line",
      "Disable “abbreviation-undefined” for this file",
    ];
    assert.deepEqual(titles("Give │ORS at once."), both);
    assert.deepEqual(titles("Give ORS│ at once."), both);
    assert.deepEqual(titles("Give ORS a│t once."), []);
  });

  it("prefers an action only where it is the single certain one", () => {
    assert.deepEqual(
      actionsAt("Give │ORS.").map(({ isPreferred }) => isPreferred ?? false),
      [false, false, false, false],
    );
    assert.deepEqual(
      actionsAt(document.replace("KTW", "│KTW")).map(({ isPreferred }) => isPreferred ?? false),
      [true, false, false],
    );
  });

  it("obeys the kinds that are asked for", () => {
    const count = (only: string[]) => actionsAt("Give │ORS.", only).length;
    assert.deepEqual(
      [count(["quickfix"]), count([""]), count(["refactor"]), count(["source"]), count(["quickfix.other"])],
      [4, 0, 0, 0, 0],
    );
  });

  it("is empty for what is no guideline", () => {
    assert.deepEqual(actions(snapshotOf("Give ORS.", { settings: { enable: "never" } }), 6), []);
  });

  it("comes without edits, which a resolve brings, bound to the version", async () => {
    const snapshot = snapshotOf(document, { version: 7 });
    const [action] = actions(snapshot, document.indexOf("KTW"));
    assert.equal(action?.edit, undefined);
    const resolved = await resolveCodeAction(snapshot, structuredClone(action!));
    const [change] = (resolved.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, {
      uri: snapshot.uri,
      version: 7,
    });
    assert.equal(apply(snapshot, resolved), document.replace("the KTW", "the Kaweta Town Ward (KTW)"));
  });

  it("gets no edit once the text has changed", async () => {
    const [action] = actions(snapshotOf("Give ORS."), 6);
    const editIn = async (snapshot: Snapshot) => (await resolveCodeAction(snapshot, action!)).edit;
    assert.equal(await editIn(snapshotOf("Give ORS.", { version: 2 })), undefined);
    assert.equal(await editIn(snapshotOf("Find the CRP.")), undefined);
    assert.deepEqual(await resolveCodeAction(snapshotOf("x"), { title: "foreign" }), { title: "foreign" });
  });
});

describe("fixes in another document", () => {
  const other = "file:///folder/other%20one.md";
  const rule = defineRule<{ in: Neighbour }>({
    id: "test-rule",
    severity: "warning",
    summary: "",
    rationale: "",
    examples: { invalid: [], valid: [] },
    *check(_guideline, { neighbours: [neighbour] }) {
      if (neighbour) yield { span: { start: 0, end: 4 }, message: "m", state: { in: neighbour } };
    },
    fix: (state) => [
      {
        title: "Use 15 there",
        edits: [{ span: { start: 10, end: 12 }, newText: "15" }],
        certain: true,
        ...state,
      },
      { title: "Mend other one.md", edits: [], certain: false, ...state },
    ],
  });
  const rules = [rule];
  const neighbours = { [other]: "A line.\n\n25 mg\n" };
  const at = { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } };
  const found = (snapshot: Snapshot, only?: string[]) =>
    provideCodeActions(
      snapshot,
      { textDocument: snapshot, range: at, context: { diagnostics: [], ...(only && { only }) } },
      rules,
    );

  it("name it, are bound to its version, and are not preferred", async () => {
    const snapshot = snapshotOf("15 mg", { version: 4, neighbours });
    const [first, second] = found(snapshot);
    assert.deepEqual([first?.title, second?.title], ["Use 15 there (in other one.md)", "Mend other one.md"]);
    assert.equal(first?.isPreferred, false);
    const { edit } = await resolveCodeAction(snapshot, first!, rules);
    assert.deepEqual(edit, {
      documentChanges: [
        {
          textDocument: { uri: other, version: 1 },
          edits: [
            { range: { start: { line: 2, character: 1 }, end: { line: 2, character: 3 } }, newText: "15" },
          ],
        },
      ],
    });
  });

  it("have no version when it is not open, and no edit when it is another text by now", async () => {
    const snapshot = snapshotOf("15 mg", { neighbours });
    const onDisk = (unchanged: boolean): Snapshot => ({
      ...snapshot,
      guideline: snapshot.guideline,
      neighbours: snapshot.neighbours.map(({ uri, guideline }) => ({
        uri,
        guideline,
        version: null,
        isUnchanged: async () => unchanged,
      })),
    });
    const resolved = async (one: Snapshot) => (await resolveCodeAction(one, found(one)[0]!, rules)).edit;
    const [change] = ((await resolved(onDisk(true)))?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri: other, version: null });
    assert.equal(await resolved(onDisk(false)), undefined);
  });

  it("are not among those that are applied unasked", () => {
    assert.deepEqual(found(snapshotOf("15 mg", { neighbours }), [fixAllKind]), []);
  });
});

describe("fixing all", () => {
  it("is offered only by name, and applies certain fixes only", () => {
    const snapshot = snapshotOf(document);
    for (const only of [[fixAllKind], ["source.fixAll"], ["source"]]) {
      const [all, ...others] = actions(snapshot, 0, only);
      assert.deepEqual(others, []);
      assert.equal(apply(snapshot, all), document.replace("the KTW", "the Kaweta Town Ward (KTW)"), only[0]);
    }
    assert.deepEqual(actions(snapshot, 0), []);
    assert.deepEqual(actions(snapshotOf("Give ORS."), 0, [fixAllKind]), []);
  });

  it("takes no two fixes that touch", () => {
    const finding = (start: number, end: number, certain: boolean) => ({
      rule: "r",
      severity: "hint" as const,
      span: { start, end },
      message: "",
      related: [],
      fixes: (): Fix[] => [{ title: "", edits: [{ span: { start, end }, newText: "x" }], certain }],
    });
    const edits = certainEdits([
      finding(4, 6, true),
      finding(0, 2, false),
      finding(6, 7, true),
      finding(1, 3, true),
    ]);
    assert.deepEqual(
      edits.map(({ span }) => span.start),
      [1, 4],
    );
  });
});

describe("the resolve request", () => {
  it("gives back an action it does not know", async () => {
    const { request } = registered(codeActionsFeature, snapshotOf(document));
    assert.deepEqual(await request("codeAction/resolve", { title: "foreign" }), { title: "foreign" });
  });
});
