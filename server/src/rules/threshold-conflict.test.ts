// Thresholds of one decision that differ, and those of different patients, actions, degrees and moments that may.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("threshold-conflict", () => {
  it("reads what a column or a heading is about, the very same dose, and when a course ends", () => {
    check(
      "Stop metformin if the eGFR is below 30 mL/min.\n\n| eGFR (mL/min) | Measure | Metformin |\n| --- | --- | --- |\n| under 60 | every 6 months | usual dose |\n| under 45 | every 3 months | stop |\n  ^^^^^^^^",
    );
    check(
      "# Lumbar puncture\n\n> No lumbar puncture if the platelet count is below 50 × 10⁹/L.\n\n## When not to proceed\n\nDefer the procedure when any of these is found:\n\n- focal signs\n- platelet count below 40 × 10⁹/L\n                 ^^^^^^^^^^^^^^^^",
    );
    check(
      "# The newborn\n\nA blood glucose below 2.6 mmol/L calls for treatment: give dextrose 10 % 2 mL/kg as a slow bolus, then start the maintenance drip.\n\n# Card\n\n- Blood glucose < 2.0 mmol/L: dextrose 10 % 2 mL/kg as a slow bolus.\n                ^^^^^^^^^^^^",
    );
    check(
      "If neutrophils are below 500 cells/mcL, give piperacillin-tazobactam 4.5 g every 6 hours until the count recovers.\n\nNeutrophils < 1,000 cells/mcL: start piperacillin-tazobactam within 60 minutes.\n            ^^^^^^^^^^^^^^^^^",
    );
    check(
      "Bedaquiline is stopped when the corrected QT exceeds 500 ms.\n\nIf the QTc is above 480 ms, stop bedaquiline.\n              ^^^^^^^^^^^^",
    );
    check(
      "Stop metformin if the eGFR is below 30 mL/min.\n\n| eGFR (mL/min) | Measure | Metformin |\n| --- | --- | --- |\n| under 45 | every 3 months | halve |\n| under 30 | monthly | stop |",
    );
  });

  it("reads bold titles that say whom a paragraph is about, and no gradings", () => {
    check(
      "**Stable adults without heart disease.** Transfuse red cells if haemoglobin is below 7 g/dL.\n\n**Adults with ischaemic heart disease.** Transfuse red cells if haemoglobin is below 8 g/dL.\n\n## Summary\n\n- Stable adults without heart disease: transfuse red cells if haemoglobin is below 9 g/dL.\n                                                                             ^^^^^^^^^^^^",
    );
    check(
      "**Stable adults without heart disease.** Transfuse red cells if haemoglobin is below 7 g/dL.\n\n**Adults with ischaemic heart disease.** Transfuse red cells if haemoglobin is below 8 g/dL.",
    );
    check(
      "In pregnant women we recommend urgent antihypertensive treatment if systolic blood pressure is ≥160 mmHg (strong recommendation, moderate certainty).\n\nIn pregnant women start urgent antihypertensive treatment if systolic blood pressure is ≥150 mmHg.\n                                                                                        ^^^^^^^^^",
    );
    check(
      "Start urgent antihypertensive treatment if systolic blood pressure is ≥160 mmHg.\n\nStart oral antihypertensive treatment if systolic blood pressure is ≥140 mmHg.",
    );
  });

  it("takes ends of one scale, and rows of doses by weight, for no decisions that differ", () => {
    check(
      "Pain, opioid-naive, eGFR 30 mL/min or above: give morphine 2.5 mg SC.\n\n- Opioid-naive, eGFR 60 mL/min or above: give morphine 5 mg PO.\n- eGFR below 30 mL/min: give fentanyl.",
    );
    check(
      "| Birth weight | Vitamin K |\n| --- | --- |\n| Less than 1.5 kg | 0.5 mg |\n\n| Birth weight | Nevirapine |\n| --- | --- |\n| Less than 2 kg | 2 mg/kg |",
    );
  });

  it("keeps apart what is measured before and after, in whom headings tell apart, and in spite of what", () => {
    for (const said of [
      "Before alteplase, lower a systolic pressure > 185 mmHg.\n\nAfter alteplase, lower a systolic pressure > 180 mmHg.",
      "## Adults, stable\n\nTransfuse when haemoglobin is < 7 g/dL.\n\n## Adults with coronary disease\n\nTransfuse when haemoglobin is < 8 g/dL.",
      "Start noradrenaline when mean arterial pressure is < 65 mmHg.\n\nMean arterial pressure < 60 mmHg despite noradrenaline: add vasopressin.",
    ])
      check(said);
    check(
      "Before alteplase, lower a systolic pressure > 185 mmHg.\n\nAfter alteplase, lower a systolic pressure > 180 mmHg.\n\nNurse: before alteplase, lower a systolic pressure > 175 mmHg.\n                                                   ^^^^^^^^^^",
    );
    check(
      "## Adults without heart disease\n\nTransfuse when haemoglobin is < 7 g/dL.\n\n## Card\n\n- Adult without bleeding or heart disease: transfuse when haemoglobin is < 8 g/dL.\n                                                                         ^^^^^^^^\n- Adult with heart disease: transfuse when haemoglobin is < 8 g/dL.",
    );
  });

  it("reads what the next sentence does about it, and what is not to be used", () => {
    check(
      "# Blood pressure in pregnancy\n\nA systolic pressure of ≥ 160 mmHg is an emergency. Give labetalol 20 mg IV.\n\nLabetalol IV is for women with a systolic pressure > 170 mmHg.\n                                                   ^^^^^^^^^^",
    );
    check(
      "Stop metformin when eGFR is < 30 mL/min.\n\n- Metformin: do not use if eGFR is < 45 mL/min.\n                                   ^^^^^^^^^^^",
    );
    check(
      "# Newborns\n\nHypoglycaemia: blood glucose < 2.5 mmol/L.\n\nGlucose < 2.2 mmol/L counts as hypoglycaemia and is treated.\n        ^^^^^^^^^^^^",
    );
    check("Stop metformin when eGFR is < 30 mL/min.\n\nHalve metformin when eGFR is < 45 mL/min.");
  });

  it("compares what adults get with what no one in particular does, and columns headed by what is there", () => {
    check(
      "# Platelets in adults\n\n## Before a lumbar puncture\n\nTransfuse platelets when the count is < 50 × 10⁹/L.\n\n# Lumbar puncture\n\nTransfuse platelets when the platelet count is < 30 × 10⁹/L.\n                                               ^^^^^^^^^^^^",
    );
    check(
      "| Test | Normal | Diabetes |\n| --- | --- | --- |\n| Fasting glucose | < 6.1 mmol/L | ≥ 7.0 mmol/L |\n| Random glucose | < 7.8 mmol/L | ≥ 11.1 mmol/L |\n\nDiagnose diabetes if fasting glucose is > 7.8 mmol/L.\n                                        ^^^^^^^^^^^^",
    );
    check(
      "Give oral potassium when potassium is < 3.5 mmol/L.\n\nGive intravenous potassium when potassium is < 2.5 mmol/L.",
    );
  });

  it("compares what one medicine or intervention is started or stopped at", () => {
    check(
      "Vitamin K is given when the INR is above 8.\n\n| INR | Action |\n| --- | --- |\n| > 5 | vitamin K 1 mg orally |\n  ^^^",
    );
    check(
      "Stop isoniazid if ALT exceeds 200 IU/L.\n\nIsoniazid is stopped when the ALT is above 120 IU/L.\n                                     ^^^^^^^^^^^^^^",
    );
    check(
      "Intubate if GCS is 8 or less.\n\nIntubate patients whose GCS is below 8.\n                               ^^^^^^^",
    );
  });

  it("takes a value many times as high, and who must not begin, for another decision", () => {
    check(
      "Vitamin K is given in bleeding with an INR above 1.5.\n\n| INR | Action |\n| --- | --- |\n| > 9 | vitamin K 1 mg orally |",
    );
    check(
      "| Medicine | Dose | Do not start if |\n| --- | --- | --- |\n| Enalapril | 5 mg once daily | potassium above 5.5 mmol/L |\n\nStop enalapril if potassium is above 6 mmol/L.",
    );
  });

  it("compares values at which the same patients are sent on, where all else is said alike", () => {
    const sent = "## Newborns\n\nRefer if the temperature is ≥ 37.5 °C.\n\n";
    check(`${sent}Refer if the temperature is ≥ 38.5 °C.\n                            ^^^^^^^^^`);
    check(`${sent}Refer to the hospital pharmacist if the temperature is ≥ 38.5 °C after two hours.`);
  });

  it("takes whom a table's rows are about from the head of its first column", () => {
    check(
      "In a stable adult transfuse platelets when the count is below 10 × 10⁹/L.\n\n| Situation in adults | Transfuse platelets when the count is |\n| --- | --- |\n| Stable | below 20 × 10⁹/L |\n           ^^^^^^^^^^^^^^^^",
    );
  });

  it("lets no other decision at the same value speak for one side", () => {
    const two =
      "# High potassium\n\nIf potassium is ≥ 6.5 mmol/L, give calcium gluconate 10 mL IV.\n\nIf potassium is ≥ 6.0 mmol/L, give insulin 10 units IV.\n\n## List\n\n";
    check(
      `${two}1. If potassium is ≥ 6.0 mmol/L, give calcium gluconate 10 mL IV.\n                   ^^^^^^^^^^^^`,
    );
    check(`${two}1. If potassium is ≥ 6.5 mmol/L, give calcium gluconate 10 mL IV.`);
  });

  it("knows how bad it is from the heading", () => {
    check(
      "# Antenatal care\n\nIn severe hypertension of pregnancy, start labetalol IV when the systolic pressure is 160 mmHg or more.\n\n## Severe hypertension of pregnancy\n\n- Start labetalol IV when the systolic pressure is 150 mmHg or more.\n                                                   ^^^^^^^^^^^^^^^^",
    );
  });

  it("reads neither for what else, nor in spite of what, the same is done", () => {
    const start =
      "Start urgent dialysis when potassium is ≥ 6.5 mmol/L, when pulmonary oedema persists, or when there is a rub.";
    check(
      `${start}\n\n| Result | Action |\n|---|---|\n| Potassium ≥ 7.5 mmol/L | start urgent dialysis |\n            ^^^^^^^^^^^^`,
    );
    check(
      "Start oral iron when ferritin is below 75 micrograms/L, even though haemoglobin is normal.\n\n> Start oral iron when ferritin is below 30 micrograms/L.\n                                   ^^^^^^^^^^^^^^^^^^^^^",
    );
  });

  it("tells what is begun at a value from what the patient has", () => {
    check(
      "- Adults with potassium ≥ 6.5 mmol/L: give calcium gluconate 10 mL IV.\n\nText.\n\n- Adults with potassium ≥ 6.0 mmol/L: give calcium gluconate 10 mL IV, then begin dialysis.\n                        ^^^^^^^^^^^^",
    );
  });

  it("compares definitions that go on to say whom to call", () => {
    check(
      "# Neutropenia\n\nFever is a temperature ≥ 38.3 °C.\n\nCall the doctor for fever, defined as a temperature ≥ 37.8 °C.\n                                                    ^^^^^^^^^",
    );
  });

  it("compares definitions, also those in parentheses", () => {
    check(
      "Fever is a temperature ≥ 37.5 °C.\n\nTest for malaria in fever (temperature ≥ 38.0 °C).\n                                       ^^^^^^^^^",
    );
    check(
      "Hypertension is a BP ≥ 140/90 mmHg.\n\nHypertension means BP > 140/90 mmHg.\n                      ^^^^^^^^^^^^^",
    );
  });

  it("compares values in two units", () => {
    check("Wasting is a MUAC < 115 mm.\n\nWasting is a MUAC < 11.5 cm.");
    check("Wasting is a MUAC < 115 mm.\n\nWasting is a MUAC < 11 cm.\n                  ^^^^^^^");
  });

  it("knows other patients, degrees, moments and samples", () => {
    check("Severe anaemia is Hb < 7 g/dL.\n\nAnaemia is Hb < 10 g/dL.");
    check(
      "In newborns hypoglycaemia is glucose < 2.6 mmol/L.\n\nIn adults hypoglycaemia is glucose < 4.0 mmol/L.",
    );
    check("Diabetes is a fasting glucose ≥ 7.0 mmol/L.\n\nDiabetes is a random glucose ≥ 11.1 mmol/L.");
    check("Start treatment at BP ≥ 140/90 mmHg.\n\nAfter birth start treatment at BP ≥ 150/100 mmHg.");
  });

  it("knows other actions", () => {
    check("Start oxygen when SpO2 is < 90 %.\n\nAim for SpO2 > 94 %. Stop oxygen when SpO2 is > 92 %.");
    check(
      "Give calcium gluconate if potassium is > 6.5 mmol/L.\n\nGive salbutamol if potassium is > 6.0 mmol/L.",
    );
    check(
      "Stop morphine if respiratory rate < 10/min.\n\nWithhold magnesium sulfate if respiratory rate < 16/min.",
    );
  });

  it("takes steps of one list or table for steps", () => {
    check("- Hb < 7 g/dL: transfuse\n- Hb < 5 g/dL: transfuse at once");
    check(
      "| Glucose (mmol/L) | Insulin |\n| --- | --- |\n| 4–10 | 2 units |\n| > 10 | 4 units |\n\nStart insulin when glucose is > 12 mmol/L.",
    );
  });

  it("marks the one that stands alone", () => {
    check(
      "Transfuse if Hb < 8 g/dL.\n                ^^^^^^^^\n\nTransfuse if Hb < 7 g/dL.\n\nTransfuse when Hb < 7 g/dL.",
    );
  });

  it("compares clauses that say the same in their own words", () => {
    check(
      "## Screening\n\nEvery adult with a CD4 count below 200 cells/µL has a serum cryptococcal antigen test.\n\n## Bench\n\nAdults with a CD4 count below 100 cells/µL: cryptococcal antigen strip on the leftover serum.\n                        ^^^^^^^^^^^^^^^^^^",
    );
    check(
      "A child without symptoms goes to the unit when glucose is < 1.5 mmol/L.\n\n| Child | Glucose (mmol/L) | Step |\n|---|---|---|\n| no symptoms | < 2.0 | unit |\n                ^^^^^\n| symptoms | < 2.6 | unit |",
    );
  });

  it("knows what a heading and a ladder's row say", () => {
    check(
      "# Pneumonia in children\n\n## Oxygen\n\nStart if SpO2 is < 90 %.\n\n## Equipment\n\n| Child | Begin oxygen at SpO2 |\n|---|---|\n| Pneumonia | < 93 % |\n              ^^^^^^",
    );
    check(
      "# Hyperkalaemia\n\nAt 6.5 mmol/L or more give calcium gluconate 10 %, 30 mL IV.\n\n| Potassium (mmol/L) | Do |\n|---|---|\n| 5.5–5.9 | diet |\n| 6.0–6.9 | salbutamol |\n| ≥ 7.0 | salbutamol; calcium gluconate |\n  ^^^^^",
    );
  });

  it("knows ages below their head, and what is denied", () => {
    check(
      "Fast breathing is\n\n- from 2 up to 11 months: 50 breaths per minute or more\n- from 12 up to 59 months: 40 breaths per minute or more\n\n| Age (months) | Fast if breaths per minute |\n|---|---|\n| 2–11 | ≥ 50 |\n| 12–59 | > 40 |\n          ^^^^",
    );
    check(
      "Oxygen for a child with pneumonia and no emergency sign: SpO2 < 90 %.\n\n| Child | Oxygen |\n|---|---|\n| Emergency sign | SpO2 < 94 % |",
    );
  });

  it("knows blood that is given, a child taken into treatment, and steps of a flow chart", () => {
    check(
      "Adults receive blood when haemoglobin is below 7 g/dL.\n\n## Chart\n\nHaemoglobin known\n→ Heart disease? Yes: one unit below 8 g/dL\n→ No. Value under 6 g/dL? Yes: two units\n            ^^^^^^^^^^^^\n→ No: no transfusion",
    );
    check(
      "Severe acute malnutrition is a MUAC below 115 mm.\n\n| Admit to the feeding centre if | Value |\n|---|---|\n| MUAC | below 110 mm |\n         ^^^^^^^^^^^^\n\n| Supplementary ration if | Value |\n|---|---|\n| MUAC | below 125 mm |",
    );
    check(
      "Severe acute malnutrition is a MUAC below 115 mm.\n\n## Card\n\nArm of 114 mm or less: refer to therapeutic care.",
    );
    check(
      "| eGFR (mL/min) | Metformin |\n|---|---|\n| 30 to 44 | at most 1 g; do not start |\n| Below 30 | Stop |\n\nMetformin is stopped at an eGFR below 45 mL/min.\n                                ^^^^^^^^^^^^^^^",
    );
    check(
      "Start co-trimoxazole at a CD4 count below 200 cells/mm³. A positive antibody with a count below 100 cells/mm³ is covered by co-trimoxazole.",
    );
  });

  it("takes urgent for now, and a ward's name for no condition", () => {
    check(
      "# Hypertension in pregnancy\n\nUrgent treatment: once the systolic pressure reaches 160 mmHg, or the diastolic 110 mmHg, a fast-acting tablet is swallowed.\n\n## Chart for the labour ward\n\nTop number 165 or more, or bottom number 110 or more: give a fast-acting tablet now.\n           ^^^^^^^^^^^",
    );
  });

  it("points at the other document and offers both values", () => {
    const [here, there] = ["Transfuse adults if Hb < 8 g/dL.", "Transfuse adults if Hb < 7 g/dL."].map(
      (text) => parseGuideline(text),
    );
    assert.ok(here && there);
    const neighbour = { uri: "file:///guide/blood%20use.md", guideline: there };
    const [finding, ...more] = thresholdConflict.check(here, { neighbours: [neighbour] });
    assert.equal(more.length, 0);
    assert.match(finding?.message ?? "", /blood use\.md, line 1/);
    assert.equal(finding?.related[0]?.in, neighbour);
    const [ours, theirs] = finding?.fixes() ?? [];
    assert.equal(applyEdits(here.text, ours?.edits ?? []), there.text);
    assert.equal(theirs?.in, neighbour);
    assert.equal(applyEdits(there.text, theirs?.edits ?? []), here.text);
  });

  it("compares grades, ages, and one medicine that chapters give at two values", () => {
    check(
      "# Acute malnutrition\n\n| Class | MUAC |\n| --- | --- |\n| Severe | < 115 mm |\n| Normal | ≥ 125 mm |\n\n## Volunteers\n\nSevere acute malnutrition: the arm measures below 11 cm.\n                                            ^^^^^^^^^^^",
    );
    check(
      "Fast breathing means:\n\n- 2 to 11 months: 50 breaths per minute or more\n- 12 to 59 months: 40 breaths per minute or more\n\n# Card\n\nA child aged 2 to 11 months has fast breathing if you count 60 breaths per minute or more.\n                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "# Diabetes\n\nStop metformin when eGFR is below 30 mL/min.\n\n# Medicines and the kidney\n\nMetformin is stopped when eGFR is below 45 mL/min.\n                                  ^^^^^^^^^^^^^^^",
    );
    check(
      "INR above 8: stop warfarin and give phytomenadione 2 mg PO once.\n\nThe nurse may give phytomenadione 2 mg PO if the INR exceeds 10.\n                                                     ^^^^^^^^^^",
    );
  });

  it("knows that a pregnancy and another chapter have values of their own", () => {
    check(
      "| Test | Diabetes |\n| --- | --- |\n| Fasting glucose | ≥ 7.0 mmol/L |\n\nGestational diabetes: fasting glucose ≥ 5.1 mmol/L.",
    );
    check(
      "# Malaria\n\nHypoglycaemia (glucose < 2.2 mmol/L) is treated.\n\n# Diabetic ketoacidosis\n\nHypoglycaemia (glucose < 4.0 mmol/L) is treated.",
    );
  });

  it("reads answers, the item before, the sugar, and clauses that say the same", () => {
    check(
      "# Insulin\n\nWhen is insulin started? When two glucose readings are above 12 mmol/L.\n\n## Summary\n\nInsulin is started at a glucose above 10 mmol/L.\n                                ^^^^^^^^^^^^^^^",
    );
    check(
      "# Newborns\n\n1. Check the glucose.\n2. Below 2.5 mmol/L: glucose gel.\n\n## Parents\n\nIf the sugar is below 2.2 mmol/L, the nurse gives glucose gel.\n                ^^^^^^^^^^^^^^^^",
    );
    check(
      "# Transfusion\n\nTransfuse adults without bleeding when haemoglobin is below 70 g/L.\n\n## Card\n\n- Hb under 80 g/L, no bleeding: transfuse one unit.\n     ^^^^^^^^^^^^",
    );
  });

  it("knows that the heights have values of their own", () => {
    const oxygen = (low: number) =>
      `# Pneumonia\n\nIn facilities below 2,500 metres oxygen is started when the saturation is below 90 %. In facilities at or above 2,500 metres oxygen is started when the saturation is below 87 %.\n\n| Facility | Start oxygen when the saturation is |\n| --- | --- |\n| Below 2,500 metres | below ${low} % |`;
    check(`${oxygen(90)}\n| At or above 2,500 metres | below 87 % |`);
    check(`${oxygen(93)}\n                       ^^^^^^^^^^\n| At or above 2,500 metres | below 87 % |`);
  });

  it("tells patients who do not, and what is not to be delayed, from what is not to be given", () => {
    check(
      "In adults who do not bleed, transfuse when haemoglobin is below 7 g/dL.\n\n## Card\n\nAdults, no bleeding: transfuse when haemoglobin is below 8 g/dL.\n                                                   ^^^^^^^^^^^^",
    );
    check(
      "Potassium of 6.5 mmol/L or more: give calcium gluconate and do not delay.\n\n## Card\n\nCalcium gluconate is given when the potassium is 6.0 mmol/L or more.\n                                                 ^^^^^^^^^^^^^^^^^^",
    );
    check(
      "When the saturation falls below 92 % in adults, start oxygen.\n\n## Card\n\nStart oxygen in adults with a saturation below 90 %.\n                                         ^^^^^^^^^^",
    );
    check(
      "If potassium is above 5.0 mmol/L, do not give spironolactone.\n\n## Card\n\nStop spironolactone if potassium is above 6.0 mmol/L.",
    );
  });

  it("reads what follows an item's value", () => {
    check(
      "# Potassium\n\n- **6.5 mmol/L or more.** Give calcium gluconate.\n- **7.0 mmol/L or more.** Start dialysis.\n\n## Summary\n\nCalcium gluconate is given when the potassium is 6.0 mmol/L or more.\n                                                 ^^^^^^^^^^^^^^^^^^",
    );
    check(
      "# Potassium\n\n- **6.5 mmol/L or more.** Give calcium gluconate.\n- **7.0 mmol/L or more.** Start dialysis.\n\n## Summary\n\nStart dialysis when the potassium is 7.0 mmol/L or more.",
    );
  });

  it("compares what is corrected in the same words, but not in the newborn", () => {
    check(
      "# Adults\n\nTreat hypoglycaemia when glucose is below 4.0 mmol/L, whether or not there are symptoms.\n\n# Card\n\nTreat hypoglycaemia when glucose is below 3.0 mmol/L.\n                                    ^^^^^^^^^^^^^^^^",
    );
    check(
      "# Newborns\n\nTreat hypoglycaemia when glucose is below 2.6 mmol/L.\n\n# Card\n\nTreat hypoglycaemia when glucose is below 4.0 mmol/L.",
    );
  });

  it("compares the same deed in the same words, wherever in the clause it stands and however far the values lie", () => {
    check(
      "Give vitamin K when the INR is above 9 without bleeding.\n\n## Card\n\nGive vitamin K when the INR is above 2 without bleeding.\n                               ^^^^^^^",
    );
    check(
      "Stop the statin if creatine kinase is more than 2000 IU/L.\n\n## Follow-up\n\nThe statin is stopped when creatine kinase is above 1000 IU/L.\n                                              ^^^^^^^^^^^^^^^",
    );
    check(
      "Dialysis is started in adults with acute kidney injury when potassium exceeds 6.5 mmol/L.\n\n## Card\n\nAdult with acute kidney injury on the ward and a potassium above 6.0 mmol/L: start dialysis.\n                                                           ^^^^^^^^^^^^^^^^",
    );
    check(
      "Stop the infusion when systolic pressure is below 90 mmHg.\n\n## Other\n\nStop the infusion when the systolic pressure is below 100 mmHg.",
    );
  });

  it("reads a lead-in line that ends in a comma, and conditions of pregnant women", () => {
    check(
      "# Gestational diabetes\n\n## Targets and insulin\n\nWe recommend starting insulin when, on 2 days of the week,\n\n- fasting glucose is 95 mg/dL or above.\n\n## Clinic\n\nFasting glucose of 105 mg/dL or higher: insulin.\n                   ^^^^^^^^^^^^^^^^^^^",
    );
    check(
      "Severe hypertension in pregnancy is a systolic pressure of 160 mmHg or more.\n\n## Card\n\nIn pregnancy, a systolic pressure of 170 mmHg or more is severe hypertension.\n                                     ^^^^^^^^^^^^^^^^",
    );
  });

  it("keeps apart who is on insulin, and takes no clearance for something to be corrected", () => {
    check(
      "# Poisoning\n\nIf glucose is below 4 mmol/L, give glucose 10% 150 mL IV.\n\n## Beta-blockers\n\nGive soluble insulin 1 unit/kg IV, with glucose 10% 250 mL if the glucose is below 10 mmol/L.",
    );
    check(
      "# Anticoagulants in adults\n\nNone of the three is used when CrCl is below 15 mL/min.\n\n## Follow-up\n\nCheck CrCl every 3 months when CrCl is below 30 mL/min.",
    );
  });

  it("takes whoever decides or is called for no decision", () => {
    check(
      "# Ketoacidosis\n\nDo not give bicarbonate; at a pH below 6.9 the intensive care physician decides.\n\n## Monitoring\n\nCall intensive care if pH is below 7.1.",
    );
  });
});
