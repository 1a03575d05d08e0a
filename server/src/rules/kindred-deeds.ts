// Whether a ban and an instruction are about the same patients where they do not say it in the same place: what tells the
// ban's patients from others (its own words, the label before it, its heading) is told around the instruction, nothing else
// is, and no other instruction for the same thing is as near to it. It must not report.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import { situationOf, stemsOf } from "../guideline/deed-reader.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSymptom, timely } from "../guideline/indication.ts";
import { type LocalTerm, parseLocalTerms } from "../guideline/local-term.ts";
import { isEveryone, type Population, samePatients, stageOf } from "../guideline/population.ts";
import { itemsOf, scopeOf } from "../guideline/scope.ts";
import { areApart, areOfOneMeasure, type TitleBand, titleBand, valuesIn } from "../guideline/title-band.ts";
import { toldIn } from "../guideline/told-condition.ts";
import { broaderConditions } from "../lexicon/conditions.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { areAlternatives } from "./alternative-sections.ts";
import { isAnnexed } from "./annex.ts";
import { illnessesOf, titleConditions } from "./deed-indication.ts";
import { isFormIn } from "./deed-likeness.ts";
import { areCountsApart, ordinary } from "./deed-patients.ts";
import { areInOtherPhases } from "./deed-phase.ts";
import { labelsOf, linesAt, saidBefore } from "./given-label.ts";
import type { Side as Opposing } from "./opposites.ts";

type Side = Opposing<PlacedDeed>;
type Words = ReadonlySet<string>;

interface Told {
  /** What its own clause, else the label before it, else its heading says of its patients. */
  readonly key: Words;
  readonly ofHeading: boolean;
  /** The same, with what says how. */
  readonly all: Words;
  /** Of these, what tells whom it is for. */
  readonly telling: Words;
  /** Its own words may be of several kinds of patients. */
  readonly lists: boolean;
  readonly heading: Words;
  /** What its paragraph says before it. */
  readonly around: Words;
  /** Whatever is said around it. */
  readonly bag: Words;
  readonly bands: readonly TitleBand[];
}

const titleStems = oncePer(
  ({ sections: [first] }: Guideline): Words => stemsOf(first?.level === 1 ? first.title : ""),
);

const read = oncePer((_said: PlacedDeed) => new WeakMap<Guideline, Told>());

function told({ said, guideline }: Side): Told {
  const all = read(said);
  const found = all.get(guideline) ?? readOf(said, guideline);
  all.set(guideline, found);
  return found;
}

/** "34 to 36 weeks", "a saturation above 90 %", whatever they are called. */
const figure = ({ low, high }: TitleBand): string => `#${Math.round(low * 10)}-${Math.round(high * 10)}`;

function readOf(said: PlacedDeed, guideline: Guideline): Told {
  const { labels, before } = linesFor(said, guideline);
  const own = new Set([
    ...stemsOf(said.thing),
    ...said.narrowing,
    ...titleStems(guideline),
    ...lastsIn(said.clause),
  ]);
  const rest = (words: Iterable<string>) =>
    new Set([...words].filter((word) => !own.has(word) && !idle.test(word)).map(withNo));
  const denied = (words: Words) => [...words].map((word) => (said.absent.has(word) ? `no ${word}` : word));
  const values = said.values.map(figure);
  const label = labels.join("; ");
  const bands = [label, ...labels]
    .flatMap((one) => [...valuesIn(one), titleBand(/^\W*\d/.test(one) ? `value ${one}` : one)])
    .filter((one): one is TitleBand => one !== undefined && !ofAge.test(one.about));
  const near = rest([...denied(whomOf(said)), ...values]);
  const ofLabel = rest([...situationOf(label), ...bands.map(figure)]);
  const heading = rest(said.above);
  const around = stemsOf(before);
  const key = [near, ofLabel, heading].find(({ size }) => size > 0) ?? near;
  return {
    key,
    heading,
    all: rest([...said.words, ...situationOf(label)]),
    ofHeading: near.size === 0,
    telling: rest([...denied(said.telling), ...(near.size > 0 ? [] : ofLabel)]),
    lists: /\bor\b/.test(said.clause) || [...near].some((word) => !has(word, stemsOf(said.clause))),
    around,
    bag: new Set([
      ...around,
      ...(said.signs === false ? unaffected : []),
      ...near,
      ...ofLabel,
      ...[...said.above, ...said.narrowing].map(withNo),
      ...titleStems(guideline),
      ...said.bands.map(figure),
    ]),
    bands: [...said.values, ...bands, ...said.bands.filter(({ about }) => !ofPaper.test(about))],
  };
}
/** What those without signs are. */
const unaffected = ["asymptomatic", "no severe", "no complicat", "mild"];
/** "Until the joint no longer hurts": how long, and not whom. */
const lastsIn = (clause: string): Words => stemsOf(/\b(?:until|till)\b[^.;:,]*/i.exec(clause)?.[0] ?? "");

/** What tells whom it is for, and what for; else whatever it says. */
const whomOf = ({ telling, words }: PlacedDeed): Words =>
  telling.size === 0 ? words : new Set([...telling, ...[...words].filter((word) => purpose.test(word))]);
const purpose =
  /^(?:prophyla|prevent|screen|mainten|emergen|elective|suspect|confirm|diagnos|rescue|withdraw)/;

/** "Unperforated": not perforated. */
const withNo = (word: string): string =>
  word.replace(/^(?:un|non)(?=[bcfghj-ptv][a-zß-öø-ɏ]{4}|s[^k])/, "no ");
/** What the patients' ages are compared by. */
const ofAge = /\b(?:hours?|minutes?|infants?|child(?:ren)?|adults?|aged?|months?|years?|newborns?|orders)\b/;
const ofPaper =
  /^(?:hours?|minutes?|days?|from +hour|table|section|chapter|procedure|annex|appendix|step|part|box|figure)\b/;
const idle =
  /^(?:no +)?(?:treat|manag|therapy|medicin|hospital|chapter|table|annex|section|step|page|work|help|avoid|recommend|order|prescri|complet|again|week|wound|injur|diseas|illness|problem|infus|remov|liaison|adjunct|statement|script|letter|radio|telephone|slide|poster|timeline|algorithm|january|february|march|april|june|july|august|september|october|november|december|refill|puff|drop|tablet|capsule|sachet|ampoule|vial|spray|maintenanc|midnight|morning|evening|noon|tomorrow|yesterday)/;

interface Lines {
  readonly labels: readonly string[];
  /** What its paragraph says before it: it may name the patients whom it does not name again. */
  readonly before: string;
}

/** Where a document is only compared with, its text is not kept. */
function linesFor(said: PlacedDeed, guideline: Guideline): Lines {
  const lines = known.get(said) ?? {
    labels: labelsAt(said, guideline),
    before: said.table === undefined ? saidBefore(guideline, said.sentence.start).slice(-longestBefore) : "",
  };
  known.set(said, lines);
  return lines;
}
/** What stands above a deed is part of what makes it the same one, whatever else its document says now. */
const known = new WeakMap<PlacedDeed, Lines>();
const longestBefore = 600;
export const lookAhead = oncePer((guideline: Guideline): void => {
  termsOf(guideline);
  for (const deed of guideline.deeds) if (deed.known) linesFor(deed, guideline);
});

function labelsAt({ table, sentence, start, end }: PlacedDeed, guideline: Guideline): readonly string[] {
  if (table !== undefined) return [];
  const { plain } = guideline.markdown;
  const line = { start: plain.lastIndexOf("\n", start - 1) + 1, end };
  const all = [...linesAt(guideline, sentence.start), ...labelsOf(plain, { start, end }, line)];
  return [...new Set(all.filter((one) => !pronoun.test(one)).map((one) => one.replace(numbered, "")))];
}

/** A sentence, and no label. */
const pronoun = /\b(?:it|they|he|she|we|you|them)\b/i;
const numbered = /^\W*\d+(?:\.\d+)*[.)]?\s+(?=[a-zß-öø-ɏ])/i;

/** "Treated with alteplase", and "thrombolysed" */
const kindsOf = (word: string): readonly string[] =>
  medicineNamed(word)?.classes.flatMap((one) => [one, ...(one === "fibrinolytic" ? ["thrombolysis"] : [])]) ??
  [];
const has = (word: string, words: Words): boolean =>
  words.has(word) || isFormIn(word, words) || kindsOf(word).some((kind) => isFormIn(kind, words));
const shared = (key: Words, bag: Words): number => [...key].filter((word) => has(word, bag)).length;
const share = (key: Words, bag: Words): number => (key.size === 0 ? 0 : shared(key, bag) / key.size);

const termsOf = oncePer(({ runs, markdown }: Guideline) => parseLocalTerms(runs, markdown));

/** With what the text itself says that its words mean; whoever is told by the signs of something has it. */
function withTerms(own: Told, terms: readonly LocalTerm[]): Told {
  const said = [...own.all].filter((word) => !word.startsWith("#"));
  const meant = terms.filter(({ term }) => [...term].every((word) => has(word, own.bag)));
  const shown = terms.filter(
    (one) =>
      !meant.includes(one) &&
      said.filter((word) => has(word, one.words)).length >= Math.max(2, said.length / 2),
  );
  if (meant.length === 0 && shown.length === 0) return own;
  const [names, signs] = [shown.flatMap(({ term }) => [...term]), meant.flatMap(({ words }) => [...words])];
  const bag = new Set([...own.bag, ...names, ...signs]);
  return names.length === 0 ? { ...own, bag } : { ...own, bag, key: new Set(names), telling: new Set(names) };
}

/** `others`: what else is to be done with the same thing. */
export function areKindred(ban: Side, advice: Side, others: readonly Side[]): boolean {
  if (ban.guideline === advice.guideline && areAlternatives(ban.said.section, advice.said.section))
    return false;
  const terms = [...new Set([ban.guideline, advice.guideline])].flatMap(termsOf);
  const [one, other] = [told(ban), told(advice)].map((own) => withTerms(own, terms)) as [Told, Told];
  const together = ban.guideline === advice.guideline;
  if (isOfEveryone(ban, advice)) return true;
  // Another chapter may be about anything.
  const described = isDescribed(ban, advice);
  const annexed = !together && (isAnnexed(advice) || isAnnexed(ban));
  if (!together && !annexed && !described && !areOfOneIllness(ban, advice)) return false;
  // Beside a section of another kind, a heading tells which.
  const isHeaded = one.ofHeading && together && ban.said.section !== advice.said.section;
  const key = isHeaded ? one.key : withoutIllness(one.key, ban, advice, annexed);
  if (!described) {
    const ofTopic = annexed && (other.telling.size === 0 || share(other.key, one.bag) === 1);
    const plain =
      [...other.telling].every((word) => ordinary.test(word) || has(word, one.around)) &&
      [...other.heading].every((word) => has(word, one.bag));
    const alike = plain && (areOfOneIllness(ban, advice) || (together && areOfNone(ban, advice)));
    const isGeneral = key.size === 0 && (alike || ofTopic);
    if (!isGeneral && (key.size === 0 || !isTold({ ...one, key }, other))) return false;
    const isBeside = (word: string) => medicineNamed(word) !== undefined && !taken.test(advice.said.clause);
    if (![...other.telling].every((word) => has(word, one.bag) || ordinary.test(word) || isBeside(word)))
      return false;
  }
  if (one.bands.some((a) => other.bands.some((b) => areOfOneMeasure(a, b) && areApart(a, b)))) return false;
  if (isDenied(one.key, other.bag) || isDenied(other.key, one.bag)) return false;
  if (timesOf(ban).some((id) => !timesOf(advice).includes(id))) return false;
  if (areCountsApart(ban.said, advice.said) || areInOtherPhases(ban.said, advice.said)) return false;
  if (
    arePeopleApart(ban.said.population, advice.said.population, together && one.key.size === 0) ||
    (!described && areOfOtherIllness(ban, advice))
  )
    return false;
  const near = shared(one.key, other.bag);
  return !others.some(
    ({ said, guideline }) =>
      !(guideline === advice.guideline && said.sentence.start === advice.said.sentence.start) &&
      shared(told({ said, guideline }).key, other.bag) > near,
  );
}

/** Without what names the illness that both are about. */
function withoutIllness(key: Words, ban: Side, advice: Side, annexed: boolean): Words {
  const [own, others] = [illnesses(ban), illnesses(advice)];
  const ids = own.filter((id) => isOf(id, others) || (annexed && others.length === 0));
  if (ids.length === 0) return key;
  const text = [
    ban.said.clause,
    ...linesFor(ban.said, ban.guideline).labels,
    ban.said.section?.title ?? "",
  ].join("; ");
  const named = itemsOf(text).flatMap((item) =>
    item.kind === "condition" && ids.includes(item.id) ? [text.slice(item.start, item.end)] : [],
  );
  const words = stemsOf(named.join(" "));
  return new Set([...key].filter((word) => !words.has(word)));
}

/** "Soft collar, paracetamol 1 g" is for nobody else, "patients on warfarin" are. */
const taken = /\b(?:on|taking|takes?|receiv\w+|given|after|with|without|allerg\w+)\b/i;

/** What everyone with the illness gets, those get as well whom the ban names. */
function isOfEveryone(ban: Side, advice: Side): boolean {
  const { said } = advice;
  return (
    said.routine &&
    forEveryone.test(said.clause) &&
    [...situationOf(leading.exec(leadOf(advice))?.[0] ?? "")].every((word) => has(word, told(ban).bag)) &&
    (areOfOneIllness(ban, advice) || (isAnnexed(advice) && illnesses(advice).length === 0)) &&
    [...told(advice).telling].every((word) => has(word, told(ban).bag) || ordinary.test(word)) &&
    !arePeopleApart(ban.said.population, said.population, ban.guideline === advice.guideline) &&
    timesOf(ban).every((id) => timesOf(advice).includes(id)) &&
    !told(ban).bands.some((a) => told(advice).bands.some((b) => areOfOneMeasure(a, b) && areApart(a, b)))
  );
}
/** "On trolleys, and in the lift, rails are up for everyone": with what its sentence begins with. */
const leadOf = ({ said: { sentence, start, clause }, guideline: { text } }: Side): string =>
  start > sentence.start ? `${text.slice(sentence.start, start)},` : clause;
/** "In a forceps birth, …" */
const leading = /^\W*(?:in|for|after|during|at|with|if|when|before|on)\b[^,:]{3,60}[,:]/i;
const forEveryone =
  /\b(?:everyone|everybody|whatever|(?:every|each|all)\b(?! +(?:\d|other|hours?|days?|weeks?|months?|time|few|second|third|morning|night|meal|visit)))\b/i;

/** "Budding yeasts in India ink | dexamethasone", and a ban below "Cryptococcus": told by what is found. */
function isDescribed({ said: ban, guideline: other }: Side, { said, guideline }: Side): boolean {
  const { text } = guideline;
  const title = titleConditions(other);
  const own = ban.indication.conditions.filter((id) => !isSymptom(id) && !title.includes(id));
  return (
    own.length > 0 &&
    toldIn(text.slice(text.lastIndexOf("\n", said.start - 1) + 1, said.end)).some((id) => own.includes(id))
  );
}

/** A heading may name several of whom one is meant: "Penetrating injury (stab, gunshot)". */
function isTold({ key, ofHeading, lists }: Told, { key: own, bag }: Told): boolean {
  // "When the filtration rate is below 50": whoever has none told is another.
  if ([...key].some((word) => word.startsWith("#") && !bag.has(word))) return false;
  const meets = share(key, bag);
  if (lists && own.size > 0 && shared(own, key) === own.size) return true;
  return meets === 1 || (ofHeading ? meets > 0 && shared(own, key) > 0 : key.size > 2 && meets >= 2 / 3);
}

/** "After week 36" */
const timesOf = ({ said: { indication } }: Side): readonly string[] =>
  indication.qualifiers.filter((id) => timely.test(id));

/** "No bleeding", and "bleeding". */
const isDenied = (key: Words, bag: Words): boolean =>
  [...key].some((word) =>
    word.startsWith("no ")
      ? bag.has(word.slice(3)) && !bag.has(word)
      : bag.has(`no ${word}`) && !bag.has(word),
  );

function arePeopleApart(a: Population, b: Population, together: boolean): boolean {
  // "In adults": who says more of a whole chapter's patients, sets them apart.
  if (together && isEveryone(b) && !isEveryone(a)) return true;
  if (isEveryone(a) || isEveryone(b) || samePatients(a, b)) return false;
  const [one, other] = [stageOf(a), stageOf(b)];
  if (one && other && one !== "all" && other !== "all" && one !== other) return true;
  const low = Math.max(a.age?.low ?? 0, b.age?.low ?? 0);
  const high = Math.min(a.age?.high ?? Number.POSITIVE_INFINITY, b.age?.high ?? Number.POSITIVE_INFINITY);
  const special = [a, b].map(({ groups }) => groups.filter((group) => !plainGroup.test(group)).join());
  const sexes = [a, b].map(({ groups }) => groups.find((group) => /^(?:wo)?men$/.test(group)));
  return low >= high || special[0] !== special[1] || (sexes.every(Boolean) && sexes[0] !== sexes[1]);
}
const plainGroup = /^(?:adult|child|infant|women|men)$/;

/** Where it names none itself, those that its paragraph is about. */
function illnesses({ said, guideline }: Side): readonly string[] {
  const of = (ids: readonly string[]) =>
    illnessesOf(ids, titleConditions(guideline)).filter(
      (id) => !isSymptom(id) && !anyInjury.test(id) && !aSign.test(id),
    );
  const own = of(said.indication.conditions);
  return own.length > 0 ? own : of(scopeOf(linesFor(said, guideline).before, 0).indication.conditions);
}
const aSign = /^(?:wheeze|vomiting)$/;
const anyInjury = /^(?:wound|trauma)$/;
const isOf = (id: string, all: readonly string[]) =>
  all.includes(id) || broaderConditions(id).some((wide) => all.includes(wide));

function areOfOtherIllness(ban: Side, advice: Side): boolean {
  const [one, other] = [illnesses(ban), illnesses(advice)];
  const both = one.length > 0 && other.length > 0;
  return both && !one.some((id) => isOf(id, other)) && !other.some((id) => isOf(id, one));
}

const areOfNone = (ban: Side, advice: Side): boolean =>
  illnesses(ban).length === 0 && illnesses(advice).length === 0;

/** Both say so, if in other words: "a crisis", of the disease. */
function areOfOneIllness(ban: Side, advice: Side): boolean {
  const [one, other] = [illnesses(ban), illnesses(advice)];
  const isKin = (id: string, all: readonly string[]) => isOf(id, all) || all.some((own) => isOf(own, [id]));
  // Another document may be about the other kind.
  if (ban.guideline !== advice.guideline && !isAnnexed(advice) && !isAnnexed(ban))
    return one.length > 0 && one.length === other.length && one.every((id) => other.includes(id));
  return other.length > 0 && one.some((id) => isKin(id, other)) && other.every((id) => isKin(id, one));
}
