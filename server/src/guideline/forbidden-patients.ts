// In whom something is forbidden: the kinds of patients that a phrase lists. What commas, "and" and "or" divide is
// each for itself. It must not know medicines.

import { structuralWords } from "../lexicon/conditions.ts";
import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { isMedicineWord } from "../lexicon/medicine.ts";
import { remembered } from "../text/memory.ts";
import { type Indication, isSaid, isSymptom, noIndication } from "./indication.ts";
import type { Item } from "./item.ts";
import { isMark, isWordLike } from "./item-kind.ts";
import { kidneyFunctionIn } from "./kidney-function.ts";
import { timeSinceIn } from "./patient-time.ts";
import { traitsIn } from "./patient-trait.ts";
import { everyone, isEveryone, type Population } from "./population.ts";
import type { Group } from "./population-group.ts";
import type { Patients } from "./prohibition.ts";
import { isDeniedIn } from "./ruled-out.ts";
import { itemsOf, scopeOf } from "./scope.ts";
import { titleBand, valuesIn } from "./title-band.ts";

/** Of these nobody can tell whether a patient is one. */
const someOnly =
  /\b(?:girls?|boys?|child-?bearing|reproductive +(?:age|potential)|planning +(?:a +)?pregnancy|wish\w* +to +conceive)\b/i;
const longestPiece = 14;
/** "Filtration rate (eGFR) under 45" */
const shortName = /\((?:e-?GFR|CrCl|ClCr|INR|LVEF|EF|QTc?)\)/;
/** "Nitroglycerin (Nitro-stat) to a patient who …" */
const brand = /(^\s*|\s{3})\(\p{Lu}[\p{L}-]{3,20}\)(?=\s+(?:to|in|for|if|when|with)\b)/u;
/** "Age below 12" */
const bareAge =
  /\b(age[ds]?(?: +of)? +(?:below|under|over|above|less +than|more +than) +\d{1,2})(?=[\s.;,)]*(?:$|[.;,)]|and\b|or\b))/i;

/** "Girls and women who can become pregnant": which of the two does not matter. */
const girlsToo =
  /^\W*girl +or +(?=woman)|\bgirls +(?:and|or) +(?=women)|(?<=\bwomen) +(?:and|or) +(?:adolescent +)?girls\b/i;
/** "Girls and women who can become pregnant" are known by what they are told by. */
const withoutTraits = (text: string): string =>
  traitsIn(text).reduce(
    (left, { start, end }) => `${left.slice(0, start)}${" ".repeat(end - start)}${left.slice(end)}`,
    text,
  );

/** A line of a paragraph going on. */
const wrapped = /\s*\n[ \t]*(?=\p{Ll})/u;
/** "Children with AIDS should not get it": what is behind them names nobody. */
const isTold = /(?<=[a-zß-öø-ɏ].*)\b(?:should|must|may|can) +(?:not|never) +(?:get|receive|have)\b[^.;\n]*/i;

/** "unclear" where something that is not understood narrows it down. */
export const patientsIn = remembered((text): readonly Patients[] | "unclear" => {
  if (wrapped.test(text)) return patientsIn(text.replace(wrapped, " "));
  if (isTold.test(text)) return patientsIn(text.replace(isTold, ""));
  if (brand.test(text)) return patientsIn(text.replace(brand, "$1"));
  if (girlsToo.test(text)) return patientsIn(text.replace(girlsToo, ""));
  if (someOnly.test(withoutTraits(text))) return "unclear";
  if (shortName.test(text)) return patientsIn(text.replace(shortName, " "));
  if (bareAge.test(text)) return patientsIn(text.replace(bareAge, "$1 years"));
  // "Liver disease: with cirrhosis, …": what stands behind the colon is meant.
  const parts = text.split(/:(?=\s)/);
  for (const part of parts.toReversed()) {
    const found = patientsOf(part);
    if (found === "unclear" || found.length > 0) return found;
  }
  return [];
});

/** Of a part of a list, by itself: nobody where it is not understood. */
export function patientsAmong(part: string): readonly Patients[] {
  const found = patientsIn(part);
  return found === "unclear" ? [] : found.filter(({ unknown }) => unknown.length < mostUnknown);
}

/** "28 days or younger" is one. */
const joints =
  /[,;•\n|()]|\band\/or\b|(?<!\d[^,;.]{0,12})\b(?:and|or)\b(?= +(?:below|under|younger +than|over|above) +(?:the +age +of +)?\d)|\band\b(?! +(?:below|under|younger|lighter|less|above|over|older|heavier|more|later|beyond|onwards?)\b)|\bor\b(?! +(?:below|under|younger|lighter|less|fewer|above|over|older|heavier|more|later|beyond|onwards?|(?:second|third|fourth)(?:[- ]degree)?)\b)|\.(?=\s|$)/i;

/** "Stage 4 or 5", "grades II to IV": the first tells them as well. */
const stages =
  /(\b(?:stages?|grades?|class(?:es)?|types?|category|g) *(?:\d|[IV]{1,3}|[A-E])\b)(?:,? *(?:or|and|to|–|-|\/|,) *(?:stage +|grade +|class +|type +|g *)?(?:\d|[IV]{1,3}|[A-E])\b)+/g;

/** Of kidneys, how well they work at the last counts, too. */
const firstStage = (words: string, first: string, at: number, text: string): string =>
  /\b(?:kidney|renal|CKD)\b/i.test(text.slice(Math.max(0, at - 40), at)) && /[\s\d][1-5]$/.test(words)
    ? `${first}–${words.at(-1)}`
    : first;

/** "Paediatric or neonatal patients with a full bowel": neither all of the first, nor all of the second. */
const ofBoth =
  /(?<![\p{L}] +)\b(?:p(?:a?e)diatric|child(?:ren)?|infants?|neonat(?:es?|al)|newborns?|adults?|elderly) +(?:or|and) +(?=(?:p(?:a?e)diatric|child(?:ren)?|infants?|neonat(?:es?|al)|newborns?|adults?|elderly)(?: +(?:patients?|people))? +(?:with|who|whose)\b)/giu;

/** "During pregnancy" names patients as "pregnant women" does. */
function ofQualifiers(population: Population, qualifiers: readonly string[]): Population {
  const told = (["pregnancy", "breastfeeding"] as const).filter((id) => qualifiers.includes(id));
  const groups = told.map((id): Group => (id === "pregnancy" ? "pregnant" : id));
  const added = groups.filter((group) => !population.groups.includes(group));
  return added.length === 0 ? population : { ...population, groups: [...population.groups, ...added] };
}

/** Traits and times, which are read by themselves, and the rest. */
function withoutFurther(whole: string): {
  readonly piece: string;
  readonly further: Pick<Patients, "since" | "traits">;
} {
  const since = timeSinceIn(whole);
  const traits = traitsIn(whole).filter(({ denied }) => !denied);
  const piece = [...(since ? [since] : []), ...traits].reduce(
    (left, { start, end }) => `${left.slice(0, start)}${" ".repeat(end - start)}${left.slice(end)}`,
    whole,
  );
  const names = [...new Set(traits.map(({ name }) => name))];
  return { piece, further: { ...(since && { since }), ...(names.length > 0 && { traits: names }) } };
}

/** By how their kidneys work, or by the week of pregnancy. */
function byKidneyOrWeek(piece: string): Patients | undefined {
  const all = { population: everyone, indication: noIndication, text: piece.trim(), unknown: [] };
  const kidney = kidneyFunctionIn(piece);
  const week = kidney || !ofPregnancy.test(piece) ? undefined : titleBand(`weeks ${piece}`);
  if (kidney) return { ...all, kidney };
  return week && { ...all, values: [{ ...week, about: "weeks" }] };
}

/** By what is measured, or those of a condition by that. */
function byValue(piece: string, population: Population, indication: Indication): Patients | undefined {
  const values = valuesIn(piece).flatMap((one) => {
    const [about] = measures.exec(one.about) ?? [];
    return about ? [{ ...one, about }] : [];
  });
  // "Heart failure with an ejection fraction of 40 % or less"
  const some = indication.conditions.length === 1 && withValue.test(piece);
  if (values.length !== 1 || (indication.conditions.length > 0 && !some)) return undefined;
  const measure = some ? { indication, within: values } : { indication: noIndication, values };
  return { population, text: piece.trim(), unknown: [], ...measure };
}

/** "Children with asthma or heart block", "below 18 years after removal of tonsils or adenoids": of the same patients. */
function sharedBy(
  before: Patients | undefined,
  prior: string,
  population: Population,
  told: boolean,
): Population {
  if (!before || !isEveryone(population)) return population;
  const goesOn = before.population.age !== undefined && /\b(?:after|following|with)\b/i.test(prior) && !told;
  return isSaid(before.indication) || goesOn ? before.population : population;
}

function patientsOf(text: string): Patients[] | "unclear" {
  const found: Patients[] = [];
  let denied = false;
  const pieces = text.replace(stages, firstStage).replace(ofBoth, "").split(joints);
  for (const [at, whole] of pieces.entries()) {
    const prior = pieces[at - 1] ?? "";
    const { piece, further } = withoutFurther(whole);
    const byFigure = byKidneyOrWeek(piece);
    if (byFigure) {
      found.push(byFigure);
      continue;
    }
    const items = itemsOf(piece);
    const { population: said, indication } = scopeOf(piece, 0);
    const nursed = /\bbreast-?feeds?\b|\bnursing +(?:mothers?|wom[ae]n|bab(?:y|ies))\b/i.test(piece);
    const population = ofQualifiers(said, [...indication.qualifiers, ...(nursed ? ["breastfeeding"] : [])]);
    const measured = items.some(({ kind }) => kind === "measure" || kind === "number");
    if (measured && !population.age && !population.weight) {
      const one = byValue(piece, said, indication);
      if (!one) return "unclear";
      found.push(one);
      continue;
    }
    const conditions = indication.conditions.filter((id) => !isSymptom(id));
    const graded = gradeIn(piece, said);
    if (graded) found.push(graded);
    denied ||= isLacking(piece, conditions);
    if (graded || isLacking(piece, conditions) || isOfMedicine(piece, items)) continue;
    // "Chronic benzodiazepine users": how long is not who.
    const own = indication.qualifiers.some((id) => !degreesOnly.has(id));
    const told = conditions.length > 0 || own || further.traits !== undefined;
    const general = population.groups.every(
      (group) => group === "women" || group === "men" || group === "adult",
    );
    const vague = !told && general && !population.age && !population.weight;
    const narrowed = unknownIn(vague ? items : [...modifier(items), ...narrowing(items)]);
    const symptoms = isEveryone(population) || conditions.length > 0 ? [] : symptomsBehind(piece, indication);
    const unknown = [...narrowed, ...symptoms, ...kindIn(items, piece), ...sizedIn(piece)].map((word) =>
      asSaid(word, piece),
    );
    if (!vague && !told && unknown.length === 0 && !nursed && isOpen(narrowing(items))) return "unclear";
    if (isEveryone(population) && !told && unknown.length === 0) continue;
    // "Hypersensitivity to sulfonamides or trimethoprim": of the same allergy.
    const allergic = found.at(-1)?.indication.qualifiers.includes("allergy");
    if (allergic && isEveryone(population) && !told && items.some(({ kind }) => kind === "medicine"))
      continue;
    if (unknown.length > mostUnknown || items.length > longestPiece) return "unclear";
    const shared = sharedBy(found.at(-1), prior, population, told);
    found.push({
      population: shared,
      indication: { ...indication, conditions, topic: [] },
      text: Object.keys(further).length > 0 || isAllergy(piece, items) ? whole.trim() : wordsOf(piece, items),
      unknown,
      ...further,
    });
  }
  return denied && found.length === 0 ? "unclear" : found;
}
/** "Allergic to sulfonamides": with what they are allergic to. */
const isAllergy = (piece: string, items: readonly Item[]): boolean =>
  /allerg|hypersens|anaphyla/i.test(piece) && items.length < longestPiece;
/** "Nifedipine (Adalat)": a trade name is nobody; "and EFV with psychiatric disease": another medicine in others. */
const isOfMedicine = (piece: string, [first]: readonly Item[]): boolean =>
  (first?.kind === "word" && isMedicineWord(piece.trim().toLowerCase())) ||
  (first?.kind !== "condition" && /^\W*[A-Z]{2,5} +(?:with|in|during)\b/.test(piece));
/** "Infants who do not need resuscitation", "HIV negative" */
const isLacking = (piece: string, conditions: readonly string[]): boolean =>
  conditions.some((id) => isDeniedIn(piece, id) || lacks.test(piece));
const lacks = /\b(?:do(?:es)? +not|not|no +longer) +(?:need|require|have|want)\b/i;
/** Those without it have a name of their own. */
const grades = [["dehydration", "no-dehydration"]] as const;
function gradeIn(piece: string, population: Population): Patients | undefined {
  const [, grade] = grades.find(([id]) => isDeniedIn(piece, id)) ?? [];
  return grade
    ? { population, indication: { ...noIndication, conditions: [grade] }, text: piece.trim(), unknown: [] }
    : undefined;
}
const degreesOnly = new Set(["acute", "chronic", "severe", "mild", "moderate", "known", "conditional"]);

/** "From 36 weeks", "at 36 weeks and later" */
const ofPregnancy =
  /^[^a-zß-öø-ɏ]*(?:(?:at|from|after|beyond|above|over|before|below|under) +)?(?:1[2-9]|[23]\d|4[0-2]) +weeks?(?: +of +(?:pregnancy|gestation|amenorrhoea))?(?: +(?:and|or) +(?:later|beyond|after|over|above|more|onwards?)| +on(?:wards?)?)?\W*$/i;

/** "Potassium", "ejection fraction", but not "doses". */
export const measures =
  /\b(?:potassium|sodium|calcium|magnesium|glucose|ha?emoglobin|platelets?|neutrophils?|creatinine|bilirubin|lactate|hba1c|albumin|phosphate|urate|ferritin|CD4|temperature|QTc?|spo2|ejection +fraction|saturation|systolic|diastolic|pulse|heart +rate|INR|LVEF|EF|BMI|transaminases|ALT|AST|white +cells?|leu[ck]ocytes?|lymphocytes?|triglycerides?|bicarbonate|osmolality|viral +load)\b/i;

const withValue =
  /[a-zß-öø-ɏ] +(?:with|and|at) +(?:an? +|the +|its? +)?[a-zß-öø-ɏ ]{2,40}\d|[a-zß-öø-ɏ] +(?:whose|if|when)\b/i;
const mostUnknown = 3;
const idle = new Set(
  `patient patients person people case cases disease condition known suspected history used use using given give taken take
   receive prescribed have has with who are those anyone everyone somebody absolute relative safe unsafe never place role
   part because medicine medicines drug drugs risk there this that these here pain fever child children other all any such
   component components ingredient ingredients excipient excipients formulation opportunity therefore
   show shows display displays present presents
   avoided avoid must should not been being contraindicated forbidden prohibited banned allowed suitable unsuitable`.match(
    /\S+/g,
  ),
);

/** "Women with a uterine scar", "newborns who receive calcium": the words by which they are known again. */
const unknownIn = (items: readonly Item[]): string[] =>
  items.flatMap((item) =>
    item.kind === "word" &&
    /^\p{L}{4,}$/u.test(item.text) &&
    !structuralWords.has(item.text) &&
    !instructionVerbs.has(item.text) &&
    !idle.has(item.text)
      ? [item.text.replace(/s$/, "")]
      : item.kind === "medicine"
        ? [item.mention.name]
        : [],
  );

const narrows = /^(?:who|whose|that|on|receiving|taking|having|is|are)$/;
/** "Babies born in hospital", "children admitted to the ward". */
const participle = /^(?:born|fed|seen|given|under|\p{L}{2,}(?:ed|ing))$/u;

/** "A child with fever": not every child. */
const symptomsBehind = (piece: string, { conditions }: Indication): readonly string[] =>
  /\b(?:with|who +ha(?:s|ve))\b/i.test(piece)
    ? conditions.filter((id) => isSymptom(id) && !id.includes("-") && piece.toLowerCase().includes(id))
    : [];

/** "Children who have had one": something is told of them of which no word is understood. */
const isOpen = (items: readonly Item[]): boolean =>
  items.length > 0 && items.every(({ kind }) => kind === "word" || kind === "mark" || kind === "break");

/** Behind "who" or "on"; "children with difficult breathing" are not all children. */
function narrowing(items: readonly Item[]): readonly Item[] {
  const named = items.findIndex(({ kind }) => kind === "population" || kind === "condition");
  const at = items.findIndex(
    (item, i) =>
      i > named &&
      ((item.kind === "word" &&
        (narrows.test(item.text) || (i === named + 1 && participle.test(item.text)))) ||
        isMark(item, "with") ||
        // "Ingestion of acids"
        (isMark(item, "of") && items[i - 1]?.kind === "condition") ||
        // "The baby of a mother dependent on opioids"
        (isMark(item, "of") && isWordLike(items[i + 1], /^(?:an?|the|mothers?|women|parents?|carriers?)$/))),
  );
  return at < 0 ? [] : items.slice(at + 1);
}

/** "Dry bites": not all of them. */
function kindIn(items: readonly Item[], piece: string): readonly string[] {
  const at = items.findIndex(({ kind }) => kind === "condition");
  const [named, before] = [items[at], items[at - 1]];
  // "Absence seizures" are one kind of epilepsy.
  const [own = ""] = named ? piece.slice(named.start, named.end).toLowerCase().split(/\s/, 1) : [];
  const looks = (named && piece.slice(named.start, named.end).match(/\b(?:watery|bloody)\b/i)) ?? [];
  const told = [...(before?.kind === "word" ? [before.text] : []), own, ...looks];
  return told.filter((word) => oneKind.test(word) && !/\b(?:first|second|third) +trimester/i.test(piece));
}
export const oneKind =
  /^(?:atonic|myoclonic|absence|focal|partial|cardiogenic|ventricular|atrial|right|left|inferior|anterior|posterior|young|small|tiny|dry|wet|watery|bloody|simple|minor|superficial|deep|clean|dirty|closed|open|old|fresh|small|large|viral|bacterial|human|unprovoked|first|isolated|krait|cobra|viper|mamba|adder|scorpion|spider|ocular|orbital|corneal|penetrating|blunt|thoracic|pelvic)$/;

/** "Non-cardiogenic", "tent B" */
const asSaid = (word: string, piece: string): string => {
  const [numbered] = new RegExp(`\\b${word} (?:[A-H]|\\d{1,2})\\b`, "i").exec(piece) ?? [];
  return numbered?.toLowerCase() ?? (piece.toLowerCase().includes(`non-${word}`) ? `non-${word}` : word);
};

/** "Young children" are not all children, nor is "the last month of pregnancy" all of it. */
const sizedIn = (piece: string): readonly string[] =>
  (
    piece.match(
      /\b(?:first|last|final|early|late) +(?:months?|weeks?|days?|half|part)(?= +of +(?:the +)?pregnancy)|\b(?:young|small|sick)(?= +(?:child|infant|bab|newborn|adult|wom[ae]n|patient))/gi,
    ) ?? []
  ).map((word) => word.toLowerCase());

/** "Growth-restricted babies" and "a well child" are not all babies and children. */
function modifier(items: readonly Item[]): readonly Item[] {
  const named = items.findIndex(({ kind }) => kind === "population");
  const before = items[named - 1];
  return before && isWordLike(before, /^(?:\p{L}{3,}ed|well|healthy)$/u) ? [before] : [];
}

const degrees =
  /(?:(?:acute|chronic|severe|mild|moderate|active|recent|untreated|uncontrolled|decompensated|advanced)\s+){0,2}$/i;

/** From the first word that is understood to the last. */
function wordsOf(piece: string, items: readonly Item[]): string {
  const understood = items.filter(({ kind }) => kind === "population" || kind === "condition");
  const [first, last] = [understood[0], understood.at(-1)];
  if (!first || !last) return piece.trim();
  const lead = degrees.exec(piece.slice(0, first.start))?.[0].length ?? 0;
  return piece.slice(first.start - lead, last.end).trim();
}
