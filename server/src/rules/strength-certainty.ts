// A strong recommendation on evidence of low certainty without a reason, and a grading that contradicts its own sign.

import { isStrongByDefault } from "../guideline/evidence-apart.ts";
import { type GradingConflict, gradingConflicts } from "../guideline/grading-conflict.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { agreed, type Recommendation } from "../guideline/recommendation.ts";
import { codedLow, signedOtherwise, strengthCodes } from "../guideline/strength-code.ts";
import { labelledAdvice, reasonedLabels, tabledGrades } from "../guideline/tabled-grade.ts";
import { oncePer } from "../text/memory.ts";
import { lowEvidence } from "./evidence-tie.ts";
import { gathering } from "./gathered.ts";
import { type GradedApart, gradedApart, wordsOf } from "./graded-apart.ts";
import { defineRule, type Neighbour } from "./rule.ts";

const conflictsOf = oncePer((guideline: Guideline) => gradingConflicts(guideline));

export const strengthCertainty = defineRule<GradingConflict | undefined>({
  id: "strength-certainty",
  severity: "warning",
  compares: true,
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
      "R1. We recommend early referral.\n\nR2. We suggest rest.\n\n| No. | Strength | Certainty |\n| --- | --- | --- |\n| R1 | strong | moderate |\n| R2 | weak | low |",
    ],
  },

  *check(guideline, { neighbours }) {
    for (const conflict of conflictsOf(guideline)) {
      const { said, drawn, of } = conflict;
      // "A: strong" in the document's own key: a letter that tells no certainty.
      if (of === "certainty" && strengthCodes(guideline).has(guideline.text.slice(drawn.start, drawn.end)))
        continue;
      const sign = guideline.text.slice(drawn.start, drawn.end);
      yield {
        span: { start: said.start, end: said.end },
        message: `“${sign}” stands for ${named(drawn.value, of)}, but the words beside it say ${said.value}. Make the two agree.`,
        related: [{ span: drawn, message: `“${sign}” stands for ${named(drawn.value, of)}.` }],
        state: weakens(guideline, conflict) ? undefined : conflict,
      };
    }
    const apart = gradedApart(guideline, neighbours);
    const reasons = reasonsElsewhere(neighbours);
    const labels = labelsOf(guideline);
    const evidence = lowEvidence(guideline, neighbours);
    const usual = isStrongByDefault(guideline) ? "strong" : undefined;
    for (const recommendation of guideline.recommendations) {
      const tabled = apart.get(recommendation);
      const strength =
        recommendation.strength ??
        (tabled && (tabled.strength ?? saidBy(guideline, recommendation))) ??
        (isWeakly(recommendation) ? undefined : usual);
      const known = recommendation.certainty ?? tabled?.certainty;
      const found = known === undefined ? evidence.get(recommendation) : undefined;
      const certainty = known ?? found?.certainty;
      if (strength !== "strong" || (certainty !== "low" && certainty !== "very low")) continue;
      if (usual && !recommendation.strength && isNoted(guideline, recommendation)) continue;
      if (recommendation.rationale || (tabled && isExplained(guideline, recommendation, tabled))) continue;
      const label = labels.get(recommendation);
      if (label !== undefined && (reasons(label).length > 0 || reasonedLabels(guideline).has(label)))
        continue;
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
          ...(tabled?.related ?? found?.related ?? []),
        ],
        state: undefined,
      };
    }
    yield* unexplainedRows(guideline, neighbours, apart);
    yield* unexplainedCodes(guideline);
    yield* againstSigns(guideline);
  },

  fix(conflict) {
    if (conflict?.of !== "certainty" || conflict.drawn.form === "code") return [];
    const { said, drawn } = conflict;
    return [
      { title: `Write “${drawn.value}”`, edits: [{ span: said, newText: drawn.value }], certain: false },
    ];
  },
});

/** "✔ Cord clamping – strong", where one tick stands for conditional by the document's own key. */
function* againstSigns(guideline: Guideline) {
  const told = new Set(conflictsOf(guideline).map(({ drawn }) => drawn.start));
  for (const { sign, word } of signedOtherwise(guideline)) {
    if (told.has(sign.start)) continue;
    const drawn = guideline.text.slice(sign.start, sign.end);
    const stands = `“${drawn}” stands for ${named(sign.force, "strength")} in this document`;
    yield {
      span: word,
      message: `${stands}, but the words beside it say “${guideline.text.slice(word.start, word.end)}”. Make the two agree.`,
      related: [{ span: { start: sign.start, end: sign.end }, message: `${stands}.` }],
      state: undefined,
    };
  }
}

/** "Give amoxicillin to every patient. [S, low]", where the document says what S is. */
function* unexplainedCodes(guideline: Guideline) {
  const { text, recommendations } = guideline;
  for (const { force, start, end } of codedLow(guideline)) {
    const isRead = recommendations.some(
      (one) => one.certainty !== undefined && one.start < end && start < one.end + 10,
    );
    const line = /^[^\n]*/.exec(text.slice(end))?.[0] ?? "";
    if (force !== "strong" || isRead || explained.test(line)) continue;
    yield {
      span: { start, end },
      severity: "information" as const,
      message:
        "This strong recommendation rests on evidence of low certainty, and no reason is given for its strength. Add a short rationale, or grade it weaker.",
      related: [],
      state: undefined,
    };
  }
}
const explained = /\b(?:why|because|reasons?|rationale|since|justif\w+|although|despite)\b/i;

/** "| Sensor mats | Strong | Low |": a row of a summary that names a measure and advises nothing in words. */
function* unexplainedRows(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
  apart: ReadonlyMap<Recommendation, GradedApart>,
) {
  const tied = [...apart.values()].flatMap(({ related }) => related.map(({ span }) => span.start));
  for (const { label, grading, explained, topic, start, end } of tabledGrades(guideline).flat()) {
    if (label !== "") continue;
    const usual = isStrongByDefault(guideline) && !isNoted(guideline, { start, end }) ? "strong" : undefined;
    const strength =
      grading.strengths.length > 0 ? agreed(grading.strengths.map(({ value }) => value)) : usual;
    const certainty = agreed(grading.certainties.map(({ value }) => value));
    if (strength !== "strong" || (certainty !== "low" && certainty !== "very low") || explained) continue;
    const isRead = guideline.recommendations.some((one) => one.start < end && start < one.end);
    if (isRead || tied.some((at) => at >= start && at < end)) continue;
    if ([guideline, ...neighbours.map((one) => one.guideline)].some((one) => givesReason(one, topic)))
      continue;
    const [mark] = grading.strengths;
    yield {
      span: mark ? { start: mark.start, end: mark.end } : { start, end },
      severity: "information" as const,
      message: `This strong recommendation rests on evidence of ${certainty} certainty, and no reason is given for its strength. Add a short rationale, or grade it weaker.`,
      related: [{ span: { start, end }, message: "This is what is recommended." }],
      state: undefined,
    };
  }
}

const isWeakly = ({ verbs }: Recommendation) =>
  verbs.some(({ verb }) => /^(?:suggest|consider|may|might|can|could|option|reasonable)$/.test(verb));
/** "Low †": its row or sentence has a mark of a note. */
const isNoted = ({ text }: Guideline, { start, end }: { readonly start: number; readonly end: number }) =>
  /[†‡§*¶]|\[\^|<sup>|[¹²³]/.test(
    text
      .slice(start, Math.max(end, text.indexOf("\n", end)))
      .replace(/\*\*[^*]*\*\*|(?<!\\)\*[^*\n]+\*/g, ""),
  );

/** A sentence on it says why. */
function givesReason(guideline: Guideline, topic: string): boolean {
  const about = wordsOf(topic);
  return reasonsIn(guideline).some(
    (words) => [...about].filter((word) => words.has(word)).length * 2 >= Math.max(1, about.size),
  );
}
const reasonsIn = oncePer(({ text }: Guideline) =>
  text
    .split("\n")
    .filter((line) => !/^\s*\|/.test(line))
    .flatMap((line) => line.split(". "))
    .filter((sentence) => reasoning.test(sentence))
    .map(wordsOf),
);
const reasoning =
  /\b(?:although|though|despite|because|since|reasons?|rationale|justif\w+|why|strong(?:ly)?)\b/i;

/** In an annex that says why, by the label of each. */
const reasonsElsewhere = gathering<true>(({ guideline }) => reasonedLabels(guideline));
const labelsOf = oncePer(
  (guideline: Guideline): ReadonlyMap<Recommendation, string> =>
    new Map([...labelledAdvice(guideline)].map(([label, one]) => [one, label])),
);

/** By the document's own key, where nothing else grades it: "strong recommendations begin with “we recommend”". */
const saidBy = ({ wordingKey }: Guideline, { verb }: Recommendation) =>
  verb && !verb.reported ? wordingKey.get(verb.verb) : undefined;

/** In the table, or behind it before the next one begins. */
function isExplained(guideline: Guideline, one: Recommendation, { explained }: GradedApart): boolean {
  // "Reason: no controlled study can be done" may be read as advice, too.
  const line = guideline.text.indexOf("\n", one.end);
  const next =
    guideline.recommendations.find(({ start }) => start >= Math.max(one.end, line))?.start ?? Infinity;
  const [behind = ""] = guideline.text
    .slice(one.end, Math.min(next, one.end + longestReason))
    .split(/\n\s*[|#]/, 1);
  return explained || /\b(?:rationale|justification|reasons?|because|although|despite)\b/i.test(behind);
}
const longestReason = 500;

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
