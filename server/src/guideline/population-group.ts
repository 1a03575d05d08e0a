// Words for groups of patients: "adults", "neonates", "the elderly". It must not know ages.

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
