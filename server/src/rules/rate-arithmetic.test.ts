// Rates, daily totals and worked examples that do not follow from their figures, and those that do.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { rateArithmetic } from "./rate-arithmetic.ts";

const check = (text: string) => checkMarkdown(text, { rule: "rate-arithmetic", rules: [rateArithmetic] });

describe("rate-arithmetic", () => {
  it("reads what a bag delivers, how it runs, and which set a column is of", () => {
    for (const text of [
      "Magnesium sulfate 20 g is put into 500 mL of sodium chloride 0.9%. It runs intravenously at 25 mL per hour and delivers 2 g per hour.\n                                                                                                                        ^^^^^^^^^^^^",
      "Amiodarone 900 mg is mixed in glucose 5%, final volume 500 mL. It runs over 10 hours at 80 mL per hour.\n                                                                                        ^^^^^^^^^^^^^^",
      "The blue set makes 15 drops per mL. The micro set makes 60 drops per mL.\n\n| Order | Blue set | Micro set |\n| --- | --- | --- |\n| 500 mL, 5 hours | 100 drops per minute | 100 drops per minute |\n                    ^^^^^^^^^^^^^^^^^^^^\n| 1 litre, 10 hours | 25 drops per minute | 100 drops per minute |",
    ])
      check(text);
    check(
      "# Potassium chloride\n\nConcentrate 1 mmol/mL. Ready-made bag: sodium chloride 0.9% with 40 mmol per litre.\n\nUse the bag at 250 mL per hour, which is 10 mmol per hour.",
    );
  });

  it("takes a cell that breaks the proportion of all other rows for a slip", () => {
    check(
      "| Step | Micrograms per minute | mL per hour |\n| --- | --- | --- |\n| 1 | 5 | 3 |\n| 2 | 10 | 6 |\n| 3 | 20 | 6 |\n           ^\n| 4 | 40 | 24 |",
    );
    check(
      "| Weight | mL | Drops per minute |\n| --- | --- | --- |\n| 5 kg | 100 | 33 |\n| 6 kg | 120 | 40 |\n| 9 kg | 180 | 40 |\n               ^^\n| 12 kg | 240 | 80 |",
    );
  });

  it("takes a line of a list that breaks the proportion of all others for a slip", () => {
    check(
      "- Standard bag, 2 mcg/min: 7.5 mL/h.\n- Standard bag, 4 mcg/min: 15 mL/h.\n- Standard bag, 8 mcg/min: 20 mL/h.\n                           ^^^^^^^\n- Double-strength bag, 8 mcg/min: 15 mL/h.",
    );
    check(
      "- 60 mL/h is 20 drops/min\n- 90 mL/h is 30 drops/min\n- 120 mL/h is 30 drops/min\n              ^^^^^^^^^^^^",
    );
    check("- 1 unit/hour → 1 mL/h\n- 2 units/hour → 2 mL/h\n- 4 units/hour → 4 mL/h");
    check(
      "- 09:00 2.5 micrograms/kg/minute: 2.1 mL/h\n- 10:00 5 micrograms/kg/minute: 4.2 mL/h\n- 11:00 10 micrograms/kg/minute: at most 5 mL/h",
    );
  });

  it("takes a part in a hundred of something else for no strength", () => {
    check(
      "A woman of 70 kg, ejection fraction 20%.\n\n- Start dobutamine at 2.5 micrograms/kg/minute: 2.1 mL/h.",
    );
  });

  it("reads lines for one body, and what runs in by then", () => {
    check(
      "Noradrenaline 4 mg in 50 mL (80 micrograms/mL).\n\nFor a patient of 70 kg:\n\n- 0.1 microgram/kg/min: run at 8.75 mL/h\n                               ^^^^^^^^^\n- 0.2 microgram/kg/min: run at 10.5 mL/h",
    );
    check(
      "Milrinone 10 mg in 50 mL gives 200 micrograms/mL.\n\nAn adult of 80 kg:\n\n- 0.25 microgram/kg/min → 12 mL/h\n                          ^^^^^^^\n- 0.5 microgram/kg/min → 12 mL/h",
    );
    check(
      "Morphine 2 mg/h for 12 hours, that is 48 mg a night.\n                                      ^^^^^",
    );
    check("Oxytocin runs at 10 mL/h for 4 hours, 60 mL in all.\n                                      ^^^^^");
    check("Run at 100 mL/h for 4 hours (500 mL bag).");
    check(
      "Noradrenaline 4 mg in 50 mL (80 micrograms/mL).\n\nFor a patient of 70 kg:\n\n- raise by 2 mL/h every 5 minutes\n- above 20 mL/h: call the consultant",
    );
  });

  it("takes how well the kidneys clear for no rate", () => {
    check("Example, eGFR 90 mL/min: load vancomycin 1500 mg in 300 mL over 1 h 30 min, 200 mL/h.");
    check("At a clearance above 50 mL/min: aciclovir 500 mg in 100 mL over 1 hour.");
  });

  it("reads over how long what is given once runs", () => {
    check(
      "Vancomycin 1 g in 250 mL of sodium chloride 0.9%, IV once over 2 hours: set the pump to 250 mL/h.\n                                                                                        ^^^^^^^^",
    );
  });

  it("takes neither the dose of other weights nor one that is raised day by day for that of a worked example", () => {
    const feed = "A 2 kg baby on day 4 receives 30 mL every 3 hours.";
    check(`Babies under 1.5 kg start at 80 mL/kg.\n\n${feed}`);
    check(`Babies start at 80 mL/kg and increase by 10 mL/kg each day to 150 mL/kg.\n\n${feed}`);
    check(
      "Children under 15 kg receive 100 mL/kg.\n\nA child of 9 kg receives 600 mL.\n                         ^^^^^^",
    );
  });

  it("leaves alone what several bags or lines give together", () => {
    check(
      "Put 40 mmol of potassium chloride in each litre of both bags, so that the two at 125 mL/h still give 10 mmol/h.",
    );
    check("Each bag has 20 mmol/L; run both bags at 250 mL/h, which together give 10 mmol/h.");
    check("Potassium chloride 20 mmol/L: two lines at 250 mL/h deliver 10 mmol/h.");
    check(
      "Potassium chloride 20 mmol/L: 250 mL/h gives 10 mmol/h.\n                                             ^^^^^^^^^",
    );
  });

  it("divides volumes by times", () => {
    check(
      "Infuse 250 mL over 30 min at a rate of 250 mL/hr.\n                                       ^^^^^^^^^",
    );
    check("An adult receives 100 mL over 20 minutes: set the pump to 300 mL/h.");
    check("Give 500 mL over 15 minutes and maintenance at 125 mL/h.");
    check("Give 1000 mL in 6 hours, at most 250 mL/h.");
  });

  it("reads drops whose millilitre or minute is said in the head", () => {
    const table = (heads: string, factor: string, drops: string, mark = "") =>
      check(
        `| Set | ${heads} |\n| --- | --- | --- | --- |\n| Adult set | ${factor} | 120 mL/hour | ${drops} |${mark && `\n${" ".repeat(17 + factor.length + 14)}${mark}`}\n| Microdrip | 60 | 120 mL/hour | 120 drops |`,
      );
    table("Drops in one mL | Rate | Count per minute", "20", "60 drops", "^^^^^^^^");
    table("Drops per mL | Rate | Drops each minute", "15", "60 drops", "^^^^^^^^");
    table("Drop factor | Rate | Count in one minute", "20", "30 drops", "^^^^^^^^");
    table("Drops in one mL | Rate | Count per minute", "20", "40 drops");
    table("Drops per mL | Rate | Drops each minute", "15", "30 drops");
    table("Drops in one mL | Rate | Pulse per minute", "20", "60");
  });

  it("adds up what is given in parts, and leaves limits in tables alone", () => {
    const plan = "Give Ringer's lactate 100 mL/kg IV.\n\n*Example.* A child of 14 kg: ";
    check(`${plan}420 mL over 30 minutes, then 980 mL over 2.5 hours.`);
    check(
      "| Finding | Action |\n| --- | --- |\n| Urine below 30 mL/hour | Halve the infusion of 20 g in 500 mL to 0.5 g/hour (12.5 mL/hour) |",
    );
  });

  it("divides amounts by times", () => {
    check("Vancomycin 1 g over 60 minutes (1.7 mg/min).\n                                ^^^^^^^^^^");
    check(
      "The driver is loaded with 30 mg of morphine for 24 hours. She thus gets 2.5 mg each hour.\n                                                                        ^^^^^^^^^^^^^^^^",
    );
  });

  it("knows a paediatric set, the factor of a sum, a gas and a strength", () => {
    const sets = "- The set has 15 drops/mL.\n- Fluids run by the hour.\n";
    check(`${sets}- With a paediatric set the numbers are the same (30 mL/hour = 30 drops/min).`);
    check(`${sets}- 400 mL × 60 ÷ 480 mins = 50 drops/minute (and the rate = 50 mL/hour)`);
    check("Nebulise adrenaline with O2 8 L/minute, 5 mL, again after 30 minutes.");
    check("For reference, 0.1 mg/mL = 1 mg/10 mL = 1:10000.");
  });

  it("counts drops with the set that is named, else with any usual one", () => {
    check("Give 1000 mL over 8 hours (83 drops/min).\n                           ^^^^^^^^^^^^");
    check("Give 1000 mL over 8 hours (42 drops/min).");
    check("60 mL/hour, or 60 drops/minute with a set of 15 drops/mL.\n               ^^^^^^^^^^^^^^^");
  });

  it("knows every set of a list", () => {
    const sets = "- Ordinary set: 20 drops to the millilitre.\n- Micro set: 60 drops make 1 mL.\n\n";
    check(`${sets}Ordinary set: 125 mL/h, which is 42 drops/min.`);
    check(
      `${sets}Ordinary set: 125 mL/h, which is 31 drops/min.\n                                 ^^^^^^^^^^^^`,
    );
  });

  it("takes a day's sum from how often the dose is given, not from another time", () => {
    check("If that was needed for 4 hours, add hydrocortisone 50 mg IV every 6 hours (200 mg/day).");
  });

  it("follows dose, weight and strength to the pump", () => {
    check(
      "Insulin 0.1 units/kg/h, 1 unit/mL: 5 mL/h at 50 kg, 17 mL/h at 70 kg.\n                                                    ^^^^^^^",
    );
    check("Dopamine 3 mg/kg in 50 mL; for 10 kg, 1 mL/h gives 1 mcg/kg/min.");
    check("Run 20 g in 500 mL, 1 g/h, that is 25 mL/h.");
    check("Insulin 6 units/h (60 mL/h) from a syringe of 1 unit/mL.\n                   ^^^^^^^");
  });

  it("checks daily totals", () => {
    check("Prednisolone 5 mg three times a day (50 mg/day).\n                                     ^^^^^^^^^");
    check("Paracetamol 15 mg/kg every 6 hours (60 mg/kg/day).");
    check("Amoxicillin 2 tablets of 500 mg every 8 hours (3 g/day).");
    check("Paracetamol 1 g every 4 to 6 hours (max 4 g/day).");
    check("A child needs 1500 mL/day (83 mL/h).\n                           ^^^^^^^");
  });

  it("checks worked examples, but no rounding and no other dose", () => {
    check("Ampicillin 50 mg/kg: a 4 kg baby needs 20 mg.\n                                       ^^^^^");
    check("Gentamicin 7.5 mg/kg once daily; a child weighing 12 kg needs 90 mg.");
    check(
      "- First bag 150 mg/kg, second bag 50 mg/kg.\n- Third bag 100 mg/kg.\n\nA patient of 60 kg is given 9 g, then 3 g, then 6 g.",
    );
    check("A child of 16 kg needs 52 mL/hour; an adult 1–2 mL/kg/hour.");
  });

  it("checks the rows of tables", () => {
    check(
      "| Volume | Time | Rate |\n| --- | --- | --- |\n| 1 000 mL | 2 hours | 500 mL/h |\n| 1 000 mL | 4 hours | 500 mL/h |\n                       ^^^^^^^^",
    );
    check(
      "The set gives 20 drops per mL, one mL holds oxytocin 10 mIU.\n\n| Drops per minute | mL per hour | mIU per minute |\n| --- | --- | --- |\n| 10 | 30 | 5 |\n| 20 | 60 | 10 |\n| 30 | 90 | 25 |\n            ^^\n| 40 | 120 | 20 |",
    );
  });

  it("takes the one medicine of the document for that of a table without a name", () => {
    const table = (rate: string, mark = "") =>
      `## Solution\n\nNoradrenaline 4 mg made up to 50 mL, which gives 80 mcg/mL.\n\n## Rate\n\n| Weight | mcg/min | Pump |\n|---|---|---|\n| 60 kg | 6 | 4.5 mL/h |\n| 80 kg | 8 | ${rate} |${mark}\n| 100 kg | 10 | 7.5 mL/h |`;
    check(table("6 mL/h"));
    check(table("12 mL/h", "\n              ^^^^^^^"));
  });

  it("checks tables of weight and dose by their own proportion", () => {
    const table = (value: string) =>
      `| Weight | 0.05 mcg/kg/min | 0.1 mcg/kg/min |\n| --- | --- | --- |\n| 40 kg | 1.5 | 3 |\n| 60 kg | 2.3 | 4.5 |\n| 70 kg | 2.6 | ${value} |\n| 80 kg | 3 | 6 |`;
    check(table("5.3"));
    check(table("53").replace("| 53 |", "| 53 |\n                ^^"));
  });

  it("leaves alone what need not be proportional", () => {
    check(
      "| Weight (kg) | Rate (mL/h) |\n| --- | --- |\n| 5 | 20 |\n| 10 | 40 |\n| 15 | 50 |\n| 20 | 60 |\n| 30 | 70 |",
    );
  });

  it("follows a sum from line to line", () => {
    check(
      "**Example.** Mutinta weighs 9 kg: 90 mL, running at 30 mL per hour.\n\n- Giving set: 20 drops per mL.\n- Therefore 30 drops a minute.\n            ^^^^^^^^^^^^^^^^^",
    );
    check(
      "- Weight: 12 kg\n- Volume: 20 mL/kg, hence 300 mL\n                          ^^^^^^\n- Time: 4 hours",
    );
    check("- Child weighs 16 kg\n- 10 mL/kg = 160 mL\n- Over 30 minutes\n- Rate 160 mL/h\n       ^^^^^^^^");
    check("- Weight 14 kg\n- Bolus 20 mL/kg = 280 mL over 30 minutes\n- Then maintenance\n- Rate 48 mL/h");
    check(
      "- Set: 20 drops/mL.\n- Start at 10 drops/min and add 10 drops/min every 30 minutes.\n- Rate after birth: 40 drops/min.",
    );
  });

  it("works out products that are written out", () => {
    check("Volume 9 kg × 10 mL/kg = 80 mL, then 90 mL ÷ 3 h = 30 mL/h.\n                         ^^^^^");
    check("First day: 4 mL × 50 kg × 20 % = 4000 mL. 15 mcg/kg/h × 70 kg = 1.05 mg/h. 2 + 3 × 4 mL = 14 mL.");
  });

  it("knows shares of a day and how long a bag lasts", () => {
    check("300 mL in 24 hours, that is 50 mL every 3 hours.\n                            ^^^^^");
    check("300 mL in 24 hours, that is 37.5 mL every 3 hours.");
    check("Bag of 500 mL at 50 mL/h: lasts 5 hours.\n                                ^^^^^^^");
    check(
      "| Weight | mL per day | mL every 3 hours |\n| --- | --- | --- |\n| 1200 g | 96 | 12 |\n| 1400 g | 112 | 14 |\n| 1600 g | 128 | 32 |\n                 ^^\n| 1800 g | 144 | 18 |",
    );
  });

  it("keeps one step of a plan apart from the next", () => {
    check("Magnesium sulfate 4 g IV over 20 minutes, then 1 g/h (4 mmol/h) for 24 hours.");
    check(
      "Ringer lactate 30 mL/kg in 30 minutes, then 70 mL/kg in 2.5 hours. A child of 14 kg gets 420 mL in 30 minutes, then 700 mL in 2.5 hours.\n                                                                                                                    ^^^^^^",
    );
    check(
      "First 10 kg: 100 mL/kg/day, next 10 kg: 50 mL/kg/day. A child of 14 kg needs 1000 mL + 200 mL = 1200 mL/day.",
    );
  });

  it("takes weight, dose and mixture from one row", () => {
    check(
      "| Drug | Mixture | Weight | Dose | Rate |\n| --- | --- | --- | --- | --- |\n| Adrenaline | 1 mg in 50 mL | 10 kg | 0.1 mcg/kg/min | 3 mL/h |\n| Dopamine | 200 mg in 50 mL | 10 kg | 10 mcg/kg/min | 15 mL/h |\n                                                       ^^^^^^^\n| Midazolam | 50 mg in 50 mL | 10 kg | 0.1 mg/kg/h | 1 mL/h |",
    );
  });

  it("reads bags that stand side by side", () => {
    check(
      "| | Bag 1 | Bag 2 | Bag 3 |\n| --- | --- | --- | --- |\n| At 60 kg | 9 g (45 mL) | 3 g (15 mL) | 6 g (30 mL) |\n| Final volume | 200 mL | 500 mL | 1000 mL |\n| Time | 1 hour | 4 hours | 16 hours |\n| Pump | 200 mL/h | 125 mL/h | 83 mL/h |\n                               ^^^^^^^",
    );
    check(
      "| | Bag 1 | Bag 2 | Bag 3 |\n| --- | --- | --- | --- |\n| At 60 kg | 9 g (45 mL) | 3 g (15 mL) | 6 g (30 mL) |\n| Final volume | 200 mL | 500 mL | 1000 mL |\n| Time | 1 hour | 4 hours | 16 hours |\n| Pump | 200 mL/h | 125 mL/h | 63 mL/h |",
    );
  });

  it("expects two doses of one infusion to keep one proportion", () => {
    check(
      "*Dopamine* is begun at 5 mcg/kg/min, which the pump shows as 2.25 mL/h. Then go to 10 mcg/kg/min, and the display reads 9 mL/h.\n                                                                                                                        ^^^^^^",
    );
    check(
      "*Dopamine* is begun at 5 mcg/kg/min, which the pump shows as 2.25 mL/h. Then go to 10 mcg/kg/min, and the display reads 4.5 mL/h.",
    );
    check(
      "*Dopamine* is begun at 5 mcg/kg/min, which the pump shows as 2.25 mL/h. Change to the 3.2 mg/mL syringe, then go to 10 mcg/kg/min, and the display reads 9 mL/h.",
    );
  });

  it("goes on to the pump behind a semicolon, and in lines of one infusion", () => {
    check(
      "Infuse the 100 mL over 30 minutes; set the pump to 50 mL/hour.\n                                                   ^^^^^^^^^^",
    );
    check("Infuse the 100 mL over 30 minutes; thereafter set the pump to 50 mL/hour.");
    check("Infuse the 100 mL over 30 minutes; three bags of 50 mL/hour follow.");
    check("- Vancomycin 1 g in 250 mL\n- Time: 2 hours\n- Rate: 250 mL/h\n        ^^^^^^^^");
    check("- Vancomycin 1 g in 250 mL\n- Time: 2 hours\n- Rate: 125 mL/h");
  });

  it("adds up the doses of a day", () => {
    check(
      "Furosemide 40 mg three times daily, a daily total of 80 mg.\n                                                     ^^^^^",
    );
    check("Valproate 300 mg is given every 8 hours, making a total daily dose of 900 mg.");
    check("Give 600 mg twice a day, i.e. 1800 mg in 24 hours.\n                              ^^^^^^^");
    check("Prednisolone 10 mg in the morning and 5 mg at night, a daily total of 15 mg.");
    check("Co-trimoxazole 1920 mg every 8 hours (TMP 960 mg in 24 hours).");
    check("Carbamazepine 100 mg twice daily; raise to a daily total of 600 mg.");
    check("Ibuprofen 400 mg three times daily; the total daily dose is 2400 mg at most.");
  });

  it("holds a pump table's one odd line against the proportion of the others", () => {
    check(
      "| Dose | Pump setting |\n| --- | --- |\n| 0.1 micrograms/kg/min | 8.75 mL/h |\n                          ^^^^^^^^^\n| 0.2 micrograms/kg/min | 10.5 mL/h |\n| 0.4 micrograms/kg/min | 21 mL/h |",
    );
    check(
      "| Dose | Pump setting |\n| --- | --- |\n| 0.1 micrograms/kg/min | 5.25 mL/h |\n| 0.2 micrograms/kg/min | 10.5 mL/h |\n| 0.4 micrograms/kg/min | 15 mL/h |",
    );
  });

  it("leaves rates that are reckoned in slices of the weight, and counts drops by the set that is named", () => {
    check(
      "Give 40 mL per hour plus 2 mL per hour for each kg above 10 kg, so that a child of 16 kg receives 52 mL per hour.",
    );
    check(
      "With a 20-drop set 125 mL/hour is 42 drops a minute. With a microdrip set 60 mL/hour is 60 drops a minute.",
    );
  });

  it("takes a next step, a goal, another sum and a thinned solution for what they are", () => {
    check("Magnesium sulfate 4 g IV over 20 minutes, 1 g/hour until birth.");
    check("Methyldopa 250 mg three times daily (to 3 g a day).");
    check(
      "Magnesium sulfate 50 % holds 500 mg/mL. At 1 g/hour, 20 mL of 50 % made up to 100 mL runs at 10 mL/hour.",
    );
    check("Give 12 g (60 mL of 200 mg/mL) in 500 mL over 4 hours (140 mL/hour with the 60 mL).");
    check(
      "- Fentanyl nasal 1.5 micrograms/kg: a child of 20 kg has 30 micrograms.\n- Morphine 0.05 to 0.1 mg/kg IV (adult 2.5 to 5 mg).",
    );
  });

  it("adds what a mixture is made of, and leaves a part of the flow and the next step alone", () => {
    check(
      "150 mmol of sodium bicarbonate (150 mL of 8.4 %) with 850 mL of glucose 5 %, at 150 mL/hour, which is 22.5 mmol/hour.",
    );
    check(
      "A woman of 60 kg needs 1,800 mL over 3 hours, which is 600 mL/hour (200 drops/min with a 20 drops/mL set, so use two lines at 100 drops/min each).",
    );
    check(
      "Noradrenaline 4 mg in 100 mL gives 40 micrograms/mL. At 10 micrograms/min the rate is 15 mL/h and at 20 micrograms/min, the maximum on the ward, it is 30 mL/h.",
    );
  });

  it("takes a patch for no rate that is set, and a sum that is written out for made", () => {
    check("1. Adults: 25 mL/kg/day.\n2. Children: 4-2-1. A child of 18 kg gets 40 + 16 = 56 mL/h.");
    check(
      "Conversions, oral, in 24 hours:\n\n| Medicine | Dose | Oral morphine |\n| --- | --- | --- |\n| Oxycodone | 20 mg | 30 mg |\n| Buprenorphine patch, 5 micrograms/hour | – | 12 mg |",
    );
  });
});

it("compares neither what several run together nor thousands that are told by a point", () => {
  check(
    "Put 40 mmol of potassium chloride in each litre (40 mmol/L) of both bags, so that the two at 125 mL/h give 10 mmol/h.",
  );
  check("Give 0,5 mL and 2,5 mg.\n\nRinger's lactate 30 mL/kg IV over 3 hours (60 kg: 1.800 mL).");

  it("counts drops in whole ones, rounded up as well", () => {
    const table = `| Weight | mL/hr | Drops/minute |\n| --- | --- | --- |\n| 6 - 9.9 kg | 25 mL/hour | 7 drops/minute |\n| 10 - 14.9 kg | 50 mL/hour | 13 drops/minute |\n| 15 kg or more | 75 mL/hour | 20 drops/minute |`;
    check(table);
  });

  it("reads hours of the clock, and tables with rates that only their caption names", () => {
    check(
      "- From 06:00 to 14:00: 4200 mL, pump at 350 mL/hour\n                                        ^^^^^^^^^^^\n- From 14:00 to 06:00: 4200 mL, pump at 263 mL/hour",
    );
    check(
      "**Pump rate in mL/h**\n\n| Dose in micrograms/min | Bag |\n| --- | --- |\n| 4 | 15 |\n| 8 | 30 |\n| 12 | 54 |\n       ^^\n| 16 | 60 |",
    );
    check(
      "Single strength: noradrenaline 4 mg in 50 mL = 80 micrograms/mL. Double strength: 8 mg in 50 mL = 160 micrograms/mL.\n\n| | Single strength | Double strength |\n| --- | --- | --- |\n| Dose | 6 micrograms/min | 6 micrograms/min |\n| Pump | 7.5 mL/hour | 2.25 mL/hour |\n         ^^^^^^^^^^^",
    );
    check(
      "Oxytocin 10 units in 1000 mL. Double it until there are four contractions in 10 minutes. The highest rate is 16 milliunits/minute.",
    );
  });
});
