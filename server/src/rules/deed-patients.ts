// Whether a ban is for the patients of an instruction: for the same ones, for more than these, or for everyone. It must
// not look at the situation.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import { situationOf } from "../guideline/deed-reader.ts";
import type { Window } from "../guideline/deed-time.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { hasBand, isEveryone, type Population, samePatients } from "../guideline/population.ts";
import { scopeOf } from "../guideline/scope.ts";
import { valuesIn } from "../guideline/title-band.ts";
import { tellsSituation } from "../lexicon/procedures.ts";
import { oncePer } from "../text/memory.ts";
import { isFormIn } from "./deed-likeness.ts";
import { isProhibitedIn } from "./forbidden-lists.ts";
import type { Side as Opposing } from "./opposites.ts";

type Side = Opposing<PlacedDeed>;

export function isSamePatients(ban: Side, advice: Side): boolean {
  // An age may be read as a time since birth: of the same times only the groups tell them apart.
  const aged = isSameWindow(ban.said.window, advice.said.window);
  const [whole, own] = [ban, advice].map(({ said: { population } }) =>
    aged ? ageless(population) : population,
  ) as [Population, Population];
  const title = titlePopulation(advice.guideline);
  return (
    samePatients(whole, own) ||
    contains(whole, own) ||
    (isEveryone(whole) && (ban.said.absolute || advice.said.routine) && isPlain(own)) ||
    (ban.said.kept !== undefined && isEveryone(whole)) ||
    // Whoever is born or gives birth is meant.
    (tellsSituation(ban.said.thing) && (isEveryone(whole) || isEveryone(own))) ||
    (isEveryone(whole) && isAnyAdult(own) && isEveryone(title)) ||
    (whole.groups.length > 0 &&
      !whole.groups.includes("infant") &&
      !hasBand(whole) &&
      samePatients(whole, { groups: own.groups })) ||
    // "Dengue in adults", and a sheet that says nothing of ages.
    (isAnyAdult(whole) &&
      isEveryone(own) &&
      isEveryone(title) &&
      ban.guideline !== advice.guideline &&
      samePatients(whole, titlePopulation(ban.guideline))) ||
    (isEveryone(whole) && (ban.guideline !== advice.guideline || samePatients(own, title)))
  );
}

/** It is for everyone, and names none of those that it is kept for. */
export function isForOthers(
  kept: string,
  { whatever, routine, words, population, indication }: PlacedDeed,
): boolean {
  if (whatever === undefined && !routine) return false;
  const who = situationOf(kept);
  const scope = scopeOf(kept, 0);
  const said = [...who].filter((word) => !words.has(word) && !isFormIn(word, words));
  const isTheirs = scope.indication.conditions.some((id) => indication.conditions.includes(id));
  const others = !isEveryone(scope.population) && !samePatients(scope.population, population);
  return (said.length === who.size || isTheirs) && (said.length > 0 || valuesIn(kept).length > 0 || others);
}

/** Who must not have it is understood, so that contraindicated-recommended compares it. */
export const isRead = ({ said: { sentence, clause }, guideline }: Side): boolean =>
  /\bcontra-?indicat/i.test(clause) || isProhibitedIn(guideline, sentence);

/** "One or two of the signs", "all three signs": who has as many. */
export const areCountsApart = ({ clause: one }: PlacedDeed, { clause: other }: PlacedDeed): boolean => {
  const [first, second] = [one, other].map((clause) => ordinal.exec(clause)?.[1]?.toLowerCase());
  if (first && second && first !== second) return true;
  const [ban, advice] = [countIn(one), countIn(other)];
  return ban !== undefined && ban !== advice;
};
/** "The first dose", "after the third dose" */
const ordinal = /\b(first|second|third|fourth|last|final) +(?:dose|injection|course|cycle)\b/i;
const countIn = (clause: string): string | undefined =>
  counted.exec(clause)?.[1]?.toLowerCase().replace(/\s+/g, " ");
const counted =
  /\b(one +or +two|two +or +three|(?:one|two|three|four|\d) +or +more|all(?: +(?:two|three|four|five))?|both|at +least +(?:one|two|three|\d)|only +one|one|two|three|four) +(?:of +)?(?:the +|these +)?(?:[a-zß-öø-ɏ]+ +)?(?:signs?|criteri(?:a|on)|features?|symptoms?|findings?)\b/i;

/** "Saturation of 90 % or more", "reading of 90 % or more": the same values, of which one does not say what was read. */
export const readAlike = ({ values: own }: PlacedDeed, { values: others }: PlacedDeed): boolean =>
  own.length > 0 &&
  own.every(({ low, high }) =>
    others.some((one) => unnamed.test(one.about) && one.low === low && one.high === high),
  );
const unnamed = /^(?:(?:an?|the|any|if|with|first|second) +)*(?:readings?|values?|results?|figures?)$/;

/** Whoever is not ill otherwise: of them what is done for all is done, and for their sake nothing else is. */
export const ordinary =
  /^(?:healthy|well|stable|hydrat|alert|present|still|declar|ordinary|air|bedbound|immobile|inpatient|uncomplicat|typical|usual|fresh|simple|plain|expos|affect|eligibl)$/;

const year = 365.25;

/** "Children of 5 to 9 years", where it is not to be done below 10. */
function contains(whole: Population, own: Population): boolean {
  const outer = whole.age;
  const [low = 0, high = own.groups.includes("infant") ? year : undefined] = [own.age?.low, own.age?.high];
  if (!outer || high === undefined || hasBand(ageless(own)) || hasBand(ageless(whole))) return false;
  return (
    low >= (outer.low ?? 0) &&
    high <= (outer.high ?? Number.POSITIVE_INFINITY) &&
    samePatients({ groups: whole.groups }, { groups: own.groups })
  );
}

/** Infants, children or adults, and nothing else is said of them. */
const isPlain = (one: Population): boolean =>
  !hasBand(one) && one.groups.every((group) => group === "child" || group === "infant" || group === "adult");

/** As if nobody were named. */
const isAnyAdult = (one: Population): boolean =>
  !hasBand(one) && one.groups.length === 1 && one.groups[0] === "adult";

const ageless = ({ age: _age, ...population }: Population): Population => population;

const isSameWindow = (a: Window | undefined, b: Window | undefined): boolean =>
  a !== undefined && b !== undefined && a.from === b.from && a.to === b.to;

const titlePopulation = oncePer(
  ({ sections }: Guideline): Population => scopeOf(sections[0]?.title ?? "", 0).population,
);
