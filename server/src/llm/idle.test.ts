// The local backend with the real starter model falls asleep when nobody asks, and wakes when somebody does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { collect } from "../../../test/support/backend-contract.ts";
import { gone, starterBackend, TestClock } from "../../../test/support/local-engine.ts";
import type { LocalBackend } from "./local-backend.ts";

const never = new AbortController().signal;
const request = { prefix: "The capital of France is", maxTokens: 3 };
const ask = (backend: LocalBackend) => collect(backend.complete(request, never));
const minute = 60_000;

test("a model that nobody asks falls asleep, and the next request wakes it", async () => {
  const clock = new TestClock();
  const backend = await starterBackend({ clock, idleMs: 10 * minute });
  const text = await ask(backend);
  clock.advance(9 * minute);
  assert.equal(await ask(backend), text);
  clock.advance(9 * minute);
  assert.equal(backend.status.state, "ready");
  const pid = backend.pid!;
  // While it works it is not idle, however long that takes.
  const reading = backend.complete({ ...request, maxTokens: 5 }, never)[Symbol.asyncIterator]();
  await reading.next();
  clock.advance(60 * minute);
  while (!(await reading.next()).done);
  assert.equal(backend.pid, pid);
  clock.advance(10 * minute);
  assert.equal(backend.status.state, "asleep");
  assert.match(backend.status.message, /not needed for 10 minutes/);
  await gone(pid);
  // To be asked for figures does not wake it.
  assert.equal((await backend.statistics()).requests, 0);
  assert.equal(backend.status.state, "asleep");
  assert.equal(await ask(backend), text);
  assert.equal(backend.status.state, "ready");
  await backend.dispose();
  assert.equal(clock.pending, 0);
});
