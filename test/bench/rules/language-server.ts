// A language server as a process of its own, and how long it takes from a change to the diagnostics of the
// changed text: asked for where the server is asked, waited for where it pushes. It must not know the servers.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type {
  ConfigurationParams,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Diagnostics are asked for after each change, not pushed by the server. */
  readonly pulls: boolean;
  readonly settings: unknown;
}

const full = 1;
/** Milliseconds after which a server will not answer any more: some leave out a version under load. */
const longest = 180_000;

export class LanguageServer {
  readonly #command: ServerCommand;
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  /** Pushed diagnostics that are waited for, by document and version. */
  readonly #awaited = new Map<string, () => void>();
  readonly #resultIds = new Map<string, string>();
  readonly #atWork = new Set<unknown>();
  /** Rejects when the server ends: whatever it still owes will never come. */
  readonly #gone: Promise<never>;
  #sync = full;

  constructor(command: ServerCommand) {
    this.#command = command;
    this.#child = spawn(command.program, command.args, { stdio: ["pipe", "pipe", "ignore"] });
    this.#child.stdin?.on("error", () => {});
    this.#gone = once(this.#child, "close").then(([code, signal]) => {
      throw new Error(`${command.program} ${command.args.join(" ")} ended (${code ?? signal}).`);
    });
    this.#gone.catch(() => {});
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout!),
      new StreamMessageWriter(this.#child.stdin!),
    );
    this.#connection.onError(() => {});
    this.#connection.onRequest("workspace/configuration", ({ items }: ConfigurationParams) =>
      items.map(() => command.settings),
    );
    this.#connection.onRequest(() => null);
    this.#connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, version }: PublishDiagnosticsParams) => this.#awaited.get(`${uri} ${version}`)?.(),
    );
    this.#connection.onNotification("$/progress", ({ token, value }) => {
      if (value?.kind === "begin") this.#atWork.add(token);
      if (value?.kind === "end") this.#atWork.delete(token);
    });
    this.#connection.listen();
  }

  static async start(command: ServerCommand, folder: string): Promise<LanguageServer> {
    const server = new LanguageServer(command);
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await server.#request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "guidelines" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        window: { workDoneProgress: true },
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          ...(command.pulls && { diagnostic: {} }),
        },
      },
    });
    const { textDocumentSync: sync } = capabilities;
    server.#sync = (typeof sync === "object" ? sync.change : sync) ?? full;
    await server.#connection.sendNotification("initialized", {});
    return server;
  }

  #request<R>(method: string, params?: unknown): Promise<R> {
    return this.#inTime(this.#connection.sendRequest<R>(method, params), `no answer to ${method}`);
  }

  /** What is awaited, unless the server ends or takes too long. */
  async #inTime<R>(awaited: Promise<R>, lacking: string): Promise<R> {
    const given = new AbortController();
    const never = pause(longest, undefined, { signal: given.signal }).then(() => {
      throw new Error(`${this.#command.program} sent ${lacking} in ${longest / 1000} s.`);
    });
    never.catch(() => {});
    return await Promise.race([awaited, this.#gone, never]).finally(() => given.abort());
  }

  /** Until the diagnostics of the opened text are there. */
  async open(uri: string, text: string): Promise<void> {
    await this.#diagnosed(uri, 1, "textDocument/didOpen", {
      textDocument: { uri, languageId: "markdown", version: 1, text },
    });
  }

  /** The same keystroke as an editor sends it: alone, or with the whole text where a server wants that. */
  async change(
    { uri, version }: { readonly uri: string; readonly version: number },
    change: TextDocumentContentChangeEvent,
    text: string,
  ): Promise<void> {
    const contentChanges = [this.#sync === full ? { text } : change];
    const params = { textDocument: { uri, version }, contentChanges };
    await this.#diagnosed(uri, version, "textDocument/didChange", params);
  }

  async #diagnosed(uri: string, version: number, method: string, params: unknown): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const key = `${uri} ${version}`;
    if (!this.#command.pulls) this.#awaited.set(key, resolve);
    void this.#connection.sendNotification(method, params);
    if (!this.#command.pulls) {
      await this.#inTime(promise, `no diagnostics of ${key}`);
      this.#awaited.delete(key);
      return;
    }
    const previousResultId = this.#resultIds.get(uri);
    const { resultId } = await this.#request<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
    if (resultId !== undefined) this.#resultIds.set(uri, resultId);
  }

  /** Until the server no longer says that it is busy. */
  async settle(): Promise<void> {
    const late = performance.now() + longest;
    do {
      if (performance.now() > late)
        throw new Error(`${this.#command.program} was still at work after ${longest / 1000} s.`);
      await pause(200);
    } while (this.#atWork.size > 0);
  }

  async stop(): Promise<void> {
    const kill = setTimeout(() => this.#child.kill(), 2000);
    await this.#request("shutdown").catch(() => {});
    await this.#connection.sendNotification("exit").catch(() => {});
    this.#connection.dispose();
    this.#child.stdin?.end();
    await this.#gone.catch(() => {});
    clearTimeout(kill);
  }
}
