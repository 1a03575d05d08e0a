// A dose may be suggested where the text gives it to the same medicine and patients, and nowhere else.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../../guideline/guideline.ts";
import { unsupportedDose } from "./unsupported-dose.ts";

/** What is between the marks was added; what comes back is what of it may stay. */
function left(marked: string): string {
  const [before = "", added = "", after = ""] = marked.split("‖");
  const span = { start: before.length, end: before.length + added.length };
  const at = unsupportedDose(parseGuideline(before + added + after), span);
  return added.slice(0, at === undefined ? undefined : at - span.start);
}

describe("unsupportedDose", () => {
  it("cuts before a dose that the text gives to another medicine", () => {
    assert.equal(
      left("# Sepsis\n\nCeftriaxone 2 g IV once daily, then gentamicin ‖by drip 2 g IV‖"),
      "by drip ",
    );
    assert.equal(
      left(
        "# Sepsis\n\n| Medicine | Dose |\n| --- | --- |\n| Ceftriaxone | 2 g IV once daily |\n| Gentamicin | ‖2 g IV‖ |",
      ),
      "",
    );
  });

  it("cuts before a dose that the text gives to other patients", () => {
    const adults = "# Pneumonia\n\n- Adults: amoxicillin 500 mg orally three times daily\n";
    assert.equal(left(`${adults}- Children: amoxicillin ‖orally 500 mg‖`), "orally ");
    assert.equal(
      left(`${adults}\n## Review\n\nAdults: continue amoxicillin ‖500 mg orally‖`),
      "500 mg orally",
    );
  });

  it("takes a ceiling for no dose", () => {
    const limited = "# Fever\n\n- Paracetamol 1 g orally every 6 hours, maximum 4 g daily\n";
    assert.equal(left(`${limited}- Later: paracetamol ‖4 g orally‖`), "");
    assert.equal(left(`${limited}- Later: paracetamol ‖1 g orally‖`), "1 g orally");
  });

  it("knows a dose in another unit", () => {
    assert.equal(
      left("# Fever\n\n- Paracetamol 1 g orally every 6 hours\n- Later: paracetamol ‖1000 mg orally‖"),
      "1000 mg orally",
    );
  });

  it("says nothing of what is no dose", () => {
    assert.equal(left("# Fever\n\nSee a doctor ‖within 24 hours‖"), "within 24 hours");
  });
});
