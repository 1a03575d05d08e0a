// The drug-name-unknown rule beyond its examples: real names that look alike, foreign spellings, and places.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { drugNameUnknown } from "./drug-name-unknown.ts";

const check = (text: string) => checkMarkdown(text, { rule: "drug-name-unknown", rules: [drugNameUnknown] });

describe("drug-name-unknown", () => {
  it("finds letters left out, added, exchanged and swapped, in any place", () => {
    check("- Chlopromazine, 50 mg orally at night\n  ^^^^^^^^^^^^^");
    check("### Midazalom\n    ^^^^^^^^^\n\nFor seizures.");
    check("Take the blood of those on warfrin.\n                           ^^^^^^^");
    check(
      "| Name | Dose |\n| --- | --- |\n| **doxycline** | 100 mg |\n    ^^^^^^^^^\n| amoxicillin | 500 mg |",
    );
  });

  it("offers the right spelling in the case that is written, and applies it when one letter is wrong", () => {
    const { findings } = check("Ceftriaxome 1 g IV daily.\n^^^^^^^^^^^");
    const [fix] = findings[0]?.fixes() ?? [];
    assert.equal(fix?.title, 'Correct to "Ceftriaxone"');
    assert.equal(fix?.certain, true);
    assert.deepEqual(fix?.edits, [{ span: { start: 0, end: 11 }, newText: "Ceftriaxone" }]);
  });

  it("leaves alone what emphasis cuts, what is marked as a brand and what brackets call by another name", () => {
    check("HELLP: **H**emolysis and **L**ow **P**latelets. **paroxetin**e PO: 10 mg once daily.");
    check("Oral glucose (Glucoze 15™) for those awake.");
    check("Diloxanide furoate (Fluramide) and Fluramide (diloxanide furoate).");
    check("Warfrin (Coumadin) and Odansetron (Zofran).\n^^^^^^^\n                       ^^^^^^^^^^");
  });

  it("leaves what a cell's line or a lost ligature has cut, and warns once of a cell that spans a row", () => {
    const table = (cell: string) => `| Drug | Dose |\n| --- | --- |\n| ${cell} | 1 g |\n`;
    check(table("Lopinavir/ritonav<br>ir"));
    const broken = "The interacton and reducton of a positve test.";
    check(`${broken}\n\n- Rifabutn\n- Bromocriptne\n`);
    check("- Rifabutn\n  ^^^^^^^^\n");
    const severities = (text: string) =>
      [...drugNameUnknown.check(parseGuideline(text), {})].map(({ severity }) => severity ?? "warning");
    assert.deepEqual(severities("| Pyrldoxine | Pyrldoxine |\n| --- | --- |\n| 1 mg | 2 mg |\n"), [
      "warning",
      "information",
    ]);
  });

  it("names another medicine that is nearly as near, and is not sure then", () => {
    const [finding] = check("- Clotrimoxazole vaginal cream\n  ^^^^^^^^^^^^^^\n").findings;
    assert.match(finding?.message ?? "", /"cotrimoxazole" is, and so is "clotrimazole"/);
    assert.deepEqual(
      finding?.fixes().map(({ certain }) => certain),
      [false, false],
    );
  });

  it("offers the usual name, not the foreign one that is nearer", () => {
    const { findings } = check("Give gentamycine 5 mg/kg IV.\n     ^^^^^^^^^^^");
    assert.equal(findings[0]?.fixes()[0]?.title, 'Correct to "gentamicin"');
  });

  it("prefers the name that the document uses where two are equally near", () => {
    const { findings } = check(
      "Give hydroxocobalamin. Then hydroxcobalamin 1 mg.\n                            ^^^^^^^^^^^^^^^",
    );
    assert.equal(findings[0]?.fixes()[0]?.edits[0]?.newText, "hydroxocobalamin");
  });

  it("names both where a word may be either of two, in the place of a medicine", () => {
    const { findings } = check("Give prednislone 40 mg by mouth once daily.\n     ^^^^^^^^^^^");
    assert.deepEqual(
      findings[0]?.fixes().map(({ title, certain }) => [title, certain]),
      [
        ['Correct to "prednisolone"', false],
        ['Correct to "prednisone"', false],
      ],
    );
    check("Whether prednislone helps is not known.");
  });

  it("takes no ending for a foreign one that no language has", () => {
    check("Give haloperidole 5 mg by mouth twice daily.\n     ^^^^^^^^^^^^");
    check("Give haloperidolo 5 mg by mouth twice daily.");
  });

  it("knows the other medicine of a pair that looks alike", () => {
    for (const name of [
      "hydroxyzine",
      "hydralazine",
      "cisatracurium",
      "rifabutin",
      "oxcarbazepine",
      "prednisone",
      "mefloquine",
    ])
      check(`Give ${name} 10 mg orally once daily; hydralazine, rifampicin and prednisolone are others.`);
  });

  it("is silent about foreign spellings, classes, brands, chemistry and people", () => {
    check("The label says *ivermectine*; ask for ceftriaxona or azitromicina at the border.");
    check("Fluoroquinolones, sulfonamides and penicillins are stopped. Coartem and Augmentin are brands.");
    check("Creatinine, lactose, retinal bleeding, dextrin, propane and proteins have nothing to do with it.");
    check("Meena, 34 kg, was seen by Dr Warfare. Cooper and Clementine helped.");
  });

  it("leaves the names of authors alone", () => {
    check("Text.\n\n## References\n\n1. Morphin A, Ceftriaxo B. Journal 2019.");
  });

  it("takes a word for a name of its own when it is written again and again", () => {
    check("Give ceftriazone. Ceftriazone 1 g. Ceftriazone 2 g. Ceftriazone 3 g. Ceftriazone again.");
  });

  it("does not take a run-together route for a misspelling", () => {
    check("metronidazolepo 400 mg three times daily");
  });

  it("says by way of information how a maker calls a product, and is silent where a blank is missing", () => {
    const [found] = drugNameUnknown.check(
      parseGuideline("# List\n\n## Metronidazole\n\n### Metronizole 250 mg\n\nTake it with food."),
      { neighbours: [] },
    );
    assert.equal(found?.severity, "information");
    check("| Contraindications | Allergy toTerbinafine. |\n|---|---|\n| Form | Doxorubicin Liposome |");
  });

  it("is silent about the rest of a word that a line's end has cut", () => {
    check("Overnight 1 mg dexa- methasone suppression test.");
  });

  it("knows a name by its salt, and one that is said in a combination", () => {
    check("Treat for 28 days with tenofivor disoproxil 300 mg.\n                       ^^^^^^^^^");
    check(
      "| Who | What |\n| --- | --- |\n| Adults | artemether/lumefantrine 4 tablets |\n\nThe fever of those on lumefantirne comes back late.\n                      ^^^^^^^^^^^^",
    );
    check("The lactase and its acetate are enzymes.");
  });
});
