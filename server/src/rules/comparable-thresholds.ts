// Which thresholds are of the same decision: the same analyte in the same direction, for the same patients, at which
// the same thing is defined or done. Where the text leaves doubt, they are not. It must not judge values.

import type { Guideline } from "../guideline/guideline.ts";
import {
  everyone,
  isEveryone,
  type Population,
  sameBand,
  samePatients,
  stageOf,
} from "../guideline/population.ts";
import { inOneUnit, isUpward, sameValue, type Threshold } from "../guideline/threshold.ts";
import { wordsOfNames } from "../lexicon/analytes.ts";
import { type ActionKind, aspects, interventionNames } from "../lexicon/threshold-words.ts";
import { oncePer } from "../text/memory.ts";
import { areFarApart } from "./far-apart.ts";
import { common, commonConditions, sameSet, subset } from "./overlap.ts";
import { isSevereWasting } from "./severe-wasting.ts";
import { areKeptApart, gradedAbove, polarity } from "./threshold-differences.ts";
import { isWithInsulin, mayBeSamePatients, special } from "./threshold-patients.ts";

/** How surely of one decision: 0 not at all, 1 if the values are equal, 2 by the words, 3 by what is defined or done. */
export type Likeness = 0 | 1 | 2 | 3;

export function likeness(a: Threshold, b: Threshold): Likeness {
  if (a.analyte.id !== b.analyte.id || isUpward(a) !== isUpward(b) || a.group === b.group) return 0;
  if (areKeptApart(a, b)) return 0;
  // "60 or above", "30 to 59", "below 30": the other is another end of the same scale.
  if (a.value !== b.value && (a.beside.includes(b.value) || b.beside.includes(a.value))) return 0;
  if (areFarApart(a, b) && !sayTheSame(a, b)) return 0;
  const known = mayBeSamePatients(whose(a, b), whose(b, a));
  const unsaidAdult = isUnsaidAdult(a, b) || isUnsaidAdult(b, a);
  const alike =
    known ||
    (unsaidAdult &&
      ((common(a.actions, b.actions).length > 0 && common(a.kinds, b.kinds).length > 0) ||
        definesTopic(a, b)));
  if (alike && sameDecision(a, b)) return 3;
  if (known && sameWords(a, b)) return 2;
  const unsaid = isEveryone(a.population) || isEveryone(b.population);
  if ((known || unsaid) && (sameOther(a, b) || (isSevereWasting(a) && isSevereWasting(b)))) return 3;
  const open = unsaid || [a, b].some(({ population }) => population === impliedChildren);
  if ((known || open) && sameDose(a, b)) return 3;
  if (unsaid && !inOtherChapters(a, b) && (isTermOf(a, b) || isTermOf(b, a) || sameClause(a, b))) return 2;
  return (known || unsaid) && shares(a, b) ? 1 : 0;
}

/** Of no one, or of adults, whom a text means that says nothing of children. */
const isPlain = ({ population }: Threshold) =>
  isEveryone(population) ||
  (stageOf(population) === "adult" && !special.some((one) => population.groups.includes(one)));

/** "Adults" beside no one in particular. */
const isUnsaidAdult = ({ population: a }: Threshold, b: Threshold) =>
  isEveryone(a) && !b.population.age && !b.population.weight && isPlain(b);

/** Word for word: however far the values lie apart, one of them is wrong. */
const sayTheSame = (a: Threshold, b: Threshold) =>
  a.allWords.size > 0 &&
  a.actions.size + a.conditions.size > 0 &&
  samePatients(a.population, b.population) &&
  (["allWords", "actions", "conditions", "kinds"] as const).every((key) => sameSet<string>(a[key], b[key]));

/** The other pressure of the sentence has one value in both, and so has what is done. */
function sameOther(a: Threshold, b: Threshold): boolean {
  if (a.other === undefined || a.other !== b.other || !sameKind(a, b)) return false;
  const [one, other] = [diseases(a), diseases(b)];
  const apart = one.size > 0 && other.size > 0 && commonConditions(one, other) === 0;
  const told = common(a.allWords, b.allWords).filter(
    (word) => !/^(?:systolic|diastolic|pressure|blood)$/.test(word),
  );
  return !apart && told.length > 0;
}

/** The same medicine in the very same dose, of diseases that are not told apart. */
function sameDose(a: Threshold, b: Threshold): boolean {
  if (a.doses.size === 0 || !sameSet(a.doses, b.doses)) return false;
  const [one, other] = [diseases(a), diseases(b)];
  const apart = one.size > 0 && other.size > 0 && commonConditions(one, other) === 0;
  return !apart && common(a.actions, b.actions).some((name) => !interventionNames.has(name));
}

export const impliedChildren: Population = { groups: ["child"] };

/** Where a document says of no one whom it is about, but doses by weight, it is about children. */
export const impliedPatients = oncePer(({ orders }: Guideline): Population => {
  const open = orders.every(({ population }) => stageOf(population) !== "adult");
  const byWeight = orders.filter(({ dose }) => dose.per.kg).length;
  return open && byWeight > 0 && byWeight * 2 >= orders.length ? impliedChildren : everyone;
});

/** The same condition is defined, the same medicine given, the same intervention begun, for the same disease. */
function sameDecision(a: Threshold, b: Threshold): boolean {
  const kinds = common(a.kinds, b.kinds).filter((kind) => kind !== "test");
  const defining = (kinds as ActionKind[]).includes("define");
  const conditions = commonConditions(ofKnown(a), ofKnown(b));
  if (defining && conditions > 0) return true;
  if (a.term.size > 0 && sameSet(a.term, b.term) && !inOtherChapters(a, b)) return true;
  if (bothTest(a, b) && conditions > 0) return true;
  const local = common(a.words, b.words).length;
  const meant = common(a.implied, b.implied).length > 0;
  if (
    meant &&
    (bothDefine(a, b) || local >= 3) &&
    (sameAbove(a, b) || (ownAlike(a, b) && (a.above.size === 0 || b.above.size === 0)))
  )
    return true;
  if (defining && definesTopic(a, b)) return true;
  if (sameMedicine(a, b)) return true;
  if (sameDeedAnywhere(a, b)) return true;
  if (!sameDisease(a, b)) return false;
  if (ofOneAge(a, b)) return true;
  if (sameAction(a, b) || (polarity(a) === "discharge" && a.actions.size + b.actions.size === 0)) return true;
  if (rowOf(a, b) || rowOf(b, a)) return true;
  if (bothRefer(a, b)) return sameAbove(a, b);
  return bothCorrect(a, b);
}

/** All that makes them one decision is that something is done at the value: what it is, neither says. */
export const isInferred = (a: Threshold, b: Threshold): boolean =>
  bothCorrect(a, b) && a.conditions.size + b.conditions.size + common(a.words, b.words).length === 0;

const bothCorrect = (a: Threshold, b: Threshold): boolean =>
  common(a.kinds, b.kinds).some((kind) => kind !== "test") &&
  a.actions.size + b.actions.size <= 1 &&
  corrects(a) &&
  corrects(b) &&
  sameAbove(a, b);

/** Of patients who are known to be alike: "hypertension in pregnancy" is hypertension. */
const ofKnown = oncePer(
  ({ conditions }: Threshold) => new Set([...conditions].map((id) => id.replace(/-in-pregnancy$/, ""))),
);

/** Hypoglycaemia is one thing in a chapter on malaria and another in one on diabetes. */
function inOtherChapters(a: Threshold, b: Threshold): boolean {
  const implied = [a, b].every(({ implied, conditions }) => implied.size > 0 && conditions.size === 0);
  return implied && a.above.size > 0 && b.above.size > 0 && !sameAbove(a, b);
}

/** Some conditions are those of pregnant women only: one side need not say so. */
function whose({ population, conditions, above }: Threshold, other: Threshold): Population {
  if (population === impliedChildren && isEveryone(other.population)) return everyone;
  // "The newborn's first day" on a card of the labour ward.
  const isYoung = stageOf(population) === "neonate" || stageOf(population) === "child";
  return !isYoung &&
    isOfPregnancy(conditions, above) &&
    (other.population.groups.includes("pregnant") || !isOfPregnancy(other.conditions, other.above))
    ? { ...population, groups: [...new Set([...population.groups, "pregnant" as const])] }
    : population;
}

/** Its own conditions name one, or the headings name no other. */
function isOfPregnancy(conditions: ReadonlySet<string>, above: ReadonlySet<string>): boolean {
  const isOne = (id: string) => pregnancy.test(id);
  return [...conditions].some(isOne) || (above.size > 0 && [...above].every(isOne));
}

const pregnancy = /gestational|pregnan|eclampsia|hellp|labour|postpartum|antenatal|obstetric/;

/** Enough of what both clauses say is the same: two words, or one and for whom it holds. */
function sameWords(a: Threshold, b: Threshold): boolean {
  const [one, other] = [a.conditions, b.conditions];
  if (one.size > 0 && other.size > 0 && commonConditions(one, other) === 0) return false;
  if (common(a.actions, b.actions).length === 0 && a.actions.size > 0 && b.actions.size > 0) return false;
  // Who has a disease, and what is given from which value on.
  if (!sameKind(a, b)) return false;
  const alike = a.kinds.size > 0 && sameSet<string>(a.kinds, b.kinds);
  const shared = common(told(a), told(b)).filter(
    (word) => (a.words.has(word) || b.words.has(word)) && (alike || !whoActs.test(word)),
  );
  const people = !isEveryone(a.own) && samePatients(a.own, b.own) ? 1 : 0;
  const least = Math.min(a.words.size, b.words.size);
  return shared.length > 0 && shared.length + people >= 2 && shared.length * 2 >= least;
}

/** Who decides, or where, is no decision. */
const whoActs =
  /^(?:intensive|critical|care|icu|hdu|doctors?|physicians?|consultants?|seniors?|specialists?|nurses?|teams?|registrars?|wards?|hospitals?|pharmacists?|cent(?:re|er)s?|medical|officers?|clinicians?)$/;

/** "CrAg if CD4 is < 200": all that is said there, the other says too. */
function isTermOf(a: Threshold, b: Threshold): boolean {
  return a.term.size > 0 && subset(a.term, b.words) && subset(a.words, b.words) && a.conditions.size === 0;
}

/** The same is done, and all else that the two say beside it is the same as well. */
function sameClause(a: Threshold, b: Threshold): boolean {
  const [one, other] = [a, b].map(({ words }) => new Set([...words].filter((word) => !units.has(word))));
  if (!one || !other || one.size === 0 || !sameSet(one, other)) return false;
  const same = sameAction(a, b) || sameDeed(a, b);
  return same && sameAbove(a, b) && a.conditions.size + b.conditions.size === 0;
}

/** "Treat hypoglycaemia when …", "stop the statin if …": of no one, or of adults, whom a text means that says nothing of children. */
const sameDeed = (a: Threshold, b: Threshold) =>
  sameSet(a.kinds, b.kinds) &&
  [a, b].every(
    (one) => (one.kinds.has("do") || one.kinds.has("stop")) && one.actions.size === 0 && isPlain(one),
  );

/** Of what is transfused or given, in how many, and what says no more than that something is. */
const units = new Set(
  "unit red packed blood bag pint order dose infusion drip medicine drug tablet injection".split(" "),
);

const told = oncePer(({ words, ledWords }: Threshold) => new Set([...words, ...ledWords]));

const bothTest = (a: Threshold, b: Threshold) =>
  [a, b].every(({ kinds }) => kinds.has("test") && kinds.size === 1);

const medicines = oncePer(
  (found: Threshold) => new Set([...given(found)].filter((action) => !interventionNames.has(action))),
);

/** Each gives a medicine of its own. */
const giveOthers = (a: Threshold, b: Threshold): boolean =>
  medicines(a).size > 0 && medicines(b).size > 0 && common(medicines(a), medicines(b)).length === 0;

/** A medicine in common; or an intervention, unless each names a medicine of its own. */
function sameAction(a: Threshold, b: Threshold): boolean {
  if (isWithInsulin(a) !== isWithInsulin(b)) return false;
  const [done, alsoDone] = [given(a), given(b)];
  const [one, other] = [medicines(a), medicines(b)];
  if (one.size > 0 && other.size > 0) return common(one, other).length > 0;
  if (common(done, alsoDone).length > 0) return true;
  return isTopic(a, b) || isTopic(b, a);
}

/** "Glucose above 180" names what is measured, unless it is stopped there. */
const given = oncePer((found: Threshold): ReadonlySet<string> => {
  const { actions, analyte, kinds } = found;
  const measured = analyte.id === "glucose" && isUpward(found) && !kinds.has("stop");
  return measured ? new Set([...actions].filter((action) => action !== "glucose")) : actions;
});

/** What the one does is what the other's heading is about, for a disease that one of the two clauses names. */
function isTopic(a: Threshold, b: Threshold): boolean {
  const named = [a, b].some(({ conditions }) => [...conditions].some((id) => !ofItsAnalyte(a, id)));
  return (
    named && a.actions.size === 0 && common(a.topics, b.actions.size > 0 ? b.actions : b.topics).length > 0
  );
}

/** One chapter's heading alone names a disease, and both give or stop the same medicine at the value. */
function sameMedicine(a: Threshold, b: Threshold): boolean {
  if (adjusted.has(a.analyte.id) || a.conditions.size + b.conditions.size > 0) return false;
  return (
    medicines(a).size === 1 &&
    sameSet(medicines(a), medicines(b)) &&
    (a.above.size === 0 || b.above.size === 0) &&
    common(a.kinds, b.kinds).some((kind) => kind === "do" || kind === "stop")
  );
}

function sameDeedAnywhere(a: Threshold, b: Threshold): boolean {
  if (a.conditions.size + b.conditions.size > 0 || a.actions.size + b.actions.size === 0) return false;
  // Glucose brings up a low value, and keeps insulin going at a high one.
  if (a.analyte.id === "glucose" && areTwiceApart(a, b)) return false;
  return (
    sameSet(a.actions, b.actions) &&
    common(a.kinds, b.kinds).some((kind) => kind === "do" || kind === "stop") &&
    (a.above.size === 0 || b.above.size === 0)
  );
}

function areTwiceApart(a: Threshold, b: Threshold): boolean {
  const [one, other] = inOneUnit(a, b) ?? [0, 0];
  return Math.max(one, other) > 2 * Math.min(one, other);
}

/** What medicines are adjusted to, in each disease in its own way. */
const adjusted = new Set([
  "glucose",
  "systolic-pressure",
  "diastolic-pressure",
  "mean-arterial-pressure",
  "heart-rate",
  "oxygen-saturation",
  "temperature",
]);

/** What is fast breathing is told by age alone. */
function ofOneAge(a: Threshold, b: Threshold): boolean {
  const [one, other] = [a.population.age, b.population.age];
  return (
    one !== undefined &&
    other !== undefined &&
    sameBand(one, other) &&
    bothOnly(a, b, "define") &&
    a.actions.size + b.actions.size + a.conditions.size + b.conditions.size === 0
  );
}

/** Both send the same patients on, and neither says what for. */
const bothRefer = (a: Threshold, b: Threshold) =>
  [a, b].every(({ kinds, actions }) => kinds.size === 1 && kinds.has("refer") && actions.size === 0) &&
  a.conditions.size + b.conditions.size === 0 &&
  // "to the health centre", "after two hours": what else is said is said of both.
  sameSet(besideName(a), besideName(b)) &&
  stageOf(a.population) !== undefined;

/** One of them may go on to whom is called. */
const besideName = oncePer(({ allWords, analyte }: Threshold) => {
  const name = analyte.name.toLowerCase().split(" ");
  return new Set([...allWords].filter((word) => !name.includes(word)));
});

const bothDefine = (a: Threshold, b: Threshold) => [a, b].every(({ kinds }) => kinds.has("define"));

const bothOnly = (a: Threshold, b: Threshold, kind: ActionKind) =>
  [a, b].every(({ kinds }) => kinds.has(kind) && !kinds.has("do") && !kinds.has("refer"));

/** Whom it is about is said in both clauses themselves: what the headings say matters less. */
function ownAlike(a: Threshold, b: Threshold): boolean {
  return stageOf(a.own) !== undefined && stageOf(a.own) === stageOf(b.own);
}

/** One defines what the other's heading is about: "diabetes is diagnosed", below "Type 2 diabetes". */
function definesTopic(a: Threshold, b: Threshold): boolean {
  const named = (one: Threshold, other: Threshold) =>
    one.conditions.size === 0 && commonConditions(gradedAbove(one), other.conditions) > 0;
  return bothDefine(a, b) && a.actions.size + b.actions.size === 0 && (named(a, b) || named(b, a));
}

/** All that a row's first cell names is said in the other's clause. */
function rowOf(row: Threshold, other: Threshold): boolean {
  // "MUAC", "fasting" at the head of a row say only what is measured.
  const own = wordsOfNames(row.analyte);
  const said =
    [...row.rowHead].some((word) => !own.has(word) && !aspects.has(word)) &&
    subset(row.rowHead, other.allWords);
  return said && row.actions.size === 0 && sameKind(row, other);
}

/** A CD4 count is counted for HIV: that says nothing more. */
const ofItsAnalyte = ({ analyte }: Threshold, id: string) =>
  /^(?:cd4|viral-load)/.test(analyte.id) && id === "hiv-infection";

/** "Treat when …": what is corrected is the value itself; nobody corrects a clearance. */
function corrects({ kinds, conditions, actions, analyte }: Threshold): boolean {
  return (
    kinds.has("do") &&
    conditions.size === 0 &&
    analyte.id !== "creatinine-clearance" &&
    [...actions].every((action) => action.includes(analyte.id))
  );
}

function sameDisease(a: Threshold, b: Threshold): boolean {
  const [one, other] = [diseases(a), diseases(b)];
  return one.size === 0 || other.size === 0 ? one.size === other.size : commonConditions(one, other) > 0;
}

const diseases = oncePer(
  ({ conditions, above }: Threshold) =>
    new Set([...(conditions.size > 0 ? conditions : above)].filter((id) => !treatments.has(id))),
);

/** Headings that say what is done, or on which ward, and not for what. */
const treatments: ReadonlySet<string> = new Set([
  "labour",
  "vasopressors",
  "anticoagulation",
  "sedation",
  "resuscitation",
  "blood-transfusion",
  "general-anaesthesia",
  "spinal-anaesthesia",
]);

function sameAbove(a: Threshold, b: Threshold): boolean {
  const [one, other] = [a.above, b.above];
  return one.size === 0 || other.size === 0 ? one.size === other.size : commonConditions(one, other) > 0;
}

/** Enough in common for a difference of "at" and "above" at one value. */
function shares(a: Threshold, b: Threshold): boolean {
  if (sameValue(a, b) !== true || giveOthers(a, b)) return false;
  const said = commonConditions(a.conditions, b.conditions) + common(a.actions, b.actions).length;
  const words = common(a.words, b.words).length;
  const mixed = commonConditions(a.above, b.conditions) + commonConditions(b.above, a.conditions);
  return (
    said > 0 ||
    words >= 2 ||
    common(a.implied, b.implied).length > 0 ||
    (mixed > 0 && sameKind(a, b)) ||
    (words > 0 && sameAbove(a, b))
  );
}

const sameKind = (a: Threshold, b: Threshold) =>
  a.kinds.size === 0 || b.kinds.size === 0 || common(a.kinds, b.kinds).length > 0;
