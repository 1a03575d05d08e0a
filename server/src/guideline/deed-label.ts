// What stands before a colon and heads all that follows in its line: "INR of 4.5 to 10: omit a dose. No vitamin K." It must
// not know documents.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import type { Deed } from "./deed.ts";
import { situationOf, stemsOf } from "./deed-reader.ts";
import { targetsIn } from "./medicine-target.ts";
import { valuesIn } from "./title-band.ts";

interface Label {
  readonly text: string;
  readonly words: readonly string[];
}

/** "INR of 4.5 to 10: omit a dose. No vitamin K is given.": all that it heads is for those. */
export function labelledAt(text: string): Label | undefined {
  const [, label = ""] = /^[^\p{L}]*((?:[^.:;|\n]|\.(?=\d)){3,80}):\s/u.exec(text) ?? [];
  if (label === "" || topical.test(label) || targetsIn(label).length > 0 || orders(label)) return undefined;
  return { text: label, words: [...situationOf(label)] };
}

/** "Lower the pressure by lumbar puncture: …": what is done, and not to whom. */
const orders = (label: string): boolean =>
  /^[^a-zß-öø-ɏ]*[a-zß-öø-ɏ]+ +(?:the|an?|his|her|their|any|every|each|all)\b/i.test(label) &&
  instructionVerbs.has(/\p{L}+/u.exec(label)?.[0].toLowerCase() ?? "");

export const belowLabel = (deed: Deed, { text, words }: Label): Deed => ({
  ...deed,
  ...ledBy(words, deed),
  values: [...deed.values, ...valuesIn(text)],
});

export const ledBy = (further: readonly string[], { words, telling }: Deed) => ({
  words: new Set([...words, ...further]),
  telling: new Set([...telling, ...further]),
});

/** What heads it may name what is done. */
export const further = (led: ReadonlySet<string>, { thing, narrowing }: Deed): readonly string[] => {
  const own = new Set([...stemsOf(thing), ...narrowing, thing]);
  // "No statin so far", of what is started.
  return [...led].filter((word) => !own.has(word.replace(/^no +/, "")) && word !== "no far");
};

/** "Position and breathing", "What to take from the cupboard": what the lines are about, not whom. */
export const topical =
  /^[^a-zß-öø-ɏ]*(?:what|how|where|why)\b(?![^.;]*\b(?:in|for|if|with|when|after|before|during|without|under|over|above|below)\b)|^[^a-zß-öø-ɏ]*(?:(?:position(?:ing)?|breathing|airway|circulation|fluids?|feed(?:ing|s)?|nutrition|nursing|care|swallowing|temperature|sugar|glucose|skin|drugs?|medicines?|medications?|treatment|comfort|hygiene|mobili[sz]ation|mobility|monitoring|observations?|communication|equipment|pain|bladder|bowels?|mouth|eyes?|movement|rest|activity|diet|food|drinks?|tests?|investigations?|imaging|laboratory|prevention|oxygen|advice|education|general|supportive|measures|relief|control|tasks?|front|back|page|side|inside|outside|routine|safety|wound|sleep|and|the|of|for|other)[\s,&/:*_.-]*)+$/i;
