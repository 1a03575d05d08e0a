// Words that British and American English spell differently, as parts of words: data of general English and of
// medicine, by hand, 2026-11. Names of medicines are not here: drug-name-variant has them. It must not know
// documents.

import { oncePer, remembered } from "../text/memory.ts";

/** What counts together: a document may be British and yet write -ize, fetus (or estrogen), sulfate or leukocyte. */
export type SpellingGroup = "english" | "ize" | "fetus" | "sulph" | "leuco";
export type Spelling = "british" | "american";

export interface SpellingVariant {
  readonly group: SpellingGroup;
  readonly spelling: Spelling;
  /** The same word in the other spelling, in small letters. */
  readonly other: string;
}
interface Stem {
  readonly group: SpellingGroup;
  readonly british: string;
  readonly american: string;
  /** What may stand before and behind, as regular expressions. */
  readonly before: string;
  readonly behind: string;
}

const plain = (group: SpellingGroup, pairs: string): Stem[] =>
  (pairs.match(/\S+/g) ?? []).map((pair) => {
    const [british = "", american = ""] = pair.split("/");
    return { group, british, american, before: "", behind: "" };
  });
const ending = (pairs: string, behind = "s?$", before = "^"): Stem[] =>
  plain("english", pairs).map((stem) => ({ ...stem, before, behind }));

/** Before -emia and -emic in words that are alike in both. */
const noBlood = String.raw`\p{L}(?<!^(?:acad|boh|end|epid|pand|pol|tot|sch|an?th|graph)|syst|phon|morph)`;

/** -ise and -ize behind these; "exercise" and "size" are alike in both. */
const verbs =
  `recogn organ minim maxim optim stabil hospital immun steril util normal priorit categor emphas general local random catheter ion
   neutral standard summar visual special character social mobil crystall fertil individual final real author critic apolog pasteur
   cauter tranquill sensit synchron metabol colon polar computer capital central decentral digit familiar formal harmon legal
   marginal modern penal pressur rational revital subsid symbol vapor victim vulcan anticoagul ster fossil haemodial equal item
   nebul metastas mechan traumat stigmat scrutin homogen pulver personal synthes hypothes energ industrial commercial incentiv`.match(
    /\S+/g,
  ) ?? [];

const stems: readonly Stem[] = [
  ...plain(
    "english",
    `anaesth/anesth oesophag/esophag rrhoea/rrhea rrhoeic/rrheic pnoea/pnea pnoeic/pneic paediatr/pediatr orthopaed/orthoped
     gynaeco/gyneco caesarean/cesarean caesarian/cesarian faeces/feces faecal/fecal coeliac/celiac aetiolog/etiolog
     favour/favor behaviour/behavior neighbour/neighbor centred/centered centring/centering fibre/fiber goitre/goiter calibre/caliber
     theatre/theater counselling/counseling counsellor/counselor counselled/counseled labelled/labeled labelling/labeling
     travelled/traveled travelling/traveling traveller/traveler signalling/signaling modelling/modeling channelled/channeled
     enrolment/enrollment fulfilment/fulfillment skilful/skillful sceptic/skeptic paralyse/paralyze catalyse/catalyze
     defence/defense manoeuvre/maneuver palaeo/paleo archaeo/archeo`,
  ),
  ...ending(
    "enrol/enroll fulfil/fulfill distil/distill instil/instill hydrolyse/hydrolyze cancelled/canceled fuelled/fueled",
    "s?$",
  ),
  ...ending("aemia/emia", "s?$", noBlood),
  ...ending("aemic/emic", "$", noBlood),
  ...ending(
    "haem/hem",
    "(?:orrh|at[aeiou]|ogl|oly|osta|ody|odia|othor|optysis|operi|ochrom|ophilia|ofilt|oconc|osid|oper)",
    "^(?:anti|auto|met|micro|myo|non|pre)?",
  ),
  ...ending("oedema/edema", "(?:s|tous)?$", ""),
  ...ending("tumour/tumor", "s?$", ""),
  ...ending("centre/center", "s?$", ""),
  ...ending("colour/color", "(?!ect|im|ad)", "(?:^|dis|water)"),
  ...ending("labour/labor", "(?!at|io)"),
  ...ending("odour/odor humour/humor honour/honor rumour/rumor vapour/vapor vigour/vigor armour/armor"),
  ...ending("litre/liter", "s?$", "^(?:milli|deci|micro|centi)?"),
  ...ending("metre/meter", "s?$", "^(?:milli|kilo|centi|micro)"),
  ...ending("titre/titer caecum/cecum programme/program mould/mold caecal/cecal"),
  ...ending("ageing/aging", "$"),
  ...ending("analyse/analyze dialyse/dialyze", "d?$"),
  ...ending("analysing/analyzing dialysing/dialyzing", "$"),
  ...ending("practising/practicing practised/practiced", "$"),
  ...plain("leuco", "leucocyt/leukocyt leucopen/leukopen"),
  ...plain("fetus", "foetus/fetus foetal/fetal foeto/feto oestrogen/estrogen"),
  ...plain(
    "sulph",
    "sulphate/sulfate sulphonamide/sulfonamide sulphonylurea/sulfonylurea sulphur/sulfur sulphite/sulfite sulphide/sulfide",
  ),
  ...verbs.map(
    (verb): Stem => ({
      group: "ize",
      british: `${verb}is`,
      american: `${verb}iz`,
      before: "",
      behind: "(?:e|ed|es|er|ers|ing|ation|ations|able)$",
    }),
  ),
];

/** Made for the stems that are met: there are hundreds. */
const patternOf = {
  british: oncePer((stem: Stem) => patternFor(stem, "british")),
  american: oncePer((stem: Stem) => patternFor(stem, "american")),
};
const otherThan = (side: Spelling): Spelling => (side === "british" ? "american" : "british");
const patternFor = ({ before, behind, ...stem }: Stem, side: Spelling) =>
  new RegExp(`(?<=${before || ""})${stem[side]}(?=${behind || ""})`, "u");
const isSpelt = (word: string, stem: Stem, side: Spelling): boolean =>
  word.includes(stem[side]) && patternOf[side](stem).test(word);

const anyStem = new RegExp(stems.flatMap(({ british, american }) => [british, american]).join("|"));

/** Names in Latin are spelt alike everywhere. */
const alikeEverywhere =
  /rrhoeae$|^(?:haemophilus|haemonchus|haemagogus|haematobi|haemaphys|program(?:m(?:ed|er|ing|able)))/;

/** What a word, in small letters, is in the other spelling. */
export const spellingVariantOf = remembered((word): SpellingVariant | undefined => {
  if (!anyStem.test(word) || alikeEverywhere.test(word)) return undefined;
  for (const spelling of ["british", "american"] as const) {
    const stem = stems.find((one) => isSpelt(word, one, spelling));
    if (stem) return { group: stem.group, spelling, other: inSpelling(word, otherThan(spelling)) };
  }
  return undefined;
});

/** All parts of a word: "haemorrhage" and "oedema" in one are both changed. */
export function inSpelling(word: string, spelling: Spelling): string {
  const from = otherThan(spelling);
  let changed = word;
  for (const stem of stems) {
    // "edema" stands in "oedema".
    if (from === "american" && changed.includes(stem.british)) continue;
    if (isSpelt(changed, stem, from)) changed = changed.replace(patternOf[from](stem), stem[spelling]);
  }
  return changed;
}
