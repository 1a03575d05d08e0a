// One evaluation at a time, the most urgent lane first. A task that was aborted keeps its turn until it
// has really ended, because two evaluations on one sequence corrupt its cache. It must not know models.
import type { Lane } from "../backend.ts";

const urgency: Readonly<Record<Lane, number>> = { inline: 0, explain: 1, draft: 2, background: 3 };

interface Waiting {
  readonly rank: number;
  readonly start: () => void;
}

export class Lanes {
  #busy = false;
  #waiting: Waiting[] = [];

  /** Runs the task in its turn. While it still waits, an abort rejects at once and frees its place. */
  async run<T>(lane: Lane, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#busy) await this.#turn(urgency[lane], signal);
    this.#busy = true;
    try {
      return await task();
    } finally {
      this.#busy = false;
      this.#next();
    }
  }

  #turn(rank: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(signal.reason);
      };
      const start = () => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
      const waiting: Waiting = { rank, start };
      signal.addEventListener("abort", onAbort, { once: true });
      const at = this.#waiting.findIndex((other) => other.rank > rank);
      this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, waiting);
    });
  }

  #next(): void {
    const next = this.#waiting.shift();
    if (!next) return;
    // Taken before the microtask of the starter runs, so that nobody slips in between.
    this.#busy = true;
    next.start();
  }
}
