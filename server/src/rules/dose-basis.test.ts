// A day's amount taken for a single dose: which differences are a mix-up, and where two regimens only look like one.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseBasis } from "./dose-basis.ts";
import { checkGuideline } from "./index.ts";

function found(text: string): string[] {
  const { findings, failures } = checkGuideline(parseGuideline(text), { list: [doseBasis] });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

const sepsis = "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Card\n\n";

describe("dose-basis", () => {
  it("finds a day's amount with the figure of a single dose, in every notation", () => {
    assert.deepEqual(found(`${sepsis}Ampicillin 50 mg/kg/day IV in 4 divided doses.`), ["50 mg/kg/day"]);
    assert.deepEqual(found(`${sepsis}Ampicillin IV 50 mg/kg per day, divided q6h.`), ["50 mg/kg per day"]);
    assert.deepEqual(
      found(
        `${sepsis}| Medicine | Dose (mg/kg/day) | Doses per day |\n|---|---|---|\n| Ampicillin IV | 50 | 4 |`,
      ),
      ["50"],
    );
  });

  it("finds it for fixed doses, where one side is a day's amount", () => {
    const mania = "# Mania in adults\n\nCarbamazepine 400 mg/day PO in 2 divided doses.\n\n## Card\n\n";
    assert.deepEqual(found(`${mania}Carbamazepine 400 mg PO twice daily.`), ["400 mg"]);
    assert.deepEqual(found(`${mania}Carbamazepine 200 mg PO twice daily.`), []);
  });

  it("is silent where the day's amounts agree", () => {
    assert.deepEqual(found(`${sepsis}Ampicillin 200 mg/kg/day IV in 4 divided doses.`), []);
  });

  it("leaves other differences to dose-conflict", () => {
    assert.deepEqual(found(`${sepsis}Ampicillin 30 mg/kg IV every 6 hours.`), []);
  });

  it("is silent where another disease, another route or days of fever explain it", () => {
    assert.deepEqual(found(`${sepsis}## Otitis media\n\nAmpicillin 50 mg/kg/day IV in 4 divided doses.`), []);
    assert.deepEqual(found(`${sepsis}Ampicillin 50 mg/kg/day PO in 4 divided doses.`), []);
    const crisis =
      "# Adrenal hyperplasia\n\nHydrocortisone 12 mg/m²/day PO in 3 divided doses.\n\n## Family\n\n";
    assert.deepEqual(found(`${crisis}1. Days with fever: hydrocortisone 12 mg/m² PO three times a day.`), []);
  });
});
