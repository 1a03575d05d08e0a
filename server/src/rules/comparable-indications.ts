// Whether two orders are for the same thing as far as the text says: the same conditions, at the same degree and stage.
// It must not know whom they are for, nor judge.

import {
  type Indication,
  isFormOf,
  isNamedPhase,
  isSaid,
  isSymptom,
  sameConditions,
} from "../guideline/indication.ts";
import type { Order } from "../guideline/order.ts";
import { stageOf } from "../guideline/population.ts";
import { isInGroup } from "../lexicon/conditions.ts";
import { oncePer } from "../text/memory.ts";
import { inferredBetween } from "./inferred.ts";
import { type DocumentUses, hasOneUse, isSameFamily } from "./medicine-use.ts";
import { begins, firstWeek } from "./regimens.ts";

/** What a medicine is given for in all documents. */
export interface Uses {
  readonly uses: readonly DocumentUses[];
  /** All that narrows what it is for, in any document. */
  readonly degrees: string;
  /** Degrees at which the dose is the same as at others. */
  readonly idle: readonly string[];
  readonly sameDocument: boolean;
}

/** Degrees and stages of a disease, each with those it stands beside. */
const beside: ReadonlyMap<string, RegExp> = new Map([
  ["moderate", /\b(?:mild|severe|uncomplicated)\b/],
  ["moderate-to-severe", /(?<![\w-])(?:mild|moderate|severe|uncomplicated|non-severe)(?![\w-])/],
  ["early", /\b(?:late|latent|disseminated|advanced)\b/],
  ["second-line", /\b(?:first-line|third-line|alternative)\b/],
]);
/** A degree may change how long something is given, also where no other is named. */
export const anyDegree = "mild late first-line";

/** Beside a disease that both name, "if there is fever" changes no dose to the same figure. */
export function sameChanges(a: Indication, b: Indication): boolean {
  const shared = a.conditions.some((id) => !isSymptom(id) && b.conditions.includes(id));
  const told = (id: string) => !(shared && isSymptom(id));
  const changes = ({ conditions, qualifiers, ...rest }: Indication) =>
    changesOf({ ...rest, conditions: conditions.filter(told), qualifiers: qualifiers.filter(told) });
  return changes(a) === changes(b);
}

export function forOtherDiseases({ conditions: a }: Indication, { conditions: b }: Indication): boolean {
  const related = (one: string, other: string) =>
    one === other || isFormOf(one, other) || isFormOf(other, one) || isSymptom(one) || isSymptom(other);
  return a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => related(one, other)));
}

/** They change nothing of what a dose is for, or only one side troubles to say them. */
const idle = new Set(["monotherapy", "combination-therapy", "suspected", "confirmed", "empirical"]);
const soft = new Set([
  "step-1",
  "step-2",
  "step-3",
  "step-4",
  "step-5",
  "acute",
  "outpatient",
  "inpatient",
  "stable",
  "intensive-care",
  "bag-1",
  "bag-2",
  "bag-3",
  "first-line",
  "treatment",
]);

/** What tells little where one side alone says it and all else is said on both. */
const slight = new Set(
  "preoperative postoperative elective symptomatic community-acquired new-case adjunctive combination susceptible high-risk".split(
    " ",
  ),
);

/** No diseases: what is given for them is a prophylaxis, said or not. */
const occasions = new Set([
  "third-stage-of-labour",
  "newborn-eye-prophylaxis",
  "surgical-prophylaxis",
  "caesarean-prophylaxis",
]);

/** Nothing that is given against them: with an antibiotic infections are kept away, said or not. */
const proneToInfection = new Set(["sickle-cell-disease", "post-splenectomy"]);

/** At the same rhythm, and for no number of days, as a treatment would be. */
const isKeptAway = (a: Order, b: Order) =>
  a.medicine.classes.includes("antibiotic") &&
  a.indication.conditions.every((id) => proneToInfection.has(id)) &&
  a.frequency?.perDay !== undefined &&
  a.frequency.perDay.high === b.frequency?.perDay?.high &&
  [a, b].every(({ routes, duration }) => routes.length > 0 && (duration ?? "open") === "open");

/** "Sickle cell disease: prophylaxis" and "prophylaxis of pneumococcal infection": of whom, and against what. */
const isKeptFrom = (prone: Order, against: Order) =>
  prone.medicine.classes.includes("antibiotic") &&
  [prone, against].every(({ indication }) => indication.qualifiers.includes("prophylaxis")) &&
  prone.indication.conditions.length > 0 &&
  prone.indication.conditions.every((id) => proneToInfection.has(id)) &&
  !against.indication.conditions.some((id) => proneToInfection.has(id));

/** "Months 1 to 6": from the beginning on for so long. */
const wholeCourse = /^month +1-[4-9]/;

/** States that change a dose as long as they are there. */
const changing = new Set(["fever", "nausea", "renal-impairment", "hepatic-impairment"]);
const changesOf = ({ conditions, qualifiers }: Indication) =>
  [...conditions, ...qualifiers].filter((id) => changing.has(id) || id.startsWith("at ")).join(" ");

/** Beside other forms of a disease "uncomplicated" tells one apart; a card of its own need not repeat it. */
function sameQualifiers(a: Order, b: Order, { sameDocument, degrees, idle: same }: Uses): boolean {
  const keptAway = isKeptAway(a, b);
  const stated = inferredBetween(a, b) === 0;
  const rare = bothRare(a, b);
  const plain = ({ indication }: Order): Indication => ({
    ...indication,
    qualifiers: indication.qualifiers.filter(
      (id) =>
        (sameDocument || id !== "uncomplicated") &&
        !same.includes(id) &&
        !(id === "prophylaxis" && keptAway) &&
        !(stated && slight.has(id)) &&
        !(rare && /prophylaxis$/.test(id)) &&
        beside.get(id)?.test(degrees) !== false,
    ),
  });
  return sameQualifiersOf(plain(a), plain(b), begins(a) && begins(b));
}

export function sameQualifiersOf(a: Indication, b: Indication, bothBegin = false): boolean {
  const differing = (one: Indication, other: Indication) =>
    one.qualifiers.filter(
      (id) =>
        !other.qualifiers.includes(id) &&
        !idle.has(id) &&
        !(bothBegin && id === firstWeek) &&
        !(id === "prophylaxis" && one.conditions.some((condition) => occasions.has(condition))),
    );
  const [onlyA, onlyB] = [differing(a, b), differing(b, a)];
  if (onlyA.length === 0 && onlyB.length === 0) return true;
  const oneSided = onlyA.length === 0 || onlyB.length === 0;
  return (
    oneSided &&
    [...onlyA, ...onlyB].every(
      (id) => soft.has(id) || wholeCourse.test(id) || (isSymptom(id) && !changing.has(id)),
    )
  );
}

/** "Endocarditis prophylaxis" is prophylaxis of endocarditis; of a thromboprophylaxis it need not be said that it is one. */
const withPurposeApart = oncePer(({ conditions, qualifiers, ...rest }: Indication): Indication => {
  const isApart = (id: string) => id.endsWith("-prophylaxis") && !occasions.has(id);
  const plain = conditions.map((id) => (isApart(id) ? id.slice(0, -"-prophylaxis".length) : id));
  const apart = conditions.some(isApart);
  const others = qualifiers.filter((id) => id !== "prophylaxis");
  const isSaidAlready = conditions.includes("thromboprophylaxis");
  return {
    ...rest,
    conditions: plain.sort(),
    qualifiers: apart ? [...others, "prophylaxis"].sort() : isSaidAlready ? others : qualifiers,
  };
});
const purposed = (order: Order): Order =>
  order.indication.conditions.some((id) => id.endsWith("prophylaxis"))
    ? { ...order, indication: withPurposeApart(order.indication) }
    : order;

export function comparableIndications(one: Order, another: Order, about: Uses): boolean {
  return arePurposedAlike(purposed(one), purposed(another), about);
}

function arePurposedAlike(a: Order, b: Order, about: Uses): boolean {
  const { uses, sameDocument } = about;
  if (a.medicine.symptomatic) return true;
  const [one, other] = [ofPatients(a, b), ofPatients(b, a)];
  const [saidA, saidB] = [isSaid(one), isSaid(other)];
  // Where one side does not say it, the other's may be the medicine's only use.
  if (saidA !== saidB)
    return (
      hasOneUse(uses, a, b) &&
      changesOf(a.indication) === changesOf(b.indication) &&
      hasNoOther(saidA ? b : a, saidA ? a : b)
    );
  if (!saidA && !sameDocument && !bothTelling(a, b) && !bothRare(a, b)) return false;
  if (!sameQualifiers(a, b, about)) return false;
  return (
    sameConditions(one, other) ||
    (!sameDocument && samePhaseOf(one, other)) ||
    (!sameDocument && isSameFamily(one, other) && hasOneUse(uses, a, b)) ||
    isKeptFrom(a, b) ||
    isKeptFrom(b, a) ||
    isOfGroup(a, b) ||
    isOfGroup(b, a)
  );
}

/**
 * "Neonatal sepsis" is what sepsis is called in newborns, and "hypertension in pregnancy" in who is pregnant; "induction"
 * is that of an anaesthesia where only one side's heading says so.
 */
function ofPatients({ indication, population }: Order, other: Order): Indication {
  const newborn = stageOf(population) === "neonate" && stageOf(other.population) === "neonate";
  const pregnant = [population, other.population].every(({ groups }) => groups.includes("pregnant"));
  const induced = [indication, other.indication].every(({ qualifiers }) => qualifiers.includes("induction"));
  if (!newborn && !pregnant && !induced) return indication;
  const plain = (id: string) => (newborn ? id.replace(/^neonatal-/, "") : id.replace(/-in-pregnancy$/, ""));
  const told = (id: string) => !(induced && id === "general-anaesthesia");
  return { ...indication, conditions: indication.conditions.filter(told).map(plain) };
}

/** "Poisoned adult" above an antidote: by what, the antidote says. */
const isPoisoning = (id: string, group: string) => group === "poisoning" && isFormOf(id, group);

/** What heads a chapter on "respiratory infections" is of each of them, where all else is said on both sides. */
function isOfGroup(chapter: Order, named: Order): boolean {
  const [{ conditions }, { conditions: some }] = [chapter.indication, named.indication];
  return (
    conditions.length > 0 &&
    conditions.join() === chapter.outer.conditions.join() &&
    some.length > 0 &&
    some.every((id) => conditions.some((group) => isInGroup(id, group) || isPoisoning(id, group))) &&
    inferredBetween(chapter, named) <= (chapter.phase === undefined ? 0 : 1)
  );
}

/** "Consolidation" on a card for meningitis is that of the chapter's cryptococcal meningitis. */
function samePhaseOf(a: Indication, b: Indication): boolean {
  if (!a.qualifiers.some((id) => isNamedPhase(id) && b.qualifiers.includes(id))) return false;
  const within = (some: Indication, all: Indication) =>
    some.conditions.length > 0 &&
    some.conditions.every((id) => all.conditions.some((other) => other === id || isFormOf(other, id)));
  return within(a, b) || within(b, a);
}

/** Said without the disease, it says what for all the same. */
const telling = "post-exposure";
const bothTelling = ({ indication: a }: Order, { indication: b }: Order) =>
  a.qualifiers.includes(telling) && b.qualifiers.includes(telling);

/** A medicine that is given every fourth week at both places is given for one thing. */
const isRare = ({ frequency }: Order) => (frequency?.perDay?.high ?? 1) < 1 / 6;
const bothRare = (a: Order, b: Order) => isRare(a) && isRare(b);

/** The side that leaves the indication out says nothing else of its own, as "antidote" would be. */
function hasNoOther(silent: Order, said: Order): boolean {
  const bothBegin = begins(silent) && begins(said);
  return silent.indication.qualifiers.every(
    (id) =>
      said.indication.qualifiers.includes(id) ||
      idle.has(id) ||
      soft.has(id) ||
      (bothBegin && id === firstWeek),
  );
}
