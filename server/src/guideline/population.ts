// Who a sentence, row or section is about: groups, ages, weights, gestation. Two populations are the same patients only
// where the text says so. It must not know medicines.

import type { Unit } from "../lexicon/units.ts";
import { oncePerPair, remembered } from "../text/memory.ts";
import { formatAge, formatBand } from "./band-format.ts";
import { bareYears, yearsBehindAged } from "./bare-years.ts";
import { gestationAt } from "./gestation.ts";
import {
  type Band,
  bandOf,
  type Interval,
  type IntervalFound,
  intervalAt,
  mayCompare,
  operatorAt,
} from "./interval.ts";
import type { Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";
import { numberOf } from "./number-word.ts";
import { numeral } from "./numeral.ts";
import { type Group, groupByWord, othersAt, othersStarts } from "./population-group.ts";

export interface Population {
  readonly groups: readonly Group[];
  readonly age?: Band;
  readonly weight?: Band;
  /** In weeks. */
  readonly gestation?: Band;
}

export const everyone: Population = Object.freeze({ groups: [] });

const yearOrMonth = (unit: Unit) => unit.code === "a" || unit.code === "mo";
const isAgeUnit = (unit: Unit): boolean => yearOrMonth(unit) || unit.code === "wk" || unit.code === "d";
const isWeightUnit = (unit: Unit) => unit.code === "kg" || unit.code === "g";
export interface PopulationFound {
  readonly population: Population;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** What precedes a time that is not an age: "for 5 days", "every 2 years". */
const notAge = new Set(
  "for every each x × within after during in last past per over next until lasting least than of duration repeat previous preceding".split(
    " ",
  ),
);

/** Before “mother”. */
const states = ["expectant", "expecting", "nursing", "suckling"];
const starts = new Set([
  "non",
  "nonpregnant",
  "aged",
  "age",
  "ages",
  "older",
  "younger",
  "first",
  "between",
  ...states,
  "grown",
  ...othersStarts,
]);
const births = ["birth", "births", "labour", "labor", "delivery", "rupture", "prelabour", "contractions"];

/** Most words begin none: they are told by one look. */
const mayBegin = (word: string): boolean =>
  starts.has(word) || groupByWord.has(word) || mayCompare(word) || numberOf(word) !== undefined;

/** A population that begins at a token. */
export function populationAt(tokens: readonly Token[], at: number): PopulationFound | undefined {
  const token = tokens[at];
  if (!token || (token.kind === "word" && !mayBegin(token.text))) return undefined;
  const made = (population: Population, next: number) => ({
    population,
    start: token.start,
    end: tokens[next - 1]?.end ?? token.end,
    next,
  });
  const group = token.kind === "word" ? groupByWord.get(token.text) : undefined;
  if (group === "pregnant" && isWord(tokens[at - 1], "not")) return undefined;
  if (group === "neonate" && isBirth(tokens, at)) return undefined;
  // "Threatened preterm birth" is the mother's.
  if (group === "preterm" && isWord(tokens[at + 1], ...births)) return undefined;
  if (isWord(token, "grown") && isSign(tokens[at + 1], "-") && isWord(tokens[at + 2], "up", "ups"))
    return made({ groups: ["adult"] }, at + 3);
  const denied = deniedEnd(tokens, at);
  if (denied !== undefined) {
    const rest = populationAt(tokens, denied);
    return rest && made(rest.population, rest.next);
  }
  if (group) {
    // "baby weight" and "adult dose" are about them all the same; "man-made" is not.
    if (isSign(tokens[at + 1], "-") && (group === "men" || group === "women")) return undefined;
    return made({ groups: [group] }, at + 1);
  }
  const years = bareYears(tokens, at);
  if (years) return made({ groups: years.group, age: years.age }, years.next);
  if (isWord(token, "aged", "age", "ages")) {
    const skip = isSign(tokens[at + 1], ":") || isWord(tokens[at + 1], "of") ? 2 : 1;
    const found = intervalAt(tokens, at + skip, isAgeUnit);
    if (found) return made({ groups: [], age: bandOf(found.interval) }, found.next);
    const bare = isWord(token, "aged") ? yearsBehindAged(tokens, at + 1) : undefined;
    return bare && made({ groups: bare.group, age: bare.age }, bare.next);
  }
  // "Expectant management" is of anybody.
  if (isWord(tokens[at + 1], "mother", "mothers", "woman", "women") && isWord(token, ...states))
    return made({ groups: [isWord(token, "nursing", "suckling") ? "breastfeeding" : "pregnant"] }, at + 2);
  const othersEnd = othersAt(tokens, at);
  if (othersEnd !== undefined) return made({ groups: ["other"] }, othersEnd);
  if (isWord(token, "older") && isWord(tokens[at + 1], "people", "adults", "patients", "persons"))
    return made({ groups: ["elderly"] }, at + 2);
  return lifeWeekAt(tokens, at, made) ?? weightAt(tokens, at, made) ?? ageAt(tokens, at, made);
}

/** "After the birth of the last baby" says when, not to whom. */
function isBirth(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && isWord(tokens[before], "the", "a", "each", "first", "second", "last")) before--;
  return isWord(tokens[before], "of") && isWord(tokens[before - 1], "birth", "delivery", "expulsion");
}

/** Past "non-pregnant", which says less than what it stands before. */
function deniedEnd(tokens: readonly Token[], at: number): number | undefined {
  if (isWord(tokens[at], "nonpregnant")) return at + 1;
  if (!isWord(tokens[at], "non")) return undefined;
  const next = isSign(tokens[at + 1], "-") ? at + 2 : at + 1;
  return isWord(tokens[next], "pregnant", "breastfeeding", "lactating") ? next + 1 : undefined;
}

type Make = (population: Population, next: number) => PopulationFound;

/** "first week of life", "first seven days of life" */
function lifeWeekAt(tokens: readonly Token[], at: number, made: Make): PopulationFound | undefined {
  if (!isWord(tokens[at], "first")) return undefined;
  const [count, days] = [tokens[at + 1], isWord(tokens[at + 2], "days")];
  const next = days ? at + 3 : at + 2;
  if (!count || !isWord(tokens[next], "of") || !isWord(tokens[next + 1], "life")) return undefined;
  const counted = count.kind === "number" ? count.value : numberOf(count.text);
  const high = days ? counted : isWord(count, "week") ? 7 : isWord(count, "month") ? 30.44 : undefined;
  return high
    ? made({ groups: [], age: { low: 0, high, lowInclusive: true, highInclusive: true, step: 1 } }, next + 2)
    : undefined;
}

/** "20 kg and above", "children of 12 kg": any weight of kilograms that is not per kilogram. */
function weightAt(tokens: readonly Token[], at: number, made: Make): PopulationFound | undefined {
  if (tokens[at]?.kind !== "number" && !operatorAt(tokens, at) && !isWord(tokens[at], "between"))
    return undefined;
  // "if you gain 2 kg in 3 days"
  if (isWord(tokens[at - 1], ...changed)) return undefined;
  const found = intervalAt(tokens, at, isWeightUnit);
  if (!found || !isWeight(found.interval) || isSign(tokens[found.next], "/")) return undefined;
  return made({ groups: [], weight: bandOf(found.interval) }, found.next);
}

const changed = ["gain", "gains", "gained", "gaining", "lose", "loses", "lost", "losing"] as const;

/** Kilograms; grams only of the size of a newborn. */
function isWeight({ lowUnit, highUnit, low, high }: Interval): boolean {
  if (lowUnit?.code === "kg" && highUnit?.code === "kg") return true;
  return (
    lowUnit?.code === "g" && highUnit?.code === "g" && (low ?? high ?? 0) >= 500 && (high ?? low ?? 0) <= 5000
  );
}

/** "Age 0 to 4 hours", "in the first 24 hours of life": nothing else that is told in hours is an age. */
function hoursAt(tokens: readonly Token[], at: number): IntervalFound | undefined {
  const found = intervalAt(tokens, at, ({ code }) => code === "h");
  const said =
    isWord(tokens[at - 1], "age", "aged") || (found && isWord(tokens[found.next - 1], "old", "life", "age"));
  return said ? found : undefined;
}

function ageAt(tokens: readonly Token[], at: number, made: Make): PopulationFound | undefined {
  if (!numeral(tokens[at]) && !operatorAt(tokens, at) && !isWord(tokens[at], "between")) return undefined;
  const found = intervalAt(tokens, at, isAgeUnit) ?? hoursAt(tokens, at);
  if (!found) return undefined;
  const born = gestationAt(tokens, at, found);
  if (born) return made({ groups: [], gestation: born.gestation }, born.next);
  // "The first 28 days of life"
  const since = isWord(tokens[at - 1], "first") && isWord(tokens[found.next - 1], "life") ? { low: 0 } : {};
  const age = made({ groups: [], age: { ...bandOf(found.interval), ...since } }, found.next);
  return isAge(tokens, at, found) ? age : undefined;
}

/** Whether a time is an age rather than a duration or an interval between doses. */
function isAge(tokens: readonly Token[], at: number, { interval, next }: IntervalFound): boolean {
  if (isWord(tokens[next - 1], "old", "life", "age")) return true;
  const [before, first] = [tokens[at - 1], tokens[at]];
  // "Intensive phase, 2 months:"
  if (interval.point && (isSign(before, ",") || isSign(before, "(")) && isWord(tokens[at - 2], ...lasting))
    return false;
  const named = isWord(before, "of") ? tokens[at - 2] : before;
  const group =
    named?.kind === "word" &&
    ((groupByWord.has(named.text) && groupByWord.get(named.text) !== "pregnant") ||
      /^(?:aged?|ages)$/.test(named.text));
  if (group) return !isSign(tokens[next], "/");
  if (before?.kind === "word" && notAge.has(before.text)) return false;
  if (before?.kind === "sign" && ["×", "/", "q", "~"].includes(before.text)) return false;
  if (isNewbornAge(tokens, at, { interval, next })) return true;
  const years = interval.lowUnit?.code === "a" || interval.highUnit?.code === "a";
  const months = interval.lowUnit?.code === "mo" || interval.highUnit?.code === "mo";
  // "100 000 IU from 6 to 11 months", behind a dose: no course lasts from so long to so long.
  const stretch = interval.low !== undefined && interval.high !== undefined;
  if (isWord(first, "from", "between") && stretch && (months || years)) return true;
  // "- From 6 months: one tablet", "200,000 IU from 12 months, 100,000 IU from 6 to 11 months"
  const ends = (isSign(tokens[next], ":") ? before : tokens[next])?.kind !== "word";
  const isTold = isSign(tokens[next], ":") || amount.test(`${tokens[at - 2]?.kind} ${tokens[at - 1]?.text}`);
  if (isWord(first, "from") && months && ends && isTold) return true;
  // "over 5 years" is an age, "over 5 days" a duration.
  if (first?.kind === "word" && /^(?:over|from|up|at|more|less|beyond)$/.test(first.text) && !years)
    return false;
  // "50 000 units under 6 months": no course is said so.
  if (months && isWord(first, "under", "below", "younger")) return true;
  // "once daily, 12 months"
  const often =
    isSign(before, ",") && isWord(tokens[at - 2], "daily", "day", "weekly", "hourly", "night", "bd", "tds");
  if (interval.point && often && !isSign(tokens[next], ":")) return false;
  if (interval.point) return (years || months) && standsAlone(tokens, at, next);
  return years || months ? standsAlone(tokens, at, next) || years : false;
}

const amount = /^number +(?:iu|units?|mc?g|micrograms?|ml)$/;
const lasting = ["phase", "treatment", "course", "therapy", "regimen"];

const farthestNewborn = 40;

/** "Newborn 0 to 7 days: …; 8 to 28 days: …": days of life before a colon, where newborns were named before. */
function isNewbornAge(tokens: readonly Token[], at: number, { interval, next }: IntervalFound): boolean {
  if (interval.point || !isSign(tokens[next], ":") || (interval.highUnit ?? interval.lowUnit)?.code !== "d")
    return false;
  if (!isSign(tokens[at - 1], ";") && !isSign(tokens[at - 1], "¶")) return false;
  return tokens
    .slice(Math.max(0, at - farthestNewborn), at)
    .some((token) => token.kind === "word" && groupByWord.get(token.text) === "neonate");
}

/** At the start of its clause, or before a colon: "1–5 years: 125 mg". */
function standsAlone(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[next];
  const opens = before === undefined || (before.kind === "sign" && /[¶;:,(•\-–—|]/.test(before.text));
  return (
    isSign(after, ":") ||
    isSign(after, "=") ||
    (opens && (after === undefined || after.kind !== "word" || after.text === "and"))
  );
}

/** The nearer wins in each respect; a group said here replaces groups and ages said further out. */
export const within = oncePerPair(withinOuter);

function withinOuter(outer: Population, inner: Population): Population {
  const life = inner.groups.length > 0 || inner.age !== undefined;
  // "The infant receives", below "Newborns"
  if (inner.groups.join() === "infant" && !inner.age && stageOf(outer) === "neonate")
    return within(outer, { ...inner, groups: [] });
  // "Children" above, "3–11 months" below: they are children all the same.
  const goesOn =
    stageOf(outer) === stageOf(inner) || (stageOf(inner) === undefined && isYoungAge(outer, inner));
  const kept = inner.groups.length > 0 || !goesOn ? inner.groups : outer.groups;
  return made(life ? kept : [...new Set([...outer.groups, ...inner.groups])], {
    // "Newborns" in a row below "first week of life" are those of the first week.
    ...optional("age", inner.age ?? (life && !isSameStage(outer, inner) ? undefined : outer.age)),
    ...optional("weight", inner.weight ?? (life ? undefined : outer.weight)),
    ...optional("gestation", inner.gestation ?? (life ? undefined : outer.gestation)),
  });
}

/** "From 12 months", below "Children" */
const isYoungAge = (outer: Population, { age }: Population) =>
  stageOf(outer) === "child" && age?.low !== undefined && age.high === undefined && age.low < 12 * 365;

const isSameStage = (outer: Population, inner: Population) =>
  stageOf(inner) === "neonate" && stageOf(outer) === "neonate";

/** Two pieces of one description: "children" and "under 5 years". */
export function joined(a: Population, b: Population): Population {
  return made([...new Set([...a.groups, ...b.groups])], {
    ...optional("age", b.age ?? a.age),
    ...optional("weight", b.weight ?? a.weight),
    ...optional("gestation", b.gestation ?? a.gestation),
  });
}

/** Whoever is told by groups alone is one object wherever that is said. */
function made(groups: readonly Group[], bands: Omit<Population, "groups">): Population {
  if (bands.age && isPastNewborn(bands.age) && groups.includes("neonate"))
    return { groups: [...new Set(groups.map(grown))], ...bands };
  if (Object.keys(bands).length > 0) return { groups, ...bands };
  return groups.length === 0 ? everyone : ofGroups(groups.join());
}
/** "Babies under 6 months" are no newborns. */
const isPastNewborn = ({ low = 0, high = oldest }: Band) => low >= 28 || (high > 92 && high < oldest);
const grown = (group: Group): Group => (group === "neonate" ? "infant" : group);
const ofGroups = remembered((names): Population => ({ groups: names.split(",") as Group[] }), {
  everywhere: true,
});

function optional(key: "age" | "weight" | "gestation", band: Band | undefined) {
  return band ? { [key]: band } : {};
}

export const weightless = ({ weight: _weight, ...rest }: Population): Population => rest;

export const hasBand = ({ age, weight, gestation }: Population): boolean =>
  (age ?? weight ?? gestation) !== undefined;

/** "A girl of 5 years, 20 kg": of one age or weight, so that what is said is an example. */
export function isOnePatient({ age, weight }: Population): boolean {
  const isPoint = (band: Band | undefined) => band?.low !== undefined && band.low === band.high;
  return isPoint(weight) || isPoint(age);
}

export function isEveryone({ groups, age, weight, gestation }: Population): boolean {
  return groups.length === 0 && !age && !weight && !gestation;
}

/** The stage of life that a population is in, where it is said. */
export function stageOf({ groups, age }: Population): "adult" | "child" | "neonate" | "all" | undefined {
  if (groups.includes("adult") && groups.some((group) => group === "child" || group === "infant"))
    return "all";
  if (groups.includes("neonate") || groups.includes("preterm")) return "neonate";
  if (groups.includes("child") || groups.includes("infant")) return "child";
  if (groups.includes("adult") || groups.includes("elderly")) return "adult";
  if (age?.high !== undefined && age.high <= 31) return "neonate";
  if (age?.high !== undefined && age.high <= 18.5 * 365.25) return "child";
  if (age?.low !== undefined && age.low >= 12 * 365.25) return "adult";
  if (groups.some((group) => group === "pregnant" || group === "breastfeeding")) return "adult";
  return undefined;
}

const sexOf = ({ groups }: Population) =>
  groups.includes("women") ? "women" : groups.includes("men") ? "men" : undefined;

const special: readonly Group[] = ["other", "pregnant", "breastfeeding", "preterm", "elderly", "adolescent"];

/** Whether two populations are known to be of the same patients: as far as said, all of it agrees. */
export function samePatients(a: Population, b: Population): boolean {
  if (stageOf(a) !== stageOf(b) && !sameMeasured(a, b)) return false;
  if (sexOf(a) !== sexOf(b) && sexOf(a) && sexOf(b)) return false;
  // "Adults and adolescents over 12 years" are those over 12.
  const told = a.age && b.age && sameAge(a.age, b.age) ? "adolescent" : undefined;
  const differs = (group: Group) =>
    group !== told &&
    (group === "elderly" ? isOld(a) !== isOld(b) : a.groups.includes(group) !== b.groups.includes(group));
  if (special.some(differs)) return false;
  return sameAgeSaid(a, b) && sameBand(a.weight, b.weight) && sameBand(a.gestation, b.gestation);
}

/** The same weights or ages, where one side leaves out what they are of. */
function sameMeasured(a: Population, b: Population): boolean {
  if (stageOf(a) !== undefined && stageOf(b) !== undefined) return false;
  const same = (key: "age" | "weight") =>
    a[key] !== undefined && b[key] !== undefined && (key === "age" ? sameAge : sameBand)(a[key], b[key]);
  return same("age") || same("weight");
}

/** Ends that nearly agree, or a large part in common. */
export function sameBand(a: Band | undefined, b: Band | undefined, most = 1e9): boolean {
  if (!a || !b) return a === b;
  const [low, high] = [Math.max(a.low ?? 0, b.low ?? 0), Math.min(a.high ?? most, b.high ?? most)];
  const outer = Math.max(a.high ?? most, b.high ?? most) - Math.min(a.low ?? 0, b.low ?? 0);
  if (outer <= 0) return a.low === b.low;
  return (high - low) / outer >= 0.6;
}

/** "Women of 18 to 64 years" and "women" are both adults, of whom one side says from which age on. */
function sameAgeSaid(one: Population, other: Population): boolean {
  const [a, b] = [one.age, other.age];
  const [said] = a && b ? [] : [a ?? b];
  return said ? isAdulthood(said) || (isOld(one) && isOld(other)) : sameAge(a, b);
}

const year = 365.25;
/** "Older people", "75 years and over". */
const isOld = ({ groups, age }: Population): boolean =>
  groups.includes("elderly") || ((age?.low ?? 0) >= 60 * year && (age?.high ?? oldest) >= 95 * year);
const isAdulthood = ({ low = 0, high = oldest }: Band) =>
  low >= 15 * year - 1 && low <= 21 * year && high >= 55 * year;

const oldest = 100 * year;

/** "From 18 years" and "from 65 years" are two. */
const sameAge = (a: Band | undefined, b: Band | undefined) => sameBand(a, b, oldest);

export function formatPopulation({ groups, age, weight, gestation }: Population): string {
  const ages = age && formatAge(age);
  return [
    ...groups,
    ...(ages ? [`age ${ages}`] : []),
    ...(weight ? [`weight ${formatBand(weight, "kg")}`] : []),
    ...(gestation ? [`gestation ${formatBand(gestation, "weeks")}`] : []),
  ].join(", ");
}
