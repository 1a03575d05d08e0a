// A sequence in the hands of one request: brings a prompt into the cache in slices between which others may
// compute, and asks for next tokens and their probabilities. It must not know text, nor who else waits.
import type {
  ControlledEvaluateIndexOutput,
  ControlledEvaluateInputItem,
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

/** Up to here each token's logit is looked for in the whole vocabulary. */
const fewCandidates = 64;
/** So many of the likeliest tokens are looked through for one that is allowed. */
const manyCandidates = 2048;
/** As a draw would have them, though none is drawn: else the whole vocabulary would be sorted for its best. */
const likeliest = { temperature: 1, topK: manyCandidates, topP: 1, seed: 0 };

export interface Sampling {
  readonly temperature: number;
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

type Question = NonNullable<Exclude<ControlledEvaluateInputItem, Token>[1]>;

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
  async read(tokens: readonly Token[]): Promise<readonly Token[]> {
    const computed = await this.#begin(tokens);
    const there = await this.#adapt(tokens);
    this.#meter.request(tokens.length - 1, there - computed);
    return this.#compute(tokens, there);
  }

  /** Brings a prompt into the cache up to its last tokens, which are returned: what asks for the next token takes them along. */
  async prefill(tokens: readonly Token[]): Promise<readonly Token[]> {
    await this.#begin(tokens);
    return this.#compute(tokens, await this.#adapt(tokens));
  }

  /** Brings all of these tokens into the cache, ahead of whoever will ask. */
  async fill(tokens: readonly Token[]): Promise<void> {
    const computed = await this.#begin(tokens);
    this.#meter.ahead(computed + (await this.#fill(tokens)));
  }

  /** Tells how many of them had to be computed. */
  async #fill(tokens: readonly Token[]): Promise<number> {
    const there = await this.#adapt(tokens);
    await this.#evaluate(await this.#compute(tokens, there));
    return tokens.length - there;
  }

  /** Leaves in the cache what it has of these tokens but the last, which is to be evaluated; tells how many that are. */
  async #adapt(tokens: readonly Token[]): Promise<number> {
    // No shifting: moved cache entries are an approximation.
    await this.#turn.step(() => this.#sequence.adaptStateToTokens(tokens.slice(0, -1), false));
    return this.#sequence.nextTokenIndex;
  }

  async #compute(tokens: readonly Token[], from: number): Promise<readonly Token[]> {
    let at = from;
    while (tokens.length - at > this.#slice.length)
      at += await this.#evaluate(tokens.slice(at, at + this.#slice.length));
    this.#turn.signal.throwIfAborted();
    return tokens.slice(at);
  }

  async #evaluate(slice: readonly Token[]): Promise<number> {
    const ms = await this.#timed(() => this.#sequence.evaluateWithoutGeneratingNewTokens([...slice]));
    this.#slice.measured(slice.length, ms);
    this.#meter.prefill(slice.length, ms);
    return slice.length;
  }

  /** Takes the prompt's beginning from the disk, or computes it and puts it there; tells how much was computed. */
  async #begin(prompt: readonly Token[]): Promise<number> {
    const { tokens, states } = this.#beginning ?? { tokens: [] };
    if (!states || this.#shared(prompt) >= tokens.length) return 0;
    const file = await states.find(tokens);
    if (file && (await this.#load(file, tokens))) return 0;
    const computed = await this.#fill(tokens);
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

  /** One token after the other; leaving the loop ends the evaluation properly. */
  async *written(
    pending: readonly Token[],
    sampling: Sampling,
    grammar?: LlamaGrammarEvaluationState,
  ): AsyncGenerator<Next, void> {
    let evaluated = pending;
    const tokens = this.#sequence.evaluate([...pending], {
      ...sampling,
      ...(grammar && { grammarEvaluationState: grammar }),
      yieldEogToken: true,
    });
    try {
      for (;;) {
        let result: IteratorResult<Token, unknown> | undefined;
        const ms = await this.#timed(async () => {
          result = await tokens.next();
        });
        if (!result || result.done) return;
        this.#got(evaluated, ms);
        evaluated = [result.value];
        yield { token: result.value };
      }
    } finally {
      await tokens.return();
    }
  }

  /**
   * The likeliest token, one after the other, each with its probability: adding those up takes a moment, while asking for
   * the confidence in `evaluateWithMetadata` would sort the vocabulary.
   */
  async *weighed(pending: readonly Token[]): AsyncGenerator<Next, void> {
    const generateNext = { token: true, totalLogitWeight: true, options: { temperature: 0 } };
    for (let evaluated = pending; ; ) {
      let output: ControlledEvaluateIndexOutput | undefined;
      const ms = await this.#timed(async () => {
        output = (await this.#sequence.controlledEvaluate(asking(evaluated, { generateNext }))).at(-1);
      });
      this.#got(evaluated, ms);
      const { token, totalLogitWeight: weight } = output?.next ?? {};
      if (token === undefined || token === null) return;
      // It has the highest logit, so its share of the total weight is one part.
      yield weight ? { token, probability: 1 / weight } : { token };
      evaluated = [token];
    }
  }

  /** The best allowed token after these, by the model's own logits; undefined when none is likely at all. */
  async nextAmong(
    pending: readonly Token[],
    allowed: Allowed,
    { temperature, seed }: Sampling,
  ): Promise<Choice<Token> | undefined> {
    const few = allowed.tokens.length <= fewCandidates;
    const filter = few ? { tokens: allowed.tokens } : { tokens: [], includeTop: manyCandidates };
    const generateNext = { token: true, logits: { filter }, ...(!few && { options: likeliest }) };
    const outputs = await this.#turn.step(() =>
      this.#sequence.controlledEvaluate(asking(pending, { generateNext })),
    );
    const output = outputs.at(-1);
    this.#onToken();
    const candidates: Candidate<Token>[] = [];
    for (const [token, logit] of output?.next.logits ?? [])
      if (allowed.has(token)) candidates.push({ token, logit });
    return choose(candidates, temperature, fraction(seed));
  }

  /** Natural-log probabilities of several tokens right after these. */
  async scoreEach(pending: readonly Token[], wanted: readonly Token[]): Promise<number[]> {
    const outputs = await this.#turn.step(() =>
      this.#sequence.controlledEvaluate(asking(pending, scoring(wanted))),
    );
    return wanted.map((token) => logProbability(outputs.at(-1), token));
  }

  /** Natural-log probability of `tokens`, one after the other, after these. */
  async scoreRun(pending: readonly Token[], tokens: readonly Token[]): Promise<number> {
    let total = 0;
    let before = pending;
    for (let at = 0; at < tokens.length; ) {
      const wanted = tokens.slice(at, at + this.#slice.length);
      const input = asking(before, scoring(wanted.slice(0, 1)));
      for (const [index, token] of wanted.slice(1).entries()) input.push([wanted[index]!, scoring([token])]);
      const outputs = await this.#turn.step(() => this.#sequence.controlledEvaluate(input));
      for (const [index, token] of wanted.entries())
        total += logProbability(outputs[before.length - 1 + index], token);
      before = wanted.slice(-1);
      at += wanted.length;
    }
    return total;
  }

  /** There is a token, after an evaluation that took so long. */
  #got(evaluated: readonly Token[], ms: number): void {
    if (evaluated.length === 1) this.#meter.decode(ms);
    else this.#meter.prefill(evaluated.length, ms);
    this.#onToken();
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

/** Tokens to evaluate, with a question about what follows the last of them. */
function asking(pending: readonly Token[], question: Question): (Token | [Token, Question])[] {
  const last = pending.at(-1);
  return last === undefined ? [] : [...pending.slice(0, -1), [last, question]];
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
