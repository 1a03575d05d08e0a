// A sentence that only says "it": "Sponging makes the child shiver. We do not do it." With what the sentence before is
// about, it says so itself; and one that says "them", of patients named before. It must not know documents.

import { people, thingOf } from "./deed-object.ts";
import { stemsOf } from "./deed-reader.ts";
import { tellingIn } from "./deed-situation.ts";
import { targetsIn } from "./medicine-target.ts";

const it = "(?:it|this|them|these|either|that)";
/** "We do not do it" */
const ours = new RegExp(
  `^\\W*(?:so +)?(?:(?:we|our +[a-zß-öø-ɏ]+|this +[a-zß-öø-ɏ]+|the +[a-zß-öø-ɏ]+) +)?(?<not>(?:therefore +|now +)?(?:do(?:es)? +not|don['’]t|no +longer|never)|avoid) *(?:ever +)?(?:do|use|give|recommend|offer|practi[sc]e|advise|advocate|perform|support|prescribe|order|request|start)?\\s+${it}(?=\\s*[.,;:]|\\s+(?:in|for|to|at|on|when|if|before|after|during|any +more|here)\\b|$)`,
  "i",
);
/** "It has no place" */
const subject =
  /^\W*(?:it|this|they|these|(?:this|the|such) +(?:practice|procedure|measure|drug|medicine|treatment|test|habit|remedy)s?)\s+(?=(?:is|are|has|have|should|must|does|do|may|can)\b(?: +[a-zß-öø-ɏ]+){0,2}? +(?:not|never|no|contra-?indicated|forbidden|banned|avoided|harmful|useless|obsolete|abandoned|recommended|mandatory|required)\b|belongs? +to +the +past)/i;
const about =
  /^[^a-zß-öø-ɏ]*(?<what>(?:[a-zß-öø-ɏ][a-zß-öø-ɏ-]* +){0,4}?[a-zß-öø-ɏ][a-zß-öø-ɏ-]*)(?: +(?:with|by|of|on|for|in|at|after|before|during) +[^.;:,]{2,40}?)?\s+(?:is|are|was|were|has|have|does|do|makes?|causes?|can|may|will|increases?|brings?|gives?|leads?|delays?|prolongs?|helps?|carries|raises?|used|worsens?|harms?|adds?|hides?|masks?)\b/i;

/** What a sentence says of what the one before it is about; nothing where that is open. */
export function referred(before: string, sentence: string): string | undefined {
  if (/\?[*_\s]*$/.test(before)) return undefined;
  const own = ours.exec(sentence);
  const lead = own ? undefined : subject.exec(sentence);
  if (!own && !lead) return undefined;
  const { what = "" } = about.exec(before)?.groups ?? {};
  const thing = thingOf(what);
  if (!thing?.known) return undefined;
  return own
    ? `${what} should not be used${sentence.slice(own[0].length)}`
    : `${what} ${sentence.slice(lead?.[0].length)}`;
}

/** "…; infants with bronchiolitis are not given them": of what the clause or sentence before it begins with. */
const notGiven =
  /^(?<lead>[^.]*?[;:]\s+)?(?<said>[^.;:]{3,90}?\s(?:(?:is|are)|(?:must|should|may|can) +(?:not|never) +be|(?:do|does))\s+(?:(?:not|never)\s+)?(?:given|offered|prescribed|treated +with|receive|get|need))\s+(?:it|them|these|either|any +of +these)(?=\s*(?:[.,;:]|$))/i;

export function givenThem(before: string, sentence: string): string | undefined {
  const { lead, said = "" } = notGiven.exec(sentence)?.groups ?? {};
  if (!/\b(?:not|never)\b/i.test(said)) return undefined;
  const earlier = lead ?? before;
  const [first] = targetsIn(earlier);
  return first && !/\p{L}/u.test(earlier.slice(0, first.start))
    ? `${said} ${earlier.slice(first.start, first.end)}`
    : undefined;
}

/** "Oxygen is a drug. In patients who saturate at 94 % or more we advise against it": of the one thing named before. */
const refused =
  /,?\s*(?:\b(?:we|our +unit|the +(?:unit|panel|group|clinic|ward))\s+)?\b(?:(?:advise|recommend|decide|are)s?\s+against|withhold|omit|skip|do +without|refrain +from|dispense +with|leave +out|(?:do +not|never|don['’]t)\s+(?:give|use|offer|start|order|put +on))\s+(?:it|them|this)(?=\s*(?:[.,;:]|$))/i;

export function refusedIt(before: string, sentence: string): string | undefined {
  const found = refused.exec(sentence);
  const names = new Set(targetsIn(before).map(({ name }) => name));
  const [first] = targetsIn(before);
  if (!found || !first || names.size !== 1 || /\b(?:unless|only|except)\b/i.test(sentence)) return undefined;
  const lead = sentence.slice(0, found.index);
  return `${lead}${/\p{L}/u.test(lead) ? ", " : ""}do not give ${before.slice(first.start, first.end)}${sentence.slice(found.index + found[0].length)}`;
}

/** "Do not give them a DOAC", "in these patients": of those named before. */
const theirs = new RegExp(
  `\\b(?:give|offer|prescribe|start|show|feed|send|let|allow|put)\\s+(?:them|him|her|these +${people})\\b|\\b(?:in|for|to|on|with|by)\\s+(?:them|these|those|such|this +group)\\b(?= +${people}|\\s*(?:[.,;:]|$))`,
  "i",
);

/** Stems of what tells the patients that a clause only points to. */
export const pointedTo = (clause: string, before: string, label: string): readonly string[] =>
  theirs.test(clause)
    ? [...stemsOf(tellingIn(before))]
    : label !== "" && ofLabel.test(clause)
      ? [...stemsOf(label)]
      : [];
/** "In these bites", below "**Green pit vipers.**" */
const ofLabel = /\b(?:in|for|to|on|with|by|of|at|after)\s+(?:these|those|such|this)\s+[a-zß-öø-ɏ]{4,}/i;
