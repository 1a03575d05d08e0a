// Reading ahead: where the cursor rests, a while after an edit, and only for the newest place.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { type Gate, gate, ScriptedBackend } from "../../../test/support/scripted-backend.ts";
import { defaultSettings, type Settings } from "../config.ts";
import { explanationPreamble } from "../tasks/explanation/explanation.ts";
import { Workspace } from "../workspace/workspace.ts";
import { idleMs, Preparing } from "./preparing.ts";

const uri = "untitled:a";
const text = "# Fever\n\nGive fluids.\n\nGive rest and ";

describe("Preparing", () => {
  let workspace: Workspace;
  let backend: ScriptedBackend;
  let preparing: Preparing;
  let settings: Settings;
  let door: Gate;
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    settings = { ...defaultSettings, enable: "always" };
    workspace = new Workspace(async () => settings);
    workspace.documents.open({ uri, version: 1, text });
    door = gate();
    door.open();
    backend = new ScriptedBackend({ gate: door.promise });
    preparing = new Preparing({
      workspace,
      models: backend,
      logError: (_what, error) => assert.fail(String(error)),
    });
  });
  afterEach(() => mock.timers.reset());

  const settle = async () => {
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  const prepared = async () => {
    await settle();
    return backend.prepared.map(({ prefix, lane }) => `${lane}: ${prefix}`);
  };
  const explanation = `explain: ${explanationPreamble}`;

  it("reads what is before the cursor, then what explanations begin with", async () => {
    preparing.rests(uri, { line: 4, character: 14 });
    assert.deepEqual(await prepared(), [`inline: ${text}`, explanation]);
    assert.equal(backend.prepared[1]?.preamble, explanationPreamble);
    // The model's own word about a user's text is nothing for the disk.
    assert.equal(backend.prepared[0]?.preamble, undefined);
  });

  it("reads nothing where no text can be suggested, of no document that is not open", async () => {
    preparing.rests(uri, { line: 0, character: 3 });
    assert.deepEqual(await prepared(), [explanation]);
    preparing.rests("untitled:other", { line: 0, character: 0 });
    assert.deepEqual(await prepared(), [explanation]);
  });

  it("reads nothing without suggestions, and no preamble without explanations", async () => {
    settings = { ...settings, "hover.explain": false };
    preparing.rests(uri, { line: 4, character: 14 });
    assert.deepEqual(await prepared(), [`inline: ${text}`]);
    settings = { ...settings, "completion.enable": false };
    preparing.rests(uri, { line: 2, character: 12 });
    assert.equal((await prepared()).length, 1);
  });

  it("waits after an edit until there are no more, and begins where the last one ended", async () => {
    const edit = (version: number, character: number, insert: string) => {
      const at = { line: 2, character };
      const change = { range: { start: at, end: at }, text: insert };
      workspace.documents.change(uri, version, [change]);
      preparing.edited(uri, [change]);
    };
    edit(2, 11, " and");
    mock.timers.tick(idleMs - 1);
    edit(3, 15, " slowly");
    mock.timers.tick(idleMs - 1);
    assert.deepEqual(await prepared(), []);
    mock.timers.tick(1);
    assert.deepEqual(await prepared(), ["inline: # Fever\n\nGive fluids and slowly", explanation]);
  });

  it("gives up the older place for a newer one, and everything when something is typed", async () => {
    const wait = gate();
    backend = new ScriptedBackend({ gate: wait.promise });
    preparing = new Preparing({
      workspace,
      models: backend,
      logError: (_what, error) => assert.fail(String(error)),
    });
    preparing.rests(uri, { line: 2, character: 12 });
    await settle();
    preparing.rests(uri, { line: 4, character: 14 });
    await settle();
    wait.open();
    assert.deepEqual(await prepared(), [`inline: ${text}`, explanation]);
    preparing.rests(uri, { line: 2, character: 12 });
    preparing.stop();
    assert.equal((await prepared()).length, 2);
  });
});
