// Medicines by name: what else they are called, what class they belong to, how they are given, and the range
// within which doses of honest guidelines lie. The data stands in medicines-*.ts, one medicine a line (see
// medicines-antibacterial.ts for the columns). Ranges catch slips of magnitude; they are no dosing advice.
// A project's dictionary adds its own (added-medicines.ts). Must not know guidelines, rules or Markdown.
import { once, perReading } from "../text/memory.ts";
import { addedMedicines } from "./added-medicines.ts";
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
    .map(parseMedicine),
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
const ownByKey = once(() => new Map(ownNames().map(({ name, medicine }) => [keyOf(name), medicine])));

const addedNames = perReading((): readonly MedicineName[] =>
  addedMedicines((name) => ownByKey().get(keyOf(name))),
);

/** Of the lexicon, then of the dictionary that is read with. */
export const medicineNames = (): readonly MedicineName[] => [...ownNames(), ...addedNames()];

const addedByKey = perReading(
  () => new Map(addedNames().map(({ name, medicine }) => [keyOf(name), medicine])),
);

/** By any of its names; case and the kind of separator (space, hyphen, slash, plus) do not matter. */
export function medicineNamed(name: string): Medicine | undefined {
  const key = keyOf(name);
  return ownByKey().get(key) ?? addedByKey().get(key);
}

/**
 * Every name, those of more words first, by its first word: the letters and digits before the first space or
 * separator ("co" of "co-trimoxazole"), and, where that differs, all before the first space ("co-trimoxazole").
 */
export const namesByFirstWord: ReadonlyMap<string, readonly string[]> = indexByFirstWord();

/** All single-word names of at least five letters, and what tells "… acid" and "co-…" apart: what a misspelling may be corrected to. */
export const spellingTargets = perReading((): readonly string[] => [
  ...new Set(
    medicineNames()
      .map(({ name }) => name)
      .map((name) => /^([a-z]{7,}ic) acid$|^co-([a-z]{6,})$/.exec(name)?.slice(1).find(Boolean) ?? name)
      .filter((name) => name.length >= shortestSpellingTarget && /^[a-z]+$/.test(name)),
  ),
]);

const medicineWords = perReading(collectMedicineWords);

/** Whether a lower-case word is a real medicine name or a part of one: never to be taken for a misspelling. */
export function isMedicineWord(word: string): boolean {
  const known = medicineWords();
  const isKnown = (form: string) => known.has(form);
  return isKnown(word) || (word.endsWith("s") && isKnown(word.slice(0, -1)));
}

function collectMedicineWords(): ReadonlySet<string> {
  const words = new Set(saltWords);
  for (const { name, medicine } of medicineNames()) {
    for (const phrase of name === medicine.name ? [name, ...medicine.classes] : [name]) {
      words.add(phrase);
      for (const part of wordsOf(phrase)) if (part.length > 1) words.add(part);
    }
  }
  for (const name of `${brandNames} ${furtherMedicineNames}`.match(/\S+/g) ?? []) words.add(name);
  return words;
}

function indexByFirstWord(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const name of medicines.flatMap(namesOf)) {
    for (const first of new Set(firstWordsOf(name))) {
      const names = index.get(first);
      if (names === undefined) index.set(first, [name]);
      else names.push(name);
    }
  }
  for (const names of index.values()) {
    if (names.length > 1) names.sort((a, b) => wordsOf(b).length - wordsOf(a).length || b.length - a.length);
  }
  return index;
}

function namesOf(medicine: Medicine): readonly string[] {
  return [medicine.name, ...medicine.synonyms];
}

/** Up to the first separator, and up to the first space. */
function firstWordsOf(name: string): readonly string[] {
  const word = /^[^\s'/()+-]+/.exec(name)?.[0] ?? name;
  const space = name.indexOf(" ");
  return [word, space < 0 ? name : name.slice(0, space)];
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

/** Doses are read when somebody first asks for them: most medicines never occur in a guideline. */
function parseMedicine(line: string): Medicine {
  const [name = "", others = "", classes = "", routes = "", doses = ""] = line
    .split("|")
    .map((column) => column.trim());
  const names = [name, ...listed(others, ",")];
  const british = names
    .filter((each) => each.includes("sulf"))
    .map((each) => each.replaceAll("sulf", "sulph"));
  let usual: readonly UsualDose[] | undefined;
  return {
    name,
    synonyms: [...names.slice(1), ...british],
    components: name.includes("/") ? name.split("/") : [],
    classes: withWider(listed(classes, ",").filter((each) => each !== "symptomatic")),
    symptomatic: listed(classes, ",").includes("symptomatic"),
    routes: listed(routes, " ") as readonly Route[],
    get doses() {
      usual ??= listed(doses, ";").flatMap(parseDoses);
      return usual;
    },
  };
}

function withWider(classes: readonly string[]): readonly string[] {
  const isBetaLactam = (each: string) => /^(?:penicillin|cephalosporin|carbapenem|monobactam)$/.test(each);
  return classes.some(isBetaLactam) ? [...classes, "beta lactam"] : classes;
}

/** "oral/iv mg/kg 7.5-100" is one dose for each route. */
function parseDoses(text: string): readonly UsualDose[] {
  const parts = /^(?:([a-z/]+) )?(mg|mcg|unit|mmol|mL)(?:\/([a-z\d/]+))? ([\d.]+)-([\d.]+)$/.exec(text);
  if (parts === null) throw new Error(`This is no usual dose: ${text}.`);
  const [, routes, unit, per = "", low, high] = parts;
  const scale = unit === "mcg" ? 1000 : 1;
  const dose = {
    unit: unit === "mcg" ? "mg" : unit,
    per,
    low: Number(low) / scale,
    high: Number(high) / scale,
  } as UsualDose;
  return routes === undefined
    ? [dose]
    : routes.split("/").map((route) => ({ route: route as Route, ...dose }));
}

function listed(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
