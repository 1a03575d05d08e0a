// In how many ways one text says to do what it says elsewhere not to do, each beside a text in which the two agree.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";

const isFound = (text: string): boolean =>
  checkGuideline(parseGuideline(text), {}).findings.some(
    ({ rule }) => rule === "recommendation-contradiction" || rule === "contraindicated-recommended",
  );

/** What it is, the text, and the words that make it one or the other. */
const texts: readonly (readonly [string, string, string, string])[] = [
  [
    "what is reserved for some and done to all",
    "# Head injury\n\nA CT scan is reserved for patients with a score below 15 or vomiting.\n\n## On arrival\n\n$ have a CT scan$$.",
    "all patients with a head injury|, whatever the score",
    "Patients with a head injury who vomit|",
  ],
  [
    "only for",
    "# Bronchiolitis\n\nChest X-rays are only for infants who may need intensive care.\n\n- Take a chest X-ray of $ on admission.",
    "every infant with bronchiolitis",
    "infants who need intensive care",
  ],
  [
    "what is not given to anyone",
    "# Poisoning\n\n## $\n\nDo not give phenytoin, flumazenil or amiodarone.\n\n## Aconite\n\nGive amiodarone 300 mg IV over 30 minutes.",
    "General rules",
    "Tricyclic antidepressants",
  ],
  [
    "what is left out",
    "# Kidney disease\n\n## Dialysis\n\nGive the $ after dialysis.\n\n## Levels\n\nOmit the $$ after dialysis.",
    "bath|bath",
    "dose|dose",
  ],
  [
    "babies of whom some must not have it",
    "# Newborns\n\nA single dose of glucagon 200 micrograms/kg IM is for babies without a line. Do not give glucagon to $ babies.",
    "",
    "growth-restricted",
  ],
  [
    "instead of",
    "# Fever\n\nUse a peripheral cannula instead of a central line in febrile neutropenia.\n\n## Nursing\n\nInsert a central line in febrile neutropenia$.",
    "",
    " if the veins are poor",
  ],
  [
    "without",
    "# Cystitis\n\nTreat women with cystitis on symptoms, without a urine culture.\n\n## Tests\n\nSend a urine culture from $.",
    "women with cystitis",
    "men with cystitis",
  ],
  [
    "what patients wear",
    "# Neck pain\n\nA cervical collar is not to be worn for whiplash.\n\n- The patient with $ wears a cervical collar.",
    "whiplash",
    "a fracture",
  ],
  [
    "what nurses do",
    "# Stroke\n\nUrinary catheters are not used to manage incontinence after stroke.\n\n## Nursing\n\nThe nurse $ a urinary catheter in every patient with incontinence after stroke.",
    "inserts",
    "removes",
  ],
  [
    "a cell of a column of actions",
    "# Croup\n\nSteam inhalation does not help and should not be offered.\n\n| Step | Action |\n| --- | --- |\n| 1 | $ |",
    "Steam inhalation for 15 minutes",
    "No steam inhalation",
  ],
  [
    "a list of what is done",
    "# Labour\n\nEnemas are not given on admission in labour.\n\nAdmission in labour $:\n\n- temperature\n- enema",
    "consists of",
    "does not include",
  ],
  [
    "a step behind an arrow",
    "# Sore throat\n\nNo throat swab is taken in children with tonsillitis.\n\nChild with $ → throat swab → result",
    "tonsillitis",
    "diphtheria",
  ],
  [
    "an answer",
    "# Vaccination\n\n**Should paracetamol be given before the vaccine?** $\n\n## Routine\n\nGive paracetamol before the vaccine.",
    "No. It weakens the response.",
    "Yes, 15 minutes before it.",
  ],
  [
    "what is a mistake",
    "# Nosebleed\n\nTilting the head back is a mistake.\n\n1. Tilt the head $.",
    "back",
    "forward",
  ],
  [
    "what does not matter",
    "# Stroke\n\nOxygen is not given to patients with stroke whose saturation is 94% or more.\n\n## Nursing\n\nGive oxygen to patients with stroke $.",
    "regardless of saturation",
    "whose saturation is below 94%",
  ],
  [
    "what is withheld and goes on",
    "# Acute kidney injury\n\nWithhold metformin in acute kidney injury.\n\n## Diabetes\n\n$ acute kidney injury, metformin is continued.",
    "In",
    "After recovery from",
  ],
  [
    "what is stopped before an operation",
    "# Surgery\n\nStop clopidogrel seven days before hip replacement.\n\n## Chart\n\nContinue clopidogrel up to and including the day of $.",
    "hip replacement",
    "cataract extraction",
  ],
  [
    "the columns of a table",
    "# Surgery\n\n| Medicine | Day before surgery | Day of surgery |\n| --- | --- | --- |\n| Metformin | Take as usual | Omit |\n\nPatients take their usual metformin on the day $ surgery.",
    "of",
    "before",
  ],
  [
    "what is waited for",
    "# Meningitis\n\nDo not delay lumbar puncture for a CT scan in alert adults.\n\nA CT scan comes before lumbar puncture in $.",
    "all adults, alert or not",
    "adults who are drowsy",
  ],
  [
    "what is not put off",
    "# Birth\n\nClamp the cord $ birth.\n\n## Newborn\n\nWait at least one minute before clamping the cord.",
    "immediately after",
    "two minutes after",
  ],
  [
    "where somebody is placed",
    "# Small newborns\n\nFor stable newborns, use kangaroo care instead of an incubator.\n\n## Ward\n\nPlace $ newborns in an incubator.",
    "stable",
    "unstable",
  ],
  [
    "what is left alone",
    "# Burns\n\nLeave $blisters alone.\n\n## Dressing\n\nPuncture blisters with a sterile needle.",
    "",
    "small ",
  ],
  [
    "columns of those with and without",
    "# Blood pressure\n\nBeta-blockers are contraindicated in asthma.\n\n| Stage | Without asthma | With asthma |\n| --- | --- | --- |\n| 1 | Propranolol 40 mg PO twice daily | $ PO once daily |",
    "Atenolol 50 mg",
    "Amlodipine 5 mg",
  ],
  [
    "what patients who take another medicine are spared",
    "# Pain\n\nPatients who take warfarin should not receive NSAIDs.\n\n## Patients $ warfarin\n\nIbuprofen 400 mg PO every 8 hours.",
    "on",
    "not on",
  ],
  [
    "what a condition rules out",
    "# Malaria\n\nG6PD deficiency rules out primaquine.\n\n## Patients $ G6PD deficiency\n\nPrimaquine 15 mg PO once daily.",
    "with",
    "without",
  ],
  [
    "live vaccines",
    "# Vaccines\n\nLive vaccines are contraindicated in pregnancy.\n\n## Pregnant women\n\nGive $ vaccine 0.5 mL once.",
    "measles-rubella",
    "influenza",
  ],
  [
    "a class with its short name in brackets",
    "# Fever\n\nNonsteroidal anti-inflammatory drugs (NSAIDs, such as diclofenac) are contraindicated in dengue.\n\n## $\n\nGive ibuprofen 400 mg PO every 8 hours.",
    "Joint pain in dengue",
    "Adults with a negative dengue test",
  ],
  [
    "patients and those around them",
    "# Myasthenia\n\nContraindicated in myasthenia gravis: fluoroquinolones.\n\n## Contact with meningitis\n\n$ receive ciprofloxacin 500 mg PO once.",
    "Patients with myasthenia gravis",
    "Healthy relatives",
  ],
  [
    "older adults",
    "# Delirium\n\nBed rails should not be used in older adults with delirium.\n\n## At night\n\nBed rails $ be used in older adults with delirium.",
    "should",
    "should not",
  ],
  [
    "some of those whom a ban names",
    "# Croup\n\nDo not offer steam inhalation to children with croup.\n\n## By telephone\n\nOffer $ to children with croup who still cough after midnight.",
    "steam inhalation",
    "sips of water",
  ],
  [
    "what holds even so, and in what water",
    "# Newborns\n\nAvoid bathing newborns in the first 24 hours, even when the skin is smeared.\n\nBathe newborns $ 24 hours in lukewarm water, in a closed room.",
    "in the first",
    "after the first",
  ],
  [
    "an answer in the paragraph behind its question",
    "# Sore throat\n\n**Do I need to swab the throat?**\n\n$ Treat on the score.\n\n## On arrival\n\nSwab the throat of every patient.",
    "No.",
    "Yes.",
  ],
  [
    "whether something has a role, and is of use",
    "# Bronchiolitis\n\n**Do bronchodilators have a role in bronchiolitis?** $.\n\nGive bronchodilators to all infants with bronchiolitis.",
    "None",
    "They do",
  ],
  [
    "a list behind a verb",
    "# Nausea\n\nDo not use $, haloperidol or prochlorperazine in patients with Parkinson disease.\n\n## Nausea in Parkinson disease\n\nPatients with Parkinson disease receive haloperidol$$ 1 mg PO once daily.",
    "metoclopramide|",
    "metoclopramide|, after a review by the neurologist, even",
  ],
  [
    "where babies are born",
    "# Newborns\n\nWe recommend chlorhexidine gel on the cord of babies born at home.\n\nWe recommend against chlorhexidine gel on the cord of babies born $.",
    "at home",
    "in hospital, where dry care is enough",
  ],
  [
    "donors and recipients",
    "# Kidney transplant recipients\n\nNSAIDs are contraindicated in kidney transplant recipients.\n\n## Gout\n\n$ may take diclofenac 50 mg PO every 8 hours.",
    "Kidney transplant recipients",
    "Living donors",
  ],
  [
    "forms that are forbidden, too",
    "# Glaucoma\n\nBeta-blockers, drops included, are contraindicated in patients with asthma.\n\n| Patient | Drops | Use |\n| --- | --- | --- |\n| $ | timolol 0.5 % | one drop in each eye twice daily |",
    "Asthma",
    "No lung disease",
  ],
  [
    "the healthy and those who were ill",
    "# Thrombosis and long flights\n\nDo not offer compression stockings to $.\n\n## Summary\n\nOffer compression stockings to adults with a previous thrombosis.",
    "adults with a previous thrombosis",
    "healthy adults",
  ],
  [
    "patients who head a column",
    "# Psychosis\n\n| Test | First episode of psychosis, adults | Dementia |\n| --- | --- | --- |\n| Routine electroencephalogram | do not perform | perform |\n\n$ a routine electroencephalogram in every adult with a first episode of psychosis.",
    "Perform",
    "Do not perform",
  ],
  [
    "ages within those of a ban",
    "# Kidneys\n\nScreening of urine should not be done in children under 10 years.\n\n## School\n\nScreening of urine should be done in all children $.",
    "of 5 to 9 years",
    "of 10 to 15 years",
  ],
  [
    "ticks under “Do” and “Do not”",
    "# Stroke\n\n- Breathing\n  - Give routine oxygen to $ with a saturation of 94 % or higher.\n\n| Practice in adults with stroke | Do | Do not |\n| --- | --- | --- |\n| Routine oxygen when saturation is 94 % or higher | | x |\n| Sitting out | x | |",
    "adults with stroke",
    "adults with carbon monoxide poisoning",
  ],
  [
    "an illness and what is contraindicated in it",
    "# Hypertension\n\n| Companion illness | Preferred | Contraindicated |\n| --- | --- | --- |\n| Asthma | amlodipine | beta-blockers |\n\n## People with $\n\nStart with atenolol 50 mg by mouth once daily.",
    "asthma",
    "angina",
  ],
  [
    "what it is a mistake to do",
    "# Ribs\n\nIt is $ to strap the chest.\n\n- Strap the chest with tape.",
    "a mistake",
    "best",
  ],
  [
    "several things joined by “or”",
    "# The last days of life\n\nDo not offer tube feeds, IV fluids or antibiotics to patients in the last days of life.\n\nIn the last days of life, $ are given to every patient.",
    "IV fluids",
    "sips of water",
  ],
  [
    "what an illness is treated with",
    "# Joints\n\nNSAIDs should be avoided in patients with heart failure.\n\n## $\n\nTreat gout with ibuprofen.",
    "Patients with heart failure",
    "Patients without heart failure",
  ],
  [
    "what is advised to be",
    "# Croup\n\nWe advise that steam inhalation $be offered to children with croup.\n\nOffer steam inhalation to children with croup.",
    "not ",
    "",
  ],
  [
    "the following",
    "# Bronchiolitis\n\nDo not use any of the following in infants with bronchiolitis:\n\n- antibiotics\n- hypertonic saline\n\n## Ward\n\n$ every 6 hours in infants with bronchiolitis.",
    "Nebulise hypertonic saline",
    "Drip saline into the nose",
  ],
  [
    "what worsens an illness",
    "# Rhythm\n\nVerapamil and diltiazem worsen heart failure: do not use either.\n\n## Atrial fibrillation with $\n\nDiltiazem 60 mg by mouth every 8 hours.",
    "heart failure",
    "asthma",
  ],
  [
    "what was given instead or before",
    "# Rhythm\n\nVerapamil is contraindicated in heart failure.\n\n## Heart failure\n\n$ verapamil 80 mg every 8 hours.",
    "Give",
    "Give digoxin instead of",
  ],
];

for (const [what, text, apart, agreed] of texts)
  it(`compares ${what}`, () => {
    const filled = (words: string) => {
      const [first = "", second = ""] = words.split("|");
      return text.replace("$$", second).replace("$", first);
    };
    assert.ok(isFound(filled(apart)), filled(apart));
    assert.ok(!isFound(filled(agreed)), filled(agreed));
  });
