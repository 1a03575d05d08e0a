// Checks many documents, in this thread or in several: the findings and their order are the same. It must not know
// files or formats.

import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { type Checked, checkerOf, type Part, together } from "./check-documents.ts";
import { type Claims, claimsOf, type Role, shareOf } from "./check-shares.ts";
import { CommandError } from "./command.ts";
import type { Source } from "./source.ts";

export interface WorkerTask {
  readonly sources: readonly Source[];
  /** The rules that run, where not all do. */
  readonly only?: readonly string[];
  readonly role: Role;
  readonly claims: Claims;
}

/** What a thread hands back. */
export interface Done {
  readonly at: number;
  readonly part: Part;
  readonly checked: Checked;
}

export interface CheckTask extends Pick<WorkerTask, "sources" | "only"> {
  /** How many threads; undefined: as many as pay. */
  readonly jobs: number | undefined;
  readonly signal: AbortSignal;
  /** So many documents are done. */
  readonly onProgress?: (done: number) => void;
}

/** A thread takes a moment to start, and both read the documents: below this many characters one is faster. */
const worthThreads = 400_000;
/** Each keeps nearly two processors busy, with compiling and collecting garbage. */
const worthProcessors = 3;
/** More read all documents once more, for little. */
const usualThreads = 2;

export function jobsFor(sources: readonly Source[], processors = availableParallelism()): number {
  const characters = sources.reduce((total, { text }) => total + text.length, 0);
  return characters >= worthThreads && processors >= worthProcessors ? usualThreads : 1;
}

/** One result for each document, in their order. */
export async function checkAll(task: CheckTask): Promise<readonly Checked[]> {
  const { sources, jobs = jobsFor(sources) } = task;
  const threads = Math.min(jobs, sources.length);
  return threads > 1 ? checkInThreads(task, threads) : checkHere(task);
}

async function checkHere({ sources, only, signal, onProgress }: CheckTask): Promise<readonly Checked[]> {
  const check = checkerOf(sources, only);
  const results: Checked[] = [];
  for (const at of sources.keys()) {
    await heard(signal);
    results.push(check(at));
    onProgress?.(results.length);
  }
  return results;
}

/** A turn of the event loop, in which Ctrl+C and other threads are heard. */
async function heard(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** This thread is one of them. */
async function checkInThreads(task: CheckTask, threads: number): Promise<readonly Checked[]> {
  const { sources, only, signal } = task;
  const { Worker } = await import("node:worker_threads");
  const claims = claimsOf(sources);
  const roles = Array.from({ length: threads - 1 }, (_, i): Role => (i % 2 === 0 ? "alone" : "compared"));
  const results = new Results(task);
  const workers = roles.map((role) => {
    const workerData: WorkerTask = { sources, ...(only && { only }), role, claims };
    return new Worker(workerFile, { workerData });
  });
  const ended = Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.on("message", (done: Done) => results.add(done));
          worker.on("error", reject);
          worker.on("exit", (code) => {
            if (code === 0) resolve();
            else reject(new CommandError("A thread ended early. Try again with --jobs 1."));
          });
          signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        }),
    ),
  );
  // It may fail while this thread is at work.
  ended.catch(() => undefined);
  try {
    const check = checkerOf(sources, only);
    for (const { at, part } of shareOf("compared", sources, claims)) {
      await heard(signal);
      results.add({ at, part, checked: check(at, part) });
    }
    await ended;
    return results.all;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What the threads found, by document. */
class Results {
  readonly all: Checked[] = [];
  readonly #halves = new Map<number, Checked>();
  readonly #task: CheckTask;
  #done = 0;

  constructor(task: CheckTask) {
    this.#task = task;
  }

  add({ at, part, checked }: Done): void {
    const half = this.#halves.get(at);
    if (part !== "all" && !half) {
      this.#halves.set(at, checked);
      return;
    }
    this.all[at] = half ? together(half, checked) : checked;
    this.#task.onProgress?.(++this.#done);
  }
}

/** In the build all threads' code lies beside this one's, in the sources too. */
const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "./check-worker.ts" : "./check-worker.mjs",
  import.meta.url,
);
