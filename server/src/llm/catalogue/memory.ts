// How much memory a model takes, worked out from its size and shape. Pure; it must not know machines.
import type { Architecture } from "./model.ts";

export interface MemoryNeed {
  readonly weights: number;
  /** For the tokens in view, which grows with their number. */
  readonly cache: number;
  readonly total: number;
}

/** Keys and values are kept as 16-bit numbers. */
const bytesPerNumber = 2;
/** Buffers for computing, and the process itself: measured on files of 0.1 to 5 GB. */
const besides = 200e6;

/** Bytes for each token in view: a key and a value in every layer. */
export function cachePerToken({ layers, kvHeads, headSize }: Architecture): number {
  return 2 * layers * kvHeads * headSize * bytesPerNumber;
}

export function memoryNeed(size: number, architecture: Architecture, contextSize: number): MemoryNeed {
  const cache = cachePerToken(architecture) * contextSize;
  return { weights: size, cache, total: size + cache + besides };
}
