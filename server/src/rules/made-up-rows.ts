// Rows of a table that say what a powder is made up to: the volumes stand in the row, what the vial holds above the
// table. For concentration-conflict, which says it.

import { type Fact, statementsIn } from "../guideline/concentration.ts";
import type { Content } from "../guideline/dose-count.ts";
import { type Figure, isSame, offBy } from "../guideline/figure.ts";
import { type FigureCell, type FigureTable, rowMedicine } from "../guideline/figure-text.ts";
import { pathOf } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { type Contradiction, powder, sums, tolerance } from "./preparation.ts";

const dosed = /\bdos(?:e|es|age|ing)\b|\bgive\b|\bdraw\b|\bmax/i;
const holders = new Set(["vial", "ampoule"]);
const unitsOf: Readonly<Record<string, string>> = { mass: "mg", activity: "unit" };

interface Row {
  readonly claim: Fact;
  readonly volumes: readonly Figure[];
  readonly fits: boolean;
  readonly expected: number;
  readonly content: Content;
  readonly medicine: Medicine | undefined;
}

/** Only where another row shows that the vial's content is what the strengths follow from. */
export function* madeUpRows(table: FigureTable, contents: readonly Content[]): Generator<Contradiction> {
  if (contents.length === 0 || table.rows.length < 2) return;
  if (table.columns.some(({ axis, text }) => axis || dosed.test(text))) return;
  const rows = table.rows.flatMap((cells) => rowOf(table, cells, contents) ?? []);
  const odd = rows.filter(({ fits }) => !fits);
  if (odd.length === rows.length || odd.length > 1) return;
  for (const { claim, content, expected, medicine, volumes } of odd) {
    const { start, end } = content;
    const figure = { ...(volumes[0] as Figure), kind: "amount" as const, start, end };
    const base: Fact = {
      ...{ kind: "pair", low: expected, high: expected, unit: claim.unit, slack: 0 },
      ...{ amount: figure, figure, start, end },
    };
    yield { claim, base, expected, medicine };
  }
}

function rowOf(
  { section, context, heads }: FigureTable,
  cells: readonly FigureCell[],
  contents: readonly Content[],
): Row | undefined {
  const figures = cells.flatMap((cell) => cell.figures);
  const [cell, more] = cells.filter((one) => one.figures.length === 1 && one.figures[0]?.kind === "strength");
  const volumes = figures
    .filter(({ kind, perKg, high }) => kind === "volume" && !perKg && high > 0)
    .slice(0, 5);
  const claim = cell && statementsIn(cell)[0]?.facts[0];
  if (!claim || more || volumes.length === 0 || figures.some(({ kind }) => kind === "amount"))
    return undefined;
  const medicine = rowMedicine(cells) ?? heads[cell.column]?.named[0] ?? context;
  const root = pathOf(section)[0];
  const held = contents.filter(
    (one) =>
      holders.has(one.form) &&
      unitsOf[one.dimension] === claim.unit &&
      pathOf(one.section)[0] === root &&
      (one.section === section || (medicine !== undefined && isSame(one.medicine, medicine))),
  );
  const [content] = held;
  if (!content || held.some(({ amount }) => amount !== content.amount)) return undefined;
  const last = volumes.at(-1) as Figure;
  const fits = sums(volumes).some((volume) => {
    const strength = content.amount / volume;
    return offBy(claim, strength * (1 - powder), strength) <= tolerance;
  });
  return { claim, volumes, fits, expected: content.amount / last.low, content, medicine };
}
