// References by name to what no title names. A part of reference-missing.

import type { Guideline } from "../guideline/guideline.ts";
import { labelsOf } from "../guideline/label.ts";
import { wordFor } from "../guideline/label-kind.ts";
import { isCalled, isThereIn, type NamedReference, namedReferencesOf } from "../guideline/named-reference.ts";
import { oncePer } from "../text/memory.ts";
import { nameOf } from "./place.ts";
import type { Neighbour } from "./rule.ts";

const fileOf = oncePer(({ uri }: Neighbour) => ({ called: nameOf(uri) }));

/** "Modifications for Pregnancy" within a cell or a line that runs on: its title, as it is quoted elsewhere. */
function isWrittenOut({ markdown: { plain } }: Guideline, { name, quoted }: NamedReference): boolean {
  if (!quoted || (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).length < 2) return false;
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1))
    if (!/["“‘'*_]\s?$/.test(plain.slice(Math.max(0, at - 2), at))) return true;
  return false;
}

/** A subject may be dealt with under another name, and a chapter in a part of the work that is not here. */
export function* namedInVain(guideline: Guideline, neighbours: readonly Neighbour[]) {
  const references = namedReferencesOf(guideline);
  if (references.length === 0 || guideline.sections.length < 3) return;
  const isThere = (one: NamedReference) =>
    isThereIn(guideline, one) ||
    isWrittenOut(guideline, one) ||
    neighbours.some((other) => isCalled(fileOf(other), one) || isThereIn(other.guideline, one));
  const chapters = neighbours.length > 0 || (labelsOf(guideline).get("chapter")?.length ?? 0) > 1;
  for (const reference of references) {
    if (reference.kind === "chapter" && !chapters) continue;
    const { kind, name, quoted, start, end } = reference;
    if (isThere(reference)) continue;
    const sure = references.some((other) => other.quoted === quoted && other.kind === kind && isThere(other));
    if (!sure && (kind !== "section" || !quoted)) continue;
    const message = `No ${wordFor(kind)} here is called “${name}”, and no title says anything like it. Correct the name, or add what is missing.`;
    const severity = sure && quoted ? ("warning" as const) : ("information" as const);
    yield { span: { start, end }, message, severity, state: { at: { start, end }, instead: [] } };
  }
}
