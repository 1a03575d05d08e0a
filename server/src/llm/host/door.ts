// The way into the model host: a local socket that lets those in who know the token, and the rule how long the
// host stays: as long as anybody is inside. It must not know models or what clients ask.
import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import {
  createMessageConnection,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { type HostRecord, MeetingPlace, removeTraces } from "../meeting-place.ts";
import { type HostStart, type HostStarted, helloRequest } from "./protocol.ts";

/** One window's language server, or a command. */
export interface Guest {
  readonly connection: MessageConnection;
  /** Fires when it has left, however it left. */
  readonly left: AbortSignal;
  /** How many guests there are at the moment. */
  readonly count: () => number;
}

const patienceMs = 5_000;
/** What is to be done at the end takes so long at most. */
const farewellMs = 10_000;

type Farewell = () => Promise<void> | undefined;

export class Door {
  readonly #record: HostRecord;
  readonly #server: Server;
  readonly #receive: (guest: Guest) => void;
  readonly #farewell: Farewell;
  /** Everyone for whose sake the host stays. */
  readonly #inside = new Set<unknown>();

  private constructor(record: HostRecord, receive: (guest: Guest) => void, farewell: Farewell) {
    this.#record = record;
    this.#farewell = farewell;
    this.#receive = receive;
    this.#server = createServer((socket) => this.#knock(socket));
  }

  /** `receive` gets every guest as it comes in. Ends the process, and is false, when another host was quicker. */
  static async open(
    start: HostStart,
    receive: (guest: Guest) => void,
    farewell: Farewell = () => undefined,
  ): Promise<boolean> {
    const { folder, key, after, address, words } = start;
    const record = { address, words, token: randomBytes(32).toString("hex") };
    const door = new Door(record, receive, farewell);
    door.#server.listen(address);
    await once(door.#server, "listening");
    if (new MeetingPlace(folder, key).claim(after, record)) {
      door.#opened();
      return true;
    }
    door.#server.close();
    removeTraces(record);
    process.send?.("lost" satisfies HostStarted, () => process.exit());
    return false;
  }

  /** Whoever started the host counts as inside until it has come in by the door. */
  #opened(): void {
    this.#inside.add(process);
    process.on("disconnect", () => this.#leave(process));
    if (process.connected) process.send?.("listening" satisfies HostStarted);
    else this.#leave(process);
  }

  get #guests(): number {
    return this.#inside.size - (this.#inside.has(process) ? 1 : 0);
  }

  #leave(who: unknown): void {
    if (!this.#inside.delete(who) || this.#inside.size > 0) return;
    removeTraces(this.#record);
    // By kill and not by exit, because exit waits for native threads that may be computing for long.
    const end = () => process.kill(process.pid, "SIGKILL");
    setTimeout(end, farewellMs);
    Promise.resolve(this.#farewell()).then(end, end);
  }

  #knock(socket: Socket): void {
    const left = new AbortController();
    const reader = new StreamMessageReader(socket);
    // Waiting for the rest of a message that was cut would keep the process alive for ever.
    reader.partialMessageTimeout = 0;
    const connection = createMessageConnection(reader, new StreamMessageWriter(socket));
    const impatience = setTimeout(() => socket.destroy(), patienceMs);
    socket.on("error", () => {});
    connection.onError(() => socket.destroy());
    socket.once("close", () => {
      clearTimeout(impatience);
      connection.dispose();
      left.abort(new Error("The client has left."));
      this.#leave(socket);
    });
    connection.onRequest(helloRequest, ({ token }) => {
      if (!isSame(token, this.#record.token)) {
        socket.destroy();
        return new ResponseError(-32600, "This is not for you.");
      }
      clearTimeout(impatience);
      if (!this.#inside.has(socket))
        this.#receive({ connection, left: left.signal, count: () => this.#guests });
      this.#inside.add(socket);
      return { pid: process.pid };
    });
    connection.listen();
  }
}

function isSame(given: unknown, wanted: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
