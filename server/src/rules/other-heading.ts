// What headings tell apart: a ban below that of another medicine ("Tricyclic antidepressants", of what was taken), and
// orders below "Patients with normal enzyme" and "Patients with the deficiency". It must not read bans nor orders.

import { targetsIn } from "../guideline/medicine-target.ts";
import { pathOf, type Section } from "../guideline/section.ts";
import { oncePer } from "../text/memory.ts";

export function isOfOtherMedicine(
  ban: Section | undefined,
  order: Section | undefined,
  name: string,
): boolean {
  const own = pathOf(order);
  return pathOf(ban).some((one) => {
    if (one.level < 2 || own.includes(one)) return false;
    const targets = targetsIn(one.title);
    return targets.length > 0 && !targets.some((target) => target.name === name);
  });
}

/** Sections side by side, each of patients who have something else. */
export function areOfOtherPatients(one: Section | undefined, other: Section | undefined): boolean {
  if (!one || !other || one === other || one.parent !== other.parent) return false;
  const [own, others] = [patientsHeaded(one), patientsHeaded(other)];
  return own.length > 0 && others.length > 0 && !own.some((word) => others.includes(word));
}

/** Below "Yes" and below "No": of what a question tells apart. */
export function areOppositeAnswers(one: Section | undefined, other: Section | undefined): boolean {
  const [own, others] = [pathOf(one), pathOf(other)];
  const answers = (path: readonly Section[], beside: readonly Section[]) =>
    path.flatMap((section) =>
      beside.includes(section) ? [] : (/^\W*(yes|no)\b/i.exec(section.title)?.[1] ?? []),
    );
  const [first, second] = [answers(own, others), answers(others, own)].map((said) =>
    said.join(" ").toLowerCase(),
  );
  return first !== second && first !== "" && second !== "";
}

/** "Patients with normal enzyme": what they have. */
export const patientsHeaded = oncePer((section: Section): readonly string[] => {
  const [, said = ""] = peopleWith.exec(section.title) ?? [];
  return said.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
});
const peopleWith =
  /^\W*(?:\d[\d.]*\s+)?(?:patients|people|persons|those|adults|children|infants|newborns|babies|women|men)\s+(?:with|without|who|whose|on|after)\s+(.+)$/i;

/** "Preparation" of one procedure, and "Preparation" of another. */
export const areUnderLikeTitles = (one: Section | undefined, other: Section | undefined): boolean =>
  one?.parent !== other?.parent && areNamedAlike(one, other) && !areNamedAlike(one?.parent, other?.parent);

const areNamedAlike = (a: Section | undefined, b: Section | undefined): boolean =>
  a !== undefined && b !== undefined && wordsOf(a.title) === wordsOf(b.title);

const wordsOf = (title: string) =>
  title
    .toLowerCase()
    .match(/\p{L}{2,}/gu)
    ?.join(" ");
