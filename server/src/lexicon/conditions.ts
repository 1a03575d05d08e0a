// What an order is for: names of conditions, words that narrow them, and heading words that name none.
// Both maps are meant to be searched in one pass from left to right, longest phrase first, a word read once:
// "acute otitis media" is a condition and leaves no qualifier, "severe malaria" leaves malaria and severe.
// Knows names and spellings, not what any condition is treated with.

import { infections } from "./conditions-infections.ts";
import { medicalConditions } from "./conditions-medical.ts";
import { PhraseTable } from "./conditions-notation.ts";
import { numberedQualifiers, qualifiers } from "./conditions-qualifiers.ts";
import { specialtyConditions } from "./conditions-specialties.ts";
import { structure } from "./conditions-structure.ts";

/** A condition's name (lower case, single spaces, hyphens as spaces, either spelling) → its id. */
export const conditionPhrases = new PhraseTable(infections, medicalConditions, specialtyConditions);

/** Words that change which patients or which situation is meant → one canonical qualifier. */
export const qualifierPhrases = new PhraseTable(numberedQualifiers, qualifiers);

/** Whether a phrase of either table may begin with a word. */
export const beginsPhrase = (word: string): boolean =>
  conditionPhrases.begins(word) || qualifierPhrases.begins(word);

/** Single words of headings, captions, row heads and lead-ins that say nothing about the disease. */
export const structuralWords = new PhraseTable(structure.replace(/\s+/g, "\n"));

/** What every patient with a condition has, too: a ban in the one holds in the other. */
const broader: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "pre-eclampsia": ["hypertension", "hypertension-in-pregnancy"],
    eclampsia: ["hypertension", "hypertension-in-pregnancy"],
    "hypertension-in-pregnancy": ["hypertension"],
    "hypertensive-emergency": ["hypertension"],
    "traumatic-cardiac-arrest": ["cardiac-arrest"],
    "acute-asthma": ["asthma"],
    snakebite: ["bite"],
    "duodenal-ulcer": ["peptic-ulcer"],
    "gastric-ulcer": ["peptic-ulcer"],
    "acute-heart-failure": ["heart-failure"],
    "lewy-body-dementia": ["dementia"],
    "type-1-diabetes": ["diabetes"],
    "type-2-diabetes": ["diabetes"],
    "myocardial-infarction": ["acute-coronary-syndrome"],
    mania: ["bipolar-disorder"],
    epilepsy: ["convulsion"],
    "status-epilepticus": ["convulsion", "epilepsy"],
    "chronic-kidney-disease": ["kidney-disease"],
  }),
);
export const broaderConditions = (id: string): readonly string[] => broader.get(id) ?? [];

/** What chapters treat under one heading: what the heading alone says is said of each. */
const grouped: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    "respiratory-tract-infection":
      "pneumonia bronchitis bronchiolitis sinusitis pharyngitis otitis-media pertussis croup influenza",
    poisoning:
      "paracetamol-poisoning opioid-overdose organophosphate-poisoning carbamate-poisoning iron-poisoning methanol-poisoning isoniazid-overdose",
  }).map(([group, ids]) => [group, new Set(ids.split(" "))]),
);
export const isInGroup = (id: string, group: string): boolean => grouped.get(group)?.has(id) === true;

/** What patients bring with them, whatever they are treated for. */
const lasting = new Set(
  `asthma copd chronic-kidney-disease renal-transplant heart-failure heart-disease epilepsy myasthenia-gravis
   parkinsons-disease g6pd-deficiency porphyria glaucoma diabetes type-1-diabetes type-2-diabetes hypertension cirrhosis hepatitis
   peptic-ulcer sickle-cell-disease hiv-infection psoriasis systemic-lupus-erythematosus dementia`.match(
    /\S+/g,
  ),
);
export const isLasting = (id: string): boolean => lasting.has(id);
