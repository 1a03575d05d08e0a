// Lengths that are each other's closest, though what they are for is not said in the same words; and those that may differ.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { durationConflict } from "./duration-conflict.ts";

function found(text: string, ...others: string[]): string[] {
  const guideline = parseGuideline(text);
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  return [...durationConflict.check(guideline, { neighbours })].map(
    ({ span, severity }) => `${guideline.text.slice(span.start, span.end)}, ${severity}`,
  );
}

describe("the closest length", () => {
  it("asks where a row says only how bad it is, in a chapter that names the disease", () => {
    const chapter =
      "# Amoebiasis in adults\n\nUncomplicated disease in adults is treated with metronidazole 500 mg orally three times daily for 5 days.";
    const table = (length: string) =>
      `# Table 4. Regimens, adults\n\n| Presentation | Medicine | Dose | Course |\n|---|---|---|---|\n| Uncomplicated | Metronidazole | 500 mg orally three times daily | ${length} |\n| Lung abscess | Metronidazole | 500 mg orally three times daily | 21 days |`;
    assert.deepEqual(found(table("10 days"), chapter), ["10 days, information"]);
    assert.deepEqual(found(table("5 days"), chapter), []);
  });

  it("asks where a box leaves out what its chapter adds", () => {
    const text = (length: string) =>
      `# Typhoid fever in adults\n\n**Uncomplicated, outpatient.** Cefixime 200 mg orally twice daily for 14 days.\n\n**Complicated, inpatient.** Cefotaxime 2 g IV three times daily for 14 days.\n\n> **Summary**\n> - At home: cefixime 200 mg orally twice daily, ${length}.`;
    assert.deepEqual(found(text("7 days")), ["7 days, information"]);
    assert.deepEqual(found(text("14 days")), []);
  });

  it("lets what is severe, another regimen and paragraphs of one section differ", () => {
    const mild = "# Cholangitis\n\nCiprofloxacin 500 mg orally twice daily for 5 days.";
    assert.deepEqual(
      found("# Severe cholangitis\n\nCiprofloxacin 500 mg orally twice daily for 10 days.", mild),
      [],
    );
    assert.deepEqual(found("# Cholangitis\n\nCiprofloxacin 250 mg orally once daily for 14 days.", mild), []);
    assert.deepEqual(
      found(`${mild}\n\nIn an abscess, ciprofloxacin 500 mg orally twice daily is taken for 20 days.`),
      [],
    );
  });

  it("goes by what opens the line in a box, and by who is young", () => {
    const text = (length: string) =>
      `# Diarrhoea, 2 to 59 months\n\n**Bloody stools only.** The child takes ciprofloxacin 15 mg/kg by mouth twice daily for 3 days.\n\n**Bloody stools, severe wasting.** The child takes ciprofloxacin 15 mg/kg by mouth twice daily for 5 days.\n\n> **Box: what to say at home**\n> Bloody stools: ciprofloxacin morning and evening for ${length}.\n> Severe wasting: ciprofloxacin morning and evening for 5 days.`;
    assert.deepEqual(found(text("7 days")).length, 1);
    assert.deepEqual(found(text("3 days")), []);
  });

  it("reads what is given where another medicine is ruled out", () => {
    const text = (length: string) =>
      `# Gout in adults\n\nWhere ibuprofen is contraindicated, prednisolone 30 mg orally once daily for 5 days works as well.\n\n## Packs\n\n- gout: prednisolone 30 mg orally once daily, enough for ${length}`;
    assert.deepEqual(found(text("10 days")), ["for 10 days, warning"]);
    assert.deepEqual(found(text("5 days")), []);
  });

  it("knows the phases of tuberculosis by their medicines and by their table", () => {
    const text = (length: string) =>
      `# Tuberculosis in adults\n\n| Site | Intensive phase | Continuation phase |\n|---|---|---|\n| Lung | 2 months, four medicines | 4 months, two medicines |\n| Meninges | 2 months, four medicines | 10 months, two medicines |\n\n**Meningitis.** After the intensive phase rifampicin and isoniazid go on for a further ${length}.`;
    assert.equal(found(text("half year")).length > 0, true);
    assert.deepEqual(found(text("ten months")), []);
  });

  it("holds what retells a section against it, though no medicine is named", () => {
    const text = (length: string) =>
      `# Bite by a dog\n\n1. Wash the wound with soap and water.\n2. Doxycycline 100 mg orally twice daily with metronidazole 400 mg orally three times daily where amoxicillin is not borne. The full course is 7 days.\n3. Look at the wound after 2 days.\n\n**In short:** wash, report, take the tablets for ${length}, come back in time.`;
    assert.deepEqual(found(text("14 days")), ["for 14 days, information"]);
    assert.deepEqual(found(text("7 days")), []);
  });

  it("knows by its form which medicine a card means", () => {
    const text = (length: string) =>
      `# Brucellosis in adults\n\nDoxycycline 100 mg orally twice daily for six weeks plus streptomycin 1 g IM once daily for two weeks.\n\n## Patient card\n\nInjections: every day for ${length}.\nCapsules: morning and evening for 6 weeks.`;
    assert.deepEqual(found(text("three weeks")), ["for three weeks, information"]);
    assert.deepEqual(found(text("14 days")), []);
  });

  it("goes on about those who were named, and holds one length without a name against another", () => {
    const chapter =
      "# Shigellosis\n\nMost are treated at home. They take azithromycin 500 mg by mouth once daily for 3 days.";
    const annex = "# Lengths\n\n- Cholera: doxycycline, 1 day\n- Shigellosis: azithromycin, 7 days";
    assert.deepEqual(found(annex, chapter), ["7 days, information"]);
    assert.deepEqual(found(annex.replace("7 days", "3 days"), chapter), []);
    const guide = "# Stomach germ\n\nThe length is 14 days for all four medicines.";
    assert.equal(
      found("# Your treatment against the stomach germ\n\nYour last tablets are on day 10.", guide).length,
      1,
    );
  });

  it("knows a length of either medicine, and the usual one", () => {
    const order = "# Erysipelas in adults\n\nFlucloxacillin 500 mg orally four times daily for 7 days.\n\n";
    for (const said of [
      "Flucloxacillin was given for the standard ten days.",
      "Flucloxacillin: either is stopped after ten days.",
    ])
      assert.equal(found(`${order}## Audit\n\n${said}`).length, 1, said);
  });

  it("asks where a sheet that names no disease has a column for each group", () => {
    const chapter =
      "# Diphtheria\n\n**Cases.** Phenoxymethylpenicillin 500 mg by mouth every 6 hours for 14 days.\n\n**Contacts.** Erythromycin 500 mg by mouth every 6 hours for 7 days.";
    const sheet = (long: string) =>
      `# Round sheet\n\n| Item | Cases | Contacts |\n|---|---|---|\n| Antibiotic | penicillin | erythromycin |\n| Course | ${long} | 7 days |\n| Swabs | two | one |`;
    assert.deepEqual(found(chapter, sheet("7 days")), ["for 14 days, information"]);
    assert.deepEqual(found(chapter, sheet("14 days")), []);
  });

  it("counts packs of a month against months", () => {
    const chapter =
      "# Leprosy\n\nPB patients are released after six packs. MB patients are released after twelve packs.";
    const card = (packs: string) =>
      `# Patient card\n\n| | PB | MB |\n|---|---|---|\n| Length of treatment | 6 months | ${packs} |\n| Eye check | every visit | every visit |`;
    assert.deepEqual(found(card("24 months"), chapter), ["24 months, information"]);
    assert.deepEqual(found(card("12 months"), chapter), []);
  });

  it("compares what goes on for a time after the same event, and not after another", () => {
    const text = (said: string) =>
      `# Prevention of thrombosis in adults\n\nEnoxaparin 40 mg SC once daily until 6 weeks after delivery.\n\n## Summary\n\nEnoxaparin 40 mg SC once daily, ${said}.`;
    assert.equal(found(text("to 10 days after birth")).length, 1);
    assert.deepEqual(found(text("to 6 weeks after birth")), []);
    assert.deepEqual(found(text("for 10 days after an operation")), []);
    const table = (weeks: string) =>
      `# Malaria prophylaxis\n\n| Medicine | Dose | First dose | Last dose |\n|---|---|---|---|\n| Doxycycline | 100 mg orally once daily | 2 days before arrival | 4 weeks after leaving |\n\n> Take doxycycline with food: go on taking it for ${weeks} after you have left.`;
    assert.deepEqual(found(table("one week")), ["for one week, information"]);
    assert.deepEqual(found(table("four weeks")), []);
  });

  it("counts the doses of a whole course against months", () => {
    const chapter =
      "# Tuberculosis infection\n\nAdults take isoniazid 300 mg orally once daily, completed in six months.";
    const annex = (doses: number) =>
      `# Annex\n\n| Regimen | Rhythm | Doses in the course |\n|---|---|---|\n| Isoniazid alone, adult | Once daily | ${doses} |`;
    assert.deepEqual(found(annex(270), chapter), ["270, information"]);
    assert.deepEqual(found(annex(180), chapter), []);
  });

  it("asks where a leaflet opens with the words of a list that asks how long", () => {
    const ward =
      "# Prevention of thrombosis\n\nDalteparin 5000 units subcutaneously once daily.\n\n## How long\n\n- Hip replacement: 28 days.\n- Knee replacement: 14 days.";
    const leaflet = (weeks: string) =>
      `# Your injections at home\n\n**Hip replacement.** One injection each evening for ${weeks} after the operation.\n\n**Knee replacement.** One injection each evening for two weeks after the operation.`;
    assert.deepEqual(found(leaflet("two weeks"), ward), ["for two weeks, information"]);
    assert.deepEqual(found(leaflet("four weeks"), ward), []);
  });

  it("reads the days on which treatments stop", () => {
    const text = (day: number) =>
      `# Pneumonia in adults\n\n**Ward, non-severe**\n\nAmpicillin 1.5 g IV every 6 hours for 5 days.\n\n## The pharmacist\n\n- Stop date on the chart: ward, non-severe, day ${day}; intensive care, day 7`;
    assert.deepEqual(found(text(10)), ["day 10, information"]);
    assert.deepEqual(found(text(5)), []);
  });

  it("takes a card's length for that of the dose beside it", () => {
    const chapter =
      "# Chagas disease\n\n| Situation | Medicine | Daily dose, divided in two | Length |\n|---|---|---|---|\n| Children up to 40 kg | benznidazole | 7 mg/kg | 60 days |\n| Accident in the laboratory | benznidazole | 7 mg/kg | 10 days |";
    const sheet = (days: number) =>
      `# Sheet for the health post\n\n**Children with chronic infection, up to 40 kg**\n\n- Give the tablets after food.\n- Dose: benznidazole 7 mg/kg per day by mouth, divided in two.\n- Length: ${days} days.`;
    assert.equal(found(sheet(30), chapter).length > 0, true);
    assert.deepEqual(found(sheet(60), chapter), []);
  });

  it("takes a row with several medicines for the whole treatment", () => {
    const text = (days: number) =>
      `# Peritonitis in dialysis\n\nStaphylococcus aureus does more harm; it is treated for three weeks.\n\n**Table 1**\n\n| Organism | Continue | Stop | Whole course |\n|---|---|---|---|\n| Staphylococcus aureus | cefazolin | ceftazidime | ${days} days |\n| Pseudomonas | ceftazidime | cefazolin | 21 days |`;
    assert.deepEqual(found(text(14)), ["14 days, information"]);
    assert.deepEqual(found(text(21)), []);
  });
});
