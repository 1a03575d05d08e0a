// What of a clause tells its situation: not how, with what, how often and where on the body something is done. It must
// not know what is done.

import { instructionVerbs, openVerbs } from "../lexicon/instruction-verbs.ts";
import { matchesIn } from "../text/matches.ts";
import { isPatient, people } from "./deed-object.ts";
import type { Said } from "./deed-said.ts";
import type { windowsIn } from "./deed-time.ts";
import { itemsOf } from "./scope.ts";

/** An expression that is looked for only where one of its words stands: compiling it costs more than a short text does. */
export interface Cued {
  readonly cues: readonly string[];
  readonly pattern: RegExp;
}
const all: Cued[] = [];
const cued = (cues: string, pattern: RegExp): Cued => {
  const one = { cues: cues.split(" "), pattern };
  all.push(one);
  return one;
};
/** For a test that they do not look past what they are for. */
export const cuedPatterns: readonly Cued[] = all;
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z]+/g));
const mayStand = ({ cues }: Cued, words: ReadonlySet<string>): boolean => cues.some((cue) => words.has(cue));

const placeWords = cued(
  "above below around round over under on onto into through along beside across near",
  /\b(?:above|below|around|round|over|under|on|onto|into|through|along|beside|across|near)\s+(?:the|a|an|his|her|its|their|both|each|either|your|any)?\s*[a-zß-öø-ɏ -]{2,30}?(?=[,.;:]|\s(?:for|in|at|if|when|after|before|during|and|or|until|unless|to|of +(?:all|every|each|any|bab(?:y|ies)|newborns?|infants?|child(?:ren)?|patients|wom[ae]n|adults|people|those))\b|$)/gi,
);
const means = cued(
  "with using by",
  /\b(?:with|using|by)\s+(?:(?:[a-zß-öø-ɏ]+|\d[\d.]*|\d*\s?[a-zß-öø-ɏ]+\/[a-zß-öø-ɏ]+)\s+){0,5}?(?:water|hands?|fingers?|gauze|cloths?|swabs?|needles?|scissors|clippers|soap|saline|bands?|straps?|tape|syringes?|pump|bulb|tubes?|mask|blankets?|ointment|solution|razors?|blade|pads?|plaster|spoons?|cups?|ice|antiseptic|powder|oil|cream|towels?|cotton|knife|scalpel|thread|sutures?|gloves?|belt|sheets?|bandages?|force|care)\b(?:\s+(?:and|or)\s+(?:an?\s+)?(?:tape|water|soap|saline|gauze|pads?|plaster|bandages?|swabs?|hands?|cloths?|towels?|gloves?))*/gi,
);
/** "After each bath": how often. */
const each = cued(
  "each every",
  /\b(?:after|at|before|with) +(?:each|every) +[a-zß-öø-ɏ]+(?: +(?:change|visit|feed|dressing|round|shift|meal|contact|check|test|dose|stool|examination))?/gi,
);
const eachTime = cued("each every", /\b(?:after|before|at|with|on) +(?:each|every) +[a-zß-öø-ɏ]+/gi);
/** "As firmly as for a sprained ankle" */
const likeness = cued("as", /,?\s*\bas +[a-zß-öø-ɏ]+ +as +(?:for|in|with|on|to)\b[^,.;]*/gi);
/** "Tight enough to stop the pulse", ", getting up only for meals": in which way. */
const enough = cued("enough", /,?\s*\b[a-zß-öø-ɏ]+ +enough +(?:to|for|that)\b[^,.;]*/gi);
const vessel = cued(
  "basin tub bucket bowl water room",
  /\bin +(?:an? +|the +)?(?:basin|tub|bucket|bowl)\b(?: +of +(?:[a-zß-öø-ɏ]+ +)?water)?|\bin +(?:(?:luke)?warm|cold|cool|hot|tepid|clean|boiled|soapy|running) +water\b|\bin +(?:a|the) +(?:closed|warm|quiet|dark(?:ened)?|calm|clean|private|well[ -]lit) +room\b/gi,
);
/** "Bands meant to stop the flow of blood" */
const meant = cued(
  "meant intended designed supposed used",
  /\b(?:meant|intended|designed|supposed|used) +to +[^.,;]{3,50}?(?=\s(?:is|are|has|have|should|must)\b)/gi,
);
const participial =
  /,\s+(?:(?!(?:including|depending|starting|beginning|following|excluding)\b)[a-zß-öø-ɏ]+ing|mixed|dissolved|crushed|diluted|stirred|taken|swallowed|chewed|followed|given)\b[^,.;]*$/gi;
/** "Rub frozen fingers with snow", but not "Those with pain should …". */
const withMeans = cued(
  "with",
  new RegExp(
    `(?<!(?:^|[.:;,]\\s)[^a-zß-öø-ɏ]*(?:[a-zß-öø-ɏ]+\\s){0,5}${people}\\s)\\bwith +(?:(?!for\\b|in\\b|if\\b|when\\b)[a-zß-öø-ɏ]+\\s?){1,4}`,
    "i",
  ),
);
const purpose = cued(
  "to",
  /\bto +(?!prevent|treat|induce|reduce|control|relieve|stop|avoid)[a-zß-öø-ɏ]+ +(?:them|it|him|her|the +[a-zß-öø-ɏ]+)\b/gi,
);
const routines = cued(
  "time for routine routinely always systematic systematically universal universally generally usually rule automatically all every each everyone everybody anyone standard mandatory",
  /\b(?:(?:every|each) +time|for +(?:all|every|each)\b(?! +(?:\d|lit|kilo|kg|gram|dose|hour|day|stool|ml|other|hand))|routine(?:ly)?|always|systematic(?:ally)?|universal(?:ly)?|generally|usually|as +a +rule|automatically|in +all|(?:all|every|each) +(?:[a-zß-öø-ɏ]+ +){0,3}?(?:women|woman|patients?|child(?:ren)?|mothers?|newborns?|infants?|adults?|people|persons?|cases?|survivors?|casualt(?:y|ies)|inpatients?|boys|girls|men|bab(?:y|ies)|residents?|clients?|workers?|contacts?|nullipara[es]?|primigravida[es]?|primipara[es]?|multipara[es]?|deliver(?:y|ies)|births?|admissions?)|everyone|everybody|anyone|standard|mandatory)\b/i,
);

/** "While the ambulance is awaited": whoever they are. */
const meanwhile = cued(
  "while until pending",
  /,?\s*\b(?:while\s[^.,;]{0,50}?\b(?:being +(?:procured|prepared|arranged|organi[sz]ed|fetched|awaited|found|called)|awaited|awaiting|waiting|on +the +way|pending|arranging|preparing)\b[^.,;]*|until +(?:the +)?(?:ambulance|transport|doctor|nurse|help|midwife|helicopter|results?)\b[^.,;]*|pending\s[^.,;]*)/gi,
);

export function isRoutine(clause: string): boolean {
  const plain = clause.replace(how, " ");
  return mayStand(routines, wordsOf(plain)) && routines.pattern.test(plain);
}
/** "Is usually given by mask": in what way, and not to whom. */
const how =
  /\b(?:always|usually|generally|routinely)\s+(?=(?:[a-zß-öø-ɏ]+ +){0,2}?(?:given?|used?|administer(?:ed)?|deliver(?:ed)?|provided?)\b[^.;:,]{0,40}?\b(?:by|via|through|with)\b)/gi;

const isOfPatient = (object: string): boolean =>
  (object.toLowerCase().match(/\p{L}+/gu) ?? []).every(isPatient);

/** "Adults on haemodialysis", "on warfarin": who they are, and no place; "near a window": how it may be wrong. */
const kept = (aside: string): string =>
  /^near\b/i.test(aside) ||
  (/^on +(?!the +|an? +|his +|her +|their +|its +|your +|any +)/i.test(aside) &&
    itemsOf(aside).some(({ kind }) => kind === "condition" || kind === "medicine"))
    ? aside
    : " ";

/** Without when, how, with what and where on the body. */
export function situationIn(
  clause: string,
  windows: ReturnType<typeof windowsIn>,
  { direction, described, verb, objects }: Said,
): string {
  const words = wordsOf(clause);
  const without = (text: string, asides: readonly Cued[]) =>
    asides.reduce((left, aside) => (mayStand(aside, words) ? left.replace(aside.pattern, kept) : left), text);
  const open = windows.reduce(
    (left, { start: from, end: to }) => left.replace(clause.slice(from, to), " "),
    clause,
  );
  const waited =
    direction === "for" && mayStand(meanwhile, words) ? open.replace(meanwhile.pattern, " ") : open;
  const told = without(waited, [likeness, enough, vessel, meant]);
  return without(direction === "for" ? told.replace(participial, " ") : told, [
    each,
    placeWords,
    means,
    purpose,
    eachTime,
    ...(described || (verb && !openVerbs.has(verb) && !objects.every(isOfPatient)) ? [withMeans] : []),
  ]);
}

const divider =
  /[,;:.()]|\b(?:in|for|among|amongst|to|of|at|by|from|until|till|so|as|into|onto|per|over|through|around|every|with|without|who|whose|whom|if|when|whenever|where|once|unless|during|after|before|following|despite|between|outside|aged|weighing|taking|receiving|on|because|while|than|like|using)\b/gi;
const selects =
  /^(?:with|without|who|whose|whom|if|when|whenever|where|once|unless|during|after|before|following|despite|between|outside|aged|weighing|taking|receiving|on)$/i;
const mayTell = /^(?:in|for|among|amongst|to|of)$/i;
const determined = /^\s*(?:the|an?|his|her|its|their|your|each|every|one|two|three|four|\d+)\s/i;

/** Of what says its situation, the parts that tell whom it is for; the others say how and where it is done. */
export function tellingIn(open: string): string {
  const found: string[] = [];
  let [word, from] = ["", 0];
  const take = (to: number) => {
    const part = open.slice(from, to);
    if (tells(word, part)) found.push(part);
  };
  for (const { index, 0: sign } of matchesIn(open, divider)) {
    take(index);
    [word, from] = [sign, index + sign.length];
  }
  take(open.length);
  return found.join("; ");
}

/** "Before being moved": when it is done, and not for whom. */
const beforehand =
  /^\s*(?:being\s+)?[a-zß-öø-ɏ]+ing\b|^\s*(?:the|an?|any)\s+(?:[a-zß-öø-ɏ]+\s+)?(?:infusion|drip|cannula|line|transfer|transport|referral|ambulance|(?:ward +)?round)\b/i;

function tells(word: string, part: string): boolean {
  if (/^before$/i.test(word) && beforehand.test(part)) return false;
  if (selects.test(word)) return true;
  const first = /^\W*(\p{L}+)/u.exec(part)?.[1]?.toLowerCase() ?? "";
  // "Undress the child and sponge": to whom it is done is no situation.
  if (!mayTell.test(word) && instructionVerbs.has(first)) return false;
  if (word !== "" && !mayTell.test(word) && !/^[,;:.()]$/.test(word)) return false;
  const named = itemsOf(part).some(
    ({ kind }) => kind === "population" || kind === "condition" || kind === "measure",
  );
  return named || (mayTell.test(word) && !determined.test(part));
}
