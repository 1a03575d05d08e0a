// A snapshot is frozen, parses once, and says whether its document is a guideline.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaultSettings } from "../config.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { noRules } from "../project/project.ts";
import type { FileView } from "./project.ts";
import { createSnapshot } from "./snapshot.ts";

const document = Object.freeze({ uri: "file:///a.md", version: 3, text: "# ORS\n", shrank: false });

const view: FileView = {
  root: "/",
  rules: noRules,
  dictionary: emptyDictionary,
  ignored: false,
  baseline: undefined,
  file: { path: "/guidewright.yaml", text: "", problems: [] },
};

describe("createSnapshot", () => {
  it("is frozen and holds the document and its settings", () => {
    const snapshot = createSnapshot(document, defaultSettings);
    assert.ok(Object.isFrozen(snapshot));
    assert.deepEqual([snapshot.uri, snapshot.version, snapshot.text], ["file:///a.md", 3, "# ORS\n"]);
    assert.equal(snapshot.settings, defaultSettings);
    assert.throws(() => Object.assign(snapshot, { version: 4 }), TypeError);
  });

  it("parses once for a document, whatever the settings", () => {
    const one = createSnapshot(document, defaultSettings);
    const other = createSnapshot(document, { ...defaultSettings, enable: "always" }, view);
    assert.equal(one.guideline, one.guideline);
    assert.equal(one.guideline, other.guideline);
    assert.notEqual(createSnapshot({ ...document }, defaultSettings).guideline, one.guideline);
  });

  it("recognises by text, settings and project", () => {
    const yes = (enable: "auto" | "always" | "never", inProject: boolean) =>
      createSnapshot(document, { ...defaultSettings, enable }, inProject ? view : undefined).recognition
        .guideline;
    assert.deepEqual(
      [yes("auto", false), yes("auto", true), yes("always", false), yes("never", true)],
      [false, true, true, false],
    );
  });
});
