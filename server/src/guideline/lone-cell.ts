// Cells of a table that leave out what every other cell of their column says: the dose or its unit, by which route, how
// often. The column is the evidence; what stands in for a slot is known here. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Row, Table } from "../syntax/table.ts";
import { type Span, shifted } from "../text/span.ts";
import { columnsOf } from "./column.ts";
import { isDoseUnit } from "./dose-clues.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { eachRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { routeWords, timing } from "./slot-words.ts";

export type CellSlot = "dose" | "unit" | "route" | "frequency";
export interface LoneCell extends Span {
  readonly medicine: Medicine;
  readonly slot: CellSlot;
}

/** As much as before, or more. */
const stepped = /\b(?:doubl\w*|halv\w*|increas\w*|repeat\w*|same|further|again)\b/i;
const denied = /\b(?:none|no|not|never|avoid)\b/i;

/** So many cells say it where one does not. */
const fewest = 3;

export const loneCellsOf = eachRun(({ blocks }: Run, { markdown }: Guideline) =>
  blocks.flatMap((block) => (block.kind === "table" ? loneIn(markdown, block) : [])),
);

const loneIn = listOncePerBlock(
  (markdown, table: Table): readonly LoneCell[] =>
    columnsOf(markdown, table).flatMap(({ index, axis, role }) =>
      axis || role === "strength" || role === "maximum" ? [] : loneOf(markdown, table, index),
    ),
  (cell: LoneCell, by) => ({ ...cell, ...shifted(cell, by) }),
);

interface Said {
  readonly row: Row;
  readonly cell: Span;
  readonly text: string;
  readonly items: readonly Item[];
}

/** What a slot is said by, and in other words. */
const slots: readonly {
  readonly slot: CellSlot;
  readonly says: (said: Said) => boolean;
  readonly else: RegExp;
}[] = [
  {
    slot: "dose",
    says: ({ items }) => items.some(isDose),
    else: /\d|\b(?:dos\w+|as|same|see|per|usual\w*|continu\w*|stop\w*|titrat\w*|depend\w*|chart|table|weight|apply|drops?|puffs?|one|two|half|double|none|not|no)\b/i,
  },
  {
    slot: "route",
    // What runs at a rate runs into a vein.
    says: ({ items }) => items.some((item) => item.kind === "routes" || isRate(item)),
    else: new RegExp(`${routeWords.source}|\\b(?:apply|csci|driver|pump)\\b`, "i"),
  },
  {
    slot: "frequency",
    says: ({ items }) => items.some(isTimed),
    else: new RegExp(
      `${timing.source}|\\b(?:over|until|for +\\d|while|throughout|then|needed|required|hours?|days?|as|see|patch|per|chapter|section|annex|chart|based)\\b`,
      "i",
    ),
  },
];

function isDose(item: Item): boolean {
  // "Level 0.5–0.9 micrograms/L" is what is measured.
  return item.kind === "measure" && isDoseUnit(item.measure.unit) && item.measure.per.mL === undefined;
}

const isRate = (item: Item): boolean =>
  item.kind === "measure" && item.measure.per.hours !== undefined && item.measure.per.hours <= 1;

const isTimed = ({ kind, ...item }: Item): boolean =>
  kind === "schedule" &&
  "schedule" in item &&
  (item.schedule.kind === "frequency" || item.schedule.kind === "divided");

/** The one cell of a column of orders that leaves out what all others in it say, and no cell beside it has. */
function loneOf(markdown: Markdown, table: Table, index: number): LoneCell[] {
  const own = table.header.cells[index];
  const head = own ? slice(markdown, own) : "";
  const said = table.rows.flatMap((row): Said[] => {
    const one = saidIn(markdown, row, index);
    return one && (isOrder(one.items) || (!unitHead.test(head) && isBare(one))) ? [one] : [];
  });
  if (said.length - 1 < fewest) return [];
  const others = table.header.cells.map((_cell, at) => at).filter((at) => at !== index);
  return slots.flatMap(({ slot, says, else: otherwise }): LoneCell[] => {
    const [lone, ...more] = said.filter((one) => !says(one));
    const medicine = lone && medicineOf(markdown, lone, said);
    if (!lone || !medicine || more.length > 0 || denied.test(lone.text)) return [];
    if (isBare(lone) && slot !== "dose") return [];
    if (
      (slot === "route" && !isWeighed(lone)) ||
      (slot === "dose" && !isBare(lone) && !lone.items.some(isTimed) && !isNamedWithRoute(lone))
    )
      return [];
    const inColumn = (row: Row, at: number) => {
      const one = saidIn(markdown, row, at);
      return one !== undefined && says(one);
    };
    // What a column says in every row is not said for this one alone.
    const elsewhere = others.filter((at) => said.every(({ row }) => row === lone.row || !inColumn(row, at)));
    if (elsewhere.some((at) => inColumn(lone.row, at))) return [];
    const bare = slot === "dose" ? bareNumberOf(lone) : undefined;
    const words = slot === "dose" ? withoutTimes(lone) : lone.text;
    const beside = elsewhere.map((at) => saidIn(markdown, lone.row, at)?.text ?? "");
    const told = slot === "dose" ? [words] : [words, ...beside];
    if (!bare && (told.some((text) => otherwise.test(text)) || beside.some((text) => stepped.test(text))))
      return [];
    return [{ medicine, slot: bare ? "unit" : slot, ...placeOf(lone, bare) }];
  });
}

function saidIn(markdown: Markdown, row: Row, index: number): Said | undefined {
  const cell = row.cells[index];
  const text = cell ? slice(markdown, cell) : "";
  return cell && { row, cell, text, items: itemsOf(text) };
}

const isOrder = (items: readonly Item[]): boolean =>
  items.some((item) => isDose(item) || isTimed(item) || item.kind === "routes");

/** "levomepromazine subcutaneously" */
const isNamedWithRoute = ({ items: [name, way, ...more] }: Said): boolean =>
  name?.kind === "medicine" && way?.kind === "routes" && more.length === 0;

/** In milligrams or units: a volume or a percentage says by itself how it is given. */
const isWeighed = ({ items }: Said): boolean =>
  items.every(
    (item) =>
      item.kind !== "measure" || !["volume", "proportion", "form"].includes(item.measure.unit.dimension),
  );

/** "500", and nothing else, in a column of doses. */
const isBare = ({ items }: Said): boolean => items.length === 1 && items[0]?.kind === "number";
const unitHead =
  /(?<![\p{L}\d])(?:mg|g|mcg|[µμ]g|units?|IU|m[lL]|mmol|tablets?|vials?|number|no\.?)(?![\p{L}\d])/iu;

/** "50 by mouth once daily" */
function bareNumberOf({ items }: Said): Item | undefined {
  const [only, ...more] = items;
  if (only?.kind === "number" && more.length === 0) return only;
  const [first, second, third] = items[0]?.kind === "medicine" ? items.slice(1) : items;
  const how = (item: Item | undefined) => item?.kind === "routes" || (item !== undefined && isTimed(item));
  return first?.kind === "number" &&
    how(second) &&
    (third === undefined || how(third) || third.kind === "break")
    ? first
    : undefined;
}

/** Without what says how often and how long, whose numbers are no doses. */
function withoutTimes({ text, items }: Said): string {
  const blank = (rest: string, { start, end }: Span) =>
    rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return items.filter(({ kind }) => kind === "schedule" || kind === "routes").reduce(blank, text);
}

/** Named in the cell, or in a column that names one in each of these rows. */
function medicineOf(markdown: Markdown, lone: Said, said: readonly Said[]): Medicine | undefined {
  const named = (row: Row, at: number) => {
    const found = (saidIn(markdown, row, at)?.items ?? []).flatMap((item) =>
      item.kind === "medicine" ? [item.mention.medicine] : [],
    );
    return found.length === 1 ? found[0] : undefined;
  };
  const own = lone.row.cells.indexOf(lone.cell);
  const column = lone.row.cells.findIndex((_cell, at) =>
    said.every(({ row }) => named(row, at) !== undefined),
  );
  const medicine = named(lone.row, own) ?? (column < 0 ? undefined : named(lone.row, column));
  return medicine?.doses.some(({ unit }) => unit === "mg" || unit === "unit") ? medicine : undefined;
}

function placeOf({ cell, text }: Said, bare: Item | undefined): Span {
  const trimmed = text.trim();
  const start = cell.start + text.indexOf(trimmed);
  return bare
    ? { start: cell.start + bare.start, end: cell.start + bare.end }
    : { start, end: start + trimmed.length };
}
