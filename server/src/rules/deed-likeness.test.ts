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
  "# Head injury\n\nCorticosteroids have no place in head injury.\n\n## Order set for head injury\n\n- Dexamethasone 8 mg IV every 8 hours\n- Paracetamol 1 g PO every 6 hours",
  "# Nausea\n\nMetoclopramide is avoided in people under 20 years.\n\n## Adolescents of 12 to 17 years\n\nMetoclopramide 10 mg PO every 8 hours.",
  "# Croup\n\nCough syrups are useless in croup.\n\n## Home\n\nEvery child with croup gets a cough syrup at bedtime.",
  "# Epistaxis\n\nThe head must not be tilted backwards.\n\n## What to do\n\n- Sit the child down and tilt the head backwards.",
  "# Rabies\n\nWounds from a dog are not to be sutured on the first day.\n\n## At the first visit\n\n- Suture every wound from a dog at the first visit.",
  "# Eclampsia\n\nDiazepam is no longer used for eclampsia.\n\n## Fit on the ward\n\nFor eclampsia give diazepam 10 mg IV.",
  "# Prolonged QT\n\nHaloperidol, ondansetron and macrolides are contraindicated in long QT syndrome.\n\n## Vomiting in long QT syndrome\n\nOndansetron 4 mg IV once.",
  "# Contraception\n\nThe combined pill is unsafe for women who have migraine with aura.\n\n## Women with migraine with aura\n\nOffer the combined pill for the first year.",
  "# Lumbar puncture\n\nA CT scan is not required before lumbar puncture in alert adults without focal signs.\n\n## Order\n\n1. CT scan of the head in every alert adult without focal signs\n2. Lumbar puncture",
  "# Asthma in children\n\nAntibiotics should not be given routinely in acute asthma.\n\n## Acute asthma order form\n\nAll children with acute asthma: amoxicillin 25 mg/kg PO every 12 hours for 5 days.",
  "# Heart failure\n\nDrugs to avoid in heart failure: NSAIDs, diltiazem, verapamil and pioglitazone.\n\n## Heart failure with atrial fibrillation\n\nDiltiazem 60 mg PO every 8 hours.",
  "# Malaria in pregnancy\n\nPrimaquine: pregnancy and breastfeeding are absolute contraindications.\n\n## Radical cure in pregnant women\n\nPrimaquine 15 mg PO once daily for 14 days.",
  "# Liver\n\nIn decompensated cirrhosis, avoid benzodiazepines.\n\n## Sleep in decompensated cirrhosis\n\nLorazepam 1 mg PO at night.",
  "# Glaucoma\n\nHyoscine butylbromide is contraindicated in angle-closure glaucoma.\n\n## Colic in patients with angle-closure glaucoma\n\nHyoscine butylbromide 20 mg IV once.",
  "# Depression\n\nPatients on an MAOI must not be given pethidine.\n\n## Analgesia in patients on moclobemide\n\nPethidine 50 mg IM every 4 hours.",
  "# Back pain\n\nBed rest is discouraged in acute back pain.\n\n## Leaflet\n\nPeople with acute back pain should stay in bed for three days.",
  "# Jellyfish\n\nFresh water is not poured over the sting.\n\n## Beach board\n\nPour fresh water over the sting.",
  "# Heat stroke\n\nAntipyretics are useless in heat stroke and should be withheld.\n\n## Heat stroke: first hour\n\nParacetamol 1 g IV every 6 hours.",
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
  "# Otitis externa\n\nEar drops with an aminoglycoside must not be used when the drum is perforated.\n\n## Intact drum\n\nGentamicin ear drops, 3 drops every 8 hours for 7 days.",
  "# Nausea\n\nMetoclopramide is avoided in people under 20 years.\n\n## Adults\n\nMetoclopramide 10 mg PO every 8 hours.",
  "# Rabies\n\nWounds from a dog are not to be sutured on the first day.\n\n## After four days\n\n- Suture the wound when it is clean.",
  "# Eclampsia\n\nDiazepam was once used for eclampsia. Magnesium sulfate replaced it.\n\n## Fit in a child with epilepsy\n\nGive diazepam 0.3 mg/kg IV.",
  "# Asthma in children\n\nAntibiotics should not be given routinely in acute asthma.\n\n## Acute asthma with pneumonia\n\nAmoxicillin 25 mg/kg PO every 12 hours for 5 days.",
  "# Heart failure\n\nDrugs to avoid in heart failure: NSAIDs, diltiazem, verapamil and pioglitazone.\n\n## Atrial fibrillation without heart failure\n\nDiltiazem 60 mg PO every 8 hours.",
  "# Pre-eclampsia\n\nErgometrine is contraindicated in women with pre-eclampsia.\n\n## Third stage in women with normal blood pressure\n\nErgometrine 0.2 mg IM once.",
  "# Asthma\n\nAspirin is contraindicated in people with aspirin-sensitive asthma.\n\n## Stroke\n\nAspirin 300 mg PO once daily.",
  "# Peanut allergy\n\nAntihistamines should not be used instead of adrenaline.\n\n## Mild itching\n\nGive cetirizine 10 mg PO once.",
  "# Ward\n\nThe old chart recommended lidocaine for every infarct. Lidocaine is not given as prophylaxis after an infarct.\n\n## Ventricular tachycardia after an infarct\n\nGive lidocaine 1 mg/kg IV.",
  "# Teeth\n\nAn avulsed milk tooth is never put back.\n\n## School card\n\nPut back an avulsed permanent tooth at once.",
  "# Pneumonia in adults with neurological disease\n\n- Fluoroquinolones are contraindicated in adults with myasthenia gravis, since they can bring on a crisis.\n\n1. Is the saturation below 92% on air? Give oxygen and call the resident.\n2. Can the patient swallow? If not, insert a tube and stop food.\n3. Does the adult have myasthenia gravis?\n   - Yes: give ceftriaxone 2 g intravenously once daily for 5 days.\n   - No: give levofloxacin 750 mg by mouth once daily for 5 days.",
];

for (const text of opposed)
  it(`finds ${JSON.stringify(text)}`, () => assert.notEqual(foundIn(text).length, 0));
for (const text of agreeing)
  it(`leaves alone ${JSON.stringify(text)}`, () => assert.deepEqual(foundIn(text), []));
