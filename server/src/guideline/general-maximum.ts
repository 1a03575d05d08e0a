// Maxima that hold for a whole project: those of a page about one medicine, of a section or table of limits, or said to
// hold whatever the reason. It must not judge whether they are kept.

import { lineBefore, lineBehind } from "../text/around.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { moved } from "../text/span.ts";
import { isAmong } from "./among-patients.ts";
import { type FigureCell, type FigureTable, rowMedicine } from "./figure-text.ts";
import { grouped, groupedSteadily } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { type Indication, isSaid, isSymptom, narrowed } from "./indication.ts";
import { basisOf, headBasis } from "./maximum.ts";
import { amountOf, type Order } from "./order.ts";
import { everyone, type Population, samePatients, within } from "./population.ts";
import { noScope, populationOf, type Scope, scopeOf, slice } from "./scope.ts";
import { pathOf, type Section, sectionAt } from "./section.ts";
import { limiting, type StatedMaximum, statedMaxima } from "./stated-maximum.ts";

export interface GeneralMaximum extends StatedMaximum {
  /** Of all who come to take it, also where an order does not say what for. */
  readonly categorical: boolean;
  readonly population: Population;
  readonly indication: Indication;
}

/** By medicine; a list is the same as before as long as none of them is another. */
export const generalMaxima = oncePer(
  (guideline: Guideline): ReadonlyMap<string, readonly GeneralMaximum[]> => byMedicine(generalIn(guideline)),
);
const byMedicine = groupedSteadily(({ medicine }: GeneralMaximum) => [medicine.name]);

function generalIn(guideline: Guideline): GeneralMaximum[] {
  const { scopes } = guideline;
  // The figures of a whole project are not at hand.
  const tables = mayList(guideline) ? guideline.figures.tables : [];
  const said = statedMaxima(guideline).filter((one) => isGeneral(one, guideline));
  return [
    ...[...said, ...overKidneys(said)].map((one) => {
      const scope = scopes.get(one.block) ?? noScope;
      const boxed = isQuoted(guideline.text, one.block);
      return ofScope(one, [scope, boxed], () => ({
        ...inScope(one, boxed ? withoutStage(scope) : scope),
        categorical: isCategorical(one, guideline),
      }));
    }),
    ...tables.filter(hasLimits).flatMap((table) => {
      const scope = scopes.get(table.span.start) ?? noScope;
      const lead = leadOver(guideline.text, table.span.start);
      return ofTable(table, [scope, lead], () => overRows(listedIn(table, scope, lead), scope));
    }),
  ];
}
/** "With a filtration rate of 45 or above 2,000 mg", "of 30 to 44 1,000 mg": nobody gets more than the most of them. */
function overKidneys(said: readonly StatedMaximum[]): StatedMaximum[] {
  const renal = said.filter(({ kidneys, basis }) => kidneys && basis === "day");
  return [...grouped(renal, ({ medicine, amount }) => `${medicine.name} ${amount.unit}`).values()].flatMap(
    (own) => {
      const [most, ...others] = [...own].sort((a, b) => b.amount.high - a.amount.high);
      return most && others.length > 0 ? [{ ...most, kidneys: undefined, forSome: false }] : [];
    },
  );
}
const ofScope = whileFrom<StatedMaximum, GeneralMaximum>();
const ofTable = whileFrom<FigureTable, readonly GeneralMaximum[]>();

/** What stands in a box is said of more than the section that it stands in. */
const isQuoted = (text: string, at: number): boolean =>
  /^\s*>/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at));
const withoutStage = (scope: Scope): Scope => ({
  ...scope,
  indication: { ...scope.indication, qualifiers: [] },
});

const inScope = (stated: StatedMaximum, { population, indication }: Scope): GeneralMaximum => ({
  ...stated,
  indication,
  categorical: false,
  population: stated.patients ? within(population, stated.patients) : population,
});

const always = /^[^.;|\n]*\b(?:whatever|regardless|any +(?:reason|indication|purpose|use)|in +all +cases)\b/i;

/** "Never goes beyond", "nobody gets more than": of all who may come to take it. */
const categorical =
  /\b(?:never|nobody|no +one|none|no +(?:patient|adult|child|person|woman|man)|at +no +time|whatever|regardless|irrespective)\b[^.;|\n]*$/i;

const isCategorical = ({ basis, measure }: StatedMaximum, { text }: Guideline): boolean =>
  basis === "day" && categorical.test(lineBefore(text, measure.start, 160));

/** What the author may take unasked is less than what is prescribed. */
const unasked =
  /\b(?:prescri\w+|over[ -]+the[ -]+counter|bought|self[ -]\w+|unsupervised|without +(?:a|any) +\w+)\b/i;

function isGeneral(stated: StatedMaximum, guideline: Guideline): boolean {
  const { basis, patients, section, medicine, measure } = stated;
  const { text } = guideline;
  if (basis === undefined || basis === "course" || patients === undefined) return false;
  const isAbout = ({ title }: Section) =>
    limiting.test(title) || scopeOf(title, 0).medicine?.medicine === medicine;
  const [before, behind] = [lineBefore(text, measure.start, 160), lineBehind(text, measure.end, 160)];
  if (unasked.test(before) || unasked.test(behind)) return false;
  return (
    guideline.scopes.get(stated.block)?.limits !== undefined ||
    pathOf(section).some(isAbout) ||
    always.test(behind) ||
    isCategorical(stated, guideline) ||
    isListed(stated, guideline)
  );
}

/** "Metoclopramide by mouth, 30 mg being the limit for 24 hours", where its section orders none: of all orders of it. */
const isListed = ({ medicine, section }: StatedMaximum, { orders, sections }: Guideline): boolean =>
  !orders.some(
    (order) =>
      order.medicine === medicine && hasTimes(order) && sectionAt(sections, order.dose.start) === section,
  );
const hasTimes = ({ frequency, divided, dose }: Order) =>
  frequency !== undefined || divided !== undefined || dose.per.kg !== undefined;

const limitHead =
  /\b(?:max\w*|limits?|ceilings?|most|(?:no|not|never) +(?:more|above|exceed\w*|beyond)|highest|largest|greatest|upper)\b/i;
const doseHead = /\b(?:usual|dos(?:e|age|ing)|give|amount|start\w*)\b/i;

/** "| Medicine | Maximum in 24 hours |", "Ceilings in 24 hours" above it, with no doses beside it: those have maxima of their own. */
const hasLimits = oncePer(
  (table: FigureTable): boolean =>
    (titleOf(table) !== undefined || table.heads.some(({ text }) => limitHead.test(text))) &&
    table.heads.every(({ text }, column) => limitHead.test(text) || !isDosed(table, text, column)),
);

const isDosed = ({ rows }: FigureTable, head: string, column: number) =>
  doseHead.test(head) && rows.some((row) => row.some((cell) => cell.column === column && isMeasured(cell)));
const isMeasured = ({ items }: FigureCell) => items.some(({ kind }) => kind === "measure");

/** What stands above a table of limits. */
const titleOf = ({ caption, section }: FigureTable): string | undefined =>
  [caption?.text, section?.title].find((title) => title !== undefined && isLimitTitle(title));
const isLimitTitle = (title: string) => title.length < longestTitle && limiting.test(title);
const longestTitle = 120;

/** What it is made up as. */
const formHead =
  /^\W*(?:(?:dosage +)?forms?|strengths?|presentations?|formulations?|products?|tablets?|stock(?:ed)?)\b/i;

const mayList = oncePer(({ markdown, sections }: Guideline) => {
  const titled = sections.some(({ title }) => isLimitTitle(title));
  return markdown.blocks.some((block) =>
    block.kind === "table"
      ? titled || limitHead.test(slice(markdown, block.header.span))
      : block.kind === "paragraph" &&
        block.span.end - block.span.start < longestTitle &&
        isLimitTitle(slice(markdown, block.span)),
  );
});

const purposeHead = /\b(?:indications?|conditions?|illness\w*|diseases?|diagnos[ie]s|purpose|use|for)\b/i;

/** What a row's maximum is for, by its own cells; undefined where they say it in words that are not known. */
function purposeOf(
  row: readonly FigureCell[],
  heads: FigureTable["heads"],
  outer: Indication,
): Indication | undefined {
  const said = row.flatMap((cell) => {
    if (cell.items.some(({ kind }) => kind === "measure" || kind === "medicine" || kind === "population"))
      return [];
    const { indication } = scopeOf(cell.text, cell.start);
    const isPurpose =
      purposeHead.test(heads[cell.column]?.text ?? "") && !/^\W*(?:(?:all|any|every)\b.*)?$/i.test(cell.text);
    return isPurpose || indication.conditions.length > 0 ? [indication] : [];
  });
  if (said.some(({ conditions }) => conditions.length === 0)) return undefined;
  return said.reduce(narrowed, outer);
}

/** "Total from all routes in 24 hours, adults." right above a table. */
const leadOver = (text: string, at: number): string =>
  /(?:^|\n)([^\n|#]{1,120})\n\s*$/.exec(text.slice(Math.max(0, at - 160), at))?.[1] ?? "";

/** "Tramadol, up to 75 years | 400 mg", "tramadol, over 75 years | 300 mg": what holds for whom no age is said. */
function overRows(all: readonly GeneralMaximum[], scope: Scope): readonly GeneralMaximum[] {
  const rows = [...grouped(all, ({ medicine }) => medicine.name).values()];
  return [
    ...all,
    ...rows.flatMap((own) =>
      isToldApart(own) && own.every((one) => one.routes.length === 0) ? mostOf(own, scope) : [],
    ),
  ];
}

function listedIn(table: FigureTable, scope: Scope, lead: string): GeneralMaximum[] {
  const { rows, heads, section, span } = table;
  const title = titleOf(table);
  const headOf = ({ column }: FigureCell) => heads[column]?.text ?? "";
  return rows.flatMap((row) => {
    const medicine = rowMedicine(row);
    // Beside a dose it is that order's own.
    const measured = row.filter((cell) => isMeasured(cell) && !formHead.test(headOf(cell)));
    const indication = purposeOf(row, heads, scope.indication);
    const all = title !== undefined || measured.every((cell) => limitHead.test(headOf(cell)));
    if (!medicine || !indication || (!all && measured.length > 1)) return [];
    const stated = measured.flatMap((cell): GeneralMaximum[] => {
      const [item, ...further] = cell.items.filter(({ kind }) => kind === "measure");
      const head = headOf(cell);
      if (further.length > 0 || item?.kind !== "measure" || !(title || limitHead.test(head))) return [];
      const basis =
        headBasis(head) ?? basisOf(item.measure, cell.text) ?? headBasis(title ?? "") ?? headBasis(lead);
      if (!basis) return [];
      const isOwn = (column: number) => !measured.some((one) => one !== cell && one.column === column);
      const of = [
        ...heads.filter((_, column) => isOwn(column)),
        ...row.filter(({ column }) => isOwn(column)),
      ].flatMap((one) => one.items);
      const measure = moved(item.measure, cell.start);
      const one = {
        ...{ medicine, basis, measure, section, amount: amountOf(measure), block: span.start },
        ...{ forSome: false, loading: false, patients: populationOf(of), kidneys: undefined },
        routes: of.flatMap((one) => (one.kind === "routes" ? one.routes : [])),
      };
      return [{ ...inScope(one, scope), indication: stepless(indication) }];
    });
    return isToldApart(stated) ? [...stated, ...mostOf(stated, scope)] : [];
  });
}

/** Nobody gets more than what most is allowed to any. */
function mostOf(row: readonly GeneralMaximum[], { population }: Scope): GeneralMaximum[] {
  const [first, ...others] = [...row].sort((a, b) => b.amount.high - a.amount.high);
  const alike = others.every(
    ({ basis, amount }) => basis === first?.basis && amount.unit === first?.amount.unit,
  );
  return first && others.length > 0 && alike ? [{ ...first, patients: everyone, population }] : [];
}

/** A table of limits stands at the end of a ladder's last step. */
const stepless = (indication: Indication): Indication => ({
  ...indication,
  qualifiers: indication.qualifiers.filter((id) => !/^step-\d/.test(id)),
});

/** "Up to 75 years | above 75 years", "single dose | in 24 hours": whose each column is. */
const isToldApart = (row: readonly GeneralMaximum[]): boolean =>
  row.every((a, i) =>
    row.every((b, j) => j <= i || a.basis !== b.basis || !samePatients(a.population, b.population)),
  );

/** Whether an order, wherever it stands, is one that a maximum is for. */
export function holdsGenerally(one: GeneralMaximum, order: Order): boolean {
  const { medicine, routes, indication, population, loading } = one;
  if (medicine !== order.medicine || order.maxima.length > 0) return false;
  if ((order.phase === "loading") !== loading) return false;
  if (routes.length > 0 && !routes.some((route) => order.routes.includes(route))) return false;
  if (!isAmong(order.population, population)) return false;
  const silent = !isSaid(order.indication);
  if (one.categorical && silent) return true;
  // A case has what its chapter is about, whatever else it has; a sheet to take home names no disease.
  const conditions = [...order.indication.conditions, ...order.outer.conditions];
  const qualifiers = [...order.indication.qualifiers, ...order.outer.qualifiers];
  return (
    (silent ||
      indication.conditions.length === 0 ||
      // What is taken for nausea is taken at home, and in a chapter on what brings it about.
      order.indication.conditions.every(isSymptom) ||
      indication.conditions.some((id) => conditions.includes(id))) &&
    indication.qualifiers.every((id) => qualifiers.includes(id) || (silent && idle.test(id)))
  );
}

/** They tell no use of a medicine from another. */
const idle =
  /^(?:first-line|alternative|outpatient|inpatient|empirical|postoperative|preoperative|elective)$/;
