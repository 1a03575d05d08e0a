// Cells as long as a page: the lines of what stood there are lost, and with them to which of its parts a dose belongs.
// What rests on that a reader would have to look up. It must not know rules.

import type { Guideline } from "../guideline/guideline.ts";
import type { Conflict } from "./conflict.ts";

/** A cell that goes on for so long without a break is no cell. */
const longest = 400;

function standsIn({ text }: Guideline, at: number): boolean {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  if (!/^\s*\|/.test(text.slice(line, line + 20))) return false;
  const start = text.lastIndexOf("|", at - 1) + 1;
  const end = text.slice(at, at + mostRead).search(/[|\n]/);
  const cell = text.slice(Math.max(start, at - mostRead), end < 0 ? at + mostRead : at + end);
  return cell.length > longest && !/<br|[•▪]/.test(cell);
}
const mostRead = 4000;

export const mildlyIfLost = (guideline: Guideline, ...places: readonly number[]) =>
  mildly(places.some((at) => standsIn(guideline, at)));

export const mildlyIfAnyLost = (guideline: Guideline, { order, others }: Conflict) =>
  mildly(
    standsIn(guideline, order.dose.start) ||
      others.some((one) => standsIn(one.guideline, one.order.dose.start)),
  );

const mildly = (is: boolean) => (is ? { severity: "information" as const } : {});
