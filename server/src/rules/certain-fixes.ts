// Of all fixes those that may be applied without being chosen, as far as they do not touch each other: what is left
// is found again at the next check. It must not know where findings come from.

import type { Span } from "../text/span.ts";

interface Choice {
  readonly certain: boolean;
  readonly edits: readonly { readonly span: Span }[];
}

/** At most one for each finding, whose fixes are given in its order. */
export function certainFixes<F extends Choice>(fixesOfFindings: Iterable<readonly F[]>): F[] {
  const chosen: F[] = [];
  for (const fixes of fixesOfFindings) {
    const fix = fixes.find(({ certain }) => certain);
    if (fix && !chosen.some((other) => clash(fix, other))) chosen.push(fix);
  }
  return chosen;
}

const clash = (one: Choice, other: Choice): boolean =>
  one.edits.some(({ span: a }) => other.edits.some(({ span: b }) => a.start <= b.end && b.start <= a.end));
