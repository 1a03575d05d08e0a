// What a recommendation claims of one medicine, class or intervention, in a form that can be compared: for or
// against, for whom, what for, and under which other words. It must not compare.

import { otherAct, stemOf } from "../guideline/advice-action.ts";
import type { Direction } from "../guideline/advice-verb.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type MedicineTarget, targetsIn } from "../guideline/medicine-target.ts";
import type { Recommendation } from "../guideline/recommendation.ts";
import { itemsOf } from "../guideline/scope.ts";
import { pathOf, type Section, sectionAt } from "../guideline/section.ts";
import { structuralWords } from "../lexicon/conditions.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { anyOverlaps } from "../text/span.ts";

export interface Claim {
  readonly recommendation: Recommendation;
  readonly direction: Direction;
  readonly target: MedicineTarget | undefined;
  /** Of an intervention. */
  readonly words: string;
  /** What else the sentence says that may tell two situations apart. */
  readonly terms: ReadonlySet<string>;
  /** Words of the headings above it. */
  readonly above: ReadonlySet<string>;
  /** How it is given or done: "early", "oral", "high". */
  readonly manner: string;
}

/** What a claim is about, and for classes also what each member is called. */
export const keysOf = oncePer(({ target, words }: Claim): readonly string[] => {
  if (!target) return words === "" ? [] : [words];
  if (target.kind === "class") return [`class ${target.name}`];
  return [target.name, ...(medicineNamed(target.name)?.classes ?? []).map((name) => `class ${name}`)];
});

export const claimsOf = oncePer((guideline: Guideline): readonly Claim[] =>
  guideline.recommendations.flatMap((recommendation) => {
    const claims = known.get(recommendation) ?? claimsIn(guideline, recommendation);
    known.set(recommendation, claims);
    return claims;
  }),
);

/** A recommendation is another one when the headings above it are. */
const known = new WeakMap<Recommendation, readonly Claim[]>();

const exceptional =
  /\b(?:unless|except|other +than|apart +from|only|provided|as +(?:the +|an? +|your +)?(?:first|initial|sole|main|single|starting|opening)\b(?! +aid)|first +medicine|first +drug|until|alone|monotherapy|without|instead|if +possible|where +possible|higher|more +than|less +than|longer +than|shorter +than|beyond|exceed\w*|bolus|undiluted|rapid\w*|quick\w*|fast|push|injections?)\b/i;
const manners =
  /\b(?:high|low|single|repeat(?:ed)?|long|short|prolonged|early|late|delayed|immediate|continuous|intermittent|oral|orally|topical|inhaled|intravenous|iv|im|rectal|intramuscular|systemic|nebulised|nebulized|empirical|prophylactic|prophylaxis|additional|combined|combination|dose|liberal|restrictive|regular|universal|selective|targeted)\b/gi;

function claimsIn(guideline: Guideline, recommendation: Recommendation): Claim[] {
  const { action, direction, reported, start, text, verbs } = recommendation;
  if (
    reported ||
    exceptional.test(text) ||
    otherAct.test(text) ||
    /(?:\?|\b(?:in|if|for|when|to|with|who|following|patients):)\s*$/.test(text) ||
    new Set(verbs.map((verb) => verb.direction)).size > 1
  )
    return [];
  const { targets, together, words } = action;
  if (targets.length > 1 && together && direction === "for") return [];
  // "Not with ibuprofen"
  if (direction === "against" && beside.test(text) && targetsIn(text).length > targets.length) return [];
  if (targets.length === 0 && words.length < 2) return [];
  const rest = {
    recommendation,
    direction,
    terms: termsOf(recommendation),
    above: headingWords(sectionAt(guideline.sections, recommendation.start)),
    manner: mannerOf(text, action.start - start, action.end - start),
  };
  return targets.length > 0
    ? targets.map((target) => ({ ...rest, target, words: "" }))
    : [{ ...rest, target: undefined, words: words.join(" ") }];
}

const beside = /\b(?:with|together|alongside|beside|co-?administ\w*)\b/i;

/** Of what is advised, not of what stands elsewhere in the sentence. */
function mannerOf(text: string, from: number, to: number): string {
  const near = text.slice(Math.max(0, from - nearby), to + nearby);
  const words = matchesIn(near, manners).map(({ 0: word }) =>
    word
      .toLowerCase()
      .replace("orally", "oral")
      .replace(/^prophyla.*/, "prophylaxis"),
  );
  return [...new Set(words)].sort().join(" ");
}
const nearby = 20;

/** Reasons are no situation. */
const reasons =
  /:\s|[,;]?\s*\b(?:because|since|given +that|as +(?:it|they|this|these|the)|due +to|owing +to|which|so +that|in +order +to)\b/i;
const idle = new Set(
  "recommend recommended suggest suggested should must may can panel committee guideline group consider offer avoid contraindicated routine routinely strongly conditionally generally patient people person use used given give giving receive therefore also however now longer today still such who have has had been being not never does against presenting present suspected confirmed with history diagnosed evidence strong weak conditional recommendation certainty low high moderate very quality grade avoid withhold withheld undergo make made".split(
    " ",
  ),
);

function termsOf({ text, start, action, verbs, gradings }: Recommendation): ReadonlySet<string> {
  const named = targetsIn(text);
  const stop = text.search(reasons);
  // Behind a semicolon something else is said.
  const next = text.indexOf("; ", action.end - start);
  const end = start + Math.min(...[stop, next].map((at) => (at > 0 ? at : text.length)));
  const outside = (from: number, to: number) =>
    [action, ...verbs, ...gradings].every((part) => to <= part.start || from >= part.end);
  const lacking = matchesIn(text, denied).map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const found = itemsOf(text).flatMap((item) => {
    const [from, to] = [item.start + start, item.end + start];
    if (item.kind !== "word" || to > end || !outside(from, to) || anyOverlaps(named, item)) return [];
    const word = item.text.toLowerCase();
    return /^\p{L}{3,}$/u.test(word) &&
      !structuralWords.has(word) &&
      !idle.has(word) &&
      !idle.has(stemOf(word))
      ? [anyOverlaps(lacking, item) ? `no ${stemOf(word)}` : stemOf(word)]
      : [];
  });
  return new Set(found);
}
/** "Newborns who do not breathe" are others than those who do. */
const denied = /\bwho +(?:(?:do|does|did|is|are|have|has|can|could) +)?(?:not|never|cannot) +[a-zß-öø-ɏ]+/gi;

const noWords: ReadonlySet<string> = new Set();
const headingWords = (section: Section | undefined) => (section ? wordsAbove(section) : noWords);

/** Of a section's headings: the same for all that stands in it. */
const wordsAbove = oncePer((section: Section): ReadonlySet<string> => {
  const titles = pathOf(section).map(({ title }) => title.toLowerCase());
  return new Set(titles.flatMap((title) => title.match(/\p{L}{3,}/gu) ?? []).map(stemOf));
});
