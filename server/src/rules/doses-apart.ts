// Whether anything that is said tells two doses of one medicine apart: whom, what for, by which way, at which point of the
// treatment. What one side leaves out tells nothing, unless what stands beside it does. It must not judge how they differ.

import type { Guideline } from "../guideline/guideline.ts";
import { type Indication, isFormOf, isSaid, isSymptom } from "../guideline/indication.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { type Population, sameBand, stageOf } from "../guideline/population.ts";
import { isInGroup } from "../lexicon/conditions.ts";
import { excludeEachOther } from "./at-value.ts";
import { type About, areAlikeBut } from "./comparable.ts";
import { samePeople } from "./comparable-people.ts";
import { kidneyTold } from "./kidney-told.ts";
import type { Told } from "./length-words.ts";
import { agreesWith, isRepeated } from "./order-difference.ts";
import { partOf } from "./regimens.ts";
import { areLedByOthers } from "./told-apart.ts";

export interface Candidate extends Told {
  readonly order: Order;
  readonly guideline: Guideline;
  /** It gives a dose of a regimen. */
  readonly whole: boolean;
}

/** What an adult gets whose case is told is the dose of adults. */
export const isCase = (order: Order): boolean =>
  partOf(order) === "is an example for one patient" && stageOf(order.population) === "adult";

/** Rows of one table, items of one list and doses of one paragraph differ on purpose. */
export const isBeside = (a: Candidate, b: Candidate): boolean =>
  a.guideline === b.guideline && listOf(a) === listOf(b);
const listOf = ({ order: { block, container }, guideline }: Candidate) =>
  guideline.lists.get(block.start) ?? container;

/** Two patients, two routes or two diseases are said. */
export function areOfOthers(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.order, b.order];
  const [ways, waysThere] = [one.routes, other.routes];
  if (ways.length > 0 && waysThere.length > 0 && !ways.some((way) => waysThere.includes(way))) return true;
  const [stage, stageThere] = [stageOf(one.population), stageOf(other.population)];
  if (stage && stageThere && stage !== stageThere && stage !== "all" && stageThere !== "all") return true;
  if (a.guideline === b.guideline && areLedByOthers(a.guideline, one, other)) return true;
  if (excludeEachOther(a, b) || areOfOtherBands(one.population, other.population)) return true;
  // What else the patient of a case has is not what it is given for.
  return !isCase(one) && !isCase(other) && areDiseasesApart(one, other);
}

/** Below 20 kg here, from 20 kg there. */
const areOfOtherBands = (a: Population, b: Population): boolean =>
  bandKeys.some((key) => {
    const [one, other] = [a[key], b[key]];
    if (!one || !other) return false;
    return (one.high ?? Infinity) <= (other.low ?? 0) || (other.high ?? Infinity) <= (one.low ?? 0);
  });

/** How a disease shows in whom it is given to: of another disease it says nothing. */
const signs: ReadonlySet<string> = new Set(
  "coma convulsion shock vasopressors hypotension respiratory-distress wheeze urticaria bleeding".split(" "),
);
const tellsNothing = (id: string) => isSymptom(id) || signs.has(id);

function areDiseasesApart(a: Order, b: Order): boolean {
  // Each line names for itself what it is for: nausea here, delirium there.
  const both = isOwn(a) && isOwn(b);
  const [one, other] = [a, b].map(({ indication: { conditions } }) =>
    both ? conditions : conditions.filter((id) => !tellsNothing(id)),
  ) as [readonly string[], readonly string[]];
  const related = (id: string, there: string) =>
    id === there ||
    isFormOf(id, there) ||
    isFormOf(there, id) ||
    isInGroup(id, there) ||
    isInGroup(there, id);
  return one.length > 0 && other.length > 0 && !one.some((id) => other.some((there) => related(id, there)));
}

export function mayBeOne(a: Candidate, b: Candidate, all: readonly Candidate[], about: About): boolean {
  const known = { ...about, sameDocument: a.guideline === b.guideline };
  return (
    areAlikeBut(steplessOf(a), steplessOf(b), known, judgedHere) &&
    (mayBeOneStep(a, b, all) || areAlikeBut(steplessOf(a), steplessOf(b), known, onlyRoutes)) &&
    (samePeople(a.order, b.order, known) || mayBeOfOnePopulation(a, b, all)) &&
    !areOpposite(a, b, all) &&
    !areOpposite(b, a, all)
  );
}
/** Of routes only a stated difference counts. */
const onlyRoutes: ReadonlySet<string> = new Set(["other routes"]);
const judgedHere: ReadonlySet<string> = new Set([...onlyRoutes, "other points of the treatment"]);

/** What one side says of the point of the treatment is said of no other dose, or of all that go on. */
function mayBeOneStep(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const [one, other] = [a.order, b.order];
  const isBegun = ({ order: { phase } }: Candidate) => phase === undefined || phase === "initial";
  if ((isCase(one) || isCase(other)) && isBegun(a) && isBegun(b)) return true;
  if (isFirstOfBoth(a, b, all)) return true;
  const mayGoOn = ({ phase }: Order) => phase === undefined || phase === "then" || phase === "maintenance";
  // What comes "then" and alone follows the other.
  const isSecond = (step: Candidate) =>
    step.order.phase !== "then" || all.some((each) => each !== step && isBeside(each, step));
  if (mayGoOn(one) && mayGoOn(other))
    return isRepeated(one) && isRepeated(other) && isSecond(a) && isSecond(b);
  // The dose that is begun with may be raised; how often it is taken stays.
  const [first, second] = [amountOf(one.dose), amountOf(other.dose)];
  const isSame = first.unit === second.unit && first.low === second.low && first.high === second.high;
  return isSame && isBegun(a) && isBegun(b) && areAlone(a, b, all);
}

/** Groups of which many doses are said without them, and bands of which one side says but one. */
function mayBeOfOnePopulation(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const [one, other] = [a.order.population, b.order.population];
  const isPlain = (some: Population, every: Population) =>
    some.groups.every((group) => plainGroups.has(group) || every.groups.includes(group));
  return isPlain(one, other) && isPlain(other, one) && !isOneOfBands(a, b, all) && !isOneOfBands(b, a, all);
}

/** "From 10 to 20 kg", beside which others are said, and the other side says none or a wider one. */
function isOneOfBands({ order, ...a }: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  return bandKeys.some((key) => {
    const [band, there] = [order.population[key], b.order.population[key]];
    if (!band || (there && sameBand(band, there))) return false;
    return all.some(
      (beside) =>
        beside.order !== order &&
        isBeside({ order, ...a }, beside) &&
        beside.order.population[key] !== undefined &&
        !sameBand(beside.order.population[key], band),
    );
  });
}
const bandKeys = ["weight", "age", "gestation"] as const;

/** "Halved to 20 mg" at a clearance of 15–30 mL/min is what is given at it. */
const steplessOf = ({ order, guideline }: Candidate): Order =>
  order.phase === "reduce" && kidneyTold(order, guideline) ? stepless(order) : order;
const stepless = (order: Order): Order => ({ ...order, phase: undefined, begun: false });

/** A loading dose, and what stands before "then 1 g every hour". */
function isFirstOfBoth(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const beside = (one: Candidate) => all.filter((other) => other !== one && isBeside(one, other));
  const leads = (one: Candidate) => {
    const others = beside(one);
    return others.length > 0 && others.every(({ order }) => order.start > one.order.start);
  };
  const isFirst = (one: Candidate) =>
    one.order.phase === "loading" || (one.order.phase === undefined && leads(one));
  return a.order.phase !== b.order.phase && isFirst(a) && isFirst(b);
}

const plainGroups: ReadonlySet<string> = new Set(["adult", "child", "women", "men"]);

/** What is so at most times is said or left out. */
export const idle =
  /^(?:uncomplicated|outpatient|inpatient|susceptible|empirical|targeted|confirmed|suspected|acute|first-line|monotherapy|combination|combination-therapy|initial|primary|new-case|elective|treatment|adjunctive|symptomatic|stable|step-\d|community-acquired)$/;
const states: ReadonlySet<string> = new Set(["renal-impairment", "hepatic-impairment"]);

/** One side alone says what changes a dose; what all others say, too, tells nothing apart from one that says nothing. */
function areOpposite(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const [one, other] = [a.order.indication, b.order.indication];
  const isSilent = saysNothing(other);
  const isOf = (id: string, { order: { indication } }: Candidate) => indication.qualifiers.includes(id);
  const isOfAll = (id: string) =>
    (isSilent && all.every((each) => isOf(id, each) || saysNothing(each.order.indication))) ||
    (id.startsWith("at ") && [a, b].every(({ order, guideline }) => kidneyTold(order, guideline))) ||
    (degrees.has(id) && isOwn(b.order) && isOnlyOne(a, b, all)) ||
    (plainDegrees.has(id) && all.some((each) => isOf("severe", each) && isBeside(each, b))) ||
    (laterTime.test(id) && b.order.phase === "then") ||
    (slight.test(id) && areAlone(a, b, all));
  return (
    one.qualifiers.some(
      (id) => !idle.test(id) && !isSymptom(id) && !other.qualifiers.includes(id) && !isOfAll(id),
    ) || one.conditions.some((id) => states.has(id) && !other.conditions.includes(id))
  );
}

/** "Croup: …. Severe croup: …": the first is for the others. */
const plainDegrees: ReadonlySet<string> = new Set(["mild", "non-severe"]);
/** "Weeks 3–26", beside "…, then …". */
const laterTime = /^(?:week|month) +(?:[2-9]|1\d)/;
/** What one side may well say where the medicine has no other use. */
const slight =
  /^(?:high-risk|week +\d|month +\d|pre-|post-|preoperative|postoperative|pregnancy|category-\d)/;

/** Its own line names the disease, as one of several. */
const isOwn = ({ indication, outer }: Order): boolean =>
  indication.conditions.join() !== outer.conditions.join();

const saysNothing = (indication: Indication): boolean =>
  !isSaid(indication) && indication.qualifiers.length === 0;

const degrees: ReadonlySet<string> = new Set(
  "mild moderate severe complicated late early disseminated".split(" "),
);

/** Of one disease both, for which no third dose is given: how severe it is tells no doses apart. */
const isOnlyOne = (a: Candidate, b: Candidate, all: readonly Candidate[]): boolean =>
  a.order.indication.conditions.some(
    (id) =>
      b.order.indication.conditions.includes(id) &&
      areAlone(
        a,
        b,
        all.filter(({ order }) => order.indication.conditions.includes(id)),
      ),
  );

/** Two places, and no third dose; a document that says both doses says where each is right. */
export function areAlone(a: Candidate, b: Candidate, all: readonly Candidate[]): boolean {
  const saysAgain = (one: Candidate, mine: Candidate, theirs: Candidate) =>
    !isBeside(one, theirs) &&
    (one.guideline !== theirs.guideline || mine.guideline === theirs.guideline) &&
    agreesWith(one.order, mine.order);
  return all.every((one) => one === a || one === b || saysAgain(one, a, b) || saysAgain(one, b, a));
}
