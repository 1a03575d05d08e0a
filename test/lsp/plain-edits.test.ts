// A client that cannot take edits bound to a version gets its fixes all the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver";
import { Client } from "./client.ts";
import { edited, guidelineText, positionOf } from "./texts.ts";

const uri = "file:///plain-edits/guideline.md";

test("fixes come as plain changes where document changes are not understood", async () => {
  const client = await Client.start({ capabilities: { textDocument: { diagnostic: {} } } });
  try {
    client.open(uri, guidelineText);
    const at = positionOf(guidelineText, "ORS");
    const [action] = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const { edit } = await client.request<CodeAction>("codeAction/resolve", action);
    assert.equal(edit?.documentChanges, undefined);
    const text = edited(guidelineText, edit?.changes?.[uri] ?? []);
    assert.match(text, /oral rehydration (?:solution|salts) \(ORS\)/);
  } finally {
    await client.stop();
  }
});
