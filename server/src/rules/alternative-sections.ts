// Sections of which only one holds for a patient. It must not know what stands in them.

import { pathOf, type Section } from "../guideline/section.ts";

/** "Elapid pattern" beside "Viper pattern": what holds in one of them says nothing of the other. */
export function areAlternatives(a: Section | undefined, b: Section | undefined): boolean {
  const [one, other] = [pathOf(a), pathOf(b)];
  return one.some((section) =>
    other.some((beside) => {
      if (section === beside || section.parent !== beside.parent || section.level < 2) return false;
      const [own, others] = [titleStems(section.title), titleStems(beside.title)];
      return own.length === others.length && own.length === 2 && own[1] === others[1] && own[0] !== others[0];
    }),
  );
}
const titleStems = (title: string): readonly string[] => title.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
