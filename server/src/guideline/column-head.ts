// What heads the column that a place stands in, and the head of a column of supplies.

import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";

/** "Packs to hand out, one every 28 days", "Monthly refills": each is for a month. */
export const supplyHead =
  /\bmonthly\W+(?:packs?|blisters?|doses|boxes|refills?|suppl(?:y|ies)|collections?|dispensings?|bottles?)\b|\b(?:packs?|blisters?|refills?|supplies|collections?|dispensings?|bottles?)\b[^|]*\b(?:every|each|per|a|of)\W+(?:month\b|4 +weeks|(?:28|30)(?: *(?:to|-|–) *31)? +days)/i;

const tablesOf = oncePer(({ markdown }: Guideline) =>
  markdown.blocks.flatMap((block) => (block.kind === "table" ? [block] : [])),
);

export function columnHeadAt(guideline: Guideline, offset: number): Span | undefined {
  const isAt = ({ start, end }: Span) => start <= offset && offset <= end;
  const table = tablesOf(guideline).find(({ span }) => isAt(span));
  const row = table?.rows.find(({ span }) => isAt(span));
  return table?.header.cells[row?.cells.findIndex(isAt) ?? -1];
}

/** Whether something stands in the head of another column of the table that a place is in. */
export function isInOtherHead(guideline: Guideline, offset: number, { start, end }: Span): boolean {
  const own = columnHeadAt(guideline, offset);
  const table = own && tablesOf(guideline).find(({ header }) => header.cells.includes(own));
  return table?.header.cells.some((cell) => cell !== own && cell.start <= start && end <= cell.end) === true;
}
