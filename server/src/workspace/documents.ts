// The open documents as their editor last told them. A change replaces a document whole, so that whoever
// holds the old one can finish with it. It must not know a connection.

import { Room } from "../guideline/guideline.ts";
import { Lines, type Range } from "../text/lines.ts";
import type { OpenDocument } from "./snapshot.ts";

export interface ContentChange {
  readonly text: string;
  /** Missing: the text is the whole document. */
  readonly range?: Range;
}

export class Documents {
  readonly #open = new Map<string, OpenDocument>();

  open(document: Pick<OpenDocument, "uri" | "version" | "text">): void {
    this.#open.set(document.uri, Object.freeze({ ...document, shrank: false, room: new Room() }));
  }

  /** A change to a document that is not open is ignored: there is nothing it could mean. */
  change(uri: string, version: number, changes: readonly ContentChange[]): void {
    const before = this.#open.get(uri);
    if (!before) return;
    const text = changes.reduce(applyChange, before.text);
    const shrank = text.length < before.text.length && changes.every((change) => change.text === "");
    this.#open.set(uri, Object.freeze({ uri, version, text, shrank, room: before.room }));
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }
}

function applyChange(text: string, { text: newText, range }: ContentChange): string {
  if (typeof newText !== "string") throw new TypeError("A change has no text.");
  if (!range) return newText;
  const { start, end } = new Lines(text).spanOf(range);
  return text.slice(0, start) + newText + text.slice(end);
}
