// The Backend that runs a model on this computer in the host process that windows share: loads it at first use, reports its
// state in the user's words, and survives the host's deaths. It must not know editors or documents.
import type {
  Backend,
  BackendInfo,
  Chunks,
  CompleteRequest,
  GenerateRequest,
  PrepareRequest,
  ScoreRequest,
  Statistics,
} from "./backend.ts";
import { chunkStream, orAbort } from "./chunk-stream.ts";
import { ModelError } from "./errors.ts";
import {
  completeRequest,
  countTokensRequest,
  type EngineSettings,
  generateRequest,
  type LoadedModel,
  type LoadParams,
  loadRequest,
  prepareRequest,
  scoreRequest,
  statisticsRequest,
} from "./host/protocol.ts";
import type { HostConnection } from "./host-connection.ts";
import { Idle } from "./idle.ts";
import { meetingFolder } from "./meeting-place.ts";
import { inspectModelFile, type LocalModel } from "./model-file.ts";
import type { Power } from "./power.ts";
import { sharedHost } from "./shared-host.ts";
import { Supervisor, type SupervisorOptions } from "./supervisor.ts";

export type BackendState =
  | "idle"
  | "asleep"
  | "missing"
  | "loading"
  | "ready"
  | "working"
  | "restarting"
  | "failed"
  | "paused";

export interface BackendStatus {
  readonly state: BackendState;
  /** One plain sentence for the user. */
  readonly message: string;
  readonly error?: ModelError;
}

export interface LocalBackendOptions
  extends Pick<SupervisorOptions, "mostDeaths" | "windowMs" | "pauseMs" | "clock"> {
  /** The built host (host.mjs). */
  readonly hostPath: string;
  /** Where windows meet to share a host. */
  readonly folder?: string;
  readonly onLog?: (line: string) => void;
  readonly model: LocalModel;
  readonly settings?: Partial<EngineSettings>;
  /** Unloads the model when nothing was asked of it for so long; 0 (the default) never does. */
  readonly idleMs?: number;
  /** Pauses the model while this says that the computer saves energy. */
  readonly power?: Power;
}

interface Opened {
  readonly host: HostConnection;
  readonly loaded: LoadedModel;
}

const usualSettings: EngineSettings = { threads: 0, gpu: "auto", contextSize: 0 };

export class LocalBackend implements Backend {
  readonly #model: LocalModel;
  readonly #load: LoadParams;
  readonly #supervisor: Supervisor;
  readonly #idle: Idle;
  readonly #power: Power | undefined;
  #unwatch = () => {};
  #pausedBy: "user" | "power" | undefined;
  /** The user wants the model although the computer saves energy. */
  #spendthrift = false;
  readonly #listeners = new Set<(status: BackendStatus) => void>();
  #status: BackendStatus;
  #opening: Promise<Opened> | undefined;
  /** Why requests are refused, while paused or after disposal. */
  #refusal: ModelError | undefined;
  #working = 0;

  constructor({ model, settings, hostPath, folder, onLog, idleMs = 0, power, ...rest }: LocalBackendOptions) {
    this.#model = model;
    this.#load = { path: model.path, ...usualSettings, ...settings };
    this.#status = { state: "idle", message: `${model.name} is loaded when it is first needed.` };
    this.#idle = new Idle(idleMs, () => void this.#fallAsleep(idleMs), rest.clock);
    this.#power = power;
    this.#supervisor = new Supervisor({
      ...rest,
      open: () =>
        sharedHost({
          hostPath,
          folder: folder ?? meetingFolder(),
          load: this.#load,
          onLog: onLog ?? (() => {}),
        }),
      onDeath: ({ cause }, gaveUp) => this.#onDeath(cause, gaveUp),
      onRestart: () => void this.warm().catch(() => {}),
    });
  }

  get status(): BackendStatus {
    return this.#status;
  }

  /** The host's process id while it runs. */
  get pid(): number | undefined {
    return this.#supervisor.pid;
  }

  /** Calls back on every change of state; the result ends that. */
  onStatus(listener: (status: BackendStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads the model now instead of at first use. */
  async warm(signal?: AbortSignal): Promise<void> {
    await this.#use(signal, async () => {});
  }

  /** Leaves the host; requests are refused until `resume`. */
  async pause(): Promise<void> {
    this.#pausedBy = "user";
    await this.#stepAside("in this window");
  }

  resume(): void {
    if (this.#status.state !== "paused") return;
    // Whoever resumes it although the computer saves energy has the last word.
    this.#spendthrift = this.#pausedBy === "power";
    this.#comeBack();
  }

  /** Tries again after a failure. */
  async retry(): Promise<void> {
    this.#supervisor.retry();
    this.resume();
    await this.warm();
  }

  async info(signal?: AbortSignal): Promise<BackendInfo> {
    const { loaded } = await this.#use(signal, async (opened) => opened);
    const { name, sha256, entry, starter } = this.#model;
    const hash = sha256 ?? entry?.sha256;
    return { name, contextSize: loaded.contextSize, starter, ...(hash ? { sha256: hash } : {}) };
  }

  async countTokens(text: string, signal?: AbortSignal): Promise<number> {
    return this.#use(signal, ({ host }) => host.request(countTokensRequest, { text }, signal));
  }

  complete(request: CompleteRequest, signal: AbortSignal): Chunks {
    return chunkStream(
      (push, stop) => this.#work(stop, (host) => host.stream(completeRequest, request, push, stop)),
      signal,
    );
  }

  generate(request: GenerateRequest, signal: AbortSignal): Chunks {
    return chunkStream(
      (push, stop) => this.#work(stop, (host) => host.stream(generateRequest, request, push, stop)),
      signal,
    );
  }

  async score(request: ScoreRequest, signal: AbortSignal): Promise<number[]> {
    // JSON has no infinity; a choice that the model holds for impossible comes back as null.
    const scores: (number | null)[] = await this.#work(signal, (host) =>
      host.request(scoreRequest, request, signal),
    );
    return scores.map((score) => score ?? Number.NEGATIVE_INFINITY);
  }

  async prepare(request: PrepareRequest, signal: AbortSignal): Promise<void> {
    await this.#use(signal, ({ host }) => host.request(prepareRequest, request, signal));
  }

  async statistics(signal?: AbortSignal): Promise<Statistics> {
    signal?.throwIfAborted();
    const { name: model, path: file } = this.#model;
    const { deaths } = this.#supervisor;
    const none = { model, file, deaths, requests: 0, promptTokens: 0, reusedTokens: 0 };
    if (this.#refusal?.code === "disposed") throw this.#refusal;
    const loaded = this.#status.state === "ready" || this.#status.state === "working";
    if (!loaded) return none;
    const { host } = await this.#ready(signal);
    return { ...none, ...(await host.request(statisticsRequest, null, signal)) };
  }

  async dispose(): Promise<void> {
    this.#refusal = new ModelError(
      "disposed",
      `${this.#model.name} has been shut down.`,
      "Reload the window.",
    );
    this.#unwatch();
    this.#idle.stop();
    this.#opening = undefined;
    await this.#supervisor.dispose();
    this.#show("idle", `${this.#model.name} is not loaded.`);
    this.#listeners.clear();
  }

  #work<T>(signal: AbortSignal, task: (host: HostConnection) => Promise<T>): Promise<T> {
    return this.#use(signal, async ({ host }) => {
      this.#working++;
      this.#showReady();
      try {
        return await task(host);
      } finally {
        this.#working--;
        this.#showReady();
      }
    });
  }

  #use<T>(signal: AbortSignal | undefined, task: (opened: Opened) => Promise<T>): Promise<T> {
    return this.#idle.during(async () => task(await this.#ready(signal)));
  }

  async #fallAsleep(idleMs: number): Promise<void> {
    if (!this.#opening || this.#refusal) return;
    const name = this.#model.name;
    const minutes = Math.round(idleMs / 60_000);
    this.#show("asleep", `${name} was not needed for ${minutes} minutes and is unloaded until it is.`);
    await this.#leave(new ModelError("paused", `${name} is asleep.`, "Ask again."));
  }

  async #stepAside(why: string): Promise<void> {
    if (this.#refusal) return;
    const message = `${this.#model.name} is paused ${why}.`;
    this.#refusal = new ModelError("paused", message, "Resume it to get suggestions again.");
    this.#show("paused", message);
    await this.#leave(this.#refusal);
  }

  #comeBack(): void {
    this.#refusal = undefined;
    this.#pausedBy = undefined;
    this.#show("idle", `${this.#model.name} is loaded when it is next needed.`);
  }

  async #leave(error: ModelError): Promise<void> {
    this.#idle.stop();
    if (this.#pausedBy !== "power") this.#unwatch();
    this.#opening = undefined;
    await this.#supervisor.stop(error);
  }

  /** From the model's loading on, until it is unloaded for another reason. */
  async #heedPower(): Promise<void> {
    if (!this.#power) return;
    this.#unwatch();
    this.#unwatch = this.#power.watch((why) => void this.#powerChanged(why));
    await this.#powerChanged(await this.#power.reason());
    if (this.#refusal) throw this.#refusal;
  }

  async #powerChanged(why: string | undefined): Promise<void> {
    if (why === undefined) {
      this.#spendthrift = false;
      if (this.#pausedBy === "power") this.#comeBack();
    } else if (!this.#spendthrift && !this.#refusal) {
      this.#pausedBy = "power";
      await this.#stepAside(why);
    }
  }

  #ready(signal?: AbortSignal): Promise<Opened> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#refusal) return Promise.reject(this.#refusal);
    if (!this.#opening) {
      const opening = this.#open();
      this.#opening = opening;
      // A failure is not kept: the next request looks at the file again.
      opening.catch((error: unknown) => this.#openFailed(opening, error));
    }
    return orAbort(this.#opening, signal);
  }

  async #open(): Promise<Opened> {
    const { path, entry } = this.#model;
    await inspectModelFile(path, entry);
    await this.#heedPower();
    const host = await this.#supervisor.host();
    this.#show("loading", `${this.#model.name} is loading.`);
    const loaded = await host.request(loadRequest, this.#load);
    // In the microtask after this the opening counts as done, so show it as such.
    this.#showReady();
    return { host, loaded };
  }

  #openFailed(opening: Promise<Opened>, error: unknown): void {
    if (this.#opening === opening) this.#opening = undefined;
    if (this.#refusal || !(error instanceof ModelError)) return;
    if (error.code === "disposed" || error.code === "paused" || error.code === "host-died") return;
    const state = error.code === "file-missing" ? "missing" : "failed";
    this.#show(state, `${error.message} ${error.advice}`, error);
  }

  #onDeath(cause: string, gaveUp?: ModelError): void {
    this.#opening = undefined;
    // In the words of those who ask on, so that it is told once.
    if (gaveUp) this.#show("failed", `${gaveUp.message} ${gaveUp.advice}`, gaveUp);
    else this.#show("restarting", `${this.#model.name} stopped unexpectedly (${cause}) and starts again.`);
  }

  #showReady(): void {
    if (!this.#opening || this.#refusal) return;
    const name = this.#model.name;
    if (this.#working > 0) this.#show("working", `${name} is writing.`);
    else this.#show("ready", `${name} is ready.`);
  }

  #show(state: BackendState, message: string, error?: ModelError): void {
    if (this.#status.state === state && this.#status.message === message) return;
    this.#status = error ? { state, message, error } : { state, message };
    for (const listener of [...this.#listeners]) listener(this.#status);
  }
}
