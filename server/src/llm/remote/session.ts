// A server that was looked at and is in use: asks it in its own dialect, and learns what it refuses. It must not know
// lanes, states or who asks.
import type {
  Chunk,
  CompleteRequest,
  Ending,
  GenerateRequest,
  JsonSchema,
  ScoreRequest,
} from "../backend.ts";
import { ModelError } from "../errors.ts";
import { splitForHealing } from "../host/healing.ts";
import { JsonEnd } from "../host/json-end.ts";
import type { Meter } from "../host/meter.ts";
import type { Client } from "./client.ts";
import type { Answer } from "./connection.ts";
import { type Ask, chat, type Dialect, dialects } from "./dialect.ts";
import { eventsOf } from "./events.ts";
import { type Detour, HealedAnswer } from "./healed.ts";
import { type Piece, pieceOf, probabilityOf } from "./piece.ts";
import type { Offer } from "./probe.ts";
import { formless, garbled, inStream } from "./remote-error.ts";
import { cannotScore, type Scorer, scoreByEcho, scoreByTokens, unlessMissing } from "./scoring.ts";
import { StoppedText } from "./stopped-text.ts";
import { Timing } from "./timing.ts";
import { jsonIn, obeys } from "./unheld-json.ts";

type Emit = (chunk: Chunk) => void;
/** What goes beyond a plain request for text. */
type Extra = "schema" | "probabilities";
type Request = CompleteRequest | GenerateRequest;

interface Reading {
  readonly request: Request;
  /** What the answer repeats before it goes on. */
  readonly begin: string;
  readonly signal: AbortSignal;
  readonly timing: Timing;
}

/** Where a server does not tell: what most of them are served with. */
const usualContext = 4096;
/** Fewer than a token has in any language that guidelines are written in with Latin letters. */
const fewestCharactersPerToken = 2.5;
const usualCharactersPerToken = 4;
const mostDetours = 4;

export class RemoteSession {
  readonly offer: Offer;
  readonly dialect: Dialect;
  readonly #client: Client;
  readonly #meter: Meter;
  /** What the server turned out not to offer. */
  #chats = false;
  #refused: ReadonlySet<Extra> = new Set();
  #counts: boolean;

  constructor(client: Client, offer: Offer, meter: Meter) {
    this.#client = client;
    this.#meter = meter;
    this.offer = offer;
    this.dialect = dialects[offer.kind];
    this.#counts = this.dialect.count !== undefined;
  }

  get contextSize(): number {
    return this.offer.contextSize ?? usualContext;
  }

  /** Whether counts of tokens are only estimates. */
  get estimates(): boolean {
    return !this.#counts;
  }

  complete(request: CompleteRequest, signal: AbortSignal, emit: Emit): Promise<Ending | undefined> {
    return this.#timed(request, signal, (stop, timing) => this.#complete(request, stop, emit, timing));
  }

  generate(request: GenerateRequest, signal: AbortSignal, emit: Emit): Promise<Ending | undefined> {
    return this.#timed(request, signal, (stop, timing) => this.#generate(request, stop, emit, timing));
  }

  async score(request: ScoreRequest, signal: AbortSignal): Promise<number[]> {
    const scorer: Scorer = { client: this.#client, model: this.offer.model, name: this.dialect.name };
    this.#meter.request(0, 0);
    if (request.choices.length === 0) return [];
    if (this.dialect.scores === "tokens") return scoreByTokens(scorer, request, signal);
    if (this.dialect.scores === "echo") return scoreByEcho(scorer, request, signal);
    throw cannotScore(scorer);
  }

  /** Lets the server read a prompt, so that it has it when it is needed. */
  async prepare(prefix: string, signal: AbortSignal): Promise<void> {
    const answer = await this.#begin({ prefix, maxTokens: 1 }, "", signal);
    for await (const _ of answer.chunks);
  }

  async countTokens(text: string, signal: AbortSignal): Promise<number> {
    if (text === "") return 0;
    const counted = this.#counts ? await this.#counted(text, signal) : undefined;
    return counted ?? Math.ceil(text.length / usualCharactersPerToken);
  }

  async #counted(text: string, signal: AbortSignal): Promise<number | undefined> {
    const call = this.dialect.count?.(this.offer.model, text);
    const answer = call && (await this.#client.json(call, signal).catch(unlessMissing));
    if (typeof answer?.count === "number") return answer.count;
    if (Array.isArray(answer?.tokens)) return answer.tokens.length;
    this.#counts = false;
    return undefined;
  }

  /** The work, within the time that the request gives it. */
  async #timed(
    request: CompleteRequest,
    signal: AbortSignal,
    work: (stop: AbortSignal, timing: Timing) => Promise<Ending | undefined>,
  ): Promise<Ending | undefined> {
    if (request.maxTokens <= 0) return "length";
    const timing = new Timing(this.#meter, this.#client.address.host, request);
    try {
      return await work(AbortSignal.any([signal, timing.signal]), timing);
    } catch (error) {
      if (timing.reached && !signal.aborted) return "deadline";
      throw error;
    } finally {
      timing.end();
    }
  }

  async #complete(
    request: CompleteRequest,
    signal: AbortSignal,
    emit: Emit,
    timing: Timing,
  ): Promise<Ending | undefined> {
    const { head, tail } = request.heal
      ? splitForHealing(request.prefix)
      : { head: request.prefix, tail: "" };
    let detour: Detour = { text: "", probability: 1 };
    for (let tries = 0; ; tries++) {
      const asked = head === "" ? request.prefix : head + detour.text;
      const left = head === "" ? "" : tail.slice(detour.text.length);
      let healed: HealedAnswer | undefined;
      const output = new StoppedText(request.stop, emit, detour.probability);
      // A token that fitted may have gone on beyond what was typed.
      const rest = head === "" ? "" : detour.text.slice(tail.length);
      if (output.push({ text: rest, probability: 1 })) return "stop";
      const reading = { request: { ...request, prefix: asked }, begin: left, signal, timing };
      const ending = await this.#read(reading, output, (piece) => {
        healed ??= new HealedAnswer(left, this.#chats);
        const chunk = healed.push(piece);
        return healed.detour !== undefined || (chunk !== undefined && output.push(chunk));
      });
      const way = detourOf(healed);
      // A server that tells no probabilities gives no way back: what it wrote does not continue the text.
      if (way === undefined || way === "untold") return ending;
      const next = way === "none" || tries >= mostDetours ? undefined : way;
      detour = next
        ? { text: detour.text + next.text, probability: detour.probability * next.probability }
        : { text: tail, probability: 1 };
    }
  }

  async #generate(
    request: GenerateRequest,
    signal: AbortSignal,
    emit: Emit,
    timing: Timing,
  ): Promise<Ending | undefined> {
    const reading = { request, begin: "", signal, timing };
    if (!this.dialect.holdsSchemas || this.#chats) return this.#unheld(reading, request.schema, emit);
    const end = new JsonEnd();
    const output = new StoppedText(request.stop, emit);
    const ending = await this.#read(reading, output, ({ text, tokens }) => {
      const probability = probabilityOf(tokens);
      const value = end.push(text);
      return output.push({ text: value, ...(probability !== undefined && { probability }) }) || end.done;
    });
    return end.done ? "end" : ending;
  }

  /** For a server that may not hold to a schema: the whole answer is looked at before any of it is given out. */
  async #unheld(reading: Reading, schema: JsonSchema, emit: Emit): Promise<Ending | undefined> {
    let text = "";
    const output = new StoppedText([], emit);
    await this.#read(reading, output, (piece) => {
      text += piece.text;
      return false;
    });
    const json = jsonIn(text);
    if (json === undefined || !(await obeys(schema, json))) throw formless(this.#client.address.host);
    emit({ text: json });
    return "end";
  }

  /** Hands on each piece until `done` says that it is enough; then the connection ends, and the server stops. */
  async #read(
    { request, begin, signal, timing }: Reading,
    output: StoppedText,
    done: (piece: Piece) => boolean,
  ): Promise<Ending | undefined> {
    const { host } = this.#client.address;
    const answer = await this.#begin(request, begin, signal);
    const events = eventsOf(host, answer);
    let last: Piece | undefined;
    try {
      for (;;) {
        const next = await events.next();
        if (next.done) {
          if (!last) throw garbled(host, "there is no text in it");
          if (!last.last && !next.value) throw garbled(host, "it broke off in the middle");
          output.end();
          return endingOf(last, request.stop);
        }
        if (next.value.error !== undefined) throw inStream(host, next.value, [request.prefix]);
        const piece = pieceOf(next.value);
        timing.event(piece, next.value);
        last = piece ?? last;
        if (piece && done(piece)) return "stop";
      }
    } catch (error) {
      if (timing.reached) output.end();
      throw error;
    } finally {
      await events.return(false);
    }
  }

  /** The beginning of an answer. What the server does not offer is left out from then on. */
  async #begin(request: Request, begin: string, signal: AbortSignal): Promise<Answer> {
    let prompt = this.#fit(request.prefix, request.maxTokens);
    let refused = this.#refused;
    for (let cut = false; ; ) {
      const ask = this.#ask({ ...request, prefix: prompt }, begin, refused);
      try {
        const answer = await this.#client.call(this.#chats ? chat(ask) : this.dialect.complete(ask), signal);
        this.#refused = refused;
        return answer;
      } catch (error) {
        const code = error instanceof ModelError ? error.code : undefined;
        if (code === "remote-too-long" && !cut && prompt.length > 1) {
          cut = true;
          prompt = cutFront(prompt, Math.floor(prompt.length / 2));
        } else if (code === "remote-missing" && !this.#chats && this.#mayChat()) this.#chats = true;
        else {
          const extra = code === "remote-refused" && this.#extrasOf(ask).find((one) => !refused.has(one));
          if (!extra) throw error;
          refused = new Set([...refused, extra]);
        }
      }
    }
  }

  #mayChat = () => this.offer.kind === "openai" || this.offer.kind === "lm-studio";

  /** What a server may not like, the first to be left out first. */
  #extrasOf = ({ schema }: Ask): readonly Extra[] =>
    schema && !this.dialect.holdsSchemas ? ["schema", "probabilities"] : ["probabilities"];

  #ask(request: Request, begin: string, refused: ReadonlySet<Extra>): Ask {
    const { prefix: prompt, maxTokens, temperature, seed, stop = [] } = request;
    return {
      model: this.offer.model,
      prompt,
      maxTokens,
      ...(temperature !== undefined && { temperature }),
      ...(seed !== undefined && { seed }),
      // The server would stop within what it only repeats.
      stop: stop.filter((one) => one !== "" && !meets(begin, one)),
      probabilities: !refused.has("probabilities"),
      ...(begin !== "" && { begin }),
      ...("schema" in request && !refused.has("schema") && { schema: request.schema }),
    };
  }

  #fit(prompt: string, maxTokens: number): string {
    const reserve = Math.min(Math.max(maxTokens, 256), Math.floor(this.contextSize / 2));
    if (this.offer.contextSize === undefined) return prompt;
    return cutFront(prompt, Math.floor((this.contextSize - reserve) * fewestCharactersPerToken));
  }
}

/** Where the server may have stopped at a stop text or by itself, nobody knows which. */
function endingOf({ last }: Piece, stop: readonly string[] = []): Ending | undefined {
  if (last === "length") return "length";
  return stop.length === 0 ? "end" : undefined;
}

/** Read by a function, since the compiler does not see that a callback sets it. */
const detourOf = (healed: HealedAnswer | undefined) => healed?.detour;

/** May the stop string be met before anything behind `begin` was written? */
function meets(begin: string, stop: string): boolean {
  if (begin.includes(stop)) return true;
  for (let length = Math.min(begin.length, stop.length - 1); length > 0; length--)
    if (stop.startsWith(begin.slice(-length))) return true;
  return false;
}

/** Keeps at most so many characters, dropping from the front in steps of a quarter, so that caches survive typing. */
function cutFront(text: string, most: number): string {
  if (text.length <= most) return text;
  const step = Math.max(1, Math.floor(most / 4));
  const drop = Math.ceil((text.length - most) / step) * step;
  const border = text.indexOf("\n", drop) + 1;
  return text.slice(border > 0 && border - drop < step ? border : drop);
}
