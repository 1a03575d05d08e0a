// The drug-name-variant rule beyond its examples: which name is marked, how a document may say that two are one.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { drugNameVariant } from "./drug-name-variant.ts";
import { checkGuideline } from "./index.ts";

const check = (text: string) => checkMarkdown(text, { rule: "drug-name-variant", rules: [drugNameVariant] });

function findingsIn(text: string, options = {}) {
  return [...drugNameVariant.check(parseGuideline(text), { options })];
}

function across(own: string, ...others: readonly string[]) {
  const neighbours = others.map((text, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(text) }));
  return checkGuideline(parseGuideline(own), { list: [drugNameVariant], neighbours }).findings.map(
    ({ span, severity }) => [own.slice(span.start, span.end), severity],
  );
}

describe("drug-name-variant", () => {
  it("is silent about a plant, and where one name goes on as the other", () => {
    const found = (text: string) => [...drugNameVariant.check(parseGuideline(text), {})].length;
    assert.equal(found("Podophyllin twice a week.\n\nAn extract of the podophyllum plant.\n"), 0);
    assert.equal(found("Podophyllin twice a week.\n\nApply podophyllum to warts.\n"), 1);
    assert.equal(
      found("Aspirin: (acetylsalicylic acid)\n\nGive aspirin.\n\nGive acetylsalicylic acid.\n"),
      0,
    );
    assert.equal(found("Give divalproex at night.\n\nValproate is not for women.\n"), 0);
    assert.equal(found("Crystalline penicillin G 50,000 units.\n\nPenicillin G is the drug of choice.\n"), 0);
  });

  it("compares documents that each keep to one name", () => {
    assert.deepEqual(across("Frusemide 40 mg.", "Furosemide 40 mg."), [["Frusemide", "information"]]);
    assert.deepEqual(across("Furosemide 40 mg.", "Frusemide 40 mg."), []);
    assert.deepEqual(across("Frusemide 40 mg.", "Furosemide (frusemide) 40 mg."), []);
  });

  it("marks the rarer name in each place, points at the other, and offers both reaches of a fix", () => {
    const { findings } = check(
      "Furosemide 40 mg. Furosemide again, and furosemide.\n\nFrusemide helps.\n^^^^^^^^^ drug-name-variant\n\nMore frusemide.\n     ^^^^^^^^^ drug-name-variant",
    );
    assert.equal(findings[0]?.related[0]?.message, 'Called "furosemide" here.');
    assert.deepEqual(
      findings[0]
        ?.fixes()
        .map(({ title, edits, certain }) => [title, edits.map(({ newText }) => newText), certain]),
      [
        ['Use "furosemide" here', ["Furosemide"], false],
        ['Use "furosemide" in all 2 places', ["Furosemide", "furosemide"], false],
      ],
    );
  });

  it("takes the first name for the document's own where both are equally frequent", () => {
    check("Lidocaine helps.\n\nThen lignocaine.\n     ^^^^^^^^^^");
  });

  it("marks only the name, not its salt", () => {
    check("Lignocaine 1 %.\n\nGive lidocaine hydrochloride 2 %.\n     ^^^^^^^^^");
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
    ["brackets", "Give furosemide (frusemide) 40 mg. Later frusemide 20 mg."],
    ["a word", "Furosemide, also known as frusemide, is given. Later frusemide."],
    ["a sign", "Lidocaine = lignocaine. Then lignocaine."],
    ["a slash", "## Lidocaine/lignocaine\n\nGive lignocaine. Draw up lidocaine."],
    ["a sentence", "Lidocaine is used. The old label says lignocaine; it is the same drug."],
    [
      "a row of a table",
      "| Name | Old name |\n| --- | --- |\n| furosemide | frusemide |\n\nGive frusemide. Then furosemide.",
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

  it("leaves levels in blood to the laboratory", () => {
    check("Levothyroxine 100 micrograms. Measure free thyroxine after 8 weeks.");
  });

  it("reads the name of a medicine whose level is measured", () => {
    const overdose = (name: string) =>
      findingsIn(`Acetaminophen in overdose harms the liver.\n\nTreat when the ${name} level is high.`)
        .length;
    assert.equal(overdose("paracetamol"), 1);
    assert.equal(overdose("acetaminophen"), 0);
  });

  it("is silent about the titles of sources", () => {
    check("Give furosemide.\n\n## References\n\n1. Frusemide in heart failure, 1988.");
  });
});

describe("drug-name-variant of American names", () => {
  it("takes a name that only explains another one for no name of that document", () => {
    const explains = "Begin with paracetamol (called acetaminophen in American leaflets) 1 g.";
    assert.deepEqual(across("Acetaminophen 1 g.", explains), [["Acetaminophen", "information"]]);
    assert.deepEqual(across("Paracetamol 1 g.", explains), []);
    assert.deepEqual(across(explains, "Acetaminophen 1 g."), []);
    assert.deepEqual(across("Acetaminophen 1 g.", `${explains} Acetaminophen is sold.`), []);
  });

  it("marks the rarer name, with all its places, as a warning", () => {
    const text = "Paracetamol 1 g. Paracetamol again.\n\nAcetaminophen helps. More acetaminophen.";
    const [finding] = findingsIn(text);
    assert.equal(finding?.severity, "warning");
    const [fix] = finding?.fixes() ?? [];
    assert.equal(
      applyEdits(text, fix?.edits ?? []),
      "Paracetamol 1 g. Paracetamol again.\n\nParacetamol helps. More paracetamol.",
    );
  });

  it("takes the name that the project asks for", () => {
    const text = "Give rifampicin daily. Take rifampicin fasting. Rifampin stains urine.";
    assert.deepEqual(
      findingsIn(text, { names: "american" }).flatMap(({ span }) => text.slice(span.start, span.end)),
      ["rifampicin"],
    );
  });

  it("is silent where the names are said to be the same", () => {
    assert.deepEqual(findingsIn("Give pethidine (meperidine) 50 mg. Later meperidine 25 mg."), []);
  });

  it("warns once of one name, and informs where both names are seen to be of one medicine", () => {
    const severities = (text: string) => findingsIn(text).map(({ severity }) => severity ?? "none");
    const frusemide = "Furosemide. Furosemide. Furosemide.\n\nFrusemide 40 mg.\n\nFrusemide 20 mg.";
    assert.deepEqual(severities(frusemide), ["warning", "information"]);
    assert.deepEqual(severities("Thyroxine. Thyroxine.\n\nLevothyroxine 50 mcg."), ["information"]);
    assert.deepEqual(severities("Aciclovir 200 mg. Aciclovir.\n\nAcyclovir 5 %."), ["information"]);
  });

  it("reads a list of names as names of one medicine, and neither an index nor a protein as a use", () => {
    check("Penicillin G, benzylpenicillin, crystalline penicillin.\n\nCrystalline penicillin 1 MU.");
    check("Furosemide 40 mg.\n\n# F\n\nFrusemide 392");
    check("Sirolimus blocks the mammalian target of rapamycin.");
  });

  it("holds a document to the name that it says it uses", () => {
    const text =
      "Imported boxes say epinephrine; it is the same medicine, and this protocol calls it adrenaline.\n\n- Inject adrenaline.\n\n## Later\n\nStart an epinephrine infusion.";
    const [finding, ...more] = findingsIn(text);
    assert.equal(more.length, 0);
    assert.equal(text.slice(0, finding?.span.start).endsWith("Start an "), true);
  });

  it("hints at a name that stands alone against the habit, though it was explained", () => {
    const text =
      "Give adrenaline (epinephrine) 0.5 mg. Adrenaline again. Then adrenaline.\n\nRepeat epinephrine.";
    const [finding, ...more] = findingsIn(text);
    assert.equal(more.length, 0);
    assert.equal(finding?.severity, "information");
    assert.equal(text.slice(finding?.span.start, finding?.span.end), "epinephrine");
    assert.equal(finding?.span.start, text.lastIndexOf("epinephrine"));
  });

  it("tells that other documents call a medicine by the American name", () => {
    assert.deepEqual(across("Give paracetamol.", "Acetaminophen helps."), [["paracetamol", "information"]]);
    assert.deepEqual(across("Give paracetamol.", "Paracetamol helps."), []);
    assert.deepEqual(across("Give paracetamol.", "Acetaminophen (paracetamol) helps."), []);
    assert.deepEqual(across("Give paracetamol.", "Acetaminophen helps.", "Paracetamol.", "Paracetamol."), []);
  });

  it("takes a list of aliases for what says that they are the same", () => {
    const page = (title: string) =>
      `## Paracetamol\n\n**${title}:**\n\n- Panadol\n- Acetaminophen\n\nParacetamol 1 g.`;
    assert.deepEqual(findingsIn(page("Aliases")), []);
    assert.equal(findingsIn(page("Stock")).length, 1);
  });

  it("says by way of information what stands below a heading with the other name", () => {
    const list =
      "# List\n\n## Meperidine\n\n### Pethidine inj 50 mg\n\nPain.\n\n## Calcipotriol + Betamethasone\n\nNot if allergic to calcipotriene.";
    assert.deepEqual(
      findingsIn(list).map(({ severity }) => severity),
      ["information", "information"],
    );
    assert.equal(
      findingsIn(list.replace("## Calcipotriol", "## Doses of calcipotriol cream"))[1]?.severity,
      "warning",
    );
  });
});
