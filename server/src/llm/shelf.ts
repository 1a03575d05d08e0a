// The models folder as a whole: what there is to choose from, bringing a model in, accepting its terms. It must not
// know who asks, nor how a model is run.
import { accept } from "./acceptance.ts";
import { catalogueEntry, unknownModel } from "./catalogue/catalogue.ts";
import type { Speed } from "./catalogue/fit.ts";
import { memoryNeed } from "./catalogue/memory.ts";
import type { CatalogueEntry } from "./catalogue/model.ts";
import { type Offer, offers, probe, thisMachine, usualContext } from "./choosing.ts";
import { importModel, recognise } from "./download/import-file.ts";
import { hubOf, installModel, type Source } from "./download/install.ts";
import type { InstallProgress } from "./download/progress.ts";
import { inspectModelFile, type ModelShape } from "./model-file.ts";
import type { ModelService } from "./model-service.ts";

/** A file of the user's own, as it was looked at. */
export interface Inspected {
  readonly shape: ModelShape;
  /** Bytes of memory, where the file tells its shape. */
  readonly need?: number;
  /** The catalogue's entry that it seems to be. */
  readonly offer?: Offer;
}

type Report = (progress: InstallProgress) => void;

export class ModelShelf {
  readonly #dir: string;
  readonly #models: ModelService;
  #hub = "";
  #speed: Speed | undefined;

  constructor(dir: string, models: ModelService) {
    this.#dir = dir;
    this.#models = models;
  }

  /** Where downloads come from, by the user's settings; empty for the usual place. */
  downloadFrom(hub: string): void {
    this.#hub = hub;
  }

  /** The server that a token would be for. */
  get hub(): string {
    return hubOf({ hub: this.#hub });
  }

  async offers(measure: boolean, signal: AbortSignal): Promise<Offer[]> {
    // A model that is paused, missing or broken cannot be measured: there is a choice all the same.
    if (measure) await this.#measure(signal).catch(() => signal.throwIfAborted());
    const machine = thisMachine(await this.#gpuMemory(signal));
    return offers({ dir: this.#dir, machine, contextSize: this.#contextSize, speed: this.#speed });
  }

  async accept(id: string): Promise<void> {
    await accept(this.#dir, entryOf(id));
    await this.#models.lookAgain();
  }

  async install(
    id: string,
    source: Omit<Source, "hub">,
    signal: AbortSignal,
    onProgress: Report,
  ): Promise<void> {
    await installModel(entryOf(id), { ...source, hub: this.#hub, dir: this.#dir, signal, onProgress });
    await this.#models.lookAgain();
  }

  /** Copies a file into the models folder, as the model that it is. */
  async import(file: string, id: string, signal: AbortSignal, onProgress: Report): Promise<void> {
    await importModel(file, entryOf(id), { dir: this.#dir, signal, onProgress });
    await this.#models.lookAgain();
  }

  async inspect(file: string, signal: AbortSignal): Promise<Inspected> {
    const shape = await inspectModelFile(file);
    const entry = await recognise(file);
    const offer = entry && (await this.offers(false, signal)).find((one) => one.entry === entry);
    const { architecture, size, context = Number.POSITIVE_INFINITY } = shape;
    const need = architecture && memoryNeed(size, architecture, Math.min(context, this.#contextSize)).total;
    return { shape, ...(need && { need }), ...(offer && { offer }) };
  }

  /** Where it is left to the engine, the most that it takes. */
  get #contextSize(): number {
    return this.#models.choice?.contextSize || usualContext;
  }

  /** Known once a model has been loaded here. */
  async #gpuMemory(signal: AbortSignal): Promise<number | undefined> {
    if (!this.#models.choice || this.#models.choice.remote) return undefined;
    return (await this.#models.statistics(signal).catch(() => undefined))?.gpuMemory;
  }

  async #measure(signal: AbortSignal): Promise<void> {
    const { id = "", path = "", remote } = this.#models.choice ?? {};
    // Another machine's speed says nothing of this one.
    if (remote) return;
    const size = path === "" ? catalogueEntry(id)?.size : (await inspectModelFile(path)).size;
    if (size !== undefined) this.#speed = (await probe(this.#models, size, signal)) ?? this.#speed;
  }
}

function entryOf(id: string): CatalogueEntry {
  const entry = catalogueEntry(id);
  if (!entry) throw unknownModel(id);
  return entry;
}
