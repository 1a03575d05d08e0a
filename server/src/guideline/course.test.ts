// Lengths that stand without a dose: of one medicine or several, of a treatment as a whole, in sentences and in rows.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";

const coursesOf = (text: string) =>
  parseGuideline(text).courses.map(({ medicine, low, high, indication }) =>
    [medicine?.name ?? "-", `${low / 24}-${high / 24}`, ...indication.conditions].join(" "),
  );

describe("a course", () => {
  it("is read from sentences", () => {
    assert.deepEqual(coursesOf("# Diarrhoea\n\nZinc sulfate for 10–14 days."), [
      "zinc sulfate 10-14 diarrhoea",
    ]);
    assert.deepEqual(coursesOf("# Cystitis\n\nA 5-day course of nitrofurantoin is enough."), [
      "nitrofurantoin 5-5 urinary-tract-infection",
    ]);
    assert.deepEqual(coursesOf("# Cellulitis\n\nLength of treatment: 7 days."), ["- 7-7 cellulitis"]);
    assert.deepEqual(coursesOf("# Cellulitis\n\nYour tablets last 7 days."), ["- 7-7 cellulitis"]);
    assert.deepEqual(coursesOf("# Cellulitis\n\nTotal duration of antibiotics 7 days."), [
      "- 7-7 cellulitis",
    ]);
    assert.deepEqual(coursesOf("# Cellulitis\n\nKeep the flucloxacillin going for a week."), [
      "flucloxacillin 7-7 cellulitis",
    ]);
  });

  it("is one for each medicine that is joined, and none where they are alternatives", () => {
    assert.deepEqual(coursesOf("Doxycycline and metronidazole for 14 days."), [
      "doxycycline 14-14",
      "metronidazole 14-14",
    ]);
    assert.deepEqual(coursesOf("Doxycycline or azithromycin for 14 days."), []);
  });

  it("is that of all that were named before, where it is said of both", () => {
    const text = (said: string) => `Paromomycin 15 mg/kg IM and miltefosine 50 mg by mouth. ${said}`;
    for (const said of [
      "Both are taken for 14 days.",
      "The pair is continued for 14 days.",
      "Either is stopped after 14 days.",
    ])
      assert.deepEqual(coursesOf(text(said)), ["paromomycin 14-14", "miltefosine 14-14"], said);
  });

  it("is what must go by before it is stopped", () => {
    const text =
      "# Brucellosis\n\nIf your spine is not affected, do not stop either before six weeks have gone by.";
    assert.deepEqual(coursesOf(text), ["- 42-42 brucellosis"]);
    assert.deepEqual(coursesOf("Doxycycline must never be stopped before six weeks."), ["doxycycline 42-42"]);
  });

  it("is read from the days of a calendar", () => {
    assert.deepEqual(coursesOf("Ceftriaxone is given on days 1 to 14."), ["ceftriaxone 14-14"]);
    const table =
      "# Buruli ulcer\n\n| Week | What is done |\n|---|---|\n| 6 | last dose of rifampicin and clarithromycin |";
    assert.deepEqual(coursesOf(table), [
      "rifampicin 42-42 buruli-ulcer",
      "clarithromycin 42-42 buruli-ulcer",
    ]);
  });

  it("is a total, whatever is said of it between", () => {
    const text = "Dispense the amoxicillin that is left of a total, hospital days included, of seven days.";
    assert.deepEqual(coursesOf(text), ["amoxicillin 7-7"]);
  });

  it("is one for each condition of a sentence", () => {
    assert.deepEqual(coursesOf("Sepsis is treated for 7 days, meningitis for 21 days."), [
      "- 7-7 sepsis",
      "- 21-21 meningitis",
    ]);
  });

  it("takes its condition from the opening of its paragraph", () => {
    assert.deepEqual(coursesOf("**Pack 4 – cellulitis.** Flucloxacillin by mouth. Seven-day supply."), [
      "- 7-7 cellulitis",
    ]);
  });

  it("is read from rows, with what their heads say", () => {
    const table =
      "| Diagnosis | Antibiotics in total |\n| --- | --- |\n| Sepsis | 10 days |\n| Meningitis | 21 days |";
    assert.deepEqual(coursesOf(table), ["- 10-10 sepsis", "- 21-21 meningitis"]);
    const by = "# Asthma\n\n| Who | Prednisolone |\n|---|---|\n| Adult | 5 days |";
    assert.deepEqual(coursesOf(by), ["prednisolone 5-5 asthma"]);
  });

  it("is no time of another kind", () => {
    for (const text of [
      "# Cellulitis\n\nReview the treatment after 3 days.",
      "# Cellulitis\n\nFever takes 2 to 3 days to settle on antibiotics.",
      "# Cellulitis\n\nThe syrup is stored for 14 days.",
      "# Cellulitis\n\nIf the treatment lasts for 14 days, take blood.",
      "# Scabies\n\nAway from school for 1 day of treatment.",
      "# PEP\n\nStarter packs hold tablets for 7 days.",
      "# Syrups\n\n| Powder | Keeps for |\n|---|---|\n| Amoxicillin | 7 days |",
      "# Operations\n\n| Medicine | Last dose before | Course |\n|---|---|---|\n| Warfarin | 5 days | |",
    ])
      assert.deepEqual(coursesOf(text), [], text);
  });

  it("is the whole treatment where a last step completes it", () => {
    assert.deepEqual(
      coursesOf(
        "# Pneumonia\n\nSevere pneumonia: ampicillin 1 g IV every 6 hours for 2 days, then amoxicillin 1 g PO three times daily to complete 10 days.",
      ),
      ["- 10-10 pneumonia"],
    );
  });

  it("ends after so many days of a treatment, and goes back to the medicine named last", () => {
    assert.deepEqual(coursesOf("# Meningitis\n\nThe line comes out after 14 days of antibiotics."), [
      "- 14-14 meningitis",
    ]);
    assert.deepEqual(coursesOf("# Meningitis\n\nLook again at the end of two months."), []);
    assert.deepEqual(
      coursesOf(
        "# Cellulitis\n\nCefalexin 500 mg PO 6-hourly. Review at 48 h, stop at 5 d when the skin is pale.",
      ),
      ["cefalexin 5-5 cellulitis"],
    );
  });

  it("is not known in a row of several", () => {
    assert.deepEqual(
      coursesOf(
        "| Form of tuberculosis | Intensive | Continuation | Total duration |\n| --- | --- | --- | --- |\n| Meningitis | 2 months | 10 months | 12 months |",
      ),
      [],
    );
  });
});

describe("a length in a caption, a leaflet or a lead-in line", () => {
  const daysOf = (text: string) =>
    parseGuideline(text).orders.map(({ medicine, duration }) => [
      medicine.name,
      typeof duration === "object" ? duration.low : duration,
    ]);
  const coursesIn = (text: string) =>
    parseGuideline(text).courses.map(({ medicine, high }) => [medicine?.name, high / 24]);

  it("a length before a colon is that of all that the sentence goes on to name", () => {
    const text =
      "# Helicobacter\n\nTriple therapy for 10 days: omeprazole 20 mg twice daily, amoxicillin 1 g twice daily.";
    assert.deepEqual(daysOf(text), [
      ["omeprazole", 10],
      ["amoxicillin", 10],
    ]);
    assert.deepEqual(daysOf("# Vomiting\n\nThird, after 10 weeks: ondansetron 4 mg IV every 8 hours."), [
      ["ondansetron", undefined],
    ]);
  });

  it("a length in commas behind a name is that of the dose behind it", () =>
    assert.deepEqual(daysOf("*Figure. A girl takes cefalexin, 7 days, one capsule morning and evening.*"), [
      ["cefalexin", 7],
    ]));

  it("a leaflet's length is of the medicine named so far, whatever is named later", () =>
    assert.deepEqual(
      coursesIn(
        "# Leaflet\n\nYou were given doxycycline. Take it for two weeks. Do not take it together with iron.",
      ),
      [["doxycycline", 14]],
    ));

  it("a school nurse hands out a course, and who is off school has none", () => {
    assert.deepEqual(coursesIn("# Sore throat\n\nThe school nurse hands out amoxicillin for 5 days."), [
      ["amoxicillin", 5],
    ]);
    assert.deepEqual(coursesIn("# Measles\n\nThe child on amoxicillin stays off school for 5 days."), []);
  });

  it("how long somebody coughed is no treatment", () =>
    assert.deepEqual(coursesIn("# Pertussis\n\nThree siblings on erythromycin coughed for 9 days."), []));
});
