// Bands that are of other patients than what stands above them says: "15–17 years" below "children of 5 to 14 years",
// "2–5 months" below "Neonates". For band-population; it must not know how promises are read.

import { seriesAt } from "../guideline/band-coverage.ts";
import { type BandPromise, isCaption, promiseOf } from "../guideline/band-promise.ts";
import type { BandSeries } from "../guideline/band-series.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { slice } from "../guideline/scope.ts";
import { sectionAt } from "../guideline/section.ts";
import { endOf, movedStretch, reachOf, type Stretch, startOf, stretchesIn } from "../guideline/stretch.ts";
import { heaviestAt } from "../lexicon/growth.ts";
import type { Span } from "../text/span.ts";
import { type NamedStage, namedStages } from "./band-stage.ts";

export interface Stray {
  readonly band: Stretch;
  /** What says whom the bands are of. */
  readonly said: Span;
  /** Whether those who are named lack a row, so that one was surely mistyped. */
  readonly lacking: boolean;
}

/** None of a band's patients are of the promise, while others' are. */
export function strayFrom({ bands }: BandSeries, { stretch }: BandPromise): Stray[] {
  const all = bands.map((band) => band.stretch);
  const inside = all.filter((band) => !isOutside(band, stretch));
  const outside = all.filter((band) => isOutside(band, stretch));
  if (inside.length === 0 || outside.length > Math.max(1, inside.length / 2)) return [];
  const lacking = !isCovered(stretch, inside);
  // A row that is added for those beside them is told so where it is open: "Adults: 2 tablets".
  if (!lacking && stretch.kind === "value") return [];
  return outside
    .filter((band) => isClosed(band) || (lacking && stretch.kind !== "value"))
    .map((band) => ({ band, said: stretch, lacking }));
}

/** From one value to another: a number alone may be another thing's. */
const isClosed = ({ low, high }: Stretch): boolean => low !== undefined && high !== undefined && low < high;

/** By a step, as "under 5 years" and "up to 5 years" are one end. */
function isOutside(band: Stretch, promise: Stretch): boolean {
  const { low, high, highStep, lowInclusive, highInclusive, kind } = promise;
  const slack = kind === "age" ? 5 : highStep / 1000;
  const above = high !== undefined && startOf(band) >= high + (highInclusive ? highStep : 0) - slack;
  // "From 2 years" is above its own end only where that is a limit: "up to 5 years" above "5 to 12 years".
  const atEnd = high !== undefined && startOf(band) >= high - slack && endOf(band) > high + highStep;
  const below = low !== undefined && endOf(band) < low - slack / 5 && reachOf(band) <= low + slack;
  // "Heavier than 50 kg" above "33 to 50 kg"
  const beside = low !== undefined && !lowInclusive && endOf(band) <= low;
  return above || atEnd || below || beside;
}

function isCovered(stretch: Stretch, bands: readonly Stretch[]): boolean {
  const sorted = bands.toSorted((a, b) => startOf(a) - startOf(b));
  let reached = stretch.low ?? startOf(sorted[0] as Stretch);
  for (const band of sorted) {
    if (startOf(band) > reached + Math.max(band.lowStep, stretch.lowStep) / 2 + slackOf(band)) return false;
    reached = Math.max(reached, reachOf(band));
  }
  return endOf(stretch) === Number.POSITIVE_INFINITY
    ? reached === Number.POSITIVE_INFINITY
    : reached >= endOf(stretch) - slackOf(stretch);
}

const slackOf = ({ kind, highStep }: Stretch): number => (kind === "age" ? 5 : highStep / 1000);

/** Below a heading or caption that only names them: "Neonates", "Adults". */
export function strayFromNamed(guideline: Guideline, series: BandSeries): Stray[] {
  if (series.kind === "value") return [];
  const { markdown, sections } = guideline;
  const before = markdown.blocks[series.block - 1];
  const heading = sectionAt(sections, series.start)?.headingSpan;
  const near = before?.kind === "paragraph" && isCaption(markdown, before.span) ? before.span : undefined;
  for (const place of [near, heading]) {
    const stages = place ? namedStages(markdown, place, series.kind) : [];
    if (place && stages.length > 0) return ofNone(series, stages, place);
  }
  return [];
}

/** Weights that nobody of the age has that is said: "45–54 kg" below "Children under 5 years". */
export function strayFromAge(guideline: Guideline, series: BandSeries): Stray[] {
  if (series.kind !== "weight") return [];
  const { stretch } = promiseOf(guideline, { ...series, kind: "age", unit: "age" }) ?? {};
  if (!stretch) return [];
  const years = [startOf(stretch), endOf(stretch)] as const;
  return ofNone(series, [{ usual: years, widest: years }], stretch);
}

function ofNone({ bands: all }: BandSeries, stages: readonly NamedStage[], said: Span): Stray[] {
  const bands = all.map(({ stretch }) => stretch);
  const outside = bands.filter((band) => isClosed(band) && stages.every((stage) => isOfNone(band, stage)));
  const few = outside.length < bands.length && outside.length <= Math.max(1, (bands.length - 1) / 2);
  return few ? outside.map((band) => ({ band, said, lacking: true })) : [];
}

/** So much heavier than hardly any are is no child of that age at all. */
const unheard = 1.3;
const lightestAdult = 20;
const grown = 12 * 365.25;

function isOfNone(band: Stretch, { usual: [from, to], widest: [, end] }: NamedStage): boolean {
  if (band.kind === "age") return (startOf(band) >= to - 5 && reachOf(band) > end) || reachOf(band) <= from;
  if (band.kind === "gestation") return (startOf(band) >= to && reachOf(band) > end) || reachOf(band) <= from;
  const heaviest = heaviestAt(end);
  return (
    (heaviest !== undefined && startOf(band) >= heaviest * unheard) ||
    (from > grown && endOf(band) <= lightestAdult)
  );
}

const axes = [
  { kind: "weight", unit: "kg" },
  { kind: "age", unit: "age" },
] as const;

/** "33 to 50 kg, no liver risk" among other rows below "Adults heavier than 50 kg". */
export function* strayRows(guideline: Guideline): Iterable<Stray> {
  const { markdown } = guideline;
  for (const [block, table] of markdown.blocks.entries()) {
    const above = markdown.blocks[block - 1];
    if (table.kind !== "table" || above?.kind !== "paragraph" || !isCaption(markdown, above.span)) continue;
    const cells = table.rows.flatMap(({ cells: [first] }) => first ?? []);
    for (const axis of axes) {
      if (seriesAt(guideline, block, axis).length > 0) continue;
      const bands = cells.flatMap((cell) => rowBand(slice(markdown, cell), cell.start, axis.kind));
      if (bands.length === 0 || bands.length > cells.length / 2) continue;
      const series: BandSeries = {
        ...axis,
        ...{
          where: "table",
          axisHead: undefined,
          block,
          columns: [],
          start: table.span.start,
          end: table.span.end,
        },
        bands: bands.map((stretch) => ({ stretch, instruction: "" })),
      };
      const promise = promiseOf(guideline, series);
      if (promise?.from !== "caption" && promise?.from !== "lead") continue;
      for (const band of bands)
        if (isClosed(band) && isOutside(band, promise.stretch))
          yield { band, said: promise.stretch, lacking: false };
    }
  }
}

function rowBand(text: string, start: number, kind: Stretch["kind"]): Stretch[] {
  const [only, ...more] = stretchesIn(text).filter((one) => one.kind === kind && !one.point);
  return only && more.length === 0 ? [movedStretch(only, start)] : [];
}
