// A sentence that forbids, in plainer words of the same length: without what it says of the medicine on the way ("lowers
// the threshold and is contraindicated"), and with "until birth" as what it means. It must not know whom it is for.

import { targetsIn } from "./medicine-target.ts";

const barred =
  "(?:(?:is|are|remains?)\\s+(?:\\p{L}+\\s+){0,2}?(?:contra-?indicated|forbidden|prohibited|banned|avoided|not\\s+(?:given|used|allowed|permitted|to\\s+be))|(?:must|should|may|can)\\s+(?:not|never)\\s+be\\b)";
/** Behind the name: "constrict arteries and are contraindicated". */
const remark = new RegExp(
  `^((?:\\s*\\([^()]{1,60}\\))?\\s+(?!is\\b|are\\b|and\\b|or\\b|in\\b|for\\b|to\\b|must\\b|should\\b|may\\b|can\\b)\\p{L}{3,}\\s[^.;:]{0,80}?,?\\s+and\\s+(?:(?:so|therefore|thus|hence)\\s+)?)(?=${barred})`,
  "iu",
);

/** "From conception until birth", "throughout pregnancy" */
const expecting =
  /\b(?:from +(?:(?:the +)?(?:first +)?positive +(?:pregnancy +)?test|conception|(?:the +)?(?:first +)?missed +period)(?: +on(?:wards?)?|(?: +(?:until|to|till) +(?:the +)?(?:birth|delivery|term)))|(?:until|till|before) +(?:the +)?(?:birth|delivery|childbirth)\b(?! +of)|(?:at|in|during) +(?:any|every|all|each) +(?:stages?|trimesters?|months?|weeks?)(?: +of +pregnancy)?|throughout +(?:the +)?(?:whole +)?(?:pregnancy|gestation)|from +conception(?: +on)? +to +(?:birth|delivery|term)|ante-?natally)(?![\p{L}-])/giu;
/** Whoever reads it is there; "all patients of this clinic" are those whom it is about. */
const here =
  /(?<!\b(?:all|any|every|our) +(?:patients?|women|adults|children|people|residents?|mothers) +)\b(?:in|for|of) +(?:this|our|the +present) +(?:country|state|district|province|region|programme|program|hospital|unit|ward|handbook|guideline|manual|setting|clinic|network)s?\b,?/gi;
/** "By any systemic route", ", in tablets and injections,", ", by mouth or as an enema": whichever way, which narrows nothing. */
const anyWay =
  /,?\s+(?:by|through|via) +(?:any|every|all|whatever|whichever)(?: +(?:systemic|oral|parenteral))? +routes?\b|(?:,|(?<=\b(?:contra-?indicated|forbidden|prohibited|banned)))\s*(?:whether +|either +|neither +|both +)?(?:by|in|as|through)\s+(?:an?\s+)?(?:mouth|injections?|infusions?|tablets?|capsules?|drops?|enemas?|suppositor(?:y|ies)|syrups?|gels?|creams?)(?:(?:,|,?\s+(?:or|and|nor))\s+(?:(?:by|in|as|through)\s+)?(?:an?\s+)?(?:mouth|injections?|infusions?|tablets?|capsules?|drops?|enemas?|suppositor(?:y|ies)|syrups?|gels?|creams?))+,?|,\s*whatever +the +(?:indication|reason|dose|route|form|severity|cause)\b/gi;
/** "In pregnancy from the first trimester on": all of it. */
const fromFirst =
  /(?<=\bpregnancy),? +from +the +(?:first +trimester|beginning|start)(?: +on(?:wards?)?)?\b/gi;
const spaces = (words: string) => " ".repeat(words.length);
const asExpecting = (words: string) => "in pregnant".padEnd(words.length);

/** As long as it was: every place in it is a place in what was written. */
export const inPlainWords = (text: string): string =>
  text
    .replace(/\bnothing(?= +(?:that|which|with)\b)/gi, "no drug")
    .replace(here, spaces)
    .replace(anyWay, spaces)
    .replace(fromFirst, spaces)
    .replace(expecting, (words) => (words.length < 11 ? words : asExpecting(words)));

/** As long as it was, too. */
export function plainlySaid(sentence: string): string {
  const text = inPlainWords(sentence);
  for (const { start, end } of targetsIn(text)) {
    if (/[^\s*_\d.)(-]/.test(text.slice(0, start).replace(/.*[.:;,]\s/s, ""))) continue;
    const [words = ""] = remark.exec(text.slice(end)) ?? [];
    if (words) return `${text.slice(0, end)}${" ".repeat(words.length)}${text.slice(end + words.length)}`;
  }
  return text;
}
