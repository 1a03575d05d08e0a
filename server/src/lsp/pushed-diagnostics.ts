// Sends diagnostics to a client that cannot ask for them: the newest state only, and only when it differs from what
// was sent before. New ones about the word that is being typed wait until it is finished, or typing pauses.

import type { Connection, Diagnostic } from "vscode-languageserver/node";
import type { DiagnosticsFeature } from "../features/diagnostics.ts";
import { Lines } from "../text/lines.ts";
import { type Change, type Said, Typing } from "../text/typing.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { LogError } from "./guard.ts";

interface Parts {
  readonly connection: Pick<Connection, "sendDiagnostics">;
  readonly workspace: Workspace;
  readonly diagnostics: DiagnosticsFeature;
  readonly logError: LogError;
}

interface Sent {
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The library reads one message in a turn. Those that have already arrived come first, and one answer serves all. */
const quietTurns = 3;
/** Milliseconds after which a word counts as finished: where the caret is, the server cannot see. */
const pause = 1500;

export class Pushed {
  enabled = false;
  readonly #parts: Parts;
  readonly #sent = new Map<string, Sent>();
  /** Documents whose turn comes, and after how many turns of the event loop without a change. */
  readonly #due = new Map<string, number>();
  readonly #typing = new Typing();
  /** The document that is typed in. */
  #typedIn = "";
  #timer: NodeJS.Timeout | undefined;

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

  /** The document has these changes, and its new text. */
  edited(uri: string, changes: readonly Partial<Change>[]): void {
    if (!this.enabled) return;
    if (uri !== this.#typedIn) this.finished();
    const [change, another] = changes;
    const { text } = this.#parts.workspace.documents.get(uri) ?? {};
    this.#typedIn = uri;
    // Typing changes one place; whatever else does is no typing.
    if (text === undefined || !change?.range || typeof change.text !== "string" || another) {
      this.#typing.ended();
    } else {
      const { range } = change;
      const shown = (this.#sent.get(uri)?.diagnostics ?? []).map((one) => saidOf(uri, one));
      this.#typing.edited({ range, text: change.text }, (line) => lineOf(text, line), shown);
    }
    clearTimeout(this.#timer);
    if (this.#typing.isGoingOn) this.#timer = setTimeout(() => this.finished(), pause).unref();
    this.changed(uri);
  }

  /** Nobody is typing any more: the document was saved, say. */
  finished(): void {
    clearTimeout(this.#timer);
    if (!this.#typing.isGoingOn) return;
    this.#typing.ended();
    this.changed(this.#typedIn);
  }

  closed(uri: string): void {
    if (uri === this.#typedIn) this.#typing.ended();
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
    const { workspace, connection } = this.#parts;
    const snapshot = await workspace.snapshot(uri);
    // A newer text has its own turn.
    if (!snapshot || !workspace.isCurrent(snapshot)) return;
    const diagnostics = this.#toShow(snapshot);
    const key = JSON.stringify(diagnostics);
    if (this.#sent.get(uri)?.key === key || (diagnostics.length === 0 && !this.#sent.has(uri))) return;
    this.#sent.set(uri, { key, diagnostics });
    await connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics });
  }

  #toShow(snapshot: Snapshot): Diagnostic[] {
    const all = this.#parts.diagnostics.provide(snapshot);
    if (snapshot.uri !== this.#typedIn) return all;
    return all.filter((one) => !this.#typing.holds(saidOf(snapshot.uri, one)));
  }
}

function lineOf(text: string, line: number): string {
  const lines = new Lines(text);
  return line >= 0 && line < lines.count ? text.slice(lines.start(line), lines.end(line)) : "";
}

function saidOf(uri: string, { code, range, relatedInformation = [] }: Diagnostic): Said {
  const sides = relatedInformation.filter(({ location }) => location.uri === uri);
  return { rule: String(code), places: [range, ...sides.map(({ location }) => location.range)] };
}
