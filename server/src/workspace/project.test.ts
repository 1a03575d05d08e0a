// A guidewright.yaml marks its folder and everything below it.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { uriOf } from "./location.ts";
import { Projects, projectFile, projectFileIn } from "./project.ts";

describe("Projects", () => {
  let folder: string;
  const uriOf = (...path: string[]) => pathToFileURL(join(folder, ...path)).href;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright project ä-"));
    await mkdir(join(folder, "marked", "deep", "deeper"), { recursive: true });
    await mkdir(join(folder, "plain"));
    await writeFile(join(folder, "marked", projectFile), "");
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("contain documents in and below the marked folder, and no others", async () => {
    const projects = new Projects();
    assert.equal(await projects.contains(uriOf("marked", "a.md")), true);
    assert.equal(await projects.contains(uriOf("marked", "deep", "deeper", "a.md")), true);
    assert.equal(await projects.contains(uriOf("plain", "a.md")), false);
    assert.equal(await projects.contains(uriOf("nowhere", "at", "all.md")), false);
  });

  it("contain nothing that has no path", async () => {
    const projects = new Projects();
    for (const uri of [
      "untitled:Untitled-1",
      "guidewright-draft:/a.md",
      "file://host/share\u0000/a.md",
      "file:",
      "git:/a.md",
      "",
    ]) {
      assert.equal(await projects.contains(uri), false, uri);
    }
  });

  it("look again once they are told to forget", async () => {
    const projects = new Projects();
    assert.equal(await projects.contains(uriOf("plain", "a.md")), false);
    await writeFile(join(folder, "plain", projectFile), "");
    assert.equal(await projects.contains(uriOf("plain", "a.md")), false);
    projects.forget();
    assert.equal(await projects.contains(uriOf("plain", "a.md")), true);
  });
});

describe("what a project says of a file", () => {
  let root: string;
  let projects: Projects;
  const read: string[] = [];
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "guidewright view-"));
    await mkdir(join(root, "sub"));
    projects = new Projects();
    read.length = 0;
    projects.onRead = (_root, files) => {
      read.push(files.map(({ problems }) => problems.length).join());
    };
  });
  afterEach(() => rm(root, { recursive: true }));
  const write = (text: string, name = "guidewright.yaml") => writeFile(join(root, name), text);
  const view = (name = "a.md") => projects.viewOf(uriOf(join(root, name)));

  it("is nothing without a project, and nothing special in an empty one", async () => {
    assert.equal(await view(), undefined);
    await write("# Only a mark.\n");
    projects.forget();
    assert.deepEqual((await view())?.rules, { severities: {}, options: {} });
    assert.equal((await view())?.ignored, false);
  });

  it("counts patterns and the baseline from the project's folder", async () => {
    await write("ignore: sub/*.md\nbaseline: known.json\n");
    assert.equal((await view(join("sub", "a.md")))?.ignored, true);
    assert.equal((await view())?.ignored, false);
    assert.equal((await view())?.baseline, join(root, "known.json"));
  });

  it("is the same until the files say something else, and is told once", async () => {
    await write("rules: {dose-basis: off}\ndictionary: {medicines: [x]}\n");
    const before = await view();
    projects.forget();
    const same = await view("b.md");
    assert.equal(same?.rules, before?.rules);
    assert.deepEqual(read, ["0"]);
    await write("rules: {dose-basis: hint, what: off}\ndictionary: {medicines: [x]}\n");
    projects.forget();
    const after = await view();
    assert.notEqual(after?.rules, before?.rules);
    assert.equal(after?.dictionary, before?.dictionary);
    assert.deepEqual(read, ["0", "1"]);
    await write("dictionary: {medicines: [y]}\n");
    projects.forget();
    assert.notEqual((await view())?.dictionary, before?.dictionary);
  });

  it("is that of an open text before that on disk", async () => {
    await write("rules: {dose-basis: off}\n");
    projects.edit(projectFileIn(root), "rules: {dose-basis: hint}\n");
    assert.equal((await view())?.rules.severities["dose-basis"], "hint");
    projects.edit(projectFileIn(root), undefined);
    assert.equal((await view())?.rules.severities["dose-basis"], "off");
  });

  it("says of a file that is huge, or a folder by that name, that it cannot be read", async () => {
    await write(`ignore: a.md\n#${"x".repeat(5_000_000)}\n`);
    assert.equal((await view())?.ignored, false);
    assert.deepEqual(read, ["1"]);
    await rm(projectFileIn(root));
    await mkdir(projectFileIn(root));
    projects.forget();
    assert.equal((await view())?.ignored, false);
  });
});
