// How a recommendation is graded in running words: "the group makes a strong recommendation, on low-certainty
// evidence: …", "We suggest rest, based on evidence of very low certainty". Labels are in grading.ts. It must not
// know to which recommendation a grading belongs.

import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import type { Certainty, CertaintyMark, Grading, Strength, StrengthMark } from "./grading.ts";

const adjective = "strong|firm|weak|conditional|discretionary|qualified";
const strengthPhrase = new RegExp(
  `\\b(?:an?|this|our|its|the|as|following|one)\\s+(?<word>${adjective})(?:ly +worded)?\\s+(?:recommendation|statement)\\b(?!s)|\\brecommendation\\s+(?:is|was|has +been)\\s+(?:(?:graded|rated|classed|judged|labelled|labeled|considered)\\s+)?(?:as\\s+|to +be\\s+)?(?<said>${adjective})\\b`,
  "gi",
);
/** Where nobody makes one: "before a strong recommendation is made", "not a strong recommendation". */
const elsewhere =
  /\b(?:not|no|never|without|before|for|than|if|when|whenever|whether|unless|of|every|each|instead|needs?|requires?|why|than|against)\s+(?:[a-zß-öø-ɏ]+\s+)?$/i;

/** "The authors of the trial made a strong recommendation". */
const others =
  /\b(?:trial|study|studies|review|edition|earlier|previous(?:ly)?|former(?:ly)?|older|others?|another|some|WHO|NICE|CDC|ESC|AHA|IDSA)\b[^.;:]*$/;

/** "A strong recommendation may rest on less": what holds for all of them. */
const general =
  /^s?\s+(?:may|can|should|must|needs?|requires?|means|implies|usually|only|always|never|rests?)\b/i;

const level = "(?<level>very[ -]low|low|moderate|high)";
const evidence = "(?:certainty|quality|confidence)";
const certaintyPhrases = [
  new RegExp(
    `\\b(?:on|from|with|by|of|despite|has|have|is|are|and|only)\\s+(?:the\\s+basis\\s+of\\s+|evidence\\s+(?:of|that\\s+is\\s+of)\\s+)?(?:only\\s+|overall\\s+)?${level}[- ]${evidence}\\b(?!\\s+(?:of\\s+(?:life|care|sleep)|care|improvement))`,
    "i",
  ),
  new RegExp(
    `\\b(?:certainty|quality|confidence)\\s+(?:of|in)\\s+(?:the\\s+)?(?:supporting\\s+|underlying\\s+|body +of\\s+)?(?:evidence|estimates?|effects?)\\s+(?:is|was|being|were)\\s+(?:(?:rated|judged|graded|assessed|considered)\\s+)?(?:as\\s+|to +be\\s+)?(?:only\\s+)?${level}\\b`,
    "i",
  ),
  new RegExp(`\\b(?:with|at|of)\\s+${level}\\s+(?:certainty|confidence)\\b`, "i"),
];
/** "We recommend … on the basis of low-certainty evidence". */
const rests =
  /\b(?:bas(?:ed|is)|rest(?:s|ing)?|founded|grounded|supported|drawn|derived|rely(?:ing)?|relies|underpinned|backed)\b/i;
const performs = /\b(?:recommends?|suggests?|recommended|suggested)\b/i;

/** At most one of a sentence, and none where its sentence has labels. */
export function proseGrading(sentence: string): Grading | undefined {
  if (!/\b(?:certainty|quality|confidence|recommendation|statement)\b/i.test(sentence)) return undefined;
  const strengths = matchesIn(sentence, strengthPhrase).flatMap((match) => strengthOf(match, sentence));
  if (new Set(strengths.map(({ value }) => value)).size > 1) return undefined;
  const isTied =
    strengths.length > 0 || (performs.test(sentence) && rests.test(sentence)) || pointsBack.test(sentence);
  const certainties = isTied ? certaintiesOf(sentence) : [];
  const marks: readonly Span[] = [...strengths, ...certainties];
  if (marks.length === 0) return undefined;
  const start = Math.min(...marks.map((mark) => mark.start));
  return { start, end: Math.max(...marks.map((mark) => mark.end)), strengths, certainties };
}

/** "This is a strong recommendation": of what stands before it. */
export const pointsBack =
  /^[^a-zß-öø-ɏ]*(?:(?:(?:this|it|the +(?:above|preceding|previous)(?: +[a-zß-öø-ɏ]+)?|both|(?:the +)?recommendation(?: +\d+(?:\.\d+)*)?)|(?:the +panel|the +group|the +committee|we) +(?:made|make|makes|graded|grades|grade|rated|issued|issues|gave) +(?:this|it))\s+(?:(?:is|was|has +been|carries|remains|therefore|again|graded|rated|judged|made|this|it|as|to +be|recommendation|statement)\s+){0,4}(?:an? +)?(?:strong|firm|weak|conditional|discretionary|qualified)\b|(?:the +|overall +|our +)*(?:certainty|quality|confidence) +(?:of|in) +(?:the +)?(?:[a-zß-öø-ɏ]+ +)?(?:evidence|estimates?|effects?) +(?:is|was|were) +[^.,;]{0,40}[.\s]*$)/i;

function strengthOf({ index, 0: phrase, groups = {} }: RegExpExecArray, sentence: string): StrengthMark[] {
  const before = sentence.slice(0, index);
  if (elsewhere.test(before.slice(-40)) || others.test(before.slice(-80))) return [];
  if (general.test(sentence.slice(index + phrase.length))) return [];
  const word = groups.word ?? groups.said ?? "";
  const start = index + phrase.search(new RegExp(`\\b${word}\\b`));
  const value: Strength = /^(?:strong|firm)/i.test(word) ? "strong" : "weak";
  return [{ form: "word", value, direction: undefined, start, end: start + word.length }];
}

function certaintiesOf(sentence: string): CertaintyMark[] {
  for (const pattern of certaintyPhrases) {
    const match = pattern.exec(sentence);
    const said = match?.groups?.level;
    if (!match || said === undefined) continue;
    const start = match.index + match[0].lastIndexOf(said);
    const value = said.toLowerCase().replace("-", " ") as Certainty;
    return [{ form: "word", value, start, end: start + said.length }];
  }
  return [];
}
