// How much two values of one thing are said to be of the same decision: in what is done, whom it is said of and which
// words. It must not judge values.

import { isEveryone, type Population } from "../guideline/population.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isUpward, type Threshold } from "../guideline/threshold.ts";
import { denial, noAnalyte, saidBeside } from "../guideline/threshold-said.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { interventionNames } from "../lexicon/threshold-words.ts";
import { oncePer } from "../text/memory.ts";
import { samePeopleOf } from "./comparable-people.ts";
import { isRetelling } from "./length-words.ts";
import { common, commonConditions, sameSet } from "./overlap.ts";
import { areKeptApart, areToldApart, noGroup } from "./threshold-differences.ts";
import { mayBeSamePatients } from "./threshold-patients.ts";
import { isRestatement } from "./threshold-restated.ts";
import { areOtherTimes, haveTimesInCommon, type Placed } from "./threshold-times.ts";
import { alarm, ofOneWord, wordsOf } from "./threshold-wording.ts";

export const alikeness = (a: Placed, b: Placed): number =>
  areSaidApart(a, b) ? 0 : Math.max(0, pointsOf(a, b));

/** Where what only one of the two says keeps nothing apart; undefined where both say something else. */
export const loneAlikeness = (a: Placed, b: Placed): number | undefined =>
  areSaidApart(a, b, true) ? undefined : pointsOf(a, b) - (giveOthers(a.threshold, b.threshold) ? 1 : 0);

/** Anything that is said speaks against one decision. */
export function areSaidApart(a: Placed, b: Placed, isLone = false): boolean {
  const [one, other] = [a.threshold, b.threshold];
  const apart = a.guideline !== b.guideline;
  if (!apart && (one.group === other.group || (areInOneText(a, b) && !(isLone && [a, b].some(isSaidAgain)))))
    return true;
  const [value, its] = inOneUnit(one, other) ?? [0, 0];
  // Glucose is given at a low value, and beside insulin at a high one.
  const most = one.analyte.id === "glucose" && !isUpward(one) ? mostTimes / 2 : mostTimes;
  if (value <= 0 || its <= 0 || Math.max(value, its) > most * Math.min(value, its)) return true;
  if ((isLone ? areToldApart : areKeptApart)(one, apart ? { ...other, group: noGroup } : other)) return true;
  if (!mayBeOfSame(one.population, other.population) || areOtherTimes(a, b)) return true;
  if (areOfOthers(one, other) || isDenied(one, other) || isDenied(other, one)) return true;
  if (isLone && isTestedOnly(one) !== isTestedOnly(other) && one.kinds.size > 0 && other.kinds.size > 0)
    return true;
  return (!isLone && giveOthers(one, other)) || areOfOtherOccasions(one, other) || areOpposite(one, other);
}

/** A card, a box, an answer or a letter says a chapter again. */
export const isSaidAgain = oncePer(
  ({ guideline, threshold }: Placed): boolean =>
    isRestatement(guideline, threshold) ||
    isRetelling({ guideline, span: threshold, order: undefined }) ||
    exercise.test(sectionAt(guideline.sections, threshold.start)?.title ?? ""),
);
/** "Worked case for the drill" */
const exercise = /\b(?:worked|examples?|drill|vignettes?|scenarios?)\b/i;

/** Sentences of one section differ on purpose. */
export function areInOneText(a: Placed, b: Placed): boolean {
  const [one, other] = [a, b].map(({ guideline, threshold }) =>
    sectionAt(guideline.sections, threshold.start),
  );
  return one === other && isProse(a) && isProse(b);
}

/** A table, list or box beside a text says it again. */
export function isProse({ guideline: { markdown, text }, threshold: { start } }: Placed): boolean {
  const block = markdown.blocks.findLast(({ span }) => span.start <= start);
  const lead = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return block?.kind !== "table" && !/^\s*(?:[>│☐•*+–-]|\d+[.)])/.test(lead);
}

export const mayBeOfSame = (a: Population, b: Population): boolean =>
  isEveryone(a) || isEveryone(b) || mayBeSamePatients(a, b) || samePeopleOf(a, b, true);

/** Each names a disease, or a form of one, of its own. */
const areOfOthers = ({ conditions: a }: Threshold, { conditions: b }: Threshold): boolean =>
  a.size > 0 && b.size > 0 && common(a, b).length === 0;

/** "Lumbar puncture" and "surgery": what is to come is another thing, though platelets are given before both. */
const occasions: ReadonlySet<string> = new Set([
  ...["surgery", "lumbar puncture", "caesarean", "regional anaesthesia", "dialysis", "intubation"],
]);

/** "Check every three months below 30": nothing else is done there. */
const isTestedOnly = ({ kinds }: Threshold): boolean => kinds.size === 1 && kinds.has("test");

/** Each names something else that is given or done: of two values that stand nowhere else either may be misread. */
const giveOthers = (a: Threshold, b: Threshold): boolean =>
  a.actions.size > 0 && b.actions.size > 0 && common(deedsOf(a), deedsOf(b)).length === 0;

function areOfOtherOccasions(a: Threshold, b: Threshold): boolean {
  const [one, other] = [occasionsOf(a.actions), occasionsOf(b.actions)];
  return one.length > 0 && other.length > 0 && !one.some((name) => other.includes(name));
}

const occasionsOf = (actions: ReadonlySet<string>) => [...actions].filter((name) => occasions.has(name));

/** Of one kind only one can hold. */
const kinds: readonly (readonly string[])[] = [
  ["first", "second", "third", "fourth"],
  ["early", "late"],
  ["stable", "unstable"],
  ["elective", "emergency"],
  ["acute", "chronic"],
  ["initial", "repeat"],
  ["boy", "girl"],
  ["upper", "lower"],
  ["bolus", "infusion"],
];

function areOpposite(a: Threshold, b: Threshold): boolean {
  const [own, its] = [wordsOf(a), wordsOf(b)];
  return kinds.some((kind) => {
    const [one, other] = [own, its].map((words) => kind.filter((word) => words.has(word)));
    return one && other && one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word));
  });
}

/** "No fever" here, and "septic or febrile" there. */
function isDenied(a: Threshold, b: Threshold): boolean {
  const [own, said] = [wordsOf(a), wordsOf(b)];
  const isDeniedOnly = (word: string) => word.startsWith(denial) && !own.has(word.slice(denial.length));
  return [...own].some((word) => isDeniedOnly(word) && said.has(word.slice(denial.length)));
}

const ledWordsOf = oncePer((found: Threshold) => new Set([...found.ledWords].map(ofOneWord)));

const mostWords = 5;
/** So many times as much is another decision, whatever is said. */
const mostTimes = 4;

function pointsOf(a: Placed, b: Placed): number {
  const [one, other] = [a.threshold, b.threshold];
  const words = common(wordsOf(one), wordsOf(other));
  const led = common(ledWordsOf(one), wordsOf(other)).length + common(ledWordsOf(other), wordsOf(one)).length;
  const denied = words.filter((word) => word.startsWith(denial)).length;
  const alone = wordsOf(one).size + wordsOf(other).size - 2 * words.length;
  const deeds = common(withTopics(a, deedsOf(one)), withTopics(b, deedsOf(other)));
  const medicines = deeds.filter((name) => !interventionNames.has(name)).length;
  const conditions = commonConditions(one.conditions, other.conditions);
  const occasional = occasionsOf(one.actions).length > 0 !== occasionsOf(other.actions).length > 0;
  const alarming = wordsOf(one).has(alarm) !== wordsOf(other).has(alarm);
  const lone = oneSided(one, other) + oneSided(other, one) + Number(occasional) + Number(alarming);
  return (
    Math.min(mostWords, words.length + denied + 0.5 * led) -
    Math.min(1, 0.1 * alone) +
    Math.min(4, 2 * medicines + 1.5 * (deeds.length - medicines)) +
    (conditions > 0 ? 2 : 0) -
    1.5 * lone +
    (one.doses.size > 0 && sameSet(one.doses, other.doses) ? 2 : 0) +
    // "On waking", "fasting": one measurement in two words.
    (common(one.aspects, other.aspects).length > 0 ? 0.5 : 0) +
    2 * Math.min(1, common(one.phases, other.phases).length) -
    distance(one, other) +
    headsInCommon(a, b) +
    (haveTimesInCommon(a, b) ? 2 : 0) +
    (!isEveryone(one.population) && mayBeSamePatients(one.population, other.population) ? 1 : 0) +
    (a.in !== b.in && commonConditions(one.above, other.above) > 0 ? 1 : 0) +
    (one.other !== undefined && one.other === other.other ? 3 : 0) +
    // Each is given as a pair of pressures.
    (one.other !== undefined && other.other !== undefined ? 0.5 : 0)
  );
}

/** What is given or done, and of which kind that is: labetalol lowers a pressure, isophane insulin is insulin. */
export const deedsOf = oncePer((found: Threshold): ReadonlySet<string> => {
  const { actions, analyte, kinds } = found;
  const kindsOf = [...actions].flatMap((name) => medicineNamed(name)?.classes ?? []);
  const lowers = isUpward(found) && kinds.has("do") && /pressure$/.test(analyte.id) && actions.size === 0;
  const all = [...kindsOf, ...(lowers ? ["antihypertensive"] : [])].map((name) =>
    interventionNames.has(`${name}s`) ? `${name}s` : name,
  );
  return new Set([...actions, ...all.filter((name) => interventionNames.has(name) || name === "insulin")]);
});

/** "Request form, red cells": where nothing else is said to be done, it is what the heading names. */
function withTopics(placed: Placed, deeds: ReadonlySet<string>): ReadonlySet<string> {
  return deeds.size > 0 ? deeds : headDeedsOf(placed);
}

const headDeedsOf = oncePer(({ guideline: { sections, markdown }, threshold: { start } }: Placed) => {
  const path = pathOf(sectionAt(sections, start)).map(
    ({ headingSpan: { start: from, end } }) => saidBeside(noAnalyte)(markdown.plain.slice(from, end)).actions,
  );
  return path.findLast((actions) => actions.size > 0) ?? new Set<string>();
});

/** The farther two values lie apart, the likelier they are of two decisions. */
function distance(a: Threshold, b: Threshold): number {
  const [one, other] = inOneUnit(a, b) ?? [1, 1];
  const ratio = Math.max(one, other) / Math.min(one, other);
  if (ratio > 2.2) return 1;
  return ratio > 1.6 ? 0.5 : 0;
}

/** Words of the heading above, and in another document of its title. */
const headWordsOf = oncePer(({ guideline: { sections, markdown }, threshold: { start } }: Placed) => {
  const path = pathOf(sectionAt(sections, start)).map(({ headingSpan }) =>
    [...saidBeside(noAnalyte)(markdown.plain.slice(headingSpan.start, headingSpan.end)).words].map(ofOneWord),
  );
  return { title: new Set(path[0] ?? []), nearest: new Set(path.length > 1 ? path.at(-1) : []) };
});

const mostHeads = 1.5;

function headsInCommon(a: Placed, b: Placed): number {
  const [one, other] = [headWordsOf(a), headWordsOf(b)];
  if (a.guideline === b.guideline)
    return one.nearest.size > 0 &&
      sectionAt(a.guideline.sections, a.threshold.start) !==
        sectionAt(b.guideline.sections, b.threshold.start)
      ? Math.min(mostHeads, 0.5 * common(one.nearest, other.nearest).length)
      : 0;
  const all = ({ title, nearest }: typeof one) => new Set([...title, ...nearest]);
  return Math.min(mostHeads, 0.5 * common(all(one), all(other)).length);
}

/** What is done, and no disease. */
const treatments =
  /^(?:blood-transfusion|chemotherapy|dialysis|labour|anticoagulation|resuscitation|sedation)$/;

/** Diseases that only the first names: the other may be about another one. */
const oneSided = ({ conditions: a }: Threshold, b: Threshold): number =>
  b.conditions.size > 0
    ? 0
    : Math.min(
        1,
        [...a].filter(
          (id) => !treatments.test(id) && !b.above.has(id) && !b.implied.has(id) && !wordsOf(b).has(id),
        ).length,
      );
