// A heading, caption or lead sentence that promises more of an axis than the bands below it cover.

import {
  blocksWithin,
  isCoveredElsewhere,
  isOfOther,
  sectionBlocks,
  seriesAt,
} from "../guideline/band-coverage.ts";
import { type BandPromise, exceptsSmaller, promiseOf } from "../guideline/band-promise.ts";
import { promisedFrom } from "../guideline/band-promise-annex.ts";
import { type BandSeries, isDivision } from "../guideline/band-series.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { pathOf, type Section, sectionAt } from "../guideline/section.ts";
import { endOf, formatStretch, reachOf, type Stretch, startOf } from "../guideline/stretch.ts";
import { heaviestAt } from "../lexicon/growth.ts";
import { isAnnex } from "./abbreviation-meanings.ts";
import { mostBeside } from "./annex.ts";
import { type Outsider, outsiders } from "./band-outsider.ts";
import { misplacedAges } from "./band-stage.ts";
import { type Stray, strayFrom, strayFromAge, strayFromNamed, strayRows } from "./band-stray.ts";
import { defineRule, type Neighbour } from "./rule.ts";

export const bandPopulation = defineRule<undefined>({
  id: "band-population",
  severity: "warning",
  compares: true,
  summary:
    "A heading, caption or lead sentence promises patients that no band of its table or list covers, or a band begins before it or goes on behind its end.",
  rationale:
    "A table for children of 4–24 kg whose first row is 8–11 kg leaves the smallest without a dose, where a slip " +
    "harms most. Either a row was lost, or the heading promises too much. Where the section says what to do with " +
    "those outside the bands, nothing is missing.",
  examples: {
    invalid: [
      "**Tablets for children of 4–24 kg**\n\n| Weight | Tablets |\n| --- | --- |\n| 8–11 kg | 2 |\n  ^^^^^^^\n| 12–15 kg | 3 |\n| 16–24 kg | 4 |",
      "## Paracetamol, 3 months to 11 years\n\n- 6–23 months: 120 mg\n  ^^^^^^^^^^^\n- 2–5 years: 180 mg\n- 6–11 years: 240 mg",
    ],
    valid: [
      "## Paracetamol, 3 months to 11 years\n\n- 3–23 months: 120 mg\n- 2–5 years: 180 mg\n- 6–11 years: 240 mg",
      "**Tablets for children of 4–24 kg**\n\n| Weight | Tablets |\n| --- | --- |\n| 8–11 kg | 2 |\n| 12–24 kg | 3 |\n\nBelow 8 kg give 10 mg/kg of the syrup.",
      "# Annex 2: tablets\n\n| Weight | Tablets |\n| --- | --- |\n| 8–11 kg | 2 |\n| 12–24 kg | 3 |",
    ],
  },

  *check(guideline, { neighbours }) {
    const misplaced = [...misplacedAges(guideline)];
    yield* misplaced;
    const rows = [...strayRows(guideline)];
    for (const stray of rows) yield strayed(guideline, stray);
    const told = new Set([...misplaced.map(({ span }) => span.start), ...rows.map(({ band }) => band.start)]);
    for (const one of outsiders(guideline, neighbours))
      if (!told.has(one.band.start)) yield* outsideOf(guideline, one);
    for (const series of guideline.bandSeries.filter((one) => isDivision(one) || one.bands.length === 1)) {
      if (series.where === "prose") continue;
      const promise = promiseOf(guideline, series);
      const strays = promise
        ? strayFrom(series, promise)
        : [...strayFromAge(guideline, series), ...strayFromNamed(guideline, series)];
      // Where several bands are others', the words above are rather read wrongly: once is enough.
      yield* strays.map((stray, i) => ({
        ...strayed(guideline, stray),
        ...(i > 0 && { severity: "information" as const }),
      }));
      if (promise && strays.length === 0) {
        yield* shortfalls(guideline, series, promise);
        yield* beyond(guideline, series, promise);
        yield* ahead(guideline, series, promise);
      }
      if (!promise && strays.length === 0) yield* ofOthers(guideline, series, neighbours);
      if (!promise && series.kind === "weight" && series.where === "table")
        yield* tooHeavy(guideline, series);
    }
  },
});

function* shortfalls(guideline: Guideline, series: BandSeries, promise: BandPromise) {
  const sorted = bandsUnder(guideline, series, promise).toSorted((a, b) => startOf(a) - startOf(b));
  const first = sorted[0];
  const last = sorted.toSorted((a, b) => endOf(a) - endOf(b)).at(-1);
  if (!first || !last) return;
  const { stretch, blocks, within } = promise;
  // "Smokers may have up to 10 %" above "10–25 %": of none of these bands.
  if (stretch.kind === "value" && startOf(first) >= endOf(stretch)) return;
  const near = within && [...blocksWithin(guideline, within), ...sectionBlocks(guideline, series.block)];
  const below = { low: lowest(stretch), high: startOf(first) };
  if (Number.isFinite(below.high) && below.high - below.low > startStep(first, stretch)) {
    if (
      !exceptsSmaller(guideline, series, stretch) &&
      !isCoveredElsewhere(guideline, series, below, blocks, near)
    ) {
      const missing = formatStretch({ ...first, low: stretch.low, high: below.high, highInclusive: false });
      yield* found(guideline, series, { promise, band: first, missing, side: "begin" });
    }
  }
  const above = { low: reachOf(last), high: endOf(stretch) };
  if (
    Number.isFinite(above.high) &&
    above.high - above.low > stepOf(last, stretch) - (stretch.highInclusive ? 0.001 : 0)
  ) {
    if (!isCoveredElsewhere(guideline, series, above, blocks, near)) {
      const missing = formatStretch({ ...last, low: above.low, high: stretch.high, lowInclusive: true });
      yield* found(guideline, series, { promise, band: last, missing, side: "end" });
    }
  }
}

/** "6 to 59 months" above "2–11 months", "12–59 months": the first begins before what the others keep to. */
function* ahead(guideline: Guideline, series: BandSeries, promise: BandPromise) {
  const { stretch } = promise;
  const [first, second] = series.bands
    .map((band) => band.stretch)
    .toSorted((a, b) => startOf(a) - startOf(b));
  if (!first || !second || stretch.low === undefined || first.low === undefined) return;
  if (promise.from === "lead" && stretch.high === undefined) return;
  const step = startStep(first, stretch);
  if (startOf(first) >= startOf(stretch) - step || startOf(second) < startOf(stretch) - step) return;
  yield outside(guideline, first, stretch, "begins before");
}

/** Bands of an annex that are not of those whom its chapter says that it is for. */
function* ofOthers(guideline: Guideline, series: BandSeries, neighbours: readonly Neighbour[]) {
  if (neighbours.length > mostBeside || !isAnnex(guideline)) return;
  for (const neighbour of neighbours) {
    const promise = promisedFrom(neighbour.guideline, series);
    if (!promise) continue;
    const { text } = neighbour.guideline;
    const said = text.slice(promise.stretch.start, promise.stretch.end);
    const related = [{ span: promise.stretch, message: "Whom the bands are of.", in: neighbour }];
    const bands = [
      ...strayFrom(series, promise).map(({ band }) => band),
      ...[...beyond(guideline, series, promise), ...ahead(guideline, series, promise)].map(
        ({ span }) => span,
      ),
    ];
    for (const { start, end } of bands.slice(0, 1))
      yield {
        span: { start, end },
        severity: "information" as const,
        message: `"${guideline.text.slice(start, end)}" is not of "${said}", for whom this annex is in another document of the project. Correct one of the figures.`,
        related,
        state: undefined,
      };
    return;
  }
}

function outside({ lines, text }: Guideline, band: Stretch, stretch: Stretch, how: string) {
  const said = text.slice(stretch.start, stretch.end);
  return {
    span: { start: band.start, end: band.end },
    message:
      `"${text.slice(band.start, band.end)}" ${how} "${said}" ` +
      `(line ${lines.positionAt(stretch.start).line + 1}), of which these bands are. Correct one of the figures.`,
    related: [{ span: { start: stretch.start, end: stretch.end }, message: "What the bands are of." }],
    state: undefined,
  };
}

/** "For children aged 6 to 11: …" on a page about adults. */
function* outsideOf({ text }: Guideline, { band: { start, end }, said, in: there }: Outsider) {
  const words = (there?.guideline.text ?? text).slice(said.start, said.end).trim().slice(0, 100);
  yield {
    span: { start, end },
    severity: "information" as const,
    message: `"${text.slice(start, end).trim()}" stands below "${words}" and is of other patients. Correct one of them, or move it.`,
    related: [{ span: said, message: "Whom it stands below.", ...(there && { in: there }) }],
    state: undefined,
  };
}

/** "15–17 years" below "children of 5 to 14 years" */
function strayed({ lines, text }: Guideline, { band, said, lacking }: Stray) {
  return {
    span: { start: band.start, end: band.end },
    ...(!lacking && { severity: "information" as const }),
    message:
      `"${text.slice(band.start, band.end)}" is none of "${text.slice(said.start, said.end).trim().slice(0, 100)}" ` +
      `(line ${lines.positionAt(said.start).line + 1}), of whom these bands are. Correct one of them.`,
    related: [{ span: { start: said.start, end: said.end }, message: "Whom the bands are of." }],
    state: undefined,
  };
}

/** "Born before 37 weeks" above a band of "32–40 weeks": it reaches behind the end of what the heading is about. */
function* beyond(guideline: Guideline, series: BandSeries, promise: BandPromise) {
  const { stretch } = promise;
  const sorted = series.bands.map((band) => band.stretch).toSorted((a, b) => endOf(a) - endOf(b));
  const [before, last] = sorted.slice(-2);
  if (!before || !last || stretch.high === undefined || last.high === undefined || promise.from === "lead")
    return;
  // One that begins where the others, and what they are of, end: a row of other patients.
  const added =
    promise.from === "heading" &&
    series.bands.length > 2 &&
    Math.abs(reachOf(before) - reachOf(stretch)) <= stepOf(before, stretch);
  // "Below 5 years" is where they end, however it is counted.
  const slack = stretch.highInclusive
    ? stepOf(last, stretch)
    : last.highStep * 1.01 + (last.kind === "age" ? 5 : 0);
  if ((startOf(last) >= endOf(stretch) && !added) || reachOf(last) <= reachOf(stretch) + slack) return;
  yield outside(guideline, last, stretch, "goes on behind the end of");
}

/** "From 6 months of age" above bands that begin at 12 kg: hardly any child of that age is so heavy. */
function* tooHeavy(guideline: Guideline, series: BandSeries) {
  const promise = promiseOf(guideline, { ...series, kind: "age", unit: "age" });
  const first = bandsUnder(guideline, series, { from: "caption" }).toSorted(
    (a, b) => startOf(a) - startOf(b),
  )[0];
  const days = promise?.stretch.low === undefined ? undefined : startOf(promise.stretch);
  const heaviest = days === undefined ? undefined : heaviestAt(days);
  if (!promise || !first || heaviest === undefined || heaviest >= startOf(first)) return;
  if (isDosedByWeight(guideline, series, promise)) return;
  const below = { low: heaviest * usualShare, high: startOf(first) };
  if (
    exceptsSmaller(guideline, series, first) ||
    isCoveredElsewhere(guideline, series, below, promise.blocks)
  )
    return;
  const missing = `what to give at the weight of that age (mostly under ${Math.ceil(heaviest)} kg)`;
  yield* found(guideline, series, { promise, band: first, missing, side: "begin" });
}
/** "100 mg/kg once daily" below a wider heading: the bands only save the sum, and nobody is left without a dose. */
function isDosedByWeight({ orders, sections }: Guideline, { start }: BandSeries, { stretch }: BandPromise) {
  const own = sectionAt(sections, start);
  if (!own || stretch.start > own.headingSpan.end) return false;
  const around = pathOf(own);
  return orders.some(
    ({ dose }) =>
      dose.per.kg && dose.start < start && around.includes(sectionAt(sections, dose.start) as Section),
  );
}

/** The lightest weigh about so much of what the heaviest of their age do. */
const usualShare = 0.65;

interface Shortfall {
  readonly promise: BandPromise;
  readonly band: Stretch;
  readonly missing: string;
  readonly side: "begin" | "end";
}

function* found({ lines, text }: Guideline, series: BandSeries, { promise, band, missing, side }: Shortfall) {
  // Another series of the section: the finding is its own.
  if (!series.bands.some(({ stretch }) => stretch === band)) return;
  const said = promise.stretch;
  yield {
    span: { start: band.start, end: band.end },
    message:
      `"${text.slice(said.start, said.end)}" (line ${lines.positionAt(said.start).line + 1}) promises ${missing}, but no band ` +
      `covers that: they ${side} with "${text.slice(band.start, band.end)}". ` +
      "Add the missing band, say what to do there, or correct one of the figures.",
    related: [{ span: { start: said.start, end: said.end }, message: "What is promised." }],
    state: undefined,
  };
}

/** A heading or lead sentence stands above all bands of its section, a caption above its own table. */
function bandsUnder(
  guideline: Guideline,
  series: BandSeries,
  { from }: Pick<BandPromise, "from">,
): Stretch[] {
  const near =
    from === "caption"
      ? [series.block]
      : sectionBlocks(guideline, series.block).filter((at) => !isOfOther(guideline, at, series.block));
  return near.flatMap((at) =>
    seriesAt(guideline, at, series).flatMap(({ bands }) => bands.map(({ stretch }) => stretch)),
  );
}

/** Where a promise begins: values begin at nothing, "under 5 years" says nothing of newborns. */
function lowest({ kind, low }: Stretch): number {
  return low ?? (kind === "value" ? 0 : Number.POSITIVE_INFINITY);
}

/** Both are beginnings: only how finely they are written sets them apart, and "28 days" is "1 month". */
function startStep(band: Stretch, promise: Stretch): number {
  // "1 to 14 years" above bands that begin with "2 to 4 years": the first of the promise's own steps is missing.
  const alike = Math.abs(band.lowStep / promise.lowStep - 1) < 0.01;
  if (alike && band.lowInclusive && promise.lowInclusive && promise.high !== undefined)
    return band.lowStep * 0.9;
  return Math.min(band.lowStep, promise.lowStep) * 1.01 + (band.kind === "age" ? 5 : 0);
}

function stepOf(band: Stretch, promise: Stretch): number {
  return Math.max(Math.min(band.lowStep, band.highStep), Math.min(promise.lowStep, promise.highStep)) * 1.01;
}
