// Words beside a threshold, each as one of those that say the same: "febrile" is "fever", "haemorrhage" "bleeding". It must
// not judge what they mean for it.

import type { Threshold } from "../guideline/threshold.ts";
import { denial } from "../guideline/threshold-said.ts";
import { wordsOfNames } from "../lexicon/analytes.ts";
import { oncePer } from "../text/memory.ts";

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
  return new Set(words.map((word, i) => (sound.test(words[i - 1] ?? "") ? denial + word : word)));
});
