// From one finding to the next: those of one rule, through all documents and round again. Pure: it must not know
// VS Code.
import type { Position, Range, WorkspaceFinding } from "../../../server/src/protocol.ts";
import type { Found } from "./tree.ts";

export interface Stop {
  readonly uri: string;
  readonly finding: WorkspaceFinding;
  /** Its number among all that are walked through, from 1. */
  readonly number: number;
  readonly of: number;
}

export interface Caret {
  readonly uri: string;
  readonly position: Position;
}

/** The rule that is walked through: the one that was chosen, else that of the finding at the caret; else all are. */
export function ruleToWalk(
  documents: readonly Found[],
  chosen: string | undefined,
  caret: Caret | undefined,
): string | undefined {
  if (chosen && documents.some(({ findings }) => findings.some(({ rule }) => rule === chosen))) return chosen;
  const here = documents.find(({ uri }) => uri === caret?.uri)?.findings;
  return here?.find(({ range }) => caret && holds(range, caret.position))?.rule;
}

/** The next one after the caret, or the one before it; without a caret the first or the last. */
export function step(
  documents: readonly Found[],
  rule: string | undefined,
  caret: Caret | undefined,
  direction: "next" | "previous",
): Stop | undefined {
  const all = documents.flatMap(({ uri, findings }) =>
    findings
      .filter((finding) => rule === undefined || finding.rule === rule)
      .map((finding) => ({ uri, finding })),
  );
  const isAfter = ({ uri, finding }: (typeof all)[number], { uri: at, position }: Caret) =>
    uri === at ? compare(finding.range.start, position) > 0 : uri > at;
  const isBefore = ({ uri, finding }: (typeof all)[number], { uri: at, position }: Caret) =>
    uri === at ? compare(finding.range.start, position) < 0 : uri < at;
  const found =
    direction === "next"
      ? all.findIndex((one) => !caret || isAfter(one, caret))
      : all.findLastIndex((one) => !caret || isBefore(one, caret));
  const round = direction === "next" ? 0 : all.length - 1;
  const index = found < 0 ? round : found;
  const stop = all[index];
  return stop && { ...stop, number: index + 1, of: all.length };
}

const compare = (a: Position, b: Position) => a.line - b.line || a.character - b.character;

function holds({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}
