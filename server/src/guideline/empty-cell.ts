// Rows of a table that leave the frequency or the route out although the table has a column for it and fills it
// elsewhere. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type Column, columnsOf } from "./column.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { isCourse, type Order } from "./order.ts";
import { slice } from "./scope.ts";

export interface EmptyCells {
  readonly found: readonly EmptyCell[];
  /** Where rows begin of tables that have a column of frequencies. */
  readonly rows: ReadonlySet<number>;
}
export interface EmptyCell {
  readonly medicine: Medicine;
  readonly span: Span;
  readonly slot: "frequency" | "route";
  /** Another row says it of the same medicine. */
  readonly alike: boolean;
  /** Taken for days. */
  readonly lasting: boolean;
}

const nothing = /^[\s–—-]*$/;
const once =
  /\b(?:once|stat|single|one|loading|bolus|infusion|as +needed|if +needed|prn|over +\d|before|with +each|repeat\w*)\b/i;
const most = 0.6;
const fewestRows = 3;
const lengthHead = /^\W*(?:duration|length|for +how +long|course)\b/i;
const days = /\b\d+ *(?:days?|weeks?|months?)\b/i;
const routeHead = /^\W*(?:routes?|given +by|by +which +route|administration|route +of +\w+|how +given)\b/i;

export function emptyCells({ markdown, orders }: Guideline): EmptyCells {
  const rowStarts = new Set<number>();
  const found: EmptyCell[] = [];
  const byRow = grouped(orders, ({ block }) => block.start);
  for (const table of markdown.blocks) {
    if (table.kind !== "table") continue;
    const { often, route, length } = slotsAmong(columnsOf(markdown, table));
    if (often) for (const { span } of table.rows) rowStarts.add(span.start);
    if (!often && !route) continue;
    const own = table.rows.flatMap(({ span }) => byRow.get(span.start) ?? []);
    found.push(
      ...known(table, own, () => [
        ...(often
          ? emptyIn(markdown, table, { byRow, index: often.index, slot: "frequency", length: length?.index })
          : []),
        ...(route
          ? emptyIn(markdown, table, { byRow, index: route.index, slot: "route", length: undefined })
          : []),
      ]),
    );
  }
  return { found, rows: rowStarts };
}

/** Of a table, as long as its orders are the same. */
const known = whileFrom<Table, readonly EmptyCell[]>();

const slotsAmong = oncePer((columns: readonly Column[]) => ({
  often: columns.find(({ role }) => role === "frequency"),
  route: columns.find(({ text }) => routeHead.test(text)),
  length: columns.find(({ text }) => lengthHead.test(text)),
}));

interface Sought {
  readonly byRow: ReadonlyMap<number, readonly Order[]>;
  readonly index: number;
  readonly slot: EmptyCell["slot"];
  /** The column that says for how long. */
  readonly length: number | undefined;
}

/** The cells of a column that is filled in most rows with orders. */
function emptyIn(markdown: Markdown, table: Table, { byRow, index, slot, length }: Sought): EmptyCell[] {
  const textOf = (cell: Span | undefined) => (cell ? slice(markdown, cell) : "");
  const rows = table.rows.filter(({ span }) => byRow.has(span.start));
  const empty = rows.filter(({ cells }) => nothing.test(textOf(cells[index])));
  if (rows.length < fewestRows || rows.length - empty.length < most * rows.length) return [];
  return empty.flatMap((row) => {
    const [order] = byRow.get(row.span.start) ?? [];
    const cell = row.cells[index];
    // "Folic acid" may stand in the head; a row that goes on about the one above it says what that leaves out.
    const { start, end } = table.header.span;
    const isHeaded = order && order.nameSpan.start >= start && order.nameSpan.end <= end;
    if (!order || (order.inherited && !isHeaded) || order.negated) return [];
    const said = slot === "route" ? order.routes.length > 0 : isTimed(order) || once.test(textOf(row.span));
    const { medicine } = order;
    const alike = rows.some(
      (other) =>
        !empty.includes(other) && byRow.get(other.span.start)?.some((one) => one.medicine === medicine),
    );
    const lasting = isCourse(order) || (length !== undefined && days.test(textOf(row.cells[length])));
    return said ? [] : [{ medicine, span: placeOf(cell, textOf(cell), order), slot, alike, lasting }];
  });
}

function isTimed({ frequency, divided, asNeeded, dose }: Order): boolean {
  return asNeeded || frequency !== undefined || divided !== undefined || dose.per.hours !== undefined;
}

/** From the dose to the dash in the cell; of a cell without any character, the dose. */
function placeOf(cell: Span | undefined, text: string, { dose }: Order): Span {
  const trimmed = text.trim();
  if (!cell || trimmed === "") return { start: dose.start, end: dose.end };
  const start = cell.start + text.indexOf(trimmed);
  return { start: dose.end < start ? dose.start : start, end: start + trimmed.length };
}
