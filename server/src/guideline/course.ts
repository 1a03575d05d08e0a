// How long something is given where no dose stands beside it: "zinc for 10–14 days", "Sepsis is treated for 7
// days", a table's column of durations. Durations of orders are in order.ts. It must not judge.

import { structuralWords } from "../lexicon/conditions.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import type { Span } from "../text/span.ts";
import { withCountedDoses } from "./counted-length.ts";
import {
  answers,
  asksLength,
  complaint,
  completes,
  covers,
  endsAsPlanned,
  introduced,
  isDuration,
  isFinished,
  isLabelled,
  isOfEach,
  isOther,
  isWhenToBegin,
  keepsOn,
  refersBack,
  saysWhichTreatment,
  saysWhy,
  suffices,
  treatment,
} from "./course-clues.ts";
import { medicinesOf, saysAll } from "./course-medicines.ts";
import { type Indication, indicationFrom, narrowed } from "./indication.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike, mentionsAmong } from "./item-kind.ts";
import { endsCell, endsClause, itemsFrom, partsBetween } from "./item-reach.ts";
import type { Measure } from "./measure.ts";
import type { OrderContext } from "./order-context.ts";
import { everyone, joined, type Population, within } from "./population.ts";
import { isWidened } from "./slot-clues.ts";
import { fromDayOne, timetabled } from "./timetable-length.ts";

export interface Course extends Span {
  /** In hours. */
  readonly low: number;
  readonly high: number;
  /** Undefined: the treatment as a whole. */
  readonly medicine: Medicine | undefined;
  /** All medicines that it is said of together. */
  readonly joined: readonly Medicine[];
  /** "All four medicines", "both tablets": it is that of each of them. */
  readonly ofEach: boolean;
  /** "Fluconazole 800 mg: the supply covers 4 weeks." */
  readonly dose: Measure | undefined;
  /** What the surroundings are about, where the treatment as a whole is meant. */
  readonly near: Medicine | undefined;
  readonly population: Population;
  readonly indication: Indication;
  readonly container: number;
  /** Its sentence or part of one, or its row. */
  readonly part: Span;
  /** Words of its row's head that are not understood and may tell it from all other rows. */
  readonly head: readonly string[];
  /** Conditions that it says are absent: "host without HIV". */
  readonly absent: readonly string[];
}

/** "Count out 5 days.": a part this short goes on about the medicine before it. */
const shortPart = 7;
/** No text may take quadratic time. */
const longestPart = 300;

export interface CourseOptions {
  /** The items are a row's: its cells stand for themselves. */
  readonly row: boolean;
  /** The row's table has a column of durations. */
  readonly durations: boolean;
}

export function readCourses(read: readonly Item[], context: OrderContext, options: CourseOptions): Course[] {
  const counted = withCountedDoses(read, context.indication);
  const items = options.row ? timetabled(counted) : counted.map(fromDayOne);
  const courses: Course[] = [];
  let earlier: readonly Item[] = [];
  for (const part of partsOf(items, options.row)) {
    if (part.length > longestPart) continue;
    // "Ciprofloxacin 500 mg. Take one twice a day for a week. Not with iron.": what is named so far.
    const named = mentionsAmong(options.row ? items : [...earlier, ...part]);
    const single = new Set(named.map(({ medicine }) => medicine)).size === 1 ? named[0] : undefined;
    const about = { ...context, medicine: single ?? (named.length === 0 ? context.medicine : undefined) };
    if (!isForeign(part))
      for (const piece of piecesOf(part, options.row))
        courses.push(...coursesOf({ piece, part, earlier }, about, options));
    if (!options.row && earlier.length < longestPart) earlier = [...earlier, ...part];
  }
  return courses;
}

/** Sentences and their parts; a row is one. */
function partsOf(items: readonly Item[], row: boolean): Item[][] {
  const parts = partsBetween(items, row ? endsCell : endsClause);
  if (!row) return parts;
  // A cell that names a medicine and a length stands for itself, with what the row's head says; else the row is one.
  const whole = parts.filter((cell) => cell.some(({ kind }) => kind === "medicine") && cell.some(isDuration));
  // So does a phase below its head, beside other lengths.
  const phases = parts.filter((cell) => cell.some(isPhase) && cell.some(isDuration));
  if (phases.length > 0 && parts.filter((cell) => cell.some(isDuration)).length > 1)
    return phases.map((cell) => [...(parts[0] ?? []), ...cell]);
  return whole.length > 1 ? whole.map((cell) => [...(parts[0] ?? []), ...cell]) : [items.slice()];
}

/** Of a dose, a storage or a case that has yet to happen. */
function isForeign(part: readonly Item[]): boolean {
  const first = part.find(({ kind }) => kind !== "break");
  if (isWordLike(first, /^(?:if|when|where|unless)$/)) {
    const comma = part.findIndex((item) => isBreak(item, "comma", "colon"));
    const [clause, main] = [part.slice(1, comma), part.slice(comma)];
    if (isWordLike(first, /^unless$/) || comma < 0) return true;
    const keeps = main.some((item, i) => isDuration(item) && keepsOn(main, i));
    if (!keeps && !saysWhichTreatment(clause) && !saysWhy(clause) && !endsAsPlanned(clause, main))
      return true;
  }
  // "2RHZE/4RH means two months of RHZE followed by …"
  if (part.some((item) => isWordLike(item, /^(?:means?|denotes?|stands?)$/))) return true;
  // "With fever, change the catheter and treat for 7 days"
  if (
    isMark(first, "with") &&
    part.slice(1, 3).some((one) => one.kind === "condition" && complaint.test(one.id))
  )
    return true;
  return part.some(
    (item, i) => (isDose(item) && !isCovered(part)) || isStorage(part, i) || isAwayFrom(part, i),
  );
}

/** "Fluconazole 800 mg PO daily: the supply covers 4 weeks": a length that no order takes for its own. */
const isCovered = (part: readonly Item[]): boolean =>
  part.some(
    (item, i) => isDuration(item) && (completes(part, i) || covers(part, i) || saysAll(part.slice(0, i))),
  );

/** "Sepsis is treated for 7 days, meningitis for 21 days": a piece for each length that has a subject of its own. */
function piecesOf(part: readonly Item[], row: boolean): (readonly Item[])[] {
  if (row || part.filter(isDuration).length < 2) return [part];
  const pieces: Item[][] = [[]];
  for (const [i, item] of part.entries()) {
    const last = pieces.at(-1) as Item[];
    const parted = item.kind === "break" ? item.strength === "comma" : isMark(item, "and");
    const rest = part.slice(i + 1);
    const next = rest.findIndex(isDuration);
    if (parted && last.some(isDuration) && rest.slice(0, Math.max(0, next)).some(isSubject)) pieces.push([]);
    else last.push(item);
  }
  return pieces;
}

const isSubject = ({ kind }: Item) => kind === "medicine" || kind === "condition" || kind === "population";

/** "28 tablets for 28 days" are a supply. */
const isSupply = ({ unit: { dimension }, low, high, per }: Measure): boolean =>
  dimension === "form" && low === high && high >= fewestSupplied && Object.keys(per).length === 0;
const fewestSupplied = 6;

const isDose = (item: Item) =>
  item.kind === "measure" &&
  !isSupply(item.measure) &&
  ["mass", "activity", "substance", "volume", "form"].includes(item.measure.unit.dimension) &&
  item.measure.per.mL === undefined;

interface Place {
  readonly piece: readonly Item[];
  /** The sentence that the piece is of. */
  readonly part: readonly Item[];
  /** What its paragraph says before. */
  readonly earlier: readonly Item[];
}

/** One for each medicine that the length is said of. */
function coursesOf(place: Place, context: OrderContext, { row, durations }: CourseOptions): Course[] {
  const { piece, part } = place;
  const at = piece.findIndex(
    (item, i) =>
      isDuration(item) &&
      (row || introduced(piece, i) || answers(piece, i, place.earlier)) &&
      (!isOther(piece, i) || answers(piece, i, place.earlier)),
  );
  const item = piece[at];
  if (item?.kind !== "schedule" || item.schedule.kind !== "time") return [];
  if (row && (isOneOfSeveral(piece, at) || isWhenToBegin(piece, at))) return [];
  const dosed = part.some(isDose);
  const whole = dosed && completes(piece, at);
  if (dosed && !whole && !covers(piece, at) && !(row && saysAll(piece.slice(0, at)))) return [];
  // "| S. aureus | cefazolin | ceftazidime | 21 days |": all of the treatment.
  const named = whole ? [] : (medicinesOf(piece, at, place.earlier) ?? (row && durations ? [] : undefined));
  if (!named) return [];
  const treated =
    whole ||
    (!row && (isFinished(piece, at) || suffices(piece, at) || keepsOn(piece, at))) ||
    part.some((one) => isWordLike(one, treatment) || isAim(one) || isPhase(one));
  const conditioned = piece.some((one) => one.kind === "condition" && !one.qualifier);
  const short = row ? durations : piece.length <= shortPart;
  const unnamed = treated || (conditioned && !row) || !short;
  const back =
    !row && (isLabelled(piece) || refersBack(piece, at) || asksLength(place.earlier) || tellsToTake(piece));
  const inherited = unnamed && !back ? undefined : context.medicine?.medicine;
  const head = row ? unknownHead(piece) : [];
  const told = head.length > 0 || piece.some(({ kind }) => kind === "condition");
  const stated = piece.some((one) => one.kind === "condition" && one.qualifier && !complaint.test(one.id));
  const topical = conditioned || stated || (told && context.indication.conditions.length > 0);
  if (named.length === 0 && !inherited && !treated && !(durations && topical)) return [];
  const { low, high, unit } = item.schedule;
  const { offset } = context;
  const course = {
    start: item.start + offset,
    end: item.end + offset,
    low: low * unit.factor,
    high: high * unit.factor,
    near: context.medicine?.medicine,
    ...(whole ? whom({ ...place, piece: part }, part.indexOf(item), context) : whom(place, at, context)),
    container: context.container,
    part: { start: (piece[0] ?? item).start + offset, end: (piece.at(-1) ?? item).end + offset },
    head,
    joined: named,
    ofEach: isOfEach(piece, at),
    dose: whole ? undefined : doseIn(piece.slice(0, at)),
    absent: piece.flatMap((one, i) => (one.kind === "condition" && denied(piece, i) ? [one.id] : [])),
  };
  return (named.length > 0 ? named : [inherited]).map((medicine) => ({ ...course, medicine }));
}

/** "You have been given ciprofloxacin. Take one in the morning …": of what was named before. */
const tellsToTake = (piece: readonly Item[]): boolean =>
  isWordLike(
    piece.find(({ kind }) => kind !== "break"),
    /^(?:take|swallow|use|continue|finish|give|keep|apply|inject|drink)$/,
  );

/** "2 months | 4 months | 6 months": which cell holds the length of the whole is not known. */
function isOneOfSeveral(piece: readonly Item[], at: number): boolean {
  const end = piece.findIndex((item, i) => i > at && isBreak(item, "cell"));
  return end >= 0 && piece.some((item, i) => i > end && isDuration(item) && !isOther(piece, i));
}

function doseIn(items: readonly Item[]): Measure | undefined {
  const first = items.find(isDose);
  return first?.kind === "measure" ? first.measure : undefined;
}

/** Conditions named behind the length are those of something else; those of the sentences before hold on. */
function whom({ piece, part, earlier }: Place, at: number, { population, indication }: OrderContext) {
  const own = populationIn(piece, everyone);
  const idsOf = (items: readonly Item[], qualifier: boolean) =>
    items.flatMap((one, i) =>
      isDisease(one) && one.qualifier === qualifier && !denied(items, i)
        ? [nextPhase(items, i) ?? one.id]
        : [],
    );
  const said = piece.slice(0, at).filter((one) => !isAim(one));
  // "S. aureus relapses often; it is treated for three weeks"
  const spoken = isWordLike(piece[0], /^it$/) ? subjectBefore(earlier) : [];
  const before = idsOf(said, false).length > 0 || piece !== part ? [] : firstSentence(earlier);
  return {
    population: within(population, own),
    indication: narrowed(
      { ...indication, qualifiers: indication.qualifiers.filter((id) => !complaint.test(id)) },
      indicationFrom(
        [...idsOf(before, false), ...idsOf(said, false)],
        [
          ...idsOf(spoken, true),
          ...idsOf(
            before.filter((_, i) => isDisease(before[i + 1] ?? noItem)),
            true,
          ),
          ...idsOf(
            // "severe abdominal pain"
            piece.filter((_, i) => !isComplaint(piece[i + 1])),
            true,
          ),
        ],
      ),
    ),
  };
}

function subjectBefore(earlier: readonly Item[]): readonly Item[] {
  const from = earlier.slice(0, -1).findLastIndex((item) => isBreak(item, "sentence", "semicolon")) + 1;
  return earlier.slice(from, from + 1);
}

/** "After the intensive phase" */
function nextPhase(items: readonly Item[], at: number): string | undefined {
  const item = items[at];
  const isFirst = item?.kind === "condition" && item.id === "intensive-phase";
  const after = items.slice(Math.max(0, at - 3), at).some((one) => isWordLike(one, /^(?:after|following)$/));
  return isFirst && after ? "continuation-phase" : undefined;
}

const noItem: Item = { kind: "break", strength: "sentence", start: 0, end: 0 };

/** "until fever and pain are gone" is not what is treated. */
function isDisease(item: Item): item is Item & { kind: "condition" } {
  return item.kind === "condition" && !complaint.test(item.id);
}

const isComplaint = (item: Item | undefined): boolean =>
  item?.kind === "condition" && (complaint.test(item.id) || item.id === "abdominal-pain");

/** A paragraph's opening words, where they name one condition and do not yet say a length. */
function firstSentence(earlier: readonly Item[]): readonly Item[] {
  const conditions = new Set(earlier.flatMap((one) => (isDisease(one) && !one.qualifier ? [one.id] : [])));
  return conditions.size === 1 && !earlier.some(isDuration) ? earlier : [];
}

function populationIn(items: readonly Item[], outer: Population): Population {
  return items.reduce<Population>(
    (all, one, i) => (one.kind === "population" && !isWidened(items, i) ? joined(all, one.population) : all),
    outer,
  );
}

/** "anticoagulation for 3 months" */
const isAim = (item: Item) => item.kind === "condition" && /^(?:anticoagulation|immunisation)$/.test(item.id);

/** "The continuation phase lasts 4 months" */
const isPhase = (item: Item) =>
  item.kind === "condition" && /^(?:intensive|continuation)-phase$/.test(item.id);

/** "Sepsis, no meningitis" is not meningitis, nor is the spine meant that "is not affected". */
function denied(part: readonly Item[], at: number): boolean {
  const behind = part.slice(at + 1, at + 4).filter((item) => !isWordLike(item, /^(?:is|are|was|were)$/));
  if (isMark(behind[0], "not") && isWordLike(behind[1], /^(?:affected|involved|present|diseased)$/))
    return true;
  return part.slice(Math.max(0, at - 2), at).some((item) => isMark(item, "without", "not"));
}

/** "kept for 14 days", "at room temperature"; but "keep the warfarin going", "until the temperature is normal". */
function isStorage(part: readonly Item[], at: number): boolean {
  const [item, next] = part.slice(at, at + 2);
  if (isWordLike(item, /^kept$|^keeps?$/)) return next?.kind === "schedule";
  if (isWordLike(item, /^temperature$/)) return isWordLike(part[at - 1], /^(?:room|ambient|this|that)$/);
  if (isWordLike(item, /^stays?$/)) return !isWordLike(next, /^on$/);
  return isWordLike(item, storage);
}
const storage =
  /^(?:stored?|storage|stable|refrigerator|fridge|opened|expir(?:e|es|y)|shelf|starter|away|isolation|isolated?|stayed|fades?|fading|persists?|absent|incubation|contagious|infectious)$/;

/** "Off school", "return to school"; but "the school nurse hands out". */
const isAwayFrom = (part: readonly Item[], at: number) =>
  isWordLike(part[at], /^school$/) && isWordLike(part[at - 1], /^(?:from|off|to|at|attend|miss|before)$/);

/** A row's head that is not understood may tell it from all other rows; "no focus" does not. */
function unknownHead(part: readonly Item[]): string[] {
  const all = itemsFrom(part, 0, ({ kind }) => kind === "break" || kind === "medicine");
  // "More than five patches or positive smear": known by what is said first.
  const or = all.findIndex((item, i) => isMark(item, "or") && all[i - 1]?.kind === "condition");
  const head = or < 0 ? all : all.slice(0, or);
  return head.flatMap((item, i) => {
    if (item.kind !== "word" || isMark(head[i - 1], "without")) return [];
    return /^\p{L}{3,}$/u.test(item.text) && !structuralWords.has(item.text) ? [item.text] : [];
  });
}
