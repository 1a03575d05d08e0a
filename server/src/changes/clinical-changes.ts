// What changed clinically between two editions of a guideline, or of a project's guidelines: from what was understood
// of them, not from their lines. It must not know where editions come from or how changes are printed.

import { type Guideline, readLike } from "../guideline/guideline.ts";
import { slice } from "../guideline/scope.ts";
import { pathOf } from "../guideline/section.ts";
import { type Alignment, align } from "./alignment.ts";
import type { Change, Edited, Side } from "./change.ts";
import { collapsed } from "./collapsed.ts";
import { differencesOf } from "./differences.ts";
import { type FigureChange, type FigureLine, figureChanges, figureLines, figureTexts } from "./figures.ts";
import { type Line, linesOf, shortened, verbatim } from "./line.ts";
import { matched } from "./matching.ts";
import { fingerprint, type Statement } from "./statement.ts";
import { statementsOf } from "./statements.ts";
import { unreadIn } from "./unread.ts";

export function clinicalChanges(before: Guideline, after: Guideline): Change[] {
  const one = (guideline: Guideline): Edited => ({ name: "", identity: "", guideline });
  return changesBetween([one(before)], [one(after)]);
}

/** All editions are read with one dictionary. */
export function changesBetween(before: readonly Edited[], after: readonly Edited[]): Change[] {
  const [any] = [...after, ...before];
  return any ? readLike(any.guideline, () => compared(before, after)) : [];
}

function compared(before: readonly Edited[], after: readonly Edited[]): Change[] {
  const lines = [linesOf(before), linesOf(after)] as const;
  const alignment = align(...lines);
  const [old, now] = [statementsOf(lines[0]), statementsOf(lines[1])];
  const { pairs, before: gone, after: fresh } = matched(old, now, alignment);
  const edited = [...pairs].flatMap(([a, b]) => changeOf(a, b, alignment));
  // Of unchanged words no more can be said than before; only their markup may be read otherwise.
  const isTouched = ({ line }: Statement) => !alignment.isUntouched(line);
  const saidStill = elsewhere(now);
  const saidAlready = elsewhere(old);
  const [isUnreadNow, wasUnread] = [unreadIn(now, alignment, "after"), unreadIn(old, alignment, "before")];
  const removed = [...gone].filter(
    (one) => isTouched(one) && !saysOrder(one, old) && !saidStill(one) && !isUnreadNow(one),
  );
  const added = [...fresh].filter(
    (one) => isTouched(one) && !saysOrder(one, now) && !saidAlready(one) && !wasUnread(one),
  );
  const statements = [
    ...edited,
    ...removed.map((one) => alone(one, "removed")),
    ...added.map((one) => alone(one, "added")),
  ];
  const figures = figureChanges(alignment, old, now)
    .map(figureChange)
    .filter((one) => !isEcho(one, edited));
  const lone = figureLines(alignment, old, now).map(figureLine);
  return inOrder(collapsed(withoutRepeats([...statements, ...figures, ...lone])), after, before);
}

/** Advice to give a dose comes and goes with its order. */
function saysOrder({ kind, line, span }: Statement, statements: readonly Statement[]): boolean {
  const isIn = (other: Statement) =>
    other.kind === "order" &&
    other.line === line &&
    span.start <= other.span.start &&
    other.span.end <= span.end;
  return kind === "recommendation" && statements.some(isIn);
}

/** The same thing is said of the same patients in another place: it was only repeated there. */
function elsewhere(statements: readonly Statement[]) {
  const keyOf = (one: Statement) =>
    [one.kind, one.about, one.traits.slice(0, 2).join(";"), fingerprint(one)].join("\n");
  const keys = new Set(statements.map(keyOf));
  return (one: Statement) => keys.has(keyOf(one));
}

function changeOf(before: Statement, after: Statement, alignment: Alignment): Change[] {
  if (
    alignment.isUntouched(before.line) &&
    alignment.isUntouched(after.line) &&
    alignment.idOf(before.line) === alignment.idOf(after.line)
  )
    return [];
  const differences = differencesOf(before, after, alignment);
  if (differences.length === 0) return [];
  const { kind, subject, weight } = after;
  const sides = { before: sideOf(before), after: sideOf(after) };
  return [
    { kind, action: "changed", subject, ...sides, differences, weight, section: sectionOf(after.line) },
  ];
}

function alone(statement: Statement, action: "added" | "removed"): Change {
  const { kind, subject, weight, line } = statement;
  const side = sideOf(statement);
  const sides = action === "added" ? { before: undefined, after: side } : { before: side, after: undefined };
  return { kind, action, subject, ...sides, differences: [], weight, section: sectionOf(line) };
}

function sideOf({ line, span }: Statement): Side {
  return { document: line.document, span, text: verbatim(line.document.guideline, span) };
}

const sectionOf = ({ section }: Line) => pathOf(section).map(({ title }) => title);

function figureChange(change: FigureChange): Change {
  const { kind, before, after, from, to } = change;
  const texts = figureTexts(change);
  const said = (text: string) => ({ text, evenly: text });
  const side = (line: Line, span: FigureChange["from"], text: string) => ({
    document: line.document,
    span,
    text,
  });
  return {
    kind,
    action: "changed",
    subject: figureSubject(after, to.start),
    before: side(before, from, texts.before),
    after: side(after, to, texts.after),
    differences: [{ slot: kind, before: said(texts.before), after: said(texts.after) }],
    weight: kind === "band" ? "high" : "medium",
    section: sectionOf(after),
  };
}

function figureLine({ kind, action, line }: FigureLine): Change {
  const text = verbatim(line.document.guideline, line.span);
  const side = { document: line.document, span: line.span, text };
  return {
    kind,
    action,
    subject: figureSubject(line, line.span.start),
    before: action === "removed" ? side : undefined,
    after: action === "added" ? side : undefined,
    differences: [],
    weight: "medium",
    section: sectionOf(line),
  };
}

/** "adrenaline, 60, 0.2 mcg/kg/min": the medicine around it, its row and its column; else how its line begins. */
function figureSubject(line: Line, offset: number): string {
  const { guideline } = line.document;
  const block = line.head?.span.start ?? line.span.start;
  const medicine = guideline.scopes.get(block)?.medicine?.medicine.name;
  const column = line.cells.findIndex(({ start, end }) => start <= offset && offset <= end);
  const words = (span: Line["span"] | undefined) =>
    span ? slice(guideline.markdown, span).replace(/\s+/g, " ").trim() : "";
  const parts =
    column < 0
      ? [medicine ?? "", shortened(words(line.span))]
      : [medicine ?? "", column === 0 ? "" : words(line.cells[0]), words(line.head?.cells[column])];
  return parts.filter((part) => part !== "").join(", ");
}

const timed: ReadonlySet<string> = new Set(["frequency", "duration", "given over", "number of doses"]);

/** What an order's slots have said already. */
function isEcho(figure: Change, changes: readonly Change[]): boolean {
  if (figure.kind !== "time" && figure.kind !== "duration") return false;
  const [of] = figure.differences;
  const row = figure.after && rowOf(figure.after);
  const digits = (text: string | undefined) => (text?.match(/\d[\d.,]*/g) ?? []).join(" ");
  return changes.some(
    ({ kind, after, differences }) =>
      kind === "order" &&
      after &&
      rowOf(after) === row &&
      differences.some(
        ({ slot, before, after: now }) =>
          timed.has(slot) &&
          digits(before?.evenly).includes(digits(of?.before?.text)) &&
          digits(now?.evenly).includes(digits(of?.after?.text)),
      ),
  );
}

/** One edit of a row is one change of it, however many things are read from it. */
function withoutRepeats(changes: readonly Change[]): Change[] {
  const bands = changes.filter(({ kind }) => kind === "band");
  const rows = new Set(bands.map(({ after }) => after && rowOf(after)));
  return changes.flatMap((change): Change[] => {
    if (change.kind === "band" || !change.after || !rows.has(rowOf(change.after))) return [change];
    const differences = change.differences.filter(({ slot }) => slot !== "patients");
    return differences.length === 0 && change.action === "changed" ? [] : [{ ...change, differences }];
  });
}

const rowOf = ({ document, span }: Side) =>
  `${document.identity}:${document.guideline.lines.positionAt(span.start).line}`;

/** By document, then by place; what was removed where it stood. */
function inOrder(changes: readonly Change[], after: readonly Edited[], before: readonly Edited[]): Change[] {
  const order = [...new Set([...after, ...before].map(({ identity }) => identity))].toSorted();
  const rank = new Map(order.map((identity, i) => [identity, i]));
  const placeOf = (change: Change) => (change.after ?? change.before) as Side;
  return changes.toSorted((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    const documents = (rank.get(one.document.identity) ?? 0) - (rank.get(other.document.identity) ?? 0);
    return documents || one.span.start - other.span.start;
  });
}
