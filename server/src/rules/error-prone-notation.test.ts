// The error-prone-notation rule beyond its examples: kinds, profiles, what is left alone, and what a fix writes.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { growth } from "../../../test/support/scaling.ts";
import { errorProneNotations } from "../guideline/error-prone-notation.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { forgetTexts } from "../text/memory.ts";
import { applyEdits } from "../text/span.ts";
import { errorProneNotation } from "./error-prone-notation.ts";

type Options = Readonly<Record<string, unknown>>;
const findingsIn = (text: string, options: Options = {}) => [
  ...errorProneNotation.check(parseGuideline(text), { options }),
];

/** The text after the first fix of its only finding, marked where the fix is a choice. */
function mended(text: string, options?: Options): string {
  const findings = findingsIn(text, options);
  assert.deepEqual(findings.length, 1, text);
  const [fix] = findings[0]?.fixes() ?? [];
  return `${applyEdits(text, fix?.edits ?? [])}${fix?.certain ? "" : " (choice)"}`;
}

describe("error-prone-notation", () => {
  it("leaves a text alone whose blanks were lost", () => {
    const found = (text: string) => [...errorProneNotation.check(parseGuideline(text), {})].length;
    assert.equal(found("Intubating dose0.15 mg/kg over 5 secondsMaintenance0.01 mg/kgContinuous"), 0);
    assert.equal(found("Intubating dose0.15 mg/kg over 5 seconds"), 1);
  });

  for (const [text, expected] of [
    ["Give 5.0 mg orally.", "Give 5 mg orally."],
    ["Give propranolol20 mg orally.", "Give propranolol 20 mg orally."],
    ["Give 5 mL or ii tsp orally.", "Give 5 mL or 2 tsp orally."],
    ["Give 2.50 mg orally.", "Give 2.5 mg orally."],
    ["Give 5,0 mg orally.", "Give 5 mg orally."],
    ["Give 1·0 mL IM.", "Give 1 mL IM."],
    ["Give 0.5–2.0 mg/kg IV.", "Give 0.5–2 mg/kg IV."],
    ["Give 2.0–4 mg IV.", "Give 2–4 mg IV."],
    ["Give .5 mg at night.", "Give 0.5 mg at night."],
    ["Give **.25** mg at night.", "Give **0.25** mg at night."],
    ["Use bupivacaine .5%.", "Use bupivacaine 0.5%."],
    ["Insulin 10U at noon.", "Insulin 10 units at noon."],
    ["Insulin 1 U at noon.", "Insulin 1 unit at noon."],
    ["Heparin 18 U/kg/h IV.", "Heparin 18 units/kg/h IV."],
    ["Digoxin 0.125 mg q.o.d. for life.", "Digoxin 0.125 mg every other day for life."],
    ["Digoxin 0.125 mg QD.", "Digoxin 0.125 mg once daily."],
    ["Fentanyl 50 µg IV, then 25 mcg.", "Fentanyl 50 mcg IV, then 25 mcg."],
    ["Fentanyl 50 µg IV.", "Fentanyl 50 micrograms IV. (choice)"],
    ["Inject 2cc, 5 cc at most.", "Inject 2 mL, 5 mL at most."],
    ["Heparin 5,000 units sub q daily.", "Heparin 5,000 units subcutaneously daily."],
    ["Temazepam 10 mg orally HS.", "Temazepam 10 mg orally at bedtime."],
    ["Timolol 1 drop OU twice daily.", "Timolol 1 drop in both eyes twice daily."],
    ["Epoetin 4,000 units TIW.", "Epoetin 4,000 units three times weekly."],
    ["Give MSO4 5 mg IV.", "Give morphine sulfate 5 mg IV. (choice)"],
    ["Amoxicillin 500 mg three times daily x5d.", "Amoxicillin 500 mg three times daily for 5 days."],
    ["Amoxicillin 500 mg three times daily for 5/7.", "Amoxicillin 500 mg three times daily for 5 days."],
    ["Run it @ 20 drops a minute.", "Run it at 20 drops a minute."],
    ["Give 1 200 000 units, then 2400000 units IM.", "Give 1 200 000 units, then 2 400 000 units IM."],
    ["Give 2400000 units IM.", "Give 2,400,000 units IM. (choice)"],
  ] as const)
    it(`mends ${JSON.stringify(text)}`, () => assert.equal(mended(text), expected));

  for (const text of [
    "Transfuse below Hb 7.0 g/dL. Keep potassium at 4.0 mmol/L, lactate under 2.0 mmol per litre.",
    "Haemoglobin was 6.0 g. Potassium value >6.0mEq. Birth weight 3.0 kg. INR 2.0. Creatinine 1.0 mg/dL.",
    "See section .5, version 2.0 and Amp .50mg. Buy 1.000 tablets and 1,000 mg.",
    "ALT 40 U/L; G6PD 4 U/g. Shot by a U.S. soldier. Type 2 U-shaped scar.",
    "Lead 10 µg/dL, ferritin 15 µg/L. Air with 35 µg/m³.",
    "QDS and QID stay, as do AS and HS where no dose is: HS murmurs.",
    "Area 1.7 sq m. Write to a@b.org. Chosen AS NEEDED after 5 mg AS NEEDED.",
    "Call 0712345678 about case 2024001176.",
    "Magnesium sulfate (MgSO4) 4 g IV. MgSO4 again.",
    '"10 U" and "QD" stand only in quotation marks.',
    "## References\n\nGive 5.0 mg and 10U QD.",
    "`5.0 mg` and <!-- 10U -->",
    "| Weight | Volume |\n| --- | --- |\n| 5 kg | 0.5 mL |\n| 10 kg | 1.0 mL |\n| 15 kg | 1.5 mL |",
  ])
    it(`leaves alone ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        findingsIn(text).map(({ message }) => message),
        [],
      ));

  it("reports a dose among whole numbers of a table", () => {
    checkMarkdown(
      "| Weight | Dose |\n| --- | --- |\n| 5 kg | 2 mg |\n| 10 kg | 5.0 mg |\n          ^^^ error-prone-notation\n| 15 kg | 7.5 mg |",
      { rules: [errorProneNotation] },
    );
  });

  it("reports a habit once, with its other places, and mends them all", () => {
    const [finding, ...others] = findingsIn("Use 5cc.\n\nThen 10 cc and 3 CC.");
    assert.equal(others.length, 0);
    assert.equal(finding?.severity, "information");
    assert.equal(finding?.related.length, 2);
    assert.equal(finding?.fixes()[0]?.edits.length, 3);
  });

  it("is as strict as its profile, with kinds more or less", () => {
    const text = "Amoxicillin 500mg OD & AZT BID, vitamin A 200,000 IU, benzylpenicillin 5 MU.";
    const kinds = (options: Options) => findingsIn(text, options).length;
    assert.equal(kinds({}), 0);
    assert.equal(kinds({ profile: "who" }), 4);
    assert.equal(kinds({ profile: "ismp" }), 6);
    assert.equal(kinds({ also: ["run-together"] }), 1);
    assert.equal(findingsIn("Insulin 10U.", { except: ["unit-letter"] }).length, 0);
  });

  it("takes linear time on digits and signs without end", () => {
    for (const part of ["1.0", ".5 ", "10 U ", "5.0 mg ", "a. ", "0 ", "5cc "]) {
      const work = (size: number) => {
        forgetTexts();
        errorProneNotations(parseGuideline(part.repeat(size)));
      };
      assert.ok(growth(work, 2000) < 10, JSON.stringify(part));
    }
  });

  it("reports once what a text writes all the time", () => {
    const doses = [10, 20, 30, 40, 50].map((dose) => `- Heparin ${dose}00 U IV once.`);
    assert.deepEqual(
      findingsIn(doses.join("\n")).map(({ related }) => related.length),
      [4],
    );
    assert.equal(findingsIn(doses.slice(0, 3).join("\n")).length, 3);
    assert.deepEqual(findingsIn("4.3.4 U&Es to assess renal function."), []);
  });
});
