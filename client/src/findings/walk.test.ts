// From one finding of a rule to the next.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Found } from "./tree.ts";
import { ruleToWalk, step } from "./walk.ts";

const document = (uri: string, ...at: readonly [rule: string, line: number][]): Found => ({
  uri,
  state: "",
  findings: at.map(([rule, line]) => ({
    rule,
    severity: "warning",
    range: { start: { line, character: 4 }, end: { line, character: 8 } },
    message: "",
    related: [],
  })),
});
const documents = [document("a", ["x", 1], ["y", 2], ["x", 5]), document("c", ["x", 0], ["y", 3])];
const caret = (uri: string, line: number, character = 4) => ({ uri, position: { line, character } });

describe("step", () => {
  const walk = (
    from: ReturnType<typeof caret> | undefined,
    direction: "next" | "previous",
    rule?: string,
  ) => {
    const stop = step(documents, rule, from, direction);
    return stop && `${stop.uri} ${stop.finding.range.start.line} ${stop.number}/${stop.of}`;
  };

  it("goes through one rule's findings in all documents, and round again", () => {
    assert.equal(walk(caret("a", 0), "next", "x"), "a 1 1/3");
    assert.equal(walk(caret("a", 1), "next", "x"), "a 5 2/3");
    assert.equal(walk(caret("a", 5), "next", "x"), "c 0 3/3");
    assert.equal(walk(caret("c", 0), "next", "x"), "a 1 1/3");
  });

  it("goes back the same way", () => {
    assert.equal(walk(caret("a", 1), "previous", "x"), "c 0 3/3");
    assert.equal(walk(caret("c", 0), "previous", "x"), "a 5 2/3");
    assert.equal(walk(caret("a", 5), "previous", "x"), "a 1 1/3");
  });

  it("starts from a document without findings at the next one in order", () => {
    assert.equal(walk(caret("b", 9), "next", "x"), "c 0 3/3");
    assert.equal(walk(caret("b", 9), "previous", "x"), "a 5 2/3");
  });

  it("goes through all rules where none is looked at, and starts at an end without a caret", () => {
    assert.equal(walk(caret("a", 1), "next"), "a 2 2/5");
    assert.equal(walk(undefined, "next", "y"), "a 2 1/2");
    assert.equal(walk(undefined, "previous", "y"), "c 3 2/2");
    assert.equal(walk(caret("a", 1), "next", "z"), undefined);
  });
});

describe("ruleToWalk", () => {
  it("is the chosen one, else that of the finding at the caret", () => {
    assert.equal(ruleToWalk(documents, "y", caret("a", 1)), "y");
    assert.equal(ruleToWalk(documents, undefined, caret("a", 2, 8)), "y");
    assert.equal(ruleToWalk(documents, undefined, caret("a", 2, 9)), undefined);
    assert.equal(ruleToWalk(documents, "gone", caret("c", 0)), "x");
    assert.equal(ruleToWalk(documents, undefined, undefined), undefined);
  });
});
