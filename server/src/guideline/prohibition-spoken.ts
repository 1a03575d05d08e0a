// A sentence that forbids, in plainer words of the same length: without what it says of the medicine on the way ("lowers
// the threshold and is contraindicated"), and with "until birth" as what it means. It must not know whom it is for.

import { targetsIn } from "./medicine-target.ts";

const barred =
  "(?:(?:is|are|remains?)\\s+(?:[a-zß-öø-ɏ]+\\s+){0,2}?(?:contra-?indicated|forbidden|prohibited|banned|avoided|not\\s+(?:given|used|allowed|permitted|to\\s+be))|(?:must|should|may|can)\\s+(?:not|never)\\s+be\\b)";
/** Behind the name: "constrict arteries and are contraindicated". */
const remark = new RegExp(
  `^((?:\\s*\\([^()]{1,60}\\))?\\s+(?!is\\b|are\\b|and\\b|or\\b|in\\b|for\\b|to\\b|must\\b|should\\b|may\\b|can\\b)[a-zß-öø-ɏ]{3,}\\s[^.;:]{0,80}?,?\\s+and\\s+(?:(?:so|therefore|thus|hence)\\s+)?)(?=${barred})`,
  "i",
);

/** "From conception until birth", "throughout pregnancy" */
const expecting =
  /\b(?:from +(?:(?:an? +|the +)?(?:first +)?positive +(?:pregnancy +)?test|conception|(?:the +)?(?:first +)?missed +period)(?: +on(?:wards?)?|(?: +(?:until|to|till) +(?:the +)?(?:birth|delivery|term)))|between +conception +and +(?:the +)?(?:birth|delivery)|(?:until|till|before) +(?:the +)?(?:birth|delivery|childbirth)\b(?! +of)|(?:at|in|during) +(?:any|every|all|each) +(?:stages?|trimesters?|months?|weeks?)(?: +of +pregnancy)?|throughout +(?:the +)?(?:whole +)?(?:pregnancy|gestation)|from +conception(?: +on)? +to +(?:birth|delivery|term)|ante-?natally)(?![a-zß-öø-ɏ-])/gi;
/** Whoever reads it is there; "all patients of this clinic" are those whom it is about. */
const here =
  /(?<!\b(?:all|any|every|our) +(?:patients?|women|adults|children|people|residents?|mothers) +)\b(?:in|for|of) +(?:this|our|the +present) +(?:country|state|district|province|region|programme|program|hospital|unit|ward|handbook|guideline|manual|setting|clinic|network)s?\b,?/gi;
/** "By any systemic route", ", in tablets and injections,", ", by mouth or as an enema": whichever way, which narrows nothing. */
const anyWay =
  /,?\s+(?:by|through|via) +(?:any|every|all|whatever|whichever)(?: +(?:systemic|oral|parenteral))? +routes?\b(?:,? +(?:except|but|other +than|apart +from|save) +(?:for +|on +|to +|through +)?(?:the +)?(?:skin|eyes?|topical(?: +(?:one|use|route))?))?|(?:,|(?<=\b(?:contra-?indicated|forbidden|prohibited|banned)))\s*(?:whether +|either +|neither +|both +)?(?:by|in|as|through)\s+(?:an?\s+)?(?:mouth|injections?|infusions?|tablets?|capsules?|drops?|enemas?|suppositor(?:y|ies)|syrups?|gels?|creams?)(?:(?:,|,?\s+(?:or|and|nor))\s+(?:(?:by|in|as|through)\s+)?(?:an?\s+)?(?:mouth|injections?|infusions?|tablets?|capsules?|drops?|enemas?|suppositor(?:y|ies)|syrups?|gels?|creams?))+,?|,\s*whatever +the +(?:indication|reason|dose|route|form|severity|cause)\b/gi;
/** "For as long as methotrexate is taken and for two weeks after the last tablet": in whoever takes it. */
const whileTaken =
  /\b(?:for +)?(?:as +long +as|while|whilst|when|whenever)\s+([a-zß-öø-ɏ]{4,30}(?: +[a-zß-öø-ɏ]{4,30})?)\s+(?:is|are)\s+(?:being +|still +)?(?:taken|given|used|continued|prescribed)\b(?:,?\s+(?:and|or)\s+for\s+[^.;:,]{3,50})?/gi;
const asOn = (words: string, name: string) =>
  targetsIn(name).length > 0 ? `on ${name}`.padEnd(words.length) : words;
/** "Aspirin: only from 16 years" */
const onlyFrom = /\bonly +(?:from|over|above) +(?:the +)?(?:age +of +)?\d{1,2} +(?:years|months)\b/gi;
/** "From the first suspicion of dengue until two weeks after recovery": whoever has it. */
const sinceOnset =
  /\bfrom +(?:the +)?(?:(?:first|very|earliest) +)*(?:suspicion|signs?|symptoms?|onset|start|beginning|outset|diagnosis|moment|day|time) +of +(?=[^.;:]{3,60}?\b(?:until|till|to|on|onwards?)\b)/gi;
const untilWell =
  /,? +(?:until|till|up +to)\b[^.;:,]{0,40}?\b(?:recover(?:y|ed|s)|resolution|normal|resolved|healed|cleared|cured|over|well|gone|end(?:s|ed)?)\b(?: +(?:again|of +it))?/gi;
/** "In pregnancy from the first trimester on": all of it. */
const fromFirst =
  /(?<=\bpregnancy),? +from +the +(?:first +trimester|beginning|start)(?: +on(?:wards?)?)?\b/gi;
/** "Women who are expecting a child", "mothers who nurse a baby" */
const withChild =
  /\b(?:wom[ae]n|mothers?|anyone|whoever|those)\s+(?:who\s+)?(?:(?:is|are)\s+)?(?:expect(?:s|ing)?\s+(?:an?\s+|their\s+)?(?:child|bab(?:y|ies))|with\s+child|carry(?:ing)?\s+a\s+(?:child|baby))(?![a-zß-öø-ɏ-])/gi;
const atBreast =
  /\b(?:wom[ae]n|mothers?)\s+who\s+(?:are\s+)?(?:nurs(?:e|ing)|suckl(?:e|ing)|feed(?:ing)?)\s+(?:an?\s+|their\s+|her\s+)?(?:child|bab(?:y|ies)|infants?)\b|\bnursing\s+(?:mothers?|wom[ae]n)\b/gi;
const spaces = (words: string) => " ".repeat(words.length);
const asIn = (words: string) => "in".padEnd(words.length);
const asExpecting = (words: string) => "in pregnant".padEnd(words.length);

/** As long as it was: every place in it is a place in what was written. */
export const inPlainWords = (text: string): string =>
  text
    .replace(/\bnothing(?= +(?:that|which|with)\b)/gi, "no drug")
    .replace(withChild, (words) => "pregnant women".padEnd(words.length).slice(0, words.length))
    .replace(atBreast, (words) => "breastfeeding".padEnd(words.length))
    .replace(onlyFrom, (words) =>
      words.replace(/only +(?:from|over)/i, "not under").replace(/only +above/i, "not below "),
    )
    .replace(here, spaces)
    .replace(anyWay, spaces)
    .replace(fromFirst, spaces)
    .replace(whileTaken, asOn)
    .replace(sinceOnset, asIn)
    .replace(untilWell, spaces)
    .replace(expecting, (words) => (words.length < 11 ? words : asExpecting(words)));

/** "Verapamil and its sister drug" are two names and nothing else. */
const withoutNames = (front: string): string =>
  targetsIn(front)
    .reduce(
      (left, { start, end }) => `${left.slice(0, start)}${" ".repeat(end - start)}${left.slice(end)}`,
      front,
    )
    .replace(
      /\b(?:and|or|its|their|the|other|both|sister|related|relatives?|congeners?|cousins?|siblings?|companions?|drugs?|medicines?|class)\b/gi,
      "",
    );

/** As long as it was, too. */
export function plainlySaid(sentence: string): string {
  const text = inPlainWords(sentence);
  for (const { start, end } of targetsIn(text)) {
    if (/[^\s*_\d.)(-]/.test(withoutNames(text.slice(0, start)).replace(/.*[.:;,]\s/s, ""))) continue;
    const [words = ""] = remark.exec(text.slice(end)) ?? [];
    if (words) return `${text.slice(0, end)}${" ".repeat(words.length)}${text.slice(end + words.length)}`;
  }
  return text;
}
