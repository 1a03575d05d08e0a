// One value given in two units that do not agree: "3.0 mmol/L (45 mg/dL)" of glucose.

import type { Guideline } from "../guideline/guideline.ts";
import { needsAnalyte } from "../guideline/lab-conversion.ts";
import { type LabValue, labTextOf } from "../guideline/lab-value.ts";
import { formatNumber } from "../guideline/measure-format.ts";
import { decimalSignOf } from "../guideline/number-format.ts";
import type { PairedValue } from "../guideline/paired-value.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import type { LabUnit } from "../lexicon/lab-units.ts";
import type { Span } from "../text/span.ts";
import { agrees, type Ends, inOther, isDoubtful, trustedColumns, unevenRows } from "./paired-agreement.ts";
import { defineRule, type Found } from "./rule.ts";
import { type OddDose, oddDoses } from "./two-unit-doses.ts";

interface State {
  readonly choices: readonly { readonly span: Span; readonly newText: string }[];
}

export const pairedUnits = defineRule<State>({
  id: "paired-units",
  severity: "warning",
  summary: "One value is given in two units, and the two figures do not agree.",
  rationale:
    "Laboratories report in different units, so guidelines give both; a reader uses only one of them and does not " +
    "notice when it is wrong. The conversion is checked with the molar mass of what is measured; customary rounding, " +
    "such as 2.6 mmol/L (45 mg/dL) of glucose, is accepted.",
  examples: {
    invalid: [
      "Hypoglycaemia is glucose < 3.0 mmol/L (< 45 mg/dL).\n                                       ^^^^^^^^^^",
      "| Weight | Dose |\n| --- | --- |\n| 15 kg to less than 25 kg (33 to less than 45 lb) | 0.15 mg |\n                            ^^^^^^^^^^^^^^^^^^^^^",
    ],
    valid: [
      "Hypoglycaemia is glucose < 2.6 mmol/L (< 45 mg/dL), creatinine 354 µmol/L (4.0 mg/dL).",
      "Fever above 38.5 °C (101.3 °F); expect a fall of 2 °C (3.6 °F). Magnesium sulfate 4 g (16 mmol) IV.",
    ],
  },

  *check(guideline) {
    const { pairedValues, text, lines } = guideline;
    const trusted = trustedColumns(pairedValues);
    const uneven = unevenRows(pairedValues);
    const told = new Set<number>();
    for (const one of pairedValues) {
      const pair = withInches(one, text);
      const {
        first,
        firstUnit,
        second,
        secondUnit,
        analyte,
        named,
        salts: [salt],
        column,
      } = pair;
      if (uneven.has(one)) yield outOfProportion(guideline, one);
      if (agrees(pair) !== false || isDoubtful(pair) || (column !== undefined && !trusted.has(column)))
        continue;
      // "Triglycerides above …: insulin with glucose, until below 500 mg/dL (5.6 mmol/L)"
      if (named.some((other) => agrees({ ...pair, analyte: other }) === true)) continue;
      if (isOfHeading(guideline, pair)) continue;
      // "4 foot, 10 inches": one height.
      if (firstUnit.code === "ft" && secondUnit.code === "in" && second.numbers.start > first.end) continue;
      const there = inOther(first, firstUnit, secondUnit, pair);
      const here = inOther(second, secondUnit, firstUnit, pair);
      if (!there || !here) continue;
      const said = ({ numbers }: LabValue, unit: LabUnit) =>
        `${text.slice(numbers.start, numbers.end)} ${unit.code}`;
      const of = salt
        ? ` of ${salt.name}`
        : analyte && needsAnalyte(firstUnit, secondUnit)
          ? ` of ${analyte.name}`
          : "";
      const { line } = lines.positionAt(first.start);
      told.add(second.numbers.start);
      yield {
        span: spanOf(second),
        message: `${said(first, firstUnit)}${of} is ${shown(there)} ${secondUnit.code}, not ${said(second, secondUnit)}; ${said(second, secondUnit)} would be ${shown(here)} ${firstUnit.code}. Check which of the two figures is meant.`,
        related: [{ span: spanOf(first), message: `The same value in the other unit (line ${line + 1}).` }],
        state: {
          choices: [
            { span: second.numbers, newText: rewritten(guideline, second.numbers, there) },
            { span: first.numbers, newText: rewritten(guideline, first.numbers, here) },
          ],
        },
      };
    }
    for (const odd of oddDoses(guideline)) if (!told.has(odd.second.start)) yield ofDose(guideline, odd);
  },

  fix({ choices }, { text }) {
    return choices.map(({ span, newText }) => ({
      title: `Write "${newText}" instead of "${text.slice(span.start, span.end)}"`,
      edits: [{ span, newText }],
      certain: false,
    }));
  },
});

/** "150 cm (4 ft 11 in)": both are one height. */
function withInches(pair: PairedValue, text: string): PairedValue {
  const { second, secondUnit } = pair;
  const [, inches] =
    secondUnit.code === "ft"
      ? (/^,? *(?:and +)?(\d{1,2}) *in/.exec(text.slice(second.end, second.end + 12)) ?? [])
      : [];
  if (!inches) return pair;
  const more = Number(inches) / 12;
  return {
    ...pair,
    second: {
      ...second,
      low: second.low + more,
      high: second.high + more,
      lowStep: 1 / 12,
      highStep: 1 / 12,
    },
  };
}

/** "1 mg = 100 IU", and "6000 IU (80 mg)". */
function ofDose(
  { text, lines }: Guideline,
  { first, second, medicine, expected, key }: OddDose,
): Found<State> {
  const [said, by] = [first, second].map(({ start, end }) => text.slice(start, end));
  const should = `${formatNumber(Number(expected.toPrecision(3)))} ${second.unit === "unit" ? "units" : second.unit}`;
  const line = key && lines.positionAt(key.first.start).line + 1;
  const place = line ? ` by line ${line}` : "";
  return {
    span: { start: second.start, end: second.end },
    message: `${said}${medicine ? ` of ${medicine.name}` : ""} is ${should}${place}, not ${by}. Check which of the two figures is meant.`,
    related: [
      { span: { start: first.start, end: first.end }, message: "The same dose in the other unit." },
      ...(key ? [{ span: { start: key.first.start, end: key.second.end }, message: "Said here." }] : []),
    ],
    state: { choices: [] },
  };
}

/** Where nothing tells what is measured, all other rows do: they keep one proportion. */
function outOfProportion({ text, lines }: Guideline, { first, second }: PairedValue): Found<State> {
  const said = (value: LabValue) => text.slice(value.start, value.end);
  return {
    span: spanOf(second),
    message: `"${said(second)}" does not keep the proportion to "${said(first)}" that all other rows of the table keep. Check which of the two figures is meant.`,
    related: [
      {
        span: spanOf(first),
        message: `The same value in the other unit (line ${lines.positionAt(first.start).line + 1}).`,
      },
    ],
    state: { choices: [] },
  };
}

/** "Glucose management" above "| Check ketones | Above 250 mg/dL (13.9 mmol/L) |": when something else is measured. */
function isOfHeading({ sections, text, lines }: Guideline, pair: PairedValue): boolean {
  const { start } = pair.first;
  const line = text.slice(lines.offsetAt({ line: lines.positionAt(start).line, character: 0 }), start);
  if (!/\|\W*(?:check|measure|test|look +for|send|ask +for|determine)\b[^|]*\|[^|]*$/i.test(line))
    return false;
  const above = pathOf(sectionAt(sections, start)).map(({ title }) => title);
  return labTextOf(above.join(". ")).mentions.some(({ analytes }) =>
    analytes.some((analyte) => agrees({ ...pair, analyte }) === true),
  );
}

const spanOf = ({ start, end }: LabValue): Span => ({ start, end });

const shown = ([low, high]: Ends) =>
  low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;

/** The same words with the other figures. */
function rewritten(guideline: Guideline, { start, end }: Span, [low, high]: Ends): string {
  const sign = decimalSignOf(guideline);
  let count = 0;
  return guideline.text
    .slice(start, end)
    .replace(/\d[\d.,·]*(?:[ \u00A0]\d{3})*/g, () =>
      formatNumber(count++ === 0 ? low : high).replace(".", sign),
    );
}
