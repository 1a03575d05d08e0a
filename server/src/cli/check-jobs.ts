// Checks many documents, in this thread or in several: the findings and their order are the same. It must not know
// files or formats.

import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { type Checked, checkerOf } from "./check-documents.ts";
import { CommandError } from "./command.ts";
import type { Source } from "./source.ts";

export interface WorkerTask {
  readonly sources: readonly Source[];
  /** The rules that run, where not all do. */
  readonly only?: readonly string[];
}

export interface CheckTask extends WorkerTask {
  /** How many threads; undefined: as many as pay. */
  readonly jobs: number | undefined;
  readonly signal: AbortSignal;
  /** So many documents are done. */
  readonly onProgress?: (done: number) => void;
}

/** A thread takes a moment to start, and each reads all documents: below this many characters one is faster. */
const worthThreads = 400_000;
/** Of two that each read all documents, both take nearly as long as one that reads them once. */
const worthProcessors = 4;
/** Each has all documents in its memory. */
const mostThreads = 4;

export function jobsFor(sources: readonly Source[], processors = availableParallelism()): number {
  const characters = sources.reduce((total, { text }) => total + text.length, 0);
  const pays = characters >= worthThreads && processors >= worthProcessors;
  return pays ? Math.min(processors, mostThreads) : 1;
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
    // A turn of the event loop, in which Ctrl+C is heard.
    await setImmediate();
    signal.throwIfAborted();
    results.push(check(at));
    onProgress?.(results.length);
  }
  return results;
}

async function checkInThreads(task: CheckTask, threads: number): Promise<readonly Checked[]> {
  const { sources, only, signal, onProgress } = task;
  const results: Checked[] = [];
  const waiting = sources.keys();
  let done = 0;
  const { Worker } = await import("node:worker_threads");
  const workerData: WorkerTask = { sources, ...(only && { only }) };
  const workers = Array.from({ length: threads }, () => new Worker(workerFile, { workerData }));
  const finished = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        const next = () => {
          const { value, done } = waiting.next();
          if (done) resolve();
          else worker.postMessage(value);
        };
        worker.on("message", ({ at, checked }: { at: number; checked: Checked }) => {
          results[at] = checked;
          onProgress?.(++done);
          next();
        });
        worker.on("error", reject);
        worker.on("exit", () => reject(new CommandError("A thread ended early. Try again with --jobs 1.")));
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        next();
      }),
  );
  try {
    signal.throwIfAborted();
    await Promise.all(finished);
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** In the build all threads' code lies beside this one's, in the sources too. */
const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "./check-worker.ts" : "./check-worker.mjs",
  import.meta.url,
);
