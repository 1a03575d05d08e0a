// Notes and marks: stubs for what is missing.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { footnoteMissing } from "./footnote-missing.ts";
import type { Rule } from "./rule.ts";

const found = (rule: Rule, text: string, context: Parameters<Rule["check"]>[1] = {}) => [
  ...rule.check(parseGuideline(text), context),
];

describe("footnote-missing", () => {
  it("tells emphasis and bullets from marks, raised marks in brackets, and notes below nothing", () => {
    const found = (text: string) => [...footnoteMissing.check(parseGuideline(text), {})].length;
    const row = (cell: string) => `| Do |\n| --- |\n| ${cell} |\n`;
    for (const cell of [
      "Give fentanyl. *** Push it slowly ***",
      "Begin at birth**(by the first test)** and go on",
      "Assess the risk**.**",
      "Chest and abdomen * isolated femur is unlikely",
    ])
      assert.equal(found(row(cell)), 0, cell);
    assert.equal(found(row("Give fentanyl†")), 1);
    assert.equal(found("### UNSTABLE [‡] RHYTHM\n\nShock at once.\n\n**‡** Pressure below 90.\n"), 0);
    assert.equal(found("### RHYTHM\n\nShock at once and call for help.\n\n**‡** Pressure below 90.\n"), 1);
    assert.equal(found("### RHYTHM\n\n**BLS** **ALS**\n\n**‡** Pressure below 90.\n"), 0);
  });

  it("adds a stub for a label that has no note, and that alone is certain", () => {
    const { guideline, findings } = checkMarkdown("Rest.[^1]\n     ^^^^\n\n[^2]: Or not.\n^^^^\n", {
      rule: "footnote-missing",
      rules: [footnoteMissing],
    });
    const [first, second] = findings.map((finding) => finding.fixes());
    assert.equal(first?.[0]?.certain, true);
    assert.equal(
      applyEdits(guideline.text, first?.[0]?.edits ?? []),
      "Rest.[^1]\n\n[^2]: Or not.\n[^1]: To be written.\n",
    );
    assert.deepEqual(second, []);
  });

  it("takes raised figures behind a figure for calls, where they are no power", () => {
    const text = (call: string) =>
      `| Phase | Months |\n| --- | --- |\n| first | 2 ¹ |\n| next | 4 ${call} |\n\n¹ Three when positive.\n² Ten in meningitis.\n`;
    assert.deepEqual(found(footnoteMissing, text("²")), []);
    assert.ok(found(footnoteMissing, text("³")).length > 0);
    assert.deepEqual(found(footnoteMissing, "Platelets 80 × 10⁹/L, index 70/1.6².\n\n† Or not†.\n"), []);
  });

  it("sees that the only mark and the only note do not meet, also in brackets", () => {
    const text = (call: string, note: string) =>
      `| A | B |\n| --- | --- |\n| measles | no${call} |\n| flu | yes |\n\n${note} After birth.\n`;
    assert.deepEqual(found(footnoteMissing, text("¹", "¹")), []);
    assert.equal(found(footnoteMissing, text("²", "¹")).length, 2);
    const figures = (call: string) =>
      `| A | B |\n| --- | --- |\n| opioid | naloxone¹ |\n| iron | deferoxamine${call} |\n\n1 Repeat.\n2 Not longer.\n`;
    assert.deepEqual(found(footnoteMissing, figures("²")), []);
    assert.equal(found(footnoteMissing, figures("³")).length, 1);
    assert.deepEqual(found(footnoteMissing, text(" (*)", "(*)")), []);
    assert.ok(found(footnoteMissing, text(" (**)", "(*)")).length > 0);
  });

  it("tells a starred note that nothing calls from the notes that are", () => {
    const text = (call: string) =>
      `| A | B |\n| --- | --- |\n| Zinc${call} | 20 mg |\n| Folate† | 5 mg |\n\n\\* Half below 6 months.\n† Weekly.\n`;
    assert.equal(found(footnoteMissing, text("")).length, 1);
    assert.deepEqual(found(footnoteMissing, text("\\*")), []);
  });

  it("looks for signs on the page of notes that a table sends to, and for figures in parentheses", () => {
    const table = (mark: string) =>
      `Notes to the signs are on the notes page.\n\n| A | B |\n| --- | --- |\n| c† | d${mark} |\n`;
    const notes = "# Notes page\n\n† Stop earlier.\n\n‡ With food.\n";
    const beside = (text: string) => ({
      neighbours: [{ uri: "file:///b.md", guideline: parseGuideline(text) }],
    });
    assert.deepEqual(found(footnoteMissing, table("‡"), beside(notes)), []);
    assert.equal(found(footnoteMissing, table("¶"), beside(notes)).length, 1);
    assert.deepEqual(found(footnoteMissing, notes, beside(table("‡"))), []);
    const numbered = (more: string) =>
      `| A (1) | B (2) |\n| --- | --- |\n| c (3) | d |\n\nNotes\n\n(1) Swallow whole.\n\n(2) With food.\n${more}`;
    assert.equal(found(footnoteMissing, numbered("")).length, 1);
    assert.deepEqual(found(footnoteMissing, numbered("\n(3) Not at night.\n")), []);
  });

  it("keeps the document's line ends", () => {
    const source = "Rest.[^1]\r\n";
    const [fix] = found(footnoteMissing, source)[0]?.fixes() ?? [];
    assert.equal(applyEdits(source, fix?.edits ?? []), "Rest.[^1]\r\n\r\n[^1]: To be written.\r\n");
  });

  it("adds no note that would stand in a comment or code that is never closed", () => {
    const titles = (end: string) => found(footnoteMissing, `Rest.[^1]\n\n${end}`)[0]?.fixes()[0]?.title;
    for (const open of ["<!-- to do\n\nmore\n", "```\nx\n", "```\nx"])
      assert.equal(titles(open), "Take the mark away", open);
    for (const closed of ["<!-- to do -->\n", "```\nx\n```\n", "```\nx\n```"])
      assert.equal(titles(closed), "Add a note [^1] to be written", closed);
  });

  it("looks for raised figures among the items of a section of notes", () => {
    const notes = "## Notes\n\n1. Syrup.\n2. Tablet.\n";
    assert.deepEqual(found(footnoteMissing, `Zinc¹ and iron² at 10⁹/L.\n\n${notes}`), []);
    const [finding, ...more] = found(footnoteMissing, `Zinc¹, iron² and folate⁴.\n\n${notes}`);
    assert.match(finding?.message ?? "", /“⁴” is called here/);
    assert.deepEqual(more, []);
  });

  it("tells stars behind a blank, and bullets, from each other", () => {
    const table = (row: string) =>
      `| A | B |\n| --- | --- |\n${row}\n\n\\* Also in pregnancy.\n\n* one\n* two\n`;
    assert.deepEqual(found(footnoteMissing, table("| c | **Yes** \\* |")), []);
    assert.equal(found(footnoteMissing, table("| c \\* | **Yes** \\*\\* |")).length, 1);
  });

  it("warns once of a note that is called in several places", () => {
    const table = "| A | B |\n| --- | --- |\n| c† | d |\n";
    const text = `${table}\nText.\n\n${table}`;
    assert.deepEqual(
      found(footnoteMissing, text).map(({ severity }) => severity ?? "warning"),
      ["warning", "information"],
    );
  });

  it("takes lettered lines below a table for notes", () => {
    const table = "| A | B |\n| --- | --- |\n| c<sup>a</sup> | d<sup>b</sup> |\n\na. One.\n";
    assert.equal(found(footnoteMissing, table).length, 1);
    assert.deepEqual(found(footnoteMissing, `${table}b. Two.\n`), []);
  });

  it("reads notes that are called by name", () => {
    const text = (call: string) =>
      `| Age | Vaccine |\n| --- | --- |\n| Birth | BCG (note 1) |\n| 6 weeks | polio (see note 2) |\n| 9 months | measles ${call} |\n\nNote 1. Left arm.\n\nNote 2: by mouth.\n`;
    assert.equal(found(footnoteMissing, text("(note 3)")).length, 1);
    assert.deepEqual(found(footnoteMissing, text("(note 2)")), []);
    assert.deepEqual(
      found(footnoteMissing, "Note 1. Rest.\n\nNote 2. Drink (note 7 litres are too many).\n"),
      [],
    );
  });

  it("takes ornaments, products, emphasis within emphasis and items in a cell for no marks", () => {
    const cell = (text: string) => found(footnoteMissing, `| Dose | x |\n| --- | --- |\n| A | ${text} |\n`);
    assert.equal(cell("10 mg* daily").length, 1);
    assert.deepEqual(cell("10 mg daily. *****NEWBORNS***** 5 mg daily"), []);
    assert.deepEqual(cell("Dose = (loading dose) * daily loss/100"), []);
    assert.deepEqual(cell("Ampicillin <br> * Special ones for adults"), []);
    assert.deepEqual(cell("At 0 and 6 months* - or at 0 and 2 *If the second is given earlier"), []);
    assert.deepEqual(found(footnoteMissing, "For **T1 *supraglottic* tumours** and more.\n"), []);
  });

  it("reads a note of two stars that another note follows in its line", () => {
    const table = "| Dose | x |\n| --- | --- |\n| A | 10 mg** |\n\n**By the INR. * At once if bleeding.\n";
    assert.deepEqual(found(footnoteMissing, table), []);
  });

  it("finds a note that Markdown takes for an item, one behind a bullet in a cell, and one run on in a line", () => {
    const table = (mark: string) => `| A | B |\n| --- | --- |\n| Risk${mark} | 2 |\n`;
    const of = (text: string) => found(footnoteMissing, text).length;
    assert.equal(of(`${table("*")}\nThe end.\n\n- High risk is a deep\nwound.\n\nMore.\n`), 0);
    assert.equal(of(`${table("*")}\n- One.\n- Two.\n`), 1);
    assert.equal(of(`${table("*")}\n- One.\n\n- Two.\n`), 1);
    assert.equal(of(`${table("**")}| • Add it. • **High risk: a cyst. • ***High risk: bile. | |\n`), 0);
    assert.equal(of("Unit*\n\nAsk for three. * The bank sends them.\n\nBag†\n\n† Cold.\n"), 0);
    assert.equal(of("Depth: 9.0 + 0.62* weight(kg)\n\nBag*\n\nBag†\n\n† Cold.\n\n\\* Own.\n"), 0);
    assert.equal(of("Statement _**[delaying](https://a.org)**_ [117]\n\nBag†\n\n† Cold.\n"), 0);
    assert.equal(of(`${table("")}| • Dose<br>o ** Repeat as needed**<br>**if it lasts** | |\n`), 0);
    assert.equal(of("Inhalers **Use with spacer\n\ndevice if possible** **Common**\n\nBag†\n\n† Cold.\n"), 0);
  });

  it("looks for the notes of labels in a document that has them all", () => {
    const chapter = "Cefepime.[^1] Aztreonam.[^2] Meropenem.[^3]";
    const notes = (text: string) => ({
      neighbours: [{ uri: "file:///notes.md", guideline: parseGuideline(text) }],
    });
    const two = "[^1]: Over 4 hours.\n\n[^2]: A trough level first.\n";
    assert.equal(found(footnoteMissing, chapter, notes(`${two}\n[^3]: By telephone.\n`)).length, 0);
    assert.equal(found(footnoteMissing, chapter, notes(two)).length, 1);
    assert.equal(found(footnoteMissing, two, notes(chapter)).length, 0);
  });
});
