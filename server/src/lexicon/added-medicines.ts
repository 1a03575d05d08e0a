// The medicines that a project's dictionary adds: new ones, and further names of those the lexicon has. A name that
// the lexicon has keeps its meaning. It must not know how a project writes them down.

import { dictionaryInUse } from "./dictionary.ts";
import type { Medicine, MedicineName } from "./medicine.ts";

export function addedMedicines(known: (name: string) => Medicine | undefined): readonly MedicineName[] {
  const taken = new Set<string>();
  return [...dictionaryInUse().medicines].flatMap(([first, others]) => {
    const all = [first, ...others].map(plainName).filter((name) => name !== "");
    const [name = "", ...synonyms] = all;
    const medicine = all.map(known).find(Boolean) ?? newMedicine(name, synonyms);
    const fresh = all.filter((each) => !known(each) && !taken.has(each));
    for (const each of fresh) taken.add(each);
    return fresh.map((each) => ({ name: each, medicine }));
  });
}

/** As the lexicon writes names. */
const plainName = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/** Of a new medicine nothing but its names is known. */
const newMedicine = (name: string, synonyms: readonly string[]): Medicine => ({
  name,
  synonyms,
  components: [],
  classes: [],
  symptomatic: false,
  routes: [],
  doses: [],
});
