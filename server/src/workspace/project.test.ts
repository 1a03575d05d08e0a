// A guidewright.yaml marks its folder and everything below it.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { Projects, projectFile } from "./project.ts";

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
