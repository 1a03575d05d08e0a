// The drug-name-variant rule beyond its examples: which name is marked, how a document may say that two are one.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { drugNameVariant } from "./drug-name-variant.ts";

const check = (text: string) => checkMarkdown(text, { rule: "drug-name-variant", rules: [drugNameVariant] });

describe("drug-name-variant", () => {
  it("marks the rarer name in each place, points at the other, and offers both reaches of a fix", () => {
    const { findings } = check(
      "Paracetamol 1 g. Paracetamol again, and paracetamol.\n\nAcetaminophen helps.\n^^^^^^^^^^^^^ drug-name-variant\n\nMore acetaminophen.\n     ^^^^^^^^^^^^^ drug-name-variant",
    );
    assert.equal(findings[0]?.related[0]?.message, 'Called "paracetamol" here.');
    assert.deepEqual(
      findings[0]
        ?.fixes()
        .map(({ title, edits, certain }) => [title, edits.map(({ newText }) => newText), certain]),
      [
        ['Use "paracetamol" here', ["Paracetamol"], false],
        ['Use "paracetamol" in all 2 places', ["Paracetamol", "paracetamol"], false],
      ],
    );
  });

  it("takes the first name for the document's own where both are equally frequent", () => {
    check("Salbutamol helps.\n\nThen albuterol.\n     ^^^^^^^^^");
  });

  it("marks only the name, not its salt", () => {
    check("Adrenaline 1 mg.\n\nGive epinephrine tartrate 1 mg.\n     ^^^^^^^^^^^");
  });

  it("reports mere spellings as information", () => {
    const { findings } = check("Amoxicillin 500 mg.\n\nThen amoxycillin 250 mg.\n     ^^^^^^^^^^^");
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ["information"],
    );
  });

  it("finds names of two words", () => {
    check("Benzylpenicillin 3 million units IV.\n\nThen penicillin G 1 million units.\n     ^^^^^^^^^^^^");
  });

  for (const [how, text] of [
    ["brackets", "Give pethidine (meperidine) 50 mg. Later meperidine 25 mg."],
    ["a word", "Pethidine, also known as meperidine, is given. Later meperidine."],
    ["a sign", "Paracetamol = acetaminophen. Then acetaminophen."],
    ["a slash", "## Adrenaline/epinephrine\n\nGive epinephrine. Draw up adrenaline."],
    ["a sentence", "Rifampicin is taken daily. The American label says rifampin; it is the same drug."],
    [
      "a row of a table",
      "| Name | American |\n| --- | --- |\n| salbutamol | albuterol |\n\nGive albuterol. Then salbutamol.",
    ],
  ] as const)
    it(`is silent where the document says by ${how} that they are one`, () => void check(text));

  it("is silent about salts, codes, forms, brands and other medicines", () => {
    check(
      "Quinine dihydrochloride IV, later quinine sulfate by mouth; zidovudine is AZT; 3TC is lamivudine.",
    );
    check("Sodium valproate is stopped; valproic acid too. Alendronate weekly; alendronic acid.");
    check("Co-trimoxazole daily. Cotrimoxazole 960 mg. Sulfamethoxazole/trimethoprim.");
    check(
      "Give normal saline; sodium chloride 0.9 % is warmed. Dextrose 5 %, then glucose. Vitamin K, phytomenadione.",
    );
    check("Prednisolone or prednisone; adrenaline and noradrenaline; cloxacillin and flucloxacillin.");
  });

  it("is silent about the titles of sources", () => {
    check("Give adrenaline.\n\n## References\n\n1. Epinephrine in cardiac arrest, 2018.");
  });
});
