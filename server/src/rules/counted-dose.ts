// Counts of tablets, ampoules or vials that are not what their content makes of the dose beside them. For
// concentration-volume, which says it.

import {
  type Content,
  contentOfRow,
  contentsIn,
  type DoseCount,
  doseCountsIn,
} from "../guideline/dose-count.ts";
import { isSame, maySame } from "../guideline/figure.ts";
import { type FigurePart, type FigureText, type FigureTexts, rowMedicine } from "../guideline/figure-text.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer, steadyLists } from "../text/memory.ts";

export interface OddCount {
  readonly pair: DoseCount;
  readonly content: Content;
  /** How many it would be. */
  readonly right: number;
}

const steady = steadyLists<Content>();

/** What one tablet, ampoule, … of a document's medicines holds; the same list while that is the same. */
export const contentsOf = oncePer(({ parts }: FigureTexts): readonly Content[] =>
  steady("", [...parts.flatMap(contentsInTexts), ...parts.flatMap(contentsInTables)]),
);

const contentsInTexts = oncePer(({ texts }: FigurePart) => texts.flatMap(contentsIn));
const contentsInTables = oncePer(({ tables }: FigurePart): readonly Content[] =>
  tables.flatMap(({ heads, rows, context }) => [
    ...heads.flatMap(contentsIn),
    ...rows.flatMap((row) => [
      ...row
        .flatMap(contentsIn)
        .map((one) => ({ ...one, medicine: one.medicine ?? rowMedicine(row) ?? context })),
      ...[contentOfRow(row)].filter((one) => one !== undefined),
    ]),
  ]),
);

/** Of a text and, of a cell, the medicine of its row. */
export function* oddCountsIn(
  text: FigureText,
  all: readonly Content[],
  row: Medicine | undefined,
): Generator<OddCount> {
  for (const found of doseCountsIn(text)) {
    // "2 tablets (262 mg in each tablet)"
    const { start, end } = found.amount;
    if (/\b(?:in|per) +(?:each|every)\b/i.test(text.text.slice(start - text.start, end - text.start)))
      continue;
    // "30 mg by mouth (1 capsule = 10 mg)": what one holds.
    const said = found.count.end - text.start;
    if (/^ *= *\d/.test(text.text.slice(said, said + 8))) continue;
    const pair = { ...found, medicine: found.medicine ?? row };
    const contents = candidates(pair, text, all);
    const [content] = contents;
    if (content && contents.every((one) => !fits(pair, one)))
      yield { pair, content, right: Number((pair.amount.value / content.amount).toPrecision(3)) };
  }
}

function candidates(pair: DoseCount, text: FigureText, all: readonly Content[]): readonly Content[] {
  const alike = ({ form, dimension }: Content) => form === pair.form && dimension === pair.amount.dimension;
  if (pair.attached) return alike(pair.attached) ? [pair.attached] : [];
  const own = contentsIn(text).filter((one) => alike(one) && maySame(one.medicine, pair.medicine));
  const { medicine } = pair;
  const ofForm = all.filter(alike);
  const known = medicine ? ofForm.filter((one) => isSame(one.medicine, medicine)) : onlyOne(ofForm, text);
  return own.length > 0 ? [...own, ...known] : known;
}

/** Where nothing says whose a dose is, there may be but one medicine of its form. */
function onlyOne(contents: readonly Content[], { section }: FigureText): readonly Content[] {
  const [first] = contents;
  return first?.medicine &&
    first.section === section &&
    contents.every(({ medicine }) => medicine === first.medicine)
    ? contents
    : [];
}

const rounding = 0.25;
/** Nobody rounds by more. */
const mostOff = 1.3;

function fits(pair: DoseCount, { amount: one }: Content): boolean {
  const needed = pair.amount.value / one;
  const { perDay = 1 } = pair;
  return [1, perDay, 1 / perDay].some((times) => isNear(pair, needed * times));
}

function isNear({ count, form, exact }: DoseCount, needed: number): boolean {
  const off = needed < count.low ? count.low / needed : needed / count.high;
  if (off <= 1.04) return true;
  // Of what is opened for one patient, the rest is thrown away.
  const opened = /^(?:vial|ampoule|sachet|suppository)$/.test(form) && !exact;
  if (opened && count.low > needed && count.low - needed < 1) return true;
  return off < mostOff && Math.abs(count.low - needed) <= rounding;
}
