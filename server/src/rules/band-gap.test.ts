// band-gap: gaps of every axis, what meets without one, the fixes, and the sample guidelines.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { bandGap } from "./band-gap.ts";
import { checkGuideline } from "./index.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: bandGap.id, rules: [bandGap] }).findings;
const table = (head: string, ...rows: string[]) => [head, "| --- | --- |", ...rows].join("\n");

describe(bandGap.id, () => {
  it("reads ends behind a comma, tenths behind a whole number, and bands that only their ends join", () => {
    check(
      table(
        "| Bilirubin (micromol/L) | Part |",
        "| up to 20 | full |",
        "| above 20, up to 50 | half |",
        "| above 60, up to 85 | quarter |\n  ^^^^^^^^^^^^^^^^^^",
        "| above 85 | none |",
      ),
    );
    check(
      table(
        "| Weight | Sachets |",
        "| 5.5 to under 7 kg | 2 |",
        "| 7 to under 8 kg | 3 |",
        "| 8.5 to under 9.5 kg | 4 |\n  ^^^^^^^^^^^^^^^^^^^",
      ),
    );
    check(
      "Nothing is done below 20 mg/kg. From 20 to less than 30 mg/kg the child is watched. From 40 mg/kg it goes to hospital.\n                                                                                    ^^^^^^^^^^^^^",
    );
  });

  it("takes a second scale for no rows that the first one lacks", () => {
    check(
      "| Glucose (mg/dL) | Units |\n| --- | --- |\n| under 150 | 0 |\n| 150–200 | 2 |\n| 201–250 | 4 |\n| 260–300 | 6 |\n  ^^^^^^^\n| over 300 | 8 |\n\nAt bedtime:\n\n| Glucose (mg/dL) | Units |\n| --- | --- |\n| under 250 | 0 |\n| 250–300 | 2 |\n| over 300 | 4 |",
    );
    check(
      "Zinc by mouth for 14 days. The dose is 10 mg for infants up to 5 completed months and 20 mg for children aged 12 to 59 months.\n                                                                                                              ^^^^^^^^^^^^^^^",
    );
    check(
      "Enoxaparin 40 mg once daily (50–90 kg) for 6 weeks after birth; 20 mg below 50 kg; 60 mg from 91 kg to 130 kg.",
    );
  });

  it("reads what is counted without its unit, what each line says of a rate, and tenths from whole numbers", () => {
    for (const text of [
      "Children of 10 to 14.9 kg swallow one; those of 15 to 19.9 kg swallow one and a half. Children of 30 to 39.9 kg swallow three.\n                                                                                                  ^^^^^^^^^^^^^",
      "The number of vials is one for children of 5 to 8 kg, two for 9 to 16 kg, and four for 25 to 33 kg.\n                                                                                       ^^^^^^^^^^^",
      "- Under 1 year: 110 to 160 beats per minute\n- 1 to 2 years: 100 to 150 beats per minute\n- 6 to 12 years: 80 to 120 beats per minute\n  ^^^^^^^^^^^^^",
      "| Lactate | Act |\n| --- | --- |\n| below 2 mmol/L | ward |\n| 2 to 2.9 mmol/L | repeat |\n| 4 to 5.9 mmol/L | theatre |\n  ^^^^^^^^^^^^^^^\n| 6 mmol/L and above | call |",
      "**Vitamin A, 6 to 59 months**\n\n- 6 to 11 months: 100 000 units\n- 24 to 59 months: 200 000 units\n  ^^^^^^^^^^^^^^^\n\n**Albendazole, 12 to 59 months**\n\n- 12 to 23 months: 200 mg\n- 24 to 59 months: 400 mg",
    ])
      check(text);
    check("Lidocaine: 5–9.5 kg 1 mL; 10–14.5 kg 2 mL; 15–19.5 kg 3 mL.");
  });

  it("reads sentences that name the medicine again, and weeks at which babies are born", () => {
    check(
      "Adults aged 60 to 69 years without heart failure begin with bisoprolol 5 mg once daily. For adults aged 70 to 75 years we halve it: bisoprolol 2.5 mg once daily. Adults aged 80 years and older start with bisoprolol 1.25 mg once daily.\n                                                                                                                                                                              ^^^^^^^^^^^^^^^^^^",
    );
    check(
      "## The premature baby\n\n- Less than 30 weeks: by tube, every 2 hours\n- 30 to 32 weeks: by tube and cup\n- 34 to 36 weeks: by cup\n  ^^^^^^^^^^^^^^",
    );
    check(
      "Children aged 2 to 5 years receive praziquantel 300 mg once. Children aged 10 to 14 years receive albendazole 400 mg once.",
    );
    check(
      "| Level | Act |\n| --- | --- |\n| below 3.9 mmol/L | sugar by mouth |\n| below 2.5 mmol/L | hospital |\n| above 11.1 mmol/L | no extra insulin |",
    );
  });

  it("names what is missing and where the neighbour stands", () => {
    const [finding] = check("- 4–9 kg: 1 tablet\n- 10–13 kg: 2 tablets\n- 15–19 kg: 3 tablets\n  ^^^^^^^^");
    assert.match(finding?.message ?? "", /"10–13 kg" \(line 2\).*14 kg/);
    assert.equal(finding?.related.length, 1);
  });

  it("sees months beside years, weeks with days, scores and values in any order", () => {
    check("- under 12 months: nothing\n- 12–23 months: ½ tablet\n- 3–14 years: 1 tablet\n  ^^^^^^^^^^");
    check(
      "- less than 30+0 weeks: every 48 h\n- 30+0 to 34+6 weeks: every 36 h\n- 37+0 weeks or more: every 24 h\n  ^^^^^^^^^^^^^^^^^^",
    );
    check(
      table(
        "| Score | Action |",
        "| 0–2 | home |",
        "| 3–4 | ward |",
        "| 6 | doctor |\n  ^",
        "| 7 or more | help |",
      ),
    );
    check(
      table(
        "| Potassium (mmol/L) | Give |",
        "| over 5.5 | none |",
        "| 3.5–5.5 | 40 mmol |",
        "| below 3.3 | ask |\n  ^^^^^^^^^",
      ),
    );
  });

  it("knows an end that is not included", () => {
    const bands = (start: string) =>
      `Children from 7 kg up to but not including 10 kg: 2.5 mL. From 10 kg up to, but not including, 18 kg: 5 mL. From ${start} kg up to but excluding 30 kg: 10 mL.`;
    assert.equal(check(bands("18")).length, 0);
    const found = checkGuideline(parseGuideline(bands("20"))).findings.filter(
      ({ rule }) => rule === bandGap.id,
    );
    assert.equal(found.length, 1);
  });

  it("is silent about steps, shared ends, exceptions at both ends and coarse scales", () => {
    check(table("| Weight | Tablets |", "| 3–5.9 kg | 1 |", "| 6–9.9 kg | 2 |", "| ≥ 10 kg | 3 |"));
    check(
      table("| Age | Dose |", "| 1–5 years | 5 mg |", "| 5–12 years | 10 mg |", "| 13–17 years | 20 mg |"),
    );
    check("Below 6 kg 20 mg, above 70 kg 200 mg of artesunate.");
    check(
      table(
        "| Performance (%) | Meaning |",
        "| 80–90 | active |",
        "| 60–70 | some help |",
        "| 40–50 | in bed |",
      ),
    );
  });

  it("is silent where the section speaks of what lies between", () => {
    check(
      "- 4–9 kg: 1 tablet\n- 10–13 kg: 2 tablets\n- 15–19 kg: 3 tablets\n\nA child of 14 to 15 kg takes 2½ tablets.",
    );
  });

  it("is silent where the section settles what is between two bands", () => {
    check(
      "- 4–9 kg: 1 tablet\n- 10–13 kg: 2 tablets\n- 15–19 kg: 3 tablets\n\nBetween two weights take the lower band.",
    );
  });

  it("takes how many it happens to, lone figures, what is normal, and others' values for no bands", () => {
    check("- 20–30% one-year mortality in mild cases\n- ≥ 50% one-year mortality in severe ones");
    check(
      "- Medium suction on the gastric port\\\n  60-100 mmHg.\n- High suction on the other\\\n  120-150 mmHg.",
    );
    check("- Normal 20–35 mmHg\n- <10 mmHg is dangerous");
    check("1. Above 400 µmol/l in term infants.\n2. Above 250 to 350 µmol/l in preterm infants.");
    // A line break was lost.
    check("- 31 to 45 kg: 3 tablets children 20 to 30 kg: 2 tablets\n- 15 to 19 kg: 1 tablet");
  });

  it("reads a row whose blank was lost, and does not leap over one it does not understand", () => {
    check(
      table(
        "| Weight | Syrup |",
        "| 5 to 9.9 kg | 5 mL |",
        "| 10 to14.9 kg | 7.5 mL |",
        "| 15 to 21.9 kg | 10 mL |",
      ),
    );
  });

  it("offers either figure, and each cures it", () => {
    const text = table("| Weight | Tablets |", "| 4–9 kg | 1 |", "| 10–13 kg | 2 |", "| 15–19 kg | 3 |");
    const [finding] = checkGuideline(parseGuideline(text), { list: [bandGap] }).findings;
    const fixes = finding?.fixes() ?? [];
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['End "10–13 kg" at 14', 'Begin "15–19 kg" at 14'],
    );
    for (const { edits } of fixes) check(applyEdits(text, edits));
  });

  it("reads counts of cells, whose ends are written with fewer digits", () => {
    const rows = (low: string) =>
      `- 1.5 × 10⁹/L or more: full dose\n- ${low} to below 1.5 × 10⁹/L: 75% of the dose\n- below 1 × 10⁹/L: wait`;
    check(rows("1"));
    check(`${rows("1.2").replace(": wait", ": wait\n  ^^^^^^^^^^^^^^^")}`);
  });

  it("misses nothing where the heading says what the goal is, nor between two changes", () => {
    const rows = "| INR | Dose |\n| --- | --- |\n| <2 | raise |\n| 3.1–3.5 | lower |\n| 3.6–4 | hold |";
    check(`## Goal INR 2–3\n\n${rows}`);
    check("- 0.5–1 mmol/L rise in most\n- 5–10 mmol/L rise in burns");
    check("- 0.5–1 mmol/L: wait\n- 5–10 mmol/L: refer\n  ^^^^^^^^^^^");
  });
});
