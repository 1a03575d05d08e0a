// Which differing thresholds are a warning, and which are only told by way of information.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const severities = (text: string, other?: string) => {
  const neighbours = other ? [{ uri: "file:///other.md", guideline: parseGuideline(other) }] : [];
  return [...thresholdConflict.check(parseGuideline(text), { neighbours })].map(({ severity }) => severity);
};

const inTwo = (a: string, b: string) => `# Malaria\n\n${a}\n\n# Sepsis\n\n${b}\n`;

test("what is given at two values in one chapter is a warning", () => {
  const text =
    "# Malaria\n\n## Blood\n\nTransfuse the child when haemoglobin is < 5 g/dL.\n\n## Summary\n\nTransfuse the child when haemoglobin is < 6 g/dL.\n";
  assert.deepEqual(severities(text), ["warning"]);
});

test("of two chapters, each of a disease of its own, it is told by way of information", () => {
  const text = inTwo(
    "Give a blood transfusion if haemoglobin is below 8 g/dL.",
    "Give a blood transfusion if haemoglobin is below 10 g/dL.",
  );
  assert.ok(!severities(text).includes("warning"));
});

test("a term that two documents define at two values is a warning", () => {
  const define = (value: string) =>
    `# The newborn\n\nHypoglycaemia is defined as a blood glucose concentration below ${value} mmol/L.\n`;
  assert.deepEqual(severities(define("2.5"), define("2.0")), ["warning"]);
});

test("a sign in the description of two diseases is no definition", () => {
  const text = inTwo("* Sudden onset of fever > 39 °C", "* Fever > 38 °C");
  assert.ok(!severities(text).includes("warning"));
});

test("three values in the same words are told apart by something", () => {
  const card = (value: number) => `## Card ${value}\n\nNormal vital signs: systolic BP > ${value} mmHg\n\n`;
  assert.ok(!severities(`# Cards\n\n${card(60)}${card(70)}${card(80)}`).includes("warning"));
});

test("a stage, a need of more than the value, and the place of a like title tell decisions apart", () => {
  for (const [a, b] of [
    ["In stage 2 hypertension (SBP ≥ 140 mmHg) give amlodipine.", "When SBP is ≥ 130 mmHg give amlodipine."],
    [
      "Transfuse all with haemoglobin below 8 g/dL who are short of breath.",
      "Transfuse if haemoglobin is below 6 g/dL.",
    ],
    [
      "Transfuse if haemoglobin is below 8 g/dL plus at least two (2) of the following signs.",
      "Transfuse if haemoglobin is below 6 g/dL.",
    ],
    [
      "If haemoglobin is 10 g/dL or more, but less than 11 g/dL, give iron.",
      "If haemoglobin is 6 g/dL or more, give iron.",
    ],
  ] as const)
    assert.ok(!severities(`# Care\n\n## One\n\n${a}\n\n## Two\n\n${b}\n`).includes("warning"), a);
  const before = (name: string, value: number) =>
    `# ${name}\n\n## Before\n\nTransfuse if platelets are below ${value} × 10⁹/L.\n\n`;
  assert.ok(!severities(before("Biopsy", 50) + before("Drain", 20)).includes("warning"));
});

test("two documents of which only one says what or whom it is about are told by way of information", () => {
  const low = (title: string, value: number) =>
    `# ${title}\n\nHypoglycaemia is defined as a blood glucose concentration below ${value} mmol/L.\n`;
  assert.deepEqual(severities(low("Definitions", 4), low("The newborn", 2.5)), ["information"]);
  const bolus = (title: string, value: number) =>
    `# ${title}\n\nGive a saline bolus to keep MAP > ${value} mmHg.\n`;
  assert.ok(!severities(bolus("Head injury", 80), bolus("Dizziness", 65)).includes("warning"));
});

test("what stands below the names of two medicines is of each by itself", () => {
  const text =
    "# Labels\n\n## Bisoprolol\n\nContraindications: hypotension (systolic BP < 100 mmHg).\n\n## Verapamil\n\nContraindications: hypotension (systolic BP < 90 mmHg).\n";
  assert.ok(!severities(text).includes("warning"));
});

test("a step of a ladder, the strength of a solution and degrees behind a blank are read as such", () => {
  const ladder =
    "# Low sugar\n\n- Glucose < 40 mg/dL: dextrose 25 g IV\n- Glucose 40 – 70 mg/dL: dextrose 12.5 g IV\n";
  assert.ok(
    !severities("# Low sugar\n\nGive dextrose only if glucose is < 70 mg/dL.\n", ladder).includes("warning"),
  );
  const strength = (sign: string) =>
    `# Glucose\n\nVesicant (at concentrations ${sign}%).\n\nNot if dehydration is above 10 %.\n`;
  assert.deepEqual(severities(strength("≥10"), strength(">5")), []);
  const heat = parseGuideline("# Fever\n\nFever is a temperature above 101° F.\n").thresholds;
  assert.deepEqual(
    heat.map(({ unit }) => unit?.code),
    ["°F"],
  );
});

test("what a study was of, one of several values in a row, and grades are no warning", () => {
  const transfusion = (said: string) =>
    `# Malaria\n\n## Blood\n\nTransfuse the child when haemoglobin is < 5 g/dL.\n\n## Summary\n\n${said}\n`;
  for (const said of [
    "A trial included children who had\na transfusion when haemoglobin was < 6 g/dL.",
    "Transfuse the child when haemoglobin is < 6 g/dL; or < 7 g/dL with fever; or < 8 g/dL with shock.",
  ])
    assert.ok(!severities(transfusion(said)).includes("warning"), said);
  const loss = (grade: string) =>
    `# Bleeding\n\nMajor haemorrhage is a blood loss above 1000 mL.\n\n${grade} haemorrhage is a blood loss above 2000 mL.\n`;
  assert.ok(!severities(loss("Massive")).includes("warning"));
});

test("what a sign needs, an audit counts, or a grade of its own has, is told by way of information", () => {
  const sepsis = (other: string) =>
    `# Sepsis\n\n## Treatment\n\nGive oxygen to keep saturations > 94%.\n\n## ${other}\n`;
  assert.ok(
    !severities(sepsis("Signs\n\n- Need for 40% oxygen to maintain oxygen saturation above 92%.")).includes(
      "warning",
    ),
  );
  assert.ok(!severities(sepsis("Audit\n\nGive oxygen to keep saturations > 92%.")).includes("warning"));
  assert.ok(
    !severities(
      "# Bleeding\n\n- Major haemorrhage: blood loss > 1000 mL.\n\n## Severe haemorrhage\n\nCall the consultant if there is a blood loss > 1500 mL where the haemorrhage goes on.\n",
    ).includes("warning"),
  );
});
