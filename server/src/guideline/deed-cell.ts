// The deeds of a table's cell that says only whether, when or in which state: with what the heads of its row and column name.
// It must not know what stands above the table.

import { isStatedName } from "../lexicon/stated-acts.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import type { Deed } from "./deed.ts";
import { ofMatrix } from "./deed-matrix.ts";
import { deedsIn } from "./deed-reader.ts";
import { saidByRow, textsOf, writtenOut } from "./deed-row.ts";
import { targetsIn } from "./medicine-target.ts";
import type { Passage } from "./passage.ts";
import { slice } from "./scope.ts";

export interface Placed {
  readonly deed: Deed;
  readonly sentence: Span;
  /** The row's head is a part of what it says. */
  readonly ofRow?: true;
  /** The sentence before an order, which may say in whom. */
  readonly lead?: string;
}

/** Of a cell that says only whether, what is meant; and the cells that say in which situation. */
export function rowOf(markdown: Markdown, { row, span }: Passage) {
  if (!row || row.cells.length < 2) return undefined;
  const textOf = (part: Span) => slice(markdown, part);
  const cells = row.cells.map(textOf);
  const told = { cells, heads: row.heads.map(textOf), index: row.index };
  const written = writtenOut(told) ?? ofMatrix(told);
  if (!written) return undefined;
  const sentence = { start: 0, end: span.end - span.start };
  const deeds = deedsIn(written.sentence).map(
    (deed): Placed => ({ deed: { ...deed, ...sentence }, sentence }),
  );
  // What else is given to them does not tell them.
  const beside = cells
    .slice(0, row.index)
    .filter((cell, i) => i !== written.subject && (i === 0 || targetsIn(cell).length === 0));
  const leads = written.whom === undefined ? beside : [...beside, written.whom];
  return deeds.length > 0 ? { deeds, leads } : undefined;
}

/** "Bladder catheter | Out at 6 h" */
export function statedAt(markdown: Markdown, { row, span }: Passage): readonly Placed[] {
  const said = row && saidByRow(textsOf(markdown, row));
  const sentence = { start: 0, end: span.end - span.start };
  const stated = said === undefined ? [] : deedsIn(said).filter(({ thing }) => isStatedName(thing));
  return stated.map((deed) => ({ deed: { ...deed, ...sentence }, sentence, ofRow: true }));
}
