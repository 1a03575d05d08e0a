// What keeps two thresholds apart that are of one analyte in one direction: what is done there, which measurement is
// meant, when, at what degree, and of whom it is said. It must not judge whether the rest is alike.

import { isGrade, type Threshold } from "../guideline/threshold.ts";
import { denial, untilThen, withheld } from "../guideline/threshold-said.ts";
import { interventionNames } from "../lexicon/threshold-words.ts";
import { oncePer } from "../text/memory.ts";
import { common, sameSet } from "./overlap.ts";
import { wordsOf } from "./threshold-wording.ts";

export function areKeptApart(a: Threshold, b: Threshold): boolean {
  if (!samePolarity(a, b) || !sameAspects(a, b) || !sameEvents(a, b) || !sameDegree(a, b)) return true;
  return speakAgainst(a, b) || areOfOthers(a, b) || areGivenOtherwise(a, b);
}

/** What one side says and the other leaves out keeps nothing apart here; what both say does. */
export function areToldApart(a: Threshold, b: Threshold): boolean {
  if (
    !(samePolarity(a, b) || likePolarity(a, b) || isLeftOpen(a, b)) ||
    !likeAspects(a, b) ||
    !sameEvents(a, b)
  )
    return true;
  const [one, other] = [a, b].map((of) => [...degrees(of)].filter(isGrade));
  if (one?.length && other?.length && !one.some((id) => other.includes(id))) return true;
  return speakAgainst(a, b) || areOfOthers(a, b) || areGivenOtherwise(a, b);
}

/** "Leave out the tablet below 50", "no tablet below 60": of one nothing is read that it does. */
const isLeftOpen = (a: Threshold, b: Threshold): boolean =>
  a.kinds.size + a.actions.size === 0 || b.kinds.size + b.actions.size === 0
    ? polarity(a) !== "target" && polarity(b) !== "target"
    : false;

/** "Run glucose and halve the insulin", "hang glucose"; "until it is above 200", "stop above 200". */
function likePolarity(a: Threshold, b: Threshold): boolean {
  const ways = new Set([polarity(a), polarity(b)]);
  const given = common(a.actions, b.actions);
  if (ways.has("start") && ways.has("reduce")) return given.length > 0;
  const isUntil = [a, b].some(({ stopped }) => stopped.has(untilThen));
  return ways.has("stop") && ways.has("target") && isUntil && given.length > 0;
}

/** Which measurement is meant: of these one that is not said may be meant as well. */
const passing = new Set(["random", "urgent", "sustained", "after a meal", "positive test", "dried blood"]);

function likeAspects({ aspects: a }: Threshold, { aspects: b }: Threshold): boolean {
  const [one, other] = [a, b].map((all) => new Set([...all].filter((aspect) => !passing.has(aspect))));
  if (!one || !other || !sameSet(one, other)) return false;
  return a.size === 0 || b.size === 0 || common(a, b).length > 0 || one.size > 0;
}

type Polarity = "start" | "stop" | "reduce" | "target" | "discharge";

export const polarity = oncePer(({ kinds }: Threshold): Polarity => {
  if (kinds.has("target")) return "target";
  if (kinds.has("discharge") && !kinds.has("do")) return "discharge";
  if (kinds.has("reduce") && !kinds.has("define")) return "reduce";
  return kinds.has("stop") && !kinds.has("define") ? "stop" : "start";
});

function samePolarity(a: Threshold, b: Threshold): boolean {
  const [one, other] = [polarity(a), polarity(b)];
  // Who must not begin may be another than who has to stop.
  if (one === other)
    return (
      one !== "stop" ||
      a.kinds.has("do") === b.kinds.has("do") ||
      [a, b].some(({ stopped }) => stopped.has(withheld))
    );
  // "stop warfarin and give phytomenadione": what both do is begun.
  const given = common(a.actions, b.actions).filter(
    (action) => !interventionNames.has(action) && !a.topics.has(action),
  );
  const begun = ({ kinds, stopped }: Threshold) =>
    kinds.has("do") && given.every((name) => !stopped.has(name));
  // "Glucose is added and insulin halved": begun and reduced at once.
  const ways = [one, other].every((way) => way === "start" || way === "reduce");
  if (ways && given.length > 1) return true;
  const stops = [one, other].every((way) => way === "start" || way === "stop");
  return stops && given.length > 0 && begun(a) && begun(b);
}

function sameAspects(a: Threshold, b: Threshold): boolean {
  const timed = a.unit?.kind === "time";
  const told = timed ? briefAspects : ({ aspects }: Threshold) => aspects;
  const [one, other] = [told(a), told(b)];
  return sameSet(one, other) || sameSet(withHaste(a, one), withHaste(b, other));
}

/** "Urgent treatment" is what is given now, or within minutes. */
const withHaste = ({ allWords }: Threshold, told: ReadonlySet<string>): ReadonlySet<string> =>
  hasty.some((word) => allWords.has(word)) ? new Set([...told, "urgent"]) : told;
const hasty = [
  "urgent",
  "urgently",
  "now",
  "immediately",
  "immediate",
  "emergency",
  "fast",
  "rapid",
  "rapidly",
];

const briefAspects = oncePer(
  ({ aspects }: Threshold) => new Set([...aspects].filter((aspect) => aspect !== "sustained")),
);

/** "after birth" and "within 24 hours of a birth" are about one event; "after birth" and nothing are not. */
function sameEvents(a: Threshold, b: Threshold): boolean {
  const known = ({ events, allWords }: Threshold, event: string) => events.has(event) || allWords.has(event);
  return [...a.events].every((event) => known(b, event)) && [...b.events].every((event) => known(a, event));
}

/** Where care is given, or that something is replaced, says nothing of the patient. */
const places = new Set([
  "outpatient",
  "inpatient",
  "stable",
  "acute",
  "initial",
  "first-line",
  "replacement",
]);

function sameDegree(a: Threshold, b: Threshold): boolean {
  const [one, other] = [degrees(a), degrees(b)];
  const missing = (of: Threshold, own: ReadonlySet<string>, theirs: ReadonlySet<string>) =>
    new Set([...own, ...[...theirs].filter((id) => (isGrade(id) ? isOfGrade(of, id) : isDeed(of, id)))]);
  const [first, second] = [missing(a, one, other), missing(b, other, one)];
  return sameSet(first, second);
}

/** "After birth", "chronic": what one side says of the state, and the other does not. */
export function areOfOtherState(a: Threshold, b: Threshold): boolean {
  const [one, other] = [a, b].map(
    (of) => new Set([...degrees(of)].filter((id) => !isGrade(id) && id !== "prophylaxis")),
  );
  return one !== undefined && other !== undefined && !sameSet(one, other);
}

/**
 * "…: start dialysis", "…: prophylactic platelets": what is done, which may stand before the value or behind it. Who
 * neither bleeds nor is in shock is stable.
 */
const isDeed = ({ actions, allWords, whose, words }: Threshold, id: string) =>
  actions.has(id) ||
  whose.has(id) ||
  (id === "stable" && ["bleeding", "shock", "unstable"].some((word) => words.has(`${denial}${word}`))) ||
  (id === "prophylaxis" && (allWords.has("prophylactic") || allWords.has(id)));

/** "severe-acute-malnutrition" is severe, and so is what stands under "Severe hypertension". */
const isOfGrade = ({ conditions, above, gradesAbove }: Threshold, grade: string) =>
  (conditions.size === 0 && gradesAbove.has(grade)) ||
  [...(conditions.size > 0 ? conditions : above)].some((id) => id.startsWith(`${grade}-`));

/** "Severe" in a table on acute malnutrition is severe acute malnutrition. */
export const gradedAbove = oncePer(({ qualifiers, above }: Threshold): ReadonlySet<string> => {
  const [grade, more] = [...qualifiers].filter(isGrade);
  if (!grade || more) return above;
  return new Set([...above].map((id) => id.replace(/^(?:severe|moderate|mild)-/, `${grade}-`)));
});

const degrees = oncePer(({ qualifiers, conditions }: Threshold) => {
  // "diabetes, kidney disease or heart failure": one of a list of conditions.
  const listed = (id: string) => conditions.size > 0 && (id.endsWith("-impairment") || id === "chronic");
  return new Set([...qualifiers].filter((id) => !places.has(id) && !listed(id)));
});

/** Oral potassium is begun at one value, and intravenous at another. */
const areGivenOtherwise = ({ ways: a }: Threshold, { ways: b }: Threshold) =>
  a.size > 0 && b.size > 0 && common(a, b).length === 0;

/** What a threshold of another document has, for no group of this one is that. */
export const noGroup = -1;

const saidOf = oncePer(
  (found: Threshold): ReadonlySet<string> => new Set([...found.whose, ...wordsOf(found)]),
);

export const speakAgainst = (a: Threshold, b: Threshold): boolean => contradict(a, b) || contradict(b, a);

/** "no emergency sign" and "emergency sign", "before alteplase" and "after alteplase". */
function contradict(a: Threshold, b: Threshold): boolean {
  const [own, said] = [saidOf(a), saidOf(b)];
  const isDeniedOnly = (word: string) => word.startsWith(denial) && !own.has(word.slice(denial.length));
  return (
    [...own].some((word) => isDeniedOnly(word) && said.has(word.slice(denial.length))) ||
    ([...a.phases].some(
      (phase) => phase.startsWith("before") && b.phases.has(phase.replace("before", "after")),
    ) &&
      common(a.phases, b.phases).length === 0)
  );
}

/** Both stand under headings of one document that say of whom they are, and those have nothing in common. */
const areOfOthers = (a: Threshold, b: Threshold) =>
  a.group !== noGroup &&
  b.group !== noGroup &&
  a.whose.size > 0 &&
  b.whose.size > 0 &&
  common(a.whose, b.whose).length === 0;
