// Whether linked files exist: within the root only, by their exact names, listed once until something changes.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { LinkedFiles, targetOf } from "./linked-files.ts";

describe("targetOf", () => {
  const from = "/guide/ward/a.md";
  const target = (path: string) => targetOf(path, { from, root: "/guide" });

  it("counts from the document's folder and never leaves the root", {
    skip: process.platform === "win32",
  }, () => {
    assert.equal(target("b.md"), "/guide/ward/b.md");
    assert.equal(target("../b c.md"), "/guide/b c.md");
    assert.equal(target("../../other/b.md"), undefined);
    assert.equal(target("../../guide-2/b.md"), undefined);
    assert.equal(target("/etc/passwd"), undefined);
    assert.equal(target(""), undefined);
    assert.equal(target("a\0.md"), undefined);
    assert.equal(targetOf("b.md", { from: "untitled:a", root: "/guide" }), undefined);
  });
});

describe("LinkedFiles", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright links é-"));
    await mkdir(join(folder, "img"));
    await writeFile(join(folder, "img", "Chart.png"), "x");
    await writeFile(join(folder, "a.md"), "x");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("finds files and folders by their exact names", () => {
    const files = new LinkedFiles();
    const existence = (...names: string[]) => files.existence(join(folder, ...names), folder);
    assert.equal(existence("img", "Chart.png"), "exists");
    assert.equal(existence("img"), "exists");
    assert.equal(existence(), "exists");
    assert.equal(existence("img", "chart.png"), "missing");
    assert.equal(existence("pictures", "Chart.png"), "missing");
    assert.equal(existence("a.md", "b.md"), "missing");
  });

  it("does not look through symbolic links", { skip: process.platform === "win32" }, async () => {
    await symlink(tmpdir(), join(folder, "away"));
    const files = new LinkedFiles();
    assert.equal(files.existence(join(folder, "away", "b.md"), folder), undefined);
    assert.equal(files.existence(join(folder, "away"), folder), "exists");
  });

  it("lists a folder again only when something in it came or went", async () => {
    const files = new LinkedFiles();
    const path = join(folder, "img", "new.png");
    assert.equal(files.existence(path, folder), "missing");
    await writeFile(path, "x");
    const { state } = files;
    assert.equal(files.existence(path, folder), "missing");
    assert.equal(files.look(join(folder, "other", "x.png")), false);
    assert.equal(files.state, state);
    assert.equal(files.look(path), true);
    assert.notEqual(files.state, state);
    assert.equal(files.existence(path, folder), "exists");
    await rm(join(folder, "img"), { recursive: true });
    assert.equal(files.look(join(folder, "img")), true);
    assert.equal(files.existence(path, folder), "missing");
  });
});
