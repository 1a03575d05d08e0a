// The one token sequence of the engine: brings a prompt into the cache in slices that can be cancelled,
// and asks for next tokens and their probabilities. It must not know text.
import type { ControlledEvaluateIndexOutput, LlamaContextSequence, Token } from "node-llama-cpp";
import { type Candidate, type Choice, choose } from "./healing.ts";
import type { Meter } from "./meter.ts";

/** A running prefill cannot be stopped; this many tokens is how long a cancellation may have to wait. */
const sliceLength = 32;
/** Up to here asking for each token's logit is cheaper than sorting the vocabulary. */
const fewCandidates = 256;
/** So many of the likeliest tokens are looked through for one that is allowed. */
const manyCandidates = 2048;

export interface Sampling {
  readonly temperature: number;
  /** For this very step: each step draws from a fresh generator. */
  readonly seed: number;
}

export interface Next {
  readonly token: Token;
  readonly probability?: number;
}

export interface Allowed<T = Token> {
  readonly tokens: readonly T[];
  readonly has: (token: T) => boolean;
}

export class TokenSequence {
  readonly #sequence: LlamaContextSequence;
  readonly #meter: Meter;
  #reused = 0;

  constructor(sequence: LlamaContextSequence, meter: Meter) {
    this.#sequence = sequence;
    this.#meter = meter;
  }

  /** How many tokens of the last prompt were in the cache already. */
  get reused(): number {
    return this.#reused;
  }

  /** Leaves all but the last token in the cache, reusing what is there; returns that last one. */
  async prefill(tokens: readonly Token[], signal: AbortSignal): Promise<Token> {
    signal.throwIfAborted();
    const all = tokens.slice(0, -1);
    // No shifting: moved cache entries are an approximation.
    await this.#sequence.adaptStateToTokens(all, false);
    this.#reused = this.#sequence.nextTokenIndex;
    for (let at = this.#reused; at < all.length; at += sliceLength) {
      signal.throwIfAborted();
      const slice = all.slice(at, at + sliceLength);
      const start = performance.now();
      await this.#sequence.evaluateWithoutGeneratingNewTokens(slice);
      this.#meter.prefill(slice.length, performance.now() - start);
    }
    signal.throwIfAborted();
    return tokens.at(-1)!;
  }

  async next(last: Token, { temperature, seed }: Sampling): Promise<Next | undefined> {
    const options = temperature > 0 ? { temperature, seed } : { temperature: 0 };
    const start = performance.now();
    const [output] = await this.#sequence.controlledEvaluate([
      [last, { generateNext: { token: true, totalLogitWeight: temperature === 0, options } }],
    ]);
    this.#meter.decode(performance.now() - start);
    const token = output?.next.token;
    if (token === undefined || token === null) return undefined;
    const weight = output?.next.totalLogitWeight;
    // The chosen token has the highest logit, so its share of the total weight is one part.
    return weight ? { token, probability: 1 / weight } : { token };
  }

  /** The best allowed token after `last`, by the model's own logits; undefined when none is likely at all. */
  async nextAmong(
    last: Token,
    allowed: Allowed,
    { temperature, seed }: Sampling,
  ): Promise<Choice<Token> | undefined> {
    const few = allowed.tokens.length <= fewCandidates;
    const filter = few ? { tokens: allowed.tokens } : { tokens: [], includeTop: manyCandidates };
    const [output] = await this.#sequence.controlledEvaluate([
      [last, { generateNext: { token: true, logits: { filter } } }],
    ]);
    const candidates: Candidate<Token>[] = [];
    for (const [token, logit] of output?.next.logits ?? [])
      if (allowed.has(token)) candidates.push({ token, logit });
    return choose(candidates, temperature, fraction(seed));
  }

  /** Natural-log probabilities of several tokens right after `last`. */
  async scoreEach(last: Token, wanted: readonly Token[]): Promise<number[]> {
    const [output] = await this.#sequence.controlledEvaluate([[last, scoring(wanted)]]);
    return wanted.map((token) => logProbability(output, token));
  }

  /** Natural-log probability of `tokens`, one after the other, after `last`. */
  async scoreRun(last: Token, tokens: readonly Token[], signal: AbortSignal): Promise<number> {
    let total = 0;
    for (let at = 0; at < tokens.length; at += sliceLength) {
      signal.throwIfAborted();
      const wanted = tokens.slice(at, at + sliceLength);
      const before = [at === 0 ? last : tokens[at - 1]!, ...wanted.slice(0, -1)];
      const outputs = await this.#sequence.controlledEvaluate(
        before.map((token, index) => [token, scoring([wanted[index]!])]),
      );
      for (const [index, token] of wanted.entries()) total += logProbability(outputs[index], token);
    }
    return total;
  }

  /** After an evaluation that failed, nothing is known about the cache. */
  async forget(): Promise<void> {
    await this.#sequence.clearHistory();
  }

  get native(): LlamaContextSequence {
    return this.#sequence;
  }
}

const scoring = (tokens: readonly Token[]) => ({
  generateNext: {
    token: true,
    logits: { filter: { tokens, includeSelected: true } },
    totalLogitWeight: true,
  },
});

/** The weight is relative to the highest logit, which greedy sampling selects. */
function logProbability(output: ControlledEvaluateIndexOutput | undefined, token: Token): number {
  const { logits, token: best, totalLogitWeight } = output?.next ?? {};
  if (!logits || best === undefined || best === null || !totalLogitWeight) return Number.NEGATIVE_INFINITY;
  const logit = logits.get(token) ?? Number.NEGATIVE_INFINITY;
  return Math.min(0, logit - (logits.get(best) ?? Number.POSITIVE_INFINITY) - Math.log(totalLogitWeight));
}

/** A number in 0..1 that looks random, the same for the same seed. */
function fraction(seed: number): number {
  let bits = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}
