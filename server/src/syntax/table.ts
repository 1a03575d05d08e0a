// A table as header and rows of cells, each with its span. Rows may be ragged and cells empty: nothing is
// added or dropped. It must not know what the cells mean.

import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../text/span.ts";
import { spanOf } from "./node-span.ts";

export interface Row {
  readonly span: Span;
  /** Trimmed to the cell's text; an empty cell is an empty span at its place. */
  readonly cells: readonly Span[];
}
export interface Table {
  readonly kind: "table";
  readonly span: Span;
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** At the margin and behind no colon: it belongs to no list item above it. */
export function standsApart(source: string, { span: { start } }: Table): boolean {
  if (start > 0 && !/[\n\r]/.test(source.charAt(start - 1))) return false;
  let before = start - 1;
  while (before >= 0 && /[\s*_]/.test(source.charAt(before))) before--;
  return source[before] !== ":";
}

export function parseTable(source: string, table: SyntaxNode): Table {
  const rows: Row[] = [];
  for (let node = table.firstChild; node; node = node.nextSibling) {
    if (node.name === "TableHeader" || node.name === "TableRow") rows.push(parseRow(source, node));
  }
  const span = spanOf(table);
  const [header = { span: { start: span.start, end: span.start }, cells: [] }, ...body] = rows;
  return { kind: "table", span, header, rows: body };
}

function parseRow(source: string, row: SyntaxNode): Row {
  const borders: number[] = [];
  for (let node = row.firstChild; node; node = node.nextSibling) {
    if (node.name === "TableDelimiter") borders.push(spanOf(node).start);
  }
  const span = spanOf(row);
  const cells: Span[] = [];
  let { start } = span;
  for (const [i, border] of [...borders, span.end].entries()) {
    const cell = trimmed(source, start, border);
    const outside = (i === 0 || i === borders.length) && cell.start === cell.end;
    if (!outside) cells.push(cell);
    start = border + 1;
  }
  return { span, cells };
}

function trimmed(source: string, start: number, end: number): Span {
  if (start >= end) return { start, end: start };
  const text = source.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return lead === text.length
    ? { start, end: start }
    : { start: start + lead, end: start + text.trimEnd().length };
}
