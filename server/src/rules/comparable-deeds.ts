// Pairs of instructions of which one says to do what the other says not to do, for what seems to be the same situation.
// What narrows one of them and not the other is another situation. It must not report.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import { stemsOf } from "../guideline/deed-reader.ts";
import { meet } from "../guideline/deed-time.ts";
import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSaid } from "../guideline/indication.ts";
import { type LocalTerm, parseLocalTerms } from "../guideline/local-term.ts";
import { isEveryone } from "../guideline/population.ts";
import { isAdvice } from "../guideline/prohibition-wording.ts";
import { itemsOf, scopeOf } from "../guideline/scope.ts";
import { pathOf, type Section } from "../guideline/section.ts";
import { areApart, areOfOneMeasure, areSides, valuesApart } from "../guideline/title-band.ts";
import { isLasting } from "../lexicon/conditions.ts";
import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { kindsOf, membersOf } from "../lexicon/procedures.ts";
import { isLastingState, isStatedName } from "../lexicon/stated-acts.ts";
import { oncePer, remembered, whileFrom } from "../text/memory.ts";
import { areAlternatives } from "./alternative-sections.ts";
import { isAnnexTo } from "./annex.ts";
import { illnessesOf, isSameIndication, matters, ofOperation, titleConditions } from "./deed-indication.ts";
import { isDoneOtherwise, isElsewhere, isFormIn, isLimited, isSameThing, manner } from "./deed-likeness.ts";
import { areCountsApart, isForOthers, isRead, isSamePatients, ordinary, readAlike } from "./deed-patients.ts";
import { areInOtherPhases, isOfAttack } from "./deed-phase.ts";
import { areComplements, isOfOtherStrength, leadsList } from "./instruction-reach.ts";
import type { Side as Opposing } from "./opposites.ts";
import { isOfOtherMedicine } from "./other-heading.ts";

/** In a short text sections are steps; in a book they may be about anything. */
const longestText = 25_000;

export type DeedsByThing = ReadonlyMap<string, readonly PlacedDeed[]>;

interface Names {
  readonly own: readonly string[];
  readonly opposite: readonly string[];
}

/**
 * What is given or done stands for its classes and kinds, too: one of these may be what is not to be done. What says to
 * do something, and what says not to do it, are apart: only the two together are compared.
 */
const namesBy = remembered(
  (said): Names => {
    const [direction, known, ...words] = said.split(" ");
    const thing = words.join(" ");
    const [, ongoing = "", named = thing] = /^(continuing +)?(.*)$/.exec(thing) ?? [];
    const done = known === "true" && direction === "for";
    const classes = (done && medicineNamed(named)?.classes) || [];
    const keys = [
      thing,
      ...(done ? kindsOf(thing) : []),
      // "Scan within a week", of whichever.
      ...(done && thing === "scan" ? membersOf(thing) : []),
      ...classes.map((name) => `${ongoing}class ${name}`),
    ];
    const opposite = direction === "for" ? "against" : "for";
    return {
      own: keys.map((key) => `${direction} ${key}`),
      opposite: keys.map((key) => `${opposite} ${key}`),
    };
  },
  { everywhere: true },
);
const namesOf = ({ direction, known, thing }: PlacedDeed) => namesBy(`${direction} ${known} ${thing}`);
export const ownNamesOf = (deed: PlacedDeed): readonly string[] => namesOf(deed).own;
export const oppositeNamesOf = (deed: PlacedDeed): readonly string[] => namesOf(deed).opposite;

const byThing = groupedSteadily((deed: PlacedDeed) => namesOf(deed).own);

/** A list is the same as before where whatever counts of it is, its document's title with it. */
export const deedsByThing = oncePer((guideline: Guideline): DeedsByThing => {
  const { deeds } = guideline;
  const about = aboutOf(guideline);
  return grouping(deeds, [about], () => byThing(deeds, about));
});
const grouping = whileFrom<readonly PlacedDeed[], DeedsByThing>();

/** What else counts of a document. */
const aboutOf = ({ sections: [first], lines, runs, markdown }: Guideline): string =>
  `${first?.level} ${first?.title} ${lines.text.length <= longestText} ${meanings(parseLocalTerms(runs, markdown))}`;
/** What it says that its terms mean. */
const meanings = (terms: readonly LocalTerm[]): string =>
  terms.map(({ term, words }) => `${[...term].join(" ")}=${[...words].join(" ")}`).join(";");

type Side = Opposing<PlacedDeed>;

export function areOpposite(a: Side, b: Side): boolean {
  if (a.said.direction === b.said.direction) return false;
  const [ban, advice] = a.said.direction === "against" ? [a, b] : [b, a];
  // How things are is said of whomever the text goes on about: that is looked at with what stands around it.
  if ([ban, advice].some(({ said }) => said.supposed && isStatedName(said.thing))) return false;
  if (isOfOtherRule(ban, advice) || !mayBeOpposite(ban, advice)) return false;
  const together = ban.guideline === advice.guideline;
  return isSamePatients(ban, advice) && isSameSituation(ban, advice, together);
}

/** What contraindicated-recommended looks at. */
const isOfOtherRule = (ban: Side, advice: Side): boolean =>
  ban.said.window === undefined &&
  isRead(ban) &&
  ((isProhibition(ban) &&
    medicineNamed(advice.said.thing) !== undefined &&
    (isInTable(ban) || isInTable(advice) || isGiven(advice))) ||
    (isNoted(advice) && isNarrowed(ban) && !isAdvice(ban.said.clause)));

/** They speak of the same thing, done in the same way and at the same time: of whom, is not asked. */
export function mayBeOpposite(ban: Side, advice: Side): boolean {
  const together = ban.guideline === advice.guideline;
  if (together && ban.said.sentence.start === advice.said.sentence.start) return false;
  // The rows and columns of a table are situations.
  if (together && ban.said.table !== undefined && ban.said.table === advice.said.table) return false;
  if ([ban, advice].some((side) => leadsList(clauseOf(side)) || isBrokenOff.test(clauseOf(side))))
    return false;
  if (isOfOtherStrength(ban.said.clause, advice.said.clause)) return false;
  if (together && isOfMixing(ban) && !mixes.test(clauseOf(advice))) return false;
  if (atOnce.test(clauseOf(ban)) && !beside.test(clauseOf(advice))) return false;
  // Of a medicine, reasons to stop are many.
  if (/^continuing +/.test(ban.said.thing) && ban.said.known && !isTold(ban.said)) return false;
  if (ban.said.signs !== undefined && advice.said.signs === !ban.said.signs) return false;
  // "When she has signs of infection": some of them.
  if (ban.said.signs && !advice.said.signs && ban.said.words.size === 0 && ofSigns.test(ban.said.clause))
    return false;
  if (isOfOneRow(ban.said, advice.said) || areComplements(clauseOf(ban), clauseOf(advice))) return false;
  const figures = [...advice.said.values, ...advice.said.ofRow];
  if (ban.said.values.some((one) => figures.some((two) => valuesApart(one, two) || areSides(one, two))))
    return false;
  if (ban.said.kept !== undefined && !isForOthers(ban.said.kept, advice.said)) return false;
  if (!isSameThing(ban.said, advice.said) || isLimited(ban.said, advice.said)) return false;
  if (ban.said.routine && !advice.said.routine) return false;
  if (isDoneOtherwise(ban.said, advice.said) || isElsewhere(ban.said, advice.said)) return false;
  if (together && areOfOneTable(ban, advice)) return false;
  return isSameWay(ban.said, advice.said) && (isSameTime(ban.said, advice.said) || goesOn(advice.said));
}

/** "Never give phenytoin IM" says nothing of other routes. */
function isSameWay(ban: PlacedDeed, advice: PlacedDeed): boolean {
  const [barred, used] = [scopeOf(ban.clause, 0).routes, scopeOf(advice.clause, 0).routes];
  return (
    (medicineNamed(advice.thing) === undefined && advice.known) ||
    barred.length === 0 ||
    used.some((route) => barred.includes(route)) ||
    (inhaled.test(ban.clause) && inhaled.test(advice.clause))
  );
}

/** Lines of what is drawn as a table, read as one or not. */
const areOfOneTable = ({ said, guideline }: Side, { said: other }: Side): boolean =>
  isGrid.test(guideline.text.slice(...[said.start, other.start].toSorted((a, b) => a - b)));
const isGrid = /^[^\n]*\|[^\n]*\n(?:\|[^\n]*\n){0,80}\|[^\n]*$/;

/** "… until a decision is taken" and, in the next paragraph, "and the midwife to stop": the half of a sentence. */
const isBrokenOff = /^[\s*_]*(?:and|or|nor)\b/;

const inhaled = /\b(?:inhal|nebuli)/i;
const ofSigns = /\b(?:if|when|where|with|has|have)\b[^.;]{0,40}\bsigns? +of\b/i;

/** "eGFR below 30 | stop", and an instruction that says nothing of the eGFR: for the others. */
const isOfOneRow = (ban: PlacedDeed, { bands, values }: PlacedDeed): boolean =>
  ban.ofRow.some((band) => ![...bands, ...values].some((other) => areOfOneMeasure(band, other)));

/** What goes on does so at every time. */
const goesOn = ({ thing, known, window }: PlacedDeed) =>
  !window && ((!known && thing.startsWith("continuing ")) || isLastingState(thing));

/** "Dilute only in dextrose 5 %. Never use sodium chloride: the medicine precipitates": in what something is made up. */
const isOfMixing = ({ said: { sentence, thing }, guideline }: Side): boolean =>
  medicineNamed(thing)?.classes.includes("fluid") === true &&
  mixes.test(guideline.text.slice(sentence.start, sentence.end));
const mixes = /\b(?:dilut|reconstitut|dissolv|precipitat|incompatib)/i;
/** "Do not give both simultaneously": each may be given. */
const atOnce = /\b(?:simultaneous|concurrent|concomitant)(?:ly)?\b|\bat +the +same +time\b/i;
const beside = new RegExp(`${atOnce.source}|\\b(?:with|together|alongside|both)\\b`, "i");
const clauseOf = ({ said: { sentence }, guideline }: Side) =>
  guideline.text.slice(sentence.start, sentence.end);

/** It says when. */
const isTold = ({ words, window, indication }: PlacedDeed): boolean =>
  words.size > 0 || window !== undefined || isSaid(indication);

const isInTable = ({ said: { table } }: Side): boolean => table !== undefined;

/** Ordered with its dose: contraindicated-recommended looks at it. */
const isGiven = (side: Side): boolean => dosed.test(clauseOf(side));
const dosed = /\d\s*(?:mg|g|mcg|[µμ]g|micrograms?|milligrams?|m[lL]|units?|IU|mmol)\b/;

/** "Patients with asthma: propranolol 20 mg twice daily": contraindicated-recommended looks at it. */
const isNoted = (side: Side): boolean =>
  isGiven(side) &&
  medicineNamed(side.said.thing) !== undefined &&
  !told.test(clauseOf(side)) &&
  !isInstructed(side);
const told =
  /\b(?:give|given|start|started|use|used|offer|offered|add|prescribe|take|takes|receives?|recommend\w*|should|is|are|treat|put|apply|begin)\b/i;
const isInstructed = ({ said: { start, end }, guideline: { text } }: Side): boolean =>
  instructionVerbs.has(/^\p{L}+/u.exec(text.slice(start, end))?.[0].toLowerCase() ?? "");
const isNarrowed = ({ said: { words, indication, population } }: Side): boolean =>
  words.size > 0 || isSaid(indication) || !isEveryone(population);

/** What must not be had by some patients is contraindicated-recommended's, where a medicine is ordered for them. */
const isProhibition = (side: Side): boolean => prohibits.test(clauseOf(side)) && isNarrowed(side);
export const prohibits =
  /\bcontra-?indicat|\bavoid|\b(?:must|shall|may|can) +(?:not|never)\b|\b(?:forbidden|prohibited|banned|unsafe|unsuitable|not +(?:safe|suitable|allowed|for)|withheld|no +place)\b/i;

/** What is forbidden for a time only is forbidden at no other. */
function isSameTime({ window: ban, ofTitle }: PlacedDeed, { window: advice }: PlacedDeed): boolean {
  if (!ban || !advice) return !ban || ofTitle;
  // "Within 48 hours" leaves time after what is forbidden for 24.
  return advice.from === 0 && ban.from === 0 && advice.to < Number.POSITIVE_INFINITY && advice.to > 0
    ? advice.to <= ban.to
    : meet(ban, advice);
}

function isSameSituation(ban: Side, advice: Side, together: boolean): boolean {
  const [one, other] = [ban.said, advice.said];
  if (together && areAlternatives(one.section, other.section)) return false;
  if (one.bands.some((a) => other.bands.some((b) => areApart(a, b)))) return false;
  if (areInOtherPhases(one, other) || haveAndLack(one, other) || areCountsApart(one, other)) return false;
  const operation = sharedOperation(one, other);
  if (!isSameIndication(ban, advice, { together, operation })) return false;
  const treated = isAnnexTo(advice, ban) ? one.words : sharedConditionWords(one, other);
  const known = new Set([...other.words, ...other.above]);
  // What goes on throughout does so in each phase, if not in each event.
  const always = (other.absolute && one.conditions.size === 0) || matters(other, one);
  const plain = [...other.telling].every((word) => ordinary.test(word));
  const isKnown = (word: string) =>
    known.has(word) ||
    isMeasuredIn(word, one, other) ||
    (isOfValue(word, one) && readAlike(one, other)) ||
    (ordinary.test(word) && plain) ||
    (word.startsWith("no ") && other.absent.has(word.slice(3))) ||
    (one.absent.has(word) && known.has(`no ${word}`)) ||
    isFormIn(word, known) ||
    isOfAttack(word, other) ||
    treated.has(word) ||
    (other.routine && one.absent.has(word));
  // "Stop breastfeeding until the redness has gone", of what goes on.
  const bound = one.thing.startsWith("continuing ") ? one.telling : one.words;
  if (!always && ![...bound].every(isKnown)) return false;
  // "The throat of an unconscious person with noisy breathing": whatever it names.
  const allowed = new Set([...one.words, ...one.above, ...titleWords(ban.guideline), ...namedBeside(ban)]);
  const some = together && one.section === other.section ? noWords : someOf(one, other);
  const complaints = complaintsOf(advice);
  // "No oxygen, saturation of 94 % or more": says twice that they do not need it.
  const lackAlike = [...one.absent].some((word) => other.absent.has(word));
  const narrower = [...other.telling].some(
    (word) =>
      !allowed.has(word) &&
      !other.means.has(word) &&
      !ordinary.test(word) &&
      !(lackAlike && isOfValue(word, other)) &&
      !(other.absent.has(word) && allowed.has(`no ${word}`)) &&
      !(word.startsWith("no ") && one.absent.has(word.slice(3))) &&
      !some.has(word) &&
      !treated.has(word) &&
      !complaints.has(word) &&
      !(treated.size > 0 && isRecognised.test(word)) &&
      !isFormIn(word, allowed) &&
      !(operation && ofOperation.has(word)) &&
      !(isMedical(other.thing) && ofPain.has(word)) &&
      !(isDetailed(one, other) && (manner.test(word) || word === "fail")),
  );
  if (together && isOfFurther(ban, advice)) return false;
  const conditional = [...other.conditions].some(
    (word) =>
      !allowed.has(word) && !isFormIn(word, allowed) && !treated.has(word) && !isRecognised.test(word),
  );
  // Before its time nothing is right for anyone.
  const broad = one.window !== undefined && other.window !== undefined;
  return (one.absolute || ((broad || !narrower) && !conditional)) && (!together || isSamePlace(ban, advice));
}

/** Every word of the part of its sentence, without what those whom it is for do not have. */
function namedBeside({ said: { sentence, start, absent }, guideline: { text } }: Side): readonly string[] {
  const from = Math.max(sentence.start, text.lastIndexOf(";", start - 1) + 1);
  const [part = ""] = text.slice(from, sentence.end).split(";", 1);
  return [...stemsOf(part)].filter((word) => !absent.has(word));
}

/** "Everybody", where the ban is for those with a saturation above 90 %: some of them have it. */
const isMeasuredIn = (
  word: string,
  { values }: PlacedDeed,
  { routine, values: own, clause }: PlacedDeed,
): boolean =>
  (routine || forEveryone.test(clause)) &&
  values.some((one) => one.about.includes(word) && !own.some((other) => areOfOneMeasure(one, other)));
const isOfValue = (word: string, { values }: PlacedDeed): boolean =>
  values.some(({ about }) => about.includes(word));
const forEveryone =
  /\b(?:everybody|everyone|for +all(?= *(?:[.,;:)]|$))|(?:every|all|each) +(?:[a-zß-öø-ɏ]+ +)?(?:patients?|adults?|children|women|men|cases|newborns|babies|infants))\b/i;

/** Below "Bronchiolitis with a white lung", where the ban is not: some of those whom it names. */
function isOfFurther({ said: ban }: Side, { said: advice, guideline }: Side): boolean {
  const own = new Set(pathOf(ban.section));
  const known = new Set([...ban.words, ...ban.above, ...titleWords(guideline)]);
  return pathOf(advice.section).some((section) => {
    const [, words = ""] = own.has(section) ? [] : (furtherWords.exec(section.title) ?? []);
    return [...stemsOf(words)].some((word) => !known.has(word) && !advice.words.has(word));
  });
}
const furtherWords = /^\W*(?:\d[\d.]*\s+)?(?:[a-zß-öø-ɏ]+ +){1,3}(?:with|plus|complicated +by) +(.+)$/i;

/** "Patients with retention", and those without. */
const haveAndLack = (a: PlacedDeed, b: PlacedDeed): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) =>
    [...(one?.absent ?? [])].some(
      (word) => other?.words.has(word) && !other.absent.has(word) && one?.words.has(word),
    ),
  );

/** "Store an avulsed permanent tooth in milk": nobody says so much of two things. */
const isDetailed = (ban: PlacedDeed, { narrowing }: PlacedDeed): boolean =>
  !ban.known &&
  ban.narrowing.length > 1 &&
  ban.words.size > 0 &&
  ban.narrowing.every((word) => narrowing.includes(word));

/** "Children with croup who still cough": some of those whom a ban names that makes no exception. */
function someOf({ routine, words, signs }: PlacedDeed, { clause }: PlacedDeed): ReadonlySet<string> {
  // Whoever has no red flags has not lost bladder control, either.
  const [which] =
    routine || words.size === 0 || signs === false ? [] : (/\bwho\b[^.;:]*$/i.exec(clause) ?? []);
  return which === undefined ? noWords : stemsOf(which);
}
const noWords: ReadonlySet<string> = new Set();

const isMedical = (thing: string) =>
  medicineNamed(thing) !== undefined || thing === "intramuscular injection";

/** "As soon as it is recognised": whoever has it. */
const isRecognised = /^(?:recogni[sz]|suspect|diagnos|confirm|notic|establish|identif|seen|present)/;

/** What is relieved is no situation of its own. */
const ofPain = new Set(
  "fever feverish pain painful ache aching discomfort sore soreness vomit nausea cough itch itching wheeze dehydration spasm cramp".split(
    " ",
  ),
);

const operations =
  /(?:ectomy|otomy|ostomy|plasty|oscopy|rrhaphy|extraction|transplant\w*|implant\w*|c(?:a?e)sarean)$/;
/** An operation that the ban names, of which the other speaks or under whose heading it stands: it tells the patients. */
const sharedOperation = (ban: PlacedDeed, { words, above }: PlacedDeed): boolean =>
  ban.window === undefined &&
  [...ban.words].some((word) => operations.test(word) && (words.has(word) || above.has(word)));

/** "Any snakebite", in a document about snakebite: the words of a condition that both are about. */
function sharedConditionWords(one: PlacedDeed, other: PlacedDeed): ReadonlySet<string> {
  // Medicines that are forbidden in a condition are what contraindicated-recommended reports.
  const given = one.thing.startsWith("class ") || medicineNamed(one.thing) !== undefined;
  if (given && (one.thing.startsWith("class ") || prohibits.test(one.clause))) return noWords;
  const ids = new Set(
    one.indication.conditions.filter(
      (id) => other.indication.conditions.includes(id) && !(given && isLasting(id)),
    ),
  );
  if (ids.size === 0) return ids;
  const named = [one, other].flatMap(({ clause }) =>
    itemsOf(clause).flatMap((item) =>
      item.kind === "condition" && ids.has(item.id) ? [clause.slice(item.start, item.end)] : [],
    ),
  );
  return stemsOf(named.join(" "));
}

/** "Patients with chest pain", in a document on infarction: how they come, and not who they are. */
function complaintsOf({ said: { indication, clause }, guideline }: Side): ReadonlySet<string> {
  const own = illnessesOf(indication.conditions, titleConditions(guideline));
  if (own.length === 0 || indication.conditions.some((id) => own.includes(id))) return noWords;
  const named = itemsOf(clause).flatMap((item) =>
    item.kind === "condition" && indication.conditions.includes(item.id)
      ? [clause.slice(item.start, item.end)]
      : [],
  );
  return stemsOf(named.join(" "));
}

const titleWords = oncePer(({ sections: [first] }: Guideline): readonly string[] =>
  (first?.title.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map((word) => word.replace(/s$/, "")),
);

function isSamePlace({ said: ban, guideline }: Side, { said: advice }: Side): boolean {
  if (medicineNamed(ban.thing) && isOfOtherMedicine(ban.section, advice.section, ban.thing)) return false;
  if (guideline.lines.text.length <= longestText || ban.section === advice.section) return true;
  const [one, other] = [pathOf(ban.section), pathOf(advice.section)];
  const within = (path: readonly Section[], section: Section | undefined) =>
    section !== undefined && path.includes(section);
  return within(one, advice.section) || within(other, ban.section);
}
