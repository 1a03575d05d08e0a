// How rules about bands name two bands in the order of the text, and move the figure where they meet. It must not
// know when bands are at fault.

import { endOf, reachOf, type Stretch, startOf, writtenEnd } from "../guideline/stretch.ts";
import type { Span } from "../text/span.ts";
import type { Fix } from "./rule.ts";

export interface Edges {
  readonly lower: Stretch;
  readonly upper: Stretch;
}

/** The band that stands first in the text, and the other: where an author looks for the fault. */
export function inTextOrder({ lower, upper }: Edges): readonly [Span, Span] {
  const [first, second] = lower.start < upper.start ? [lower, upper] : [upper, lower];
  return [
    { start: first.start, end: first.end },
    { start: second.start, end: second.end },
  ];
}

/** To end the lower band where the upper one begins, or the other way round. */
export function edgeFixes({ lower, upper }: Edges, text: string): readonly Fix[] {
  const { highSpan, highStep, highInclusive } = lower;
  const { lowSpan, lowStep, lowInclusive } = upper;
  const end =
    highSpan &&
    writtenEnd(startOf(upper) - (highInclusive && lowInclusive ? highStep : 0), highSpan, highStep, text);
  // "> 20–40 kg" begins where the band below it ends.
  const begin = lowSpan && writtenEnd(lowInclusive ? reachOf(lower) : endOf(lower), lowSpan, lowStep, text);
  const made = (title: string, span: Span, newText: string): Fix => ({
    title,
    edits: [{ span, newText }],
    certain: false,
  });
  return [
    ...(highSpan && end !== undefined && startOf(upper) > startOf(lower)
      ? [made(`End "${text.slice(lower.start, lower.end)}" at ${end}`, highSpan, end)]
      : []),
    ...(lowSpan && begin !== undefined && (upper.high === undefined || reachOf(lower) < upper.high)
      ? [made(`Begin "${text.slice(upper.start, upper.end)}" at ${begin}`, lowSpan, begin)]
      : []),
  ];
}
