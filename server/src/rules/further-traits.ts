// Whether patients that a medicine is given to are told to be those of a ban in what is no condition: a trait, or how
// long ago something was. It must not know what is forbidden.

import type { Guideline } from "../guideline/guideline.ts";
import { timesMeet, timeToldIn } from "../guideline/patient-time.ts";
import { traitsIn } from "../guideline/patient-trait.ts";
import type { Patients } from "../guideline/prohibition.ts";
import { everyoneHere } from "../lexicon/patient-traits.ts";
import { caseBefore } from "./case-told.ts";
import type { Given } from "./given-medicine.ts";
import { rowLabels } from "./row-labels.ts";

export function hasFurther({ traits, since }: Patients, given: Given, guideline: Guideline): boolean {
  if (!traits && !since) return true;
  const labels = [...rowLabels(guideline, given), ...given.labels];
  const texts = [...labels, given.told, ...(given.row ? [] : [caseBefore(given, guideline)])];
  if (traits && !traits.every((name) => name === everyoneHere || isTold(name, texts))) return false;
  return !since || texts.some((text) => isIn(since, text));
}

const isIn = (since: NonNullable<Patients["since"]>, text: string): boolean => {
  const told = timeToldIn(text);
  return told !== undefined && timesMeet(told, since);
};

/** Where the nearest text that speaks of it does. */
function isTold(name: string, texts: readonly string[]): boolean {
  for (const text of texts) {
    const said = traitsIn(text).filter((trait) => trait.name === name);
    if (said.length > 0) return said.some(({ denied }) => !denied);
  }
  return false;
}
