// Snapshots and cursors for tests: a document as a feature sees it, with "│" where the cursor stands.
import assert from "node:assert/strict";
import { defaultSettings, type Settings } from "../../server/src/config.ts";
import { asNeighbour, createSnapshot, type Snapshot } from "../../server/src/workspace/snapshot.ts";

const cursorMark = "│";

/** The text without its cursor mark, and the offset at which that stood. */
export function withCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf(cursorMark);
  assert.ok(offset >= 0 && offset === marked.lastIndexOf(cursorMark), "mark the cursor once");
  return { text: marked.replace(cursorMark, ""), offset };
}

export interface SnapshotOptions {
  readonly uri?: string;
  readonly version?: number;
  readonly shrank?: boolean;
  readonly settings?: Partial<Settings>;
  /** Other documents, open, by their address. */
  readonly neighbours?: Readonly<Record<string, string>>;
  readonly whole?: boolean;
  readonly known?: ReadonlySet<string>;
}

/** A document that is taken for a guideline unless the settings say otherwise. */
export function snapshotOf(text: string, options: SnapshotOptions = {}): Snapshot {
  const { uri = "file:///guideline.md", version = 1, shrank = false, settings, neighbours = {} } = options;
  const { whole = false, known } = options;
  const all = { ...defaultSettings, enable: "always", ...settings } as const;
  const others = Object.entries(neighbours).map(([other, content]) =>
    asNeighbour({ uri: other, version: 1, text: content, shrank: false }),
  );
  return createSnapshot({ uri, version, text, shrank }, Object.freeze(all), undefined, {
    neighbours: others,
    whole,
    ...(known && { known }),
  });
}
