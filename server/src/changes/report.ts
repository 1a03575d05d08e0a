// Changes as they are handed out: one entry a change, with places that count lines and characters from zero as in the
// findings. It must not know how they are laid out.

import type { Range } from "../text/lines.ts";
import type { Change, ChangeKind, Difference, Side } from "./change.ts";

export interface ReportedPlace {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
}

/** One change as printed by --format json. */
export interface ReportedChange {
  readonly kind: ChangeKind;
  readonly action: Change["action"];
  readonly subject: string;
  readonly weight: Change["weight"];
  /** The headings above, the outermost first. */
  readonly section: readonly string[];
  readonly differences: readonly Difference[];
  readonly before: ReportedPlace | undefined;
  readonly after: ReportedPlace | undefined;
}

export function reportOf(changes: readonly Change[]): ReportedChange[] {
  return changes.map(({ kind, action, subject, weight, section, differences, before, after }) => ({
    kind,
    action,
    subject,
    weight,
    section,
    differences,
    before: before && placeOf(before),
    after: after && placeOf(after),
  }));
}

const placeOf = ({ document: { name, guideline }, span, text }: Side): ReportedPlace => ({
  file: name,
  range: guideline.lines.rangeOf(span),
  text,
});

/** The document that a reader opens to see it: as it is now, else as it was. */
export const fileOf = ({ before, after }: ReportedChange): string => (after ?? before)?.file ?? "";

export interface Row {
  readonly subject: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A line of a table for each difference. */
export function rowsOf({ kind, action, subject, differences, before, after }: ReportedChange): Row[] {
  if (action !== "changed" || differences.length === 0)
    return [{ subject, what: `${kind} ${action}`, before: before?.text ?? "–", after: after?.text ?? "–" }];
  return differences.map((one) => ({
    subject,
    what:
      kind === "order" || one.slot === kind || one.slot === "value"
        ? one.slot === "value"
          ? kind
          : one.slot
        : `${kind}: ${one.slot}`,
    before: one.before?.text ?? "not said",
    after: one.after?.text ?? "not said",
  }));
}

export function countSaid(changes: readonly ReportedChange[]): string {
  const count = (action: Change["action"]) => changes.filter((one) => one.action === action).length;
  if (changes.length === 0) return "No clinical change.";
  const total = changes.length === 1 ? "1 clinical change" : `${changes.length} clinical changes`;
  const parts = (["changed", "added", "removed"] as const).flatMap((action) =>
    count(action) === 0 ? [] : [`${count(action)} ${action}`],
  );
  return parts.length === 1 && count("changed") > 0 ? `${total}.` : `${total}: ${parts.join(", ")}.`;
}
