// Bands in tables: a column whose cells are stretches of one axis, or a head whose cells are. Rows that name
// different medicines, tables set side by side and sequences that start again are kept apart. It must not judge.

import { analytesNamed } from "../lexicon/analytes.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Row, Table } from "../syntax/table.ts";
import type { Span } from "../text/span.ts";
import { proseBands } from "./band-prose.ts";
import { type BandSeries, evened, runsOf, type SeriesBand, type SeriesColumn } from "./band-series.ts";
import { lex } from "./lexer.ts";
import { itemsOf, slice } from "./scope.ts";
import {
  type AxisHint,
  lifeDaysIn,
  movedStretch,
  type Stretch,
  startOf,
  stretchesIn,
  valueUnitAt,
} from "./stretch.ts";

interface Member {
  readonly stretch: Stretch;
  readonly row: Row;
  /** What sets rows of one axis apart: another medicine, another kind of patient. */
  readonly key: string;
}
interface Axis {
  readonly index: number;
  readonly head: Span;
  readonly members: readonly Member[];
}

export function tableBands(markdown: Markdown, table: Table, block: number): BandSeries[] {
  const all = table.header.cells.flatMap((_head, index) => axisAt(markdown, table, index) ?? []);
  const [corner] = table.header.cells;
  const first = corner ? slice(markdown, corner) : "";
  // Values beside an age or weight are what is normal there, not what divides the table.
  const values = all.every(({ members }) => members[0]?.stretch.kind === "value");
  const axes = all.filter(
    ({ index, members }) =>
      members[0]?.stretch.kind !== "value" ||
      (values && (index === 0 || (index === 1 && !ofWhom.test(first)))),
  );
  const found =
    axes.length > 0
      ? axes.flatMap((axis) => rowSeries(markdown, table, { axis, axes, block }))
      : headSeries(markdown, table, block);
  const cells = [table.header, ...table.rows].flatMap(({ cells }) => cells);
  return [...found, ...(axes.length > 0 ? [] : cells.flatMap((cell) => proseBands(markdown, cell, block)))];
}

/** "Indication | INR": what is aimed at in each, and no bands of one thing. */
const ofWhom =
  /^\W*(?:indications?|conditions?|patients?|groups?|diagnos[ie]s|diseases?|settings?|situations?|populations?|who|medicines?|drugs?|tests?|valves?)\b/i;

const axisWords: readonly (readonly [AxisHint["kind"], RegExp])[] = [
  [
    "gestation",
    /\bgestation(?:al)?\b|\bga\b|\bpma\b|corrected +age|post-?menstrual|weeks +of +pregnancy|\bcompleted +weeks\b|\bborn\b.*\bweeks\b|\bweeks\b.*\b(?:born|birth)\b/,
  ],
  ["weight", /\bweigh(?:t|ts|s|ing)?\b|\bwt\b|\bkgs?\)?\s*$/],
  ["age", /\bage[ds]?\b|\bdays? +of +life\b|^\(?(?:completed +)?(?:years?|months?)\)?$/],
];
const otherWords =
  /\b(?:durations?|frequency|intervals?|how +often|course|lengths?|dos(?:e|es|age|ing)|volumes?|tablets?|tabs?|capsules?|sachets?|drops|rates?|max(?:imum)?|visits?|reviews?|follow|times?|totals?|given?|amounts?|units?|phases?|medicines?|drugs?|paed|adult +dose|targets?|goals?|aims?|normal|reference|desired|therapeutic|strengths?|conc|hours|days?|cycles?|steps?|months?|weeks?)\b|mg|mcg|microgram/;

/** What a head says of its column: an axis, not an axis, or nothing. */
function hintOf(head: string): AxisHint | "none" | undefined {
  const lower = head.toLowerCase();
  // Of a score, if all below it are bare numbers.
  if (/^\W*totals?\W*$/.test(lower)) return undefined;
  const kind = axisWords.find(([, pattern]) => pattern.test(lower))?.[0];
  const tokens = lex(lower);
  const value = tokens.flatMap((_token, at) => valueUnitAt(tokens, at) ?? [])[0];
  if (value && !kind && !otherWords.test(lower.replace(/mg\/d?l/, "")))
    return { kind: "value", unit: value.name };
  if (!kind && !otherWords.test(lower) && namesAnalyte(lower)) return { kind: "value", unit: "" };
  if (kind === undefined || /mg\/kg|per +kg|dose/.test(lower))
    return otherWords.test(lower) ? "none" : undefined;
  if (kind === "age" && /\bdays? +(?:of +life|after +birth)\b/.test(lower)) return { kind, unit: "days" };
  const unit = /\b(kgs?|g|grams?|hours?|h|days?|weeks?|months?|years?|wk)\)?\s*$/.exec(lower)?.[1];
  return { kind, unit: unit ?? { weight: "kg", age: "", gestation: "weeks", value: "" }[kind] };
}

/** "eGFR", "Serum potassium": what is measured, its unit understood. */
export function namesAnalyte(head: string): boolean {
  const words = head.match(/[\p{L}\d]+/gu) ?? [];
  return words.some((_word, at) =>
    [1, 2, 3].some((length) => analytesNamed(words.slice(at, at + length).join(" ")) !== undefined),
  );
}

function axisAt(markdown: Markdown, table: Table, index: number): Axis | undefined {
  const head = table.header.cells[index] as Span;
  const said = hintOf(slice(markdown, head));
  // A head that is itself a stretch ("Under 37 weeks") stands above something else.
  if (said === "none" || stretchesIn(slice(markdown, head)).length > 0) return undefined;
  const rows = table.rows.filter(({ cells }) => cells[index] && cells[index].end > cells[index].start);
  const hint =
    said ?? (index === 0 ? unitless(rows.map(({ cells }) => slice(markdown, cells[0] as Span))) : undefined);
  let label = "";
  const members = rows.flatMap((row): Member[] => {
    const cell = row.cells[index] as Span;
    const text = slice(markdown, cell);
    const [life] = hint?.kind === "age" ? lifeDaysIn(text, true) : [];
    const stretch = life ?? cellStretch(text, hint?.unit === "" && hint.kind === "age" ? undefined : hint);
    const left = row.cells
      .slice(0, index)
      // The rows' own count is no label.
      .map((other) =>
        slice(markdown, other)
          .trim()
          .toLowerCase()
          .replace(/^\d{1,2}[.)]?$/, ""),
      )
      .join("|");
    if (left.replaceAll("|", "") !== "") label = left;
    if (!stretch) return [];
    const rest = `${text.slice(0, stretch.start)} ${text.slice(stretch.end)}`;
    return [{ stretch: movedStretch(stretch, cell.start), row, key: `${label}|${leftover(rest)}` }];
  });
  const mine = ofOneUnit(members);
  const proper = mine.filter(({ stretch }) => !stretch.point).length;
  // Single weights ("at 10 kg") are no bands, but doses are worked out for them all the same.
  const only = proper === 1 && said !== undefined && rows.length === 1;
  const enough = proper >= 2 || only || (said?.kind === "weight" && proper === 0 && mine.length >= 3);
  return enough && mine.length >= rows.length * 0.6 ? { index, head, members: mine } : undefined;
}

/** Those of the first one's axis; values without a unit have that of the others. */
function ofOneUnit(members: readonly Member[]): Member[] {
  const kind = members[0]?.stretch.kind;
  const alike = members.filter(({ stretch }) => stretch.kind === kind);
  const unit = alike.find(({ stretch }) => stretch.unit !== "")?.stretch.unit ?? "";
  return alike.flatMap((member) => {
    if (member.stretch.unit === unit) return [member];
    return kind === "value" && member.stretch.unit === ""
      ? [{ ...member, stretch: { ...member.stretch, unit } }]
      : [];
  });
}

/** Scores and readings without any unit are an axis where all of a first column's cells are nothing else. */
function unitless(cells: readonly string[]): AxisHint | undefined {
  const hint: AxisHint = { kind: "value", unit: "" };
  const whole = cells.every((text) => {
    const [only, ...more] = stretchesIn(text, hint);
    return (
      only?.unit === "" && more.length === 0 && /^\W*$/.test(text.slice(0, only.start) + text.slice(only.end))
    );
  });
  const ranges = cells
    .flatMap((text) => stretchesIn(text, hint))
    .filter(({ low, high, point }) => !point && low !== undefined && high !== undefined);
  return whole && (ranges.length >= 2 || (ranges.length === 1 && cells.length >= 3)) ? hint : undefined;
}

/** The one stretch that a cell begins with. */
function cellStretch(text: string, hint: AxisHint | undefined): Stretch | undefined {
  const [first, ...more] = stretchesIn(text, hint).filter(({ kind }) => !hint || kind === hint.kind);
  if (!first || /\d/.test(text.slice(0, first.start)) || first.start > 24) return undefined;
  return more.some(({ kind, point }) => kind === first.kind && !point) ? undefined : first;
}

function leftover(rest: string): string {
  const glue =
    /\b(?:ages?|aged|weight|weighing|body|old|of|child(?:ren)?|infants?|adults?|patients?|kgs?|g|years?|months?|weeks?|days?)\b/g;
  return evened(
    rest
      .toLowerCase()
      .replace(glue, " ")
      .replace(/[()*†‡§]/g, " "),
  );
}

/** Rows that belong together: all, where each has a label of its own, else those of one label. */
function groupsOf(members: readonly Member[]): readonly (readonly Member[])[] {
  const byKey = new Map<string, Member[]>();
  for (const member of members) {
    const group = byKey.get(member.key);
    if (group) group.push(member);
    else byKey.set(member.key, [member]);
  }
  const groups = [...byKey.values()];
  const repeated = groups.filter((group) => group.length > 1);
  if (repeated.length === 0) {
    const medicines = members.filter(({ key }) => itemsOf(key).some(({ kind }) => kind === "medicine"));
    return medicines.length > 0 && members.length > 1 ? [] : [members];
  }
  // A footnote or a remark in one row does not set it apart.
  return repeated.length === 1 && (repeated[0]?.length ?? 0) > members.length / 2 ? [members] : repeated;
}

interface At {
  readonly axis: Axis;
  readonly axes: readonly Axis[];
  readonly block: number;
}

function rowSeries(markdown: Markdown, table: Table, { axis, axes, block }: At): BandSeries[] {
  const kind = (one: Axis) => one.members[0]?.stretch.kind;
  const alike = axes.filter((other) => kind(other) === kind(axis));
  // Columns behind the next axis of this kind belong to a table of their own, set side by side.
  const next = alike.find(({ index }) => index > axis.index);
  const before = alike.some(({ index }) => index < axis.index);
  const [from, to] = [before ? axis.index : 0, next?.index ?? table.header.cells.length];
  const others = axes.filter(({ index }) => index !== axis.index && index >= from && index < to);
  const plain = table.header.cells.flatMap((_head, i) => (axes.some(({ index }) => index === i) ? [] : [i]));
  const own = plain.filter((i) => i >= from && i < to);
  // "Tablets" left of two columns of weights is for both.
  const columns = own.length > 0 ? own : plain;
  const place = { where: "table" as const, axisHead: axis.head, block, ...spanOf(table.span) };
  return groupsOf(others.length > 0 ? onceEach(axis.members) : axis.members)
    .flatMap((group) => runsOf(group, ({ stretch }) => stretch))
    .filter(
      (run) =>
        (run.length > 1 || table.rows.length === 1) &&
        others.every((other) => isParallel(run, other) || isConstant(run, other)),
    )
    .map((run): BandSeries => {
      const { kind: axisKind, unit } = (run[0] as Member).stretch;
      const bands = run.map(({ stretch, row }) => {
        const cells = columns.flatMap((i) => row.cells[i] ?? []);
        return { stretch, instruction: evened(cells.map((cell) => slice(markdown, cell)).join(" | ")) };
      });
      const made = columns.map(
        (i): SeriesColumn => ({ head: table.header.cells[i], cells: run.map(({ row }) => row.cells[i]) }),
      );
      return { ...place, kind: axisKind, unit, bands, columns: made };
    })
    .filter(({ kind: axisKind, bands }) => axisKind !== "age" || saysFigures(bands));
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Ages beside milestones or vaccines are no bands: something is measured out, or counted, in most of them. */
function saysFigures(bands: readonly SeriesBand[]): boolean {
  return bands.filter(({ instruction }) => /[\d½¼¾]/.test(instruction)).length * 2 >= bands.length;
}

/** "Age" beside "Usual weight": both rise together. Otherwise each row is a field of a grid. */
function isParallel(run: readonly Member[], other: Axis): boolean {
  const sorted = run.toSorted((a, b) => startOf(a.stretch) - startOf(b.stretch));
  const byRow = new Map(other.members.map((member) => [member.row, member]));
  const starts = sorted.flatMap(({ row }) => {
    const member = byRow.get(row);
    return member ? [startOf(member.stretch)] : [];
  });
  return (
    starts.length < 2 ||
    starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? 0)) ||
    starts.every((start, i) => i === 0 || start < (starts[i - 1] ?? 0))
  );
}

/** "Below 30 weeks" in two rows, one for each age: a band all the same. */
function onceEach(members: readonly Member[]): readonly Member[] {
  return members.filter((member, i) => {
    const before = members[i - 1];
    return before?.key !== member.key || !isSame(before.stretch, member.stretch);
  });
}

/** Ages in rows of one gestation; other grids divide by both axes at once. */
function isConstant(run: readonly Member[], other: Axis): boolean {
  if (![run, other.members].some(([member]) => member?.stretch.kind === "gestation")) return false;
  const byRow = new Map(other.members.map((member) => [member.row, member]));
  const [first, ...more] = run.map(({ row }) => byRow.get(row)?.stretch);
  return first !== undefined && more.every((one) => one !== undefined && isSame(first, one));
}

const isSame = (a: Stretch, b: Stretch) =>
  startOf(a) === startOf(b) && a.high === b.high && a.unit === b.unit;

/** "| Weight | 3–5 kg | 6–9 kg |": the head is the axis, and each row says what it gives. */
function headSeries(markdown: Markdown, table: Table, block: number): BandSeries[] {
  const [first, ...heads] = table.header.cells;
  const said = first && hintOf(slice(markdown, first));
  const hint = said === "none" || said === undefined || said.unit === "" ? undefined : said;
  const found = heads.flatMap((cell, i) => {
    const stretch = cellStretch(slice(markdown, cell), hint);
    return stretch ? [{ stretch: movedStretch(stretch, cell.start), index: i + 1 }] : [];
  });
  const kind = found[0]?.stretch;
  if (!first || found.length < 3 || found.length < heads.length * 0.6) return [];
  if (found.some(({ stretch }) => stretch.kind !== kind?.kind || stretch.unit !== kind.unit || stretch.point))
    return [];
  return runsOf(found, ({ stretch }) => stretch).map((run): BandSeries => {
    const textOf = (index: number) =>
      evened(table.rows.map(({ cells }) => (cells[index] ? slice(markdown, cells[index]) : "")).join(" | "));
    return {
      ...{
        kind: kind?.kind ?? "value",
        unit: kind?.unit ?? "",
        where: "table",
        axisHead: first,
        block,
        start: table.span.start,
        end: table.span.end,
      },
      bands: run.map(({ stretch, index }) => ({ stretch, instruction: textOf(index) })),
      columns: table.rows.map(
        ({ cells }): SeriesColumn => ({ head: cells[0], cells: run.map(({ index }) => cells[index]) }),
      ),
    };
  });
}
