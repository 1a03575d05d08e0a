// Items, rows and steps that are of other patients than what they stand under: "13 to 59 years: 60 mL/kg" below "children
// from 2 to 12 years", "six weeks after birth" below "contacts during pregnancy". For band-population.

import { promiseOf } from "../guideline/band-promise.ts";
import { promisedFrom } from "../guideline/band-promise-annex.ts";
import type { BandSeries } from "../guideline/band-series.ts";
import { bareAge } from "../guideline/bare-age.ts";
import type { AxisKind } from "../guideline/column.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { labelsOf, opposedStates, type PatientLabel } from "../guideline/patient-label.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { endOf, movedStretch, reachOf, type Stretch, startOf, stretchesIn } from "../guideline/stretch.ts";
import type { Span } from "../text/span.ts";
import { isAnnex } from "./abbreviation-meanings.ts";
import { mostBeside } from "./annex.ts";
import { namedStages } from "./band-stage.ts";
import type { Neighbour } from "./rule.ts";

export interface Outsider {
  readonly band: Span;
  readonly said: Span;
  /** The document that says it, when it is another one. */
  readonly in?: Neighbour;
}

/** A time, and no age. */
const ofTime =
  /\b(?:after|for|within|every|until|at|day|days|weeks?|months?|over|last|past|next|first|duration)\s*$/i;

export function* outsiders(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Outsider> {
  const told = new Set<number>();
  for (const one of outsidersIn(guideline, neighbours))
    if (!told.has(one.band.start)) {
      told.add(one.band.start);
      yield one;
    }
}

function* outsidersIn(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Outsider> {
  const known = new Set(
    guideline.bandSeries.flatMap(({ bands }) =>
      bands.length > 1 ? bands.map(({ stretch }) => stretch.start) : [],
    ),
  );
  for (const [at, block] of guideline.markdown.blocks.entries())
    for (const label of labelsOf(guideline.markdown, block)) {
      const state = opposedAbove(guideline, label);
      if (state) yield { band: label, said: state };
      else yield* bandsOf(guideline, neighbours, { at, label, known, isRow: block.kind === "table" });
    }
}

interface Place {
  readonly at: number;
  readonly label: PatientLabel;
  /** Where bands begin that are looked at with all their like. */
  readonly known: ReadonlySet<number>;
  readonly isRow: boolean;
}

const axes: readonly { readonly kind: AxisKind; readonly unit: string }[] = [
  { kind: "age", unit: "age" },
  { kind: "gestation", unit: "week" },
  { kind: "weight", unit: "kg" },
];

function* bandsOf(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
  { at, label, known, isRow }: Place,
): Iterable<Outsider> {
  for (const axis of axes) {
    const [only, ...more] = stretchesOf(label.text, axis);
    if (!only || more.length > 0 || ofTime.test(label.text.slice(0, only.start))) continue;
    const band = movedStretch(only, label.start);
    if (!(isClosed(band) || only.point) || known.has(band.start)) continue;
    const series: BandSeries = {
      ...axis,
      ...{ where: isRow ? "table" : "list", axisHead: undefined, block: at, columns: [] },
      ...{ start: label.start, end: label.end, bands: [{ stretch: band, instruction: "" }] },
    };
    const promise = promiseOf(guideline, series);
    if (promise) {
      if (isApart(band, promise.stretch)) yield { band, said: promise.stretch };
      continue;
    }
    const stage = axis.kind === "weight" ? undefined : stagedAbove(guideline, band, axis.kind);
    if (stage) yield { band, said: stage };
    else yield* inAnnex(guideline, neighbours, series, band);
  }
}

/** "65 kg" and nothing else is one of a list of examples. */
function stretchesOf(text: string, axis: { readonly kind: AxisKind; readonly unit: string }): Stretch[] {
  const found = stretchesIn(text, axis.kind === "gestation" ? axis : undefined).filter(
    (one) =>
      one.kind === axis.kind &&
      (!one.point || (axis.kind === "weight" && text.trim() === text.slice(one.start, one.end))),
  );
  const bare = axis.kind === "age" && found.length === 0 ? bareAge(text, 0) : undefined;
  return bare ? [bare] : found;
}

const isClosed = ({ low, high }: Stretch): boolean => low !== undefined && high !== undefined && low < high;

/** By more than a step, as "under 5 years" and "up to 5 years" are one end. */
function isApart(band: Stretch, said: Stretch): boolean {
  const slack = said.kind === "age" ? 5 : said.highStep / 1000;
  const end = said.high === undefined ? Number.POSITIVE_INFINITY : reachOf(said);
  return startOf(band) >= end - slack || endOf(band) < startOf(said) - slack;
}

/** Below the nearest heading that names a stage of life: "6 to 11 years" below "… in adults". */
function stagedAbove(guideline: Guideline, band: Stretch, kind: AxisKind): Span | undefined {
  for (const { headingSpan } of pathOf(sectionAt(guideline.sections, band.start)).toReversed()) {
    const stages = namedStages(guideline.markdown, headingSpan, kind);
    if (stages.length === 0) continue;
    const isOfNone = stages.every(
      ({ usual: [from, to], widest: [, last] }) =>
        (startOf(band) >= to - 5 && reachOf(band) > last) || reachOf(band) <= from,
    );
    return isOfNone ? headingSpan : undefined;
  }
  return undefined;
}

/** What the nearest heading, or the title, says of all below it, and the label of the opposite. */
function opposedAbove(guideline: Guideline, label: PatientLabel): Span | undefined {
  const path = pathOf(sectionAt(guideline.sections, label.start)).toReversed();
  for (const sides of opposedStates)
    for (const [i, side] of sides.entries()) {
      const other = sides[1 - i] as RegExp;
      if (!side.test(label.text) || other.test(label.text)) continue;
      const above = path.find(({ title }) => sides.some((one) => one.test(title)));
      if (above && other.test(above.title) && !side.test(above.title)) return above.headingSpan;
    }
  return undefined;
}

function* inAnnex(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
  series: BandSeries,
  band: Stretch,
): Iterable<Outsider> {
  if (neighbours.length === 0 || neighbours.length > mostBeside || !isAnnex(guideline)) return;
  for (const neighbour of neighbours) {
    const promise = promisedFrom(neighbour.guideline, series);
    if (promise && isApart(band, promise.stretch)) yield { band, said: promise.stretch, in: neighbour };
    if (promise) return;
  }
}
