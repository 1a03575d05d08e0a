// Which spelling is a document's own: the one that is set, else the one it uses more. It must not report.

import type { SpeltWord } from "../guideline/spelling.ts";
import type { Spelling, SpellingGroup } from "../lexicon/spelling-variants.ts";

/** So many times more often one spelling must be used to be certain. */
export const clearly = 3;

type Counts = Readonly<Record<Spelling, number>>;

export function countsOf(all: readonly SpeltWord[], group: SpellingGroup): Counts {
  const own = all.filter(({ variant }) => variant.group === group);
  const british = own.filter(({ variant }) => variant.spelling === "british").length;
  return { british, american: own.length - british };
}

/** Of a Canadian text: "tumour" and "centre" beside "anesthesia" and "edema" are one spelling. "Color" is not of it. */
export function isCanadian(own: readonly SpeltWord[], text: string): boolean {
  if (!canada.test(text)) return false;
  const isBritish = ({ variant }: SpeltWord) => variant.spelling === "british";
  const shared = own.filter((one) =>
    /our|tre|bre|lle[dr]|lling|defence/.test(isBritish(one) ? one.word : one.variant.other),
  );
  const british = shared.filter(isBritish).length;
  return 2 * british > shared.length && own.filter(isBritish).length === british;
}
const canada =
  /\b(?:Canad(?:a|ian)|Ontario|Qu[ée]bec|Alberta|British +Columbia|Manitoba|Saskatchewan|Nova +Scotia|New +Brunswick|Newfoundland|Nunavut|Yukon)\b/;

/** "Program" is Australian, too. */
export const isAustralian = ({ word }: SpeltWord, text: string): boolean =>
  /^programs?$/.test(word) && australia.test(text);
const australia =
  /\b(?:Australian?s?|New +South +Wales|NSW|Queensland|Tasmania|Northern +Territory|South +Australia|Victorian?)\b/;

/** Which spelling a group's words should have; undefined where they may have either. */
export function wantedOf(
  own: readonly SpeltWord[],
  group: SpellingGroup,
  given: "auto" | Spelling,
  english: Counts,
): Spelling | undefined {
  if (given !== "auto") return group === "english" || given === "american" ? given : undefined;
  const isAmerican = english.american >= clearly && english.american >= clearly * english.british;
  // -ize, fetus and sulfate are British, too, but -ise, foetus and sulphate are not American.
  if (group !== "english" && isAmerican) return "american";
  const { british, american } = countsOf(own, group);
  if (british === 0 || american === 0) return undefined;
  if (british !== american) return british > american ? "british" : "american";
  return own[0]?.variant.spelling;
}
