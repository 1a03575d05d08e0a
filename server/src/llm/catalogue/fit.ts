// Whether a model fits a machine, and how fast it would be there. Pure: the machine is passed in. It must not know
// how a machine is looked at or a speed is measured.
import { memoryNeed } from "./memory.ts";
import type { Architecture } from "./model.ts";

export interface Machine {
  /** Bytes of memory, all and what programs could have now. */
  readonly memory: number;
  readonly available: number;
  readonly cores: number;
  /** Bytes of a GPU's own memory, where the engine could tell. */
  readonly gpuMemory?: number;
}

/** Tokens a second, as measured with a model whose file has so many bytes. */
export interface Speed {
  readonly size: number;
  readonly reading: number;
  readonly writing: number;
}

interface Sized {
  readonly size: number;
  readonly context: number;
  readonly architecture: Architecture;
}

/** "gpu": all of it fits the GPU's own memory. "tight": other programs may have to be closed. */
export type Fit = "gpu" | "well" | "tight" | "no";

/** Of all memory, what a model may take so that the editor and a browser stay comfortable; and at the very most. */
const comfortable = 0.5;
const most = 0.8;

export function needOf({ size, context, architecture }: Sized, contextSize: number): number {
  return memoryNeed(size, architecture, Math.min(context, contextSize)).total;
}

export function fitOf(model: Sized, machine: Machine, contextSize: number): Fit {
  const need = needOf(model, contextSize);
  if (need <= (machine.gpuMemory ?? 0) * 0.9) return "gpu";
  if (need <= machine.memory * comfortable) return "well";
  return need <= machine.memory * most ? "tight" : "no";
}

/**
 * What a measured speed makes likely for a file of another size. Reading is bound by arithmetic, which grows with
 * the size; small models write more slowly than their size says, as measured on files of 0.1, 1.7 and 4.9 GB.
 */
export function scaledSpeed(measured: Speed, size: number): Speed {
  const ratio = measured.size / size;
  return { size, reading: measured.reading * ratio, writing: measured.writing * ratio ** 0.75 };
}
