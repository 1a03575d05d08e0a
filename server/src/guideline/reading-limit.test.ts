// What is not read at all: files of another kind and texts beyond the limit; everything else is.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { largestText, readingLimit } from "./reading-limit.ts";

describe("readingLimit", () => {
  it("refuses a text beyond the limit and says how large it is", () => {
    assert.equal(readingLimit("a".repeat(largestText)), undefined);
    const limit = readingLimit("a".repeat(largestText + 200_000));
    assert.equal(limit?.kind, "too-large");
    assert.match(limit?.message ?? "", /1\.2 million characters.*up to 1 million/);
  });

  it("refuses what is no text", () => {
    assert.equal(readingLimit("PK\u0003\u0004\u0000\u0000")?.kind, "not-text");
    assert.equal(readingLimit(`%PDF-1.7\n${"\uFFFDobj\u0001".repeat(50)}`)?.kind, "not-text");
  });

  it("reads writing in any script, with an odd character here and there", () => {
    for (const text of [
      "",
      "\n",
      "Жар — лечение",
      "発熱",
      "حمى",
      `${"word ".repeat(50)}\uFFFD\u000C\u001B`,
      "\uFEFF# T\r\n\tx",
    ]) {
      assert.equal(readingLimit(text), undefined, JSON.stringify(text.slice(0, 20)));
    }
  });
});
