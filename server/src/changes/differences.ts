// What is said otherwise in two statements that are one, slot by slot; silent where only the way of saying it, or the
// place, is another. It must not know how the two were found.

import { slice } from "../guideline/scope.ts";
import type { Alignment } from "./alignment.ts";
import type { Difference } from "./change.ts";
import { bagOf, saidIn } from "./said-words.ts";
import type { Statement } from "./statement.ts";

export function differencesOf(before: Statement, after: Statement, alignment: Alignment): Difference[] {
  const names = [...new Set([...before.slots.keys(), ...after.slots.keys()])];
  const moved = alignment.sectionOf(before.line) !== alignment.sectionOf(after.line);
  // A list made a table, or the other way round.
  const isRelaid = before.line.kind !== after.line.kind;
  const sameWords = bag(before) === bag(after);
  const found = names.flatMap((slot): Difference[] => {
    const [one, other] = [before.slots.get(slot), after.slots.get(slot)];
    if (one?.value === other?.value || before.same?.(slot, after)) return [];
    // It is inherited from what stands around, or left out where it was only said again.
    if (!one || !other)
      return sameWords || (one ?? other)?.optional ? [] : [{ slot, before: one, after: other }];
    if (
      isScope(slot) &&
      (moved || isRelaid) &&
      (ownScope(before, slot) === ownScope(after, slot) || isNarrower(one.value, other.value))
    )
      return [];
    return [{ slot, before: one, after: other }];
  });
  return withoutEchoes(found);
}

const textOf = ({ line }: Statement) => slice(line.document.guideline.markdown, line.span);
const bag = (statement: Statement) => bagOf(textOf(statement));

const isScope = (slot: string) => slot === "patients" || slot === "for";

/** Whom, or what, the line itself names. */
function ownScope(statement: Statement, slot: string): string {
  const kind = slot === "patients" ? "population" : "condition";
  const named = saidIn(textOf(statement)).filter(({ item }) => item.kind === kind);
  return named.map(({ value }) => value).join("; ");
}

/** "child" and "neonate, child, age ≥1 months" differ only in how much of their surroundings was read. */
function isNarrower(a: string, b: string): boolean {
  if (/\d/.test(a) && /\d/.test(b)) return false;
  if (a.endsWith(` ${b}`) || b.endsWith(` ${a}`)) return true;
  const [one, other] = [a, b].map((text) => new Set(text.split(/, | and /)));
  return Boolean(one && other && (isIn(one, other) || isIn(other, one)));
}

const isIn = (some: ReadonlySet<string>, all: ReadonlySet<string>) =>
  [...some].every((part) => all.has(part));

/** Dose and frequency have one text, and an equivalent follows from the dose. */
function withoutEchoes(found: readonly Difference[]): Difference[] {
  const dose = found.find(({ slot }) => slot === "dose");
  return found.filter(
    ({ slot, before, after }) =>
      !dose ||
      (!/^that is|^volume$|^rate$/.test(slot) &&
        !(slot === "frequency" && before?.text === dose.before?.text && after?.text === dose.after?.text)),
  );
}
