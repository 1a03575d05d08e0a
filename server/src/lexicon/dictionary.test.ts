// What a project's dictionary does to what is understood: its medicines, analytes and abbreviations, and that
// texts that are read with other dictionaries know nothing of it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { understoodIn } from "../guideline/understanding.ts";
import { checkGuideline } from "../rules/index.ts";
import { leanGuideline } from "../workspace/closed-document.ts";
import { type Dictionary, emptyDictionary } from "./dictionary.ts";
import { medicineNamed } from "./medicine.ts";

const withWords = (words: Partial<Record<keyof Dictionary, Record<string, unknown>>>): Dictionary => ({
  ...emptyDictionary,
  ...Object.fromEntries(Object.entries(words).map(([part, all]) => [part, new Map(Object.entries(all))])),
});
const orderedIn = (text: string, dictionary?: Dictionary) =>
  parseGuideline(text, dictionary).orders.map(({ medicine }) => medicine?.name);

const zelmidone = withWords({ medicines: { Zelmidone: ["Zelmi forte"] } });

describe("medicines of a dictionary", () => {
  it("are ordered like others, under each of their names, and only where the dictionary holds", () => {
    const text = "- Zelmidone 50 mg PO twice daily\n\n- Zelmi forte 50 mg PO twice daily\n";
    assert.deepEqual(orderedIn(text, zelmidone), ["zelmidone", "zelmidone"]);
    assert.ok(!orderedIn(text).includes("zelmidone"));
    assert.deepEqual(orderedIn(text, zelmidone), ["zelmidone", "zelmidone"]);
    assert.equal(medicineNamed("zelmidone"), undefined);
  });

  it("are compared", () => {
    checkMarkdown(
      "# Fever in adults\n\n- Zelmidone 50 mg PO twice daily for 5 days\n\n## Home\n\n- Zelmi forte 500 mg PO twice daily for 5 days\n",
      { dictionary: emptyDictionary },
    );
    const { orders } = parseGuideline("- Zelmidone 50 mg PO\n\n- Zelmi forte 60 mg PO\n", zelmidone);
    assert.equal(orders[0]?.medicine, orders[1]?.medicine);
  });

  it("may be further names of a medicine that is known; a known name keeps its meaning", () => {
    const dictionary = withWords({ medicines: { Acamolin: ["paracetamol", "ibuprofen"] } });
    assert.deepEqual(orderedIn("- Acamolin 1 g PO\n\n- Ibuprofen 400 mg PO\n", dictionary), [
      "paracetamol",
      "ibuprofen",
    ]);
  });

  it("are no misspellings, but may be misspelt", () => {
    const dictionary = withWords({ medicines: { Ceftriaxine: [], Zelmidonal: [] } });
    const misspelt = "Give ceftriaxine 1 g IV once daily.\n     ^^^^^^^^^^^ drug-name-unknown";
    checkMarkdown(misspelt);
    checkMarkdown(misspelt.split("\n")[0] ?? "", { dictionary });
    const { findings } = checkMarkdown(
      "Give zelmidonel 1 g IV once daily.\n     ^^^^^^^^^^ drug-name-unknown",
      { dictionary },
    );
    assert.match(findings[0]?.fixes()[0]?.title ?? "", /zelmidonal/);
    checkMarkdown("Give zelmidonel 1 g IV once daily.");
  });
});

describe("other words of a dictionary", () => {
  it("need no expansion when they are abbreviations or terms", () => {
    const text = "Refer to the KTW. The QZR decides.";
    const rules = (dictionary?: Dictionary) =>
      checkGuideline(parseGuideline(text, dictionary)).findings.map(({ rule }) => rule);
    assert.deepEqual(rules(), ["abbreviation-undefined", "abbreviation-undefined"]);
    assert.deepEqual(
      rules(withWords({ abbreviations: { KTW: "kangaroo ward" }, glossary: { QZR: "the board" } })),
      [],
    );
  });

  it("are measured when they are analytes", () => {
    const text = "Stop antibiotics when procalvidin is below 0.25 ng/mL.";
    const dictionary = withWords({ analytes: { procalvidin: ["PCV-2"] } });
    const understood = (with_?: Dictionary) =>
      understoodIn(parseGuideline(text, with_)).map(({ description }) => description);
    assert.ok(!understood().join().includes("procalvidin"));
    assert.match(understood(dictionary).join(), /procalvidin .*0\.25/);
  });
});

describe("a document that is kept lean", () => {
  it("is read again with its dictionary", () => {
    const text = "Give zelmidonel 1 g IV. Zelmidonal 1 g IV.";
    const dictionary = withWords({ medicines: { zelmidonal: [] } });
    const lean = leanGuideline(text, dictionary);
    assert.deepEqual(leanGuideline(text).unknownNames, []);
    assert.deepEqual(
      lean.unknownNames.map(({ word }) => word),
      ["zelmidonel"],
    );
    assert.equal(lean.dictionary, dictionary);
  });
});
