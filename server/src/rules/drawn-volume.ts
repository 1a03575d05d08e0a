// Volumes that are not what the strengths in reach make of their doses, in texts and tables, for concentration-volume.

import { valuesIn } from "../guideline/concentration.ts";
import { type DoseVolume, doseVolumesIn, hasVolumeBehind, stepPairsIn } from "../guideline/dose-volume.ts";
import { drawnDosesIn } from "../guideline/drawn-dose.ts";
import { type Figure, maySame, nearby, offBy } from "../guideline/figure.ts";
import {
  type FigureCell,
  type FigurePart,
  type FigureTable,
  type FigureText,
  namedAbove,
  ownerOf,
  rowMedicine,
} from "../guideline/figure-text.ts";
import { type RowVolume, rowVolumesIn, slashPairsIn } from "../guideline/row-volume.ts";
import {
  type Levels,
  lowerHeads,
  type Reach,
  type Stated,
  strengthsOf,
} from "../guideline/strength-reach.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import type { DrawnPairs } from "./drawn-pairs.ts";
import { outOfStep } from "./table-proportion.ts";
import { exactColumns, exactTolerance, ratiosOf, sourcesIn } from "./volume-ratio.ts";

export interface OddVolume {
  readonly amount: Figure;
  readonly volume: Figure;
  /** Amount in one mL that it should be by. */
  readonly strength: number;
  /** Where that is said; undefined where only the other rows show it. */
  readonly from: Stated | undefined;
}

/** Doses are rounded to what a syringe shows. */
const tolerance = 0.1;

/** Pairs of a text that no strength in reach explains. */
export function* oddInText(text: FigureText, reach: Reach, pairs: DrawnPairs): Generator<OddVolume> {
  const linked = [...doseVolumesIn(text), ...stepPairsIn(text)];
  const known = new Set(linked.map(({ volume }) => volume.start));
  for (const pair of [...linked, ...drawnDosesIn(text).filter(({ volume }) => !known.has(volume.start))]) {
    if (isOfMixture(pair)) continue;
    const medicine = ownerOf(pair.amount, text) ?? ownerOf(pair.volume, text) ?? onlyMedicine(text, reach);
    const levels = reach.levels(text, medicine, pair.volume);
    const near = levels.slice(0, pairs.isSettled(pair, medicine) ? 2 : undefined);
    for (const odd of judged({ ...pair, amounts: [pair.amount] }, near, medicine))
      if (!hasVolumeBehind(text, odd, odd.amount.low / odd.strength, tolerance)) yield odd;
  }
}

/** "5 mg (0.5 mL)", "7.5 mg (1.5 mL)", "10 mg (1 mL)": one line of a list that does not follow the strength of all others. */
export const oddInLists = oncePer(({ texts }: FigurePart): readonly OddVolume[] => {
  const runs: DoseVolume[][] = [];
  let open: DoseVolume[] | undefined;
  for (const text of texts) {
    const [pair, more] = text.kind === "list" ? pairsOfItem(text) : [];
    // "Dilute one ampoule to obtain 1 mg/mL. Give 5 mg (5 mL of the dilution)": beside what is drawn as it is.
    if (pair && !more && (pair.diluted || explains(strengthsOf(text), pair))) continue;
    if (!pair || more || pair.attached || pair.parted) open = undefined;
    else if (
      open &&
      maySame(
        ownerOf(pair.amount, text),
        ownerOf((open[0] as DoseVolume).amount, (open[0] as DoseVolume).text),
      )
    )
      open.push(pair);
    else {
      open = [pair];
      runs.push(open);
    }
  }
  return runs.flatMap((run) => {
    const ratios = run.map(({ amount, volume }) => amount.low / volume.low).toSorted((a, b) => a - b);
    const middle = ratios[ratios.length >> 1] ?? 0;
    const off = ({ amount, volume }: DoseVolume) => Math.abs((volume.low * middle) / amount.low - 1);
    // Where all others are worked out to the digit, so is this one.
    const exact = run.length >= 5 && run.filter((one) => off(one) < 0.01).length === run.length - 1;
    const odd = run.filter(
      (one) => offBy(one.volume, one.amount.low / middle) > tolerance || (exact && off(one) > 0.05),
    );
    const [one, more] = odd;
    return run.length >= 3 && one && !more
      ? [{ amount: one.amount, volume: one.volume, strength: middle, from: undefined }]
      : [];
  });
});

const explains = (strengths: readonly Stated[], { amount, volume }: DoseVolume): boolean =>
  strengths.some((one) => fits([amount], volume, one, amount.medicine ?? one.medicine));

/** "70 kg: 70 mg, 0.7 mL": the one amount and the one volume of an item. */
function pairsOfItem(text: FigureText): readonly DoseVolume[] {
  const linked = doseVolumesIn(text);
  const of = (kind: Figure["kind"]) => text.figures.filter((figure) => figure.kind === kind);
  const [[amount, amounts], [volume, volumes]] = [of("amount"), of("volume")];
  const alone = amount && volume && !amounts && !volumes && !amount.perKg && !volume.perKg;
  if (linked.length > 0 || !alone || of("strength").length + of("percent").length > 0) return linked;
  return [{ amount, volume, text, attached: undefined, undiluted: false, diluted: false }];
}

const working = /\b(?:example|worked|calculat\w+)\b/i;

/** Below "Worked example", a line that names nothing is about the one medicine whose strength is told. */
const onlyMedicine = (text: FigureText, reach: Reach) =>
  text.named.length === 0 && working.test(text.section?.title ?? "")
    ? reach.onlyMedicine
    : // "Then give sodium chloride …", between a medicine and its doses, is not what they are of.
      (namedAbove(text, 6, "unit") ?? namedAbove(text, 6));

/** "Dilute 10 mg (1 mL) with 9 mL of … to make 1 mg/mL": the strength is that of what is made, and it is right. */
function isOfMixture({ amount, volume, text }: DoseVolume): boolean {
  const behind = text.figures.filter(
    ({ sentence, item }) => sentence === volume.sentence && item > volume.item,
  );
  const added = behind.find(({ kind, perKg }) => kind === "volume" && !perKg);
  return (
    added !== undefined &&
    behind.some(
      ({ kind, unit, low, item }) =>
        kind === "strength" &&
        unit === amount.unit &&
        item > added.item &&
        Math.abs(amount.low / (volume.low + added.low) / low - 1) < 0.02,
    )
  );
}

export function* oddInTable(table: FigureTable, reach: Reach, pairs: DrawnPairs): Generator<OddVolume> {
  const slashed = slashPairsIn(table);
  for (const row of table.rows) {
    const medicine = rowMedicine(row) ?? table.context;
    for (const cell of row)
      for (const pair of [
        ...doseVolumesIn(cell),
        ...(slashed.get(cell) ? [slashed.get(cell) as DoseVolume] : []),
      ]) {
        if (isOfMixture(pair)) continue;
        const named = rowMedicine(row) ?? table.heads[cell.column]?.named[0] ?? medicine;
        const own = named ?? ownerOf(pair.amount, cell) ?? ownerOf(pair.volume, cell);
        const levels = reach.tableLevels(table, row, cell.column, own);
        const near = pairs.isSettled(pair, medicine) ? levels.slice(0, 4) : levels;
        yield* judged({ ...pair, amounts: [pair.amount] }, near, own);
      }
  }
  const seen = new Set<number>();
  for (const odd of oddRows(table, reach)) {
    seen.add(odd.volume.start);
    yield odd;
  }
  const apart = sourcesIn(table);
  for (const { claim, source, ratio } of outOfStep(table, ["volume"]))
    if (!seen.has(claim.start) && !table.rows.some((row) => isIn(row, claim, apart)))
      yield { amount: source, volume: claim, strength: ratio, from: undefined };
}

const isIn = (row: readonly FigureCell[], { start }: Figure, columns: ReadonlySet<number>): boolean =>
  row.some((cell) => columns.has(cell.column) && cell.figures.some((figure) => figure.start === start));

/** Volumes in cells of their own. */
export function* oddRows(table: FigureTable, reach: Reach): Generator<OddVolume> {
  const ratios = ratiosOf(table);
  const exact = exactColumns(table, ratios);
  const reported = new Set<number>();
  for (const found of rowVolumesIn(table)) {
    const { cell, row, amounts, infused } = found;
    if (tellsVolume(found) || isOfLaterName(found)) continue;
    const dosed =
      amounts.length > 1
        ? undefined
        : row.find(({ figures }) => figures.some((figure) => amounts[0] === figure));
    const heads = [cell, ...(dosed ? [dosed] : [])].map(({ column }) => table.heads[column]?.named[0]);
    const medicine = rowMedicine(row) ?? heads[0] ?? heads[1] ?? table.context;
    const levels = reach.tableLevels(table, row, cell.column, medicine);
    const ratio = ratios.get(cell.column);
    const isKnown = ({ fact }: Stated) =>
      amounts.some(({ unit }) => valuesIn(fact, unit, medicine).length > 0);
    const near = levels.findIndex((level) => level().some(isKnown));
    // All of a column agrees on a strength that is said only elsewhere, if at all.
    if (infused || (ratio !== undefined && (near < 0 || near > 3))) {
      const known =
        !infused && near >= 0 && levels[near]?.().some((one) => isAt(one, amounts, medicine, ratio));
      const allowed =
        exact.has(cell.column) && !infused ? exactTolerance : known ? tolerance : looseTolerance;
      yield* against(found, ratio, allowed);
    } else if (near >= 0) {
      const odd = [
        ...judged({ ...found, text: cell, attached: undefined, ...dilutedAbove(table) }, levels, medicine),
      ].filter((one) => !isBesideRight(found, one));
      // Where a whole column is odd, its head is; saying so once is enough.
      const whole =
        ratio !== undefined && odd.length > 0 && [...against(found, ratio, looseTolerance)].length === 0;
      // "diluted to 10 mg/mL" says the strength that the whole column has, though another stands nearer.
      const said =
        whole &&
        [...against(found, ratio, tolerance)].length === 0 &&
        levels.some((level) => level().some((one) => one.diluted && isAt(one, amounts, medicine, ratio)));
      // Nor is more to be said of a head that no row fits.
      const byHead = odd.some(({ from }) => from !== undefined && isHeadOf(table, cell.column, from));
      if (!said && !((whole || byHead) && reported.has(cell.column))) yield* odd;
      if (whole || byHead) reported.add(cell.column);
      if (odd.length === 0 && !said && exact.has(cell.column) && amounts.length === 1)
        yield* against(found, ratio, exactTolerance);
    }
  }
}

const isHeadOf = (table: FigureTable, column: number, { fact }: Stated): boolean =>
  [table.heads[column], ...lowerHeads(table).filter((cell) => cell.column === column)].some(
    (head) => head !== undefined && fact.start >= head.start && fact.end <= head.end,
  );

/** A row that says its strength has one volume of it: what else stands there is drawn up, or added. */
function tellsVolume({ row, amounts: [amount, ...more] }: RowVolume): boolean {
  const figures = row.flatMap((cell) => cell.figures);
  const [strength, other] = figures.filter(({ kind }) => kind === "strength");
  if (!amount || !strength || other || more.length > 0 || strength.unit !== amount.unit) return false;
  return figures.some((one) => one.kind === "volume" && offBy(one, amount.low / strength.low) <= tolerance);
}

/** "0.15 mg | 0.3 mg | Glucose 10 % | 3 mL | 6 mL": two tables side by side, and the amounts are of the first. */
function isOfLaterName({ row, cell, amounts }: RowVolume): boolean {
  const name = row.find(({ named }) => named.length > 0);
  return (
    amounts.length > 1 &&
    name !== undefined &&
    name.start < cell.start &&
    amounts.every(({ end }) => end <= name.start)
  );
}

/** "10 g | 20 mL | 10 mL in each buttock": another cell of the row has the volume of the dose. */
const isBesideRight = ({ row, cell }: RowVolume, { amount, strength }: OddVolume): boolean =>
  row.some(
    (other, at) =>
      other !== cell &&
      !isOfOther(row[at - 1], amount) &&
      other.figures.some((one) => one.kind === "volume" && offBy(one, amount.low / strength) <= tolerance),
  );

/** "| 15 mg | 0.5 mL | 150 mg | 1.5 mL |": the volume of another dose. */
const isOfOther = (before: FigureCell | undefined, amount: Figure): boolean =>
  before?.figures.some((one) => one.kind === "amount" && one.start !== amount.start) === true;

type Judged = Omit<DoseVolume, "amount"> & { readonly amounts: readonly Figure[] };

function* judged(pair: Judged, levels: Levels, medicine: Medicine | undefined): Generator<OddVolume> {
  const { amounts, volume, attached, undiluted, diluted } = pair;
  const units = (strength: Stated) =>
    amounts.some(({ unit }) => valuesIn(strength.fact, unit, strength.medicine ?? medicine).length > 0);
  // "110 mL (11 g) in 890 mL": what is made of the dose is not what it is drawn from.
  const isMade = ({ fact }: Stated) =>
    fact.amount !== undefined && amounts.includes(fact.amount) && fact.volume !== volume;
  // "4 g / 40 mL" in a cell is itself written like a strength.
  const isApart = ({ fact }: Stated) => amounts.every(({ start }) => start !== fact.start);
  const at = (level: Levels[number]) =>
    level().filter(
      (strength) => units(strength) && !isMade(strength) && !(strength.diluted ? undiluted : diluted),
    );
  const exact =
    attached &&
    levels
      .slice(0, 2)
      .flatMap(at)
      .filter(({ fact }) => fact.figure === attached);
  const nearest = exact && exact.length > 0 ? exact : firstOf(levels, at);
  // "Draw up 1 mL of 0.4 mg/mL and add 3 mL: 4 mL of 0.1 mg/mL": which of a text's own strengths is meant is inferred.
  const said = exact && exact.length > 0 ? [] : at(() => strengthsOf(pair.text)).filter(isApart);
  const volumes = pair.parted ? [volume, twice(volume)] : [volume];
  const isRight = (strength: Stated) => volumes.some((one) => fits(amounts, one, strength, medicine));
  if (!nearest || [...nearest, ...said].some(isRight)) return;
  if (!diluted && amounts.some((amount) => isOfMix(pair.text, amount, volume))) return;
  const strength = nearest.at(-1) as Stated;
  const amount = amounts[0] as Figure;
  const [value] = valuesIn(strength.fact, amount.unit, strength.medicine ?? medicine);
  if (value) yield { amount, volume, strength: value.low, from: strength };
}

const twice = (volume: Figure): Figure => ({ ...volume, low: volume.low * 2, high: volume.high * 2 });

/** "Put 50 units into a syringe and fill up to 50 mL: 1 unit is 1 mL": the strength of what was made is not said. */
function isOfMix({ figures }: FigureText, amount: Figure, volume: Figure): boolean {
  const before = nearby(figures, amount).filter(({ end, perKg }) => end <= amount.start && !perKg);
  const wholes = before.filter(({ kind }) => kind === "volume");
  return before.some(
    ({ kind, unit, low, start }) =>
      kind === "amount" &&
      unit === amount.unit &&
      low > amount.low &&
      wholes.some(
        (whole) =>
          whole.start > start && Math.abs((low * volume.low) / (whole.low * amount.low) - 1) < tolerance / 5,
      ),
  );
}

function firstOf(levels: Levels, at: (level: Levels[number]) => Stated[]): Stated[] | undefined {
  for (const level of levels) {
    const found = at(level);
    if (found.length > 0) return found;
  }
  return undefined;
}

function fits(
  amounts: readonly Figure[],
  volume: Figure,
  { fact, medicine }: Stated,
  owner: Medicine | undefined,
): boolean {
  return amounts.some((amount) =>
    valuesIn(fact, amount.unit, medicine ?? owner).some(
      ({ low, high }) =>
        offBy(volume, amount.low / high, amount.high / low) <= tolerance ||
        offBy(asGiven(amount), volume.low * low, volume.high * high) <= tolerance,
    ),
  );
}

/** A dose of "4 g" is not one that was rounded from 4.4 g. */
const asGiven = (amount: Figure): Figure => ({
  ...amount,
  slack: Math.min(amount.slack, amount.high * 0.05),
});

/** The strength that all rows have is said somewhere. */
function isAt(
  { fact, medicine }: Stated,
  amounts: readonly Figure[],
  owner: Medicine | undefined,
  ratio = 0,
) {
  return amounts.some(({ unit }) =>
    valuesIn(fact, unit, medicine ?? owner).some(({ low }) => Math.abs(ratio / low - 1) < 0.04),
  );
}

const ofDiluted =
  /\b(?:from|of|with|for) +(?:the +|this +|that +|a +)?(?:diluted|dilution|labelled|labeled|prepared|ready)\b|\bdiluted +(?:solution|syringe|mixture)\b|\bafter +dilution\b/i;
const ofNeat = /\bundiluted\b|\bneat\b|\bfrom +the +(?:ampoule|vial)\b/i;

/** "From the labelled syringe", over a table: of what was made, or of what the ampoule holds. */
function dilutedAbove({ section, caption }: FigureTable): {
  readonly diluted: boolean;
  readonly undiluted: boolean;
} {
  const said = `${section?.title ?? ""}\n${caption && caption.text.length < 160 ? caption.text : ""}`;
  const [diluted, undiluted] = [ofDiluted.test(said), ofNeat.test(said)];
  return { diluted: diluted && !undiluted, undiluted: undiluted && !diluted };
}

const looseTolerance = 0.2;

function* against(
  { volume, amounts }: RowVolume,
  ratio: number | undefined,
  allowed: number,
): Generator<OddVolume> {
  const [amount] = amounts;
  if (ratio === undefined || !amount) return;
  const fine =
    offBy(volume, amount.low / ratio, amount.high / ratio) <= allowed ||
    offBy(amount, volume.low * ratio, volume.high * ratio) <= allowed;
  if (!fine) yield { amount, volume, strength: ratio, from: undefined };
}
