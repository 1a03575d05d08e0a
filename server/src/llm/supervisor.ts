// Keeps a model host running: starts it when first needed, starts it again with growing pauses when it
// dies, and gives up when it dies too often. It must not know models or what hosts are asked.
import { orAbort } from "./chunk-stream.ts";
import { ModelError } from "./errors.ts";
import { type HostDeath, HostProcess } from "./host-process.ts";

export interface Clock {
  readonly now: () => number;
  /** Calls back once after `ms`; the result cancels that. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

export interface SupervisorOptions {
  readonly hostPath: string;
  readonly onLog?: (line: string) => void;
  /** Once for every death that nobody wanted. */
  readonly onDeath?: (death: HostDeath, next: "restart" | "gave-up") => void;
  /** A new host runs after a death. */
  readonly onRestart?: () => void;
  /** So many deaths within `windowMs` and no more restarts. */
  readonly mostDeaths?: number;
  readonly windowMs?: number;
  /** Pause before the restart after so many deaths in the window. */
  readonly pauseMs?: (deaths: number) => number;
  readonly clock?: Clock;
}

const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The time between a death and the restart, for those who wait for it to be over. */
class Pause {
  resolve: (host: HostProcess) => void = () => {};
  reject: (error: ModelError) => void = () => {};
  cancel: () => void = () => {};
  readonly over = new Promise<HostProcess>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

export class Supervisor {
  readonly #options: Required<SupervisorOptions>;
  #host: HostProcess | undefined;
  #pause: Pause | undefined;
  #deaths: number[] = [];
  /** Why no host may run, if so. */
  #barred: ModelError | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = {
      onLog: () => {},
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
  async host(signal?: AbortSignal): Promise<HostProcess> {
    signal?.throwIfAborted();
    if (this.#barred) throw this.#barred;
    if (this.#pause) return orAbort(this.#pause.over, signal);
    this.#host ??= this.#start();
    return this.#host;
  }

  get pid(): number | undefined {
    return this.#host?.pid;
  }

  /** Forgets earlier deaths and lets hosts run again. */
  retry(): void {
    if (this.#barred?.code === "host-gave-up") this.#barred = undefined;
    this.#deaths = [];
  }

  /** Ends the host on purpose; the next request starts a new one. Whoever waits gets `error`. */
  async stop(error: ModelError): Promise<void> {
    const host = this.#host;
    this.#host = undefined;
    this.#endPause(error);
    await host?.kill(error);
  }

  async dispose(): Promise<void> {
    this.#barred = new ModelError(
      "disposed",
      "The model engine has been shut down.",
      "Reload the window to use it again.",
    );
    await this.stop(this.#barred);
  }

  #start(): HostProcess {
    const host = new HostProcess(this.#options.hostPath, this.#options.onLog);
    void host.died.then((death) => {
      if (this.#host === host) this.#host = undefined;
      if (!death.intended && !this.#barred) this.#afterDeath(death);
    });
    return host;
  }

  #afterDeath(death: HostDeath): void {
    const { clock, windowMs, mostDeaths, pauseMs, onDeath } = this.#options;
    const now = clock.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < windowMs), now];
    if (this.#deaths.length >= mostDeaths) {
      this.#barred = gaveUp(this.#deaths.length, death);
      onDeath(death, "gave-up");
      return;
    }
    const pause = new Pause();
    // Nobody has to be waiting for it.
    pause.over.catch(() => {});
    this.#pause = pause;
    pause.cancel = clock.after(pauseMs(this.#deaths.length), () => this.#restart(pause));
    onDeath(death, "restart");
  }

  #restart(pause: Pause): void {
    if (this.#pause !== pause) return;
    this.#pause = undefined;
    this.#host = this.#start();
    pause.resolve(this.#host);
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
