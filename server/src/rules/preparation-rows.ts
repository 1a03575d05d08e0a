// Rows of a table whose cells say a strength together: a size and what it holds beside a percentage, "per 5 mL"
// beside "per mL". For concentration-conflict, beside the rows of preparation.ts.

import { type Fact, pairOf, statementsIn } from "../guideline/concentration.ts";
import type { Figure } from "../guideline/figure.ts";
import { type FigureCell, type FigureTable, rowMedicine } from "../guideline/figure-text.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { type Contradiction, contradicts } from "./preparation.ts";

const perHead = /^\W*(?:in|per|each|mg +(?:in|per)|content +(?:in|of))\b[^\d]*\d*\s*m(?:L|l|illilit\w*)\b/i;
const sizeHead = /\b(?:sizes?|volumes?|ampoules?|vials?|contents?|packs?)\b/i;
const heldHead =
  /\b(?:in|per) +(?:the|an?|each|one)? *(?:ampoule|vial|bottle|bag|container)\b|\bcontents?\b|\bholds\b|\bcontains\b/i;
const given = /\bdos(?:e|es|age|ing)\b|\bgive\b|\bdraw\b/i;

export function* rowContents(table: FigureTable): Generator<Contradiction> {
  if (table.columns.some(({ axis, text }) => axis || given.test(text))) return;
  yield* ofLabels(table);
  for (const row of table.rows) {
    const medicine = rowMedicine(row) ?? table.context;
    yield* ofSizes(table, row, medicine);
    yield* ofHeld(row, medicine);
    yield* ofVolumes(table, row);
  }
}

/** "| Potassium chloride 15 % | 10 mL | 20 mmol |" below "Ampoule", "Size", "mmol in the ampoule". */
function* ofSizes(
  { columns }: FigureTable,
  row: readonly FigureCell[],
  medicine: Medicine | undefined,
): Generator<Contradiction> {
  const head = ({ column }: FigureCell) => columns[column]?.text ?? "";
  const size = row.filter((cell) => only(cell, "volume") && sizeHead.test(head(cell)));
  const held = row.filter((cell) => only(cell, "amount") && heldHead.test(head(cell)));
  const named = row.flatMap((cell) => statementsIn(cell).flatMap(({ facts }) => facts));
  const [base, ...more] = named.filter(({ kind, figure }) => kind !== "pair" && !figure.diluent);
  const [volume] = size.flatMap((cell) => only(cell, "volume") ?? []);
  if (!base || more.length > 0 || !volume || size.length > 1) return;
  for (const cell of held) {
    const amount = only(cell, "amount");
    const claim = amount && pairOf(amount, volume);
    const expected = claim && contradicts(base, claim, medicine, cell);
    if (claim && expected !== undefined)
      yield {
        claim: { ...claim, start: claim.figure.start, end: claim.figure.end },
        base,
        expected,
        medicine,
      };
  }
}

const container = /\b(?:ampoules?|ampules?|amps?|vials?|bottles?|syringes?|sachets?)\b/i;
const holds =
  /\b(?:each|every|one|an?|per)\b[^.;]{0,30}?\b(?:holds?|contains?|has|is)\b|\bper +(?:ampoule|vial)\b/i;

/** "| Magnesium sulfate 50 %, ampoule of 10 mL | 6 | each ampoule holds 5 g |" */
function* ofHeld(row: readonly FigureCell[], medicine: Medicine | undefined): Generator<Contradiction> {
  const cell = row.find(({ figures }) => figures.some(({ kind, diluent }) => kind === "percent" && !diluent));
  const [base, ...more] = cell ? statementsIn(cell).flatMap(({ facts }) => facts) : [];
  if (!cell || !base || more.length > 0 || base.kind !== "percent" || !container.test(cell.text)) return;
  const [volume, other] = cell.figures.filter(({ kind, perKg }) => kind === "volume" && !perKg);
  if (!volume || other) return;
  for (const held of row) {
    const amount = only(held, "amount");
    if (!amount || held === cell || !holds.test(held.text)) continue;
    const claim = { ...pairOf(amount, volume), start: amount.start, end: amount.end };
    const expected = contradicts(base, claim, medicine, held);
    if (expected !== undefined) yield { claim, base, expected, medicine };
  }
}

function only({ figures }: FigureCell, kind: Figure["kind"]): Figure | undefined {
  const [figure] = figures;
  return figures.length === 1 && figure?.kind === kind && !figure.perKg ? figure : undefined;
}

/**
 * "| 10 mg/5 mL | 5 mg/mL |" where the other rows show that both columns say the same: a column of what comes of a
 * dilution does not agree with its neighbour in any row.
 */
function* ofLabels({ columns, rows }: FigureTable): Generator<Contradiction> {
  for (const { index: from } of columns)
    for (const { index: to } of columns) {
      const pairs = from === to ? [] : rows.flatMap((row) => labelPair(row, from, to) ?? []);
      const odd = pairs.filter(({ expected }) => expected !== undefined);
      if (odd.length !== 1 || pairs.length < 2) continue;
      for (const { expected, ...found } of odd) if (expected !== undefined) yield { ...found, expected };
    }
}

function labelPair(row: readonly FigureCell[], from: number, to: number) {
  const [base, claim] = [row[from], row[to]].map((cell) => cell && statementsIn(cell));
  const [said, one] = [base?.[0]?.facts, claim?.[0]?.facts];
  const cell = row[to];
  if (!cell || base?.length !== 1 || claim?.length !== 1 || said?.length !== 1 || one?.length !== 1) return;
  const [whole, single] = [said[0] as Fact, one[0] as Fact];
  const over = whole.volume?.low ?? whole.figure.over;
  if (over <= 1 || whole.kind === "percent" || whole.unit !== single.unit) return;
  if (single.kind !== "strength" || single.figure.over !== 1) return;
  const medicine = rowMedicine(row) ?? base[0]?.medicine;
  return { claim: single, base: whole, expected: contradicts(whole, single, medicine, cell), medicine };
}

/** "| 200 mg | 40 mg |" below "Per 5 mL" and "Per mL". */
function* ofVolumes({ columns, heads }: FigureTable, row: readonly FigureCell[]): Generator<Contradiction> {
  const facts = row.flatMap((cell): Fact[] => {
    const amount = only(cell, "amount");
    const text = columns[cell.column]?.text ?? "";
    const volumes = heads[cell.column]?.figures.filter(({ kind }) => kind === "volume") ?? [];
    const [volume] = volumes;
    if (!amount || !volume || volumes.length > 1 || !perHead.test(text)) return [];
    return [{ ...pairOf(amount, volume), start: amount.start, end: amount.end }];
  });
  const [base, claim] = facts;
  const [cell] = row;
  if (!base || !claim || !cell || facts.length > 2 || base.unit !== claim.unit) return;
  const expected = contradicts(base, claim, rowMedicine(row), cell);
  if (expected !== undefined) yield { claim, base, expected, medicine: rowMedicine(row) };
}
