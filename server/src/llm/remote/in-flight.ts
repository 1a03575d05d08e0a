// A bounded number of requests at once, the most urgent lane first. It must not know what a request is.
import type { Lane } from "../backend.ts";

const urgency: Readonly<Record<Lane, number>> = { inline: 0, explain: 1, draft: 2, background: 3 };

interface Waiting {
  readonly rank: number;
  readonly start: () => void;
}

export class InFlight {
  readonly #most: number;
  #running = 0;
  #waiting: Waiting[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs the task in its turn. While it still waits, an abort rejects at once and frees its place. */
  async run<T>(lane: Lane, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#running < this.#most) this.#running++;
    else await this.#turn(urgency[lane], signal);
    try {
      return await task();
    } finally {
      // The place is handed on, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#running--;
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
}
