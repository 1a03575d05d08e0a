// Rates in tables that the row's other cells, or the table's own pattern, do not make. For rate-arithmetic.

import { bandAt } from "../guideline/column.ts";
import { valuesIn } from "../guideline/concentration.ts";
import {
  type Derived,
  derivedAmountRates,
  derivedDrops,
  derivedRates,
  type Given,
} from "../guideline/derived-figure.ts";
import { type Figure, halfDigit, offBy } from "../guideline/figure.ts";
import { type FigureCell, type FigureTable, type FigureText, rowMedicine } from "../guideline/figure-text.ts";
import type { Reach } from "../guideline/strength-reach.ts";
import type { Span } from "../text/span.ts";
import type { Wrong } from "./rate-words.ts";

const tolerance = 0.075;
/** Feeds are rounded to what a cup shows. */
const shareTolerance = 0.15;

/** Claims of rows that their other cells rule out. */
/** How fast a patch lets its medicine go is no rate that is set. */
const patch = /\b(?:patch(?:es)?|transdermal)\b/i;

export function* wrongRows(table: FigureTable, reach: Reach): Generator<Wrong> {
  const factors = dropFactors(table);
  const found: (Wrong & { readonly column: number })[] = [];
  const claims = new Map<number, number>();
  for (const row of table.rows) {
    for (const cell of row) {
      const [claim] = cell.figures;
      if (!claim || !isClaim(table, cell) || patch.test(cell.text)) continue;
      claims.set(cell.column, (claims.get(cell.column) ?? 0) + 1);
      const derived = derivedOf(claim, givenIn(table, row, cell, { reach, factors })).filter(
        ({ low }) => low > 0,
      );
      const [right] = derived.toSorted((a, b) => farFrom(claim, a) - farFrom(claim, b));
      const fits = derived.some(
        (one) => offBy(claim, one.low, one.high) <= Math.max(tolerance, byOneDrop(one)),
      );
      if (right && !fits) found.push({ claim, right, column: cell.column });
    }
  }
  yield* wrongDays(table);
  for (const { claim, right, column } of sharesOf(table)) {
    claims.set(column, (claims.get(column) ?? 0) + 1);
    if (offBy(claim, right.low, right.high) > shareTolerance) found.push({ claim, right, column });
  }
  for (const wrong of found) {
    // Where most of a column is off, it means something else.
    const [odd, all] = [
      found.filter(({ column }) => column === wrong.column).length,
      claims.get(wrong.column) ?? 0,
    ];
    if (all < 3 || odd * 2 < all) yield wrong;
  }
}

/** Drops are counted in whole ones, and 6.25 of them are often written as 7. */
const byOneDrop = ({ from: [first, ...more] }: Derived): number =>
  first?.kind === "drops" && more.length === 0 && first.low > 0 ? 0.9 / first.low : 0;

const farFrom = (claim: Figure, { low, high }: Derived) =>
  Math.abs(Math.log((low + high) / (claim.low + claim.high)));

/** A day's total in one column, its share in another whose head says how often: what it should be. */
function* sharesOf({ columns, heads, rows }: FigureTable): Generator<Wrong & { readonly column: number }> {
  for (const { index, text } of columns) {
    const often = heads[index]?.items.flatMap((item) =>
      item.kind === "schedule" && item.schedule.kind === "frequency" ? [item.schedule.perDay] : [],
    );
    const perDay = often?.length === 1 ? often[0] : undefined;
    if (!perDay || perDay.low !== perDay.high || perDay.low <= 1 || /\bmax|\bup +to\b/i.test(text)) continue;
    for (const row of rows) {
      const [claim, ...more] = row[index]?.figures ?? [];
      const totals = row.flatMap(({ figures }) => figures.filter((figure) => isTotal(figure, claim)));
      const [total] = totals;
      if (!claim || more.length > 0 || claim.perKg || !total || totals.length > 1) continue;
      const by = 24 / perDay.low;
      yield { claim, right: { low: total.low * by, high: total.high * by, from: [total] }, column: index };
    }
  }
}

function isTotal({ kind, hours, unit, perKg }: Figure, share: Figure | undefined): boolean {
  const wanted = share?.kind === "volume" ? "rate" : share?.kind === "amount" ? "amountRate" : undefined;
  return wanted === kind && hours === 24 && unit === share?.unit && !perKg;
}

function isClaim({ columns }: FigureTable, { figures, text, column }: FigureCell): boolean {
  const [claim, time] = figures;
  // "56 mL/h for 60 minutes"
  const alone = figures.length === 1 || (figures.length === 2 && time?.kind === "time");
  if (!claim || !alone || claim.perKg || claim.high === 0) return false;
  if (claim.kind !== "rate" && claim.kind !== "drops" && claim.kind !== "amountRate") return false;
  return !limited.test(text) && columns[column]?.role !== "maximum";
}

/** "Urine below 30 mL/hour" */
const limited =
  /[<>≤≥]|\bmax|\bup +to\b|\b(?:below|above|under|at +least|less +than|more +than|exceeds?)\b|\burine\b/i;

function derivedOf(claim: Figure, given: Given): Derived[] {
  if (claim.kind === "rate")
    return derivedRates(given, claim).filter(({ from }) => claim.hours !== 24 || from[0]?.kind !== "rate");
  if (claim.kind === "drops") return derivedDrops(given);
  return derivedAmountRates(given, claim.unit, claim);
}

interface Around {
  readonly reach: Reach;
  readonly factors: readonly number[];
}

function givenIn(
  table: FigureTable,
  row: readonly FigureCell[],
  own: FigureCell,
  { reach, factors }: Around,
): Given {
  const others = besideOf(row, own);
  const heads = table.heads.flatMap(({ figures }) => figures);
  const of = (kind: Figure["kind"]) => others.filter((figure) => figure.kind === kind);
  const owner = rowMedicine(row) ?? table.context ?? reach.onlyMedicine;
  const claim = own.figures[0] as Figure;
  const units = [...new Set([claim.unit, ...others.map(({ unit }) => unit)])].filter((unit) => unit !== "");
  const levels = reach.tableLevels(table, row, own.column, owner);
  const strengths = () => {
    for (const level of units.length > 0 ? levels : []) {
      const values = level().flatMap(({ fact, medicine }) =>
        units.flatMap((unit) => valuesIn(fact, unit, medicine ?? owner).map((value) => ({ ...value, unit }))),
      );
      if (values.length > 0) return values;
    }
    return [];
  };
  const inRow = of("dropFactor");
  const inHead = table.heads[own.column]?.figures.filter(({ kind }) => kind === "dropFactor") ?? [];
  const said = inRow.length > 0 ? inRow : inHead;
  const set = /\b(?:micro-?\s?drip|microdrop|micro|paediatric|pediatric|burette)\b/i.test(
    table.columns[own.column]?.text ?? "",
  );
  const weights = of("weight");
  const times = table.caption?.figures.filter(({ kind }) => kind === "time") ?? [];
  const above = times.length === 1 && of("time").length === 0 ? times : [];
  return {
    amounts: of("amount").filter(({ perKg }) => !perKg),
    volumes: of("volume").filter(({ perKg }) => !perKg),
    times: [
      ...of("time"),
      ...own.figures.filter(({ kind }) => kind === "time"),
      ...heads.filter(({ kind }) => kind === "time"),
      ...above,
    ].filter(({ high }) => high <= 96),
    weights,
    rates: of("rate").filter(({ perKg }) => !perKg),
    amountRates: of("amountRate").filter(({ perKg }) => !perKg || weights.length === 1),
    drops: of("drops"),
    strengths: strengths(),
    dropFactors:
      said.length > 0 ? said.map(({ low }) => low) : (setOf(table, own.column) ?? (set ? [60] : factors)),
  };
}

/** "240 mL in 1 hour | 80 | 560 mL in 5 hours | 37": of several phases the one that stands right before the claim. */
function besideOf(row: readonly FigureCell[], own: FigureCell): readonly Figure[] {
  const isPhase = ({ figures }: FigureCell) =>
    ["volume", "time"].every((kind) => figures.some((figure) => figure.kind === kind));
  const phases = row.filter(isPhase);
  const near = phases.length > 1 ? row[row.indexOf(own) - 1] : undefined;
  const cells = near && phases.includes(near) ? row.filter((cell) => cell === near || !isPhase(cell)) : row;
  return cells.filter((cell) => cell !== own).flatMap(({ figures }) => figures);
}

/** "mL per hour | mL in 24 hours": where all other rows make 24 times as much, so does this one. */
function* wrongDays({ rows, columns }: FigureTable): Generator<Wrong> {
  const loneIn = (row: readonly FigureCell[], column: number): Figure | undefined => {
    const [figure, more] = row[column]?.figures ?? [];
    return figure && !figure.perKg && !more ? figure : undefined;
  };
  const isOfDay = ({ kind, hours }: Figure, head: string) =>
    (kind === "rate" && hours === 24) || (kind === "volume" && ofDay.test(head));
  for (const { index: hour } of columns)
    for (const { index: day, text } of columns) {
      const pairs = rows.flatMap((row) => {
        const [each, claim] = [loneIn(row, hour), loneIn(row, day)];
        if (each?.kind !== "rate" || each.hours !== 1 || !claim || !isOfDay(claim, text)) return [];
        const times = claim.kind === "volume" ? 24 : 1;
        const whole = { low: each.low * times, high: each.high * times, from: [each] };
        return [{ right: whole, claim, off: offBy(claim, whole.low, whole.high) > exact }];
      });
      const odd = pairs.filter(({ off }) => off);
      if (odd.length > 0 && pairs.length - odd.length >= fewestDays && odd.length * 3 <= pairs.length)
        for (const { right, claim } of odd) yield { claim, right };
    }
}
const ofDay = /\b24 *h(?:ours?|rs?)?\b|\b(?:per|a|each|one|whole) +day\b|\bdaily\b/i;
const exact = 0.03;
const fewestDays = 2;

/** "The common giving set delivers 20 drops per mL", and a column that is headed "Common set". */
function setOf({ columns, caption }: FigureTable, column: number): readonly number[] | undefined {
  const near = [caption, caption?.before].flatMap((one) => one ?? []);
  const sets = near.flatMap((text) =>
    text.figures.flatMap((figure, i) => {
      if (figure.kind !== "dropFactor") return [];
      const from = text.figures[i - 1]?.end ?? text.start;
      const said = text.text.slice(from - text.start, figure.start - text.start).toLowerCase();
      return [{ low: figure.low, words: new Set(said.match(setName) ?? []) }];
    }),
  );
  const named = (columns[column]?.text.toLowerCase().match(setName) ?? []).flatMap((word) => {
    const bearers = sets.filter(({ words }) => words.has(word));
    return bearers.length === 1 ? bearers.map(({ low }) => low) : [];
  });
  return sets.length > 1 && new Set(named).size === 1 ? named : undefined;
}
const setName = /(?!(?:giving|infusion|sets?|drops?|delivers?|with|each|makes|minutes?|rate)\b)\b\p{L}{4,}/gu;

/** What the table's surroundings say of drops, else every usual set. */
function dropFactors({ heads, caption, section }: FigureTable): readonly number[] {
  const near = [...heads, ...(caption ? [caption, ...(caption.before ? [caption.before] : [])] : [])];
  const found = near.flatMap(({ figures }) => figures).filter(({ kind }) => kind === "dropFactor");
  if (found.length > 0) return found.map(({ low }) => low);
  const [, titled] = ofSet.exec(section?.title ?? "") ?? [];
  return titled ? [Number(titled)] : [15, 20, 60];
}
/** "Drip card, giving sets of 20 drops per mL" */
const ofSet = /\b(\d\d) *drops? *(?:\/|per|to|in|make|=) *(?:the +|one +|1 *|each +|a +)?m(?:L|illilit)/i;

export interface OddCell extends Span {
  readonly expected: number;
  readonly value: number;
}

interface Point {
  readonly cell: FigureCell;
  readonly value: number;
  readonly slack: number;
  /** Weight times the head's dose. */
  readonly product: number;
  readonly row: number;
  readonly column: number;
}

/** Cells that break the proportion which all others keep: rate to weight and to the dose in the head. */
export function* oddCells(table: FigureTable): Generator<OddCell> {
  const axis = table.columns.find((column) => column.axis === "weight");
  const matrix = axis ? byHeads(table, axis.index) : byRows(table);
  for (const line of doseLines(table))
    if (line.length >= fewestDoses)
      yield* [...oddOnes(line, 1)].filter(({ start }) => isBreak(line, start) || isOffSlope(line, start));
  if (matrix.length >= 6) yield* oddOnes(matrix, Math.max(1, Math.floor(matrix.length * 0.15)));
  if (matrix.length >= 6 || !axis) return;
  for (const column of table.columns.filter(({ role }) => role === "rate")) {
    const line = points(table, axis.index, [{ column, dose: 1 }]);
    if (line.length >= 5) yield* [...oddOnes(line, 1)].filter(({ start }) => isBreak(line, start));
  }
}

const fewestDoses = 3;

/** A ceiling is the last of its line; before it all others keep exactly one proportion. */
function isOffSlope(line: readonly Point[], start: number): boolean {
  const others = line.filter(({ cell }) => cell.start !== start);
  const ratios = others.map(({ value, product }) => value / product);
  return line.at(-1)?.cell.start !== start && Math.max(...ratios) <= 1.01 * Math.min(...ratios);
}

/** Weights in the rows, doses in the heads. */
function byHeads(table: FigureTable, axis: number): Point[] {
  const columns = table.columns.flatMap((column) => {
    const dose = singleDose(table.heads[column.index]);
    return dose === undefined ? [] : [{ column, dose }];
  });
  return new Set(columns.map(({ dose }) => dose)).size > 1 ? points(table, axis, columns) : [];
}

/** Doses in the rows, weights in the heads. */
function byRows({ heads, rows }: FigureTable): Point[] {
  const weights = heads.flatMap(({ figures }, column) =>
    figures.flatMap(({ kind, low }) => (kind === "weight" ? [{ column, weight: low }] : [])),
  );
  return rows.flatMap((cells, row) => {
    const dose = singleDose(cells[0]);
    if (dose === undefined || weights.length < 2) return [];
    return weights.flatMap(({ column, weight }) => point(cells[column], weight * dose, row, column) ?? []);
  });
}

/** Doses in the rows, and columns of what the pump is set to for each of them. */
function doseLines({ columns, rows, caption }: FigureTable): Point[][] {
  const bare = (index: number) => rows.every((cells) => /^\s*\d[\d.,·]*\s*$/.test(cells[index]?.text ?? ""));
  const said = ratesOnly.test(caption?.text ?? "");
  const rates = columns.filter(
    ({ unit, per, index }) =>
      (said && index > 0 && unit === undefined && bare(index)) ||
      (unit?.dimension === "volume" && per.hours !== undefined && per.hours < 24 && !per.kg) ||
      rows.every((cells) => cells[index]?.figures[0]?.kind === "rate"),
  );
  return rates.map(({ index }) =>
    rows.flatMap((cells, row) => {
      const dose = singleDose(cells[0]);
      return dose === undefined ? [] : (point(cells[index], dose, row, index) ?? []);
    }),
  );
}

/** "Table 4. Pump rate in mL/h" */
const ratesOnly = /\b(?:m[lL] *(?:\/|per) *h(?:r|our)?|millilit(?:re|er)s +(?:per|an) +hour)\b/;

function singleDose(text: FigureText | undefined): number | undefined {
  const isDose = ({ perKg, kind }: Figure) => perKg || kind === "amountRate";
  return text?.figures.find((figure) => isDose(figure) && figure.low === figure.high)?.low;
}

type Dosed = readonly { readonly column: { readonly index: number }; readonly dose: number }[];

function points(table: FigureTable, axis: number, columns: Dosed): Point[] {
  return table.rows.flatMap((cells, row) => {
    const head = cells[axis];
    const column = table.columns[axis];
    const band = head && bandAt(head.text, head.start, "weight", column?.unit);
    if (!band || band.low === undefined || band.low !== band.high) return [];
    return columns.flatMap(
      ({ column: { index }, dose }) => point(cells[index], (band.low as number) * dose, row, index) ?? [],
    );
  });
}

function point(
  cell: FigureCell | undefined,
  product: number,
  row: number,
  column: number,
): Point | undefined {
  const written =
    cell && /^\s*\d+(?:[.,·]\d+)?\s*(?:mL(?:\s*(?:\/|per|an)\s*h(?:ou)?r?)?)?\s*$/i.exec(cell.text)?.[0];
  const value = written ? numberIn(written.trim()) : Number.NaN;
  return cell && written && value > 0
    ? { cell, value, slack: halfDigit(written), product, row, column }
    : undefined;
}

/** "1,080" beside weights and doses is a thousand and eighty. */
const numberIn = (written: string) =>
  Number.parseFloat(
    /^[1-9]\d{0,2},\d{3}\b/.test(written) ? written.replace(",", "") : written.replace(/[,·]/, "."),
  );

function* oddOnes(all: readonly Point[], most: number): Generator<OddCell> {
  const ratios = all.map(({ value, product }) => value / product).toSorted((a, b) => a - b);
  const middle = ratios[ratios.length >> 1] ?? 0;
  const odd = all.filter(
    ({ value, slack, product }) => offBy({ low: value, high: value, slack }, middle * product) > tolerance,
  );
  if (odd.length === 0 || odd.length > most) return;
  for (const { cell, value, product } of odd)
    yield { start: cell.start, end: cell.end, value, expected: Number((middle * product).toPrecision(3)) };
}

/** It does not lie between its neighbours: a ceiling or a slope that flattens does. */
function isBreak(line: readonly Point[], start: number): boolean {
  const at = line.findIndex(({ cell }) => cell.start === start);
  const [before, own, after] = [line[at - 1], line[at], line[at + 1]];
  if (!own) return false;
  return (
    (before !== undefined && own.value < before.value) ||
    (after !== undefined && own.value > after.value) ||
    (after === undefined && before !== undefined && own.value > 1.8 * before.value)
  );
}
