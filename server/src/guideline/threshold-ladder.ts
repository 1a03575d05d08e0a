// Columns of ranges in a table, such as those of a sliding scale. It must not know what is measured.

import type { ActionKind } from "../lexicon/threshold-words.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { plainAt } from "../syntax/plain-at.ts";
import type { Span } from "../text/span.ts";
import type { Passage } from "./passage.ts";
import type { Threshold } from "./threshold.ts";
import { columnMedicines } from "./threshold-row.ts";
import { noAnalyte, nothing, saidBeside, union } from "./threshold-said.ts";

type Row = NonNullable<Passage["row"]>;
type ClauseRead = Pick<Threshold, "actions" | "kinds" | "words" | "rowHead">;

/** Wider rows are read up to here. */
const mostCells = 10;

/**
 * Columns of ranges, such as those of a sliding scale: their ends are no thresholds of their own, but what is done in
 * one row only begins there.
 */
export function laddersOf(markdown: Markdown, passages: readonly Passage[]) {
  const { plain } = markdown;
  const range = /^\W*\d[\d.,]* *(?:[-–—]|to) *\d/;
  const columns = new Set<string>();
  const single = new Set<string>();
  const rows = new Map<number, Map<readonly Span[], Row>>();
  for (const { row, group, span } of passages) {
    if (!row) continue;
    rows.set(group, (rows.get(group) ?? new Map()).set(row.cells, { ...row, index: -1 }));
    if (!range.test(plain.slice(span.start, Math.min(span.end, span.start + 30)))) continue;
    const column = `${group} ${row.index}`;
    // One range behind a label is only what that row says.
    if (row.index === 0 || single.has(column)) columns.add(column);
    single.add(column);
  }
  // "withhold insulin" in one row and "start insulin" in the others are two things, and so is "do not start".
  const keysOf = (actions: ReadonlySet<string>, kinds: ReadonlySet<ActionKind>) => {
    const how = kinds.has("stop") ? (kinds.has("do") ? "not begun" : "stopped") : "given";
    return [...actions].map((action) => [action, `${how} ${action}`] as const);
  };
  const actionsOf = (row: Row) => {
    const own = row.cells.slice(0, mostCells).map((cell) => saidBeside(noAnalyte)(plainAt(markdown, cell)));
    // "Stop" below "Metformin" is another thing than "At most 1 g" there.
    const said = [...own, ...columnMedicines(markdown, row)];
    return keysOf(union(said, "actions"), union(said, "kinds"));
  };
  const counts = oncePerKey((group: number) => {
    const counted = new Map<string, number>();
    for (const row of rows.get(group)?.values() ?? [])
      for (const [, key] of actionsOf(row)) counted.set(key, (counted.get(key) ?? 0) + 1);
    return counted;
  });
  return {
    columns,
    begun<Read extends ClauseRead>(passage: Passage, clause: Read): Read | undefined {
      const said = keysOf(clause.actions, clause.kinds);
      const fresh = said.filter(([, key]) => counts(passage.group).get(key) === 1).map(([action]) => action);
      return fresh.length > 0
        ? { ...clause, actions: new Set(fresh), words: nothing, rowHead: nothing }
        : undefined;
    },
  };
}

function oncePerKey<V>(make: (key: number) => V): (key: number) => V {
  const made = new Map<number, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
