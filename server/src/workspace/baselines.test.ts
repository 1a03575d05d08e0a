// A project's baseline on disk: read once, read again when told to, said once when it cannot be used.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { baselineFile, formatBaseline } from "./baseline.ts";
import { Baselines } from "./baselines.ts";

let project: string;
let said: string[];
let baselines: Baselines;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "guidewright-baselines-"));
  said = [];
  baselines = new Baselines((message) => said.push(message));
});
afterEach(() => rm(project, { recursive: true, force: true }));

const write = (files: Record<string, string[]>) =>
  writeFile(
    join(project, baselineFile),
    formatBaseline({
      files: new Map(Object.entries(files).map(([path, entries]) => [path, new Set(entries)])),
    }),
  );
const known = async (name: string) => {
  const set = await baselines.knownIn(join(project, baselineFile), join(project, name));
  return set && [...set].sort();
};

describe("Baselines", () => {
  it("knows a file's findings, and nothing where there is no baseline", async () => {
    assert.equal(await known("a.md"), undefined);
    await write({ "a.md": ["x 1"] });
    assert.equal(await known("a.md"), undefined, "until told to look again");
    await writeFile(join(project, "a.md"), "");
    baselines.forget();
    assert.deepEqual(await known("a.md"), ["x 1"]);
    assert.deepEqual(await known("b.md"), []);
  });

  it("gives the same set as long as nothing changed, and another one when a file went", async () => {
    await write({ "a.md": ["x 1"] });
    await writeFile(join(project, "a.md"), "");
    const first = await baselines.knownIn(join(project, baselineFile), join(project, "b.md"));
    baselines.forget();
    assert.equal(await baselines.knownIn(join(project, baselineFile), join(project, "b.md")), first);
    await rm(join(project, "a.md"));
    baselines.forget();
    assert.deepEqual(await known("b.md"), ["x 1"], "it may be the same file by another name");
  });

  it("says once what it cannot use, and goes on as if there were none", async () => {
    await writeFile(join(project, baselineFile), "{");
    assert.equal(await known("a.md"), undefined);
    baselines.forget();
    assert.equal(await known("a.md"), undefined);
    assert.equal(said.length, 1);
    assert.match(
      said[0] ?? "",
      /guidewright-baseline\.json is not used as a baseline: it is no valid JSON\. Every/,
    );
  });
});
