// Sends diagnostics to a client that cannot ask for them: the newest state only, and only when it differs
// from what was sent before.

import type { Connection } from "vscode-languageserver/node";
import { provideDiagnostics } from "../features/diagnostics.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { LogError } from "./guard.ts";

interface Parts {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly logError: LogError;
}

export class Pushed {
  enabled = false;
  readonly #parts: Parts;
  readonly #sent = new Map<string, string>();
  readonly #pending = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  changed(uri: string): void {
    if (!this.enabled || this.#pending.has(uri)) return;
    this.#pending.add(uri);
    // Changes that have already arrived are read first, so that one answer serves them all.
    setImmediate(() => {
      this.#pending.delete(uri);
      this.#send(uri).catch((error: unknown) => this.#parts.logError("Sending diagnostics failed", error));
    });
  }

  changedAll(): void {
    for (const uri of this.#parts.workspace.documents.uris) this.changed(uri);
  }

  closed(uri: string): void {
    if (this.#sent.delete(uri)) void this.#parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #send(uri: string): Promise<void> {
    const { workspace, connection } = this.#parts;
    const snapshot = await workspace.snapshot(uri);
    // A newer text has its own turn.
    if (!snapshot || !workspace.isCurrent(snapshot)) return;
    const diagnostics = provideDiagnostics(snapshot);
    const key = JSON.stringify(diagnostics);
    if (this.#sent.get(uri) === key || (diagnostics.length === 0 && !this.#sent.has(uri))) return;
    this.#sent.set(uri, key);
    await connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics });
  }
}
