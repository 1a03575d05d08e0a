// The baseline's file: what is written is read again, sorted; whatever else a file may hold is refused in plain words.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type Baseline,
  emptyBaseline,
  formatBaseline,
  largestBaseline,
  parseBaseline,
  withoutFile,
} from "./baseline.ts";

const baseline: Baseline = {
  files: new Map([
    ["b.md", new Set(["dose-conflict 02", "band-gap 01"])],
    ["a/ä b.md", new Set(["band-gap 03"])],
    ["c.md", new Set<string>()],
  ]),
};

describe("a baseline", () => {
  it("is read as it was written, without files that have nothing", () => {
    const read = parseBaseline(formatBaseline(baseline));
    assert.ok(typeof read !== "string");
    assert.deepEqual(
      [...read.files],
      [
        ["a/ä b.md", new Set(["band-gap 03"])],
        ["b.md", new Set(["band-gap 01", "dose-conflict 02"])],
      ],
    );
    assert.equal(formatBaseline(read), formatBaseline(baseline));
    assert.deepEqual(parseBaseline(formatBaseline(emptyBaseline)), emptyBaseline);
  });

  it("has one finding a line, in an order that does not depend on when it was found", () => {
    assert.deepEqual(formatBaseline(baseline).split("\n").slice(2, 9), [
      '  "files": {',
      '    "a/ä b.md": [',
      '      "band-gap 03"',
      "    ],",
      '    "b.md": [',
      '      "band-gap 01",',
      '      "dose-conflict 02"',
    ]);
  });

  it("is refused in plain words when it is anything else", () => {
    for (const text of [
      "",
      "null",
      "7",
      "{}",
      '{"version":"1","files":{}}',
      '{"version":1,"files":[]}',
      '{"version":1,"files":{"a":{}}}',
      "<<<<<<< ours\n{",
    ])
      assert.match(String(parseBaseline(text)), /^(?:it|what) [^{}]*$/, text);
    assert.match(String(parseBaseline(" ".repeat(largestBaseline + 1))), /too large/);
  });

  it("never fails, whatever the text", () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = parseBaseline(text);
        if (typeof read !== "string") assert.ok(read.files instanceof Map);
      }),
    ));

  it("gives up the findings of files that are gone", () => {
    assert.deepEqual([...withoutFile(baseline, (path) => path !== "b.md")].sort(), [
      "band-gap 01",
      "dose-conflict 02",
    ]);
    assert.equal(withoutFile(baseline, () => true).size, 0);
  });
});
