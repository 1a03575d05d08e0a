// Folders, patterns and .gitignore files, on a real disk.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { after, before, describe, it } from "node:test";
import { filesNamed } from "./find-files.ts";

describe("filesNamed", () => {
  let root: string;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), "guidewright find ä-"));
    const write = async (name: string, text = "") => {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    };
    await write(".git/HEAD");
    await write(".gitignore", "build/\n*.draft.md\n!kept.draft.md\n/top.md\n");
    for (const name of ["a.md", "top.md", "x.draft.md", "kept.draft.md", "note.txt", ".hidden.md"])
      await write(name);
    for (const name of ["build/b.md", "build/deep/c.md", "node_modules/m/d.md", ".hidden/e.md"])
      await write(name);
    await write("texts/.gitignore", "old/\n!x.draft.md\n");
    for (const name of ["b.MD", "top.md", "x.draft.md", "old/c.md", "deep/old/d.md", "deep/e.markdown"])
      await write(`texts/${name}`);
    await symlink(root, join(root, "texts", "around"), "dir");
  });
  after(() => rm(root, { recursive: true, force: true }));

  const find = async (name: string, useIgnore = true) => {
    const { files } = await filesNamed(join(root, name), useIgnore);
    return files.map((file) => relative(root, file).split(sep).join("/"));
  };

  it("takes of a folder the Markdown that git does not ignore, by the nearest .gitignore that speaks of it", async () => {
    assert.deepEqual(await find("."), [
      "a.md",
      "kept.draft.md",
      "texts/b.MD",
      "texts/deep/e.markdown",
      "texts/top.md",
      "texts/x.draft.md",
    ]);
    assert.deepEqual(await find("texts"), [
      "texts/b.MD",
      "texts/deep/e.markdown",
      "texts/top.md",
      "texts/x.draft.md",
    ]);
  });

  it("looks into an ignored folder that is named, and everywhere when told to", async () => {
    assert.deepEqual(await find("build"), ["build/b.md", "build/deep/c.md"]);
    assert.deepEqual(await find("texts", false), [
      "texts/b.MD",
      "texts/deep/e.markdown",
      "texts/deep/old/d.md",
      "texts/old/c.md",
      "texts/top.md",
      "texts/x.draft.md",
    ]);
  });

  it("expands patterns, across folders too", async () => {
    assert.deepEqual(await find("*.md"), ["a.md", "kept.draft.md"]);
    assert.deepEqual(await find("**/*.{md,markdown}"), [
      "a.md",
      "kept.draft.md",
      "texts/deep/e.markdown",
      "texts/top.md",
      "texts/x.draft.md",
    ]);
    assert.deepEqual(await find("texts/**/e*"), ["texts/deep/e.markdown"]);
  });

  it("takes a file that is named, ignored or not", async () => {
    assert.deepEqual(await find("x.draft.md"), ["x.draft.md"]);
    assert.deepEqual(await find("note.txt"), ["note.txt"]);
  });

  it("says what is not there", async () => {
    await assert.rejects(find("missing.md"), /missing\.md does not exist/);
    await assert.rejects(find("nothing/*.md"), /No Markdown file matches “.*nothing\/\*\.md”/);
  });

  it("takes a name that looks like a pattern for the file it is", async () => {
    await writeFile(join(root, "texts", "b[1].md"), "");
    assert.deepEqual(await find("texts/b[1].md"), ["texts/b[1].md"]);
  });
});
