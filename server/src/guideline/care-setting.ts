// Where and how urgently orders are carried out, as far as the words tell: by ambulance crews, whose doses are single
// ones until the patient is handed over, or before patients are sent on. It must not judge orders.

import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Guideline } from "./guideline.ts";
import { eachRun } from "./run.ts";

const services =
  /\b(?:EMTs?|AEMTs?|[Pp]aramedics?|PARAMEDICS?|OLMC|EMS|[Pp]re-?[Hh]ospital|ALS|BLS|ILS|[Mm]edical +(?:[Cc]ontrol|[Dd]irection|[Cc]ommand)|[Bb]ase +(?:[Hh]ospital|[Oo]rder|[Cc]ontact|[Pp]hysician)|[Oo]n-?line +[Mm]edical)\b/g;
const fewest = 4;
const fewestWords = 2;
/** Characters to one of them. */
const mostApart = 8000;

const wordsOf = eachRun(({ blocks }, { markdown: { plain } }: Guideline) =>
  blocks.flatMap(({ span }) =>
    matchesIn(plain.slice(span.start, span.end), services).map(([word]) => word.toLowerCase()),
  ),
);

/** It speaks of ambulance crews and whom they call, in several words and all along. */
export const isPrehospital = oncePer((guideline: Guideline): boolean => {
  const words = wordsOf(guideline);
  const often = words.length >= fewest && words.length * mostApart >= guideline.text.length;
  return often && new Set(words).size >= fewestWords;
});

const leaves =
  /^\W*(?:(?:and|then) +|(?:the|every|each) +[a-zß-öø-ɏ]+ +(?:must|should) +be +)?(?:refer|transfer|sen[dt]|evacuate)/i;
const sentOn =
  /\b(?:refer(?:red)?|transfer(?:red)?|sen[dt]|evacuated?)\b[^.;:]{0,40}\b(?:urgently|immediately|at +once|(?:the +)?same +day|without +delay|to\b[^.;:]{0,30}\bhospital)\b/i;
const urgent =
  /\b(?:(?:as|in) +an +emergency|(?<!\bnon-?|\bnot +(?:[a-zß-öø-ɏ]+ +)?)urgent(?:ly)?|pre-?referral|(?:before|prior +to|awaiting|until) +(?:urgent +)?(?:the +)?(?:referral|transfer|evacuation))\b/i;
const conditional = /\b(?:if|when|unless|those|who|whose|where|in +case)\b/i;

/** "Refer the same day.": said of everyone the section is about. */
export const sendsOn = (sentence: string): boolean =>
  leaves.test(sentence) && sentOn.test(sentence) && !conditional.test(sentence);

interface Words {
  readonly lead: string;
  readonly before: string;
  readonly opening: string;
  readonly rest: string;
  readonly above: string;
  readonly beside: string;
}

const reacting = /^\W*(?:[a-zß-öø-ɏ]+ +)?(?:reactions?|anaphylaxis)\b/i;
const isUrgent = (words: string): boolean => urgent.test(words) || sentOn.test(words);

/** "Reaction: stop; hydrocortisone 200 mg IV", "as an emergency", "… and refer urgently": a `single` dose given now. */
export function isAtOnce({ lead, before, opening, rest, above, beside }: Words, single: boolean): boolean {
  if ([lead, before, opening].some((words) => reacting.test(words))) return true;
  return (
    single && !/\bcontinu(?:e|ing)\b/i.test(before) && [lead, before, rest, above, beside].some(isUrgent)
  );
}
