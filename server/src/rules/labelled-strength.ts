// A container that is known by its colour, label or for whom it is ("the vial with the blue cap", "the paediatric
// ampoule") and is said to hold another strength in another place or document. For concentration-conflict.

import { type Fact, formatStrength, statementsIn } from "../guideline/concentration.ts";
import { type FigureText, rowMedicine, textsWithFigures } from "../guideline/figure-text.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { clauseBefore, clauseBehind } from "../text/around.ts";
import { oncePer } from "../text/memory.ts";
import {
  areComparable,
  hasForms,
  isOther,
  keptInTable,
  keptInText,
  type Labelled,
  made,
} from "./kept-strength.ts";
import { lineOf } from "./place.ts";
import { hasLabel, labelOf, wordsOfOne } from "./product-label.ts";
import type { Found, Neighbour } from "./rule.ts";
import type { Choices } from "./same-preparation.ts";

function labelled(text: string, medicine: Medicine | undefined, facts: readonly Fact[]): Labelled[] {
  const [fact, ...more] = facts;
  const label =
    fact && medicine && more.length === 0 && fact.kind !== "percent" && !made.test(text)
      ? labelOf(text)
      : undefined;
  if (!fact || !medicine || !label) return [];
  const key = [medicine.name, label.name, fact.unit].join("|");
  const container = `${label.name} ${label.container ?? "preparation"}`;
  return [{ key, medicine, container, fact, volumes: [], label, surety: "kept" }];
}

/** How far a sentence is read around a strength: no text may take quadratic time. */
const reach = 500;

const inText = oncePer((passage: FigureText): readonly Labelled[] => {
  const statements = statementsIn(passage);
  return statements.flatMap(({ facts, medicine }, i) => {
    const [fact] = facts;
    if (!fact) return [];
    // "The adult ampoule holds 80 mg in 2 mL, the paediatric one 20 mg in 2 mL": each has its own words.
    const first = statements[i - 1]?.facts.at(-1)?.end ?? passage.start;
    const last = statements[i + 1]?.facts[0]?.start ?? passage.start + passage.text.length;
    const text = passage.text.slice(first - passage.start, last - passage.start);
    const [from, to] = [fact.start - first, fact.end - first];
    return labelled(
      `${wordsOfOne(clauseBefore(text, from, reach))} ${clauseBehind(text, to, reach)}`,
      medicine,
      facts,
    );
  });
});

const inRow = oncePer((row: readonly FigureText[]): readonly Labelled[] => {
  const facts = row.flatMap((cell) => statementsIn(cell).flatMap((statement) => statement.facts));
  const strengths = facts.filter(({ kind }) => kind === "strength");
  return strengths.length === 0
    ? []
    : labelled(row.map(({ text }) => text).join(" "), rowMedicine(row), strengths);
});

const labelledIn = oncePer(({ figures }: Guideline): readonly Labelled[] => [
  ...textsWithFigures(figures).flatMap(inText),
  ...figures.tables.flatMap(({ rows }) => rows.flatMap(inRow)),
  ...textsWithFigures(figures).flatMap(keptInText),
  ...figures.tables.flatMap(keptInTable),
]);

/** In the text first: the figures of a whole workspace are not at hand. */
const hasLabels = oncePer(({ text }: Guideline) => hasLabel(text) || hasForms(text));

/** Each that a place before it, or another document, contradicts. */
export function* labelledStrengths(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): Generator<Found<Choices>> {
  const said = new Map<string, Labelled[]>();
  for (const one of labelledIn(guideline)) {
    const earlier = said.get(one.key) ?? [];
    const agreed = earlier.some(({ fact }) => Math.abs(fact.low - one.fact.low) <= 0.05 * one.fact.low);
    const before = agreed ? undefined : earlier.find((other) => isOther(other, one));
    // One of each strength is enough to compare with.
    if (!earlier.some(({ fact }) => fact.low === one.fact.low)) said.set(one.key, [...earlier, one]);
    if (before) {
      yield found(guideline, one, before, undefined);
      continue;
    }
    for (const neighbour of neighbours) {
      const there = neighbour.guideline;
      if (!hasLabels(there)) continue;
      if (!there.medicines.some(({ medicine }) => medicine === one.medicine)) continue;
      const all = labelledIn(there).filter((each) => each.key === one.key && areComparable(each, one));
      const [other] = all;
      if (!other || !all.every((each) => isOther(each, one))) continue;
      yield found(guideline, one, other, neighbour);
      break;
    }
  }
}

function found(
  guideline: Guideline,
  { medicine, container: held, fact }: Labelled,
  other: Labelled,
  there: Neighbour | undefined,
): Found<Choices> {
  const { start, end } = fact.figure;
  const place = lineOf(there?.guideline ?? guideline, other.fact.start, there?.uri);
  return {
    span: { start, end },
    message: `The ${held} of ${medicine.name} holds ${formatStrength(fact.low, fact.unit)} here, but ${formatStrength(other.fact.low, other.fact.unit)} in ${place}. Check what it holds, or name the two apart.`,
    related: [
      {
        span: { start: other.fact.start, end: other.fact.end },
        message: "Said here to hold another strength.",
        ...(there && { in: there }),
      },
    ],
    state: { choices: [] },
  };
}
