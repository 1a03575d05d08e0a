// How many tokens a sequence is to hold where that is left to us: no more than this computer reads in a minute,
// nor than its memory has room for. It must not know llama.cpp.

export interface Machine {
  /** Tokens that it reads in a second. */
  readonly speed: number;
  /** Bytes that one more token costs in all sequences together. */
  readonly bytesPerToken: number;
  /** Bytes of memory that nobody uses, the model being loaded. */
  readonly free: number;
}

/** A longer prompt than is read in so many seconds serves nobody. */
const patience = 60;
const shareOfMemory = 1 / 4;
const step = 256;
/** The prompt at a cursor fits into the least, a long draft into the most. */
const [least, most] = [2048, 4096];
/** Where memory is scarce. */
export const leastContext = 1024;

export function fittingContext({ speed, bytesPerToken, free }: Machine): number {
  const readable = clamp(speed * patience, least, most);
  const room = clamp((free * shareOfMemory) / bytesPerToken, leastContext, most);
  return Math.floor(Math.min(readable, room) / step) * step;
}

/** Whether a slower or quicker day would make no other context of it. */
export const isTelling = (speed: number): boolean =>
  speed * patience >= most || (speed > 0 && speed * patience <= 0.75 * least);

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
