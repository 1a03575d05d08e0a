// One loaded model answering requests: prompt to tokens, a turn among the others, a sequence, an answer. It
// runs in the host process only and must not know the channel its requests come by.
import type { LlamaGrammar, Token } from "node-llama-cpp";
import type {
  Chunk,
  CompleteRequest,
  Ending,
  GenerateRequest,
  JsonSchema,
  Lane,
  PrepareRequest,
  Prompt,
  ScoreRequest,
} from "../backend.ts";
import { ModelError } from "../errors.ts";
import { Answer, type Broken } from "./answer.ts";
import { chatFrames, type Frame, type Frames, unusable } from "./chat-frame.ts";
import { splitForHealing } from "./healing.ts";
import { KeptContexts } from "./kept-contexts.ts";
import { Lanes, type Turn } from "./lanes.ts";
import { log } from "./log.ts";
import { Meter } from "./meter.ts";
import { type Native, openNative } from "./native.ts";
import { fingerprintOf, leastTokens, PreparedStates } from "./prepared-states.ts";
import { PromptTokens } from "./prompt.ts";
import type { HostStatistics, LoadedModel, LoadParams } from "./protocol.ts";
import { scoreChoices, sharedLength, splitChoices } from "./scoring.ts";
import { type Beginning, TokenCache, TokenSequence } from "./sequence.ts";
import { type Purpose, Sequences } from "./sequences.ts";
import { SliceLength } from "./slice-length.ts";
import { Vocabulary } from "./vocabulary.ts";

type Emit = (chunk: Chunk) => void;

/** How somebody asks. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Tells one window from another: only a window's own requests take the place of its older ones. */
  readonly whose: unknown;
}

/** Whoever has its turn, and what for. */
interface User {
  readonly turn: Turn;
  readonly prompt: Prompt;
  readonly purpose: Purpose;
  readonly frame: Frame<readonly Token[]>;
  /** Called when there is a token of the answer. */
  readonly onToken?: () => void;
}

interface EngineParts {
  readonly native: Native;
  readonly frames: Frames<readonly Token[]>;
  readonly states?: PreparedStates | undefined;
  readonly contexts?: KeptContexts | undefined;
}

const leastReserve = 256;
/** As many as are there when a model has just been loaded. */
const mostContexts = 2;

export class Engine {
  readonly #native: Native;
  readonly #sequences: Sequences<Token, TokenCache>;
  readonly #prompts: PromptTokens<Token>;
  readonly #lanes = new Lanes();
  readonly #meter = new Meter();
  readonly #slice: SliceLength;
  readonly #states: PreparedStates | undefined;
  readonly #contexts: KeptContexts | undefined;
  readonly #frames: Frames<readonly Token[]>;
  #vocabulary: Promise<Vocabulary<Token>> | undefined;
  #more: Promise<void> | undefined;
  #grammar: { readonly schema: string; readonly grammar: LlamaGrammar } | undefined;

  private constructor({ native, frames, states, contexts }: EngineParts) {
    this.#native = native;
    this.#frames = frames;
    this.#states = states;
    this.#contexts = contexts;
    this.#sequences = new Sequences(native.sequences.map((one) => new TokenCache(one)));
    this.#slice = new SliceLength(native.batchSize);
    const { model } = native;
    const { bos, eos, nl } = model.tokens;
    this.#prompts = new PromptTokens<Token>({
      tokenize: (text) => model.tokenize(text),
      endsLine: (token) => model.detokenize([token]).endsWith("\n"),
      empty: [bos ?? eos ?? nl ?? (0 as Token)],
    });
  }

  static async open(params: LoadParams): Promise<Engine> {
    const native = await openNative(params);
    const frames = await framesOf(native, params.template);
    const { path, statesFolder, contextsFolder } = params;
    if (statesFolder === undefined && contextsFolder === undefined) return new Engine({ native, frames });
    const identity = `${await fingerprintOf(path)} ${native.identity}`;
    const states = statesFolder ? new PreparedStates({ folder: statesFolder, identity }) : undefined;
    if (contextsFolder === undefined) return new Engine({ native, frames, states });
    // A state that was made in more room does not fit into less.
    const whole = `${identity} ${native.contextSize}`;
    const contexts = new KeptContexts({ folder: contextsFolder, identity: whole });
    await contexts
      .take(native.sequences.map((one) => (file) => one.loadStateFromFile(file, { acceptRisk: true })))
      .catch((error: Error) => log(`What was kept of the text could not be used: ${error.message}`));
    return new Engine({ native, frames, states, contexts });
  }

  /** For the next session, where the author wants that. */
  async keepContexts(): Promise<void> {
    const typed = this.#contexts ? this.#sequences.typed().slice(0, mostContexts) : [];
    await this.#contexts?.keep(
      typed.map(
        ({ native }) =>
          (file) =>
            native.saveStateToFile(file),
      ),
    );
  }

  get info(): LoadedModel {
    const { contextSize, threads, llama, flashAttention } = this.#native;
    return { contextSize, threads, gpu: llama.gpu || "off", flashAttention };
  }

  get statistics(): HostStatistics {
    const { gpuMemory } = this.#native;
    const memory = process.memoryUsage.rss();
    const { length: sliceLength } = this.#slice;
    return { ...this.#meter.statistics, sliceLength, memory, ...this.info, ...(gpuMemory && { gpuMemory }) };
  }

  async countTokens(text: string): Promise<number> {
    return (await this.#prompts.tokens(text)).length;
  }

  complete(request: CompleteRequest, { signal, whose }: Asking, emit: Emit): Promise<Ending> {
    return this.#turn({ ...request, whose }, signal, async (user) => {
      const broken = request.heal ? await this.#broken(request, user.frame) : undefined;
      const plain = () => this.#fit(request, user.frame);
      return this.#within(user, broken?.tokens ?? (await plain()), async (sequence) => {
        const answer = new Answer({ ...this.#native, sequence, request, emit });
        const healed = broken && (await answer.healed(broken, await this.#words()));
        return answer.decode(healed ?? (await answer.plain(await plain())));
      });
    });
  }

  /** Healing does not apply: what a schema asks for never continues the prompt's last word. */
  generate(request: GenerateRequest, { signal, whose }: Asking, emit: Emit): Promise<Ending> {
    return this.#turn({ ...request, whose }, signal, async (user) => {
      const grammar = await this.#grammarFor(request.schema);
      const plain = await this.#fit(request, user.frame);
      return this.#within(user, plain, async (sequence) => {
        const answer = new Answer({ ...this.#native, sequence, request, emit });
        return answer.decode(await answer.plain(plain), grammar);
      });
    });
  }

  score(request: ScoreRequest, { signal, whose }: Asking): Promise<number[]> {
    return this.#turn({ ...request, whose }, signal, async (user) => {
      const limit = (reserve: number) => this.#limit(reserve);
      const scored = await splitChoices({ prompts: this.#prompts, limit, frame: user.frame }, request);
      return this.#within(user, scored.head, (sequence) => scoreChoices(sequence, scored));
    });
  }

  async prepare(request: PrepareRequest, { signal, whose }: Asking): Promise<void> {
    const { lane = "inline" } = request;
    const frame = this.#frameFor(lane);
    const purpose = lane === "inline" ? "preparing" : "other";
    const task = async (turn: Turn) => {
      // The first word that is healed need not wait for it: a large vocabulary takes half a second.
      if (lane === "inline") await this.#words();
      const tokens = await this.#fit({ ...request, maxTokens: 0 }, frame);
      // What is there already is not read again, nor cut to the shorter prompt.
      if (this.#sequences.has(tokens.slice(0, -1))) return;
      const user = { turn, prompt: request, purpose, frame } as const;
      await this.#within(user, tokens, (sequence) => sequence.fill(tokens));
    };
    await this.#lanes.run("prepare", signal, task, whose).catch((error) => {
      if (!(error instanceof ModelError && error.code === "superseded")) throw error;
    });
  }

  /** A request's turn in its lane, ended by its deadline as long as it has no first token. */
  async #turn<T>(
    request: Prompt & Pick<CompleteRequest, "lane" | "prefillMs"> & Pick<Asking, "whose">,
    signal: AbortSignal,
    task: (user: User) => Promise<T>,
  ): Promise<T> {
    const { lane = "background", prefillMs } = request;
    const began = performance.now();
    const late = new AbortController();
    const timer = prefillMs === undefined ? undefined : setTimeout(() => late.abort(tooSlow()), prefillMs);
    const onToken = once(() => {
      clearTimeout(timer);
      this.#meter.firstToken(performance.now() - began);
    });
    const purpose = lane === "inline" ? "typing" : "other";
    const frame = this.#frameFor(lane);
    try {
      const either = AbortSignal.any([signal, late.signal]);
      const run = (turn: Turn) => task({ turn, prompt: request, purpose, frame, onToken });
      return await this.#lanes.run(lane, either, run, request.whose);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs the task in the sequence that suits these tokens best. */
  async #within<T>(
    { turn, prompt, purpose, frame, onToken }: User,
    tokens: readonly Token[],
    task: (sequence: TokenSequence) => Promise<T>,
  ): Promise<T> {
    if (purpose === "other") await turn.step(() => (this.#more ??= this.#addSequences()));
    let cache = this.#sequences.claim(tokens, purpose);
    while (!cache) {
      await turn.aside(this.#sequences.released());
      cache = this.#sequences.claim(tokens, purpose);
    }
    try {
      const beginning = await this.#beginning(prompt, frame, tokens);
      const parts = { cache, turn, beginning, onToken, meter: this.#meter, slice: this.#slice };
      return await task(new TokenSequence(parts));
    } catch (error) {
      if (!turn.signal.aborted) await cache.forget();
      throw error;
    } finally {
      this.#sequences.release(cache);
    }
  }

  /** Whoever only types needs but half of them, and so half of the memory for what is read. */
  async #addSequences(): Promise<void> {
    const more = await this.#native.more();
    this.#sequences.add(more.map((one) => new TokenCache(one)));
  }

  /** What of this prompt is kept on disk. */
  async #beginning(
    { preamble }: Prompt,
    frame: Frame<readonly Token[]>,
    tokens: readonly Token[],
  ): Promise<Beginning | undefined> {
    if (preamble === undefined || !this.#states) return undefined;
    const wanted = await this.#fit({ prefix: preamble, maxTokens: 0 }, frame);
    // Its last token may be another one where something follows.
    const length = Math.min(sharedLength(wanted, tokens), wanted.length - 1);
    return length < leastTokens ? undefined : { tokens: tokens.slice(0, length), states: this.#states };
  }

  /** While the author types the model goes on with the text; all others ask it something. */
  #frameFor(lane: Lane): Frame<readonly Token[]> {
    return lane === "inline" ? this.#frames.text : this.#frames.question;
  }

  #fit(
    { prefix, maxTokens }: Pick<CompleteRequest, "prefix" | "maxTokens">,
    frame: Frame<readonly Token[]>,
  ): Promise<Token[]> {
    return this.#prompts.fit(prefix, this.#limit(maxTokens), frame);
  }

  /** Tokens that a prompt may have when `maxTokens` are to follow. */
  #limit(maxTokens: number): number {
    const { contextSize } = this.#native;
    // In coarse steps: the same prompt must be cut at the same place for every kind of request.
    const reserve = Math.min(Math.max(maxTokens, leastReserve), Math.floor(contextSize / 2));
    return contextSize - 1 - reserve;
  }

  /** The prompt without its last word, and that word; undefined when there is nothing to heal. */
  async #broken(request: CompleteRequest, frame: Frame<readonly Token[]>): Promise<Broken | undefined> {
    const { head, tail } = splitForHealing(request.prefix);
    // After a turn that is over, nothing that was said in it can be gone on with.
    if (tail === "" || frame.after.length > 0 || head.length + frame.before.length === 0) return undefined;
    return { tokens: await this.#fit({ ...request, prefix: head }, frame), tail };
  }

  #words(): Promise<Vocabulary<Token>> {
    this.#vocabulary ??= this.#readVocabulary();
    return this.#vocabulary;
  }

  #readVocabulary(): Promise<Vocabulary<Token>> {
    const { model } = this.#native;
    // After another token, since some tokenizers drop the blank at the beginning of a text.
    const anchor = model.tokenize("a");
    const skip = model.detokenize(anchor).length;
    const newline = model.tokenize("\n");
    return Vocabulary.read<Token>({
      tokens: model.iterateAllTokens(),
      text: (token) => model.detokenize([...anchor, token]).slice(skip),
      first: (text) => model.tokenize(`\n${text}`)[newline.length],
    });
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

async function framesOf(
  { model }: Native,
  template: LoadParams["template"],
): Promise<Frames<readonly Token[]>> {
  const { bos, bosString, eosString, shouldPrependBosToken } = model.tokens;
  const start = shouldPrependBosToken && bos !== null ? [bos] : [];
  const raw = { before: start, after: [] };
  if (template !== "chat") return { text: raw, question: raw };
  const own = model.fileInfo.metadata.tokenizer.chat_template;
  if (!own) throw unusable("has no chat template");
  const { text, question } = await chatFrames(own, { bos: bosString ?? "", eos: eosString ?? "" });
  const tokens = ({ before, after }: Frame<string>) => ({
    before: [...start, ...model.tokenize(before, true)],
    after: model.tokenize(after, true),
  });
  return { text: tokens(text), question: tokens(question) };
}

/** The first call counts. */
function once(task: () => void): () => void {
  let done = false;
  return () => {
    if (!done) task();
    done = true;
  };
}

const tooSlow = () =>
  new ModelError(
    "too-slow",
    "The model did not begin to answer in time.",
    "Ask again: what it has read so far is kept. If that happens often, choose a smaller model.",
  );
