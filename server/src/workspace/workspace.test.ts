// The workspace gives out snapshots of the newest text, each once, and knows which are still current.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gate } from "../../../test/support/scripted-backend.ts";
import { defaultSettings } from "../config.ts";
import { Workspace } from "./workspace.ts";

const uri = "untitled:a";
const opened = (source: () => Promise<typeof defaultSettings> = async () => defaultSettings) => {
  const workspace = new Workspace(source);
  workspace.documents.open({ uri, version: 1, text: "one" });
  return workspace;
};

describe("Workspace", () => {
  it("gives out the same snapshot until text or settings change", async () => {
    let settings = defaultSettings;
    const workspace = opened(async () => settings);
    const first = await workspace.snapshot(uri);
    assert.equal(await workspace.snapshot(uri), first);
    settings = { ...defaultSettings, enable: "always" };
    const second = await workspace.snapshot(uri);
    assert.notEqual(second, first);
    assert.equal(second?.guideline, first?.guideline);
    workspace.documents.change(uri, 2, [{ text: "two" }]);
    const third = await workspace.snapshot(uri);
    assert.deepEqual([third?.version, third?.text, first?.text], [2, "two", "one"]);
  });

  it("waits for settings and then takes the text as it is by then", async () => {
    const asked = gate();
    const workspace = opened(() => asked.promise.then(() => defaultSettings));
    const snapshot = workspace.snapshot(uri);
    workspace.documents.change(uri, 2, [{ text: "two" }]);
    asked.open();
    assert.equal((await snapshot)?.text, "two");
  });

  it("has no snapshot of what is not open, or was closed meanwhile", async () => {
    const asked = gate();
    const workspace = opened(() => asked.promise.then(() => defaultSettings));
    assert.equal(await workspace.snapshot("untitled:b"), undefined);
    const snapshot = workspace.snapshot(uri);
    workspace.documents.close(uri);
    asked.open();
    assert.equal(await snapshot, undefined);
  });

  it("knows which snapshots are current", async () => {
    const workspace = opened();
    const snapshot = await workspace.snapshot(uri);
    assert.ok(snapshot && workspace.isCurrent(snapshot));
    workspace.documents.change(uri, 2, [{ text: "two" }]);
    assert.ok(!workspace.isCurrent(snapshot));
    workspace.documents.close(uri);
    assert.ok(!workspace.isCurrent(snapshot));
    workspace.documents.open({ uri, version: 1, text: "another" });
    assert.ok(!workspace.isCurrent(snapshot));
  });
});
