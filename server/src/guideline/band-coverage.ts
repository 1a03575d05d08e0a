// What else in a section speaks about a part of an axis that a band series leaves out: "below 6 kg refer",
// another table, a sentence about one weight. It must not judge.

import { oncePer, whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { BandSeries } from "./band-series.ts";
import type { Guideline } from "./guideline.ts";
import { medicinesAmong } from "./item-kind.ts";
import type { Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { type Section, sectionAt } from "./section.ts";
import { endOf, reachOf, type Stretch, startOf, stretchesIn } from "./stretch.ts";

export interface Part {
  readonly low: number;
  readonly high: number;
}

/** So far a table's or list's surroundings reach, in blocks: nobody reads further for a row. */
const reach = 40;

/** The blocks around one that stand under the same heading. */
export function sectionBlocks({ markdown: { blocks } }: Pick<Guideline, "markdown">, at: number): number[] {
  const found = [at];
  for (let i = at - 1; i >= Math.max(0, at - reach) && blocks[i]?.kind !== "heading"; i--) found.unshift(i);
  for (let i = at + 1; i < Math.min(blocks.length, at + reach) && blocks[i]?.kind !== "heading"; i++)
    found.push(i);
  return found;
}

/** All blocks of a part of the text. */
export function blocksWithin({ markdown: { blocks } }: Pick<Guideline, "markdown">, part: Span): number[] {
  return blocks.flatMap(({ span }, at) => (span.start >= part.start && span.end <= part.end ? [at] : []));
}

/** The paragraphs that stand directly under a heading, found by its place. */
export function introBlocks(
  { markdown: { blocks } }: Pick<Guideline, "markdown">,
  heading: number,
): number[] {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.span.start ?? 0) <= heading) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < Math.min(blocks.length, low + reach) && blocks[i]?.kind !== "heading"; i++)
    if (blocks[i]?.kind === "paragraph") found.push(i);
  return found;
}

/** The paragraphs and list items around a block within the section that its own stands in. */
export function besideBlocks(
  { markdown: { blocks } }: Pick<Guideline, "markdown">,
  at: number,
  { headingSpan, level }: Section,
): number[] {
  const found: number[] = [];
  for (let i = at - 1; i >= Math.max(0, at - reach) && (blocks[i]?.span.start ?? 0) > headingSpan.start; i--)
    if (blocks[i]?.kind === "paragraph") found.unshift(i);
  for (let i = at + 1; i < Math.min(blocks.length, at + reach); i++) {
    const block = blocks[i];
    if (block?.kind === "heading" && block.level <= level) break;
    if (block?.kind === "paragraph") found.push(i);
  }
  return found;
}

/** What the bands of a weight give, again only where something that it follows from is another. */
export function oncePerBands<T>(
  work: (guideline: Guideline, series: BandSeries) => readonly T[],
): (guideline: Guideline, series: BandSeries) => readonly T[] {
  const known = whileFrom<BandSeries, readonly T[]>();
  return (guideline, series) =>
    series.kind === "weight"
      ? known(series, sourcesOf(guideline, series), () => work(guideline, series))
      : [];
}

/** Its section, what stands below the heading above, and in the sections beside it. */
export function sourcesOf(guideline: Guideline, { start, block }: BandSeries): readonly unknown[] {
  const { sections, markdown } = guideline;
  const runs = runsBySection(guideline);
  const section = sectionAt(sections, start);
  const parent = section?.parent;
  if (!parent) return [runs.get(section)];
  const beside = besideBlocks(guideline, block, parent).map((at) => markdown.blocks[at]);
  return [runs.get(section), runs.get(parent), ...beside];
}

const runsBySection = oncePer(
  ({ runs }: Guideline): ReadonlyMap<unknown, Run> => new Map(runs.map((run) => [run.section, run])),
);

const byBlock = new WeakMap<readonly BandSeries[], ReadonlyMap<number, readonly BandSeries[]>>();

/** The series of one axis that begin in a block. */
export function seriesAt(
  { bandSeries }: Pick<Guideline, "bandSeries">,
  block: number,
  like: Pick<BandSeries, "kind" | "unit">,
): readonly BandSeries[] {
  let known = byBlock.get(bandSeries);
  if (!known) {
    const made = new Map<number, BandSeries[]>();
    for (const series of bandSeries) {
      const list = made.get(series.block);
      if (list) list.push(series);
      else made.set(series.block, [series]);
    }
    byBlock.set(bandSeries, made);
    known = made;
  }
  return (known.get(block) ?? []).filter(({ kind, unit }) => kind === like.kind && unit === like.unit);
}

/** Whether anything of the section but the series itself, and what `except` names, speaks about the part. */
export function isCoveredElsewhere(
  guideline: Guideline,
  series: BandSeries,
  part: Part,
  except: readonly number[] = [],
  within: readonly number[] = sectionBlocks(guideline, series.block),
): boolean {
  const { markdown } = guideline;
  const own = new Set([...except, series.block]);
  if (series.where === "prose") own.delete(series.block);
  const inside = ({ start, end }: { start: number; end: number }) =>
    series.where !== "prose" && start >= series.start && end <= series.end;
  return within.some((at) => {
    const block = markdown.blocks[at];
    if (!block || block.kind === "code" || block.kind === "comment" || own.has(at) || inside(block.span))
      return false;
    if (block.kind === "table") {
      if (isOfOther(guideline, at, series.block)) return false;
      const others = seriesAt(guideline, at, series).filter(
        (other) => !(isWithin(series, part) && dividesAgain(other, series)),
      );
      return others.some(({ bands }) => bands.some(({ stretch }) => meets(stretch, part)));
    }
    const found = stretchesIn(slice(markdown, block.span)).filter(
      ({ kind, unit }) => kind === series.kind && unit === series.unit,
    );
    const byWeight = series.kind !== "value" && perKilogram.test(slice(markdown, block.span));
    const many = byWeight ? series.bands.length : 1;
    if (found.length > 0 && tellsOfOther(guideline, at, series.block)) return false;
    return found.some((stretch) => covers(stretch, part) && bandsWithin(stretch, series) < many);
  });
}

const meets = (stretch: Stretch, { low, high }: Part): boolean =>
  startOf(stretch) < high && reachOf(stretch) > low;

const isWithin = ({ bands }: BandSeries, { low, high }: Part): boolean =>
  bands.some(({ stretch }) => startOf(stretch) < low) && bands.some(({ stretch }) => endOf(stretch) > high);

/** "Bedtime scale: …": bands over the same stretch are another scale, and no rows that this one lacks. */
function dividesAgain({ bands }: BandSeries, own: BandSeries): boolean {
  const met = own.bands.filter(({ stretch }) =>
    bands.some((other) => meets(other.stretch, { low: startOf(stretch), high: endOf(stretch) })),
  );
  return met.length >= own.bands.length * 0.75;
}

/**
 * "6.0–6.4 mmol/L, ECG normal": a row of the series' own table that is no band of it, but speaks about the part; or what
 * stands behind another band in its item, whose line was lost.
 */
export function isNamedWithin(
  { markdown }: Guideline,
  { block, kind, unit, where, columns }: BandSeries,
  part: Part,
): boolean {
  const within = (stretch: Stretch) =>
    stretch.kind === kind &&
    stretch.unit === unit &&
    startOf(stretch) >= part.low - stretch.lowStep / 2 &&
    endOf(stretch) <= part.high + stretch.highStep / 2;
  const isIn = (span: Span | undefined) => span && stretchesIn(slice(markdown, span)).some(within);
  const table = markdown.blocks[block];
  if (where === "list") return columns.some(({ cells }) => cells.some(isIn));
  return table?.kind === "table" && table.rows.some(({ cells: [first] }) => isIn(first));
}

/** "Table 1. Vitamin A …" says nothing of the patients of "Table 2. Albendazole …". */
export function isOfOther({ markdown }: Guideline, table: number, own: number): boolean {
  const [named, wanted] = [table, own].map((at) => {
    const caption = markdown.blocks[at - 1];
    return caption?.kind === "paragraph" ? medicinesAmong(itemsOf(slice(markdown, caption.span))) : [];
  });
  if (!named?.length || !wanted?.length) return false;
  return named.every(({ name, components }) =>
    wanted.every(
      (other) => name !== other.name && !components.includes(other.name) && !other.components.includes(name),
    ),
  );
}

/** "**Albendazole**" over ages says nothing of "**Vitamin A**" over its own: each list is of what leads to it. */
function tellsOfOther(guideline: Guideline, at: number, own: number): boolean {
  const [named, wanted] = [leadingTo(guideline, at), leadingTo(guideline, own)];
  return named.length > 0 && wanted.length > 0 && !named.some((one) => wanted.includes(one));
}

/** The medicines that a block names, or else the line above its list. */
function leadingTo({ markdown: { blocks }, markdown }: Guideline, at: number): readonly string[] {
  for (let i = at; i >= Math.max(0, at - reach); i--) {
    const block = blocks[i];
    if (block?.kind !== "paragraph") return [];
    const found = medicinesAmong(itemsOf(slice(markdown, block.span))).map(({ name }) => name);
    if (found.length > 0 || block.listDepth === 0) return found;
  }
  return [];
}

const between =
  /\bbetween +(?:two|the|any|these) +(?:\w+ +){0,2}(?:weights?|bands?|rows?|columns?|ages?|lines?|cards?|figures|values|steps)\b|\b(?:nearest|next +(?:lower|higher|smaller|larger)|lower|lighter|smaller) +(?:weight|band|row|card|colour|column|line|step)\b/i;

/** "Between two weights the lighter row is taken": what is left out is settled for all bands of the section. */
export function settlesBetween(guideline: Guideline, { block }: BandSeries): boolean {
  const { markdown } = guideline;
  return sectionBlocks(guideline, block).some((at) => {
    const found = markdown.blocks[at];
    return found?.kind === "paragraph" && between.test(slice(markdown, found.span));
  });
}

const perKilogram = /\/\s?kg\b|\bper +(?:kg|kilogram)\b/i;

/** What holds for bands, too, says nothing of what lies between or beside them, unless it gives a dose there. */
function bandsWithin(stretch: Stretch, { bands }: BandSeries): number {
  return bands.filter(
    ({ stretch: own }) => startOf(stretch) <= startOf(own) && reachOf(stretch) >= endOf(own),
  ).length;
}

/** The whole part lies within the stretch, by a step. */
export function covers(stretch: Stretch, { low, high }: Part): boolean {
  return (
    startOf(stretch) - stretch.lowStep <= low &&
    Math.max(endOf(stretch), reachOf(stretch)) + stretch.highStep >= high
  );
}
