// Whether whom two thresholds are about may be the same patients. It must not judge values.

import { type Population, samePatients, stageOf } from "../guideline/population.ts";
import type { Threshold } from "../guideline/threshold.ts";

export const special = ["pregnant", "breastfeeding", "preterm", "elderly", "women", "men"] as const;

export function mayBeSamePatients(a: Population, b: Population): boolean {
  if (samePatients(a, b)) return true;
  const pregnant = a.groups.includes("pregnant") && b.groups.includes("pregnant");
  const differs = (group: (typeof special)[number]) => a.groups.includes(group) !== b.groups.includes(group);
  if (special.some((group) => differs(group) && !(pregnant && group === "women"))) return false;
  const stage = stageOf(a);
  return stage !== undefined && stage === stageOf(b) && overlap(a, b) && !a.weight === !b.weight;
}

function overlap({ age: a }: Population, { age: b }: Population): boolean {
  if (!a || !b) return true;
  const low = Math.max(a.low ?? 0, b.low ?? 0);
  const high = Math.min(a.high ?? 1e9, b.high ?? 1e9);
  return low < high || (low === high && (a.low === a.high || b.low === b.high));
}

/** Glucose with insulin keeps the level up, glucose alone brings it up: those on insulin are other patients. */
export const isWithInsulin = ({ analyte, actions, kinds }: Threshold): boolean =>
  analyte.id === "glucose" &&
  kinds.has("do") &&
  !kinds.has("stop") &&
  [...actions].some((action) => action.endsWith("insulin"));
