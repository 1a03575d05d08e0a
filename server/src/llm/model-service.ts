// The model in use, as one Backend that stays while models come and go: chosen by settings, paused, resumed. It must
// not know who asks, how its state is shown, nor where files come from.

import { requireAccepted } from "./acceptance.ts";
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
} from "./backend.ts";
import { catalogueEntry, unknownModel } from "./catalogue/catalogue.ts";
import { ModelError } from "./errors.ts";
import type { BackendStatus, LocalBackend } from "./local-backend.ts";
import { hashOnFirstUse, type LocalModel, localModel, recordedHash } from "./model-file.ts";
import { type Destination, leavesFor, type RemoteChoice, remoteName } from "./remote/choice.ts";
import { eraseFolder, eraseStates } from "./states-folder.ts";
import { timed } from "./timing.ts";

export interface ModelChoice {
  /** A server elsewhere, instead of all that follows. */
  readonly remote?: RemoteChoice;
  readonly id: string;
  /** A file of the user's own; empty for the catalogue's model. */
  readonly path: string;
  readonly gpu: "auto" | "off";
  readonly threads: number;
  readonly contextSize: number;
  readonly template?: "raw" | "chat";
  /** Unload it when nothing was asked of it for so long; 0 or missing: never. */
  readonly idleMinutes?: number;
  /** Pause it while the computer saves energy. */
  readonly saveEnergy?: boolean;
  /** Keep what was read of the author's text on disk. */
  readonly keepContext?: boolean;
}

/** What the service needs of a backend beside answers: the local one has it, tests script it. */
export type ManagedBackend = Backend &
  Pick<LocalBackend, "status" | "onStatus" | "pause" | "resume" | "retry" | "warm">;

export interface ServiceStatus extends BackendStatus {
  readonly model: string;
  readonly starter: boolean;
  /** Where text is sent, if it leaves this machine. */
  readonly remote?: Destination;
  /** The catalogue id that install() can fetch, where that would help. */
  readonly installable?: string;
}

export interface ModelServiceOptions {
  readonly modelsDir: string;
  /** Where what was read of the author's text is kept, if it is. */
  readonly contextsDir?: string;
  readonly create: (model: LocalModel, choice: ModelChoice) => ManagedBackend;
  readonly createRemote: (choice: RemoteChoice) => Promise<ManagedBackend>;
  readonly onStatus: (status: ServiceStatus) => void;
  /** A line for each answer: how long it took. */
  readonly onTiming?: (line: string) => void;
}

interface Shown {
  readonly model: Pick<LocalModel, "name" | "starter"> & Partial<Pick<LocalModel, "path" | "sha256">>;
  readonly entryId: string | undefined;
  readonly remote?: Destination | undefined;
}

interface Current extends Shown {
  readonly backend: ManagedBackend;
  /** Its state is no longer the state of the model in use. */
  silence(): void;
}

export class ModelService implements Backend {
  readonly #options: ModelServiceOptions;
  #choice: ModelChoice | undefined;
  #current: Promise<Current> | undefined;
  #status: ServiceStatus | undefined;
  #paused = false;
  #warmWanted = false;
  #disposed = false;
  /** Requests that come before the first choice wait for it. */
  readonly #chosen: Promise<void>;
  #haveChosen: () => void = () => {};

  constructor(options: ModelServiceOptions) {
    this.#options = options;
    this.#chosen = new Promise((resolve) => {
      this.#haveChosen = resolve;
    });
  }

  /** Undefined until a model was chosen. */
  get status(): ServiceStatus | undefined {
    return this.#status;
  }

  /** Takes effect at the next request; the old model is unloaded. */
  async choose(choice: ModelChoice): Promise<void> {
    if (JSON.stringify(choice) === JSON.stringify(this.#choice)) return;
    this.#choice = choice;
    await this.#use(choice);
    if (!choice.keepContext) await this.#eraseContexts();
  }

  /** What is chosen; undefined before anything is. */
  get choice(): ModelChoice | undefined {
    return this.#choice;
  }

  /** A file has come or terms were accepted: a model that could not be used before is looked at again. */
  async lookAgain(): Promise<void> {
    const choice = this.#choice;
    const current = await this.#current?.catch(() => undefined);
    const { state } = current?.backend.status ?? {};
    if (choice && (!current || state === "missing" || state === "failed")) await this.#use(choice);
  }

  async #use(choice: ModelChoice): Promise<void> {
    const old = this.#current;
    this.#current = this.#open(choice);
    this.#current.catch(() => {});
    this.#haveChosen();
    await old?.then(
      ({ backend, silence }) => {
        silence();
        return backend.dispose();
      },
      () => {},
    );
    await this.#current.catch(() => {});
  }

  async setPaused(paused: boolean): Promise<void> {
    this.#paused = paused;
    const current = await this.#ready();
    if (paused) await current.backend.pause();
    else if (current.backend.status.state === "failed") await current.backend.retry();
    else current.backend.resume();
  }

  /** Loads the model before it is first needed; a failure shows as the state, and nowhere else. */
  warm(): void {
    this.#warmWanted = true;
    this.#current?.then(({ backend }) => backend.warm()).catch(() => {});
  }

  /** Erases what models have kept of prompts on this machine's disk; what is in memory stays. */
  async eraseStates(): Promise<void> {
    await Promise.all([eraseStates(this.#options.modelsDir), this.#eraseContexts()]);
  }

  async #eraseContexts(): Promise<void> {
    const { contextsDir } = this.#options;
    if (contextsDir !== undefined) await eraseFolder(contextsDir);
  }

  async info(signal?: AbortSignal): Promise<BackendInfo> {
    const { backend, model } = await this.#ready();
    const info = await backend.info(signal);
    const sha256 = info.sha256 ?? (model.path && (await recordedHash(model.path)));
    return { ...info, ...(sha256 && { sha256 }) };
  }

  async countTokens(text: string, signal?: AbortSignal): Promise<number> {
    return (await this.#ready()).backend.countTokens(text, signal);
  }

  async *complete(
    request: CompleteRequest,
    signal: AbortSignal,
  ): AsyncGenerator<Chunk, Ending | undefined, undefined> {
    signal.throwIfAborted();
    return yield* this.#timed((await this.#ready()).backend.complete(request, signal), request);
  }

  async *generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<Chunk, Ending | undefined, undefined> {
    signal.throwIfAborted();
    return yield* this.#timed((await this.#ready()).backend.generate(request, signal), request);
  }

  async score(request: ScoreRequest, signal: AbortSignal): Promise<number[]> {
    signal.throwIfAborted();
    return (await this.#ready()).backend.score(request, signal);
  }

  async prepare(request: PrepareRequest, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return (await this.#ready()).backend.prepare(request, signal);
  }

  async statistics(signal?: AbortSignal): Promise<Statistics> {
    return (await this.#ready()).backend.statistics(signal);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#haveChosen();
    const current = await this.#current?.catch(() => undefined);
    await current?.backend.dispose();
  }

  #timed(chunks: Chunks, { lane }: CompleteRequest): Chunks {
    const { onTiming } = this.#options;
    return onTiming ? timed(chunks, lane, onTiming) : chunks;
  }

  async #ready(): Promise<Current> {
    await this.#chosen;
    if (this.#disposed || !this.#current) {
      throw new ModelError("disposed", "No model is in use.", "Choose a model in the settings.");
    }
    return this.#current;
  }

  async #open(choice: ModelChoice): Promise<Current> {
    if (choice.remote) return this.#openRemote(choice.remote);
    const { modelsDir, create } = this.#options;
    const entry = choice.path === "" ? catalogueEntry(choice.id) : undefined;
    if (choice.path === "" && !entry) throw this.#cannotOpen("failed", unknownModel(choice.id), choice.id);
    const model = await localModel(entry ? `${modelsDir}/${entry.file}` : choice.path);
    const known = model.entry;
    if (known)
      await requireAccepted(modelsDir, known).catch((error: ModelError) => {
        throw this.#cannotOpen("missing", error, known.name, entry?.id);
      });
    return this.#begin(create(model, choice), { model, entryId: entry?.id });
  }

  async #openRemote(choice: RemoteChoice): Promise<Current> {
    const model = { name: remoteName(choice), starter: false };
    return this.#begin(await this.#options.createRemote(choice), {
      model,
      entryId: undefined,
      remote: leavesFor(choice),
    });
  }

  async #begin(backend: ManagedBackend, shown: Shown): Promise<Current> {
    const current = { ...shown, backend, silence: backend.onStatus((status) => this.#show(shown, status)) };
    this.#show(current, backend.status);
    if (this.#paused) await backend.pause();
    else if (this.#warmWanted) backend.warm().catch(() => {});
    return current;
  }

  #show({ model, entryId, remote }: Shown, status: BackendStatus): void {
    if (status.state === "ready") void hashOnFirstUse(model);
    const fetchable = status.state === "missing" || status.error?.code === "file-truncated";
    this.#status = {
      ...status,
      model: model.name,
      starter: model.starter,
      ...(remote && { remote }),
      ...(fetchable && entryId !== undefined && { installable: entryId }),
    };
    this.#options.onStatus(this.#status);
  }

  #cannotOpen(
    state: "missing" | "failed",
    error: ModelError,
    model: string,
    installable?: string,
  ): ModelError {
    const message = `${error.message} ${error.advice}`;
    const more = installable === undefined ? {} : { installable };
    this.#status = { state, message, error, model, starter: false, ...more };
    this.#options.onStatus(this.#status);
    return error;
  }
}
