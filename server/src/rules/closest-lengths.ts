// Of all lengths of treatment that documents give, the one that says most of what another says: each is the other's
// closest, nothing that is said speaks against it, and yet they do not meet. It is found by what is alike, not by what
// is equal, so it is only worth a question.

import type { Guideline } from "../guideline/guideline.ts";
import { type Indication, isSaid } from "../guideline/indication.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { isEveryone, type Population, stageOf } from "../guideline/population.ts";
import { scopeOf } from "../guideline/scope.ts";
import { sectionAt } from "../guideline/section.ts";
import type { Medicine, Route } from "../lexicon/medicine.ts";
import { lineBefore } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { samePeopleOf } from "./comparable-people.ts";
import { isNamedByLength, isOf, isOfThem } from "./length-likeness.ts";
import {
  areAfterOthers,
  areApart,
  areLabelledApart,
  areOfSomeBeside,
  commonWords,
  hasWords,
  isLabelledOtherwise,
  isRetelling,
  openAlike,
} from "./length-words.ts";
import { allows, isEarlier, isNear, isStep, type Length, type Lengths, meets, stretch } from "./lengths.ts";

/** No document has so many; of more none is looked for. */
const mostLengths = 400;
/** What two must have in common, in points. */
const leastOfMedicine = 4;
const leastOfTreatment = 5;

/** All of them, or none where there are too many. */
export function everyLength(all: readonly Lengths[]): readonly Length[] {
  const lengths = all.flatMap(everyOne);
  return lengths.length > mostLengths ? [] : lengths;
}

/** The closest one that is said elsewhere; in the same document only one before it. */
export function closestOf(length: Length, lengths: readonly Length[]): Length | undefined {
  const [best, alike] = bestFor(length, lengths);
  if (!best || !isEarlier(best, length)) return undefined;
  const isMarked =
    areAlone(length, best, lengths) || isOfForm(length, best, lengths) || isOfForm(best, length, lengths);
  const points = alike + (isMarked ? loneBonus : 0);
  if (points < (length.medicine ? leastOfMedicine : leastOfTreatment)) return undefined;
  const [back] = bestFor(best, lengths);
  return back && meets(back, length) && samePlace(back, length) ? best : undefined;
}

/** Two documents, or a section and what retells it, each with one length of the medicine or the treatment. */
const loneBonus = 4;
const areAlone = (a: Length, b: Length, all: readonly Length[]): boolean =>
  (a.guideline !== b.guideline &&
    medicineOf(a) === medicineOf(b) &&
    all.every((one) => medicineOf(one) !== medicineOf(a) || meets(one, a) || meets(one, b))) ||
  (!(medicineOf(a) && medicineOf(b)) &&
    ((a.guideline !== b.guideline && (shareDisease(a, b) || isOfNoDisease(a) || isOfNoDisease(b))) ||
      isRetelling(a) ||
      isRetelling(b)) &&
    rangesOf(all).length <= mostRanges &&
    rangesOf(all).every((one) => meets(one, a) || meets(one, b)));

const shareDisease = ({ indication: a }: Length, { indication: b }: Length): boolean =>
  a.conditions.some((id) => b.conditions.includes(id));

/** "Round sheet": a card that names no disease is of its chapter's. */
const isOfNoDisease = ({ guideline, indication }: Length): boolean =>
  indication.conditions.length === 0 && !namesDisease(guideline);

const namesDisease = oncePer(({ sections, markdown }: Guideline): boolean =>
  sections.some(
    ({ headingSpan: { start, end } }) =>
      scopeOf(markdown.plain.slice(start, end), 0).indication.conditions.length > 0,
  ),
);

const mostRanges = 6;
/** One for each range of days. */
const rangesOf = oncePer((all: readonly Length[]): readonly Length[] => [
  ...new Map(all.map((one) => [`${one.low}-${one.high}`, one] as const)).values(),
]);

/** A length without a name is that of the one medicine whose length is said, or of the only one that is so taken. */
function isNamelessBesideOne(a: Length, b: Length, all: readonly Length[]): boolean {
  const [one, other] = [medicineOf(a), medicineOf(b)];
  if (one && other) return false;
  if ([a, b].some(({ medicine }) => medicine?.symptomatic)) return false;
  return areAlone(a, b, all) || isOfForm(a, b, all) || isOfForm(b, a, all);
}

/** "Injections: every day for two weeks", where only one medicine is injected. */
function isOfForm(nameless: Length, { medicine }: Length, all: readonly Length[]): boolean {
  const ways = nameless.medicine || !medicine ? undefined : waysOf(nameless);
  if (!ways) return false;
  const taken = takenIn(all);
  const isSo = (one: Medicine) => [...(taken.get(one) ?? [])].some((route) => ways.includes(route));
  const medicines = [...taken.keys()];
  return medicine !== undefined && isSo(medicine) && medicines.filter(isSo).length === 1;
}

const takenIn = oncePer((all: readonly Length[]) => {
  const taken = new Map<Medicine, Set<Route>>();
  for (const guideline of new Set(all.map((one) => one.guideline)))
    for (const { medicine, routes } of guideline.orders)
      taken.set(medicine, new Set([...(taken.get(medicine) ?? []), ...routes]));
  return taken;
});

const forms: readonly (readonly [RegExp, readonly Route[]])[] = [
  [/\binjections?\b/i, ["im", "iv", "sc"]],
  [/\b(?:tablets?|capsules?|pills?|syrup|sachets?)\b/i, ["oral"]],
];
const waysOf = oncePer((length: Length): readonly Route[] | undefined => {
  const { start, end } = length.course?.part ?? length.span;
  const said = length.guideline.text.slice(start, end);
  const named = forms.filter(([form]) => form.test(said));
  return named.length === 1 ? named[0]?.[1] : undefined;
});

const everyOne = oncePer(({ orders, courses }: Lengths): readonly Length[] => [
  ...[...orders.values()].flat(),
  ...courses,
]);

export const samePlace = (a: Length, b: Length) => a.guideline === b.guideline && listOf(a) === listOf(b);

function listOf({ order, course, guideline, span, container: block = span.start }: Length): number {
  const { container } = order ?? course ?? { container: block };
  return guideline.lists.get(container) ?? container;
}

/** The one that is most alike and does not meet it, unless one that meets it is as much alike, or two are. */
function bestFor(length: Length, all: readonly Length[]): readonly [Length | undefined, number] {
  let best: Length | undefined;
  let [most, agreed] = [0, 0];
  for (const other of all) {
    if (medicineOf(other) !== medicineOf(length) && !isNamelessBesideOne(length, other, all)) continue;
    const points = alikeness(length, other);
    if (points === 0) continue;
    if (agrees(length, other)) agreed = Math.max(agreed, points);
    else if (points > most) [best, most] = [other, points];
    else if (points === most && best && !meets(best, other)) best = undefined;
  }
  return best && most > agreed && isNear(length, best) ? [best, most] : [undefined, 0];
}

const agrees = (a: Length, b: Length): boolean => meets(a, b) || allows(a, b) || allows(b, a);

/** Zero: something speaks against it. */
export function alikeness(a: Length, b: Length): number {
  const known = alikenessOf(a).get(b);
  if (known !== undefined) return known;
  const points = mayBeOne(a, b) ? 0.5 + pointsOf(a, b) : 0;
  alikenessOf(a).set(b, points);
  return points;
}
const alikenessOf = oncePer((_length: Length) => new WeakMap<Length, number>());

function mayBeOne(a: Length, b: Length): boolean {
  if (a === b || samePlace(a, b)) return false;
  if (areOfOthers(a.indication, b.indication)) return false;
  if (areOpposite(a, b) || areOpposite(b, a)) return false;
  const [one, other] = [a.population, b.population];
  if (!isEveryone(one) && !isEveryone(other) && !samePeopleOf(one, other, true) && !areYoung(one, other))
    return false;
  const isOneSided = (group: "men" | "pregnant") =>
    one.groups.includes(group) !== other.groups.includes(group);
  if (isOneSided("men") || (a.guideline === b.guideline && isOneSided("pregnant"))) return false;
  if (stageOf(one) && stageOf(other) && stageOf(one) !== stageOf(other)) return false;
  // Paragraphs of one section differ on purpose.
  if (a.guideline === b.guideline && sectionOf(a) === sectionOf(b) && isProse(a) && isProse(b)) return false;
  if (areOfSomeBeside(a, b) || areLabelledApart(a, b) || isNamedByLength(a) || isNamedByLength(b))
    return false;
  if (isUnknown(a, b) || isUnknown(b, a) || areAfterOthers(a, b)) return false;
  if (areDenied(a, b) || areDenied(b, a)) return false;
  if ([a, b].some((one) => one.course && isOfThem(one))) return false;
  const isSaidOfBoth = isSaid(a.indication) && isSaid(b.indication);
  if (!isSaidOfBoth && a.guideline === b.guideline && [a, b].every(({ order }) => order?.where === "table"))
    return false;
  const isUnlike = isLabelledOtherwise(a, b) || isLabelledOtherwise(b, a);
  if (!isSaidOfBoth && isUnlike && !areInOnePhase(a, b)) return false;
  return mayBeOneOrder(a, b) && hasWords(a, b) && hasWords(b, a);
}

/** "The child", in a chapter on those of 2 to 59 months. */
const areYoung = (a: Population, b: Population): boolean =>
  (isChild(a) && stageOf(b) === "child") || (isChild(b) && stageOf(a) === "child");
const isChild = ({ groups, age, weight }: Population) => groups.join() === "child" && !age && !weight;

/** "Those who are better go on to consolidation: …", and a row "Consolidation". */
const areInOnePhase = ({ indication: a }: Length, { indication: b }: Length): boolean =>
  a.qualifiers.some((id) => b.qualifiers.includes(id) && !idle.test(id) && !stretch.test(id));

function mayBeOneOrder(a: Length, b: Length): boolean {
  const [one, other] = [a.order, b.order];
  const isStepToo = [a, b].some((length) => !length.order && isGoingOn(length));
  for (const { order, guideline } of [a, b])
    if (
      order &&
      (order.medicine.symptomatic || (isStep(order, guideline) && !isStepToo && !areAlikeTaken(one, other)))
    )
      return false;
  if (a.guideline === b.guideline && areApart(a, b)) return false;
  if (!one || !other) return [one, other].every((order) => !order?.phase || order.phase === "then");
  if (one.phase !== other.phase || areTakenOtherwise(one, other)) return false;
  const routes = one.routes.length === 0 || other.routes.length === 0;
  return routes || one.routes.some((route) => other.routes.includes(route));
}

/** "Up to week 6, then the small drops" */
const isGoingOn = ({ guideline: { text }, span: { start, end } }: Length): boolean =>
  /^(?:up +to +)?(?:the +)?(?:days?|weeks?|months?|\d+|[a-z]+ +(?:days|weeks|months)$)/i.test(
    text.slice(start, end),
  ) && /^[^.;|\n]{0,20}\b(?:then|after +that|afterwards|thereafter)\b/i.test(text.slice(end, end + 40));

/** "900 mg once weekly", "300 mg once daily": two regimens, each with a length of its own. */
function areTakenOtherwise(a: Order, b: Order): boolean {
  const [one, other] = [amountOf(a.dose), amountOf(b.dose)];
  if (one.unit === other.unit && (one.high < other.low || other.high < one.low)) return true;
  const [often, oftenThere] = [a.frequency?.perDay, b.frequency?.perDay];
  return often !== undefined && oftenThere !== undefined && often.low > 2 * oftenThere.high;
}

const areAlikeTaken = (a: Order | undefined, b: Order | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.dose.unit === b.dose.unit &&
  a.dose.high === b.dose.high &&
  ((isOfDay(a) && isOfDay(b)) ||
    (a.frequency?.perDay !== undefined && a.frequency.perDay.high === b.frequency?.perDay?.high));

/** "7 mg/kg per day" */
const isOfDay = ({ dose }: Order): boolean => dose.per.hours === 24;

const sectionOf = ({ guideline, span }: Length) => sectionAt(guideline.sections, span.start);

/** A table and the text beside it say the same again, and so does a box. By the text alone: others' blocks are not at hand. */
const isProse = (length: Length): boolean =>
  !/^\s*[>|│]/.test(lineBefore(length.guideline.text, length.span.start)) && !isRetelling(length);

/** A form of a disease is another one: it is treated for a time of its own. */
const areOfOthers = ({ conditions: a }: Indication, { conditions: b }: Indication): boolean =>
  a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id));

/** "Liver cysts", a disease that is not known, in a document that names another. */
const isUnknown = (
  { indication: a, guideline }: Length,
  { indication: b, guideline: there }: Length,
): boolean =>
  guideline === there && a.conditions.length === 0 && a.topic.length > 0 && b.conditions.length > 0;

/** "Host without HIV" */
const areDenied = (a: Length, b: Length): boolean => absentIn(a).some((id) => isOf(b, id));

const absentIn = oncePer(({ course, order, guideline: { markdown } }: Length): readonly string[] => {
  if (!order) return course?.absent ?? [];
  const said = markdown.plain.slice(order.block.start, Math.min(order.block.end, order.block.start + 300));
  return matchesIn(said, /\bwithout +(\p{L}+(?:[ -]\p{L}+)?)/gu).flatMap(
    ([, what = ""]) => scopeOf(what, 0).indication.conditions,
  );
});

/** "Take it for ten days", where only one was named. */
export const medicineOf = ({ medicine, course }: Length) => medicine ?? course?.near;

/** Of one kind only one can hold; what keeps a disease away is no treatment, said or not. */
const kinds: readonly (readonly string[])[] = [
  ["uncomplicated", "complicated", "severe"],
  ["mild", "moderate", "severe"],
  ["outpatient", "inpatient", "intensive-care", "severe", "complicated"],
  ["first-line", "second-line", "third-line", "alternative", "rescue"],
  ["intensive-phase", "continuation-phase"],
  ["susceptible", "resistant"],
  ["early", "late", "latent"],
];
const exceptional =
  /prophyla|prevent|contact|allergy|recurrent|relapse|rescue|alternative|second-line|severe|early|late|^complicated|intensive-care|-phase$/;
/** What is so at most times is said or left out. */
const idle =
  /^(?:uncomplicated|outpatient|susceptible|empirical|targeted|confirmed|suspected|acute|first-line|monotherapy|combination|combination-therapy|initial|primary|chronic|new-case)$/;

/** "Moderate to severe" disease is severe on the other side, and moderate as well. */
function degreesOf({ indication: { qualifiers } }: Length): readonly string[] {
  return qualifiers.flatMap((id) => /^(mild|moderate)-to-(moderate|severe)$/.exec(id)?.slice(1) ?? [id]);
}

function areOpposite(a: Length, b: Length): boolean {
  const [own, theirs] = [degreesOf(a), degreesOf(b)];
  const isSaid = (id: string) => theirs.includes(id) || (id === "prophylaxis" && openAlike(a, b));
  if (own.some((id) => exceptional.test(id) && !isSaid(id))) return true;
  return kinds.some((kind) => {
    const [one, other] = [own, theirs].map((qualifiers) => kind.filter((id) => qualifiers.includes(id)));
    return one && other && one.length > 0 && other.length > 0 && !one.some((id) => other.includes(id));
  });
}

const isPlace = (id: string): boolean => /^(?:out|in)patient$/.test(id);

function pointsOf(a: Length, b: Length): number {
  const [one, other] = [a.indication, b.indication];
  const shared = one.qualifiers.filter((id) => other.qualifiers.includes(id) && !isPlace(id)).length;
  const alone = [one, other].flatMap(({ qualifiers }) =>
    qualifiers.filter((id) => !idle.test(id) && !stretch.test(id)),
  ).length;
  const disease = isSaid(one) && isSaid(other) ? 3 : 0;
  const dose = areAlikeTaken(a.order, b.order) ? 2 : 0;
  const people =
    !isEveryone(a.population) && samePeopleOf(a.population, b.population, true)
      ? [a, b].every(({ population: { weight, age } }) => weight ?? age)
        ? 2
        : 1
      : 0;
  return Math.max(
    0,
    disease +
      dose +
      (openAlike(a, b) ? 2 : 0) +
      2 * shared -
      Math.max(0, alone - 2 * shared) +
      people +
      commonWords(a, b),
  );
}
