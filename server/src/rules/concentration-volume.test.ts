// Volumes that are not what the strength makes of the dose, and strengths that excuse them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { concentrationVolume } from "./concentration-volume.ts";
import { checkGuideline } from "./index.ts";

const check = (text: string) =>
  checkMarkdown(text, { rule: "concentration-volume", rules: [concentrationVolume] });

describe("concentration-volume", () => {
  it("reads a step of several deeds, and knows a dilution and the weight of blood from a dose", () => {
    check(
      "The vial of ceftriaxone is made up to 100 mg/mL.\n\nChild of 12 kg. The calculated amount of ceftriaxone is 600 mg. Shake the vial and draw up 3 mL.\n                                                                                           ^^^^",
    );
    check("Tranexamic acid ampoule has 100 mg/mL. Weigh the cloths: 1 g is 1 mL of blood.");
    check(
      "Lorazepam ampoule 4 mg in 1 mL.\n\n- Adults: lorazepam 4 mg IV (1 mL).\n- Children: lorazepam 2 mg IV (0.5 mL).\n- Frail: lorazepam 1 mg IV (0.25 mL).\n- Pump: dilute one ampoule to 40 mL to obtain 0.1 mg/mL. Give 1 mg (10 mL of the dilution).",
    );
  });

  it("reads what a sentence concludes for a dose that it works out, with the medicine that was named above", () => {
    const card = "Give azithromycin 30 mg/kg once. The syrup of azithromycin holds 200 mg in every 5 mL.\n\n";
    check(
      `${card}Tama needs 420 mg, so you draw up 8.4 mL from the bottle.\n                                  ^^^^^^`,
    );
    check(`${card}Tama needs 420 mg, so you draw up 10.5 mL from the bottle.`);
    check(`${card}Moi needs 300 mg, which makes 7.5 mL.`);
    check(
      `${card}Moi needs 300 mg; from the bottle this is 75 mL.\n                                          ^^^^^`,
    );
    check(`${card}Moi needs 300 mg, syringe filled to 15 mL.\n                                    ^^^^^`);
    check(
      "Dexamethasone 6 mg IM every 12 hours. The ampoule of dexamethasone is 4 mg in 1 mL, so each injection measures 3 mL.\n                                                                                                               ^^^^",
    );
    check(
      "Dexamethasone 6 mg IM every 12 hours. The ampoule of dexamethasone is 4 mg in 1 mL, so each injection measures 1.5 mL.",
    );
    check(
      "Caffeine citrate 20 mg/mL.\n\n- 20 mg/kg makes 24 mg; from the vial this is 2.4 mL, made up to 10 mL.\n                                              ^^^^^^",
    );
  });

  it("reads in turn which dose of a row a volume is of, and leaves alone what is put to it", () => {
    const table =
      "**Child ampoule of artemether, 20 mg/mL**\n\n| Weight | First day | Volume | Each following day | Volume |\n| --- | --- | --- | --- | --- |\n| 5 kg | 16 mg | 0.8 mL | 8 mg | 0.4 mL |\n";
    check(`${table}| 15 kg | 48 mg | 0.6 mL | 24 mg | 1.2 mL |\n                  ^^^^^^`);
    check(`${table}| 15 kg | 48 mg | 2.4 mL | 24 mg | 1.2 mL |`);
    const card =
      "| Dose | Draw from ampoule | Also |\n| --- | --- | --- |\n| 4 g IV | 8 mL | 12 mL |\n| 2 g IV | 4 mL | 6 mL |\n";
    check(`${card}| 5 g IM | 10 mL | none; lidocaine 2% 1 mL |`);
    check(`${card}| 5 g IM | 5 mL | none; lidocaine 2% 1 mL |\n           ^^^^`);
  });

  it("takes a cell or line that breaks the proportion of all others for a slip", () => {
    check(
      "- 50 kg: 50 mg, 0.5 mL\n- 60 kg: 60 mg, 0.6 mL\n- 70 kg: 70 mg, 0.6 mL\n                ^^^^^^\n- 80 kg: 80 mg, 0.8 mL\n- 90 kg: 90 mg, 0.9 mL",
    );
    check(
      "| Weight | Amikacin | mL |\n| --- | --- | --- |\n| 2 kg | 30 mg | 0.6 |\n| 3 kg | 45 mg | 0.9 |\n| 4 kg | 60 mg | 0.6 |\n                 ^^^\n| 5 kg | 75 mg | 1.5 |",
    );
  });

  it("takes the volume behind a dose, where it is right, for its own", () => {
    const syrup =
      "Take the 250 mg tablet or the syrup, paracetamol 250 mg in 5 mL: one tablet or 5 mL from 24 kg, ";
    check(`${syrup}one and a half tablets (375 mg) or 7.5 mL from 25 kg.`);
  });

  it("holds a line against the others of its list, and what goes into each side against the dose", () => {
    check(
      "Midazolam solution 10 mg/mL. If there is none, the injection of 5 mg/mL.\n\n- 1–4 years: midazolam 5 mg (0.5 mL)\n- 5–9 years: midazolam 7.5 mg (1.5 mL)\n                               ^^^^^^\n- 10–17 years: midazolam 10 mg (1 mL)",
    );
    check("Magnesium sulfate 50 %: 10 mL contain 5 g.\n\n5 g = 8 mL into each buttock, deep.\n      ^^^^");
    check("Magnesium sulfate 50 %: 10 mL contain 5 g.\n\n5 g = 10 mL into each buttock, deep.");
  });

  it("holds a row against others that follow to the last digit", () => {
    check(
      "Vial: amikacin 500 mg/2 mL.\n\n| Weight | Dose | Volume from the vial |\n| --- | --- | --- |\n| 10 kg | 150 mg | 0.6 mL |\n| 15 kg | 225 mg | 0.9 mL |\n| 20 kg | 300 mg | 1.2 mL |\n| 25 kg | 375 mg | 1.5 mL |\n| 30 kg | 450 mg | 1.6 mL |\n                   ^^^^^^",
    );
    check(
      "Gentamicin 40 mg/mL.\n\n| Weight | Dose | mL |\n| --- | --- | --- |\n| 3 kg | 15 mg | 0.4 |\n| 4 kg | 20 mg | 0.5 |\n| 5 kg | 25 mg | 0.6 |\n| 6 kg | 30 mg | 0.8 |\n| 7 kg | 35 mg | 0.9 |",
    );
  });

  it("reads the volume behind a named strength, an answer, and tablets of a content", () => {
    check(
      "Give haloperidol 2.5 mg IM. Ampoule 5 mg/mL; inject 0.25 mL.\n                                                    ^^^^^^^",
    );
    check(
      "Paracetamol 250 mg by mouth every 6 hours. Syrup 120 mg/5 mL: 15 mL each time.\n                                                              ^^^^^",
    );
    check("Adrenaline 0.3 mg IM (1 mg/mL; 0.03 mL).\n                               ^^^^^^^");
    check(
      "How many millilitres of gentamicin 40 mg/mL for 60 mg? 1.2 mL.\n                                                       ^^^^^^",
    );
    check(
      "Prednisolone tablets are 5 mg. Give 40 mg (6 tablets) once daily.\n                                           ^^^^^^^^^",
    );
    check(
      "Isoniazid 300 mg once daily, as two tablets of 100 mg.\n                                ^^^^^^^^^^^",
    );
    check("Ketamine 50 mg IV. Vial 50 mg/mL: 10 mL vial.");
    check("Rifampicin 600 mg, isoniazid two tablets of 300 mg.");
  });

  it("reads what is drawn up as, and medicines side by side", () => {
    check(
      "The 2 kg baby needs 10 mg gentamicin, drawn up as 2 mL of the 10 mg/mL vial.\n                                                  ^^^^",
    );
    check(
      "| Step | Ampicillin | Gentamicin |\n| --- | --- | --- |\n| Dose | 200 mg | 20 mg |\n| Strength | 200 mg/mL | 40 mg/mL |\n| Volume to draw up | 1 mL | 2 mL |\n                             ^^^^",
    );
  });

  it("checks a volume against the strength that is said of it", () => {
    check("Diazepam 10 mg (5 mL of 5 mg/mL).\n                ^^^^");
    check("Adrenaline 0.01 mg/kg (1 mL/kg of 1:10 000).\n                       ^^^^^^^");
    check("Mannitol 20 %, 0.5 g/kg IV over 15 minutes (2.5 mL/kg).");
    check("Glucose 10 %, 200 mL IV (2 g).\n              ^^^^^^");
  });

  it("takes the nearest strength of the medicine, and is content when one fits", () => {
    check("# Morphine\n\nAmpoule of 10 mg/mL.\n\n- Adults 5 mg IV (5 mL).\n                  ^^^^");
    check("Ceftriaxone: 250 mg/mL for the muscle, 100 mg/mL for the vein; 500 mg (5 mL) IV.");
    check(
      "Oxytocin comes in two ampoules.\n\n- Ampoules of 10 IU/mL: 40 IU = 2 mL\n                                ^^^^\n- Ampoules of 5 IU/mL: 40 IU = 8 mL",
    );
  });

  it("knows what is drawn up undiluted", () => {
    const text = (volume: string) =>
      `# Phenobarbital\n\nThe ampoule is 1 mL with 200 mg. Dilute it to 10 mL: each millilitre holds 20 mg.\n\nGive 60 mg (${volume}).`;
    check(text("3 mL"));
    check(text("0.3 mL undiluted"));
    check(`${text("3 mL undiluted")}\n            ^^^^`);
  });

  it("does not draw a dose from what is made of it", () => {
    check("Potassium chloride 20 mmol (10 mL) with 90 mL of sodium chloride 0.9 %: 100 mL, 0.2 mmol/mL.");
    check("Add aminophylline 500 mg to 500 mL; the ampoule holds 250 mg in 10 mL.");
  });

  it("checks the rows of tables by head, caption or the other rows", () => {
    check(
      "**Gentamicin, vial of 10 mg/mL**\n\n| Weight (kg) | Dose (mg) | Volume (mL) |\n| --- | --- | --- |\n| 2 | 10 | 1 |\n| 3 | 16 | 0.8 |\n           ^^^\n| 4 | 20 | 2 |",
    );
    check(
      "# Aciclovir\n\n| Weight (kg) | Dose (mg) | Volume (mL) |\n| --- | --- | --- |\n| 2 | 40 | 1.6 |\n| 3 | 60 | 2.4 |\n| 4 | 80 | 32 |\n           ^^\n| 5 | 100 | 4 |",
    );
    check(
      "| Drug | Vial | Dose | Volume |\n| --- | --- | --- | --- |\n| Ketamine | 50 mg/mL | 100 mg | 2 mL |",
    );
  });

  it("reads amounts over volumes in cells", () => {
    check(
      "# Acetylcysteine\n\nAmpoules of 200 mg/mL.\n\n| Weight | Bag 1 | Bag 2 |\n| --- | --- | --- |\n| 40 kg | 6 g / 30 mL | 2 g / 10 mL |\n| 80 kg | 12 g / 60 mL | 4 g / 40 mL |\n                               ^^^^^",
    );
  });

  it("reads a volume that its sentence says the dose is, and tables from the labelled syringe", () => {
    const vial = "Vials hold ketamine 50 mg/mL.";
    check(
      `${vial}\n\nKila gets 2 mg/kg: 30 mg. From the vial this is 6 mL.\n                                                ^^^^`,
    );
    check(`${vial}\n\nKila gets 2 mg/kg: 30 mg. From the vial this is 0.6 mL.`);
    check(
      "Morphine 10 mg/mL. For a dose of 2.5 mg, 2.5 mL.\n                                         ^^^^^^",
    );
    const rows = "| Patient | Midazolam | Volume |\n| --- | --- | --- |\n| Fit | 3 mg | 0.6 mL |";
    const made = "Ampoules: 5 mg/mL. Draw up 2 mL, add 8 mL of water and label it midazolam 1 mg/mL.";
    check(`# Midazolam\n\n${made}\n\n### From the labelled syringe\n\n${rows}\n               ^^^^^^`);
    check(`# Midazolam\n\n${made}\n\n### Undiluted\n\n${rows}`);
  });

  it("counts tablets, ampoules and vials", () => {
    check("Prednisolone 30 mg once daily (3 tablets of 5 mg).\n                               ^^^^^^^^^");
    check(
      "Haloperidol in ampoules of 5 mg (1 mL).\n\n- Adults: haloperidol 5 mg IM, which is one ampoule\n- From 65 years: haloperidol 2.5 mg IM, which is one ampoule\n                                                 ^^^^^^^^^^^",
    );
    check("Two tablets of 250 mg (750 mg) of azithromycin.\n^^^^^^^^^^^");
    check("Doxycycline 200 mg by mouth once (one 100 mg capsule).\n                                  ^^^");
    check(
      "Zinc: one sachet holds 10 mg. Give 10 mg (one sachet), then 20 mg (three sachets).\n                                                                   ^^^^^^^^^^^^^",
    );
  });

  it("allows for halves, what is opened, daily counts and several strengths", () => {
    check("Prednisolone tablets of 5 mg. Give 12.5 mg, that is two tablets and a half.");
    check("Praziquantel 600 mg tablets: four and three quarter tablets (2850 mg).");
    check("Artesunate vials of 60 mg. At 60 kg give 144 mg (3 vials are opened).");
    check("Metformin 1 g twice daily (4 tablets of 500 mg a day).");
    check("Furosemide tablets of 40 mg and 80 mg. Give 80 mg (2 tablets), later 80 mg (1 tablet).");
    check("Zinc tablets hold 20 mg.\n\n## Other\n\nGive 30 mg (1 tablet).");
    check("Hand out 60 mg of folic acid (12 tablets of 5 mg).");
  });

  it("allows for rounding", () => {
    check("Atropine 0.5 mg (0.8 mL of 0.6 mg/mL).");
    check("Gentamicin 17.5 mg (0.44 mL of 40 mg/mL).");
  });

  it("reads tables with the weights side by side", () => {
    check(
      "Gentamicin, **only the vial of 40 mg/mL**.\n\n| Weight | 4 kg | 6 kg | 8 kg |\n| --- | --- | --- | --- |\n| Dose (mg) | 30 | 45 | 60 |\n| Draw up (mL) | 0.75 | 1.1 | 0.5 |\n                              ^^^",
    );
    check(
      "# Ampicillin\n\n| Weight | 3 kg | 4 kg | 5 kg |\n| --- | --- | --- | --- |\n| Dose (mg) | 150 | 200 | 250 |\n| IM, 200 mg/mL (mL) | 0.75 | 1 | 1.25 |\n| IV, 100 mg/mL (mL) | 1.5 | 2 | 2.5 |",
    );
  });

  it("reads the volume in the next step", () => {
    check(
      "1. The ketamine ampoule has 500 mg in 10 mL.\n2. Child of 20 kg: ketamine 40 mg slow IV, once.\n3. That is 8 mL; keep suction at hand.\n           ^^^^",
    );
    check(
      "1. The ketamine ampoule has 500 mg in 10 mL.\n2. Child of 20 kg: ketamine 40 mg slow IV, once.\n3. Give 500 mL of sodium chloride 0.9 %.",
    );
    check(
      "Digoxin elixir 50 micrograms/mL: 2.5 mL = 125 micrograms; 5 mL = 500 micrograms.\n                                                          ^^^^",
    );
  });

  it("reads the volume that a sentence of its own makes of the dose, with the strength it is drawn from", () => {
    const child = "A child of 20 kg needs 8 mg of midazolam.";
    check(`${child} With the solution of 5 mg/mL, draw up 2.6 mL.\n${" ".repeat(80)}^^^^^^`);
    check(`${child} From the red bottle (2 mg/mL) this is 4 mL.`);
    check(`${child} The vial holds 5 mg/mL. Draw up 1.6 mL in a 2 mL syringe.`);
    check(`${child} It comes as 5 mg/mL: take 1 mL (5 mg) to 10 mL of water.`);
    check(
      "# Otitis\n\nThe dose is 375 mg.\n\n- With the syrup of 250 mg/5 mL, this is 3.5 mL.\n                                         ^^^^^^",
    );
  });

  it("knows insulins by their units", () => {
    check(
      "Insulin U-100: draw up 10 units (1 mL) and 5 units (0.05 mL).\n                                 ^^^^",
    );
  });

  it("draws from the dilution where the text says so", () => {
    check(
      'The ampoule of phenobarbital has 200 mg in 1 mL. Take the whole 1 mL, add 9 mL of water and write "phenobarbital 20 mg/mL" on it. A baby of 3 kg receives 60 mg, that is 0.3 mL of the diluted solution.\n                                                                                                                                                                         ^^^^^^',
    );
    check(
      'The ampoule of phenobarbital has 200 mg in 1 mL. Take the whole 1 mL, add 9 mL of water and write "phenobarbital 20 mg/mL" on it. A baby of 3 kg receives 60 mg, that is 3 mL of the diluted solution.',
    );
  });

  it("takes what an ampoule holds for no dose", () => {
    check(
      "| Ampoule | Ready strength |\n| --- | --- |\n| dopamine 200 mg/5 mL | 4 mg/mL |\n| ketamine 500 mg/10 mL | 1 mg/mL |",
    );
  });

  it("reads a strength that is counted in the metal", () => {
    check(
      "# Antimonials\n\n- meglumine antimoniate: 81 mg Sb/mL (ampoule of 5 mL)\n- sodium stibogluconate: 100 mg Sb/mL (vial of 100 mL)\n\nWith sodium stibogluconate that is 1000 mg (10 mL), with meglumine antimoniate it is 1000 mg (10 mL).\n                                                                                              ^^^^^",
    );
    check(
      "# Antimonials\n\n- meglumine antimoniate: 81 mg Sb/mL (ampoule of 5 mL)\n- sodium stibogluconate: 100 mg Sb/mL (vial of 100 mL)\n\nWith sodium stibogluconate that is 1000 mg (10 mL), with meglumine antimoniate it is 1000 mg (12.3 mL).",
    );
  });

  it("compares a volume with the dose of the same name, and no dose per drop or share of one", () => {
    const heads =
      "Alphin contains 100 mg of antimony per mL. Draw it up with a fine needle, and PM with another one.\n\n| Weight | AL dose (mg) | AL volume (mL) | PM dose (mg) | PM volume (mL) |\n| --- | --- | --- | --- | --- |\n";
    check(
      `${heads}| 10 kg | 200 | 2 | 150 | 0.4 |\n| 15 kg | 300 | 3 | 225 | 0.6 |\n| 20 kg | 400 | 4 | 300 | 0.8 |`,
    );
    check(
      `${heads}| 10 kg | 200 | 2 | 150 | 0.4 |\n| 15 kg | 300 | 30 | 225 | 0.6 |\n                ^^\n| 20 kg | 400 | 4 | 300 | 0.8 |`,
    );
    check("Iodine 5 % holds 6.3 mg per drop, so 8 drops (0.4 mL) are enough.");
    check("Give naloxone: 10% is 2.7 mg/h. With 30 mg (50 mL) made up to 100 mL, run it at 9 mL/h.");
  });

  it("takes a worked example that names nothing for one of the only strength", () => {
    check(
      "# Rescue\n\nKetamine keeps the breathing. The vial holds 50 mg/mL.\n\n## Worked example: adult of 60 kg\n\n1. Vein: 60 mg, drawn up as 2.4 mL and made up to 10 mL with sodium chloride 0.9 %.\n                            ^^^^^^\n2. Muscle: 240 mg, drawn up as 4.8 mL and split over both thighs.",
    );
  });

  describe("where the document tells no strength of the medicine", () => {
    const found = (text: string, ...others: string[]) => {
      const neighbours = others.map((other, i) => ({
        uri: `file:///${i}.md`,
        guideline: parseGuideline(other),
      }));
      const { findings } = checkGuideline(parseGuideline(text), { list: [concentrationVolume], neighbours });
      return findings.map(({ message }) => message);
    };
    const given = (volume: string) =>
      `# Heart failure\n\nGive furosemide 40 mg IV (${volume}) over 5 minutes.`;
    const stock =
      "# Stock\n\n| Injection | Strength |\n| --- | --- |\n| Gentamicin | 40 mg/mL |\n| Furosemide | 10 mg/mL |";

    it("takes that of another document", () => {
      assert.match(found(given("2 mL"), stock).join(), /10 mg\/mL \(0\.md, line 6\) is 4 mL, not 2 mL/);
      assert.match(
        found(given("2 mL"), "# Stock\n\nFurosemide comes as ampoules of 20 mg in 2 mL.").join(),
        /is 4 mL, not 2 mL/,
      );
      assert.deepEqual(found(given("4 mL"), stock), []);
    });

    it("is content when one of them fits, and reads what is halved", () => {
      assert.deepEqual(found(given("2 mL"), stock, "# Ward\n\nThe furosemide ampoule holds 20 mg/mL."), []);
      assert.deepEqual(found(given("2 mL in each thigh"), stock), []);
      assert.deepEqual(found(`${given("2 mL")} The ampoule holds 20 mg/mL.`, stock), []);
      assert.deepEqual(found(given("2 mL"), stock.replace("Furosemide", "Dexamethasone")), []);
    });
  });

  it("is silent where a text has a strength or a mix that explains the volume, or the row has the volume elsewhere", () => {
    check(
      "Naloxone 0.1 mg IV. Draw up 1 mL of naloxone 0.4 mg/mL and add 3 mL of sodium chloride 0.9 %: 4 mL of 0.1 mg/mL, so that each dose is 1 mL.",
    );
    check(
      "Put 50 units of soluble insulin (0.5 mL of 100 units/mL) into a syringe and fill up to 50 mL: 1 unit is 1 mL.",
    );
    check(
      "| Use | Magnesium sulfate 50 % | Diluent | Result |\n| --- | --- | --- | --- |\n| Loading, IV, 4 g | 8 mL | 12 mL water for injection | 20 mL of 20 % |\n| Loading, IM, 10 g | 20 mL | None | 10 mL in each buttock |",
    );
  });

  it("is content where the whole column has a strength that is said", () => {
    check(
      "**Gentamicin, diluted to 10 mg/mL**\n\nTake 1 mL of gentamicin 40 mg/mL and add 3 mL of sodium chloride 0.9 %.\n\n| Weight (kg) | Dose (mg) | Volume (mL) |\n| --- | --- | --- |\n| 1 | 3 | 0.3 |\n| 1.5 | 4.5 | 0.45 |\n| 2 | 10 | 1 |\n| 2.5 | 12.5 | 1.25 |",
    );
  });

  it("takes a volume for that of the part behind it, and a bag's volume for no dose", () => {
    check(
      "| Weight | Ceftriaxone | Volume |\n| --- | --- | --- |\n| 3 kg | 250 mg | 1 mL |\n| 6 kg | 500 mg | 2 mL |\n" +
        "| 10 kg | 750 mg | 3 mL |\n| 15 kg | 1 g | 4 (2 mL in each thigh) |\n| 20 kg | 1.25 g | 5 mL |",
    );
    check(
      "Cotrimoxazole tablets of 400 mg. Dapsone in cotrimoxazole intolerant patients: the most is 100 mg (1 tablet).",
    );
    check("Magnesium sulfate 10 g IM: 10 mL of the 50 % solution (5 g) deep into each buttock.");
    check(
      "**Acetylcysteine**\n\n| Bag | Dose | Duration | At 60 kg | Volume |\n| --- | --- | --- | --- | --- |\n| 1 | 150 mg/kg | 1 hour | 9 g | 200 mL |\n| 2 | 50 mg/kg | 4 hours | 3 g | 500 mL |\n| 3 | 100 mg/kg | 16 hours | 6 g | 1,000 mL |\n\nAmpoules hold 200 mg/mL, so 9 g is 45 mL, 3 g is 15 mL and 6 g is 30 mL.",
    );
  });

  it("reads one strength of several medicines", () => {
    const table = (volume: string, mark = "") =>
      `Table 1. Nevirapine PO once daily\n\n| Weight | Dose | Syrup |\n| --- | --- | --- |\n| 2 kg | 10 mg | 1 mL |\n| 3 kg | 15 mg | ${volume} |${mark}`;
    for (const said of [
      "Nevirapine syrup and zidovudine syrup both contain 10 mg/mL.",
      "The syrups of zidovudine, nevirapine and lamivudine all contain 10 mg/mL.",
    ]) {
      check(`${said}\n\n${table("2.5 mL", "\n                 ^^^^^^")}`);
      check(`${said}\n\n${table("1.5 mL")}`);
    }
  });

  it("takes a strength of two medicines, what was thinned and what is diluted for no strength of a dose", () => {
    check(
      "## Insulin glargine\n\nGlargine pen 100 units/50 mcg/mL 3 mL pen. It holds insulin glargine 100 units/mL.",
    );
    check("If insulin 20 units are in 1 mL (20 units per mL), add 0.6 mL saline, inject 0.2 mL (2.5 units).");
  });

  it("takes what a drawn dose is put into, or another column's head, for no strength", () => {
    check("| Xyz | Paromomycin 375 mg/mL |\n|---|---|\n| 200 mg = 2 mL | 150 mg = 0.4 mL |");
    check("Salbutamol 0.5 mL (2.5 mg) in 3 mL NS below 15 kg, 1 mL (5 mg) in 3 mL NS above.");
  });

  it("reads the heads of a table in its second row, and what they mix, before anything around it", () => {
    const head = "| Weight | Dose mg | Use one: | |\n| --- | --- | --- | --- |\n";
    check(
      `## Eye\n\n- Chloramphenicol 1 %, ointment\n\n${head}| | | Syrup 2 mg/5 mL | Tablet 4 mg |\n| 9–11 kg | 1 mg | 2.5 mL | – |`,
    );
    check(
      `## Fever\n\n- Ceftriaxone IM\n\n${head}| | | 500 mg WFI 2 mL | 1000 mg WFI 3.5 mL |\n| 9–11 kg | 625 mg | 2.5 mL | – |\n| 14–17 kg | 1000 mg | – | 3.5 mL |\n\n- Sodium chloride 0.9 %, IV, 20 mL/kg`,
    );
  });

  it("knows that D10 is glucose 10 %, that doses may be of the element, and that eight tablets are no tablet", () => {
    check("Give D10W 25 g (250 mL).\n\nGlucose 50 % comes in 50 mL syringes.");
    check(
      "| Weight | Iron mg | Gluconate syrup 350 mg/5 mL (40 mg elemental iron/5 mL) |\n| --- | --- | --- |\n| 7–9 kg | 16 mg | 2 mL |",
    );
    check("Nifedipine 30 mg is given by mouth (1 capsule = 10 mg).");
    check("Paracetamol 500 mg (1 tablet) at night. Paracetamol to a maximum of eight tablets (4 g) daily.");
  });

  it("reports a thousandfold slip, but no volume that nobody could draw up", () => {
    check("Give morphine 2 mg (2 mL) of the 1 mcg/mL solution.\n                    ^^^^");
    check("Give morphine 0.2 mg (2 mL) of the 500 mg/mL solution.");
    // Nor a strength in a saturation.
    check("Keep it at 88–92%.\n\nGive 50 mg (2.5 mL) slowly.");
  });
});
