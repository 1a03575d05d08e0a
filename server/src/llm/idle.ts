// Notices when nothing has been asked of the model for a while. It must not know models or requests.
import { type Clock, systemClock } from "./clock.ts";

export class Idle {
  readonly #ms: number;
  readonly #onIdle: () => void;
  readonly #clock: Clock;
  #atWork = 0;
  #cancel = () => {};

  /** Calls back `ms` after the last work has ended; never where `ms` is 0. */
  constructor(ms: number, onIdle: () => void, clock: Clock = systemClock) {
    this.#ms = ms;
    this.#onIdle = onIdle;
    this.#clock = clock;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#atWork++;
    this.#cancel();
    try {
      return await work();
    } finally {
      if (--this.#atWork === 0) this.#wait();
    }
  }

  /** Waits no longer; the next work begins anew. */
  stop(): void {
    this.#cancel();
    this.#cancel = () => {};
  }

  #wait(): void {
    if (this.#ms > 0) this.#cancel = this.#clock.after(this.#ms, this.#onIdle);
  }
}
