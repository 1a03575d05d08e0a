// Gives out chunks up to the first stop string, without losing the probability of what was held back meanwhile.
// Pure; servers differ in how many stop strings they heed.
import type { Chunk } from "../backend.ts";
import { StopStrings } from "../host/output.ts";

export class StoppedText {
  readonly #stops: StopStrings;
  readonly #emit: (chunk: Chunk) => void;
  #probability: number | undefined;

  constructor(stop: readonly string[] | undefined, emit: (chunk: Chunk) => void, probability = 1) {
    this.#stops = new StopStrings(stop);
    this.#emit = emit;
    this.#probability = probability;
  }

  /** True when a stop string was met and nothing more may come. */
  push({ text, probability }: Chunk): boolean {
    if (text === "") return this.#stops.stopped;
    this.#probability =
      probability === undefined || this.#probability === undefined
        ? undefined
        : this.#probability * probability;
    this.#send(this.#stops.push(text));
    return this.#stops.stopped;
  }

  end(): void {
    this.#send(this.#stops.flush());
  }

  #send(text: string): void {
    if (text === "") return;
    const probability = this.#probability;
    this.#emit(
      probability === undefined ? { text } : { text, probability: Math.max(Number.MIN_VALUE, probability) },
    );
    this.#probability = 1;
  }
}
