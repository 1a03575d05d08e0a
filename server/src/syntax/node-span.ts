// Where a node of the parser's tree stands. It must not know what the node is.

import type { SyntaxNodeRef } from "@lezer/common";
import type { Span } from "../text/span.ts";

/**
 * The parser's places are floating-point numbers in V8's eyes, and so would be all that is reckoned from them: each a
 * thing of its own on the heap, twice the size of the span it is in.
 */
export function spanOf({ from, to }: Pick<SyntaxNodeRef, "from" | "to">): Span {
  return { start: from | 0, end: to | 0 };
}
