// Bans and instructions of which each says in its own words and place whom it is for.

import { compareEach } from "../../../test/support/contradicting-texts.ts";

compareEach([
  [
    "the label of a line with a heading of several",
    "# Injuries of the chest\n\n## Penetrating injury (stab, gunshot)\n\n- Do not give a fluid bolus.\n\n## Transport\n\n- $: give a fluid bolus before loading.",
    "Stab wounds of the chest",
    "Patients with broken ribs",
  ],
  [
    "a label in bold with a later line of that name",
    "# Swallowed products\n\n**Kerosene and lamp oil.** Nothing is bound: no gastric lavage, no activated charcoal.\n\n**For the ward**\n\n- $: chest X-ray at 6 hours; activated charcoal 1 g/kg orally once.",
    "Kerosene",
    "Paracetamol",
  ],
  [
    "a value with a row whose column's head says of what",
    "# Dyspnoea in heart failure\n\n- Do not give oxygen to people whose saturation is above 92%.\n\n| Saturation at rest | Start today |\n|---|---|\n| $ | oxygen by mask 4 litres per minute |",
    "Above 92%",
    "92% or less",
  ],
  [
    "a list of bare noes with a list of orders",
    "# Bronchiolitis in infants\n\nNo chest X-ray, no blood gas, no nebulised salbutamol.\n\n## Admission orders\n\n- $",
    "Salbutamol 2.5 mg nebulised every 4 hours",
    "Oxygen 2 L/min by prongs when saturation is below 90%",
  ],
  [
    "what some do not get with what everyone gets",
    "# Bronchiolitis\n\nAntibiotics have no role in children with bronchiolitis and crackles.\n\n## Discharge\n\n$",
    "Every child goes home with amoxicillin.",
    "Every child goes home with a leaflet.",
  ],
  [
    "what is only named below a question, with for whom before it",
    "# Febrile convulsion\n\nAfter a simple seizure electroencephalography is not requested.\n\n**What is arranged on discharge?**\n\n- $",
    "For each child after a simple seizure, an electroencephalogram within seven days.",
    "For each child after a simple seizure, a card with the vaccines that are due.",
  ],
  [
    "what is kept from some",
    "# Wheeze\n\nOxygen is kept from adults whose saturation is above 94%.\n\n## Orders\n\n$",
    "Adults whose saturation is above 94%: 4 L/min through nasal prongs.",
    "Adults whose saturation is below 90%: 4 L/min through nasal prongs.",
  ],
  [
    "how a wound is with what is done to it",
    "# Scratched cornea\n\nThe eye stays uncovered. Ointment is enough.\n\n## Evening\n\n- $",
    "Double pad over the eye.",
    "Ointment into the eye.",
  ],
  [
    "whether a class goes on with who stays at home",
    "# Head lice\n\n| Condition | At school? |\n|---|---|\n| Head lice | Yes |\n| Impetigo | After a day |\n\n## Letter\n\nFor head lice: $.",
    "keep your child at home for a week",
    "comb the hair each evening",
  ],
  [
    "a cell that says none below what is given with an order for those of its row",
    "# Small operations\n\n| Operation | Antibiotic before it |\n|---|---|\n| Ingrown nail | None |\n| Open fracture | Cefazolin 2 g |\n\n## Evening list\n\nIngrown nail: give $ by mouth once.",
    "amoxicillin 1 g",
    "paracetamol 1 g",
  ],
  [
    "an hour at the head of a line with what waits for a day",
    "# First day\n\nThe newborn is not bathed before 24 hours of age.\n\n**Hour 6.** The baby is $.",
    "bathed in the basin",
    "weighed in the basin",
  ],
  [
    "those who are told by who they are not",
    "# Dengue\n\nA patient who does not bleed gets no platelets.\n\n## Ward sheet\n\n- No bleeding: give $.",
    "platelets at 10 ml/kg",
    "paracetamol 15 mg/kg",
  ],
  [
    "a medicine that is put aside with taking it without a break",
    "# Gout\n\nPatients on allopurinol take allopurinol without a break during a flare.\n\n## Diary\n\nFlare: $ until the joint is quiet.",
    "put allopurinol aside",
    "put ice on the joint",
  ],
]);
