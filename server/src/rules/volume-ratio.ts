// The one strength that the doses and volumes of a table's column amount to. For concentration-volume, which asks
// what does not follow it.

import { offBy } from "../guideline/figure.ts";
import { type FigureTable, rowMedicine } from "../guideline/figure-text.ts";
import { rowVolumesIn } from "../guideline/row-volume.ts";

/** Of each column the one strength that all rows but the odd ones have. */
export function ratiosOf(table: FigureTable): ReadonlyMap<number, number> {
  const found = new Map<number, number[]>();
  const drawn = sourcesIn(table);
  // "Soluble insulin", "insulin glargine": each row may have its own strength.
  const isOne = new Set(table.rows.map(rowMedicine)).size <= 1;
  for (const { volume, cell, amounts } of rowVolumesIn(table)) {
    const [amount] = amounts;
    if (amount && amounts.length === 1 && !drawn.has(cell.column))
      found.set(cell.column, [...(found.get(cell.column) ?? []), amount.low / volume.low]);
  }
  return new Map(
    [...found].flatMap(([column, ratios]) => {
      const middle = ratios.toSorted((a, b) => a - b)[ratios.length >> 1] ?? 0;
      const like = ratios.filter((ratio) => Math.abs(ratio - middle) <= 0.1 * middle);
      const enough = like.length >= 3 || (isOne && ratios.length === 3 && areExact(ratios));
      return enough && like.length >= ratios.length - 1 ? [[column, middle] as const] : [];
    }),
  );
}

const slips = [2, 3, 4, 5, 8, 10, 20, 100, 1000];

/** "2 mL from the ampoule", "1 mL of the family's solution": columns whose cells are drawn from different things. */
export function sourcesIn({ rows, columns }: FigureTable): ReadonlySet<number> {
  return new Set(
    columns.flatMap(({ index }) => {
      const said = rows.map((cells) => source.exec(cells[index]?.text ?? "")?.[1]?.toLowerCase());
      return new Set(said.filter((one) => one !== undefined)).size > 1 ? [index] : [];
    }),
  );
}
const source = /\b(?:of|from) +(?:the +|an? +)?([a-zß-öø-ɏ][a-zß-öø-ɏ' -]*)/i;

/** Of three two that agree to the digit, and one that is off by a factor that slips make. */
function areExact(ratios: readonly number[]): boolean {
  const [low = 0, middle = 1, high = 0] = ratios.toSorted((a, b) => a - b);
  const [alike, odd] = middle - low < high - middle ? [low, high] : [high, low];
  const by = Math.max(odd, middle) / Math.min(odd, middle);
  return Math.abs(alike / middle - 1) < 0.01 && slips.some((one) => Math.abs(by / one - 1) < 0.02);
}

/** Where all other rows follow to the last digit, one that is off by more than that digit was mistyped. */
export const exactTolerance = 0.03;
const fewestExact = 4;

export function exactColumns(table: FigureTable, ratios: ReadonlyMap<number, number>): ReadonlySet<number> {
  const rows = rowVolumesIn(table).filter(({ amounts }) => amounts.length === 1);
  const exact = [...ratios].filter(([column, ratio]) => {
    const mine = rows.filter(({ cell }) => cell.column === column);
    const like = mine.filter(
      ({ volume, amounts: [amount] }) => amount && offBy(volume, amount.low / ratio) === 0,
    );
    return like.length >= fewestExact && like.length >= mine.length - 1;
  });
  return new Set(exact.map(([column]) => column));
}
