// Tables that are read on their side: medicines or patients in the columns, or a card that says one order slot by
// slot. It must not know orders.

import { oncePerBlock } from "../syntax/block-memory.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Row, Table } from "../syntax/table.ts";
import { bandAt, headUnit } from "./column.ts";
import { supplyHead } from "./column-head.ts";
import { lex } from "./lexer.ts";
import { itemsOf, slice } from "./scope.ts";

/** Heads of rows in a table that has its medicines side by side. */
const slotHead =
  /\b(?:dos(?:e|es|age|ing)|interval|frequency|how +often|route|maximum|max|ceiling|duration|length|loading|maintenance|days|totals?|divided|infusion|minutes|hours|times)\b/i;

/** Its head says so, or its cells hold nothing but quantities, routes and times. */
function isSlotRow(markdown: Markdown, { cells: [head, ...rest] }: Row): boolean {
  if (head && slotHead.test(slice(markdown, head))) return true;
  const filled = rest.map((cell) => itemsOf(slice(markdown, cell))).filter((items) => items.length > 0);
  const [first, second] = filled.map((items) =>
    items.every(({ kind }) => kind === "measure" || kind === "routes" || kind === "schedule"),
  );
  return first === true && second !== false;
}

/** "| Length of treatment | 6 months | 12 months |", "| Monthly packs | 6 | 12 |": each column is of other patients. */
function hasLengthRow(markdown: Markdown, { header, rows }: Table): boolean {
  if (header.cells.length < 3 || header.cells.some((cell) => slotHead.test(slice(markdown, cell))))
    return false;
  return rows.some(({ cells: [head, ...rest] }) => {
    const said = head ? slice(markdown, head) : "";
    const long = rest.map((cell) => slice(markdown, cell));
    return (
      long.length > 1 &&
      (lengthHead.test(said) || supplyHead.test(said)) &&
      long.every((text) => (counted.test(said) || supplyHead.test(said) ? isBare : isTime).test(text))
    );
  });
}
const lengthHead =
  /^\W*(?:(?:total +|whole +|full +)?(?:length|duration|course|how +long|treatment +(?:time|length)|treated +for|treat +for|days|weeks|months)\b|(?:total +)?(?:number +of +)?(?:days|weeks|months)\b|(?:length|duration) +of\b)/i;
const counted = /\b(?:days|weeks|months)\b/i;
const isBare = /^\s*\d{1,3}\s*(?:days?|weeks?|months?)?\s*$/i;
const isTime =
  /^\s*(?:for +)?(?:\d{1,3}(?: *(?:-|–|to) *\d{1,3})?|[a-z]+(?:-[a-z]+)?)[ -](?:full +)?(?:days?|weeks?|months?|years?)\b[^|]{0,30}$/i;

/** "| | Cefazolin | Cefalexin |" with rows "Dose", "Interval", …: turned, so that each medicine is a row. */
export function turned(markdown: Markdown, table: Table): Table {
  if (isCard(markdown, table)) {
    const rows = table.rows.filter(({ cells: [head] }) => head && cardHead.test(slice(markdown, head)));
    return transposed({ ...table, rows });
  }
  return isOnItsSide(markdown, table) ? transposed(table) : table;
}

const isOnItsSide = oncePerBlock(
  (markdown, table: Table): boolean => {
    const medicines = table.header.cells
      .slice(1)
      .filter((cell) => itemsOf(slice(markdown, cell)).some(({ kind }) => kind === "medicine"));
    if (medicines.length === 0 && (hasWeightRow(markdown, table) || hasLengthRow(markdown, table)))
      return true;
    const slots = table.rows.filter((row) => isSlotRow(markdown, row));
    if (medicines.length < 2 || medicines.length < table.header.cells.length - 1 || slots.length < 2)
      return false;
    const [corner] = table.header.cells;
    if (!corner || itemsOf(slice(markdown, corner)).some(({ kind }) => kind === "medicine")) return false;
    return true;
  },
  (is) => is,
);

/** "| Item | Entry |" above "| Medicine | cefalexin |" and "| Dose | 25 mg/kg twice daily |": one order, slot by slot. */
const isCard = oncePerBlock(
  (markdown, { header, rows }: Table): boolean => {
    if (header.cells.length !== 2) return false;
    const named = (label: RegExp) =>
      rows.flatMap(({ cells: [head, cell] }) =>
        head && cell && label.test(slice(markdown, head))
          ? [itemsOf(slice(markdown, cell)).filter(({ kind }) => kind === "medicine").length]
          : [],
      );
    const [medicines, doses] = [
      named(/^\W*(?:medicine|drug|medication)\W*$/i),
      named(/^\W*(?:dose|dosage)\W*$/i),
    ];
    return medicines.length === 1 && medicines[0] === 1 && doses.length === 1 && doses[0] === 0;
  },
  (is) => is,
);
/** What else such a card says ("Imaging", "Review") is no part of the order. */
const cardHead = new RegExp(
  `\\b(?:medicine|drug|medication|patients?|age|weight|for)\\b|${slotHead.source}`,
  "i",
);

/** "| Weight | 12 kg | 18 kg |" above "| Midazolam | 1.2 mg | 1.8 mg |": each column is a patient. */
function hasWeightRow(markdown: Markdown, { rows }: Table): boolean {
  const headOf = ({ cells: [head] }: Row) => (head ? slice(markdown, head) : "");
  const at = rows.findIndex((row) => /^\W*(?:body +)?weight\b/i.test(headOf(row)));
  const [head, ...weights] = rows[at]?.cells ?? [];
  if (at < 0 || at > 3 || !head || weights.length < 2) return false;
  const unit = headUnit(lex(slice(markdown, head)))?.unit;
  const weighed = weights.every((cell) => {
    const band = bandAt(slice(markdown, cell), cell.start, "weight", unit);
    return band?.low !== undefined && band.low === band.high;
  });
  const medicated = rows.filter((row) => itemsOf(headOf(row)).some(({ kind }) => kind === "medicine"));
  return weighed && medicated.length > 0;
}

/** Its columns as rows; the first column becomes the head. */
export function transposed(table: Table): Table {
  const column = (at: number) =>
    [table.header, ...table.rows].map(
      ({ cells }) => cells[at] ?? { start: table.span.end, end: table.span.end },
    );
  const row = (at: number): Row => {
    const cells = column(at);
    return { cells, span: { start: cells[0]?.start ?? 0, end: Math.max(...cells.map(({ end }) => end)) } };
  };
  return { ...table, header: row(0), rows: table.header.cells.slice(1).map((_cell, i) => row(i + 1)) };
}
