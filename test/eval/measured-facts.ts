// Bands, thresholds and strengths of a guideline's model in the notation of the labelled lines. It must not judge.

import { type Statement, statementsIn } from "../../server/src/guideline/concentration.ts";
import type { Guideline } from "../../server/src/guideline/guideline.ts";
import type { LabValue } from "../../server/src/guideline/lab-value.ts";
import type { Threshold } from "../../server/src/guideline/threshold.ts";
import { overlaps, type Span } from "../../server/src/text/span.ts";
import {
  type Fact,
  factOf,
  nameOf,
  quantity,
  shown,
  shownRange,
  stretch,
  thresholdValue,
} from "./notation.ts";

const axes: readonly (readonly [string, RegExp])[] = [
  ["potassium", /potassium|hyperkal|hypokal/],
  ["glucose", /glucose|blood sugar/],
  ["egfr", /egfr|creatinine clearance|clearance/],
  ["height", /height|length|\bcm\b/],
];

/** Bands of one table, list or sentence; those of a single row stand in the band tables only. */
export function bandFacts({ bandSeries, bandTables, text }: Guideline): Fact[] {
  const series = bandSeries.flatMap(({ kind, unit, bands, start, end, where }) => {
    if (where === "prose") return [];
    const around = `${unit} ${text.slice(Math.max(0, start - 100), end)}`.toLowerCase();
    const axis = kind === "value" ? (axes.find(([, pattern]) => pattern.test(around))?.[0] ?? unit) : kind;
    return bands.map(({ stretch: { low, high } }) => bandFact(axis, low, high));
  });
  const alone = bandTables.filter(({ span }) => !bandSeries.some((one) => overlaps(one, span)));
  return [
    ...series,
    ...alone.flatMap(({ kind, bands }) => bands.map(({ low, high }) => bandFact(kind, low, high))),
  ];
}

function bandFact(axis: string, low: number | undefined, high: number | undefined): Fact {
  return factOf("band", {
    axis,
    low: low !== undefined && stretch("", low),
    high: high !== undefined && stretch("", high),
  });
}

/** The labels' names, where the lexicon calls it otherwise. */
const analytes: Readonly<Record<string, string>> = {
  "oxygen-saturation": "spo2",
  "systolic-pressure": "systolic bp",
  "diastolic-pressure": "diastolic bp",
  "mean-arterial-pressure": "map",
  "coma-score": "gcs",
  parasites: "parasitaemia",
};

export function thresholdFacts({ thresholds }: Guideline): Fact[] {
  return thresholds.map(({ analyte, operator, value, unit, reading }: Threshold) =>
    factOf("threshold", {
      analyte: analytes[analyte.id] ?? analyte.id.replaceAll("-", " "),
      op: operator,
      value: thresholdValue(`${shown(value)} ${unit?.code ?? ""}`),
      paired: reading.paired && labValue(reading.paired),
    }),
  );
}

const labValue = ({ low, high, unit }: LabValue) =>
  thresholdValue(`${shownRange(low, high)} ${unit?.code ?? ""}`);

/** Strengths that stand apart from orders (within one they are a slot of it) and are no laboratory value. */
export function concentrationFacts({ figures, orders, thresholds }: Guideline): Fact[] {
  const given = orders.filter(({ preparation }) => !preparation);
  const slots = given.flatMap(({ concentration }) => concentration ?? []);
  const measured = thresholds.map(({ reading }) => reading.whole);
  const texts = [
    ...figures.texts,
    ...figures.tables.flatMap(({ heads, rows }) => [...heads, ...rows.flat()]),
  ];
  const meets = (spans: readonly Span[], span: Span) => spans.some((one) => overlaps(one, span));
  return texts.flatMap((text) => {
    const ordered = given.some(({ block }) => overlaps(block, text));
    return statementsIn(text).flatMap((statement) => {
      const [first, second] = statement.facts;
      if (!first || !statement.medicine || meets([...given, ...slots], first) || meets(measured, first))
        return [];
      // A lone percentage beside an order is of what it is given in.
      return first.kind === "percent" && !second && ordered ? [] : [strengthFact(statement)];
    });
  });
}

function strengthFact({ medicine, facts }: Statement): Fact {
  const [value, also] = facts.map(({ kind, low, high, unit }) =>
    kind === "percent" ? `${shownRange(low / 10, high / 10)} %` : quantity([low, high], unit, { mL: 1 }),
  );
  return factOf("concentration", { medicine: medicine && nameOf(medicine.name), value, also });
}
