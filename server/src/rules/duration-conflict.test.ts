// Two lengths of one treatment: leaflets, tables and codes against orders, and the many lengths that may differ.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { durationConflict } from "./duration-conflict.ts";
import { checkGuideline } from "./index.ts";

function found(text: string, ...others: string[]): string[] {
  const guideline = parseGuideline(text);
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  const { findings, failures } = checkGuideline(guideline, { list: [durationConflict], neighbours });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => guideline.text.slice(span.start, span.end));
}

describe("duration-conflict", () => {
  it("takes a length below one medicine's heading for no length of another", () => {
    const text = (title: string) =>
      `# Infections in adults\n\n## Linezolid\n\nLinezolid 600 mg PO every 12 hours for 28 days.\n\n## ${title}\n\nThe treatment lasts 10 days.`;
    assert.deepEqual(found(text("Gentamicin")), []);
    assert.deepEqual(found(text("How long")), ["10 days"]);
  });

  it("takes what heads a chapter on several diseases for each of them", () => {
    const chapter =
      "# Respiratory infections in adults\n\nGive amoxicillin 1 g PO three times daily for 5 days.";
    const summary = (illness: string) =>
      `# Adults\n\n| Illness | First choice | Days |\n|---|---|---|\n| ${illness} | Amoxicillin 1 g PO three times daily | 10 |`;
    assert.deepEqual(found(summary("Pneumonia"), chapter), ["10"]);
    assert.deepEqual(found(summary("Typhoid fever"), chapter), []);
  });

  it("compares a treatment that is looked back upon before an operation", () => {
    const nurse = "# Otitis media, children\n\nAmoxicillin 45 mg/kg PO twice daily for 5 days.";
    const referral =
      "# Ears\n\nBefore surgery is offered, confirm that otitis media in children was treated: amoxicillin 45 mg/kg PO twice daily for ";
    assert.deepEqual(found(`${referral}10 days.`, nurse), ["for 10 days"]);
    assert.deepEqual(found(`${referral}5 days.`, nurse), []);
  });

  it("lets a leaflet say which treatment is meant before how long it lasts", () => {
    const text = (told: string) =>
      `# Preventing tuberculosis\n\nAdults take isoniazid 300 mg plus rifampicin 600 mg PO once daily for 3 months.\n\n## What to say\n\n${told} take isoniazid and rifampicin every day for four months.`;
    assert.deepEqual(found(text("If you are on the two-medicine regimen, you will")), [
      "for four months",
      "for four months",
    ]);
    assert.deepEqual(found(text("If you have HIV, you will")), []);
    assert.deepEqual(found(text("If you are not on the new regimen, you will")), []);
  });

  it("reads a course of days, and the same figure in another unit", () => {
    const text = (length: string) =>
      `# Urinary infection in women\n\n- Cystitis: nitrofurantoin 100 mg PO twice daily for 5 days.\n\n## Bladder\n\nUncomplicated cystitis: nitrofurantoin 100 mg PO twice daily over a course of ${length}.`;
    assert.deepEqual(found(text("10 days")), ["over a course of 10 days"]);
    assert.deepEqual(found(text("5 weeks")), ["over a course of 5 weeks"]);
    assert.deepEqual(found(text("5 days")), []);
  });

  it("leaves out what a question says is not there", () => {
    const text = (asked: string) =>
      `# Red eyes and trachoma\n\n**How do I treat active trachoma?**\nUse tetracycline 1% eye ointment in both eyes twice daily for 6 weeks.\n\n**${asked}**\nUse tetracycline 1% eye ointment in both eyes three times daily for 7 days.`;
    assert.deepEqual(found(text("How do I treat red eyes without trachoma?")), []);
    assert.deepEqual(found(text("How do I treat conjunctivitis?")), []);
  });

  it("compares a chapter on older people with a list that names nobody", () => {
    const chapter =
      "# Aspiration pneumonia in older adults\n\nAmpicillin-sulbactam 3 g IV every 6 hours for 7 days.";
    const list = (whom: string) =>
      `# Stop dates${whom}\n\n| Diagnosis | Medicine | Length |\n|---|---|---|\n| Aspiration pneumonia | Ampicillin-sulbactam 3 g IV every 6 hours | 14 days |`;
    assert.deepEqual(found(list(""), chapter), ["14 days"]);
    assert.deepEqual(found(list(" in adults"), chapter), []);
  });

  it("takes a gap between two medicines for no length", () => {
    const text = (wait: string) =>
      `# Depression in adults\n\nFluoxetine 20 mg PO once daily for 6 months.\n\n## Changing\n\n${wait}`;
    assert.deepEqual(found(text("After fluoxetine the gap is 5 weeks.")), []);
    assert.deepEqual(found(text("Fluoxetine needs a washout of 5 weeks.")), []);
  });

  it("takes neither what a code means nor when something is begun for a length", () => {
    const regimen = "# Tuberculosis\n\n## Adults\n\nRegimen 2RHZE/4RH for tuberculosis.\n\n";
    assert.deepEqual(
      found(`${regimen}2RHZE/7RH means two months of RHZE followed by seven months of RH.`),
      [],
    );
    assert.deepEqual(found(`${regimen}## TB of the CNS\n\nTreat for 9 months: 2RHZE/7RH.`), []);
    const table =
      "| Situation | Start ART after TB treatment begins |\n| --- | --- |\n| TB | Within 8 weeks |";
    assert.deepEqual(found(`${regimen}${table}`), []);
  });

  it("holds the length of all against that of each", () => {
    const regimen = (days: number) =>
      `# Helicobacter pylori in adults\n\nAll three medicines PO twice daily for 14 days.\n\n| Medicine | Each dose PO | Times a day | Days |\n|---|---|---|---|\n| Omeprazole | 40 mg | 2 | 14 |\n| Amoxicillin | 1 g | 2 | ${days} |\n| Clarithromycin | 500 mg | 2 | 14 |`;
    assert.deepEqual(found(regimen(10)), ["for 14 days"]);
    assert.deepEqual(found(regimen(14)), []);
  });

  it("reads the answer to a question for the length", () => {
    const order = "# Contacts\n\nRifampicin alone\n: 600 mg PO once daily for 4 months.\n";
    const ask = (answer: string) =>
      `# The visit at home\n\n**I chose rifampicin alone. When am I done?**\n${answer}`;
    assert.deepEqual(found(ask("After three months, if no week was missed."), order), ["three months"]);
    assert.deepEqual(found(ask("After four months, if no week was missed."), order), []);
  });

  it("compares an order with what is said of its medicine elsewhere", () => {
    const order =
      "# Mastitis\n\nFlucloxacillin 500 mg PO four times daily for 10 to 14 days.\n\n# Questions\n\n";
    assert.deepEqual(found(`${order}Mastitis needs a 5-day course of flucloxacillin.`), ["5-day"]);
    assert.deepEqual(found(`${order}Mastitis needs a 14-day course of flucloxacillin.`), []);
  });

  it("compares the treatment as a whole with what its medicines have in common", () => {
    const order =
      "# Helicobacter pylori\n\nOmeprazole 20 mg, amoxicillin 1 g and clarithromycin 500 mg PO twice daily for 14 days.\n\n## Leaflet\n\n";
    assert.deepEqual(found(`${order}The treatment lasts one week.`), ["one week"]);
    assert.deepEqual(found(`${order}The treatment lasts two weeks.`), []);
  });

  it("compares rows with sentences, by condition and by the words of a row's head", () => {
    const table =
      "# Deep vein thrombosis\n\n| Setting | Duration of anticoagulation |\n|---|---|\n| Provoked | 3 months |\n| Unprovoked | 6 months |\n\n## Letter\n\n";
    assert.deepEqual(found(`${table}Provoked deep vein thrombosis: anticoagulation for 6 months.`), [
      "for 6 months",
    ]);
    assert.deepEqual(found(`${table}Provoked deep vein thrombosis: anticoagulation for 12 weeks.`), []);
  });

  it("adds up the phases of tuberculosis", () => {
    const code = "# Tuberculosis\n\nTuberculous meningitis: 2HRZE/10HR.\n\n## Supply\n\n";
    assert.deepEqual(found(`${code}- Meningitis: the whole treatment takes 9 months.`), ["9 months"]);
    assert.deepEqual(found(`${code}- Meningitis: the whole treatment takes 12 months.`), []);
  });

  it("takes the word of a leaflet for the section that it has most words in common with", () => {
    const orders =
      "# Anthrax\n\n## Skin form\n\nA painless sore with a black scab. Ciprofloxacin 500 mg PO every 12 hours for 7 days.\n\n## Dust in the lung\n\nCiprofloxacin 500 mg PO every 12 hours for 60 days.\n\n## Notice\n\n";
    assert.deepEqual(found(`${orders}A black sore on your skin? Your tablets last 14 days.`), ["14 days"]);
    assert.deepEqual(found(`${orders}Your tablets last 14 days.`), []);
  });

  it("says nothing of other conditions, degrees, patients and uses", () => {
    const order = "# Cystitis\n\nNitrofurantoin 100 mg PO twice daily for 5 days.\n\n";
    for (const other of [
      "# Pyelonephritis\n\nCiprofloxacin for 10 days.",
      "# Summary\n\nMen with cystitis: nitrofurantoin for 7 days.",
      "# Prophylaxis of cystitis\n\nNitrofurantoin for 6 months.",
      "# Visits\n\nReview cystitis after 2 days of treatment.",
    ])
      assert.deepEqual(found(order + other), [], other);
    const valves =
      "# Endocarditis\n\n## Native valve\n\nCloxacillin 2 g IV every 4 hours for 4 weeks.\n\n## Prosthetic valve\n\nCloxacillin 2 g IV every 4 hours for 6 weeks.";
    assert.deepEqual(found(valves), []);
  });

  it("says nothing where a length is explained", () => {
    const either =
      "# Candidiasis\n\nMiconazole 5 g PV once daily for 14 days or twice daily for 7 days.\n\n# Card\n\n";
    assert.deepEqual(found(`${either}Candidiasis: miconazole for 7 days.`), []);
    const steps =
      "# Deep vein thrombosis\n\nRivaroxaban 15 mg PO twice daily for 21 days, then 20 mg once daily.\n\n# Letter\n\n";
    assert.deepEqual(found(`${steps}Deep vein thrombosis is treated for 3 months.`), []);
    const host = "# HIV\n\n## Pneumocystis pneumonia\n\nCotrimoxazole 1920 mg PO every 8 hours for 21 days.";
    assert.deepEqual(
      found(
        "| Host | Medicine | Days |\n|---|---|---|\n| Pneumocystis pneumonia without HIV | cotrimoxazole | 14 |",
        host,
      ),
      [],
    );
  });

  it("offers either length", () => {
    const text =
      "# Mastitis\n\nFlucloxacillin 500 mg PO four times daily for 10 days.\n\n# Card\n\nMastitis: flucloxacillin for 5 days.";
    const guideline = parseGuideline(text);
    const [finding] = checkGuideline(guideline, { list: [durationConflict] }).findings;
    const [here, there] = finding?.fixes() ?? [];
    assert.deepEqual(found(applyEdits(text, here?.edits ?? [])), []);
    assert.deepEqual(found(applyEdits(text, there?.edits ?? [])), []);
  });

  it("knows a last day, counted doses, sevenths and the whole of a treatment", () => {
    assert.deepEqual(
      found(
        "# Scrub typhus\n\nDoxycycline 100 mg PO twice daily for 7 days.\n\n## Chart\n\nDoxycycline 100 mg PO twice daily, taken until day 3.",
      ),
      ["until day 3"],
    );
    assert.deepEqual(
      found(
        "# Enteric fever\n\nAzithromycin 1 g PO once daily for 7 days.\n\n## Pharmacy\n\nAzithromycin 1 g PO once daily, 5 doses in total.",
      ),
      ["5 doses"],
    );
    assert.deepEqual(
      found(
        "# Impetigo\n\nFlucloxacillin 500 mg PO QDS x 5/7.\n\n## Letter\n\n| Medicine | How long |\n| --- | --- |\n| flucloxacillin 500 mg PO QDS | 7/7 |",
      ),
      ["7/7"],
    );
    assert.deepEqual(
      found(
        "# Scrub typhus\n\nDoxycycline 100 mg PO twice daily for 7 days.\n\n## Chart\n\nDoxycycline 100 mg PO twice daily, to be completed on day 7; look again on day 3.",
      ),
      [],
    );
  });

  it("takes the label of a paragraph for all of it, whatever a medicine is chosen over", () => {
    assert.deepEqual(
      found(
        "# Syphilis\n\n**Early.** Benzathine benzylpenicillin 2.4 MU IM once. In allergy doxycycline 100 mg PO twice daily for 14 days.\n\n**Late.** Doxycycline 100 mg PO twice daily for 28 days.\n\n## Table\n\n| Condition | Medicine | Length |\n| --- | --- | --- |\n| Syphilis, early | doxycycline 100 mg PO twice daily | 28 days |",
      ),
      ["28 days"],
    );
    assert.deepEqual(
      found(
        "# Peptic ulcer\n\nDuodenal ulcer: omeprazole 20 mg PO once daily for 4 weeks.\n\n## Summary\n\nGastric ulcer: omeprazole 20 mg PO once daily for 8 weeks.",
      ),
      [],
    );
  });

  it("tells what it does not understand apart by the words beside it", () => {
    assert.deepEqual(
      found(
        "# Nails\n\nAdults with infected fingernails take terbinafine 250 mg orally once daily for 6 weeks. Adults with infected toenails take terbinafine 250 mg orally once daily for 12 weeks.\n\n| Site | Adults |\n| --- | --- |\n| Fingernails | terbinafine 250 mg orally once daily for 12 weeks |\n| Toenails | terbinafine 250 mg orally once daily for 12 weeks |",
      ),
      ["for 12 weeks"],
    );
    assert.deepEqual(
      found(
        "# Nails\n\nAdults with infected fingernails take terbinafine 250 mg orally once daily for 6 weeks. Adults with infected toenails take terbinafine 250 mg orally once daily for 12 weeks.\n\n| Site | Adults |\n| --- | --- |\n| Fingernails | terbinafine 250 mg orally once daily for 6 weeks |\n| Toenails | terbinafine 250 mg orally once daily for 12 weeks |",
      ),
      [],
    );
    assert.deepEqual(
      found(
        "# Osteomyelitis\n\nAdults with an infected forearm bone take flucloxacillin 1 g orally four times daily for 4 weeks. For a vertebra it is flucloxacillin 1 g orally four times daily for 8 weeks.\n\n## Discharge\n\nForearm: flucloxacillin 1 g orally four times daily for 4 weeks.\n\nVertebra: flucloxacillin 1 g orally four times daily for 8 weeks.",
      ),
      [],
    );
    assert.deepEqual(
      found(
        "# Brucellosis\n\n## Adults without a focus\n\nDoxycycline 100 mg orally twice daily for 6 weeks.\n\n## Summary for the feldsher\n\nAdults without a focus: doxycycline 100 mg orally twice daily for 3 weeks.",
      ),
      ["for 3 weeks"],
    );
  });

  it("reads a stage and a choice where a heading, a row and a column's head say them", () => {
    const chapter =
      "# Syphilis\n\n| Stage | First choice | Allergic to penicillin |\n|---|---|---|\n| Early | benzathine benzylpenicillin 2.4 million units IM once | doxycycline 100 mg PO BD, 14 days |\n| Late | benzathine benzylpenicillin 2.4 million units IM weekly, 3 doses | doxycycline 100 mg PO BD, 28 days |";
    const annex = (days: number) =>
      `# Allergy\n\n1. Early syphilis: doxycycline 100 mg PO BD for ${days} days.\n2. Late syphilis: doxycycline 100 mg PO BD for 28 days.`;
    assert.deepEqual(found(annex(28), chapter), ["for 28 days"]);
    assert.deepEqual(found(annex(14), chapter), []);
  });

  it("takes what is spared for no site, and a strength below “Daily use” for no dose of its own", () => {
    const chapter =
      "# Brucellosis\n\nAdults: doxycycline 100 mg by mouth twice daily for 6 weeks. Spinal disease needs 12 weeks.";
    const sheet = (days: number) =>
      `| Disease (adults) | Item | Daily use | Days |\n|---|---|---|---|\n| Brucellosis, spine not involved | Doxycycline 100 mg, oral capsule | 1 capsule twice daily | ${days} days |\n| Brucellosis of the spine | Doxycycline 100 mg, oral capsule | 1 capsule twice daily | 84 days |`;
    assert.deepEqual(found(sheet(24), chapter), ["24 days"]);
    assert.deepEqual(found(sheet(42), chapter), []);
  });

  it("tells nails apart without the name of their disease", () => {
    const chapter =
      "# Onychomycosis\n\n- Toenails in adults: terbinafine 250 mg by mouth once daily for 12 weeks.\n- Fingernails in adults: terbinafine 250 mg by mouth once daily for 6 weeks.";
    const notes = (weeks: number) =>
      `# Notes\n\n| Site, adults | Medicine | Course |\n|---|---|---|\n| Toenails | terbinafine 250 mg by mouth once daily | ${weeks} weeks |\n| Fingernails | terbinafine 250 mg by mouth once daily | 6 weeks |`;
    assert.deepEqual(found(notes(6), chapter), ["6 weeks"]);
    assert.deepEqual(found(notes(12), chapter), []);
  });

  it("holds a length of three medicines together against the regimen of the three alone", () => {
    const text = (days: number) =>
      `# Peptic ulcer\n\n## Treatment\n\n**A. Eradication of *Helicobacter pylori***\n\n- Omeprazole, oral, 20 mg 12 hourly for 14 days\n- *plus* clarithromycin, oral, 500 mg 12 hourly for 14 days\n- *plus* amoxicillin, oral, 1 g 12 hourly for 14 days\n\n**B. Healing phase, where an ulcer was seen**\n\n- Omeprazole, oral, 20 mg once daily for 4 weeks\n\n## Advice\n\nTake omeprazole, clarithromycin and amoxicillin together for ${days} days.`;
    assert.deepEqual(new Set(found(text(10))), new Set(["for 10 days"]));
    assert.deepEqual(found(text(14)), []);
  });

  it("takes neither a length that names its regimen nor one of those who were spoken of last for that of all", () => {
    const head = "# Tuberculosis\n\nAdults receive the 6-month regimen.";
    assert.deepEqual(found(`${head}\n\n## Table. Nine-month regimen`), []);
    assert.deepEqual(
      found(
        "# Pneumonia\n\nPneumonia is treated for 5 days, but not in pregnancy; they are treated for 10 days.\n\n## Summary\n\nPneumonia is treated for 5 days.",
      ),
      [],
    );
  });

  it("takes how long something is stopped before an operation for no course", () => {
    const text = (head: string) =>
      `# Anticoagulation\n\nWarfarin 5 mg orally once daily for 3 days; then by INR.\n\n## Around procedures\n\n| Medicine | ${head} |\n| --- | --- |\n| Clopidogrel | 7 days |\n| Warfarin | 5 days |`;
    for (const head of ["Last dose before", "Withhold for", "Days off before the operation"])
      assert.deepEqual(found(text(head)), []);
  });

  it("works out how long a pack lasts from the one dose a day", () => {
    const text = (count: number) =>
      `# Trachoma and other infections in adults\n\nUncomplicated chlamydia is treated with doxycycline 100 mg by mouth twice daily for 7 days. Brucellosis is treated with doxycycline 100 mg by mouth twice daily for 42 days.\n\n## Packs of the pharmacy\n\n- Green pack, uncomplicated chlamydia: ${count} capsules of doxycycline 100 mg\n- Brown pack, brucellosis: 84 capsules of doxycycline 100 mg`;
    assert.deepEqual(found(text(28)), ["28 capsules"]);
    assert.deepEqual(found(text(14)), []);
    const guideline = parseGuideline(text(28));
    const [finding] = checkGuideline(guideline, { list: [durationConflict] }).findings;
    assert.deepEqual(finding?.fixes(), []);
    assert.match(finding?.message ?? "", /14 days \(28 capsules\)/);
  });

  it("takes monthly packs and refills for months", () => {
    const annex = (head: string, count: number) =>
      `# Prevention of tuberculosis in adults\n\nIsoniazid 300 mg by mouth once daily for half a year.\n\n## Stock\n\n| Medicine | ${head} |\n|---|---|\n| Isoniazid | ${count} |`;
    for (const head of [
      "Monthly refills",
      "Packs to hand out, one every 28 days",
      "Bottles, one each month",
    ]) {
      assert.deepEqual(found(annex(head, 9)), ["9"], head);
      assert.deepEqual(found(annex(head, 6)), [], head);
    }
  });

  it("holds the length of an example against that of the dose it is worked out from", () => {
    const text = (days: number, mg = 450) =>
      `# Larvae in adults\n\n## Neurocysticercosis\n\nAlbendazole 15 mg/kg per day by mouth in two divided doses for 14 days.\n\n## Liver cysts\n\nAlbendazole 400 mg by mouth twice daily for 28 days.\n\n## Orders on the ward: adult of 60 kg\n\n1. Albendazole ${mg} mg by mouth twice daily for ${days} days`;
    assert.deepEqual(found(text(28)), ["for 28 days"]);
    assert.deepEqual(found(text(14)), []);
    assert.deepEqual(found(text(28, 400)), []);
  });

  it("takes the last dose in a timetable for the end of its medicine", () => {
    const text = (week: number) =>
      `# Brucellosis in adults\n\nDoxycycline 100 mg by mouth twice daily for 6 weeks, with gentamicin 5 mg/kg IV once daily for 2 weeks.\n\n## Timetable\n\n| Visit | What is done |\n|---|---|\n| Week 2 | last injection of gentamicin; creatinine |\n| Week ${week} | last capsule of doxycycline; titre |\n| Month 6 | titre |`;
    assert.deepEqual(found(text(4)), ["Week 4"]);
    assert.deepEqual(found(text(6)), []);
  });

  it("reads habits, registers and captions that give no dose", () => {
    const chapter =
      "# Sore throat in children\n\n- Penicillin V, by mouth, for 10 days: 250 mg twice daily under 20 kg; 500 mg twice daily from 20 kg\n\n## Who does what\n\n";
    for (const said of [
      "The school nurse swabs on Mondays, hands out penicillin V for 5 days with a chart, and sees the child again.",
      "*Figure 2. A child finishes the strip of penicillin V, 5 days, one tablet at sunrise and one at sunset.*",
      "Your child has been given penicillin V and paracetamol syrup may be added. Penicillin V is taken for 5 days.",
      "| Column | Entry |\n|---|---|\n| 3 | penicillin V: date of the first dose; the mother takes home syrup for 5 days |",
    ]) {
      assert.equal(found(chapter + said).length, 1, said);
      assert.deepEqual(found(chapter + said.replace("5 days", "10 days")), [], said);
    }
    assert.deepEqual(found(`${chapter}The child with penicillin V stays away from school for 2 days.`), []);
    assert.deepEqual(found(`${chapter}The sister coughed for 4 days.`), []);
  });

  it("takes the word of a leaflet for some for what is said of them", () => {
    const chapter =
      "# Urinary infection in adults\n\nWomen with pyelonephritis take ciprofloxacin 500 mg by mouth twice daily for 7 days. In men a tender prostate means prostatitis: ciprofloxacin 500 mg by mouth twice daily for 14 days.";
    const leaflet = (weeks: string) =>
      `# Leaflet for women\n\nYou have been given ciprofloxacin tablets. Take one in the morning and one in the evening for ${weeks}, even when you feel well. Do not take them with iron.`;
    assert.deepEqual(found(leaflet("two weeks"), chapter), ["for two weeks"]);
    assert.deepEqual(found(leaflet("one week"), chapter), []);
  });

  it("takes tuberculosis of the nervous system for tuberculous meningitis", () => {
    const table =
      "# Tuberculosis\n\n| Site | Total |\n|---|---|\n| Lung | 6 months |\n| Central nervous system | 12 months |\n\n## Remarks\n\n";
    assert.deepEqual(found(`${table}*Meningitis.* Treatment lasts 9 months in all.`), ["9 months"]);
    assert.deepEqual(found(`${table}*Meningitis.* Treatment lasts 12 months in all.`), []);
  });

  it("only informs where it does not know that both are of the same", () => {
    const severities = (text: string) =>
      [...durationConflict.check(parseGuideline(text))].map(({ severity }) => severity);
    const chapter = (said: string) =>
      `# Cystitis in women\n\n## Medicine\n\nNitrofurantoin 100 mg PO twice daily for 5 days.\n\n${said}`;
    assert.deepEqual(severities(chapter("## Summary\n\nNitrofurantoin 100 mg PO twice daily for 10 days.")), [
      "warning",
    ]);
    // One section may say of two kinds what is not understood; of two of one title the headings between are lost.
    for (const said of ["Or ", "## Medicine\n\n"])
      assert.deepEqual(severities(chapter(`${said}nitrofurantoin 100 mg PO twice daily for 10 days.`)), [
        "information",
      ]);
  });
});
