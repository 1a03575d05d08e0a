// Maxima that a sentence states by itself, apart from any order: "single doses do not exceed 1 g", "maximum daily
// dose 3 g: …". Says of which medicine they are, as far as that is plain. It must not judge whether they are kept.

import type { Medicine, Route } from "../lexicon/medicine.ts";
import type { Paragraph } from "../syntax/markdown.ts";
import { whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type Footnote, footnotesOf } from "./footnote.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark } from "./item-kind.ts";
import { basisOf, type Limit } from "./maximum.ts";
import type { Measure } from "./measure.ts";
import { amountOf, type Order } from "./order.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { type Section, sectionAt } from "./section.ts";

export interface StatedMaximum extends Limit {
  readonly medicine: Medicine;
  readonly section: Section | undefined;
  /** Where its paragraph begins. */
  readonly block: number;
  /** For some patients only, or for one way of giving. */
  readonly forSome: boolean;
  readonly routes: readonly Route[];
  readonly loading: boolean;
}

const said = /\b(?:max|exceed|ceiling|limit|more than|above|at most)/i;
const dimensions = new Set(["mass", "activity", "substance"]);
/** Items between "maximum" and its amount: "daily dose for anyone of". */
const nearby = 5;

export function statedMaxima(guideline: Guideline): StatedMaximum[] {
  const { markdown, orders, sections } = guideline;
  const taken = new Set(orders.flatMap(({ maxima }) => maxima.map(({ start }) => start)));
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
    const { section } = run;
    const about = only(bySection.get(section));
    return known(run, [about], () =>
      paragraphs.flatMap(({ span }) => statedIn(guideline, span, { about, section, taken, note: false })),
    );
  });
  return [...inNotes, ...inText.filter(({ measure }) => !isNote.has(measure.start))];
}

const known = whileFrom<Run, readonly StatedMaximum[]>();

const sayingMaximum = oncePerRun(({ blocks }, markdown) =>
  blocks.filter(
    (block): block is Paragraph => block.kind === "paragraph" && said.test(slice(markdown, block.span)),
  ),
);

interface Surroundings {
  /** The medicine that is meant where the words name none. */
  readonly about: Medicine | undefined;
  readonly section: Section | undefined;
  /** Where the amounts stand that are an order's own maxima. */
  readonly taken: ReadonlySet<number>;
  /** A footnote, about what calls it: its other sentences may name what is not meant. */
  readonly note: boolean;
}

function statedIn({ markdown }: Guideline, span: Span, { about, section, taken, note }: Surroundings) {
  const { text } = markdown;
  const offset = span.start;
  const items = itemsOf(slice(markdown, span));
  return items.flatMap((item, at): StatedMaximum[] => {
    if (item.kind !== "mark" || item.mark !== "max") return [];
    const found = amountBehind(items, at);
    if (!found || taken.has(found.start + offset)) return [];
    const isNamed = (note ? sentenceOf(items, at) : items).some(({ kind }) => kind === "medicine");
    const medicine = isNamed ? medicineOf(items, at) : about;
    const measure = { ...found, start: found.start + offset, end: found.end + offset };
    const basis = basisOf(measure, text);
    if (!medicine || basis === "course") return [];
    const sentence = sentenceOf(items, at);
    return [
      {
        ...{ medicine, section, measure, basis, amount: amountOf(measure), block: offset },
        forSome: sentence.some(isOfSome),
        routes: sentence.flatMap((one) => (one.kind === "routes" ? one.routes : [])),
        loading: sentence.some((one) => one.kind === "mark" && one.mark === "loading"),
      },
    ];
  });
}

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
  for (const item of items.slice(at + 1, at + 1 + nearby)) {
    if (item.kind === "break" && item.strength !== "colon" && item.strength !== "open") return undefined;
    if (item.kind !== "measure") continue;
    const { measure } = item;
    const hourly = measure.per.hours !== undefined && measure.per.hours < 24;
    return dimensions.has(measure.unit.dimension) && measure.per.mL === undefined && !hourly
      ? measure
      : undefined;
  }
  return undefined;
}

/** The one named with the amount, else the nearest in the sentence, else the only one of the paragraph. */
function medicineOf(items: readonly Item[], at: number): Medicine | undefined {
  const named = (some: readonly Item[]) =>
    some.flatMap((item) => (item.kind === "medicine" ? [item.mention.medicine] : []));
  const amount = items.findIndex((item, i) => i > at && item.kind === "measure");
  const [between] = named(items.slice(at, amount));
  const start = items.slice(0, at).findLastIndex(isEnd) + 1;
  const before = named(items.slice(start, at)).at(-1);
  return between ?? before ?? only(new Set(named(sentenceOf(items, at)))) ?? only(new Set(named(items)));
}

const isEnd = (item: Item) => item.kind === "break" && item.strength === "sentence";

const isOfSome = (item: Item) =>
  item.kind === "population" || (item.kind === "condition" && item.id !== "single-dose");

function sentenceOf(items: readonly Item[], at: number): readonly Item[] {
  // ", and never below 12 years" says something else.
  const isElse = (i: number) =>
    isBreak(items[i], "comma") && items.slice(i + 1, i + 3).some((item) => isMark(item, "not", "avoid"));
  const isClause = (item: Item, i: number) =>
    isEnd(item) || isBreak(item, "semicolon") || (i > 0 && isElse(at + i));
  const start = items.slice(0, at).findLastIndex(isEnd) + 1;
  const length = items.slice(at).findIndex(isClause);
  return items.slice(start, length < 0 ? undefined : at + length);
}

/** Whether it is known to hold for an order of the same section. */
export function holdsFor(stated: StatedMaximum, order: Order, section: Section | undefined): boolean {
  if (stated.medicine !== order.medicine || stated.section !== section) return false;
  if (stated.forSome && stated.block !== order.block.start) return false;
  if ((order.phase === "loading") !== stated.loading) return false;
  const { routes } = stated;
  return routes.length === 0 || routes.some((route) => order.routes.includes(route));
}
