// Orders and recommendations for patients in whom the text forbids the medicine.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { contraindicatedRecommended } from "./contraindicated-recommended.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "contraindicated-recommended", rules: [contraindicatedRecommended] });

it("reads sentences, lists, terse lines and tables", () => {
  // Without a verb: "Give ibuprofen" against "Do not give NSAIDs" is what recommendation-contradiction reports.
  const order = "## Dengue\n\nIbuprofen 400 mg PO every 8 hours.\n^^^^^^^^^^^^^^^^";
  for (const ban of [
    "Do not give NSAIDs in dengue.",
    "NSAIDs: contraindicated in dengue.",
    "No NSAIDs in dengue.",
    "Dengue is a contraindication to ibuprofen.",
    "## Ibuprofen\n\n**Contraindications:** asthma, dengue",
    "## Ibuprofen\n\n### Contraindications\n\n- asthma\n- dengue",
    "| Medicine | Do not use in |\n|---|---|\n| Ibuprofen | dengue, asthma |",
  ])
    check(`${ban}\n\n${order}`);
});

it("reads a ban behind a number, a reason, brackets or a title, below a line that begins it, and turned round", () => {
  const order = "## Dengue\n\nIbuprofen 400 mg PO every 8 hours.\n^^^^^^^^^^^^^^^^";
  for (const ban of [
    "1.2 Ibuprofen is contraindicated in dengue.",
    "Since two deaths last year, ibuprofen, alone or in mixtures, is contraindicated in dengue.",
    "NSAIDs (ibuprofen, diclofenac): contraindicated in dengue.",
    "Note on ibuprofen. Contraindicated in dengue.",
    "Dengue: NSAIDs contraindicated.",
    "Ibuprofen: contraindication, dengue.",
    "The following are contraindicated in dengue: ibuprofen, aspirin.",
    "NSAIDs must not be given to people with:\n\n- asthma\n- dengue",
    "| Medicine | Note |\n|---|---|\n| Ibuprofen | Contraindicated in dengue and in asthma |",
  ])
    check(`${ban}\n\n${order}`);
});

it("knows patients by what is measured in them, and by what they take", () => {
  check(
    "Potassium above 5.5 mmol/L: spironolactone contraindicated.\n\n| Potassium (mmol/L) | Order |\n|---|---|\n| under 5.0 | spironolactone 25 mg PO once daily |\n| 5.6–6.0 | spironolactone 12.5 mg PO once daily |\n            ^^^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "Within 24 hours of sildenafil every nitrate is contraindicated.\n\n- No erectile tablets: glyceryl trinitrate 400 micrograms under the tongue once.\n- Sildenafil taken the same morning: glyceryl trinitrate 400 micrograms under the tongue once.\n                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
});

it("reads a ban that names the medicine only for those whom the line above it names", () => {
  check(
    "# Kidney disease\n\n**Below 30 mL/min**\n\n- No NSAIDs, not even for a few days.\n- Metformin: stop.\n\n| Patient | Order |\n|---|---|\n| Filtration 60 mL/min or more | naproxen 500 mg PO twice daily |\n| Filtration below 30 mL/min | naproxen 250 mg PO twice daily |\n                               ^^^^^^^^^^^^^^^",
  );
  check(
    "**Under 12 years**\n\n1. No codeine.\n\n## Pain\n\nChild of 8 years: codeine 15 mg PO every 6 hours.\n                  ^^^^^^^^^^^^^",
  );
  check(
    "- No tetracycline, doxycycline included, in pregnancy.\n\n| Patient | Order |\n|---|---|\n| Breastfeeding women | doxycycline 100 mg PO once |\n| Pregnant women | doxycycline 100 mg PO once |\n                   ^^^^^^^^^^^^^^^^^^",
  );
});

it("reads two medicines that are forbidden together as forbidden to whoever takes the other", () => {
  check(
    "Tetracyclines must not be taken together with isotretinoin.\n\n## Problems during the isotretinoin course\n\n- Crusts: doxycycline 100 mg PO once daily.\n          ^^^^^^^^^^^^^^^^^^",
  );
  check(
    "Levels of protease inhibitors fall by half; joint use with rifampicin is contraindicated.\n\n| Regimen | Add |\n|---|---|\n| Tenofovir, lamivudine, efavirenz | rifampicin 600 mg PO once daily |\n| Tenofovir, lamivudine, atazanavir | rifampicin 600 mg PO once daily |\n                                      ^^^^^^^^^^^^^^^^^",
  );
  check(
    "**Women living with HIV who take co-trimoxazole.** Chloroquine is contraindicated in these women.\n\n## HIV-negative\n\nChloroquine 600 mg PO once.\n\n## HIV-positive, on co-trimoxazole\n\nChloroquine 600 mg PO once.\n^^^^^^^^^^^^^^^^^^",
  );
  check(
    "Do not give diazepam IM.\n\nTetracyclines must not be mixed in a syringe with calcium.\n\nOn calcium: doxycycline 100 mg PO daily.",
  );
});

it("knows patients by what their case tells", () => {
  check(
    "Beta-blockers are contraindicated in asthma.\n\n| Woman | Order |\n|---|---|\n| No other illness | labetalol 200 mg PO once |\n| Uses a steroid inhaler twice daily | labetalol 200 mg PO once |\n                                       ^^^^^^^^^^^^^^^^",
  );
});

it("takes a ban that leads into a list, or that stands behind a label, for none of all patients", () => {
  for (const text of [
    "## Vivax malaria\n\nPrimaquine 0.5 mg/kg PO once daily.\n\nPrimaquine is contraindicated in:\n\n- pregnancy\n- breastfeeding women",
    "## Atrial fibrillation\n\n- LVEF 40 % or more: verapamil 40 mg PO three times daily.\n- LVEF below 40 %: carvedilol 3.125 mg PO twice daily. Do not give verapamil.",
  ])
    check(text);
});

it("knows ages, groups and allergies", () => {
  check(
    "Codeine is contraindicated in children under 12 years.\n\nInfants: codeine 1 mg PO every 6 hours.\n         ^^^^^^^^^^^^",
  );
  check(
    "Avoid warfarin in pregnancy.\n\nPregnant women: warfarin 5 mg PO once daily.\n                ^^^^^^^^^^^^^",
  );
  check(
    "Patients with penicillin allergy: amoxicillin 500 mg PO every 8 hours.\n                                  ^^^^^^^^^^^^^^^^^^",
  );
});

it("says only for information that a carbapenem stands below a beta-lactam allergy", () => {
  const severities = (medicine: string) =>
    [
      ...contraindicatedRecommended.check(
        parseGuideline(`## Severe beta-lactam allergy\n\nGive ${medicine} IV every 8 hours.`),
      ),
    ].map(({ severity }) => severity);
  assert.deepEqual(severities("meropenem 1 g"), ["information"]);
  assert.deepEqual(severities("cefazolin 1 g"), ["warning"]);
});

it("tells a class that is called by one medicine's name, and an expectant mother", () => {
  const ban = "The tetracycline class is contraindicated in pregnancy.";
  check(
    `${ban}\n\nExpectant mothers: doxycycline 100 mg PO twice daily.\n                   ^^^^^^^^^^^^^^^^^^`,
  );
  check(`${ban}\n\nExpectant management: doxycycline 100 mg PO twice daily.`);
});

it("is silent on exceptions, other routes, other degrees and other patients", () => {
  for (const text of [
    "Do not give ibuprofen in dengue unless platelets are normal.\n\n## Dengue\n\nGive ibuprofen 400 mg PO every 8 hours.",
    "Do not give IM diclofenac in dengue.\n\n## Dengue\n\nGive diclofenac 50 mg PO every 8 hours.",
    "Avoid metformin in severe renal impairment.\n\n## Renal impairment\n\nGive metformin 500 mg PO twice daily.",
    "Avoid codeine in children under 12 years.\n\nChildren: codeine 15 mg PO every 6 hours.",
    "Avoid NSAIDs in dengue.\n\n## Joint pain\n\nWhen the dengue strip is negative, pain is treated with ibuprofen 400 mg PO every 8 hours.",
    "Fever is not a contraindication to BCG vaccine.\n\n## Fever\n\nGive BCG vaccine 0.05 mL intradermally once.",
  ])
    check(text);
});

it("looks into other documents", () => {
  const policy = {
    uri: "file:///policy.md",
    guideline: parseGuideline("Codeine must not be used in breastfeeding women."),
  };
  const guideline = parseGuideline("Breastfeeding women: codeine 30 mg PO every 6 hours.");
  const [finding] = contraindicatedRecommended.check(guideline, { neighbours: [policy] });
  assert.equal(finding?.related[0]?.in, policy);
});

it("knows what every patient with a condition has, and what a section rules out for its own", () => {
  check(
    "Never give ergometrine to a woman whose blood pressure is raised.\n\n## Pre-eclampsia\n\nInject ergometrine 200 micrograms IM, single dose.\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  const heparin =
    "# Heparin-induced thrombocytopenia\n\n## Confirmed cases\n\nHeparins of every kind are contraindicated for life.\n\n";
  check(`${heparin}Give enoxaparin 40 mg SC once daily.\n     ^^^^^^^^^^^^^^^^`);
  check(`${heparin}## Diagnosis excluded\n\nGive enoxaparin 40 mg SC once daily.`);
});

it("takes a normal enzyme for no deficiency", () => {
  const ban = "# G6PD deficiency\n\nSulfonamides are contraindicated in G6PD deficiency.\n\n";
  check(`${ban}- Cystitis, G6PD normal: cotrimoxazole 960 mg PO every 12 hours.`);
  check(
    `${ban}- Cystitis, G6PD deficient: cotrimoxazole 960 mg PO every 12 hours.\n                            ^^^^^^^^^^^^^^^^^^^^`,
  );
});

it("compares how the kidneys work", () => {
  const ban =
    "# Diabetes\n\nMetformin is contraindicated when eGFR is below 30 mL/min.\n\n| eGFR | Order |\n| --- | --- |\n";
  check(`${ban}| 20–44 | Metformin 500 mg PO twice daily |\n          ^^^^^^^^^^^^^^^^`);
  check(`${ban}| 30–44 | Metformin 500 mg PO twice daily |`);
  check(
    "# Diabetes\n\nDo not start metformin when eGFR is below 45 mL/min.\n\n| eGFR | Order |\n| --- | --- |\n| 30–44 | Metformin 500 mg PO twice daily |",
  );
});

it("reads a ban on a list whose last medicine is narrowed, and one for as long as the illness", () => {
  const order = "\n\n## Dengue\n\nGive ibuprofen 400 mg PO every 8 hours.";
  const mark = "\n     ^^^^^^^^^^^^^^^^";
  check(`NSAIDs, aminoglycosides and IV magnesium are contraindicated in dengue.${order}${mark}`);
  check(`NSAIDs and heparin injections are contraindicated in dengue.${order}`);
  check(
    `NSAIDs are contraindicated in dengue, from the first day until platelets are normal.${order}${mark}`,
  );
  check(`NSAIDs are contraindicated in dengue until a nurse has called.${order}`);
});

it("forbids neither of two medicines that are not to be combined, nor what is used instead", () => {
  const row = (cells: string) =>
    check(
      `## Atrial fibrillation\n\nWe recommend warfarin in atrial fibrillation. Rivaroxaban 20 mg orally once daily.\n\n| Combination | Advice |\n| --- | --- |\n| ${cells} |`,
    );
  row("Ketoconazole with rivaroxaban | Avoid");
  row("Phenytoin with any direct oral anticoagulant | Avoid; use warfarin");
});

it("takes pregnant women below a heading on before and after birth for pregnant", () => {
  const ban =
    "Enalapril and doxycycline are contraindicated in pregnancy.\n\n## Care before and after birth\n\n";
  check(
    `${ban}Pregnant women with a raised pressure: enalapril 5 mg orally once daily.\n                                       ^^^^^^^^^^^^^^`,
  );
  check(
    `${ban}- In pregnant women give doxycycline 100 mg orally twice daily.\n                         ^^^^^^^^^^^^^^^^^^\n- Mothers: artesunate 200 mg orally once daily.`,
  );
  check(`${ban}Breastfeeding women: enalapril 5 mg orally once daily.`);
  check(
    `${ban}Methyldopa 250 mg orally three times daily in pregnancy and enalapril 5 mg orally once daily after birth.`,
  );
});

it("reads who is allowed it, a milder form, and headings apart", () => {
  check(
    "# TB meningitis\n\nGive dexamethasone to adults as follows.\n\n# Raised pressure\n\nCorticosteroids should not be given for cryptococcal meningitis, although they are given for TB meningitis.",
  );
  check(
    "# Malaria\n\nPrimaquine is contraindicated in G6PD deficiency. In mild G6PD deficiency, primaquine 0.75 mg/kg orally once weekly for 8 weeks may be given.",
  );
  check(
    "# Neonatal jaundice\n\nCeftriaxone is contraindicated in newborns with jaundice. Newborns without jaundice receive ceftriaxone 50 mg/kg IM once; with jaundice they receive cefotaxime 100 mg/kg IM once.",
  );
  check(
    "## Section 4. Antibiotics in reduced kidney function\n\n### 4.2 Others\n\nNitrofurantoin is not used when CrCl is below 30 mL/min. At 30 mL/min or above, use nitrofurantoin 100 mg orally twice daily for 5 days.",
  );
});

it("knows patients by scars, times, weights, dialysis and what they are called", () => {
  for (const text of [
    "A previous caesarean is a contraindication to misoprostol for induction.\n\n## Induction of labour\n\n| Woman | Method |\n|---|---|\n| First birth | misoprostol 25 mcg PO every 2 hours |\n| One caesarean | misoprostol 25 mcg PO every 4 hours |\n                  ^^^^^^^^^^^^^^^^^^",
    "Anticholinergics are contraindicated in narrow-angle glaucoma.\n\nAngle-closure glaucoma with urge incontinence: oxybutynin 5 mg PO twice daily.\n                                               ^^^^^^^^^^^^^^^",
    "Ergotamine is contraindicated within 24 hours of a triptan.\n\nSumatriptan taken 6 hours ago: ergotamine 2 mg PO once.\n                               ^^^^^^^^^^^^^^^",
    "Ketorolac is contraindicated in kidney failure.\n\nDialysis patients with renal colic: ketorolac 10 mg IM once.\n                                    ^^^^^^^^^^^^^^^",
    "Pethidine and tramadol are contraindicated with monoamine oxidase inhibitors.\n\nPatient on moclobemide: tramadol 50 mg PO every 6 hours.\n                        ^^^^^^^^^^^^^^",
    "Penicillin anaphylaxis: cephalosporins contraindicated.\n\nPrevious anaphylaxis to penicillin: cefazolin 2 g IV once.\n                                    ^^^^^^^^^^^^^",
    "Women who breastfeed must never get codeine.\n\nPain after birth, breastfeeding mother: codeine 30 mg PO every 6 hours.\n                                        ^^^^^^^^^^^^^",
    "Adults over 65 must not be given glibenclamide.\n\n- 70 years and over: glibenclamide 2.5 mg PO once daily\n                     ^^^^^^^^^^^^^^^^^^^^",
  ])
    check(text);
});

it("reads choices without a dose in a table, and titles before an order", () => {
  for (const text of [
    "Combined oral contraceptives are contraindicated in smokers aged 35 or over.\n\n| Woman | Method to offer |\n|---|---|\n| 22 years, smoker | combined oral contraceptive |\n| Smoker, 38 years | combined oral contraceptive |\n                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    "Adenosine: contraindication, asthma.\n\nCase 4. Woman of 30, asthma, narrow complex tachycardia. Adenosine 6 mg IV once.\n                                                         ^^^^^^^^^^^^^^",
    "Calcium channel blockers are contraindicated in shock.\n\nShock: verapamil 5 mg IV once.\n       ^^^^^^^^^^^^^^",
  ])
    check(text);
});

it("keeps such bans to their patients, times and uses", () => {
  for (const text of [
    "Misoprostol is contraindicated with a uterine scar when labour is induced.\n\nPostpartum bleeding, previous caesarean: misoprostol 800 mcg SL once.",
    "Alteplase is contraindicated within 14 days of surgery.\n\nStroke, surgery 3 months ago: alteplase 0.9 mg/kg IV over 1 hour.",
    "Clarithromycin is contraindicated in patients taking simvastatin.\n\nDoes not take simvastatin, penicillin allergy: clarithromycin 500 mg PO twice daily.",
    "If metformin is contraindicated in heart failure is debated.\n\nHeart failure: metformin 500 mg PO twice daily.",
    "Statins are contraindicated in pregnancy.\n\nWomen who are not pregnant: simvastatin 20 mg PO at night.",
  ])
    check(text);
});

it("leaves a medicine alone that its own sentence permits in one case", () => {
  check(
    "# Diarrhoea\n\nDo not give antiemetics. Ondansetron is not used at home; in the ward one dose of 0.15 mg/kg may be given when vomiting stops the child from drinking.",
  );
});

it("keeps rows of one medicine, and older children, apart", () => {
  check(
    "# Tablets for AF\n\n| Medicine | CrCl (mL/min) | Dose by mouth |\n| --- | --- | --- |\n| Dabigatran | above 50 | 150 mg twice daily |\n| Dabigatran | 30 to 50 | 110 mg twice daily |\n| Dabigatran | below 30 | contraindicated |",
  );
  check(
    "# Malaria\n\nGive children under 6 years one rectal dose of artesunate 10 mg/kg. Do not give rectal artesunate to older children or adults.",
  );
});

it("forbids a well child nothing that a sick one is given", () => {
  const order = "Cellulitis: cloxacillin 25 mg/kg IV every 6 hours.\n\n";
  check(`# Children\n\n${order}Abscess: incise; no antibiotic in a well child.`);
  check(`# Children\n\n${order}Abscess: incise; no antibiotic in a healthy child.`);
});

describe("a ban in plainer or longer words", () => {
  const broken = (ban: string, who: string, what: string) =>
    check(`${ban}\n\n${who}: ${what}\n${" ".repeat(who.length + 2)}${"^".repeat(what.length)}`);
  const kept = (ban: string, who: string, what: string) => check(`${ban}\n\n${who}: ${what}`);

  it("reads past what is said of the medicine on the way", () => {
    broken(
      "Bupropion lowers the seizure threshold and is contraindicated in epilepsy.",
      "Adult with epilepsy",
      "bupropion 150 mg",
    );
    broken("Beta-blockers slow the heart and must not be used in asthma.", "Asthma", "propranolol 40 mg");
    kept(
      "Bupropion lowers the seizure threshold and is contraindicated in epilepsy.",
      "Adult with asthma",
      "bupropion 150 mg",
    );
  });

  it("knows a pregnancy by when it ends, and a case by its weeks", () => {
    broken("Statins are contraindicated from conception until birth.", "Pregnant women", "simvastatin 20 mg");
    broken(
      "In this district tetracyclines are contraindicated throughout pregnancy and in children for courses of more than 7 days.",
      "Woman, 28 weeks, fever",
      "doxycycline 100 mg",
    );
    kept("Statins are contraindicated from conception until birth.", "Woman, 28 years", "simvastatin 20 mg");
  });

  it("takes of a list those that it understands, and an ending for no patient", () => {
    broken(
      "Metoclopramide is a dopamine antagonist. It is contraindicated in Parkinson disease, and with levodopa.",
      "Parkinson disease",
      "metoclopramide 10 mg",
    );
    kept(
      "Pivmecillinam.\n\nContraindicated in penicillin allergy. No adjustment in kidney disease.",
      "Kidney disease",
      "pivmecillinam 200 mg",
    );
  });

  it("finds what a list, a card or a column speaks of above it", () => {
    broken(
      "**Metformin**\n\n- eGFR below 30: contraindicated because of acidosis.",
      "eGFR 24",
      "metformin 500 mg",
    );
    broken(
      "**Nitrofurantoin, capsules**\n\n| | |\n|---|---|\n| Contraindicated | filtration rate (eGFR) under 45 ml/min; asthma |",
      "eGFR 30–44",
      "nitrofurantoin 100 mg",
    );
    broken(
      "# Chronic kidney disease\n\n| Class | Stage 3 | Stages 4 and 5 |\n|---|---|---|\n| NSAIDs, all | avoid | contraindicated |",
      "eGFR 15–29",
      "naproxen 250 mg",
    );
    kept(
      "**Metformin**\n\n- eGFR below 30: contraindicated because of acidosis.",
      "eGFR 41",
      "metformin 500 mg",
    );
  });
});

it("knows acts, negations, kinds and notes from patients", () => {
  for (const ban of [
    "| Medicine | Dose | Avoid |\n|---|---|---|\n| Ketamine | 1 mg/kg IV | Confusing this with full sedation dosing |",
    "Do not give ketamine to adults who do not need sedation.",
    "Do not give ketamine from both packs in sedation.",
    "Ketamine is not to be given in non-procedural sedation.",
    "Skin: rash Contraindications Hypersensitivity Precautions Sedation, children Interactions Increase: ketamine",
  ])
    check(`${ban}\n\n## Sedation\n\nKetamine 2 mg/kg IV once.`);
  check(
    "Carbamazepine is contraindicated in atonic seizures.\n\n## Seizures\n\nCarbamazepine 100 mg PO twice daily.",
  );
  check(
    "BCG is contraindicated in HIV infection.\n\nGive BCG 0.05 mL intradermally to newborns of HIV-infected mothers.",
  );
  check(
    "### Contraindications\n\n**ibuprofen**\n\n- asthma\n\n## Pain\n\nGive ibuprofen 400 mg PO every 8 hours.",
  );
});

it("warns of no ban that three orders break, nor of one in whose section neither the order nor the patients stand", () => {
  const severities = (text: string) => [
    ...new Set([...contraindicatedRecommended.check(parseGuideline(text))].map(({ severity }) => severity)),
  ];
  const order = (n: number) => `\n\n## Dengue, ${n} days\n\nIbuprofen 400 mg PO every 8 hours.`;
  const ban = "Ibuprofen is contraindicated in dengue.";
  assert.deepEqual(severities(ban + order(1)), ["warning"]);
  assert.deepEqual(severities(ban + order(1) + order(2) + order(3)), ["information"]);
  const section = "# Fevers\n\n## Dengue\n\n### Notes\n\nIbuprofen is contraindicated.";
  assert.deepEqual(severities(`${section}\n\nIbuprofen 400 mg PO every 8 hours.`), ["warning"]);
  assert.deepEqual(severities(`${section}\n\n### Fever\n\nIbuprofen 400 mg PO every 8 hours.`), [
    "information",
  ]);
});

it("reads on behind the full stop of a unit", () => {
  check(
    "Never use streptomycin in tuberculosis.\n\n## Tuberculosis\n\nAlso give 50 mg. of vitamin B6 (pyridoxine) every day.",
  );
});

it("knows a trade name in brackets, and another medicine in other patients, from patients", () => {
  check(
    "Nifedipine (Adalat) cannot be used if patients have asthma.\n\nGive nifedipine (Adalat) 10 mg PO once.",
  );
  check(
    "TDF is contraindicated in kidney disease and EFV with psychiatric disease.\n\nGive tenofovir (TDF) 300 mg and efavirenz (EFV) 600 mg PO daily.",
  );
});

it("takes a ban below an item for that item's, and patients whose name goes on in the next line as a whole", () => {
  const atenolol = "- Atenolol, oral, 50 mg daily.\n  - Contraindicated in heart failure.";
  check(`Give warfarin:\n\n${atenolol}\n\n## Heart failure\n\n- Warfarin, oral, 5 mg daily.`);
  check("(Do not give BCG to symptomatic HIV exposed\ninfants.)\n\n## Infants\n\nBCG should be given.");
});
