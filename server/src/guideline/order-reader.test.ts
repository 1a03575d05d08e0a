// Orders as they are read from sentences, lists and tables: which slot belongs to which dose.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkOrders as check, readOrders } from "../../../test/support/orders-read.ts";

describe("a medicine that is chosen in one sentence and dosed in the next", () => {
  const first = "Bisoprolol 2.5 mg PO once daily suits most.";
  check({
    [`${first} In heart failure prefer digoxin. The patient takes 125 mcg PO once daily.`]: [
      "bisoprolol, 2.5 mg, once a day, oral",
      "digoxin, 125 mcg, once a day, oral",
    ],
    "Start hydrocortisone when the noradrenaline requirement is above 0.25 mcg/kg/min. The regimen is 50 mg IV every 6 hours.":
      ["hydrocortisone, 50 mg, 4 times a day, iv"],
    [`${first} Take care with warfarin. Then 5 mg PO once daily.`]: ["bisoprolol, 2.5 mg, once a day, oral"],
  });
});

describe("patients that are named before a colon", () => {
  check({
    "In children: only bleeding matters. Prednisolone 4 mg/kg once daily.": [
      "prednisolone, 4 mg/kg, once a day; for child",
    ],
    "Children: no tablets. Adults: rest first. Paracetamol 1 g PO once.": [
      "paracetamol, 1 g, once, oral; for adult",
    ],
    "**He is allergic to penicillin.**\nDoxycycline 100 mg PO twice daily.": [
      "doxycycline, 100 mg, twice a day, oral; allergy",
    ],
  });
});

describe("a medicine that is named on the way to a dose, to say when another one is chosen", () => {
  check({
    "- **Prednisolone**, if colchicine cannot be used: 30 mg PO once daily.": [
      "prednisolone, 30 mg, once a day, oral",
    ],
    "Doxycycline (unless azithromycin was given): 100 mg PO twice daily.": [
      "doxycycline, 100 mg, twice a day, oral",
    ],
    "Clindamycin, in place of amoxicillin: 300 mg PO every 6 hours.": [
      "clindamycin, 300 mg, 4 times a day, oral",
    ],
    "| Medicine | Dose |\n|---|---|\n| Ketoprofen if colchicine fails | 50 mg PO twice daily |": [
      "ketoprofen, 50 mg, twice a day, oral",
    ],
    "Amoxicillin, or if that is not at hand azithromycin 500 mg PO once daily.": [
      "azithromycin, 500 mg, once a day, oral",
    ],
    "Clopidogrel 300 mg PO if ticagrelor is unsuitable, or 600 mg PO.": [
      "clopidogrel, 300 mg, oral",
      "clopidogrel, 600 mg, oral",
    ],
    "Ramipril 5 mg PO once daily. If ramipril is not tolerated, losartan 50 mg PO once daily.": [
      "ramipril, 5 mg, once a day, oral",
      "losartan, 50 mg, once a day, oral; alternative",
    ],
    "| Medicine | Dose |\n|---|---|\n| Ipratropium | If severe, stop tiotropium and give 500 mcg nebulised once |":
      ["ipratropium, 500 mcg, once, nebulised; severe"],
    "Stop warfarin. If vitamin K is at hand, give 5 mg IV once.": ["phytomenadione, 5 mg, once, iv"],
  });
});

describe("a table whose lines and columns are lost", () => {
  check({
    "Adenosine 0.3mg 0.1mL Glucagon IM 0.5mg 0.5mL": [
      "adenosine, 0.3 mg, volume 0.1 mL",
      "glucagon, 0.5 mg, im, volume 0.5 mL",
    ],
    "Dextrose 10% slow IV 15mL Midazolam IV/IO 0.3mg 0.06mL\nEpinephrine 1mg/mL IM 0.03mg 0.03mL": [
      "glucose, 15 mL, iv, strength 10 %",
      "midazolam, 0.3 mg, iv or intraosseous, volume 0.06 mL",
      "adrenaline, 0.03 mg, im, volume 0.03 mL, strength 1 mg/mL",
    ],
    "Salbutamol nebulised 5 mg 6 mL Sweetpaste 15 g": ["salbutamol, 5 mg, nebulised, volume 6 mL"],
    "Salbutamol: 1.25 mg Kefol: 166 mg Ipratropium: 0.25 mg Qenadryl: 5 mg": [
      "salbutamol, 1.25 mg",
      "ipratropium, 0.25 mg",
    ],
  });
});

describe("a ban before the dose", () => {
  check({
    "*Prasugrel:* contraindicated after stroke. Load with 60 mg PO once.": [
      "prasugrel (loading dose), 60 mg, once, oral",
    ],
    "**Metoclopramide.** Avoid in epilepsy. Give 10 mg IV once.": ["metoclopramide, 10 mg, once, iv"],
  });
});

describe("a medicine named behind a dose because it is lacking, or taken away", () => {
  check({
    "Cefalexin 500 mg orally every 6 hours if amoxicillin is unavailable, or 1 g every 12 hours.": [
      "cefalexin, 500 mg, 4 times a day, oral; alternative",
      "cefalexin, 1 g, twice a day, oral",
    ],
    "Morphine 5 mg orally when paracetamol fails, or 2.5 mg in the elderly.": [
      "morphine, 5 mg, oral",
      "morphine, 2.5 mg, oral; for elderly",
    ],
    "Cefotaxime 1 g IV; if ceftriaxone is used, 2 g IV once daily.": [
      "cefotaxime, 1 g, iv",
      "ceftriaxone, 2 g, once a day, iv",
    ],
    "| Medicine | Dose |\n|---|---|\n| Ipratropium | If severe, stop tiotropium and give 500 mcg nebulised every 6 hours |":
      ["ipratropium, 500 mcg, 4 times a day, nebulised; severe"],
    "Heparin: withhold warfarin, then start 5000 units SC every 12 hours.": [
      "heparin (first dose), 5000 unit, twice a day, sc",
    ],
    "Stop enalapril and give losartan 50 mg orally once daily.": ["losartan, 50 mg, once a day, oral"],
  });
});

describe("what both stand in, and steps that come later", () => {
  check({
    "Ergometrine 0.5 mg with oxytocin 5 units in one ampoule, IM, once.": [
      "ergometrine, 0.5 mg, once",
      "oxytocin, 5 unit, once, im",
    ],
    "Amoxicillin 400 mg orally each morning and each evening.": ["amoxicillin, 400 mg, twice a day, oral"],
  });
});

describe("what a sentence without an order forbids a medicine in", () => {
  check({
    "Ketorolac is contraindicated in asthma and peptic ulcer. Give 30 mg IV every 6 hours.": [
      "ketorolac, 30 mg, 4 times a day, iv",
    ],
    "Avoid metoclopramide in bowel obstruction. The dose is 10 mg IV every 8 hours.": [
      "metoclopramide, 10 mg, 3 times a day, iv",
    ],
    "Avoid primaquine in pregnancy; for malaria give quinine 600 mg orally every 8 hours.": [
      "quinine, 600 mg, 3 times a day, oral; malaria",
    ],
  });
});

describe("what replaces another, and ages in words", () => {
  check({
    "Amoxicillin 500 mg PO TDS for five days, then change to cefalexin 250 mg every 6 hours.": [
      "amoxicillin, 500 mg, 3 times a day, for 5 days, oral",
      "cefalexin (then), 250 mg, 4 times a day",
    ],
    "In cephalosporin allergy, replace cefazolin with vancomycin 30 mg/kg IV every 5 days.": [
      "vancomycin, 30 mg/kg, every 5 days, iv; allergy",
    ],
    "Oral first: lorazepam 1 mg, or promethazine 25 mg, once.": [
      "lorazepam, 1 mg, oral",
      "promethazine, 25 mg, once, oral",
    ],
    "Haloperidol 5 mg IM with promethazine 50 mg IM, no more than 12 mg of haloperidol.": [
      "haloperidol, 5 mg, im, at most 12 mg",
      "promethazine, 50 mg, im",
    ],
    "Propofol 1 mg/kg IV in ASA 3–4.": ["propofol, 1 mg/kg, iv"],
    "Folic acid 5 mg once a week, the day after methotrexate; 10 mg once a week when the mouth is sore.": [
      "folic acid, 5 mg, once a week",
      "folic acid, 10 mg, once a week",
    ],
    "Haloperidol 5 mg a day is taken as 100 mg of decanoate every 4 weeks.": [],
    "## Methotrexate taken daily by mistake\n\nCount the tablets: 10 mg on each of 5 days is 50 mg.": [],
    "Morphine 60 mg by mouth becomes oxycodone 40 mg by mouth.": [],
    "Each tablet holds sulfadoxine 500 mg and pyrimethamine 25 mg, so one dose is 1,500 mg and 75 mg.": [],
    "Give ibuprofen 200 mg to children from six months to twelve years every eight hours.": [
      "ibuprofen, 200 mg, 3 times a day; for child, age 6–144 months",
    ],
    "Children 6 months through 11 years: azithromycin 10 mg/kg PO once daily.": [
      "azithromycin, 10 mg/kg, once a day, oral; for child, age 6–132 months",
    ],
    "Rifampicin 600 mg, isoniazid 300 mg and ethambutol 1100 mg orally once daily.": [
      "rifampicin, 600 mg, once a day",
      "isoniazid, 300 mg, once a day",
      "ethambutol, 1100 mg, once a day, oral",
    ],
    "Amphotericin B 1 mg/kg IV with flucytosine 25 mg/kg orally four times daily.": [
      "amphotericin b, 1 mg/kg, iv",
      "flucytosine, 25 mg/kg, 4 times a day, oral",
    ],
    "Children under 25 kg clear it fast. Such a child receives isoniazid 10 mg/kg PO once daily.": [
      "isoniazid, 10 mg/kg, once a day, oral; for child, weight <25 kg",
    ],
    "Gentamicin 5 mg/kg IM once daily. Measure with a 1 mL syringe.": ["gentamicin, 5 mg/kg, once a day, im"],
    "Doxycycline 100 mg PO BD for two weeks.": ["doxycycline, 100 mg, twice a day, for 2 weeks, oral"],
  });
});

describe("a dose and its slots", () => {
  check({
    "Amoxicillin 40 mg/kg/day PO in 3 divided doses for 7 days (max 1.5 g/day).": [
      "amoxicillin, 40 mg/kg/day in 3 divided doses, for 7 days, oral, at most 1.5 g/day",
    ],
    "Cloxacillin PO 50 mg/kg daily in 3 divided doses.": [
      "cloxacillin, 50 mg/kg/day in 3 divided doses, oral",
    ],
    "Amoxicillin 500 mg PO TDS 5/7": ["amoxicillin, 500 mg, 3 times a day, for 5 days, oral"],
    "Hydrocortisone 5 mg/kg IV every 6 hours for 24 hours.": [
      "hydrocortisone, 5 mg/kg, 4 times a day, for 24 h, iv",
    ],
    "One dose of vitamin A 100 000 IU by mouth.": ["retinol, 100000 unit, once, oral"],
    "A single oral dose of azithromycin 1 g.": ["azithromycin, 1 g, once, oral"],
    "A single intramuscular injection of benzathine benzylpenicillin 2.4 MU.": [
      "benzathine benzylpenicillin, 2.4 MU, once, im",
    ],
    "10% glucose IV: 5 mL/kg": ["glucose, 5 mL/kg, iv, strength 10 %"],
    "GTN 0.5 mg s/l": ["glyceryl trinitrate, 0.5 mg, sublingual"],
    "Diazepam PR: 0.5 mg/kg; repeat once after 10 minutes": ["diazepam, 0.5 mg/kg, rectal"],
  });
});

describe("what opens a paragraph or list item in bold or italics", () => {
  check({
    "**Endocarditis.** Take three cultures. Gentamicin 1 mg/kg IV every 8 hours.": [
      "gentamicin, 1 mg/kg, 3 times a day, iv; endocarditis",
    ],
    "*Meningitis in children.* Draw up ceftriaxone 100 mg/kg and give it IV.": [
      "ceftriaxone, 100 mg/kg, iv; for child; meningitis",
    ],
    "- **Consolidation (8 weeks).** Fluconazole 800 mg PO once daily.": [
      "fluconazole, 800 mg, once a day, oral; consolidation",
    ],
  });
});

describe("what is drawn up, and which dose it is", () => {
  check({
    "Draw up alteplase 0.9 mg/kg IV over 60 minutes, once.": ["alteplase, 0.9 mg/kg, once, over 60 min, iv"],
    "Draw up morphine 10 mg and dilute it to 10 mL.": [],
    "Naloxone 400 micrograms IV as the first dose, follow with 800 micrograms IV.": [
      "naloxone (first dose), 400 mcg, iv",
      "naloxone (then), 800 mcg, iv",
    ],
    "Protamine 1 mg IV per 100 units of heparin, up to 50 mg over 10 minutes.": [
      "protamine, 1 mg, over 10 min, iv, at most 50 mg",
    ],
  });
});

describe("maxima", () => {
  check({
    "Paracetamol 1 g PO every 6 hours, no more than 4 g in 24 hours.": [
      "paracetamol, 1 g, 4 times a day, oral, at most 4 g/day",
    ],
    "Phenytoin 5 mg/kg/day PO in 2 divided doses (maximum 300 mg daily).": [
      "phenytoin, 5 mg/kg/day in 2 divided doses, oral, at most 300 mg/day",
    ],
    "Propranolol 10 mg PO QID; up to 160 mg daily.": [
      "propranolol, 10 mg, 4 times a day, oral, at most 160 mg/day",
    ],
  });
});

describe("strengths beside a count", () => {
  check({
    "Paracetamol 125 mg suppository: 1 suppository PR 6 hourly": [
      "paracetamol, 1 suppository, 4 times a day, rectal, strength 125 mg",
    ],
    "Artemether/lumefantrine PO: 4 tablets of 20/120 mg twice daily": [
      "artemether/lumefantrine, 4 tablet, twice a day, oral, strength 20/120 mg",
    ],
  });

  it("in a table's row the count says the dose again", () => {
    const [order] = readOrders(
      "| Medicine | Dose | Vials |\n|---|---|---|\n| Artesunate IV | 60 mg | 1 vial |\n",
    );
    assert.match(order ?? "", /^artesunate, 60 mg \(1 vial\)/);
  });
});

describe("several doses", () => {
  check({
    "Heparin: bolus 80 units/kg IV, then 18 units/kg/h.": [
      "heparin, 80 unit/kg, iv",
      "heparin (then), 18 unit/kg/h, iv",
    ],
    "Meropenem 1 g IV 8-hourly (2 g 8-hourly for meningitis).": [
      "meropenem, 1 g, 3 times a day, iv",
      "meropenem, 2 g, 3 times a day, iv; meningitis",
    ],
    "Omeprazole PO 20 mg 12-hourly and clarithromycin PO 500 mg 12-hourly, both for 14 days.": [
      "omeprazole, 20 mg, twice a day, for 14 days, oral",
      "clarithromycin, 500 mg, twice a day, for 14 days, oral",
    ],
    "Chloroquine 10 mg base/kg PO on day 1 and 2, 5 mg base/kg on day 3.": [
      "chloroquine, 10 mg/kg of base, on given days, oral",
      "chloroquine, 5 mg/kg of base, on given day, oral",
    ],
  });
});

describe("whom an order is for", () => {
  check({
    "Doxycycline PO (except in pregnant women and children under 8 years): 300 mg single dose.": [
      "doxycycline, 300 mg, once, oral",
    ],
    "Zinc sulfate PO: child under 6 months, 10 mg once daily; from 6 months to 5 years, 20 mg once daily.": [
      "zinc sulfate, 10 mg, once a day, oral; for child, age <6 months",
      "zinc sulfate, 20 mg, once a day, oral; for child, age 6–60 months",
    ],
  });
});

describe("what is forbidden", () => {
  check({
    "Codeine 15 mg orally should not be given to children.": [
      "not to be given: codeine, 15 mg, oral; for child",
    ],
    "Avoid metoclopramide 10 mg IV; give ondansetron 4 mg IV.": [
      "not to be given: metoclopramide, 10 mg, iv",
      "ondansetron, 4 mg, iv",
    ],
    "| Illness | Do not give |\n|---|---|\n| Dengue | Ibuprofen 400 mg PO |": [
      "not to be given: ibuprofen, 400 mg, oral; dengue",
    ],
  });
});

describe("what is said above", () => {
  check({
    "**cefalexin** PO for 7 to 10 days\n\nAdults: 1 g twice daily\n\n+ **cloxacillin** IV infusion (60 minutes; slower in old age)\n\nAdults: 2 g every 6 hours":
      ["cefalexin, 1 g, twice a day, oral; for adult", "cloxacillin, 2 g, 4 times a day, iv; for adult"],
    "**amoxicillin/clavulanic acid** PO for 7 days\n\nThe dose is expressed in amoxicillin:\n\nAdults: 1 g twice daily":
      ["amoxicillin/clavulanic acid, 1 g, twice a day, oral; for adult"],
    "After metronidazole switch to amoxicillin/clavulanic acid. The dose is expressed in amoxicillin: 50 mg/kg twice daily.":
      ["amoxicillin/clavulanic acid, 50 mg/kg, twice a day"],
    "If the blood glucose is still low, give 5 mg hydrocortisone IV.": ["hydrocortisone, 5 mg, iv"],
    "Amoxicillin PO twice daily for 5 days:\n- 4–9 kg: 250 mg\n- 10–13 kg: 500 mg": [
      "amoxicillin, 250 mg, twice a day, for 5 days, oral; for weight 4–9 kg",
      "amoxicillin, 500 mg, twice a day, for 5 days, oral; for weight 10–13 kg",
    ],
    "Fever for 7 days:\n- paracetamol 1 g PO every 6 hours": ["paracetamol, 1 g, 4 times a day, oral; fever"],
    "- Amoxicillin 500 mg PO TDS for 5 days\n  - plus metronidazole 400 mg PO BD": [
      "amoxicillin, 500 mg, 3 times a day, for 5 days, oral",
      "metronidazole, 400 mg, twice a day, oral",
    ],
  });
});

describe("no dose", () => {
  check({
    "Give 500 mg once (in combination with carboplatin and paclitaxel), followed by 1,500 mg every 4 weeks.":
      [],
    "In combination with CHOP chemotherapy (doxorubicin, prednisone and vincristine) 375 mg/m2 IV.": [],
    "It can be used alone or with methotrexate (MTX). Recommended dose: 4 mg/kg IV.": [],
    "Immediate reversal of rocuronium-induced blockade: 16 mg/kg IV as a single dose.": [],
    "In shock refractory to glucagon: 20 mg/kg/hour.": [],
    "In combination with paclitaxel IV 175 mg/m2.": ["paclitaxel, 175 mg/m2, iv; combination"],
    "In combination with clarithromycin: amoxicillin 1 g BD.": ["amoxicillin, 1 g, twice a day; combination"],
    "Ketamine 0.25 mg/kg in 100 mL of NS/D5W over 10 minutes, or 0.5 mg/kg nasally.": [
      "ketamine, 0.25 mg/kg, over 10 min",
      "ketamine, 0.5 mg/kg, nasal",
    ],
    "Ketamine 0.25 mg/kg in 100 mL of NS, D5W, or D10W over 10 minutes.": [
      "ketamine, 0.25 mg/kg, over 10 min",
    ],
    "Adrenaline 1 mcg/kg IV with a max single dose of 50 mcg.": ["adrenaline, 1 mcg/kg, iv, at most 50 mcg"],
    "Fixed-rate insulin 0.1 units/kg/h IV. When glucose falls below 14 mmol/L, call.": [
      "insulin, 0.1 unit/kg/h, iv",
    ],
    "## Gentamicin\n\n**Ampoules:** 20 mg in 2 mL (10 mg/mL) and 80 mg in 2 mL (40 mg/mL)": [],
    "| Medicine | Ampoule | Concentration |\n|---|---|---|\n| Ketamine | 10 mL | 50 mg/mL |": [],
  });
});

describe("who must not have it", () => {
  check({
    "## Gout\n\nGive ibuprofen 400 mg PO TDS for 5 days (avoid if peptic ulcer, asthma or kidney disease).": [
      "ibuprofen, 400 mg, 3 times a day, for 5 days, oral; gout",
    ],
  });
});
