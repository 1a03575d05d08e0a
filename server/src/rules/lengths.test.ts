// How long treatments are said to last: packs, timetables, examples, habits, days of the calendar. Seen through duration-conflict.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { durationConflict } from "./duration-conflict.ts";
import { checkGuideline } from "./index.ts";

function found(text: string, ...others: string[]): string[] {
  const guideline = parseGuideline(text);
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  const { findings, failures } = checkGuideline(guideline, { list: [durationConflict], neighbours });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => guideline.text.slice(span.start, span.end));
}

describe("lengths of treatments", () => {
  it("knows a last day, counted doses, sevenths and the whole of a treatment", () => {
    assert.deepEqual(
      found(
        "# Scrub typhus\n\nDoxycycline 100 mg PO twice daily for 7 days.\n\n## Chart\n\nDoxycycline 100 mg PO twice daily, taken until day 3.",
      ),
      ["until day 3"],
    );
    assert.deepEqual(
      found(
        "# Enteric fever\n\nAzithromycin 1 g PO once daily for 7 days.\n\n## Pharmacy\n\nAzithromycin 1 g PO once daily, 5 doses in total.",
      ),
      ["5 doses"],
    );
    assert.deepEqual(
      found(
        "# Impetigo\n\nFlucloxacillin 500 mg PO QDS x 5/7.\n\n## Letter\n\n| Medicine | How long |\n| --- | --- |\n| flucloxacillin 500 mg PO QDS | 7/7 |",
      ),
      ["7/7"],
    );
    assert.deepEqual(
      found(
        "# Scrub typhus\n\nDoxycycline 100 mg PO twice daily for 7 days.\n\n## Chart\n\nDoxycycline 100 mg PO twice daily, to be completed on day 7; look again on day 3.",
      ),
      [],
    );
  });

  it("works out how long a pack lasts from the one dose a day", () => {
    const text = (count: number) =>
      `# Trachoma and other infections in adults\n\nUncomplicated chlamydia is treated with doxycycline 100 mg by mouth twice daily for 7 days. Brucellosis is treated with doxycycline 100 mg by mouth twice daily for 42 days.\n\n## Packs of the pharmacy\n\n- Green pack, uncomplicated chlamydia: ${count} capsules of doxycycline 100 mg\n- Brown pack, brucellosis: 84 capsules of doxycycline 100 mg`;
    assert.deepEqual(found(text(28)), ["28 capsules"]);
    assert.deepEqual(found(text(14)), []);
    const guideline = parseGuideline(text(28));
    const [finding] = checkGuideline(guideline, { list: [durationConflict] }).findings;
    assert.deepEqual(finding?.fixes(), []);
    assert.match(finding?.message ?? "", /14 days \(28 capsules\)/);
  });

  it("takes monthly packs and refills for months", () => {
    const annex = (head: string, count: number) =>
      `# Prevention of tuberculosis in adults\n\nIsoniazid 300 mg by mouth once daily for half a year.\n\n## Stock\n\n| Medicine | ${head} |\n|---|---|\n| Isoniazid | ${count} |`;
    for (const head of [
      "Monthly refills",
      "Packs to hand out, one every 28 days",
      "Bottles, one each month",
    ]) {
      assert.deepEqual(found(annex(head, 9)), ["9"], head);
      assert.deepEqual(found(annex(head, 6)), [], head);
    }
  });

  it("holds the length of an example against that of the dose it is worked out from", () => {
    const text = (days: number, mg = 450) =>
      `# Larvae in adults\n\n## Neurocysticercosis\n\nAlbendazole 15 mg/kg per day by mouth in two divided doses for 14 days.\n\n## Liver cysts\n\nAlbendazole 400 mg by mouth twice daily for 28 days.\n\n## Orders on the ward: adult of 60 kg\n\n1. Albendazole ${mg} mg by mouth twice daily for ${days} days`;
    assert.deepEqual(found(text(28)), ["for 28 days"]);
    assert.deepEqual(found(text(14)), []);
    assert.deepEqual(found(text(28, 400)), []);
  });

  it("takes the last dose in a timetable for the end of its medicine", () => {
    const text = (week: number) =>
      `# Brucellosis in adults\n\nDoxycycline 100 mg by mouth twice daily for 6 weeks, with gentamicin 5 mg/kg IV once daily for 2 weeks.\n\n## Timetable\n\n| Visit | What is done |\n|---|---|\n| Week 2 | last injection of gentamicin; creatinine |\n| Week ${week} | last capsule of doxycycline; titre |\n| Month 6 | titre |`;
    assert.deepEqual(found(text(4)), ["Week 4"]);
    assert.deepEqual(found(text(6)), []);
  });

  it("reads habits, registers and captions that give no dose", () => {
    const chapter =
      "# Sore throat in children\n\n- Penicillin V, by mouth, for 10 days: 250 mg twice daily under 20 kg; 500 mg twice daily from 20 kg\n\n## Who does what\n\n";
    for (const said of [
      "The school nurse swabs on Mondays, hands out penicillin V for 5 days with a chart, and sees the child again.",
      "*Figure 2. A child finishes the strip of penicillin V, 5 days, one tablet at sunrise and one at sunset.*",
      "Your child has been given penicillin V and paracetamol syrup may be added. Penicillin V is taken for 5 days.",
      "| Column | Entry |\n|---|---|\n| 3 | penicillin V: date of the first dose; the mother takes home syrup for 5 days |",
    ]) {
      assert.equal(found(chapter + said).length, 1, said);
      assert.deepEqual(found(chapter + said.replace("5 days", "10 days")), [], said);
    }
    assert.deepEqual(found(`${chapter}The child with penicillin V stays away from school for 2 days.`), []);
    assert.deepEqual(found(`${chapter}The sister coughed for 4 days.`), []);
  });

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
});
