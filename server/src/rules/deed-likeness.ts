// Whether two deeds do the same thing, in the same way, with the same means. It must not know patients and situations.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { never } from "./deed-indication.ts";

export const manner =
  /^(?:oral|iv|im|intravenou|intramuscular|rectal|topical|nasal|high|low|early|late|delay|immediat|prophylactic|empiric|emergency|elective|second|repeat|short|long|prolong|strict|partial|cold|warm|hot|ice|iced|mild|light|deep|gentl|small|larg|infect|tens|painful|broken|dirty|complicat|recurr|persist|local|systemic|inhal|nebulis|nebuliz|sterile|dry|wet|tight|loos|soft|hard|broad|narrow|continuou|intermittent|therapeutic|diagnostic|follow|further|control|operational)$/;

export function isSameThing(ban: PlacedDeed, advice: PlacedDeed): boolean {
  const isIn = (word: string, list: readonly string[]) =>
    list.some((other) => isLike(word, other) || isKind(word, other)) || isWay(word, advice.clause);
  const told = [...advice.narrowing, ...advice.above, ...advice.words];
  if (
    !ban.narrowing.every(
      (word) =>
        further.test(word) ||
        // "An abrasion is not patched", in a chapter on abrasions.
        (ban.known && ban.above.has(word)) ||
        (word === "prophylactic" && told.some((other) => withoutIt.test(other))) ||
        isIn(word, told) ||
        (word === "term" && isIn("long", told)),
    )
  )
    return false;
  // "Systemic" is by mouth, too; "inhaled" is "nebulised".
  const anyWay = ban.narrowing.some((word) => word.startsWith("system"));
  const extra = advice.narrowing.filter(
    (word) =>
      !isIn(word, ban.narrowing) &&
      !isWay(word, ban.clause) &&
      !(anyWay && /^(?:oral|iv|im|intraven|intramus)/.test(word)),
  );
  // "An intradermal skin test" is a skin test.
  const named = ban.known || ban.narrowing.length > 0;
  return extra.length === 0 || (named && extra.every((word) => !manner.test(word)));
}

/** Whoever gives it to those who do not have it yet prevents it. */
const withoutIt =
  /^no +(?:bleed|haemorrh|hemorrh|infect|sepsi|symptom|seizur|convulsion|focu|sign|cultur|evidence)/;
/** "Supplementary oxygen" is oxygen. */
const further =
  /^(?:supplement|additional|extra|adjunct|adjuvant|system(?:ic|at)|antenatal|prenatal|maternal|perioperativ)/;

/** "Inhaled", of what is given "by nebuliser". */
const isWay = (word: string, clause: string): boolean =>
  ways.some(([named, said]) => named.test(word) && said.test(clause));
const ways: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:inhal|nebulis|nebuliz)/,
    /\b(?:by|via|through|with +an?) +(?:an? +)?(?:nebuli[sz]er|inhaler|spacer|mask)\b|\binhal|\bnebuli[sz]|\bpuffs?\b/i,
  ],
  [/^daily$/, /\b(?:daily|(?:an?|per|each|every) +day|every +\d+ +hours)\b/i],
  [/^continuou/, /\b(?:throughout|all +the +time|without +interruption)\b/i],
  [/^(?:oral|orally)$/, /\b(?:by +mouth|orally|PO|tablets?|syrup)\b/i],
  [/^(?:iv|intravenou)/, /\b(?:IV|intravenous(?:ly)?|by +(?:drip|infusion))\b/i],
  [/^(?:im|intramuscular)/, /\b(?:IM|intramuscular(?:ly)?|into +the +(?:thigh|buttock|muscle))\b/i],
];

/** "Terbinafine", of an antifungal. */
const isKind = (a: string, b: string): boolean =>
  [
    [a, b],
    [b, a],
  ].some(
    ([one = "", other = ""]) =>
      other.startsWith("class ") && medicineNamed(one)?.classes.some((name) => other === `class ${name}`),
  );

/** "perineal" and "perineum". */
const isLike = (a: string, b: string) =>
  a === b || (a.length > 5 && b.length > 5 && a.slice(0, 5) === b.slice(0, 5));

/** "A single dose is not recommended": several are. */
const singly = /\b(?:single|one)[ -](?:[a-zß-öø-ɏ]+ +)?dose\b/i;

/** "Do not wash it with peroxide", but with water. */
export function isDoneOtherwise({ means, onlySo, clause }: PlacedDeed, advice: PlacedDeed): boolean {
  if (singly.test(clause) && !singly.test(advice.clause)) return true;
  if (means.size === 0 || (!onlySo && advice.means.size === 0)) return false;
  const told = new Set([...advice.means, ...advice.words, ...advice.narrowing]);
  return ![...means].every((word) => told.has(word) || isFormIn(word, told));
}

/** "On the fistula arm", but on the other. */
export const isElsewhere = ({ place, clause, known }: PlacedDeed, advice: PlacedDeed): boolean =>
  (advice.place.size > 0 &&
    [...place].some(
      (word) => !advice.place.has(word) && !advice.words.has(word) && !advice.above.has(word),
    )) ||
  (!known && isBoundFor(clause, advice.clause));

const isBoundFor = (ban: string, advice: string): boolean => {
  const [, told = ""] = destined.exec(ban) ?? [];
  const heads = told.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return heads.length > 0 && !heads.some((word) => advice.toLowerCase().includes(word));
};
/** "Not to a hospital that is closed" */
const destined =
  /\b(?:transport|transfer|refer|sen[dt]|taken?)[a-zß-öø-ɏ]*\b[^.;:]{0,20}?\sto\s+((?:an?|the)\s+[^.;:,]{3,40})/i;

/** "extracted" and "extraction" */
export const isFormIn = (word: string, words: ReadonlySet<string>): boolean => {
  const root = rootOf(word);
  return [...words].some(
    (other) =>
      (word.length > 6 && other.length > 6 && other.slice(0, 7) === word.slice(0, 7)) ||
      (root.length > 3 && rootOf(other) === root),
  );
};
/** "breathes" and "breathing", "noisily" and "noisy" */
const rootOf = (word: string): string => word.replace(/ly$/, "").replace(/[eyi]$/, "");

/** "No antimalarial without a test", "an antimalarial without a test": of both the same. */
export function isLimited(ban: PlacedDeed, advice: PlacedDeed): boolean {
  if (!ban.limited && !advice.limited) return false;
  // "Never": not "only as a last resort", either.
  if (!ban.limited && never.test(ban.clause) && onlyIf.test(advice.clause)) return false;
  const [one, other] = [ban, advice].map(({ clause }) => wordsOf(lacking.exec(clause)?.[1] ?? ""));
  return !one?.some((word) => other?.includes(word));
}
const onlyIf =
  /^(?!.*\b(?:unless|except|without|instead|rather|apart|other +than)\b).*\bonly +(?:as|if|when|for|in|after|with)\b/i;
const lacking = /\bwithout\s+([^.;,:]{3,50})/i;
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
