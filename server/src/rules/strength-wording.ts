// A recommendation whose verb says another strength than its grading.

import type { AdviceVerb } from "../guideline/advice-verb.ts";
import { forceIn } from "../guideline/force-phrase.ts";
import { gradeAtHead, gradeBehind, gradeKeyOf, nameIn } from "../guideline/grade-key.ts";
import type { StrengthMark } from "../guideline/grading.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Recommendation } from "../guideline/recommendation.ts";
import { sectionAt } from "../guideline/section.ts";
import { strengthCodeAt } from "../guideline/strength-code.ts";
import { plainVerb } from "../guideline/verb-form.ts";
import { explainsWords } from "../guideline/wording-key.ts";
import { lineBefore } from "../text/around.ts";
import { shifted } from "../text/span.ts";
import { type GradedApart, gradedApart } from "./graded-apart.ts";
import { restatedIn, sayingsOf } from "./restated-strength.ts";
import { defineRule, type Fix } from "./rule.ts";
import { optionValues } from "./rule-option.ts";
import { type Force, meantBy, verbFor } from "./wording-profile.ts";

const options = {
  profile: {
    type: "choice",
    description: "Which wording is usual, where the document and the project say nothing of their own.",
    choices: {
      grade: "“recommend” and “should” are strong; “suggest”, “consider” and “may” are weak",
      nice: "as grade, and “offer” is strong",
      who: "as grade, but “recommend” may be either",
    },
    default: "grade",
  },
} as const;

/** What the document's key has for a grade. */
interface Keyed {
  readonly verb: AdviceVerb;
  readonly instead: string;
}
interface Graded {
  readonly verb: AdviceVerb;
  readonly force: Force;
  readonly mark: StrengthMark | undefined;
}
type State = Keyed | Graded | undefined;

export const strengthWording = defineRule<State>({
  id: "strength-wording",
  severity: "warning",
  compares: true,
  options,
  summary: "A recommendation is worded as strong and graded as weak, or the other way round.",
  rationale:
    "“We recommend” and “should” tell clinicians that nearly everyone is to be treated so; “we suggest” and “may” leave " +
    "room. Where the grading says the opposite, readers follow one or the other. Only recommendations with an explicit " +
    "strength are looked at. The document's own key of words counts first, then the project's, then the profile.",
  examples: {
    invalid: [
      "We recommend zinc for children with diarrhoea (weak recommendation, moderate-certainty evidence).\n   ^^^^^^^^^",
      "Oxygen should be given by mask.\n       ^^^^^^\n\n*Conditional recommendation, moderate certainty*",
      "| Recommendation | Strength |\n| --- | --- |\n| We suggest a bed net | Strong |\n     ^^^^^^^",
    ],
    valid: [
      "We recommend zinc (strong recommendation). We suggest honey for cough (Grade 2C).",
      "“Should” marks a conditional recommendation, “must” a strong one.\n\nOxygen should be given by mask. (Conditional recommendation)",
      "Oxygen should be considered (weak recommendation).",
    ],
  },

  *check(guideline, context) {
    const { profile } = optionValues(options, context.options);
    const apart = gradedApart(guideline, context.neighbours);
    const told = new Set<string>();
    for (const recommendation of guideline.recommendations) {
      const { verb } = recommendation;
      const coded = recommendation.strength ? undefined : strengthCodeAt(guideline, recommendation);
      const tabled = recommendation.strength || coded ? undefined : apart.get(recommendation);
      const strength = recommendation.strength ?? coded?.force ?? tabled?.strength;
      if (!verb || verb.reported || (strength !== "strong" && strength !== "weak")) continue;
      if (isExplained(guideline, recommendation) || isOfOthers(guideline, recommendation)) continue;
      if (subordinate.test(guideline.text.slice(recommendation.start, verb.word.start))) continue;
      const meant = meantBy(guideline, verb, profile, context.neighbours);
      if (!meant || meant.force === strength || explainsWords(lineOf(guideline, recommendation))) continue;
      const by = { key: " by the document's own key", project: " by the project's wording", profile: "" }[
        meant.by
      ];
      const words = guideline.text.slice(verb.word.start, verb.word.end);
      const mark = markOf(recommendation);
      const where = mark ?? coded;
      // A word that is graded so again and again is one habit.
      const habit = `${words.toLowerCase()} ${strength}`;
      const again = told.has(habit);
      told.add(habit);
      yield {
        span: verb.word,
        ...(again && { severity: "information" as const }),
        message: `“${words}” stands for a ${meant.force} recommendation${by}, but this one is graded ${strength}. Readers cannot tell which is meant: change the verb or the grading.`,
        related: where
          ? [{ span: { start: where.start, end: where.end }, message: `Here it is graded ${strength}.` }]
          : (tabled?.related ?? []),
        state: { verb, force: strength, mark },
      };
    }
    yield* phrasedOtherwise(guideline, apart);
    for (const one of restatedIn(guideline, context.neighbours)) {
      const meant =
        one.phrased ?? (one.verb && meantBy(guideline, one.verb, profile, context.neighbours)?.force);
      if (!meant || meant === one.strength) continue;
      const words = guideline.text.slice(one.start, one.end);
      yield {
        span: { start: one.start, end: one.end },
        severity: "information" as const,
        message: `“${words}” stands for a ${meant} recommendation, but what seems to be the same is graded ${one.strength} elsewhere. Make the two agree.`,
        related: one.related,
        state: undefined,
      };
    }
    yield* againstKey(guideline);
  },

  fix(state, guideline) {
    if (!state) return [];
    if ("instead" in state) return keyedFix(state, guideline);
    const { verb, force, mark } = state;
    const own = verbFor(guideline, force);
    const words = guideline.text.slice(verb.word.start, verb.word.end);
    const target = own ?? usual(verb, force);
    const weighed = force === "strong" ? weighedIn(guideline.text, verb.word.end) : undefined;
    const plain = target && inflected(words, target, verb);
    // "May consider offering": "should offer".
    const newText = plain && weighed ? weighed.verb && `${plain} ${weighed.verb}` : plain;
    const span = { start: verb.word.start, end: weighed?.end ?? verb.word.end };
    const fixes: Fix[] = newText
      ? [{ title: `Write “${newText}”`, edits: [{ span, newText }], certain: own !== undefined }]
      : [];
    const other = mark?.form === "word" && otherGrading(guideline, mark);
    if (mark && other)
      fixes.push({ title: `Grade it “${other}”`, edits: [{ span: mark, newText: other }], certain: false });
    return fixes;
  },
});

/** "Racecadotril has to be given", graded weak: a duty, or a choice, without a verb of advice. */
function* phrasedOtherwise(guideline: Guideline, apart: ReadonlyMap<Recommendation, GradedApart>) {
  const told = guideline.recommendations.flatMap((one) => {
    const said = one.verbs.length === 0 ? forceIn(one.text) : undefined;
    const isOther = isExplained(guideline, one) || isOfOthers(guideline, one);
    if (!said || isOther || explainsWords(lineOf(guideline, one))) return [];
    const strength = one.strength ?? apart.get(one)?.strength;
    return [
      {
        one,
        said: shifted(said, one.start),
        force: said.force,
        strength,
        mark: markOf(one),
        tabled: apart.get(one),
      },
    ];
  });
  const sayings = sayingsOf(guideline).map((one) => ({
    ...{ one, said: one.said, force: one.phrased },
    ...{ strength: undefined, mark: undefined, tabled: undefined },
  }));
  for (const { one, said, force, mark, tabled, ...graded } of [...told, ...sayings]) {
    const coded = graded.strength ? undefined : strengthCodeAt(guideline, one);
    const strength = graded.strength ?? coded?.force;
    if ((strength !== "strong" && strength !== "weak") || force === strength) continue;
    const where = mark ?? coded;
    const span = { start: said.start, end: said.end };
    yield {
      span,
      message: `“${guideline.text.slice(span.start, span.end)}” stands for a ${force} recommendation, but this one is graded ${strength}. Readers cannot tell which is meant: change the words or the grading.`,
      related: where
        ? [{ span: { start: where.start, end: where.end }, message: `Here it is graded ${strength}.` }]
        : (tabled?.related ?? []),
      state: undefined,
    };
  }
}

/** "Conditional: most patients should be treated so", "I (do), IIb (may be considered), III (do not)": what grades mean. */
const isExplained = ({ sections }: Guideline, { text, start, where }: Recommendation): boolean =>
  meaning.test(text) ||
  new Set(text.match(glossed)).size >= 3 ||
  (where !== "cell" && keyed.test(sectionAt(sections, start)?.title ?? ""));
const meaning =
  /^[^.]{0,80}\b(?:(?:nearly|almost|virtually) +all|all|most|many|some|the +majority +of|a +minority +of)\s+(?:[a-zß-öø-ɏ]+ +)?(?:patients|people|persons|individuals|children|adults|women|newborns|babies|clinicians|users)\b[^.]{0,60}\b(?:in +this +way|so\b|this +(?:course|treatment|way|choice|action)|the +(?:recommended|suggested|advised)\s|the +(?:course|intervention|action|treatment|advice)\b|different +choices)/i;
const glossed = /(?<![\p{L}\d])(?:I{1,3}[ab]?|IV|[A-E]|[1-5][A-D]?)\**(?= *(?:[(=:–—]|means\b|stands\b))/gu;
const keyed =
  /\bhow +(?:the +|our +|these +)?recommendations\b|\b(?:wording|worded|legend|key +to)\b|\b(?:strength|grading|grades?) +of +(?:the +)?(?:recommendations?|evidence)\b/i;

/** Two gradings in one sentence, a remark, or behind another recommendation's own grading: whose it is, is inferred. */
function isOfOthers({ text }: Guideline, { start, end, gradings, where }: Recommendation): boolean {
  const own = text.slice(start, end);
  if (/\bstrong\b/i.test(own) && /\b(?:weak|conditional)\b/i.test(own)) return true;
  if (remark.test(lineBefore(text, start, farthest * 4))) return true;
  return (
    where !== "cell" &&
    gradings.some(
      (grading) => grading.end <= start && closed.test(lineBefore(text, grading.start, farthest * 4)),
    )
  );
}
/** "Where artesunate can be given, give one dose": when, and not how strongly. */
const subordinate =
  /(?:^|[,.;:(] *)(?:and +|or +|but +)?(?:where|if|when|whenever|whether|while|until|unless|once|because|since|although)\b[^,.;:()]*$/i;
const closed = /\p{L}+\W+\p{L}+\W+\p{L}+[^.!?\n]*[.!?][*_\s([]*$/u;
const remark =
  /^\W*(?:implementation|rationale|remarks?|justification|comments?|notes?|in +practice|considerations?)\b[^.:]{0,30}[.:]/i;

/** "(0) … shall not", where the key says that grade 0 is written with "may". */
function* againstKey(guideline: Guideline) {
  const { runs, markdown, text } = guideline;
  const key = gradeKeyOf(runs, markdown);
  if (!key) return;
  for (const { verb, verbs, strength, start, end } of guideline.recommendations) {
    // Graded in words, too: looked at above.
    if (!verb || verb.reported || strength === "strong" || strength === "weak") continue;
    const from = text.lastIndexOf("\n", start) + 1;
    const code =
      gradeAtHead(text.slice(from, Math.max(start, from) + farthest)) ??
      (verbs.length === 1 ? gradeBehind(text.slice(start, end), text.slice(end, end + furthest)) : undefined);
    const own = code === undefined ? undefined : key.get(code);
    const name = nameIn(key, verb);
    if (!own || own.has(name)) continue;
    const [other] = [...key].find(([, said]) => said.has(name)) ?? [];
    if (other === undefined) continue;
    yield {
      span: verb.word,
      message: `“${text.slice(verb.word.start, verb.word.end)}” stands for ${other} by the document's own key, but this one is graded ${code?.replace("grade ", "")}. Readers cannot tell which is meant: change the verb or the grade.`,
      related: [],
      state: { verb, instead: [...own][0] ?? "" },
    };
  }
}
const farthest = 20;
const furthest = 80;

function keyedFix({ verb, instead }: Keyed, { text }: Guideline): Fix[] {
  const newText = inflected(text.slice(verb.word.start, verb.word.end), instead, verb);
  return newText && newText !== text.slice(verb.word.start, verb.word.end)
    ? [{ title: `Write “${newText}”`, edits: [{ span: verb.word, newText }], certain: false }]
    : [];
}

/** "… consider offering": what is considered, in its plain form. */
function weighedIn(text: string, from: number) {
  const [whole, gerund = ""] =
    /^\s+consider\b(?:\s+([a-zß-öø-ɏ]+ing)\b)?/i.exec(text.slice(from, from + 40)) ?? [];
  return whole === undefined ? undefined : { end: from + whole.length, verb: plainVerb(gerund) };
}

/** With its emphasis. */
const lineOf = ({ text }: Guideline, { start, end }: Recommendation): string =>
  text.slice(text.lastIndexOf("\n", start) + 1, end);

const markOf = ({ gradings }: Recommendation) => gradings.flatMap(({ strengths }) => strengths)[0];

const modals = new Set(["should", "must", "shall", "may", "might", "can", "could"]);

function usual({ verb, direction }: AdviceVerb, force: Force): string | undefined {
  if (verb === "recommend" || verb === "suggest") return force === "strong" ? "recommend" : "suggest";
  // "May not" forbids.
  return modals.has(verb) && direction === "for" ? (force === "strong" ? "should" : "may") : undefined;
}

/** Another verb in the same form, where it fits into the sentence as it stands. */
function inflected(words: string, target: string, { verb, direction }: AdviceVerb): string | undefined {
  const cased = (text: string) =>
    /^\p{Lu}/u.test(words) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  const spoken = (name: string) => name === "recommend" || name === "suggest";
  if (spoken(verb) && spoken(target)) return cased(target + (/(?:s|ed)$/.exec(words)?.[0] ?? ""));
  const weakens = target === "may" || target === "might" || target === "can" || target === "could";
  return modals.has(verb) && modals.has(target) && !(direction === "against" && weakens)
    ? cased(target)
    : undefined;
}

/** "Strong" for "conditional", in the word that the document has for weak ones. */
function otherGrading(
  { text, recommendations }: Guideline,
  { start, end, value }: StrengthMark,
): string | undefined {
  const words = text.slice(start, end);
  const all = recommendations.flatMap(({ gradings }) => gradings.flatMap(({ strengths }) => strengths));
  const used = all.find((mark) => mark.form === "word" && mark.value === "weak");
  const other =
    value === "strong" ? (used ? text.slice(used.start, used.end).toLowerCase() : "weak") : "strong";
  return /^\p{Lu}/u.test(words) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
