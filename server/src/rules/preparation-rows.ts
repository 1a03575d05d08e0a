// Rows of a table whose cells say a strength together: a percentage and what it holds, a size, "per 5 mL" beside
// "per mL", a powder and what it is dissolved in. For concentration-conflict.

import { type Fact, pairOf, statementsIn } from "../guideline/concentration.ts";
import { type Figure, maySame } from "../guideline/figure.ts";
import { isFluid } from "../guideline/figure-reader.ts";
import { type FigureCell, type FigureTable, type FigureText, rowMedicine } from "../guideline/figure-text.ts";
import { saltNamed, salts } from "../lexicon/electrolytes.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { type Contradiction, contradicts, dilutionOf, powder } from "./preparation.ts";

type Row = FigureTable["rows"][number];

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
    const isOwn = fitsHead(columns[cell.column]?.text, medicine);
    const claim = amount && isOwn ? pairOf(amount, volume) : undefined;
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

const diluting = /\b(?:final|dilut\w*|infusion|max\w*|mix\w*|made|after|result\w*)\b/i;
const ready = /\b(?:final|dilut\w*|result\w*|strength|concentration|ready|after)\b/i;
const stock = /\b(?:stock|ampoules?|vials?|available|presentations?|formulations?|undiluted|supplied)\b/i;

/** "| Sodium bicarbonate 8.4 % | 0.5 mmol/mL |": a percentage in one cell, what it holds in another. */
export function* rowContradictions(table: FigureTable): Generator<Contradiction> {
  let filled: Row = [];
  for (const cells of table.rows) {
    filled = filledFrom(filled, cells);
    const medicine = rowMedicine(cells) ?? table.context;
    const facts = cells.flatMap((cell) =>
      statementsIn(cell).flatMap((statement) =>
        statement.facts.map((fact) => ({ fact, cell, of: statement.medicine })),
      ),
    );
    const percents = facts.filter(({ fact }) => fact.kind === "percent" && !fact.figure.diluent);
    const [base] = percents;
    if (base && percents.length === 1 && !isSolventCell(cells, base) && !isCarrier(table, base, medicine)) {
      for (const { fact: claim, cell, of } of facts) {
        const measured =
          claim.figure.over >= 100 && (/[<>≤≥]/.test(cell.text) || cell.column < base.cell.column);
        // "Dilute to 40 mmol/L": what is made of it.
        const made = diluting.test(cell.text.slice(0, claim.start - cell.start));
        if (
          cell === base.cell ||
          claim.kind === "percent" ||
          measured ||
          made ||
          // "| Levobupivacaine 0.1 % | fentanyl 1 mcg/mL |": what is put to it.
          !maySame(base.of, of) ||
          !isOfRow(table, cell.column, medicine)
        )
          continue;
        const expected = contradicts(base.fact, claim, medicine, cell);
        if (expected !== undefined) yield { claim, base: base.fact, expected, medicine };
      }
    } else yield* rowDilution(table, filled, medicine);
  }
}

/** "| 250 mL | 5 mL (25 mg) |" above "| | 10 mL (50 mg) |": what is left empty goes on from above. */
const filledFrom = (above: Row, cells: Row): Row =>
  cells.map((cell, column) => (cell.text.trim() === "" ? (above[column] ?? cell) : cell));

/** "| 1 g | 3.5 mL lidocaine 1 % | 250 mg/mL |": the percentage is that of what the powder is dissolved in. */
const isSolventCell = (cells: Row, { fact, cell }: { fact: Fact; cell: FigureText }) =>
  cell.figures.some(({ kind, item }) => kind === "volume" && item < fact.figure.item) &&
  cells.some((other) => other !== cell && other.figures.some(({ kind }) => kind === "amount"));

const carrierHead =
  /\b(?:diluents?|solvents?|vehicle|carrier|dilut(?:e|ed|ion)|dissolved?|fluids?|in +which|infused +in)\b/i;

/** "| Etoposide | 20 mg/mL | sodium chloride 0.9 % |": in what the row's medicine is put. */
function isCarrier(
  { columns, context }: FigureTable,
  { cell, of }: { cell: FigureCell; of: Medicine | undefined },
  medicine: Medicine | undefined,
): boolean {
  if (carrierHead.test(columns[cell.column]?.text ?? "")) return true;
  const own = cell.named.find(isFluid) ?? of;
  return own !== undefined && isFluid(own) && own !== (medicine ?? context);
}

const isOfRow = ({ columns }: FigureTable, column: number, medicine: Medicine | undefined): boolean =>
  !diluting.test(columns[column]?.text ?? "") && fitsHead(columns[column]?.text, medicine);

/** A head that names an ion, "Potassium content", is of a row whose medicine has it, and not of the saline it is put in. */
export function fitsHead(text = "", medicine: Medicine | undefined): boolean {
  // "mg in each mL" is no magnesium.
  const words = (text.match(/[^\s,;:()/]+/g) ?? [])
    .filter((word) => word !== "mg")
    .map((word) => word.toLowerCase());
  const salt = medicine && saltNamed(medicine.name);
  const ions = words.filter((word) => salts.some((each) => each.ions.includes(word)));
  return ions.length === 0 || (salt !== undefined && ions.some((ion) => salt.ions.includes(ion)));
}

/** "| 4 mg in 4 mL | 4 mg (4 mL) | 46 mL | 80 mcg/mL |": the ready strength must follow from the other cells. */
function* rowDilution(
  table: FigureTable,
  cells: Row,
  medicine: Medicine | undefined,
): Generator<Contradiction> {
  const head = (column: number) => table.columns[column]?.text ?? "";
  if (table.columns.some(({ axis, text }) => axis || /\bdos(?:e|es|age)\b/i.test(text))) return;
  const claims = cells.filter(
    (cell) =>
      ready.test(head(cell.column)) &&
      !stock.test(head(cell.column)) &&
      cell.figures.length === 1 &&
      cell.figures[0]?.kind === "strength",
  );
  const [cell] = claims;
  const claim = cell && statementsIn(cell)[0]?.facts[0];
  if (!claim || claims.length > 1) return;
  const others = cells.filter((other) => other !== cell).flatMap(({ figures }) => figures);
  // A powder takes up room.
  const dissolved = table.columns.some(({ text }) => /\b(?:vials?|powder|diluent|solvent)\b/i.test(text));
  const found = dilutionOf(claim, others, [], dissolved ? powder : 0);
  if (found) yield { claim, medicine, ...found };
}
