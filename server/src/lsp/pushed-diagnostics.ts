// Sends diagnostics to a client that cannot ask for them: the newest state only, and only when it differs
// from what was sent before.

import type { Connection } from "vscode-languageserver/node";
import type { DiagnosticsFeature } from "../features/diagnostics.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { LogError } from "./guard.ts";

interface Parts {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly diagnostics: DiagnosticsFeature;
  readonly logError: LogError;
}

/** The library reads one message in a turn. Those that have already arrived come first, and one answer serves all. */
const quietTurns = 3;

export class Pushed {
  enabled = false;
  readonly #parts: Parts;
  readonly #sent = new Map<string, string>();
  /** Documents whose turn comes, and after how many turns of the event loop without a change. */
  readonly #due = new Map<string, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  changed(uri: string): void {
    if (!this.enabled) return;
    const waiting = this.#due.has(uri);
    this.#due.set(uri, quietTurns);
    if (!waiting) this.#wait(uri);
  }

  changedAll(): void {
    for (const uri of this.#parts.workspace.documents.uris) this.changed(uri);
  }

  closed(uri: string): void {
    if (this.#sent.delete(uri)) void this.#parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #wait(uri: string): void {
    setImmediate(() => {
      const left = (this.#due.get(uri) ?? 0) - 1;
      if (left > 0) {
        this.#due.set(uri, left);
        return this.#wait(uri);
      }
      this.#due.delete(uri);
      this.#send(uri).catch((error: unknown) => this.#parts.logError("Sending diagnostics failed", error));
    });
  }

  async #send(uri: string): Promise<void> {
    const { workspace, connection, diagnostics: feature } = this.#parts;
    const snapshot = await workspace.snapshot(uri);
    // A newer text has its own turn.
    if (!snapshot || !workspace.isCurrent(snapshot)) return;
    const diagnostics = feature.provide(snapshot);
    const key = JSON.stringify(diagnostics);
    if (this.#sent.get(uri) === key || (diagnostics.length === 0 && !this.#sent.has(uri))) return;
    this.#sent.set(uri, key);
    await connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics });
  }
}
