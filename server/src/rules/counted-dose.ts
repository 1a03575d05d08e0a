// Counts of tablets, ampoules or vials that are not what their content makes of the dose beside them. For
// concentration-volume, which says it.

import { statementsIn } from "../guideline/concentration.ts";
import {
  type Content,
  contentOfRow,
  contentsIn,
  type DoseCount,
  doseCountsIn,
} from "../guideline/dose-count.ts";
import { isSame, maySame } from "../guideline/figure.ts";
import { type FigurePart, type FigureText, type FigureTexts, rowMedicine } from "../guideline/figure-text.ts";
import { grouped } from "../guideline/grouped.ts";
import { pathOf } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer, steadyLists } from "../text/memory.ts";
import { gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";

export interface OddCount {
  readonly pair: DoseCount;
  readonly content: Held;
  /** How many it would be. */
  readonly right: number;
}

/** Said by another document. */
export interface Held extends Content {
  readonly there?: Neighbour;
}

const steady = steadyLists<Content>();

/** What one tablet, ampoule, … of a document's medicines holds; the same list while that is the same. */
export const contentsOf = oncePer(({ parts }: FigureTexts): readonly Content[] =>
  steady("", [...parts.flatMap(contentsInTexts), ...parts.flatMap(contentsInTables)]),
);

const contentsInTexts = oncePer(({ texts }: FigurePart) =>
  texts.flatMap((text) => [...contentsIn(text), ...dropsIn(text)]),
);

/** "2 mg in 1 mL; 1 mL makes 20 drops": what a drop holds. */
function dropsIn(text: FigureText): Content[] {
  const [factor, more] = text.figures.filter(({ kind }) => kind === "dropFactor");
  if (!factor || more) return [];
  return statementsIn(text).flatMap(({ facts, medicine }) =>
    facts.flatMap(({ kind, low, high, unit, start, end }): Content[] => {
      if (kind === "percent" || low !== high || (unit !== "mg" && unit !== "unit")) return [];
      const dimension = unit === "mg" ? "mass" : "activity";
      const of = medicine ?? text.context;
      return [
        {
          form: "drop",
          dimension,
          amount: low / factor.low,
          medicine: of,
          section: text.section,
          start,
          end,
        },
      ];
    }),
  );
}

const named = oncePer((contents: readonly Content[]) =>
  grouped(
    contents.filter(({ medicine }) => medicine),
    ({ medicine }) => medicine?.name ?? "",
  ),
);
const heldElsewhere = gathering(({ guideline }) => named(contentsOf(guideline.figures)));

/** What other documents say one holds, of a medicine of which this one says nothing of the kind. */
export function contentsBeyond(own: readonly Content[], neighbours: readonly Neighbour[]) {
  const told = heldElsewhere(neighbours);
  const further = ({ medicine, form }: Pick<DoseCount, "medicine" | "form">): readonly Held[] =>
    medicine && !own.some((one) => one.form === form && isSame(one.medicine, medicine))
      ? told(medicine.name).flatMap(({ value, neighbour }) =>
          value.map((one) => ({ ...one, there: neighbour })),
        )
      : [];
  return { from: [own, told] as readonly object[], further };
}
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
  further: (pair: DoseCount) => readonly Held[],
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
    const contents = candidates(pair, text, [...all, ...further(pair)]);
    const [content] = contents;
    // "Paracetamol 500 mg, 2 tablets": what one holds.
    if (found.listed && contents.some(({ amount }) => Math.abs(amount / found.amount.value - 1) < 0.02))
      continue;
    if (content && contents.every((one) => !fits(pair, one)))
      yield { pair, content, right: Number((pair.amount.value / content.amount).toPrecision(3)) };
  }
}

function candidates(pair: DoseCount, text: FigureText, all: readonly Held[]): readonly Held[] {
  const alike = ({ form, dimension }: Content) => form === pair.form && dimension === pair.amount.dimension;
  if (pair.attached) return alike(pair.attached) ? [pair.attached] : [];
  const own = contentsIn(text).filter((one) => alike(one) && maySame(one.medicine, pair.medicine));
  const { medicine } = pair;
  const ofForm = all.filter(alike);
  const known = medicine ? ofForm.filter((one) => isSame(one.medicine, medicine)) : onlyOne(ofForm, text);
  return own.length > 0 ? [...own, ...known] : known;
}

/** Where nothing says whose a dose is, there may be but one medicine of its form, in its chapter. */
function onlyOne(contents: readonly Content[], { section }: FigureText): readonly Content[] {
  const [first] = contents;
  return first?.medicine &&
    (first.section === section || pathOf(section)[0] === pathOf(first.section)[0]) &&
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
