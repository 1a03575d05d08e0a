// How sure it is that two thresholds which differ are of one decision: only then is the difference a warning. It must
// not find them, and what it doubts is still told.

import type { Guideline } from "../guideline/guideline.ts";
import { isSymptom } from "../guideline/indication.ts";
import { targetsIn } from "../guideline/medicine-target.ts";
import { isEveryone, samePatients } from "../guideline/population.ts";
import { pathOf, type Section, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isUpward, sameValue, type Threshold } from "../guideline/threshold.ts";
import { oncePer } from "../text/memory.ts";
import { isInferred, likeness } from "./comparable-thresholds.ts";
import { areUnderLikeTitles } from "./other-heading.ts";
import { common, commonConditions, sameSet, subset } from "./overlap.ts";
import type { PlacedThreshold, Sides } from "./threshold-counterparts.ts";
import { isRestatement } from "./threshold-restated.ts";

/** Those that are surely of the same decision. */
export function sureOnes(guideline: Guideline, { here, against, withIt }: Sides): readonly PlacedThreshold[] {
  if (isSaidByTheWay(guideline, here) || isRung(guideline, here) || isCounted(guideline, here)) return [];
  const scale = isScale(here, [...against, ...withIt]);
  return against.filter(({ threshold, in: there }) => {
    const home = there?.guideline ?? guideline;
    if (isSaidByTheWay(home, threshold) || areOfOwnDiseases(here, threshold)) return false;
    if (isRung(home, threshold) || isCounted(home, threshold) || areOfOwnGrades(here, threshold))
      return false;
    const [one, other] = [chapterOf(guideline, here), chapterOf(home, threshold)];
    if (areOfOwnMedicines(sectionOf(guideline, here), sectionOf(home, threshold))) return false;
    if (there && (areTwins(one, other) || !areAboutTheSame(here, threshold))) return false;
    if (stageOf(guideline, here) !== stageOf(home, threshold)) return false;
    if (needsMore(guideline, here) !== needsMore(home, threshold)) return false;
    if (areDefined(here, threshold)) return true;
    if (scale || isInferred(here, threshold) || areOnlyBurns(here, threshold)) return false;
    if (endsInterval(guideline, here) !== endsInterval(home, threshold)) return false;
    if (!there && areUnderLikeTitles(sectionOf(guideline, here), sectionOf(guideline, threshold)))
      return false;
    if (!there && one === other)
      return !sameValue(here, threshold) || (likeness(here, threshold) > 1 && areOfOneKind(here, threshold));
    return !areTwins(one, other) && isSameElsewhere(here, threshold);
  });
}

/** Referred "at 140 or more", treated "above 140": at the very value each may be meant. */
const areOfOneKind = (a: Threshold, b: Threshold): boolean =>
  sameSet<string>(a.kinds, b.kinds) || common(a.actions, b.actions).length > 0;

/** Below "Audit", "Indicators": how many reach it, and not what is done. */
const isCounted = (guideline: Guideline, { start, ledWords }: Threshold): boolean =>
  ledWords.has("audit") ||
  pathOf(sectionAt(guideline.sections, start)).some(({ title }) =>
    /\b(?:audit(?:able|s)?|indicators?|compliance)\b/i.test(title),
  );

const sectionOf = ({ sections }: Guideline, { start }: Threshold) => sectionAt(sections, start);

/** Where a part of a document says its chapter again: not of how much is burnt, which is said of whatever is done. */
export const sureAgain = (guideline: Guideline, { here, against }: Sides): readonly PlacedThreshold[] =>
  against.filter(
    ({ threshold, in: there }) =>
      !areOnlyBurns(here, threshold) &&
      // A list that divides like another may still be another list: only what says to repeat it surely does.
      (isRestatement(guideline, here) || isRestatement(there?.guideline ?? guideline, threshold)),
  );

/** In another document: what and whom one is about, the other is about, too, or neither says. */
function areAboutTheSame(a: Threshold, b: Threshold): boolean {
  if (isEveryone(a.population) !== isEveryone(b.population)) return false;
  if (a.above.size + b.above.size === 0) return true;
  if (a.above.size === 0 || b.above.size === 0) return false;
  const known = (one: Threshold) => new Set([...one.above, ...one.conditions].filter((id) => !isSymptom(id)));
  return commonConditions(known(a), known(b)) > 0;
}

/** Below the names of two medicines: each is given, or not, at its own value. */
function areOfOwnMedicines(one: Section | undefined, other: Section | undefined): boolean {
  const [own, its] = [one, other].map((section) => medicinesAbove(section));
  return own !== undefined && its !== undefined && common(own, its).length === 0;
}

function medicinesAbove(section: Section | undefined): ReadonlySet<string> | undefined {
  const named = pathOf(section).map(({ title }) => targetsIn(title).map(({ name }) => name));
  const nearest = named.findLast((names) => names.length > 0);
  return nearest && new Set(nearest);
}

/** Three values of one thing: more situations are told apart than are understood. */
function isScale(here: Threshold, others: readonly PlacedThreshold[]): boolean {
  const values = others.map(({ threshold }) => inOneUnit(here, threshold)?.[1]);
  return new Set([...values, here.value]).size > 2;
}

/** Each stands under headings of a disease of its own. */
const areOfOwnDiseases = ({ above: a }: Threshold, { above: b }: Threshold): boolean =>
  a.size > 0 && b.size > 0 && commonConditions(a, b) === 0;

/** "Hypoglycaemia is defined as …", twice. */
const areDefined = (a: Threshold, b: Threshold): boolean =>
  a.term.size > 0 &&
  sameSet(a.term, b.term) &&
  sameSet(a.qualifiers, b.qualifiers) &&
  a.kinds.has("define") &&
  b.kinds.has("define") &&
  a.conditions.size + a.implied.size > 0 &&
  !sameValue(a, b);

/** How much is burnt is said of burns, whatever is done: that says nothing more. */
const areOnlyBurns = (a: Threshold, b: Threshold): boolean =>
  a.analyte.id === "burnt-surface" && common(a.actions, b.actions).length === 0;

const longestStep = 30;

/** "≥ 7.2 and < 11 mmol/L": the end of a step, where the next begins. */
function endsInterval({ thresholds, markdown: { plain } }: Guideline, one: Threshold): boolean {
  if (one.reading.below === undefined && one.reading.low !== one.reading.high) return true;
  // "Below 40: 25 g", and in the next line "40 to 70: 12.5 g".
  if (
    new RegExp(`^[^\\n]*\\n[^\\n\\d]{0,40}${one.value} *(?:-|–|to) *\\d`).test(
      plain.slice(one.end, one.end + longestBefore),
    )
  )
    return true;
  const ahead = plain.slice(Math.max(0, one.start - longestStep), one.start);
  if (/[<>≤≥] *[\d.,]+(?: *\p{L}[\p{L}/]*)? +(?:and|but) *$/u.test(ahead)) return true;
  const at = thresholds.findIndex(({ start, analyte }) => start === one.start && analyte === one.analyte);
  return [thresholds[at - 1], thresholds[at + 1]].some((other) => {
    if (!other || other.analyte !== one.analyte || isUpward(other) === isUpward(one)) return false;
    const between = plain.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
    return /^[ \p{L}/()\d.,]{0,30}?\b(?:and|but|to)\b[ \p{L}]{0,12}$/u.test(between);
  });
}

/** With more headings below it, a heading is that of a book. */
const mostWithin = 25;

const withinOf = oncePer((sections: readonly Section[]): ReadonlyMap<Section, number> => {
  const within = new Map<Section, number>();
  for (const section of sections)
    for (let above = section.parent; above; above = above.parent)
      within.set(above, (within.get(above) ?? 0) + 1);
  return within;
});

function chapterOf({ sections }: Guideline, { start }: Threshold): Section | undefined {
  const path = pathOf(sectionAt(sections, start));
  return path.find((section) => (withinOf(sections).get(section) ?? 0) <= mostWithin);
}

const wordsOf = (title: string) =>
  title
    .toLowerCase()
    .match(/\p{L}{2,}/gu)
    ?.join(" ");

/** "Burns (1220)" and "Burns (1220-P)": two chapters that only a number tells apart are for other patients. */
const areTwins = (a: Section | undefined, b: Section | undefined): boolean =>
  a !== undefined && b !== undefined && a.title !== b.title && wordsOf(a.title) === wordsOf(b.title);

/** "Stage 2 hypertension (≥ 140)": of that stage only. */
const stageOf = ({ markdown: { plain } }: Guideline, { start }: Threshold): string | undefined =>
  /\b((?:stage|grade|class|category) +(?:\d|[IV]{1,3})[a-c]?)\b[^.;\n|]{0,40}$/i
    .exec(plain.slice(Math.max(0, start - longestBefore), start))?.[1]
    ?.toLowerCase();

/** "Below 8 in whoever is short of breath": the value alone is not enough. */
const needsMore = ({ markdown: { plain } }: Guideline, { end }: Threshold): boolean =>
  furthermore.test(plain.slice(end, end + longestBefore));
/** "< 92 % on 100 % oxygen plus at least two (2) of the following", "who are pale" */
const furthermore =
  /^[ a-zß-öø-ɏ/]{0,12}? +who +(?:are|is|have|has)\b|^[^.;\n|]{0,40}?\b(?:plus|and|with) +(?:at +least +)?(?:\d|one|two|three|any|all)(?: +\(\d\))?(?: +or +more)? +(?:of +)?(?:the +)?following\b|^[ %]{0,3}(?:on|while +(?:on|breathing)|despite) +\d{2,3} *% +(?:oxygen|O2)\b/i;

const longestBefore = 120;
/** What others hold, how often something is, or of how things are in the healthy. */
const byTheWay =
  /\b(?:(?:some|other|many|most) +[a-zß-öø-ɏ]+(?: +[a-zß-öø-ɏ]+)? +(?:use|define|recommend|consider|prefer)s?|(?:un)?common(?:ly|er)?|mostly|rare(?:ly)?|occurs?|onset|healthy|more +often|especially|particularly|likely +to)\b[^.;\n|]*$/i;

function isSaidByTheWay({ markdown: { plain } }: Guideline, { start, end, actions }: Threshold): boolean {
  // A line may be broken in the middle of a sentence.
  const before = plain
    .slice(Math.max(0, start - 2 * longestBefore), start)
    .replace(/\s*\n\s*(?=\p{Ll})/gu, " ");
  if (studied.test(before) || needed.test(before) || notKnown.test(plain.slice(end, end + longestBefore)))
    return true;
  return actions.size === 0 && byTheWay.test(before.slice(-longestBefore));
}
/** What a study was of, and what nobody knows. */
const studied =
  /\b(?:stud(?:y|ies)|trials?|meta-?analys[ei]s|cohorts?|audits?|registr(?:y|ies))\b(?! +(?:number|drug))[^.;\n|]*$|\b(?:fall|rise|reduction|increase) +in +the +(?:proportion|number|rate) +of\b[^.;\n|]*$/i;
/** "Need for 40 % oxygen to keep the saturation above 92 %": a sign, and no target. */
const needed =
  /\b(?:needs?|needing|needed|requir[a-z]+|unable|inability|failure|fails?)\b[^.;\n|]{0,60}\bto +(?:maintain|keep|achieve|reach|sustain)\b[^.;\n|]*$/i;
const notKnown = /^[^.;\n|]{0,50}\bit +is +(?:not +(?:yet +)?known|un(?:known|clear|certain))\b/i;

/** "Above 40; or above 35 with comorbidities; or above 30 with diabetes": of several in a row each has its own case. */
function isRung({ thresholds }: Guideline, one: Threshold): boolean {
  const alike = thresholds.filter(
    (other) =>
      other.analyte === one.analyte &&
      isUpward(other) === isUpward(one) &&
      Math.abs(other.start - one.start) < longestBefore &&
      inOneUnit(one, other)?.[1] !== one.value,
  );
  return new Set(alike.map(({ value }) => value)).size >= 2;
}

/** "Major", "massive": of each grade its own. */
function areOfOwnGrades(a: Threshold, b: Threshold): boolean {
  const [one, other] = [a, b].map(({ words, term, gradesAbove }) => {
    const own = [...words, ...term].filter((word) => grades.has(word));
    return own.length > 0 ? own : [...gradesAbove];
  });
  return Boolean(one?.length && other?.length) && !one?.some((word) => other?.includes(word));
}
const grades: ReadonlySet<string> = new Set("minor mild moderate major severe massive critical".split(" "));

/** In another chapter: the same is given or done, or the same thing is defined; "at" and "above" may mean no difference there. */
const isSameElsewhere = (a: Threshold, b: Threshold): boolean =>
  !sameValue(a, b) && (common(a.actions, b.actions).length > 0 || defineTheSame(a, b) || sayTheSame(a, b));

/** "Hypoglycaemia is defined as …", twice; a disease that both name. What only shows in a disease defines nothing. */
const defineTheSame = (a: Threshold, b: Threshold): boolean =>
  a.kinds.has("define") &&
  b.kinds.has("define") &&
  (commonConditions(named(a), named(b)) > 0 ||
    (a.term.size > 0 && (sameSet(a.term, b.term) || areOfSome(a, b))));

/** "Low temperature", "unusually low", each of newborns: one says less of the same. */
const areOfSome = ({ term: a, population }: Threshold, { term: b, population: other }: Threshold): boolean =>
  (subset(a, b) || (b.size > 0 && subset(b, a))) &&
  !isEveryone(population) &&
  samePatients(population, other);

/** "Treat hypoglycaemia when …", twice. */
const sayTheSame = (a: Threshold, b: Threshold): boolean =>
  a.words.size > 0 && sameSet(a.words, b.words) && common(a.kinds, b.kinds).includes("do");

/** Of whoever has HIV the CD4 count is counted: that says nothing more. */
const named = ({ conditions, above }: Threshold): ReadonlySet<string> =>
  new Set([...(conditions.size > 0 ? conditions : above)].filter((id) => id !== "hiv-infection"));
