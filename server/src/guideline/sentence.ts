// The sentences of a text: where each begins and ends. Lines that open with a label ("Strength: strong") are
// sentences of their own. It must not know what a sentence says.

import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

/** Words whose full stop ends no sentence. */
const shortened =
  /(?:^|[\s([])(?:e\.g|i\.e|vs|cf|approx|max|min|fig|no|dr|prof|st|al|resp|incl|viz|ca|[A-Za-z])\.$/i;
/** "50 mg. of vitamin B6" */
const unit = /\d\s*(?:mg|g|mcg|kg|ml|cc|tabs?|caps?|hrs?)\.$/i;
const label = /^\s*(?:[-*•]\s+)?\p{Lu}[\p{L} -]{2,50}:/u;

/** "☐ Weigh the child" */
const ticked = /^\s*[☐☑☒✓✔□■]/;

/** In order, without the blanks around them. */
export const sentencesIn = remembered((text): readonly Span[] => {
  const found: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    if (lead < piece.length) found.push({ start: start + lead, end: start + piece.trimEnd().length });
    start = end;
  };
  for (const { index, 0: sign } of matchesIn(text, /[.!?](?=["”’)\]]{0,2}(?:\s|$))|\n/g)) {
    const end = index + sign.length;
    if (index < start) continue;
    if (sign === "\n") {
      if (label.test(text.slice(end, end + 80)) || ticked.test(text.slice(end, end + 4))) close(end);
      continue;
    }
    if (sign === "." && shortened.test(text.slice(Math.max(start, end - 8), end))) continue;
    if (
      sign === "." &&
      unit.test(text.slice(Math.max(start, end - 12), end)) &&
      /^\s+\p{Ll}/u.test(text.slice(end))
    )
      continue;
    const closing = /^["”’)\]]{0,2}/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    close(end + closing);
  }
  close(text.length);
  return found;
});
