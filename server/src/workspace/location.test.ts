// Addresses, paths and which documents belong together.

import assert from "node:assert/strict";
import { sep } from "node:path";
import { describe, it } from "node:test";
import { groupOf, isInside, isReachable, keyOf, pathOf, uriOf } from "./location.ts";

const path = (...names: string[]) => `${sep}${names.join(sep)}`;

describe("addresses", () => {
  it("are the same document however an editor escapes them", { skip: sep === "\\" }, () => {
    assert.equal(keyOf("file:///a/b%20%28c%29.md"), "/a/b (c).md");
    assert.equal(keyOf("file:///a/b%20(c).md"), keyOf(uriOf("/a/b (c).md")));
  });

  it("have a path only where this machine can have one", () => {
    for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/a/b.md", "file://x/\u0000", "%%%", ""])
      assert.equal(pathOf(uri), undefined, uri);
    assert.equal(keyOf("untitled:Untitled-1"), "untitled:Untitled-1");
  });
});

describe("folders", () => {
  it("hold themselves and what is below them, not what is named like them", () => {
    assert.ok(isInside(path("a"), path("a")) && isInside(path("a"), path("a", "b", "c.md")));
    assert.ok(!isInside(path("a"), path("ab", "c.md")));
    assert.ok(isInside("vscode-vfs://github/a", "vscode-vfs://github/a/b.md"));
    assert.ok(isInside(sep, path("a")));
  });

  it("are read except where nobody writes guidelines", () => {
    const folder = path("home", ".hidden", "guidelines");
    const inner = (...names: string[]) => path("home", ".hidden", "guidelines", ...names);
    assert.ok(isReachable(folder, inner("a.md")) && isReachable(folder, inner("deep", "a.md")));
    assert.ok(!isReachable(folder, inner(".git", "a.md")));
    assert.ok(!isReachable(folder, inner("node_modules", "x", "a.md")));
    assert.ok(!isReachable(folder, path("home", "a.md")));
  });
});

describe("documents that belong together", () => {
  const folders = [path("w"), path("w", "inner"), "vscode-vfs://github/a"];

  it("are of one project, wherever the workspace folder is", () => {
    const group = groupOf(path("w", "p", "a.md"), path("w", "p"), folders);
    assert.equal(group, groupOf(path("w", "p", "deep", "b.md"), path("w", "p"), folders));
    assert.notEqual(group, groupOf(path("w", "a.md"), undefined, folders));
  });

  it("are else of one workspace folder, the nearest", () => {
    const group = groupOf(path("w", "a.md"), undefined, folders);
    assert.equal(group, groupOf(path("w", "deep", "b.md"), undefined, folders));
    assert.notEqual(group, groupOf(path("w", "inner", "b.md"), undefined, folders));
    assert.equal(
      groupOf("vscode-vfs://github/a/x.md", undefined, folders),
      groupOf("vscode-vfs://github/a/y/z.md", undefined, folders),
    );
  });

  it("else lie beside each other", () => {
    const alone = (key: string) => groupOf(key, undefined, []);
    assert.equal(alone(path("a", "x.md")), alone(path("a", "y.md")));
    assert.notEqual(alone(path("a", "x.md")), alone(path("b", "x.md")));
    assert.equal(alone("untitled:Untitled-1"), alone("untitled:Untitled-2"));
    assert.notEqual(alone("untitled:Untitled-1"), alone("memfs:/a.md"));
  });
});
