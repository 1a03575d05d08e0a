// How fast the engine is and how much it need not read again: running figures of what it has done. It must
// not know models, texts or who asks.
import type { HostStatistics } from "./protocol.ts";

/** Figures are those of about so many of the latest events, so that they follow a machine that slows down. */
const memory = 16;

export class Meter {
  #requests = 0;
  #promptTokens = 0;
  #reusedTokens = 0;
  #readAhead = 0;
  readonly #prefills: Measured[] = [];
  readonly #decodes: Measured[] = [];
  readonly #firstTokens: number[] = [];

  /** A request's prompt is in the cache: most of it was there before. */
  request(promptTokens: number, reusedTokens: number): void {
    this.#requests++;
    this.#promptTokens += promptTokens;
    this.#reusedTokens += reusedTokens;
  }

  /** So much was read before anybody asked. */
  ahead(tokens: number): void {
    this.#readAhead += tokens;
  }

  firstToken(ms: number): void {
    remember(this.#firstTokens, ms);
  }

  prefill(tokens: number, ms: number): void {
    remember(this.#prefills, { tokens, ms });
  }

  decode(ms: number): void {
    remember(this.#decodes, { tokens: 1, ms });
  }

  /** Tokens per second of reading, once something was read. */
  get prefillSpeed(): number | undefined {
    return speed(this.#prefills);
  }

  get statistics(): HostStatistics {
    const prefillSpeed = this.prefillSpeed;
    const decodeSpeed = speed(this.#decodes);
    const last = this.#firstTokens.at(-1);
    return {
      requests: this.#requests,
      promptTokens: this.#promptTokens,
      reusedTokens: this.#reusedTokens,
      readAhead: this.#readAhead,
      ...(prefillSpeed !== undefined && { prefillSpeed }),
      ...(decodeSpeed !== undefined && { decodeSpeed }),
      ...(last !== undefined && { firstToken: { last, median: median(this.#firstTokens) } }),
    };
  }
}

interface Measured {
  readonly tokens: number;
  readonly ms: number;
}

function remember<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > memory) list.shift();
}

/** All tokens by all the time: single measurements of short work are coarse. */
function speed(list: readonly Measured[]): number | undefined {
  const tokens = list.reduce((sum, one) => sum + one.tokens, 0);
  const ms = list.reduce((sum, one) => sum + one.ms, 0);
  return tokens > 0 && ms > 0 ? (tokens / ms) * 1000 : undefined;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
