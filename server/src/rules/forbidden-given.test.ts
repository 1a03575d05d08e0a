// Whose orders break which bans: bans in further words, patients who are told rather than named, and what reads like a
// ban, or like giving, and says nothing of these patients.

import assert from "node:assert/strict";
import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { contraindicatedRecommended } from "./contraindicated-recommended.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "contraindicated-recommended", rules: [contraindicatedRecommended] });

it("reads bans in every way and form, of all patients of a place, of nobody, and of women who can conceive", () => {
  const order = "## Epilepsy\n\nTramadol 50 mg PO every 6 hours.\n^^^^^^^^^^^^^^";
  for (const ban of [
    "We do not use tramadol in epilepsy.",
    "No patient with epilepsy gets tramadol.",
    "Tramadol is contraindicated in epilepsy, by mouth or by injection.",
    "| Condition | Tramadol |\n|---|---|\n| Epilepsy | Contraindicated |",
  ])
    check(`${ban}\n\n${order}`);
  check(
    "Tramadol is contraindicated in all patients of this clinic.\n\nTramadol 50 mg PO once.\n^^^^^^^^^^^^^^",
  );
  check(
    "Below 30 mL/min/1.73 m², NSAIDs are contraindicated by any systemic route.\n\n| Filtration rate | Order |\n|---|---|\n| 60 mL/min/1.73 m² and above | Naproxen 500 mg PO once |\n| Below 30 mL/min/1.73 m² | Naproxen 250 mg PO once |\n                            ^^^^^^^^^^^^^^^",
  );
  const table =
    "| Patient | Order |\n|---|---|\n| Men and boys over 12 years | topiramate 25 mg PO once daily |\n";
  check(
    `Topiramate: not to be given to girls and women who can become pregnant.\n\n${table}| Women 15 to 49 years | topiramate 25 mg PO once daily |\n                         ^^^^^^^^^^^^^^^^`,
  );
});

it("knows one patient by what is told before the order", () => {
  const ban = "Nadolol is contraindicated in asthma.\n\n";
  check(
    `${ban}- Mr A, 61, type 2 diabetes. Added: nadolol 40 mg PO once daily.\n- Mr B, 70, uses an inhaler for wheeze. Added: nadolol 40 mg PO once daily.\n                                               ^^^^^^^^^^^^^`,
  );
  check(`${ban}Mrs C, 40, never wheezes, uses no inhaler. Added: nadolol 40 mg PO once daily.`);
});

const findings = (text: string) =>
  [
    ...contraindicatedRecommended.check(parseGuideline(text), {
      neighbours: [],
      options: undefined,
    } as never),
  ].map(({ severity = "warning" }) => severity);

it("reads exceptions, trade names and a medicine's own name as nobody", () => {
  check(
    "Do not give antibiotics in diarrhoea (exceptions are dysentery and cholera).\n\n## Cholera\n\nDoxycycline 300 mg PO once.",
  );
  check(
    "Do not administer nitroglycerin (Nitro-stat) to a patient who took a potency pill.\n\n## Angina\n\nNitroglycerin 0.4 mg SL once.",
  );
  check(
    "# Ondansetron\n\n## Contraindications\n\n- Allergy to granisetron (Kytril) or to ondansetron (Zofran)\n\n## Dose\n\nOndansetron 4 mg IV once.",
  );
  check(
    "# Glucose\n\n| Dose | 10 g IV |\n|---|---|\n| Contraindications | No data |\n\nGlucose 10 g IV, data below.",
  );
});

it("knows nobody by how ill they are alone, by half a word, or by what is denied", () => {
  const below = (item: string, order: string) =>
    check(`# Budesonide\n\n## Contraindications\n\n- ${item}\n\n## Dose\n\n${order}`);
  below("Moderate to severe", "Moderate to severe asthma: budesonide 400 mcg inhaled twice daily.");
  below("Warts on face", "Rub the surface of warts, then budesonide 400 mcg inhaled twice daily.");
  below(
    "Children or newborns with poor motility",
    "Children 2–5 years: budesonide 200 mcg inhaled twice daily.",
  );
  check(
    "Propranolol is contraindicated in asthma.\n\n## Hyperthyroidism\n\nSymptoms may be relieved by propranolol unless contraindicated (e.g. by asthma):\n\n| Medicine | Dose |\n|---|---|\n| Propranolol | 40 mg PO 3 times a day |",
  );
  check(
    "Doxycycline is contraindicated in pregnancy.\n\n## Termination of pregnancy\n\n- Doxycycline 100 mg PO twice a day for 7 days",
  );
});

it("takes no dose below precautions, and no fluid, for what is given", () => {
  check(
    "# Nitroglycerin\n\n## Contraindications\n\n- Hypotension\n\n## Precautions\n\n- Hypotension has been seen with nitroglycerin 10 mcg/min IV.",
  );
  check(
    "Nitroglycerin is contraindicated in hypotension.\n\n# Nitroglycerin\n\nSevere hypotension should be treated with a 500 mL fluid bolus.",
  );
  check(
    "No adenosine in atrial fibrillation.\n\n## Atrial fibrillation\n\nNo adenosine should be administered.",
  );
});

it("takes a list for that of its own medicine", () => {
  const order = "## Kidney failure\n\nAspirin 500 mg PO once.";
  check(`## Clopidogrel + Aspirin\n\n### Contraindications\n\n- Kidney failure\n\n${order}`);
  check(
    "## Ketamine\n\nKetamine 0.5 mg/kg IV in 100 mL of D5W. Contraindicated under 3 years.\n\n## Low glucose\n\nChildren 1–2 years: D5W 5 mL/kg IV once.",
  );
});

it("calls it information where one medicine's own page lists both", () => {
  const page =
    "# Ciclosporin\n\n## Contraindications\n\n- Psoriasis\n\n## Dose\n\nPsoriasis: ciclosporin 2.5 mg/kg PO daily.";
  assert.deepEqual(findings(page), ["information"]);
  assert.deepEqual(findings(page.replace("## Dose", "# Skin")), ["warning"]);
});

it("takes severe renal impairment for a filtration rate below 30", () => {
  check(
    "Severe renal impairment is a contraindication to metformin.\n\n| eGFR | Order |\n|---|---|\n| 45 or more | metformin 500 mg PO twice daily |\n| under 30 | metformin 500 mg PO once daily |\n             ^^^^^^^^^^^^^^^^",
  );
});

it("reads bans by nobody, by a label, by route and form, of what was named before, and of any of several medicines", () => {
  const order = "## Epilepsy\n\nTramadol 50 mg PO every 6 hours.\n^^^^^^^^^^^^^^";
  for (const ban of [
    "Nobody with epilepsy receives tramadol.",
    "No resident who has epilepsy is given tramadol.",
    "Epilepsy or head injury: no tramadol.",
    "People with epilepsy are not candidates for tramadol.",
    "Epilepsy is an absolute bar to tramadol.",
    "Tramadol: not if the patient has epilepsy.",
    "Tramadol by mouth is contraindicated in epilepsy.",
    "The opioid tramadol is cheap. It is stopped after surgery, and it must never be taken by people with epilepsy.",
  ])
    check(`${ban}\n\n${order}`);
  check(
    "Asthma: no beta-blocker drops.\n\n## Glaucoma\n\n- No asthma: timolol 0.5 %, one drop twice daily.\n- Asthma: timolol 0.25 %, one drop twice daily.\n          ^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "Tramadol by injection is contraindicated in epilepsy.\n\n## Epilepsy\n\nTramadol 50 mg PO every 6 hours.",
  );
});

it("knows patients by bold letters before the order, by the line above its list, and by a class of what they take", () => {
  const ban = "No traveller who takes warfarin, apixaban or rivaroxaban is given an NSAID.\n\n";
  check(
    `${ban}**Card 1, sprain, no medicines.** Rest. Naproxen 250 mg PO twice daily.\n\n**Card 2, sprain, on a blood thinner.** Rest. Naproxen 250 mg PO twice daily.\n                                              ^^^^^^^^^^^^^^^`,
  );
  check(
    "NSAIDs are contraindicated in patients with protein in the urine.\n\n**Urine normal**\n\n- Diclofenac 50 mg PO once\n\n**Protein in the urine**\n\n- Diclofenac 50 mg PO once\n  ^^^^^^^^^^^^^^^^",
  );
  check(
    "Myasthenia is a contraindication to ciprofloxacin.\n\n1. Does she have myasthenia?\n   - No: ciprofloxacin 500 mg PO twice daily.",
  );
});

it("is unsure of a ban for those with a value, and knows who is pregnant by the visit", () => {
  const ban = "In heart failure with an ejection fraction of 40 % or less, verapamil is contraindicated.\n\n";
  const order = "verapamil 80 mg PO three times daily.";
  const severities = (text: string) =>
    [...contraindicatedRecommended.check(parseGuideline(text))].map(({ severity }) => severity);
  assert.deepEqual(severities(`${ban}## Heart failure\n\nGive ${order}`), ["information"]);
  assert.deepEqual(severities(`${ban}## Heart failure\n\nEjection fraction above 50 %: give ${order}`), []);
  check(
    "Primaquine is contraindicated in pregnancy.\n\n## Antenatal visit\n\nMalaria: primaquine 15 mg PO once daily.\n         ^^^^^^^^^^^^^^^^",
  );
});

it("keeps a ban of what is given for something to that", () => {
  const order = "## Seizures\n\nChildren: midazolam 0.1 mg/kg slow IV once.";
  check(`Midazolam for shivering in children is not permitted.\n\n${order}`);
  check(`Midazolam in children is not permitted.\n\n${order}\n          ^^^^^^^^^^^^^^^^^^^`);
});

it("takes what has the same effect for no order, and an injury of the eye for none of another place", () => {
  check(
    "# Hyponatraemia\n\nAvoid potassium chloride in hyponatraemia.\n\n- 50 mmol of oral potassium chloride will have about the same effect as 100 mL of sodium chloride 3 %.",
  );
  check(
    "# Ketamine\n\n#### Contraindications:\n\nPenetrating ocular injury\n\n# Injury\n\nGive ketamine 2 mg/kg IV once.",
  );
});

it("knows an arrest after an injury from any other", () => {
  const order = "## Cardiac arrest\n\nGive amiodarone 300 mg IV once.";
  check(`Amiodarone is contraindicated in traumatic cardiac arrest.\n\n${order}`);
});

it("asks about what a sentence turns down of which not all is understood", () => {
  const of = (ban: string, order: string) => findings(`${ban}\n\n## Next\n\n${order}`);
  for (const [ban, order] of [
    ["People with epilepsy fit more on it; tramadol is not for them.", "Epilepsy: tramadol 50 mg PO once."],
    ["Tramadol 50 mg. Patients with epilepsy go without it.", "Known epilepsy: tramadol 50 mg PO once."],
    ["Lewy bodies: neuroleptics can kill.", "Lewy body dementia: haloperidol 0.5 mg PO once."],
    ["Colchicine 0.5 mg. On dialysis: none.", "Haemodialysis: colchicine 0.5 mg PO once."],
  ] as const)
    assert.deepEqual(of(ban, order), ["information"], ban);
  for (const [ban, order] of [
    ["Tramadol is not withheld in epilepsy.", "Epilepsy: tramadol 50 mg PO once."],
    [
      "In epilepsy use something else unless pain is severe; tramadol is not for it.",
      "Epilepsy: tramadol 50 mg PO once.",
    ],
    ["Tramadol is no cure of epilepsy.", "Pain: tramadol 50 mg PO once."],
  ] as const)
    assert.deepEqual(of(ban, order), [], ban);
});
