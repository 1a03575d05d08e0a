// Which paths take in all of a project: its folder and those around it, not a file or a folder within.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { coversProject } from "./whole-project.ts";

describe("coversProject", () => {
  it("is true of the project's folder and of those around it", () => {
    for (const paths of [["book"], ["."], [resolve("book")], ["a.md", "book/"], [".."]])
      assert.ok(coversProject(paths, resolve("book")), paths.join());
  });

  it("is false of what lies in it or beside it, and where there is no project", () => {
    for (const paths of [["book/a.md"], ["book/chapters"], ["books"], ["boo"], []])
      assert.ok(!coversProject(paths, resolve("book")), paths.join());
    assert.ok(!coversProject(["."], undefined));
  });
});
