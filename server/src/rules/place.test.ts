// Places in words, of documents with any address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { lineOf } from "./place.ts";

test("a place is a line, and the document's name where it is another one", () => {
  const guideline = parseGuideline("one\ntwo\n");
  assert.equal(lineOf(guideline, 4, undefined), "line 2");
  assert.equal(lineOf(guideline, 4, "file:///a/chapter%203.md"), "chapter 3.md, line 2");
  assert.equal(lineOf(guideline, 4, "untitled:50%"), "untitled:50%, line 2");
});
