// What one text says to do and not to do in unlike words, and what only looks like it: breadth of wording for the two rules
// that compare advice with bans.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";

const foundIn = (text: string): readonly string[] =>
  checkGuideline(parseGuideline(text), {}).findings.flatMap(({ rule }) =>
    rule === "recommendation-contradiction" || rule === "contraindicated-recommended" ? [rule] : [],
  );

const opposed: readonly string[] = [
  "# Eye injuries in greenhouses\n\n## Chemical splash\n\nIrrigate the eye with clean tap water immediately after a chemical splash, for 30 minutes by the clock.\n\n## Instructions for the supervisor's board\n\n1. Do not irrigate the eye with tap water after a chemical splash; wait for the nurse.\n2. Keep the container.",
  "# Delirium on the geriatric ward\n\n## Environment\n\nRelatives may stay overnight. Do not use bed rails in patients with delirium, because climbing over them makes the fall higher.\n\n## Falls at night\n\n- Use bed rails in patients with delirium who get up at night.",
  "# Cellulitis\n\nPatients who have had anaphylaxis to penicillin get clindamycin.\n\n## Patients with anaphylaxis to penicillin\n\nGive cefalexin 500 mg PO every 6 hours for 7 days, or amoxicillin 500 mg PO every 8 hours for 7 days.",
  "# Syphilis\n\n- Anaphylaxis to penicillin: give benzathine benzylpenicillin 2.4 million units IM once.",
  "# Acute gout\n\nNSAIDs are withheld for 48 hours after a heart attack.\n\n# Gouty attack after a heart attack\n\nGive ibuprofen 400 mg PO every 8 hours within the first 48 hours after a heart attack.",
  "# First aid\n\n## Burns\n\nDo not put ice on a burn. Cool it with running water for 20 minutes.\n\n## Card for the kitchen\n\n- Burn: put ice on it for 10 minutes, then call.",
  "# Ankle sprain\n\nDo not request an X-ray when the Ottawa rules are negative.\n\n## Discharge\n\nAll patients with negative Ottawa rules have radiographs of the ankle before they leave.",
  "# Low back pain\n\nImaging is not needed in the first six weeks when there are no red flags.\n\n## At the first visit\n\n- Check for red flags.\n- Without red flags, send every patient for an MRI scan of the lumbar spine.",
  "# Convulsions\n\nNever put anything in the mouth during a seizure.\n\n## What the family can do\n\n1. Lay the person on the side.\n2. Put a spoon in the mouth between the teeth during the seizure.",
  "# Burns\n\nDo not apply butter, oil or toothpaste to a burn.\n\n## At home\n\nSpread a thin layer of butter over the burn and cover it with a cloth.",
  "# Questions about chickenpox\n\n**May a child with chickenpox have ibuprofen?**\n\nNo. It makes deep skin infections more likely.\n\n**What can I give for fever?**\n\nGive ibuprofen 10 mg/kg PO every 8 hours to a child with chickenpox and fever.",
  "# Labour\n\nRoutine episiotomy has been abandoned in our hospital.\n\n## Second stage\n\nEvery primigravida has an episiotomy when the head crowns.",
  "# Antenatal clinic\n\nWomen need not fast before the glucose test.\n\n## The glucose test\n\nAsk the woman to fast for eight hours before the glucose test.",
  "# Preoperative care\n\nRoutine chest X-ray before elective surgery is not advised.\n\n## The week before the operation\n\nAll patients should have a chest X-ray before elective surgery.",
  "# Medicines in myasthenia gravis\n\nMacrolides must not be used in myasthenia gravis.\n\n## Pneumonia in myasthenia gravis\n\nAzithromycin 500 mg PO once daily for 3 days.",
  "# Immunisation in pregnancy\n\nLive vaccines are contraindicated in pregnancy.\n\n## Women who are not immune to rubella\n\nGive pregnant women who are not immune the MMR vaccine 0.5 mL SC once.",
  "# Asthma and the heart\n\nBeta-blockers are not for people with asthma.\n\n## Rate control in people with asthma\n\nMetoprolol 25 mg PO every 12 hours.",
  "# Pain after birth\n\nCodeine must not be used by breastfeeding mothers.\n\n## Caesarean section\n\nFor breakthrough pain, a breastfeeding mother may take codeine 30 mg PO every 6 hours.",
  "# Neuropathic pain\n\nMetformin is stopped when the eGFR is below 30 mL/min and must not be given.\n\n## Diabetes with eGFR below 30 mL/min\n\nContinue metformin 500 mg PO every 12 hours.",
  "# Delirium\n\nPhysical restraint must never be used in delirium.\n\n## Agitation\n\nPhysical restraint is used in delirium only as a last resort.",
  "# Acute abdomen\n\nAn enema must not be given to a patient with suspected appendicitis.\n\n## Before transfer\n\n- Give an enema to patients with suspected appendicitis.",
  "# Newborn\n\nThe cord is not to be clamped before one minute.\n\n## Steps\n\n1. Dry the baby.\n2. Clamp the cord within 30 seconds.",
  "# Living with simvastatin\n\nAvoid grapefruit juice while taking simvastatin.\n\n## Breakfast\n\nA glass of grapefruit juice every morning is encouraged while taking simvastatin.",
  "# Iron tablets\n\nDo not take iron with milk.\n\n## How to take it\n\nTake the iron tablet with a glass of milk.",
  "# Breathlessness in late pregnancy\n\nWomen after 28 weeks should not lie flat on their back.\n\n## Examination\n\nAsk the woman to lie flat on her back after 28 weeks.",
  "# Anticoagulation clinic\n\nDo not prescribe metronidazole to patients on warfarin.\n\n## Bacterial vaginosis in women on warfarin\n\nMetronidazole 400 mg PO every 12 hours for 7 days.",
  "# Peptic ulcer bleeding\n\nNSAIDs are forbidden in anyone with a bleeding ulcer.\n\n## Pain\n\nPatients with a bleeding ulcer: diclofenac 75 mg IM once.",
  "# Uncomplicated cystitis\n\nA urine culture is unnecessary in a first episode of cystitis.\n\n## Work-up\n\n- Send a urine culture in every first episode of cystitis.",
  "# HIV care\n\nPatients with a sulfa allergy do not get co-trimoxazole.\n\n## Prophylaxis\n\nFor patients with sulfa allergy: co-trimoxazole 960 mg PO once daily.",
  "# Myocardial infarction\n\nOxygen is not given when the saturation is 94 % or more.\n\n## First ten minutes\n\n1. Oxygen at 4 L/min to every patient whose saturation is 94 % or more.",
  "# Fever\n\nTepid sponging is not recommended for fever.\n\n## Advice to mothers\n\nSponge the child with lukewarm water when the fever is above 39 °C.",
  "# Diarrhoea in children\n\nAntidiarrhoeal drugs should never be given to children.\n\n## Outpatient card\n\n- Loperamide 2 mg PO after each loose stool in children over 6 years.",
  "# Clinic day\n\nPeople on insulin should not fast before the blood test.\n\n## Before the blood test\n\nPeople on insulin fast for 8 hours before the blood test.",
  "# Surgical site\n\nHair is not removed with razors before an operation.\n\n## Evening before\n\n- Shave the skin with a razor before the operation.",
  "# Trauma\n\nCervical collars are no longer used in penetrating neck injury.\n\n## Handover sheet\n\nPenetrating neck injury: apply a cervical collar before transport.",
  "# Surgical site\n\nHair is not removed with razors before an operation.\n\n## Evening before\n\n- Shave the skin with a razor before the operation.",
  "# Wounds\n\nDo not wash the wound with hydrogen peroxide.\n\n## Steps\n\n- Wash the wound with hydrogen peroxide.",
];

const agreeing: readonly string[] = [
  "# Delirium on the geriatric ward\n\n## Environment\n\nRelatives may stay overnight. Do not use bed rails in patients with delirium, because climbing over them makes the fall higher.\n\n## Falls at night\n\n- Use a sensor mat in patients with delirium who get up at night.\n- Use bed rails on the trolley during transport to another department.",
  "# Syphilis\n\n- No anaphylaxis to penicillin: give benzathine benzylpenicillin 2.4 million units IM once.\n- Anaphylaxis to penicillin: give doxycycline 100 mg PO every 12 hours for 14 days.",
  "# First aid\n\n## Burns\n\nDo not put ice on a burn. Cool it with running water for 20 minutes.\n\n## Sprains\n\nPut ice on the sprain for 15 minutes, every 2 hours.",
  "# Atrial fibrillation\n\nRate control:\n\n- LVEF 40% or above: verapamil 80 mg PO every 8 hours.\n- LVEF below 40%: bisoprolol 1.25 mg PO once daily. Do not give verapamil.",
  "# Burns\n\nDo not apply butter, oil or toothpaste to a burn.\n\n## After healing\n\nRub coconut oil into the healed skin twice a day.",
  "# Questions about fever\n\n**May a child with chickenpox have ibuprofen?**\n\nNo. It makes deep skin infections more likely.\n\n**What can I give for fever in tonsillitis?**\n\nGive ibuprofen 10 mg/kg PO every 8 hours.",
  "# Labour\n\nRoutine episiotomy has been abandoned in our hospital.\n\n## Forceps\n\nCut an episiotomy before the forceps are applied.",
  "# Preoperative care\n\nRoutine chest X-ray before elective surgery is not advised.\n\n## The week before the operation\n\nPatients with known heart failure should have a chest X-ray before elective surgery.",
  "# Immunisation in pregnancy\n\nLive vaccines are contraindicated in pregnancy.\n\n## Women who are not immune to rubella\n\nAfter the birth, give the MMR vaccine 0.5 mL SC once.",
  "# Asthma and the heart\n\nBeta-blockers are not for people with asthma.\n\n## Rate control in people without asthma\n\nMetoprolol 25 mg PO every 12 hours.",
  "# Labour\n\nUntil 2015 an enema was given to each woman on admission. Enemas are not given in labour.",
  "# Malaria\n\nSome healers give quinine injections for every fever.\n\nQuinine injections are not given for fever without a positive test.",
  "# Status epilepticus\n\nDo not give phenobarbital as the first medicine.\n\n## Second step\n\nIf diazepam fails, give phenobarbital 20 mg/kg IV.",
  "# Cough\n\nHoney is not safe before the first birthday.\n\n## Home care\n\nFor children of 1 to 5 years: half a teaspoon of honey at bedtime.",
  "# Clinic day\n\nPeople on insulin should not fast before the blood test.\n\n## Before a lipid profile\n\nPeople without diabetes fast for 8 hours before the blood test.",
  "# Surgical site\n\nDo not remove hair with a razor before the operation.\n\n## Evening before\n\n- Remove the hair with clippers before the operation.",
  "# Wounds\n\nDo not wash the wound with hydrogen peroxide.\n\n## Steps\n\n- Wash the wound with clean water.",
];

for (const text of opposed) it(`finds ${JSON.stringify(text)}`, () => assert.equal(foundIn(text).length, 1));
for (const text of agreeing)
  it(`leaves alone ${JSON.stringify(text)}`, () => assert.deepEqual(foundIn(text), []));
