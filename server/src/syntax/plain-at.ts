// The plain text of a stretch of a document, as the same string each time for as long as its piece of the document
// does not change: what is remembered of a text is found at once. It must not know what stands in it.

import { isAside } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Markdown, Part } from "./markdown.ts";
import type { Piece } from "./piece.ts";

/** By where they begin in their piece. */
const known = new WeakMap<Piece, Map<number, string>>();

export function plainAt({ plain, parts }: Markdown, { start, end }: Span): string {
  const part = isAside() ? undefined : partAt(parts, start);
  if (!part || end > part.start + part.piece.plain.length) return plain.slice(start, end);
  const texts = known.get(part.piece) ?? new Map<number, string>();
  if (texts.size === 0) known.set(part.piece, texts);
  const at = start - part.start;
  const text = texts.get(at);
  if (text?.length === end - start) return text;
  const fresh = part.piece.plain.slice(at, end - part.start);
  texts.set(at, fresh);
  return fresh;
}

function partAt(parts: readonly Part[], offset: number): Part | undefined {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1];
}
