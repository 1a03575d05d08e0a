// What is sent unasked: not the same twice, and nothing new about a word that is still being typed.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { defaultSettings } from "../config.ts";
import { diagnosticsFeature } from "../features/diagnostics.ts";
import { Workspace } from "../workspace/workspace.ts";
import { Pushed } from "./pushed-diagnostics.ts";

const uri = "untitled:a";
const other = "untitled:b";

describe("Pushed", () => {
  let workspace: Workspace;
  let pushed: Pushed;
  /** Of each message the words that are marked. */
  let sent: string[];
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    sent = [];
    workspace = new Workspace(async () => ({ ...defaultSettings, enable: "always" }));
    pushed = new Pushed({
      workspace,
      diagnostics: diagnosticsFeature((rule, error) => assert.fail(`${rule}: ${String(error)}`)),
      logError: (_what, error) => assert.fail(String(error)),
      connection: {
        async sendDiagnostics({ uri: of, diagnostics }) {
          const lines = workspace.documents.get(of)?.text.split("\n") ?? [];
          const words = diagnostics.map(({ range: { start, end } }) =>
            lines[start.line]?.slice(start.character, end.character),
          );
          sent.push(`${of.slice(-1)}: ${words.join(" ")}`);
        },
      },
    });
    pushed.enabled = true;
  });
  afterEach(() => mock.timers.reset());

  const turns = async () => {
    for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  let version = 1;
  async function open(text: string, of = uri): Promise<void> {
    workspace.documents.open({ uri: of, version: ++version, text });
    pushed.changed(of);
    await turns();
  }
  /** At the end of the first line that has these words, or in place of the words. */
  async function type(text: string, after: string, { instead = false, of = uri } = {}): Promise<void> {
    const before = workspace.documents.get(of)?.text ?? "";
    const line = before.split("\n").findIndex((one) => one.includes(after));
    const at = before.split("\n")[line]?.indexOf(after) ?? 0;
    const [from, to] = [instead ? at : at + after.length, at + after.length];
    const change = { text, range: { start: { line, character: from }, end: { line, character: to } } };
    workspace.documents.change(of, ++version, [change]);
    pushed.edited(of, [change]);
    await turns();
  }

  it("waits with a new finding until the word is finished", async () => {
    await open("Give ORS.\n\nRecord the ");
    await type("G", "the ");
    await type("CS", "the G");
    assert.deepEqual(sent, ["a: ORS"]);
    await type(" ", "GCS");
    assert.deepEqual(sent, ["a: ORS", "a: ORS GCS"]);
    await type("n", "GCS ");
    assert.equal(sent.length, 2);
  });

  for (const [name, finish] of [
    ["typing pauses", () => mock.timers.tick(5000)],
    ["the document is saved", () => pushed.finished()],
    ["another place is edited", () => type("!", "ORS.")],
    ["another document is edited", () => type("!", "Rest", { of: other })],
    ["a change says nothing of where", () => pushed.edited(uri, [{ text: "" }])],
  ] as const) {
    it(`waits no longer when ${name}`, async () => {
      await open("Rest", other);
      await open("Give ORS.\n\nRecord the ");
      await type("GCS", "the ");
      assert.deepEqual(sent, ["a: ORS"]);
      await finish();
      await turns();
      assert.deepEqual(sent.slice(1), ["a: ORS GCS"]);
    });
  }

  it("keeps what was sent before the word was touched, and takes back what is mended", async () => {
    await open("Record the GCS hourly.");
    await type("E", "GCS");
    assert.deepEqual(sent, ["a: GCS", "a: GCSE"]);
    await type("coma scale", "GCSE", { instead: true });
    assert.deepEqual(sent.slice(2), ["a: "]);
  });

  it("does not end the word while its letters come slowly", async () => {
    await open("Record the ");
    await type("G", "the ");
    mock.timers.tick(1000);
    await type("C", "the G");
    mock.timers.tick(1000);
    await type("S", "the GC");
    await turns();
    assert.deepEqual(sent, []);
  });
});
