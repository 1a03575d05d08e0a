// How many tokens of a prompt are read at a time: as many as keep a cancellation or a more urgent request
// waiting no longer than is felt. It must not know what reads them.

/** Longer than this a slice should not take. */
export const longestSliceMs = 150;
const goodMs = { least: 75, aimed: 100 };
/** Smaller slices would read no faster than the model writes. */
const fewest = 4;
const first = 16;

export class SliceLength {
  readonly #most: number;
  #length: number;

  constructor(most: number) {
    this.#most = Math.max(most, fewest);
    this.#length = Math.min(first, this.#most);
  }

  get length(): number {
    return this.#length;
  }

  /** Follows the machine: at once when it is slow, by and by when it is fast. The last, short slices say nothing. */
  measured(tokens: number, ms: number): void {
    if (tokens < this.#length) return;
    if (ms > longestSliceMs) this.#length = Math.floor((this.#length * goodMs.aimed) / ms);
    else if (ms < goodMs.least) this.#length = Math.ceil(this.#length * 1.25);
    this.#length = Math.min(Math.max(this.#length, fewest), this.#most);
  }
}
