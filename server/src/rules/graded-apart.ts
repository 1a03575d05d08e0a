// Which recommendations are graded in a table that stands apart from them, in the same document or in an annex: the two
// have the numbers or letters of most rows in common, and the table is no other document's. It must not judge.

import { stemOf } from "../guideline/advice-action.ts";
import type { Grading } from "../guideline/grading.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { agreed, type Recommendation } from "../guideline/recommendation.ts";
import { citingAdvice, labelledAdvice, type TabledGrade, tabledGrades } from "../guideline/tabled-grade.ts";
import { oncePer } from "../text/memory.ts";
import { gathering } from "./gathered.ts";
import type { Neighbour, Related } from "./rule.ts";

export interface GradedApart {
  readonly strength: "strong" | "weak" | undefined;
  readonly certainty: "high" | "moderate" | "low" | "very low" | undefined;
  /** A reason stands in its row or beside the table. */
  readonly explained: boolean;
  readonly related: readonly Related[];
}

type Rows = readonly TabledGrade[];

/** How many of a table's rows a document must have recommendations for. */
const share = 0.6;

function isOf(rows: Rows, guideline: Guideline): boolean {
  const advice = labelledAdvice(guideline);
  const known = rows.filter(({ label }) => advice.has(label)).length;
  return known > 1 && known >= share * rows.length;
}

/** Each row's recommendation, where its words are most of what the row is about, and nobody else's as much. */
function byTopic(rows: Rows, guideline: Guideline): ReadonlyMap<TabledGrade, Recommendation> {
  const found = new Map<TabledGrade, Recommendation>();
  if (rows.some(({ label }) => label !== "")) return found;
  const all = statedIn(guideline);
  for (const row of rows) {
    const topic = wordsOf(row.topic);
    const ranked = all
      .map((one) => ({ one, hits: [...topic].filter((word) => one.words.has(word)).length }))
      .sort((a, b) => b.hits - a.hits);
    const [first, second] = ranked;
    const isClear = first && first.hits > (second?.hits ?? 0) && first.hits >= share * topic.size;
    if (isClear && topic.size > 0) found.set(row, first.one.recommendation);
  }
  const isWhole = found.size > 1 && found.size >= share * rows.length;
  return isWhole && new Set(found.values()).size === found.size ? found : new Map();
}
const statedIn = oncePer((guideline: Guideline) =>
  guideline.recommendations
    .filter(({ where, verb, reported }) => where !== "cell" && verb !== undefined && !reported)
    .map((recommendation) => ({ recommendation, words: wordsOf(recommendation.text) })),
);

export const wordsOf = (text: string) => new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map(stemOf));

/** In how many rows a word of what is recommended stands. */
function likeness(rows: Rows, guideline: Guideline): number {
  const advice = labelledAdvice(guideline);
  return rows.filter(({ label, words }) => {
    const said = wordsOf(advice.get(label)?.text ?? "");
    return [...wordsOf(words)].some((word) => said.has(word));
  }).length;
}

/** Nobody else's: of several whose numbers fit, only the one that it also has words in common with. */
function isOnlyOf(rows: Rows, guideline: Guideline, others: readonly Guideline[]): boolean {
  const fitting = others.filter((other) => isOf(rows, other));
  if (fitting.length === 0) return true;
  const own = likeness(rows, guideline);
  return own * 2 > rows.length && fitting.every((other) => likeness(rows, other) * 2 < own);
}

const grades = "grades";
const byName = oncePer((guideline: Guideline) => {
  const tables = tabledGrades(guideline);
  return new Map(tables.length > 0 ? [[grades, tables]] : []);
});
const elsewhere = gathering(({ guideline }) => byName(guideline));

/** By recommendation. */
export function gradedApart(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): ReadonlyMap<Recommendation, GradedApart> {
  const found = new Map<Recommendation, GradedApart>();
  if (guideline.recommendations.length < 2) return found;
  const advice = labelledAdvice(guideline);
  const cited = citingAdvice(guideline);
  const tie = (one: Recommendation | undefined, row: TabledGrade, neighbour: Neighbour | undefined) => {
    // What stands in its own row grades it already.
    if (one && !(neighbour === undefined && row.start <= one.start && one.end <= row.end))
      found.set(one, joined(found.get(one), row, neighbour));
  };
  const add = (rows: Rows, neighbour: Neighbour | undefined) => {
    for (const row of rows) tie(advice.get(row.label), row, neighbour);
  };
  for (const rows of tabledGrades(guideline)) {
    if (isOf(rows, guideline)) add(rows, undefined);
    for (const row of rows)
      for (const one of cited.get(row.label) ?? []) if (!one.strength) tie(one, row, undefined);
    for (const [row, one] of byTopic(rows, guideline)) tie(one, row, undefined);
  }
  for (const { neighbour, value } of elsewhere(neighbours)(grades))
    for (const rows of value) {
      const topical = byTopic(rows, guideline);
      for (const [row, one] of topical) tie(one, row, neighbour);
      // "A woman … should receive betamethasone (statement 1)", graded in an annex.
      const named = rows.filter(({ label }) => label !== "" && cited.has(label));
      if (named.length > 1 && named.length >= share * rows.length)
        for (const row of named)
          for (const one of cited.get(row.label) ?? []) if (!one.strength) tie(one, row, neighbour);
      if (topical.size > 0 || !isOf(rows, guideline)) continue;
      const others = neighbours.map((one) => one.guideline);
      if (isOnlyOf(rows, guideline, others)) add(rows, neighbour);
    }
  return found;
}

/** What two tables say differently is unknown. */
function joined(
  before: GradedApart | undefined,
  { grading, explained }: TabledGrade,
  neighbour: Neighbour | undefined,
): GradedApart {
  const at = (span: { readonly start: number; readonly end: number }): Related => ({
    span: { start: span.start, end: span.end },
    message: "Here it is graded.",
    ...(neighbour && { in: neighbour }),
  });
  const marks = (of: Grading) => [...of.strengths, ...of.certainties];
  const [strength, certainty] = [
    agreed([
      ...(before?.strength ? [before.strength] : []),
      ...grading.strengths.map(({ value }) => (value === "good practice" ? undefined : value)),
    ]),
    agreed([
      ...(before?.certainty ? [before.certainty] : []),
      ...grading.certainties.map(({ value }) => value),
    ]),
  ];
  return {
    strength,
    certainty,
    explained: explained || before?.explained === true,
    related: [...(before?.related ?? []), ...marks(grading).map(at)],
  };
}
