// A cell that breaks the proportion which all other rows keep between two columns: milliunits a minute and the pump's
// mL/h, a volume and its drops, milligrams and millilitres. It must not know strengths, times or giving sets.

import { isOfEachSide } from "../guideline/dose-volume.ts";
import { type Figure, type FigureKind, offBy } from "../guideline/figure.ts";
import type { FigureCell, FigureTable } from "../guideline/figure-text.ts";

export interface OutOfStep {
  readonly claim: Figure;
  /** What it should follow from, and what it then is. */
  readonly source: Figure;
  readonly expected: number;
  /** Source by claim in all other rows. */
  readonly ratio: number;
}

/** From what a column may be worked out. */
const sources: Partial<Record<FigureKind, readonly FigureKind[]>> = {
  rate: ["amountRate", "volume"],
  drops: ["amountRate", "rate", "volume"],
  volume: ["amount"],
};
const fewestRows = 4;
const rounding = 0.04;
const tolerance = 0.09;

interface Pair {
  readonly claim: Figure;
  readonly source: Figure;
}

export function* outOfStep(table: FigureTable, kinds: readonly FigureKind[]): Generator<OutOfStep> {
  for (const column of table.columns.keys()) {
    const kind = kindOf(table, column);
    if (!kind || !kinds.includes(kind)) continue;
    const lines = besideOf(table, column, sources[kind]);
    // What follows another column in every row is right.
    const all = [...lines, ...besideOf(table, column, kind === "rate" ? ["drops"] : [])];
    if (all.some((pairs) => oddOf(pairs) === "none")) continue;
    const found = lines.flatMap((pairs) => {
      const odd = oddOf(pairs);
      return odd && odd !== "none" ? [odd] : [];
    });
    const one = found.at(-1);
    if (one && found.every(({ claim }) => claim === one.claim)) yield one;
  }
}

/** Each column of these kinds; of amounts the nearest before it. */
function besideOf(
  table: FigureTable,
  column: number,
  kinds: readonly FigureKind[] = [],
): (readonly Pair[])[] {
  const others = [...table.columns.keys()].filter((other) => {
    const of = other === column ? undefined : kindOf(table, other);
    return of !== undefined && kinds.includes(of);
  });
  const near = kinds.includes("amount") ? others.filter((other) => other < column).slice(-1) : others;
  return near.map((other) =>
    table.rows.flatMap((row): Pair[] => {
      const [claim, source] = [figureOf(row[column]), figureOf(row[other])];
      return claim && source ? [{ claim, source }] : [];
    }),
  );
}

/** The one kind of all of a column's figures. */
function kindOf({ rows }: FigureTable, column: number): FigureKind | undefined {
  const kinds = new Set(
    rows.map((row) => figureOf(row[column])).flatMap((one) => (one ? [`${one.kind} ${one.unit}`] : [])),
  );
  return kinds.size === 1 ? figureOfAny(rows, column)?.kind : undefined;
}

const figureOfAny = (rows: FigureTable["rows"], column: number) =>
  rows.map((row) => figureOf(row[column])).find((one) => one !== undefined);

function figureOf(cell: FigureCell | undefined): Figure | undefined {
  const [figure, more] = cell?.figures ?? [];
  return cell &&
    figure &&
    !isOfEachSide(cell, figure) &&
    !more &&
    figure.low === figure.high &&
    figure.low > 0 &&
    !figure.perKg
    ? figure
    : undefined;
}

/** "none" where all rows keep one proportion; undefined where more than one breaks it. */
function oddOf(pairs: readonly Pair[]): OutOfStep | "none" | undefined {
  if (pairs.length < fewestRows) return undefined;
  const ratios = pairs.map(({ claim, source }) => claim.low / source.low).toSorted((a, b) => a - b);
  const middle = ratios[ratios.length >> 1] ?? 0;
  const off = ({ claim, source }: Pair) => offBy(claim, middle * source.low);
  const fitting = pairs.filter((pair) => off(pair) <= rounding);
  if (new Set(fitting.map(({ source }) => source.low)).size < fewestRows - 1) return undefined;
  const [odd, more] = pairs.filter((pair) => off(pair) > rounding);
  if (!odd) return "none";
  if (more || off(odd) <= tolerance) return undefined;
  return { ...odd, expected: middle * odd.source.low, ratio: 1 / middle };
}
