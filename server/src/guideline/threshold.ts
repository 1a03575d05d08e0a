// A threshold: the value of an analyte at which something is done or defined, with what its clause, row and headings
// say of it. How the words are found is in threshold-parser.ts. It must not judge.

import type { Analyte } from "../lexicon/analytes.ts";
import type { LabUnit } from "../lexicon/lab-units.ts";
import type { ActionKind } from "../lexicon/threshold-words.ts";
import type { Span } from "../text/span.ts";
import { grouped } from "./grouped.ts";
import { converted, factorsOf } from "./lab-conversion.ts";
import type { LabReading } from "./lab-value.ts";
import { formatNumber } from "./measure-format.ts";
import type { Population } from "./population.ts";

export interface Threshold extends Span {
  readonly analyte: Analyte;
  readonly operator: "<" | "<=" | ">" | ">=";
  /** As written. */
  readonly value: number;
  readonly unit: LabUnit | undefined;
  readonly reading: LabReading;
  /** The kinds of action that its own clause names; else those of the nearest text above that names any. */
  readonly kinds: ReadonlySet<ActionKind>;
  /** The words of the term that is defined: "virological failure (viral load > 1000)". */
  readonly term: ReadonlySet<string>;
  /** Conditions named in its own clause or row; those that only say what is measured are in `implied`. */
  readonly conditions: ReadonlySet<string>;
  readonly implied: ReadonlySet<string>;
  readonly qualifiers: ReadonlySet<string>;
  /** Medicines and interventions named in its clause, row or lead-in line. */
  readonly actions: ReadonlySet<string>;
  /** Those of its clause that are stopped there. */
  readonly stopped: ReadonlySet<string>;
  /** Interventions that the nearest heading that names any names; where nothing nearer says what is done. */
  readonly topics: ReadonlySet<string>;
  /** Conditions that the headings name. */
  readonly above: ReadonlySet<string>;
  /** How bad those are, as the headings say. */
  readonly gradesAbove: ReadonlySet<string>;
  readonly aspects: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** What its sentence or row measures out: "2 mL/kg". */
  readonly doses: ReadonlySet<string>;
  /** "before alteplase", "after alteplase": when it is measured, told by what is given or done. */
  readonly phases: ReadonlySet<string>;
  /** What the nearest heading that names patients says of them: "Adults with heart disease". */
  readonly whose: ReadonlySet<string>;
  /** Other words of its part of the sentence, or of its row. */
  readonly words: ReadonlySet<string>;
  /** Words of the line that its list or table stands under. */
  readonly ledWords: ReadonlySet<string>;
  /** Words of all of its sentence or row. */
  readonly allWords: ReadonlySet<string>;
  /** Words of its row's first cell. */
  readonly rowHead: ReadonlySet<string>;
  /** Said in its own clause or row. */
  readonly own: Population;
  readonly population: Population;
  /** Routes that are named. */
  readonly ways: ReadonlySet<string>;
  /** One paragraph, list or table. */
  readonly group: number;
  /** Where its paragraph, list or table divides the analyte in the other direction. */
  readonly beside: readonly number[];
  /** "Systolic 160 or more, or diastolic 110 or more": the other one, as "diastolic-pressure >= 110". */
  readonly other?: string;
}

const farthestOther = 60;
/** No text may take quadratic time. */
const mostBeside = 20;
const pressure = (id: string) => id === "systolic-pressure" || id === "diastolic-pressure";

/** "Fasting" and "random" are two scales. */
const sameAspects = ({ aspects: a }: Threshold, { aspects: b }: Threshold) =>
  a.size === b.size && [...a].every((aspect) => b.has(aspect));

/** With the other pressure of the same sentence, where both are said to count. */
export function withOthers(all: readonly Threshold[], text: string): Threshold[] {
  const isOther = (a: Threshold, b: Threshold | undefined): b is Threshold =>
    b !== undefined &&
    b.group === a.group &&
    pressure(b.analyte.id) &&
    b.analyte !== a.analyte &&
    Math.abs(b.start - a.start) <= farthestOther &&
    !/[.;!?|](?=\s)/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
  const groups = grouped(all, ({ group, analyte }) => `${group} ${analyte.id}`);
  return all.map((found, i) => {
    const together = groups.get(`${found.group} ${found.analyte.id}`) ?? [];
    const across = together
      .slice(0, mostBeside)
      .filter((near) => isUpward(near) !== isUpward(found) && sameAspects(near, found));
    const one = { ...found, beside: across.map(({ value }) => value) };
    const other = pressure(one.analyte.id)
      ? [all[i + 1], all[i - 1]].find((near) => isOther(found, near))
      : undefined;
    return other ? { ...one, other: `${other.analyte.id} ${other.operator} ${other.value}` } : one;
  });
}

/** How bad a disease is: told from its other grades by a threshold. */
export const isGrade = (id: string): boolean => id === "severe" || id === "moderate" || id === "mild";

export const isUpward = ({ operator }: Threshold): boolean => operator === ">" || operator === ">=";
export const isInclusive = ({ operator }: Threshold): boolean => operator === ">=" || operator === "<=";

/** Both values in the unit of the first; undefined where one cannot be brought to the other's unit. */
export function inOneUnit(a: Threshold, b: Threshold): readonly [number, number] | undefined {
  if (a.unit?.code === b.unit?.code) return [a.value, b.value];
  if (!a.unit || !b.unit) return undefined;
  const value = converted(b.value, b.unit, a.unit, factorsOf(a.analyte));
  return value === undefined ? undefined : [a.value, value];
}

/** Whether two thresholds lie at the same value, within the rounding of a conversion. */
export function sameValue(a: Threshold, b: Threshold): boolean | undefined {
  const values = inOneUnit(a, b);
  if (!values) return undefined;
  const [one, other] = values;
  if (a.unit?.code === b.unit?.code) {
    if (one === other) return true;
    return pairedAlike(a, b);
  }
  const rounding = a.reading.lowStep / 2 + Math.abs(other) * 0.055;
  const exact = a.unit?.kind === b.unit?.kind;
  return Math.abs(one - other) <= (exact ? Math.abs(other) * 0.01 : rounding);
}

/** The same figure in the other unit: "< 2.6 mmol/L (47 mg/dL)" and "< 2.5 mmol/L (47 mg/dL)" are one threshold. */
function pairedAlike({ reading: { paired: a } }: Threshold, { reading: { paired: b } }: Threshold): boolean {
  return a?.unit !== undefined && a.unit.code === b?.unit?.code && a.low === b.low;
}

const signs = { "<": "<", "<=": "≤", ">": ">", ">=": "≥" } as const;

/** "≥ 6.5 mmol/L". */
export function formatThreshold({ operator, value, unit }: Threshold): string {
  return `${signs[operator]} ${formatNumber(value)}${unit ? ` ${unit.code}` : ""}`;
}
