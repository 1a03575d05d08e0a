// Is this Markdown a clinical guideline? A quick look at the text alone, cheap enough for an editor to
// take before it starts the server. It must not import anything: the client bundles it.

export interface Recognition {
  readonly guideline: boolean;
  /** Why, as the end of a sentence: "This document is a guideline: …". */
  readonly reason: string;
}

export interface RecognitionInput {
  readonly text: string;
  readonly enable: "auto" | "always" | "never";
  /** A guidewright.yaml stands in the document's folder or above it. */
  readonly inProject: boolean;
  /** A guideline lies in its folder, and this may belong to it (`mayBelong`). */
  readonly beside?: boolean;
}

/** What a repository says of itself. */
const ofRepository =
  /(?:^|[/\\])(?:read[-_ ]?me|change[-_ ]?log|contribut\w+|code[-_ ]of[-_ ]conduct|licen[cs]e|security|authors|governance|todo)\b[^/\\]*$/i;

/** A handbook's card or annex may hold numbers and no word of care: what lies beside a guideline belongs to it. */
export function guidelinesAmong<
  File extends { readonly path: string; readonly text: string; readonly inProject: boolean },
>(files: readonly File[]): readonly File[] {
  const isGuideline = ({ text, inProject }: File, beside: boolean) =>
    recogniseGuideline({ text, enable: "auto", inProject, beside }).guideline;
  const folders = new Set(files.filter((file) => isGuideline(file, false)).map(({ path }) => folderOf(path)));
  return files.filter((file) => isGuideline(file, mayBelong(file.path) && folders.has(folderOf(file.path))));
}

export const folderOf = (path: string): string => path.replace(/[^/\\]*$/, "");

/** Whether a file can be a part of a guideline that lies beside it. */
export const mayBelong = (path: string): boolean => !ofRepository.test(path);

/** Only the start of a long document is read: a guideline shows itself early. */
const readLimit = 200_000;
const ordersNeeded = 2;
const recommendationsNeeded = 2;

const frontMatterMark =
  /^\uFEFF?---[ \t]*(?:\n|\r\n?)(?:(?!---|\.\.\.).*(?:\n|\r\n|\r(?!\n)))*?guideline:[ \t]*(true|false)\b/i;

const quantity =
  /\d\s?(?:mg|mcg|µg|μg|micrograms?|g|ml|iu|units?|mmol|mu|mega *units?|drops|tablets?)(?![a-z])(?:\/(?:kg|day|ml|hr?|min)\b)?/gi;
const rhythm =
  /\/kg|\/day|per +kg|per +day|\bdaily|hourly|times +(?:a|per) +day|\b(?:once|twice) +(?:a +)?(?:day|daily|weekly)|every +\d+ *(?:hours|h\b)|\bq\d+h|\bstat\b|\boral(?:ly)?\b|by +mouth|intravenous|intramuscular|subcutaneous|bolus|infusion|single +dose|injection/i;
const rhythmCode = /\b(?:OD|BD|BID|TDS|TID|QDS|QID|IV|IM|SC|PO)\b/;
/** How far from a quantity its frequency or route may stand. */
const orderReach = 80;
/** Headings under which clinical guidelines are written, whatever their house style. */
const clinicalHeading =
  /^#{1,6}[ \t][^\r\n]{0,40}?\b(treatment|diagnos[ie]s|investigations?|complications|referral|clinical +(?:features|presentation|findings)|signs +and +symptoms|dos(?:e|ing|age)s?|contra-?indications|red +flags)\b/gim;
/** Others stand under them too, but also in handbooks about machines. */
const sharedHeading = /^#{1,6}[ \t][^\r\n]{0,40}?\b(management|prevention|monitoring|recommendations?)\b/gim;
const unmistakable = /^(?:clinical|signs|dos|contra)/;
const recommendation =
  /\bwe +(?:recommend|suggest)\b[^.\r\n]{3,80}\b(?:patients?|adults?|children|infants?|women|therapy|treatment|medicines?)\b|\bis +(?:strongly +)?recommended +(?:for|in) +(?:all +|most +)?(?:patients|adults|children|infants|women)|(?:strong|weak|conditional) +recommendation|(?:high|moderate|low|very +low)[- ](?:certainty|quality) +evidence/gi;
const instruction =
  /\b(?:Offer|Consider|Do +not +(?:offer|give|use))\b[^.\r\n]{3,80}\b(?:patients?|adults?|children|infants?|women|people +(?:with|who|aged))\b/g;

/** How words of patient care, and of little else, begin: "treat" and "diagnose" are said of machines, too. */
const clinicalStems =
  `abdom airway allerg ambulan ana?esthe analges an(?:a|ae|e)mi[ac] anaphyla antibiotic anticoagul antimicrobial antenatal apnoea appetite asphyx
   asthma atropin audiolog audiomet autis bacteri bandag bedside biopsy bladder bleed bowel breastfe breathing ca?esarean cancer
   cannula cardi[ao] catheter chemo(?:prophyl|therap) chlorin chok(?:ing|es) cholera concuss convuls cornea cough creatinine deaf dehydrat
   constipat contracept defibrill deliri dement dengue dialys dental dentist depressi diabet diarrho?ea disease disinfect dizz echocard eczema electrocard epilep eyelid febrile feeding fracture gestation glucose
   ha?em(?:o|ato) hearing hepat(?:ic|itis) hospital hygien hypert hypochlor hypoten hypoglyc illness immuni[sz] immunoglob infect inflam inhaler insulin
   injur intramusc intraven intubat ketoacid kidney lactati laryng laxativ lesion leprosy lymph malaria malnutri malnourish measles medication melatonin menstru micrograms? midwi[fv]e
   milliunit mortality mus(?:cle|cular) nasal nausea neonat neurolog newborn obes(?:e|ity) nostril obstetr ophthalm opi(?:oid|ate) overdose oximet oxygen
   pa?ediatric palliat paralys pelvi[cs] pharyng pharmac(?:ist|ies|y) physiotherap placenta platelet pneumoni poison postnatal postpartum potassium pregnan
   prescri(?:b|pti) preterm prophyla psychiatr psycholog psychos[ei]s rabies randomi[sz]ed rehabilitat rehydrat respirat resuscitat
   retin(?:a|al|opathy) rheuma scabies sedati seizure seps[ie]s septic spin(?:e|al) sputum stoma(?:s|ch)? subcutan suicid surg(?:ery|ical|eon) swell
   swollen symptom syndrome syphilis syringe tetanus throat thyroid toddler topical trache transfus trauma tremor trimester tubercul tumou?r
   ulcer unconscious urin(?:e|ary) vaccin vagin ventilat venom vertebra vertig vitamin vomit wheez`.match(
    /\S+/g,
  );
const clinicalNames =
  `adults? ankle ampoules? arms? births? bab(?:y|ies) blood bowels breath(?:e|es|s|less|lessness)? capsules? caregivers? carers? certainty cervi(?:x|cal) chest clinic(?:al|s)? clinicians? coma corpses? dos(?:e|es|age) doctors? drugs? ears? elderly enemas? eyes? faint(?:s|ed|ing) fever
   finger-?prick fo?et(?:us|al) forehead fractures? genitals? gums? hiv infants? infus(?:ed|ions?) insomnia itch(?:ing)? jaws? limbs? liver lungs? medicines? mental mood mmhg mmol mothers? muac napp(?:y|ies) numbness nurses? o?edema
   oral(?:ly)? overweight pains? patients? physicians? rash renal self-harm serum skin sleepiness stools? swallow(?:s|ing)? sick stroke syrup tablets? t(?:oo|ee)th thigh tongue
   therap(?:y|eutic|ists?) uter(?:us|ine) vials? viral wom[ae]n wounds?
   bedtime blisters? bruis(?:e|es|ed|ing) burnout clots? crutch(?:es)? dentures? diet(?:s|ary|itians?) dying end[\\s-]of[\\s-]life exhaustion f(?:a|)eces first[\\s-]aid
   health[\\s-](?:cent(?:re|er)s?|workers?|posts?|staff|facilit(?:y|ies)|professionals?) intensive[\\s-]care laborator(?:y|ies) lancets? lips mouth nitrile nutrition primary[\\s-]care
   rapid[\\s-]tests? red[\\s-]cells? saliva sores? squint stretcher theatres? thirst(?:y)? vapori[sz]ers? vesicles? wards? wheelchairs?`.match(
    /\S+/g,
  );
/** What medicines and illnesses are called; a machine has its diagnosis. */
const clinicalEndings =
  `[a-z]{3,}(?:cillin|m[yi]cin|azole|floxacin|olol|sartan|statin|azepam|caine|parin|quine|xaban|cycline|setron|dipine|triptan|gliptin|gliflozin|thiazide|semide|zolam|zepam|phylline|oxetine|triptyline|orphine|aloxone|thadone)|
   (?!diagn|progn)[a-z]{3,}(?:itis|os[ie]s|ectomy|otomy|oscopy|algia|plegia|pno?ea)`.replace(/\s+/g, "");
const clinicalWord = new RegExp(
  `\\b(?:(?:${clinicalStems?.join("|")})|(?:${clinicalNames?.join("|")}|${clinicalEndings})\\b)|⊕|\\d *(?:mg|mcg|µg|ml|kg|iu|mm ?hg)\\b`,
  "gi",
);
const clinicalWordsNeeded = 3;
/** One such word in so many, at least. */
const clinicalShare = 60;
const wordsRead = 20_000;

export function recogniseGuideline({ text, enable, inProject, beside }: RecognitionInput): Recognition {
  if (enable === "never") return { guideline: false, reason: 'the setting guidewright.enable is "never"' };
  if (enable === "always") return { guideline: true, reason: 'the setting guidewright.enable is "always"' };
  const mark = frontMatterAnswer(text);
  if (mark === "false") return { guideline: false, reason: "its front matter says guideline: false" };
  if (mark === "true") return { guideline: true, reason: "its front matter says guideline: true" };
  if (inProject) return { guideline: true, reason: "its folder has a guidewright.yaml" };
  const start = text.slice(0, readLimit);
  if (atLeast(ordersNeeded, orders(start))) return { guideline: true, reason: "it contains medicine orders" };
  if (atLeast(recommendationsNeeded, recommendations(start))) {
    return { guideline: true, reason: "it contains clinical recommendations" };
  }
  if (hasClinicalHeadings(start)) {
    return { guideline: true, reason: "its headings are a guideline's" };
  }
  if (hasClinicalWords(text.slice(0, wordsRead))) {
    return { guideline: true, reason: "its words are those of patient care" };
  }
  if (beside) return { guideline: true, reason: "it lies beside a guideline" };
  return {
    guideline: false,
    reason: "no medicine orders, recommendations, clinical headings or clinical words were found in it",
  };
}

/** Quantities with a frequency or a route nearby on the same line. */
function* orders(text: string): Iterable<RegExpMatchArray> {
  for (const match of text.matchAll(quantity)) {
    const line = text.slice(Math.max(0, match.index - orderReach), match.index + orderReach);
    const before = line.lastIndexOf("\n", Math.min(orderReach, match.index));
    const after = line.indexOf("\n", Math.min(orderReach, match.index));
    const near = line.slice(before + 1, after < 0 ? undefined : after);
    if (rhythm.test(near) || rhythmCode.test(near)) yield match;
  }
}

function* recommendations(text: string): Iterable<unknown> {
  yield* text.matchAll(recommendation);
  yield* text.matchAll(instruction);
}

function hasClinicalHeadings(text: string): boolean {
  const clinical = titlesOf(text, clinicalHeading);
  if (clinical.size < 2) return false;
  return (
    [...clinical].some((title) => unmistakable.test(title)) ||
    clinical.size + titlesOf(text, sharedHeading).size > 2
  );
}

const frontMatterAnswer = (text: string): string | undefined =>
  frontMatterMark.exec(text.slice(0, 20_000))?.[1]?.toLowerCase();

function hasClinicalWords(text: string): boolean {
  const found = new Set<string>();
  let count = 0;
  for (const [said] of text.matchAll(clinicalWord)) {
    count++;
    found.add(said.toLowerCase().replace(/^\d */, "").slice(0, 5));
  }
  if (found.size < clinicalWordsNeeded) return false;
  return count * clinicalShare >= (text.match(/\S+/g)?.length ?? 0);
}

function titlesOf(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), (match) => (match[1] ?? "").toLowerCase()));
}

function atLeast(count: number, items: Iterable<unknown>): boolean {
  let seen = 0;
  for (const _item of items) if (++seen >= count) return true;
  return false;
}
