// Labels that stand nowhere: what is offered instead, and other documents.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { growth } from "../../../test/support/scaling.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { citationMissing } from "./citation-missing.ts";
import { footnoteMissing } from "./footnote-missing.ts";
import { linkMissing } from "./link-missing.ts";
import { listNumbering } from "./list-numbering.ts";
import { referenceMissing } from "./reference-missing.ts";
import type { Rule } from "./rule.ts";

const neighbour = (text: string, uri = "file:///b%20c.md") => ({ uri, guideline: parseGuideline(text) });
const found = (rule: Rule, text: string, context: Parameters<Rule["check"]>[1] = {}) => [
  ...rule.check(parseGuideline(text), context),
];
const titles = (rule: Rule, text: string) =>
  found(rule, text).flatMap((finding) => finding.fixes().map(({ title }) => title));

describe("reference-missing", () => {
  it("takes the words of a caption for no measure, and knows criteria", () => {
    const captions = "Table 1 Grades\n\nTable 2 Doses\n\n";
    assert.deepEqual(found(referenceMissing, `${captions}See table 2.\n`), []);
    assert.equal(found(referenceMissing, `${captions}See table 3.\n`).length, 1);
    const points = "1. Shake\n2. Discard\n3. Report\n";
    assert.equal(found(referenceMissing, `See point 8 below.\n\n${points}`).length, 1);
    assert.deepEqual(found(referenceMissing, `See point 3 below.\n\n${points}`), []);
    const criteria = "Criterion 1: fits.\n\nCriterion 2: cannot drink.\n\n";
    assert.equal(found(referenceMissing, `${criteria}Refer when criterion 4 is met.\n`).length, 1);
  });

  it("looks nowhere for what is measured, for sections of a law, and for entries of an index", () => {
    const chapters = "## 12 C\n\n### 12.1 D\n\n### 12.2 E\n\n## 13 F\n\n";
    for (const asked of [
      "Comes in 12.5, 25 and 50 mcg patches.",
      "It gives effect to section 14 (1)(c) of the Constitution.",
      "**Unemployment Insurance Act 63**\n\nSections 14, 20 provide for claims.",
      "See chapter 12.",
    ])
      assert.deepEqual(found(referenceMissing, chapters + asked), [], asked);
    assert.deepEqual(
      found(referenceMissing, `${chapters}# Index of conditions\n\nUrology section 12.4\n`),
      [],
    );
    assert.equal(found(referenceMissing, `${chapters}See section 12.4.\n`).length, 1);
  });

  it("takes an operation for none of a text's sections", () => {
    const text = (what: string) => `## 1 Care\n\n## 2 Labour\n\nIndications: elective ${what} 54\n`;
    for (const what of ["caesarean section", "cesarean section", "C-section", "cross-section"])
      assert.deepEqual(found(referenceMissing, text(what)), [], what);
    assert.equal(found(referenceMissing, text("care, see section")).length, 1);
  });

  it("takes a line for a label whose title stands in brackets", () => {
    const protocols = (last: string) =>
      `Protocol 1\n\nx\n\nProtocol 2 (Dementia)\n\n${last}\n\nGo to Protocol 3.\n`;
    assert.deepEqual(found(referenceMissing, protocols("Protocol 3( Conduct disorder)")), []);
    assert.equal(found(referenceMissing, protocols("x")).length, 1);
  });

  it("takes a letter and a form beside it for no range, and a section of statutes for none of its own", () => {
    const text = (said: string) => `## Appendix A\n\n## Appendix B\n\n## 1 Care\n\n## 2 Law\n\n${said}\n`;
    for (const said of ["See Appendix B - P1 Form.", "Revised Statutes, Chapter 190, Section 243."])
      assert.deepEqual(found(referenceMissing, text(said)), [], said);
    assert.equal(found(referenceMissing, text("See Appendix B – D.")).length, 1);
  });

  it("finds a recommendation by the number before its paragraph", () => {
    const text = (number: string) =>
      `Recommendation 1.1.1\n\nRecommendation 1.1.2\n\n1.2.1 Offer a triptan.\n\n1.2.2 Refer.\n\nSee recommendation ${number}.\n`;
    assert.deepEqual(found(referenceMissing, text("1.2.2")), []);
    assert.equal(found(referenceMissing, text("1.1.5")).length, 1);
  });

  it("takes a number of three levels for a place, whatever follows", () => {
    const text = (number: string) =>
      `1.3.1 Offer a triptan.\n\n1.3.2 Add an antiemetic.\n\n1.3.3 If the treatments in ${number} fail, refer.\n`;
    assert.equal(found(referenceMissing, text("1.3.9")).length, 1);
    assert.deepEqual(found(referenceMissing, text("1.3.1")), []);
  });

  it("looks nowhere for figures of eight, and for what another work numbers on its own", () => {
    const of = (asked: string) =>
      found(referenceMissing, `${asked}.\n\n**Table 1.** A\n\n**Figure 1.** B\n\n## 1 C\n\n## 2 D\n`).length;
    for (const asked of [
      "Use a figure 8 bandage",
      "The manual has its own table 7",
      "See figure 4 on the poster",
      "Section 12 of the home's licence holds",
    ])
      assert.equal(of(asked), 0, asked);
    assert.equal(of("See table 7"), 1);
  });

  it("follows a range from end to end, and a companion or constitution, cited over lines, elsewhere", () => {
    const text = (asked: string) =>
      `# Appendix 1 A\n\n# Appendix 2 B\n\n# Appendix 3 C\n\n## 1 D\n\n## 2 E\n\n## 4 F\n\n${asked}\n`;
    for (const asked of [
      "Use appendix 1-3.",
      "More is in Section 3 in the\ncompanion to this document.",
      "It is a right in the Constitution of 1996, Section 3.",
      "See the Bill of Rights (Section 3).",
      "The Sterilisation Act 44 of 1998 (Section 3) forbids it.",
    ])
      assert.deepEqual(found(referenceMissing, text(asked)), [], asked);
    assert.equal(found(referenceMissing, text("More is in Section 3 in the room.")).length, 1);
  });

  it("is not sure of captions where several were lost, nor of annexes beyond the end of a part", () => {
    const severities = (text: string, context = {}) =>
      found(referenceMissing, text, context).map(({ severity }) => severity ?? "warning");
    const tables = (numbers: readonly number[]) => numbers.map((n) => `**Table ${n}. A**\n\n`).join("");
    assert.deepEqual(severities(`See Table 3.\n\n${tables([1, 2, 4, 5, 6, 7, 8])}`), ["warning"]);
    assert.deepEqual(severities(`See Table 3.\n\n${tables([1, 2, 4, 6, 8])}`), ["information"]);
    const [own, more] = ["# Annex 1 A\n\nSee Annex 4.", "See Annex 5 and Annex 6."];
    const beside = (said: string) => ({ neighbours: [neighbour(`# Annex 2 B\n\n${said}`)] });
    assert.deepEqual(severities(own, beside("x")), ["warning"]);
    assert.deepEqual(severities(own, beside(more)), ["information"]);
    assert.deepEqual(
      severities("See Annex 4.", { neighbours: [neighbour(own), ...beside("x").neighbours] }),
      ["information"],
    );
    const chapters = (numbers: readonly number[]) =>
      numbers.map((n) => `## ${n}.1 A\n\n## ${n}.2 B\n\n`).join("");
    assert.deepEqual(severities(`See section 3.4.\n\n${chapters([1, 2, 4, 5])}`), ["warning"]);
    assert.deepEqual(severities(`See section 3.4.\n\n${chapters([2, 6, 7])}`), ["information"]);
    const far = (asked: string) => severities(`${asked}\n\n${chapters([1, 2])}`);
    assert.deepEqual(far("See section 5.2."), ["warning"]);
    assert.deepEqual(far("See sections 5.2, 6.1 and 7.3."), Array(3).fill("information"));
    assert.deepEqual(severities(`See the Code of Virginia (§2.4).\n\n${chapters([1, 2])}`), []);
    assert.deepEqual(severities(`See section 2.3.\n\n${chapters([1, 2])}## 2.3\n\n## Fever\n`), []);
  });

  it("warns once of a number, and of no chapter that is elsewhere as a whole", () => {
    const of = (asked: string) =>
      found(referenceMissing, `## 1 Scope\n\n${asked}.\n\n## 2 Care\n\n### 2.1 Fever\n\n### 2.2 Cough\n`).map(
        ({ severity }) => severity ?? "warning",
      );
    assert.deepEqual(of("See section 2.4. Look into section 2.4"), ["warning", "information"]);
    assert.deepEqual(of("See section 2.4. Look into section 2.5"), ["warning", "warning"]);
    assert.deepEqual(of("See section 3.1P"), []);
    assert.deepEqual(of("See section 2.4. Look into sections 2.5 and 2.6"), Array(3).fill("information"));
  });

  it("knows protocols, regimens and plans where the document numbers several, and rows by their column", () => {
    const of = (one: string, two: string, asked: string) =>
      found(referenceMissing, `Use ${asked} then.\n\n**${one}.** A\n\n**${two}.** B\n`).length;
    assert.equal(of("Protocol 1", "Protocol 2", "Protocol 4"), 1);
    assert.equal(of("Regimen 1", "Regimen 2", "Regimen 2"), 0);
    assert.equal(of("Box 1", "Plan A", "Plan C"), 0);
    const table = "| Box | Do |\n| --- | --- |\n| A | x |\n| B, in children | y |\n";
    assert.equal(found(referenceMissing, `Go to box F.\n\n${table}`).length, 1);
    assert.equal(found(referenceMissing, `Go to box B.\n\n${table}`).length, 0);
  });

  it("knows “Plan D” from “Plan B”", () => {
    const text = (name: string) =>
      `Do as described under “${name}”.\n\n## Plan A: home\n\n## Plan B: clinic\n\n## Feeding`;
    assert.equal(found(referenceMissing, text("Plan D: shock")).length, 1);
    assert.equal(found(referenceMissing, text("Plan B: clinic")).length, 0);
  });

  const text = "See Table 12.\n\nTable 1: A\n\nTable 2: B\n\nTable 21: C";

  it("offers the likeliest labels, none of them as certain", () => {
    assert.deepEqual(titles(referenceMissing, text), ["Did you mean 21?"]);
    const [finding] = found(referenceMissing, text);
    assert.ok(finding?.fixes().every(({ certain }) => !certain));
    assert.match(applyEdits(text, finding?.fixes()[0]?.edits ?? []), /^See Table 21\./);
  });

  it("is silent where a document beside it has the label", () => {
    assert.equal(found(referenceMissing, text, { neighbours: [neighbour("Table 12: D")] }).length, 0);
    assert.equal(found(referenceMissing, text, { neighbours: [neighbour("Table 13: D")] }).length, 1);
  });

  it("takes a chapter's number from a file's name", () => {
    const chapters = "See Chapter 4.\n\n# Chapter 1. A\n\n# Chapter 2. B";
    assert.equal(found(referenceMissing, chapters, { neighbours: [neighbour("# C")] }).length, 1);
    const named = neighbour("# C", "file:///04-malaria.md");
    assert.equal(found(referenceMissing, chapters, { neighbours: [named] }).length, 0);
  });
});

describe("the rules about references", () => {
  const rules = [referenceMissing, footnoteMissing, linkMissing, citationMissing, listNumbering];

  it("leave the sections of a law below its name alone", () => {
    const text = (title: string) =>
      `## Section 1 Scope\n\n## Section 2 Care\n\n## ${title}\n\nSee section 4.\n`;
    const count = (title: string) =>
      rules.flatMap((rule) => [...rule.check(parseGuideline(text(title)))]).length;
    assert.equal(count("Mental Health"), 1);
    assert.equal(count("Mental Health Act"), 0);
  });

  it("need no more than linear time for texts that nobody wrote", () => {
    for (const mark of [
      "[",
      "[^",
      "Table 1, ",
      "see ",
      "(1",
      "*",
      "![Figure ",
      "[1,",
      "<a ",
      "Section 1-",
      "A ",
      "see “",
    ]) {
      const work = (size: number) => {
        const guideline = parseGuideline(
          `# A\n\n${mark.repeat(size)}\n\n## References\n\n1. A 2015\n2. B 2016\n`,
        );
        for (const rule of rules) assert.ok([...rule.check(guideline)].length >= 0);
      };
      assert.ok(growth(work, 2000) < 10, mark);
    }
  });

  it("asks for an annex that the only one beside a chapter is not", () => {
    const text = "Prepare the infusion of Annex 8.";
    const beside = (title: string) => ({ neighbours: [neighbour(`# ${title}\n\nDraw up 50 mg.`)] });
    assert.equal(found(referenceMissing, text, beside("Annex 6. Infusion"))[0]?.severity, "information");
    assert.equal(found(referenceMissing, text, beside("Annex 8. Infusion")).length, 0);
    assert.equal(found(referenceMissing, `${text} See Annex 6.`, beside("Annex 6. Infusion")).length, 0);
  });
});
