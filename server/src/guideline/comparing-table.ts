// Tables that compare or count amounts instead of ordering them: daily totals of opioids that correspond, what is put
// into a syringe, what an ambulance carries. It must not know what orders are made of.

import type { Markdown } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { bareNumber, type Column, columnsOf } from "./column.ts";
import { isDoseUnit } from "./dose-clues.ts";
import type { Measure } from "./measure.ts";
import { itemsOf, slice } from "./scope.ts";

const comparing =
  /\bequi-?(?:valen|analges|poten)\w*|\bconver(?:sions?|ted|ting|t)\b|\bcorrespond(?:s|ing)?\b/i;

/** "| Medication | Minimum requirements |", "Par level": how much of each is kept. */
const kept =
  /\b(?:minimum|min\.?|par) +(?:requirements?|levels?|quantit(?:y|ies)|stock|number|inventory|par)\b|^\W*(?:par|qty|stock|quantity|inventory)\W*$/i;

/** "| Oral morphine in 24 hours | SC morphine in 24 hours |": each row is one amount in several ways. */
export function isComparingTable(markdown: Markdown, table: Table, caption: string): boolean {
  const columns = columnsOf(markdown, table, caption);
  if (columns.some(({ axis }) => axis)) return false;
  if (columns.some(({ text }) => kept.test(text))) return true;
  const texts = [caption, ...columns.map(({ text }) => text)];
  const orders = columns.some(({ role }) => role === "frequency" || role === "duration");
  if (!orders && texts.some((text) => comparing.test(text))) return true;
  const [first, ...others] = columns;
  const doses = (column: Column) => allDoses(markdown, table, column);
  return (
    first !== undefined && doses(first) && others.some((column) => namesMedicine(column) && doses(column))
  );
}

const namesMedicine = ({ items }: Column) => items.some(({ kind }) => kind === "medicine");

/** Two cells or more, and nothing but amounts of a medicine in them. */
function allDoses(markdown: Markdown, table: Table, column: Column): boolean {
  const cells = table.rows.flatMap(({ cells }) => cells[column.index] ?? []);
  return (
    cells.length > 1 &&
    cells.every((cell) => {
      const text = slice(markdown, cell);
      const [item, ...more] = itemsOf(text);
      const bare = bareNumber(text, cell.start, column);
      if (bare) return isDose(bare);
      return item?.kind === "measure" && more.length === 0 && isDose(item.measure);
    })
  );
}

const isDose = ({ unit, per }: Pick<Measure, "unit" | "per">): boolean =>
  isDoseUnit(unit) &&
  unit.dimension !== "form" &&
  unit.code !== "kg" &&
  unit.code !== "g" &&
  !per.mL &&
  !per.kg;
