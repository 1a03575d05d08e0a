// Where something stands, in words: "line 12", "chapter-3.md, line 12". It must not know what stands there.

import type { Guideline } from "../guideline/guideline.ts";

/** `uri` is that of the document, when it is another one. */
export function lineOf({ lines }: Guideline, offset: number, uri: string | undefined): string {
  const line = `line ${lines.positionAt(offset).line + 1}`;
  return uri === undefined ? line : `${nameOf(uri)}, ${line}`;
}

/** The name that a document's tab has in an editor. */
export function nameOf(uri: string): string {
  const name = uri.split("/").at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // not an address that anything encoded
  }
}
