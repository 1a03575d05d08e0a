// What a table says before a place in one of its rows: each cell with its column's head. It must not judge.

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
      return cells.slice(0, index).map((cell, i) => {
        const head = heads[i];
        return `${head ? slice(markdown, head) : ""} ${slice(markdown, cell)}`;
      });
    }
  }
  return [];
}
