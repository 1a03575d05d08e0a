// What the bands of a series deliver per kilogram, beside the nominal dose they are worked out from. A nominal
// dose and a strength are taken together only where most bands agree with them. It must not word findings.

import { whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { factsIn, joinedFacts, type Nominal } from "./band-amount.ts";
import { oncePerBands, sourcesOf } from "./band-coverage.ts";
import type { BandSeries, SeriesColumn } from "./band-series.ts";
import {
  amountOf,
  dailyTitle,
  deliveredOf,
  fitOf,
  type Given,
  givenIn,
  isOf,
  notDose,
  type Reading,
  readingOf,
  type Surroundings,
  surroundingsOf,
  type Way,
} from "./band-way.ts";
import type { Guideline } from "./guideline.ts";
import { canonical } from "./measure.ts";
import { slice } from "./scope.ts";
import { sectionAt } from "./section.ts";
import type { Stretch } from "./stretch.ts";

/** A band whose dose is far from the nominal one. */
export interface Misfit {
  readonly cell: Span;
  readonly band: Stretch;
  readonly nominal: Nominal;
  /** Delivered per kilogram, in the nominal's terms; undefined where the band is open. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}
/** A column that as a whole follows another dose than the one that is said above it. */
export interface ColumnMisfit {
  readonly head: Span;
  readonly nominal: Nominal;
  /** About what all of its bands deliver per kilogram. */
  readonly delivered: number;
}
export const misfitsOf = oncePerBands((guideline: Guideline, series: BandSeries): Misfit[] => {
  const surroundings = surroundingsOf(guideline, series);
  // "| 25 kg | 200 mg | 5 mL |": where milligrams follow no dose that is said here, their volumes do not either.
  const isOther = series.columns.some(
    (column) => isWeighed(guideline, series, column) && !readingOf(guideline, series, column, surroundings),
  );
  if (isOther) return [];
  return oddBands(
    series,
    series.columns.flatMap((column) => checkedCells(guideline, series, column, surroundings)),
  );
});

const doseInMass = /^\W*dos(?:e|es|age)\b[^|]*\b(?:mg|mcg|micrograms?|g|units?|IU)\b/i;

/** "Dose mg" over amounts. */
function isWeighed(guideline: Guideline, series: BandSeries, column: SeriesColumn): boolean {
  const title = column.head ? slice(guideline.markdown, column.head) : "";
  return doseInMass.test(title) && givenIn(guideline, series, column).length >= 3;
}

/**
 * The same by doses per kilogram that other documents give, where the table's own gives none: only a table of which
 * all bands but one, or few, follow one of them was worked out from that.
 */
export function misfitsElsewhere(
  guideline: Guideline,
  series: BandSeries,
  nominalsOf: (medicine: string) => readonly (readonly Nominal[])[],
): readonly Misfit[] {
  if (series.kind !== "weight" || series.bands.length < leastBands) return [];
  const { near, all } = surroundingsOf(guideline, series);
  if (all.nominals.length > 0 || near.nominals.length > 0) return [];
  const names = new Set([...near.medicines, ...headMedicines(guideline, series)].map(({ name }) => name));
  const lists = [...names].flatMap(nominalsOf);
  if (lists.length === 0) return [];
  return elsewhere(series, [...sourcesOf(guideline, series), ...lists], () => {
    const surroundings = { near, all: { ...all, nominals: lists.flat() }, far: near.medicines };
    const found = series.columns.flatMap((column): Checked[] => {
      const reading = readingOf(guideline, series, column, surroundings);
      return reading && isWorkedFrom(reading) ? checkedCells(guideline, series, column, surroundings) : [];
    });
    return oddBands(series, found);
  });
}
const elsewhere = whileFrom<BandSeries, readonly Misfit[]>();
/** With fewer, one band alone may be as right as the others. */
const leastBands = 4;

/** All but one cell, or few, follow it, three or more of them between two weights: an open band fits nearly anything. */
function isWorkedFrom({ given, best, ranked, checked }: Reading): boolean {
  const isClosed = ({ band: { low, high } }: Given) => low !== undefined && high !== undefined;
  const closed = given.filter((one) => isClosed(one) && fitOf(one, best) === "fits");
  return checked - (ranked[0]?.count ?? 0) <= Math.max(1, checked / 10) && closed.length >= 3;
}

const headMedicines = ({ markdown }: Guideline, { columns }: BandSeries) =>
  columns.flatMap(({ head }) => (head ? factsIn(slice(markdown, head), 0).medicines : []));

/** One finding a band: the first of its cells that is wrong. */
function oddBands(series: BandSeries, found: readonly Checked[]): Misfit[] {
  const byBand = new Map<Stretch, Checked[]>(series.bands.map(({ stretch }) => [stretch, []]));
  for (const checked of found) byBand.get(checked.band)?.push(checked);
  return [...byBand.values()].flatMap((own) => {
    const right = own.find(({ off, isAmount }) => !off && isAmount);
    // A volume beside the right dose is the arithmetic of its concentration, and that is another matter; tablets
    // that seem to follow another dose than the milligrams beside them are of another strength.
    return (
      own.find(({ off, inVolume, nominal }) => off && !(right && (inVolume || right.nominal !== nominal))) ??
      []
    );
  });
}

interface Checked extends Misfit {
  readonly off: boolean;
  readonly inVolume: boolean;
  /** In milligrams or units, not in tablets or millilitres. */
  readonly isAmount: boolean;
}

/** Only where the cells are amounts, and the dose stands in the caption, the lead sentence or the head itself. */
export const columnMisfitsOf = oncePerBands((guideline: Guideline, series: BandSeries): ColumnMisfit[] => {
  if (series.bands.length < 3) return [];
  const { near, all } = surroundingsOf(guideline, series);
  return series.columns.flatMap(({ head, cells }): ColumnMisfit[] => {
    const title = head ? slice(guideline.markdown, head) : "";
    if (!head || notDose.test(title) || dailyTitle.test(title)) return [];
    const own = factsIn(title, head.start);
    const medicine = own.medicines[0] ?? (near.medicines.length === 1 ? near.medicines[0] : undefined);
    const said = joinedFacts([own, near]).nominals.filter(
      (nominal) => nominal.medicine === medicine && nominal.basis !== "day",
    );
    const [nominal] = said;
    const others = all.nominals.filter((other) => isOf(other, medicine));
    const alike = others.every((other) => other.low === nominal?.low && other.high === nominal.high);
    if (!medicine || !nominal || !alike) return [];
    const ordered = orderedPerKg(guideline, series, nominal);
    const given = givenIn(guideline, series, { head, cells });
    const way: Way = { nominal, strength: undefined, part: 0, perDay: 1 };
    const middles = given.flatMap((one) => middleOf(one, way) ?? []);
    const [least, most] = [Math.min(...middles), Math.max(...middles)];
    const capped = all.maxima.some((max) =>
      given.some(({ measure }) => Math.abs(canonical(measure).high / max - 1) < 0.04),
    );
    if (middles.length < 3 || most > least * 1.4 || capped || given.some((one) => fitOf(one, way) !== "off"))
      return [];
    const delivered = Math.sqrt(least * most);
    const ratio = delivered / (delivered > nominal.high ? nominal.high : nominal.low);
    const times = nominal.perDay ?? 1;
    const wholeDay =
      times > 1 &&
      Math.abs(Math.log(ratio) / Math.log(times)) > 0.85 &&
      Math.abs(Math.log(ratio) / Math.log(times)) < 1.15;
    const isOrdered = ordered.some(({ low, high }) => least / 1.1 <= high && most * 1.1 >= low);
    return (ratio >= 1.4 || ratio <= 0.71) && !wholeDay && !isOrdered ? [{ head, nominal, delivered }] : [];
  });
});

/** Other doses per kilogram of the medicine that its section orders: the bands may follow one of them. */
function orderedPerKg({ orders, sections }: Guideline, series: BandSeries, { medicine, dimension }: Nominal) {
  const section = sectionAt(sections, series.start);
  return orders.flatMap(({ dose, medicine: own, negated, start }) =>
    own === medicine &&
    dose.per.kg &&
    !negated &&
    dose.unit.dimension === dimension &&
    sectionAt(sections, start) === section
      ? [canonical(dose)]
      : [],
  );
}

/** Per kilogram in the middle of a closed band. */
function middleOf(one: Given, way: Way): number | undefined {
  const delivered = deliveredOf(one, way);
  return delivered?.low !== undefined && delivered.high !== undefined
    ? Math.sqrt(delivered.low * delivered.high)
    : undefined;
}

function checkedCells(
  guideline: Guideline,
  series: BandSeries,
  column: SeriesColumn,
  surroundings: Surroundings,
): Checked[] {
  const reading = readingOf(guideline, series, column, surroundings);
  if (!reading) return [];
  const { given, best, ranked, checked, maxima } = reading;
  // Another nominal dose counts where several bands follow it, another strength where as many do.
  const alike = ({ way, count }: { way: Way; count: number }) =>
    way.strength === best.strength && way.part === best.part
      ? count >= Math.max(2, checked / 3)
      : count === ranked[0]?.count;
  const others = ranked.filter(alike).map(({ way }) => way);
  // One end a little out in several bands is a coarse table, in one band it is a slip.
  const coarse = given.filter((one) => fitOf(one, best) === "edge").length > 1;
  const changed = bandsOfOther(reading);
  return given.flatMap((one): Checked[] => {
    const delivered = deliveredOf(one, best);
    if (!delivered) return [];
    const fit = fitOf(one, best);
    const misses =
      !changed.has(one) &&
      (fit === "off" || (fit === "edge" && !coarse)) &&
      others.every((way) => fitOf(one, way) !== "fits");
    const off = misses && !isCapped(one, best, { given, maxima });
    const { dimension } = one.measure.unit;
    const [inVolume, isAmount] = [dimension === "volume", dimension === "mass" || dimension === "activity"];
    return [
      { cell: one.measure, band: one.band, nominal: best.nominal, ...delivered, off, inVolume, isAmount },
    ];
  });
}

/** "Under 20 kg 3 mg/kg, from 20 kg 2.4 mg/kg": two bands or more at one end that all follow another nominal dose. */
function bandsOfOther({ given, best, ranked }: Reading): ReadonlySet<Given> {
  const found = new Set<Given>();
  for (const { way } of ranked) {
    if (way === best || way.strength !== best.strength || way.part !== best.part) continue;
    const fits = (one: Given) => fitOf(one, way) === "fits";
    const first = given.findLastIndex((one) => !fits(one)) + 1;
    const last = given.findIndex((one) => !fits(one));
    for (const run of [given.slice(first), given.slice(0, Math.max(0, last))])
      if (run.length > 1) for (const one of run) found.add(one);
  }
  return found;
}

interface Caps {
  readonly given: readonly Given[];
  readonly maxima: readonly number[];
}

/** A small dose per kilogram is right where it is the stated maximum, or the table's last word. */
function isCapped(one: Given, way: Way, { given, maxima }: Caps): boolean {
  const amount = amountOf(one, way);
  const { low: least } = way.nominal;
  const { high, low } = one.band;
  if (!amount) return true;
  const per = low === undefined ? amount.high / (high ?? 1) : amount.high / low;
  if (per > least) return false;
  if (
    maxima.some(
      (max) => Math.abs(amount.high / max - 1) < 0.04 || Math.abs(amount.high / way.perDay / max - 1) < 0.04,
    )
  )
    return true;
  const largest = Math.max(...given.map((other) => amountOf(other, way)?.high ?? 0));
  return amount.high >= largest * 0.99;
}
