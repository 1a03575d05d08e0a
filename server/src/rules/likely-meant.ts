// Whether an order may be one of those that a sentence means which was not understood in full, and that names no more than
// the illness of its chapter: not where the order says of itself for which of them it is. It must not compare medicines.

import type { Guideline } from "../guideline/guideline.ts";
import { isEveryone } from "../guideline/population.ts";
import type { Patients, Prohibition } from "../guideline/prohibition.ts";
import { scopeOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import type { Given } from "./given-medicine.ts";

export const mayBeMeant = (
  { supposed, patients }: Prohibition,
  given: Given,
  guideline: Guideline,
): boolean =>
  !isOver.test(given.sentence) &&
  !titlesOf(given, guideline).some(
    (title) => isOver.test(title) || /\b(?:excluded|ruled +out)\b/i.test(title),
  ) &&
  (!supposed || isNamedFor(patients, given) || isPlainlyGiven(given, guideline));

/** "The one exception is pregnancy: …", in the paragraph that bans. */
export function isExceptedBehind({ end }: Prohibition, given: Given, { text }: Guideline): boolean {
  const behind = text.slice(end, end + farthest).split("\n", 1)[0] ?? "";
  const [said] = /[^.]*\bexceptions?\b[^.]*/i.exec(behind) ?? [];
  if (said === undefined) return false;
  const { population, indication } = scopeOf(said, 0);
  const groups = [...population.groups, ...(/\bpregnan/i.test(said) ? ["pregnant"] : [])];
  return (
    given.population.groups.some((group) => group !== "women" && groups.includes(group)) ||
    given.indication.conditions.some((id) => indication.conditions.includes(id))
  );
}
const farthest = 400;

const titlesOf = ({ span }: Given, { sections }: Guideline): readonly string[] =>
  pathOf(sectionAt(sections, span.start))
    .slice(1)
    .map(({ title }) => title);

/** "Once it has been normal for 4 weeks, … may take ibuprofen again" */
const isOver =
  /\b(?:once|after|when|as +soon +as)\b[^.;:]{0,60}\b(?:normal|recover\w*|healed|resolved|gone|over|settled|excluded)\b|\bmay\b[^.;:]{0,80}\bagain\b/i;

/** "Sheet C", "Annex 2": of the place that a chapter beside it speaks of. */
export const isOfSamePlace = ({ sections: [first] }: Guideline): boolean =>
  /\b(?:our|sheet|annex|appendix|card|poster|chart|checklist|order +set|orders|form)\b/i.test(
    first?.title ?? "",
  );

/** Its own line or row names the illness. */
const isNamedFor = ({ indication: { conditions } }: Patients, { indication, above }: Given): boolean =>
  conditions.length > 0 &&
  conditions.every((id) => indication.conditions.includes(id) && !above.includes(id));

/** For nobody in particular. */
const isPlainlyGiven = (
  { sentence, labels, population, row, span }: Given,
  { sections }: Guideline,
): boolean =>
  !pathOf(sectionAt(sections, span.start)).some(
    ({ title }, i) => i > 0 && /\b(?:with|without|no|not|excluded|after|other|instead)\b/i.test(title),
  ) &&
  !row &&
  isEveryone(population) &&
  !someOnly.test(sentence) &&
  labels.every(
    (label) => scopeOf(label, 0).indication.conditions.length === 0 && !/\b(?:if|when|with)\b/i.test(label),
  );
const someOnly =
  /\b(?:if|when|where|with|who|whose|once|until|unless|in|below|above|under|over|only|mild|moderate|severe)\b|:/i;
