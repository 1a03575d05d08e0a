// Every paragraph, list item and table of a document with its figures, and what is around it: its section, its
// caption, the medicine that the surroundings name. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { oncePer, steadyLists } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { bareNumber, type Column, columnsOf } from "./column.ts";
import type { Figure } from "./figure.ts";
import { bareFigure, type Figures, figuresOf, isFluid } from "./figure-reader.ts";
import type { Item } from "./item.ts";
import { isMark, isWordLike } from "./item-kind.ts";
import { ordersIn } from "./order-parser.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import type { Section } from "./section.ts";
import { transposed } from "./turned-table.ts";

/** A text with its figures; all places are those in the document, but for the items'. */
export interface FigureText extends Span {
  readonly kind: "heading" | "prose" | "list" | "head" | "cell";
  readonly text: string;
  readonly items: readonly Item[];
  readonly figures: readonly Figure[];
  /** Named in the text itself. */
  readonly named: readonly Medicine[];
  readonly diluents: readonly Medicine[];
  /** What the surroundings are about, where they name one medicine. */
  readonly context: Medicine | undefined;
  readonly section: Section | undefined;
  /** The text before it in the section; of a cell its table's caption. */
  readonly before: FigureText | undefined;
}
export interface FigureCell extends FigureText {
  readonly column: number;
  /** Its only figure is a bare number, whose unit stands in the head. */
  readonly bare: boolean;
}
export interface FigureTable {
  readonly span: Span;
  readonly caption: FigureText | undefined;
  readonly columns: readonly Column[];
  readonly heads: readonly FigureText[];
  readonly rows: readonly (readonly FigureCell[])[];
  readonly section: Section | undefined;
  readonly context: Medicine | undefined;
}

/** What a run has of them; the same object as long as the run is. */
export interface FigurePart {
  /** Headings, paragraphs and list items, in order. */
  readonly texts: readonly FigureText[];
  readonly tables: readonly FigureTable[];
  /** Tables that have their weights, ages or bags side by side, with those as rows; they are among the tables, too. */
  readonly turned: readonly FigureTable[];
}

export interface FigureTexts extends FigurePart {
  /** The same run by run. */
  readonly parts: readonly FigurePart[];
}

/** The same list as long as none of them is another. */
export const textsWithFigures = oncePer(({ texts }: FigureTexts): readonly FigureText[] =>
  steadyTexts(
    "",
    texts.filter((text) => text.figures.length > 0),
  ),
);
const steadyTexts = steadyLists<FigureText>();
const steadyTables = steadyLists<FigureTable>();

/** The same list as long as none of them is another. */
const tablesOf = (
  name: string,
  parts: readonly FigurePart[],
  of: (part: FigurePart) => readonly FigureTable[],
): readonly FigureTable[] => steadyTables(name, parts.flatMap(of));

interface Around {
  readonly context: Medicine | undefined;
  readonly section: Section | undefined;
  readonly before: FigureText | undefined;
}

export function parseFigureTexts(markdown: Markdown, runs: readonly Run[]): FigureTexts {
  const all = runs.map((run) => figureTextsIn(run, markdown));
  return {
    texts: all.flatMap(({ texts }) => texts),
    tables: tablesOf("", all, ({ tables }) => tables),
    turned: tablesOf("turned", all, ({ turned }) => turned),
    parts: all,
  };
}

const figureTextsIn = oncePerRun((run, markdown): FigurePart => {
  const { blocks, section } = run;
  const { scopes } = ordersIn(run, markdown);
  const texts: FigureText[] = [];
  const tables: FigureTable[] = [];
  const turned: FigureTable[] = [];
  let before: FigureText | undefined;
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "comment") continue;
    const { start } = block.span;
    const context = scopes.get(start)?.medicine?.medicine;
    const around = { context, section, before };
    if (block.kind === "table") {
      tables.push(tableOf(markdown, block, around));
      if (isSideways(markdown, block)) turned.push(tableOf(markdown, transposed(block), around));
      continue;
    }
    const kind = block.kind === "heading" ? "heading" : block.listDepth > 0 ? "list" : "prose";
    const text = textOf(markdown, block.span, kind, around);
    texts.push(text);
    if (kind !== "heading") before = text;
  }
  return { texts, tables, turned };
});

function textOf(markdown: Markdown, span: Span, kind: FigureText["kind"], around: Around): FigureText {
  const text = slice(markdown, span);
  return made(text, span, kind, figuresOf(text), around);
}

function made(
  text: string,
  { start, end }: Span,
  kind: FigureText["kind"],
  found: Figures,
  around: Around,
): FigureText {
  const { items, medicines, diluents } = found;
  const figures = found.figures.map((figure) => ({
    ...figure,
    start: figure.start + start,
    end: figure.end + start,
  }));
  return { kind, text, start, end, items, figures, named: medicines, diluents, ...around };
}

function tableOf(markdown: Markdown, table: Table, around: Around): FigureTable {
  const columns = columnsOf(markdown, table);
  const heads = columns.map(({ header }) => textOf(markdown, header, "head", around));
  const rows = table.rows.map(({ cells }) =>
    cells.map((span, column): FigureCell => {
      const text = slice(markdown, span);
      const one = columns[column];
      const rate = one?.axis === "value" && one.per.hours !== undefined;
      const bare = one && (!one.axis || rate) ? bareNumber(text, 0, one) : undefined;
      const figure = bare && bareFigure(bare, text, one?.text ?? "");
      const counted = figure ? undefined : dropsBelow(one?.text ?? "", text);
      const own = figure ? { ...figuresOf(text), figures: [figure] } : (counted ?? figuresOf(text));
      const found = one?.perMillilitres ? inVolume(own, one.perMillilitres) : inTime(own, one?.text ?? "");
      return { ...made(text, span, "cell", found, around), column, bare: figure !== undefined };
    }),
  );
  const { before: caption, section, context } = around;
  return { span: table.span, caption, columns, heads, rows, section, context };
}

const ofOne =
  /\bdrops?\b[^|]*(?:\b(?:in|per|to|of|makes?)\b *(?:(?:one|1|an?|the|each|every)\b *)?|\/ *)m(?:l|illilit)|\bdrop +factor\b/i;
const ofMinute = /(?:\b(?:per|an?|each|every|in +(?:one|1))\b|\/) *min/i;

/** Below "Drops in one mL" and "Count per minute" what "20" and "60 drops" are. */
function dropsBelow(head: string, text: string): Figures | undefined {
  const [, said] = /^\s*\d+(?:\.\d+)?\s*(drops?)?\s*$/i.exec(text) ?? [undefined, "none"];
  const per = ofOne.test(head)
    ? "/mL"
    : ofMinute.test(head) && (said || /\bdrops?\b/i.test(head))
      ? "/min"
      : "";
  if (said === "none" || per === "") return undefined;
  const { figures } = figuresOf(`${text.trimEnd()}${said ? "" : " drops"}${per}`);
  return {
    ...figuresOf(text),
    figures: figures.map((figure) => ({ ...figure, end: Math.min(figure.end, text.trimEnd().length) })),
  };
}

/** Below "Amount in 1 mL" an amount is a strength. */
function inVolume(found: Figures, over: number): Figures {
  const figures = found.figures.map((figure): Figure => {
    if (figure.kind !== "amount" || figure.perKg) return figure;
    const { low, high, slack } = figure;
    return { ...figure, kind: "strength", low: low / over, high: high / over, slack: slack / over, over };
  });
  return { ...found, figures };
}

const ofHour = /\b(?:per|each|an) +hour\b|\bhourly\b|\/ *h(?:our)?\b/i;
const noStream = /\b(?:max\w*|limit|every|before|after|first|urine|volume)\b/i;

/** Below "Ordered per minute" and "Hourly need" an amount is what runs in. */
function inTime(found: Figures, head: string): Figures {
  const hours = ofMinute.test(head) ? 1 / 60 : ofHour.test(head) ? 1 : 0;
  if (hours === 0 || noStream.test(head)) return found;
  const figures = found.figures.map((figure): Figure => {
    if (figure.kind !== "amount") return figure;
    const { low, high, slack } = figure;
    return {
      ...figure,
      kind: "amountRate",
      hours,
      low: low / hours,
      high: high / hours,
      slack: slack / hours,
    };
  });
  return { ...found, figures };
}

const pumpLabel = /^\W*(?:pump|(?:infusion +|drip +|flow +)?rate|speed|m[lL]\/h)\b/i;
const volumeLabel = /\bvolume\b/i;
const strengthLabel = /^\W*(?:strength|concentration)\b/i;
const doseLabel = /^\W*(?:dos(?:e|es|age)|amount|order(?:ed)?)\b/i;
const hourLabel = /\b(?:per|an|each|every) +hour\b|\bhourly\b|\/ *h(?:our)?\b/i;
const timeLabel = /^\W*(?:(?:run +|given +|infusion +)?(?:time|over)|duration)\b/i;

const slot = /\b(?:dos(?:e|es|age)|volumes?|draw|give|rates?|m[lg]|mcg|micrograms?|units?)\b/i;
const stretch =
  /^\W*(?:(?:weight|age|wt)\W*)?\d+(?:[.,·]\d+)?(?:\s*(?:–|-|to)\s*\d+(?:[.,·]\d+)?)?\s*(?:kg|g|months?|years?|weeks?|y|m)?\W*$/i;

/** "| Weight | 4 kg | 6 kg |" above "| Dose (mg) | …" and "| Draw up (mL) | …". */
function isSideways(markdown: Markdown, { header, rows }: Table): boolean {
  const heads = header.cells.slice(1).map((cell) => slice(markdown, cell));
  if (heads.length < 2 || rows.length < 2 || heads.some((head) => head.length >= 40)) return false;
  const labels = rows.flatMap(({ cells: [label] }) => (label ? [slice(markdown, label)] : []));
  // "| | Bag 1 | Bag 2 |" above "Volume", "Time", "Pump".
  const said = (wanted: RegExp) => labels.some((label) => wanted.test(label));
  if (said(pumpLabel) && ((said(volumeLabel) && (said(timeLabel) || said(hourLabel))) || said(doseLabel)))
    return true;
  // "| | Vial | Prefilled device |" above "Strength", "Dose", "Volume".
  if (said(strengthLabel) && said(doseLabel) && said(volumeLabel)) return true;
  // "| Step | Ampicillin | Gentamicin |" above "Dose", "Strength", "Volume to draw up".
  const medicines = heads.every((head) => itemsOf(head).some(({ kind }) => kind === "medicine"));
  if (!medicines && !heads.every((head) => stretch.test(head))) return false;
  return labels.filter((label) => slot.test(label)).length >= 2;
}

/** Whose a figure is, as far as the text says. */
export function ownerOf(
  figure: Figure,
  { named, context }: Pick<FigureText, "named" | "context">,
): Medicine | undefined {
  if (figure.medicine || figure.lost) return canBeOf(figure, figure.medicine) ? figure.medicine : undefined;
  const own = named.length === 1 && canBeOf(figure, named[0]) ? named[0] : undefined;
  return context ?? own;
}

/** Saline is not counted in units, though it may be all that a text names. */
const canBeOf = ({ unit }: Figure, medicine: Medicine | undefined): boolean =>
  unit !== "unit" || medicine === undefined || !isFluid(medicine);

/** "Each millilitre" */
export const isEach = ({ text, start }: FigureText, { kind, high, start: at, end }: Figure): boolean =>
  kind === "volume" && high === 1 && /^(?:each|every)\b/i.test(text.slice(at - start, end - start));

/** What stands between two figures of one text. */
export function itemsBetween({ items }: FigureText, a: Figure, b: Figure): readonly Item[] {
  return a.last < b.item ? items.slice(a.last + 1, b.item) : items.slice(b.last + 1, a.item);
}

/** "Cisplatin, above 0.4 mg/mL", "to 40 mmol/L or less" and "maximum concentration 5 mg/mL" are no preparation. */
export function isLimitIn({ items }: FigureText, { item, last }: Figure): boolean {
  const [before, or, less] = [items[item - 1], items[last + 1], items[last + 2]];
  const said = items.slice(Math.max(0, item - 3), item);
  const of = said.findLastIndex((one) => !isMark(one, "of") && !isWordLike(one, /^concentrations?$/));
  return (
    isMark(said[of], "max") ||
    isWordLike(before, /^(?:above|below|over|under|exceed(?:s|ing)?|than|beyond|[<>≤≥])$/) ||
    (isMark(or, "or", "and") &&
      isWordLike(less, /^(?:less|lower|weaker|below|under|more|higher|above|stronger|over)$/))
  );
}

/** "none; lidocaine 2 % 1 mL", "+ 1 mL lidocaine 2 %", "with lidocaine": what is put to it. */
const added = /^\s*(?:none\b|nil\b|[+]|with\b|plus\b)/i;

export const isAdded = ({ text }: Pick<FigureText, "text">): boolean => added.test(text);

/** What a table's row is about: the one medicine that its cells name; water beside it is only to dilute it. */
export function rowMedicine([first, ...others]: readonly FigureText[]): Medicine | undefined {
  const own = others.filter((cell) => !isAdded(cell));
  const named = new Set(own.flatMap((cell) => cell.named).filter((one) => !isFluid(one)));
  for (const one of first?.named ?? []) named.add(one);
  return named.size === 1 ? [...named][0] : undefined;
}

/** "Give phenobarbital.", and in the next paragraphs "The ampoule holds 200 mg in 1 mL." */
export function namedAbove(text: FigureText, most = 3, unit = ""): Medicine | undefined {
  const own = ({ named }: FigureText) => (unit === "unit" ? named.filter((one) => !isFluid(one)) : named);
  let at = own(text).length > 0 ? undefined : text.before;
  for (let steps = 0; at && own(at).length === 0 && steps < most; steps++) at = at.before;
  const [only, more] = at ? own(at) : [];
  return more ? undefined : only;
}
