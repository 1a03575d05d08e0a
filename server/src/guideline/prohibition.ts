// What a text forbids, and in whom: "Do not give NSAIDs in dengue", "Contraindications: asthma, heart block", a column
// "Avoid in". One prohibition for each kind of patient that is named. How they are read is in prohibition-parser.ts.
// It must not judge, and knows nothing but what the text says.

import { broaderConditions } from "../lexicon/conditions.ts";
import type { Route } from "../lexicon/medicine.ts";
import type { Span } from "../text/span.ts";
import type { Indication } from "./indication.ts";
import type { KidneyFunction } from "./kidney-function.ts";
import type { MedicineTarget } from "./medicine-target.ts";
import type { TimeSince } from "./patient-time.ts";
import { type Population, stageOf } from "./population.ts";
import type { Group } from "./population-group.ts";
import type { TitleBand } from "./title-band.ts";

export interface Patients {
  readonly population: Population;
  readonly indication: Indication;
  /** As the text says it. */
  readonly text: string;
  /** By how their kidneys work. */
  readonly kidney?: KidneyFunction;
  /** By something that is measured: "potassium above 5.5 mmol/L". */
  readonly values?: readonly TitleBand[];
  /** Only those of them with such a value: others may have it. */
  readonly within?: readonly TitleBand[];
  /** By when what is said of them happened. */
  readonly since?: TimeSince;
  /** What they have beside conditions, by the names of `patientTraits`. */
  readonly traits?: readonly string[];
  /** Words that narrow it down and are not understood. */
  readonly unknown: readonly string[];
}

/** "Who take warfarin, apixaban or rivaroxaban": any of them. */
export type Received = MedicineTarget & { readonly or?: readonly MedicineTarget[] };

export interface Prohibition extends Span {
  readonly target: MedicineTarget;
  /** All that is said of them must hold. */
  readonly patients: Patients;
  /** Where only some ways of giving it are forbidden. */
  readonly routes: readonly Route[];
  /** "Eye drops", "cream": what acts where it is put is forbidden, and nothing else; or, "drops included", that as well. */
  readonly local?: "only" | "too";
  /** What the patients are given beside it, where it is forbidden only then. */
  readonly receiving?: Received;
  /** What it is forbidden for, where it may be given for other things. */
  readonly use?: readonly string[];
  /** By what recommends: "we recommend against". */
  readonly advised?: true;
  /** Only what stands above it says in whom. */
  readonly supposed?: true;
  /** Read by elimination: all that its sentence says beside it names patients. */
  readonly eliminated?: true;
  /** Not all that its sentence says is understood. */
  readonly likely?: true;
  /** In a list of contraindications. */
  readonly listed?: true;
}

const year = 365.25;
/** Up to which age somebody is one. */
const firstMonth = 3;
const oldest: Partial<Record<Group, number>> = { neonate: 28, infant: year, child: 12 * year };
const pregnancy = /^(?:pregnan|first-trimester|second-trimester|third-trimester)/;

/** Whether patients that an order is for are known to be among those of a prohibition. */
export function isAmong(
  who: { readonly population: Population; readonly indication: Indication },
  { population, indication, unknown, traits = [] }: Patients,
  above: readonly string[],
): boolean {
  const groups = population.groups.filter(
    (group) => group !== "other" && group !== "women" && group !== "men" && group !== "term",
  );
  const conditions = indication.conditions.filter((id) => !pregnancy.test(id));
  const qualifiers = indication.qualifiers.filter((id) => !idle.has(id));
  const told = qualifiers.filter((id) => !degrees.has(id));
  if (population.groups.includes("women") && isOfMen(who.population)) return false;
  if (
    groups.length + conditions.length + told.length + unknown.length + traits.length === 0 &&
    !population.age &&
    !population.weight
  )
    return false;
  return (
    groups.every(
      (group) =>
        isOf(group, who.population) ||
        isExpecting(group, who, above) ||
        isSmall(group, who.population, population),
    ) &&
    conditions.every((id) =>
      [...who.indication.conditions, ...above].some(
        (one) => one === id || broaderConditions(one).includes(id),
      ),
    ) &&
    qualifiers.every(
      (id) => who.indication.qualifiers.includes(id) || isImplied(id, who.indication, above),
    ) &&
    (reaches(who.population.age, population.age) ||
      isWithin(who.population, population.age) ||
      isTooLight(who.population, population.age)) &&
    reaches(who.population.weight, population.weight) &&
    !population.gestation
  );
}

const isOfMen = ({ groups }: Population): boolean => groups.includes("men") && !groups.includes("women");

/** Whoever is dialysed has failing kidneys, and whoever has cirrhosis a diseased liver. */
const isImplied = (id: string, { conditions, qualifiers }: Indication, above: readonly string[]): boolean =>
  (id === "hepatic-impairment" && [...conditions, ...above].some((one) => ofLiver.has(one))) ||
  (id === "renal-impairment" &&
    (qualifiers.includes("dialysis") ||
      [...conditions, ...above].some(
        (one) => one === "chronic-kidney-disease" || one === "acute-kidney-injury",
      )));
const ofLiver: ReadonlySet<string> = new Set([
  "cirrhosis",
  "hepatitis",
  "acute-hepatitis",
  "acute-liver-failure",
  "hepatic-encephalopathy",
]);

/** A woman is an adult; in pregnancy other things may hold. */
const grownUps: ReadonlySet<Group> = new Set(["women", "men", "elderly"]);

/** Words that tell no patients apart. */
const idle = new Set([
  "first-line",
  "second-line",
  "alternative",
  "conditional",
  "acute",
  "known",
  "pregnancy",
  "breastfeeding",
  "contacts",
]);

/** How ill somebody is tells nothing where it is not said with what. */
const degrees = new Set(
  "severe moderate mild moderate-to-severe chronic symptomatic refractory diagnostic adjunctive early late stable unstable".split(
    " ",
  ),
);

function isOf(group: Group, population: Population): boolean {
  if (population.groups.includes(group)) return true;
  if (group === "adult")
    return (
      (population.groups.some((one) => grownUps.has(one)) || stageOf(population) === "adult") &&
      !population.groups.includes("pregnant")
    );
  const age = oldest[group];
  if (age === undefined) return false;
  if (population.age) return population.age.high !== undefined && population.age.high <= age + firstMonth;
  const stage = stageOf(population);
  return group === "child"
    ? stage === "neonate" || (stage === "child" && !population.groups.includes("adolescent"))
    : false;
}

/** "Hypertension in pregnancy" names who is pregnant. */
const isExpecting = (
  group: Group,
  { indication }: { readonly indication: Indication },
  above: readonly string[],
) =>
  (group === "pregnant" &&
    ([...indication.conditions, ...above].some((id) => ofPregnancy.test(id)) ||
      indication.qualifiers.some((id) => id === "pregnancy" || id.endsWith("-trimester")))) ||
  (group === "breastfeeding" && indication.qualifiers.includes(group));
const ofPregnancy = /-in-pregnancy$|^(?:pre-)?eclampsia$|^hyperemesis/;

/** Who weighs less than a weight that is said of children is a child. */
function isSmall(group: Group, who: Population, { weight }: Population): boolean {
  const grownUp = who.groups.some((one) => one === "adult" || one === "elderly" || one === "pregnant");
  return (
    (group === "child" || group === "infant") &&
    !grownUp &&
    weight?.high !== undefined &&
    weight.high <= heaviestChild &&
    who.weight?.high !== undefined &&
    who.weight.high <= weight.high
  );
}
const heaviestChild = 35;

type Ages = Population["age"];

/** Some of those an order is for, by an age or weight that it names, are within what is forbidden. */
function reaches(said: Ages, forbidden: Ages): boolean {
  if (!forbidden) return true;
  if (!said || (said.low === undefined && said.high === undefined)) return false;
  const [low, high] = [said.low ?? 0, said.high ?? Number.POSITIVE_INFINITY];
  const [from, to] = [forbidden.low ?? 0, forbidden.high ?? Number.POSITIVE_INFINITY];
  if (low === high) return low >= from && low < to;
  // "70 years and over" are all over 65.
  if (from > 0 && to === Number.POSITIVE_INFINITY && low >= from) return true;
  // "6 months and above" says nothing of an age where it is mentioned again; both ends must.
  return (
    said.high !== undefined && low < to && high > from && Math.min(high, to) - Math.max(low, from) > 0.02 * to
  );
}

/** "Infants", where no age is said, are all below 8 years. */
function isWithin({ groups, age }: Population, forbidden: Ages): boolean {
  const top = age
    ? undefined
    : groups.map((group) => (group === "child" ? grown : oldest[group])).find(Boolean);
  return top !== undefined && forbidden !== undefined && !forbidden.low && (forbidden.high ?? 0) >= top;
}
const grown = 16 * year;

/** A child of 20 kg is not twelve yet. */
const isTooLight = ({ groups, age, weight }: Population, forbidden: Ages): boolean =>
  !age &&
  forbidden?.low === undefined &&
  !groups.some((group) => group === "adult" || group === "elderly" || group === "pregnant") &&
  weight?.high !== undefined &&
  weight.high <= (2 * (forbidden?.high ?? 0)) / year;

export function formatProhibition({ target, patients }: Prohibition): string {
  return `${target.name}: not in ${patients.text.replace(/\s+/g, " ").trim()}`;
}
