// Steps: which one is missing, and what is mistyped.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { listNumbering } from "./list-numbering.ts";
import type { Rule } from "./rule.ts";

const found = (rule: Rule, text: string, context: Parameters<Rule["check"]>[1] = {}) => [
  ...rule.check(parseGuideline(text), context),
];

describe("list-numbering", () => {
  it("reads marks with letters, in bold, and with dots behind a word", () => {
    for (const [one, two, four] of [
      ["Q1. A", "Q2. B", "Q4. C"],
      ["A1. A", "A2. B", "A4. C"],
      ["**1** A", "**2** B", "**4** C"],
      ["**Step 1 (minute 0).** A", "**Step 2 (minute 5).** B", "**Step 4 (minute 9).** C"],
      ["Recommendation 2.1: a", "Recommendation 2.2: b", "Recommendation 2.4: c"],
    ])
      assert.equal(found(listNumbering, `${one}\n\n${two}\n\n${four}\n`).length, 1, one);
  });

  it("finds a step that was run on behind a grading of the one before", () => {
    const text = (grade: string) => `1. Rest\n\n2. Miconazole${grade} 3. Clotrimazole\n\n4. Econazole\n`;
    assert.deepEqual(found(listNumbering, text(" **[II,A]**")), []);
    assert.equal(found(listNumbering, text(" for")).length, 1);
  });

  it("reads boxes to tick, ordinals, letters in a column and what begins a line of several", () => {
    const row = (letter: string) => `| ${letter} | Sign | 1 |\n`;
    for (const text of [
      "☐ 1 Consent\n☐ 2 Site\n☐ 4 Suction\n",
      "*1st step.* A\n\n*2nd step.* B\n\n*4th step.* C\n",
      "First: a\n\nSecond: b\n\nFourth: c\n",
      `| | Criterion | Points |\n| --- | --- | --- |\n${["a", "b", "c", "e"].map(row).join("")}`,
      "#1 Safety\n#2 Call\n#2 Press\n#3 Shock\n",
      "1 – Open\n2 – Drape\n4 – Cut\n5 – Close\n",
      "(i) ask; (ii) five back blows; (iv) five thrusts; (v) call.\n",
    ])
      assert.equal(found(listNumbering, text).length, 1, text);
    const groups = ["A", "B", "AB", "O"].map(row).join("");
    assert.deepEqual(found(listNumbering, `| | Group | n |\n| --- | --- | --- |\n${groups}`), []);
  });

  it("counts the branches of a step", () => {
    const steps = (last: string) => `1. A\n2. B\n\n2a. C\n\n${last}. D\n\n3. E\n`;
    assert.match(found(listNumbering, steps("2c"))[0]?.message ?? "", /2b is missing/);
    assert.deepEqual(found(listNumbering, steps("2b")), []);
  });

  it("finds two that changed places, and one fewer than was announced", () => {
    assert.equal(found(listNumbering, "1. A.\n3. B.\n2. C.\n4. D.\n").length, 1);
    const steps = "1. A.\n2. B.\n3. C.\n4. D.\n";
    const [finding] = found(listNumbering, `The five steps of washing:\n\n${steps}`);
    assert.match(finding?.message ?? "", /^five steps are announced, but 4 are numbered/);
    for (const lead of ["The four steps:", "At least three measures:", "Three of five steps are taken."])
      assert.deepEqual(found(listNumbering, `${lead}\n\n${steps}`), [], lead);
  });

  it("says which step is missing, and what Markdown shows", () => {
    const [finding] = found(listNumbering, "1. A.\n2. B.\n4. C.\n5. D.\n");
    assert.match(finding?.message ?? "", /^4 follows 2: 3 is missing\..*Markdown counts for itself/);
    const [lettered] = found(listNumbering, "(a) A b\n\n(b) C d\n\n(d) E f\n");
    assert.match(lettered?.message ?? "", /\(d\) follows \(b\): c is missing\. Check/);
  });

  it("finds one fault in a number that is mistyped", () => {
    assert.equal(found(listNumbering, "1. A.\n2. B.\n2. C.\n4. D.\n").length, 1);
    assert.equal(found(listNumbering, "1. A.\n2. B.\n12. C.\n4. D.\n").length, 1);
  });

  it("takes 4a and 4b for branches of one step", () => {
    const steps = ["Step 1: A", "Step 2: B", "Step 3a: C", "Step 3b: D", "Step 4: E"];
    assert.deepEqual(found(listNumbering, steps.join("\n\n")), []);
    assert.equal(found(listNumbering, steps.filter((step) => !step.includes("3")).join("\n\n")).length, 1);
    assert.deepEqual(found(listNumbering, "1. A\n2. B\n3. C\n\n4a. D\n4b. E\n5. F\n"), []);
  });

  it("counts within sentences, from the first mark on", () => {
    const [finding] = found(listNumbering, "They (i) ask; (ii) compare; (iv) look; and (v) sign.\n");
    assert.match(finding?.message ?? "", /\(iv\) follows \(ii\)/);
    assert.deepEqual(
      found(listNumbering, "They (a) wash, (b) dry; the doctor (a) looks and (b) sews.\n"),
      [],
    );
    assert.equal(found(listNumbering, "First, wash. Second, dry. Fourth, cut.\n").length, 1);
  });

  it("takes a number that was run on into the line before it for written", () => {
    assert.deepEqual(found(listNumbering, "1. A.\n2. B.\n3. C.\n4. Select a tube. 5.\n6. D.\n7. E.\n"), []);
    assert.equal(found(listNumbering, "1. A.\n2. B.\n3. C.\n4. Give up to 5.\n6. D.\n7. E.\n").length, 1);
    const headings = (third: string) => `## 1. A\n\n## 2. B\n\n## ${third}\n\nUp to 4.\n\n## 5. E\n`;
    assert.deepEqual(found(listNumbering, headings("3. C / 4. D")), []);
    assert.equal(found(listNumbering, headings("3. C")).length, 1);
  });

  it("lets headings begin again", () => {
    assert.deepEqual(found(listNumbering, "## 1. A\n\n## 2. B\n\n## 3. C\n\n## 1. D\n\n## 2. E\n"), []);
    assert.equal(
      found(listNumbering, "## 1. A\n\n## 2. B\n\n## 1. C\n\n## 2. D\n\n## 2. E\n\n## 3. F\n").length,
      1,
    );
  });

  it("sees what is missing in another dress, and a counting that begins again in one", () => {
    for (const text of [
      "### 6.6 A\n\n- 6.7 B\n\n### 6.8 C\n\n### 6.9 D\n",
      "**1. A**\n\nx\n\n- 2. B\n\n**3. C**\n\n**4. D**\n",
      "1. A\n\n2. B\n\n_3._ C\n\n4. D\n\n5.Ensure E\n\n6. F\n",
      "**STEP 1**\n\nx\n\n**STEP 2**\n\nx\n\n**STEP3**\n\nx\n\n**STEP 4**\n",
      "1. **A**\n\n**2. B**\n\n**3. C**\n\n1. **D**\n\n**2. E**\n\n**3. F**\n",
    ])
      assert.deepEqual(found(listNumbering, text), [], text);
    const inner = "1. A\n2. B:\n\n**1. a**\n\n**2. b**\n\n**3. c**\n\n4. D\n5. E\n";
    assert.equal(found(listNumbering, inner).length, 1);
  });

  it("lets the outer list go on behind an inner one without an indent, and letters behind Roman numbers", () => {
    const outer = (next: string) =>
      `1. A\n\nUnless the patient has:\n\n1. a\n2. b\n3. c\n${next}. B\n3. C\n4. D\n`;
    assert.deepEqual(found(listNumbering, outer("2")), []);
    const lettered = "- a. A\n- b. B\n- c. C\n- i. one\n- d. D\n- e. E\n";
    assert.deepEqual(found(listNumbering, lettered), []);
    assert.equal(found(listNumbering, "a. A\n\nb. B\n\nd. C\n\ni. one\n\ne. D\n").length, 1);
  });

  it("takes a heading that goes on for one", () => {
    const headings = (two: string, again: string) => `# 1 A\n\n# 2 ${two}\n\n# 2 ${again}\n\n# 3 C\n`;
    assert.deepEqual(found(listNumbering, headings("Tables", "Tables (cont.)")), []);
    assert.deepEqual(found(listNumbering, headings("Fever – Part I", "Fever – Part II")), []);
    assert.equal(found(listNumbering, headings("Drape", "Cut")).length, 1);
  });

  it("takes a year and a number behind “No.” for no step, and bold numbers for headings", () => {
    const works = (last: string) =>
      `1. A.\n2. B. Guideline No.\n${last}. London.\n3. C. Geneva: D;\n2009. E\n4. F.\n`;
    assert.deepEqual(found(listNumbering, works("63")), []);
    const plan = (two: string) =>
      `**1.** **A**\n\n${two} **B**\n\n1. a\n2. b\n\n**3.** **C**\n\n**4.** **D**\n`;
    assert.deepEqual(found(listNumbering, plan("**2.**")), []);
  });

  it("finds what was counted in another dress, and warns once of headings that were lost", () => {
    for (const text of [
      "## **4.0 Epilepsy**\n\n**4.1** **Before**\n\n4.1.1 Advise.\n\n## **4.2 Then**\n\n## **4.3 Last**\n",
      "## 4.1 A\n\n_4.1.1 B_\n\n_4.2.1 C_\n\n## 4.3 D\n\n## 4.4 E\n",
      "Options: (i) tablets; (ii)\npuncture; (iii) surgery; and (iv) waiting.\n",
      "1a. A.\n\n1b. B.\n\n**Iron** 1c. C.\n\n1d. D.\n",
      "Mild 1) Wait\n2) See\n3) Treat\nSevere 1) Stop\n2) Refer\n",
    ])
      assert.deepEqual(found(listNumbering, text), [], text);
    const lost = "## 1 A\n\n## 2 B\n\n## 4 C\n\n## 5 D\n\n## 6 E\n\n## 7 F\n\n## 9 G\n\n## 10 H\n\n## 11 I\n";
    assert.deepEqual(
      found(listNumbering, lost).map(({ severity }) => severity),
      ["warning", "information"],
    );
  });

  it("goes on from one page to the next", () => {
    const page = (number: number, first: number) =>
      `# Injection: checklist, page ${number}\n\n${[0, 1, 2].map((i) => `${first + i}. Do so.`).join("\n")}\n`;
    const neighbours = [{ uri: "file:///1.md", guideline: parseGuideline(page(1, 1)) }];
    assert.equal(found(listNumbering, page(2, 6), { neighbours }).length, 1);
    assert.equal(found(listNumbering, page(2, 4), { neighbours }).length, 0);
  });
});
