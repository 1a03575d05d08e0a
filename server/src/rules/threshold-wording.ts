// Words beside a threshold, each as one of those that say the same: "febrile" is "fever", "haemorrhage" "bleeding". It must
// not judge what they mean for it.

import { samePatients } from "../guideline/population.ts";
import type { Threshold } from "../guideline/threshold.ts";
import { denial } from "../guideline/threshold-said.ts";
import { wordsOfNames } from "../lexicon/analytes.ts";
import { oncePer } from "../text/memory.ts";
import { common } from "./overlap.ts";

const synonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    fever: "febrile feverish pyrexia pyrexial",
    sepsis: "septic",
    bleeding: "bleed bled haemorrhage hemorrhage haemorrhagic hemorrhagic",
    heart: "cardiovascular cardiac coronary angina infarction",
    stable: "steady well",
    surgery: "operation operative surgical",
    ecg: "electrocardiogram tracing electrocardiograph",
    convulsion: "convulsing seizure fit convulsive",
    dialysis: "haemodialysis hemodialysis",
    breathing: "breath respiratory breathless",
    kidney: "renal",
    liver: "hepatic",
  }).flatMap(([word, others]) => others.split(" ").map((other) => [other, word] as const)),
);
const denials: ReadonlyMap<string, string> = new Map([
  ["afebrile", `${denial}fever`],
  ["apyrexial", `${denial}fever`],
  ["unstable", `${denial}stable`],
]);

/** One word for all that say the same. */
export function ofOneWord(word: string): string {
  const bare = word.startsWith(denial) ? word.slice(denial.length) : word;
  const sign = bare === word ? "" : denial;
  return denials.get(word) ?? sign + (synonyms.get(bare) ?? bare);
}

const sound = /^(?:healthy|intact)$/;

/** Words of its clause or row, with those of the conditions it names. */
export const wordsOf = oncePer((found: Threshold): ReadonlySet<string> => {
  const own = wordsOfNames(found.analyte);
  const words = [...found.words, ...found.rowHead, ...found.term, ...found.qualifiers]
    .filter((word) => !own.has(word))
    .map(ofOneWord);
  // "A healthy heart": no disease of it.
  return withAlarm(new Set(words.map((word, i) => (sound.test(words[i - 1] ?? "") ? denial + word : word))));
});

/** Of all that tells who is in danger. */
export const alarm = "alarm";
const alarms =
  /^(?:sign|distress|severity|shock|laboured|consciousness|drowsy|coma|comatose|unconscious|lethargic|lethargy|unstable|instability|compromise|danger|emergency)$/;

/** "Laboured breathing, shock or drowsy" and "signs of distress" say one thing of a patient, and so do their denials. */
function withAlarm(words: ReadonlySet<string>): ReadonlySet<string> {
  const told = [...words];
  const isSaid = told.some((word) => alarms.test(word));
  const isOne = (word: string) => word.startsWith(denial) && alarms.test(word.slice(denial.length));
  if (isSaid === told.some(isOne)) return words;
  if (isSaid) return new Set([...told, alarm]);
  return new Set(told.map((word) => (isOne(word) ? `${denial}${alarm}` : word)));
}

/** "No emergency sign": what is denied counts, and not that it is a sign. */
const noSign = `${denial}sign`;

/** How alike the words of two are, to find a threshold's counterpart in a ladder of several. */
export function similarity(a: Threshold, b: Threshold): number {
  const [one, other] = [a, b].map(({ words }) => words.size - Number(words.has(noSign)));
  const own = common(a.words, b.words).length - 0.5 * Math.abs((one ?? 0) - (other ?? 0));
  const people = samePatients(a.population, b.population) ? 1 : 0;
  const done = 3 * common(a.actions, b.actions).length + 4 * Math.min(1, common(a.ways, b.ways).length);
  return 2 * own + common(a.allWords, b.allWords).length + done + people;
}
