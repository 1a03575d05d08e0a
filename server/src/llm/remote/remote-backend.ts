// The Backend on a server elsewhere that speaks the OpenAI API: asks whether it may send anything there, looks what
// the server offers at first use, and tells its state in the user's words. It must not know editors or documents.
import { readFile } from "node:fs/promises";
import type {
  Backend,
  BackendInfo,
  Chunks,
  CompleteRequest,
  GenerateRequest,
  Lane,
  PrepareRequest,
  ScoreRequest,
  Statistics,
} from "../backend.ts";
import { chunkStream, orAbort } from "../chunk-stream.ts";
import { ModelError } from "../errors.ts";
import { Meter } from "../host/meter.ts";
import type { BackendState, BackendStatus } from "../local-backend.ts";
import { parseAddress, type RemoteAddress } from "./address.ts";
import { hostIn, leavesFor, type RemoteChoice } from "./choice.ts";
import { Client, type Retrying } from "./client.ts";
import { Connection, type Patience } from "./connection.ts";
import type { RemoteAccess } from "./environment.ts";
import { InFlight } from "./in-flight.ts";
import { type Offer, probe } from "./probe.ts";
import { remoteError } from "./remote-error.ts";
import { RemoteSession } from "./session.ts";

export interface RemoteOptions {
  readonly choice: RemoteChoice;
  /** Asks the user, once for a host; nothing is sent before. */
  readonly access: (address: RemoteAddress) => Promise<RemoteAccess>;
  readonly onLog?: (line: string) => void;
  readonly patience?: Patience;
  readonly retrying?: Retrying;
  readonly now?: () => number;
}

interface Opened {
  readonly client: Client;
  readonly session: RemoteSession;
}

const mostInFlight = 4;
/** After a failure, typing does not ask again for so long; doubled with each further one. */
const restMs = 5_000;
const longestRestMs = 120_000;

export class RemoteBackend implements Backend {
  readonly #options: RemoteOptions;
  readonly #meter = new Meter();
  readonly #inFlight = new InFlight(mostInFlight);
  readonly #listeners = new Set<(status: BackendStatus) => void>();
  /** Ends what runs when it is paused or disposed. */
  #life = new AbortController();
  #opening: Promise<Opened> | undefined;
  /** Why requests are refused, while paused or after disposal. */
  #refusal: ModelError | undefined;
  #newest: AbortController | undefined;
  #rest: { readonly until: number; readonly ms: number; readonly error: ModelError } | undefined;
  #working = 0;
  #offer: Offer | undefined;
  #status: BackendStatus;

  constructor(options: RemoteOptions) {
    this.#options = options;
    this.#status = {
      state: "idle",
      message: `${hostIn(options.choice.url)} is asked when a model is first needed.`,
    };
  }

  get status(): BackendStatus {
    return this.#status;
  }

  onStatus(listener: (status: BackendStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async warm(signal?: AbortSignal): Promise<void> {
    await this.#ready(signal);
  }

  async pause(): Promise<void> {
    if (this.#refusal) return;
    this.#refuse(
      remoteError("paused", "The remote engine is paused.", "Resume it to get suggestions again."),
    );
    this.#show("paused", "The remote engine is paused: nothing is sent.");
  }

  resume(): void {
    if (this.#status.state !== "paused") return;
    this.#refusal = undefined;
    this.#life = new AbortController();
    this.#show("idle", `${hostIn(this.#options.choice.url)} is asked when a model is next needed.`);
    // Costs no more than a look, and shows at once whether it works.
    this.warm().catch(() => {});
  }

  async retry(): Promise<void> {
    this.#rest = undefined;
    this.#opening = undefined;
    this.resume();
    await this.warm();
  }

  async info(signal?: AbortSignal): Promise<BackendInfo> {
    const { session } = await this.#ready(signal);
    return {
      name: modelName(session.offer),
      contextSize: session.contextSize,
      starter: false,
      ...(session.estimates && { estimatesTokens: true }),
    };
  }

  async countTokens(text: string, signal?: AbortSignal): Promise<number> {
    return this.#ask("background", signal ?? new AbortController().signal, ({ session }, stop) =>
      session.countTokens(text, stop),
    );
  }

  complete(request: CompleteRequest, signal: AbortSignal): Chunks {
    return chunkStream((push, stop) => {
      const signals = request.lane === "inline" ? AbortSignal.any([stop, this.#supersede()]) : stop;
      return this.#work(request.lane, signals, ({ session }, until) =>
        session.complete(request, until, push),
      );
    }, signal);
  }

  generate(request: GenerateRequest, signal: AbortSignal): Chunks {
    return chunkStream(
      (push, stop) =>
        this.#work(request.lane, stop, ({ session }, until) => session.generate(request, until, push)),
      signal,
    );
  }

  async score(request: ScoreRequest, signal: AbortSignal): Promise<number[]> {
    return this.#work(request.lane, signal, ({ session }, until) => session.score(request, until));
  }

  /** Nothing leaves this machine unasked, unless the user wants it and it helps. */
  async prepare({ prefix }: PrepareRequest, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#refusal) throw this.#refusal;
    if (!this.#options.choice.ahead || prefix === "" || this.#working > 0) return;
    await this.#ask("background", signal, async ({ session }, stop) => {
      if (session.dialect.caches) await session.prepare(prefix, stop);
    });
  }

  async statistics(signal?: AbortSignal): Promise<Statistics> {
    signal?.throwIfAborted();
    if (this.#refusal?.code === "disposed") throw this.#refusal;
    const offer = this.#offer;
    const host = hostIn(this.#options.choice.url);
    return {
      model: offer ? modelName(offer) : host,
      ...(leavesFor(this.#options.choice) && { remote: host }),
      ...this.#meter.statistics,
      ...(offer?.contextSize !== undefined && { contextSize: offer.contextSize }),
    };
  }

  async dispose(): Promise<void> {
    this.#refuse(remoteError("disposed", "The remote engine is no longer in use.", "Reload the window."));
    this.#show("idle", "The remote engine is not in use.");
    this.#listeners.clear();
  }

  #refuse(error: ModelError): void {
    this.#refusal = error;
    this.#life.abort(error);
    this.#opening?.then(({ client }) => client.close()).catch(() => {});
    this.#opening = undefined;
  }

  /** The newest suggestion is the only one that anybody waits for. */
  #supersede(): AbortSignal {
    this.#newest?.abort(superseded());
    this.#newest = new AbortController();
    return this.#newest.signal;
  }

  async #work<T>(
    lane: Lane | undefined,
    signal: AbortSignal,
    task: (opened: Opened, stop: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.#working++;
    try {
      return await this.#ask(lane, signal, task);
    } finally {
      this.#working--;
      this.#showReady();
    }
  }

  async #ask<T>(
    lane: Lane | undefined,
    signal: AbortSignal,
    task: (opened: Opened, stop: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const stop = AbortSignal.any([signal, this.#life.signal]);
    stop.throwIfAborted();
    const rest = this.#rest;
    if (lane === "inline" && rest && this.#now() < rest.until) throw rest.error;
    const opened = await this.#ready(stop);
    this.#showReady();
    try {
      const result = await this.#inFlight.run(lane ?? "background", stop, () =>
        orAbort(task(opened, stop), stop),
      );
      this.#rest = undefined;
      return result;
    } catch (error) {
      if (!stop.aborted && error instanceof ModelError) this.#failed(error);
      throw error;
    }
  }

  #now(): number {
    return (this.#options.now ?? (() => performance.now()))();
  }

  #ready(signal?: AbortSignal): Promise<Opened> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#refusal) return Promise.reject(this.#refusal);
    if (!this.#opening) {
      const opening = this.#open();
      this.#opening = opening;
      opening.then(
        () => this.#showReady(),
        (error: unknown) => {
          if (this.#opening !== opening) return;
          this.#opening = undefined;
          if (error instanceof ModelError) this.#showFailure(error);
        },
      );
    }
    return orAbort(this.#opening, AbortSignal.any([this.#life.signal, ...(signal ? [signal] : [])]));
  }

  async #open(): Promise<Opened> {
    const { choice, access, patience, retrying, onLog } = this.#options;
    const address = parseAddress(choice.url);
    if (!address.loopback)
      this.#show("loading", `Waiting for your answer: may text be sent to ${address.host}?`);
    const { allowed, token } = await access(address);
    if (!allowed) throw notAllowed(address.host);
    const certificates = choice.certificates === "" ? undefined : await certificatesIn(choice.certificates);
    const { proxy, noProxy } = choice;
    const parts = { address, token, certificates, proxy, noProxy, ...(patience && { patience }) };
    const client = new Client(new Connection(parts), retrying);
    this.#show("loading", `Looking what ${address.host} offers.`);
    const session = new RemoteSession(
      client,
      await probe(client, choice.model, this.#life.signal),
      this.#meter,
    );
    this.#offer = session.offer;
    const { model, contextSize } = session.offer;
    const size = contextSize === undefined ? "context not told" : `context ${contextSize}`;
    onLog?.(
      `Remote engine ${address.host}: ${session.dialect.name}, model ${model}, ${size}, counts of tokens are ${session.estimates ? "estimates" : "exact"}.`,
    );
    return { client, session };
  }

  /** What fails once may have become another server: it is looked at anew. */
  #failed(error: ModelError): void {
    if (["remote-cannot", "remote-too-long", "too-slow"].includes(error.code)) return;
    this.#opening = undefined;
    this.#showFailure(error);
  }

  #showFailure(error: ModelError): void {
    if (this.#refusal) return;
    const ms = Math.min(longestRestMs, this.#rest ? this.#rest.ms * 2 : restMs);
    this.#rest = { until: this.#now() + ms, ms, error };
    this.#show("failed", `${error.message} ${error.advice}`, error);
  }

  #showReady(): void {
    const opening = this.#opening;
    if (!opening || this.#refusal) return;
    opening.then(
      ({ client, session }) => {
        if (this.#opening !== opening || this.#refusal) return;
        const name = `${modelName(session.offer)} on ${client.address.host}`;
        if (this.#working > 0) this.#show("working", `${name} is writing.`);
        else this.#show("ready", `${name} is ready.`);
      },
      () => {},
    );
  }

  #show(state: BackendState, message: string, error?: ModelError): void {
    if (this.#status.state === state && this.#status.message === message) return;
    this.#status = error ? { state, message, error } : { state, message };
    for (const listener of [...this.#listeners]) listener(this.#status);
  }
}

/** llama-server calls a model by the path of its file. Without the host: the name is written into documents. */
const modelName = ({ model }: Offer) =>
  /\.gguf$/i.test(model) ? model.replace(/^.*[\\/]/, "").replace(/\.gguf$/i, "") : model;

const superseded = () =>
  remoteError(
    "superseded",
    "A newer request took this one's place.",
    "Nothing needs to be done: the newer one is answered.",
  );

const notAllowed = (host: string) =>
  remoteError(
    "remote-not-allowed",
    `Nothing is sent to ${host}, because nobody has allowed it.`,
    "Allow it with “Guidewright: Connect to a Remote Engine”, or empty guidewright.remote.url to use a local model.",
  );

async function certificatesIn(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw remoteError(
    "remote-untrusted",
    `${file} holds no certificates that can be read.`,
    "Set guidewright.remote.certificates to a PEM file, which begins with “-----BEGIN CERTIFICATE-----”.",
  );
}
