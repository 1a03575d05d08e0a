// `node test/eval/mcq/questions.ts`: prints multiple-choice questions, a record a line, made from the lexicon and
// from plain facts: something to compare scoring with, and no examination of a model. It must not know models.
import { usualExpansions } from "../../../server/src/lexicon/abbreviations.ts";
import { medicines } from "../../../server/src/lexicon/medicine.ts";
import { type Chance, chanceFrom } from "../../lsp/random.ts";
import { facts } from "./facts.ts";

export interface McqRecord {
  readonly question: string;
  readonly choices: readonly string[];
  readonly answer: number;
}

const each = 60;

export function mcqRecords(seed = 1): McqRecord[] {
  const chance = chanceFrom(seed);
  const makers = [ofClasses, ofDoses, ofAbbreviations, ofAmounts];
  const made = makers.flatMap((make) => Array.from({ length: each }, () => make(chance)));
  return shuffled([...made, ...facts.map((fact) => mixed(chance, ...fact))], chance);
}

/** Puts the right answer, which comes first, at any place. */
function mixed(chance: Chance, question: string, choices: readonly string[]): McqRecord {
  const [right] = choices;
  const order = shuffled(choices, chance);
  return { question, choices: order, answer: order.indexOf(right!) };
}

function ofClasses(chance: Chance): McqRecord {
  const right = chance.oneOf(medicines.filter(({ classes }) => classes.length > 0));
  const named = right.classes[0]!;
  const others = medicines.filter(({ classes }) => !classes.includes(named)).map(({ name }) => name);
  const article = /^[aeiou]/.test(named) ? "an" : "a";
  const wrong = several(chance, 1 + chance.below(4), () => chance.oneOf(others));
  return mixed(chance, `Which of these medicines is ${article} ${named}?`, [right.name, ...wrong]);
}

function ofDoses(chance: Chance): McqRecord {
  const weight = 3 + chance.below(38);
  const perKilo = chance.oneOf([2, 5, 7.5, 10, 15, 20, 50]);
  const unit = chance.oneOf(["mg", "µg", "mL"]);
  const dose = weight * perKilo;
  const wrong = several(chance, 3, () => `${dose * chance.oneOf([0.1, 0.5, 2, 3, 10])} ${unit}`);
  const question = `A child weighs ${weight} kg and is to have ${perKilo} ${unit}/kg. What is the dose?`;
  return mixed(chance, question, [`${dose} ${unit}`, ...wrong]);
}

function ofAbbreviations(chance: Chance): McqRecord {
  const known = [...usualExpansions].map(([short, [long = ""]]) => ({ short, long }));
  const right = chance.oneOf(known);
  const wrong = several(chance, 3, () => chance.oneOf(known.filter(({ long }) => long !== right.long)).long);
  return mixed(chance, `In a guideline, what does “${right.short}” stand for?`, [right.long, ...wrong]);
}

function ofAmounts(chance: Chance): McqRecord {
  const strength = chance.oneOf([10, 25, 40, 50, 125, 250]);
  const volume = chance.oneOf([1, 2, 5, 10]);
  const wanted = strength * (1 + chance.below(8));
  const millilitres = (wanted / strength) * volume;
  const question = `A vial holds ${strength} mg in ${volume} mL.\nHow many mL are ${wanted} mg?`;
  const wrong = several(chance, 4, () => String(millilitres * chance.oneOf([0.5, 2, 3, 4, 10])));
  return mixed(chance, question, [String(millilitres), ...wrong]);
}

function several(chance: Chance, count: number, make: () => string): string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < count && tries < 50; tries++) found.add(make());
  return shuffled([...found], chance);
}

function shuffled<T>(items: readonly T[], { below }: Chance): T[] {
  const mixedUp = [...items];
  for (let i = mixedUp.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [mixedUp[i], mixedUp[j]] = [mixedUp[j]!, mixedUp[i]!];
  }
  return mixedUp;
}

if (import.meta.main) for (const record of mcqRecords()) console.log(JSON.stringify(record));
