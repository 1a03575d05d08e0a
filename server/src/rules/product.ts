// What a text calls a preparation of which it gives the strength: in what it is kept, by which marks it is known, how
// it is given, whether it was diluted, whether it is the only one. It must not compare.

import { type Fact, pairOf, type Statement, statementsIn } from "../guideline/concentration.ts";
import { isFluid } from "../guideline/figure-reader.ts";
import {
  type FigureCell,
  type FigureTable,
  type FigureText,
  namedAbove,
  rowMedicine,
} from "../guideline/figure-text.ts";
import { medicinesAmong } from "../guideline/item-kind.ts";
import { mixturesIn } from "../guideline/mixture.ts";
import { itemsOf } from "../guideline/scope.ts";
import type { Section } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { clauseBefore, clauseBehind } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { fitsHead } from "./preparation-rows.ts";
import { contentsIn } from "./product-content.ts";
import {
  general,
  type Kind,
  kindIn,
  type Labels,
  labelsIn,
  lastNamed,
  persons,
  routesIn,
  unnaming,
} from "./product-label.ts";

export interface Product {
  readonly medicine: Medicine;
  readonly fact: Fact;
  /** In what it is kept, or given from. */
  readonly kind: Kind | undefined;
  readonly name: string;
  readonly labels: Labels;
  /** All words that stand before its strength. */
  readonly words: ReadonlySet<string>;
  /** Its labels are its own, rather than those of whom a dose is for. */
  readonly labelled: boolean;
  readonly routes: readonly string[];
  /** They are said of it itself, rather than by a heading. */
  readonly routed: boolean;
  /** It comes of diluting or mixing. */
  readonly made: boolean;
  /** The text says that there is no other, or speaks of it as one that is known. */
  readonly surety: "only" | "known" | "named";
  /** In mL, of the containers that are named. */
  readonly volumes: readonly number[];
  readonly percent: number | undefined;
  /** "The 10 mg/mL vial": told from others by its strength. */
  readonly byStrength: boolean;
  /** The text or row in which it stands. */
  readonly place: object;
  /** The table of the row, or the text itself. */
  readonly among: FigureTable | FigureText;
}

/** Rows of one table, or items of one list. */
export function areSiblings(a: Product, b: Product): boolean {
  if (a.place === b.place) return false;
  if ("rows" in a.among || "rows" in b.among) return a.among === b.among;
  const [first, last] = a.among.start < b.among.start ? [a.among, b.among] : [b.among, a.among];
  let at: FigureText | undefined = last;
  for (let steps = 0; at && at !== first && at.kind === "list" && steps < longestList; steps++)
    at = at.before;
  return at === first && first.kind === "list";
}
const longestList = 30;

const making =
  /\b(?:(?<!un)dilut\w*|mak(?:e|es|ing)|made|add(?:ed|s|ing)?|mix\w*|dissolv\w*|reconstitut\w*|draw(?!ers?\b)\w*|now|then|final|ready +for|fill(?!ed +to +the +(?:line|mark|top|rim))\w*|put|result\w*)\b/i;
const onlyOne =
  /\b(?:(?:one|only|no +other|same) +(?:strength|presentation|concentrat\w+)|single +(?:strength|presentation|concentrat\w+|product)(?= *:| +(?:of|is|only))|an? +single|the +(?:only|sole|single)(?! +dose)|only +(?:one|an?|the)|one +(?:standard|kind|type)|no +other|nothing +else|exclusively)\b|\bonly(?= *[:.;,]|$)/i;
const known =
  /\b(?:standard|stock(?:ed|s)?|keeps?|kept|supplied|supply|supplies|shelf|premixed|presentation|our|[a-zß-öø-ɏ]+['’]s|comes? +(?:as|in)|(?:vials|ampoules|ampules|cartridges|syringes|bottles)(?: +of +[\d.,]+ *mL)? +(?:hold|contain))\b/i;
/** "The syrup", though not "the syrup of 125 mg/5 mL": that is told by its strength. */
const definite =
  /\b(?:the|our|each|every|this|one|your)\s+(?:[a-zß-öø-ɏ-]+\s+){0,3}?(?:vials?|ampoules?|ampules?|cartridges?|syringes?|bags?|bottles?|syrup|suspension|elixir|solution|liquid|mixture)\b/i;
/** "Some shops sell …", "a second vial": it is another one. */
const isAnother =
  /\b(?:some|(?<!\bno +)others?|another|second|third|different|elsewhere|also|alternativ\w+|instead|reserve|older|formerly|donat\w+|if|where|(?:two|three|several|various|both|which) +(?:strengths|presentations))\b/i;
/** "300 mg in 250 mL glucose 5%" */
const inFluid =
  /\b(?:in|with|to) +(?:a +)?\d[\d., ]*m?L +(?:of +)?(?:glucose|dextrose|sodium +chloride|saline|sterile|water|ringer\w*|D5W?|normal +saline|NaCl)\b/i;
const longestMixture = 80;
const beforeContainer =
  /^[ -](?:vials?|ampoules?|ampules?|amps|bottles?|syrup|suspension|solution|strength|product|concentrate)\b/i;
const asSupplied = /\bas +(?:supplied|delivered|bought)\b|\bundiluted\b|\bneat\b/i;
const stock = { kind: "stock", name: "product" } as const;
/** "375 mg of base in each mL": less than what is in it. */
const isPart =
  /\b(?:corresponds?|corresponding|equivalent|equals?) +to\b|\bof +(?:the +)?base\b|\belemental\b/i;
/** "3 mL of the 1 mg/mL solution": what is drawn from. */
const isOfStrength = /\b(?:of|from|using|\d *m[lL] +with)(?: +(?:the|an?))? *$/i;
/** "If the child is in pain, use the syrup": what stands behind is of the syrup. */
const condition = /^\W*(?:if|when|where|in|for)\b[^,|]*,(?=.{10})/i;
const dosing =
  /\b(?:receiv\w+|giv\w+|gets?|needs?|repeat\w*|every|doses?|take[ns]?|inject\w*)\b|\d *m[lL] +of\b/i;

/** "1 mL ampoules", "an ampoule of 10 units in 1 mL": its size, too. */
const ofOne =
  /\b(?:1|one)[ -]*m(?:L|illilit\w+)[ -]+(?:ampoules?|ampules?|vials?)\b|\b(?:ampoules?|ampules?|vials?) +(?:of|with|holding|containing)\b[^.;,]{0,20}\b1 *mL\b/i;

/** How far a sentence is read around a strength: no text may take quadratic time. */
const reach = 300;

type Stated = Pick<Statement, "facts" | "medicine" | "volumes">;

interface Said {
  /** What its line begins with, the words before the strength that are surely its own, those with it and behind it. */
  readonly lead?: string;
  readonly before: string;
  readonly behind: string;
  /** Of its column: "Concentration in the vial". */
  readonly head?: string;
  /** Where its own words tell no container. */
  readonly around: string;
  readonly above: string;
  readonly place: object;
  readonly among: Product["among"];
  readonly isListed?: boolean;
}

function productOf(
  { lead = "", before, behind, head = "", around, above, place, among, isListed }: Said,
  { facts, medicine, volumes }: Stated,
): Product[] {
  const amounts = facts.filter(({ kind, figure }) => kind !== "percent" && !figure.diluent);
  const percentage = facts.find(({ kind, figure }) => kind === "percent" && !figure.diluent);
  const held = volumes.length > 0 && kindIn(`${before}${behind}`)?.kind === "stock";
  const fact = amounts.at(-1) ?? (held ? percentage : undefined);
  const agreed = amounts.every(
    ({ low, unit }) => unit === fact?.unit && Math.abs(low - fact.low) <= 0.05 * low,
  );
  const said = before.replace(condition, "");
  const own = `${lead} ${said}${behind}`;
  if (
    !fact ||
    !medicine ||
    !agreed ||
    fact.low <= 0 ||
    isAnother.test(own) ||
    isPart.test(`${before}${behind.slice(0, fact.end - fact.start + 20)}`)
  )
    return [];
  // "Each ampoule of morphine of 1 mL contains 10 mg"
  const sized = fact.volume !== undefined && fact.volume.start < fact.figure.start;
  const drawn = isOfStrength.test(before) && !sized;
  const drawnFrom = drawn && !kindIn(before.slice(-25));
  const after = behind.slice(fact.end - fact.start);
  const byStrength = fact.kind === "strength" && beforeContainer.test(after);
  // "Bags prepared from the 50 mg/mL concentrate"
  const bearer = byStrength ? [after.slice(0, 20)] : [];
  const near = drawnFrom ? [behind] : [...bearer, before, behind, head, around];
  const supplied = asSupplied.test(`${head} ${before}${behind}`);
  const named = near.map(kindIn).find((one) => one !== undefined);
  // "Before you add it to glucose the liquid holds 200 mg in every millilitre"
  const isUnmixed = supplied || beforeMixing.test(before);
  const found = isUnmixed && (!named || general.test(named.name)) ? stock : named;
  // "0.5 micrograms/L" is measured in blood.
  if (fact.figure.over >= 100 && found?.kind !== "bag") return [];
  const labels = labelsIn(`${lead} ${lastNamed(said)}${behind}`);
  const all = kindIn(own) ? own : `${around} ${own}`;
  const routes = routesIn(own);
  return [
    {
      ...{ medicine, fact, labels, place, among },
      ...{ words: new Set(`${lead} ${said}`.toLowerCase().match(/[a-zß-öø-ɏ-]{4,}/g)), kind: found?.kind },
      name: found?.name ?? "preparation",
      labelled: [...labels.keys()].some(
        (group) => !unnaming.has(group) && (group !== persons || (found !== undefined && !dosing.test(own))),
      ),
      routes: routes.length > 0 ? routes : routesIn(above),
      routed: routes.length > 0,
      made: isMade(fact, { before, behind, around }, found !== undefined),
      surety: onlyOne.test(all)
        ? "only"
        : isListed || known.test(own) || (!drawn && definite.test(own))
          ? "known"
          : "named",
      volumes: volumes.map(({ high }) => high).filter((high) => high > 1 || ofOne.test(own)),
      percent: percentage?.low ?? ratioIn(own) ?? ratioIn(around),
      byStrength,
    },
  ];
}

/** "1:10,000", "1 in 1000": in milligrams per millilitre. */
function ratioIn(text: string): number | undefined {
  const [, parts = ""] =
    matchesIn(text, /(?<![\d.])1 *(?::|in) *(\d{1,3}(?:[, ]?\d{3})+)(?!\d)/g).at(-1) ?? [];
  return parts === "" ? undefined : 1_000_000 / Number(parts.replace(/[, ]/g, "")) / 1000;
}

/** Whether it comes of diluting or mixing; "before you add it to glucose" it does not yet. */
function isMade(
  fact: Fact,
  { before, behind, around }: Pick<Said, "before" | "behind" | "around">,
  isKept: boolean,
): boolean {
  if (asKept.test(before) || asKept.test(behind)) return false;
  const told = isKept && !kindIn(`${before}${behind}`) ? (around.split(/[.;] +/).at(-1) ?? "") : before;
  const own = behind.slice(0, fact.end - fact.start);
  if (making.test(`${told} ${own}`.replace(beforeMixing, ""))) return true;
  // "One ampoule, 20 mmol in 10 mL, is added to 500 mL of sodium chloride": into that it goes.
  const end = fact.volume && fact.volume.start > fact.figure.start ? fact.volume.start - fact.start : 0;
  const mixture = behind.slice(0, longestMixture);
  if (end === 0) return inFluid.test(`${before}${mixture}`);
  const at = inFluid.exec(mixture)?.index;
  return at !== undefined && at < end;
}
const beforeMixing = /\b(?:before|until|unless)\b[^,.;]{0,40}\b(?:dilut|mix|add|dissolv)\w*/i;
const asKept = /\b(?:undiluted|neat|as +supplied|as +delivered|before +(?:dilution|mixing))\b/i;

export const productsInText = oncePer((passage: FigureText): readonly Product[] => {
  if (passage.kind === "heading" || passage.figures.length === 0) return [];
  const { start, text, section } = passage;
  const all = [...statementsIn(passage), ...mixturesIn(passage), ...contentsIn(passage)].toSorted(
    (a, b) => startOf(a) - startOf(b),
  );
  return all.flatMap((statement, i) => {
    const [from, to] = [startOf(statement) - start, (statement.facts.at(-1)?.end ?? 0) - start];
    // "The adult ampoule holds 80 mg in 2 mL, the paediatric one 20 mg in 2 mL": each has its own words.
    const first = (all[i - 1]?.facts.at(-1)?.end ?? start) - start;
    const next = all[i + 1];
    const own = text.slice(first, next ? startOf(next) - start : text.length);
    const said = clauseBefore(own, from - first, reach);
    return productOf(
      {
        lead: leadOf(text, from - said.length),
        before: said,
        behind: `${text.slice(from, to)}${partBehind(own.slice(to - first), next !== undefined)}`,
        around: text.slice(Math.max(0, from - reach), from),
        above: section?.title ?? "",
        place: passage,
        among: passage,
      },
      { ...statement, medicine: keptMedicine(passage, statement) },
    );
  });
});

/** "2 mg/mL, and for a few patients a concentrate of 20 mg/mL": what leads to the next one is not of this one. */
function partBehind(rest: string, goesOn: boolean): string {
  const whole = clauseBehind(rest, 0, reach);
  // "The adult ampoule holds 40 mg, the paediatric one 10 mg", "☐ For the vein 10 mg/mL" above "☐ For the muscle"
  const behind = whole.slice(0, whole.search(ofNext) >>> 0);
  const last = goesOn && behind === rest ? Math.max(...joins.map((join) => behind.lastIndexOf(join))) : -1;
  return last < 0 ? behind : behind.slice(0, last);
}
const ofNext =
  /(?:,| +and| +but| +while)(?= +[^,;.\d]{0,40}\d[\d.,]* *(?:mg|g|mcg|micrograms?|units?|mmol)\b)|\n *[☐□▢☑✓•*+-]/;
const joins = [", ", " and ", " but ", " or ", " while "];

/** Solvents, and what a preparation has besides: named near a strength they are seldom what it counts. */
const carried = /^(?:ethanol|sulfur|lidocaine|sodium +bicarbonate|benzyl +alcohol|polysorbate.*)$/;

/** "# Etoposide … contains ethanol. The vial, 20 mg/mL, is drawn up": whose the heading is, rather than what carries it. */
function keptMedicine(passage: FigureText, statement: Stated): Medicine | undefined {
  const { medicine = namedAbove(passage, undefined, unitOf(statement)) } = statement;
  if (medicine && !isFluid(medicine) && !carried.test(medicine.name)) return medicine;
  const beside = statement.facts.some(({ start, end }) =>
    medicine ? namesBeside(passage, medicine, { start, end }) : false,
  );
  const topic = beside ? undefined : topicOf(passage.section);
  return topic ?? medicine;
}

function namesBeside({ items, text, start }: FigureText, medicine: Medicine, fact: Span): boolean {
  const [from, to] = [fact.start - start, fact.end - start];
  return items.some(
    (item) =>
      item.kind === "medicine" &&
      item.mention.medicine === medicine &&
      item.end > from - besideStrength &&
      item.start < to + besideStrength &&
      !/[.;] +/.test(text.slice(Math.min(item.end, to), Math.max(item.start, from))),
  );
}
const besideStrength = 20;

/** The one medicine that the nearest heading names which names any. */
function topicOf(section: Section | undefined): Medicine | undefined {
  for (let at = section; at; at = at.parent) {
    const named = new Set(medicinesAmong(itemsOf(at.title)).filter((one) => !isFluid(one)));
    if (named.size > 0) return named.size === 1 ? [...named][0] : undefined;
  }
  return undefined;
}

const unitOf = ({ facts }: Stated) => facts.at(-1)?.unit;
const startOf = ({ facts }: Stated) => Math.min(...facts.map(({ start }) => start));

/** "**Double strength.** 8 mg in 50 mL": what a line begins with names what it is about. */
const leadOf = (text: string, at: number): string =>
  (at > 0 &&
    /^[\s*_-]*(?:[\p{L}-]+[\s*_]+){0,4}[\p{L}-]+(?=[.:][\s*_])/u.exec(
      text.slice(0, Math.min(at, 80)),
    )?.[0]) ||
  "";

const strengthHead =
  /\b(?:strengths?|concentrations?|presentations?|contents?|formulations?|per +mL|in +1 +mL)\b/i;
const packHead =
  /\b(?:packs?|packag\w+|size|container|vials?|ampoules?|ampules?|bottles?|supplied|presentation)\b(?![^|]*\b(?:dose|give|draw)\b)/i;
/** Of a table that tells what is given rather than what is kept. */
const doseHead = /\bdos(?:e|es|age|ing)\b|\bgive\b|\bdraw\b|\brate\b/i;

export const productsInTable = oncePer((table: FigureTable): readonly Product[] =>
  table.columns.some(({ axis }) => axis)
    ? []
    : table.rows.flatMap((row) => [
        ...row.flatMap((cell) => productsInCell(table, row, cell)),
        ...heldInRow(table, row),
      ]),
);

/** "**Table 2. Ampoules in the drawer**" */
const titleOf = ({ caption }: FigureTable): string =>
  caption && /^\W*table\b[^\n]{0,100}$/i.test(caption.text) ? caption.text : "";

const sizeHead = /\b(?:size|volumes?|packs?|fill|m[lL])\b/i;
const heldHead =
  /\bstrength\b|\bcontents?\b|\bholds?\b|\bcontains?\b|\b(?:in|per) +(?:the|an?|each|one|1)? *(?:vial|amp|bottle|pack|container|cartridge|pen)/i;

/** "| Potassium chloride ampoule | 10 mL | 20 mmol |": its volume in one cell, and in another all that it holds. */
function heldInRow(table: FigureTable, row: readonly FigureCell[]): Product[] {
  const { columns, section } = table;
  const head = (cell: FigureCell) => columns[cell.column]?.text ?? "";
  const only = (kind: "volume" | "amount", under: RegExp) =>
    row.flatMap((cell, at) => {
      const [figure, more] = cell.figures;
      // "Neostigmine 1 mL": the name has its size.
      const isHeaded = under.test(head(cell)) || (kind === "volume" && at === 0 && cell.named.length === 1);
      return figure?.kind === kind && !more && !figure.perKg && isHeaded ? [{ cell, figure }] : [];
    });
  const [volume, otherVolume] = only("volume", sizeHead);
  const [amount, otherAmount] = only("amount", heldHead);
  const medicine = rowMedicine(row);
  if (!volume || !amount || otherVolume || otherAmount || row.some((cell) => doseHead.test(head(cell))))
    return [];
  if (!medicine || !fitsHead(head(amount.cell), medicine)) return [];
  const said = {
    before: `${row[0]?.text ?? ""} | `,
    behind: amount.cell.text,
    head: head(amount.cell),
    around: row.map(({ text }) => text).join(" | "),
    ...{ above: section?.title ?? "", place: row, among: table, isListed: true },
  };
  const fact = {
    ...pairOf(amount.figure, volume.figure),
    start: amount.figure.start,
    end: amount.figure.end,
  };
  return productOf(said, { facts: [fact], medicine, volumes: [volume.figure] });
}

function productsInCell(table: FigureTable, row: readonly FigureCell[], cell: FigureCell): Product[] {
  const head = table.columns[cell.column]?.text ?? "";
  if (doseHead.test(head)) return [];
  const medicine = rowMedicine(row) ?? table.heads[cell.column]?.named[0] ?? table.context;
  const percent = row
    .flatMap(({ figures }) => figures)
    .find(({ kind, diluent }) => kind === "percent" && !diluent);
  const above = table.section?.title ?? "";
  // "Pack: ampoule of 3 mL", in another column
  const packed = row.filter(
    (other) => other !== cell && packHead.test(`${table.columns[other.column]?.text} ${other.text}`),
  );
  const packs = packed.flatMap(({ figures }) =>
    figures.filter(({ kind, perKg }) => kind === "volume" && !perKg),
  );
  const packNames = packed.map(({ column }) => table.columns[column]?.text ?? "").join(" ");
  return statementsIn(cell).flatMap((statement) => {
    const at = startOf(statement) - cell.start;
    const first = cell.column > 0 ? (row[0]?.text ?? "") : "";
    const said = {
      before: `${first} | ${cell.text.slice(0, at)}`,
      behind: cell.text.slice(at),
      head,
      around: `${above} ${titleOf(table)} ${head} ${packNames} ${row.map(({ text }) => text).join(" | ")}`,
      ...{
        above,
        place: row,
        among: table,
        isListed: table.columns.some(({ text }) => strengthHead.test(text)),
      },
    };
    const volumes = [...statement.volumes, ...packs];
    const found = productOf(said, { ...statement, medicine: medicine ?? statement.medicine, volumes });
    return found.map((one) => ({ ...one, percent: one.percent ?? (percent && percent.low * 10) }));
  });
}
