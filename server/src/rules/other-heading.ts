// Whether a ban stands below a heading that may tell in whom it holds ("Tricyclic antidepressants", of what was taken),
// and an order does not. It must not read either.

import { targetsIn } from "../guideline/medicine-target.ts";
import { pathOf, type Section } from "../guideline/section.ts";

/** Headings below which the bans of a whole document stand. */
const ofAll =
  /\b(?:contra-?indications?|avoid|never|not|warnings?|cautions?|precautions?|safety|dos(?:e|es|age|ing)|treatment|therapy|management|medicines?|drugs?|general|keys?|principles?|rules?|points?|summary|introduction|first|immediate|emergency|all)\b/i;

export const isElsewhere = (ban: Section | undefined, order: Section | undefined): boolean =>
  isBelowOther(ban, order, (title) => !ofAll.test(title));

/** Of instructions on a medicine, where only another medicine in the heading tells. */
export const isOfOtherMedicine = (
  ban: Section | undefined,
  order: Section | undefined,
  name: string,
): boolean =>
  isBelowOther(ban, order, (title) => {
    const targets = targetsIn(title);
    return targets.length > 0 && !targets.some((target) => target.name === name);
  });

function isBelowOther(
  ban: Section | undefined,
  order: Section | undefined,
  isTelling: (title: string) => boolean,
): boolean {
  const own = pathOf(order);
  return pathOf(ban).some((one) => one.level > 1 && !own.includes(one) && isTelling(one.title));
}
