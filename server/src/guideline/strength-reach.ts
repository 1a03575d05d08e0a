// Which strengths of a medicine a reader has in mind at a place: those of the sentence, the text, the table's head
// and caption, the section, the document, the nearest first. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer, steadyLists } from "../text/memory.ts";
import { type Fact, type Statement, statementsIn } from "./concentration.ts";
import { type Figure, isSame, maySame, nearby } from "./figure.ts";
import {
  type FigureCell,
  type FigurePart,
  type FigureTable,
  type FigureText,
  type FigureTexts,
  isAdded,
  rowMedicine,
} from "./figure-text.ts";
import { mixturesIn } from "./mixture.ts";
import { slashPairsIn } from "./row-volume.ts";
import { pathOf, type Section } from "./section.ts";

/** What is said of it, wherever it stands. */
export interface Stated {
  readonly fact: Fact;
  readonly medicine: Medicine | undefined;
  /** What comes of a dilution, rather than what is in the ampoule. */
  readonly diluted: boolean;
}

export interface Strength extends Stated {
  readonly text: FigureText;
  /** A bag or a litre of it, from which no dose is drawn. */
  readonly isReady: boolean;
}
/** The nearest level comes first; each is worked out only when it is asked for. */
export type Levels<S extends Stated = Stated> = readonly (() => readonly S[])[];

const dilutes =
  /\b(?:dilut\w+|bring|made +up|make +up|mix\w*|add|fill\w*|dissolv\w*|reconstitut\w*|put|giving|now +(?:holds?|contains?|has|at))\b/i;
/** "A bag of 250 mL with bupivacaine 1 mg/mL and fentanyl 2 micrograms/mL" */
const inBag = /\b(?:bags?|cassettes?) +(?:of|has|holds?|contains?)\b[^.;]{0,80}$/i;
/** "10 mL of the syrup" is of the one that was named last. */
const refersBack =
  /\d *mL +(?:of|from) +the +(?:syrup|suspension|elixir|mixture|solution|bottle|vial|ampoule)\b/i;

const strengthsOnce = oncePer((text: FigureText) => readStrengths(statementsIn(text)));

/** In their order in the text. */
export function strengthsOf(text: FigureText): readonly Strength[] {
  return text.figures.length === 0 ? [] : strengthsOnce(text);
}

function readStrengths(statements: readonly Statement[]): Strength[] {
  return statements.flatMap(({ facts, medicine, passage, container }) =>
    facts
      .filter((fact) => !fact.figure.diluent && fact.low > 0 && isOfSomething(passage, fact))
      .flatMap((fact) => {
        const before = sentenceBefore(passage, fact);
        const behind = passage.text.slice(fact.end - passage.start, fact.end - passage.start + 12);
        const diluted = dilutes.test(before) || /^ *dilut/i.test(behind);
        const isReady = container === "bag" || fact.figure.over >= 100 || inBag.test(before);
        const all = ofSeveral.test(before) ? namedBefore(passage, fact) : [];
        return (all.length > 1 ? all : [medicine]).map((of) => ({
          fact,
          medicine: of,
          text: passage,
          diluted,
          isReady,
        }));
      }),
  );
}

const ofOther =
  /\b(?:fraction|saturation|SpO2|FiO2|haematocrit|hematocrit|oxygen|humidity|burns?|surface|loss|dehydrat\w+|risk|of +(?:patients|cases|women|children|the +(?:rate|dose|volume)))\b/i;

const strongest = 80;

/** "Ejection fraction 20 %" is no solution. */
function isOfSomething({ text, start }: FigureText, { kind, figure, end }: Fact): boolean {
  if (kind !== "percent") return true;
  // "88–92 % is acceptable", "keep it above 94 %": a solution has one, and no such one.
  if (figure.low !== figure.high || figure.low > strongest) return false;
  if (figure.medicine) return true;
  const at = figure.start - start;
  const before = text.slice(Math.max(0, at - 30), at);
  return !ofOther.test(
    `${before.split(/[.;,]\s/).at(-1) ?? ""} ${text.slice(end - start, end - start + 20).split(/[.;,]/, 1)[0] ?? ""}`,
  );
}

/** "Nevirapine and zidovudine syrup both contain 10 mg/mL" */
const ofSeveral =
  /\b(?:(?:both|all|each) +(?:[a-zß-öø-ɏ]+ +){0,2}?(?:contain|hold|have|are|come)s?|(?:are|come|contain|hold)s? +both)\b[^;:]*$/i;

/** Here, else in the paragraph before: "Both liquids contain 10 mg/mL". */
function namedBefore({ items, start, before }: FigureText, fact: Fact): readonly Medicine[] {
  const own = items.flatMap((item) =>
    item.kind === "medicine" && item.start + start < fact.start ? [item.mention.medicine] : [],
  );
  return [...new Set(own.length > 0 ? own : before?.named)];
}

function sentenceBefore({ text, start }: FigureText, { start: at }: Fact): string {
  const before = text.slice(Math.max(0, at - start - 400), at - start);
  return before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("! "), 0));
}

/** The reach of a document, worked out once for all who ask, and for as long as it has the same strengths. */
export const strengthReach = oncePer(
  (told: FigureTexts): StrengthReach => reachOf(steady("", strengthsTold(told))),
);
/** All that a document tells, bags and litres with it. */
const strengthsTold = oncePer(({ parts, tables }: FigureTexts): readonly Strength[] => [
  ...parts.flatMap(strengthsInTexts),
  ...tables.flatMap(strengthsOfTable),
]);
/** The same, and what comes of mixing where nobody says how strong that is. */
export const strengthsMade = oncePer((told: FigureTexts): readonly Strength[] => [
  ...strengthsTold(told),
  ...told.parts.flatMap(mixedInTexts),
]);
const mixedInTexts = oncePer(({ texts }: FigurePart) => texts.flatMap(mixedIn));
const mixedIn = oncePer((text: FigureText) =>
  mixturesIn(text).flatMap(({ facts, medicine }) =>
    facts.map((fact): Strength => ({ fact, medicine, text, diluted: true, isReady: false })),
  ),
);
const strengthsInTexts = oncePer(({ texts }: FigurePart) => texts.flatMap(strengthsOf));
const steady = steadyLists<Strength>();
const reachOf = oncePer((all: readonly Strength[]) => new StrengthReach(all));

/** Of a table's heads and rows. */
const strengthsOfTable = oncePer((table: FigureTable): readonly Strength[] => [
  ...table.heads.flatMap((head) => strengthsOfCell(head, table)),
  ...table.rows.flatMap((row) => strengthsOfRow(row, table)),
]);

/** "Hyperbaric bupivacaine 5 mg/mL" over a column is of what it names. */
function strengthsOfCell(text: FigureText, table: FigureTable): readonly Strength[] {
  if (slashPairsIn(table).has(text as FigureCell)) return [];
  const [named, other] = text.named;
  const found = strengthsOf(text);
  return named && !other ? found.map((one) => (one.medicine ? one : { ...one, medicine: named })) : found;
}

function strengthsOfRow(row: readonly FigureText[], table: FigureTable): readonly Strength[] {
  const medicine = rowMedicine(row);
  return row.flatMap((cell, i) =>
    (i > 0 && isAdded(cell) ? [] : strengthsOfCell(cell, table)).map((strength) => ({
      ...strength,
      medicine: strength.fact.figure.medicine ?? medicine ?? strength.medicine,
    })),
  );
}

export class StrengthReach {
  readonly #bySection = new Map<Section | undefined, Strength[]>();
  readonly #byMedicine = new Map<Medicine, Map<string, Strength>>();

  constructor(all: readonly Strength[]) {
    for (const one of all) this.#add(one);
  }

  #add(one: Strength): void {
    if (one.isReady) return;
    const { section } = one.text;
    const near = this.#bySection.get(section);
    if (!near) this.#bySection.set(section, [one]);
    else if (near.length < 60) near.push(one);
    if (!one.medicine) return;
    const known = this.#byMedicine.get(one.medicine) ?? new Map<string, Strength>();
    this.#byMedicine.set(one.medicine, known);
    const key = `${one.fact.unit} ${one.fact.low} ${one.fact.high} ${one.fact.kind === "percent"}`;
    if (!known.has(key) && known.size < 60) known.set(key, one);
  }

  /** The one medicine whose strengths the document tells, where a table that names none is read. */
  get onlyMedicine(): Medicine | undefined {
    return this.#byMedicine.size === 1 ? this.#byMedicine.keys().next().value : undefined;
  }

  /** What containers of each medicine hold, as far as the document says. */
  get stock(): Map<Medicine, readonly Strength[]> {
    return new Map(
      [...this.#byMedicine].map(([medicine, strengths]) => [
        medicine,
        [...strengths.values()].filter(({ diluted }) => !diluted),
      ]),
    );
  }

  /** Around a place in a text: its sentence, the text, the text before it, its section, the document. */
  levels(text: FigureText, medicine: Medicine | undefined, at: Figure): Levels<Strength> {
    const own = () => ownStrengths(text, medicine, at);
    return [
      () => own().filter(({ fact }) => fact.figure.sentence === at.sentence),
      own,
      ...this.#around(text, medicine),
    ];
  }

  /** Around a cell: the cell, its column's head, its row, all heads and the caption, then as of a text. */
  tableLevels(
    table: FigureTable,
    row: readonly FigureText[],
    column: number,
    medicine: Medicine | undefined,
  ): Levels<Strength> {
    const ours = (strengths: readonly Strength[]) =>
      strengths.filter((strength) => maySame(strength.medicine, medicine));
    const of = (texts: readonly FigureText[]) => ours(texts.flatMap((text) => strengthsOfCell(text, table)));
    const { heads, caption } = table;
    const anchor = row[column];
    // "| 5 g | 10 mL | none; lidocaine 2 % 1 mL |": what another row names is not what a row without a name is of.
    const ofRows = new Set<FigureText>(medicine ? [] : table.rows.filter((one) => one !== row).flat());
    const below = lowerHeads(table);
    const headOf = [...heads.slice(column, column + 1), ...below.filter((cell) => cell.column === column)];
    const inTable: Levels<Strength> = [
      () => ours(strengthsOfRow(row, table)).filter(({ text }) => text === row[column]),
      () => of(headOf),
      () => ours(strengthsOfRow(row, table)),
      () => of([...heads, ...below, ...(caption && isCaption(caption) ? [caption] : [])]),
    ];
    // "250 mg WFI 2 mL" over a column: what is in it is made up as that says, and not as anything elsewhere does.
    if (headOf.some(({ figures }) => saysMixture(figures))) return inTable;
    return [
      ...inTable,
      ...(anchor ? this.#around(anchor, medicine) : []).map(
        (level) => () => level().filter((one) => !one.medicine || !ofRows.has(one.text)),
      ),
    ];
  }

  #around(text: FigureText, medicine: Medicine | undefined): Levels<Strength> {
    const others = (strengths: readonly Strength[]) => strengths.filter((one) => one.text !== text);
    const inDocument = () =>
      others(
        [...this.#byMedicine].flatMap(([known, strengths]) =>
          medicine && isSame(known, medicine) ? [...strengths.values()] : [],
        ),
      );
    const path = pathOf(text.section);
    const parent = path.length > 2 ? path.at(-2) : undefined;
    return [
      // A line of a list goes on from the line before it.
      () => {
        const goesOn = text.kind !== "prose" || refersBack.test(text.text);
        const before = text.before && goesOn ? strengthsOf(text.before).slice(-30) : [];
        return before.filter((strength) => maySame(strength.medicine, medicine));
      },
      () =>
        others(this.#bySection.get(text.section) ?? []).filter(
          (one) => medicine === undefined || isSame(one.medicine, medicine),
        ),
      () => (parent ? inDocument().filter(({ text: other }) => pathOf(other.section).includes(parent)) : []),
      inDocument,
    ];
  }
}

export interface Reach {
  readonly onlyMedicine: Medicine | undefined;
  levels(text: FigureText, medicine: Medicine | undefined, at: Figure): Levels;
  tableLevels(
    table: FigureTable,
    row: readonly FigureText[],
    column: number,
    medicine: Medicine | undefined,
  ): Levels;
}

/** Where a document tells no strength of a medicine, that of others counts. */
export const reachWith = (
  reach: StrengthReach,
  further: (medicine: Medicine | undefined) => readonly Stated[],
): Reach => ({
  onlyMedicine: reach.onlyMedicine,
  levels: (text, medicine, at) => [...reach.levels(text, medicine, at), () => further(medicine)],
  tableLevels: (table, row, column, medicine) => [
    ...reach.tableLevels(table, row, column, medicine),
    () => further(medicine),
  ],
});

/** "| | | Syrup 120 mg/5 mL | Tablet 500 mg |": rows that begin with nothing, above all others, are heads as well. */
export function lowerHeads({ rows }: FigureTable): readonly FigureCell[] {
  const first = rows.findIndex(([label]) => label !== undefined && label.text.trim() !== "");
  return first > 0 && first <= 2 ? rows.slice(0, first).flat() : [];
}

const saysMixture = (figures: readonly Figure[]) =>
  figures.length === 2 && figures[0]?.kind === "amount" && figures[1]?.kind === "volume";

/** A line of its own over the table, rather than the end of what was said before. */
function isCaption({ text }: FigureText): boolean {
  return text.length <= 160 && !/[.!?]\s+[\p{L}\d]/u.test(text.trim());
}

/** Of the text itself; what is made from the dose, or comes later and is no stock, is none to draw it from. */
function ownStrengths(text: FigureText, medicine: Medicine | undefined, at: Figure): Strength[] {
  const { sentence, end } = at;
  const volumes = nearby(text.figures, at).filter(
    (figure) => figure.kind === "volume" && figure.sentence === sentence && figure.start > end,
  );
  return around(strengthsOf(text), at).filter((strength) => {
    const { fact, isReady, diluted } = strength;
    const later = fact.start > end;
    const same = fact.figure.sentence === sentence;
    if (!maySame(strength.medicine, medicine) || (later && (isReady || (diluted && !same)))) return false;
    // "(10 mL) with 90 mL of water: 0.2 mmol/mL" is what comes of it.
    return !(same && volumes.some((volume) => volume.end < fact.start && volume !== fact.volume));
  });
}

/** Of many strengths those that stand nearest. */
function around(strengths: readonly Strength[], { start }: Figure): readonly Strength[] {
  if (strengths.length <= 60) return strengths;
  let [low, high] = [0, strengths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strengths[middle]?.fact.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return strengths.slice(Math.max(0, low - 30), low + 30);
}
