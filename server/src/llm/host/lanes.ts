// Who computes next: one evaluation at a time, always for the most urgent request that is at work. A request
// that is pre-empted keeps its place and goes on where it was. It must not know models.
import type { Lane } from "../backend.ts";
import { orAbort } from "../chunk-stream.ts";
import { ModelError } from "../errors.ts";

/** Preparing is for what will soon be wanted: before work in the background, behind everything else. */
export type Way = Lane | "prepare";

const order: readonly Way[] = ["inline", "explain", "draft", "prepare", "background"];

/**
 * What a newcomer puts an end to in its own window. One pair of hands types there, so only the newest inline request is wanted: who
 * could use an older one's text has joined it before asking for another. It knows best what to prepare, too.
 */
const endedBy: Partial<Record<Way, readonly Way[]>> = {
  inline: ["inline", "prepare"],
  prepare: ["prepare"],
};

export interface Turn {
  /** Fires when the request is cancelled or a newer one takes its place. */
  readonly signal: AbortSignal;
  /** Runs one evaluation as soon as nothing more urgent is at work. */
  step<T>(evaluation: () => Promise<T>): Promise<T>;
  /** Lets others compute while the request waits for one of them. */
  aside<T>(wait: Promise<T>): Promise<T>;
}

interface Job {
  readonly way: Way;
  readonly whose: unknown;
  readonly rank: number;
  readonly supersede: AbortController;
  readonly signal: AbortSignal;
  readonly gone: Promise<void>;
  /** Those in its lane that came before it and are not ended by it. */
  behind: readonly Job[];
  /** True while it waits for something that others may have to compute. */
  aside: boolean;
}

interface WaitingStep {
  readonly job: Job;
  readonly start: () => void;
}

export class Lanes {
  #jobs: Job[] = [];
  #steps: WaitingStep[] = [];
  #computing = false;

  /** Runs the task once those that came before it in its lane have ended. `whose` tells one window from another. */
  async run<T>(way: Way, signal: AbortSignal, task: (turn: Turn) => Promise<T>, whose?: unknown): Promise<T> {
    signal.throwIfAborted();
    let leave = () => {};
    const gone = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const ended = this.#jobs.filter((other) => other.whose === whose && endedBy[way]?.includes(other.way));
    const before = this.#jobs.filter((other) => other.way === way || ended.includes(other));
    const supersede = new AbortController();
    const job: Job = {
      way,
      whose,
      rank: order.indexOf(way),
      supersede,
      signal: AbortSignal.any([signal, supersede.signal]),
      gone,
      behind: before.filter((other) => !ended.includes(other)),
      aside: false,
    };
    this.#jobs.push(job);
    for (const other of ended) other.supersede.abort(superseded());
    try {
      // An aborted one keeps its place until it has really ended: it may be in the middle of an evaluation.
      await orAbort(Promise.all(before.map((other) => other.gone)), job.signal);
      job.behind = [];
      return await task(this.#turnOf(job));
    } finally {
      this.#jobs = this.#jobs.filter((other) => other !== job);
      leave();
      this.#next();
    }
  }

  #turnOf(job: Job): Turn {
    return {
      signal: job.signal,
      step: async (evaluation) => {
        await this.#granted(job);
        try {
          return await evaluation();
        } finally {
          this.#computing = false;
          this.#next();
        }
      },
      aside: async (wait) => {
        job.aside = true;
        this.#next();
        try {
          return await orAbort(wait, job.signal);
        } finally {
          job.aside = false;
        }
      },
    };
  }

  #granted(job: Job): Promise<void> {
    return new Promise((resolve, reject) => {
      if (job.signal.aborted) return reject(job.signal.reason);
      const onAbort = () => {
        this.#steps = this.#steps.filter((other) => other !== waiting);
        reject(job.signal.reason);
      };
      const start = () => {
        job.signal.removeEventListener("abort", onAbort);
        resolve();
      };
      const waiting: WaitingStep = { job, start };
      job.signal.addEventListener("abort", onAbort, { once: true });
      this.#steps.push(waiting);
      this.#next();
    });
  }

  #isAtWork({ aside, behind }: Job): boolean {
    return !aside && !behind.some((other) => this.#jobs.includes(other));
  }

  #next(): void {
    if (this.#computing) return;
    const next = this.#steps.reduce<WaitingStep | undefined>(
      (first, one) => (first && first.job.rank <= one.job.rank ? first : one),
      undefined,
    );
    // Between two evaluations of a more urgent request nobody slips in.
    if (!next || this.#jobs.some((job) => job.rank < next.job.rank && this.#isAtWork(job))) return;
    this.#steps = this.#steps.filter((other) => other !== next);
    this.#computing = true;
    next.start();
  }
}

const superseded = () =>
  new ModelError(
    "superseded",
    "A newer request took this one's place.",
    "Nothing needs to be done: the newer one is answered.",
  );
