// One client's line to the model host: greets it, speaks its protocol, and turns its death into a typed error
// for everybody who waits. It must not know how a host is found or started.
import { readFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  type RequestType,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { Chunk, Ending } from "./backend.ts";
import { type Clock, systemClock } from "./clock.ts";
import { ModelError } from "./errors.ts";
import {
  chunkNotification,
  type Failure,
  failureCode,
  helloRequest,
  type Keyed,
  logNotification,
} from "./host/protocol.ts";
import type { HostRecord } from "./meeting-place.ts";

export interface HostDeath {
  /** "signal SIGKILL", "exit code 1", … */
  readonly cause: string;
  /** The last lines it printed. */
  readonly lastWords: readonly string[];
}

export interface Listening {
  readonly onLog: (line: string) => void;
  /** How the process ended, known to the one that started it only. */
  readonly exit?: Promise<string>;
  readonly clock?: Clock;
}

interface Line {
  readonly socket: Socket;
  readonly connection: MessageConnection;
  readonly pid: number;
}

const wordsKept = 20;
const farewellMs = 1_000;
const patienceMs = 30_000;

// Nobody there: refused, never begun, or ended while we were at the door.
const gone = new Set(["ECONNREFUSED", "ENOENT", "ECONNRESET"]);

export class HostConnection {
  /** Resolves when the host is gone without our having closed the line; never otherwise. */
  readonly died: Promise<HostDeath>;
  /** The host's process. */
  readonly pid: number;
  readonly #socket: Socket;
  readonly #closed: Promise<void>;
  readonly #connection: MessageConnection;
  readonly #waiting = new Set<(error: ModelError) => void>();
  readonly #chunks = new Map<number, (chunk: Chunk) => void>();
  #nextKey = 0;
  #dead: ModelError | undefined;

  private constructor({ socket, connection, pid }: Line, record: HostRecord, listening: Listening) {
    this.#socket = socket;
    this.#connection = connection;
    this.pid = pid;
    connection.onNotification(chunkNotification, ({ key, chunk }) => this.#chunks.get(key)?.(chunk));
    this.#closed = closed(socket);
    this.died = new Promise((resolve) => {
      void this.#closed.then(async () => {
        // Closed by ourselves: that is no death.
        if (this.#dead) return;
        const death = await deathOf(record, listening);
        this.#reject(hostDied(death.cause));
        connection.dispose();
        resolve(death);
      });
    });
  }

  /** Undefined when nobody is there: the host of this record has ended. */
  static async greet(record: HostRecord, listening: Listening): Promise<HostConnection | undefined> {
    const socket = createConnection(record.address);
    if (!(await reached(socket))) return undefined;
    const reader = new StreamMessageReader(socket);
    // Waiting for the rest of a message that was cut would keep the process alive for ever.
    reader.partialMessageTimeout = 0;
    const connection = createMessageConnection(reader, new StreamMessageWriter(socket));
    // A line that breaks is told by the socket's end; there is nothing to add.
    connection.onError(() => {});
    connection.onNotification(logNotification, listening.onLog);
    connection.listen();
    const { clock = systemClock } = listening;
    const calm = clock.after(patienceMs, () => socket.destroy());
    try {
      const answer = connection.sendRequest(helloRequest, { token: record.token });
      const hello = await Promise.race([answer, closed(socket)]);
      if (hello) return new HostConnection({ socket, connection, pid: hello.pid }, record, listening);
    } catch {
      // Refused: whoever is there is no host of ours.
      socket.destroy();
    } finally {
      calm();
    }
    connection.dispose();
    return undefined;
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
        fail(signal?.reason);
        cancel.cancel();
      };
      this.#waiting.add(fail);
      signal?.addEventListener("abort", onAbort, { once: true });
      if (this.#socket.destroyed) return;
      this.#connection.sendRequest<R>(type.method, params, cancel.token).then(
        (result) => {
          done();
          resolve(result);
        },
        // Where the line broke, everybody is told why in a moment.
        (error: unknown) => this.#socket.closed || fail(asError(error)),
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

  /** Leaves the host, which ends when nobody else uses it; whoever still waits gets `error`. */
  async close(error: ModelError): Promise<void> {
    this.#reject(error);
    this.#connection.dispose();
    this.#socket.resume().end();
    // A host that is stuck is not waited for.
    const impatience = setTimeout(() => this.#socket.destroy(), farewellMs);
    await this.#closed;
    clearTimeout(impatience);
  }

  #reject(error: ModelError): void {
    this.#dead ??= error;
    for (const fail of [...this.#waiting]) fail(error);
  }
}

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once("close", () => resolve());
  });
}

function reached(socket: Socket): Promise<boolean> {
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(true));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (gone.has(error.code ?? "")) resolve(false);
      else reject(unreachable(error));
    });
  });
}

/** The one that started the host learns how it ended, a moment after the line broke. */
async function deathOf({ words }: HostRecord, { exit, onLog }: Listening): Promise<HostDeath> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("its process ended"), exit ? farewellMs : 0);
  });
  const cause = await Promise.race([...(exit ? [exit] : []), late]);
  clearTimeout(timer);
  const lastWords = linesIn(words);
  for (const line of lastWords) onLog(line);
  return { cause, lastWords };
}

/** What it printed itself, which is what native code says when it breaks. */
export function linesIn(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split(/\r?\n/).filter(Boolean).slice(-wordsKept);
  } catch {
    return [];
  }
}

function unreachable({ message }: Error): ModelError {
  return new ModelError(
    "engine-missing",
    `The model engine that runs already cannot be reached: ${message}`,
    "Close the other windows, then reload this one.",
  );
}

export function hostDied(cause: string): ModelError {
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
