// What heads the column that a place stands in. It must not know what columns hold.

import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";

const tablesOf = oncePer(({ markdown }: Guideline) =>
  markdown.blocks.flatMap((block) => (block.kind === "table" ? [block] : [])),
);

export function columnHeadAt(guideline: Guideline, offset: number): Span | undefined {
  const isAt = ({ start, end }: Span) => start <= offset && offset <= end;
  const table = tablesOf(guideline).find(({ span }) => isAt(span));
  const row = table?.rows.find(({ span }) => isAt(span));
  return table?.header.cells[row?.cells.findIndex(isAt) ?? -1];
}
