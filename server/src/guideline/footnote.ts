// Footnotes: where a note's text stands, and the places that call it, whether they are written "[^a]" or with a sign
// like † behind a word. It must not know what the notes are about.

import { matchesIn } from "../text/matches.ts";
import { once, oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";

export interface Footnote extends Span {
  readonly mark: string;
  /** Where the mark stands behind a word, a dose or a cell's text. */
  readonly calls: readonly number[];
}

/** A note begins its line with its mark. */
const opening =
  /^[ \t]*(?:\[\^([\w-]+)\]:|(?:<sup>)?(\\?\*{1,3}|†|‡|§|¶|[¹²³⁴⁵⁶⁷⁸⁹]|(?<=>)\w)(?:<\/sup>)?(?=\s?\S))/gm;
/** So far a sign's note stands behind the place that calls it. */
const reach = 6000;

export const footnotesOf = oncePer((guideline: Pick<Guideline, "markdown" | "runs">): readonly Footnote[] => {
  const { markdown, runs } = guideline;
  const labelled = once(() => labelCalls(markdown.text));
  return markedIn(runs, markdown).flatMap(({ block, found }) => {
    const text = markdown.text.slice(block.span.start, block.span.end);
    return found.flatMap((match, i): Footnote[] => {
      const [whole, label, sign] = match;
      // The star of a list item is cut off with the item; one of emphasis has its like behind.
      if (
        sign?.startsWith("*") &&
        text
          .slice(match.index + whole.length)
          .split("\n", 1)[0]
          ?.includes("*")
      )
        return [];
      const start = block.span.start + match.index;
      const end = block.span.start + (found[i + 1]?.index ?? text.length);
      const mark = label === undefined ? (sign ?? "") : `[^${label}]`;
      const calls = sign
        ? signCalls(markdown.text, sign.replace("\\", ""), start)
        : (labelled().get(mark) ?? []);
      return calls.length > 0 ? [{ mark, start: start + whole.length, end, calls }] : [];
    });
  });
});

/** Where notes may begin; places are those in the block. */
const markedIn = listPerRun(({ blocks }, { text }) =>
  blocks.flatMap((block) => {
    if (block.kind !== "paragraph") return [];
    const found = matchesIn(text.slice(block.span.start, block.span.end), opening);
    return found.length > 0 ? [{ block, found }] : [];
  }),
);

function labelCalls(text: string): ReadonlyMap<string, readonly number[]> {
  const calls = matchesIn(text, /\[\^[\w-]{1,40}\](?!:)/g).map(({ 0: mark, index }) => ({ mark, index }));
  const byMark = grouped(calls, ({ mark }) => mark);
  return new Map([...byMark].map(([mark, all]) => [mark, all.map(({ index }) => index)]));
}

/** Behind a word, a figure or a bracket, before the note. */
function signCalls(text: string, mark: string, before: number): number[] {
  const calls: number[] = [];
  const first = Math.max(0, before - reach);
  const near = text.slice(first, before);
  for (let at = near.indexOf(mark); at >= 0; at = near.indexOf(mark, at + mark.length)) {
    const [left, right] = [near[at - 1] ?? "\n", near[at + mark.length] ?? ""];
    if (/[\p{L}\d).%>]/u.test(left) && !/[\p{L}\d*]/u.test(right)) calls.push(first + at);
  }
  return calls;
}

const callsOf = oncePer((guideline: Guideline) =>
  footnotesOf(guideline)
    .flatMap((note) => note.calls.map((at) => ({ at, note })))
    .toSorted((a, b) => a.at - b.at),
);

/** The text of every note that is called within a span. */
export function notesIn(guideline: Guideline, { start, end }: Span): string[] {
  const calls = callsOf(guideline);
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.at ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let i = low; i < calls.length; i++) {
    const { at, note } = calls[i] as (typeof calls)[number];
    if (at > end) break;
    found.push(slice(guideline.markdown, note));
  }
  return found;
}
