// Whether a size of the arm or a weight for the height is that of severe acute malnutrition, by whatever a text says of
// it: that it defines it, or that a child is taken into treatment. It must not compare.

import { isUpward, type Threshold } from "../guideline/threshold.ts";
import { oncePer } from "../text/memory.ts";
import { polarity } from "./threshold-differences.ts";

const grown: ReadonlySet<string> = new Set(["pregnant", "breastfeeding", "women", "adult", "elderly"]);
const ofModerate = ["supplementary", "moderate", "moderately"];
const ofSevere = ["therapeutic", "programme", "program", "stabilisation", "stabilization"];

export const isSevereWasting = oncePer((one: Threshold): boolean => {
  if (!/^(?:muac|weight-for-height)$/.test(one.analyte.id) || isUpward(one) || polarity(one) !== "start")
    return false;
  if (one.population.groups.some((group) => grown.has(group))) return false;
  const says = (words: readonly string[]) =>
    words.some((word) => one.allWords.has(word) || one.ledWords.has(word));
  if (says(ofModerate) || one.conditions.has("moderate-acute-malnutrition")) return false;
  if (one.conditions.has("severe-acute-malnutrition")) return true;
  const treated = says(ofSevere) || one.kinds.has("refer") || one.above.has("severe-acute-malnutrition");
  return one.value < edgeOf(one) && treated;
});

/** Who is sent on at more than this is moderately wasted in every programme. */
function edgeOf({ unit }: Threshold): number {
  if (unit?.code === "mm") return 120;
  return unit?.code === "cm" ? 12 : -2;
}
