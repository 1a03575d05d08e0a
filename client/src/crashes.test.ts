// How often a crashed server is started again before we give up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { countCrashes } from "./crashes.ts";

function crashesEvery(milliseconds: number) {
  let time = 0;
  return countCrashes(() => {
    time += milliseconds;
    return time;
  });
}

test("starts again four times in three minutes, then gives up", () => {
  const crashes = crashesEvery(1000);
  const answers = [1, 2, 3, 4, 5].map(() => crashes.another());
  assert.deepEqual(answers, [true, true, true, true, false]);
});

test("a crash now and then is forgiven for ever", () => {
  const crashes = crashesEvery(60_000);
  for (let crash = 0; crash < 50; crash++) assert.ok(crashes.another());
});
