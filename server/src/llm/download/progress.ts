// How far a download is, how fast it goes and how long it will take. Pure but for the clock that is passed in.

export interface InstallProgress {
  readonly step: "downloading" | "waiting" | "unpacking" | "copying" | "verifying";
  readonly received?: number;
  readonly total?: number;
  /** Bytes a second, lately. */
  readonly rate?: number;
  readonly secondsLeft?: number;
  /** What went wrong before this wait. */
  readonly reason?: string;
  /** Another process does the work; this is its news. */
  readonly elsewhere?: true;
}

/** The speed of the last seconds, which is what the next ones will be like. */
const windowMs = 10_000;
const leastMs = 1000;

export class Meter {
  readonly #now: () => number;
  #seen: { readonly at: number; readonly bytes: number }[] = [];

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Of the bytes that are there now. */
  read(received: number, total: number | undefined): Omit<InstallProgress, "step"> {
    const at = this.#now();
    if (received < (this.#seen.at(-1)?.bytes ?? 0)) this.#seen = [];
    this.#seen.push({ at, bytes: received });
    while (this.#seen.length > 2 && at - this.#seen[0]!.at > windowMs) this.#seen.shift();
    const { at: since, bytes } = this.#seen[0]!;
    const known = { received, ...(total !== undefined && { total }) };
    if (at - since < leastMs || received === bytes) return known;
    const rate = (1000 * (received - bytes)) / (at - since);
    return { ...known, rate, ...(total !== undefined && { secondsLeft: (total - received) / rate }) };
  }
}
