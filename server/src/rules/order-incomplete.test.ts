// The order-incomplete rule beyond its examples: what stands in for a frequency or a route, tables, and style.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";
import { orderIncomplete } from "./order-incomplete.ts";

const check = (text: string) => checkMarkdown(text, { rule: "order-incomplete", rules: [orderIncomplete] });

describe("order-incomplete", () => {
  it("finds an imperative order without a frequency, or with neither frequency nor route", () => {
    const { findings } = check("Give aciclovir 20 mg/kg IV.\n     ^^^^^^^^^^^^^^^^^^^^^");
    assert.match(findings[0]?.message ?? "", /how often/);
    check("Nausea: give metoclopramide 10 mg.\n             ^^^^^^^^^^^^^^^^^^^^");
    check("Continue hydrocortisone 50 mg IV until the patient eats.\n         ^^^^^^^^^^^^^^^^^^^^^^^");
  });

  it("takes a length in a row for all its doses, and TD for through the skin", () => {
    const row = (dose: string, length: string) => `| Tablet | Oral | ${dose} | ${length} |\n`;
    const head = "| Form | Route | Dose | Duration |\n| --- | --- | --- | --- |\n";
    check(
      `## Amoxicillin\n\n${head}${row("500 mg tds", "7 days")}\n## Cefalexin\n\n${head}${row("500 mg qid", "7 days")}\n## Doxycycline\n\n${head}${row("Adult 100 mg daily <br> Child < 26 kg: 50 mg <br> > 35 kg: 100 mg", "7 days")}`,
    );
    check("- Hydromorphone 1 mg IV q3h.\n- Oxycodone 20 mg PO bid.\n- Fentanyl 25-100 mcg TD q72h.");
  });

  it("is silent about what stands in for another, is supplied, is measured in blood, or is a blood product", () => {
    for (const text of [
      "Ceftriaxone may be substituted by cefoxitin 2 g IM with probenecid 1 g orally.",
      "First administer 2 mg of midazolam.",
      "**Bumetanide (Bumex)**\nSupplied\n25 mg IV bag",
      "Supplement with iron tablets until the haemoglobin is 11g% or more.",
      "Give dolutegravir 50 mg in the pm.",
      "If clotting is slow and bleeding goes on, administer 12 ml/kg of FFP.",
      "Severe itching: chlorphenamine 10 mg IM.",
      "Twice daily by mouth: ibuprofen 400 mg.\n\n- Ketamine 0.5 mg / kg IN. May repeat once.",
      "- Terbinafine 1% cream 30g",
    ])
      check(text);
  });

  it("is silent about a worked example", () => {
    check(
      "# Pneumonia\n\n- Ampicillin 50 mg/kg IV every 6 hours\n- Gentamicin 7.5 mg/kg IV once daily\n\n*Example, 8 kg:* ampicillin 400 mg every 6 hours; gentamicin 60 mg once daily.",
    );
  });

  it("is silent where something stands in for a frequency", () => {
    for (const when of [
      "once",
      "over 20 minutes",
      "as needed",
      "before surgery",
      "with each feed",
      "for 3 doses",
      "at birth",
      "as above",
      "continuously",
    ])
      check(`Give metronidazole 7.5 mg/kg IV ${when}.`);
    check("Give ceftriaxone 50 mg/kg/day IV. Give amoxicillin 40 mg/kg orally in 3 divided doses.");
    check("Loading dose: give phenytoin 20 mg/kg IV. Give a bolus of hydrocortisone 100 mg IV.");
  });

  it("takes what is said once for several doses", () => {
    check("Give ampicillin 50 mg/kg and gentamicin 5 mg/kg IV every 24 hours.");
    check("### Every 6 hours, by mouth\n\n- Give erythromycin 250 mg\n- Give paracetamol 500 mg");
    check("Give twice daily by mouth:\n\n- amoxicillin 500 mg\n- metronidazole 400 mg");
    check(
      "- Paracetamol, adults: 1 g orally every 6 hours\n- Paracetamol, 6–12 years: 500 mg\n- Paracetamol, 1–5 years: 250 mg",
    );
  });

  it("takes a dose that is said in full elsewhere for a mention", () => {
    check(
      "Add metronidazole 7.5 mg/kg IV every 8 hours.\n\nIf the abdomen is tender, add metronidazole 7.5 mg/kg IV as well.",
    );
  });

  it("is silent about single-dose medicines, strengths, prices and reports", () => {
    check(
      "Give azithromycin 1 g orally. Give praziquantel 40 mg/kg. Give diazepam 10 mg IV. Give vitamin K 1 mg IM.",
    );
    check("Amoxicillin 500 mg capsules cost little. Paracetamol 500 mg tablets are scored.");
    check("Patients in the trial were given amoxicillin 500 mg. Do not give ceftriaxone 2 g IV.");
  });

  it("takes what is given in an emergency, by ambulance crews or before patients are sent on for a single dose", () => {
    check("Give urgent attention:\n\n- Meningitis likely: give ceftriaxone 2 g IV.");
    check("# Pneumonia\n\n- Give ceftriaxone 1 g IV.\n- Refer the same day.");
    check(
      "# PDA\n\n1. The infant must be referred to a level 2 hospital.\n2. Furosemide 1 mg/kg is given orally.",
    );
    check("Severe hypertension is treated as an emergency with nifedipine 0.25 mg/kg sublingually.");
    check("# Kept\n\n- Give ceftriaxone 1 g IV.\n       ^^^^^^^^^^^^^^^^^^\n- Refer urgently if worse.");
    const crew = "The paramedic and the EMT call medical control. EMS brings the patient.";
    check(`${crew}\n\n- Give ibuprofen 10 mg/kg PO.\n- Give metoclopramide 10 mg IV.`);
    check("If they convulse, give phenytoin 20 mg/kg IV.");
    check("Give furosemide 40 mg slowly IV. If no response after 30 minutes, give 80 mg IV.");
  });

  it("reads what stands behind a bracket or a semicolon, and in the other cell of a row", () => {
    check(
      "From 6 weeks give co-trimoxazole 120 mg (sulfamethoxazole 100 mg with trimethoprim 20 mg) orally once daily.",
    );
    check("| Acute dystonia | biperiden 5 mg IM; may be repeated after 30 minutes |\n|---|---|\n| A | b |");
    check(
      "| For | Medicine | Maximum |\n|---|---|---|\n| Shock | vancomycin 15 mg/kg IV every 6 h | vancomycin 750 mg/dose |",
    );
  });

  it("takes three lacks of one kind in a document for its habit", () => {
    const severities = (text: string) =>
      [...orderIncomplete.check(parseGuideline(text))].map(({ severity }) => severity);
    const give = ["ceftriaxone 2 g", "aciclovir 10 mg/kg", "metronidazole 500 mg"].map(
      (one) => `Give ${one} IV.`,
    );
    assert.deepEqual(severities(give.slice(1).join("\n\n")), ["warning", "warning"]);
    assert.deepEqual(severities(give.join("\n\n")), ["information", "information", "information"]);
  });

  it("reads strengths, stocks, maxima, notes and several names with one schedule", () => {
    check(
      "- tablets of 100 mg sulfamethoxazole with 20 mg trimethoprim\n\nGive aciclovir 800 mg PO once daily.",
    );
    check("Greatest amounts in 24 hours: haloperidol by mouth 20 mg, diazepam by mouth 30 mg.");
    check(
      "# A\n\nGive cloxacillin 50 mg/kg IV, or cefotaxime 50 mg/kg IV.\n\nCloxacillin and cefotaxime are given every 12 hours.",
    );
    check(
      "# Croup\n\nDexamethasone PO: 0.6 mg/kg as a single dose.\n\n(a) Otherwise, give dexamethasone 0.15 mg/kg PO.",
    );
  });

  const table = (often: string) =>
    `| Order | Dose | Route | How often |\n|---|---|---|---|\n| Paracetamol | 1 g | PO | every 6 hours |\n| Tramadol | 50 mg | PO | ${often} |\n| Omeprazole | 20 mg | PO | once daily |\n| Cefalexin | 500 mg | PO | every 8 hours |`;

  it("finds the empty cell in a column of frequencies", () => {
    const { findings } = check(table("–").replace(/(\| Tramadol.*\n)/, "$1             ^^^^^^^^^^^^^^\n"));
    assert.match(findings[0]?.message ?? "", /tramadol/);
    check(table("once"));
  });

  it("is silent about a bare amount in running text, and the first of two steps", () => {
    const others = "Ceftriaxone 2 g IV once daily. Gentamicin 240 mg IV once daily.";
    check(`${others} Allergy: clindamycin 900 mg + gentamicin 5 mg/kg.`);
    check(`${others} Amoxicillin 1 g PO twice daily with metronidazole 400 mg.`);
    check(`${others} Digoxin 500 micrograms PO then 125 micrograms daily.`);
  });

  it("reads how and how often from a column's head for each dose of a cell", () => {
    check(
      "| Type | Monthly, by mouth | Daily, by mouth | Length |\n|---|---|---|---|\n| Few | rifampicin 600 mg, clofazimine 300 mg | dapsone 100 mg, clofazimine 50 mg | 6 months |\n\nGive prednisolone 40 mg orally once daily. Give ibuprofen 400 mg orally every 8 hours.",
    );
  });

  it("finds a route left out where the document gives it for the others", () => {
    const others =
      "Furosemide 40 mg IV once. Digoxin 250 micrograms orally once daily. Hydrocortisone 100 mg IV every 6 hours.";
    check(`${others}\n\nGive morphine 5 mg every 4 hours.\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^`);
    check(`${others}\n\nGive morphine 5 mg every 4 hours, swallowed as liquid.`);
    check(`${others}\n\nEnalapril 5 mg once daily.`);
    const { findings } = check("Give morphine 5 mg every 4 hours.\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^");
    assert.equal(findings[0]?.severity, "information");
    const list =
      "- Run in sodium chloride 0.9%, 1 litre IV over 1 hour.\n- Give glucose 10%, 150 mL IV once.\n";
    check(`${list}- Give hydrocortisone 50 mg every 6 hours.\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`);
    check(`${list}- Paracetamol 1 g every 6 hours.`);
  });

  it("asks of every course how often it is taken, whatever it is and wherever it stands", () => {
    check(
      "Mild disease is treated with valganciclovir 900 mg by mouth for 21 days.\n                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "- Tab. albendazole 400 mg PO for 3 days, first dose at the clinic\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "The alternative is doxycycline 100 mg orally for 28 days. Elsewhere doxycycline 100 mg orally twice daily for 7 days.\n                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check("Prednisolone 40 mg by mouth for 5 days, tapered over 2 weeks.");
    check("Folic acid 5 mg is withheld for 2 weeks. Capsules (50 mg) of miltefosine are for adults.");
    check(
      "Give benzathine benzylpenicillin 900 mg IM once. Give miltefosine capsules (50 mg) orally for 28 days.",
    );
    const table =
      "| Medicine | Dose | How often | Length |\n| --- | --- | --- | --- |\n| Methotrexate | 10 mg orally | once a week | 3 months |\n| Leflunomide | 20 mg orally | once daily | 3 months |\n";
    check(`${table}| Acitretin | 25 mg orally | – | 3 months |\n              ^^^^^^^^^^^^^^^^`);
  });

  it("asks by which way to inject, unless it goes into a bag", () => {
    const others = "Give ampicillin 2 g IV every 6 hours.";
    check(
      `${others}\n\nGive benzathine benzylpenicillin 900 mg once.\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    );
    check(
      `${others}\n\n**Give ketamine 0.5 mg/kg.** If the patient grimaces, repeat.\n       ^^^^^^^^^^^^^^^^^^`,
    );
    check(`${others}\n\nAdd oxytocin 20 units to this bag.`);
  });

  it("finds the one row that does not say how often", () => {
    const table =
      "| Medicine | Order |\n| --- | --- |\n| Amlodipine | 5 mg orally once daily |\n| Paracetamol | 1 g orally every 6 hours |\n";
    check(`${table}| Labetalol | 200 mg by mouth until delivery |\n              ^^^^^^^^^^^^^^^`);
    check(`${table}| Labetalol | 200 mg by mouth every 8 hours until delivery |`);
    check(`${table}| Phenobarbital | 15 mg/kg IV over 30 minutes |`);
  });

  it("asks of drops and laxatives how often, and of a medicine that is out of stock, too", () => {
    check(
      "Ciprofloxacin 0.3 % drops, 1 drop into the eye every hour for 2 days.\n\nNatamycin 5 % drops, 1 drop into the affected eye for 21 days, after a scraping.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "Give omeprazole 20 mg orally once daily. Give ibuprofen 400 mg orally every 8 hours.\n\n## Bowel\n\n- Senna 15 mg by mouth, from the first day of morphine.\n  ^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "When artemether-lumefantrine is out of stock, she receives quinine 600 mg by mouth for 7 days with clindamycin 300 mg by mouth every 6 hours for 7 days.\n                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
  });

  it("is silent about one-off doses, rows of what is taken already, and a regimen that the section tells", () => {
    check(
      "Give amoxicillin 500 mg PO every 8 hours. Whole blood 10 mL/kg over 3 hours, and furosemide 1 mg/kg IV at the start.",
    );
    check("Give amoxicillin 500 mg PO every 8 hours. Give furosemide 20 mg IV if the urine is less.");
    check(
      "Give amoxicillin 500 mg PO every 8 hours. Give furosemide 0.5 mg/kg IV to a child, or 20 mg IV to an adult, midway through the infusion.",
    );
    check(
      "| | Low risk | High risk |\n| --- | --- | --- |\n| Aspirin 100 mg | go on | stop for 5 days |\n| Enoxaparin 40 mg SC | last dose 24 hours before | last dose 24 hours before |",
    );
    check(
      "## After rape\n\nGive metronidazole 2 g by mouth once.\n\n| Weight | Metronidazole by mouth (30 mg/kg) |\n| --- | --- |\n| 10 to 14 kg | 360 mg |\n| 15 to 24 kg | 600 mg |",
    );
  });
});

it("does not take the route of a regular dose for that of a single one", () => {
  const given = (order: string) =>
    checkMarkdown(
      `Give thiamine 100 mg IV once daily. Give ${order}\n\nAt home give diazepam 10 mg orally every 8 hours for 3 days.`,
      { rules: [orderIncomplete] },
    );
  given(`diazepam 10 mg as a single dose.\n${" ".repeat(41)}${"^".repeat(31)} order-incomplete`);
  given("diazepam 10 mg IV as a single dose.");
  given("diazepam 10 mg every 8 hours.");
});

it("reads below an order what it leads to", () => {
  const given =
    "Gentamicin 5 mg/kg IV once daily. Ampicillin 50 mg/kg IV every 8 hours. Amikacin 15 mg/kg IV once daily.\n\n";
  const order = `${given}Give cefotaxime 50 mg/kg IV per dose for 21 days:\n\n`;
  check(`${order}- 0–6 days of age: every 12 hours\n- 7–28 days of age: every 8 hours`);
  check(`${order}| Age | Interval |\n| --- | --- |\n| 0–6 days | 12 hours |\n| 7–28 days | 8 hours |`);
});

it("takes what is said of one tablet for all that is in it", () => {
  check(
    "Give rifampicin 150 mg, isoniazid 75 mg, pyrazinamide 400 mg and ethambutol 275 mg in one tablet by mouth once daily for 2 months, then rifampicin 150 mg and isoniazid 75 mg in one tablet once daily for 4 months.",
  );
});

it("reads how often from a count before the dose, where that is the text's habit", () => {
  check("Give folic acid 1 × 0.4 mg orally and amoxicillin 3 × 500 mg orally.");
});

it("takes limits, equivalents and what is put into a joint for no orders that lack something", () => {
  const given =
    "Give paracetamol 1 g by mouth every 6 hours.\n\nGive ibuprofen 400 mg by mouth every 8 hours.\n\nGive morphine 10 mg by mouth every 4 hours.\n\n";
  check(`${given}**Ceilings in 24 hours**\n\n- Paracetamol: 4 g in adults.\n- Ibuprofen: 1200 mg.`);
  check(`${given}**The most in one day**\n\n- Tramadol 400 mg`);
  check(`${given}Codeine 60 mg by mouth counts as 6 mg.`);
  check(
    `${given}One of the following, intravenously over 10 minutes:\n\n- levetiracetam 60 mg/kg\n- valproate 40 mg/kg`,
  );
  check(
    `${given}For nausea: metoclopramide, by mouth or under the skin, 30 mg being the limit for 24 hours.`,
  );
  check(`${given}Triamcinolone 40 mg into the joint once.`);

  it("is silent where what stands behind an order says when it comes again, or what it is given for", () => {
    check(
      "# Distress\n\nGive morphine 10 mg intramuscularly. Repeat at 15 minutes if still in distress.\n\n# Ascites\n\n- Give 6-8 g of albumin per liter of ascites removed, even if below 5 L\n\n# Mood\n\n- Mirtazapine: 7.5-15 mg PO qHS\n\n# Diabetes\n\nStart with 4 units short acting insulin at meals.",
    );
  });

  it("is silent on doses that stand below, and on what goes into a joint, follows as needed, or was swallowed", () => {
    for (const text of [
      "- Furosemide, oral, daily.\n  - Initial dose: 40 mg\n- Enalapril 5 mg orally once daily\n- Aspirin 75 mg orally once daily",
      "- Cetirizine, oral, once daily at night\n\n| Weight kg | Dose mg |\n| --- | --- |\n| 14–25 kg | 5 mg |",
      "**Amikacin** once daily IV. (Please see the amikacin schedule)",
      "Give ceftazidime, intravitreal, 2.25 mg.",
      "Intra-articular corticosteroid, e.g.:\n\n- Methylprednisolone acetate, 20–80 mg depending on joint size.",
      "Analgesia for pain, if needed:\n\n- Morphine, IM/slow IV, 10–15 mg.",
      "All children, e.g. after swallowing:\n\n- paracetamol > 6 mL/kg (or 140 mg/kg)",
      "Doxycycline 200 mg stat then 100 mg once daily PO",
      "Give betamethasone 12 mg IM – 2 doses given 12 hours apart.",
      "Give diphenhydramine 25-50 mg PO q 6 or 10 mg IV q 6",
    ])
      check(text);
  });
});

function found(text: string): string[] {
  const { findings, failures } = checkGuideline(parseGuideline(text), { list: [orderIncomplete] });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

describe("order-incomplete, by what stands beside an order", () => {
  it("misses the dose of one step of a scheme, but not of a step without any", () => {
    const taper = (third: string) =>
      `# Prednisolone by mouth\n\n- Week 1: 40 mg once daily\n- Week 2: 30 mg once daily\n- Week 3: ${third}\n- Week 4: 10 mg once daily`;
    assert.deepEqual(found(taper("once daily")), ["once daily"]);
    assert.deepEqual(found(taper("20 mg once daily")), []);
    assert.deepEqual(found(taper("stop and see the doctor")), []);
  });

  it("misses the dose of an item that goes on, and of a cell that names only the route", () => {
    const list = (one: string) =>
      `# Meningitis in adults\n\n- Ceftriaxone 2 g IV every 12 hours for 10 days\n- ${one}\n- Ampicillin 2 g IV every 4 hours for 10 days\n- Omeprazole 20 mg by mouth once daily for 4 days\n- Paracetamol 1 g by mouth every 6 hours for 3 days`;
    assert.equal(found(list("Dexamethasone IV every 6 hours for 4 days, then a taper as charted")).length, 1);
    assert.deepEqual(found(list("Dexamethasone IV every 6 hours: 10 mg for adults")), []);
    const table = (one: string) =>
      `# Last days\n\n| For | Order | Not more often than |\n|---|---|---|\n| Pain | morphine 2.5 mg subcutaneously | every hour |\n| Fear | midazolam 2.5 mg subcutaneously | every hour |\n| Sickness | ${one} | every 6 hours |\n| Rattle | glycopyrronium 200 micrograms subcutaneously | every 4 hours |`;
    assert.deepEqual(found(table("haloperidol subcutaneously")), ["haloperidol subcutaneously"]);
    assert.deepEqual(found(table("haloperidol 0.5 mg subcutaneously")), []);
  });

  it("misses the unit of a small dose with a route and a time", () => {
    assert.deepEqual(found("Fits: lorazepam 4 IV over two minutes."), ["4"]);
    assert.deepEqual(found("Fits: lorazepam 4 mg IV over two minutes."), []);
  });

  it("takes neither a time that something runs in nor the like dose of another course for its route", () => {
    const asthma = (magnesium: string) =>
      `# Asthma in adults\n\n1. Salbutamol 5 mg by nebuliser once.\n2. Prednisolone 40 mg by mouth once daily for 5 days.\n3. Hydrocortisone 100 mg IV once.\n4. Severe: magnesium sulfate ${magnesium} over 20 minutes, once.`;
    assert.equal(found(asthma("2 g")).length, 1);
    assert.deepEqual(found(asthma("2 g IV")), []);
    const pneumonia = (route: string) =>
      `# Pneumonia in adults\n\n**Ward**\n\n- Ceftriaxone 2 g IV every 24 hours for 5 days\n- Azithromycin 500 mg ${route}every 24 hours for 3 days\n\n**Intensive care**\n\n- Ceftriaxone 2 g IV every 24 hours for 7 days\n- Azithromycin 500 mg IV every 24 hours for 5 days`;
    assert.equal(found(pneumonia("")).length, 1);
    assert.deepEqual(found(pneumonia("by mouth ")), []);
  });

  it("asks for a route in running text, where all others say theirs", () => {
    const orders = (route: string) =>
      `# Sepsis in adults\n\nCeftazidime 2 g is infused intravenously every 8 hours. Paracetamol 1 g is taken by mouth every 6 hours, and heparin 5,000 units ${route}every 12 hours against thrombosis. Omeprazole 40 mg is given intravenously once daily.`;
    assert.equal(found(orders("")).length, 1);
    assert.deepEqual(found(orders("is injected below the skin ")), []);
    const rows = (route: string) =>
      `# Newborns\n\n| Order | Details |\n|---|---|\n| Caffeine citrate | 5 mg/kg IV once daily |\n| Vitamin K | 1 mg ${route}once |\n| Amikacin | 15 mg/kg IV every 24 hours |\n| Ampicillin | 50 mg/kg IV every 12 hours |`;
    assert.deepEqual(found(rows("")), ["1 mg once"]);
    assert.deepEqual(found(rows("IM ")), []);
  });

  it("misses a dose beside another order's, and a unit past the verb and in a row's later cell", () => {
    const beside = (dose: string) =>
      `Severe: ceftriaxone 2 g IV once daily with azithromycin ${dose}by mouth once daily for 5 days.`;
    assert.deepEqual(found(beside("500 mg ")), []);
    assert.equal(found(beside("")).length, 1);
    const other = (dose: string) =>
      `Flumazenil ${dose}intravenously, every minute, until the patient wakes. In the field: 0.5 mg intranasally.`;
    assert.deepEqual(found(other("0.2 mg ")), []);
    assert.deepEqual(found("Voriconazole 200 is then taken by mouth twice daily."), ["200"]);
    const row = (unit: string) =>
      `| | Adults | Children |\n|---|---|---|\n| Cefadroxil | 500 mg by mouth twice daily | 15${unit} by mouth twice daily |`;
    assert.deepEqual(found(row("")), ["15"]);
    assert.deepEqual(found(row(" mg/kg")), []);
  });

  it("takes meals for no frequency where all others are given so many times a day", () => {
    const list = (often: string) =>
      `# Ulcer\n\n- Omeprazole 20 mg by mouth twice daily\n- Tetracycline 500 mg by mouth four times daily\n- Metronidazole 400 mg by mouth three times daily\n- Amoxicillin 1 g by mouth ${often}with meals`;
    assert.equal(found(list("")).length, 1);
    assert.deepEqual(found(list("twice daily ")), []);
  });
});
