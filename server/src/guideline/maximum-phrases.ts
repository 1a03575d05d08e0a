// Phrases that lead to a maximum, or stand behind one: "never goes beyond", "the most that anyone may take in a day is",
// "… is the upper limit". It must not know orders.

import type { Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";

const auxiliaries = /^(?:do|does|must|should|may|can|will|shall|is|are|to|need)$/;
const nobody = ["nobody", "none"];
const whoever = ["patient", "adult", "child", "person", "woman", "man", "one"];
const softened = ["ever", "be", "to", "is", "are", "may", "should", "must", "normally", "have", "been"];
const passing = /^(?:exceed(?:s|ing)?|pass(?:es|ing)?|surpass(?:es|ing)?|oversteps?)$/;
const moving =
  /^(?:go(?:es|ing)?|rises?|rising|climbs?|gets?|comes?|runs?|amounts?|takes?|taken|gives?|given|giving|receives?|uses?|used|has|have|injects?|injected|prescribes?|prescribed|infused?|allow(?:s|ed)?|drinks?|swallows?|administer(?:ed|s)?)$/;

/** "No single dose", "no injection": of "… is above 400 mg". */
function doseEnd(tokens: readonly Token[], at: number): number | undefined {
  if (!isWord(tokens[at], "no")) return undefined;
  const noun = [at + 1, at + 2].find((one) => isWord(tokens[one], ...given));
  return noun === undefined || (noun > at + 1 && !narrowing.test(tokens[at + 1]?.text ?? ""))
    ? undefined
    : noun + 1;
}
const given = "dose doses injection injections amount order orders session quantity infusion".split(" ");

const needing = ["need", "needs", "require", "requires"];

/** "never goes beyond", "must not be given more than", "no one gets above", "not exceeding", "no more than". */
function forbiddenAt(tokens: readonly Token[], at: number): number | undefined {
  let next = at;
  // "Mild cases need no more than paracetamol"
  if ([tokens[at - 1], tokens[at]].some((token) => isWord(token, ...needing))) return undefined;
  if (isWord(tokens[at], "no") && isWord(tokens[at + 1], ...whoever)) next = pastWhom(tokens, at + 2);
  else if (isWord(tokens[at], ...nobody)) next = pastWhom(tokens, at + 1);
  else if (doseEnd(tokens, at) !== undefined) next = doseEnd(tokens, at) ?? at;
  else {
    if (auxiliaries.test(tokens[at]?.text ?? "")) next++;
    if (!isWord(tokens[next], "not", "never", "no", "cannot", "without")) return undefined;
    next++;
  }
  const plain = next;
  while (isWord(tokens[next], ...softened) && next < plain + 3) next++;
  if (tokens[next]?.kind === "word" && passing.test(tokens[next]?.text ?? "")) return next + 1;
  if (tokens[next]?.kind === "word" && moving.test(tokens[next]?.text ?? "")) next++;
  return aboveEnd(tokens, next);
}

/** "on this ward", "of any age", "in the clinic": up to a verb. */
function pastWhom(tokens: readonly Token[], at: number): number {
  if (!isWord(tokens[at], "on", "of", "in", "at", "under", "over", "above", "below")) return at;
  const verb = [at + 2, at + 3, at + 4, at + 5].find((one) => {
    const word = tokens[one];
    return word?.kind === "word" && (auxiliaries.test(word.text) || moving.test(word.text));
  });
  return verb ?? at;
}

const times = "min mins minute minutes hour hours h hrs day days week weeks month months".split(" ");

/** "more than", "above", ">". */
function aboveEnd(tokens: readonly Token[], at: number): number | undefined {
  const [word, than] = [tokens[at], tokens[at + 1]];
  if (isWord(word, "more", "higher", "greater", "larger") && isWord(than, "than")) return at + 2;
  // "not over 5 minutes"
  if (isWord(word, "over") && tokens.slice(at + 1, at + 5).some((token) => isWord(token, ...times)))
    return undefined;
  return isWord(word, "above", "over", "beyond", "past") || isSign(word, ">") ? at + 1 : undefined;
}

const bounding = ["restricted", "confined"];
const keeping = ["stay", "stays", "remain", "remains", "keep", "kept", "held", "hold"];

/** "stays below", "is kept at or under", "stay within". */
function keptAt(tokens: readonly Token[], at: number): number | undefined {
  // "is restricted to 20 mg"
  if (isWord(tokens[at], ...bounding) && isWord(tokens[at + 1], "to")) return at + 2;
  const first = isWord(tokens[at], "must", "should") ? at + 1 : at;
  if (!isWord(tokens[first], ...keeping)) return undefined;
  const next = isWord(tokens[first + 1], "at") && isWord(tokens[first + 2], "or") ? first + 3 : first + 1;
  // "is kept at 400 mg or less"
  if (isWord(tokens[first + 1], "at", "to") && tokens[first + 2]?.kind === "number")
    return isWord(tokens[first + 4], "or") && isWord(tokens[first + 5], "less", "below")
      ? first + 2
      : undefined;
  return isWord(tokens[next], "below", "under", "within") ? next + 1 : undefined;
}

const ofWhom = "that for in per a an any anyone anybody at one you to he she allowed permitted".split(" ");
const longestMost = 10;

/** "the most an adult may have in a day is", "the most for one day". */
function mostAt(tokens: readonly Token[], at: number): number | undefined {
  const first = isWord(tokens[at], "the") ? at + 1 : at;
  // "at most one further dose"
  if (isWord(tokens[at - 1], "at")) return undefined;
  if (!isWord(tokens[first], "most") || !isWord(tokens[first + 1], ...ofWhom)) return undefined;
  for (let i = first + 2; i < first + longestMost; i++) {
    if (isWord(tokens[i], "is", "are") || isSign(tokens[i], ":")) return i + 1;
    if (tokens[i]?.kind === "number" && tokens[i]?.text !== "24") return i;
    if (tokens[i]?.kind === "sign") return undefined;
  }
  return undefined;
}

const superlatives = ["highest", "largest", "greatest", "top", "upper"];
const narrowing =
  /^(?:daily|single|total|one|day's|safe|permitted|permissible|allowed|allowable|recommended|possible|oral)$/;

/** "Nine times the upper limit", "the upper limit of normal": of what is measured. */
export function isOfNormal(tokens: readonly Token[], at: number, next: number): boolean {
  let start = isWord(tokens[at - 1], "upper") ? at - 1 : at;
  if (isWord(tokens[start - 1], "the")) start--;
  const normal = [next + 1, next + 2].some((one) => isWord(tokens[one], ...measuredBy));
  return isWord(tokens[start - 1], "times") || (isWord(tokens[next], "of") && normal);
}
const measuredBy = ["normal", "range", "reference", "assay", "laboratory"];

/** "the highest daily dose", "largest amount". */
function highestAt(tokens: readonly Token[], at: number): number | undefined {
  if (!isWord(tokens[at], ...superlatives)) return undefined;
  let next = at + 1;
  while (narrowing.test(tokens[next]?.text ?? "")) next++;
  if (!isWord(tokens[next], "dose", "amount", "quantity", "limit")) return undefined;
  return isOfNormal(tokens, at, next + 1) ? undefined : next + 1;
}

/** "Stop at 20 mg in 24 hours."; "stop at 5 d" says when. */
const stoppedAt = (tokens: readonly Token[], at: number): number | undefined =>
  isWord(tokens[at], "stop", "stops", "halt") &&
  isWord(tokens[at + 1], "at") &&
  tokens[at + 2]?.kind === "number" &&
  amounts.test(tokens[at + 3]?.text ?? "")
    ? at + 2
    : undefined;

const amounts =
  /^(?:[mµ]?g|mcg|grams?|m(?:illi|icro)grams?|units?|iu|m[lL]|mmol|tablets?|capsules?|puffs?|drops?|doses|ampoules?|vials?)$/i;

/** Where a phrase ends that leads to a maximum. */
export const maximumEnd = (tokens: readonly Token[], at: number): number | undefined =>
  forbiddenAt(tokens, at) ??
  keptAt(tokens, at) ??
  mostAt(tokens, at) ??
  highestAt(tokens, at) ??
  stoppedAt(tokens, at);

const firstWords = new Set([
  ..."do does must should may can will shall is are to need no not never cannot without".split(" "),
  ...[...nobody, ...bounding, ...keeping, ...superlatives, "the", "most", "stop", "stops", "halt"],
]);
export const mayLeadToMaximum = (word: string): boolean => firstWords.has(word);
