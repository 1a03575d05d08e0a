// One running model host: forks it, speaks its protocol, and turns its death into a typed error for
// everybody who waits. It must not know when to start another one.
import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { createInterface } from "node:readline";
import {
  CancellationTokenSource,
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type RequestType,
  ResponseError,
} from "vscode-jsonrpc/node";
import type { Chunk, Ending } from "./backend.ts";
import { ModelError } from "./errors.ts";
import { chunkNotification, type Failure, failureCode, type Keyed } from "./host/protocol.ts";

export interface HostDeath {
  /** "signal SIGKILL", "exit code 1", … */
  readonly cause: string;
  /** True when it was ended on purpose. */
  readonly intended: boolean;
  /** The last lines it printed. */
  readonly lastWords: readonly string[];
}

const wordsKept = 20;
const farewellMs = 1_000;

export class HostProcess {
  readonly died: Promise<HostDeath>;
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #waiting = new Set<(error: ModelError) => void>();
  readonly #chunks = new Map<number, (chunk: Chunk) => void>();
  readonly #words: string[] = [];
  #nextKey = 0;
  #killed: ModelError | undefined;
  #dead: ModelError | undefined;

  constructor(hostPath: string, onLog: (line: string) => void = () => {}) {
    this.#child = fork(hostPath, [], {
      // The parent's own flags (a debugger's port above all) are not for the child.
      execArgv: [],
      env: { ...process.env, ...(process.versions.electron ? { ELECTRON_RUN_AS_NODE: "1" } : {}) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#listen(onLog);
    const parentLeaves = () => this.#child.kill("SIGKILL");
    process.once("exit", parentLeaves);
    this.died = this.#watch().finally(() => process.off("exit", parentLeaves));
    this.#connection = createMessageConnection(
      new IPCMessageReader(this.#child),
      new IPCMessageWriter(this.#child),
    );
    // A channel that breaks is told by the child's end; there is nothing to add.
    this.#connection.onError(() => {});
    this.#connection.onNotification(chunkNotification, ({ key, chunk }) => this.#chunks.get(key)?.(chunk));
    this.#connection.listen();
    lowerPriority(this.#child.pid);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Rejects with the signal's reason at once, however slow the host is. */
  request<P, R>(type: RequestType<P, R, Failure>, params: P, signal?: AbortSignal): Promise<R> {
    return new Promise((resolve, reject) => {
      if (this.#dead) return reject(this.#dead);
      if (signal?.aborted) return reject(signal.reason);
      const cancel = new CancellationTokenSource();
      const done = () => {
        this.#waiting.delete(fail);
        signal?.removeEventListener("abort", onAbort);
      };
      const fail = (error: unknown) => {
        done();
        reject(error);
      };
      const onAbort = () => {
        cancel.cancel();
        fail(signal?.reason);
      };
      this.#waiting.add(fail);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#connection.sendRequest<R>(type.method, params, cancel.token).then(
        (result) => {
          done();
          resolve(result);
        },
        (error: unknown) => fail(this.#dead ?? asError(error)),
      );
    });
  }

  /** A request whose answer comes in chunks; resolves when the last one has come. */
  async stream<R>(
    type: RequestType<Keyed<R>, Ending, Failure>,
    request: R,
    push: (chunk: Chunk) => void,
    signal: AbortSignal,
  ): Promise<Ending> {
    const key = this.#nextKey++;
    this.#chunks.set(key, push);
    try {
      return await this.request(type, { key, request }, signal);
    } finally {
      this.#chunks.delete(key);
    }
  }

  /** Ends it for good; whoever still waits gets `error`. Resolves when the process is gone. */
  async kill(error: ModelError): Promise<void> {
    this.#killed = error;
    this.#reject(error);
    this.#child.kill("SIGKILL");
    await this.died;
  }

  #watch(): Promise<HostDeath> {
    return new Promise((resolve) => {
      const end = (cause: string) => {
        const error = this.#killed ?? hostDied(cause);
        this.#reject(error);
        this.#connection.dispose();
        resolve({ cause, intended: this.#killed !== undefined, lastWords: [...this.#words] });
      };
      this.#child.once("exit", (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
      // Without a process there is no exit; with one, "error" is about a message that could not be sent.
      this.#child.on("error", (error) => this.#child.pid === undefined && end(error.message));
      // A host that cannot be talked to is as good as dead. One that is just exiting gets to tell its code.
      this.#child.once("disconnect", () => {
        const timer = setTimeout(() => this.#child.kill("SIGKILL"), farewellMs);
        this.#child.once("exit", () => clearTimeout(timer));
      });
    });
  }

  #reject(error: ModelError): void {
    this.#dead ??= error;
    for (const fail of [...this.#waiting]) fail(error);
  }

  #listen(onLog: (line: string) => void): void {
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        this.#words.push(line);
        if (this.#words.length > wordsKept) this.#words.shift();
        onLog(line);
      });
    }
  }
}

function hostDied(cause: string): ModelError {
  return new ModelError(
    "host-died",
    `The model engine stopped unexpectedly (${cause}).`,
    "It starts again by itself. If it keeps stopping, choose a smaller model or a smaller context size.",
  );
}

function asError(error: unknown): unknown {
  if (!(error instanceof ResponseError) || error.code !== failureCode) return error;
  const { code, advice } = error.data as Failure;
  return new ModelError(code, error.message, advice);
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It works without, only less politely.
  }
}
