// By how much orders pass the maxima that the document states: doses, days, repeats, examples, bands.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { excessesOf } from "./excess.ts";
import { parseGuideline, Room } from "./guideline.ts";

const found = (text: string) =>
  excessesOf(parseGuideline(text)).map(({ given, allowed }) => `${given} > ${allowed}`);

describe("excessesOf", () => {
  it("adds up a day, and takes one dose as it is", () => {
    assert.deepEqual(found("Paracetamol 1 g orally every 4 hours (maximum 4 g per day)."), ["6000 > 4000"]);
    assert.deepEqual(found("Diazepam 20 mg rectally once (maximum 10 mg)."), ["20 > 10"]);
    assert.deepEqual(found("Paracetamol 1 g orally every 6 hours (maximum 4 g per day)."), []);
  });

  it("reads a maximum from its column's head", () => {
    const table = (dose: string) =>
      `| Medicine | Dose | Frequency | Maximum per day |\n|---|---|---|---|\n| Tramadol | ${dose} | 4-hourly | 400 mg |`;
    assert.deepEqual(found(table("100 mg")), ["600 > 400"]);
    assert.deepEqual(found(table("50 mg")), []);
  });

  it("counts repeats and doses", () => {
    assert.deepEqual(found("Atropine 0.6 mg IV every 5 minutes, up to 6 doses (total maximum 3 mg)."), [
      "3.6 > 3",
    ]);
    assert.deepEqual(found("Atropine 0.6 mg IV every 5 minutes, up to 5 doses (total maximum 3 mg)."), []);
  });

  it("holds a section's orders to a maximum that stands by itself", () => {
    const text = (dose: string) =>
      `## Codeine\n\n- Codeine ${dose} orally every 4 hours\n- The maximum for codeine is 240 mg in 24 hours.`;
    assert.deepEqual(found(text("60 mg")), ["360 > 240"]);
    assert.deepEqual(found(text("30 mg")), []);
  });

  it("takes another cell's dose for no maximum, but a footnote that the row calls", () => {
    const row = "| Allopurinol | up to 200 mg daily | up to 100 mg daily |";
    assert.deepEqual(found(`| Medicine | eGFR 30–59 | eGFR 15–29 |\n|---|---|---|\n${row}`), []);
    const noted = (often: string) =>
      `| Medicine | Dose | Times |\n|---|---|---|\n| Tramadol[^a] | 100 mg PO | ${often} |\n| Codeine[^b] | 30 mg PO | 6-hourly |\n\n[^a]: No more than 400 mg in 24 hours. Not with codeine.\n[^b]: Never below 12 years.`;
    assert.deepEqual(found(noted("4-hourly")), ["600 > 400"]);
    assert.deepEqual(found(noted("6-hourly")), []);
  });

  it("reads the examples below a heading of their own", () => {
    const text = (title: string, dose: string) =>
      `# Status epilepticus in adults\n\nGive phenytoin 20 mg/kg IV once, maximum 1500 mg.\n\n## ${title}\n\n- A woman of 60 kg receives 1200 mg.\n- A man of 90 kg receives ${dose} over 36 minutes.\n\nDilute in saline only.`;
    for (const title of ["Two examples", "Worked doses", "Calculation at the bedside"])
      assert.deepEqual(found(text(title, "1800 mg")), ["1800 > 1500"], title);
    assert.deepEqual(found(text("Two examples", "1500 mg")), []);
    assert.deepEqual(found(text("Two examples", "1800 mg, reduced to 1500 mg,")), []);
    assert.deepEqual(
      found(
        text("Examples of levetiracetam", "1800 mg")
          .replace("- A w", "Levetiracetam: a w")
          .replace("- A m", "a m"),
      ),
      [],
    );
  });

  it("finds each place once, and none that says it heeds the maximum", () => {
    const table =
      "| Weight | Isoniazid |\n|---|---|\n| 20 kg | 200 mg |\n| 25 kg | 250 mg |\n| 30 kg | 300 mg |\n| 35 kg | 350 mg |";
    assert.deepEqual(found(`Isoniazid 10 mg/kg once daily (maximum 300 mg).\n\n${table}`), ["350 > 300"]);
    assert.deepEqual(
      found("Gentamicin 7 mg/kg IV once daily, maximum 480 mg. 80 kg: 560 mg, capped at 480 mg."),
      [],
    );
  });

  it("follows the strength that a section beside the table says", () => {
    const table =
      "| Weight | Tablets |\n|---|---|\n| 10–14 kg | 2 |\n| 15–19 kg | 3 |\n| 20–29 kg | 4 |\n| 30–39 kg | 6 |";
    const text = `# Worms\n\n## Praziquantel\n\n### Doses\n\nPraziquantel 40 mg/kg once daily, maximum 1200 mg.\n\n${table}\n\n### Supply\n\nPraziquantel tablets hold 200 mg.\n`;
    const room = new Room();
    const typed = (strength: string) =>
      excessesOf(parseGuideline(text.replace("hold 200", `hold ${strength}`), emptyDictionary, room)).length;
    assert.deepEqual(["200", "250", "200"].map(typed), [0, 1, 0]);
  });

  it("counts capsules by the strength that is said above, a second dose within hours and the doses of a course", () => {
    const capsules = (most: number) =>
      `# Diarrhoea\n\nRacecadotril capsules 100 mg: one capsule after each loose stool, up to ${most} capsules in 24 hours.\n\nRacecadotril: not more than 400 mg in 24 hours.`;
    assert.deepEqual([capsules(4), capsules(6)].map(found), [[], ["600 > 400"]]);
    const second = (dose: number) =>
      `# Migraine\n\nZolmitriptan ${dose} mg by mouth; a second tablet after 2 hours if the pain returns. No adult takes more than 10 mg of zolmitriptan in a day.`;
    assert.deepEqual([second(5), second(10)].map(found), [[], ["20 > 10"]]);
    const course = (sessions: string) =>
      `# Iron\n\nFerric gluconate 125 mg IV during dialysis, in ${sessions} consecutive sessions.\n\nFerric gluconate: no more than 1000 mg in one course.`;
    assert.deepEqual([course("eight"), course("ten")].map(found), [[], ["1250 > 1000"]]);
  });

  it("takes what a sentence says of others for no maximum of the order before it", () => {
    const said = (whom: string) =>
      `Retinol 200,000 units by mouth once. ${whom} the daily dose may not exceed 10,000 units.`;
    assert.deepEqual(found(said("In pregnancy")), []);
    const night =
      "Vinblastine comes in a 50 mL minibag. No patient is given more than 18 mg of it on one day.";
    assert.deepEqual(found(`# Lymphoma\n\n${night}\n\nMan, 2.1 m²: vinblastine 20 mg IV on day 1.`), [
      "20 > 18",
    ]);
  });

  it("holds a day's maximum against the section's other doses, and one per kilogram against a weight", () => {
    const doses = (second: string) =>
      `# Cough\n\nCodeine 15 mg by mouth, at most 60 mg in a day. The usual order is codeine ${second} by mouth every 4 hours.`;
    assert.deepEqual([doses("10 mg"), doses("15 mg")].map(found), [[], ["90 > 60"]]);
    const child = (times: string) =>
      `A child of 20 kg gets ibuprofen 200 mg ${times} times a day, no more than 30 mg/kg in 24 hours.`;
    assert.deepEqual([child("three"), child("four")].map(found), [[], ["800 > 600"]]);
  });
});
