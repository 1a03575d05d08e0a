// The Backend for tests: answers from a list or a function, chunk by chunk, waits at gates that the test
// opens, and records what was asked. It obeys the same contract as the real ones (backend-contract.ts).
import type {
  Backend,
  BackendInfo,
  Chunk,
  Chunks,
  CompleteRequest,
  Ending,
  GenerateRequest,
  PrepareRequest,
  ScoreRequest,
  Statistics,
} from "../../server/src/llm/backend.ts";
import { chunkStream, orAbort } from "../../server/src/llm/chunk-stream.ts";
import { ModelError } from "../../server/src/llm/errors.ts";
import { StopStrings } from "../../server/src/llm/host/output.ts";

/** A step of an answer: text, a chunk, an error to fail with, or a promise to wait for. */
export type Step = string | Chunk | Error | Promise<unknown>;
/** A string is cut into chunks of a word each; of a list, each text is one chunk. */
export type Answer = string | readonly Step[];
export type AnyRequest = CompleteRequest | GenerateRequest;

export interface Script {
  /** One answer for each request in turn (the last one repeats), or a function. Without: empty answers. */
  readonly answers?: readonly Answer[] | ((request: AnyRequest, index: number) => Answer);
  /** Without: every choice is equally likely. */
  readonly scores?: (request: ScoreRequest) => readonly number[];
  readonly info?: Partial<BackendInfo>;
  /** Scores, counts and info wait for this. */
  readonly gate?: Promise<unknown>;
}

export interface Gate {
  readonly promise: Promise<void>;
  readonly open: () => void;
  readonly fail: (error: Error) => void;
}

/** Something to wait for that the test decides about. */
export function gate(): Gate {
  let open = () => {};
  let fail: Gate["fail"] = () => {};
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  // A gate that fails when nobody waits is no accident.
  promise.catch(() => {});
  return { promise, open, fail };
}

export class ScriptedBackend implements Backend {
  /** Every complete and generate request in the order in which it was begun. */
  readonly requests: AnyRequest[] = [];
  readonly scored: ScoreRequest[] = [];
  readonly prepared: PrepareRequest[] = [];
  /** Requests that were aborted or left before their end. */
  readonly cancelled: AnyRequest[] = [];
  readonly #script: Script;
  readonly #disposed = new AbortController();

  constructor(script: Script | readonly Answer[] = {}) {
    this.#script = Array.isArray(script) ? { answers: script as readonly Answer[] } : (script as Script);
  }

  async info(signal?: AbortSignal): Promise<BackendInfo> {
    await this.#gate(signal);
    return { name: "scripted", contextSize: 4096, starter: false, ...this.#script.info };
  }

  async countTokens(text: string, signal?: AbortSignal): Promise<number> {
    await this.#gate(signal);
    return words(text).length;
  }

  complete(request: CompleteRequest, signal: AbortSignal): Chunks {
    return chunkStream((push, stop) => this.#answer(request, push, stop), signal);
  }

  generate(request: GenerateRequest, signal: AbortSignal): Chunks {
    return chunkStream((push, stop) => this.#answer(request, push, stop), signal);
  }

  async score(request: ScoreRequest, signal: AbortSignal): Promise<number[]> {
    await this.#gate(signal);
    this.scored.push(request);
    const { scores } = this.#script;
    return scores ? [...scores(request)] : request.choices.map(() => -Math.log(request.choices.length));
  }

  async prepare(request: PrepareRequest, signal: AbortSignal): Promise<void> {
    await this.#gate(signal);
    this.prepared.push(request);
  }

  async statistics(signal?: AbortSignal): Promise<Statistics> {
    signal?.throwIfAborted();
    this.#disposed.signal.throwIfAborted();
    const requests = this.requests.length + this.scored.length;
    return { model: "scripted", requests, promptTokens: 0, reusedTokens: 0 };
  }

  async dispose(): Promise<void> {
    this.#disposed.abort(new ModelError("disposed", "The scripted backend was disposed.", "Make a new one."));
  }

  async #gate(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#disposed.signal.throwIfAborted();
    await orAbort(this.#script.gate ?? Promise.resolve(), this.#orDisposed(signal));
  }

  async #answer(request: AnyRequest, push: (chunk: Chunk) => void, signal: AbortSignal): Promise<Ending> {
    const stop = this.#orDisposed(signal);
    stop.throwIfAborted();
    const steps = this.#stepsFor(request, this.requests.length);
    this.requests.push(request);
    const stops = new StopStrings(request.stop);
    try {
      let left = request.maxTokens;
      for (const step of steps) {
        const chunk = await this.#take(step, stop);
        if (!chunk) continue;
        if (left-- <= 0 || stops.stopped) break;
        send(push, chunk, stops.push(chunk.text));
      }
      send(push, {}, stops.flush());
      return stops.stopped ? "stop" : left < 0 ? "length" : "end";
    } catch (error) {
      if (stop.aborted) this.cancelled.push(request);
      throw error;
    }
  }

  /** Undefined for a gate; each step gives the reader its turn, as a real backend does. */
  async #take(step: Step, stop: AbortSignal): Promise<Chunk | undefined> {
    await orAbort(Promise.resolve(step instanceof Promise ? step : undefined), stop);
    stop.throwIfAborted();
    if (step instanceof Error) throw step;
    if (step instanceof Promise) return undefined;
    return typeof step === "string" ? { text: step } : step;
  }

  #stepsFor(request: AnyRequest, index: number): readonly Step[] {
    const { answers = [] } = this.#script;
    const answer =
      typeof answers === "function" ? answers(request, index) : (answers[index] ?? answers.at(-1) ?? "");
    return typeof answer === "string" ? words(answer) : answer;
  }

  #orDisposed(signal: AbortSignal | undefined): AbortSignal {
    return AbortSignal.any([this.#disposed.signal, ...(signal ? [signal] : [])]);
  }
}

function send(push: (chunk: Chunk) => void, chunk: Partial<Chunk>, text: string): void {
  if (text !== "") push({ ...chunk, text });
}

/** Words with the blanks before them; joined they are the text. */
const words = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];
