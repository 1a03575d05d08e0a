// What a verb's object names: a procedure, a medicine or class, or else its last noun; and the words that narrow it down.
// It must not know verbs, nor whether it is to be done.

import { openVerbs } from "../lexicon/instruction-verbs.ts";
import { procedureNamed } from "../lexicon/procedures.ts";
import { stemOf } from "./advice-action.ts";
import { targetsIn } from "./medicine-target.ts";
import { groupByWord } from "./population-group.ts";
import { plainVerb } from "./verb-form.ts";

export const adverbs =
  "(?:please|then|also|always|now|next|first|finally|immediately|gently|carefully|slowly|routinely|generally|usually|ever|even|still|therefore|only|again|currently|necessarily|normally|systematically|automatically|simply|just|specifically|strongly|conditionally|either)";

export interface Thing {
  readonly name: string;
  readonly known: boolean;
  readonly narrowing: readonly string[];
}

/** Where an object ends. */
export const objectEnd =
  /(?<![\w-])(?:for|in|to|with|as|when|whenever|if|at|by|before|after|during|within|unless|except|over|under|above|below|around|round|across|along|on|onto|into|rather|until|till|among|amongst|without|from|because|since|instead|where|who|whose|which|that|only|every|once|twice|is|are|was|were|has|have|should|may|must|can|will|be|alone|daily|outside|while|whilst|despite|following|prior|through|throughout|regardless|whatever|irrespective|between|based|near|upon|against|through|meant|intended|designed|orally|intravenously|intramuscularly|subcutaneously|rectally|sublingually|vaginally|topically|no(?= +(?:earlier|later|sooner))|so|then|even|just|ever|again|routinely|immediately|straight|first|early|now|always|never|not)(?![\w-])|[,;:()[\]=→⇒]|\s[-–—]+\s|[.!](?:\s|$)/i;
const skipped =
  /^\W*(?:(?:the|a|an|any|all|every|each|some|his|her|its|their|this|these|such|use|usage|using|of|giving|performing|placing|inserting|insertion|application|applying|administration|administering|placement|practice|doing|carrying|out|introduction|passing|passage|provision|taking|performance|putting|ordering|requesting|both|either|another|one|two|further|more|out|up|off|down|him|them|it|anything|of|on|in|at|to)\b\s*)+/i;
const patients = new Set(
  `patient patients person people client clients case cases mother mothers casualty victim victims everyone anyone somebody
   player players athlete athletes driver drivers swimmer swimmers diver divers passenger passengers pupil pupils student students teacher teachers parent parents family families friend friends bystander bystanders rescuer rescuers volunteer volunteers employer employers cutter cutters farmer farmers miner miners soldier soldiers prisoner prisoners pilgrim pilgrims primigravida primigravidae primigravidas primipara primiparae multipara multigravida nullipara labourer sufferer sufferers resident residents inpatient inpatients outpatient outpatients adult survivor survivors casualties evacuee evacuees traveller travellers traveler travelers him her them staff nurse nurses midwife midwives doctor doctors clinician physiotherapist therapist surgeon anaesthetist anesthetist obstetrician dentist pharmacist technician paramedic
   clinicians provider providers worker workers carer carers relatives body`.match(/\S+/g),
);
const idle = new Set(
  "routine routinely liberal standard usual simple single plain new clean sterile any other same own strict complete absolute one two three four five six seven eight nine ten twelve day days hour hours week weeks month months minute minutes physical mechanical formal fresh whole trial course session sessions treatment therapy dose doses kind kinds sort sorts form forms".split(
    " ",
  ),
);
const determiners = new Set(
  "the and its his her their this that these those both each every all any some with from for".split(" "),
);
const longestName = 5;

/** Who may stand at the head of a sentence, in the plural. */
export const people =
  "(?:those|adults|patients|people|persons|children|women|men|mothers|infants|newborns|babies|adolescents|anyone|everyone|players|athletes|workers|residents|survivors|pilgrims|cutters|travellers|travelers|clients|drivers|divers|pupils|contacts|pregnancies)";

/** Whoever they are: "survivors", "the physiotherapist". */
export const isPerson = (word: string) => patients.has(word);
export const isPatient = (word: string) => patients.has(word) || groupByWord.has(word);

/** "… and assess": another instruction. */
const goesOn =
  /^(?:re-?)?(?:assess|check|refer|give|start|call|treat|monitor|observe|admit|transfer|review|measure|take|write|record|seek|continue|stop)\b/i;

/** The parts that "and", "or" and commas join, each without what leads to it. */
export function objectsOf(phrase: string): readonly string[] {
  return phrase
    .split(/\s*(?:,|\band\/or\b|\band\b|\bor\b|\bnor\b|\/)\s*/i)
    .map((part) => part.replace(skipped, "").trim())
    .filter((part, i) => /\p{L}{2}/u.test(part) && (i === 0 || !goesOn.test(part)));
}

/** "After a simple seizure electroencephalography": of what stands behind a preposition without a comma, what it ends with. */
export function namedLast(subject: string): string {
  if (!/^\W*(?:after|in|during|for|with|before|at|on)\b/i.test(subject) || subject.includes(","))
    return subject;
  const words = subject.trim().split(/\s+/);
  for (let from = 2; from < words.length; from++) {
    const rest = words.slice(from).join(" ");
    const thing = thingOf(rest);
    if (thing?.known && thing.narrowing.length === 0) return rest;
  }
  return subject;
}

export function thingOf(phrase: string): Thing | undefined {
  const [, way] = /\s(back|forward|up|down|side)(?:wards?|ways)?\s*$/i.exec(phrase) ?? [];
  const thing = way
    ? plainThing(phrase.slice(0, phrase.length - (/\s\S+\s*$/.exec(phrase)?.[0].length ?? 0)))
    : plainThing(phrase);
  // "Tilt the head forward" is not "tilt the head back".
  return thing && way && /^(?:back|forward|side)/i.test(way)
    ? { ...thing, narrowing: [...thing.narrowing, `${way.toLowerCase()}wards`] }
    : thing;
}

function plainThing(phrase: string): Thing | undefined {
  const text = phrase
    .replace(skipped, "")
    .replace(ofBones, "$1 x-ray")
    .replace(/\s+(?:of|at)\s+(?:about\s+|up +to\s+)?\d.*$/i, "")
    .replace(
      /\s+(?:out|off|down|up|away|upright|apart|in|on|over|short|tight|tightly|firmly|well|gently|slowly)\s*$/i,
      "",
    );
  const named = (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !isPatient(word));
  // "Screening of men"
  const words = named.slice(0, named.findLastIndex((word) => !/^(?:of|in|for|to|on)$/.test(word)) + 1);
  if (words.length === 0 || words.length > 7) return undefined;
  const medicine = medicineOf(text, words);
  if (medicine) return medicine;
  for (let count = Math.min(longestName, words.length); count > 0; count--)
    for (let at = words.length - count; at >= 0; at--) {
      const name = procedureNamed(words.slice(at, at + count).join(" "));
      // "Blood pressure" is no blood.
      if (name && !isCompound(words[at + count])) {
        // "A bolus of any fluid" is a fluid bolus.
        const own = new Set(name.split(" ").map(nounStem));
        const others = rest([...words.slice(0, at), ...words.slice(at + count)]);
        return { name, known: true, narrowing: others.filter((word) => !own.has(word)) };
      }
    }
  const done = doneTo(words);
  if (done) return done;
  const head = words.at(-1) ?? "";
  // "Omit one dose": of what, is not said.
  if (/^\d|^doses?$/.test(head) || head.length < 3) return undefined;
  return { name: nounStem(head), known: false, narrowing: rest(words.slice(0, -1)) };
}

/** "Chest film" */
const ofBones =
  /\b(chest|skeletal|abdominal|lumbar|spin(?:e|al)|hip|pelvic|skull|sinus|bone|knee|ankle|wrist) +films?\b/i;

/** "Strapping of the chest" is what "strap the chest" says. */
function doneTo([first = "", ...words]: readonly string[]): Thing | undefined {
  const verb = /ing$/.test(first) ? plainVerb(first) : undefined;
  const object = words.filter((word) => !determiners.has(word) && word !== "of");
  const noun = object.at(-1);
  if (!verb || openVerbs.has(verb) || !noun || noun.length < 3 || words.length > 4) return undefined;
  const name = procedureNamed(`${verb} ${noun}`) ?? procedureNamed(`${verb} the ${noun}`);
  const narrowing = rest(object.slice(0, -1));
  return name
    ? { name, known: true, narrowing }
    : { name: `${verb} ${nounStem(noun)}`, known: false, narrowing };
}

const behindName =
  /^(?:of|in|on|for|to|with|at|over|after|before|during|the|an?|use|treatment|therapy|procedures?|insertion|placement|application|examination|tests?|testing|studies|study|method|technique|attempts?|bag|order|requests?|sessions?|closed|open|dry|\d.*)$/;
const isCompound = (next: string | undefined): boolean => next !== undefined && !behindName.test(next);

function medicineOf(text: string, words: readonly string[]): Thing | undefined {
  const targets = targetsIn(text);
  const [target] = targets;
  if (targets.length !== 1 || !target) return undefined;
  const own = text.slice(target.start, target.end).toLowerCase();
  const others = words.filter((word) => !own.includes(word) && !/\d/.test(word));
  const name = target.kind === "class" ? `class ${target.name}` : target.name;
  return { name, known: true, narrowing: rest(others) };
}

const rest = (words: readonly string[]) =>
  [
    ...new Set(
      words
        .filter((word) => !idle.has(word) && !determiners.has(word) && word.length > 2)
        .map((word) => (/^(?:prophyla|preventi)/.test(word) ? "prophylactic" : nounStem(word))),
    ),
  ].sort();

/** "enemas" and "enema", "bandages" and "bandage". */
export const nounStem = (word: string): string =>
  /(?:us|ss)$/.test(word) ? word : stemOf(word.replace(/ings$/, "ing")).replace(/e$/, "");

/** "The throat of every patient" */
export function withoutOwner(words: readonly string[]): readonly string[] {
  const at = words.lastIndexOf("of");
  return at > 0 && words.slice(at + 1).every((word) => isPatient(word) || owners.test(word))
    ? words.slice(0, at)
    : words;
}
const owners = /^(?:the|an?|all|every|each|any|such|these|those|this|your|both)$/;
