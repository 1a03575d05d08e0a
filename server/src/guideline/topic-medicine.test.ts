// Doses whose medicine a section names once, and what else a paragraph says once for all of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuideline } from "./guideline.ts";

const ordersIn = (text: string) =>
  parseGuideline(text).orders.map(({ medicine, dose }) => `${medicine.name} ${dose.low}`);

const lead = "# Severe malaria\n\nArtesunate is the first choice at every level of care.\n\n";

test("a list of whom and how much is of the one medicine that its section is about", () => {
  const list = "- Under 20 kg: 3 mg/kg IV\n- Patients of 20 kg and over: 2.4 mg/kg IV\n";
  assert.deepEqual(ordersIn(lead + list), ["artesunate 3", "artesunate 2.4"]);
  const box = "> **At the bedside**\n>\n> 1. Weigh the patient.\n> 2. Children under 20 kg: 3 mg/kg IV.\n";
  assert.deepEqual(ordersIn(`${lead}Three injections are given.\n\n${box}`), ["artesunate 3"]);
});

test("so is a sentence with a dose, a route and for whom or how often, before any other name", () => {
  const child = "Small children need more. A child below 20 kg receives 3 mg/kg IV. Oral quinine follows.";
  assert.deepEqual(ordersIn(lead + child), ["artesunate 3"]);
  const magnesium =
    "# Eclampsia\n\nMagnesium sulfate stops the fits.\n\n**Continuation.** Run 1 g per hour IV.";
  assert.deepEqual(ordersIn(magnesium), ["magnesium sulfate 1"]);
  assert.deepEqual(ordersIn(`${lead}The child has lost 3 kg of 20 kg.`), []);
});

test("a box that says what for stands under no label that stands before it", () => {
  const text =
    "# Leptospirosis\n\n**Prevention in farmers**\n\n- Doxycycline 200 mg orally once a week.\n\n> **Box.** Adults with mild leptospirosis receive doxycycline 100 mg orally twice daily.";
  const box = parseGuideline(text).orders.at(-1);
  assert.deepEqual(box?.indication.qualifiers, ["mild"]);
});

test("a label whose signs stand behind it in brackets holds for its paragraph", () => {
  const text =
    "# Leptospirosis\n\n**Severe disease** (jaundice, little urine). Begin ceftriaxone 2 g IV once daily.";
  assert.ok(parseGuideline(text).orders[0]?.indication.qualifiers.includes("severe"));
});

test("it is of none where another medicine was dosed between, or where two were named", () => {
  const list = "- Under 20 kg: 3 mg/kg IV\n";
  assert.deepEqual(ordersIn(`${lead}For fits give diazepam 10 mg PR.\n\n${list}`), ["diazepam 10"]);
  assert.deepEqual(ordersIn(`# Malaria\n\nArtesunate is better than quinine.\n\n${list}`), []);
});

test("whom a paragraph's head names in brackets its later sentences are about", () => {
  const [first] = parseGuideline(
    "**Pralidoxime (adults).** Loading dose 30 mg/kg IV over 20 minutes.",
  ).orders;
  assert.deepEqual(first?.population.groups, ["adult"]);
});

test("what some of all patients are does not narrow them", () => {
  const text = "- Adults (including pregnant women): doxycycline 300 mg by mouth, single dose";
  assert.deepEqual(parseGuideline(text).orders[0]?.population.groups, ["adult"]);
});

test("a solution of which so much is injected is an order", () => {
  const [order] = parseGuideline(
    "# Magnesium sulfate\n\nEvery 4 hours inject 5 g of the 50% solution IM into alternate buttocks.",
  ).orders;
  assert.equal(order?.preparation, false);
});

test("reduced susceptibility reduces no dose", () => {
  const text = "Because of reduced susceptibility amoxicillin 90 mg/kg/day is given by mouth in two doses.";
  assert.equal(parseGuideline(text).orders[0]?.phase, undefined);
});

test("whoever opens it, an item that says what somebody is given is of what the list is about", () => {
  const list =
    "Treat low glucose at once.\n\nArtesunate is given IV or IM.\n\n1. Everyone who weighs 20 kg or more is given 2.4 mg/kg per dose.\n2. Afterwards artemether-lumefantrine.";
  assert.deepEqual(ordersIn(`# Severe malaria\n\n${list}`), ["artesunate 2.4"]);
  const pair =
    "# Sepsis\n\nThe pair is ampicillin and gentamicin. Ampicillin 50 mg/kg IV goes in every 12 hours. Gentamicin is injected IV or IM. A baby of 2500 g or more receives 5 mg/kg per injection in the first seven days of life.";
  const [, second] = parseGuideline(pair).orders;
  assert.equal(second?.medicine.name, "gentamicin");
  assert.equal(second?.population.age?.high, 7);
});

test("one tablet of so much is that dose", () => {
  assert.deepEqual(ordersIn("# Gout\n\nTake one colchicine tablet of 500 micrograms twice a day."), [
    "colchicine 500",
  ]);
});
