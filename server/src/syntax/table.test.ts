// Tables: every cell is found, with the words that stand in it and nothing around them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseMarkdown } from "./markdown.ts";
import type { Row, Table } from "./table.ts";

function tableOf(text: string): { header: string[]; rows: string[][]; table: Table } {
  const table = parseMarkdown(text).blocks.find((block) => block.kind === "table");
  assert.ok(table, "no table found");
  const cells = (row: Row) => row.cells.map(({ start, end }) => text.slice(start, end));
  return { header: cells(table.header), rows: table.rows.map(cells), table };
}

describe("parseTable", () => {
  it("takes cells apart, trimmed", () => {
    const { header, rows } = tableOf(
      "| Weight (kg) |  Dose |\n| --- | ---: |\n|  3–5 | 10 mg |\n| 6–9|20 mg|\n",
    );
    assert.deepEqual(header, ["Weight (kg)", "Dose"]);
    assert.deepEqual(rows, [
      ["3–5", "10 mg"],
      ["6–9", "20 mg"],
    ]);
  });

  it("needs no outer pipes", () => {
    const { header, rows } = tableOf("a | b\n:-- | :-:\nc | d\n");
    assert.deepEqual(
      [header, ...rows],
      [
        ["a", "b"],
        ["c", "d"],
      ],
    );
  });

  it("keeps empty cells at their place", () => {
    const text = "| | b |\n| --- | --- |\n| c | |\n|  |  |\n|||\n";
    const { header, rows, table } = tableOf(text);
    assert.deepEqual(
      [header, ...rows],
      [
        ["", "b"],
        ["c", ""],
        ["", ""],
        ["", ""],
      ],
    );
    const empty = table.rows[0]?.cells[1];
    assert.ok(empty && empty.start === empty.end && text.slice(0, empty.start).endsWith("| c |"));
  });

  it("takes ragged rows as they are", () => {
    const { rows } = tableOf("| a | b |\n| --- | --- |\n| c |\n| d | e | f |\n");
    assert.deepEqual(rows, [["c"], ["d", "e", "f"]]);
  });

  it("does not end a cell at an escaped pipe", () => {
    assert.deepEqual(tableOf("| a |\n| --- |\n| b \\| c |\n").rows, [["b \\| c"]]);
  });

  it("keeps the markup of cells in their spans, as the text has it", () => {
    const { rows } = tableOf("| a | b |\n| --- | --- |\n| **5 mg** `x` | [y](z) &ge; 3 |\n");
    assert.deepEqual(rows, [["**5 mg** `x`", "[y](z) &ge; 3"]]);
  });

  it("reads tables in lists and quotations, and with Windows line ends", () => {
    assert.deepEqual(tableOf("- item\n\n  | a |\n  | --- |\n  | b |\n").rows, [["b"]]);
    assert.deepEqual(tableOf("> | a |\n> | --- |\n> | b |\n").rows, [["b"]]);
    assert.deepEqual(tableOf("| a | b |\r\n| --- | --- |\r\n| c | d |\r\n").rows, [["c", "d"]]);
  });

  it("does not mind blanks behind a row or the rule", () => {
    assert.deepEqual(tableOf("| a | b | \n| --- | --- |  \n| c | d |\t\n").rows, [["c", "d"]]);
  });

  it("has rows whose spans hold their cells", () => {
    const { table } = tableOf("text before\n\n| a | b |\n| --- | --- |\n| c | d |\n\nafter");
    for (const row of [table.header, ...table.rows]) {
      assert.ok(row.span.start >= table.span.start && row.span.end <= table.span.end);
      for (const cell of row.cells) assert.ok(cell.start >= row.span.start && cell.end <= row.span.end);
    }
  });
});
