// Where a guidewright.yaml is looked for, upwards from a document.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foldersAbove } from "./project-mark.ts";

test("walks up to the workspace folder and no further", () => {
  assert.deepEqual(foldersAbove("/home/a/work/part/x.md", "/home/a/work"), [
    "/home/a/work/part",
    "/home/a/work",
  ]);
  assert.deepEqual(foldersAbove("/home/a/work/x.md", "/home/a/work/"), ["/home/a/work"]);
});

test("without a workspace folder walks up to the root", () => {
  assert.deepEqual(foldersAbove("/home/a/x.md", undefined), ["/home/a", "/home", "/"]);
  assert.deepEqual(foldersAbove("/x.md", undefined), ["/"]);
});

test("a folder whose name only begins like the workspace folder is outside of it", () => {
  assert.deepEqual(foldersAbove("/work-old/x.md", "/work"), ["/work-old", "/"]);
});

test("Windows drives and a root as workspace folder", () => {
  assert.deepEqual(foldersAbove("/c:/g/x.md", "/c:/g"), ["/c:/g"]);
  assert.deepEqual(foldersAbove("/a/x.md", "/"), ["/a", "/"]);
});

test("ends on any depth", () => {
  assert.equal(foldersAbove(`${"/a".repeat(1000)}/x.md`, undefined).length, 40);
});
