// Keeps a model host at hand: opens it when first needed, opens it again with growing pauses when it
// dies, and gives up when it dies too often. It must not know models, what hosts are asked or who shares them.
import { orAbort } from "./chunk-stream.ts";
import { type Clock, systemClock } from "./clock.ts";
import { ModelError } from "./errors.ts";
import type { HostConnection, HostDeath } from "./host-connection.ts";
import { HostFailed } from "./shared-host.ts";

export interface SupervisorOptions {
  readonly open: () => Promise<HostConnection>;
  /** Once for every death that nobody wanted; with an error if that was the last. */
  readonly onDeath?: (death: HostDeath, gaveUp?: ModelError) => void;
  /** A new host runs after a death. */
  readonly onRestart?: () => void;
  /** So many deaths within `windowMs` and no more restarts. */
  readonly mostDeaths?: number;
  readonly windowMs?: number;
  /** Pause before the restart after so many deaths in the window. */
  readonly pauseMs?: (deaths: number) => number;
  readonly clock?: Clock;
}

/** The attempt to open a host, and the host that came of it. */
interface Opening {
  readonly result: Promise<HostConnection>;
  /** Nobody wants it any more: who still waits is told why, and the host is left as soon as it comes. */
  readonly abandon: AbortController;
  host: HostConnection | undefined;
}

/** The time between a death and the restart, for those who wait for it to be over. */
class Pause {
  resolve: (host: Promise<HostConnection>) => void = () => {};
  reject: (error: ModelError) => void = () => {};
  cancel: () => void = () => {};
  readonly over = new Promise<HostConnection>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

export class Supervisor {
  readonly #options: Required<SupervisorOptions>;
  #current: Opening | undefined;
  #pause: Pause | undefined;
  #deaths: number[] = [];
  #deathsEver = 0;
  /** Why no host may run, if so. */
  #barred: ModelError | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = {
      onDeath: () => {},
      onRestart: () => {},
      mostDeaths: 4,
      windowMs: 5 * 60_000,
      pauseMs: (deaths) => Math.min(250 * 4 ** (deaths - 1), 30_000),
      clock: systemClock,
      ...options,
    };
  }

  /** The running host; starts one, or waits for the restart that is due. */
  async host(signal?: AbortSignal): Promise<HostConnection> {
    signal?.throwIfAborted();
    if (this.#barred) throw this.#barred;
    if (this.#pause) return orAbort(this.#pause.over, signal);
    this.#current ??= this.#open();
    return orAbort(this.#current.result, signal);
  }

  get pid(): number | undefined {
    return this.#current?.host?.pid;
  }

  /** How often a host died, ever. */
  get deaths(): number {
    return this.#deathsEver;
  }

  /** Forgets earlier deaths and lets hosts run again. */
  retry(): void {
    if (this.#barred?.code === "host-gave-up") this.#barred = undefined;
    this.#deaths = [];
  }

  /** Leaves the host on purpose; the next request opens it again. Whoever waits gets `error`. */
  async stop(error: ModelError): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    this.#endPause(error);
    current?.abandon.abort(error);
    await current?.host?.close(error);
  }

  async dispose(): Promise<void> {
    this.#barred = new ModelError(
      "disposed",
      "The model engine has been shut down.",
      "Reload the window to use it again.",
    );
    await this.stop(this.#barred);
  }

  #open(): Opening {
    const coming = this.#options.open();
    const abandon = new AbortController();
    const current: Opening = { result: orAbort(coming, abandon.signal), abandon, host: undefined };
    const isOver = (death: HostDeath) => {
      if (this.#current !== current) return;
      this.#current = undefined;
      this.#afterDeath(death);
    };
    // Who waits for it is told; nobody has to.
    current.result.catch(() => {});
    coming.then(
      (host) => {
        if (abandon.signal.aborted) return host.close(abandon.signal.reason as ModelError);
        current.host = host;
        return host.died.then(isOver);
      },
      (error: unknown) => {
        if (error instanceof HostFailed) isOver(error.death);
        else if (this.#current === current) this.#current = undefined;
      },
    );
    return current;
  }

  #afterDeath(death: HostDeath): void {
    const { clock, windowMs, mostDeaths, pauseMs, onDeath } = this.#options;
    const now = clock.now();
    this.#deathsEver++;
    this.#deaths = [...this.#deaths.filter((at) => now - at < windowMs), now];
    if (this.#deaths.length >= mostDeaths) {
      this.#barred = gaveUp(this.#deaths.length, death);
      onDeath(death, this.#barred);
      return;
    }
    const pause = new Pause();
    // Nobody has to be waiting for it.
    pause.over.catch(() => {});
    this.#pause = pause;
    pause.cancel = clock.after(pauseMs(this.#deaths.length), () => this.#restart(pause));
    onDeath(death);
  }

  #restart(pause: Pause): void {
    if (this.#pause !== pause) return;
    this.#pause = undefined;
    this.#current = this.#open();
    pause.resolve(this.#current.result);
    this.#options.onRestart();
  }

  #endPause(error: ModelError): void {
    this.#pause?.cancel();
    this.#pause?.reject(error);
    this.#pause = undefined;
  }
}

function gaveUp(deaths: number, { cause }: HostDeath): ModelError {
  return new ModelError(
    "host-gave-up",
    `The model engine stopped ${deaths} times in a short while (last: ${cause}) and is switched off. Everything else goes on working.`,
    "Choose a smaller model or a smaller context size, then try again.",
  );
}
