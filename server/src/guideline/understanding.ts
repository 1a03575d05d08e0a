// What is understood of a document, place by place and in words: orders, bands, thresholds, strengths, and for whom
// a section is; and the lines that name a medicine and a quantity of which nothing was understood. It must not judge.

import { type Span, shifted } from "../text/span.ts";
import { formatBandSeries } from "./band-series.ts";
import { statementsIn } from "./concentration.ts";
import { isAmountUnit } from "./dose-clues.ts";
import { type Guideline, readLike } from "./guideline.ts";
import { formatIndication, isSaid } from "./indication.ts";
import type { Item } from "./item.ts";
import type { Measure } from "./measure.ts";
import { formatOrder } from "./order.ts";
import { formatPopulation, isEveryone } from "./population.ts";
import { itemsOf, scopeOf, slice } from "./scope.ts";
import { formatThreshold } from "./threshold.ts";

export type UnderstoodKind = "section" | "order" | "bands" | "threshold" | "strength" | "not understood";
export interface Understood {
  readonly kind: UnderstoodKind;
  readonly span: Span;
  readonly description: string;
}

/** In the order of the text. */
export function understoodIn(guideline: Guideline): Understood[] {
  return readLike(guideline, () => read(guideline));
}

function read(guideline: Guideline): Understood[] {
  const found = [
    ...sectionsIn(guideline),
    ...guideline.orders.map(
      (order): Understood => ({ kind: "order", span: order.dose, description: formatOrder(order) }),
    ),
    ...guideline.bandSeries.map(
      (series): Understood => ({ kind: "bands", span: series, description: formatBandSeries(series) }),
    ),
    ...guideline.thresholds.map(
      (threshold): Understood => ({
        kind: "threshold",
        span: threshold,
        description: `${threshold.analyte.name} ${formatThreshold(threshold)}`,
      }),
    ),
    ...strengthsIn(guideline),
    ...notUnderstoodIn(guideline),
  ];
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** For whom and against what a section is, where its heading says so. */
function sectionsIn({ sections, markdown }: Guideline): Understood[] {
  return sections.flatMap(({ headingSpan }): Understood[] => {
    const { population, indication } = scopeOf(slice(markdown, headingSpan), headingSpan.start);
    const parts = [
      ...(isEveryone(population) ? [] : [`for ${formatPopulation(population)}`]),
      ...(isSaid(indication) ? [formatIndication(indication)] : []),
    ];
    return parts.length === 0 ? [] : [{ kind: "section", span: headingSpan, description: parts.join("; ") }];
  });
}

/** Strengths that are said in two ways, or apart from any order. */
function strengthsIn({ figures, orders, text, thresholds }: Guideline): Understood[] {
  const taken = [...orders.map(({ dose }) => dose), ...thresholds].toSorted((a, b) => a.start - b.start);
  const texts = [...figures.texts, ...figures.tables.flatMap(({ rows }) => rows.flat())];
  return texts.flatMap((passage) =>
    statementsIn(passage).flatMap(({ medicine, facts }): Understood[] => {
      const [first, last] = [facts[0], facts.at(-1)];
      // A percentage behind "oxygen" is a saturation.
      if (!medicine || !first || !last || medicine.name === "oxygen") return [];
      const span = { start: first.start, end: last.end };
      if (facts.length < 2 && meetsAny(taken, span)) return [];
      return [
        { kind: "strength", span, description: `${medicine.name} ${text.slice(span.start, span.end)}` },
      ];
    }),
  );
}

/** Spans in order, none of which lies in another. */
function meetsAny(spans: readonly Span[], { start, end }: Span): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}

const isDose = ({ unit, per }: Measure): boolean =>
  isAmountUnit(unit) && per.mL === undefined && per.form === undefined && unit.code !== "kg";

export interface DoseLine {
  /** From zero. */
  readonly line: number;
  readonly span: Span;
  readonly understood: boolean;
}

/** Lines that name a medicine and a quantity that may be its dose, and whether an order was read from them. */
export function doseLinesIn({ markdown, lines, medicines, orders, thresholds }: Guideline): DoseLine[] {
  const lineOf = ({ start }: Span) => lines.positionAt(start).line;
  const named = new Set(medicines.map(lineOf));
  const read = new Set(
    orders.flatMap(({ dose, equivalents, maxima }) => [dose, ...equivalents, ...maxima].map(lineOf)),
  );
  for (const threshold of thresholds) read.add(lineOf(threshold));
  const quantities = new Map<number, Span>();
  const texts = markdown.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.span]
      : block.kind === "table"
        ? block.rows.flatMap(({ cells }) => cells)
        : [],
  );
  for (const span of texts)
    for (const measure of dosesIn(itemsOf(slice(markdown, span)))) {
      const place = shifted(measure, span.start);
      const line = lineOf(place);
      if (named.has(line) && !quantities.has(line)) quantities.set(line, place);
    }
  return [...quantities].map(([line, span]) => ({ line, span, understood: read.has(line) }));
}

const dosesIn = (items: readonly Item[]): Measure[] =>
  items.flatMap((item) => (item.kind === "measure" && isDose(item.measure) ? [item.measure] : []));

function notUnderstoodIn(guideline: Guideline): Understood[] {
  const { lines } = guideline;
  return doseLinesIn(guideline)
    .filter(({ understood }) => !understood)
    .map(({ line, span }) => ({
      kind: "not understood",
      span,
      description: lines.textOf(line).trim(),
    }));
}
