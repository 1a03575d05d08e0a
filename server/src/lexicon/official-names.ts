// Which of a medicine's names are names in their own right (adrenaline, epinephrine), rather than salts,
// abbreviations, descriptions or chemical forms of one, and which of them differ in spelling only. Own
// compilation, 2026-11. It must not know guidelines or rules.

import { remembered } from "../text/memory.ts";
import { saltWords } from "./medicine.ts";

/** Shorter ones are codes: "inh", "azt", "apap". */
const shortestName = 5;

/** Names of several words that people use as the one name of a substance. */
const namesOfWords: ReadonlySet<string> = new Set([
  "penicillin g",
  "crystalline penicillin",
  "penicillin v",
  "glyceryl trinitrate",
  "methylene blue",
  "methylthioninium",
  "polyethylene glycol",
  "insulin glargine",
]);

/** Single words that describe, belong to an analyte or a food, or are parts of other names. */
const noNames: ReadonlySet<string> = new Set(
  `iron ferrous iodine bicarbonate surfactant carnitine alcohol ethanol saline glucose dextrose platelets glycerin
   glycerine glycerol nicotine sennosides sennoside senna oxygen calcium albumin gelatin charcoal copper selenium
   potassium magnesium zinc lactobacillus smectite alginate folate folic niacin retinol calciferol tocopherol
   cobalamin multivitamin multivitamins adrenalin insulin sulfa interferon detemir glargine lispro aspart degludec
   glulisine andexanet certolizumab psyllium prostacyclin phenobarb adriamycin
   crystapen trinitrin resomal plasmalyte oncovin penicillin
   aluminium aluminum compound ringer ringers hartmanns colistimethate ddavp nadcc pegaspargase butylscopolamine`.match(
    /\S+/g,
  ),
);

/** The name without its salts, where it is a name of its own. */
export const officialName = remembered((name): string | undefined => {
  const words = name.split(" ");
  const kept = words.filter(
    (word, i) => !saltWords.has(word) || (words.length === 2 && i === 1 && namesOfWords.has(name)),
  );
  const bare = kept.join(" ");
  if (namesOfWords.has(name) || namesOfWords.has(bare)) return namesOfWords.has(name) ? name : bare;
  if (/^[a-z]+ic +acid$/.test(bare)) return bare;
  return kept.length === 1 && /^[a-z]+$/.test(bare) && bare.length >= shortestName && !noNames.has(bare)
    ? bare
    : undefined;
});

/** One is a longer form of the other, its acid or salt, or the same in another language. */
export function isFormOf(a: string, b: string): boolean {
  if (stemOf(a) === stemOf(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short);
}

/** "valproate", "divalproex" and "valproic acid"; "ivermectine" and "ivermectin". */
function stemOf(name: string): string {
  return name
    .replace(/^divalproex$/, "valproate")
    .replace(/(?:ic +acid|ate)$/, "")
    .replace(/[aeo]$/, "")
    .replaceAll("ll", "l");
}

/** "amoxycillin" and "amoxicillin", "sulphasalazine" and "sulfasalazine". */
export function isSpellingOf(a: string, b: string): boolean {
  return soundOf(a) === soundOf(b);
}

function soundOf(name: string): string {
  return name
    .replaceAll("ph", "f")
    .replaceAll(/[ao]e/g, "e")
    .replaceAll(/(?<=[tcr])h/g, "")
    .replaceAll(/[yo](?=[a-z])/g, "i")
    .replaceAll("ss", "s");
}
