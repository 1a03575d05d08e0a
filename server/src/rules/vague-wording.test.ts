// Vague phrases in advice and orders, with and without what makes them plain.

import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { vagueWording } from "./vague-wording.ts";

const check = (annotated: string, context = {}) =>
  checkMarkdown(annotated, { rule: "vague-wording", rules: [vagueWording], context });

it("marks phrases in recommendations and orders only", () => {
  check("Patients should be seen regularly.\n                        ^^^^^^^^^");
  check("Give morphine 5 mg SC as required.\n                      ^^^^^^^^^^^");
  check("Patients should be seen regularly until they are home.\n                        ^^^^^^^^^");
  check(
    "Transfer her if it has not stopped within a reasonable time.\n                                   ^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check("Offer fluids little and often.\n             ^^^^^^^^^^^^^^^^");
  check("Taper the steroid slowly.\n                  ^^^^^^");
  check("Older people should receive a reduced dose.\n                            ^^^^^^^^^^^^^^");
  check("Keep glucose within acceptable limits.\n             ^^^^^^^^^^^^^^^^^^^^^^^^");
  // A condition behind it says when, and not how.
  check(
    "Workers should rest in the shade as appropriate when the heat index is above 32 °C.\n                                 ^^^^^^^^^^^^^^",
  );
  check(
    "| No. | We recommend |\n| --- | --- |\n| 1 | Giving flumazenil 0.2 mg IV once when clinically appropriate |\n                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check("The disease is frequently missed. Appropriate care matters.");
});

it("is silent where a criterion stands with it", () => {
  for (const text of [
    "Patients should be seen regularly: each Monday.",
    "Give morphine 5 mg SC as needed for pain.",
    "We recommend a second dose if needed (pain score 4 or more).",
    "Give enough water to dissolve the powder.",
    "Give adequate analgesia – see the section on pain.",
    "Continue their own insulin at the usual dose.",
    "Give metoclopramide 10 mg every 8 hours as needed.",
    "We recommend oxygen as required to keep SpO2 above 94 %.",
    "Start antibiotics promptly, within one hour.",
    "Reduce the dose progressively: 5 mg less each week.",
    "We recommend a short course of prednisolone: 40 mg once daily for 5 days.",
  ])
    check(text);
});

it("takes the project's phrases", () => {
  const context = { options: { "vague-wording": { phrases: ["where feasible"] } } };
  check("Oxygen should be given where feasible.\n                       ^^^^^^^^^^^^^^", context);
});

it("takes what a score or chart requires for a criterion", () => {
  check("Give paracetamol 1 g PO as required by the pain score on the chart.");
  check("Give insulin 4 units SC as required.\n                        ^^^^^^^^^^^");

  it("reads protocols in the present passive, and cells that say no more", () => {
    check("- The patient is sent to hospital if necessary.\n                                  ^^^^^^^^^^^^");
    check("- The drain is removed when appropriate.\n                       ^^^^^^^^^^^^^^^^");
    const head = "| Test | When | Repeat |\n| --- | --- | --- |\n";
    check(`${head}| Ultrasound | week 24 | As appropriate |\n                         ^^^^^^^^^^^^^^`);
    check(`${head}| Paracetamol 1 g | day 1 | as needed |`);
  });
});

it("takes what is given for pain if necessary for plain, and not what is taken steadily", () => {
  check("Give ibuprofen 400 mg by mouth three times daily if necessary.");
  check(
    "Give amlodipine 5 mg by mouth once daily if necessary.\n                                         ^^^^^^^^^^^^",
  );
});

it("marks degrees of any kind in the condition or the group that an action is for", () => {
  check("Phone the nurse if weight goes up a lot.\n                ^^^^^^^^^^^^^^^^^^^^^^^");
  // A sign that clinicians know.
  check("Start noradrenaline if the pressure stays low after 30 mL/kg of crystalloid.");
  check("Women with marked anaemia are referred to hospital.\n      ^^^^^^^^^^^^^^^^^^^^^^^");
  check("In frail patients halve the dose of digoxin.\n^^^^^^^^^^^^^^^^^");
  check("In frail patients halve the dose of digoxin. Frail means a score of 5 or more.");
  check(
    "| Light | What the count shows | What you do |\n|---|---|---|\n| Green | neutrophils 2.0 or more | dispense |\n| Amber | neutrophils 1.5 or more | count twice a week |\n| Red | neutrophils have fallen too far | stop clozapine |\n        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
});

it("marks degrees that an action hangs on and no text defines", () => {
  check("# Malaria\n\nRefer severe malaria at once.\n      ^^^^^^^^^^^^^^");
  check("# Malaria\n\nRefer severe malaria at once.\n\n**Severe malaria:** coma, convulsions or jaundice.");
  check(
    "Give enoxaparin to patients at high risk.\n                            ^^^^^^^^^^^^\n\nIf kidney function is poor, halve the dose.\n^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "- If potassium is too low: hold insulin.\n  ^^^^^^^^^^^^^^^^^^^^^^^\n- Above 5.0 mmol/L: start insulin.",
  );
  check(
    "| Medicine | Dose | Repeat |\n|---|---|---|\n| morphine | 2.5 mg | after 30 minutes |\n| midazolam | 2.5 mg | as needed |\n                       ^^^^^^^^^\n| haloperidol | 1 mg | after 4 hours |",
  );
});
