// What comments reach: a line, the next one, a stretch, a document; and which of them have no sense.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { silencesIn } from "./disable-reach.ts";
import { parseGuideline } from "./guideline.ts";

/** The lines, from 1, in which a rule is silent. */
function silentIn(text: string, rule = "a"): number[] {
  const guideline = parseGuideline(text);
  const silences = silencesIn(guideline);
  return Array.from({ length: guideline.lines.count }, (_, line) => line + 1).filter((line) =>
    silences.at(rule, guideline.lines.start(line - 1)),
  );
}
const faults = (text: string) =>
  silencesIn(parseGuideline(text)).faults.map(
    ({ kind, silence, before }) =>
      `${kind} ${silence.rule?.id ?? "*"}${before ? ` after ${before.by.kind}` : ""}`,
  );
const c = (words: string) => `<!-- guidewright-${words} -->`;

describe("silencesIn", () => {
  it("reaches a comment's own line, or the next with anything to read", () => {
    assert.deepEqual(silentIn(`x\ny ${c("disable-line a")} z\nx`), [2]);
    assert.deepEqual(silentIn(`x\n${c("disable-next-line")}\nx\nx`), [3]);
    assert.deepEqual(silentIn(`x\r\n${c("disable-next-line a")}\r\n\r\nx\r\nx`), [4]);
    assert.deepEqual(silentIn(`${c("disable-next-line b")}\n${c("disable-next-line a")}\nx\nx`), [3]);
    assert.deepEqual(silentIn(`${c("disable-next-line a")}\n${c("disable-next-line b")}\nx\nx`), [3]);
    assert.deepEqual(silentIn(`y ${c("disable-next-line a")} ${c("disable-line b")} z\nx\nx`), [2]);
    assert.deepEqual(silentIn(`${c("disable-next-line a")}\n${c("disable-line b")} z\nx`), [2]);
    assert.deepEqual(silentIn(`x ${c("disable-line b")}\nx`), []);
  });

  it("reaches from disable to enable, of one rule or of all", () => {
    const block = (on: string, off: string) => `x\n\n${c(on)}\n\nx\n\n${c(off)}\n\nx\n`;
    for (const text of [
      block("disable a", "enable a"),
      block("disable", "enable"),
      block("disable a b", "enable"),
      block("disable a, b", "enable b, a"),
      block("disable", "enable a"),
    ])
      assert.deepEqual(silentIn(text), [3, 4, 5, 6], text);
    assert.deepEqual(silentIn(block("disable b", "enable")), []);
    assert.deepEqual(silentIn(block("disable", "enable b")).at(-1), 9);
  });

  it("lets single rules speak within a stretch of all, and be silent again", () => {
    const text = `${c("disable")}\n\nx\n\n${c("enable a")}\n\nx\n\n${c("disable a")}\n\nx\n\n${c("enable")}\n\nx\n`;
    assert.deepEqual(
      [3, 7, 11, 15].map((line) => silentIn(text).includes(line)),
      [true, false, true, false],
    );
    assert.deepEqual(
      [3, 7, 11, 15].map((line) => silentIn(text, "b").includes(line)),
      [true, true, true, false],
    );
    assert.deepEqual(faults(text), []);
  });

  it("reaches all of a file, from wherever it is said", () => {
    assert.equal(silentIn(`x\n\nx ${c("disable-file a")}\nx`).length, 4);
    assert.equal(silentIn("---\nguidewright-disable: a\n---\n\nx\n").length, 6);
    assert.deepEqual(silentIn("---\nguidewright-disable: b\n---\n\nx\n"), []);
  });

  it("tells what contradicts itself", () => {
    assert.deepEqual(faults(`${c("disable a")}\n\n${c("disable a")}\n\n${c("enable")}`), [
      "twice a after block",
    ]);
    assert.deepEqual(faults(`${c("disable")}\n\n${c("disable a")}\n\n${c("enable")}`), [
      "twice a after block",
    ]);
    assert.deepEqual(faults(`x ${c("disable-line a")} ${c("disable-line a")}`), ["twice a after line"]);
    assert.deepEqual(faults(`${c("disable-next-line a")}\nx ${c("disable-line a")}`), [
      "twice a after next-line",
    ]);
    assert.deepEqual(faults(`${c("disable-file a")}\n${c("disable-file a a")}`), [
      "twice a after file",
      "twice a after file",
    ]);
    assert.deepEqual(faults(`${c("enable")}\n\n${c("disable-file a")}\n\n${c("enable a")}`), [
      "stray *",
      "stray a",
    ]);
    assert.deepEqual(faults(`${c("disable a b")}\n\n${c("enable a")}`), ["open b"]);
    assert.deepEqual(faults(`${c("disable")}\n\n${c("enable a")}\n\n${c("enable a")}`), [
      "stray a",
      "open *",
    ]);
  });
});
