// What a sentence describes rather than names: "should be kept in bed", "tickle the throat until the child vomits". It
// must not know in which situation.

import { type DescribedAct, describedActs } from "../lexicon/described-acts.ts";
import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { statedActs } from "../lexicon/stated-acts.ts";
import { matchesIn } from "../text/matches.ts";
import { people } from "./deed-object.ts";
import type { Said } from "./deed-said.ts";

const byCue = (() => {
  const found = new Map<string, DescribedAct[]>();
  for (const act of [...describedActs, ...statedActs])
    for (const cue of act.cues) found.set(cue, [...(found.get(cue) ?? []), act]);
  return found;
})();

const denied = /\b(?:not|never|don['’]t|avoid|refrain|against|no|nobody|without|stop)\b[^.;,:]*$/i;
/** "Adults with pain but no warning signs should …": what they are without. */
const lacking = new RegExp(
  `(?<=\\b${people}\\b[^.;,:]{0,80}?\\s(?:and|but|or|with|has|have|having)\\s)(?:no|without)\\s[^.;,:]{0,60}?(?=\\b(?:should|must|may|can|is|are|ought)\\b)`,
  "gi",
);
const unwanted =
  /^[^.;:]{0,50}?\b(?:(?:does|do|did|should|must|may|can) +(?:not|never)\b|cannot\b|(?:is|are) +(?:[a-zß-öø-ɏ]+ +)?(?:an? +(?:[a-zß-öø-ɏ]+ +)?(?:mistake|error|myth|danger|bad +habit)|wrong|unsafe|pointless|unwise|discouraged|refused|harmful|dangerous|useless|obsolete|contra-?indicated|forbidden|not|never|no +longer|unnecessary|avoided)|(?:is|are|has +been|have +been|was|were) +(?:[a-zß-öø-ɏ]+ +)?(?:gone|abandoned|given +up|dropped|a +thing +of)|belongs? +to +the +past|has +no +place|does +harm)\b|^[^.;:]{0,140}?,? +and +(?:is|are|should|must) +(?:not|never|no +longer)\b/i;
/** It is spoken of, and not done. */
const aside =
  /\b(?:contra-?indicat[a-zß-öø-ɏ]*|indications?|complications?|risks?|signs?|symptoms?|causes?|history|equipment|definitions?|why|trials?|stud(?:y|ies)|consent|explain[a-zß-öø-ɏ]*|asks?|whether|instead|rather|how|prevents?|helps?|reasons?|number|rates?|consider|may +(?:need|require)|needs? +for|examples?|question)\b/i;
/** "Sponging makes the child shiver" */
const effect =
  /^[^.;:,]{0,20}?\s(?:makes?|causes?|brings?|raises?|lowers?|increases?|does|has|have|delays?|prolongs?|worsens?|harms?|adds?|hides?|can|may|will|belongs?|carries|leads?|takes?|was|were|works?|relieves?|reduces?|remains?)\b/i;
const advises = /\b(?:should|must|to|let|not|never|avoid|recommend\w*|suggest\w*|advis\w*|can)\b/i;

/** `words`: of the text, in small letters. */
export function* describedIn(text: string, words: ReadonlySet<string>): Iterable<Said> {
  const acts = new Set<DescribedAct>();
  for (const word of words) for (const act of byCue.get(word) ?? []) acts.add(act);
  const found: Said[] = [];
  for (const act of acts)
    for (const { index, whole } of joined(text, matchesIn(text, act.pattern))) {
      const said = saidAt(text, { index, whole }, act);
      const isSame = ({ direction, objects: [name], end }: Said) =>
        direction === said?.direction && name === act.name && end > index;
      if (said && !found.some(isSame)) found.push(said);
    }
  yield* found;
}

interface Place {
  readonly index: number;
  readonly whole: string;
}

/** "Looking inside the vagina or feeling the womb": one act. */
function joined(text: string, found: readonly RegExpExecArray[]): readonly Place[] {
  const all: Place[] = [];
  for (const { index, 0: whole } of found) {
    const last = all.at(-1);
    const gap = last ? text.slice(last.index + last.whole.length, index) : "";
    if (last && /^,?\s*(?:or|and|nor)\s+$/i.test(gap))
      all[all.length - 1] = { index: last.index, whole: last.whole + gap + whole };
    else all.push({ index, whole });
  }
  return all;
}

function saidAt(
  text: string,
  { index, whole }: Place,
  { name, undone, stated }: DescribedAct,
): Said | undefined {
  const before = text.slice(0, index);
  const own = before.split(/[.;,:]\s/).at(-1) ?? "";
  if (/\b(?:if|when|(?<!\bin +)which|after|before|while|until)\b/i.test(own)) return undefined;
  // "Patients who can climb over the edge sleep …": beyond who they are.
  if (/\bwho\b/i.test(own) && !(stated && /\bwho(?:\s+\S+){5}/i.test(own))) return undefined;
  const behind = text.slice(index + whole.length);
  const negative =
    denied.test(own.replace(lacking, " ")) || /\b(?:not|never)\b/i.test(whole) || unwanted.test(behind);
  const opens =
    /^[^a-zß-öø-ɏ]*(?:[a-zß-öø-ɏ]?\d[\d.)]*\s*)?(?:(?:then|and|also|always|now|first)\s+)*$/i.test(own);
  const verb = /^\p{L}+/u.exec(whole)?.[0].toLowerCase() ?? "";
  const told =
    (opens && (instructionVerbs.has(verb) || !/(?:ing|ed|s)$/.test(verb))) ||
    // "Prongs at 4 L per minute": what has its amount is an order.
    (opens && /\d/.test(whole)) ||
    advises.test(own) ||
    /\b(?:is|are)\s+$/i.test(own) ||
    /\b(?:the|every) +(?:person|patient|woman|mother|child|adult|survivor|victim|baby|newborn|infant|man|resident)s?\s+$/i.test(
      own,
    ) ||
    /\b(?:should|must|not|is|are|be)\b/i.test(whole) ||
    unwanted.test(behind) ||
    /^[^.;,:]{0,20}?\b(?:is|are|should +be|must +be)\b/i.test(behind);
  if (!told && (!stated || aside.test(own) || aside.test(behind.slice(0, 40)) || effect.test(behind)))
    return undefined;
  return {
    direction: negative === undone ? "for" : "against",
    verb: undefined,
    objects: [name],
    phrase: whole,
    described: true,
    ...(stated && { stated }),
    ...(!told && { supposed: true as const }),
    start: before.length - own.length,
    end: index + whole.length,
  };
}
