// Maxima that another document, a list or a table states, and for whom: what is above them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkGuideline } from "../rules/index.ts";
import { maximumExceeded } from "../rules/maximum-exceeded.ts";
import { parseGuideline } from "./guideline.ts";

function found(text: string, ...others: string[]): string[] {
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  const { findings } = checkGuideline(parseGuideline(text), { list: [maximumExceeded], neighbours });
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

it("takes the period of a table of limits from above it, and the most of several ages for whom none is said", () => {
  const limits = "# Ceilings\n\nTotal in 24 hours.\n\n| Medicine | Ceiling |\n|---|---|\n";
  assert.deepEqual(found("Metoclopramide 10 mg PO every 6 hours.", `${limits}| Metoclopramide | 30 mg |`), [
    "10 mg",
  ]);
  const ages = `${limits}| Tramadol, up to 75 years | 400 mg |\n| Tramadol, over 75 years | 300 mg |`;
  assert.deepEqual(found("Adults: tramadol 100 mg PO every 4 hours.", ages), ["100 mg"]);
  assert.deepEqual(found("Adults: tramadol 100 mg PO every 6 hours.", ages), []);
});

it("takes what is said of the whole attack for no dose, and a maximum for the section's medicine", () => {
  assert.deepEqual(
    found("Colchicine is limited to 1.5 mg in any 24 hours and 6 mg for the whole attack."),
    [],
  );
  const text = (rhythm: string) =>
    `## Ibuprofen\n\nWithout a prescription the most that may be taken is 1200 mg in 24 hours. Advise ibuprofen 400 mg PO ${rhythm}. Asthma set off by aspirin ends the sale.`;
  assert.deepEqual(found(text("four times a day")), ["400 mg"]);
  assert.deepEqual(found(text("three times a day")), []);
  const rows = (dose: string) =>
    `Ibuprofen 10 mg/kg PO every 8 hours, but never more than 400 mg at one time.\n\n| Weight | Ibuprofen, each dose PO every 8 hours |\n|---|---|\n| 40 kg | 400 mg |\n| 45 kg | ${dose} |\n`;
  assert.deepEqual(found(rows("450 mg")), ["450 mg"]);
  assert.deepEqual(found(rows("400 mg")), []);
});

describe("maxima that are stated elsewhere", () => {
  it("reads what a list, table or sentence of another document allows in a day", () => {
    const ward = (hours: number) =>
      `# Pain after surgery in adults\n\nCodeine 60 mg orally every ${hours} hours for three days.`;
    const limits = [
      "# Annex B: highest amounts in 24 hours\n\n| Medicine | Highest total |\n|---|---|\n| Codeine | 240 mg |",
      "# Ceilings for 24 hours\n\n| Medicine | Up to 75 years | Above 75 years |\n|---|---|---|\n| Codeine | 240 mg | 180 mg |",
      "# Notes\n\n| Medicine | Not more in 24 hours |\n|---|---|\n| Codeine | 240 mg |",
      "# Never exceed in 24 hours\n\n- Codeine 240 mg\n- Ibuprofen 1200 mg",
      "# Notes\n\n**Maximum daily doses.** Ibuprofen 1200 mg, codeine 240 mg.",
      "# Notes\n\nCeilings over 24 hours, all routes: tramadol 400 mg by mouth; codeine 240 mg, for 5 days.",
      "# Notes\n\nThe total in 24 hours must not pass 240 mg for codeine or 4 g for paracetamol.",
      "# Notes\n\nThe maximum of codeine in this hospital is 240 mg a day.",
    ];
    for (const limit of limits) {
      assert.deepEqual(found(ward(4), limit), ["60 mg"], limit);
      assert.deepEqual(found(ward(6), limit), [], limit);
    }
  });

  it("holds a maximum for weak kidneys or for some to no one else", () => {
    const table = (often: string) =>
      `# Gout\n\n| eGFR, mL/minute | Medicine | Dose, oral |\n|---|---|---|\n| 60 or more | Colchicine | 0.5 mg twice daily |\n| 10–29 | Colchicine | 0.5 mg ${often} |`;
    const limit =
      "# Colchicine\n\nWith an eGFR of 10–29 mL/minute the total of any day stays at or below 0.5 mg.";
    assert.equal(found(table("twice daily"), limit).length, 1);
    assert.deepEqual(found(table("once daily"), limit), []);
    const drinkers =
      "- Paracetamol 1 g orally every 8 hours.\n- Veterans who drink daily stay at or below 2 g in 24 hours: paracetamol 500 mg orally every 6 hours.";
    assert.deepEqual(found(drinkers), []);
  });
});

it("reads limits by kidney function, by birthday, and of any of those who are listed", () => {
  const kidneys =
    "# Metformin\n\nThe ceiling follows the eGFR:\n\n- eGFR 60 or more: 2 g a day;\n- eGFR 30 to 59: 1 g a day.";
  const row = (dose: string) => `| eGFR | Text |\n|---|---|\n| 30 to 59 | metformin ${dose} PO twice daily |`;
  assert.deepEqual(found(row("850 mg"), kidneys), ["850 mg"]);
  assert.deepEqual(found(row("500 mg"), kidneys), []);
  const ages =
    "# Tramadol\n\nUp to the 75th birthday a daily sum of 400 mg of plain tablets must not be passed. From the 75th birthday on the ceiling falls to 300 mg a day.";
  const aged = (age: string) => `| Who | Tramadol PO |\n|---|---|\n| ${age} | 100 mg four times daily |`;
  assert.deepEqual(found(aged("75 years and older"), ages), ["100 mg"]);
  assert.deepEqual(found(aged("under 75 years"), ages), []);
  const frail = (dose: string) =>
    `# Paracetamol\n\n- Maximum for the frail, those under 50 kg, and those with alcohol dependence: 3 g in 24 hours.\n\n| Resident | Paracetamol PO |\n|---|---|\n| Under 50 kg, or frail | ${dose} four times daily |`;
  assert.deepEqual(found(frail("1 g")), ["1 g"]);
  assert.deepEqual(found(frail("750 mg")), []);
});

it("counts the doses of a day and of a series", () => {
  const day = (count: string) =>
    `## Limits in 24 hours\n\n| Medicine | Adults |\n|---|---|\n| Lorazepam | 4 mg |\n\n## Chart\n\nThe doctor charts lorazepam 1 mg IM; it may be repeated every four hours, up to ${count} injections in 24 hours.`;
  assert.deepEqual(found(day("six")), ["1 mg"]);
  assert.deepEqual(found(day("four")), []);
  const series = (count: string) =>
    `Flumazenil 0.2 mg IV over 15 seconds. Wait one minute. Repeat the same amount every minute, up to ${count} doses counting the first. The series must not exceed 1 mg.`;
  assert.deepEqual(found(series("eight")), ["0.2 mg"]);
  assert.deepEqual(found(series("five")), []);
});
