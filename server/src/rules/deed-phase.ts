// In which phase of an illness or procedure a deed is done: "during an attack" and, under its heading, "between attacks". It
// must not know what is done.

import { stemOf } from "../guideline/advice-action.ts";
import type { PlacedDeed } from "../guideline/deed-parser.ts";
import { pathOf } from "../guideline/section.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";

type Phase = "in" | "out" | "before" | "after";
const phases: Readonly<Record<string, Phase>> = {
  during: "in",
  in: "in",
  between: "out",
  outside: "out",
  before: "before",
  after: "after",
};
const said =
  /\b(during|in|between|outside|before|after) +(?:an? +|the +|each +|every +|all +)?((?:[a-zß-öø-ɏ]+ +){0,2}?[a-zß-öø-ɏ]+)(?=\s*(?:[.,;:()]|$|\b(?:of|and|or|with|for|in|to|by|give|start|do)\b))/gi;

/** Of each thing that it names, by its stem. */
const phasesIn = remembered((text): ReadonlyMap<string, Phase> => {
  const found = new Map<string, Phase>();
  for (const [, word = "", what = ""] of matchesIn(text, said)) {
    const phase = phases[word.toLowerCase()];
    const head = what.toLowerCase().split(" ").at(-1) ?? "";
    if (phase) found.set(stemOf(head), phase);
  }
  return found;
});

/** What its clause says, before what its heading does. */
const phasesOf = ({ clause, section }: PlacedDeed): ReadonlyMap<string, Phase> =>
  new Map([...phasesIn(section?.title ?? ""), ...phasesIn(clause)]);

export function areInOtherPhases(a: PlacedDeed, b: PlacedDeed): boolean {
  const [one, other] = [phasesOf(a), phasesOf(b)];
  return [...one].some(([thing, phase]) => other.has(thing) && other.get(thing) !== phase);
}

/** "During an attack", under "Acute gout". */
export const isOfAttack = (word: string, { section }: PlacedDeed): boolean =>
  /^(?:attack|flare|episode|exacerbat|acut)/.test(word) &&
  pathOf(section).some(({ title }) => /\b(?:acute|attack|flare|episode|exacerbation)s?\b/i.test(title));
