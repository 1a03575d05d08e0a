// A small language client: starts a server as a process of its own, speaks to it over stdio, and keeps
// whatever comes back. It waits for events, never for time. It must not know what the server is for.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { fileURLToPath } from "node:url";
import {
  type CancellationToken,
  createMessageConnection,
  type Message,
  type MessageConnection,
  type RequestMessage,
  ResponseError,
  type ResponseMessage,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  ConfigurationItem,
  ConfigurationParams,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
} from "vscode-languageserver";
import type { ModelStatus } from "../../server/src/protocol.ts";
import { meetingFolder } from "../support/local-engine.ts";
import { endsWithTests } from "../support/process-life.ts";
import type { Order, Report } from "./scripted-server.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Servers are started by the dozen; compiled once they start in half the time. */
const compileCache = fileURLToPath(new URL("../../node_modules/.cache/guidewright-lsp", import.meta.url));
/** Servers of one test file share their model host with nobody else. */
const runtimeFolder = meetingFolder();
const entries = {
  /** From source, with a scripted model. */
  scripted: ["--import", "./test/support/text-modules.ts", "test/lsp/scripted-server.ts"],
  /** As built, with the real engine. */
  built: ["server/dist/main.mjs"],
};

export interface ClientOptions {
  readonly entry?: keyof typeof entries;
  /** Instead of those of an editor that can do everything. */
  readonly capabilities?: ClientCapabilities;
  /** The answer to workspace/configuration: a value for all, or one worked out for each item. */
  readonly settings?: unknown;
  readonly params?: object;
  readonly env?: Record<string, string>;
}

export const fullCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ["edit"] } } },
};

/** The answer of a client whose configuration is broken. */
export const refuseConfiguration = () => new ResponseError(-32603, "This client has no settings.");
/** The answer of a client that is busy for ever. */
export const neverAnswer = () => new Promise<never>(() => {});

type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export class Client {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  readonly ended: Promise<Ending>;
  initialized: InitializeResult = { capabilities: {} };
  settings: unknown;
  /** Every message of the server in its order. */
  readonly received: Message[] = [];
  readonly asked: { readonly prefix: string }[] = [];
  readonly prepared: { readonly prefix: string }[] = [];
  stderr = "";
  readonly #events = new EventEmitter().setMaxListeners(0);
  #exited: Ending | undefined;
  readonly #unanswered: Promise<never>;

  constructor({ entry = "scripted", settings = {}, env = {} }: ClientOptions = {}) {
    this.settings = settings;
    this.child = spawn(process.execPath, entries[entry], {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache, XDG_RUNTIME_DIR: runtimeFolder, ...env },
      stdio: ["pipe", "pipe", "pipe", ...(entry === "scripted" ? (["ipc"] as const) : [])],
      ...endsWithTests,
    });
    this.child.on("error", () => {});
    this.ended = new Promise((resolve) => {
      this.child.on("close", (code, signal) => {
        this.#exited = { code, signal };
        this.#events.emit("news");
        resolve(this.#exited);
      });
    });
    this.#unanswered = this.ended.then((ending) =>
      assert.fail(`The server ended (${JSON.stringify(ending)}) without an answer: ${this.stderr}`),
    );
    this.#unanswered.catch(() => {});
    this.child.stderr?.on("data", (data) => {
      this.stderr += data;
    });
    this.child.stdin?.on("error", () => {});
    this.child.on("message", (report: Report) => {
      if ("asked" in report) this.asked.push(report.asked);
      if ("prepared" in report) this.prepared.push(report.prepared);
      this.#events.emit("done" in report ? "done" : "news");
    });
    this.connection = this.#connect();
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    try {
      await client.initialize(options);
    } catch (error) {
      client.child.kill();
      throw error;
    }
    return client;
  }

  async initialize({ capabilities = fullCapabilities, params = {} }: ClientOptions = {}): Promise<void> {
    this.initialized = await this.request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...params,
    });
    this.notify("initialized", {});
  }

  #connect(): MessageConnection {
    const reader = new StreamMessageReader(this.child.stdout!);
    // Of a server that was killed, the rest of a message may never come.
    reader.partialMessageTimeout = 0;
    const listen = reader.listen.bind(reader);
    reader.listen = (callback) =>
      listen((message) => {
        this.received.push(message);
        callback(message);
        // Those who wait look after the message has had its effect.
        setImmediate(() => this.#events.emit("news"));
      });
    const connection = createMessageConnection(reader, new StreamMessageWriter(this.child.stdin!), silent);
    connection.onError(() => {});
    connection.onRequest("workspace/configuration", ({ items }: ConfigurationParams) =>
      this.#configure(items),
    );
    for (const method of ["client/registerCapability", "workspace/diagnostic/refresh"])
      connection.onRequest(method, () => null);
    connection.listen();
    return connection;
  }

  async #configure(items: readonly ConfigurationItem[]): Promise<unknown> {
    const { settings } = this;
    if (typeof settings !== "function") return items.map(() => settings);
    const answers = await Promise.all(items.map((item) => settings(item)));
    return answers.find((answer) => answer instanceof ResponseError) ?? answers;
  }

  /** Rejects when the server ends before it answers. */
  async request<R = unknown>(method: string, params?: unknown, token?: CancellationToken): Promise<R> {
    const given = [...(params === undefined ? [] : [params]), ...(token ? [token] : [])];
    return Promise.race([this.connection.sendRequest<R>(method, ...given), this.#unanswered]);
  }

  notify(method: string, params?: unknown): void {
    void (
      params === undefined
        ? this.connection.sendNotification(method)
        : this.connection.sendNotification(method, params)
    ).catch(() => {});
  }

  /** The error a request is answered with. */
  async refusal(method: string, params?: unknown): Promise<ResponseError<unknown>> {
    try {
      await this.request(method, params);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      throw error;
    }
    return assert.fail(`${method} was not refused`);
  }

  open(uri: string, text: string, version = 1): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version, text } });
  }

  /** With a range: that part becomes `text`; without: the whole document. */
  change(uri: string, version: number, text: string, range?: Range): void {
    const contentChanges = [{ text, ...(range && { range }) }];
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Bytes as they are; a text gets the header it should have. */
  raw(bytes: string | Uint8Array): void {
    this.child.stdin?.write(bytes);
  }

  /** Steers the scripted model; what was ordered holds when this resolves. */
  async script(order: Order): Promise<void> {
    const done = once(this.#events, "done");
    this.child.send(order);
    await done;
  }

  /** The first value that is not undefined, asked for again at every message; fails when the server ends. */
  async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (this.#exited) assert.fail(`The server ended (${JSON.stringify(this.#exited)}): ${this.stderr}`);
      await once(this.#events, "news");
    }
  }

  /** Parameters of the server's notifications and requests of this method. */
  sent<P>(method: string): P[] {
    return this.received
      .filter((message): message is RequestMessage => (message as RequestMessage).method === method)
      .map(({ params }) => params as P);
  }

  replies(id: number | string | null): ResponseMessage[] {
    return this.received.filter(
      (message): message is ResponseMessage =>
        !("method" in message) && (message as ResponseMessage).id === id,
    );
  }

  get statuses(): ModelStatus[] {
    return this.sent<ModelStatus>("guidewright/modelStatus");
  }

  get published(): PublishDiagnosticsParams[] {
    return this.sent<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
  }

  /** What the server logged as an error. */
  get errors(): string[] {
    return this.sent<{ type: number; message: string }>("window/logMessage")
      .filter(({ type }) => type === 1)
      .map(({ message }) => message);
  }

  /** Ends the server as an editor does. */
  async stop(): Promise<Ending> {
    if (this.#exited) return this.#exited;
    await this.request("shutdown");
    this.notify("exit");
    return this.ended;
  }
}

const silent = { error() {}, warn() {}, info() {}, log() {} };

/** A message with its header. */
export function framed(body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body as string);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}
