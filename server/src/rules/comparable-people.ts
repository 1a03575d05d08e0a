// Whether two orders are known to be for the same patients: what is left out, where "children" is said beside doses per
// kilogram, and one patient who stands for many. It must not know what they are for.

import type { Band } from "../guideline/interval.ts";
import type { Order } from "../guideline/order.ts";
import {
  isEveryone,
  isOnePatient,
  type Population,
  samePatients,
  stageOf,
  weightless,
} from "../guideline/population.ts";
import { oncePer } from "../text/memory.ts";

/** For whom a medicine is ordered in all documents. */
export interface Patients {
  /** Some are for children. */
  readonly young: boolean;
  /** Some are for adults. */
  readonly adults: boolean;
  /** Some are for a range of weights. */
  readonly weighed: boolean;
}

/** A dose per kilogram that is worked out for one patient is that of all patients of this stage of life. */
const patientsOf = oncePer(({ population }: Order): Population => {
  if (!isOnePatient(population)) return population;
  const { groups, gestation } = population;
  const stage = stageOf(population);
  const known = stage === undefined || stage === "all" || groups.includes(stage);
  // How early a baby was born is no matter of the one that is shown.
  return { groups: known ? groups : [...groups, stage], ...(gestation && { gestation }) };
});

/** Doses per kilogram hold for children of all ages, where the one side names a wide range of ages. */
const wideAge = 4 * 365;

function ageless({ age: _age, ...rest }: Population, { groups }: Population): Population {
  return { ...rest, groups };
}

export function samePeople(one: Order, another: Order, about: Patients): boolean {
  const [{ dose }, { dose: other }] = [one, another];
  const [a, b] = [patientsOf(one), patientsOf(another)];
  if (samePatients(a, b)) return true;
  // Where a medicine is ordered for no child, "adult" is often left out.
  if (!about.young && samePatients(asStage(a, "adult"), asStage(b, "adult"))) return true;
  // A chapter on older people, and a list that names nobody.
  if (!about.young && (isOldBesideAll(a, b) || isOldBesideAll(b, a))) return true;
  if (isFromAge(a, b) || isFromAge(b, a)) return true;
  if (areGrownUp(a, b) || areGrownUp(b, a)) return true;
  // A table's last row of weights is one of several for the same patients.
  const [told, toldThere] = [one, another].map(
    ({ where, population }) => where !== "table" || !population.weight,
  );
  if ((told && reachesAdults(a, b)) || (toldThere && reachesAdults(b, a))) return true;
  if (!dose.per.kg || !other.per.kg) return false;
  // "children and adults" beside a dose per kilogram holds for children.
  if (isForAll(a, b) || isForAll(b, a)) return true;
  // "from 15 kg" beside a dose per kilogram only says who is too small for it.
  if (!about.weighed && samePatients(weightless(a), weightless(b))) return true;
  // Doses per kilogram of a medicine that is ordered for no adult are children's.
  if (!about.adults && samePatients(asStage(a, "child"), asStage(b, "child"))) return true;
  return isOpenTo(a, b) || isOpenTo(b, a);
}

const isOldBesideAll = ({ groups, age, weight }: Population, all: Population) =>
  groups.length === 1 && groups[0] === "elderly" && !age && !weight && isEveryone(all);

/** "Adults and adolescents from 12 years", and "adults and adolescents". */
const areGrownUp = ({ age, groups, ...one }: Population, other: Population): boolean =>
  groups.includes("adolescent") &&
  age?.high === undefined &&
  (age?.low ?? 0) >= 10 * 365 &&
  !other.age &&
  samePatients({ ...one, groups }, other);

/** "12 years and over" holds for an adult. */
const isFromAge = ({ age, weight, groups }: Population, adult: Population): boolean =>
  age?.high === undefined &&
  (age?.low ?? 0) >= 10 * 365 &&
  (age?.low ?? 1e9) <= 18 * 365.25 &&
  !weight &&
  groups.length === 0 &&
  samePatients({ groups: ["adult"] }, adult) &&
  !adult.age &&
  !adult.weight;

/** "Adults, and children of 30 kg or more" holds for adults, and so does "adults and adolescents over 12 years". */
function reachesAdults(all: Population, adult: Population): boolean {
  const grownUps = all.groups.includes("adult") && all.groups.includes("adolescent");
  if ((stageOf(all) !== "all" && !grownUps) || stageOf(adult) !== "adult" || adult.age || adult.weight)
    return false;
  const open = all.age?.high === undefined && all.weight?.high === undefined;
  return open && samePatients({ groups: all.groups.filter((group) => !young.has(group)) }, adult);
}
const young: ReadonlySet<string> = new Set(["child", "infant", "adolescent"]);

/** One side names a wide range of ages, the other none. */
function isOpenTo(one: Population, other: Population): boolean {
  if (!one.age || other.age || stageOf(one) !== stageOf(other)) return false;
  const width = (one.age.high ?? 1e9) - (one.age.low ?? 0);
  return width >= wideAge && samePatients(ageless(one, other), other);
}

function isForAll(all: Population, some: Population): boolean {
  const stage = stageOf(some);
  const low = all.age?.high === undefined && !some.age ? ageless(all, some) : { ...all, groups: some.groups };
  return stageOf(all) === "all" && stage !== "neonate" && samePatients(low, some);
}

/** `adults`: where nothing is said, adults are meant. */
export function samePeopleOf(a: Population, b: Population, adults: boolean): boolean {
  return samePatients(a, b) || (adults && samePatients(asStage(a, "adult"), asStage(b, "adult")));
}

/** With the stage of life that is left out. */
function asStage(population: Population, stage: "adult" | "child"): Population {
  return stageOf(population) === undefined
    ? { ...population, groups: [...population.groups, stage] }
    : population;
}

const isLight = ({ weight }: Population): boolean => weight?.high !== undefined && weight.high <= 5;

export function stageLeftOut(a: Population, b: Population): boolean {
  const [one, other] = [stageOf(a), stageOf(b)];
  const apart = (x: Band | undefined, y: Band | undefined) =>
    x && y && ((x.high ?? 1e9) <= (y.low ?? 0) || (y.high ?? 1e9) <= (x.low ?? 0));
  if (apart(a.age, b.age) || apart(a.weight, b.weight) || apart(a.gestation, b.gestation)) return false;
  // "Infants under 4 kg" are newborns, too.
  if ((one === "neonate" && isLight(b)) || (other === "neonate" && isLight(a))) return true;
  if (one !== undefined && other !== undefined && one !== "all" && other !== "all") return false;
  return one !== "neonate" && other !== "neonate";
}
