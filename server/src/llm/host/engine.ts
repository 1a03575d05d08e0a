// One loaded model answering requests: prompt to tokens, healing, decoding, scores. It runs in the host
// process only and must not know the channel its requests come by.
import type { LlamaGrammar, Token } from "node-llama-cpp";
import type {
  Chunk,
  CompleteRequest,
  GenerateRequest,
  JsonSchema,
  Prompt,
  ScoreRequest,
} from "../backend.ts";
import { splitForHealing } from "./healing.ts";
import { JsonEnd } from "./json-end.ts";
import { Lanes } from "./lanes.ts";
import { Meter } from "./meter.ts";
import { type Native, openNative } from "./native.ts";
import { Output, StopStrings, TokenText } from "./output.ts";
import { PromptTokens } from "./prompt.ts";
import type { Ending, HostStatistics, LoadedModel, LoadParams } from "./protocol.ts";
import { scoreChoices } from "./scoring.ts";
import { type Sampling, TokenSequence } from "./sequence.ts";
import { Vocabulary } from "./vocabulary.ts";

type Emit = (chunk: Chunk) => void;

/** Where decoding goes on: the token to evaluate next and the tokens before the output. */
interface Start {
  readonly last: Token;
  readonly before: readonly Token[];
  /** Text that the healed tokens have beyond what was cut off. */
  readonly text: string;
  readonly probability: number;
}

const leastReserve = 256;

export class Engine {
  readonly #native: Native;
  readonly #sequence: TokenSequence;
  readonly #prompts: PromptTokens<Token>;
  readonly #lanes = new Lanes();
  readonly #meter = new Meter();
  #vocabulary: Promise<Vocabulary<Token>> | undefined;
  #grammar: { readonly schema: string; readonly grammar: LlamaGrammar } | undefined;

  private constructor(native: Native) {
    this.#native = native;
    this.#sequence = new TokenSequence(native.sequence, this.#meter);
    const { model } = native;
    const { bos, eos, nl, shouldPrependBosToken } = model.tokens;
    this.#prompts = new PromptTokens<Token>({
      tokenize: (text) => model.tokenize(text),
      endsLine: (token) => model.detokenize([token]).endsWith("\n"),
      start: shouldPrependBosToken && bos !== null ? [bos] : [],
      empty: [bos ?? eos ?? nl ?? (0 as Token)],
    });
  }

  static async open(params: LoadParams): Promise<Engine> {
    return new Engine(await openNative(params));
  }

  get info(): LoadedModel {
    const { context, threads, llama } = this.#native;
    return { contextSize: context.contextSize, threads, gpu: llama.gpu || "off" };
  }

  async countTokens(text: string): Promise<number> {
    return (await this.#prompts.tokens(text)).length;
  }

  complete(request: CompleteRequest, signal: AbortSignal, emit: Emit): Promise<Ending> {
    return this.#turn(request.lane, signal, async () => {
      const start =
        (request.heal && (await this.#healed(request, signal))) || (await this.#plain(request, signal));
      const output = this.#output(request, start, emit);
      if (start.text === "") return this.#decode(request, start, output, signal);
      if (output.pushText(start.text, start.probability)) return "stop";
      return this.#decode({ ...request, maxTokens: request.maxTokens - 1 }, start, output, signal);
    });
  }

  /** Healing does not apply: what a schema asks for never continues the prompt's last word. */
  generate(request: GenerateRequest, signal: AbortSignal, emit: Emit): Promise<Ending> {
    return this.#turn(request.lane, signal, async () => {
      const grammar = await this.#grammarFor(request.schema);
      const start = await this.#plain(request, signal);
      return this.#constrained(request, start, grammar, this.#output(request, start, emit), signal);
    });
  }

  score(request: ScoreRequest, signal: AbortSignal): Promise<number[]> {
    const parts = {
      prompts: this.#prompts,
      sequence: this.#sequence,
      limit: (reserve: number) => this.#limit(reserve),
    };
    return this.#turn(request.lane, signal, () => scoreChoices(parts, request, signal));
  }

  async prepare({ prefix }: Prompt, signal: AbortSignal): Promise<void> {
    await this.#turn("background", signal, async () => {
      await this.#sequence.prefill(await this.#prompts.fit(prefix, this.#limit(0)), signal);
    });
  }

  get statistics(): HostStatistics {
    const { contextSize, threads } = this.info;
    return { ...this.#meter.statistics, memory: process.memoryUsage.rss(), contextSize, threads };
  }

  async #turn<T>(
    lane: CompleteRequest["lane"] = "inline",
    signal: AbortSignal,
    task: () => Promise<T>,
  ): Promise<T> {
    return this.#lanes.run(lane, signal, async () => {
      try {
        return await task();
      } catch (error) {
        if (!signal.aborted) await this.#sequence.forget();
        throw error;
      }
    });
  }

  /** Tokens that a prompt may have when `maxTokens` are to follow. */
  #limit(maxTokens: number): number {
    const context = this.#native.context.contextSize;
    // In coarse steps: the same prompt must be cut at the same place for every kind of request.
    const reserve = Math.min(Math.max(maxTokens, leastReserve), Math.floor(context / 2));
    return context - 1 - reserve;
  }

  async #plain(request: CompleteRequest, signal: AbortSignal): Promise<Start> {
    const tokens = await this.#prompts.fit(request.prefix, this.#limit(request.maxTokens));
    return { last: await this.#read(tokens, signal), before: tokens, text: "", probability: 1 };
  }

  /** Brings a request's prompt into the cache; its last token is still to be evaluated. */
  async #read(tokens: readonly Token[], signal: AbortSignal): Promise<Token> {
    const last = await this.#sequence.prefill(tokens, signal);
    this.#meter.request(tokens.length - 1, this.#sequence.reused);
    return last;
  }

  /** Undefined when there is nothing to heal or the tail cannot be spelled: then the prompt is taken as it is. */
  async #healed(request: CompleteRequest, signal: AbortSignal): Promise<Start | undefined> {
    const { head, tail } = splitForHealing(request.prefix);
    const { shouldPrependBosToken } = this.#native.model.tokens;
    if (tail === "" || (head === "" && !shouldPrependBosToken)) return undefined;
    const vocabulary = await this.#words();
    const tokens = await this.#prompts.fit(head, this.#limit(request.maxTokens));
    let last = await this.#read(tokens, signal);
    const before = [...tokens];
    let left = tail;
    let probability = 1;
    for (let step = 0; left !== ""; step++) {
      signal.throwIfAborted();
      const allowed = vocabulary.consistent(left);
      if (allowed.tokens.length === 0) return undefined;
      const next = await this.#sequence.nextAmong(last, allowed, sampling(request, step));
      if (!next) return undefined;
      last = next.token;
      probability *= next.probability;
      before.push(last);
      const text = vocabulary.text(last);
      if (text.length >= left.length) return { last, before, text: text.slice(left.length), probability };
      left = left.slice(text.length);
    }
    return undefined;
  }

  #words(): Promise<Vocabulary<Token>> {
    const { model } = this.#native;
    // After another token, since some tokenizers drop the blank at the beginning of a text.
    const anchor = model.tokenize("a");
    const skip = model.detokenize(anchor).length;
    this.#vocabulary ??= Vocabulary.read<Token>({
      tokens: model.iterateAllTokens(),
      text: (token) => model.detokenize([...anchor, token]).slice(skip),
    });
    return this.#vocabulary;
  }

  #output(request: CompleteRequest, start: Start, emit: Emit): Output<Token> {
    const { model } = this.#native;
    const text = new TokenText<Token>(
      (tokens, before) => model.detokenize(tokens, false, before),
      start.before,
    );
    return new Output(text, new StopStrings(request.stop), emit);
  }

  /** How many tokens may still be decoded before the context is full. */
  #room(start: Start): number {
    return this.#native.context.contextSize - 1 - start.before.length;
  }

  async #decode(
    request: CompleteRequest,
    start: Start,
    output: Output<Token>,
    signal: AbortSignal,
  ): Promise<Ending> {
    const most = Math.min(request.maxTokens, this.#room(start));
    let { last } = start;
    if (start.text === "" && start.probability < 1) output.pushText("", start.probability);
    for (let step = 0; step < most; step++) {
      signal.throwIfAborted();
      const next = await this.#sequence.next(last, sampling(request, step));
      signal.throwIfAborted();
      if (!next || this.#native.model.isEogToken(next.token)) return this.#over(output, "end");
      if (output.push(next.token, next.probability)) return "stop";
      last = next.token;
    }
    return this.#over(output, "length");
  }

  async #constrained(
    request: GenerateRequest,
    start: Start,
    grammar: LlamaGrammar,
    output: Output<Token>,
    signal: AbortSignal,
  ): Promise<Ending> {
    const { LlamaGrammarEvaluationState } = await import("node-llama-cpp");
    const { model } = this.#native;
    const end = new JsonEnd();
    let left = Math.min(request.maxTokens, this.#room(start));
    if (left <= 0) return "length";
    const tokens = this.#sequence.native.evaluate([start.last], {
      ...sampling(request, 0),
      grammarEvaluationState: new LlamaGrammarEvaluationState({ model, grammar }),
      yieldEogToken: true,
    });
    // Leaving the loop early ends the evaluation properly.
    for await (const token of tokens) {
      signal.throwIfAborted();
      if (model.isEogToken(token)) return this.#over(output, "end");
      if (output.push(token, undefined, (text) => end.push(text))) return "stop";
      if (end.done) return this.#over(output, "end");
      if (--left <= 0) return this.#over(output, "length");
    }
    return this.#over(output, "end");
  }

  #over(output: Output<Token>, ending: Ending): Ending {
    output.end();
    return ending;
  }

  async #grammarFor(schema: JsonSchema): Promise<LlamaGrammar> {
    const key = JSON.stringify(schema);
    if (this.#grammar?.schema !== key) {
      const grammar = await this.#native.llama.createGrammarForJsonSchema(schema as never);
      this.#grammar = { schema: key, grammar };
    }
    return this.#grammar!.grammar;
  }
}

function sampling({ temperature = 0, seed = 0 }: CompleteRequest, step: number): Sampling {
  // A seed of its own for each step, because every step starts a fresh generator.
  return { temperature, seed: (seed + Math.imul(step + 1, 0x9e3779b1)) >>> 0 };
}
