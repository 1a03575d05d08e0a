// Whom the row of a table is about: by the cell below "Age", or by the head of its first column. It must not know the
// value that is compared in it.

import type { Markdown } from "../syntax/markdown.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { bandAt, headUnit } from "./column.ts";
import { lex } from "./lexer.ts";
import type { Measured } from "./measured.ts";
import type { Passage } from "./passage.ts";
import { everyone, type Population } from "./population.ts";
import type { Threshold } from "./threshold.ts";
import { noAnalyte, nothing, type Said, saidBeside } from "./threshold-said.ts";

type Row = Passage["row"];

/** Wider rows are read up to here. */
const mostCells = 10;

/** "12–59" below "Age (months)". */
export function rowAges(markdown: Markdown, row: Row): Population {
  for (const [i, cell] of (row?.cells ?? []).slice(0, mostCells).entries()) {
    const head = row?.heads[i];
    const title = head ? plainAt(markdown, head) : "";
    if (i === row?.index || !/\bages?\b/i.test(title)) continue;
    const band = bandAt(plainAt(markdown, cell), 0, "age", headUnit(lex(title))?.unit);
    if (band?.kind === "age")
      return { groups: [], age: { ...band.interval, low: band.low, high: band.high } };
  }
  return everyone;
}

/** "Situation in adults" above the first column holds for rows that do not say whom they are about. */
export function columnPeople(markdown: Markdown, row: Row): Population {
  const head = row && row.index > 0 ? row.heads[0] : undefined;
  return head ? saidBeside(noAnalyte)(plainAt(markdown, head)).own : everyone;
}

/** "stop" below "Metformin": of what a cell says it, where it only says so. */
export function columnMedicines(markdown: Markdown, row: Row): readonly Said[] {
  return (row?.cells ?? []).slice(0, mostCells).flatMap((cell, i) => {
    const head = i === row?.index ? undefined : row?.heads[i];
    const own = head && saidBeside(noAnalyte)(plainAt(markdown, cell));
    if (!head || !own || own.actions.size > 0 || !(own.kinds.has("do") || own.kinds.has("stop"))) return [];
    const { actions } = saidBeside(noAnalyte)(plainAt(markdown, head));
    const stopped = own.kinds.has("stop") ? actions : nothing;
    return actions.size === 1 ? [{ ...own, words: nothing, actions, stopped }] : [];
  });
}

/** "| Less than 2 kg | 2 mg/kg |", "CrCl < 30: 400 mg": a step of a medicine's doses, which other rules look at. */
export function isDosedRow({ analyte, start, end }: Threshold, text: string): boolean {
  if (analyte.id === "creatinine-clearance" && /^ *: *\d[\d.,–-]* *m?g\b/.test(text.slice(end, end + 20)))
    return true;
  if (
    analyte.id !== "birth-weight" ||
    !/(?:^|\n) *\|[^|\n]*$/.test(text.slice(Math.max(0, start - 40), start))
  )
    return false;
  const [rest = ""] = /^[^\n]{0,200}/.exec(text.slice(end)) ?? [];
  return /\|[^\n]*\d *(?:mg|m[lL]|mcg|[µμ]g|micrograms?|units?)\b/.test(rest);
}

export function columnOf({ passage, from }: Measured): string | undefined {
  return passage.row && from !== "sentence" ? `${passage.group} ${passage.row.index}` : undefined;
}
