// Where abbreviations that stand for several things are used, with what is said near them. It must not know which of
// them is meant.

import { sensesOf } from "../lexicon/ambiguous-abbreviations.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { once } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";

export interface AmbiguousUse {
  readonly short: string;
  readonly span: Span;
  /** Its sentence, or its cell and then its row or column; the abbreviation stands as § there. */
  readonly around: readonly string[];
  /** Its block. */
  readonly block: Span;
}

const pattern = once(
  () => new RegExp(`(?<![\\p{L}\\d/-])(?:${[...sensesOf().keys()].join("|")})(?![\\p{L}\\d/])`, "gu"),
);

export const ambiguousUses = listPerRun(({ blocks }, markdown): readonly AmbiguousUse[] =>
  blocks.flatMap((block) => {
    if (block.kind === "paragraph" || block.kind === "heading") return inSentences(markdown, block.span);
    return block.kind === "table" ? inTable(markdown, block) : [];
  }),
);

function inSentences(markdown: Markdown, place: Span): AmbiguousUse[] {
  const text = slice(markdown, place);
  return matchesIn(text, pattern()).map(({ 0: short, index }) => {
    const from = Math.max(...[". ", "; ", "\n\n"].map((sign) => text.lastIndexOf(sign, index)), -1) + 1;
    const next = [". ", "; "].map((sign) => text.indexOf(sign, index)).filter((at) => at >= 0);
    const to = Math.min(...next, text.length);
    const span = { start: place.start + index, end: place.start + index + short.length };
    return { short, span, around: [marked(text.slice(from, to), short)], block: place };
  });
}

/** Of a cell what heads it and its row, of a head its column. */
function inTable(markdown: Markdown, { header, rows, span: block }: Table): AmbiguousUse[] {
  const read = (cells: readonly (Span | undefined)[]) =>
    cells.map((cell) => (cell ? slice(markdown, cell) : "")).join(" | ");
  const of = (cell: Span, around: () => readonly string[]): AmbiguousUse[] =>
    matchesIn(slice(markdown, cell), pattern()).map(({ 0: short, index }) => {
      const start = cell.start + index;
      const texts = around().map((text) => marked(text, short));
      return { short, span: { start, end: start + short.length }, around: texts, block };
    });
  return [
    ...header.cells.flatMap((cell, at) =>
      of(cell, () => [read([cell, ...rows.map(({ cells }) => cells[at])])]),
    ),
    ...rows.flatMap(({ cells }) =>
      cells.flatMap((cell, at) => of(cell, () => [read([cell, header.cells[at]]), read(cells)])),
    ),
  ];
}

const marked = (text: string, short: string): string =>
  text.replace(new RegExp(`(?<![\\p{L}\\d])${short}(?![\\p{L}\\d])`, "gu"), "§");
