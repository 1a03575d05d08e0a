// Quantities that stand in no statement that was understood (a pump table's cells, a volume in prose, a band's edge),
// compared in lines that are one in both editions: a figure in a dose table must not change unseen. It must not know
// how lines are found.

import type { Schedule } from "../guideline/schedule.ts";
import { slice } from "../guideline/scope.ts";
import { stretchesIn } from "../guideline/stretch.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Alignment } from "./alignment.ts";
import type { ChangeKind } from "./change.ts";
import { evenWords, isCited, type Line, verbatim } from "./line.ts";
import { type SaidItem, saidIn } from "./said-words.ts";
import type { Statement } from "./statement.ts";

/** A row or line with quantities that no reader understood, and that the other edition does not have. */
export interface FigureLine {
  readonly kind: ChangeKind;
  readonly action: "added" | "removed";
  readonly line: Line;
}

export interface FigureChange {
  readonly kind: ChangeKind;
  readonly before: Line;
  readonly after: Line;
  readonly from: Span;
  readonly to: Span;
}

interface Quantity extends Span {
  readonly kind: ChangeKind;
  readonly value: string;
}

export function figureChanges(
  alignment: Alignment,
  before: readonly Statement[],
  after: readonly Statement[],
): FigureChange[] {
  const [takenBefore, takenAfter] = [takenByLine(before), takenByLine(after)];
  return [...alignment.pairs].flatMap(([a, b]) => {
    if (a.text === b.text || isCited(b)) return [];
    const pairs =
      a.kind === "row" && b.kind === "row" && a.cells.length === b.cells.length
        ? cellPairs(a, b)
        : [[a.span, b.span] as const];
    return pairs.flatMap(([from, to], column) => {
      const row = a.kind === "row" && b.kind === "row";
      const asked = { row, first: column === 0 };
      const old = quantitiesIn(a, from, { ...asked, taken: takenBefore.get(a) ?? [] });
      const now = quantitiesIn(b, to, { ...asked, taken: takenAfter.get(b) ?? [] });
      return changed(old, now).map(([one, other]) => ({
        kind: other.kind,
        before: a,
        after: b,
        from: one,
        to: other,
      }));
    });
  });
}

/** What of a table that is in both editions, or of a medicine, is said in one of them alone. */
export function figureLines(
  alignment: Alignment,
  before: readonly Statement[],
  after: readonly Statement[],
): FigureLine[] {
  const [gone, fresh] = [unread(alignment.before, before), unread(alignment.after, after)];
  const [left, come] = [new Set(gone.flatMap(valuesOf)), new Set(fresh.flatMap(valuesOf))];
  const heads = new Set([...alignment.pairs].flat());
  const made = (action: FigureLine["action"], lines: readonly Line[], others: ReadonlySet<string>) =>
    lines.flatMap((line): FigureLine[] => {
      const values = valuesOf(line);
      // What was only laid out in another way is there on the other side, too.
      if (values.length === 0 || values.every((value) => others.has(value))) return [];
      const counts = line.head ? heads.has(line.head) : namesDose(line);
      return counts ? [{ kind: "figure", action, line }] : [];
    });
  return [...made("removed", gone, come), ...made("added", fresh, left)];
}

function unread(lines: Iterable<Line>, statements: readonly Statement[]): Line[] {
  const read = new Set(statements.map(({ line }) => line));
  return [...lines].filter((line) => !read.has(line) && !isCited(line));
}

const valuesOf = (line: Line): string[] =>
  (line.cells.length > 0 ? line.cells : [line.span]).flatMap((span, column) =>
    quantitiesIn(line, span, { row: line.kind === "row", first: column === 0, taken: [] }).map(
      ({ value }) => value,
    ),
  );

const dose = /\b(?:mass|volume|activity|substance|equivalent)\b/;

function namesDose({ document, span }: Line): boolean {
  const said = saidIn(slice(document.guideline.markdown, span));
  return (
    said.some(({ item }) => item.kind === "medicine") &&
    said.some(({ item, value }) => item.kind === "measure" && dose.test(value))
  );
}

function takenByLine(statements: readonly Statement[]): ReadonlyMap<Line, readonly Span[]> {
  const taken = new Map<Line, Span[]>();
  for (const statement of statements)
    taken.set(statement.line, [...(taken.get(statement.line) ?? []), ...statement.taken]);
  return taken;
}

/** Cells of one column: by the words of its head, else by their places. */
function cellPairs(a: Line, b: Line): (readonly [Span, Span])[] {
  const [heads, others] = [headsOf(a), headsOf(b)];
  const isNamed = new Set(heads).size === heads.length && heads.every((head) => others.includes(head));
  return a.cells.flatMap((cell, i) => {
    const other = b.cells[isNamed ? others.indexOf(heads[i] ?? "") : i];
    return other ? [[cell, other] as const] : [];
  });
}

const headsOf = ({ head, document }: Line): string[] =>
  (head?.cells ?? []).map((cell) => evenWords(slice(document.guideline.markdown, cell)));

interface Asked {
  readonly row: boolean;
  /** A row's first cell. */
  readonly first: boolean;
  readonly taken: readonly Span[];
}

function quantitiesIn({ document }: Line, span: Span, { row, first, taken }: Asked): Quantity[] {
  const text = slice(document.guideline.markdown, span);
  const said = saidIn(text);
  const band = row && first && isBand(text);
  if (band) return [{ kind: "band", value: evenBand(text), ...span }];
  return said
    .flatMap(({ item, value }, i): Quantity[] => {
      const place = shifted(item, span.start);
      if (taken.some(({ start, end }) => start < place.end && place.start < end)) return [];
      if (item.kind === "measure") return [{ kind: kindOf(value, said[i - 1]), value, ...place }];
      if (item.kind === "schedule")
        return [{ kind: isLength(item.schedule) ? "duration" : "time", value, ...place }];
      if (item.kind === "population" && /\d/.test(value)) return [{ kind: "band", value, ...place }];
      return [];
    })
    .concat(row ? bareNumbers(text, span, taken) : []);
}

const bound = /^\s*(?:(?:under|over|above|below|less than|more than|from|up to|at least|[<>≤≥])\s*)?\d/i;
const isBand = (text: string) => stretchesIn(text).length > 0 || bound.test(text);

const evenBand = (text: string) =>
  text
    .replace(/[\s–—-]+/g, " ")
    .trim()
    .toLowerCase();

/** A cell that is a number: its unit stands in the head. */
function bareNumbers(text: string, span: Span, taken: readonly Span[]): Quantity[] {
  const value = /^\s*([\d.,·½¼¾–—/ -]+)\s*$/.exec(text)?.[1]?.trim();
  if (!value || !/[\d½¼¾]/.test(value)) return [];
  if (taken.some(({ start, end }) => start < span.end && span.start < end)) return [];
  return [{ kind: "figure", value: evenBand(value), ...span }];
}

const isLength = (schedule: Schedule) => schedule.kind === "time" && schedule.role === "duration";

/** "glucose 5 %"; a saturation of oxygen is none. */
function kindOf(value: string, before: SaidItem | undefined): ChangeKind {
  if (value.includes("proportion"))
    return before?.item.kind === "medicine" && before.value !== "oxygen" ? "concentration" : "figure";
  return value.endsWith(" mL") ? "concentration" : "figure";
}

/** What is gone and what is new, in order. */
function changed(before: readonly Quantity[], after: readonly Quantity[]): [Quantity, Quantity][] {
  const gone = without(before, after);
  const fresh = without(after, before);
  return gone.flatMap((one): [Quantity, Quantity][] => {
    const at = fresh.findIndex(
      ({ kind, value }) => kind === one.kind && dimensionOf(value) === dimensionOf(one.value),
    );
    const [other] = at < 0 ? [] : fresh.splice(at, 1);
    return other ? [[one, other]] : [];
  });
}

const dimensionOf = (value: string) => value.replace(/[\d.,·½¼¾–—/-]+/g, "").trim();

function without(all: readonly Quantity[], others: readonly Quantity[]): Quantity[] {
  const left = others.map(({ value }) => value);
  return all.filter(({ value }) => {
    const at = left.indexOf(value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export function figureTexts({ before, after, from, to }: FigureChange) {
  return {
    before: verbatim(before.document.guideline, from),
    after: verbatim(after.document.guideline, to),
  };
}
