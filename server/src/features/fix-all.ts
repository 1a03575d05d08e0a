// Fixes applied again and again until none is left, as edits of the text that they began with: one may make another
// possible. A text that comes again ends it. It must not know which fixes are taken.

import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits, type Edit } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** That many rounds are enough for fixes that end at all. */
const mostRounds = 10;

export function settledEdits(
  snapshot: Snapshot,
  editsOf: (state: Snapshot) => readonly Edit[],
): readonly Edit[] {
  const first = editsOf(snapshot);
  if (first.length === 0) return first;
  const { text, guideline } = snapshot;
  const seen = new Set([text]);
  let settled = text;
  let rounds = 0;
  for (let edits = first; edits.length > 0 && rounds < mostRounds; rounds++) {
    const next = applyEdits(settled, edits);
    if (seen.has(next)) break;
    seen.add(next);
    settled = next;
    const again = parseGuideline(next, guideline.dictionary);
    edits = editsOf({ ...snapshot, text: next, guideline: again, checked: again });
  }
  // Small edits keep the author's cursor and marks where they are.
  return rounds <= 1 ? (rounds === 0 ? [] : first) : difference(text, settled);
}

/** What is between the first and the last character that differ. */
function difference(before: string, after: string): Edit[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let [end, last] = [before.length, after.length];
  while (end > start && last > start && before[end - 1] === after[last - 1]) {
    end--;
    last--;
  }
  return before === after ? [] : [{ span: { start, end }, newText: after.slice(start, last) }];
}
