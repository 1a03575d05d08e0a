// What a table says before a place in one of its rows: each cell with its column's head, and the head of its own column.
// It must not judge.

import type { Guideline } from "../guideline/guideline.ts";
import { passagesIn } from "../guideline/passage.ts";
import { slice } from "../guideline/scope.ts";
import type { Given } from "./given-medicine.ts";

export function rowLabels({ runs, markdown }: Guideline, { span, row }: Given): readonly string[] {
  if (!row) return [];
  for (const run of runs) {
    const passage = passagesIn(run, markdown).find(
      (one) => one.row && one.span.start <= span.start && span.start < one.span.end,
    );
    if (passage?.row) {
      const { cells, heads, index } = passage.row;
      const headOf = (i: number) => (heads[i] ? slice(markdown, heads[i]) : "");
      return [
        ...cells.slice(0, index).map((cell, i) => `${headOf(i)} ${slice(markdown, cell)}`),
        headOf(index),
      ];
    }
  }
  return [];
}
