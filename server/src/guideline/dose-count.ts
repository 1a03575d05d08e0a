// Doses beside how many tablets, ampoules or vials they are, and how much one of them holds: "30 mg (6 tablets of
// 5 mg)", "ampoules of 10 mg". It must not know whether they agree.

import type { Medicine } from "../lexicon/medicine.ts";
import { unitNamed } from "../lexicon/units.ts";
import { oncePer } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import type { FigureText } from "./figure-text.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { canonical, type Measure } from "./measure.ts";
import type { Section } from "./section.ts";

export interface Content extends Span {
  readonly form: string;
  readonly dimension: string;
  /** Milligrams or units in one; of "mL" in one of them. */
  readonly amount: number;
  readonly medicine: Medicine | undefined;
  readonly section: Section | undefined;
}
export interface DoseCount {
  readonly amount: Span & { readonly value: number; readonly dimension: string };
  readonly count: Span & { readonly low: number; readonly high: number };
  readonly form: string;
  readonly medicine: Medicine | undefined;
  /** Said of these very ones: "6 tablets of 5 mg". */
  readonly attached: Content | undefined;
  /** Times a day, where that stands between: either may be for the whole day. */
  readonly perDay: number | undefined;
  /** "which is", "=": nothing is rounded up to whole ones. */
  readonly exact: boolean;
  /** Only listed beside the dose, "20 mg, two tablets": the dose may be what one holds. */
  readonly listed: boolean;
}

const forms: ReadonlySet<string> = new Set([
  ...["tablet", "capsule", "vial", "ampoule", "sachet", "suppository"],
  "drop",
]);
const none: readonly never[] = [];

/** Of one text, with places of the document. */
export const contentsIn = oncePer((text: FigureText): readonly Content[] =>
  text.items.length < 2 ? none : readContents(text),
);
export const doseCountsIn = oncePer((text: FigureText): readonly DoseCount[] =>
  text.items.some(({ kind }) => kind === "measure") ? readCounts(text) : none,
);

/** The form that a word names: "tablets", "ampoules". */
function formOf(item: Item | undefined): string | undefined {
  const code = item?.kind === "word" ? unitNamed(item.text)?.code : undefined;
  return code !== undefined && forms.has(code) ? code : undefined;
}

/** A name may end with the form: "diclofenac suppositories". */
const formOfName = (name: string): string | undefined => {
  const code = unitNamed(/\p{L}+$/u.exec(name)?.[0].toLowerCase() ?? "")?.code;
  return code !== undefined && forms.has(code) ? code : undefined;
};

function doseAt(item: Item | undefined): Measure | undefined {
  if (item?.kind !== "measure" || item.measure.low !== item.measure.high || item.measure.parts)
    return undefined;
  const { unit, per } = item.measure;
  const said = per.kg || per.m2 || per.mL !== undefined || per.hours !== undefined;
  return (unit.dimension === "mass" || unit.dimension === "activity") && !said ? item.measure : undefined;
}

/** "Dissolved with 1 mL of bicarbonate": what something else is made up with. */
const isCarrying = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  return (
    item?.kind === "medicine" &&
    carriers.test(item.mention.medicine.name) &&
    isMark(items[at - 1], "of", "in", "with")
  );
};
const carriers = /^(?:sodium +(?:chloride|bicarbonate)|glucose|water +for +injection|lidocaine)$/;

/** "100 mg/mL", "120 mg/5 mL" */
const isStrength = ({ unit, per, low, high, parts }: Measure): boolean =>
  per.mL !== undefined &&
  low === high &&
  !parts &&
  !per.kg &&
  per.hours === undefined &&
  (unit.dimension === "mass" || unit.dimension === "activity");

function readContents(text: FigureText): Content[] {
  const found: Content[] = [];
  let medicine: Medicine | undefined;
  let open: string | undefined;
  let labelled = formOfLabel(text.items);
  for (const [at, item] of text.items.entries()) {
    const known = medicine ?? text.context;
    if (item.kind === "medicine" && !(known && isCarrying(text.items, at))) medicine = item.mention.medicine;
    if (isBreak(item, "sentence")) labelled = undefined;
    const measure = doseAt(item);
    // "tablets of 40 mg and 500 mg": the form holds for what is joined to the first.
    const form =
      measure &&
      (measure.per.form ??
        formBehind(text.items, at) ??
        formBefore(text.items, at) ??
        formNamed(text, at) ??
        open ??
        (text.items[at - 1]?.kind === "medicine" ? labelled : undefined));
    if (measure && form && forms.has(form)) {
      const next = text.items[at + 1];
      const named = next?.kind === "medicine" ? next.mention.medicine : medicine;
      const { low: amount, dimension } = canonical(measure);
      found.push({
        form,
        dimension,
        amount,
        medicine: named ?? text.context,
        section: text.section,
        ...shifted(measure, text.start),
      });
      open = form;
    } else if (item.kind === "measure" && isStrength(item.measure)) {
      const { low, dimension } = canonical(item.measure);
      const amount = Number((low / (item.measure.per.mL ?? 1)).toPrecision(6));
      const named = medicine ?? text.context;
      const { section } = text;
      const where = shifted(item.measure, text.start);
      found.push({ form: "mL", dimension, amount, medicine: named, section, ...where });
    } else if (!isBreak(item, "comma") && !isMark(item, "and", "or")) open = undefined;
  }
  return found;
}

/** "5 mg tablets", "5 mg and 10 mg tablets". */
function formBehind(items: readonly Item[], at: number): string | undefined {
  const [next, after, last] = items.slice(at + 1, at + 4);
  const joined = (isMark(next, "and", "or") || isBreak(next, "comma")) && doseAt(after) !== undefined;
  return formOf(next) ?? (joined ? formOf(last) : undefined);
}

/** "Tablets in the bag: rifapentine 150 mg; isoniazid 300 mg" */
function formOfLabel(items: readonly Item[]): string | undefined {
  const colon = items.findIndex((item) => isBreak(item, "colon"));
  const label = items.slice(0, colon);
  return label.length <= longestLabel && label.every(({ kind }) => kind === "word" || kind === "mark")
    ? formOf(label[0])
    : undefined;
}
const longestLabel = 4;

/** "Levonorgestrel 0.75 mg" at the head of a row that counts tablets. */
export function contentOfRow([head, ...cells]: readonly FigureText[]): Content | undefined {
  const items = head?.items ?? none;
  const [name, more] = items.filter(({ kind }) => kind === "medicine");
  const [dose, another] = items.flatMap((item) => (item.kind === "measure" ? [item] : []));
  const measure = doseAt(dose);
  if (!head || name?.kind !== "medicine" || more || another || !measure) return undefined;
  const counted = cells.flatMap(({ items: own }) =>
    own.flatMap((item) => (item.kind === "measure" ? [item.measure] : [])),
  );
  const [form, ...others] = new Set(counted.map(({ unit }) => unit.code));
  if (form === undefined || others.length > 0 || !forms.has(form)) return undefined;
  const { low: amount, dimension } = canonical(measure);
  const { medicine } = name.mention;
  return { form, dimension, amount, medicine, section: head.section, ...shifted(measure, head.start) };
}

const holding = /^(?:contains?|containing|holds?|holding|has|have|are|is)$/;

/** "tablets of 5 mg", "the ampoule holds 5 mg", "tablets (5 mg)", "1 tablet = 5 mg". */
function formBefore(items: readonly Item[], at: number): string | undefined {
  for (let i = at - 1; i >= at - 4; i--) {
    const item = items[i];
    // "Capsules 250 mg"
    if (i === at - 1 && formOf(item) !== undefined) return formOf(item);
    const form =
      formOf(item) ?? (item?.kind === "measure" && item.measure.low === 1 ? item.measure.unit.code : "");
    const between = items.slice(i + 1, at);
    const said = between.some(
      (one) =>
        isMark(one, "of", "equals", "each", "with") ||
        isBreak(one, "open", "colon") ||
        isWordLike(one, holding),
    );
    const plain = between.every(
      (one) => one.kind !== "measure" && one.kind !== "schedule" && one.kind !== "number",
    );
    // "a maximum of eight tablets (4 g)"
    if (isWordLike(items[i - 1], /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve)$/))
      return undefined;
    if (forms.has(form)) return said && plain ? form : undefined;
    if (isBreak(item, "sentence", "semicolon")) return undefined;
  }
  return undefined;
}

/** "diclofenac suppositories of 50 mg". */
function formNamed({ items, text }: FigureText, at: number): string | undefined {
  const name = items[at - 2];
  const named = isMark(items[at - 1], "of") && name?.kind === "medicine";
  return named ? formOfName(text.slice(name.start, name.end)) : undefined;
}

/** "in cotrimoxazole intolerant patients": another one is given. */
const unborne = /^[ -]+(?:intoleran(?:t|ce)|allerg(?:y|ic)|hypersensitiv(?:e|ity))\b/i;

function readCounts(text: FigureText): DoseCount[] {
  const { items } = text;
  let medicine: Medicine | undefined;
  return items.flatMap((item, at): DoseCount[] => {
    if (item.kind === "medicine" && !unborne.test(text.text.slice(item.end, item.end + 20)))
      medicine = item.mention.medicine;
    const counted = countAt(items, at);
    if (!counted || goesOnFrom.test(text.text.slice(Math.max(0, counted.start - 12), counted.start)))
      return [];
    const { form, next, attached } = counted;
    // "two tablets and a half"
    const more = half.test(text.text.slice(counted.end, counted.end + 12)) ? 0.5 : 0;
    const [low, high] = [counted.low + more, counted.high + more];
    const amount = amountBefore(text, at, attached !== undefined) ?? amountBehind(items, next);
    const before = items[amount?.behind ? next : at];
    if (!amount || isOfDay(items, next) || before === undefined) return [];
    const { low: value, dimension } = canonical(amount.measure);
    const named = amount.medicine ?? medicine ?? text.context;
    const of = attached && canonical(attached);
    return [
      {
        amount: { value, dimension, ...shifted(amount.measure, text.start) },
        count: { low, high, ...shifted(counted, text.start) },
        form,
        medicine: named,
        attached:
          attached && of
            ? {
                form,
                dimension: of.dimension,
                amount: of.low,
                medicine: named,
                section: text.section,
                ...shifted(attached, text.start),
              }
            : undefined,
        exact: amount.exact,
        listed: amount.listed === true,
        perDay: amount.perDay,
      },
    ];
  });
}

/** "four and three quarter tablets": only the end of a number is read. */
const goesOnFrom = /(?:\d|[½¼¾]|\b(?:and|one|two|three|four|five|a|half|quarters?))[\s-]*$/i;
const half = /^ +and +(?:a +half|½|half)/i;

interface Counted extends Span {
  readonly form: string;
  readonly low: number;
  readonly high: number;
  readonly attached: Measure | undefined;
  readonly next: number;
}

/** "6 tablets", "two tablets of 250 mg", "two 100 mg capsules". */
function countAt(items: readonly Item[], at: number): Counted | undefined {
  const [item, second, third] = [items[at], items[at + 1], items[at + 2]];
  if (item?.kind === "number" || isWordLike(item, /^(?:an?|one)$/)) {
    const attached = doseAt(second);
    const form = attached && formOf(third);
    const { start, end } = item as Item;
    const value = item?.kind === "number" ? item.value : 1;
    return form ? { start, end, form, low: value, high: value, attached, next: at + 3 } : undefined;
  }
  if (item?.kind !== "measure" || !forms.has(item.measure.unit.code) || item.measure.low <= 0)
    return undefined;
  const { low, high, unit, per, start, end, parts } = item.measure;
  if (parts || per.hours !== undefined || per.mL !== undefined) return undefined;
  const attached = isMark(second, "of") ? doseAt(third) : undefined;
  return { start, end, form: unit.code, low, high, attached, next: attached ? at + 3 : at + 1 };
}

interface Amount {
  readonly measure: Measure;
  readonly medicine: Medicine | undefined;
  readonly exact: boolean;
  readonly perDay?: number | undefined;
  readonly behind?: true;
  readonly listed?: boolean;
}

const linking = /^(?:by|rectum|mouth|which|that|this|is|are|=|ie|i\.e|equals?|so|thus|as|given|being|taken)$/;
const equal = /^(?:is|are|=|ie|i\.e|equals?|thus)$/;
const mostLinks = 6;

/** "30 mg (6 tablets", "30 mg by mouth, which is 6 tablets", "30 mg once daily, as 6 tablets of 5 mg". */
function amountBefore({ items }: FigureText, at: number, attached: boolean): Amount | undefined {
  let [linked, exact] = [false, false];
  let perDay: number | undefined;
  for (let i = at - 1; i >= Math.max(0, at - mostLinks); i--) {
    const item = items[i];
    const measure = doseAt(item);
    if (measure) {
      const next = items[i + 1];
      const named = isMark(next, "of") ? items[i + 2] : items[i - 1];
      const medicine = named?.kind === "medicine" ? named.mention.medicine : undefined;
      // "tablets of 40 mg (2 tablets …": what one holds.
      const held = formBefore(items, i) !== undefined || formBehind(items, i) !== undefined;
      // A medicine between says whose the tablets are, and not what the dose is.
      const joined = attached && items.slice(i + 1, at).every(({ kind }) => kind !== "medicine");
      const listed = !linked && !joined && isListed(items, i, at);
      return (linked || joined || listed) && !held ? { measure, medicine, exact, perDay, listed } : undefined;
    }
    const sign = isMark(item, "equals") || isWordLike(item, equal);
    if (sign) exact = true;
    if (sign || isBreak(item, "open", "dash")) linked = true;
    const often = item?.kind === "schedule" && item.schedule.kind === "frequency" ? item.schedule : undefined;
    if (often) perDay = often.perDay?.high;
    const passes =
      sign ||
      often !== undefined ||
      isBreak(item, "open", "comma", "dash") ||
      (i === at - 1 && isBreak(item, "colon")) ||
      (attached && (isBreak(item, "colon") || isMark(item, "in"))) ||
      item?.kind === "routes" ||
      isWordLike(item, linking) ||
      isMark(item, "of") ||
      item?.kind === "medicine";
    if (!passes) return undefined;
  }
  return undefined;
}

/** "20 mg, two tablets", "1 g: two ampoules", "1 mg, that is 20 drops": nothing else stands between. */
function isListed(items: readonly Item[], from: number, to: number): boolean {
  const [sign, ...words] = items.slice(from + 1, to);
  return (
    isBreak(sign, "comma", "colon") && words.length <= 3 && words.every((one) => isWordLike(one, linking))
  );
}

/** "6 tablets (30 mg)", "2 tablets of 250 mg = 500 mg". */
function amountBehind(items: readonly Item[], next: number): Amount | undefined {
  const [first, second, third] = [items[next], items[next + 1], items[next + 2]];
  const sign = isMark(first, "equals") || isWordLike(first, /^=$/);
  const measure = sign || isBreak(first, "open") ? doseAt(second) : undefined;
  if (!measure || formOf(third) || isMark(third, "each")) return undefined;
  if (!sign && !isBreak(third, "close", "comma")) return undefined;
  return { measure, medicine: undefined, exact: sign, behind: true };
}

/** "(4 tablets a day)": the dose may be that of one time; not "20 mg, one ampoule, over 4 minutes". */
const isOfDay = (items: readonly Item[], next: number): boolean =>
  items[next]?.kind !== "break" &&
  items
    .slice(next, next + 2)
    .some(
      (item) =>
        (item.kind === "schedule" && item.schedule.kind !== "time") ||
        isMark(item, "each", "total") ||
        isWordLike(item, /^(?:or|each|per)$/),
    );
