// What of a suggestion with numbers may be shown: read and checked as if it had been typed, and cut before what would be
// warned of, or is no dose of this medicine in this text. It must not know who suggests.

import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import type { Finding } from "../rules/rule.ts";
import { firstNumber, tidied } from "../tasks/completion/filters/index.ts";
import { unsupportedDose } from "../tasks/completion/unsupported-dose.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { findingsAs, findingsOf } from "./diagnostics.ts";

/** What is left after so many cuts is not worth another check. */
const mostCuts = 3;

export function soundSuggestion(snapshot: Snapshot, offset: number, suggested: string): string {
  if (!snapshot.settings["completion.guardNumbers"]) return suggested;
  let text = suggested;
  for (let cuts = 0; cuts < mostCuts; cuts++) {
    if (firstNumber(text) === undefined) return text;
    const fault = firstFault(snapshot, offset, text);
    if (fault === undefined) return text;
    text = tidied(text.slice(0, fault));
  }
  return text.slice(0, firstNumber(text));
}

/** Where, in the suggestion, something begins that must not be suggested. */
function firstFault(snapshot: Snapshot, offset: number, suggested: string): number | undefined {
  const { text, checked, room } = snapshot;
  // In the document's own room, as if it were typed and taken back: nothing else is read again.
  const typed = text.slice(0, offset) + suggested + text.slice(offset);
  const guideline = parseGuideline(typed, checked.dictionary, room);
  const { lines } = guideline;
  const added = { start: offset, end: offset + suggested.length };
  const faults = newWarnings(snapshot, guideline, added);
  const place = (at: number) => lines.offsetAt(lines.ofText.positionAt(at));
  const dose = unsupportedDose(guideline, { start: place(added.start), end: place(added.end) });
  if (dose !== undefined) faults.push(lines.inText({ start: dose, end: dose }).start);
  const starts = faults.map((start) =>
    // What stands elsewhere is owed to the number that came in.
    contains(added, start) ? start - offset : (firstNumber(suggested) ?? 0),
  );
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** Where those are, in the text, that have to do with the line of what was added and were not there without it. */
function newWarnings(snapshot: Snapshot, guideline: Guideline, added: Span): number[] {
  const { lines } = guideline;
  const line = lines.ofText.positionAt(added.start).line;
  const whole = { start: lines.ofText.start(line), end: lines.ofText.end(line) };
  const key = ({ rule, span }: Finding, by: number) => `${rule} ${span.start - by}`;
  const known = new Set(findingsOf(snapshot).findings.map((finding) => key(finding, 0)));
  const length = added.end - added.start;
  return findingsAs(snapshot, guideline).flatMap((finding) => {
    const { severity, span, related } = finding;
    const isWarning = severity === "error" || severity === "warning";
    const isInside = contains(added, span.start);
    const isOld = !isInside && known.has(key(finding, span.start < added.start ? 0 : length));
    if (!isWarning || isOld) return [];
    const sides = [span, ...related.filter((side) => !side.in).map((side) => side.span)];
    return sides.filter((side) => overlaps(side, whole)).map(({ start }) => start);
  });
}
