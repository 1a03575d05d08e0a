// Whether a length that is said without a dose is of the same treatment as another: the same medicines, patients,
// conditions and situation as far as the text says. It must not judge lengths.

import type { Course } from "../guideline/course.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type Indication, isSaid, sameConditions } from "../guideline/indication.ts";
import { amountOf } from "../guideline/order.ts";
import { isEveryone, type Population, sameBand, stageOf } from "../guideline/population.ts";
import { scopeOf } from "../guideline/scope.ts";
import { pathOf, type Section, sectionAt } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { sameQualifiersOf } from "./comparable-indications.ts";
import { samePeopleOf } from "./comparable-people.ts";
import { areAfterOthers, areLabelledApart, commonWords, hasWords } from "./length-words.ts";
import { headedBy, isCurative, isStep, type Length } from "./lengths.ts";

const orderedFor = oncePer((guideline: Guideline): ReadonlyMap<string, ReadonlySet<Medicine>> => {
  const medicines = new Map<string, Set<Medicine>>();
  for (const { indication, medicine } of guideline.orders)
    for (const id of indication.conditions) medicines.set(id, (medicines.get(id) ?? new Set()).add(medicine));
  return medicines;
});

export function isOnly(
  medicine: Medicine,
  { conditions }: Indication,
  documents: readonly Guideline[],
): boolean {
  const all = documents.flatMap((one) => conditions.flatMap((id) => [...(orderedFor(one).get(id) ?? [])]));
  return isCurative(medicine) && all.length > 0 && all.every((one) => one === medicine);
}

export interface Likeness {
  /** The text says that they are of the same treatment. */
  readonly sure: boolean;
  readonly points: number;
  /** It holds only if this is the one medicine that the documents order for the first's conditions. */
  readonly only: Medicine | undefined;
}

/** A length without a dose, and one of an order or another such length; `grown`: no document is about children. */
export function likenessOf(a: Length, b: Length, grown: boolean): Likeness | undefined {
  const against = b.order ?? b.course;
  if (!a.course || !against || (!b.in && listOf(against, b) === listOf(a.course, a))) return undefined;
  if (b.order && (["loading", "test"].includes(b.order.phase ?? "") || b.order.medicine.symptomatic))
    return undefined;
  if (b.order && isStep(b.order, b.guideline)) return undefined;
  if (!a.medicine && b.medicine && a.course.near && a.course.near !== b.medicine) return undefined;
  if (a.course.absent.some((id) => isOf(b, id)) || b.course?.absent.some((id) => isOf(a, id)))
    return undefined;
  if ((isNamedByLength(a) && isNamedByLength(b)) || isOfThem(a) || isOfThem(b)) return undefined;
  const one = a.medicine ?? b.medicine;
  const mixed =
    b.course !== undefined && one !== undefined && a.medicine !== b.medicine && !isPhaseOfAll(a, b);
  const only = mixed ? one : undefined;
  if (!hasCompanions(a, b) || (!a.medicine && isOfOtherGerm(a, b))) return undefined;
  if (!b.order && areLabelledApart(a, b)) return undefined;
  if (!hasWords(a, b) || !hasWords(b, a) || areAfterOthers(a, b)) return undefined;
  // A leaflet's "The whole course is 4 weeks." says nothing of the disease: it is the one the document is about.
  const dosed = sameDose(a.course, b);
  if (dosed === false) return undefined;
  const silent = !isSaid(a.indication) && a.indication.qualifiers.every((id) => idle.has(id));
  const unsaid = silent && (!b.in || (a.medicine !== undefined && b.order !== undefined));
  if (!unsaid && !dosed && !haveSameQualifiers(plain(a), withGerms(plain(b), plain(a), b))) return undefined;
  if ([a, b].filter(({ indication }) => indication.qualifiers.includes("intensive-care")).length === 1)
    return undefined;
  // What is said of men is an exception.
  if (a.population.groups.includes("men") !== b.population.groups.includes("men")) return undefined;
  const people = samePeopleOf(a.population, b.population, grown);
  const said = people && !isEveryone(a.population) ? 1 : 0;
  const conditions = sameConditions(a.indication, b.indication) || isRegimen(a, b);
  const all = isEveryone(a.population) && (a.medicine !== undefined || !isNarrow(b.population));
  const sure = (people || all) && conditions && (isSaid(a.indication) || !b.in);
  if (sure) return { sure, points: 3 + said + commonWords(a, b), only };
  if (!people && !leavesOut(a.population, b.population)) return undefined;
  if (conditions)
    return { sure: false, points: (isSaid(a.indication) ? 3 : 0) + said + commonWords(a, b), only };
  const open = isOpen(a, b);
  return open === undefined ? undefined : { sure: false, points: open + said + commonWords(a, b), only };
}

/** "The continuation phase, rifampicin with isoniazid, lasts 4 months": a phase is that of its medicines together. */
const isPhaseOfAll = (a: Length, b: Length): boolean =>
  [a, b].every(
    ({ course, medicine, indication }) =>
      indication.qualifiers.some((id) => id.endsWith("-phase")) &&
      (medicine === undefined || (course?.joined.length ?? 0) > 1 || medicine.name.includes("/")),
  );

/** "The 9-month regimen": what tells one regimen from another. */
export const isNamedByLength = ({ guideline: { text }, span: { start, end } }: Length): boolean =>
  /^[a-zß-öø-ɏ\d]+[- ](?:day|week|month|year)$/i.test(text.slice(start, end)) &&
  /^\s+(?:[a-zß-öø-ɏ-]+\s+)?(?:regimens?|protocols?|schedules?|schemes?|courses?)\b/i.test(
    text.slice(end, end + 40),
  );

/** "It is not for pregnant women; they take the 9-month regimen": whoever was spoken of last. */
export const isOfThem = ({ guideline: { text }, span: { start } }: Length): boolean =>
  ofTheRest.test(text.slice(Math.max(0, start - 60), start)) ||
  /[.;,:]\s+(?:and\s+|but\s+)?(?:they|these|those|such\s+[a-zß-öø-ɏ]+)\s+[^.;:\n|]*$/i.test(
    text.slice(Math.max(0, start - 100), start),
  );

/** "All other episodes receive …" */
const ofTheRest =
  /\b(?:(?:all|any|every) +others?\b|the +(?:rest|others)\b|other +(?:episodes?|cases?|patients|forms)\b)[^.;:\n|]*$/i;

/** They tell no course from another. */
const idle = new Set(["monotherapy", "outpatient", "inpatient"]);

/** Items of one list differ on purpose. */
const listOf = ({ container }: { container: number }, { guideline }: Length) =>
  guideline.lists.get(container) ?? container;

/** "Uncomplicated" is what is meant where nothing is said. */
const plain = ({ indication }: Length): Indication => ({
  ...indication,
  qualifiers: indication.qualifiers.filter((id) => id !== "uncomplicated" && id !== "susceptible"),
});

/** "Mild" disease is treated at home. */
function haveSameQualifiers(a: Indication, b: Indication): boolean {
  const isLight = ({ qualifiers }: Indication) => qualifiers.some((id) => light.has(id));
  if (!isLight(a) || !isLight(b)) return sameQualifiersOf(a, b);
  const [one, other] = [a, b].map((each) => ({
    ...each,
    qualifiers: each.qualifiers.filter((id) => !light.has(id)),
  }));
  return sameQualifiersOf(one as Indication, other as Indication);
}
const light: ReadonlySet<string> = new Set(["mild", "outpatient", "non-severe"]);

const isNarrow = ({ groups, age, weight, gestation }: Population) =>
  groups.includes("pregnant") ||
  groups.includes("neonate") ||
  [age, weight, gestation].some((band) => band?.high);

/** "Take omeprazole, clarithromycin and amoxicillin for …": three medicines are one treatment in their chapter. */
function isRegimen(a: Length, b: Length): boolean {
  const isHeaded = (id: string) => [a, b].every(({ guideline, span }) => headedBy(guideline, span.start, id));
  return (
    !b.in &&
    b.order !== undefined &&
    (a.course?.joined.length ?? 0) >= 3 &&
    a.indication.conditions.every(isHeaded)
  );
}

/** What is said of several medicines together is not said of each alone. */
function hasCompanions({ course }: Length, b: Length): boolean {
  const { course: other, guideline, span, indication } = b;
  if (!course || course.joined.length < 2) return true;
  if (other)
    return other.joined.length === 0 || course.joined.every((medicine) => other.joined.includes(medicine));
  const section = orderedIn(guideline).get(sectionAt(guideline.sections, span.start));
  const beside = section?.get(indication.conditions.join());
  return course.joined.every((medicine) => beside?.has(medicine) ?? false);
}

/** Undefined: a dose is not said on both sides. */
function sameDose({ dose }: Course, { order }: Length): boolean | undefined {
  if (!dose || !order) return undefined;
  const [one, other] = [amountOf(dose), amountOf(order.dose)];
  return one.unit === other.unit && one.low === other.low;
}

/** One side names nobody, or only some of what the other says of them; nothing that it says speaks against it. */
function leavesOut(a: Population, b: Population): boolean {
  const [one, other] = [stageOf(a), stageOf(b)];
  if (one && other && one !== other && one !== "all" && other !== "all") return false;
  const bands = (["age", "weight", "gestation"] as const).every(
    (key) => !a[key] || !b[key] || sameBand(a[key], b[key]),
  );
  const special = ["pregnant", "breastfeeding", "preterm", "neonate", "elderly", "other", "men"] as const;
  return bands && special.every((group) => a.groups.includes(group) === b.groups.includes(group));
}

const vague = new Set([
  "labour",
  "fever",
  "pain",
  "cough",
  "headache",
  "abdominal-pain",
  "weakness",
  "fatigue",
]);

/** What both sides say of the disease without contradiction: nothing, or one more than the other. */
function isOpen(a: Length, b: Length): number | undefined {
  const [one, other] = [real(a), real(b)];
  if (one.length === 0 || other.length === 0) {
    const topics = [a, b].every(({ indication }) => indication.topic.length > 0);
    return topics ? undefined : 0;
  }
  const common = one.filter((id) => other.includes(id));
  const explained = (ids: readonly string[], { guideline, span }: Length) =>
    ids.every((id) => common.includes(id) || headedBy(guideline, span.start, id));
  return common.length > 0 && explained(one, b) && explained(other, a) ? 3 : undefined;
}

/** Below "Gram-negative rods" nothing is said of what names no such germ. */
function isOfOtherGerm(a: Length, b: Length): boolean {
  const germs = germsAbove(a);
  if (germs.length === 0) return false;
  const said = new Set([...b.indication.qualifiers, ...germsAbove(b), ...germsBefore(b)]);
  return !germs.some((id) => said.has(id));
}

/** What is said before a letter's order of the germ is the order's as well. */
function withGerms(own: Indication, { qualifiers }: Indication, length: Length): Indication {
  const before = qualifiers.filter((id) => germ.test(id) && germsBefore(length).includes(id));
  return { ...own, qualifiers: [...new Set([...own.qualifiers, ...before])].sort() };
}

/** "Your patient had Staphylococcus aureus in two bottles. … We gave …" */
const germsBefore = oncePer(({ guideline: { markdown, sections }, span }: Length): readonly string[] => {
  const from = sectionAt(sections, span.start)?.headingSpan.end ?? 0;
  return scopeOf(markdown.plain.slice(Math.max(from, span.start - longestLetter), span.start), 0).indication
    .qualifiers;
});
const longestLetter = 600;

const germsAbove = oncePer(({ guideline, span }: Length): readonly string[] =>
  pathOf(sectionAt(guideline.sections, span.start)).flatMap(({ headingSpan }) =>
    scopeOf(
      guideline.markdown.plain.slice(headingSpan.start, headingSpan.end),
      0,
    ).indication.qualifiers.filter((id) => germ.test(id)),
  ),
);
const germ = /^gram-|coccal$|^pseudomon/;

export const isOf = ({ indication, guideline, span }: Length, id: string) =>
  indication.conditions.includes(id) ||
  indication.qualifiers.includes(id) ||
  headedBy(guideline, span.start, id);

const real = ({ indication }: Length) => indication.conditions.filter((id) => !vague.has(id));

/** The medicines that a section orders, by what they are for. */
type Ordered = ReadonlyMap<Section | undefined, ReadonlyMap<string, ReadonlySet<Medicine>>>;
const orderedIn = oncePer((guideline: Guideline): Ordered => {
  const sections = new Map<Section | undefined, Map<string, Set<Medicine>>>();
  for (const { start, medicine, indication } of guideline.orders) {
    const section = sectionAt(guideline.sections, start);
    const uses = sections.get(section) ?? new Map<string, Set<Medicine>>();
    const use = indication.conditions.join();
    sections.set(section, uses.set(use, (uses.get(use) ?? new Set()).add(medicine)));
  }
  return sections;
});
