// Which recommendation the evidence that stands apart from it is on: most words of the evidence's topic are in it, and in
// no other as much. It must not know how recommendations are graded.

import { evidenceIn } from "../guideline/evidence-apart.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Recommendation } from "../guideline/recommendation.ts";
import { oncePer } from "../text/memory.ts";
import { gathering } from "./gathered.ts";
import { topicWords } from "./restated-strength.ts";
import type { Neighbour, Related } from "./rule.ts";

export interface TiedEvidence {
  /** The same in all that is tied to it. */
  readonly certainty: "low" | "very low";
  readonly related: readonly Related[];
}

const name = "evidence";
const byName = oncePer((guideline: Guideline) => {
  const found = evidenceIn(guideline);
  return new Map(found.length > 0 ? [[name, found]] : []);
});
const elsewhere = gathering(({ guideline }) => byName(guideline));

const share = 0.6;
/** A whole paragraph says much that no recommendation does. */
const most = 6;

const statedIn = oncePer((guideline: Guideline) =>
  guideline.recommendations
    .filter(({ verb, reported, strength }) => (verb !== undefined || strength !== undefined) && !reported)
    .map((recommendation) => ({ recommendation, words: topicWords(recommendation.text) })),
);

/** Where all that is tied to a recommendation is of low certainty. */
export function lowEvidence(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): ReadonlyMap<Recommendation, TiedEvidence> {
  const all = [
    ...evidenceIn(guideline).map((evidence) => ({ evidence, neighbour: undefined })),
    ...elsewhere(neighbours)(name).flatMap(({ value, neighbour }) =>
      value.map((evidence) => ({ evidence, neighbour })),
    ),
  ];
  const tied = new Map<Recommendation, (typeof all)[number][]>();
  for (const one of all) {
    const topic = topicWords(one.evidence.topic);
    if (topic.size === 0 || topic.size > most) continue;
    const ranked = statedIn(guideline)
      .map(({ recommendation, words }) => ({
        recommendation,
        hits: [...topic].filter((word) => words.has(word)).length,
      }))
      .sort((a, b) => b.hits - a.hits);
    const [first, second] = ranked;
    if (!first || first.hits < share * topic.size || first.hits === second?.hits) continue;
    tied.set(first.recommendation, [...(tied.get(first.recommendation) ?? []), one]);
  }
  return new Map(
    [...tied].flatMap(([recommendation, found]) => {
      const [first] = found;
      const certainty = first?.evidence.certainty;
      const isLow = found.every(
        ({ evidence }) => evidence.certainty === "low" || evidence.certainty === "very low",
      );
      if (!isLow || (certainty !== "low" && certainty !== "very low")) return [];
      const related = found.map(
        ({ evidence, neighbour }): Related => ({
          span: { start: evidence.start, end: evidence.end },
          message: "Here is what the evidence is worth.",
          ...(neighbour && { in: neighbour }),
        }),
      );
      return [[recommendation, { certainty, related }] as const];
    }),
  );
}
