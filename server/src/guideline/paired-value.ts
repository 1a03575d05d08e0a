// One value in two units: "3.0 mmol/L (54 mg/dL)", "25 kg (55 lb)", "2 g (8 mmol)", or two columns of a table that
// say the same in two units. It must not judge whether they agree.

import type { Analyte } from "../lexicon/analytes.ts";
import { structuralWords } from "../lexicon/conditions.ts";
import { type Salt, salts } from "../lexicon/electrolytes.ts";
import type { LabUnit } from "../lexicon/lab-units.ts";
import type { Table } from "../syntax/table.ts";
import { moved, type Span } from "../text/span.ts";
import type { Item } from "./item.ts";
import { convertible, needsAnalyte } from "./lab-conversion.ts";
import { type LabValue, labTextOf } from "./lab-value.ts";
import { analyteAround, headerUnit, headerUnits, measuredIn } from "./measured.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { listPerRun } from "./run.ts";
import { itemsOf } from "./scope.ts";

export interface PairedValue {
  readonly first: LabValue;
  readonly firstUnit: LabUnit;
  readonly second: LabValue;
  readonly secondUnit: LabUnit;
  readonly analyte: Analyte | undefined;
  /** All that is named in the text. */
  readonly named: readonly Analyte[];
  /** Where grams stand beside millimoles: what they may be of, the likeliest first. */
  readonly salts: readonly Salt[];
  /** The amount may be the ion's alone. */
  readonly ionic: boolean;
  /** What is measured is named only further above. */
  readonly remote: boolean;
  /** Of a table's two columns, by where the table begins and which columns they are. */
  readonly column: string | undefined;
}

/** Units that are two ways of saying the same wherever they stand side by side; hours and days are not. */
const sameKind = new Set(["mass", "substance", "count", "activity", "pressure", "temperature", "length"]);

/** Of these the whole salt is weighed, unless the text says otherwise; of calcium it is often the ion. */
const wholeSalt = /^(?:potassium|sodium) +/;
const ion =
  /\b(?:elemental|ions?|as +(?:potassium|sodium)|of +(?:potassium|sodium)(?! +[a-zß-öø-ɏ]+ate| +chloride))\b|\b(?:K|Na)[⁺+]/i;

export const parsePairedValues = listPerRun((run, markdown): readonly PairedValue[] => {
  const slice = ({ start, end }: Span) => markdown.plain.slice(start, end);
  const measured = measuredIn(run, markdown);
  const inline = measured.flatMap(
    ({ reading, unit: firstUnit, analyte, from, passage, sentence }, i): PairedValue[] => {
      const second = reading.paired;
      const before = measured[i - 1]?.reading;
      if (second && before && isSecondOfTwo({ before, reading, second }, slice)) return [];
      const secondUnit = second?.unit;
      if (!secondUnit || !firstUnit) return [];
      if (!isPair(firstUnit, secondUnit, slice({ start: reading.end, end: second.start }))) return [];
      const ofSalt = firstUnit.kind === "amount" || secondUnit.kind === "amount";
      const named = ofSalt ? saltsOf(passage, reading, slice) : [];
      const { start, end } = passage.span;
      const near = { start: Math.max(start, reading.start - 60), end: Math.min(end, reading.whole.end + 60) };
      const ionic = named.some(({ name }) => !wholeSalt.test(name)) || ion.test(slice(near));
      const remote = from === "above";
      // "…; digoxin above 2.6 nmol/L": no longer what was measured before.
      const turned = remote ? itemsOf(slice({ start: sentence.start, end: reading.start })) : undefined;
      if (turned?.some(({ kind }) => kind === "medicine") || isNamed(turned)) return [];
      return [
        {
          first: reading,
          firstUnit,
          second,
          secondUnit,
          analyte,
          named: labTextOf(slice(passage.span)).mentions.flatMap(({ analytes }) => analytes),
          salts: named,
          ionic,
          remote,
          column: undefined,
        },
      ];
    },
  );
  const cells = new Map(passagesIn(run, markdown).map((passage) => [passage.span.start, passage]));
  const tables = run.blocks.filter((block): block is Table => block.kind === "table");
  const columns = tables.flatMap((table) => {
    const before = run.blocks[run.blocks.indexOf(table) - 1];
    const caption = before && before.kind !== "table" ? slice(before.span) : "";
    return columnPairs(table, {
      slice,
      cells,
      units: caption.length < 120 ? headerUnits(caption) : undefined,
    });
  });
  return [...inline, ...columns];
});

const nextValue = /^[^()]{0,3}\s*(?:,|and|or|to|up|–|-)[^()]{0,20}\d/i;

/** "Above 500 mg/L, up to 900 mg/L (above 3.6 mmol/L, up to 6.5 mmol/L)": two values, and both again. */
function isSecondOfTwo(
  { before, reading, second }: Readonly<Record<"before" | "reading" | "second", LabValue>>,
  slice: (span: Span) => string,
): boolean {
  const gap = reading.start - before.end;
  return (
    before.unit?.code === reading.unit?.code &&
    gap >= 0 &&
    gap < 16 &&
    !/[().;]/.test(slice({ start: before.end, end: reading.start })) &&
    nextValue.test(slice({ start: second.end, end: second.end + 40 }))
  );
}

/** "Lead 0.24 µmol/L": a sentence that begins with a name of its own. */
function isNamed(all: readonly Item[] = []): boolean {
  const items = all.slice(all[0]?.kind === "break" ? 1 : 0);
  const last = items.at(-1);
  return (
    items.length > 0 &&
    items.length <= 2 &&
    items.every(({ kind }) => kind === "word") &&
    last?.kind === "word" &&
    /^\p{L}{3,}\d*$/u.test(last.text) &&
    !structuralWords.has(last.text)
  );
}

function isPair(first: LabUnit, second: LabUnit, between: string): boolean {
  if (!convertible(first, second)) return false;
  const enclosed = /[([]/.test(between);
  if (first.kind !== second.kind) return enclosed || needsAnalyte(first, second);
  if (sameKind.has(first.kind))
    return enclosed || /^\s*[/=]\s*$/.test(between) || /°F|lb|in|ft/.test(`${first.code} ${second.code}`);
  const metric =
    enclosed && first.kind === "weight" && /^(?:kg +g|g +kg)$/.test(`${first.code} ${second.code}`);
  if (metric) return true;
  return first.kind === "weight" && [first.code, second.code].some((code) => code === "lb" || code === "oz");
}

/** The salts named before a quantity, the last first, else those of the nearest text above it. */
function saltsOf(
  passage: Passage,
  reading: LabValue & { readonly whole?: Span },
  slice: (span: Span) => string,
): Salt[] {
  const row = passage.row
    ? [...passage.row.cells.slice(0, passage.row.index).reverse(), passage.row.header]
    : [];
  const after = (reading.whole ?? reading).end;
  const said = slice({ start: after, end: Math.min(passage.span.end, after + 80) });
  // "1 g (2.2 mmol) of calcium gluconate", rather than "… in 100 mL of sodium chloride 0.9 %"
  const [of = ""] = /^[)\]*_\s]{0,6}of\b(?:(?! +(?:in|with|to|into|and|or) +)[^.,;:()])*/.exec(said) ?? [];
  const own = of ? [{ start: after, end: after + of.length }] : [];
  const texts = [...own, { start: passage.span.start, end: reading.start }, ...row, ...passage.contexts];
  for (const span of texts) {
    if (!span) continue;
    const text = slice(span).toLowerCase();
    const named = salts
      .map((salt) => ({ salt, at: salt.name.split(" ").map((word) => text.lastIndexOf(word)) }))
      .filter(({ salt, at }) => salt.name.includes(" ") && at.every((one) => one >= 0))
      .sort((one, other) => Math.max(...other.at) - Math.max(...one.at));
    if (named.length > 0) return named.map(({ salt }) => salt);
  }
  return [];
}

interface Around {
  readonly slice: (span: Span) => string;
  readonly cells: ReadonlyMap<number, Passage>;
  /** The two units that the line above a table names: "Total bilirubin, mg/dL (µmol/L)". */
  readonly units: readonly [LabUnit, LabUnit] | undefined;
}

/** Columns with two units in their head or in the line above the table, and neighbours whose heads say that they give one value in two units. */
function columnPairs(table: Table, { slice, cells, units: captioned }: Around): PairedValue[] {
  const heads = table.header.cells.map(slice);
  return heads.flatMap((head, i) => {
    const own = headerUnits(head) ?? (headerUnit(head) ? undefined : captioned);
    const next = heads[i + 1];
    const units = [headerUnit(head), next === undefined ? undefined : headerUnit(next)] as const;
    if (!own && (next === undefined || !(saySame(head, next) || areSame(table, i, slice)))) return [];
    return table.rows.flatMap(({ cells: row }) => {
      const sides = own ? halves(row[i], slice) : ([row[i], row[i + 1]] as const);
      const pair = sides?.[0] && sides[1] && cellPair(sides[0], sides[1], own ?? units, slice);
      const passage = row[i] && cells.get(row[i].start);
      if (!pair || !passage) return [];
      const analyte = analyteAround(passage, [pair.firstUnit, pair.secondUnit], slice);
      const ofSalt = pair.firstUnit.kind === "amount" || pair.secondUnit.kind === "amount";
      const named = ofSalt ? saltsOf(passage, pair.first, slice) : [];
      return [
        {
          ...pair,
          analyte,
          named: [],
          salts: named,
          ionic: true,
          remote: false,
          column: `${table.span.start} ${i}`,
        },
      ];
    });
  });
}

/** "3.0 (54)", "3.0 / 54". */
function halves(cell: Span | undefined, slice: (span: Span) => string): readonly [Span, Span] | undefined {
  if (!cell) return undefined;
  const [, left = "", right] = /^([^()/[\]]+)[(/[]([^()/[\]]+)[)\]]?\s*$/.exec(slice(cell)) ?? [];
  if (right === undefined) return undefined;
  const start = cell.start + left.length + 1;
  return [
    { start: cell.start, end: cell.start + left.trimEnd().length },
    { start, end: start + right.length },
  ];
}

const equivalence =
  /^\W*(?:(?:the +)?same(?: +value)?|equivalent|equals?|(?:conventional|traditional|molar|mass|metric|imperial|international|si|us|american|older?|new(?:er)?|former|other|alternative|usual)(?: +(?:units?|value|figure|scale))|(?:conventional|traditional|molar|mass|metric|imperial|international|si|us)|or|in +other +units?|converted|conversion)\b/i;

function saySame(head: string, next: string): boolean {
  if (equivalence.test(next)) return true;
  // "Glucose (mmol/L)" beside "mg/dL"
  if (isUnit(next) && headerUnit(head)) return true;
  const [a, b] = [bare(head), bare(next)];
  return a === b && (headerUnit(head)?.code ?? "") !== (headerUnit(next)?.code ?? "");
}

/** Units of which nobody would put a value in one beside another value in the other. */
const twins: readonly (readonly [RegExp, RegExp])[] = [
  [/mol\/d?L/i, /g\/d?L/i],
  [/° *C\b/, /° *F\b/],
  [/\bkg\b/, /\b(?:lbs?|pounds?)\b/],
  [/\bmmHg\b/, /\bkPa\b/],
  [/\bcm\b/, /\b(?:in|inch|inches)\b/],
];

/** "| Old report | New report |" above "2 mg/dL" and "177 µmol/L" in every row. */
function areSame({ rows }: Table, at: number, slice: Around["slice"]): boolean {
  const says = (unit: RegExp, cell: Span | undefined) => cell !== undefined && unit.test(slice(cell));
  const inBoth = ([one, other]: readonly [RegExp, RegExp]) =>
    rows.every(
      ({ cells: { [at]: a, [at + 1]: b } }) =>
        (says(one, a) && says(other, b)) || (says(other, a) && says(one, b)),
    );
  return rows.length >= fewestRows && twins.some(inBoth);
}
const fewestRows = 3;

const isUnit = (head: string) =>
  headerUnit(head) !== undefined && /^[([]?[^\s()[\],;]+[)\]]?$/.test(head.trim());

/** A head without its unit. */
function bare(head: string): string {
  return head
    .toLowerCase()
    .replace(/[([][^()[\]]*[)\]]\s*$|,[^,]*$| +in +\S+\s*$/, "")
    .replace(/\W+/g, " ")
    .trim();
}

function cellPair(
  left: Span,
  right: Span,
  units: readonly [LabUnit | undefined, LabUnit | undefined],
  slice: (span: Span) => string,
): Pick<PairedValue, "first" | "firstUnit" | "second" | "secondUnit"> | undefined {
  const [first, second] = [onlyValue(left, slice), onlyValue(right, slice)];
  const [firstUnit, secondUnit] = [first?.unit ?? units[0], second?.unit ?? units[1]];
  if (!first || !second || !firstUnit || !secondUnit || !convertible(firstUnit, secondUnit)) return undefined;
  return { first, firstUnit, second, secondUnit };
}

/** The value that a cell consists of, with absolute places. */
function onlyValue(cell: Span, slice: (span: Span) => string): LabValue | undefined {
  const text = slice(cell);
  const { readings } = labTextOf(/[a-z%µ°<>≤≥]/i.test(text) ? text : `≥${text}`);
  const by = cell.start - (/[a-z%µ°<>≤≥]/i.test(text) ? 0 : 1);
  const [only, more] = readings;
  if (!only || more || only.paired || only.end - only.start < text.trim().length - 2) return undefined;
  return {
    ...moved(only, by),
    start: Math.max(cell.start, only.start + by),
    numbers: moved(only.numbers, by),
  };
}
