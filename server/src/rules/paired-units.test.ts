// Values in two units: which do not agree, and what rounding, differences and other analytes excuse.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { applyEdits } from "../text/span.ts";
import { pairedUnits } from "./paired-units.ts";

const check = (annotated: string) => checkMarkdown(annotated, { rule: "paired-units", rules: [pairedUnits] });

describe("paired-units", () => {
  it("reads columns whose cells are in two units, and those of which only the proportion is known", () => {
    check(
      "| Finding | Here | Abroad |\n| --- | --- | --- |\n| Cool | below 35.5 °C | below 95.9 °F |\n| Fever | 38.5 °C or more | 103.1 °F or more |\n                            ^^^^^^^^^^^^^^^^\n| High fever | 39.5 °C or more | 103.1 °F or more |",
    );
    check(
      "| micromol/L | mg/dL | Act |\n| --- | --- | --- |\n| 100 | 1.1 | none |\n| 150 | 1.7 | drink |\n| 200 | 1.2 | saline |\n        ^^^\n| 300 | 3.4 | call |",
    );
    check(
      "Creatinine of 3 mg/dL (177 micromol/L) or more: no contrast.\n                       ^^^^^^^^^^^^^^",
    );
  });

  it("converts with the factor of what is measured", () => {
    check("Creatinine above 177 µmol/L (2.5 mg/dL).\n                             ^^^^^^^^^");
    check("Creatinine above 177 µmol/L (2.0 mg/dL); bilirubin 50 µmol/L (3 mg/dL).");
    check("## Triglycerides\n\nFrom 5.6 mmol/L (500 mg/dL) on.\n\nLDL below 1.8 mmol/L (70 mg/dL).");
    check("Urea 20 mmol/L (120 mg/dL), also given as its nitrogen: urea 20 mmol/L (56 mg/dL).");
    check("HbA1c 7 % (53 mmol/mol) or 8 % (53 mmol/mol).\n                                ^^^^^^^^^^^");
  });

  it("needs no analyte for units of one kind", () => {
    check("Below 35.0 °C (93 °F).\n               ^^^^^");
    check("Below 35.0 °C (95 °F); it falls by 2 °C (3.6 °F). Water of 38–40 °C (100–104 °F).");
    check("PaO2 below 8 kPa (80 mmHg).\n                  ^^^^^^^");
    check(
      "A MUAC of 11.5 cm (115 mm), and of 12.5 cm (115 mm).\n                                            ^^^^^^",
    );
  });

  it("takes a value for that of the heading where it is right for it", () => {
    check(
      "# Glucose management\n\n| What | Value |\n| --- | --- |\n| Check ketones | Above 250 mg/dL (13.9 mmol/L) |",
    );
    check(
      "# Glucose management\n\n| What | Value |\n| --- | --- |\n| Check ketones | Above 250 mg/dL (10 mmol/L) |\n                                   ^^^^^^^^^",
    );
  });

  it("knows what a gram of a salt holds", () => {
    check("Magnesium sulfate 2 g (16 mmol) IV.\n                       ^^^^^^^");
    check(
      "Magnesium sulfate 2 g (8 mmol) in sodium chloride 0.9 %. Give 1 g (2.2 mmol) of calcium gluconate.",
    );
  });

  it("is silent where the analyte is not known", () => {
    check("The value was 3.0 mmol/L (45 mg/dL).");
    check("Give 1 g (500 mg tablets), within 24 hours (2 days).");
  });

  it("reads tables with two units in one head or in two columns", () => {
    check("| Glucose, mmol/L (mg/dL) |\n| --- |\n| 4.0 (72) |\n| 3.0 (45) |\n       ^^");
    check("| Bilirubin, µmol/L | Bilirubin, mg/dL |\n| --- | --- |\n| 170 | 10 |\n| 270 | 19 |\n        ^^");
    check("| Bilirubin, µmol/L | Bilirubin, mg/dL |\n| --- | --- |\n| 170 | 5 |\n| 270 | 4 |");
  });

  it("takes columns for one value where every row has it in both kinds of unit", () => {
    const table = (heads: string, second: string) =>
      `| Marker | ${heads} |\n| --- | --- | --- |\n| Glucose | 70 mg/dL | 3.9 mmol/L |\n| Calcium | above 12 mg/dL | above 3 mmol/L |\n| Creatinine | above 2 mg/dL | ${second} |`;
    const marked = "above 127 µmol/L |\n                               ^^^^^^^^^^^^^^^^";
    for (const heads of ["Conventional | Molar", "Old report | New report"]) {
      check(table(heads, marked).replace(/ \|$/, ""));
      check(table(heads, "above 177 µmol/L"));
    }
    check(
      "| Marker | Start | Stop |\n| --- | --- | --- |\n| Glucose | 70 mg/dL | 10 mmol/L |\n| Calcium | 12 mg/dL | 2.2 mmol/L |\n| Creatinine | 2 mg/dL | 100 µmol/L |",
    );
  });

  it("offers either figure", () => {
    const { guideline, findings } = check(
      "Glucose < 3.0 mmol/L (< 45 mg/dL).\n                      ^^^^^^^^^^",
    );
    assert.match(findings[0]?.message ?? "", /54 mg\/dL/);
    assert.deepEqual(
      findings[0]?.fixes().map(({ edits }) => applyEdits(guideline.text, edits).trim()),
      ["Glucose < 3.0 mmol/L (< 54 mg/dL).", "Glucose < 2.5 mmol/L (< 45 mg/dL)."],
    );
  });

  it("reads columns that are headed by units alone", () => {
    check("| kg | lb |\n| --- | --- |\n| 10 | 22 |\n| 15 | 33 |\n| 20 | 54 |\n       ^^");
  });

  it("does not take what was measured before for what is measured now", () => {
    check(
      "Serum iron below 10 µmol/L (56 mcg/dL); digoxin above 2.6 nmol/L (2 ng/mL). Lead 0.24 µmol/L (5 µg/dL).",
    );
  });

  it("does not take what is looked at next for what was measured", () => {
    check(
      "# Diabetes\n\nGlucose below 70 mg/dL (3.9 mmol/L): sugar.\n\n- Above 250 mg/dL (13.9 mmol/L): check ketones.\n- Above 300 mg/dL (16.7 mmol/L), test for ketones and send potassium.",
    );
    check("Below 54 mg/dL (2.0 mmol/L) of glucose give sugar.\n                ^^^^^^^^^^");
  });

  it("weighs the salt, unless it says otherwise", () => {
    check("Potassium chloride syrup 1 g (26 mmol).\n                              ^^^^^^^");
    check("Potassium chloride syrup 1 g (13 mmol), elemental potassium 1 g (26 mmol).");
  });

  it("takes the salt before an amount rather than what it is given in", () => {
    check("- Magnesium sulfate IV: 2 g (8 mmol) in 100 mL of 0.9 % sodium chloride over 30 minutes");
    check("Give 1 g (2.2 mmol) of calcium gluconate in 100 mL of sodium chloride 0.9 %.");
  });

  it("takes the units of a table's cells from the line above it", () => {
    check(
      "**Total bilirubin, mg/dL (µmol/L)**\n\n| Age | Well | Ill |\n| --- | --- | --- |\n| 24 hours | 12 (205) | 8 (137) |\n| 48 hours | 15 (225) | 11 (188) |\n                 ^^^\n| 72 hours | 18 (308) | 14 (239) |",
    );
    check(
      "**Total bilirubin, mg/dL (µmol/L)**\n\n| Age | Well | Ill |\n| --- | --- | --- |\n| 24 hours | 12 (205) | 8 (137) |\n| 48 hours | 15 (255) | 11 (188) |\n| 72 hours | 18 (308) | 14 (239) |",
    );
  });

  it("takes two values and both again in the other unit for two pairs", () => {
    check("Salicylate above 500 mg/L, up to 900 mg/L (above 3.6 mmol/L, up to 6.5 mmol/L).");
  });

  it("is silent where what else is named in the text makes the figures agree", () => {
    check(
      "Triglycerides above 1,000 mg/dL (11.3 mmol/L): insulin with glucose, until below 500 mg/dL (5.6 mmol/L).",
    );
  });

  it("takes a dash that stands apart for no sign, and an oven's heat for a round figure", () => {
    check("1 kg is 2.2 lb. (2.2 lb = 1 kg -OR- 1 lb = 0.45 kg)");
    check(
      "Bake in a hot stove (over 120 °F/50 °C). Below 35.0 °C (93 °F).\n                                                        ^^^^^",
    );
  });

  it("takes feet and inches for one height", () => {
    check("It is for patients less than 147 cm tall (4 foot, 10 inches).");
  });

  it("reads a falling range, what is said with “or” and “that is”, and columns and captions of older units", () => {
    for (const text of [
      "The baby is cold at 36 °C to below 36.5 °C (98.6 °F to below 97.7 °F).\n                                            ^^^^^^^^^^^^^^^^^^^^^^^^",
      "Warm at 32 to 35 °C, that is 86.9 to 95 °F.\n                             ^^^^^^^^^^^^^",
      "Fever is 38 °C or 101.4 °F.\n                  ^^^^^^^^",
      "Glucose below 3 mmol/L or 72 mg/dL is low.\n                          ^^^^^^^^",
      "| Test | Alarm | Older unit |\n| --- | --- | --- |\n| Creatinine | above 200 µmol/L | above 3.3 mg/dL |\n                                  ^^^^^^^^^^^^^^^\n| Haemoglobin | below 80 g/L | below 8 g/dL |",
      "**Serum bilirubin, micromol/L (mg/dL in brackets)**\n\n| Hours | Light |\n| --- | --- |\n| 25–48 | 257 (15) |\n| 49–72 | 308 (15) |\n               ^^\n| 73 and more | 342 (20) |",
    ])
      check(text);
    check("It is 38 °C (100 °F) or 37 °C (99 °F), 39 °C (102 °F), 38.5 °C (101 °F), 102 °F (39 °C).");
  });

  it("knows what units of a dose weigh, from the text's own key, else from the lexicon", () => {
    check(
      "Enoxaparin, 1 mg is 100 IU:\n\n| Order | Syringe |\n| --- | --- |\n| 2000 IU | 20 mg |\n| 4000 IU | 60 mg |\n            ^^^^^",
    );
    check("Cholecalciferol 50,000 IU (12.5 mg) weekly.\n                           ^^^^^^^");
    check("Cholecalciferol 50,000 IU (1.25 mg) weekly; retinol 200,000 IU (60 mg) once.");
    check("Calcium gluconate 1 g = 2.2 mmol. Magnesium sulfate 1.5 g (6 mmol) IV.");
  });

  it("compares pounds that are not rounded, and feet with their inches", () => {
    check("From 60 to 80 kg (132 to 167 lb): 40 mg.\n                  ^^^^^^^^^^^^^");
    check("From 60 to 80 kg (130 to 180 lb): 40 mg; below 150 cm (4 ft 11 in).");
  });
});
