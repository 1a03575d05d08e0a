// Tests of the lists of conditions: that each phrase means one thing, and that known phrases are found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionPhrases, qualifierPhrases, structuralWords } from "./conditions.ts";
import { infections } from "./conditions-infections.ts";
import { medicalConditions } from "./conditions-medical.ts";
import { readList, spellings } from "./conditions-notation.ts";
import { numberedQualifiers, qualifiers } from "./conditions-qualifiers.ts";
import { specialtyConditions } from "./conditions-specialties.ts";

const conditionLists = [infections, medicalConditions, specialtyConditions];

function phrasesWithTwoIds(lists: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  const clashes: string[] = [];
  for (const [phrase, id] of lists.flatMap(readList)) {
    for (const spelling of spellings(phrase)) {
      const other = seen.get(spelling);
      if (other !== undefined && other !== id) clashes.push(`${spelling}: ${other}, ${id}`);
      seen.set(spelling, id);
    }
  }
  return clashes;
}

test("no phrase maps to two conditions, nor to two qualifiers", () => {
  assert.deepEqual(phrasesWithTwoIds(conditionLists), []);
  assert.deepEqual(phrasesWithTwoIds([numberedQualifiers, qualifiers]), []);
});

test("no id has two lines", () => {
  for (const lists of [conditionLists, [numberedQualifiers, qualifiers]]) {
    const ids = lists
      .flatMap((list) => list.replace(/,\s*\n/g, ", ").split("\n"))
      .map((line) => line.split(":")[0]?.trim() ?? "")
      .filter((id) => id !== "");
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  }
});

test("a phrase is a condition, a qualifier or structure, and never two of them", () => {
  const structural = Array.from(structuralWords.entries(), ([word]) => word);
  const phrases = Array.from(conditionPhrases.entries(), ([phrase]) => phrase);
  assert.deepEqual(
    phrases.filter((phrase) => qualifierPhrases.has(phrase)),
    [],
  );
  assert.deepEqual(
    structural.filter((word) => conditionPhrases.has(word) || qualifierPhrases.has(word)),
    [],
  );
});

test("phrases are in the form in which they are looked up", () => {
  for (const [phrase, id] of [...conditionPhrases.entries(), ...qualifierPhrases.entries()]) {
    assert.match(phrase, /^[a-zé0-9.'/]+(?: [a-zé0-9.'/]+)*$/);
    assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  }
  for (const [word] of structuralWords.entries()) assert.match(word, /^[a-z]+$/);
});

const conditionOf: readonly (readonly [string, string | undefined])[] = [
  ["diarrhea", "diarrhoea"],
  ["hyperkalemia", "hyperkalaemia"],
  ["hyperkalaemia", "hyperkalaemia"],
  ["postpartum hemorrhage", "postpartum-haemorrhage"],
  ["preterm labor", "preterm-labour"],
  ["cesarean sections", "caesarean-section"],
  ["gonorrhea", "gonorrhoea"],
  ["necrotizing fasciitis", "necrotising-fasciitis"],
  ["bells palsy", "bells-palsy"],
  ["bell palsy", "bells-palsy"],
  ["fits", "convulsion"],
  ["seizures", "convulsion"],
  ["heart attack", "myocardial-infarction"],
  ["high blood pressure", "hypertension"],
  ["boils", "furuncle"],
  ["abscesses", "abscess"],
  ["skin abscess", "furuncle"],
  ["dka", "diabetic-ketoacidosis"],
  ["urinary tract infections", "urinary-tract-infection"],
  ["tb", "tuberculosis"],
  ["tb meningitis", "tuberculous-meningitis"],
  ["ophthalmia neonatorum", "ophthalmia-neonatorum"],
  ["chronic suppurative otitis media", "chronic-otitis-media"],
  ["acute otitis media", "otitis-media"],
  ["pre eclampsia", "pre-eclampsia"],
  ["psychoses", "psychosis"],
  ["animal bites", "bite"],
  ["treatment", undefined],
  ["cap", undefined],
  ["ten", undefined],
];
for (const [phrase, id] of conditionOf) {
  test(`condition: ${phrase}`, () => assert.equal(conditionPhrases.get(phrase), id));
}

const qualifierOf: readonly (readonly [string, string])[] = [
  ["1st line", "first-line"],
  ["if allergic to penicillin", "allergy"],
  ["penicillin allergy", "allergy"],
  ["cerebral", "severe"],
  ["preventive", "prophylaxis"],
  ["loading doses", "loading"],
  ["step iii", "step-3"],
  ["oral switch", "step-down"],
  ["hospitalized", "inpatient"],
];
for (const [phrase, id] of qualifierOf) {
  test(`qualifier: ${phrase}`, () => assert.equal(qualifierPhrases.get(phrase), id));
}

test("“class is” names no class", () => {
  for (const phrase of ["class is", "stage is", "option is"])
    assert.equal(qualifierPhrases.get(phrase), undefined);
});

test("heading words are structure in all their forms", () => {
  for (const word of [
    "treatment",
    "treatments",
    "pediatric",
    "children",
    "therapies",
    "recognizing",
    "minutes",
  ]) {
    assert.ok(structuralWords.has(word), word);
  }
  for (const word of ["prevention", "severe", "meningitis", "not", "without"]) {
    assert.ok(!structuralWords.has(word), word);
  }
});
