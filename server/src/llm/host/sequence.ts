// A sequence in the hands of one request: brings a prompt into the cache in slices between which others may
// compute, and asks for next tokens and their probabilities. It must not know text, nor who else waits.
import type {
  ControlledEvaluateIndexOutput,
  LlamaContextSequence,
  LlamaGrammarEvaluationState,
  Token,
} from "node-llama-cpp";
import { type Candidate, type Choice, choose } from "./healing.ts";
import type { Turn } from "./lanes.ts";
import type { Meter } from "./meter.ts";
import type { PreparedStates } from "./prepared-states.ts";
import type { Cache } from "./sequences.ts";
import type { SliceLength } from "./slice-length.ts";

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

/** What a sequence keeps between requests: the tokens that it has read. */
export class TokenCache implements Cache<Token> {
  readonly native: LlamaContextSequence;

  constructor(native: LlamaContextSequence) {
    this.native = native;
  }

  get size(): number {
    return this.native.nextTokenIndex;
  }

  shared(tokens: readonly Token[]): number {
    return sharedIn(this.native, tokens);
  }

  /** After an evaluation that failed, nothing is known about what is there. */
  async forget(): Promise<void> {
    await this.native.clearHistory();
  }
}

/** The beginning of a prompt that is kept between sessions. */
export interface Beginning {
  readonly tokens: readonly Token[];
  readonly states: PreparedStates;
}

export interface SequenceParts {
  readonly cache: TokenCache;
  readonly turn: Turn;
  readonly meter: Meter;
  readonly slice: SliceLength;
  readonly beginning?: Beginning | undefined;
  /** Called when there is a token of the answer. */
  readonly onToken?: (() => void) | undefined;
}

const sharedIn = (sequence: LlamaContextSequence, tokens: readonly Token[]) =>
  sequence.compareContextTokens([...tokens]).firstDifferentIndex;

export class TokenSequence {
  readonly #cache: TokenCache;
  readonly #sequence: LlamaContextSequence;
  readonly #turn: Turn;
  readonly #meter: Meter;
  readonly #slice: SliceLength;
  readonly #beginning: Beginning | undefined;
  readonly #onToken: () => void;

  constructor({ cache, turn, meter, slice, beginning, onToken = () => {} }: SequenceParts) {
    this.#cache = cache;
    this.#sequence = cache.native;
    this.#turn = turn;
    this.#meter = meter;
    this.#slice = slice;
    this.#beginning = beginning;
    this.#onToken = onToken;
  }

  get signal(): AbortSignal {
    return this.#turn.signal;
  }

  /** Like `prefill`, for the prompt of a request. */
  async read(tokens: readonly Token[]): Promise<Token> {
    const computed = await this.#bring(tokens.slice(0, -1));
    this.#meter.request(tokens.length - 1, tokens.length - 1 - computed);
    return tokens.at(-1)!;
  }

  /** Leaves all but the last token in the cache, reusing what is there; returns that last one. */
  async prefill(tokens: readonly Token[]): Promise<Token> {
    await this.#bring(tokens.slice(0, -1));
    return tokens.at(-1)!;
  }

  /** Makes these tokens the sequence's content; tells how many of them had to be computed. */
  async #bring(tokens: readonly Token[]): Promise<number> {
    const first = this.#beginning ? await this.#begin(this.#beginning, tokens) : 0;
    return first + (await this.#compute(tokens));
  }

  async #compute(tokens: readonly Token[]): Promise<number> {
    // No shifting: moved cache entries are an approximation.
    await this.#turn.step(() => this.#sequence.adaptStateToTokens([...tokens], false));
    const reused = this.#sequence.nextTokenIndex;
    for (let at = reused; at < tokens.length; ) {
      const slice = tokens.slice(at, at + this.#slice.length);
      const ms = await this.#timed(() => this.#sequence.evaluateWithoutGeneratingNewTokens(slice));
      this.#slice.measured(slice.length, ms);
      this.#meter.prefill(slice.length, ms);
      at += slice.length;
    }
    this.#turn.signal.throwIfAborted();
    return tokens.length - reused;
  }

  /** Takes the prompt's beginning from the disk, or computes it and puts it there. */
  async #begin({ tokens, states }: Beginning, prompt: readonly Token[]): Promise<number> {
    if (this.#shared(prompt) >= tokens.length) return 0;
    const file = await states.find(tokens);
    if (file && (await this.#load(file, tokens))) return 0;
    const computed = await this.#compute(tokens);
    await states.keep(tokens, (path) => this.#turn.step(() => this.#sequence.saveStateToFile(path)));
    return computed;
  }

  async #load(file: string, tokens: readonly Token[]): Promise<boolean> {
    try {
      await this.#turn.step(() => this.#sequence.loadStateFromFile(file, { acceptRisk: true }));
      return this.#shared(tokens) === tokens.length;
    } catch {
      this.#turn.signal.throwIfAborted();
      await this.#cache.forget();
      return false;
    }
  }

  async next(last: Token, { temperature, seed }: Sampling): Promise<Next | undefined> {
    const options = temperature > 0 ? { temperature, seed } : { temperature: 0 };
    let output: ControlledEvaluateIndexOutput | undefined;
    const ms = await this.#timed(async () => {
      [output] = await this.#sequence.controlledEvaluate([
        [last, { generateNext: { token: true, totalLogitWeight: temperature === 0, options } }],
      ]);
    });
    this.#meter.decode(ms);
    this.#onToken();
    const token = output?.next.token;
    if (token === undefined || token === null) return undefined;
    const weight = output?.next.totalLogitWeight;
    // The chosen token has the highest logit, so its share of the total weight is one part.
    return weight ? { token, probability: 1 / weight } : { token };
  }

  /** One token after the other, as the grammar allows; leaving the loop ends the evaluation properly. */
  async *constrained(last: Token, grammar: LlamaGrammarEvaluationState, sampling: Sampling) {
    const tokens = this.#sequence.evaluate([last], {
      ...sampling,
      grammarEvaluationState: grammar,
      yieldEogToken: true,
    });
    try {
      for (;;) {
        let result: IteratorResult<Token, unknown> | undefined;
        this.#meter.decode(
          await this.#timed(async () => {
            result = await tokens.next();
          }),
        );
        if (!result || result.done) return;
        this.#onToken();
        yield result.value;
      }
    } finally {
      await tokens.return();
    }
  }

  /** The best allowed token after `last`, by the model's own logits; undefined when none is likely at all. */
  async nextAmong(
    last: Token,
    allowed: Allowed,
    { temperature, seed }: Sampling,
  ): Promise<Choice<Token> | undefined> {
    const few = allowed.tokens.length <= fewCandidates;
    const filter = few ? { tokens: allowed.tokens } : { tokens: [], includeTop: manyCandidates };
    const [output] = await this.#turn.step(() =>
      this.#sequence.controlledEvaluate([[last, { generateNext: { token: true, logits: { filter } } }]]),
    );
    this.#onToken();
    const candidates: Candidate<Token>[] = [];
    for (const [token, logit] of output?.next.logits ?? [])
      if (allowed.has(token)) candidates.push({ token, logit });
    return choose(candidates, temperature, fraction(seed));
  }

  /** Natural-log probabilities of several tokens right after `last`. */
  async scoreEach(last: Token, wanted: readonly Token[]): Promise<number[]> {
    const [output] = await this.#turn.step(() =>
      this.#sequence.controlledEvaluate([[last, scoring(wanted)]]),
    );
    return wanted.map((token) => logProbability(output, token));
  }

  /** Natural-log probability of `tokens`, one after the other, after `last`. */
  async scoreRun(last: Token, tokens: readonly Token[]): Promise<number> {
    let total = 0;
    for (let at = 0; at < tokens.length; ) {
      const wanted = tokens.slice(at, at + this.#slice.length);
      const before = [at === 0 ? last : tokens[at - 1]!, ...wanted.slice(0, -1)];
      const outputs = await this.#turn.step(() =>
        this.#sequence.controlledEvaluate(before.map((token, index) => [token, scoring([wanted[index]!])])),
      );
      at += wanted.length;
      for (const [index, token] of wanted.entries()) total += logProbability(outputs[index], token);
    }
    return total;
  }

  #shared(tokens: readonly Token[]): number {
    return sharedIn(this.#sequence, tokens);
  }

  async #timed(evaluation: () => Promise<void>): Promise<number> {
    return this.#turn.step(async () => {
      const start = performance.now();
      await evaluation();
      return performance.now() - start;
    });
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
