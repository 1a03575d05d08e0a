// Preparations that nothing tells from another one, and what keeps them apart. Seen through concentration-conflict.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { concentrationConflict } from "./concentration-conflict.ts";

const check = (text: string) =>
  checkMarkdown(text, { rule: "concentration-conflict", rules: [concentrationConflict] });

describe("preparations that nothing tells apart", () => {
  it("holds the one strength of a form that is kept against what is listed", () => {
    const kept =
      "# Pain\n\nMorphine oral solution (10 mg/5 mL) is the only oral liquid that we keep.\n\n## Store\n\n";
    const table = "| Item | Strength |\n| --- | --- |\n| Morphine injection | 10 mg/mL |\n";
    check(`${kept}${table}| Morphine oral solution | 10 mg/mL |\n                           ^^^^^^^^`);
    check(`${kept}${table}| Morphine oral solution | 2 mg/mL |`);
    check(`${kept}${table}| Morphine oral solution, concentrate | 20 mg/mL |`);
    check(
      "The pharmacy stocks amoxicillin suspension in two strengths, 125 mg/5 mL and 250 mg/5 mL.\n\n| Preparation | Strength |\n| --- | --- |\n| Amoxicillin suspension | 250 mg/5 mL |",
    );
  });

  it("holds preparations that nothing tells apart against each other", () => {
    check(
      "Only vials of 500 mg in 10 mL of ketamine are in the kit.\n\n## Mixing\n\nThe ketamine vial is 10 mg/mL as supplied.\n                     ^^^^^^^^",
    );
    check(
      "The vial of ketamine holds 500 mg in 10 mL. Take 2 mL and add 8 mL of water; the syringe now carries 10 mg/mL.",
    );
    check(
      "# Morphine\n\nThe pharmacy supplies one standard syringe only: 50 mg of morphine made up to 50 mL.\n\n*Figure 1. Pump: syringe, 50 mL; strength, 2 mg per mL.*\n                                           ^^^^^^^^^^^",
    );
    check(
      "**Single strength.** 4 mg of noradrenaline made up to 50 mL.\n\n**Double strength.** 8 mg of noradrenaline made up to 50 mL.\n\nLoad the single-strength noradrenaline syringe (40 micrograms/mL).\n                                                ^^^^^^^^^^^^^^^^",
    );
    check(
      "**Single strength.** 4 mg of noradrenaline made up to 50 mL.\n\nLoad the double-strength noradrenaline syringe (160 micrograms/mL).",
    );
  });

  it("knows by its first cell and by the head what a row is about", () => {
    const table =
      "# Gentamicin\n\n| Presentation | Content of the ampoule |\n| --- | --- |\n| Paediatric | 20 mg in 2 mL |\n| Adult | 80 mg in 2 mL |\n\n";
    check(`${table}*Figure: both ampoules. Left, paediatric, 10 mg/mL. Right, adult, 40 mg/mL.*`);
    check(
      `${table}*Figure: both ampoules. Left, paediatric, 10 mg/mL. Right, adult, 20 mg/mL.*\n                                                                  ^^^^^^^^`,
    );
    const list =
      "\n\n## Store\n\n| Item | Presentation |\n| --- | --- |\n| Aminophylline | 250 mg in 10 mL ampoule |\n";
    const seizures = "Give phenobarbital.\n\nThe ampoule holds 200 mg in 1 mL.";
    check(`${seizures}${list}| Phenobarbital | 200 mg in 2 mL ampoule |\n                  ^^^^^^`);
    check(`${seizures}${list}| Phenobarbital | 200 mg in 1 mL ampoule |`);
    check(
      "The national supply is paracetamol suspension, 120 mg per 5 mL.\n\n| Product | Strength |\n| --- | --- |\n| Paracetamol suspension | 12 mg in each mL |\n                           ^^^^^^^^^^^^^^^^\n| Paracetamol drops for infants | 80 mg in each mL |",
    );
  });

  it("keeps apart what is another preparation, or a part of one", () => {
    check(
      "Our ampoules of magnesium sulfate are 50 %: 10 mL contain 5 g.\n\nA 20 % ampoule of magnesium sulfate from the donation box has 2 g in 10 mL.",
    );
    check(
      "The ward suspension of paracetamol holds 250 mg in 5 mL.\n\n## By vein\n\nThe bottle of paracetamol is a solution of 10 mg per mL.",
    );
    check(
      "The ampoule of 2 mL contains 1 g of paromomycin sulfate, or 375 mg of base in each mL.\n\n| Item | Strength |\n| --- | --- |\n| Paromomycin sulfate ampoule | 500 mg/mL |",
    );
  });

  it("reads on about a preparation in the next sentence", () => {
    check(
      "**Ampoule A, midazolam 10 mg in 2 mL.** This product holds 1 mg/mL.\n                                                           ^^^^^^^",
    );
    check(
      "Furosemide comes as 20 mg in 2 mL. Each mL contains 20 mg.\n                                   ^^^^^^^^^^^^^^^^^^^^^^",
    );
    check("Ampoule A, midazolam 10 mg in 2 mL. The other ampoule holds 1 mg/mL.");
  });

  it("compares the only strength that is kept with any that another document names", () => {
    const found = (text: string, other: string) =>
      [
        ...concentrationConflict.check(parseGuideline(text), {
          neighbours: [{ uri: "other:/", guideline: parseGuideline(other) }],
        }),
      ].length;
    const only = "The hospital stocks a single paracetamol syrup, 120 mg/5 mL, in a white bottle.";
    assert.equal(found("**Contents:** paracetamol syrup, 50 mg/mL.", only), 1);
    assert.equal(found("**Contents:** paracetamol syrup, 24 mg/mL.", only), 0);
    const list = "| Liquid | Strength |\n| --- | --- |\n| Paracetamol syrup | 120 mg/5 mL |";
    assert.equal(found("If the child is in pain, use the ward's paracetamol syrup (24 mg/5 mL).", list), 1);
    assert.equal(found("Paracetamol syrup 250 mg/5 mL is double strength.", list), 0);
  });

  it("knows liquids and vials by their colour, and by the only strength there is", () => {
    check(
      "- **Green (weak):** morphine 5 mg/5 mL.\n- **Red (strong):** morphine 50 mg/5 mL.\n\nMorphine: the green solution holds 10 mg in 5 mL.\n                                   ^^^^^",
    );
    check(
      "- Heparin for locks, red cap: 5000 units/mL, 5 mL vial, keep 60\n- Heparin, blue cap: 1000 units/mL, 5 mL vial, keep 200\n\nThe lock vial, red cap, holds heparin 5000 units/mL.",
    );
    check(
      "We mix a single strength: morphine oral solution 10 mg/5 mL.\n\n| Item | Strength |\n| --- | --- |\n| Morphine oral solution | 10 mg/mL |\n                           ^^^^^^^^",
    );
    check(
      "| Solution | mg in each mL |\n| --- | --- |\n| Lidocaine 1% | 10 |\n| Lidocaine 2% | 40 |\n                 ^^",
    );
  });

  it("knows what is supplied, what goes one way, and what is not yet mixed", () => {
    check(
      "Phenytoin comes in 5 mL ampoules containing 250 mg.\n\n| Item | As supplied | Ready for use |\n| --- | --- | --- |\n| Phenytoin | 100 mg/mL | 5 mg/mL |\n              ^^^^^^^^^",
    );
    check(
      "| Way | Strength of artesunate |\n| --- | --- |\n| Vein | 10 mg/mL |\n| Muscle | 20 mg/mL |\n\nArtesunate: the syringe for the vein has 20 mg/mL.\n                                         ^^^^^^^^",
    );
    check(
      "Only the 2 mL vial of gentamicin with 20 mg is bought.\n\nGentamicin: before dilution each mL holds 40 mg.\n                                          ^^^^^",
    );
    check(
      "Gentamicin: one ampoule, 80 mg in 2 mL, is put into 100 mL of sodium chloride 0.9%.\n\nGentamicin ampoules contain 80 mg in 2 mL.",
    );
    check(
      "# Etoposide\n\n| Medicine | Vial | Diluent |\n| --- | --- | --- |\n| Etoposide | 20 mg/mL | sodium chloride 0.9% |\n\nClear, contains ethanol. The vial, 10 mg/mL, is drawn up with a filter.\n                                   ^^^^^^^^",
    );
    check(
      "The ordinary morphine solution has 2 mg/mL, and for some there is a concentrate of 20 mg/mL.\n\n- Morphine, ordinary solution: 2 mg/mL\n- Morphine concentrate: 20 mg/mL",
    );
  });

  it("knows two that one list tells apart, and by its word which of them is spoken of", () => {
    const list =
      "Two products of ibuprofen are sold:\n\n- the *junior* suspension, 100 mg in 5 mL, for children;\n- the *teen* suspension, 200 mg in 5 mL, for children of 7 years and more.\n\n## Products\n\n| Product | Strength per mL |\n| --- | --- |\n";
    check(`${list}| Ibuprofen suspension, junior | 20 mg |\n| Ibuprofen suspension, teen | 40 mg |`);
    check(
      `${list}| Ibuprofen suspension, junior | 30 mg |\n                                 ^^^^^\n| Ibuprofen suspension, teen | 40 mg |`,
    );
  });

  it("takes the size from beside a name, and a spoon for what measures the syrup", () => {
    const tray = (held: string) =>
      `Our ampoules hold 2.5 mg of neostigmine in 1 mL.\n\n| Item | Strength on the ampoule |\n| --- | --- |\n| Atropine 1 mL | 0.6 mg |\n| Neostigmine 1 mL | ${held} |`;
    check(tray("2.5 mg"));
    check(`${tray("0.5 mg")}\n                     ^^^^^^`);
    check(
      "The district list has one paracetamol syrup, 120 mg in 5 mL.\n\nGive the paracetamol syrup: a 5 mL measuring spoon filled to the line holds 160 mg.\n                                                                            ^^^^^^",
    );
  });
});
