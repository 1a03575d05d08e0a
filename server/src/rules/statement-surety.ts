// How sure it is that two statements which stand against each other are about the same: what a reader would have to look
// up is worth saying, and no warning. It must not decide whether they are opposite.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import { stemsOf } from "../guideline/deed-reader.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, isSymptom } from "../guideline/indication.ts";
import { type MedicineTarget, targetsIn } from "../guideline/medicine-target.ts";
import { isEveryone } from "../guideline/population.ts";
import type { Prohibition } from "../guideline/prohibition.ts";
import { scopeOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { isProperty } from "../lexicon/medicine-properties.ts";
import { everyoneHere } from "../lexicon/patient-traits.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import type { Claim } from "./advice-claim.ts";
import type { Breaches } from "./forbidden-given.ts";
import type { Given } from "./given-medicine.ts";
import type { Side } from "./opposites.ts";

/** As a finding says it. */
export const mildly = (is: boolean) => (is ? { severity: "information" as const } : {});

/** Within one paragraph an author goes on with a thought; what another document leaves unsaid may be another chapter. */
export function areUnsure(a: Side<PlacedDeed>, b: Side<PlacedDeed>): boolean {
  const [ban, advice] = a.said.direction === "against" ? [a, b] : [b, a];
  if (isProperty(ban.said.thing)) return true;
  if (ban.guideline !== advice.guideline)
    return [ban, advice].some(({ said }) => !said.known || !saysWhom(said));
  const saysWhere = ({ said: { sentence } }: Side<PlacedDeed>) =>
    place.test(ban.guideline.text.slice(sentence.start, sentence.end));
  if (saysWhere(ban) && !saysWhere(advice)) return true;
  return (
    isOneParagraph(ban.guideline, ban.said.sentence, advice.said.sentence) ||
    areAnswers(ban.guideline, ban.said.sentence, advice.said.sentence) ||
    (ban.guideline.text.length > longest && isOfHeading(ban.said, advice.said))
  );
}

/** "Not over a joint" says where. */
const place = /\b(?:over|across|through|near|onto) +(?:an?|the|any) +[a-zß-öø-ɏ]{3,}/i;

/** Below a line "Yes" and below a line "No" of one chart. */
function areAnswers(guideline: Guideline, a: Span, b: Span): boolean {
  const [one, other] = [answerAbove(guideline, a), answerAbove(guideline, b)];
  return one !== undefined && other !== undefined && one !== other;
}

function answerAbove({ text, sections }: Guideline, { start }: Span): string | undefined {
  const from = Math.max(sectionAt(sections, start)?.headingSpan.end ?? 0, start - farthestAnswer);
  return matchesIn(text.slice(from, start), answer).at(-1)?.[1]?.toLowerCase();
}
const farthestAnswer = 1500;
const answer = /^[^a-zß-öø-ɏ\n]*(yes|no)[^a-zß-öø-ɏ\n]*$/gim;

/** In a text of this length a heading tells what its lines do not say again. */
const longest = 12_000;

/** It says only by its heading whom it is for, and the heading says more than the other knows. */
function isOfHeading({ words, absolute, section }: PlacedDeed, advice: PlacedDeed): boolean {
  if (words.size > 0 || absolute || section === undefined || section === advice.section) return false;
  const told = new Set([...advice.words, ...advice.above, ...advice.narrowing, ...stemsOf(advice.thing)]);
  return [...stemsOf(section.title)].some((word) => !told.has(word));
}

function isOneParagraph({ text }: Guideline, a: Span, b: Span): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return !text.slice(first.start, second.start).includes("\n");
}

/** By itself, and not only by what it stands below. */
const saysWhom = ({ clause, words }: PlacedDeed): boolean => {
  const { population, indication } = scopeOf(clause, 0);
  return words.size > 0 && (!isEveryone(population) || isSaid(indication));
};

/** In different documents, and neither says for whom it is. */
export const areUnsureClaims = (a: Side<Claim>, b: Side<Claim>): boolean =>
  a.guideline !== b.guideline &&
  [a, b].some(({ said: { recommendation } }) => {
    const { text, action, start } = recommendation;
    // "Inotropes" are what is advised, and no illness.
    const rest = `${text.slice(0, action.start - start)} ${text.slice(action.end - start)}`;
    const { population, indication } = scopeOf(rest, 0);
    return isEveryone(population) && !isSaid(indication);
  });

/** "Nephrotoxic medicines": which are, the text does not say. */
export const tellsProperty = (targets: readonly Pick<MedicineTarget, "kind" | "name">[]): boolean =>
  targets.every(({ kind, name }) => kind === "class" && isProperty(name));

/** So many orders break no ban: it is narrower than it was read. */
const mostBroken = 2;

/** An order that breaks bans, among those of its document that do. */
export function isUnsure(given: Given, breaches: Breaches): boolean {
  const bans = breaches.get(given) ?? [];
  return bans.every(
    ({ prohibition, guideline, in: neighbour }) =>
      prohibition.patients.within !== undefined ||
      prohibition.likely === true ||
      (neighbour !== undefined && prohibition.patients.traits?.includes(everyoneHere) === true) ||
      tellsProperty([prohibition.target]) ||
      (prohibition.eliminated === true &&
        (neighbour !== undefined || !isBelow(guideline, prohibition.start, given.span.start))) ||
      (prohibition.listed === true &&
        neighbour === undefined &&
        isOneLabel(guideline, prohibition, given.span.start)) ||
      ((prohibition.supposed === true || isOfAct(prohibition)) &&
        (neighbour !== undefined ||
          !isBelow(guideline, prohibition.start, given.span.start) ||
          isOfOther(given, prohibition.patients.indication.conditions))) ||
      [...breaches.values()].filter((all) => all.some((one) => one.prohibition === prohibition)).length >
        mostBroken,
  );
}

/** A medicine's own page lists in whom it is not given beside what it is given for, and is read as a whole. */
function isOneLabel({ sections, text }: Guideline, { target, start }: Prohibition, given: number): boolean {
  const path = pathOf(sectionAt(sections, given));
  return pathOf(sectionAt(sections, start)).some(
    (section) =>
      path.includes(section) &&
      targetsIn(text.slice(section.headingSpan.start, section.headingSpan.end)).some(
        ({ name }) => name === target.name,
      ),
  );
}

/** "For intubation" tells what is done, and not to whom. */
const isOfAct = ({ patients: { population, indication } }: Prohibition): boolean =>
  isEveryone(population) &&
  indication.conditions.length > 0 &&
  indication.conditions.every((id) => acts.has(id));
const acts = new Set([
  "rapid-sequence-induction",
  "sedation",
  "general-anaesthesia",
  "resuscitation",
  "vasopressors",
]);

/** It names what it is for itself, and that is something else: "people with HIV can take co-trimoxazole", below "Colds". */
function isOfOther({ sentence }: Given, conditions: readonly string[]): boolean {
  const own = scopeOf(sentence, 0).indication.conditions.filter((id) => !isSymptom(id));
  return own.length > 0 && !own.some((id) => conditions.includes(id));
}

/** In the section of the ban, or below it. */
function isBelow({ sections }: Guideline, ban: number, given: number): boolean {
  const own = sectionAt(sections, ban);
  return own === undefined || pathOf(sectionAt(sections, given)).includes(own);
}
