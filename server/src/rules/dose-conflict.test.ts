// Two doses for the same patients: what makes them comparable, what keeps them apart, which side is the odd one out,
// and the choice of fixes, in one document and across documents.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { doseConflict } from "./dose-conflict.ts";
import { checkGuideline } from "./index.ts";
import type { Neighbour } from "./rule.ts";

const neighbour = (text: string, i: number): Neighbour => ({
  uri: `file:///chapter-${i}.md`,
  guideline: parseGuideline(text),
});

function check(text: string, ...others: string[]) {
  const guideline = parseGuideline(text);
  const { findings, failures } = checkGuideline(guideline, {
    list: [doseConflict],
    neighbours: others.map(neighbour),
  });
  assert.deepEqual(failures, []);
  return findings;
}

function found(text: string, ...others: string[]): string[] {
  return check(text, ...others).map(({ span }) => text.slice(span.start, span.end));
}

const pneumonia = "# Pneumonia in children\n\nAmoxicillin 40 mg/kg PO twice daily for 5 days.\n\n";

describe("dose-conflict", () => {
  it("takes the prophylaxis of a disease for its prophylaxis, however it is said", () => {
    const chapter =
      "# Preventing endocarditis\n\nAdults: amoxicillin 2 g PO as a single dose.\n\n# Summary\n\n";
    const row = (dose: string) =>
      `${chapter}| For | Whom | Amoxicillin PO |\n|---|---|---|\n| Endocarditis prophylaxis | Adult | ${dose} once |\n`;
    assert.deepEqual(found(row("3 g")), ["3 g"]);
    assert.deepEqual(found(row("2 g")), []);
    const box = (dose: string) =>
      `# Thromboprophylaxis\n\n- Creatinine clearance 30 mL/min or more: enoxaparin 40 mg SC once daily.\n- Creatinine clearance 15–29 mL/min: enoxaparin 20 mg SC once daily.\n\n> **Chart.** Prophylaxis, creatinine clearance 15–29 mL/min: enoxaparin ${dose} SC once daily.\n`;
    assert.deepEqual(found(box("40 mg")), ["40 mg"]);
    assert.deepEqual(found(box("20 mg")), []);
  });

  it("holds doses per kilogram for one band of weights against each other, though little else is said", () => {
    const chapter = "# Severe malaria\n\nPatients below 20 kg receive artesunate 3 mg/kg IV once daily.";
    const card = (dose: string) =>
      `# Card\n\nArtesunate injection\n\n| Weight | Dose |\n|---|---|\n| below 20 kg | ${dose} |\n| 20 kg and above | 2.4 mg/kg |\n`;
    assert.deepEqual(
      check(card("2.4 mg/kg"), chapter).map(({ severity }) => severity),
      ["information"],
    );
    assert.deepEqual(found(card("3 mg/kg"), chapter), []);
  });

  it("only informs of tables below one heading that stand under lines of their own", () => {
    const table = (dose: string) =>
      `| Medicine | Adult dose | Frequency |\n| --- | --- | --- |\n| colchicine po | ${dose} | 2 times a day |\n\n`;
    const both = (first: string, second: string) =>
      check(`## Gout\n\n${first}\n\n${table("1 mg")}${second}\n\n${table("0.5 mg")}`).map(
        ({ severity }) => severity,
      );
    assert.deepEqual(both("Use:", "Until the urate is normal, use:"), ["information"]);
    assert.deepEqual(both("Use:", "Use:"), ["warning"]);
  });

  it("only informs where each side names something of its own, or where many others agree with this one", () => {
    const severity = (text: string, ...others: string[]) => check(text, ...others).map((one) => one.severity);
    const pain = (what: string, dose: string) =>
      `# ${what} in adults\n\nGive paracetamol ${dose} PO every 6 hours as needed.\n\n`;
    const usual = ["A", "B", "C", "D"].map((what) => pain(`Pain after operation ${what}`, "1 g"));
    assert.deepEqual(severity(pain("Pain after operation", "500 mg"), ...usual), ["warning"]);
    assert.deepEqual(
      severity(usual.join(""), pain("Pain after operation", "500 mg")),
      Array(4).fill("information"),
    );
    const child = (what: string, dose: string) =>
      `# ${what} in children\n\nGive ibuprofen ${dose} PO three times daily for 3 days.\n\n`;
    assert.ok(
      severity(`${child("Migraine", "400 mg")}${child("Sprain", "200 mg")}`).every(
        (one) => one === "information",
      ),
    );
  });

  it("keeps apart what stands below opposite answers, and what treats from what prevents for a year", () => {
    const answer = (yes: string, no: string) =>
      found(
        `# Dehydration in children\n\n## Severe malnutrition?\n\n### ${yes}\n\nGive ORS 10 mL/kg/hour PO for 4 hours.\n\n### ${no}\n\nGive ORS 20 mL/kg/hour PO for 4 hours.\n`,
      ).length;
    assert.equal(answer("Yes", "No"), 0);
    const herpes = (length: string) =>
      `# Genital herpes in adults\n\nAciclovir 200 mg PO five times daily for 7 days.\n\n## Later\n\nAciclovir 400 mg PO twice daily for ${length}.\n`;
    assert.deepEqual(found(herpes("1 year")), []);
    assert.equal(found(herpes("7 days")).length, 1);
  });

  it("takes a dose per kilogram in the story of one patient for that of all", () => {
    const croup =
      "# Croup in children\n\nDexamethasone 0.6 mg/kg PO as a single dose.\n\n## A case\n\nLina, 2 years, 12 kg, has ";
    const given = "She is given dexamethasone 0.15 mg/kg PO once.";
    assert.deepEqual(found(`${croup}croup with stridor at rest. ${given}`), ["0.15 mg/kg"]);
    assert.deepEqual(found(`${croup}meningitis. ${given}`), []);
  });

  it("compares what unknown words name in both places, though another stands beside it", () => {
    const worms =
      "# Flukes\n\nIn *Opisthorchis* give praziquantel 40 mg/kg PO once. In *Fasciolopsis* the dose is praziquantel 60 mg/kg PO once.\n\n## Box\n\n- ";
    assert.deepEqual(found(`${worms}*Opisthorchis*: praziquantel 60 mg/kg PO once.`), ["40 mg/kg"]);
    assert.deepEqual(found(`${worms}*Fasciolopsis*: praziquantel 60 mg/kg PO once.`), []);
  });

  it("takes no dose beside it for an explanation that is for another disease or by another route", () => {
    const table =
      "# Ceftriaxone in children\n\n| For | Ceftriaxone IV |\n|---|---|\n| Meningitis | 100 mg/kg once daily |\n| Pneumonia | 80 mg/kg once daily |\n\n## Meningitis\n\n";
    assert.deepEqual(found(`${table}Ceftriaxone 80 mg/kg IV once daily.`), ["80 mg/kg"]);
    assert.deepEqual(found(`${table}Ceftriaxone 100 mg/kg IV once daily.`), []);
  });

  it("reads forms of a disease that are told apart by words of two kinds", () => {
    const forms =
      "# Brucellosis in adults\n\nIn the nervous system: doxycycline 200 mg PO twice daily.\n\n## Card\n\n";
    assert.deepEqual(found(`${forms}Without complications: doxycycline 100 mg PO twice daily.`), []);
    assert.deepEqual(found(`${forms}Central nervous system: doxycycline 100 mg PO twice daily.`), ["100 mg"]);
  });

  it("reads whom a row is for whose cell is no band of its column, and compares it with adults", () => {
    const card = (dose: string) =>
      `# Anaphylaxis\n\n| Who | Treatment |\n|---|---|\n| Adult, and child over 12 years | Adrenaline 0.5 mg IM |\n| Child 6–12 years | Adrenaline 0.3 mg IM |\n| Child under 6 years | Adrenaline 0.15 mg IM |\n\n## Remember\n\nAn adult in anaphylaxis needs ${dose} of adrenaline IM straight away.`;
    assert.deepEqual(found(card("300 micrograms")), ["300 micrograms"]);
    assert.deepEqual(found(card("500 micrograms")), []);
    assert.deepEqual(found(card("500 micrograms").replace("An adult", "A child of 8 years")), []);
  });

  it("takes a box's title for all that is in the box, and for nothing behind it", () => {
    const box =
      "# Acute asthma\n\n> **Box 1. Adult with an attack**\n>\n> Oxygen to 94%.\n> Prednisone 40 mg PO once daily for 5 days.\n\n";
    const children = "Children: prednisone 1 mg/kg PO once daily.\n\n";
    const discharge = (dose: string) =>
      `## Discharge, adults\n\nPrednisone ${dose} PO once daily for 5 days.`;
    assert.deepEqual(found(`${box}${children}${discharge("60 mg")}`), ["60 mg"]);
    assert.deepEqual(found(`${box}${children}${discharge("40 mg")}`), []);
    const [behind] = check(`${box}${children}Prednisone 30 mg PO once daily.`);
    assert.equal(behind?.severity, "information");
  });

  it("knows a newborn's sepsis by either name", () => {
    const chapter = "# Sepsis in the newborn\n\nNewborns: gentamicin 5 mg/kg IV every 24 hours for 7 days.";
    const card = (whom: string) =>
      `# First orders\n\nFor a ${whom} with suspected sepsis, write up gentamicin 7.5 mg/kg IV every 24 hours for 7 days.`;
    assert.deepEqual(found(card("newborn"), chapter), ["7.5 mg/kg"]);
    assert.deepEqual(found(card("child over 1 month"), chapter), []);
  });

  it("works a dose per kilogram out for the one weight that a text names", () => {
    const fits =
      "# Epilepsy in children\n\nStart carbamazepine 5 mg/kg PO twice daily.\n\n## Example\n\nSita weighs 20 kg. She is started on carbamazepine ";
    assert.deepEqual(found(`${fits}150 mg PO twice daily.`), ["150 mg"]);
    assert.deepEqual(found(`${fits}100 mg PO twice daily.`), []);
    assert.deepEqual(found(`${fits}150 mg PO once daily.`), []);
  });

  it("compares doses with a route and no rhythm in running text", () => {
    const text = (dose: string) =>
      `# Heart failure in adults\n\nGive furosemide 40 mg IV to who takes no diuretic.\n\n## First ten minutes\n\nSit up, oxygen, furosemide ${dose}.`;
    assert.deepEqual(found(text("80 mg IV")), ["80 mg"]);
    assert.deepEqual(found(text("80 mg PO")), []);
    assert.deepEqual(found(text("80 mg IV every 6 hours")), []);
  });

  it("compares rates per kilogram of the same patients, though neither names the vein", () => {
    const text = (whom: string) =>
      `# Diabetic ketoacidosis\n\nChildren: insulin 0.1 units/kg/hour.\n\n## Card\n\n${whom}insulin 0.05 units/kg/hour.`;
    assert.deepEqual(found(text("Children: ")), ["0.05 units/kg/hour"]);
    assert.deepEqual(found(text("Adults: ")), []);
  });

  it("knows a preventive injection that is given every few weeks by its rhythm", () => {
    const text = (dose: string) =>
      `# Rheumatic heart disease in adults\n\nSecondary prophylaxis: benzathine benzylpenicillin 1.2 million units IM every 4 weeks.\n\n## Clinic\n\nNurses give benzathine benzylpenicillin ${dose} to adults.`;
    assert.deepEqual(found(text("2.4 million units IM every 4 weeks")), ["2.4 million units"]);
    assert.deepEqual(found(text("2.4 million units IM once")), []);
  });

  it("takes a sign for that of the disease a text is about", () => {
    const text = (why: string) =>
      `# Status epilepticus in adults\n\n${why}, give phenytoin 20 mg/kg IV over 20 minutes.\n\n## Table\n\n| Medicine | Dose |\n|---|---|\n| Phenytoin | 15 mg/kg IV over 20 minutes |`;
    assert.deepEqual(found(text("For convulsions that go on")), ["15 mg/kg"]);
    assert.deepEqual(found(text("For arrhythmia")), []);
  });

  it("lets a part that takes another time explain nothing", () => {
    const text = (dose: string) =>
      `# Major trauma in adults\n\nTranexamic acid 1 g IV over 10 minutes, then 1 g IV over 8 hours.\n\n## Handover\n\nTime of tranexamic acid ${dose} IV over 10 minutes. Time of the 1 g.`;
    assert.deepEqual(found(text("2 g")), ["2 g"]);
    assert.deepEqual(found(text("1 g")), []);
  });

  it("does not hold a question against its “No”", () => {
    const chart = (dose: string) =>
      `# Clots after hip replacement in adults\n\n- Is there active bleeding?\n  - No: begin prevention with enoxaparin 40 mg SC once daily for 28 days\n  - Yes: wait\n\n## Order sheet, prevention\n\n| Medicine | Dose |\n|---|---|\n| Enoxaparin | ${dose} SC once daily for 28 days |`;
    assert.deepEqual(found(chart("60 mg")), ["60 mg"]);
    assert.deepEqual(found(chart("40 mg")), []);
  });

  it("takes what runs in over much longer for another bag", () => {
    const bags = "# Paracetamol poisoning\n\nAcetylcysteine 200 mg/kg IV over 4 hours.\n\n## Card\n\n";
    assert.deepEqual(found(`${bags}Acetylcysteine 100 mg/kg IV over 16 hours.`), []);
    assert.deepEqual(found(`${bags}Acetylcysteine 150 mg/kg IV over 4 hours.`), ["150 mg/kg"]);
  });

  it("lets a “No.” end its sentence", () => {
    const answer = "# Scabies\n\nIvermectin 200 mcg/kg PO once.\n\n## Questions\n\nNo. ";
    assert.deepEqual(found(`${answer}Onchocerciasis is treated with ivermectin 150 mcg/kg PO once.`), []);
  });

  it("finds another dose in prose, lists and tables", () => {
    assert.deepEqual(found(`${pneumonia}## Box\n\n- Amoxicillin 25 mg/kg PO twice daily`), ["25 mg/kg"]);
    const table =
      "## Summary\n\n| Medicine | Dose | Frequency |\n|---|---|---|\n| Amoxicillin PO | 25 mg/kg | ";
    assert.deepEqual(found(`${pneumonia}${table}twice daily |`), ["25 mg/kg"]);
    assert.deepEqual(found(`${pneumonia}${table}every 12 hours |`), ["25 mg/kg"]);
  });

  it("compares a single dose in running text where the medicine is given but once, and a bolus", () => {
    const birth = "# Third stage of labour\n\nOxytocin 10 IU IM.\n\n## Checklist\n\n";
    assert.deepEqual(found(`${birth}Oxytocin 5 IU IM.`), ["5 IU"]);
    assert.deepEqual(found(`${birth}Oxytocin 5 IU IV.`), []);
    const bleeding = "# Variceal bleeding\n\nOctreotide 50 micrograms IV bolus.\n\n## Box\n\n";
    assert.deepEqual(found(`${bleeding}Octreotide 100 micrograms IV bolus.`), ["100 micrograms"]);
    const pain = "# Pain in adults\n\nTramadol 50 mg PO.\n\n## Box\n\n";
    assert.deepEqual(found(`${pain}Tramadol 100 mg PO.`), []);
  });

  it("compares prophylaxis after exposure across documents, though no disease is named", () => {
    const exposed = "# Post-exposure prophylaxis\n\nAdults: lamivudine 300 mg once daily for 28 days.";
    const card = "# Card: PEP\n\nAdults: lamivudine 150 mg once daily for 28 days.";
    assert.deepEqual(found(card, exposed), ["150 mg"]);
  });

  it("compares what is taken in a day, whatever the notation", () => {
    const box = `${pneumonia}## Box\n\nAmoxicillin `;
    assert.deepEqual(found(`${box}80 mg/kg/day PO in 2 divided doses.`), []);
    assert.deepEqual(found(`${box}80 mg/kg/day PO ÷ q12h.`), []);
    assert.deepEqual(found(`${box}0·04 g/kg PO b.d.`), []);
    assert.deepEqual(found(`${box}40 mg/kg PO 12-hourly.`), []);
    assert.deepEqual(found(`${box}50 mg/kg/day PO in 2 divided doses.`), ["50 mg/kg/day"]);
    assert.deepEqual(found(`${box}40 mg/kg PO at 6 am, 2 pm and 10 pm.`), ["40 mg/kg"]);
  });

  it("takes ranges that meet, and rounding, for no conflict", () => {
    assert.deepEqual(found(`${pneumonia}## Box\n\nAmoxicillin 30–40 mg/kg PO twice daily.`), []);
    assert.deepEqual(found(`${pneumonia}## Box\n\nAmoxicillin 42 mg/kg PO twice daily.`), []);
    assert.deepEqual(found(`${pneumonia}## Box\n\nAmoxicillin 20–30 mg/kg PO twice daily.`), ["20–30 mg/kg"]);
  });

  it("is silent where patients, route, indication, degree or phase differ", () => {
    for (const other of [
      "# Pneumonia in newborns\n\nAmoxicillin 25 mg/kg PO twice daily.",
      "# Pneumonia in adults\n\nAmoxicillin 1 g PO twice daily.",
      "# Otitis media in children\n\nAmoxicillin 25 mg/kg PO twice daily.",
      "# Severe pneumonia in children\n\nAmoxicillin 50 mg/kg PO twice daily.",
      "## Hospital\n\nAmoxicillin 25 mg/kg IV twice daily.",
      "## Malnutrition\n\nAmoxicillin 25 mg/kg PO twice daily.",
    ])
      assert.deepEqual(found(`${pneumonia}${other}`), [], other);
    const loading = "# Status epilepticus\n\nPhenytoin, loading dose 20 mg/kg IV over 20 minutes.\n\n";
    assert.deepEqual(found(`${loading}## Later\n\nPhenytoin, maintenance 5 mg/kg IV over 20 minutes.`), []);
  });

  it("is silent about alternatives side by side", () => {
    assert.deepEqual(found("# Gonorrhoea\n\n- Cefixime 400 mg PO once\n- or cefixime 800 mg PO once"), []);
    assert.deepEqual(
      found(`${pneumonia}## Box\n\nAmoxicillin 25 mg/kg PO 8 hourly or 40 mg/kg PO 12 hourly.`),
      [],
    );
  });

  it("compares symptomatic medicines across diseases", () => {
    const dengue = "# Dengue in children\n\nFor fever: paracetamol 15 mg/kg PO every 6 hours.";
    const throat = "# Sore throat in children\n\nFor fever: paracetamol 25 mg/kg PO every 6 hours.";
    assert.deepEqual(found(dengue, throat), ["15 mg/kg"]);
    assert.deepEqual(found(dengue, throat.replace("25", "15")), []);
  });

  it("speaks at the side that fewer others agree with", () => {
    const text = `# Pneumonia in children\n\nAmoxicillin 25 mg/kg PO twice daily.\n\n## Ward\n\nAmoxicillin 40 mg/kg PO twice daily.\n\n## Leaflet\n\nAmoxicillin 40 mg/kg PO twice daily.`;
    assert.deepEqual(found(text), ["25 mg/kg"]);
  });

  it("warns only where both sides say nearly all that makes them comparable", () => {
    const severities = (text: string) => check(text).map(({ severity }) => severity);
    const sure = "# Leptospirosis\n\nAdults: doxycycline 100 mg PO every 12 hours.\n\n## Card\n\n";
    assert.deepEqual(severities(`${sure}Adults: doxycycline 200 mg PO every 12 hours.`), ["warning"]);
    assert.deepEqual(
      severities(`${sure.replace("# Leptospirosis\n\nA", "A")}Adults: doxycycline 200 mg every 12 hours.`),
      ["information"],
    );
  });

  it("takes what a strong opioid is raised to or exchanged for, and a slower rate, for no other dose", () => {
    const begun = "# Pain in adults\n\nStart morphine 5 mg PO every 4 hours.\n\n## Next\n\n";
    assert.deepEqual(found(`${begun}The new dose is morphine 15 mg PO every 4 hours.`), []);
    assert.deepEqual(found(`${begun}Start morphine 10 mg PO every 4 hours.`), ["10 mg"]);
    const drip = "# Eclampsia\n\nMagnesium sulfate 1 g/hour IV.\n\n## Urine below 25 mL/hour\n\n";
    assert.deepEqual(found(`${drip}Give magnesium sulfate 0.5 g/hour.`), []);
  });

  it("says what, where the other side stands and what to check, and lets the author choose", () => {
    const text = `${pneumonia}## Box\n\nAmoxicillin 25 mg/kg PO twice daily.`;
    const [finding] = check(text);
    assert.match(finding?.message ?? "", /amoxicillin is 25 mg\/kg.*40 mg\/kg.*line 3.*Check/);
    assert.deepEqual(
      finding?.related.map(({ span }) => text.slice(span.start, span.end)),
      ["40 mg/kg"],
    );
    const [here, there] = finding?.fixes() ?? [];
    assert.equal(here?.certain, false);
    assert.deepEqual(found(applyEdits(text, here?.edits ?? [])), []);
    assert.deepEqual(found(applyEdits(text, there?.edits ?? [])), []);
    assert.match(applyEdits(text, there?.edits ?? []), /# Pneumonia in children\n\nAmoxicillin 25 mg\/kg/);
  });

  it("shows and mends the other side in the other document", () => {
    const other = "# Summary: pneumonia in children\n\nAmoxicillin 25 mg/kg PO twice daily.";
    const [finding] = check(pneumonia, other);
    assert.match(finding?.message ?? "", /chapter-0\.md, line 3/);
    assert.equal(finding?.related[0]?.in?.uri, "file:///chapter-0.md");
    const there = finding?.fixes().find((fix) => fix.in !== undefined);
    assert.equal(there?.in?.uri, "file:///chapter-0.md");
    assert.match(applyEdits(other, there?.edits ?? []), /Amoxicillin 40 mg\/kg/);
  });

  it("takes two strengths of a fluid for two medicines", () => {
    const at = (strength: string) =>
      found(
        `# Ketoacidosis in children\n\n- No shock: sodium chloride 0.9%, 10 mL/kg IV over 60 minutes.\n\n## Later\n\nGive sodium chloride ${strength}, 5 mL/kg IV over 60 minutes.`,
      );
    assert.deepEqual(at("3%"), []);
    assert.deepEqual(at("0.9%"), ["5 mL/kg"]);
  });

  it("takes a degree that nothing else is told apart from for none", () => {
    const chapter =
      "# Depression\n\n## Adults with moderate depression\n\nThe starting dose of sertraline is 50 mg by mouth once daily.";
    const list = "# Sertraline\n\n- Depression, adults, starting dose: 100 mg by mouth once daily.";
    assert.equal(check(chapter, list).length, 1);
    const severe = "- Severe depression, adults, starting dose: 25 mg by mouth once daily.";
    assert.equal(check(chapter, `${list}\n${severe}`).length, 0);
  });
});

describe("dose-conflict, where one side says more of what it is for", () => {
  const check = (text: string) => checkMarkdown(text, { rule: "dose-conflict", rules: [doseConflict] });

  it("compares beside a degree or a choice that stands alone, and penicillin that keeps infections away", () => {
    check(
      "# Asthma in adults\n\n**Asthma, moderate to severe**\n\n- Prednisolone 40 mg orally once daily\n\n## Discharge\n\nAsthma attack: prednisolone 30 mg orally once daily.\n                            ^^^^^",
    );
    check(
      "# Sickle cell disease in children\n\nPhenoxymethylpenicillin 250 mg by mouth twice daily.\n\n## Prophylaxis\n\nPhenoxymethylpenicillin 125 mg by mouth twice daily.\n                        ^^^^^^",
    );
    check(
      "# Chagas disease in adults\n\nBenznidazole 5 mg/kg/day by mouth in 2 divided doses.\n\n## Box\n\nBenznidazole 10 mg/kg/day by mouth in 2 divided doses.\n             ^^^^^^^^^^^^",
    );
  });

  it("is silent where the other degree is named, and about a treatment beside its prophylaxis", () => {
    check(
      "# Asthma in adults\n\n**Asthma, moderate to severe**\n\n- Prednisolone 40 mg orally once daily\n\n**Mild asthma**\n\n- Prednisolone 20 mg orally once daily\n\n## Discharge\n\nAsthma attack: prednisolone 30 mg orally once daily.",
    );
    check(
      "# Toxoplasmosis in adults\n\nCo-trimoxazole 960 mg by mouth twice daily.\n\n## Prophylaxis\n\nCo-trimoxazole 480 mg by mouth twice daily.",
    );
  });

  it("tells what is said again from what is given again, and first bags and normal patients from others", () => {
    const adrenal = "# Adrenal crisis in adults\n\nStart hydrocortisone 100 mg IV every 6 hours.\n\n";
    assert.equal(
      found(`${adrenal}Repeat to the nurse that adults start on hydrocortisone 50 mg IV every 6 hours.`)
        .length,
      1,
    );
    const bags = (one: string, two: string) =>
      `# Tachycardia in adults\n\n${one}: amiodarone 300 mg IV once over 60 minutes.\n\n${two}: amiodarone 900 mg IV once over 60 minutes.`;
    assert.equal(found(bags("Ward", "Clinic")).length, 1);
    assert.deepEqual(found(bags("First bag", "Second bag")), []);
    const enzyme = (one: string, two: string) =>
      `# Vivax malaria\n\n## ${one}\n\nPrimaquine 0.25 mg/kg by mouth once daily for 14 days.\n\n## ${two}\n\nPrimaquine 0.75 mg/kg by mouth once daily for 14 days.`;
    assert.equal(found(enzyme("Cure", "Summary")).length, 1);
    assert.deepEqual(found(enzyme("Patients with normal enzyme", "Patients with the deficiency")), []);
  });
});
