// Labels and what refers to them: numbers in every notation, captions and sentences, this work and others.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { markdownText } from "../../../test/support/texts.ts";
import { anchorsOf } from "./anchor.ts";
import { parseGuideline } from "./guideline.ts";
import { labelsBeside, labelsOf } from "./label.ts";
import { expectation, readingsOf, stands } from "./label-number.ts";
import { linksOf } from "./link.ts";
import { namedReferencesOf } from "./named-reference.ts";
import { noteMarksOf } from "./note-mark.ts";
import { sequencesOf } from "./numbering.ts";
import { referencesOf } from "./reference.ts";

describe("label numbers", () => {
  it("are read in every notation", () => {
    const all = ["4", "4.2", "2a", "B", "II", "V", "three", "A.2", "3-1"].map(readingsOf);
    assert.deepEqual(all, [["4"], ["4.2"], ["2.a"], ["b"], ["2"], ["v", "5"], ["3"], ["a.2"], ["3.1"]]);
  });

  it("stand where a reader finds them", () => {
    assert.ok(stands("2", ["1", "2.a", "2.b"]));
    assert.ok(stands("2.a", ["2"]));
    assert.ok(!stands("2.1", ["2"]));
    assert.ok(!stands("3", ["1", "2"]));
  });

  it("are expected among their like only", () => {
    assert.equal(expectation("4", ["1", "2", "3"]), "sure");
    assert.equal(expectation("4.5", ["4.1", "4.2"]), "sure");
    assert.equal(expectation("4", ["3", "5"]), "sure");
    assert.equal(expectation("d", ["a", "b", "c"]), "sure");
    assert.equal(expectation("9", ["4", "5", "6"]), "likely", "a part of a book, or the next");
    assert.equal(expectation("15", ["4", "5", "6"]), undefined, "another part of a book");
    assert.equal(expectation("19.1", ["21.1", "21.2"]), undefined, "another chapter");
    assert.equal(expectation("4.1", ["4.2.1", "4.2.2"]), undefined, "before the part begins");
    assert.equal(expectation("2.3", ["1", "2", "3"]), undefined, "nothing here is numbered so deep");
  });
});

describe("labels and references", () => {
  const read = (text: string) => {
    const guideline = parseGuideline(text);
    const labels = [...labelsOf(guideline)].flatMap(([kind, all]) =>
      all.map(({ written }) => `${kind} ${written}`),
    );
    const references = referencesOf(guideline).map(({ kind, number }) => `${kind} ${number.written}`);
    return [labels, references];
  };

  it("are told apart by how they stand", () => {
    assert.deepEqual(read("**Table 1: Doses**\n\nTable 2 shows more, and Figure 3a, too."), [
      ["table 1"],
      ["table 2", "figure 3a"],
    ]);
    assert.deepEqual(read("![Figure 1: Airway](a.png)\n\n*Fig. 2 Breathing*\n\n## Annex B. Forms"), [
      ["figure 2", "figure 1", "annex B"],
      [],
    ]);
  });

  it("are named one by one", () => {
    const [, references] = read(
      "See Tables 2, 3 and 8, sections 3.1–3.4, Annexes A and C, and Table 5 and 6 weeks later.",
    );
    assert.deepEqual(references, [
      ..."table 2,table 3,table 8,section 3.1,section 3.4,annex A,annex C,table 5".split(","),
    ]);
  });

  it("leave out other works, counts and kinds of things", () => {
    for (const text of [
      "Table 2 of the WHO handbook.",
      "Section 15 of the Medicines Act.",
      "See the national guideline (2019), Annex 9.",
      "Smith et al., Table 4.",
      "Section 21 medicines need a permit.",
      "P.O. Box 178.",
      "Tables 5 mg apart, box 2 of gloves.",
      "[Table 4](#table-4)",
      "Supplementary Table 9.",
    ])
      assert.deepEqual(read(text)[1], [], text);
  });

  it("are the same in a document that is only looked into", () => {
    const guideline = parseGuideline("## 1. A\n\nTable 1: B\n\n<!-- page 2 -->\n\n**2.1 C**\n\nText.");
    const sorted = (labels: ReturnType<typeof labelsOf>) => JSON.stringify([...labels.values()].flat());
    assert.equal(sorted(labelsBeside(guideline)), sorted(labelsOf(guideline)));
  });
});

describe("what is read of references", () => {
  it("is where it is said to be, in any text", () => {
    const word = fc.constantFrom(
      "Table 1",
      "see section 2.3",
      "[^a]",
      "\n\n1. x\n",
      "(c) ",
      "[a](#b)",
      "*",
      "¹",
      "\n| a† |\n| - |\n",
      "## 2. B\n",
    );
    const text = fc.array(fc.oneof(word, markdownText), { maxLength: 8 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, (source) => {
        const guideline = parseGuideline(source);
        const steps = sequencesOf(guideline).flatMap((sequence) => sequence.steps);
        const named = [
          ...referencesOf(guideline),
          ...linksOf(guideline).map(({ at }) => at),
          ...namedReferencesOf(guideline),
        ];
        for (const { start, end } of [...named, ...steps, ...noteMarksOf(guideline)])
          assert.ok(start >= 0 && start <= end && end <= source.length);
        for (const { number } of referencesOf(guideline))
          assert.equal(guideline.markdown.plain.slice(number.start, number.end), number.written);
      }),
    );
  });
});

describe("anchors", () => {
  const names = (text: string) => [...anchorsOf(parseGuideline(text)).keys()];

  it("are named as GitHub and VS Code name them", () => {
    assert.deepEqual(names("# 2.1 Malaria & *fever*\n"), ["21-malaria--fever"]);
    assert.deepEqual(names("# Dose\n\n## Dose\n\n## Dose\n"), ["dose", "dose-1", "dose-2"]);
    assert.deepEqual(names("# `code` [link](a.md) {#own}\n"), ["code-link", "own"]);
    assert.deepEqual(names("# ⚠ Fièvre\n"), ["-fièvre", "⚠-fièvre"]);
    assert.deepEqual(names('Title\n=====\n\n<a id="x"></a>\n'), ["title", "x"]);
  });
});
