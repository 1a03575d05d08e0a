// Which instructions are for the same patients as a ban, each beside one that is not.

import { compareEach } from "../../../test/support/contradicting-texts.ts";

compareEach([
  [
    "what is done so and there, and what for some",
    "# Infarction\n\nProphylactic lidocaine is not recommended.\n\n## Transport\n\nAll patients receive prophylactic lidocaine $.",
    "in the ambulance",
    "if runs of ventricular beats follow",
  ],
  [
    "what two documents' sentences say of their patients themselves",
    "# Neck injury\n\nWe advise against rigid collars in conscious players with neck pain.\n\n## Kit\n\nA conscious player with $ is fitted with a rigid collar before being moved.",
    "neck pain",
    "a weak arm",
  ],
  [
    "a label with its values",
    "# Warfarin\n\n- INR above 4.5 and up to 10: omit a dose. No vitamin K is given.\n- INR $: omit a dose and give vitamin K 2.5 mg PO.",
    "above 6",
    "above 10",
  ],
  [
    "the half of a sentence",
    "# Stroke\n\nWe recommend compression stockings after a stroke.\n\n$compression stockings are not recommended after a stroke.",
    "",
    "and ",
  ],
  [
    "rows of what is drawn as a table",
    "# Ward\n\n|---+---|\n| Bottles | Wash. Rinse and soak in fresh hypochlorite solution for 30 minutes. Rinse. |\n$| Basins | Clean with warm water and detergent. Disinfectants are not recommended. | |",
    "\n",
    "",
  ],
  [
    "a verdict in a table",
    "# Caustics\n\n| Measure | Verdict |\n| --- | --- |\n| Activated charcoal | no |\n\n## Caustic soda\n\nOffer $ 50 g by mouth.",
    "activated charcoal",
    "milk",
  ],
  [
    "a condition before its comma",
    "# Ankle\n\nRadiographs are not requested when no bone is tender.\n\n- If $ bone is tender, request a radiograph in two views.",
    "no",
    "a",
  ],
  [
    "what patients go home with",
    "# Scorpion sting\n\nAntibiotics are unnecessary after a scorpion sting.\n\n## Leaving\n\nPatients with a scorpion sting go home with $.",
    "antibiotics",
    "a leaflet",
  ],
  [
    "what an injection is",
    "# Dengue\n\nIntramuscular injections are to be avoided in dengue.\n\n## Vomiting\n\nFor vomiting in dengue give promethazine 25 mg $.",
    "IM",
    "by mouth",
  ],
  [
    "what the sentence before is about",
    "# Fever in children\n\nSponging with cold water makes children shiver. We do not do it.\n\n- $ the child with cold water for 15 minutes.",
    "Sponge",
    "Cool the forehead of",
  ],
  [
    "orders without a verb",
    "# Bronchiolitis\n\nPercussion of the chest should be abandoned.\n\n## Ward\n\n- $, morning and evening.",
    "Chest physiotherapy by the therapist",
    "Saline drops to the nose",
  ],
  [
    "a line before a list that names whom its items are about",
    "# Croup\n\nAntibiotics are not given in croup.\n\nEvery child with croup:\n\n- is given $;\n- stays with the mother.",
    "amoxicillin as a routine",
    "dexamethasone as a routine",
  ],
  [
    "waiting and not waiting",
    "# Birth\n\nDelay clamping of the cord for at least 60 seconds in stable preterm infants.\n\n- Do not delay clamping of the cord $.",
    "in stable preterm infants",
    "when the baby needs the bag and mask",
  ],
  [
    "a complaint in a document on an illness",
    "# Myocardial infarction\n\nOxygen is not used in patients with a saturation of 90 % or more.\n\n## Heart attack: first minutes\n\nGive oxygen by mask to every patient with chest pain$.",
    ", whatever the saturation",
    " and a saturation below 90 %",
  ],
  [
    "a form by which a medicine is banned",
    "# Hypertension\n\nSublingual nifedipine is banned from this clinic.\n\n## Pressure above 180/120 mmHg\n\nGive nifedipine 10 mg $.",
    "under the tongue",
    "by mouth",
  ],
  [
    "some of those whom a ban names",
    "# Bronchiolitis\n\nAntibiotics are not needed in bronchiolitis.\n\n## Bronchiolitis $\n\nGive ampicillin 50 mg/kg IV every 6 hours.",
    "",
    "with a white lung on the film",
  ],
  [
    "too much and enough",
    "# COPD\n\nOxygen $ is not given.\n\n- Give oxygen at 2 L/min.",
    "",
    "above 4 L/min",
  ],
  [
    "those who do and those who do not",
    "# Birth\n\nWe recommend delayed cord clamping for all newborns who breathe well at birth.\n\n## Resuscitation\n\nWe do not recommend delayed cord clamping for newborns who $ at birth.",
    "breathe well",
    "do not breathe",
  ],
]);
