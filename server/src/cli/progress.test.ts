// How far a long run is: said late, seldom, and only to people.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { progressOn } from "./progress.ts";

describe("progressOn", () => {
  const run = (isTTY: boolean, times: readonly number[]) => {
    const written: string[] = [];
    let at = 0;
    const terminal = { isTTY, write: (text: string) => written.push(text) };
    const { onProgress, end } = progressOn(terminal, 9, { now: () => at });
    for (const [i, time] of times.entries()) {
      at = time;
      onProgress(i + 1);
    }
    end();
    return written;
  };

  it("says nothing of a short run, and nothing where nobody looks", () => {
    assert.deepEqual(run(true, [10, 500, 999]), []);
    assert.deepEqual(run(false, [10, 5000, 9000]), []);
  });

  it("says how far it is, not too often, and takes it away", () => {
    const [first, second, last, ...more] = run(true, [900, 1100, 1150, 1199, 1300]);
    assert.match(first ?? "", /2 of 9 guidelines checked$/);
    assert.match(second ?? "", /5 of 9 guidelines checked$/);
    assert.equal(last, "\r\u001B[2K");
    assert.deepEqual(more, []);
  });
});
