// What there is to choose from on this machine: for each file of the catalogue whether it is there, fits, and how
// fast it would be. It must not know how that is worded or shown.
import { availableParallelism, freemem, totalmem } from "node:os";
import { isAccepted } from "./acceptance.ts";
import type { Backend } from "./backend.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { type Fit, fitOf, type Machine, needOf, type Speed, scaledSpeed } from "./catalogue/fit.ts";
import type { CatalogueEntry } from "./catalogue/model.ts";
import { isInstalled } from "./download/installed.ts";

export interface Offer {
  readonly entry: CatalogueEntry;
  readonly installed: boolean;
  readonly accepted: boolean;
  /** Bytes of memory it takes while it runs. */
  readonly need: number;
  readonly fit: Fit;
  /** An estimate from another model's speed, unless the sizes are the same. */
  readonly speed?: Speed;
}

/** Tokens in view, unless the settings say otherwise. */
export const usualContext = 4096;

export interface Circumstances {
  readonly dir: string;
  readonly machine: Machine;
  readonly contextSize: number;
  readonly speed?: Speed | undefined;
}

export function offers({ dir, machine, contextSize, speed }: Circumstances): Promise<Offer[]> {
  return Promise.all(
    catalogue.map(async (entry) => ({
      entry,
      installed: await isInstalled(dir, entry),
      accepted: await isAccepted(dir, entry),
      need: needOf(entry, contextSize),
      fit: fitOf(entry, machine, contextSize),
      ...(speed && { speed: scaledSpeed(speed, entry.size) }),
    })),
  );
}

/** A container's limit counts as its memory. */
export function thisMachine(gpuMemory?: number): Machine {
  const limit = process.constrainedMemory?.() || Number.POSITIVE_INFINITY;
  const memory = Math.min(totalmem(), limit);
  const available = Math.min(process.availableMemory?.() ?? freemem(), memory);
  return { memory, available, cores: availableParallelism(), ...(gpuMemory && { gpuMemory }) };
}

const probeMs = 3000;
const probeText =
  "The river rises in the hills to the north of the town, passes two mills and a bridge of stone, and";

/** Lets a model read and write for about three seconds, and answers what it then knows of its speed. */
export async function probe(backend: Backend, size: number, signal: AbortSignal): Promise<Speed | undefined> {
  await backend.info(signal);
  const over = AbortSignal.timeout(probeMs);
  try {
    const request = { prefix: probeText, maxTokens: 200, temperature: 1, lane: "background" } as const;
    for await (const _chunk of backend.complete(request, AbortSignal.any([signal, over])));
  } catch (error) {
    if (!over.aborted || signal.aborted) throw error;
  }
  const { prefillSpeed, decodeSpeed } = await backend.statistics(signal);
  return prefillSpeed && decodeSpeed ? { size, reading: prefillSpeed, writing: decodeSpeed } : undefined;
}
