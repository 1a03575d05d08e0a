// Whether what is given is given to patients in whom a prohibition forbids it, in the same document or in another. It
// must not report.

import { allergyBefore } from "../guideline/allergy.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type KidneyFunction, kidneyFunctionIn, meetIn } from "../guideline/kidney-function.ts";
import { covers, targetsIn } from "../guideline/medicine-target.ts";
import { isAmong, type Patients, type Prohibition } from "../guideline/prohibition.ts";
import { isDeniedIn } from "../guideline/ruled-out.ts";
import { scopeOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { areOfOneMeasure, type TitleBand, titleBand, valuesIn } from "../guideline/title-band.ts";
import { toldIn } from "../guideline/told-condition.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { everyoneHere } from "../lexicon/patient-traits.ts";
import { clauseBefore, clauseBehind, lineBefore, lineBehind } from "../text/around.ts";
import { whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { caseBefore } from "./case-told.ts";
import { former, hasDegree, isMilder } from "./forbidden-degree.ts";
import { listsFor } from "./forbidden-lists.ts";
import { hasFurther } from "./further-traits.ts";
import { isException, isGivenBeside, isOne, isSaidOf, isTakenIn } from "./given-beside.ts";
import { type Given, givenIn, isOnlyLocal } from "./given-medicine.ts";
import { isExceptedBehind, isOfSamePlace, mayBeMeant } from "./likely-meant.ts";
import { rowLabels } from "./row-labels.ts";
import type { Neighbour } from "./rule.ts";
import { type ToldState, toldState } from "./told-state.ts";

export interface PlacedProhibition {
  readonly prohibition: Prohibition;
  readonly guideline: Guideline;
  readonly in: Neighbour | undefined;
}

/** What forbids that something is given, the document's own prohibitions first. */
function forbidding(
  given: Given,
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): readonly PlacedProhibition[] {
  const { own, others, from } = listsFor(given.medicine, guideline, neighbours);
  const found = known(given, from, () => [
    ...own.flatMap((list = []) =>
      list
        .filter((prohibition) => forbids(prohibition, given, guideline, true))
        .map((prohibition): Forbidden => ({ prohibition, at: undefined })),
    ),
    ...others.flatMap((list, key) =>
      list.flatMap(({ value, neighbour }, index) =>
        value
          .filter(
            (prohibition) =>
              forbids(prohibition, given, guideline, false) &&
              !isExceptedBehind(prohibition, given, neighbour.guideline),
          )
          .map((prohibition): Forbidden => ({ prohibition, at: { key, index } })),
      ),
    ),
  ]);
  return found.map(({ prohibition, at }) => {
    const neighbour = at && others[at.key]?.[at.index]?.neighbour;
    return { prohibition, guideline: neighbour?.guideline ?? guideline, in: neighbour };
  });
}

/** The orders of a document that break bans, and which; `advised`: of those bans that only advise. */
export type Breaches = ReadonlyMap<Given, readonly [PlacedProhibition, ...PlacedProhibition[]]>;

export function breachesOf(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
  advised: boolean,
): Breaches {
  const broken = givenIn(guideline).map((given) => {
    const bans = forbidding(given, guideline, neighbours).filter(
      ({ prohibition }) => (prohibition.advised === true) === advised,
    );
    return { given, bans };
  });
  const often = new Map<Prohibition, number>();
  for (const { prohibition } of broken.flatMap(({ bans }) => bans))
    if (prohibition.likely) often.set(prohibition, (often.get(prohibition) ?? 0) + 1);
  return new Map(
    broken.flatMap(({ given, bans }) => {
      const [first, ...others] = bans.filter(
        ({ prohibition }) => (often.get(prohibition) ?? 0) <= mostLikely,
      );
      return first ? [[given, [first, ...others]] as const] : [];
    }),
  );
}
/** What is only likely forbidden, and ordered more often than so, is not forbidden. */
const mostLikely = 2;

/** Where it stands: in the document, or in one of those that say something of the key with this number. */
interface Forbidden {
  readonly prohibition: Prohibition;
  readonly at: { readonly key: number; readonly index: number } | undefined;
}
const known = whileFrom<Given, readonly Forbidden[]>();

/** "Healthy relatives receive …": not the patients. */
const toOthers =
  /\b(?:relatives?|contacts?|room-?mates?|partners?|husbands?|siblings?|visitors?|staff|carers?|caregivers?|donors?|household +members|family +members|classmates)\s+(?:receives?|gets?|takes?|(?:are|should +be|may +be|can +be) +(?:given|offered)|(?:should|may|can|must) +(?:receive|take|get|have))\b/i;

const compared =
  /\b(?:older|younger|bigger|smaller|heavier|lighter|other) +(?:children|babies|infants|newborns|patients|ones)\b/i;

/** "Dabigatran | above 50 | 150 mg", "Dabigatran | below 30 | contraindicated": one medicine row by row in one table. */
function isOtherRow({ start, end }: Prohibition, { row }: Given, { text }: Guideline): boolean {
  if (!row) return false;
  const [from, to] = end <= row.start ? [end, row.start] : [row.end, start];
  const between = text.slice(from, to);
  // A ban that names its patients itself holds for every row.
  if (!/^[^\s]+(?: +\S+){0,2}$/.test(text.slice(start, end).trim())) return false;
  return (
    between.length < longestTable && /\n/.test(between) && !/\n[^|\n]*(?:\n|$)/.test(`${between.trimEnd()}|`)
  );
}
const longestTable = 2000;

function forbids(prohibition: Prohibition, given: Given, guideline: Guideline, together: boolean): boolean {
  const { patients, target, receiving, use, start, end } = prohibition;
  const own = given.row ?? given.span;
  if (!together && patients.traits?.includes(everyoneHere) && !isOfSamePlace(guideline)) return false;
  if (prohibition.likely && !mayBeMeant(prohibition, given, guideline)) return false;
  if (together && own.start < end && own.end > start) return false;
  if (together && target.kind === "medicine" && isOtherRow(prohibition, given, guideline)) return false;
  // "To older children": than those of whom it spoke before.
  if (together && compared.test(guideline.text.slice(start, end))) return false;
  if (!isSameWay(prohibition, given)) return false;
  if (target.kind === "class" && given.lowDose && target.name !== "salicylate") return false;
  if (toOthers.test(given.words) || (together && isExceptedBehind(prohibition, given, guideline)))
    return false;
  if (patients.population.groups.includes("pregnant") && isAfterBirth(given, guideline)) return false;
  if (together && isException(given, guideline.text, end)) return false;
  if (together && isOfOtherAim(bannedIn(guideline, { start, end }), given)) return false;
  if (together && inAttack.test(guideline.text.slice(start, end)) && !isInAttack(given, guideline))
    return false;
  if (!hasFurther(patients, given, guideline) || use?.some((id) => !isFor(id, given))) return false;
  if (patients.kidney) return hasKidneys(patients.kidney, given, guideline);
  if (patients.values)
    return (
      patients.values.every((value) => hasValue(value, given, guideline)) &&
      (!patients.values.some(({ about }) => /^weeks?/.test(about)) || isExpectant(given))
    );
  if (isOfMother(given, patients) || isOutside(patients.within, given, guideline)) return false;
  // "Who are not opioid-tolerant": these words are denied.
  if (patients.unknown.length > 0 && /\bnot\b/i.test(patients.text)) return false;
  if (!patients.unknown.every((word) => isToldOf(toldBefore(given, guideline).toLowerCase(), word)))
    return false;
  // "Patients on warfarin", whoever they are: those that are said to be on it.
  if (receiving && isAnybody(patients))
    return isSaidOf(receiving, given, guideline) || isTakenIn(given.sentence, receiving);
  if (!isAmongOf(given, patients, guideline) || !hasDegree(given.words, patients.text)) return false;
  if (isOfOthers(patients.indication.conditions, given, guideline)) return false;
  const allergic = patients.indication.qualifiers.includes("allergy");
  const ban = together ? guideline.markdown.plain.slice(start, end) : "";
  // Whoever once was allergic is, and a history of something is forbidden as such.
  const once = allergic || /\b(?:history|previous(?:ly)?|past|prior|ever)\b/i.test(ban);
  if (isMilder(once ? given.sentence.replace(former, " ") : given.sentence, patients.text)) return false;
  if (receiving && !isGivenBeside(receiving, { ...given, words: given.words.replace(ban, " ") }, guideline))
    return false;
  if (!allergic) return true;
  // An allergy to another medicine is none to this one.
  const allergy = allergyBefore(guideline, given.span.start);
  // "Penicillin anaphylaxis: cephalosporins contraindicated"
  const allergens = targetsIn(patients.text).filter(({ name }) => name !== target.name);
  if (allergens.length > 0)
    return allergy?.targets.some((one) => allergens.some((other) => isOne(one, other))) === true;
  return allergy?.targets.some((one) => covers(one, given.medicine)) === true;
}

/** "Women who take co-trimoxazole" */
const isAnybody = ({
  population: { groups, age, weight, gestation },
  indication,
  values,
  traits,
}: Patients) =>
  groups.every((group) => group === "women" || group === "men" || group === "adult" || group === "other") &&
  !age &&
  !weight &&
  !gestation &&
  !values &&
  !traits &&
  indication.conditions.length + indication.qualifiers.length === 0;

/** As the cells before it say, its sentence, or a heading. */
function hasKidneys(forbidden: KidneyFunction, given: Given, guideline: Guideline): boolean {
  const renal = /\b(?:ckd|kidney|renal|gfr|filtration)/i.test(
    `${given.told} ${guideline.sections[0]?.title ?? ""}`,
  );
  const texts = [...rowLabels(guideline, given), given.told];
  const own = texts.map((text) => kidneyFunctionIn(text, renal)).find(Boolean);
  // Whoever is dialysed has hardly any.
  const failed = given.indication.qualifiers.includes("dialysis") ? { low: 0, high: 15 } : undefined;
  const found = own ?? failed;
  return found !== undefined && meetIn(found, forbidden);
}

/** "Not started during an attack of gout" says nothing of the time between. */
const inAttack =
  /\bduring +(?:(?:an?|the|any|each) +)?(?:acute +)?(?:attacks?|flares?|cris[ei]s|episodes?|relapses?)\b/i;
const isInAttack = (given: Given, guideline: Guideline): boolean =>
  /(?<!\bbetween +(?:the +)?)\b(?:acute|attacks?|flares?|cris[ei]s|episodes?|relapses?)\b/i.test(
    toldBefore(given, guideline),
  );

/** The sentence or cell of a ban, with what it says before it of whom. */
const bannedIn = ({ text }: Guideline, { start, end }: Span): string =>
  text.slice(Math.max(...["|", "\n", ". "].map((sign) => text.lastIndexOf(sign, start - 1))) + 1, end);

/** "For primary prevention", and "for secondary prevention": other patients; so are those of another age. */
function isOfOtherAim(ban: string, { sentence, population: { age } }: Given): boolean {
  const aims = [ban, sentence].map((text) =>
    /\b(primary|secondary) +prevention\b/i.exec(text)?.[1]?.toLowerCase(),
  );
  if (aims.every(Boolean) && aims[0] !== aims[1]) return true;
  // "Not over 65 years" is no age of 65 and less.
  const own = /\bnot +(?:over|under|above|below|from|before)\b/i.test(ban)
    ? undefined
    : scopeOf(ban, 0).population.age;
  const [low, high] = [age?.low ?? 0, age?.high ?? Number.POSITIVE_INFINITY];
  return (
    age !== undefined &&
    own !== undefined &&
    (low >= (own.high ?? Number.POSITIVE_INFINITY) || high <= (own.low ?? 0))
  );
}

const isExpectant = ({ population, told }: Given): boolean =>
  population.groups.includes("pregnant") || pregnant.test(told) || /\bantenatal/i.test(told);

/** As a cell before it says with its column's head, or its sentence: all of what is said is within what is forbidden. */
function hasValue(forbidden: TitleBand, given: Given, guideline: Guideline): boolean {
  const labels = given.row ? rowLabels(guideline, given) : valueLabels(given, guideline);
  return labels
    .flatMap((label) => [...valuesIn(label), ...[titleBand(label)].filter((one) => one !== undefined)])
    .some((own) => own.low >= forbidden.low && own.high <= forbidden.high && areOfOneMeasure(own, forbidden));
}

/** "NYHA III, potassium 5.4, creatinine 110: spironolactone": what stands before it. */
const valueLabels = ({ sentence, span }: Given, { text }: Guideline): readonly string[] => {
  const at = sentence.indexOf(text.slice(span.start, span.end));
  const parts = sentence.split(/[:,;]\s/);
  return at > 0 ? sentence.slice(0, at).split(/[:,;]\s/) : parts.slice(0, 1);
};

/** "Heart failure with an ejection fraction above 50 %", of a ban for those below 40 %. */
const isOutside = (within: Prohibition["patients"]["within"], given: Given, guideline: Guideline): boolean =>
  within !== undefined &&
  [...rowLabels(guideline, given), given.told]
    .flatMap(valuesIn)
    .some((own) =>
      within.some((one) => areOfOneMeasure(own, one) && (own.low >= one.high || own.high <= one.low)),
    );

/** By a condition's name, or a word. */
const isFor = (use: string, { indication, above, told }: Given): boolean =>
  indication.conditions.includes(use) || above.includes(use) || told.toLowerCase().includes(use);

const antenatal = /\b(?:ante-?|pre)natal\b/i;

/** As their order says, a heading, a title before it, the cells before it, or the head of their column. */
function isAmongOf(one: Given, patients: Prohibition["patients"], guideline: Guideline): boolean {
  const { population } = one;
  // "From 20 weeks of pregnancy"
  const isCase = weeksOfCase.test(one.told) && population.groups.every((group) => group === "women");
  const above = pathOf(sectionAt(guideline.sections, one.span.start));
  const visit = above.some(({ title }) => antenatal.test(title)) && !isAfterBirth(one, guideline);
  const expectant =
    isCase ||
    (population.groups.length === 0 && (visit || (population.gestation !== undefined && isExpectant(one))));
  const given: Given = expectant ? { ...one, population: { ...population, groups: ["pregnant"] } } : one;
  if (isAmong(given, patients, given.above)) return true;
  const state = toldState(one, guideline);
  if (state && isAmong({ ...stated(one, state), ...state }, patients, given.above)) return true;
  const labels = [...rowLabels(guideline, given), ...given.labels].filter((label) => !aside.test(label));
  const told = labels.map((label) => {
    const { conditions, qualifiers } = scopeOf(label, 0).indication;
    return { conditions: conditions.filter((id) => !isDeniedIn(label, id)), qualifiers };
  });
  const [nearest = ""] = above
    .slice(1)
    .toReversed()
    .map(({ title }) => title);
  const described = describedIn(given, [...labels, ...(aside.test(nearest) ? [] : [nearest])], guideline);
  const conditions = [...told.flatMap((one) => one.conditions), ...described];
  const titles = above.flatMap(({ title }) =>
    aside.test(title) ? [] : scopeOf(title, 0).indication.qualifiers.filter((id) => ofOrgans.test(id)),
  );
  const qualifiers = [...told.flatMap((one) => one.qualifiers), ...titles];
  if (conditions.length + qualifiers.length === 0) return false;
  const { indication } = given;
  const whole = { ...indication, qualifiers: [...indication.qualifiers, ...qualifiers] };
  return isAmong({ ...given, indication: whole }, patients, [...given.above, ...conditions]);
}
const stated = ({ indication }: Given, { qualifiers }: ToldState) => ({
  indication: { ...indication, qualifiers: [...indication.qualifiers, ...qualifiers] },
});

/** What the cells before it, the line's head, or its own clause describe. */
const describedIn = (given: Given, labels: readonly string[], guideline: Guideline): readonly string[] =>
  [...labels, ...(given.row ? [] : [clauseOf(given, guideline), caseBefore(given, guideline)])].flatMap(
    toldIn,
  );

/** "Woman, 28 weeks, fever": nobody tells an age so. */
const weeksOfCase =
  /\b(?:wom[ae]n|mother|primigravida|multigravida|primip|multip|G\d *P\d)\b[^.;:|]{0,30}?[, ](?:at +)?(?:[6-9]|[12]\d|3\d|4[0-2])(?:\+\d)? +weeks\b(?! +(?:after|post|old|ago|of +age))/i;
/** Of all that stands below, whatever is treated. */
const ofOrgans = /^(?:severe|(?:renal|hepatic)-impairment|dialysis)$/;
/** "Avoid in", "Side effects": of the medicine, not of these patients. */
const aside =
  /\b(?:avoid|refer|contra-?ind|forbid|prohibit|banned|caution|not|never|no|except|unless|without|side|adverse|risk|comments?|notes?|remarks?|interact|warn|monitor|prevent|stop|instead|than)/i;

/** In a row or column for those who do not have it. */
function isOfOthers(conditions: readonly string[], given: Given, guideline: Guideline): boolean {
  if (conditions.length === 0) return false;
  const labels = rowLabels(guideline, given);
  const own = given.row ? [labels[0], labels.at(-1)] : [clauseOf(given, guideline)];
  return own.some((label) => label !== undefined && conditions.some((id) => isDeniedIn(label, id)));
}

const clauseOf = ({ span }: Given, { markdown: { plain } }: Guideline): string =>
  clauseBefore(lineBefore(plain, span.start, 300), 300) + clauseBehind(lineBehind(plain, span.start, 200), 0);

/** "Newborns of HIV-positive mothers": it is the mother who has it. */
const isOfMother = (
  { sentence, population: { groups } }: Given,
  { text, indication }: Prohibition["patients"],
) =>
  indication.conditions.length > 0 &&
  groups.some((group) => group === "neonate" || group === "infant") &&
  ofMother.test(sentence) &&
  !ofMother.test(text);
const ofMother =
  /\bexposed\b|\b(?:positive|infected) +(?:mothers?|wom[ae]n)\b|\bmothers?\b[^.;:]{0,20} +(?:has|have|with|is|are)\b/i;

/** Of a row up to the end of its own cell: what stands behind is told of the medicine. */
function toldBefore({ row, span, sentence, told }: Given, { text }: Guideline): string {
  const end = row ? text.slice(0, row.end).indexOf("|", span.end) : -1;
  return row === undefined || end < 0
    ? told
    : `${sentence.slice(0, end - row.start)} ${told.slice(sentence.length)}`;
}

/** "Face", but not in "surface". */
function startsIn(told: string, word: string): boolean {
  let at = told.indexOf(word);
  while (at > 0 && /\p{L}/u.test(told[at - 1] ?? "")) at = told.indexOf(word, at + 1);
  return at >= 0;
}

/** Not "without a scar", "between attacks". */
const isToldOf = (told: string, word: string): boolean =>
  startsIn(told, word) &&
  // "Warfarin", of a whole document: not every patient in it takes it.
  (!medicineNamed(word) ||
    new RegExp(`\\b(?:on|taking|takes?|receiv\\w+|with|given|and)\\b[^.;:|]{0,30}${word}`).test(told)) &&
  !new RegExp(`\\b(?:no|not|without|non|between|outside)\\b[^.;:|]{0,30}${word}`).test(told);

function isSameWay({ routes, local }: Prohibition, given: Given): boolean {
  if (local === "too") return true;
  if (local)
    return (
      given.local &&
      (routes.length === 0 ||
        given.routes.length === 0 ||
        given.routes.some((route) => routes.includes(route)))
    );
  return routes.length > 0
    ? given.routes.some((route) => routes.includes(route))
    : !given.local || isOnlyLocal(given);
}

/** Where its own sentence is of pregnant women, what stands around it is of others: "Care before and after birth". */
function isAfterBirth(given: Given, guideline: Guideline): boolean {
  const { sentence, words, population } = given;
  if (population.groups.includes("breastfeeding") && !population.groups.includes("pregnant")) return true;
  const isTold =
    pregnant.test(sentence) || toldState(given, guideline)?.population.groups.includes("pregnant");
  return afterBirth.test(isTold ? sentence : words);
}
const pregnant = /\bpregnant\b|\b(?:in|during|throughout) +(?:the +)?pregnancy\b|\btrimester/i;
const afterBirth =
  /\bafter +(?:the +)?(?:birth|delivery|childbirth|abortion|miscarriage)\b|\btermination +of +pregnancy\b|\bpost-?(?:partum|natal|abortion)|\bpuerper|\bnot +pregnant|\bnon-?pregnant/i;
