// Tables, lists, boxes and sheets that divide what is measured as their chapter does, all but once.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

function found(text: string, ...others: string[]): string[] {
  const guideline = parseGuideline(text);
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  const { findings, failures } = checkGuideline(guideline, { list: [thresholdConflict], neighbours });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => guideline.text.slice(span.start, span.end));
}

describe("threshold-conflict between a chapter and a list of the same places", () => {
  it("reads the ends of ranges", () => {
    const chapter =
      "# Low potassium in adults\n\nPotassium below 3.5 mmol/L is treated by mouth. Potassium below 2.5 mmol/L needs a drip.\n\n";
    const table = (high: string, low: string) =>
      `| Potassium, mmol/L | What to do |\n|---|---|\n| ${high} or above | nothing |\n| 2.5 to ${low} | tablets |\n| Below 2.5 | drip |`;
    assert.deepEqual(found(chapter + table("3.0", "2.9")), ["2.5 to 2.9"]);
    assert.deepEqual(found(chapter + table("3.5", "3.4")), []);
  });

  it("takes what a sheet does not name for the one thing that its chapter has in that unit", () => {
    const chapter =
      "# Wasting in children\n\n- mid-upper arm circumference of less than 115 mm: therapeutic programme\n- mid-upper arm circumference from 115 mm to 124 mm: supplementary food\n- cured: mid-upper arm circumference of 125 mm or more";
    const sheet = (red: number) =>
      `# Sheet for volunteers\n\n| Colour | Reading | Say |\n|---|---|---|\n| Red | ${red} mm and less | Go to the clinic today |\n| Yellow | ${red + 1} to 124 mm | Come on Thursday |\n| Green | 125 mm and more | Well done |`;
    assert.deepEqual(found(sheet(109), chapter).length, 1);
    assert.deepEqual(found(sheet(114), chapter), []);
  });

  it("takes a pressure whose other figure is the same for the same decision", () => {
    const chapter =
      "# Hypertension in pregnancy\n\n## Severe hypertension\n\nSystolic 160 mmHg or more, or diastolic 110 mmHg or more, is an emergency. Aim for 140 to 150 mmHg systolic.\n\n> **Card for the ward**\n>\n> - Treatment begins at ";
    assert.deepEqual(found(`${chapter}170/110 (either figure).`), ["begins at 170/110"]);
    assert.deepEqual(found(`${chapter}160/110 (either figure).`), []);
  });

  it("leaves lists that divide in places of their own alone", () => {
    const text =
      "# High INR on warfarin in adults\n\n| INR | No bleeding |\n|---|---|\n| 5–8 | Withhold one dose |\n| Above 8 | Phytomenadione 2 mg orally once |\n\n| INR | Four-factor concentrate |\n|---|---|\n| 2–3.9 | 25 units/kg IV |\n| 4–6 | 35 units/kg IV |\n| Above 6 | 50 units/kg IV |";
    assert.deepEqual(found(text), []);
    const after =
      "# Raised pressure in pregnancy\n\nHypertension is a systolic pressure of 140 mmHg or above.\n\n| Finding | Reading |\n|---|---|\n| Severe | systolic ≥ 160 |\n| After birth | systolic ≥ 150 |";
    assert.deepEqual(found(after), []);
  });

  it("takes what has a name from a value on for what is acted upon there", () => {
    const chapter =
      "# Malnutrition in children\n\n| Class | Arm circumference |\n|---|---|\n| Severe | under 115 mm |\n| Moderate | 115 to under 125 mm |\n| None | 125 mm or more |\n\n## Page for volunteers\n\n- Send the child to the programme when the arm measures ";
    const rest = " or both feet are swollen.\n- Yellow, up to under 125 mm: the supplementary feeding day.";
    assert.deepEqual(found(`${chapter}under 112 mm${rest}`), ["under 112 mm"]);
    assert.deepEqual(found(`${chapter}under 115 mm${rest}`), []);
  });
});
