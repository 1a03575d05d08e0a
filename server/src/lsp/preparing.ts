// When the model reads ahead: while the cursor rests, where the client tells, else a while after an edit, at its
// place. A newer place takes the older one's turn. It must not know what is read.

import { providePreparation } from "../features/preparation.ts";
import type { Backend } from "../llm/backend.ts";
import { Lines, type Position } from "../text/lines.ts";
import type { ContentChange } from "../workspace/documents.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { isTold, type LogError } from "./guard.ts";

interface Parts {
  readonly workspace: Workspace;
  readonly models: Pick<Backend, "prepare">;
  readonly logError: LogError;
}

/** Milliseconds without an edit after which the text above the cursor is read again. */
export const idleMs = 1500;

export class Preparing {
  readonly #parts: Parts;
  #current = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The cursor rests here. */
  rests(uri: string, position: Position): void {
    clearTimeout(this.#timer);
    this.#prepare(uri, position).catch((error: unknown) => {
      if (!isTold(error)) this.#parts.logError("Reading ahead failed", error);
    });
  }

  /** The document has these changes, and its new text. Whatever was wanted before is no longer. */
  edited(uri: string, changes: readonly ContentChange[]): void {
    this.stop();
    const { documents } = this.#parts.workspace;
    // Changes that make no sense have been refused, unless the document is not open.
    const last = documents.get(uri) && changes.at(-1);
    if (!last?.range) return;
    const { range, text } = last;
    this.#timer = setTimeout(() => {
      const lines = new Lines(documents.get(uri)?.text ?? "");
      this.rests(uri, lines.positionAt(lines.offsetAt(range.start) + text.length));
    }, idleMs).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#current.abort(new DOMException("The cursor is elsewhere.", "AbortError"));
  }

  async #prepare(uri: string, position: Position): Promise<void> {
    this.stop();
    this.#current = new AbortController();
    const { signal } = this.#current;
    const snapshot = await this.#parts.workspace.snapshot(uri);
    if (snapshot && !signal.aborted) await providePreparation(this.#parts.models, snapshot, position, signal);
  }
}
