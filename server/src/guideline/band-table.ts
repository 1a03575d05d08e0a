// Tables and lists that give doses by weight, age or a laboratory value: their bands in order, and what each
// column gives in each band. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import type { Unit } from "../lexicon/units.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { moved, type Span, shifted } from "../text/span.ts";
import { type AxisKind, bandAt, bareNumber, type Column, columnsOf, type TableBand } from "./column.ts";
import { lex } from "./lexer.ts";
import { type Measure, measureAt, type Per } from "./measure.ts";
import { movedScope, noScope, type Scope, scopeOf, slice } from "./scope.ts";

export interface BandCell {
  readonly span: Span;
  readonly measure: Measure;
  /** Its band's place in the axis. */
  readonly band: number;
}
export interface BandColumn {
  readonly header: Span;
  readonly title: string;
  readonly role: Column["role"];
  readonly unit: Unit | undefined;
  readonly per: Per;
  readonly medicine: Medicine | undefined;
  /** Quantities in the head: a nominal dose or a strength. */
  readonly scope: Scope;
  readonly cells: readonly BandCell[];
}
export interface BandTable {
  readonly span: Span;
  readonly kind: AxisKind;
  /** The axis' head, or the list's own place. */
  readonly header: Span;
  readonly title: string;
  readonly bands: readonly TableBand[];
  readonly columns: readonly BandColumn[];
  readonly caption: Span | undefined;
  /** Caption, headings and document together. */
  readonly scope: Scope;
  /** What the caption alone says. */
  readonly captionScope: Scope;
}

interface Place {
  readonly caption: Span | undefined;
  readonly captionScope: Scope;
  readonly scope: Scope;
}

export function bandTablesOf(markdown: Markdown, table: Table, place: Place): readonly BandTable[] {
  const found = ownBandTables(markdown, table, place.scope.medicine?.medicine);
  return found.map((bandTable) => ({ ...bandTable, ...place }));
}

const ownBandTables = listOncePerBlock(bandTablesUnder, movedBandTable);

function movedBandTable(table: BandTable, by: number): BandTable {
  return {
    ...table,
    span: shifted(table.span, by),
    header: shifted(table.header, by),
    bands: table.bands.map((band) => {
      const interval = { ...band.interval, ...shifted(band.interval, by) };
      return { ...band, interval, span: shifted(band.span, by) };
    }),
    columns: table.columns.map((column) => ({
      ...column,
      header: shifted(column.header, by),
      scope: movedScope(column.scope, by),
      cells: column.cells.map(({ span, measure, band }) => ({
        band,
        span: shifted(span, by),
        measure: { ...measure, ...shifted(measure, by) },
      })),
    })),
  };
}

const nowhere: Place = { caption: undefined, captionScope: noScope, scope: noScope };

/** Of columns that name no medicine it is the one `above`. */
function bandTablesUnder(markdown: Markdown, table: Table, above: Medicine | undefined): BandTable[] {
  const columns = columnsOf(markdown, table);
  const axes = columns.filter(({ axis }) => axis);
  if (axes.length === 0) return headBands(markdown, table, columns, above);
  return axes.flatMap((axis, i) => {
    // Columns of another axis further right belong to a table of its own, set side by side.
    const next = axes
      .slice(i + 1)
      .find(({ index, axis: kind }) => kind === axis.axis && index > axis.index + 1);
    const before = axes.slice(0, i).find(({ axis: kind }) => kind === axis.axis);
    const first = before ? axis.index : 0;
    const mine = columns.filter(
      ({ index, axis: kind }) => !kind && index >= first && index < (next?.index ?? columns.length),
    );
    return rowBands(markdown, table, axis, mine, above) ?? [];
  });
}

function rowBands(
  markdown: Markdown,
  table: Table,
  axis: Column,
  columns: readonly Column[],
  above: Medicine | undefined,
): BandTable | undefined {
  const bands: TableBand[] = [];
  const cells = columns.map((): BandCell[] => []);
  for (const row of table.rows) {
    const head = row.cells[axis.index];
    const band = head && bandAt(slice(markdown, head), head.start, axis.axis, axis.unit);
    if (!band) continue;
    for (const [i, column] of columns.entries()) {
      const cell = row.cells[column.index];
      const measure = cell && cellMeasure(slice(markdown, cell), cell, column);
      if (cell && measure) cells[i]?.push({ span: cell, measure, band: bands.length });
    }
    bands.push(band);
  }
  if (bands.length < 2 || !axis.axis) return undefined;
  return {
    ...nowhere,
    span: table.span,
    kind: axis.axis,
    header: axis.header,
    title: axis.text,
    bands,
    columns: columns.map((column, i) => bandColumn(column, cells[i] ?? [], above)),
  };
}

function bandColumn(
  { header, text, role, unit, per }: Column,
  cells: readonly BandCell[],
  above: Medicine | undefined,
): BandColumn {
  const scope = scopeOf(text, header.start);
  const medicine = scope.medicine?.medicine ?? (scope.medicines.length === 0 ? above : undefined);
  return { header, title: text, role, unit, per, medicine, scope, cells };
}

function cellMeasure(text: string, cell: Span, column: Pick<Column, "unit" | "per">): Measure | undefined {
  const bare = bareNumber(text, cell.start, column);
  if (bare) return bare;
  const tokens = lex(text);
  const at = tokens.findIndex(({ kind }) => kind === "number");
  const found = at < 0 ? undefined : measureAt(tokens, at);
  if (!found) return undefined;
  const { measure } = found;
  return moved(measure, cell.start);
}

/** Bands as column heads: "| Medicine | 3–5 kg | 6–9 kg |"; each row is one medicine. */
function headBands(
  markdown: Markdown,
  table: Table,
  columns: readonly Column[],
  above: Medicine | undefined,
): BandTable[] {
  const found = columns.flatMap((column) => {
    const band = bandAt(column.text, column.header.start, undefined, undefined);
    return band && (band.kind === "weight" || band.kind === "age") ? [{ column, band }] : [];
  });
  const kind = found[0]?.band.kind;
  if (found.length < 2 || !kind || found.some(({ band }) => band.kind !== kind)) return [];
  const rows = table.rows.flatMap((row): BandColumn[] => {
    const head = row.cells
      .slice(0, found[0]?.column.index)
      .map((cell) => slice(markdown, cell))
      .join(" ");
    const first = row.cells[0] ?? row.span;
    const scope = scopeOf(head, first.start);
    const unit = rowUnit(head);
    const cells = found.flatMap(({ column }, band): BandCell[] => {
      const cell = row.cells[column.index];
      const measure = cell && cellMeasure(slice(markdown, cell), cell, unit ?? column);
      return cell && measure ? [{ span: cell, measure, band }] : [];
    });
    const medicine = scope.medicine?.medicine ?? above;
    const role =
      unit?.unit.dimension === "volume" ? "volume" : unit?.unit.dimension === "form" ? "count" : "dose";
    return cells.length > 0
      ? [{ header: first, title: head, role, unit: unit?.unit, per: unit?.per ?? {}, medicine, scope, cells }]
      : [];
  });
  const header = { start: found[0]?.column.header.start ?? 0, end: found.at(-1)?.column.header.end ?? 0 };
  return [
    {
      ...nowhere,
      span: table.span,
      kind,
      header,
      title: slice(markdown, header),
      bands: found.map(({ band }) => band),
      columns: rows,
    },
  ];
}

/** "Volume (mL)" as a row's head. */
function rowUnit(head: string): { unit: Unit; per: Per } | undefined {
  const [unit] = /\(([^()]*)\)\s*$/.exec(head)?.slice(1) ?? [];
  const found = unit === undefined ? undefined : measureAt(lex(`1 ${unit}`), 0);
  return found && { unit: found.measure.unit, per: found.measure.per };
}
