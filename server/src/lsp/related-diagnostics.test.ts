// Looking at related documents: after a pause, once for many changes, and a word to the client only when there
// is something new.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { type Gate, gate } from "../../../test/support/scripted-backend.ts";
import { defaultSettings } from "../config.ts";
import { Workspace } from "../workspace/workspace.ts";
import { RelatedDiagnostics } from "./related-diagnostics.ts";

const settings = { ...defaultSettings, enable: "always" } as const;

describe("RelatedDiagnostics", () => {
  let news: Set<string>;
  let looked: string[];
  let sent: string[];
  let refreshes: number;
  let related: RelatedDiagnostics;
  let held: Gate | undefined;
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    [news, looked, sent, refreshes, held] = [new Set(), [], [], 0, undefined];
    const workspace = new Workspace(async () => {
      await held?.promise;
      return settings;
    });
    for (const uri of ["untitled:a", "untitled:b"]) workspace.documents.open({ uri, version: 1, text: "" });
    related = new RelatedDiagnostics({
      workspace,
      diagnostics: {
        capabilities: {},
        register() {},
        provide: () => [],
        isNews({ uri }) {
          looked.push(uri);
          return news.has(uri);
        },
        forget() {},
      },
      logError: (_what, error) => assert.fail(String(error)),
      refresh: () => refreshes++,
      send: (uri) => sent.push(uri),
    });
  });
  afterEach(() => mock.timers.reset());

  const both = ["untitled:a", "untitled:b"];
  async function pass(milliseconds: number): Promise<void> {
    mock.timers.tick(milliseconds);
    // Each document has its turn of the event loop.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  it("waits for a pause, and then looks at each document once", async () => {
    for (let key = 0; key < 10; key++) {
      related.changed();
      await pass(100);
    }
    assert.deepEqual(looked, []);
    await pass(1000);
    assert.deepEqual([looked, sent], [both, both]);
    await pass(10_000);
    assert.deepEqual(looked, both);
  });

  it("says nothing to the client while nothing is new", async () => {
    related.changed();
    await pass(1000);
    assert.equal(refreshes, 0);
  });

  it("tells the client once, whatever the number of documents", async () => {
    news = new Set(both);
    related.changed();
    await pass(1000);
    assert.equal(refreshes, 1);
  });

  it("stops for another change, and loses nothing of what it found", async () => {
    news.add("untitled:a");
    held = gate();
    related.changed();
    await pass(1000);
    related.changed();
    held.open();
    await pass(0);
    assert.deepEqual([looked, refreshes], [["untitled:a"], 1]);
    await pass(1000);
    assert.deepEqual(looked, ["untitled:a", ...both]);
  });
});
