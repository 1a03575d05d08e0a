// When a document changes, the findings of others that are open may change with it. Once typing pauses they are
// looked at, one in a turn of the event loop, and a client that asks is told once to ask again. It must not know
// rules.

import type { DiagnosticsFeature } from "../features/diagnostics.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { LogError } from "./guard.ts";

interface Parts {
  readonly workspace: Workspace;
  readonly diagnostics: DiagnosticsFeature;
  readonly logError: LogError;
  /** Tells a client that asks to ask again. */
  readonly refresh: () => void;
  /** For a client that does not ask: sends what differs from what it was sent. */
  readonly send: (uri: string) => void;
}

/** Milliseconds without a change. */
const pause = 250;

export class RelatedDiagnostics {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Some document of the workspace, open or not, changed, came or went. */
  changed(): void {
    clearTimeout(this.#timer);
    const timer = setTimeout(() => {
      this.#look(timer).catch((error: unknown) =>
        this.#parts.logError("Looking at related documents failed", error),
      );
    }, pause).unref();
    this.#timer = timer;
  }

  async #look(timer: NodeJS.Timeout): Promise<void> {
    const { workspace, diagnostics, refresh, send } = this.#parts;
    let isNews = false;
    for (const uri of workspace.documents.uris) {
      send(uri);
      const snapshot = await workspace.snapshot(uri);
      if (snapshot?.recognition.guideline && diagnostics.isNews(snapshot)) isNews = true;
      await new Promise((resolve) => setImmediate(resolve));
      // Another change: its own turn goes through all again, but what was found must be told.
      if (this.#timer !== timer) break;
    }
    if (isNews) refresh();
  }
}
