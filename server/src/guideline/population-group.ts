// Words for groups of patients: "adults", "neonates", "the elderly". It must not know ages.

import type { Token } from "./lexer.ts";
import { isWord } from "./measure.ts";

export type Group =
  | "adult"
  | "child"
  | "infant"
  | "neonate"
  | "adolescent"
  | "elderly"
  | "pregnant"
  | "breastfeeding"
  | "preterm"
  | "term"
  | "women"
  | "men"
  /** "heavier patients", "all others": not those before. */
  | "other";

const groupWords: Readonly<Record<Group, string>> = {
  adult: "adult adults",
  child:
    "child children childrens paediatric paediatrics pediatric pediatrics paed paeds peds kid kids toddler toddlers schoolchild schoolchildren schoolboys schoolgirls preschoolers enfant enfants boy boys girl girls",
  infant: "infant infants",
  neonate: "neonate neonates neonatal newborn newborns newborns' baby babies",
  adolescent: "adolescent adolescents teenager teenagers",
  elderly: "elderly",
  pregnant: "pregnant pregnancy",
  breastfeeding: "breastfeeding lactating lactation",
  preterm: "preterm premature prematures",
  term: "",
  women: "women woman",
  men: "men man",
  other: "",
};
export const groupByWord = new Map<string, Group>();
for (const [group, words] of Object.entries(groupWords))
  for (const word of words.split(" ")) if (word) groupByWord.set(word, group as Group);

const compared = ["heavier", "lighter", "other", "others", "larger", "smaller", "bigger", "younger"];
export const othersStarts: readonly string[] = [...compared, "everyone", "everybody"];

/** Past "heavier patients", "all others receive", "everyone else": those that were not named before. */
export function othersAt(tokens: readonly Token[], at: number): number | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (isWord(token, "everyone", "everybody")) return isWord(next, "else") ? at + 2 : undefined;
  if (!isWord(token, ...compared)) return undefined;
  if (isWord(next, "patients", "children", "people", "persons", "women", "infants", "babies", "ones"))
    return at + 2;
  // "All others receive", but not "all other medicines" or "the others are stopped".
  const alone = isWord(token, "others") && (isWord(before, "all", "for") || isWord(next, ...getting));
  return alone ? at + 1 : undefined;
}
const getting = ["receive", "get", "take", "need", "weigh"];
