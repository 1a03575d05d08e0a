// Maxima that a sentence states by itself, apart from any order: "single doses do not exceed 1 g", "maximum daily
// dose 3 g: …". Says of which medicine they are, as far as that is plain. It must not judge whether they are kept.

import type { Medicine, Route } from "../lexicon/medicine.ts";
import type { Paragraph } from "../syntax/markdown.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { moved, type Span } from "../text/span.ts";
import { isAmong } from "./among-patients.ts";
import { isDay, isLimit, isOnceDaily } from "./dose-clues.ts";
import { type Footnote, footnotesOf } from "./footnote.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike, medicinesAmong } from "./item-kind.ts";
import { endsClause, endsSentence, itemsBefore, itemsFrom, partsBetween } from "./item-reach.ts";
import { type KidneyFunction, kidneyFunctionIn } from "./kidney-function.ts";
import { basisOf, headBasis, isOfElse, type Limit } from "./maximum.ts";
import type { Measure } from "./measure.ts";
import { amountOf, type Order } from "./order.ts";
import { ordersIn } from "./order-parser.ts";
import { hasBand, isEveryone, isOnePatient, type Population } from "./population.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, noScope, populationOf, slice } from "./scope.ts";
import { type Section, sectionAt } from "./section.ts";
import { isStressed } from "./slot-clues.ts";

export interface StatedMaximum extends Limit {
  readonly medicine: Medicine;
  readonly section: Section | undefined;
  /** Where its paragraph begins. */
  readonly block: number;
  /** For some patients only, or for one way of giving. */
  readonly forSome: boolean;
  /** Of those the patients, where that is all. */
  readonly patients: Population | undefined;
  readonly routes: readonly Route[];
  readonly loading: boolean;
  /** How well the kidneys of those work whom it is for. */
  readonly kidneys: KidneyFunction | undefined;
}

const said =
  /\b(?:max|exceed|ceiling|limit|more +than|above|at +most|most|pass|below|under|over|beyond|kept|higher|highest|largest|greate[rs]|larger|restricted|confined)/i;
const dimensions = new Set(["mass", "activity", "substance"]);
/** Items between "maximum" and its amount: "daily dose for anyone of", "of metformin in this clinic is". */
const nearby = 9;

export const statedMaxima = oncePer(statedMaximaIn);

function statedMaximaIn(guideline: Guideline): readonly StatedMaximum[] {
  const { markdown, orders, sections } = guideline;
  const taken = new Set(
    orders.flatMap((order) =>
      order.maxima.flatMap((one) => (isOfElse(order, one, markdown.text) ? [] : one.start)),
    ),
  );
  const bySection = medicinesBySection(guideline);
  const notes = footnotesOf(guideline);
  const inNotes = notes.flatMap((note) => {
    if (!said.test(slice(markdown, note))) return [];
    const about = calledBy(guideline, note);
    const section = sectionAt(sections, note.calls[0] ?? note.start);
    return statedIn(guideline, note, { about, section, taken, note: true });
  });
  const isNote = new Set(inNotes.map(({ measure }) => measure.start));
  const inText = guideline.runs.flatMap((run) => {
    const paragraphs = sayingMaximum(run, markdown);
    if (paragraphs.length === 0) return [];
    const { section, scope } = run;
    // On a page about one medicine nobody names it again.
    const about = only(bySection.get(section)) ?? scope?.medicine?.medicine;
    return known(run, [about], () =>
      paragraphs.flatMap(({ span }) => statedIn(guideline, span, { about, section, taken, note: false })),
    );
  });
  return [...inNotes, ...inText.filter(({ measure }) => !isNote.has(measure.start))];
}

const known = whileFrom<Run, readonly StatedMaximum[]>();

const sayingMaximum = oncePerRun((run, markdown) => {
  const { scopes } = ordersIn(run, markdown);
  return run.blocks.filter(
    (block): block is Paragraph =>
      block.kind === "paragraph" &&
      (said.test(slice(markdown, block.span)) || scopes.get(block.span.start)?.limits !== undefined),
  );
});

interface Surroundings {
  /** The medicine that is meant where the words name none. */
  readonly about: Medicine | undefined;
  readonly section: Section | undefined;
  /** Where the amounts stand that are an order's own maxima. */
  readonly taken: ReadonlySet<number>;
  /** A footnote, about what calls it: its other sentences may name what is not meant. */
  readonly note: boolean;
}

function statedIn(
  { markdown, scopes }: Guideline,
  span: Span,
  { about, section, taken, note }: Surroundings,
) {
  const { text } = markdown;
  const offset = span.start;
  const items = itemsOf(slice(markdown, span));
  const { limits } = scopes.get(offset) ?? noScope;
  const listed =
    limits !== undefined && isLimit(items) ? items.findIndex(({ kind }) => kind === "measure") : -1;
  return items.flatMap((item, i): StatedMaximum[] => {
    if ((item.kind !== "mark" || item.mark !== "max") && i !== listed) return [];
    const at = i === listed ? i - 1 : i;
    const sentence = sentenceOf(items, at);
    const isNamed = (note ? sentence : items).some(({ kind }) => kind === "medicine");
    const under = listedUnder(items, at);
    const lead = under
      ? slice(markdown, { start: offset + (items[0]?.start ?? 0), end: offset + under.end })
      : "";
    const found = under ? undefined : amountBehind(items, at);
    const first = found && { medicine: isNamed ? medicineOf(items, at, about) : about, measure: found };
    const all: readonly Named[] = under?.pairs ?? [...(first ? [first] : []), ...joinedIn(items, at)];
    return all.flatMap((one): StatedMaximum[] => {
      const { medicine } = one;
      if (!medicine || taken.has(one.measure.start + offset)) return [];
      const measure = moved(one.measure, offset);
      const titled = section && limiting.test(section.title) ? section.title : "";
      const basis = basisOf(measure, text) ?? headBasis((i === listed && limits) || lead || titled);
      const own = one.own ?? sentence;
      return [
        {
          ...{ medicine, section, measure, basis, amount: amountOf(measure), block: offset },
          // "For the newborn: 50 mg/kg once. Do not exceed 125 mg."
          ...reachOf(isNamed ? ownClause(own, items[at]) : [...items.slice(0, at), ...own]),
          routes: own.flatMap((one) => (one.kind === "routes" ? one.routes : [])),
          loading: own.some((one) => isMark(one, "loading")),
          kidneys: kidneyFunctionIn(slice(markdown, moved(spanOf(own), offset))),
        },
      ];
    });
  });
}

interface Named {
  readonly medicine: Medicine | undefined;
  readonly measure: Measure;
  /** What is said of it alone, and of all that are listed. */
  readonly own?: readonly Item[];
}

/** "Limits: lidocaine 3 mg/kg; bupivacaine 2 mg/kg", "**Daily ceilings.** Tramadol 400 mg, paracetamol 4 g". */
function listedUnder(items: readonly Item[], at: number): { pairs: Named[]; end: number } | undefined {
  const lead = items.findIndex(
    (item, i) => i > at && (item.kind === "measure" || isBreak(item, "colon", "sentence")),
  );
  const before = items.slice(0, lead);
  const head = items[lead];
  if (head?.kind !== "break" || before.some(({ kind }) => kind === "medicine")) return undefined;
  // "Fourteen days at most."
  const isLabel =
    lead - at <= mostLabel &&
    before.every((item) => item.kind !== "schedule" || isDay(item.schedule) || isOnceDaily(item.schedule));
  if (head.strength === "sentence" && !isLabel) return undefined;
  const rest = itemsFrom(items, lead + 1, endsSentence);
  const pairs = rest.flatMap((item, i): Named[] => {
    const name = rest[i - 1];
    return item.kind === "measure" && isAmount(item.measure) && name?.kind === "medicine"
      ? [{ medicine: name.mention.medicine, measure: item.measure, own: [...before, ...untilNext(rest, i)] }]
      : [];
  });
  return pairs.length > (head.strength === "colon" ? 0 : 1) ? { pairs, end: head.start } : undefined;
}
const untilNext = (items: readonly Item[], at: number): readonly Item[] => {
  const next = items.findIndex(({ kind }, i) => i > at && kind === "medicine");
  return items.slice(at - 1, next < 0 ? undefined : next);
};
/** Items of a label such as "maximum doses in 24 hours." */
const mostLabel = 5;

/** "No more than 400 mg of tramadol or 4 g of paracetamol". */
function joinedIn(items: readonly Item[], at: number): Named[] {
  const rest = itemsFrom(items, at + 1, endsSentence);
  const first = rest.findIndex(({ kind }) => kind === "measure");
  return rest.flatMap((item, i) => {
    if (item.kind !== "measure" || i <= first || !dimensions.has(item.measure.unit.dimension)) return [];
    const [before, behind] = [rest[i - 1], rest[i + 2]];
    const joined = isMark(before, "or", "and") || isBreak(before, "comma");
    return joined && isOwner(rest[i + 1]) && behind?.kind === "medicine"
      ? [{ medicine: behind.mention.medicine, measure: item.measure }]
      : [];
  });
}

/** "4 g of paracetamol", "4 g for paracetamol" */
const isOwner = (item: Item | undefined) => isMark(item, "of") || isWordLike(item, /^for$/);

/** So far behind its name a medicine's footnote is called: "Tramadol 50 mg tablets[^c]". */
const callReach = 60;

/** The one medicine that is named before all places that call a note. */
function calledBy({ medicines, text }: Guideline, { calls }: Footnote): Medicine | undefined {
  const named = calls.map((at) => {
    const near = medicines.filter(({ start, end }) => end <= at && start > at - callReach).at(-1);
    return near && !/\n/.test(text.slice(near.end, at)) ? near.medicine : undefined;
  });
  return named.includes(undefined) ? undefined : only(new Set(named as Medicine[]));
}

function medicinesBySection({
  orders,
  sections,
}: Guideline): ReadonlyMap<Section | undefined, Set<Medicine>> {
  const found = new Map<Section | undefined, Set<Medicine>>();
  for (const { medicine, dose } of orders) {
    const section = sectionAt(sections, dose.start);
    found.set(section, (found.get(section) ?? new Set()).add(medicine));
  }
  return found;
}

function only(medicines: ReadonlySet<Medicine> | undefined): Medicine | undefined {
  return medicines?.size === 1 ? [...medicines][0] : undefined;
}

function amountBehind(items: readonly Item[], at: number): Measure | undefined {
  const label = labelEnd(items, at);
  for (const item of items.slice(label + 1, label + 1 + nearby)) {
    if (item.kind === "break" && item.strength !== "colon" && item.strength !== "open") return undefined;
    if (item.kind !== "measure") continue;
    return isAmount(item.measure) ? item.measure : undefined;
  }
  return undefined;
}

/** "Maximum for the frail, those under 50 kg and those who drink: 3 g": where it is said for whom, before the amount. */
function labelEnd(items: readonly Item[], at: number): number {
  const rest = itemsFrom(items, at + 1, endsSentence).slice(0, longestLabel);
  const colon = rest.findIndex((item) => isBreak(item, "colon"));
  const isAside = ({ kind }: Item) => kind === "break" || kind === "population" || kind === "condition";
  const told = colon > 0 ? rest.slice(0, colon) : [];
  return told.some(isAside) && !told.some((item) => item.kind === "measure" || item.kind === "medicine")
    ? at + 1 + colon
    : at;
}
const longestLabel = 30;

function isAmount({ unit, per }: Measure): boolean {
  const hourly = per.hours !== undefined && per.hours < 24;
  return dimensions.has(unit.dimension) && per.mL === undefined && !hourly;
}

/** The one named with the amount, else the nearest in the sentence, else the only one of the paragraph. */
function medicineOf(items: readonly Item[], at: number, about: Medicine | undefined): Medicine | undefined {
  const amount = items.findIndex((item, i) => i > at && item.kind === "measure");
  const ofIt = isOwner(items[amount + 1]) ? amount + 3 : amount;
  const [between] = medicinesAmong(items.slice(at, ofIt));
  const own = itemsBefore(items, at, endsSentence);
  const before = medicinesAmong(own.filter((_, i) => !isAdditive(own, i))).at(-1);
  return (
    between ??
    before ??
    only(new Set(medicinesAmong(sentenceOf(items, at)))) ??
    headOf(items) ??
    namedLast(items, at) ??
    // "The clinic supplies metoclopramide. The daily amount never passes 30 mg. Others take domperidone."
    only(new Set(medicinesAmong(items.slice(0, at)))) ??
    // "At most 1200 mg in 24 hours. … Asthma set off by aspirin ends the sale.", below "Ibuprofen".
    (medicinesAmong(items.slice(0, at)).length === 0 ? about : undefined) ??
    only(new Set(medicinesAmong(items)))
  );
}

/** "Vincristine comes in 50 mL. Nobody is given more than 2 mg of it": the one that the sentence before is about. */
function namedLast(items: readonly Item[], at: number): Medicine | undefined {
  const rest = itemsFrom(items, at, endsSentence);
  if (!rest.some((item) => isWordLike(item, /^(?:it|this|its)$/))) return undefined;
  const own = itemsBefore(items, at, endsSentence).length;
  return only(new Set(medicinesAmong(itemsBefore(items, at - own - 1, endsSentence))));
}

/** "**Metoclopramide** (adults, by mouth). Maximum …": what the paragraph is about, whatever else it names. */
function headOf(items: readonly Item[]): Medicine | undefined {
  const first = items.findIndex(({ kind }) => kind !== "break");
  const [item, next] = [items[first], items[first + 1]];
  return item?.kind === "medicine" && next?.kind === "break" ? item.mention.medicine : undefined;
}

/** "Lidocaine with adrenaline", "bupivacaine without adrenaline": the second is none of its own. */
const isAdditive = (items: readonly Item[], at: number) =>
  items[at]?.kind === "medicine" &&
  items[at - 2]?.kind === "medicine" &&
  isMark(items[at - 1], "with", "without");

/** "It is withheld in asthma; …, and the amount in all must not be more than 2 mg": what the limit's clause says. */
function ownClause(sentence: readonly Item[], mark: Item | undefined): readonly Item[] {
  const at = sentence.indexOf(mark as Item);
  const opens = sentence.findLastIndex(
    (item, i) =>
      i < at &&
      (isBreak(item, "semicolon") ||
        (isBreak(item, "comma") &&
          isMark(sentence[i + 1], "and") &&
          isWordLike(sentence[i + 2], /^(?:the|its|no|it)$/))),
  );
  return sentence.slice(opens + 1);
}

/** "In renal failure", "with adrenaline", "in adults". */
function reachOf(sentence: readonly Item[]): Pick<StatedMaximum, "forSome" | "patients"> {
  const special = sentence.some(
    (item, i) =>
      (item.kind === "condition" && item.id !== "single-dose" && !isWhatever(sentence, i)) ||
      // "Veterans who drink"
      isWordLike(item, /^(?:who|whose)$/) ||
      isAdditive(sentence, i),
  );
  const plain = sentence.filter(
    (item, i) => item.kind !== "population" || !isStressed(sentence, i, item.population),
  );
  const told = plain.some(
    (one) => one.kind === "population" || (one.kind === "measure" && isClearance(one.measure)),
  );
  // "Without a prescription the most is 1200 mg": where a doctor orders more, it is another use.
  const isUnasked = sentence.some(
    (item, i) => isWordLike(item, /^prescription$/) && isMark(sentence[i - 2] ?? item, "without"),
  );
  const known = !special || areListed(sentence);
  return { forSome: special || told || isUnasked, patients: known ? populationOf(plain) : undefined };
}

/** "The frail, those under 50 kg, and those with alcohol dependence": each by itself is enough. */
function areListed(sentence: readonly Item[]): boolean {
  const parts = partsBetween(
    sentence,
    (item) => isBreak(item, "comma", "colon") || isMark(item, "and", "or"),
  );
  const banded = parts.filter((part) =>
    part.some((item) => item.kind === "population" && hasBand(item.population)),
  );
  const isPlain = (part: readonly Item[]) =>
    part.some((item) => isWordLike(item, /^(?:those|any|anyone|all|people|patients|residents)$/)) &&
    !part.some((item) => item.kind === "condition" || isWordLike(item, /^(?:who|whose)$/));
  return parts.length > 2 && banded.length > 0 && banded.every(isPlain);
}

const spanOf = (items: readonly Item[]): Span => ({
  start: items[0]?.start ?? 0,
  end: items.at(-1)?.end ?? 0,
});

/** "With an eGFR of 10–29 mL/minute" */
const isClearance = ({ unit, per }: Measure) =>
  unit.dimension === "volume" && per.hours !== undefined && per.hours < 1;

/** "Whatever the pain", "regardless of fever": of none that counts. */
const isWhatever = (items: readonly Item[], at: number) =>
  items.slice(Math.max(0, at - 3), at).some((item) => isWordLike(item, /^(?:whatever|regardless)$/));

function sentenceOf(items: readonly Item[], at: number): readonly Item[] {
  // ", and never below 12 years" says something else.
  const rest = itemsFrom(items, at, endsClause);
  const other = rest.findIndex(
    (item, i) =>
      i > 0 && isBreak(item, "comma") && rest.slice(i + 1, i + 3).some((one) => isMark(one, "not", "avoid")),
  );
  return [...itemsBefore(items, at, endsSentence), ...rest.slice(0, other < 0 ? undefined : other)];
}

export const limiting =
  /\b(?:limits?|max\w*|ceilings?|safe +doses?|(?:highest|largest|greatest|upper) +(?:total +|daily +)?(?:doses?|amounts?|totals?|quantit(?:y|ies))|(?:at +)?most +(?:in|per|for|a)|(?:no|not|never) +(?:more|above|exceed\w*))\b/i;

/** A section of limits, and a limit by weight for one patient who is told of, hold for all of the document. */
function reaches({ section, amount }: StatedMaximum, { population, dose }: Order): boolean {
  if (section && limiting.test(section.title)) return true;
  return amount.unit.endsWith("/kg") && !dose.per.kg && isOnePatient(population);
}

/** Whether it is known to hold for an order of the same section. */
export function holdsFor(stated: StatedMaximum, order: Order, section: Section | undefined): boolean {
  if (stated.medicine !== order.medicine) return false;
  if (stated.section !== section && !reaches(stated, order)) return false;
  const isOne = stated.patients && !isEveryone(stated.patients) && isAmong(order.population, stated.patients);
  if (stated.forSome && stated.block !== order.block.start && !isOne) return false;
  if (stated.basis !== "course" && (order.phase === "loading") !== stated.loading) return false;
  const { routes } = stated;
  return routes.length === 0 || routes.some((route) => order.routes.includes(route));
}
