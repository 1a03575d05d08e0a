// The lengths of treatment that documents give, with what each is of: a slot of an order, or a course that is said
// without a dose; and which of them meet. It must not know which are of the same treatment.

import { mayNameDays } from "../guideline/calendar-day.ts";
import type { Course } from "../guideline/course.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type Indication, staged } from "../guideline/indication.ts";
import { isMark } from "../guideline/item-kind.ts";
import { endsSentence, itemsFrom } from "../guideline/item-reach.ts";
import type { Order } from "../guideline/order.ts";
import type { Population } from "../guideline/population.ts";
import { itemsOf, scopeOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { unitNamed } from "../lexicon/units.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Neighbour } from "./rule.ts";

export interface Length {
  /** In hours. */
  readonly low: number;
  readonly high: number;
  readonly span: Span;
  /** The order it is a slot of, or the course that is said without a dose. */
  readonly order: Order | undefined;
  readonly course: Course | undefined;
  /** Undefined: the treatment as a whole. */
  readonly medicine: Medicine | undefined;
  readonly population: Population;
  readonly indication: Indication;
  readonly guideline: Guideline;
  readonly in: Neighbour | undefined;
  /** Worked out from what a pack holds. */
  readonly isCounted?: boolean;
  /** Of one that is neither an order's nor a course: where its block begins. */
  readonly container?: number;
}

export interface Lengths {
  /** By medicine. */
  readonly orders: ReadonlyMap<string, readonly Length[]>;
  readonly courses: readonly Length[];
}

/** Calendar months are not 30.4 days. */
const tolerance = 1.1;
/** What differs by more is a treatment and a prophylaxis, or a stage of one. */
const farthest = 6.5;

export const lengthsIn = oncePer((neighbour: Neighbour) => lengthsOf(neighbour.guideline, neighbour));

export function lengthsOf(guideline: Guideline, document: Neighbour | undefined): Lengths {
  const orders = new Map<string, Length[]>();
  for (const order of guideline.orders) {
    const { negated, medicine, population } = order;
    const lasts =
      negated || isSupply(order)
        ? undefined
        : (lengthOf(order, guideline) ??
          countedLength(order, guideline) ??
          stretchOf(order, guideline) ??
          lengthOfRow(order, guideline) ??
          lengthOfCard(order, guideline));
    if (!lasts) continue;
    const of = { medicine, population, indication: labelled(order, guideline), guideline, in: document };
    const list = orders.get(medicine.name) ?? [];
    list.push({ ...lasts, order, course: undefined, ...of });
    orders.set(medicine.name, list);
  }
  const courses = guideline.courses.map((course): Length => {
    const { low, high, start, end, medicine } = course;
    const population = ofCase(course, guideline);
    const indication = inItsPhase(inItsChapter(course.indication, guideline, start), course);
    const of = { medicine, population, indication, guideline, in: document };
    return { low, high, span: { start, end }, order: undefined, course, ...of };
  });
  return { orders, courses };
}

/** "A man of 40 began … on 3 June": whoever the example is of. */
function ofCase({ population, start, end }: Course, { text }: Guideline): Population {
  const groups = population.groups.filter((group) => group !== "men" && group !== "women");
  return groups.length < population.groups.length && mayNameDays(text.slice(start, end))
    ? { ...population, groups }
    : population;
}

/** "28 capsules for 14 days" is no dose: it is read as a course. */
const isSupply = ({ dose, frequency }: Order): boolean =>
  dose.unit.dimension === "form" && dose.high >= fewestSupplied && frequency === undefined;
const fewestSupplied = 6;

/** In hours; what runs for less is how fast a dose is given. */
const shortest = 12;

type Lasting = Pick<Length, "low" | "high" | "span">;

function lengthOf({ duration, durationSpan: span, dose }: Order, { text }: Guideline): Lasting | undefined {
  if (span && freeOf.test(text.slice(dose.end, span.start))) return undefined;
  if (!span || typeof duration !== "object" || duration.low * duration.unit.factor < shortest)
    return undefined;
  return { low: duration.low * duration.unit.factor, high: duration.high * duration.unit.factor, span };
}

/** "1 g daily until there has been no fever for two days" */
const freeOf = /\buntil\b[^.;,|]{0,60}\b(?:no|not|without|free|afebrile|absent|normal|gone)\b[^.;,|]{0,30}$/i;

/** Below "First choice", "In allergy" and "Course": a length in a cell of its own is that of all of its row. */
function lengthOfRow(order: Order, guideline: Guideline): Lasting | undefined {
  const { orders, text } = guideline;
  if (order.where !== "table" || order.duration !== undefined) return undefined;
  const row = rowsOf(orders).get(order.block.start) ?? [];
  const said = row.filter(
    ({ durationSpan: span }) => span && /\|\s*$/.test(text.slice(order.end, span.start)),
  );
  const [first, ...others] = said.flatMap((one) => lengthOf(one, guideline) ?? []);
  return others.every(({ span }) => span.start === first?.span.start) ? first : undefined;
}

/** "- Dose: benznidazole 7 mg/kg per day" above "- Length: 30 days". */
function lengthOfCard(order: Order, guideline: Guideline): Lasting | undefined {
  if (order.where !== "list" || order.duration !== undefined || order.frequency?.once) return undefined;
  const list = guideline.lists.get(order.block.start);
  const said = list === undefined ? [] : (labelledIn(guideline).get(list) ?? []);
  const [only, more] = said.filter(({ medicine }) => !medicine || medicine === order.medicine);
  return only && !more ? { low: only.low, high: only.high, span: only } : undefined;
}

/** By the list that they are in. */
const labelledIn = oncePer(({ courses, lists, text }: Guideline) =>
  grouped(
    courses.filter(({ part, start }) =>
      /^\W*(?:length|duration)\b[^.;:]*:\s*\S/i.test(text.slice(part.start, start + 1)),
    ),
    ({ container }) => lists.get(container) ?? container,
  ),
);

const rowsOf = oncePer((orders: readonly Order[]) => grouped(orders, ({ block }) => block.start));

/** "once daily, 7 doses in total": seven days. */
function countedLength(
  { frequency, doseCount, start, end }: Order,
  { text }: Guideline,
): Lasting | undefined {
  const perDay = frequency?.perDay;
  if (!doseCount || !perDay || perDay.low !== perDay.high) return undefined;
  const hours = (doseCount * 24) / perDay.low;
  const said = /\b(?:\d{1,2}|\p{L}+) +doses\b/u.exec(text.slice(start, end));
  if (!said || hours < 48) return undefined;
  const from = start + said.index;
  return { low: hours, high: hours, span: { start: from, end: from + said[0].length } };
}

/** "Days 1–7", "weeks 3 to 6": from the first to the last. */
function stretchOf({ indication, block, duration }: Order, { text }: Guideline): Lasting | undefined {
  const when = indication.qualifiers.filter((id) => stretch.test(id));
  const [, name = "", first = "", last = ""] = (when.length === 1 && stretch.exec(when[0] ?? "")) || [];
  const unit = unitNamed(name);
  if (!unit || duration !== undefined) return undefined;
  const long = (Number(last) - Number(first) + 1) * unit.factor;
  const said = new RegExp(
    `(?:\\b${name}s? +${first}|\\| *${first}) *(?:–|—|-|to|until|through)(?: +${name})? *${last}\\b`,
    "i",
  ).exec(text.slice(block.start, block.end));
  if (!said || long < 48) return undefined;
  const start = block.start + said.index + (/^\W*/.exec(said[0])?.[0].length ?? 0);
  return { low: long, high: long, span: { start, end: block.start + said.index + said[0].length } };
}

/** When in a treatment something is given, which says how long as well. */
export const stretch = /^(day|week|month) +(\d{1,3})-(\d{1,3})$/;

/** "Meningitis" in a chapter on tuberculosis, and tuberculosis of the nervous system. */
function inItsChapter(indication: Indication, guideline: Guideline, offset: number): Indication {
  // "MB patients", on a card that does not name leprosy
  if (indication.conditions.length === 0 && indication.qualifiers.some((id) => id.endsWith("bacillary")))
    return { ...indication, conditions: ["leprosy"] };
  const ofBrain = indication.qualifiers.includes("nervous-system");
  const treated = indication.conditions.join();
  // A table of phases that names no disease
  const isPhased = treated === "" && indication.qualifiers.includes("continuation-phase");
  if (ofBrain && (treated === "tuberculosis" || isPhased)) {
    const qualifiers = indication.qualifiers.filter((id) => id !== "nervous-system");
    return { ...indication, conditions: ["tuberculous-meningitis"], qualifiers };
  }
  if (isPhased) return { ...indication, conditions: ["tuberculosis"] };
  const meant = treated === "meningitis" && headedBy(guideline, offset, "tuberculosis");
  return meant ? { ...indication, conditions: ["tuberculous-meningitis"] } : indication;
}

/** Tuberculosis is treated with four medicines in its first phase, with rifampicin and isoniazid in the second. */
function inItsPhase(indication: Indication, { joined, low, high }: Course): Indication {
  const { conditions, qualifiers } = indication;
  const isTreated = conditions.some((id) => /^tubercul/.test(id) && id !== "tuberculosis-infection");
  if (!isTreated || qualifiers.some((id) => /-phase$|prophylaxis|contacts/.test(id))) return indication;
  const names = new Set(joined.flatMap(({ name }) => name.split("/")));
  const [first, second] = [names.has("pyrazinamide"), names.has("rifampicin") && names.has("isoniazid")];
  const month = 30 * 24;
  const phase =
    first && high < 4 * month
      ? "intensive-phase"
      : !first && second && names.size === 2 && low > 2.5 * month
        ? "continuation-phase"
        : undefined;
  return phase ? { ...indication, qualifiers: [...qualifiers, phase].sort() } : indication;
}

/** "**Late syphilis**: … Allergy: doxycycline …": what opens the paragraph holds for all of it. */
function labelled(order: Order, guideline: Guideline): Indication {
  const { indication, outer, block, start } = order;
  const { text } = guideline;
  // A radical cure is of vivax malaria.
  if (indication.conditions.join() === "radical-cure")
    return { ...indication, conditions: ["vivax-malaria"] };
  if (indication.conditions.join() !== outer.conditions.join()) return indication;
  const [, label] = /^\W{0,4}(?:\*\*|__)([^*_]{3,60})(?:\*\*|__)/.exec(text.slice(block.start, start)) ?? [];
  const own = label ? scopeOf(label, 0).indication : undefined;
  if (!own) return indication;
  const qualifiers = [...new Set([...indication.qualifiers, ...own.qualifiers])].sort();
  return staged(own.conditions.length > 0 ? { ...own, qualifiers } : { ...indication, qualifiers });
}

const stepsOf = oncePer(
  ({ orders }: Guideline) =>
    new Set(
      orders.filter((order, i) => {
        const next = orders[i + 1];
        return (
          next?.medicine === order.medicine &&
          next.block.start === order.block.start &&
          ["then", "maintenance", "reduce", "increase"].includes(next.phase ?? "")
        );
      }),
    ),
);

/** "15 mg for 21 days, then 20 mg": the length of a first step is not that of the treatment. */
export const isStep = (order: Order, guideline: Guideline) => stepsOf(guideline).has(order);

type Ends = Pick<Length, "low" | "high">;
export const meets = (a: Ends, b: Ends) => a.low <= b.high * tolerance && b.low <= a.high * tolerance;
export const isNear = (a: Length, b: Length) =>
  Math.max(a.low / b.high, b.low / a.high) <= farthest || hasOtherUnit(a, b);
/** "6 days" for "6 weeks". */
const hasOtherUnit = (a: Ends, b: Ends) => {
  const times = Math.max(a.low / b.low, b.low / a.low);
  if (Math.min(a.low, b.low) < 48) return false;
  return Math.abs(times - 7) < 0.01 && Math.abs(Math.max(a.high / b.high, b.high / a.high) - times) < 0.01;
};
export const isEarlier = (other: Length, length: Length) =>
  other.in !== undefined || other.span.start < length.span.start;

const curative =
  /^(?:antibiotic|antimalarial|antifungal|antiviral|anthelminth?ic|antiparasitic|antiprotozoal|anticoagulant)/;

/** "once daily for 10 days or twice daily for 7 days": the other way is as right. */
export function allows({ guideline, span, order, low, high }: Length, other: Length): boolean {
  if (!order) return false;
  const items = itemsOf(guideline.markdown.plain.slice(span.end, Math.min(order.block.end, span.end + 80)));
  const rest = itemsFrom(items, 0, (item) => item.kind === "medicine" || endsSentence(item));
  // "14 days for skin disease, 21 days for the brain": a length without a dose may be of either.
  const or = other.course ? 0 : rest.findIndex((item) => isMark(item, "or"));
  return (
    or >= 0 &&
    rest.slice(or).some((item) => {
      if (item.kind !== "schedule" || item.schedule.kind !== "time") return false;
      const { unit } = item.schedule;
      const also = { low: item.schedule.low * unit.factor, high: item.schedule.high * unit.factor };
      return (also.low !== low || also.high !== high) && meets(also, other);
    })
  );
}

/** A condition that a heading above names, though a nearer one took its place. */
export function headedBy(guideline: Guideline, offset: number, id: string): boolean {
  return pathOf(sectionAt(guideline.sections, offset)).some(({ headingSpan }) =>
    scopeOf(
      guideline.markdown.plain.slice(headingSpan.start, headingSpan.end),
      0,
    ).indication.conditions.includes(id),
  );
}

/** Its course is what cures; that of a fluid or a painkiller lasts as long as it is needed. */
export const isCurative = ({ classes }: Medicine): boolean => classes.some((name) => curative.test(name));
