// What holds for all that stands under a heading, below a caption or in a list item: its population, what is
// treated, and the medicine it is about when it names exactly one. It must not know orders.

import { structuralWords } from "../lexicon/conditions.ts";
import type { Route } from "../lexicon/medicine.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { remembered } from "../text/memory.ts";
import { moved, type Span } from "../text/span.ts";
import { isFluid } from "./diluent.ts";
import { asAlternatives, type Indication, indicationFrom, narrowed, noIndication } from "./indication.ts";
import { type Item, itemsIn, type Phase } from "./item.ts";
import { denyingWord, isBreak, isMark, isWordLike, mentionsAmong } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import { everyone, joined, type Population, within } from "./population.ts";
import type { Schedule } from "./schedule.ts";
import { isSpared } from "./slot-clues.ts";

export interface Scope {
  readonly population: Population;
  readonly indication: Indication;
  /** With absolute places. */
  readonly medicine: MedicineMention | undefined;
  readonly medicines: readonly MedicineMention[];
  /** The only medicine that is named between the headings that this stands under. */
  readonly subject: MedicineMention | undefined;
  readonly phase: Phase | undefined;
  /** "What do we start with?" */
  readonly begun: boolean;
  /** Conditions that are said not to be there: "sticky eyes without trachoma". */
  readonly absent: readonly string[];
  readonly routes: readonly Route[];
  /** How often and how long, where the text is about giving something. */
  readonly schedules: readonly Schedule[];
  /** Quantities said in a heading or caption, as in "ceftriaxone, 80 mg/kg, solution of 100 mg/mL". */
  readonly measures: readonly Measure[];
  /** "Ceilings in 24 hours": what follows are maxima, of what is said here. */
  readonly limits: string | undefined;
}

export const noScope: Scope = Object.freeze({
  population: everyone,
  indication: noIndication,
  medicine: undefined,
  medicines: [],
  subject: undefined,
  phase: undefined,
  begun: false,
  absent: [],
  routes: [],
  schedules: [],
  measures: [],
  limits: undefined,
});

/** Items of a text, remembered: a key stroke changes one block, and all others are read as before. */
export const itemsOf = remembered(itemsIn);

const scopePhases = new Set(["loading", "maintenance", "initial", "test"]);

/** What a text says about all that it stands above. */
export function scopeOf(text: string, offset: number): Scope {
  const own = ownScope(text);
  return offset === 0 || (own.medicines.length === 0 && own.measures.length === 0)
    ? own
    : movedScope(own, offset);
}

export function movedScope(scope: Scope, by: number): Scope {
  const medicines = scope.medicines.map((one) => moved(one, by));
  return {
    ...scope,
    medicine: scope.medicine && medicines[0],
    medicines,
    measures: scope.measures.map((one) => moved(one, by)),
  };
}

/** "Levetiracetam, 100 mg per mL. Add it to 100 mL of saline": what another is given in. */
const carriesEarlier = (items: readonly Item[], at: number): boolean =>
  isFluid(items[at]) &&
  isMark(items[at - 1], "of", "in") &&
  items.slice(0, at).some((item) => item.kind === "medicine" && !isFluid(item));

export const ownScope = remembered((text): Scope => {
  const items = itemsOf(text);
  const medicines = mentionsAmong(items.filter((_item, at) => !carriesEarlier(items, at)));
  const kinds = new Set(medicines.map(({ medicine }) => medicine));
  // "Insulin sliding scale (soluble insulin SC)": the same, said more exactly.
  for (const { name } of kinds)
    for (const other of kinds) if (name.endsWith(` ${other.name}`)) kinds.delete(other);
  const [only] = kinds;
  // "Starting treatment" is no starting dose.
  const phase = items.find(
    (item) =>
      item.kind === "mark" &&
      scopePhases.has(item.mark) &&
      (item.mark !== "initial" || /dose/i.test(text.slice(item.start, item.end))),
  );
  const beside = companionOf(items);
  if (beside) {
    const indication = indicationOf(items);
    const qualifiers = [...indication.qualifiers, `with ${beside}`].sort();
    return { ...noScope, population: populationOf(items), indication: { ...indication, qualifiers } };
  }
  return {
    population: isTwofold(items) ? everyone : populationOf(items),
    indication: withTimes(indicationOf(items), items, text),
    medicine:
      kinds.size === 1 && !overdosed.test(text)
        ? medicines.find(({ medicine }) => medicine === only)
        : undefined,
    medicines,
    subject: undefined,
    phase: phase?.kind === "mark" ? (phase.mark as Phase) : undefined,
    begun: startAsked.test(text) && items.some((item) => isMark(item, "initial")),
    absent: items.flatMap((item, i) => (item.kind === "condition" && isDenied(items, i) ? [item.id] : [])),
    routes: [...new Set(items.flatMap((item) => (item.kind === "routes" ? item.routes : [])))],
    schedules: schedulesOf(items),
    measures: items.flatMap((item) => (item.kind === "measure" ? [item.measure] : [])),
    limits: limitTitle.test(text) && !items.some(({ kind }) => kind === "measure") ? text : undefined,
  };
});

/** "Uncomplicated malaria and malaria in pregnancy": of all patients, and of some. */
function isTwofold(items: readonly Item[]): boolean {
  const and = items.findIndex((item) => isMark(item, "and"));
  const named = items.map((item) => (item.kind === "condition" && !item.qualifier ? item.id : undefined));
  const before = new Set(named.slice(0, Math.max(0, and)));
  return named.slice(and + 1).some((id) => id !== undefined && before.has(id));
}

const limitTitle =
  /^\W*(?:(?:annex|appendix|table|box|card|chart) +[\w.]{1,4}[.:]? +)?(?:[\d.]+\s+)?(?:[^.;|]{0,50}\b(?:at +most|(?:no|not|never) +(?:more|exceed\w*|above|beyond))\b(?=[^.;|]{0,40}(?:\bday\b|\bdaily\b|\b24\b|$))|(?:(?:the|our|daily|safe|absolute|upper|24-hour|dose|dosage|single|ward)[ -]+){0,3}(?:maxim(?:um|a)|max\b|ceilings?|limits?|highest|largest)\b)(?:[^.;|]|\.\d){0,90}$/i;

const startAsked = /^\W*(?:with +)?(?:what|which|how +much)\b[^?]*\?\W*$/i;

/** "Methotrexate taken daily by mistake", "Reversal of rocuronium": what was taken is not what is given now. */
const overdosed =
  /^.{0,60}\b(?:overdos\w+|poisoning|intoxication|toxicity|by +mistake|by +accident|accidental\w*|in +error|antidotes?|revers(?:al|ing) +(?:of|for|after)|bleeding +on|coming +off|withdrawal +(?:of|from))\b.{0,60}$/i;

/** "Fetal death in utero (18–27 weeks)": the same condition at another time is another heading. */
function withTimes(indication: Indication, items: readonly Item[], text: string): Indication {
  const times = items.flatMap((item, i) => {
    const [named, opens] = [items[i - 2], items[i - 1]];
    // "Stage 2 (10 to 30 minutes)" is stage 2.
    const apart = isBreak(opens, "open") && named?.kind === "condition" && !/^stage\b/.test(named.id);
    return apart && item.kind === "schedule" && item.schedule.kind === "time"
      ? [text.slice(item.start, item.end).replace(/\s+/g, "").toLowerCase()]
      : [];
  });
  return times.length === 0
    ? indication
    : { ...indication, qualifiers: [...indication.qualifiers, ...times].sort() };
}

const givingWord =
  /^(?:giv(?:e|en)|administer(?:ed)?|treat(?:ment)?|therapy|regimens?|all|both|courses?|doses?|dosage)$/;

/** "With rifampicin", "Patients taking carbamazepine": a heading about what else is taken, not about that. */
function companionOf(items: readonly Item[]): string | undefined {
  const [first, second, next] = items.filter(({ kind }) => kind !== "population" && kind !== "break");
  const taken = isMark(first, "with") || isWordLike(first, /^(?:on|taking|alongside)$/);
  const named = taken && second?.kind === "medicine" && next === undefined;
  return named ? second.mention.medicine.name : undefined;
}

/** "Amoxicillin PO twice daily for 5 days:"; but "fever for 7 days" says nothing about a treatment. */
function schedulesOf(items: readonly Item[]): Schedule[] {
  const gives = items.some(
    (item) => item.kind === "medicine" || item.kind === "routes" || isWordLike(item, givingWord),
  );
  // "For 5 days:", "Twice daily, by mouth:"
  const bare =
    items.at(-1)?.kind === "break" &&
    items.every(({ kind }) => kind === "schedule" || kind === "break" || kind === "mark");
  if (!gives && !bare) return [];
  const found = items.flatMap((item) => (item.kind === "schedule" ? [item.schedule] : []));
  return found.filter(
    (schedule) =>
      (schedule.kind === "frequency" && (schedule.perDay || schedule.once)) ||
      schedule.kind === "divided" ||
      (schedule.kind === "time" && schedule.role === "duration"),
  );
}

export function populationOf(items: readonly Item[]): Population {
  const ends = (item: Item) => isBreak(item, "sentence", "semicolon");
  // '… ; "adult" means 15 years and over' says who is called so, not for whom.
  const defining = items.findIndex((item) => isWordLike(item, /^(?:means?|meaning)$/));
  const from = items.slice(0, Math.max(0, defining)).findLastIndex(ends);
  const told = defining < 0 ? items : items.slice(0, from + 1);
  return told.reduce(
    (population, item, at) =>
      item.kind === "population" && !isLeftBehind(told, at)
        ? joined(population, item.population)
        : population,
    everyone,
  );
}

/** "Meningitis beyond the newborn period", "outside pregnancy": whom it is not about. */
const isLeftBehind = (items: readonly Item[], at: number): boolean =>
  isWordLike(items[isWordLike(items[at - 1], /^the$/) ? at - 2 : at - 1], /^(?:beyond|outside)$/);

/** "cystitis or asymptomatic bacteriuria", "scabies, lice": every condition but the first stands behind an "or". */
function joinedByOr(items: readonly Item[]): boolean {
  let seen = false;
  return items.every((item, i) => {
    if (item.kind !== "condition" || item.qualifier) return true;
    const first = !seen;
    seen = true;
    return first || isOr(items[i - 1]);
  });
}

export const isOr = (item: Item | undefined): boolean =>
  isMark(item, "or") || isWordLike(item, /^\/$/) || isBreak(item, "comma", "open");

/** "not pregnant", "without shock" */
function isDenied(items: readonly Item[], at: number): boolean {
  const [first, before] = [items[at - 2], items[at - 1]];
  const denies = (item: Item | undefined) => isMark(item, "not", "without") || isWordLike(item, denyingWord);
  return denies(before) || (isWordLike(before, /^-$/) && denies(first)) || isSpared(items, at);
}

/** "early and late onset": each of them, so that neither tells anything apart. */
function isEitherWay(items: readonly Item[], at: number): boolean {
  const joins = (item: Item | undefined) => isMark(item, "and", "or") || isWordLike(item, /^\/$/);
  const qualifies = (item: Item | undefined) => item?.kind === "condition" && item.qualifier;
  return (
    (joins(items[at - 1]) && qualifies(items[at - 2])) || (joins(items[at + 1]) && qualifies(items[at + 2]))
  );
}

/** "Tuberculosis prevention in the HIV clinic": where it is done. */
const setting = /^(?:clinics?|wards?|units?|services?|teams?|programmes?|centres?|department)$/;

function indicationOf(items: readonly Item[]): Indication {
  const several = items.filter((item) => item.kind === "condition" && !item.qualifier).length > 1;
  const of = (qualifier: boolean) =>
    items.flatMap((item, i) =>
      item.kind === "condition" &&
      item.qualifier === qualifier &&
      !isDenied(items, i) &&
      !(!qualifier && several && isWordLike(items[i + 1], setting)) &&
      !(qualifier && isEitherWay(items, i))
        ? [item.id]
        : [],
    );
  // "OR", "Alternatively": another way.
  const first = items.find(({ kind }) => kind !== "break");
  const alternative = isMark(first, "or") ? ["alternative"] : [];
  // "When penicillin is given" heads what is given.
  const general = isWordLike(items.at(-1), /^(?:given|used|needed|started|indicated|prescribed|required)$/);
  const conditional = !general && isWordLike(first, /^(?:if|when|where)$/) ? ["conditional"] : [];
  const indication = indicationFrom(of(false), [...of(true), ...alternative, ...conditional], topicOf(items));
  return joinedByOr(items) ? asAlternatives(indication) : indication;
}

const diseaseEnding =
  /(?:itis|osis|iasis|a?emia|oma|pathy|rrh(?:o?ea|agia)|algia|plegia|uria|pnoea|trophy|megaly|cele|ectasis|ism)$/;
const diseaseNoun =
  /^(?:disease|syndrome|fever|infection|poisoning|deficiency|disorder|bites?|stings?|palsy|ulcer|tumou?r|cancer)$/;

/** More items than this are a sentence, in which a part of the body is no heading. */
const longestName = 8;
/** Where in the body: "Skin form" and "Lung form" are two things. */
const site =
  /^(?:lungs?|brain|bones?|joints?|kidneys?|liver|spleen|thyroid|breasts?|cervix|cervical|genital|urethral|oesophag(?:us|eal)|esophag(?:us|eal)|intestin(?:e|al)|skin|mouth|oral +cavity|throat|stomach|bowel|bladder|spin(?:e|al)|meninges|eyes?|ears?|nose|heart|nerves?|lymph)$/;

/** "Normal kidney function", "healthy liver and kidneys": nothing is treated there. */
const isSound = (items: readonly Item[], at: number) =>
  items
    .slice(Math.max(0, at - 3), at)
    .some((item) => isWordLike(item, /^(?:normal|healthy|good|intact|preserved|sound|unimpaired)$/));

export const isSite = (word: string) => site.test(word);

/** Words that name a disease by their form: a topic, though it is none that is known. */
function topicOf(items: readonly Item[]): string[] {
  const names = items.length <= longestName;
  // "Adults without bone or brain disease": not about these.
  const deniedFrom = items.findIndex((item) => isMark(item, "without"));
  return items.flatMap((item, i) => {
    if (deniedFrom >= 0 && i > deniedFrom) return [];
    if (item.kind !== "word") return [];
    if (names && site.test(item.text)) return isSound(items, i) ? [] : [item.text];
    if (!/^\p{L}{3,}$/u.test(item.text) || structuralWords.has(item.text)) return [];
    const next = items[i + 1];
    const named = isWordLike(next, diseaseNoun);
    return diseaseEnding.test(item.text) || named ? [item.text] : [];
  });
}

/** Below "Red eyes and trachoma", "without trachoma" leaves the other. */
function lessThan(outer: Indication, absent: readonly string[]): Indication {
  const { conditions, qualifiers, topic } = outer;
  if (!conditions.some((id) => absent.includes(id))) return outer;
  return indicationFrom(
    conditions.filter((id) => !absent.includes(id)),
    qualifiers,
    topic,
  );
}

/** The inner text stands under the outer one. */
export function nested(outer: Scope, inner: Scope): Scope {
  return {
    population: within(outer.population, inner.population),
    indication: narrowed(lessThan(outer.indication, inner.absent), inner.indication),
    medicine: inner.medicines.length > 0 ? inner.medicine : outer.medicine,
    medicines: inner.medicines.length > 0 ? inner.medicines : outer.medicines,
    subject: inner.medicines.length > 0 ? undefined : outer.subject,
    phase: inner.phase ?? outer.phase,
    begun: inner.begun || outer.begun,
    absent: inner.absent,
    routes: inner.routes.length > 0 ? inner.routes : outer.routes,
    schedules: inner.schedules.length > 0 ? inner.schedules : outer.schedules,
    measures: inner.measures,
    limits: inner.limits ?? outer.limits,
  };
}

export function slice(markdown: Markdown, span: Span): string {
  return plainAt(markdown, span);
}
