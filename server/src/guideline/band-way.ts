// How the cells of a weight band series are read: as amounts, tablets or volumes of which strength, after which
// nominal dose, given how often. The reading that most bands follow is taken. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { once } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import {
  type Facts,
  factsIn,
  joinedFacts,
  type Nominal,
  perDayOf,
  type SmallVolume,
  type Strength,
} from "./band-amount.ts";
import { besideBlocks, introBlocks, sectionBlocks } from "./band-coverage.ts";
import type { BandSeries, SeriesColumn } from "./band-series.ts";
import { bareNumber, headUnit } from "./column.ts";
import type { Guideline } from "./guideline.ts";
import type { Band } from "./interval.ts";
import { lex } from "./lexer.ts";
import { canonical, type Measure } from "./measure.ts";
import { itemsOf, populationOf, slice } from "./scope.ts";
import { sectionAt } from "./section.ts";
import type { Stretch } from "./stretch.ts";

export interface Given {
  readonly measure: Measure;
  readonly band: Stretch;
  readonly perDay: readonly number[];
  /** Of this row alone. */
  readonly strengths: readonly Strength[];
}
export interface Way {
  readonly nominal: Nominal;
  readonly strength: Strength | undefined;
  readonly part: number;
  readonly perDay: number;
}

export interface Surroundings {
  readonly near: Facts;
  readonly all: Facts;
  /** The dose is said only in another section: the medicines that the heading above both names. */
  readonly far: readonly Medicine[] | undefined;
}

/** What the section says, and what its caption, lead or heading says. */
export function surroundingsOf(guideline: Guideline, series: BandSeries): Surroundings {
  const { markdown, sections } = guideline;
  const section = sectionAt(sections, series.start);
  const heading = section?.headingSpan;
  const leading = markdown.blocks[series.block - 1];
  const [lead = ""] =
    leading?.kind === "paragraph" ? (/[^.;]*:\s*$/.exec(slice(markdown, leading.span)) ?? []) : [];
  const ages =
    populationOf(itemsOf(lead)).age ?? (heading && populationOf(itemsOf(slice(markdown, heading))).age);
  const facts = (span: Span) => forAges(factsIn(slice(markdown, span), span.start), ages);
  const blocks = sectionBlocks(guideline, series.block);
  const texts = blocks.flatMap((at) => {
    const block = markdown.blocks[at];
    return block?.kind === "paragraph" && !(block.span.start >= series.start && block.span.end <= series.end)
      ? [{ at, span: block.span }]
      : [];
  });
  const before = texts
    .filter(({ at }) => at < series.block && at >= series.block - 2)
    .map(({ span }) => facts(span));
  const head = heading ? [facts(heading)] : [];
  const all = joinedFacts([...texts.map(({ span }) => facts(span)), ...head]);
  const near = joinedFacts([...before, ...head]);
  const { parent } = section ?? {};
  if (!parent || (all.nominals.length > 0 && all.strengths.length > 0)) return { near, all, far: undefined };
  // "4.1 Number of tablets" is worked out from what stands under "4", or else in the sections beside it.
  const spansAt = (found: readonly number[]) => found.flatMap((at) => markdown.blocks[at]?.span ?? []);
  const above = joinedFacts(
    [parent.headingSpan, ...spansAt(introBlocks(guideline, parent.headingSpan.start))].map(facts),
  );
  const beside = once(() => joinedFacts(spansAt(besideBlocks(guideline, series.block, parent)).map(facts)));
  const missing = <K extends "nominals" | "strengths">(key: K): Facts[K] =>
    all[key].length > 0 ? all[key] : above[key].length > 0 ? above[key] : beside()[key];
  const own = all.nominals.length > 0 ? all : joinedFacts([all, above]);
  const far = own.nominals.length === 0 ? above.medicines : undefined;
  return { near, all: { ...own, nominals: missing("nominals"), strengths: missing("strengths") }, far };
}

/** "Under 1 year: 3 mg/kg" is no dose of a table for those from 1 year on. */
function forAges(facts: Facts, ages: Band | undefined): Facts {
  const apart = ({ age }: Nominal) =>
    age && ages && ((age.high ?? 1e9) <= (ages.low ?? 0) || (ages.high ?? 1e9) <= (age.low ?? 0));
  return ages ? { ...facts, nominals: facts.nominals.filter((nominal) => !apart(nominal)) } : facts;
}

export const dailyTitle = /\b(?:a|per|each) +day\b|\bdaily\b|\/day/i;
export const notDose =
  /\bmax|\bfrequency|\binterval|\bduration|\bhand +out|\bcourse|\bweekly|\bweek\b|\btotal\b|\bstrength|\bwater\b|\bdilu(?!ted)|\bsolvent/i;

/** How a column is read: what its cells give, and the nominal dose and strength that most of them follow. */
export interface Reading {
  readonly given: readonly Given[];
  readonly best: Way;
  /** How many cells follow each way of reading, the most first. */
  readonly ranked: readonly { readonly way: Way; readonly count: number }[];
  readonly checked: number;
  readonly maxima: readonly number[];
}

export function readingOf(
  guideline: Guideline,
  series: BandSeries,
  column: SeriesColumn,
  { near, all, far }: Surroundings,
): Reading | undefined {
  const { markdown } = guideline;
  const title = column.head ? slice(markdown, column.head) : "";
  const corner = cornerOf(guideline, series, column);
  if (notDose.test(title) || notDose.test(corner)) return undefined;
  const form = headUnit(lex(corner))?.unit;
  // "Ethambutol 100 mg" in a row of tablets is what one of them holds.
  const head = factsIn(form?.dimension === "form" ? `${title} ${form.code}` : title, column.head?.start ?? 0);
  const given = givenIn(guideline, series, column);
  if (given.length < 3) return undefined;
  const [named, other] = near.medicines.length > 0 ? near.medicines : (far?.slice(0, 1) ?? []);
  const medicine = head.medicines[0] ?? (other ? undefined : named) ?? onlyOne(all);
  // What sections beside it say is not of a table that nothing names a medicine for.
  if (far && !medicine) return undefined;
  // "| RHZ | Ethambutol |": a column that names nothing is not of what another one names.
  if (head.medicines.length === 0 && medicine && isNamedBeside(guideline, series, column, medicine))
    return undefined;
  const facts = joinedFacts([head, near, all]);
  const said =
    head.nominals.length > 0
      ? head.nominals
      : facts.nominals.filter(
          (one) => (far ? isExactly(one, medicine) : isOf(one, medicine)) && isAmongNear(one, near.medicines),
        );
  const nominals = distinct(said, ({ low, high, basis, perDay, dimension }) => [
    low,
    high,
    basis,
    perDay,
    dimension,
  ]);
  const strengths = withVolumes(
    head.strengths.length > 0 ? head.strengths : facts.strengths.filter((one) => isOf(one, medicine)),
    facts.volumes,
  );
  const often = head.perDay.length > 0 ? head.perDay : near.perDay;
  const ways = nominals.flatMap((nominal) =>
    waysOf(nominal, {
      strengths,
      often,
      daily: head.perDay.length === 0 && dailyTitle.test(`${title} ${corner}`),
    }),
  );
  const fitting = (way: Way) =>
    given.filter((one) => ["fits", "edge"].includes(fitOf(one, way) ?? "")).length;
  const ranked = ways
    .slice(0, mostWays)
    .map((way) => ({ way, count: fitting(way) }))
    .toSorted((a, b) => b.count - a.count);
  const best = ranked[0];
  const checked = best ? given.filter((one) => fitOf(one, best.way) !== undefined).length : 0;
  if (!best || best.count < Math.max(far ? 3 : 2, checked * 0.6)) return undefined;
  return { given, best: best.way, ranked, checked, maxima: facts.maxima };
}

function isNamedBeside(
  { markdown }: Guideline,
  { columns }: BandSeries,
  own: SeriesColumn,
  medicine: Medicine,
): boolean {
  return columns.some(
    ({ head }) =>
      head && head !== own.head && factsIn(slice(markdown, head), head.start).medicines.includes(medicine),
  );
}

/** Where bands are columns, the first cell of the head: "Tablets once daily" holds for every row. */
function cornerOf({ markdown }: Guideline, { axisHead, bands }: BandSeries, { head }: SeriesColumn): string {
  const last = bands.at(-1)?.stretch;
  const across = axisHead && head && last && axisHead.start < last.start && last.end <= head.start;
  return across ? slice(markdown, axisHead) : "";
}

/** Ways of reading a column that are tried. */
const mostWays = 200;

/** The first of each kind. */
function distinct<T>(members: readonly T[], key: (member: T) => readonly unknown[]): T[] {
  const known = new Map<string, T>();
  for (const member of members) {
    const name = key(member).join();
    if (!known.has(name)) known.set(name, member);
  }
  return [...known.values()];
}

function onlyOne({ nominals }: Facts): Medicine | undefined {
  const named = new Set(nominals.map(({ medicine }) => medicine));
  return named.size === 1 ? [...named][0] : undefined;
}

/** Of drops and spoonfuls the strength of their millilitres; a teaspoon holds 5 mL unless something else is said. */
function withVolumes(strengths: readonly Strength[], volumes: readonly SmallVolume[]): Strength[] {
  const forms = volumes.some(({ form }) => form === "teaspoon") ? volumes : [...volumes, teaspoon];
  const liquids = strengths.filter(({ per }) => per === "mL");
  return [
    ...strengths,
    ...liquids.flatMap((liquid) =>
      forms.map(({ form, volume }) => ({ ...liquid, per: form, amount: liquid.amount * volume })),
    ),
  ];
}
const teaspoon: SmallVolume = { form: "teaspoon", volume: 5 };

/** Where the words above the bands name several, another's dose is none of theirs. */
const isAmongNear = (nominal: Pick<Nominal, "medicine">, named: readonly Medicine[]): boolean =>
  named.length < 2 || named.some((medicine) => isOf(nominal, medicine));

/** In another section the trimethoprim of co-trimoxazole is dosed by itself. */
const isExactly = ({ medicine: named }: Nominal, medicine: Medicine | undefined): boolean =>
  !named || !medicine || named === medicine;

export function isOf(
  { medicine: named }: Pick<Nominal, "medicine">,
  medicine: Medicine | undefined,
): boolean {
  if (!named || !medicine) return named === medicine || medicine === undefined || named === undefined;
  return (
    named === medicine || medicine.components.includes(named.name) || named.components.includes(medicine.name)
  );
}

/** The cells' quantities, each with what its own row says of strength and frequency. */
export function givenIn(guideline: Guideline, series: BandSeries, column: SeriesColumn): Given[] {
  const { markdown } = guideline;
  const unit =
    column.head && (unitOf(guideline, series, column.head) ?? cellUnit(cornerOf(guideline, series, column)));
  return series.bands.flatMap(({ stretch }, i) => {
    const cell = column.cells[i];
    const text = cell ? slice(markdown, cell) : "";
    const items = itemsOf(text);
    const bare = cell && unit && bareNumber(text, cell.start, unit);
    const measures = items.flatMap((item) =>
      item.kind === "measure" && item.measure.per.mL === undefined ? [item.measure] : [],
    );
    const first = measures[0];
    const several = measures.slice(1).some(({ unit: other }) => other.dimension === first?.unit.dimension);
    // How many vials are opened says nothing of what is given from them.
    if (!cell || /^(?:vial|ampoule|bottle)$/.test((bare ?? first)?.unit.code ?? "")) return [];
    if (!bare && (!first || several || items.some(({ kind }) => kind === "number"))) return [];
    const measure = bare ?? {
      ...(first as Measure),
      start: (first?.start ?? 0) + cell.start,
      end: (first?.end ?? 0) + cell.start,
    };
    const row = series.columns
      .filter((other) => other !== column)
      .map(({ head, cells }) => ({ head, cell: cells[i] }));
    return [
      {
        measure,
        band: stretch,
        perDay: perDayOf(items),
        strengths: row.flatMap((other) => rowStrengths(markdown, other)),
      },
    ];
  });
}

const doseTitle = /\bdos(?:e|es|age)\b|\bgive\b|\bamount\b/i;

/** "Largest volume (mL)" above a table whose heads say something else. */
const captionUnit =
  /\((?:mg|g|mL|mcg|micrograms?|IU|units|tablets|number +of +tablets)\)|\bin +(?:mg|mL|tablets|units)\b/i;

/** Its own unit, or that of the caption: "dose in mg", and below "0.1 mcg/kg/min" "pump rate in mL/h". */
function unitOf({ markdown }: Guideline, series: BandSeries, head: Span) {
  const title = slice(markdown, head);
  const own = headUnit(lex(title));
  const before = markdown.blocks[series.block - 1];
  const facts = factsIn(title, 0);
  const open = facts.nominals.length > 0 || facts.medicines.length > 0 || doseTitle.test(title);
  if (own || before?.kind !== "paragraph") return own;
  const caption = slice(markdown, before.span);
  return open || captionUnit.test(caption) ? headUnit(lex(caption)) : undefined;
}

/** "| Capsule | … |" with "50 mg" in the row. */
function rowStrengths(
  markdown: Guideline["markdown"],
  { head, cell }: { head: Span | undefined; cell: Span | undefined },
): Strength[] {
  const form =
    head && /\b(tablet|capsule|vial|ampoule|sachet)s?\b/i.exec(slice(markdown, head))?.[1]?.toLowerCase();
  if (!form || !cell) return [];
  return factsIn(`${form} ${slice(markdown, cell)}`, 0).strengths.filter(({ per }) => per === form);
}

/** "Weight (kg)" in the corner says nothing of the cells. */
function cellUnit(corner: string) {
  const found = headUnit(lex(corner));
  return found?.unit.code === "kg" || found?.unit.dimension === "time" ? undefined : found;
}

interface Around {
  readonly strengths: readonly Strength[];
  readonly often: readonly number[];
  readonly daily: boolean;
}

function waysOf(nominal: Nominal, { strengths, often, daily }: Around): Way[] {
  const perDays =
    nominal.basis === "day"
      ? daily
        ? [1]
        : often.length > 0
          ? often
          : nominal.perDay
            ? [nominal.perDay]
            : [1, 2, 3, 4]
      : nominal.basis === "dose" && daily && (nominal.perDay ?? 1) > 1
        ? [1, 1 / (nominal.perDay ?? 1)]
        : [1];
  const unique = distinct(strengths, ({ per, amount, dimension, part }) => [per, amount, dimension, part]);
  const kinds = [
    ...unique.map((strength) => ({ strength, part: strength.part })),
    ...[0, 1, 2].map((part) => ({ strength: undefined, part })),
  ];
  return perDays.flatMap((perDay) => kinds.map((kind) => ({ nominal, perDay, ...kind })));
}

/** Milligrams or units that a cell gives, by one way of reading it. */
export function amountOf(
  { measure, strengths, perDay }: Given,
  way: Way,
): { low: number; high: number } | undefined {
  const { unit, per, parts } = measure;
  if (per.kg || per.m2) return undefined;
  const hourly = per.hours !== undefined && per.hours < 24;
  if (hourly !== (way.nominal.basis === "hour")) return undefined;
  const { low, high, dimension } = canonical(measure);
  const by =
    (way.nominal.basis === "day" ? (perDay[0] ?? way.perDay) : way.perDay) / (hourly ? (per.hours ?? 1) : 1);
  if (dimension === way.nominal.dimension) {
    const part = (parts?.[way.part] ?? (way.part === 0 ? undefined : Number.NaN)) as number | undefined;
    if (way.strength || Number.isNaN(part)) return undefined;
    return part === undefined
      ? { low: low * by, high: high * by }
      : { low: part * unit.factor * by, high: part * unit.factor * by };
  }
  const own = strengths.find(({ per: form }) => form === unit.code);
  const strength = own ?? way.strength;
  const matches =
    strength &&
    strength.dimension === way.nominal.dimension &&
    strength.per === (dimension === "volume" ? "mL" : unit.code);
  return matches ? { low: low * strength.amount * by, high: high * strength.amount * by } : undefined;
}

export function deliveredOf(
  one: Given,
  way: Way,
): { low: number | undefined; high: number | undefined } | undefined {
  const amount = amountOf(one, way);
  const { low, high } = one.band;
  return (
    amount && {
      low: high === undefined ? undefined : amount.low / high,
      high: low === undefined ? undefined : amount.high / low,
    }
  );
}

/** Outside 0.6 to 1.4 of the nominal dose at an end, or past it altogether; single weights leave only rounding. */
export function fitOf(one: Given, way: Way): "fits" | "edge" | "off" | undefined {
  const delivered = deliveredOf(one, way);
  if (!delivered) return undefined;
  const { low: least, high: most, ceiling = most } = way.nominal;
  const { low, high } = delivered;
  if (one.band.point) return (high ?? 0) > most * 1.15 || (low ?? 0) < least * 0.85 ? "off" : "fits";
  // Those far above "20 kg and over" get less per kilogram than those at 20 kg.
  if (low === undefined && (high ?? 0) > least && (high ?? 0) < most * 1.9) return "fits";
  if ((low !== undefined && low > most * 1.2) || (high !== undefined && high < least * 0.8)) return "off";
  // Bands that double a weight cannot keep near the nominal dose at both ends.
  const wide = (one.band.high ?? 0) / (one.band.low ?? 1) > 2.2;
  const middle = low === undefined || high === undefined ? undefined : Math.sqrt(low * high);
  const central = middle !== undefined && middle < most * 1.22 && middle > least * 0.8;
  if (
    !wide &&
    !central &&
    ((low !== undefined && low < least * 0.59) ||
      (high !== undefined && high > Math.max(most * 1.42, ceiling * 1.02)))
  )
    return "edge";
  return "fits";
}
