// Medicines by name: what else they are called, what class they belong to, how they are given, and the range
// within which doses of honest guidelines lie. The data stands in medicines-*.ts, one medicine a line (see
// medicines-antibacterial.ts for the columns). Ranges catch slips of magnitude; they are no dosing advice.
// A project's dictionary adds its own (added-medicines.ts). Must not know guidelines, rules or Markdown.
import { once, perReading } from "../text/memory.ts";
import { addedMedicines } from "./added-medicines.ts";
import { byLetter, groupedByLetter } from "./by-letter.ts";
import { MedicineEntry } from "./medicine-entry.ts";
import { brandNames, furtherMedicineNames } from "./medicine-names.ts";
import { antibacterials } from "./medicines-antibacterial.ts";
import { painMindAndNerveMedicines } from "./medicines-brain.ts";
import { cancerAndImmunityMedicines } from "./medicines-cancer.ts";
import { chestAllergyAndGutMedicines } from "./medicines-chest-gut.ts";
import { fluidsNutrientsAndAntidotes } from "./medicines-fluid.ts";
import { cardiovascularMedicines } from "./medicines-heart.ts";
import { hormonesAndObstetricMedicines } from "./medicines-hormone.ts";
import { antiparasiticsAndAntifungals } from "./medicines-parasite.ts";
import { skinAndEyeMedicines } from "./medicines-skin-eye.ts";
import { vaccinesAndImmunoglobulins } from "./medicines-vaccine.ts";
import { antimycobacterialsAndAntivirals } from "./medicines-viral.ts";

export type Route =
  | "oral"
  | "iv"
  | "im"
  | "sc"
  | "rectal"
  | "inhaled"
  | "nebulised"
  | "topical"
  | "vaginal"
  | "sublingual"
  | "buccal"
  | "nasal"
  | "eye"
  | "ear"
  | "intraosseous"
  | "intrathecal"
  | "intradermal"
  | "epidural"
  | "transdermal";

export interface UsualDose {
  /** Undefined: any route. */
  readonly route?: Route;
  /** "mg" stands for any mass (mcg and g are converted), "unit" for IU, units and MU. */
  readonly unit: "mg" | "unit" | "mmol" | "mL";
  /** "" is a whole dose or a day's total. */
  readonly per: "" | "kg" | "kg/h" | "kg/min" | "h" | "min" | "m2";
  /** The smallest single dose that any guideline gives to anyone, a neonate included. */
  readonly low: number;
  /** The largest daily total that any guideline gives to anyone, loading doses included. */
  readonly high: number;
}

export interface Medicine {
  /** INN in lower case: "paracetamol", "sulfamethoxazole/trimethoprim". */
  readonly name: string;
  /** Other names of the same substance or combination, lower case, no brands. */
  readonly synonyms: readonly string[];
  /** Of a combination, in the order in which strengths are written. */
  readonly components: readonly string[];
  /** "nsaid", "penicillin", "beta blocker". */
  readonly classes: readonly string[];
  /** Its dose does not depend on the disease it is given for. */
  readonly symptomatic: boolean;
  /** Usual routes, commonest first. */
  readonly routes: readonly Route[];
  readonly doses: readonly UsualDose[];
}

/** A misspelling may be corrected to names of this many letters or more. */
const shortestSpellingTarget = 5;
const shortestSpellingPart = 7;

export const medicines: readonly Medicine[] = [
  antibacterials,
  antimycobacterialsAndAntivirals,
  antiparasiticsAndAntifungals,
  cardiovascularMedicines,
  hormonesAndObstetricMedicines,
  painMindAndNerveMedicines,
  chestAllergyAndGutMedicines,
  fluidsNutrientsAndAntidotes,
  cancerAndImmunityMedicines,
  skinAndEyeMedicines,
  vaccinesAndImmunoglobulins,
].flatMap((data) =>
  data
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => new MedicineEntry(line)),
);

/** Salt and ester words that may follow or precede a name. */
export const saltWords: ReadonlySet<string> = new Set(
  `acetate acetonide axetil benzathine benzoate besilate besylate bitartrate bromide butylbromide butyrate calcium
   carbonate chloride cilexetil citrate cypionate decanoate dihydrate dihydrochloride dimesylate dipropionate
   disodium disoproxil enanthate estolate ethylsuccinate etexilate fumarate furoate gluceptate gluconate
   glycerophosphate hcl hemihydrate hyclate hydrobromide hydrochloride hydroxide iodide isetionate isethionate lactate
   lactobionate magnesium malate maleate medoxomil mesilate mesylate methylbromide methylsulfate metilsulfate
   monohydrate mononitrate mustine napadisilate napsylate nitrate oleate oxide palmitate pamoate embonate phosphate
   pivoxil polistirex potassium procaine proxetil propionate salicylate sodium stearate succinate sulfate sulphate
   tartrate tebutate tosilate tosylate trihydrate trometamol tromethamine undecanoate valerate xinafoate zinc base
   dinitrate edisylate etabonate hexahydrate heptahydrate lysinate metasulfobenzoate orotate teoclate alafenamide
   marboxil bisulfate hydrogensulfate anhydrous hydrate mofetil sesquihydrate pentahydrate`.match(/\S+/g),
);

export interface MedicineName {
  readonly name: string;
  readonly medicine: Medicine;
}

const ownNames = once((): readonly MedicineName[] =>
  medicines.flatMap((medicine) => namesOf(medicine).map((name) => ({ name, medicine }))),
);
const ownByKey = byLetter((letter) => {
  const own = ownByLetter()(letter);
  return new Map(own.map(({ name, medicine }) => [keyOf(name), medicine]));
});
const ownByLetter = once(() => groupedByLetter(ownNames(), ({ name }) => name));

const addedNames = perReading((): readonly MedicineName[] => addedMedicines((name) => ownNamed(keyOf(name))));

/** Of the lexicon, then of the dictionary that is read with. */
export const medicineNames = (): readonly MedicineName[] => [...ownNames(), ...addedNames()];

const addedByKey = perReading(
  () => new Map(addedNames().map(({ name, medicine }) => [keyOf(name), medicine])),
);

/** By any of its names; case and the kind of separator (space, hyphen, slash, plus) do not matter. */
export function medicineNamed(name: string): Medicine | undefined {
  const key = keyOf(name);
  return ownNamed(key) ?? addedByKey().get(key);
}

const ownNamed = (key: string): Medicine | undefined => ownByKey(key).get(key);

/** All single-word names of at least five letters, and what tells "… acid" and "co-…" apart: what a misspelling may be corrected to. */
export const spellingTargets = perReading((): readonly string[] => [
  ...new Set(
    medicineNames()
      .map(({ name }) => name)
      .map((name) => /^([a-z]{7,}ic) +acid$|^co-([a-z]{6,})$/.exec(name)?.slice(1).find(Boolean) ?? name)
      .filter((name) => name.length >= shortestSpellingTarget && /^[a-z]+$/.test(name)),
  ),
]);

/** Words of names of several words ("ferrous", "penicillin"): right only where the rest of the name stands beside them. */
export const spellingParts = perReading((): readonly string[] => {
  const whole = new Set(spellingTargets());
  const parts = medicineNames().flatMap(({ name }) =>
    /^[a-z]+(?: +[a-z]+)+$/.test(name) ? wordsOf(name) : [],
  );
  return [...new Set(parts)].filter((part) => part.length >= shortestSpellingPart && !whole.has(part));
});

/** Whether a lower-case word is a real medicine name or a part of one: never to be taken for a misspelling. */
export function isMedicineWord(word: string): boolean {
  const known = medicineWords()(word);
  return known.has(word) || (word.endsWith("s") && known.has(word.slice(0, -1)));
}

/** "Ofirmev": a name of which the lexicon does not say what it is. */
export const isBareName = (word: string): boolean => bareNames().has(word) && !medicineNamed(word);
const bareNames = once(() => new Set(`${brandNames} ${furtherMedicineNames}`.match(/\S+/g)));

const medicineWords = perReading(() => {
  const phrases = [
    ...saltWords,
    ...medicineNames().flatMap(({ name, medicine }) =>
      name === medicine.name ? [name, ...medicine.classes] : [name],
    ),
  ];
  const whole = groupedByLetter(phrases, (phrase) => phrase);
  const parts = phrases.join("\n");
  const others = `${brandNames} ${furtherMedicineNames}`;
  return byLetter((letter): ReadonlySet<string> => {
    if (letter === "") return new Set();
    const first = /[a-z\d]/.test(letter) ? letter : `\\${letter}`;
    const part = new RegExp(`(?<![^\\s'/()+-])${first}[^\\s'/()+-]+`, "g");
    const other = new RegExp(`(?<!\\S)${first}\\S*`, "g");
    return new Set([...whole(letter), ...(parts.match(part) ?? []), ...(others.match(other) ?? [])]);
  });
});

function namesOf(medicine: Medicine): readonly string[] {
  return [medicine.name, ...medicine.synonyms];
}

function wordsOf(phrase: string): readonly string[] {
  return phrase.match(/[^\s'/()+-]+/g) ?? [];
}

/** Names that differ in case, apostrophes or the kind of separator only have one key. */
function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[\s‐‑–/+-]+/g, " ");
}
