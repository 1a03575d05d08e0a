// Recommendations for and against one thing, and the differences that make them no contradiction.

import assert from "node:assert/strict";
import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { recommendationContradiction } from "./recommendation-contradiction.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "recommendation-contradiction", rules: [recommendationContradiction] });

it("finds medicines, classes and interventions", () => {
  check("Zinc is recommended in measles.\n\nZinc is not recommended in measles.\n^^^^");
  check("Do not give antibiotics in croup.\n\nAmoxicillin should be given in croup.\n^^^^^^^^^^^");
  check(
    "Gastric lavage is recommended in poisoning.\n\nAvoid gastric lavage in poisoning.\n      ^^^^^^^^^^^^^^",
  );
});

it("takes how much of it is kept for nobody, and what a paragraph goes on to allow for its exception", () => {
  check(
    "# Cold\n\nLimit adrenaline to 1 dose until 30 °C.\n\n## Children\n\n- Adrenaline 10 mcg/kg IV for a child under 6 years.",
  );
  check(
    "EFV is not recommended for children younger than 3 years. Where there are no suitable alternatives, EFV may be used in children less than 3 years (200 mg orally once daily).",
  );
});

it("takes what is kept back in one chapter, below a condition, or as a single dose for no more than that", () => {
  check(
    "# Infections\n\n## Otitis media\n\n| Child | Amoxicillin 250 mg three times daily |\n|---|---|\n| Adult | Amoxicillin 500 mg three times daily |\n\n## Gastroenteritis\n\nAntibiotics should be reserved for adults who are unwell.\n",
  );
  check(
    "# Ketoacidosis\n\n## Bicarbonate\n\n- Use is controversial, only given in ICU setting\n- If pH < 6.9\n  - 100 mmol IV sodium bicarbonate in 400 ml water\n  - Infuse over 2 hours\n- If pH > 7.0\n  - Do not give bicarbonate\n",
  );
  check(
    "# Urethritis\n\nAzithromycin 500 mg orally stat and 250 mg orally daily for 4 days.\n\nSingle dose azithromycin is not recommended.\n",
  );
});

it("is silent where patients, condition, manner, time or certainty differ", () => {
  for (const other of [
    "Zinc is not recommended in adults with measles.",
    "Zinc is not recommended in severe measles.",
    "High-dose zinc is not recommended in measles.",
    "Zinc is not recommended in measles unless diarrhoea is present.",
    "Zinc is not routinely recommended in measles.",
    "WHO recommends against zinc in measles.",
    "Zinc is not recommended in measles with keratitis.",
  ])
    check(`Zinc is recommended in measles.\n\n${other}`);
});

it("takes a ban under a bold line of its own for one of those that the line names", () => {
  const text = (label: string) =>
    `# Diarrhoea in children\n\n**${label}**\n\n- Give zinc.\n- Do not give antibiotics.\n\n**Blood in the stool**\n\n- Ciprofloxacin 15 mg/kg by mouth twice daily for 3 days.`;
  check(text("Watery diarrhoea, no blood"));
  check(text("No dehydration"));
  check(`${text("General rules")}\n  ${"^".repeat(22)}`);
});

it("compares documents and shows the other side", () => {
  const other = { uri: "file:///b.md", guideline: parseGuideline("Zinc is not recommended in measles.") };
  const guideline = parseGuideline("Zinc is recommended in measles.");
  const [finding] = recommendationContradiction.check(guideline, { neighbours: [other] });
  assert.equal(finding?.related[0]?.in, other);
});

it("compares what is done by hand, in lists, columns and steps", () => {
  check("Do not use a tourniquet.\n\n1. Tie a tourniquet above the bite.\n   ^^^^^^^^^^^^^^^^");
  check("Shaving: not recommended.\n\n- Shave the skin.\n  ^^^^^^^^^^^^^^");
  check(
    "| Do | Don't |\n| --- | --- |\n| Keep the limb still | Cut the wound |\n\nIncise the wound.\n^^^^^^^^^^^^^^^^",
  );
  check("Do not request imaging.\n\nRequest an X-ray.\n^^^^^^^^^^^^^^^^");
  check(
    "Fundal pressure must not be used.\n\n| Measure | Advice |\n| --- | --- |\n| Fundal pressure | Use if she tires |\n                    ^^^^^^^^^^^^^^^^",
  );
  check(
    "| Measure | Advice |\n| --- | --- |\n| Strapping of the chest | Not recommended |\n\n1. Strap the chest.\n   ^^^^^^^^^^^^^^^",
  );
  check("# Score\n\n## Score of 0 to 2\n\nDo not use ice.\n\n## Score of 2 or 3\n\nUse ice.\n^^^^^^^");
});

it("is silent where a step, a time, a value or a part of the body differs", () => {
  check("Do not use a tourniquet.\n\nRemove a tourniquet slowly.");
  check("Do not bathe the newborn in the first 24 hours.\n\nBathe the newborn on the second day.");
  check("# Score\n\n## Score of 0 to 2\n\nDo not use ice.\n\n## Score of 3 or 4\n\nUse ice.");
  check("Never give phenytoin IM.\n\nGive phenytoin 100 mg IV.");
  check("Do not give potassium supplements with diuretics.\n\nStart furosemide 40 mg once daily.");
  check("A blood transfusion is not needed.\n\nCheck blood pressure.");
  check("Do not request an X-ray.\n\nRequest imaging.");
  check(
    "| Group | Measure | Advice |\n| --- | --- | --- |\n| Mild | Ice | Do not use |\n| Severe | Ice | Use |",
  );
  check("Do not use cotton buds in the ear.\n\nUse cotton buds for the skin.");
  check("Sore throat without pus\n\n- No antibiotics.\n\nSore throat with pus\n\n- Give antibiotics.");
});

it("reads what is given up, put off or kept for others", () => {
  check("Enemas in labour belong to the past.\n\n## Labour\n\n1. Give an enema.\n   ^^^^^^^^^^^^^");
  check(
    "Delay bathing the newborn until 24 hours after birth.\n\nBathe the newborn within the first hour.\n^^^^^^^^^^^^^^^^^",
  );
  check("Delay bathing the newborn until 24 hours after birth.\n\nBathe the newborn on the third day.");
  const oxygen =
    "Oxygen is reserved for people with a saturation below 90%.\n\n| Saturation | Measure |\n| --- | --- |\n";
  check(`${oxygen}| 94% or above | Oxygen 2 L/min, for the night |\n                 ^^^^^^^^^^^^^^`);
  check(`${oxygen}| Below 90% | Oxygen 2 L/min, for the night |`);
  check(
    "Reserve ceftriaxone for severe pneumonia.\n\n## Severe pneumonia\n\nGive ceftriaxone 2 g IV once daily.",
  );
});

it("reads what patients are discouraged from, and what goes on or stops", () => {
  check("Adults should be told to stay in bed.\n\nAdults are encouraged to stay in bed.");
  check(
    "Adults are discouraged from bed rest.\n\n## Later\n\nAdults with no warning signs should stay in bed.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "- Continue breastfeeding throughout treatment.\n- Stop breastfeeding until the milk phase is over.\n  ^^^^^^^^^^^^^^^^^^",
  );
  check(
    "- Continue breastfeeding throughout treatment.\n- Stop breastfeeding if the mother takes amiodarone.",
  );
  check("- Continue breastfeeding.\n- Do not stop breastfeeding.\n- Stop metformin before surgery.");
});

it("reads whom a pronoun, a row's head and signs are of", () => {
  check(
    "# Atrial fibrillation\n\nWe suggest a DOAC for a score of 1.\n\nPatients with a mechanical valve take acenocoumarol; do not give them a DOAC.",
  );
  check(
    "# Tablets and the kidney\n\n| Medicine | eGFR 45 to 59 | eGFR below 30 |\n| --- | --- | --- |\n| Metformin | maximum 2 g daily | stop |\n\nStart metformin 500 mg orally once daily with food.",
  );
  check(
    "# Preterm labour\n\n| Gestation | Steroid for the lungs |\n| --- | --- |\n| 24–31 weeks | Yes |\n| 34 weeks or more | No |\n\nA steroid must not be given when the mother has signs of infection.",
  );
});

it("reports an order that advice forbids once, wherever the advice stands", () => {
  check(
    "# Convulsions\n\nNEVER give phenytoin IM: it crystallises.\n\n- Adults without a vein: while the needle is placed, give phenytoin 20 mg/kg IM.\n                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
});

it("is silent where only one says when, and stops at the next subject", () => {
  const twins = "Offer aspirin to women with twins.\n\n";
  check(`${twins}Do not offer aspirin to women with twins.\n             ^^^^^^^`);
  check(`${twins}Do not offer aspirin to women with twins after week 36.`);
  check(`${twins}Do not offer aspirin to women with twins in the first trimester.`);
  const dengue = "Give platelets to adults with severe bleeding.\n\n";
  check(
    `${dengue}Platelets should not be given to adults with severe bleeding, and the pulse is counted every hour.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  );
  check(
    `${dengue}Platelets should not be given to adults with severe bleeding when the spleen is large, and the pulse is slow.`,
  );
});

it("takes what is for everybody as for those whom a value tells apart, and words that narrow nothing for none", () => {
  check(
    "# Stroke\n\nSupplementary oxygen is not given to patients whose saturation is 94 % or more.\n\n## Card\n\n- Oxygen 4 litres/min by mask for every patient\n  ^^^^^^",
  );
  check(
    "# Stroke\n\nSupplementary oxygen is not given to patients whose saturation is 94 % or more.\n\n## Card\n\n- Oxygen 4 litres/min by mask for every patient with a saturation below 90 %",
  );
  check(
    "# Febrile seizures\n\nDaily anticonvulsants are not given after simple febrile seizures, single or recurrent.\n\n1. After a second simple seizure start phenobarbital 4 mg/kg by mouth once daily.\n                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
});

it("takes a line in bold for the heading of a ban below it", () => {
  const list = (ban: string) =>
    `# Diarrhoea\n\n**Watery diarrhoea**\n\n- ${ban}\n\n**Dysentery**\n\n- Ciprofloxacin 15 mg/kg by mouth twice daily.`;
  check(list("Do not give antibiotics."));
});

it("takes what is found, what is so, a question, another place and a level's other side for no contradiction", () => {
  for (const text of [
    "No surfactant on shake test.\n\nGive surfactant.",
    "The patient may not have the ability to stand.\n\nAssess the ability to stand.",
    "- What can be offered with oxygen\n\nThere is no role for oxygen.",
    "Do not nurse the infant near a window.\n\nThe infant is nursed in a cot.",
    "Patients must not be transported to a hospital on diversion.\n\nPatients must be transported to the trauma centre.",
    "If the bilirubin is below the level for phototherapy, stop phototherapy.\n\nIf the bilirubin is above the level for phototherapy, continue phototherapy.",
    "Use injectable penicillin only for severe pneumonia.\n\n## Mild pneumonia\n\nPenicillin V 250 mg by mouth four times daily for 5 days.",
  ])
    check(text);
});

it("only informs where one paragraph goes on", () => {
  const severities = (between: string) =>
    [
      ...recommendationContradiction.check(
        parseGuideline(`Never leave a wick inside the ear.${between}Leave a wick inside the ear.`),
      ),
    ].map(({ severity }) => severity);
  assert.deepEqual(severities("\n\n"), ["warning"]);
  assert.deepEqual(severities(" "), ["information"]);
});

it("knows bans of some patients, of poor kidneys and below the like title of another disease", () => {
  const order = "Morphine 10 mg IV once.";
  for (const ban of [
    "## CAUTION: Avoid morphine in ALL patients who have used another",
    "### Renal dysfunction\n\nAvoid morphine.",
  ])
    check(`${order}\n\n## Notes\n\n${ban}`);
  const like = (name: string, said: string) => `## ${name}\n\n### Management\n\n- ${said}\n\n`;
  check(
    like("Neuropathy", "Avoid steroids as they can worsen it") + like("Weakness", "Prednisone 20 mg daily"),
  );
});

it("only informs below the answers yes and no, and where a ban says only at which place", () => {
  const severities = (text: string) =>
    [...recommendationContradiction.check(parseGuideline(text))].map(({ severity }) => severity);
  const chart = (no: string) =>
    `## Sore throat\n\nYes ▼\n\n- Give antibiotics\n\n${no} ▼\n\n**Do NOT give antibiotics**`;
  assert.deepEqual(severities(chart("No")), ["information"]);
  assert.deepEqual(severities("Apply a tourniquet.\n\nDo not place a tourniquet over a joint."), [
    "information",
  ]);
});

it("takes what harms the liver, and what is not given together, for nothing to be done or left out", () => {
  check(
    "Avoid aspirin in liver disease.\n\n## Liver disease\n\n**Hepatotoxic drugs include:**\n\n- Aspirin\n- Erythromycin",
  );
  check("Ketamine 0.25 mg/kg IV over 10 minutes.\n\nDo not co-administer fentanyl and ketamine.");
});

it("reads what a line forbids that leads into a list, what is absent, and what a ban names beside", () => {
  for (const lead of [
    "What does not help and is not to be used in these infants:",
    "The following have no role:",
    "We do not use:",
    "Leave out:",
    "These infants do not receive:",
  ])
    check(
      `# Bronchiolitis in infants\n\n${lead}\n\n- Salbutamol\n- Antibiotics\n\nInfants receive nebulised salbutamol.\n        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    );
  check(
    "# Back pain\n\nIn the absence of red flags, x-rays of the spine are not to be requested.\n\n## Referral\n\nFor adults without red flags:\n\n- request an x-ray of the spine\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "# Corneal abrasion\n\n- Do not pad the eye.\n\nClose the lid of the eye under a firm pad.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
});

it("leaves alone an age outside the title's, and another look of the same illness", () => {
  check(
    "# Bronchiolitis in infants\n\n- Do not give salbutamol.\n\n**Older children.** They have another illness. Give salbutamol 400 micrograms by inhaler every 4 hours.",
  );
  check(
    "# Diarrhoea in children\n\nChildren with watery diarrhoea should not receive an antibiotic.\n\n**Blood in the stool.** Give ciprofloxacin 15 mg/kg PO twice daily.",
  );
});

it("tells who is meant, what is started instead, and what leads into a list, from what is advised", () => {
  check(
    "Do not give any further ketamine.\n\nAll patients that receive ketamine are required to be monitored.",
  );
  check("Stop penicillin and start gentamicin.\n\nContinue gentamicin for 5 days.");
  check(
    "- Activated charcoal, oral, 50 g once.\n- Activated charcoal should not be given in the case of:\n  - paraffin poisoning\n  - burns",
  );
  check(
    "- Aluminium hydroxide, oral, 10 mL 8 hourly.\n\nDo not administer aluminium hydroxide and sodium polystyrene simultaneously.",
  );
  check(
    "# Sore throat\n\nAside from streptococcal pharyngitis, antibiotics are not indicated.\n\n## Streptococcal pharyngitis\n\n- Amoxicillin 500 mg PO three times daily for 10 days.",
  );
});
