// Numbers in a foreign format: which are found, and what is no number of the document at all.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { applyEdits } from "../text/span.ts";
import { numberFormatMixed } from "./number-format-mixed.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "number-format-mixed", rules: [numberFormatMixed] });

describe("number-format-mixed", () => {
  it("marks the rarer decimal sign, whichever it is", () => {
    check("Give 2,5 mg, then 0,5 mg and 1.6 mL.\n                             ^^^");
    check("Give 2·5 mg, then 0·5 mg and 1,6 mL.\n                             ^^^");
    check("| Weight (kg) | Dose (mg) |\n| --- | --- |\n| 2,5–2,9 | 1.5 |\n  ^^^^^^^\n| 3.5 | 1.6 |");
  });

  it("takes works that are cited, pages and months for no quantities", () => {
    const said = "Give 1,000 mL, then 2.5 mg.\n\n";
    check(`${said}It falls by half. 28-31,102,103 Among others it fell.`);
    check(`${said}| Aim | Source |\n| --- | --- |\n| -5 | 20-22,93 |\n`);
    check(`${said}| Gauze | Pages |\n| --- | --- |\n| sterile | 97 218 |\n`);
    check(`${said}Doses at 0,1, 6 months.`);
  });

  it("takes a telephone number over a line, and columns run together, for no thousands", () => {
    check("Give 1,000 mL, then 2,500 mL.\n\n| Ask |\n| --- |\n| Call 0726<br>460 000 |\n");
    check("Give 1,000 mL, then 2,500 mL.\n\n10 mg/kg ½–1 250–500 4 2000\n");
  });

  it("reads thousands with points", () => {
    check(
      "Adults 1,200,000 units, children 600,000 units, once 2.400.000 units.\n                                                     ^^^^^^^^^",
    );
  });

  it("marks the rarer thousands sign", () => {
    check(
      "Give 1 200 000 units, 600 000 units or 50,000 units.\n                                       ^^^^^^",
    );
    check("He needs 4.200 mL: 2,100 mL now and 2,100 mL later.\n         ^^^^^");
  });

  it("marks thousands set off by the decimal sign", () => {
    check("Give 2,5 mL or 0,5 mL; heparin 5,000 units.\n                               ^^^^^");
    check("Give 0.125 mg, 3.125 mg and 1.500 kg.");
  });

  it("leaves out what is no quantity", () => {
    check("Give 2.5 mL at 6,10 and 14 weeks [1,2], days 1,2 and 3.");
    check("Give 0,5 mL at 08.00 and 20.00, see section 4.2, version 2.3, on 14.05.2025.");
    check("Dilute 1:200,000; call 0800 600 100. Then 1,200,000 units.");
    check("Give 0.5 mL.\n\n## References\n\n1. Journal 2,5 mg and 0,5 mg, 10 000 patients.");
    check("Give 100,000 units and 2 500 mg tablets.");
  });

  it("writes the number as the document does", () => {
    const { guideline, findings } = check("Give 7,5 mg, 0.5 mL or 2.5 mL.\n     ^^^");
    const [fix] = findings[0]?.fixes() ?? [];
    assert.equal(fix?.certain, true);
    assert.equal(applyEdits(guideline.text, fix?.edits ?? []).slice(0, 11), "Give 7.5 mg");
  });

  it("takes round thousands of anything for thousands", () => {
    check(
      "Heparin 5'000 units, 25'000 units; stop at 100,000 platelets.\n                                           ^^^^^^^",
    );
    check("In 2,000 people; ratio 1:10,000; 1,250 dollars. Give 5,000 units.");
  });

  it("takes works that are cited for no thousands", () => {
    check("Of 36 000 births, as said in [73,114,115] and [1,200,300].");
  });

  it("takes strengths in brackets and steps of a rate for no decimals", () => {
    check("Give 2.5 mg or 7.5 mg. RHZE (150,75,400,275 mg). Double the rate (5,10,20,40 mL/hour).");
  });
});
