// What a table's columns are: the unit, medicine, population or phase that a head gives to all cells below it,
// and which columns are bands of weight, age or a laboratory value. It must not know orders.

import { type Unit, unitNamed } from "../lexicon/units.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Row, Table } from "../syntax/table.ts";
import { type Span, shifted } from "../text/span.ts";
import { supplyHead } from "./column-head.ts";
import { canonicalOf, type Interval, intervalAt } from "./interval.ts";
import type { Item } from "./item.ts";
import { isMeasuredAt } from "./lab-value.ts";
import { lex, type Token } from "./lexer.ts";
import { isSign, isWord, type Measure, type Per, unitAlone } from "./measure.ts";
import { itemsOf, slice } from "./scope.ts";

export type AxisKind = "weight" | "age" | "gestation" | "value";
export type ColumnRole =
  | "axis"
  | "medicine"
  | "dose"
  | "volume"
  | "count"
  | "rate"
  | "time"
  | "strength"
  | "frequency"
  | "duration"
  | "maximum"
  | "total"
  | "other";

export interface Column {
  readonly index: number;
  readonly header: Span;
  readonly text: string;
  readonly role: ColumnRole;
  readonly axis: AxisKind | undefined;
  /** The unit of its bare numbers. */
  readonly unit: Unit | undefined;
  readonly per: Per;
  /** Its cells' amounts are those in so many millilitres: "Amount in 1 mL". */
  readonly perMillilitres: number | undefined;
  readonly items: readonly Item[];
  /** Its rows go on where the one above ends: "1 to 3", "4 to 8" are days from the first on, not how many. */
  readonly stepped: boolean;
}

/** A row's or column's stretch on an axis. */
export interface TableBand {
  readonly span: Span;
  readonly interval: Interval;
  /** Ends in kilograms, days, weeks or the unit as written. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

const axisWords: readonly (readonly [AxisKind, RegExp])[] = [
  ["gestation", /\bgestation(?:al)?\b|\bpma\b|corrected +age|post-?menstrual/],
  ["weight", /\bweights?\b|\bbody *weight\b|\bwt\b|\bpoids\b|^\(?kgs?\)?$/],
  ["age", /\bages?\b|^\(?(?:years?|months?)\)?$/],
];
const roleWords: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    "maximum",
    /\bmax(?:im(?:um|al))?\b|(?<!\b(?:kidney|renal|liver|hepatic|egfr|gfr|clearance|age|weight|time) +)\blimit\b|\bceiling\b|\bcap\b|^(?:at +)?most\b|\b(?:never|not|no) +(?:above|more +than|over|beyond)\b|\b(?:upper|highest|largest|greatest) +(?:daily +|single +|total +)?(?:dose|limit|amount)\b|\bnot +to +(?:exceed|be +exceeded)\b/,
  ],
  [
    "medicine",
    /\b(?:medicines?|drugs?|medication|agents?|antibiotics?|products?|generic|name|molecule|antidotes?)\b/,
  ],
  [
    "frequency",
    /\b(?:frequency|interval|how +often|schedule|freq)\b|\b(?:times|doses|number|syringes|injections|infusions|feeds|fillings|portions) +(?:\w+ +)?(?:a|per|each|in +a|daily)\b|\btimes\s*\/|\bevery\b/,
  ],
  [
    "duration",
    /\b(?:duration|length|how +long|course|(?:no\.?|number|how +many) +(?:of +)?(?:days|weeks|months)|days +of)\b/,
  ],
  [
    "strength",
    /\b(?:strengths?|concentrations?|presentations?|formulations?|ampoules?|vials? +of|preparations?|stock|solution)\b/,
  ],
  ["rate", /\brates?\b/],
  ["total", /\b(?:total|per +day|daily|in +24 *h(?:ours)?)\b/],
  ["volume", /\bvolumes?\b|\bml\b/],
  ["count", /\b(?:tablets?|capsules?|tabs?|number|no\. +of)\b/],
  ["time", /\btime\b|^over\b|\bto +be +(?:given|infused) +over\b/],
  ["dose", /\b(?:doses?|dosage|dosing|amount|regimen|give|quantity|posology|order)\b/],
];

/** `caption` is what stands above the table: its unit is that of columns which have none. */
export function columnsOf(markdown: Markdown, table: Table, caption = ""): readonly Column[] {
  const columns = ownColumns(markdown, table);
  const above = caption === "" ? undefined : headUnit(lex(caption));
  const fallback =
    above && above.unit.dimension !== "time" && above.unit.dimension !== "form" ? above : undefined;
  if (!fallback) return columns;
  return columns.map((column, index) => {
    const whose = column.items.every(({ kind }) => kind !== "word" && kind !== "mark");
    const open =
      !column.unit &&
      !column.axis &&
      (column.role === "dose" || (column.role === "other" && index > 0 && whose));
    return open ? { ...column, unit: fallback.unit, per: fallback.per, role: "dose" } : column;
  });
}

const ownColumns = listOncePerBlock(
  (markdown, table: Table) =>
    table.header.cells.map((header, index) => columnOf(markdown, table, header, index)),
  (column: Column, by) => ({ ...column, header: shifted(column.header, by) }),
);

function columnOf(markdown: Markdown, table: Table, header: Span, index: number): Column {
  const text = slice(markdown, header);
  const lower = text.toLowerCase();
  const tokens = lex(text);
  const perMillilitres = millilitresIn(lower);
  const supplied = supplyHead.test(text);
  const [, counted = ""] = countHead.exec(lower) ?? [];
  const named = unitNamed(counted);
  const plain = supplied
    ? { unit: months, per: {} }
    : named
      ? { unit: named, per: {} }
      : perMillilitres
        ? undefined
        : headUnit(tokens);
  const isDaily = plain?.per.kg ? ofDay.test(lower) : usualDaily.test(lower);
  const found = plain && isDaily ? { ...plain, per: { ...plain.per, hours: 24 } } : plain;
  const axis = supplied ? undefined : axisOf(markdown, table, index, lower, found?.unit);
  const role = supplied ? "duration" : axis ? "axis" : perMillilitres ? "strength" : roleOf(lower, found);
  return {
    index,
    header,
    text,
    axis,
    role,
    unit: found?.unit,
    per: found?.per ?? {},
    perMillilitres,
    stepped: dayHead.test(text) && isStepped(markdown, table, index),
    items: itemsOf(text).filter(
      ({ kind, start }) =>
        !(supplied && kind === "schedule") && !(kind === "medicine" && isMeasuredAt(text, start)),
    ),
  };
}

const dayHead = /^\W*(?:on +)?days?\W*$/i;
function isStepped(markdown: Markdown, { rows }: Table, index: number): boolean {
  const ranges = rows.flatMap(({ cells }): [number, number][] => {
    const cell = cells[index];
    const [, low, high] =
      /^\s*(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})\b/.exec(cell ? slice(markdown, cell) : "") ?? [];
    return low && high ? [[Number(low), Number(high)]] : [];
  });
  return ranges.some(([low], i) => i > 0 && low === (ranges[i - 1]?.[1] ?? 0) + 1);
}

/** "How many days of tablets" */
const countHead = /\b(?:how +many|number +of|no\.? +of) +(days|weeks|months)\b/;

/** "mg per kg and day", "mg for each kg of body weight, per day" */
const ofDay =
  /\bk(?:g|ilograms?)(?: +of)?(?: +body)?(?: *-? *weight)?,? +(?:and|per|each|a|in +a) +(?:whole +)?day\b/;
/** "Usual daily dose (mg)", beside "once or twice a day". */
const usualDaily = /\b(?:usual|recommended|total) +daily +(?:dose|dosage)\b/;

/** "Amount in 1 mL", "Contents of each mL". */
function millilitresIn(lower: string): number | undefined {
  const [, count] =
    /^\W*(?:amount|quantity|contents?|strength|holds|contains)\W{1,3}(?:in|of|per)? *(\d{1,2}|one|each|every|a)? *m(?:l|illilit(?:re|er)s?)\b/.exec(
      lower,
    ) ?? [undefined, "none"];
  return count === "none" ? undefined : Number.parseInt(count ?? "1", 10) || 1;
}

/** "Child (never above the adult dose)", "Dose (maximum 1 g)": the doses, and how far they go. */
const boundedBeside = /\([^()]*\b(?:max|maximum|never|not|no|at +most)\b[^()]*(?:\d|\badults?\b)[^()]*\)/g;

function roleOf(lower: string, found: { unit: Unit; per: Per } | undefined): ColumnRole {
  const bare = lower.replaceAll(boundedBeside, " ");
  const said = roleWords.find(([, pattern]) => pattern.test(/\p{L}/u.test(bare) ? bare : lower))?.[0];
  // "Dose (mg/kg/day, to be divided over the interval)"
  if (found?.per.kg && (said === "frequency" || said === "duration")) return "dose";
  if (said === "maximum" || said === "frequency" || said === "duration" || said === "strength") return said;
  const unit = found?.unit;
  if (unit?.dimension === "volume")
    return found?.per.hours !== undefined && found.per.hours < 24 ? "rate" : "volume";
  if (unit?.dimension === "time") return "time";
  if (unit?.dimension === "form") return "count";
  if (said) return said;
  return unit ? "dose" : "other";
}

/** "Dose (mg)", "Volume, mL", "mg/kg", "Rate in mL/h", "Tablets once daily". */
export function headUnit(tokens: readonly Token[]): { unit: Unit; per: Per } | undefined {
  let best: { unit: Unit; per: Per } | undefined;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (before?.kind === "number" || isSign(before, "/")) continue;
    if (
      token.kind === "number" ||
      (token.kind === "word" && /^(?:a|m|s|d|l|u|h|min|cap|caps)$/.test(token.text) && !isSign(before, "("))
    )
      continue;
    const found = unitAlone(tokens, at);
    if (!found || found.unit.code === "breath" || found.unit.code === "bottle") continue;
    const enclosed =
      isSign(before, "(") || isSign(before, "[") || isSign(before, ",") || isWord(before, "in") || at === 0;
    const last = found.next >= tokens.length;
    const form = found.unit.dimension === "form";
    if (enclosed || last || form || found.per.hours !== undefined || found.unit.dimension === "activity") {
      // "(mL)" says more than "Tablets" in "Vials of 60 mg (number)".
      if (!best || enclosed) best = { unit: found.unit, per: found.per };
    }
  }
  return best;
}

function axisOf(
  markdown: Markdown,
  table: Table,
  index: number,
  lower: string,
  unit: Unit | undefined,
): AxisKind | undefined {
  const dosed = unit !== undefined && unit.dimension !== "time" && unit.code !== "kg" && unit.code !== "g";
  const said = dosed ? undefined : axisWords.find(([, pattern]) => pattern.test(lower))?.[0];
  const cells = table.rows.flatMap(({ cells }) => cells[index] ?? []).filter(({ start, end }) => end > start);
  if (cells.length === 0) return undefined;
  const bands = cells.map((cell) => bandAt(slice(markdown, cell), cell.start, said, unit));
  const kinds = bands.map((band) => band?.kind);
  // "Year" above 2019 and 2020 is no age.
  if (bands.some((band) => band?.kind === "age" && (band.high ?? band.low ?? 0) > oldestAge))
    return undefined;
  const counted = (kind: AxisKind) => kinds.filter((one) => one === kind).length;
  for (const kind of ["weight", "age", "gestation", "value"] as const) {
    if (said && said !== kind) continue;
    // A lone column of plain numbers is an axis only where its head says so.
    const enough = counted(kind) >= Math.max(said ? 1 : 2, cells.length * 0.6);
    if (kind === "age" && !said && (index > 0 || roleWords.some(([, pattern]) => pattern.test(lower))))
      continue;
    if (enough && (said || (index === 0 && kind !== "value") || (index === 0 && dosed && kind === "value")))
      return kind;
    if (
      enough &&
      kind !== "value" &&
      kinds.every((one, i) => one === kind || !/\d/.test(slice(markdown, cells[i] as Span)))
    )
      return kind;
  }
  return undefined;
}

/** In days. */
const oldestAge = 125 * 365.25;

const days = unitNamed("day") as Unit;
const kilograms = unitNamed("kg") as Unit;
const weeks = unitNamed("weeks") as Unit;
const months = unitNamed("months") as Unit;

export interface BandFound extends TableBand {
  readonly kind: AxisKind;
}

/** The stretch that a cell or list item begins with. Where its head gives unit or kind, bare numbers do. */
export function bandAt(
  text: string,
  offset: number,
  said: AxisKind | undefined,
  unit: Unit | undefined,
): BandFound | undefined {
  const tokens = lex(text);
  let at = 0;
  // "Child 1–5 years", "Age: 1–5 years", "Body weight 20 kg"
  while (tokens[at]?.kind === "word" && !intervalWord(tokens, at) && at < 4) at++;
  if (isSign(tokens[at], ":") || isSign(tokens[at], "(")) at++;
  const accepts = (other: Unit) =>
    other.dimension === "time" || other.code === "kg" || other.code === "g" || other.code === unit?.code;
  const found = intervalAt(tokens, at, accepts, { unitless: said !== undefined || unit !== undefined });
  if (!found) return undefined;
  const { interval } = found;
  const own = interval.highUnit ?? interval.lowUnit;
  const kind = said ?? kindOf(own, unit);
  if (!kind || (own && said && !fits(said, own))) return undefined;
  const used = own ?? headUnitFor(kind, unit);
  const scaled = (value: number | undefined, written: Unit | undefined) =>
    value === undefined
      ? undefined
      : kind === "gestation" || kind === "value"
        ? value
        : canonicalOf(value, written ?? used);
  const span = shifted(interval, offset);
  const low = scaled(interval.low, interval.lowUnit);
  const high = scaled(interval.high, interval.highUnit);
  return {
    kind,
    span,
    interval: {
      ...interval,
      ...span,
      lowUnit: interval.lowUnit ?? used,
      highUnit: interval.highUnit ?? used,
    },
    low,
    high,
  };
}

function intervalWord(tokens: readonly Token[], at: number): boolean {
  return intervalAt(tokens, at, () => true, { unitless: true }) !== undefined;
}

function kindOf(own: Unit | undefined, head: Unit | undefined): AxisKind | undefined {
  if (own?.code === "kg") return "weight";
  if (own?.dimension === "time") return own.factor >= 24 ? "age" : undefined;
  if (!own && head) return "value";
  return undefined;
}

function fits(kind: AxisKind, unit: Unit): boolean {
  if (kind === "weight") return unit.code === "kg" || unit.code === "g";
  if (kind === "age" || kind === "gestation") return unit.dimension === "time";
  return true;
}

function headUnitFor(kind: AxisKind, unit: Unit | undefined): Unit | undefined {
  if (unit && fits(kind, unit)) return unit;
  return kind === "weight"
    ? kilograms
    : kind === "gestation"
      ? weeks
      : kind === "age"
        ? (unit ?? days)
        : undefined;
}

/** A cell that is only a number or a range, with the unit of its column. */
export function bareNumber(
  text: string,
  offset: number,
  { unit, per }: Pick<Column, "unit" | "per">,
): Measure | undefined {
  if (!unit) return undefined;
  const tokens = lex(text.replace(/[*†‡§#¹²³]+\s*$|\[\^[^\]]*\]\s*$/g, (mark) => " ".repeat(mark.length)));
  if (tokens.length === 0) return undefined;
  const found = intervalAt(tokens, 0, () => false, { unitless: true });
  const ranged =
    found && isSign(tokens[found.next], "(") && isSign(tokens.at(-1), ")") && tokens.length - found.next <= 5;
  if (
    !found ||
    (found.next < tokens.length && !ranged) ||
    found.interval.low === undefined ||
    found.interval.high === undefined
  ) {
    return pairNumber(tokens, offset, unit, per);
  }
  const { low, high, start, end } = found.interval;
  return { low, high, unit, per, start: start + offset, end: end + offset };
}

/** "20/120" below "Artemether/lumefantrine (mg)"; "1/2" below "Tablets". */
function pairNumber(tokens: readonly Token[], offset: number, unit: Unit, per: Per): Measure | undefined {
  const parts: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (at % 2 === 0 && token.kind === "number") parts.push(token.value);
    else if (at % 2 === 1 && !isSign(token, "/")) return undefined;
    else if (at % 2 === 0) return undefined;
  }
  const [first, second] = parts;
  const span = { start: (tokens[0]?.start ?? 0) + offset, end: (tokens.at(-1)?.end ?? 0) + offset };
  if (first === undefined || second === undefined) return undefined;
  if (unit.dimension === "form") return { ...span, low: first / second, high: first / second, unit, per };
  return { ...span, low: first, high: first, parts, unit, per };
}

const timeOfDay =
  /^\W*(?:(?:in|at|on) +(?:the +)?)?(?:morning|midday|noon|afternoon|evening|night|bedtime|waking|breakfast|lunch|supper|dinner|(?:[01]?\d|2[0-4])[:.]00)(?: +dose)?\W*$/i;

/** "9 mL" below "Morning", "Midday" and "Evening": the cells that say it, where all that are filled say the same. */
export function timesAlike(texts: readonly string[], columns: readonly Column[]): number[] {
  const timed = columns.flatMap(({ text }, i) => (timeOfDay.test(text) ? [i] : []));
  const filled = timed.filter((i) => /\d/.test(texts[i] ?? ""));
  const alike = new Set(filled.map((i) => texts[i]?.trim())).size === 1;
  return timed.length > 1 && alike ? filled : [];
}

/** What stands over a place in a row. */
export const headOver = (at: number, { cells }: Row, columns: readonly Column[]): string =>
  columns[cells.findIndex(({ start, end }) => start <= at && at < end)]?.text ?? "";

/** "Stop before surgery", "last dose before": how long without it, or until then. */
export const isGapHead = (head: string): boolean =>
  gap.test(head) && !/\b(?:duration|course|length)\b/i.test(head);
const gap =
  /\b(?:before|prior|pre-?op\w*|last|stop(?:ped)?(?! +after)|hold|held|withh[eo]ld|paus(?:e|ed)|off|omit(?:ted)?|miss(?:ed)?|restart(?:ed)?|resum(?:e|ed)|since|wait|wash-?out|interval|gap|onset|half-?life|incubation|keeps?|shelf|stor(?:e|age)|stable|stability|expir\w+|discard|review|recheck|follow)\b/i;
