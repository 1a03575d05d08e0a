// Which courses lack their length beside others that have it, and what stands in for one.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { missingLengths } from "./missing-length.ts";

const found = (text: string) => missingLengths(parseGuideline(text)).map(({ order }) => order.medicine.name);

const doxycycline = "- Give doxycycline 100 mg PO twice daily";
const metronidazole = "- Give metronidazole 400 mg PO twice daily for 14 days.";
const heading = "# Pelvic inflammatory disease\n\n";

describe("missingLengths", () => {
  it("finds the one of a list, a table or a paragraph", () => {
    assert.deepEqual(found(`${heading}${doxycycline}.\n${metronidazole}`), ["doxycycline"]);
    assert.deepEqual(
      found(
        "# Cystitis\n\n| Medicine | Dose PO | Duration |\n|---|---|---|\n| nitrofurantoin | 100 mg twice daily | 5 days |\n| ciprofloxacin | 500 mg twice daily | |\n",
      ),
      ["ciprofloxacin"],
    );
    assert.deepEqual(
      found(
        "# Mastitis\n\nCloxacillin 500 mg PO four times daily for 10 days. In allergy erythromycin 500 mg PO four times daily.",
      ),
      ["erythromycin"],
    );
  });

  it("is not told by the length of what else is used", () => {
    const cream = "- Apply clotrimazole cream 1% twice daily for 4 weeks.";
    assert.deepEqual(found(`${heading}${doxycycline}.\n${metronidazole}\n${cream}`), ["doxycycline"]);
  });

  it("takes a line above, a sentence of all of them or an end in other words for a length", () => {
    assert.deepEqual(found(`${heading}For 14 days:\n\n${doxycycline}\n${metronidazole}`), []);
    assert.deepEqual(found(`${heading}${doxycycline}.\n${metronidazole}\n\nAll are taken for 14 days.`), []);
    assert.deepEqual(found(`${heading}${doxycycline} ; stop when the pain is gone.\n${metronidazole}`), []);
    assert.deepEqual(found(`${heading}${doxycycline}, 14 doses.\n${metronidazole}`), []);
  });

  it("asks for none of what is given once, by needle, for good or to children as to adults", () => {
    assert.deepEqual(found(`${heading}- Give azithromycin 1 g PO once.\n${metronidazole}`), []);
    assert.deepEqual(found(`${heading}- Give ceftriaxone 1 g IV once daily.\n${metronidazole}`), []);
    assert.deepEqual(
      found("# HIV\n\n- Tenofovir 300 mg PO once daily\n- Fluconazole 200 mg PO once daily for 7 days"),
      [],
    );
    assert.deepEqual(
      found(
        "# Otitis\n\n- Adults: amoxicillin 500 mg PO every 8 hours for 5 days\n- Children: amoxicillin 40 mg/kg PO every 8 hours",
      ),
      [],
    );
  });
});
