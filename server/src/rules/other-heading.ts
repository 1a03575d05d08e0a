// Whether a ban stands below the heading of another medicine ("Tricyclic antidepressants", of what was taken) and an
// order does not. It must not read either.

import { targetsIn } from "../guideline/medicine-target.ts";
import { pathOf, type Section } from "../guideline/section.ts";

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
