// A band that breaks the climb of its table or list: heavier or older children get more in every row but one. For
// band-dose; it must not know what the dose is worked out from.

import type { BandSeries, SeriesColumn } from "../guideline/band-series.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Item } from "../guideline/item.ts";
import { isBreak } from "../guideline/item-kind.ts";
import { canonical } from "../guideline/measure.ts";
import { wordedNumber } from "../guideline/number-word.ts";
import { itemsOf, slice } from "../guideline/scope.ts";
import { sectionAt } from "../guideline/section.ts";
import { endOf, type Stretch, startOf } from "../guideline/stretch.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { fallenIn } from "./band-fall.ts";

export interface BrokenStep {
  readonly cell: Span;
  readonly band: Stretch;
  /** The cells beside it. */
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  /** It may be meant: a reader should look. */
  readonly mild: boolean;
}

const fewestBands = 4;
/** Enough where one gets less than a lighter one does. */
const fewestFalling = 3;
/** Heads of columns of which none climbs with the weight. */
const notAmount =
  /\/ *kg|\b(?:per|each|every) +(?:hour|minute|kg|kilogram)|\/ *(?:h|hr|min)\b|\b(?:rate|speed|concentration|strength)\b/i;
/** Heads of bare figures that count or measure out. */
const amountHead =
  /\b(?:tablets?|capsules?|sachets?|packets?|vials?|ampoules?|drops?|puffs?|spoon\w*|mL|mg|mcg|micrograms?|units?|dose|doses|volume|amount|count)\b/i;

interface Cell {
  readonly cell: Span;
  readonly band: Stretch;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** "every 12 hours", as far as the cell says so. */
  readonly rhythm: string;
}

export function* brokenSteps(guideline: Guideline): Iterable<BrokenStep> {
  for (const series of guideline.bandSeries) {
    if ((series.kind !== "weight" && series.kind !== "age") || series.bands.length < fewestFalling) continue;
    const dosed = series.columns.some((column) => isDose(guideline, series, column));
    // A volume beside a dose is the arithmetic of its concentration.
    for (const column of series.columns)
      if (!dosed || isDose(guideline, series, column)) yield* brokenIn(guideline, series, column);
  }
}

function* brokenIn(guideline: Guideline, series: BandSeries, column: SeriesColumn): Iterable<BrokenStep> {
  const cells = cellsOf(guideline, series, column);
  if (!cells || new Set(cells.map(({ unit, rhythm }) => `${unit} ${rhythm}`)).size !== 1) return;
  const sorted = cells.toSorted((a, b) => startOf(a.band) - startOf(b.band));
  // "From 10 kg: one tablet; from 15 kg: two": each holds until the next begins.
  const isApart = ({ band }: Cell, { band: before }: Cell) =>
    before.high === undefined ? startOf(band) > startOf(before) : startOf(band) >= endOf(before) - 1e-9;
  if (!sorted.every((one, i) => i === 0 || isApart(one, sorted[i - 1] as Cell))) return;
  const sure = sorted.length >= fewestBands ? (oddOne(sorted) ?? copied(sorted)) : copied(sorted);
  const odd = sure === undefined && series.kind === "weight" ? fallenIn(sorted) : undefined;
  const at = sure ?? odd?.at;
  const found = at === undefined ? undefined : sorted[at];
  if (at === undefined || !found) return;
  const mild = odd?.mild ?? sorted.length < fewestBands;
  yield {
    cell: found.cell,
    band: found.band,
    before: sorted[at - 1]?.cell,
    after: sorted[at + 1]?.cell,
    mild,
  };
}

function isDose(guideline: Guideline, series: BandSeries, column: SeriesColumn): boolean {
  const unit = cellsOf(guideline, series, column)?.[0]?.unit;
  if (unit === "mass" || unit === "activity") return true;
  const head = column.head ? guideline.text.slice(column.head.start, column.head.end) : "";
  return /\b(?:mg|g|mcg|micrograms?|units?|IU)\b/.test(head);
}

/** "50 mg/kg" over "700 mg": worked out from it. */
const perKilogram = /\d *(?:mg|mcg|micrograms?|units?|mL|g) *\/ *kg\b/i;
const isPlain = (markdown: Guideline["markdown"], cell: Span | undefined): boolean =>
  cell === undefined ||
  /^\W*(?:[\d.,]+ *(?:mg|mcg|micrograms?|units?|mL|g)\b[^/]*)?$/.test(slice(markdown, cell));

/** "Annex. Tablets a day by weight": what the bare figures of all columns count. */
function titleOver({ sections, markdown }: Guideline, { start }: BandSeries): string {
  const title = sectionAt(sections, start)?.title ?? "";
  const before =
    markdown.plain
      .slice(Math.max(0, start - longestTitle), start)
      .split(/\n\s*\n/)
      .at(-2) ?? "";
  return countTitle.exec(`${before}\n${title}`)?.[0] ?? "";
}
const countTitle =
  /\b(?:tablets?|capsules?|sachets?|vials?|ampoules?)\b(?= +(?:a|per|each|in +a) +(?:day|dose)| +(?:once|twice|daily|at +each|by +weight))/i;
const longestTitle = 200;

function cellsOf(
  guideline: Guideline,
  series: BandSeries,
  { head, cells }: SeriesColumn,
): Cell[] | undefined {
  const { markdown } = guideline;
  const { bands } = series;
  const above = titleOver(guideline, series);
  const title = head ? slice(markdown, head) : "";
  if (notAmount.test(title) && !(perKilogram.test(title) && cells.every((cell) => isPlain(markdown, cell))))
    return undefined;
  const counted = amountHead.test(title) || amountHead.test(above);
  const found = bands.flatMap(({ stretch }, i): Cell[] => {
    const cell = cells[i];
    const read = cell && amountIn(slice(markdown, cell), counted);
    return cell && read
      ? [{ ...read, cell: { start: cell.start + read.start, end: cell.start + read.end }, band: stretch }]
      : [];
  });
  return found.length >= fewestFalling && found.length >= bands.length - 1 ? found : undefined;
}

/** What a cell begins with: an amount, or a figure below a head that says of what. Two amounts leave it open. */
const amountIn = (text: string, isCounted: boolean) => {
  // "75 mL × weight in kg"
  if (/[×x*] *(?:body *)?weight\b|\bfor +each +k/i.test(text)) return undefined;
  const items = itemsOf(text).filter((item) => !isBreak(item, "colon", "dash"));
  const [first] = items;
  const spelt = isCounted ? speltCount(text) : undefined;
  if (spelt !== undefined)
    return {
      low: spelt,
      high: spelt,
      unit: "",
      rhythm: "",
      start: text.search(/\S/),
      end: text.trimEnd().length,
    };
  const measured = items.filter(({ kind }) => kind === "measure").length;
  if (first?.kind === "number" && isCounted && measured === 0 && items.length === 1)
    return { low: first.value, high: first.value, unit: "", rhythm: "", start: first.start, end: first.end };
  if (first?.kind !== "measure" || measured > 1) return undefined;
  const { unit, per } = first.measure;
  if (!["mass", "volume", "form", "activity"].includes(unit.dimension) || Object.keys(per).length > 0)
    return undefined;
  const { low, high } = canonical(first.measure);
  const form = unit.dimension === "form" ? unit.code : unit.dimension;
  return { low, high, unit: form, rhythm: rhythmIn(items), start: first.start, end: first.end };
};

const rhythmIn = (items: readonly Item[]): string =>
  items
    .flatMap((item) =>
      item.kind === "schedule" && item.schedule.kind === "frequency" && item.schedule.perDay
        ? [`${item.schedule.perDay.low}-${item.schedule.perDay.high}`]
        : [],
    )
    .join();

/** "Half", "two", "1 and a half" */
function speltCount(text: string): number | undefined {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const whole = /^\d+$/.test(words[0] ?? "") && words.slice(1).join(" ") === "and a half";
  if (whole) return Number(words[0]) + 0.5;
  const said = wordedNumber(words);
  return said?.length === words.length ? said.value : undefined;
}

/** The one without which all climb, and with which they do not. */
const oddOne = oncePer((cells: readonly Cell[]): number | undefined => {
  if (climbs(cells, 0) !== false) return undefined;
  const without = cells.map((_, at) => cells.filter((_one, i) => i !== at));
  for (const level of [2, 1]) {
    const fitting = without.flatMap((rest, at) => ((climbs(rest, level) ?? false) ? [at] : []));
    const [best] = fitting.toSorted((a, b) => roughness(without[a] ?? []) - roughness(without[b] ?? []));
    if (best === undefined) continue;
    // Where the dose per kilogram falls from a weight on, two of them may stand out a little.
    return fitting.length === 1 || (level === 2 && deepestFall(cells) >= leastFall) ? best : undefined;
  }
  return undefined;
});

/** 1, 1, 3, 4 or 6, 6, 18, 24: what is given again where all others climb by one step; “200, 300, 300” keeps to a maximum. */
function copied(cells: readonly Cell[]): number | undefined {
  const values = cells.map(({ low }) => low);
  const found = cells.flatMap(({ low, high }, at) => {
    const [before, after] = [values[at - 1], values[at + 1]];
    if (before === undefined || after === undefined || low !== high) return [];
    const step = (after - before) / 2;
    const mended = values.with(at, before + step);
    const isEven = mended.slice(1).every((one, i) => Math.abs(one - (mended[i] ?? 0) - step) < step / 100);
    // Half a tablet, one, one, two: as far as it can be measured out.
    const counted = !["mass", "activity", "volume"].includes(cells[at]?.unit ?? "");
    const isWhole = step > 0 && step >= (values[0] ?? 0) * 0.99 && (!counted || Number.isInteger(step));
    return isWhole && isEven && low === before ? [at] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

const leastFall = 1.4;
const deepestFall = (cells: readonly Cell[]) =>
  Math.max(...cells.slice(1).map(({ low }, i) => (cells[i] as Cell).low / low));

/** How uneven the steps of a climb are. */
function roughness(cells: readonly Cell[]): number {
  const steps = cells.slice(1).map(({ high }, i) => Math.log(high / (cells[i] as Cell).high));
  return Math.max(...steps) - Math.min(...steps);
}

/** Whether each gives at least as much as the one before; `level` 1: and some more, 2: and each more. */
function climbs(cells: readonly Cell[], level: number): boolean | undefined {
  const steps = cells.slice(1).map(({ low, high }, i) => {
    const before = cells[i] as Cell;
    return low < before.low || high < before.high ? -1 : low === before.low && high === before.high ? 0 : 1;
  });
  if (steps.includes(-1)) return false;
  const more = steps.filter((step) => step > 0).length;
  return level === 0 || (level === 1 ? more >= 2 : more === steps.length);
}
