// The sentences of a text that tell the reader to do something: "Give …", "If …, recheck …", "… is to be repeated". It
// must not judge what they say.

import { alsoOtherwise, instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { sentencesIn } from "./sentence.ts";

/** "Recommendation 3" may be the line above. */
const opening =
  /^[^a-zß-öø-ɏ]*(?:(?:recommendation|statement|step|advice|rule|standard|(?:good +)?practice +point|key +point)s?\s*(?:[a-z]?\d+[\d.]*\s*[.:–—-]?[ \t*_]*(?:\n[\s>]*|(?<=[:–—-] *)))|[a-z]?\d+(?:\.\d+)*[.)]?\s+)?/i;
const lead =
  /^(?:please|then|also|always|now|next|first|finally|immediately|gently|carefully|slowly|otherwise|and|but|so|do)\s+/i;
/** Behind a verb that is also a noun: "Test results", "Rest is", "Review of". */
const isNoun =
  /^\s*(?:(?:of|is|are|was|were|may|can|should|results?|in|for|by|at|and|or|date|period|dose|with)\b|[:.,;)]|$)/i;

/** "Steam inhalation does not help". */
const isSubject =
  /^(?:[ -](?!(?:the|an?|his|her|its|their|your|this|these|it|them|him|all|any|every|each|both|if|when|while|and|or)\b)[a-zß-öø-ɏ]+){1,3}?\s+(?:is|are|does|do|has|have|should|must|may|can|cannot|was|were|will)\b/i;

const alsoAdjectives = /^(?:fast|dry|clear|cool|light|slow|lower|double)$/;

/** Whether a word that is a verb of instruction is one here: what stands behind it tells. */
export function isTold(verb: string, rest: string, opens: boolean): boolean {
  if (!alsoOtherwise.has(verb)) return true;
  if (isSubject.test(rest)) return false;
  if (opens && !alsoAdjectives.test(verb)) return !isNoun.test(rest);
  return /^\s+(?:the|a|an|his|her|its|their|your|this|these|it|them|him|all|any|every|each|both|up|down|out|off|in|to|for|on|with|by|if|when|at|\d)\b/i.test(
    rest,
  );
}

/** Where the first verb of an instruction stands in a sentence, behind its conditions and labels. */
export const verbOfInstruction = remembered((sentence): Span | undefined => {
  const starts = [
    0,
    ...matchesIn(sentence, /[,:;–—]\s+|\b(?:and|then|or)\s+/g).map(
      ({ index, 0: sign }) => index + sign.length,
    ),
  ];
  for (const [i, start] of starts.entries()) {
    const rest = sentence.slice(start);
    const before = i === 0 ? (opening.exec(rest)?.[0].length ?? 0) : 0;
    const adverb = lead.exec(rest.slice(before))?.[0].length ?? 0;
    const at = start + before + adverb;
    const word = /^\p{L}+(?:-\p{L}+)?/u.exec(sentence.slice(at))?.[0] ?? "";
    const verb = word.toLowerCase();
    if (!instructionVerbs.has(verb)) {
      if (
        i === 0 &&
        !/^(?:if|when|whenever|where|in|for|as|once|after|before|at|on|during|until|unless|with|to|all|children|adults|women|patients|severe|mild)\b/i.test(
          word,
        ) &&
        !/^\P{L}*[\p{L}\d .-]{2,40}[:–—]/u.test(sentence)
      )
        return undefined;
      continue;
    }
    if (!isTold(verb, sentence.slice(at + word.length), true)) continue;
    // "Bleeding, give …" only behind a condition or a label; "and check" goes on.
    return { start: at, end: at + word.length };
  }
  return undefined;
});

const passive =
  /\b(?:is|are) +to +be +[a-zß-öø-ɏ]+(?:ed|en|wn|ne|pt|ut|ade|ld)\b|\bneeds? +(?:to +be +)?[a-zß-öø-ɏ]+(?:ed|ing)\b|\b(?:is|are) +(?:then +|also +|always +|now +|only +)?(?:begun|commenced|resumed|initiated|applied|adjusted|given|used|repeated|measured|checked|rechecked|monitored|started|stopped|continued|increased|reduced|admitted|referred|discharged|reviewed|examined|assessed|changed|turned|weighed|offered|treated|seen|observed|replaced|added|infused|injected|transfused|cleaned|dressed|fed|followed +up|screened|tested|taken|recorded|slowed|removed|inserted|performed|done|sent|transferred|moved|called|informed|notified|consulted|kept|put|placed|held|paused|withheld|resumed|restarted|switched|tapered|adjusted|titrated|raised|lowered|doubled|halved|prescribed|administered|applied|drawn|obtained|collected|ordered|requested|arranged|planned|booked|invited|counselled|counseled|advised|taught|warmed|cooled|washed|drained|intubated|ventilated|suctioned|sedated|catheterised|catheterized|vaccinated|isolated|reported|involved|considered|sought|induced|extended|shortened|repositioned|mobilised|mobilized|prolonged|supplemented|supported|tried|combined)\b/i;

/** "The nurse reviews the chart", "The dose may be raised". */
const told =
  /\b(?:nurse|midwife|doctor|clinician|physician|prescriber|health *worker|team|ward|mother|pharmacist|surgeon|specialist|carer|volunteer|dietitian|physiotherapist|technician|officer|laborator(?:y|ie)|clinic)s? +(?:[a-zß-öø-ɏ]+ly +)?(?:calls?|sends?|transfers?|reviews?|checks?|gives?|repeats?|measures?|changes?|examines?|visits?|adjusts?|refers?|turns?|weighs?|monitors?|sees?|offers?|decides?|inspects?|cleans?|feeds?|records?)\b|\b(?:dose|rate|infusion|treatment|medicine|drug|antibiotic|fluid|tablet|course|interval|injection|feed|dressing|transfusion)s? +(?:may|can|could|is|are|should|must) +(?:then +|also +|to +)?be +[a-zß-öø-ɏ]+(?:ed|en)\b/i;

export const instructionsIn = remembered((text): readonly Span[] =>
  sentencesIn(text).filter(({ start, end }) => {
    const sentence = text.slice(start, end);
    return verbOfInstruction(sentence) !== undefined || passive.test(sentence) || told.test(sentence);
  }),
);
