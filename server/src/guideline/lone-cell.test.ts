// Cells that leave out what every other cell of their column says.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { loneCellsOf } from "./lone-cell.ts";

function found(head: string, ...rows: string[]): string[] {
  const line = `|${" --- |".repeat(head.split("|").length - 2)}`;
  const text = `# Adults\n\n${[head, line, ...rows].join("\n")}\n`;
  return loneCellsOf(parseGuideline(text)).map(
    ({ slot, medicine, start, end }) => `${medicine.name} ${slot}: ${text.slice(start, end)}`,
  );
}

const organisms = (interval: string) =>
  found(
    "| Organism | Medicine and dose | Route and interval |",
    `| Listeria | Ampicillin 2 g | ${interval} |`,
    "| Pneumococcus | Ceftriaxone 2 g | IV every 12 hours |",
    "| Meningococcus | Benzylpenicillin 2.4 g | IV every 4 hours |",
    "| Staphylococcus | Flucloxacillin 2 g | IV every 6 hours |",
  );

const symptoms = (order: string, nausea = "Haloperidol") =>
  found(
    "| Symptom | Medicine | Order |",
    "| Pain | Morphine | 2.5 mg SC every 4 hours |",
    "| Agitation | Midazolam | 2.5 mg SC every 4 hours |",
    `| Nausea | ${nausea} | ${order} |`,
    "| Rattle | Hyoscine butylbromide | 20 mg SC every 6 hours |",
  );

describe("what one cell leaves out of what all others say", () => {
  it("is how often", () => {
    assert.deepEqual(organisms("IV"), ["ampicillin frequency: IV"]);
    assert.deepEqual(organisms("IV every 4 hours"), []);
    assert.deepEqual(organisms("IV, continuous infusion"), []);
  });

  it("is the dose or its unit", () => {
    assert.deepEqual(symptoms("SC every 8 hours"), ["haloperidol dose: SC every 8 hours"]);
    assert.deepEqual(symptoms("0.5 SC every 8 hours"), ["haloperidol unit: 0.5"]);
    assert.deepEqual(symptoms("SC every 8 hours, dose by the pharmacist"), []);
    assert.deepEqual(symptoms("as for pain"), []);
    assert.deepEqual(symptoms("SC fluids every 8 hours", "Dry mouth"), []);
  });

  it("is the unit of a bare number, but for a measured level", () => {
    const chart = (dose: string, head = "Dose") =>
      found(
        `| Medicine | ${head} | Route |`,
        "| Ceftriaxone | 2 g | IV |",
        `| Metronidazole | ${dose} | IV |`,
        "| Paracetamol | 1 g | IV |",
        "| Ondansetron | 4 mg | IV |",
      );
    assert.deepEqual(chart("500"), ["metronidazole unit: 500"]);
    assert.deepEqual(chart("500 mg"), []);
    assert.deepEqual(chart("500", "Dose (mg)"), []);
  });

  it("is by which route, also where another column says it of all", () => {
    const sources = (first: string) =>
      found(
        "| Source | First dose | In allergy |",
        "| Lung | Amoxicillin 1 g IV | Levofloxacin 500 mg IV |",
        "| Abdomen | Piperacillin 4 g IV | Ciprofloxacin 400 mg IV |",
        `| Urine | ${first} | Amikacin 15 mg/kg IV |`,
        "| Skin | Flucloxacillin 2 g IV | Vancomycin 25 mg/kg IV |",
      );
    assert.deepEqual(sources("Gentamicin 5 mg/kg"), ["gentamicin route: Gentamicin 5 mg/kg"]);
    assert.deepEqual(sources("Gentamicin 5 mg/kg IV"), []);
    assert.deepEqual(sources("Gentamicin 5 mg/kg into the vein"), []);
    assert.deepEqual(sources("none"), []);
  });
});
