// Strengths that contradict what stands beside them or elsewhere, and the near-misses that do not.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { concentrationConflict } from "./concentration-conflict.ts";

const check = (text: string) =>
  checkMarkdown(text, { rule: "concentration-conflict", rules: [concentrationConflict] });

describe("concentration-conflict", () => {
  it("knows of which mixture a strength is", () => {
    for (const text of [
      "Push-dose adrenaline (10 mcg/mL: 1 mL of 1:10,000 in 9 mL saline; give 1 mL).",
      "Add 5 mL of 50% dextrose per 10 mL feed to give more energy. Do not give pure 50% dextrose.",
      "Dilute 5 mL of 50% dextrose with 5 mL of the 10% dextrose to give a 30% glucose solution.",
      "Of 50 mg in 1 mL, either dilution to 5 mg/mL (diluted with 9 mL NaCl) or 10 mg/mL (diluted with 4 mL NaCl) will do.",
    ])
      check(text);
  });

  it("takes what must not be passed, and from what something is made, for no strength of a mixture", () => {
    for (const text of [
      "# Nitroprusside\n\nDilute 50 mg in 250 mL of NS, D5W or RL for a final concentration of 200 mcg/mL (max concentration 400 mcg/mL).",
      "# Vancomycin\n\nReconstitute 500 mg with 10 mL of water to provide 50 mg/mL. Dilute with at least 100 mL. Final concentration not to exceed 5 mg/mL (10 mg/mL in fluid restricted patients).",
      "# Heparin\n\nAdd 25,000 units of heparin to 500 mL of D5W. Dilute 1 mL of 10,000 units/mL in 9 mL of water for heparin 1000 units/mL.",
      "# Adenosine\n\nFor doses below 0.6 mg (0.2 mL), a dilution of 0.3 mg/mL may be made: mix 1 mL (3 mg) with 9 mL of NS.",
      "# Adrenaline\n\nAdrenaline 0.5 mg in 2 mL NS (1:1000 solution) nebulised.",
      "# Ceftriaxone\n\nDilute 1 g vial with 1.8 mL lidocaine 1%.",
      "# Pralidoxime\n\nDilute to 20 mg/mL in 0.9% NaCl.",
      "# Sodium bicarbonate\n\nDilute further with NS or D5W. Infuse over 4 hours.\nUse 4.2% (0.5 mmol/mL).",
    ])
      check(text);
    check(
      "# Nitroprusside\n\nDilute 50 mg in 250 mL of NS for a final concentration of 400 mcg/mL.\n                                                          ^^^^^^^^^^",
    );
  });

  it("takes what names a container for its own, whatever it is called by", () => {
    check(
      "- Intensive care: midazolam ampoule 15 mg in 3 mL.\n- Endoscopy: midazolam ampoule 5 mg in 5 mL (1 mg/mL).\n\nUse the intensive care ampoule, which holds 1 mg in each mL, and give it into the thigh.\n                                            ^^^^^^^^^^^^^^^",
    );
    for (const text of [
      "The adult ampoule of gentamicin contains 80 mg in 2 mL; the paediatric vial contains 20 mg in 2 mL.",
      "The theatre ampoule of ketamine holds 500 mg in 10 mL. The ward vial holds 200 mg in 20 mL.",
      "# Potassium chloride\n\nReady-made bag: sodium chloride 0.9% with 40 mmol per litre.",
    ])
      check(text);
  });

  it("reads what one holds from the cells of a row, what a millilitre carries, and units as none of saline", () => {
    check(
      "Each ampoule of potassium chloride of 10 mL contains 20 mmol.\n\n| Product | Volume | Potassium content |\n| --- | --- | --- |\n| Potassium chloride ampoule | 10 mL | 10 mmol |\n                                       ^^^^^^^\n| Ready-made bag, sodium chloride 0.9 % | 1000 mL | 20 mmol |",
    );
    check(
      "The red bottle is amoxicillin suspension 250 mg/5 mL.\n\nEach millilitre of the medicine in this red bottle carries 25 milligrams of amoxicillin.\n                                                           ^^^^^^^^^^^^^",
    );
    check(
      "We stock one heparin product: vial of 5 mL containing 25,000 units.\n\nThe vial as supplied has 1000 units/mL. Draw 2 mL and add sodium chloride 0.9% to 20 mL.\n                         ^^^^^^^^^^^^^",
    );
  });

  it("reads in a row what a container of a percentage holds", () => {
    check(
      "| Item | Number | Remark |\n| --- | --- | --- |\n| Calcium gluconate 10%, ampoule of 10 mL | 2 | each ampoule holds 2 g |\n                                                                   ^^^\n| Glucose 50%, vial of 50 mL | 2 | each vial holds 25 g |",
    );
  });

  it("takes what a row is diluted to for no content", () => {
    check(
      "| Ampoule | Strength on the label | Content | Before use |\n| --- | --- | --- | --- |\n| Potassium chloride | 15 % | 2 mmol/mL | Dilute to 40 mmol/L or less |",
    );
  });

  it("takes a diluent's strength in mg/mL for no strength of the mixture", () => {
    for (const said of [
      "Take 5 mL of noradrenaline 1 mg/mL (5 mg) and add 45 mL of glucose 50 mg/mL to a total of 50 mL.",
      "Infiltrate phentolamine 5 mg in 10 mL of sodium chloride 9 mg/mL around the site.",
      "Milrinone 10 mg in 50 mL of glucose 50 mg/mL (0.2 mg/mL).",
    ])
      check(said);
    check(
      "Milrinone 10 mg in 50 mL of glucose 50 mg/mL (0.4 mg/mL).\n                                              ^^^^^^^^^",
    );
  });

  it("compares no syringe with the ampoule", () => {
    check("Draw up a 2 mL syringe of morphine with 10 mg. The ampoule holds 15 mg in 1 mL.");
  });

  it("takes what a drawn volume is put into for no content", () => {
    for (const said of [
      "Put 15 mL of magnesium sulfate 40% (6 g) in 500 mL Ringer's lactate.",
      "Add 10 mL potassium chloride 15% (20 mmol) in 490 mL of glucose 5%.",
      "Draw 4 mL of phenytoin 50 mg/mL (200 mg) into 100 mL sodium chloride 0.9%.",
      "Take 40 mL of magnesium sulfate 50%: 20 g in 500 mL of saline.",
    ])
      check(said);
    check("Magnesium sulfate 50% (1 g) in 10 mL ampoules.\n                       ^^^^^^^^^^^^^");
  });

  it("reads what the next sentence says a container holds", () => {
    for (const said of [
      "We have magnesium sulfate 50%. Each ampoule contains 5 g in 20 mL.\n                                                     ^^^^^^^^^^^^",
      "Glucose 10% is in 500 mL bags. Each bag has 25 g of glucose.\n                                            ^^^^",
      "Phenytoin injection is 50 mg/mL. Each vial contains 500 mg in 5 mL.\n                                                    ^^^^^^^^^^^^^^",
    ])
      check(said);
    check("Magnesium sulfate 50%. Each ampoule contains 5 g in 10 mL. Diluted, it has 4 g in 20 mL.");
  });

  it("takes of several bottles the one that stands before the strength", () => {
    const green = "From the green bottle of morphine (5 mg/5 mL) this is 5 mL.";
    check(`${green} Give 7.5 mL of the green bottle, or 0.75 mL of the red bottle (50 mg/5 mL) of morphine.`);
    check(`${green} When weak, not the green bottle but the red bottle of morphine (50 mg/5 mL).`);
    check(
      `${green}\n\nUse the red bottle, or the green bottle of morphine (50 mg/5 mL).\n                                                     ^^^^^^^^^^`,
    );
  });

  it("compares the amount in a volume with the strength beside it", () => {
    check("Midazolam 15 mg/3 mL (15 mg/mL).\n                      ^^^^^^^^");
    check("The syringe of 50 mL with 50 mg of morphine (1 mg/mL).");
    check(
      "Insulin 100 units in 50 mL of sodium chloride 0.9 % (1 unit/mL).\n                                                     ^^^^^^^^^",
    );
  });

  it("reads amounts below a head that says in how much", () => {
    const head = "| Product | Strength | Amount in 1 mL |\n| --- | --- | --- |\n";
    check(`${head}| Sodium bicarbonate | 8.4% | 0.5 mmol |\n                              ^^^^^^^^`);
    check(`${head}| Sodium bicarbonate | 8.4% | 1 mmol |\n| Sodium chloride | 0.9% | 0.15 mmol |`);
  });

  it("compares a percentage with mg, mmol and mEq", () => {
    check("Lidocaine 1 % contains 1 mg/mL.\n                       ^^^^^^^");
    check("Magnesium sulfate 50 % has 2 mmol/mL (4 mEq/mL), 500 mg in each mL.");
    check(
      "Hypertonic sodium chloride 3 % contains 51.3 mmol/L.\n                                        ^^^^^^^^^^^",
    );
    check("Calcium gluconate 10 % (9 mg of elemental calcium per mL, 0.23 mmol/mL).");
  });

  it("knows ratios", () => {
    check("Adrenaline 1:10 000 (1 mg/mL).\n                     ^^^^^^^");
    check("Adrenaline 1 in 1000 (1 mg/mL) and 1 in 10 000 (0.1 mg/mL).");
  });

  it("reads ampoules and rows of tables", () => {
    check(
      "Magnesium sulfate 50 %, ampoule of 10 mL (2 g), and 20 %, ampoule of 10 mL (2 g).\n                                   ^^^^^^^^^^",
    );
    check(
      "| Bottle | Content |\n| --- | --- |\n| Lidocaine 2 %, 20 mL | 2 mg/mL |\n                         ^^^^^^^",
    );
    check("| Solution | Na, mmol/L |\n| --- | --- |\n| Glucose 5 % | 0 |\n| Sodium chloride 0.9 % | 154 |");
  });

  it("follows dilutions", () => {
    check(
      "Dilute dobutamine 250 mg to 50 mL; each millilitre contains 4 mg.\n                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check("Ketamine: the vial holds 500 mg in 10 mL. Dilute 1 mL with 4 mL of water: 10 mg/mL.");
    check("Dissolve ceftriaxone 1 g in 3.5 mL lidocaine 1 % (250 mg/mL).");
  });

  it("works out what a container of a percentage holds in all", () => {
    check(
      "Each 10 mL ampoule of potassium chloride 15 % contains 10 mmol.\n                                                       ^^^^^^^",
    );
    check("Each 10 mL ampoule of potassium chloride 15 % contains 20 mmol.");
    check("A 2 mL ampoule of lidocaine 2 % holds 20 mg.\n                                      ^^^^^");
    check("One bag of 50 mL noradrenaline 2 mg in a total of 50 mL glucose 5 %, that is 40 micrograms/mL.");
  });

  it("compares what a labelled container holds", () => {
    const blue = "# Stock\n\nHeparin vial, 5 mL, blue cap: 5000 units/mL.\n\n";
    check(
      `${blue}The heparin vial with the blue cap contains 1000 units/mL.\n                                            ^^^^^^^^^^^^^`,
    );
    check(`${blue}The heparin vial with the white cap contains 1000 units/mL.`);
    check(`${blue}The heparin vial with the blue cap contains 5000 units/mL; dilute it to 100 units/mL.`);
  });

  it("tells vials of one medicine apart by their names", () => {
    const text = (amount: string) =>
      `# Ketamine\n\nUse the standard vial of 10 mL (500 mg).\n\n## Kit\n\nThe standard vial of 10 mL (${amount}).`;
    check(`${text("250 mg")}\n                            ^^^^^^`);
    check(text("500 mg"));
    check(
      "# Ketamine\n\nThe vial of 10 mL (500 mg).\n\n## Kit\n\nThe vial of 10 mL (100 mg).\n                   ^^^^^^",
    );
  });

  it("does not take laboratory values or other medicines for strengths", () => {
    check("Below 3.0 mmol/L (54 mg/dL): glucose 10 %, 5 mL/kg IV.");
    check("Add glucose 10 % when glucose falls below 14.0 mmol/L (252 mg/dL).");
    check("Morphine 30 mg in sodium chloride 0.9 % 50 mL (0.6 mg/mL).");
  });

  it("shows the other side, in another document too", () => {
    const guideline = parseGuideline("Potassium chloride 15 % (1 mmol/mL).");
    const other = parseGuideline("Potassium chloride 15 % holds 20 mmol in 10 mL (2 mmol/mL).");
    const [finding] = concentrationConflict.check(guideline, {
      neighbours: [{ uri: "other:/", guideline: other }],
    });
    assert.equal(finding?.related.at(-1)?.in?.uri, "other:/");
    assert.deepEqual(
      finding?.fixes().map(({ title }) => title),
      ['Write "2.01 mmol/mL" instead of "1 mmol/mL"'],
    );
  });

  it("knows whose a strength is in a mixture of two", () => {
    check("Cartridge, lidocaine 2 % with adrenaline 1:80 000: 20 mg/mL, 1.8 mL.");
    check("Bupivacaine 0.5 % (0.5 mg/mL) with adrenaline 1:200 000.\n                   ^^^^^^^^^");
    check("Ferrous sulfate syrup 150 mg/5 mL (30 mg/mL); each 5 mL have 30 mg of elemental iron.");
  });

  it("compares what a millilitre is said to hold with what the name says", () => {
    check(
      "Amoxicillin syrup 125 mg/5 mL: each mL has 50 mg.\n                               ^^^^^^^^^^^^^^^^^\n\nAmoxicillin syrup 125 mg/5 mL: each mL has 25 mg.",
    );
    check(
      "Soluble insulin U-100: vial of 10 mL, 40 units/mL.\n                                      ^^^^^^^^^^^\n\nInsulin U-40 has 40 units/mL, U-100 has 100 units/mL.",
    );
    check(
      "# Oral morphine\n\n## Weak solution (5 mg/5 mL)\n\nOne millilitre carries 5 mg of morphine.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "| Item | Strength |\n| --- | --- |\n| Morphine (blue label) | 10 mg in 5 mL |\n| Morphine (red label) | 20 mg/mL |\n\nBlue label: each mL has 10 mg. Red label: each mL has 20 mg.\n            ^^^^^^^^^^^^^^^^^",
    );
    check(
      "Adult ampoules of gentamicin hold 80 mg in 2 mL, paediatric ones 20 mg in 2 mL.\n\nPaediatric ampoule: each mL holds 10 mg.",
    );
    check(
      "- Morphine (blue label) 10 mg in 5 mL\n- Morphine (red label) 20 mg/mL\n\nBlue label, diluted with water: each mL has 0.2 mg.",
    );
  });

  it("follows dilutions through steps and percentages", () => {
    check(
      "# Artesunate 60 mg vial\n\n1. Dissolve in 1 mL of sodium bicarbonate 5 %.\n2. Add 5 mL of glucose 5 %: 20 mg/mL.\n                            ^^^^^^^^\n3. For the muscle add 2 mL instead: 20 mg/mL.",
    );
    check(
      "Mix 10 mL of glucose 50 % with 40 mL of water for injection: the result is glucose 20 %.\n                                                                                   ^^^^",
    );
    check("Mix 10 mL of glucose 50 % with 40 mL of water for injection: the result is glucose 10 %.");
    check(
      "Morphine 10 mg in 1 mL ampoules are diluted to 10 mL, 10 mg/mL.\n                                                      ^^^^^^^^\n\nMorphine 10 mg in 1 mL ampoules are diluted to 10 mL, 1 mg/mL.",
    );
    check(
      "Sodium bicarbonate 8.4 % has 1 mmol in each mL. Mix equal parts with water; the 4.2 % solution then has 0.5 mmol/mL.",
    );
  });

  it("reads what the cells of a row say together", () => {
    check(
      "| Ampoule | Size | mmol in the ampoule |\n| --- | --- | --- |\n| Potassium chloride 15 % | 10 mL | 20 mmol |\n| Magnesium sulfate 50 % | 10 mL | 5 mmol |\n                                   ^^^^^^",
    );
    check(
      "| Syrup | Per 5 mL | Per mL |\n| --- | --- | --- |\n| Amoxicillin | 250 mg | 50 mg |\n| Erythromycin | 200 mg | 20 mg |\n                          ^^^^^",
    );
    check("**Aminophylline**, ampoule 10 mL, 25 mg/mL (100 mg).\n                                  ^^^^^^^^");
    check("Potassium chloride: 10 mL of 15 % in 1 L (20 mmol/L).");
  });

  it("takes what is measured in blood for no strength", () => {
    check("Potassium chloride 40 mmol in each litre if potassium is 3.5–5.5 mmol/L.");
    check("- 3.3 to 5.3 mEq/L: 30 mEq of potassium chloride in each liter of IV fluid.");
    check("Potassium chloride 40 mmol in each litre; potassium is 4 mmol/L by then.");
  });

  it("compares a label with the strength in its row where the other rows agree", () => {
    check(
      "| Bottle | Label | Strength |\n| --- | --- | --- |\n| Green | morphine 10 mg/5 mL | 5 mg/mL |\n                                ^^^^^^^\n| Red | morphine 100 mg/5 mL | 20 mg/mL |",
    );
    check(
      "| Bottle | Label | Strength |\n| --- | --- | --- |\n| Dopamine | 200 mg/5 mL | 4 mg/mL |\n| Midazolam | 50 mg/10 mL | 1 mg/mL |",
    );
  });

  it("knows a solution by its short name, and an ingredient by what every millilitre holds", () => {
    check(
      "# Trolley\n\n- Dextrose 25 % (D25), ampoule of 25 mL: 250 mg/mL.\n- Dextrose 10 % (D10), bottle of 500 mL: 100 mg/mL.\n\nKeep ten ampoules of D25 (25 mg/mL).\n                          ^^^^^^^^",
    );
    check(
      "# Trolley\n\n- Dextrose 25 % (D25), ampoule of 25 mL: 250 mg/mL.\n- Dextrose 10 % (D10), bottle of 500 mL: 100 mg/mL.\n\nKeep ten ampoules of D25 (0.25 g/mL).",
    );
    check(
      "Lidocaine 2 % with adrenaline 1:80 000 puts 125 micrograms of adrenaline into the tissue with every millilitre.\n                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "Lidocaine 2 % with adrenaline 1:80 000 puts 12.5 micrograms of adrenaline into the tissue with every millilitre.",
    );
  });

  it("does not take what a powder is dissolved in for what is made of it", () => {
    check("The vial of 1 g with 3.6 mL of lidocaine 1 % makes 250 mg/mL of ceftriaxone.");
  });

  it("makes up the rows of a table from what the vial above it holds", () => {
    const table = (iv: string, mark = "") =>
      `# Artesunate\n\nOne vial of powder contains 60 mg.\n\n## Routes\n\n| Route | Bicarbonate | Saline | Strength |\n| --- | --- | --- | --- |\n| IV | 1 mL | 5 mL | ${iv} |${mark}\n| IM | 1 mL | 2 mL | 20 mg/mL |`;
    check(table("10 mg/mL"));
    check(table("20 mg/mL", "\n                     ^^^^^^^^"));
    // Bags are none, and nothing is made from the vial in any row.
    check(table("5 mg/mL").replace("20 mg/mL", "9 mg/mL"));
  });

  it("takes densities, shares of volume and what something is made from for no strength of it", () => {
    check("The density of ethanol is 0.8 g/mL, so ethanol 20 % by volume contains 160 mg/mL.");
    check("Use adrenaline 0.1 mg/mL only (1 mL of 1 mg/mL made up to 10 mL).");
    check("Use adrenaline 0.1 mg/mL only (1 mL holds 1 mg).\n                               ^^^^^^^^^^^^^^^");
  });

  it("holds a powder's strength against what it is dissolved in, a percentage of its own or not", () => {
    const table =
      "# Ceftriaxone\n\n| Vial | Diluent | Result |\n| --- | --- | --- |\n| 1 g | 9.6 mL water | 100 mg/mL |\n";
    check(`${table}| 1 g | 3.5 mL lidocaine 1% | 350 mg/mL |\n                              ^^^^^^^^^`);
    check(`${table}| 1 g | 3.5 mL lidocaine 1% | 250 mg/mL |`);
  });

  it("begins another preparation behind a conclusion", () => {
    check(
      "One gram of potassium chloride holds 13.4 mmol, so a 10 mL ampoule of 15 % (1.5 g) holds 20 mmol.",
    );
  });

  it("takes what is per decilitre for a value of the blood", () => {
    check("Glucose: at 250 mg/dL (in the other state 300 mg/dL) lower the rate.");
  });

  it("takes what is added with a plus for a diluent", () => {
    check("Artesunate vial 60 mg + 1 mL bicarbonate + 5 mL glucose 5 % = 10 mg/mL IV.");
  });
});

it("takes what is put into more, a level of the blood and what a dilution makes for no content", () => {
  check("Put 15 mL of magnesium sulfate 40% (6 g) in 500 mL of Ringer's lactate and run it over 6 hours.");
  check("Add 40 mmol of potassium chloride to each litre, if the level is no higher than 5.5 mmol/L.");
  check(
    "Phenobarbital comes as a 1 mL ampoule of 200 mg. It is brought to 20 mg/mL before use: one ampoule plus 9 mL of water.",
  );
  check(
    "From 1000 mL of glucose 5% remove 110 mL and add calcium gluconate 11 g (110 mL of 10%), about 1 mg elemental calcium per mL.",
  );

  it("knows the same container by its volume, and what it holds from another sentence or a percentage", () => {
    check(
      "Phenytoin comes in 5 mL ampoules; each contains 250 mg.\n\n## Trolley\n\n- Phenytoin 100 mg/mL, ampoule of 5 mL: 6\n            ^^^^^^^^^",
    );
    check(
      "Amiodarone ampoules of 3 mL with 150 mg, a pale-yellow solution.\n\n300 mg in 250 mL glucose 5% (1.2 mg/mL), later 900 mg in 500 mL glucose 5% (1.8 mg/mL).\n\n| Item | Pack | Strength |\n| --- | --- | --- |\n| Amiodarone | ampoule 3 mL | 30 mg/mL |\n                              ^^^^^^^^",
    );
    check(
      "The 25% ampoule of magnesium sulfate of 5 mL contains 1.25 g.\n\n- Magnesium sulfate: 1 ampoule = 5 mL = 2.5 g\n                                        ^^^^^",
    );
    check(
      "- Magnesium sulfate 50 %, 10 mL ampoule (1 g in each ampoule): 10 ampoules\n                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "A minibag of vincristine holds 2 mg in 50 mL (0.04 mg/mL). The manufacturer's vial is a 2 mL solution with 1 mg in each millilitre.",
    );
    check(
      "Midazolam 1 mg/mL in 5 mL ampoules, midazolam 5 mg/mL in 3 mL ampoules.\n\nAdd 50 mg of midazolam to 40 mL of glucose 5%, giving 1 mg/mL.",
    );
  });

  it("goes on with the volume from above where a cell is left empty, and keeps what is put to it apart", () => {
    const head =
      "| Volume of diluent | Glyceryl trinitrate 5 mg/mL | Concentration of dilution |\n| --- | --- | --- |\n";
    const rows = "| 250 mL | 5 mL (25 mg) | 100 mcg/mL |\n| | 10 mL (50 mg) | 200 mcg/mL |";
    check(`${head}${rows}`);
    check(`${head}${rows.replace("200 mcg/mL |", "20 mcg/mL |\n                    ^^^^^^^^^")}`);
    check(
      "| Age | Anaesthetic | Additive |\n| --- | --- | --- |\n| 1 year | L-bupivacaine 0.1 % | Fentanyl 1 mcg/mL |",
    );
  });
});
