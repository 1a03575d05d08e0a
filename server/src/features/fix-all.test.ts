// All certain fixes, until none is left: never round in circles, never more than that.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { snapshotOf } from "../../../test/support/documents.ts";
import { seededPairs } from "../../../test/support/seeded.ts";
import { markdownText } from "../../../test/support/texts.ts";
import { applyEdits, type Edit } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { certainEdits } from "./code-actions.ts";
import { findingsOf } from "./diagnostics.ts";
import { settledEdits } from "./fix-all.ts";

/** Replaces the first of these words by the next one. */
const turning =
  (...words: string[]) =>
  ({ text }: Snapshot): Edit[] => {
    const at = words.findIndex((word) => text.includes(word));
    const word = words[at] ?? "";
    const next = words[at + 1];
    const start = text.indexOf(word);
    return next === undefined || at < 0 ? [] : [{ span: { start, end: start + word.length }, newText: next }];
  };
const settled = (text: string, editsOf: (state: Snapshot) => readonly Edit[]) =>
  applyEdits(text, settledEdits(snapshotOf(text), editsOf));
const certain = (state: Snapshot) => certainEdits(findingsOf(state).findings);

describe("settledEdits", () => {
  it("go on until nothing is left to do", () => {
    assert.equal(settled("Give one now.", turning("one", "two", "three", "four")), "Give four now.");
    assert.deepEqual(settledEdits(snapshotOf("Give four."), turning("one", "two")), []);
  });

  it("end where a text would come again, and after some rounds", () => {
    const swapped = ({ text }: Snapshot): Edit[] => [
      { span: { start: 0, end: 1 }, newText: text.startsWith("a") ? "b" : "a" },
    ];
    assert.equal(settled("a", swapped), "b");
    const longer = (): Edit[] => [{ span: { start: 0, end: 0 }, newText: "x" }];
    assert.equal(settled("", longer), "x".repeat(10));
    assert.deepEqual(
      settledEdits(snapshotOf("a"), () => [{ span: { start: 0, end: 1 }, newText: "a" }]),
      [],
    );
  });

  it("leave nothing certain to do in any seeded text", () => {
    const assertSettled = (text: string) => {
      assert.deepEqual(certain(snapshotOf(settled(text, certain))), [], JSON.stringify(text));
    };
    for (const { fault } of seededPairs()) for (const { text } of fault) assertSettled(text);
  });

  it("end in any text", () =>
    fc.assert(
      fc.property(markdownText, (text) => void settled(text, certain)),
      { numRuns: 200 },
    ));
});
