// The spelling-variant-mixed rule beyond its examples: whose spelling wins, what is left alone, and what fixes write.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { applyEdits } from "../text/span.ts";
import { spellingVariantMixed } from "./spelling-variant-mixed.ts";

const british = "Anaemia, haemorrhage and oedema in labour.\n\n";
const american = "Anemia, hemorrhage and edema in labor.\n\n";

function findingsIn(text: string, options = {}, dictionary = emptyDictionary) {
  return [...spellingVariantMixed.check(parseGuideline(text, dictionary), { options })];
}

describe("spelling-variant-mixed", () => {
  for (const [text, expected] of [
    ["Pediatric ward.", "Paediatric ward."],
    ["HYPOGLYCEMIA", "HYPOGLYCAEMIA"],
    ["One center", "One centre"],
    ["It is centered.", "It is centred."],
    ["Esophageal varices", "Oesophageal varices"],
    ["The tumor", "The tumour"],
  ] as const)
    it(`makes ${JSON.stringify(text)} British`, () => {
      const [finding] = findingsIn(british + text);
      const [fix] = finding?.fixes() ?? [];
      assert.equal(applyEdits(british + text, fix?.edits ?? []), british + expected);
      assert.equal(fix?.certain, true);
    });

  for (const [text, expected] of [
    ["a foetal heart", "a fetal heart"],
    ["zinc sulphate", "zinc sulfate"],
    ["a catheterised patient", "a catheterized patient"],
    ["ten litres", "ten liters"],
  ] as const)
    it(`makes ${JSON.stringify(text)} American`, () => {
      const [finding] = findingsIn(american + text);
      assert.equal(applyEdits(american + text, finding?.fixes()[0]?.edits ?? []), american + expected);
    });

  for (const text of [
    "The World Health Organization and the American Academy of Pediatrics agree.",
    "According to Pediatrics it is so.",
    "Haemophilus, Neisseria gonorrhoeae, programmed, the meter, tumorous, laboratory, colorectal.",
    "Fetal sulfate, organized, with an estrogen patch.",
    "[Hemorrhage page](x.md), “Managing hemorrhage”, `color`, haemorrhage (American: hemorrhage).",
    "## References\n\nHemorrhage in labor. Lancet.",
    "1. Smith et al. Hemorrhage in labor.",
    "Epidemic, systemic, academic, exercise, hemisphere, erythematous, Wiedemann.",
    "Gastro-esophageal reflux disease (GERD).",
  ])
    it(`leaves ${JSON.stringify(text)} alone in a British text`, () => {
      assert.deepEqual(
        findingsIn(british + text).map(({ message }) => message),
        [],
      );
    });

  it("lets the author choose where neither spelling clearly prevails", () => {
    const [finding] = findingsIn("Anaemia and oedema.\n\nHemorrhage.");
    assert.deepEqual(
      finding?.fixes().map(({ title, certain }) => [title, certain]),
      [
        ['Write "haemorrhage"', false],
        ["Use American spelling instead in all 2 places", false],
      ],
    );
  });

  it("leaves Canadian spelling alone, but not one British word in an American text that names Canada", () => {
    const found = (text: string) =>
      findingsIn(text).map(({ span: { start, end } }) => text.slice(start, end));
    assert.deepEqual(found("Tumours, colour and centre in Canada, with anesthesia, edema and anemia."), []);
    assert.deepEqual(found("In Ontario: anemia, hemorrhage, edema, diarrhea, tumour."), []);
    assert.deepEqual(found("As in Ontario: anesthesia, color, labor and a tumour."), ["tumour"]);
    assert.deepEqual(found("Color, odor, behavior and anemia. Neighbours in Quebec."), ["Neighbours"]);
  });

  it("follows the option whatever the document does", () => {
    assert.equal(findingsIn("Anaemia and oedema.", { spelling: "american" }).length, 2);
    assert.equal(findingsIn(british, { spelling: "british" }).length, 0);
    assert.equal(findingsIn("Organize fetal care.", { spelling: "british" }).length, 0);
  });

  it("keeps the words of the project's glossary", () => {
    const glossary = new Map([["hemorrhage kit", "what is in the box"]]);
    assert.deepEqual(findingsIn(`${british}The hemorrhage kit.`, {}, { ...emptyDictionary, glossary }), []);
  });

  it("reports a word once, with its other places, and -ize among -ise as a hint", () => {
    checkMarkdown(
      "Organise, minimise and stabilise.\n\nRecognize it. Then recognize it again.\n^^^^^^^^^ spelling-variant-mixed",
      { rules: [spellingVariantMixed] },
    );
    const [finding] = findingsIn("Organise, minimise and stabilise.\n\nRecognize it. Then recognize it.");
    assert.equal(finding?.severity, "hint");
    assert.equal(finding?.fixes()[0]?.edits.length, 2);
  });
});

describe("spelling-variant-mixed in a project", () => {
  const besides = (text: string, ...others: readonly string[]) => {
    const neighbours = others.map((other, i) => ({
      uri: `file:///${i}.md`,
      guideline: parseGuideline(other),
    }));
    const found = [...spellingVariantMixed.check(parseGuideline(text), { neighbours })];
    return found.map(({ span, severity }) => [text.slice(span.start, span.end), severity]);
  };

  it("hints at the one document that is spelt otherwise", () => {
    assert.deepEqual(besides("Hemorrhage. Anemia.", british, british), [["Hemorrhage", "hint"]]);
    assert.deepEqual(besides(british, "Hemorrhage. Anemia.", british), []);
    assert.deepEqual(besides("Hemorrhage. Anemia.", american), []);
  });

  it("takes a few words to be said for the document's own, and a title not", () => {
    assert.equal(findingsIn(`${british}Dial 2222 and say "major hemorrhage".`).length, 1);
    assert.equal(findingsIn(`${british}See "Management of hemorrhage".`).length, 0);
  });
});
