// What a loaded model does on this computer, tried out in a context of a few tokens: how fast it reads, and how
// long a typical request takes with so many threads. It must not know what follows from that.
import type { Llama, LlamaContext, LlamaContextSequence, LlamaModel, Token } from "node-llama-cpp";

/** A few words read and a few written: what a suggestion takes. */
const read = 16;
const written = 4;

export class Probe {
  readonly #llama: Llama;
  readonly #context: LlamaContext;
  readonly #sequence: LlamaContextSequence;
  readonly #tokens: readonly Token[];

  private constructor(llama: Llama, model: LlamaModel, context: LlamaContext) {
    this.#llama = llama;
    this.#context = context;
    this.#sequence = context.getSequence();
    const { bos, eos } = model.tokens;
    this.#tokens = Array.from({ length: read }, () => bos ?? eos ?? (0 as Token));
  }

  static async open(llama: Llama, model: LlamaModel, threads: number): Promise<Probe> {
    return new Probe(
      llama,
      model,
      await model.createContext({ contextSize: 4 * read, batchSize: read, threads }),
    );
  }

  /** Milliseconds of a typical piece of work. */
  async time(threads: number): Promise<number> {
    this.#llama.maxThreads = threads;
    const began = performance.now();
    await this.#read();
    for (const token of this.#tokens.slice(0, written))
      await this.#sequence.controlledEvaluate([[token, { generateNext: { token: true } }]]);
    const ms = performance.now() - began;
    await this.#sequence.clearHistory();
    return ms;
  }

  /** Tokens that it reads in a second; the first ones, which bring the weights into memory, do not count. */
  async speed(): Promise<number> {
    await this.#read();
    const began = performance.now();
    await this.#read();
    return (1000 * read) / (performance.now() - began);
  }

  async dispose(): Promise<void> {
    await this.#context.dispose();
  }

  async #read(): Promise<void> {
    await this.#sequence.evaluateWithoutGeneratingNewTokens([...this.#tokens]);
  }
}
