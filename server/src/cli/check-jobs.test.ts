// The same findings in the same order, however many threads look for them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultyGuidelines } from "../../../test/support/sample-guidelines.ts";
import { checkAll, jobsFor } from "./check-jobs.ts";
import { CommandError } from "./command.ts";
import type { Source } from "./source.ts";

const sources: readonly Source[] = [...faultyGuidelines].map(([name, text], i) => ({
  file: name,
  uri: `file:///${i}/${name}`,
  text,
  marked: false,
  project: i % 2 === 0 ? "one" : undefined,
}));
const never = new AbortController().signal;

describe("checkAll", () => {
  it("finds the same with any number of threads, and says how far it is", async () => {
    const alone = await checkAll({ sources, jobs: 1, signal: never });
    assert.ok(alone.flatMap(({ findings }) => findings).length > 10);
    for (const jobs of [2, 3, 64]) {
      const steps: number[] = [];
      const results = await checkAll({
        sources,
        jobs,
        signal: never,
        onProgress: (done) => steps.push(done),
      });
      assert.deepEqual(results, alone, `${jobs} threads`);
      assert.deepEqual(
        steps,
        Array.from(sources, (_, i) => i + 1),
      );
    }
  });

  it("runs only the rules that are named", async () => {
    const only = ["order-incomplete"];
    for (const jobs of [1, 2]) {
      const found = (await checkAll({ sources, only, jobs, signal: never })).flatMap(
        ({ findings }) => findings,
      );
      assert.deepEqual([...new Set(found.map(({ rule }) => rule))], only);
    }
  });

  it("ends when it is cancelled", async () => {
    for (const jobs of [1, 2]) {
      const controller = new AbortController();
      const onProgress = () => controller.abort(new CommandError("Cancelled.", 130));
      await assert.rejects(checkAll({ sources, jobs, signal: controller.signal, onProgress }), /Cancelled/);
    }
  });

  it("checks nothing where there is nothing", async () => {
    assert.deepEqual(await checkAll({ sources: [], jobs: 4, signal: never }), []);
  });
});

describe("jobsFor", () => {
  it("is one for little text or few processors, else two", () => {
    const large = sources.map((source) => ({ ...source, text: "x".repeat(1_000_000) }));
    assert.equal(jobsFor(sources, 16), 1);
    assert.equal(jobsFor(large, 2), 1);
    assert.equal(jobsFor(large, 4), 2);
    assert.equal(jobsFor(large, 64), 2);
  });
});
