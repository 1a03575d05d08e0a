// Lengths that are worked out: from days of the calendar, a pack and its directions, the day of the end, a row's cell.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { durationConflict } from "./duration-conflict.ts";
import { checkGuideline } from "./index.ts";

function found(text: string): string[] {
  const guideline = parseGuideline(text);
  const { findings, failures } = checkGuideline(guideline, { list: [durationConflict], neighbours: [] });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => guideline.text.slice(span.start, span.end));
}

describe("duration-conflict on lengths that are worked out", () => {
  it("works out a length from the days on which a medicine is begun and ends", () => {
    const chapter =
      "# Cellulitis in adults\n\nCefalexin 500 mg by mouth four times daily for 5 days.\n\n## Example\n\n";
    for (const [told, right] of [
      ["A carpenter began cefalexin on 28 April. The last capsule was taken on 7 May.", "2 May"],
      ["Dear colleague, cefalexin 500 mg was started on 28 April; please stop it on 7 May.", "3 May"],
      ["Cefalexin 500 mg PO four times daily. Start date: 28 April. Stop date: 7 May.", "2 May"],
    ] as const) {
      assert.deepEqual(found(chapter + told), ["7 May"], told);
      assert.deepEqual(found(chapter + told.replace("7 May", right)), [], told);
    }
    const ill = "A carpenter had been ill from 28 April to 7 May when cefalexin was begun.";
    assert.deepEqual(found(chapter + ill), []);
  });

  it("takes days from the first to the last for a length", () => {
    const chapter =
      "# Melioidosis of the lung\n\nMeropenem 1 g IV every 8 hours for 14 days.\n\n## Summary\n\n";
    for (const [told, right] of [
      ["Meropenem 1 g IV every 8 hours, days 1 to 10.", "days 1 to 14"],
      ["Meropenem 1 g IV every 8 hours from day 1 to day 10.", "day 1 to day 14"],
      ["Meropenem 1 g IV every 8 hours, weeks 1–4.", "weeks 1–2"],
    ] as const) {
      const said = /(?:days?|weeks) 1.*\d/.exec(told)?.[0] ?? "";
      assert.deepEqual(found(chapter + told), [said], told);
      assert.deepEqual(found(chapter + told.replace(said, right)), [], told);
    }
  });

  it("reads the last day, the days that are enough, and a supply", () => {
    const chapter = "# Leptospirosis\n\nDoxycycline 100 mg PO twice daily for 7 days.\n\n## At the ward\n\n";
    for (const [told, right] of [
      ["Day 10: last dose of doxycycline, blood count.", "Day 7"],
      ["Stop date of doxycycline: day 10.", "day 7"],
      ["The last dose of doxycycline is given on day 10.", "day 7"],
      ["| Day | Order |\n|---|---|\n| 1 | Blood count |\n| 10 | Last dose of doxycycline |", "| 7"],
      ["Ten days of doxycycline are enough.", "Seven days"],
      ["Doxycycline: count 14 days.", "7 days"],
      ["Doxycycline: hand out 28 capsules for 14 days.", "7 days"],
    ] as const) {
      assert.equal(found(chapter + told).length, 1, told);
      const corrected = told.replace(/(?:\bday|\|) 10|Ten days|14 days/i, right).replace("28 c", "14 c");
      assert.deepEqual(found(chapter + corrected), [], corrected);
    }
    const stepped = "Day 3: stop the doxycycline drip and change to tablets.";
    assert.deepEqual(found(chapter + stepped), []);
  });

  it("reads what is given where the first choice is not to be had, and what ends as planned", () => {
    const chapter =
      "# Trachoma\n\nIf the tablets are not at hand: tetracycline 1% eye ointment twice daily for 6 weeks.\n\n";
    assert.equal(found(`${chapter}## Summary\n\nTetracycline ointment not exceeding 3 weeks.`).length, 1);
    const empyema =
      "# Empyema\n\nCefazolin 2 g IV every 8 hours for 28 days.\n\n## Later\n\nWhen the scan shows no fluid, cefazolin is stopped after";
    assert.equal(found(`${empyema} 14 days.`).length, 1);
    assert.equal(found(`${empyema} 28 days.`).length, 0);
    const free =
      "# Sepsis\n\nCeftriaxone 2 g IV once daily until there has been no fever for two days.\n\n## Later\n\n";
    assert.equal(found(`${free}Ceftriaxone 2 g IV once daily for 7 days.`).length, 0);
  });

  it("takes a length in a cell of its own for that of every medicine of its row", () => {
    const table = (days: number) =>
      `# Sinusitis in adults\n\n| Severity | First choice | In allergy | Course |\n|---|---|---|---|\n| Moderate | Amoxicillin 500 mg orally three times daily | Doxycycline 100 mg orally twice daily | ${days} days |\n\n## Summary\n\nAmoxicillin 500 mg orally three times daily for 5 days in moderate sinusitis.`;
    assert.deepEqual(found(table(10)), ["for 5 days"]);
    assert.deepEqual(found(table(5)), []);
  });

  it("reads the day on which a course ends, and who finishes the days", () => {
    const chapter =
      "# Scrub typhus in adults\n\nDoxycycline 100 mg by mouth twice daily for 7 days.\n\n## Later\n\n";
    for (const [told, right] of [
      ["Doxycycline is stopped on the evening of the tenth day.", "seventh"],
      ["Doxycycline is discontinued on the eleventh day.", "eighth"],
      ["The antibiotic is doxycycline. You will finish it after 10 days.", "10"],
      ["A patient on doxycycline finishes the ten days.", "ten"],
      ["Doxycycline stays on the chart for 10 days.", "10"],
    ] as const) {
      assert.equal(found(chapter + told).length, 1, told);
      const same = told.replace(/\b(?:tenth|eleventh)\b/, right).replace(/\b(?:10|ten)\b/, "7");
      assert.deepEqual(found(chapter + same), [], same);
    }
    assert.deepEqual(found(`${chapter}With fever and a catheter, change it and treat for 14 days.`), []);
  });

  it("lets the second choice last for another time than the first", () => {
    const text =
      "# Kala-azar\n\n## First-line\n\nSodium stibogluconate 20 mg/kg IM once daily with paromomycin 15 mg/kg IM once daily, both for 17 days.\n\n## Alternative\n\nSodium stibogluconate 20 mg/kg IM once daily for 30 days.";
    assert.deepEqual(found(text), []);
  });

  it("counts how long a pack lasts by the directions on its label", () => {
    const chapter =
      "# Cellulitis in adults\n\nCefalexin 500 mg by mouth four times daily for 5 days.\n\n## Label\n\n";
    const label = (count: number) =>
      `Cefalexin 500 mg, ${count} capsules. One capsule four times a day until finished.`;
    assert.deepEqual(found(chapter + label(40)), ["40 capsules"]);
    assert.deepEqual(found(chapter + label(20)), []);
  });
});
