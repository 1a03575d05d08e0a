// Columns of a weight table that are a dose per kilogram worked out row by row, as their figures show, and cells of
// them above what the dose is capped at, whichever document says it. It must not judge what that means.

import type { Block } from "../syntax/markdown.ts";
import { oncePer } from "../text/memory.ts";
import { moved } from "../text/span.ts";
import type { Figure } from "./figure.ts";
import { isFluid } from "./figure-reader.ts";
import type { FigureCell, FigureTable } from "./figure-text.ts";
import { groupedSteadily } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { isMark, medicinesAmong } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import { amountOf } from "./order.ts";
import { type Excess, excess, slack } from "./passed-maximum.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { pathOf, type Section } from "./section.ts";

/** "100 mg/kg once daily … nobody receives more than 2 g a day" */
interface CappedRate {
  readonly perKg: number;
  readonly unit: string;
  readonly limit: Measure;
  readonly allowed: number;
  /** What its text and headings name. */
  readonly names: readonly string[];
}

/** All under one name: a table does not have to say what it is of. */
export const everyRate = "per kilogram";

export const cappedRates = oncePer(
  ({ runs, markdown }: Guideline): ReadonlyMap<string, readonly CappedRate[]> =>
    listed(runs.flatMap((run) => ratesIn(run, markdown)).slice(0, mostRates)),
);
const listed = groupedSteadily((_: CappedRate) => [everyRate]);
const mostRates = 60;

const ratesIn = oncePerRun((run: Run, markdown) =>
  run.blocks.flatMap((block) => ratesOf(block, slice(markdown, block.span), run.section)),
);

function ratesOf({ kind, span }: Block, text: string, section: Section | undefined): CappedRate[] {
  if (kind !== "paragraph" || !/\bkg\b/.test(text)) return [];
  const items = itemsOf(text);
  const names = [...medicinesAmong(items).map(({ name }) => name), ...namesOver(section)];
  return items.flatMap((item, at): CappedRate[] => {
    if (item.kind !== "measure" || !item.measure.per.kg || item.measure.low !== item.measure.high) return [];
    const amount = amountOf(item.measure);
    const unit = amount.unit.slice(0, -3);
    const limit = capBehind(items, at, unit);
    if (!limit || !amount.unit.endsWith("/kg")) return [];
    return [
      { names, unit, perKg: amount.high, allowed: amountOf(limit).high, limit: moved(limit, span.start) },
    ];
  });
}

const farthestCap = 40;

/** The first maximum behind it, before another dose per kilogram. */
function capBehind(items: readonly Item[], at: number, unit: string): Measure | undefined {
  const rest = items.slice(at + 1, at + 1 + farthestCap);
  const next = rest.findIndex((item) => item.kind === "measure" && item.measure.per.kg);
  const own = next < 0 ? rest : rest.slice(0, next);
  const mark = own.findIndex((item) => isMark(item, "max"));
  const measure = mark < 0 ? undefined : own.slice(mark, mark + 6).find(({ kind }) => kind === "measure");
  return measure?.kind === "measure" && amountOf(measure.measure).unit === unit ? measure.measure : undefined;
}

const namesOver = (section: Section | undefined): string[] =>
  pathOf(section).flatMap(({ title }) => medicinesAmong(itemsOf(title)).map(({ name }) => name));

interface Cell {
  readonly kilograms: number;
  readonly figure: Figure;
}
interface WorkedColumn {
  readonly names: readonly string[];
  readonly cells: readonly Cell[];
}

const columnsOf = oncePer((table: FigureTable): readonly WorkedColumn[] => {
  const axis = table.columns.find((column) => column.axis === "weight") ?? patientsOf(table);
  if (!axis || table.rows.length < fewest) return [];
  const names = [
    ...[...table.heads, ...table.rows.flat()].flatMap(({ named }) => named),
    ...(table.caption?.named ?? []),
    ...(table.context ? [table.context] : []),
  ].filter((one) => !isFluid(one));
  const all = [...names.map(({ name }) => name), ...namesOver(table.section)];
  return table.columns.flatMap(({ index, text }) => {
    if (index === axis.index || reckoned.test(text)) return [];
    const cells = table.rows.flatMap((row) => cellOf(row[axis.index], row[index]));
    return cells.length < fewest ? [] : [{ names: all, cells }];
  });
});

/** "Man, 90 kg, 35 years": a column of patients, each with a weight. */
const patientsOf = ({ columns: [first], rows }: FigureTable) =>
  first && rows.every((row) => kilogramsIn(row[first.index]) !== undefined) ? first : undefined;

function kilogramsIn(cell: FigureCell | undefined): number | undefined {
  const [one, other] = cell?.figures.filter(({ kind }) => kind === "weight") ?? [];
  if (one) return one.low === one.high && !other ? one.low : undefined;
  const bare = /^\s*(\d+(?:\.\d+)?)\s*(?:kg)?\s*$/.exec(cell?.text ?? "")?.[1];
  return bare === undefined ? undefined : Number(bare);
}

/** A column that only reckons: what is given stands in the next one. */
const reckoned =
  /\b(?:calculat\w*|reckon\w*|arithmetic|product|before +(?:the +)?(?:cap|limit|maximum))\b|[×=]/i;
/** So many rows must be the product: fewer may be so by chance. */
const fewest = 3;
const rounding = 0.02;

function cellOf(head: FigureCell | undefined, cell: FigureCell | undefined): Cell[] {
  const at = kilogramsIn(head) ?? Number.NaN;
  const figure = cell?.figures.find(({ kind, perKg }) => kind === "amount" && !perKg);
  return figure && at > 0 && figure.low === figure.high ? [{ kilograms: at, figure }] : [];
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= rounding * b;

/** Cells that follow a capped dose beyond its cap, where the others of their column follow it below. */
export function aboveCappedRate(
  guideline: Guideline,
  rates: readonly CappedRate[],
  isOwn: boolean,
): Excess[] {
  return guideline.figures.tables.flatMap(columnsOf).flatMap(({ names, cells }) => {
    const fitting = rates.filter((rate) => isOf(rate, names, isOwn) && follows(cells, rate));
    const [rate, ...others] = fitting;
    if (!rate || others.some(({ allowed }) => allowed !== rate.allowed)) return [];
    return cells.flatMap(({ kilograms, figure }) => {
      const over = figure.unit === rate.unit && figure.low > rate.allowed * slack;
      if (!over || !isNear(figure.low, rate.perKg * kilograms)) return [];
      const limit = { measure: rate.limit, amount: amountOf(rate.limit), basis: undefined };
      return [excess(limit, measureOf(figure, rate.limit), figure.low)];
    });
  });
}

const isOf = (rate: CappedRate, names: readonly string[], isOwn: boolean): boolean =>
  rate.names.length === 0 ? isOwn : names.length === 0 || names.some((name) => rate.names.includes(name));

function follows(cells: readonly Cell[], { unit, perKg, allowed }: CappedRate): boolean {
  const own = cells.filter(({ figure }) => figure.unit === unit);
  const fits = own.filter(({ kilograms, figure }) => isNear(figure.low, perKg * kilograms));
  const isBelow = ({ kilograms }: Cell) => perKg * kilograms <= allowed * slack;
  const below = fits.filter(isBelow).length;
  const weights = new Set(fits.map(({ kilograms }) => kilograms));
  // One of them may have had a part before, or is slight.
  return below * 3 >= own.filter(isBelow).length * 2 && below >= 2 && weights.size >= fewest;
}

/** Written in the limit's unit, which a bare number's column has in its head. */
const measureOf = ({ start, end, low }: Figure, limit: Measure): Measure => {
  const written = low / limit.unit.factor;
  return { start, end, low: written, high: written, unit: limit.unit, per: {} };
};
