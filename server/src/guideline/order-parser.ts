// Orders of a whole document: goes through its blocks with what headings, lead-in lines, captions and parent
// items say, and reads each sentence, item and row. It must not judge.

import type { Block, Markdown, Paragraph } from "../syntax/markdown.ts";
import { type Row, standsApart, type Table } from "../syntax/table.ts";
import { steadyLists } from "../text/memory.ts";
import { moved, type Span } from "../text/span.ts";
import { type BandTable, bandTablesOf } from "./band-table.ts";
import { mentionsOf } from "./block-mentions.ts";
import { type Column, columnsOf, headOver, isGapHead } from "./column.ts";
import { isComparingTable } from "./comparing-table.ts";
import { type Course, readCourses } from "./course.ts";
import { lengthHead, opensWithLength, saysLengthOf } from "./course-clues.ts";
import { isDilutedIn } from "./diluent.ts";
import { asCell, columnCells, tellFlattened } from "./flattened.ts";
import type { Item } from "./item.ts";
import { isUnknownName } from "./item-kind.ts";
import { captionPattern, labelLevel, leadLevel } from "./label-level.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import { headsMedicine, isPatientAlone, labelScope, opened, openingOf } from "./opening.ts";
import type { Order } from "./order.ts";
import type { OrderContext } from "./order-context.ts";
import { type Reading, rememberedReading, type Surroundings } from "./order-memory.ts";
import { readOrders } from "./order-reader.ts";
import { alongRow } from "./order-share.ts";
import { everyone, within } from "./population.ts";
import { rowItems } from "./row-items.ts";
import { isCode } from "./row-names.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, nested, noScope, type Scope, scopeOf, slice } from "./scope.ts";
import { perKilogram, saysPerKilogram } from "./table-basis.ts";
import { goesOn, opensWithDose, opensWithWhom, topicAfter } from "./topic-medicine.ts";
import { turned } from "./turned-table.ts";

export interface Orders {
  readonly orders: readonly Order[];
  readonly courses: readonly Course[];
  readonly mentions: readonly MedicineMention[];
  readonly bandTables: readonly BandTable[];
  /** The scope of every paragraph and table, by where it starts. */
  readonly scopes: ReadonlyMap<number, Scope>;
  /** Where the list of each list paragraph begins. */
  readonly lists: ReadonlyMap<number, number>;
}

/** A list item that others may stand under. */
interface Parent {
  readonly depth: number;
  readonly asks: boolean;
  readonly scope: Scope;
}

/** What its words name beside patients and diseases is no topic. */
const isUntitled = (text: string) => captionPattern.test(text) || isPatientAlone(text);
const isDenial = /^\W*no\b/i;
/** Heads of columns that may hold lengths of treatment. */
const treatmentHead = /antibiotic|treatment|therapy|course|medicine|total|in +all/i;

/** Heads of columns whose cells say what for, in whom or when: they name no medicine. */
const ofUse =
  /^\W*(?:(?:clinical +)?(?:purpose|indications?|use|used +for|reason|situation|setting|procedure|operation|condition|disease|severity|patients?|groups?|who|phase|stage|step|times?|days?|weeks?|months?|route))\b/i;

const enumerated = /^\W{0,3}(?:\([a-h]\)|[a-h]\)|\([ivx]{1,4}\)|\(\d\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s/;

interface Label {
  readonly level: number;
  readonly scope: Scope;
  /** It stands in a quoted box, and holds for what else is in the box. */
  readonly quoted: boolean;
}

export function parseOrders(markdown: Markdown, runs: readonly Run[]): Orders {
  const all = runs.map((run) => ordersIn(run, markdown));
  return {
    orders: steadily(all.flatMap(({ orders }) => orders)),
    courses: steadily(all.flatMap(({ courses }) => courses)),
    mentions: steadily(all.flatMap(({ mentions }) => mentions)),
    bandTables: all.flatMap(({ bandTables }) => bandTables),
    scopes: merged(all.map(({ scopes }) => scopes)),
    lists: merged(all.map(({ lists }) => lists)),
  };
}

/** The same list as before, where nothing in it is another. */
const steadily = <T extends object>(all: readonly T[]) => lists("", all) as readonly T[];
const lists = steadyLists<object>();

function merged<V>(maps: readonly ReadonlyMap<number, V>[]): ReadonlyMap<number, V> {
  const all = new Map<number, V>();
  for (const map of maps) for (const [key, value] of map) all.set(key, value);
  return all;
}

/** Of one run. */
export const ordersIn = oncePerRun(
  (run, markdown): Orders => new OrderParser(markdown, run.scope).parse(run.blocks),
);

const paragraphReading = rememberedReading<Paragraph>((piece, { span }, surroundings, above) => {
  const text = slice(piece, span);
  const items = itemsOf(text);
  const context = { ...surroundings, offset: span.start, block: span, container: span.start };
  const row = above !== "" && saysLengthOf(items);
  // "- Length: 30 days" on a card of one medicine
  const about = opensWithLength.test(text) ? context : withoutSupposed(context);
  const courses = readCourses(items, about, { row, durations: row });
  const orders = readOrders(items, context);
  return { orders: context.isCell ? orders.map(asCell) : tellFlattened(orders, text, span.start), courses };
});

const tableReading = rememberedReading<Table>((piece, table, surroundings, caption) =>
  new OrderParser(piece).rows(table, surroundings, caption),
);

/** A length without a name is the whole treatment's. */
const withoutSupposed = (context: OrderContext): OrderContext =>
  context.supposed ? { ...context, medicine: undefined } : context;

class OrderParser {
  readonly #markdown: Markdown;
  readonly #headings: Scope;
  readonly #orders: Order[] = [];
  readonly #courses: Course[] = [];
  readonly #mentions: MedicineMention[] = [];
  readonly #bandTables: BandTable[] = [];
  readonly #scopes = new Map<number, Scope>();
  readonly #lists = new Map<number, number>();
  /** Lines set like headings, and one that leads into a list or table: what they say holds for what follows. */
  #labels: readonly Label[] = [];
  /** What the section is about so far. */
  #topic: MedicineMention | undefined;
  /** Directly before a table. */
  #caption: Span | undefined;
  #cells: ReadonlySet<number> = new Set();
  /** The paragraph directly before a block. */
  #lead = "";
  /** The heading, or the line above a list, asks how long. */
  #asksLength = false;
  #ledByLength = false;
  #parents: Parent[] = [];
  /** Where the list begins that a paragraph is in. */
  #list: number | undefined;
  #sibling: { readonly depth: number; readonly medicine: MedicineMention } | undefined;

  constructor(markdown: Markdown, headings = noScope) {
    this.#markdown = markdown;
    this.#headings = headings;
  }

  parse(blocks: readonly Block[]): Orders {
    this.#cells = columnCells(this.#markdown, blocks);
    for (const block of blocks) this.#block(block);
    return {
      orders: this.#orders,
      courses: this.#courses,
      mentions: this.#mentions,
      bandTables: this.#bandTables,
      scopes: this.#scopes,
      lists: this.#lists,
    };
  }

  #block(block: Block): void {
    this.#read(block);
    this.#lead = block.kind === "paragraph" ? slice(this.#markdown, block.span) : "";
  }

  #read(block: Block): void {
    for (const mention of mentionsOf(this.#markdown, block)) this.#mentions.push(mention);
    if (block.kind === "heading") {
      this.#asksLength = lengthHead.test(slice(this.#markdown, block.span));
      this.#ledByLength = false;
      if (captionPattern.test(slice(this.#markdown, block.span))) this.#caption = block.span;
    } else if (block.kind === "paragraph") this.#paragraph(block);
    else if (block.kind === "table") this.#table(block);
  }

  #add({ orders, courses }: Reading): void {
    for (const order of orders) this.#orders.push(order);
    for (const course of courses) this.#courses.push(course);
  }

  #paragraph(block: Paragraph): void {
    const { span, listDepth } = block;
    const text = slice(this.#markdown, span);
    if (listDepth === 0) {
      this.#parents = [];
      this.#sibling = undefined;
      // "(a) …", "(b) …" in paragraphs of their own are a list all the same.
      this.#list = enumerated.test(text) ? (this.#list ?? span.start) : undefined;
      if (this.#list !== undefined) this.#lists.set(span.start, this.#list);
    } else {
      this.#list ??= span.start;
      this.#lists.set(span.start, this.#list);
    }
    while ((this.#parents.at(-1)?.depth ?? 0) >= listDepth && this.#parents.length > 0) this.#parents.pop();
    if (!this.#isQuoted(span)) this.#labels = this.#labels.filter(({ quoted }) => !quoted);
    // "+ **cloxacillin** IV infusion" above lines that are no items is a line of its own.
    const level = listDepth === 0 || this.#isAdded(span) ? this.#labelLevel(text, span) : undefined;
    if (listDepth === 0 || level !== undefined)
      this.#labels = this.#labels.filter((label) => label.level < (level ?? leadLevel));
    // "Is there active bleeding?", "No: …"
    const parents = isDenial.test(text) ? this.#parents.filter(({ asks }) => !asks) : this.#parents;
    const items = itemsOf(text);
    // A box that says itself what for stands under no line that happens to stand before it.
    const boxed = this.#isQuoted(span) && items.some(({ kind }) => kind === "condition");
    const labels = boxed ? this.#labels.filter(({ quoted }) => quoted) : this.#labels;
    const above = [...labels, ...parents].reduce(
      (scope, inner) => nested(scope, inner.scope),
      this.#headings,
    );
    const title = openingOf(this.#markdown, text, span, listDepth > 0);
    const outer = title ? opened(above, title) : above;
    this.#scopes.set(span.start, outer);
    if (listDepth > 0 && !this.#sibling) this.#sibling = this.#ledOn(listDepth, text, outer.medicine);
    const isOfSibling = listDepth > 0 && this.#sibling?.depth === listDepth && opensWithWhom(items);
    const sibling = isOfSibling ? this.#sibling?.medicine : undefined;
    const topic = outer.medicine === undefined && goesOn(items) ? this.#topic : undefined;
    const named = sibling ?? outer.medicine ?? topic;
    const surroundings: Surroundings = {
      medicine: named ?? this.#subject(outer, span),
      supposed: named === undefined || (named === topic && !opensWithDose(items)),
      population: outer.population,
      indication: outer.indication,
      phase: outer.phase,
      begun: outer.begun,
      limits: outer.limits !== undefined,
      routes: outer.routes,
      schedules: listDepth > 0 && outer.medicines.length <= 1 ? outer.schedules : [],
      where: listDepth > 0 ? "list" : "prose",
      isCell: this.#cells.has(span.start),
    };
    if (listDepth === 0) this.#ledByLength = lengthHead.test(text);
    const lengths = listDepth > 0 && (this.#asksLength || this.#ledByLength);
    this.#add(paragraphReading(this.#markdown, block, surroundings, lengths ? "lengths" : ""));
    const after = topicAfter(this.#topic, items, listDepth > 0);
    this.#topic = after === this.#topic ? after : after && moved(after, span.start);
    this.#remember(text, span, listDepth, level);
  }

  /**
   * The only medicine that is named above a block and in it, below its heading or what that stands under, where neither
   * heading nor label names any.
   */
  #subject({ medicines, subject }: Scope, { start }: Span): MedicineMention | undefined {
    const [first, ...others] = subject ? [subject, ...this.#mentions] : this.#mentions;
    const alone = medicines.length === 0 && others.every(({ medicine }) => medicine === first?.medicine);
    return alone && first && first.end <= start ? first : undefined;
  }

  /** "…: give roxithromycin by mouth.", below another medicine's heading, and a list of whom and how much. */
  #ledOn(depth: number, text: string, above: MedicineMention | undefined) {
    if (!above || !/\b(?:give|use)\b[^.;:]*\.?\s*$/i.test(this.#lead) || !opensWithWhom(itemsOf(text)))
      return undefined;
    const [, clause = ""] = /\b(?:give|use)\b([^.;:]*)\.?\s*$/i.exec(this.#lead) ?? [];
    const [medicine, other] = itemsOf(clause).flatMap((item) =>
      item.kind === "medicine" ? item.mention : [],
    );
    return medicine && !other && medicine.medicine !== above.medicine ? { depth, medicine } : undefined;
  }

  /** What this paragraph means for those that follow. */
  #remember(text: string, span: Span, listDepth: number, level: number | undefined): void {
    const own = scopeOf(text, span.start);
    if (listDepth > 0 && level === undefined) {
      // An item with a dose of its own gives its times to that dose only.
      const schedules = own.measures.length > 0 ? [] : own.schedules;
      this.#parents.push({
        depth: listDepth,
        asks: /\?\W*$/.test(text),
        scope: { ...own, medicine: own.medicines.length > 1 ? undefined : own.medicine, schedules },
      });
      if (own.medicine) this.#sibling = { depth: listDepth, medicine: own.medicine };
      else if (own.medicines.length > 0 || !opensWithWhom(itemsOf(text))) this.#sibling = undefined;
      return;
    }
    this.#caption = level === undefined ? undefined : span;
    if (level !== undefined)
      this.#labels = [
        ...this.#labels,
        { level, scope: labelScope(own, text, isUntitled(text)), quoted: this.#isQuoted(span) },
      ];
  }

  #labelLevel(text: string, { start, end }: Span): number | undefined {
    const source = this.#markdown.text.slice(start, end).trim();
    return labelLevel(text, source, this.#isQuoted({ start, end }));
  }

  #isAdded({ start, end }: Span): boolean {
    const { text } = this.#markdown;
    return (
      text.slice(start - 2, start) === "+ " &&
      headsMedicine(text.slice(start, end), itemsOf(slice(this.#markdown, { start, end })))
    );
  }

  #isQuoted({ start }: Span): boolean {
    const { text } = this.#markdown;
    return /^\s*>/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start));
  }

  #table(table: Table): void {
    if (!this.#isQuoted(table.span)) this.#labels = this.#labels.filter(({ quoted }) => !quoted);
    if (standsApart(this.#markdown.text, table)) this.#parents = [];
    const [caption, lead] = [this.#caption, this.#lead];
    this.#caption = undefined;
    const captionText = caption ? slice(this.#markdown, caption) : saysPerKilogram(lead) ? lead : "";
    const captionScope = caption
      ? labelScope(scopeOf(captionText, caption.start), captionText, true)
      : noScope;
    const above = [...this.#labels, ...this.#parents].reduce(
      (scope, inner) => nested(scope, inner.scope),
      this.#headings,
    );
    const scope = nested(above, captionScope);
    // "Ampoules of levetiracetam, 100 mg per mL. Draw up the volume."
    const isOpen = scope.medicines.length === 0 && mentionsOf(this.#markdown, table).length === 0;
    const led = isOpen && lead !== "" && topicAfter(undefined, itemsOf(lead), false);
    const named = scope.medicine ?? (led ? moved(led, table.span.start) : undefined);
    this.#scopes.set(table.span.start, scope);
    this.#bandTables.push(...bandTablesOf(this.#markdown, table, { caption, captionScope, scope }));
    const surroundings: Surroundings = {
      medicine: named ?? this.#subject(scope, table.span),
      supposed: named === undefined,
      population: scope.population,
      indication: scope.indication,
      phase: scope.phase,
      begun: scope.begun,
      limits: false,
      routes: scope.routes,
      schedules: scope.medicines.length <= 1 ? scope.schedules : [],
      where: "table",
    };
    this.#add(tableReading(this.#markdown, table, surroundings, captionText));
    this.#sibling = undefined;
    this.#list = undefined;
    this.#labels = this.#labels.filter(({ level }) => level < leadLevel);
  }

  /** What a table's rows say; `caption` stands above it. */
  rows(asWritten: Table, surroundings: Surroundings, caption: string): Reading {
    const table = turned(this.#markdown, asWritten);
    const columns = columnsOf(this.#markdown, table, caption);
    const durations = columns.some(({ role, text }) => role === "duration" || treatmentHead.test(text));
    const compares = isComparingTable(this.#markdown, asWritten, caption);
    let last: MedicineMention | undefined;
    const spreads = columns[0]?.axis !== undefined && columns[1]?.axis !== undefined;
    let above = everyone;
    for (const row of table.rows) {
      const read = rowItems(this.#markdown, row, columns, surroundings.medicine !== undefined);
      const items = saysPerKilogram(caption) ? read.map(perKilogram) : read;
      const named = items.find((item, i) => item.kind === "medicine" && !isDilutedIn(items, i));
      const foreign = this.#namesAnother(row, columns);
      const medicine = named || foreign ? undefined : (last ?? surroundings.medicine);
      const at = { offset: 0, block: row.span, container: table.span.start };
      if (spreads) above = patientsOf(this.#markdown, row, items) ?? above;
      const population = within(surroundings.population, above);
      const context: OrderContext = { ...surroundings, medicine, population, ...at };
      const inRow = readOrders(items, context);
      const orders = table === asWritten ? inRow : alongRow(inRow);
      this.#orders.push(...(compares ? orders.map((order) => ({ ...order, preparation: true })) : orders));
      const courses = readCourses(items, withoutSupposed(context), { row: true, durations });
      this.#courses.push(...courses.filter(({ start }) => !isGapHead(headOver(start, row, columns))));
      const medicineColumn = columns.some(({ role }) => role === "medicine");
      if (named?.kind === "medicine") last = medicineColumn ? named.mention : undefined;
      else if (foreign) last = undefined;
    }
    return { orders: this.#orders, courses: this.#courses };
  }

  /** A row whose medicine is none that is known goes on about no other one; "And" is no name. */
  #namesAnother({ cells }: Row, columns: readonly Column[]): boolean {
    const named = columns.findIndex(({ role }) => role === "medicine");
    if (named < 0 && ofUse.test(columns[0]?.text ?? "")) return false;
    const at = Math.max(0, named);
    const texts = [cells[at], cells[at + 1], cells[at - 1]].map((cell) =>
      cell
        ? slice(this.#markdown, cell)
            .replace(/^\W*(?:and|or|plus|then)\W*$/i, "")
            .trim()
        : "",
    );
    const name = texts.find(
      (text, i) => (i === 0 || columns[at]?.text.trim() === "" || texts[0] === "") && /\p{L}{4}/u.test(text),
    );
    if (named >= 0 && isCode(texts[0] ?? "")) return true;
    return name !== undefined && itemsOf(name).some(isUnknownName);
  }
}

/** Whom a row's first cell names; "| | ≥ 2 kg |" below "| 1–7 days | < 2 kg |" is of those days, too. */
function patientsOf(markdown: Markdown, { cells: [cell] }: Row, items: readonly Item[]) {
  const first = items.find((item) => item.kind === "population");
  const isSaid = cell && first && first.start <= cell.end && slice(markdown, cell).trim();
  return isSaid ? first.population : undefined;
}
