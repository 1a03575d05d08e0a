// Whether a ban and an instruction are about the same condition. What only a heading says counts less than what both say
// themselves. It must not look at patients, times or means.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, isSymptom } from "../guideline/indication.ts";
import { isEveryone, type Population, samePatients } from "../guideline/population.ts";
import { isDeniedIn } from "../guideline/ruled-out.ts";
import { scopeOf } from "../guideline/scope.ts";
import { broaderConditions } from "../lexicon/conditions.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { tellsSituation } from "../lexicon/procedures.ts";
import { oncePer } from "../text/memory.ts";
import { isAnnexTo } from "./annex.ts";
import { isFormIn } from "./deed-likeness.ts";
import type { Side as Opposing } from "./opposites.ts";

type Side = Opposing<PlacedDeed>;

export const never = /\b(?:never|under +no +circumstances|in +no +case|at +no +time)\b/i;

/** Parts of an operation, and what every one has. */
export const ofOperation = new Set(
  "induction induc theatre premedication operation surgery anaesthesia anaesthetic anesthesia anesthetic tooth teeth".split(
    " ",
  ),
);

export const titleConditions = oncePer(({ sections: [first] }: Guideline): readonly string[] =>
  first?.level === 1 ? scopeOf(first.title, 0).indication.conditions : [],
);

/** "The bite", in a chapter on snakebite. */
const isOfTitle = (id: string, titles: readonly string[]): boolean =>
  titles.some((title) => title === id || broaderConditions(title).includes(id));

/** A newborn's chapter speaks of them, too. */
const ofMother = new Set(["labour", "delivery", "childbirth"]);
const isOfNewborns = ({ groups }: Population, guideline: Guideline): boolean =>
  groups.includes("neonate") || titleConditions(guideline).includes("newborn-care");
const places = new Set(["outpatient", "inpatient"]);
/** When it is, is told by its times. */
const idle = new Set([
  "conditional",
  "postpartum",
  "acute",
  "known",
  "first-line",
  "alternative",
  "provoked",
  "some-dehydration",
  "no-dehydration",
]);

export function isSameIndication(
  ban: Side,
  advice: Side,
  { together, operation }: { readonly together: boolean; readonly operation: boolean },
): boolean {
  const of = ({ said, said: { indication, population, thing }, guideline }: Side) =>
    illnessesOf(indication.conditions, titleConditions(guideline)).filter(
      (id) =>
        !((together || operation) && isOfTitle(id, titleConditions(guideline))) &&
        !(operation && id === "general-anaesthesia") &&
        !isDeniedIn(said.clause, id) &&
        !((tellsSituation(thing) || isOfNewborns(population, guideline)) && ofMother.has(id)),
    );
  // An annex that names no illness is about what its chapter is about.
  const [one, other] = [of(ban), isAnnexTo(advice, ban) ? of(ban) : of(advice)];
  // "No ice on any burn", and, if an ankle is sprained, ice on the ankle.
  const { place, conditions, clause } = advice.said;
  const isOnOther = place.size > 0 && conditions.size > 0 && injuriesIn(clause).length === 0;
  if (isOnOther && ban.said.indication.conditions.some((id) => injuries.has(id))) return false;
  // "Before lumbar puncture in alert adults": that is told without the illness.
  const situated =
    ban.said.words.size > 1 &&
    [...ban.said.words].every((word) => advice.said.words.has(word) || matters(advice.said, ban.said));
  // What is not done any more is done under no heading.
  const general =
    ban.said.absolute &&
    ban.said.words.size === 0 &&
    !isSaid(scopeOf(ban.said.clause, 0).indication) &&
    !isSaid(scopeOf(advice.said.clause, 0).indication);
  const verbatim = [one, other].some((ids) => ids.every(isSymptom)) && isVerbatim(ban.said, advice.said);
  const shortened = together && one.length === 0 && isShortened(ban.said, advice.said);
  const kin = !together && other.length === 0 && isKin(ban.said, advice.said);
  const same =
    verbatim ||
    kin ||
    isOfSameAge(ban.said, advice.said) ||
    shortened ||
    (one.length === 0 && (tellsSituation(ban.said.thing) || situated || (together && general))) ||
    (one.length === other.length && one.every((id) => other.includes(id)));
  const qualifiers = (side: Side, own: boolean) => qualifiersOf(side, own, { ban, advice, operation });
  const alike = (own: boolean) => qualifiers(ban, own) === qualifiers(advice, own);
  if (!same || !(alike(false) || (kin && alike(true)) || shortened || (situated && alike(true))))
    return false;
  // "Newborns in the first 24 hours"
  const staged = ban.said.window !== undefined && !isEveryone(ban.said.population);
  return (
    together ||
    staged ||
    verbatim ||
    tellsSituation(ban.said.thing) ||
    isSaid(ban.said.indication) ||
    ban.said.words.size > 0
  );
}

const injuriesIn = (clause: string): readonly string[] =>
  scopeOf(clause, 0).indication.conditions.filter((id) => injuries.has(id));
const injuries = new Set(
  "burn sprain wound fracture trauma snakebite bite head-injury scorpion-sting bee-sting spider-bite jellyfish-sting frostbite".split(
    " ",
  ),
);

/** "Alert or not", where the ban is for those who are alert: what does not matter to one is what the other is about. */
export function matters({ whatever }: PlacedDeed, { clause, kept = "" }: PlacedDeed): boolean {
  if (whatever === undefined) return false;
  const named = whatever.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const about = `${clause} ${kept}`.toLowerCase();
  return (
    /\b(?:exception|every +case|all +(?:cases|circumstances))\b/i.test(whatever) ||
    named.some((word) => about.includes(word))
  );
}

/** What the illness shows itself by. */
const signs = new Set(["wheeze", "dehydration", "vomiting", "respiratory-distress"]);

/** "Patients with chest pain", in a document on infarction: what it is about, rather than the symptom. */
export function illnessesOf(conditions: readonly string[], title: readonly string[]): readonly string[] {
  const of = (ids: readonly string[]) =>
    ids.filter((id) => !isSymptom(id) && !id.endsWith("-pain") && !signs.has(id));
  const [own, about] = [of(conditions), of(title)];
  return own.length > 0 || conditions.length === 0 ? own : about.length > 0 ? about : conditions;
}

/** "Breathlessness" at the head of one document, "breathless patient" at that of another, and nothing else said. */
const isKin = (ban: PlacedDeed, advice: PlacedDeed): boolean =>
  !isSaid(scopeOf(ban.clause, 0).indication) && [...advice.above].some((word) => isFormIn(word, ban.above));

/** "First wheeze, age 1 to 11 months: bronchiolitis", and later "age 1 to 11 months with a first wheeze". */
const isOfSameAge = (ban: PlacedDeed, { indication, population }: PlacedDeed): boolean =>
  indication.conditions.length > 0 &&
  population.age !== undefined &&
  indication.conditions.every((id) => ban.indication.conditions.includes(id)) &&
  samePatients(ban.population, population);

/** A row "Severe, without complications", of the section "Severe malnutrition without complications". */
const isShortened = ({ words, table }: PlacedDeed, { above }: PlacedDeed): boolean =>
  table !== undefined && words.size > 1 && [...words].every((word) => above.has(word));

/** "Conscious players with neck pain", in both: under whatever heading. */
function isVerbatim(ban: PlacedDeed, advice: PlacedDeed): boolean {
  const told = ban.words.size + ban.indication.qualifiers.length + (isEveryone(ban.population) ? 0 : 1);
  const [own, others] = [ban, advice].map(({ clause }) => scopeOf(clause, 0).indication.conditions);
  return (
    told > 1 &&
    [...ban.words].every((word) => advice.words.has(word)) &&
    own?.every((id) => others?.includes(id)) === true &&
    samePatients(ban.population, advice.population)
  );
}

/** "Primary prevention" in a heading, where its own words say for whom it is. */
const isOnlyAbove = (id: string, { clause, population }: PlacedDeed): boolean =>
  !isEveryone(population) && !scopeOf(clause, 0).indication.qualifiers.includes(id);

const medicineOrClass = /^class +|^\p{L}/u;

/** Those that tell its patients from others; `own`: of what its clause says itself. */
function qualifiersOf(
  side: Side,
  own: boolean,
  { ban, advice, operation }: { readonly ban: Side; readonly advice: Side; readonly operation: boolean },
): string {
  // When it is done is told by what each says of it, whatever heading stands above.
  const timed = ban.said.window !== undefined && advice.said.window !== undefined;
  // What is not done is not done at home, either.
  const anywhere = !ban.said.indication.qualifiers.some((id) => places.has(id));
  return (own ? scopeOf(side.said.clause, 0) : side.said).indication.qualifiers
    .filter(
      (id) =>
        !idle.has(id) &&
        // "Systemic corticosteroids"
        !(
          id === "disseminated" &&
          medicineOrClass.test(side.said.thing) &&
          /\bsystemic\b/i.test(side.said.clause)
        ) &&
        // "Acute pain", of back pain.
        !side.said.indication.conditions.some(
          (one) => one.endsWith(`-${id}`) || broaderConditions(one).includes(id),
        ) &&
        !(timed && /^(?:day|week|month) +|^(?:pre|post)operative$|^elective$/.test(id)) &&
        !(operation && ofOperation.has(id)) &&
        !(id === "osteoarticular" && side.said.known) &&
        !(anywhere && side === advice && places.has(id)) &&
        !(id === "asymptomatic" && ban.said.signs === false && advice.said.signs === false) &&
        !(id === "third-line" && never.test(ban.said.clause)) &&
        !(id === "monotherapy" && !medicineNamed(side.said.thing)) &&
        !(
          id === "prophylaxis" &&
          (side.said.narrowing.includes("prophylactic") ||
            ban.said.narrowing.includes("prophylactic") ||
            isOnlyAbove(id, side.said))
        ),
    )
    .join();
}
