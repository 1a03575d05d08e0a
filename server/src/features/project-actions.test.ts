// What may be said about a finding in the project's file, and the edits that say it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { snapshotOf } from "../../../test/support/documents.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { provideCodeActions, resolveCodeAction } from "./code-actions.ts";

const text = "Give cetriaxone 1 g IV. Then ORS.";
const of = (projectFile: Snapshot["projectFile"]): Snapshot => ({ ...snapshotOf(text), projectFile });
const all = (snapshot: Snapshot) =>
  provideCodeActions(snapshot, {
    textDocument: { uri: snapshot.uri },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 99 } },
    context: { diagnostics: [] },
  });
const titles = (snapshot: Snapshot) => all(snapshot).map(({ title }) => title);
async function editOf(snapshot: Snapshot, title: string) {
  const action = all(snapshot).find((each) => each.title === title);
  assert.ok(action, title);
  return (await resolveCodeAction(snapshot, action)).edit;
}
const path = "/guide/guidewright.yaml";

describe("actions on the project's file", () => {
  it("stand behind those that mend the text, and only where there is or may be one", () => {
    assert.deepEqual(
      titles(of(undefined)).filter((title) => title.includes("project")),
      [],
    );
    const found = titles(of({ path, text: "" }));
    assert.match(found[0] ?? "", /^Correct to/);
    assert.deepEqual(
      found.filter((title) => title.startsWith("Add")),
      ["Add “cetriaxone” to the project's dictionary", "Add “ORS” to the project's dictionary"],
    );
    assert.ok(found.includes("Turn drug-name-unknown off in the project"));
    assert.ok(!found.includes("Make drug-name-unknown a warning in the project"));
    assert.ok(found.includes("Make abbreviation-undefined a warning in the project"));
  });

  it("say where they would make a file", async () => {
    const snapshot = of({ path, text: undefined });
    const title = "Add “ORS” to the project's dictionary (makes guidewright.yaml in guide)";
    const edit = await editOf(snapshot, title);
    assert.equal(edit?.documentChanges?.length, 2);
    assert.match(JSON.stringify(edit), /ORS:/);
  });

  it("have no edit when the project's file is broken or the guideline another by now", async () => {
    assert.equal(
      await editOf(of({ path, text: "rules: [" }), "Turn drug-name-unknown off in the project"),
      undefined,
    );
    const before = of({ path, text: "" });
    const action = all(before).find(({ title }) => title.startsWith("Turn"));
    const now = { ...before, version: 2 };
    assert.equal((await resolveCodeAction(now, action ?? { title: "" })).edit, undefined);
  });
});
