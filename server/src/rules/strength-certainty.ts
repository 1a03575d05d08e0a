// A strong recommendation on evidence of low certainty without a reason, and a grading that contradicts its own sign.

import { type GradingConflict, gradingConflicts } from "../guideline/grading-conflict.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Recommendation } from "../guideline/recommendation.ts";
import { oncePer } from "../text/memory.ts";
import { defineRule } from "./rule.ts";

const conflictsOf = oncePer((guideline: Guideline) => gradingConflicts(guideline));

export const strengthCertainty = defineRule<GradingConflict | undefined>({
  id: "strength-certainty",
  severity: "warning",
  summary:
    "A strong recommendation rests on evidence of low certainty and gives no reason, or a grading's words contradict its sign or code.",
  rationale:
    "A strong recommendation on low or very low certainty is right in a few situations only, such as a life at stake, a " +
    "harm that is certain, or two options of which one is clearly safer or cheaper. Readers need to know which it is; a " +
    "short rationale below the recommendation is enough (reported as information). Where the sign says moderate and the " +
    "word beside it low, one of them is a slip.",
  examples: {
    invalid: [
      "We recommend early referral (strong recommendation, very low certainty).\n                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "We suggest rest (weak recommendation, ⊕⊕⊕◯ low certainty).\n                                           ^^^",
      "- 1C: strong recommendation, high-quality evidence\n                             ^^^^",
    ],
    valid: [
      "We recommend early referral (strong recommendation, low certainty).\n\n**Rationale.** Without surgery the condition is fatal.",
      "We recommend early referral (strong recommendation, moderate certainty ⊕⊕⊕◯).",
      "We suggest rest (weak recommendation, very low certainty).",
    ],
  },

  *check(guideline) {
    for (const conflict of conflictsOf(guideline)) {
      const { said, drawn, of } = conflict;
      const sign = guideline.text.slice(drawn.start, drawn.end);
      yield {
        span: { start: said.start, end: said.end },
        message: `“${sign}” stands for ${named(drawn.value, of)}, but the words beside it say ${said.value}. Make the two agree.`,
        related: [{ span: drawn, message: `“${sign}” stands for ${named(drawn.value, of)}.` }],
        state: weakens(guideline, conflict) ? undefined : conflict,
      };
    }
    for (const recommendation of guideline.recommendations) {
      const { strength, certainty, rationale } = recommendation;
      if (strength !== "strong" || rationale || (certainty !== "low" && certainty !== "very low")) continue;
      yield {
        span: spanOf(guideline, recommendation),
        severity: "information" as const,
        message: `This strong recommendation rests on evidence of ${certainty} certainty, and no reason is given for its strength. Add a short rationale, or grade it weaker.`,
        related: [
          {
            span: { start: recommendation.start, end: recommendation.end },
            message: "This is what is recommended.",
          },
          ...recommendation.gradings.map((span) => ({ span, message: "Here it is graded." })),
        ],
        state: undefined,
      };
    }
  },

  fix(conflict) {
    if (conflict?.of !== "certainty" || conflict.drawn.form === "code") return [];
    const { said, drawn } = conflict;
    return [
      { title: `Write “${drawn.value}”`, edits: [{ span: said, newText: drawn.value }], certain: false },
    ];
  },
});

/** Mended so, a strong recommendation would rest on little: which is wrong is for the author to say. */
const weakens = ({ recommendations }: Guideline, { said, drawn, of }: GradingConflict): boolean =>
  of === "certainty" &&
  (drawn.value === "low" || drawn.value === "very low") &&
  recommendations.some(
    ({ strength, rationale, gradings }) =>
      strength === "strong" &&
      !rationale &&
      gradings.some(({ start, end }) => start < said.end && said.start < end),
  );

const named = (value: string, of: GradingConflict["of"]) =>
  of === "certainty" ? `${value} certainty` : `a ${value} recommendation`;

/** The grading, where it stands in the sentence; else what is advised. */
function spanOf({ text }: Guideline, { start, end, gradings }: Recommendation) {
  const inside = gradings.filter((grading) => grading.start > start && grading.end <= end);
  const [first, last] = [inside[0], inside.at(-1)];
  const span = first && last ? { start: first.start, end: last.end } : { start, end };
  const words = text.slice(span.start, span.end).replace(/[\s*_.:–—-]+$/u, "");
  return { start: span.start, end: span.start + Math.max(1, words.length) };
}
