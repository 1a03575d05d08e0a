// How many tokens of a prompt are read at a time: as many as keep a cancellation or a more urgent request
// waiting no longer than is felt. It must not know what reads them.

/** Longer than this a slice should not take. */
export const longestSliceMs = 150;
/**
 * Weights that are packed are unpacked for sixteen tokens at a time: sixteen take little longer than eight (1.26 times), and
 * a few more than a multiple of sixteen are dear. So slices are never shorter, even where one takes longer than it should.
 */
const step = 16;

export class SliceLength {
  readonly #most: number;
  #length: number = step;

  /** At most so many tokens, which are a multiple of sixteen. */
  constructor(most: number) {
    this.#most = most;
  }

  get length(): number {
    return this.#length;
  }

  /** Follows the machine: at once when it is slow, by and by when it is fast. The last, short slices say nothing. */
  measured(tokens: number, ms: number): void {
    if (tokens < this.#length) return;
    const fitting = Math.floor((longestSliceMs * tokens) / ms / step) * step;
    this.#length = Math.max(step, Math.min(fitting, this.#length + step, this.#most));
  }
}
