// Whether a statement is missing from the other edition only because it was not read there: its line is there and says
// the same, or only its medicine's name is misspelt. It must not correct anything.

import { slice } from "../guideline/scope.ts";
import { oncePer } from "../text/memory.ts";
import type { Alignment } from "./alignment.ts";
import type { Line } from "./line.ts";
import { bagOf } from "./said-words.ts";
import type { Statement } from "./statement.ts";

/** For statements of one edition, with those of the other. */
export function unreadIn(
  others: readonly Statement[],
  alignment: Alignment,
  side: "before" | "after",
): (statement: Statement) => boolean {
  const read = new Set(others.map(({ kind, line }) => `${kind} ${line.index}`));
  return ({ about, kind, line }) => {
    const other = side === "after" ? alignment.pairs.get(line) : backwards(alignment).get(line);
    if (!other) return false;
    if (kind === "recommendation" && line.text === other.text) return true;
    return isMisspelt(about, other) || (!read.has(`${kind} ${other.index}`) && bag(line) === bag(other));
  };
}

const bag = ({ document, span }: Line) => bagOf(slice(document.guideline.markdown, span));

function isMisspelt(medicine: string, { document, span }: Line): boolean {
  return document.guideline.unknownNames.some(
    ({ start, targets }) =>
      start >= span.start && start < span.end && targets.some((target) => medicine.includes(target)),
  );
}

const backwards = oncePer(
  ({ pairs }: Alignment): ReadonlyMap<Line, Line> => new Map([...pairs].map(([a, b]) => [b, a])),
);
