// Kills the model host at moments that no one chose: while it starts, loads, reads, writes, scores. Whoever
// waits must be told in time and by type, and the next answer must be the one from before. It must not know how
// often is often enough.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { ModelError } from "../../server/src/llm/errors.ts";
import type { LocalBackend } from "../../server/src/llm/local-backend.ts";
import { collect } from "../support/backend-contract.ts";
import { gone, starterBackend } from "../support/local-engine.ts";
import { randomNumbers } from "../support/random-numbers.ts";

/** Milliseconds from a request to the kill, at most: loading is within, and so is the work after it. */
const longest = 1500;
const never = new AbortController().signal;
const question = { prefix: "The capital of France is", maxTokens: 6 };
const text = "Give fluids to every child with signs of dehydration. ".repeat(30);

/** What a host may be at when it is killed. */
const works: Readonly<Record<string, (backend: LocalBackend) => Promise<unknown>>> = {
  loading: (backend) => backend.warm(),
  reading: (backend) => collect(backend.complete({ prefix: text.repeat(3), maxTokens: 1 }, never)),
  writing: (backend) => collect(backend.complete({ ...question, maxTokens: 300 }, never)),
  filling: (backend) =>
    collect(backend.generate({ prefix: text, maxTokens: 300, schema: { type: "string" } }, never)),
  scoring: (backend) => backend.score({ prefix: text, choices: [" Yes", " No", text] }, never),
};

/** How many requests ended in which way: "answered" or the error's code. */
export type Endings = Record<string, number>;

export async function killHosts(times: number, seed: number): Promise<Endings> {
  const random = randomNumbers(seed);
  const backend = await starterBackend({ pauseMs: () => 0, mostDeaths: Number.POSITIVE_INFINITY });
  const pids = new Set<number>();
  const endings: Endings = {};
  try {
    const expected = await collect(backend.complete(question, never));
    for (let kill = 0; kill < times; kill++) {
      const names = Object.keys(works);
      const name = names[Math.floor(random() * names.length)] ?? "loading";
      const ending = works[name]?.(backend).then(() => "answered", codeOf);
      // Soon after a death the host is only starting; later it has long begun to work.
      await pause(random() * random() * longest);
      const { pid } = backend;
      if (pid !== undefined) kill9(pid, pids);
      const end = `${name}: ${await ending}`;
      endings[end] = (endings[end] ?? 0) + 1;
      assert.equal(await answerOf(backend), expected);
    }
  } finally {
    await backend.dispose();
  }
  for (const pid of pids) await gone(pid);
  return endings;
}

function kill9(pid: number, pids: Set<number>): void {
  pids.add(pid);
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had just died of the kill before.
  }
}

/** The answer of the host that comes next; a death that was not yet noticed may take one request along. */
async function answerOf(backend: LocalBackend): Promise<string> {
  try {
    return await collect(backend.complete(question, never));
  } catch (error) {
    assert.equal(codeOf(error), "host-died");
    return collect(backend.complete(question, never));
  }
}

/** Anything but a typed error that tells what to do is a fault of ours. */
export function codeOf(error: unknown): string {
  if (!(error instanceof ModelError)) throw error;
  assert.notEqual(error.message, "");
  assert.notEqual(error.advice, "");
  return error.code;
}
