// Slips of the decimal point and of the unit: against usual doses, against other orders, within a table's column.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { doseMagnitude } from "./dose-magnitude.ts";
import { checkGuideline } from "./index.ts";

function check(text: string) {
  const { findings, failures } = checkGuideline(parseGuideline(text), { list: [doseMagnitude] });
  assert.deepEqual(failures, []);
  return findings;
}

const found = (text: string) => check(text).map(({ span }) => text.slice(span.start, span.end));

describe("dose-magnitude", () => {
  it("keeps a dose to the brand before it, and to what it is beside", () => {
    assert.deepEqual(found("# Pain\n\nMorphine 0.1 mg/kg IV\nOfirmev: >2 years: 15 mg/kg\n"), []);
    assert.deepEqual(
      found("# Asthma\n\nSoluble prednisolone (sodium phosphate) 5 mg tablets are available.\n"),
      [],
    );
  });

  it("takes what an ambulance carries for no dose", () =>
    assert.deepEqual(
      found("| Medication | Minimum requirements |\n|---|---|\n| Aspirin, chewable – 81 mg each | 6 units |"),
      [],
    ));

  it("compares no page for one weight with the page for another, of which half of the doses differ", () => {
    const page = (times: number, adenosine = 0.5) =>
      `| Medicine | Dose |\n|---|---|\n| Adenosine IV | ${adenosine * times} mg |\n| Amiodarone IV | ${25 * times} mg |\n| Atropine IV | ${0.1 * times} mg |\n| Diphenhydramine IV | ${5 * times} mg |\n| Glucagon IM | ${0.25 * times} mg |\n\n`;
    assert.deepEqual(found(page(1) + page(10)), []);
    assert.deepEqual(found(`${page(1)}# Tachycardia\n\n${page(1, 5)}`).length, 1);
  });

  it("follows a medicine that is named once into the next sentences, and knows what newborns are given", () => {
    const text = (dose: string) =>
      `# Atrial fibrillation\n\nBisoprolol 2.5 mg PO once daily suits most. In heart failure prefer digoxin. Loading: 500 mcg PO. From the next day the patient takes ${dose} PO once daily.`;
    assert.deepEqual(found(text("1.25 mg")), ["1.25 mg"]);
    assert.deepEqual(found(text("0.125 mg")), []);
    assert.deepEqual(found("# Intubation of the newborn\n\nFentanyl 20 mcg/kg IV, single dose."), [
      "20 mcg/kg",
    ]);
    assert.deepEqual(found("# Intubation of the newborn\n\nFentanyl 2 mcg/kg IV, single dose."), []);
  });

  it("takes a needle, the speed of an injection, a day's amount and what is measured for no dose", () => {
    for (const text of [
      "Give lidocaine, then put on a 14G angiocath.",
      "Furosemide 40 mg IV. Undiluted direct IV injections may be given at a rate of 20-40 mg per minute.",
      "Ampicillin IV: 8-14 g divided into q 4-6 hours.",
      "Follow the serum estradiol, which shows an adequate response, and give 150 units once daily.",
    ])
      check(text);
  });

  it("is silent on a dose behind what is also taken, on units of a hospital, and on what another's dose is counted by", () => {
    assert.deepEqual(
      found(
        "# Warfarin\n\nWarfarin 5 mg PO once daily. Over 75 years or with amiodarone, days 1 and 2 are 2.5 mg.",
      ),
      [],
    );
    assert.deepEqual(found("# Seizures\n\nMidazolam 60 mcg/kg IV once, in a level 3 unit only."), []);
    assert.deepEqual(
      found(
        "# Heparin\n\n| Time | Protamine IV per 100 IU of heparin given |\n|---|---|\n| Below 30 minutes | 1 mg |",
      ),
      [],
    );
  });

  it("goes on about the only medicine of a paragraph, where only micrograms can be meant, and knows what newborns get", () => {
    assert.deepEqual(
      found(
        "# Atrial fibrillation in adults\n\nDigoxin is for heart failure. Load with 500 micrograms PO. Then 125 mg PO once daily.",
      ),
      ["125 mg"],
    );
    const born = (dose: string) =>
      `# Care of the newborn\n\n- Vitamin K ${dose} IM once, in every infant of 1500 g or more.\n\n# Pregnancy\n\nWomen on phenytoin receive vitamin K 10 mg PO once daily.`;
    assert.deepEqual(found(born("10 mg")), ["10 mg"]);
    assert.deepEqual(found(born("1 mg")), []);
    const rows =
      "# Children\n\n| Patient | Medicine | Single dose | Interval |\n|---|---|---|---|\n| 2–59 months | Ampicillin | 50 mg/kg IV | every 6 hours |\n| 2–59 months | Gentamicin | 7.5 mg/kg IV | once daily |\n| 2–59 months | Ceftriaxone | 80 mg/kg IV | once daily |";
    assert.deepEqual(found(rows), []);
  });

  it("is silent on what equals another's dose, and on what a device holds", () => {
    for (const text of [
      "Furosemide 40 mg IV once. Bumetanide 1 mg by mouth counts as 40 mg.",
      "# Steroids\n\nDexamethasone 0.75 mg is equivalent to 20 mg of hydrocortisone, and corresponds to 5 mg.",
      "Albumin to creatinine ratio of 3 mg/mmol or more: ramipril 2.5 mg PO once daily.",
      "Levonorgestrel intrauterine system 52 mg, for women who wish for contraception.",
    ])
      assert.deepEqual(found(text), [], text);
    assert.deepEqual(
      found("First a copper intrauterine device. If declined: levonorgestrel 1.5 g orally once."),
      ["1.5 g"],
    );
  });

  it("is silent on an antidote by what it undoes, on what several medicines are named as the reason for, and on what is added", () => {
    for (const text of [
      "## Heparins\n\nProtamine is given slowly IV.\n\n- Unfractionated heparin: 1 mg for each 100 units given in the last 2 hours.\n- Enoxaparin: 0.5 mg for each 1 mg of enoxaparin.",
      "# Charcoal\n\nFor carbamazepine, dapsone and quinine, consider repeated doses of 50 g every 4 hours.",
      "Lidocaine without epinephrine: maximum 3 mg/kg. With epinephrine the maximum is 7 mg/kg: at 50 kg, 350 mg.",
      "Lidocaine without epinephrine: up to 4.5 mg/kg. If epinephrine is added, up to 7 mg/kg.",
    ])
      assert.deepEqual(found(text), [], text);
    assert.deepEqual(found("For quinine, consider 50 g every 8 hours IV."), ["50 g"]);
    assert.deepEqual(found("Lidocaine without epinephrine: up to 90 mg/kg."), ["90 mg/kg"]);
  });

  it("calls a dose too low only by far, or beside ten times as much, and never where next to nothing is meant", () => {
    assert.deepEqual(found("Enoxaparin 0.5 mg SC once daily."), []);
    assert.deepEqual(found("Enoxaparin 0.5 mg SC once daily, then enoxaparin 5 mg SC once daily."), [
      "0.5 mg",
    ]);
    assert.deepEqual(found("Tranexamic acid 1 mg IV over 10 minutes."), ["1 mg"]);
    assert.deepEqual(found("Benzylpenicillin 10 units intradermally, then read the skin."), []);
    assert.deepEqual(
      found("## Desensitisation\n\nAspirin 0.1 mg by mouth, then 0.3 mg, 1 mg and 10 mg."),
      [],
    );
  });

  it("works out what one patient is given", () => {
    const fits =
      "# Seizures\n\nDiazepam 0.3 mg/kg IV over 3 minutes.\n\n## Case\n\nNomsa, 4 years, 16 kg, is convulsing. ";
    assert.deepEqual(found(`${fits}The nurse injects 48 mg of diazepam.`), ["48 mg"]);
    assert.deepEqual(found(`${fits}The nurse injects 4.8 mg of diazepam.`), []);
  });

  it("holds a table's doses to the medicine that heads the text, unless its rows have their own", () => {
    const table = (heads: string, first: string) =>
      `# Ketamine at the post\n\n| ${heads} | Route | Dose |\n|---|---|---|\n| Pain | IV | 0.2 mg/kg |\n| ${first} | IV | 20 mg/kg |`;
    assert.deepEqual(found(table("Purpose (adults)", "Induction")), ["20 mg/kg"]);
    assert.deepEqual(found(table("For", "Induction").replace("20 mg", "1 mg")), []);
    assert.deepEqual(found(table("For", "Induction").replace("IV | 20", "IM | 10")), []);
    assert.deepEqual(found(table("Medicine", "Flurazine")), []);
  });

  it("leaves alone what comes together over a course, and what is spread", () => {
    for (const text of [
      "Isotretinoin 0.5 mg/kg once daily, for a total of 120 mg/kg: at 60 kg, 7200 mg.",
      "| Days | Prednisolone, oral | Total for the step |\n| --- | --- | --- |\n| 1–5 | 40 mg twice daily | 400 mg |",
      "Metronidazole gel 0.75 %, 5 g into the vagina at night for 5 nights.",
      "Desferrioxamine 40 mg/kg SC over 10 hours. For 25 kg this is 1,000 mg, or 100 mg/h.",
      "Oxytocin: 1 mL/h delivers 1 milliunit/min.\n\nOxytocin is raised to 10 milliunits/min.",
    ])
      assert.deepEqual(found(text), [], text);
    assert.deepEqual(found("Prednisolone, total daily dose 4000 mg PO."), ["4000 mg"]);
  });

  it("finds doses far from what is usual for the medicine, by route", () => {
    assert.deepEqual(found("Give thiamine 250 mcg IV over 30 minutes."), ["250 mcg"]);
    assert.deepEqual(found("Give morphine 100 mg IV slowly once."), ["100 mg"]);
    assert.deepEqual(found("Give levothyroxine 50 mg PO once daily."), ["50 mg"]);
    assert.deepEqual(found("Give levothyroxine 50 mcg PO once daily."), []);
  });

  it("reads on where the next sentence goes on about the dose", () => {
    const add = "Add digoxin if the rate stays high. The maintenance is";
    assert.deepEqual(found(`${add.replace(" if the rate stays high", "")} 125 mg PO once daily.`), [
      "125 mg",
    ]);
    assert.deepEqual(
      found(`${add.replace(" if the rate stays high", "")} 125 micrograms PO once daily.`),
      [],
    );
  });

  it("finds a unit in which the medicine is never dosed", () => {
    const [finding] = check("Give heparin 5000 mg SC every 12 hours.");
    assert.match(finding?.message ?? "", /units/);
  });

  it("takes what all doses come to, shares and food for no single dose", () => {
    const whole = "Dexamethasone IV: 3 mg/kg once, then 1 mg/kg every 6 hours for eight doses: 11 mg/kg";
    assert.deepEqual(found(`${whole} in all.`), []);
    assert.deepEqual(found(`${whole}.`), ["11 mg/kg"]);
    assert.deepEqual(found("Iron sucrose 8000 mg IV in ten infusions of 800 mg."), []);
    assert.deepEqual(found("Iron sucrose 8000 mg IV in four infusions of 800 mg."), ["8000 mg"]);
    assert.deepEqual(found("Adults who use insulin: a snack of 30 g carbohydrate at night."), []);
    assert.deepEqual(
      found("Change methyldopa 250 mg PO to nifedipine, modified release, 20 mg PO twice daily."),
      [],
    );
  });

  it("judges no dose whose medicine is not surely the one that is named before it", () => {
    assert.deepEqual(
      found("Give furosemide 40 mg IV once, and sodium zirconium cyclosilicate (Lokelma) 10 g by mouth."),
      [],
    );
    assert.deepEqual(
      found(
        "# Paracetamol\n\nGive acetylcysteine at once.\n\nChildren receive the same: 900 mg/kg IV over 4 hours.",
      ),
      [],
    );
    assert.deepEqual(found("# Paracetamol\n\nChildren receive 900 mg/kg IV every 6 hours."), ["900 mg/kg"]);
  });

  it("finds a dose with two units", () => {
    assert.deepEqual(found("Give haloperidol 25 mg μg/kg PO daily in 2 divided doses."), ["25 mg"]);
    assert.deepEqual(found("Give haloperidol 25 μg/kg PO daily, 5 mg at most."), []);
  });

  it("allows antidotes and what a bag holds more", () => {
    assert.deepEqual(found("# Organophosphate poisoning\n\nAtropine 4 mg IV, doubled every 5 minutes."), []);
    assert.deepEqual(found("Naloxone 4 mg in 500 mL of glucose 5 % IV over 12 hours."), []);
  });

  it("takes what was swallowed, or is toxic, for no order", () => {
    assert.deepEqual(found("Paracetamol is toxic above 150 mg/kg taken at once."), []);
    assert.deepEqual(found("After ingestion of paracetamol 20 g or more give acetylcysteine."), []);
  });

  it("finds ten times another order's dose", () => {
    const text =
      "# Clots in adults\n\nEnoxaparin 40 mg SC once daily.\n\n## Home\n\nEnoxaparin 4 mg SC once daily.";
    assert.deepEqual(found(text), ["4 mg"]);
  });

  it("finds a cell that is out of step with those beside it", () => {
    const row = (weight: string, dose: string) => `| ${weight} | ${dose} |\n`;
    const table = (middle: string) =>
      `Amoxicillin by mouth\n\n| Weight (kg) | Dose (mg) |\n|---|---|\n${row("4–5", "125")}${row("6–9", middle)}${row("10–13", "375")}`;
    assert.deepEqual(found(table("2500")), ["2500"]);
    assert.deepEqual(found(table("250")), []);
  });

  it("speaks once of a column whose head has the wrong unit", () => {
    const text =
      "# Sedation\n\n| Procedure | Midazolam IV (mg) | Fentanyl IV (mg) |\n|---|---|---|\n| Shoulder | 2 | 50 |\n| Marrow | 1 | 75 |";
    assert.deepEqual(found(text), ["mg"]);
    assert.equal(check(text)[0]?.related.length, 2);
    assert.deepEqual(found(text.replace("Fentanyl IV (mg)", "Fentanyl IV (micrograms)")), []);
  });

  it("offers the unit in which the figure is usual", () => {
    const text = "Give levothyroxine 50 mg PO once daily.";
    const [fix] = check(text)[0]?.fixes() ?? [];
    assert.equal(fix?.certain, false);
    assert.equal(applyEdits(text, fix?.edits ?? []), "Give levothyroxine 50 mcg PO once daily.");
  });

  it("takes what was swallowed for no dose, in a text on poisoning, but judges what is given there", () => {
    const iron = "## Iron\n\nFor ferrous sulfate the threshold is 60 mg/kg.";
    assert.deepEqual(found(`# Anaemia\n\n${iron}`), ["60 mg/kg"]);
    assert.deepEqual(found(`# Poisoning\n\n${iron}`), []);
    assert.deepEqual(found("# Poisoning\n\nGive levothyroxine 50 mg PO once daily."), ["50 mg"]);
    const insulin = "Give soluble insulin 1 unit/kg/h IV.";
    assert.deepEqual(found(`# Poisoning\n\n## Calcium channel blockers\n\n${insulin}`), []);
    assert.deepEqual(found(`# Ketoacidosis\n\n${insulin}`), ["1 unit/kg/h"]);
  });

  it("takes no comma for one of thousands where the document writes decimals so", () => {
    const text = "Give carvedilol 3,125 mg PO twice daily.";
    assert.deepEqual(found(`Give digoxin 0,25 mg PO once daily, or 0,125 mg.\n\n${text}`), []);
    assert.deepEqual(found(text), ["3,125 mg"]);
  });

  it("sees the one row of a course that leaps", () => {
    const table = (dose: string) =>
      `| Days | Tacrolimus by mouth |\n| --- | --- |\n| 1 to 7 | 3 mg twice daily |\n| 8 to 14 | ${dose} twice daily |\n| 15 to 28 | 2.5 mg twice daily |`;
    assert.equal(check(table("30 mg")).length, 1);
    assert.equal(check(table("3 mg")).length, 0);
    assert.equal(check(table("6 mg")).length, 0);
  });

  it("takes a dose beside an antidote for that of the antidote, known or not", () => {
    const table = (row: string) => `| Anticoagulant | Antidote | Dose |\n| --- | --- | --- |\n| ${row} |`;
    assert.deepEqual(found(table("Dabigatran | Idarucizumab | 5 g IV")), []);
    assert.deepEqual(found(table("Heparin, within 8 hours | Protamine | 1 mg for every 100 IU, IV")), []);
    assert.deepEqual(found(table("Dabigatran | Unheardofmab | 5 g IV")), []);
    assert.deepEqual(found(table("Heparin | Protamine | 500 mg IV")), ["500 mg"]);
    assert.deepEqual(
      found("Start insulin NPH (neutral protamine Hagedorn) at 0.2 units/kg SC at bedtime."),
      [],
    );
  });

  it("takes what is started first, antibodies and sums in a table for no dose of the row", () => {
    assert.deepEqual(
      found(
        "| Drug | Initial phase | Maintenance |\n| --- | --- | --- |\n| Dabigatran | heparin for 5 days first | 150 mg orally twice daily |",
      ),
      [],
    );
    assert.deepEqual(
      found(
        "| Poison | Antidote | Dose |\n| --- | --- | --- |\n| Digoxin | Digoxin antibodies | 1,200 mg IV |",
      ),
      [],
    );
    assert.deepEqual(
      found(
        "| Drug | Mixture | 1 mL/hour is | Begin with |\n| --- | --- | --- | --- |\n| Pralidoxime | 2 g in 100 mL | 20 mg/hour | 25 mL/hour |",
      ),
      [],
    );
    assert.deepEqual(found("Propofol maintenance, and droperidol 0.625 mg IV."), []);
    assert.deepEqual(
      found("Lidocaine plain at most 3 mg/kg (200 mg); with adrenaline at most 7 mg/kg (500 mg)."),
      [],
    );
  });

  it("takes a unit of a level for a ward", () => {
    assert.deepEqual(found("Midazolam 60 mcg/kg IV over 10 minutes, once, in a level 3 unit only."), []);
  });

  it("leaves a dose alone that is usual of another medicine named nearby, unless it stands right behind its name", () => {
    assert.deepEqual(
      found("PPH: oxytocin 10 IU IM, tranexamic acid 1 g IV over 10 minutes, then 40 IU in 1,000 mL."),
      [],
    );
    assert.deepEqual(
      found("## Protamine sulfate\n\nFor heparin 4,000 units given 10 minutes ago, the dose is 40 mg."),
      [],
    );
    assert.deepEqual(found("Oxytocin 10 IU IM, then tranexamic acid 100 g IV over 10 minutes."), ["100 g"]);
  });

  it("leaves alone what stands behind a name of its own, known or not, and what is counted in another medicine", () => {
    for (const text of [
      "# Dabigatran\n\n- Idarucizumax 5 g IV",
      "Diphenhydramine 25 mg IV\nConsider push dose Epi 5-20 mcg IV",
      "- Amoxacilin/clavulanate 3 g every 6 hours",
      "| OME | Methadone |\n|---|---|\n| 8:1 (900 mg OME) | 4 mg |",
      "- 300 mL in 700 mL of sterile water PR every 2 hours",
      "Co-trimoxazole PO: 20 mg SMX + 4 mg TMP/kg twice daily",
    ])
      assert.deepEqual(found(text), [], text);
  });

  it("only informs where row after row of one medicine is odd", () => {
    const rows = (doses: readonly string[]) =>
      check(
        `# Hepatitis B\n\n| Kidneys | Lamivudine by mouth |\n|---|---|\n${doses.map((dose, i) => `| grade ${i + 1} | ${dose} once daily |`).join("\n")}`,
      ).map(({ severity }) => severity);
    assert.deepEqual(rows(["1 mg", "150 mg", "100 mg", "50 mg"]), ["warning"]);
    assert.deepEqual(rows(["1 mg", "0.5 mg", "0.3 mg", "0.1 mg"]), Array(4).fill("information"));
  });

  it("is silent where the unit goes on, and where what stands at the dose is of another name", () => {
    assert.deepEqual(found("# Poisoning\n\nAtropine 2 mg IV, then 600 mg IM pralidoximine."), []);
    assert.deepEqual(found("# Rejection\n\n- IV methyl prednisone 500 mg IV once daily for 3 days"), []);
    assert.deepEqual(
      found("# Labour\n\nThe starting dose of oxytocin is 1 milliunit (mU) per minute by drip."),
      [],
    );
    assert.deepEqual(found("# Pain\n\nDiclofenac (topical) 2 g four times daily."), []);
  });

  it("is silent of what is said to be above the label, but not where nobody is to go above it", () => {
    const text = (rest: string) => `# Urticaria\n\nGive cetirizine 20 mg orally twice daily. ${rest}`;
    assert.deepEqual(found(text("This is above the label.")), []);
    assert.deepEqual(found(text("This is off-label, and well studied.")), []);
    assert.equal(found(text("Do not go above the recommended dose.")).length, 1);
  });
});

it("is silent on a syringe for hours, a tube, a depot, what is called high or low, and a row below a head that is one", () => {
  for (const text of [
    "Midazolam 3 mg/kg, fentanyl 250 mcg/kg\ninto a 50 mL syringe with saline.",
    "Give adrenaline: ET 0.1 mg/kg.",
    "Fluphenazine decanoate by mouth is none; 50 mg every 4 weeks.",
    "Diazepam 10 mg IV 4 hourly. Doses as high as 50–100 mg 2 hourly are sometimes used.",
    "Give piperacilin-tazobactam 4.5 g IV q6h.",
    "Levonorgestrel 1.5 mg once. In the sixth year of the 52 mg LNG-IUS, levonorgestrel 52 mg IUS is safe.",
    "Glyceryl trinitrate 1 g (1 inch) transdermal paste.",
    "Insulin: 1 unit:15 g of carbohydrate.",
    "Advise women on sulfadoxine-pyrimethamine that 400 µg folic acid supplementation daily is enough.",
    "Folic acid 5 mg daily. No harm was seen even with folic acid doses of 100 mg/day.",
    "## Intra-uterine systems\n\n- Levosert (levonorgestrel 52 mg)",
    "Azathioprine becomes 6-MU.",
    "Vitamin E: 15 mg daily, VitK: 90 mcg daily.",
    "Naloxone 0.4–4 mg IV q2–3 min until the patient breathes.",
    "| Drug | Usual daily dose (mg) | How often |\n| --- | --- | --- |\n| Enalapril | 5–40 | once or twice daily |",
    "Give adenosine 6 mg IV;<br>in AF give<br>Magnesium 2–4 g slow IV.",
    "| Dexamethasone | 0.25 mg/kg IV |\n| --- | --- |\n| Levitiracetam (Keppra) | 50 mg/kg/dose IV |",
    "# Bleeding\n\nVitamin K1 10 mg IV. If the INR is high: vitamin K1, 1 mg low dose IV.",
    "Digoxin: at 10 years initially 0.75–1.5 mg in 3 divided doses for 24 hours, then 125 micrograms daily.",
  ])
    assert.deepEqual(check(text), [], text);
  assert.equal(check("Midazolam 3 mg/kg IV.").length, 1);
});
