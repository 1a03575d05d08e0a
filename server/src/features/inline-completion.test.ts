// Ghost text: where it is asked for, and the range that makes an editor show it.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SnapshotOptions, snapshotOf, withCursor } from "../../../test/support/documents.ts";
import { ScriptedBackend } from "../../../test/support/scripted-backend.ts";
import { Completions } from "../tasks/completion/completion.ts";
import { provideInlineCompletion } from "./inline-completion.ts";

const [invoked, automatic] = [1, 2] as const;

async function provide(
  marked: string,
  options: SnapshotOptions = {},
  triggerKind: 1 | 2 = automatic,
  answer = "fluids slowly",
) {
  const { text, offset } = withCursor(marked);
  const snapshot = snapshotOf(text, {
    ...options,
    settings: { "completion.deadline": 60_000, ...options.settings },
  });
  const backend = new ScriptedBackend([answer]);
  const position = snapshot.guideline.lines.positionAt(offset);
  const items = await provideInlineCompletion(
    new Completions(backend),
    snapshot,
    { position, context: { triggerKind } },
    new AbortController().signal,
  );
  return { items, asked: backend.requests.length };
}

describe("provideInlineCompletion", () => {
  let alive: NodeJS.Timeout;
  before(() => {
    alive = setInterval(() => {}, 1000);
  });
  after(() => clearInterval(alive));

  it("replaces the line up to the cursor by itself and the suggestion", async () => {
    const { items } = await provide("# T\r\n\r\n- Give │\r\nnext");
    assert.deepEqual(items, [
      {
        insertText: "- Give fluids slowly",
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
      },
    ]);
  });

  it("leaves what stands behind the cursor alone", async () => {
    const { items } = await provide("Rest (give │).");
    assert.deepEqual(items, [
      {
        insertText: "Rest (give fluids slowly",
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } },
      },
    ]);
  });

  it("asks nobody where nothing is to be suggested", async () => {
    for (const [marked, options] of [
      ["Give │", { settings: { "completion.enable": false } }],
      ["Give │", { settings: { enable: "never" } }],
      ["Give │", { shrank: true }],
      ["Text.\n\n│", {}],
      ["Text.\n\n- │", {}],
      ["# Give │", {}],
      ["Gi│ve", {}],
    ] as const) {
      assert.deepEqual(await provide(marked, options), { items: [], asked: 0 }, marked);
    }
  });

  it("answers whoever asks by hand, even after a deletion or at a line's start", async () => {
    assert.equal((await provide("Give │", { shrank: true }, invoked)).items.length, 1);
    assert.equal((await provide("Text.\n\n- │", {}, invoked)).items[0]?.insertText, "- fluids slowly");
  });

  it("is empty where the filters leave nothing, unless the guard is off", async () => {
    assert.deepEqual((await provide("Give │", {}, automatic, "500 mg")).items, []);
    const open = await provide(
      "Give │",
      { settings: { "completion.guardNumbers": false } },
      automatic,
      "500 mg",
    );
    assert.equal(open.items[0]?.insertText, "Give 500 mg");
  });
});
