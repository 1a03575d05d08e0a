// What the editor shows of clinical changes: the unsaved text counts, and a failure is said in plain words.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { TestRepository } from "../../../test/support/repository.ts";
import { defaultSettings } from "../config.ts";
import { createSnapshot } from "../workspace/snapshot.ts";
import { provideChanges, provideRevisions } from "./changes.ts";

const chapter = (dose: string) =>
  `---\nguideline: true\n---\n\n# Sepsis\n\n## Neonates\n\nGive gentamicin ${dose} IV for 7 days.\n`;

let repository: TestRepository;
before(() => {
  repository = new TestRepository();
  repository.write("a (1).md", chapter("5 mg/kg 24-hourly"));
  repository.write("old.md", chapter("4 mg/kg 24-hourly"));
  repository.commit("first");
  repository.git("tag", "v1");
});
after(() => repository.remove());

function opened(text: string, uri = pathToFileURL(join(repository.folder, "a (1).md")).href) {
  return createSnapshot({ uri, version: 1, text, shrank: false }, defaultSettings);
}

describe("provideChanges", () => {
  it("compares the text as it is in the editor, and links its line", async () => {
    const { markdown, count } = await provideChanges(opened(chapter("6 mg/kg 24-hourly")), {
      revision: "v1",
    });
    assert.equal(count, 1);
    assert.match(
      markdown,
      /5 mg\/kg 24-hourly \| 6 mg\/kg 24-hourly \| \[9\]\(file:[^ ()]+a%20%281%29\.md#L9\)/,
    );
  });

  it("compares with another file", async () => {
    const base = { uri: pathToFileURL(join(repository.folder, "old.md")).href };
    const { markdown } = await provideChanges(opened(chapter("6 mg/kg 24-hourly")), base);
    assert.match(markdown, /4 mg\/kg 24-hourly \| 6 mg\/kg 24-hourly/);
  });

  it("says what is wrong with a revision, and that a new text has no history", async () => {
    await assert.rejects(provideChanges(opened(""), { revision: "v9" }), /no revision “v9”/);
    await assert.rejects(provideChanges(opened("", "untitled:a"), { revision: "v1" }), /Save the guideline/);
  });
});

describe("provideRevisions", () => {
  it("lists branches and tags", async () => {
    const { names } = await provideRevisions(opened(""));
    assert.deepEqual([...names].sort(), ["main", "v1"]);
  });
});
