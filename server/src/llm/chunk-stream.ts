// Turns "push me pieces" into the AsyncIterable of the Backend contract: an abort rejects at once with
// the signal's reason, and leaving the loop early aborts the work. It must not know models.
import type { Chunk, Chunks, Ending } from "./backend.ts";

/** Does the work: pushes chunks until its promise settles. `signal` also fires when nobody listens any more. */
export type ChunkWork = (
  push: (chunk: Chunk) => void,
  signal: AbortSignal,
) => Promise<Ending | undefined> | Promise<void>;

export function chunkStream(work: ChunkWork, signal: AbortSignal): Chunks {
  // The work begins at the first next(), so a stream that nobody reads costs nothing.
  return { [Symbol.asyncIterator]: () => new ChunkIterator(work, signal) };
}

type End = { readonly error?: unknown; readonly ending?: Ending | undefined };

class ChunkIterator implements AsyncIterator<Chunk, Ending | undefined> {
  readonly #work: ChunkWork;
  readonly #signal: AbortSignal;
  readonly #left = new AbortController();
  readonly #queue: Chunk[] = [];
  #started = false;
  #end: End | undefined;
  #wake = () => {};

  constructor(work: ChunkWork, signal: AbortSignal) {
    this.#work = work;
    this.#signal = signal;
  }

  async next(): Promise<IteratorResult<Chunk, Ending | undefined>> {
    if (!this.#started) this.#start();
    for (;;) {
      const chunk = this.#queue.shift();
      if (chunk) return { done: false, value: chunk };
      if (this.#end) {
        const { error, ending } = this.#end;
        // An error is told once; after it the stream is simply over.
        this.#end = {};
        if (error !== undefined) throw error;
        return { done: true, value: ending };
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<Chunk, Ending | undefined>> {
    this.#started = true;
    this.#queue.length = 0;
    this.#finish({});
    this.#left.abort(new DOMException("The reader left.", "AbortError"));
    return { done: true, value: undefined };
  }

  #start(): void {
    this.#started = true;
    const onAbort = () => {
      this.#queue.length = 0;
      this.#finish({ error: this.#signal.reason });
    };
    if (this.#signal.aborted) {
      onAbort();
      return;
    }
    this.#signal.addEventListener("abort", onAbort, { once: true });
    const stop = AbortSignal.any([this.#signal, this.#left.signal]);
    const push = (chunk: Chunk) => {
      if (this.#end) return;
      this.#queue.push(chunk);
      this.#wake();
    };
    Promise.resolve()
      .then(async () => (await this.#work(push, stop)) ?? undefined)
      .then(
        (ending) => this.#finish({ ending }),
        (error: unknown) => this.#finish({ error }),
      )
      .finally(() => this.#signal.removeEventListener("abort", onAbort));
  }

  #finish(end: End): void {
    this.#end ??= end;
    this.#wake();
  }
}

/** Settles like the promise, but rejects with the signal's reason as soon as that fires. */
export function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
