// Whether two long forms of an abbreviation mean the same: in other spelling, number, order or with a word more. In
// doubt they do. It must not know documents.

import { inSpelling } from "../lexicon/spelling-variants.ts";
import { once, remembered } from "../text/memory.ts";

const smallWords = new Set("a an and by for from in of on or the to with de du des la le et".split(" "));
/** Words that stand for one another in the names of tests, treatments and scores. */
const alikeLists = [
  "therapy treatment management prophylaxis prevention medication medicine drug course",
  "solution salt sachet fluid",
  "scale score system index scoring",
  "program programme project service clinic care health healthcare",
  "disease disorder illness infection condition sickness",
  "kidney renal nephric",
  "heart cardiac myocardial coronary cardio",
  "liver hepatic hepato",
  "lung pulmonary",
  "brain cerebral",
  "count examination picture exam analysis assay test testing",
  "restriction retardation",
  "prelabour premature preterm prelabor",
  "guideline guidance",
  "birth delivery labour labor",
  "newborn neonatal neonate infant",
  "child children childhood paediatric pediatric",
  "woman women maternal mother",
  "tuberculosis tb",
  "oxygen o2",
  "saturation concentration tension pressure partial",
  "blood serum plasma arterial",
  "centre center unit ward department hospital facility",
  "worker volunteer agent provider personnel staff",
  "inhibitor antagonist blocker",
  "vaccine vaccination immunisation immunization",
  "injection injectable depot",
  "syndrome sequence",
  "cancer carcinoma",
  "myeloid myelogenous myelocytic",
  "lymphoid lymphocytic lymphoblastic",
  "record report",
  "failure insufficiency impairment injury",
  "assessment evaluation",
  "supplement supplementation",
  "mid middle",
  "community population",
  "network organisation organization agency ministry authority",
  "normalised normalized",
  "gynaecology gynaecological gynae gyn",
  "obstetrics obstetric obs",
  "anaesthesia anaesthetics anaesthetic anaes",
  "laboratory lab",
  "measurement monitoring",
  "antimicrobial antibiotic antibacterial",
  "expected estimated anticipated",
  "standard standardised standardized",
];
const alikeWords = once(() => alikeLists.map((words) => new Set(words.split(" ").map(stemOf))));

/** At least this share of the longer word must begin both. */
const sameStart = 0.6;
const sameLongStart = 0.5;
const fewestLetters = 3;
const longStart = 6;
const mostWords = 9;

export function meanTheSame(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  // What is no name but a sentence, or is in another language, is not compared.
  if ([one, other].some((words) => words.length === 0 || words.length > mostWords)) return true;
  if (/[^\x20-\x7E–—‘’“”]/.test(withPlainNames(a) + withPlainNames(b))) return true;
  const [joinedOne, joinedOther] = [one.join(""), other.join("")];
  if (joinedOne.startsWith(joinedOther) || joinedOther.startsWith(joinedOne)) return true;
  return unlike(one, other, joinedOther).length === 0 || unlike(other, one, joinedOne).length === 0;
}

/** "Guillain-Barré syndrome" is English all the same. */
const withPlainNames = (long: string): string =>
  /\b(?:syndrome|disease|sign|test|disorder|phenomenon|reaction|score)\b/i.test(long)
    ? long.normalize("NFD").replace(/\p{M}/gu, "")
    : long;

/** Words of one that the other has in no form. */
function unlike(words: readonly string[], others: readonly string[], joined: string): readonly string[] {
  return words.filter(
    (word) =>
      !others.some((other) => isAlike(word, other)) &&
      !(word.length > fewestLetters && joined.includes(word)),
  );
}

function isAlike(a: string, b: string): boolean {
  if (a === b || alikeWords().some((words) => words.has(a) && words.has(b))) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const longer = Math.max(a.length, b.length);
  // "immune" of "immunodeficiency"; "transmitted" and "transmissible".
  if (a.length > 4 && same >= a.length - 1) return true;
  if (isMistyped(a, b, same) || isMistyped(b, a, same)) return true;
  return same >= fewestLetters && same >= (same >= longStart ? sameLongStart : sameStart) * longer;
}

/** "contnuous": a long word that lacks one of the other's letters. */
const isMistyped = (short: string, long: string, same: number): boolean =>
  short.length >= longStart && long.length === short.length + 1 && short.slice(same) === long.slice(same + 1);

const wordsOf = remembered((long): readonly string[] => {
  const words = long
    .replace(/\([^()]*\)/g, " ")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).filter((word) => !smallWords.has(word) && !/^\d+$/.test(word)).map(stemOf);
});

/** In one spelling and number. */
function stemOf(word: string): string {
  return inSpelling(word, "american")
    .replaceAll("ph", "f")
    .replace(/(?<=\p{L}{3}[^s])s$/u, "");
}
