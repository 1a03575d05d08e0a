// The verb against the strength: by the document's key, the project's wording, and profiles; and its mends.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { applyEdits } from "../text/span.ts";
import { strengthWording } from "./strength-wording.ts";

const check = (annotated: string, more: Parameters<typeof checkMarkdown>[1] = {}) =>
  checkMarkdown(annotated, { rule: "strength-wording", rules: [strengthWording], ...more });

describe("strength-wording", () => {
  it("reads gradings in sentences, below and above them, and in rows", () => {
    check("The panel suggests rest (strong recommendation).\n          ^^^^^^^^");
    check("### Recommendation 3 [weak recommendation]\n\nWe recommend rest.\n   ^^^^^^^^^");
    check("| Statement | Grade |\n|---|---|\n| Rest should be advised | 2C |\n       ^^^^^^");
    check("**Strong recommendation.** Rest may be tried.\n                                ^^^");
  });

  it("warns once of a word that is graded so again and again", () => {
    const text = "Rest may be tried (Grade 1C).\n\nFluids may be tried (Grade 1C).\n";
    const found = [...strengthWording.check(parseGuideline(text), {})];
    assert.deepEqual(
      found.map(({ severity }) => severity ?? "warning"),
      ["warning", "information"],
    );
  });

  it("is silent where the strength is not explicit, or verbs do not agree", () => {
    check("We suggest rest. A strong drug may be given.");
    check("We recommend rest and suggest walking (weak recommendation).");
    check("Good practice statement: rest should be advised.");
    check("Should pain persist, we suggest rest (weak recommendation).");
  });

  it("takes what stands behind “where” or “if” for no verb of its own", () => {
    check(
      "A stent must be placed where bile does not drain and theatre can be reached.\n        ^^^^\n*Conditional recommendation, low certainty.*",
    );
    check("Where a scan can be done, a stent should be placed (strong recommendation).");
  });

  it("reads a key that quotes more than the verb", () => {
    const key = "“Should” belongs to strong recommendations, “may be offered” to conditional ones.";
    check(`${key}\n\nA brace should be given to every child (conditional recommendation).\n        ^^^^^^`);
    check(`${key}\n\nA brace should be given to every child (strong recommendation).`);
  });

  it("ties a graded row to who cites its label, or who is plainly about it", () => {
    const table = (rows: string) => `| Topic | Rating | Certainty |\n|---|---|---|\n${rows}`;
    check(
      `${table("| S1 Swallow test | Strong | High |\n| S2 Feeding tube | Conditional | Low |")}\n\nStaff should test the swallow (S1).\n\nPatients who fail must receive a tube (S2).\n                  ^^^^`,
    );
    const said = (verb: string) =>
      `We recommend warming of newborns.\n\nWe ${verb} oil massage for preterm babies.${verb === "recommend" ? "\n   ^^^^^^^^^" : ""}\n\n`;
    const rows = table("| Warming newborns | Strong, for | High |\n| Oil massage | Weak, for | Low |");
    check(said("recommend") + rows);
    check(said("suggest") + rows);
  });

  it("takes a scale that tells what each class means for no recommendation", () => {
    check("Class of recommendation: I (do), IIa (reasonable), IIb (may be considered), III (do not).");
    check("**Grades:** A = is recommended, B = may be used (strong or conditional), C = should not be used.");
  });

  it("follows the document's key before anything else, and mends by it", () => {
    const { guideline, findings } = check(
      "“Must” marks a strong and “should” a weak recommendation.\n\nGloves should be worn (strong recommendation).\n       ^^^^^^",
    );
    const [fix] = findings[0]?.fixes() ?? [];
    assert.equal(fix?.certain, true);
    const mended = applyEdits(guideline.text, fix?.edits ?? []);
    assert.match(mended, /Gloves must be worn/);
    check(mended);
  });

  it("follows the project's wording and the profile", () => {
    const dictionary = { ...emptyDictionary, wording: new Map([["should", "weak"] as const]) };
    check("Rest should be advised (weak recommendation).", { dictionary });
    const context = { options: { "strength-wording": { profile: "who" } } };
    check("Rest is recommended (conditional recommendation).", { context });
    check("Rest should be advised (conditional recommendation).\n     ^^^^^^", { context });
  });

  it("offers the other verb or the other grading as choices, and no “may not”", () => {
    const titles = (text: string) =>
      check(text).findings.flatMap((one) => one.fixes().map(({ title }) => title));
    assert.deepEqual(titles("We suggest rest (strong recommendation).\n   ^^^^^^^"), [
      "Write “recommend”",
      "Grade it “weak”",
    ]);
    assert.deepEqual(titles("Rest should not be advised (2B).\n     ^^^^^^"), []);
  });
});

it("knows a key of grades to verbs", () => {
  const key = "Grade A statements use *shall*, grade B statements *should*, grade 0 statements *may*.\n\n";
  check(`${key}**6.3** (0) Shaving shall not be carried out.\n                    ^^^^^`);
  check(`${key}**6.3** (A) Shaving shall not be carried out.`);
  check("Grade A statements use *shall*.\n\n**6.3** (0) Shaving shall not be carried out.");
  const table =
    '| Class | Words used |\n|---|---|\n| I | "is recommended" |\n| II | "is reasonable" |\n| III | "is not recommended" |\n\n';
  check(`${table}A second scan is recommended. (Class II)\n                 ^^^^^^^^^^^`);
  check(`${table}A second scan is recommended (class I, level B).`);
  check(`${table}A second scan is not recommended. (Class III)`);
  check(`${table}Banding is recommended for piles (grade II).`);
});

it("knows a key in another document of the project, where this one has none", () => {
  const key = "The words “we propose” mark a conditional recommendation, “we recommend” a strong one.";
  const neighbours = [{ uri: "file:///key.md", guideline: parseGuideline(key) }];
  check("We propose rest (strong recommendation).\n   ^^^^^^^", { context: { neighbours } });
  check("We propose rest (conditional recommendation).", { context: { neighbours } });
  check("We propose rest (strong recommendation).");
});

it("reads a key of bare verbs, and grades without brackets", () => {
  const key = "| Grade | Verb |\n|---|---|\n| A | must |\n| B | should |\n| C | may |\n\n";
  check(`${key}1. Surgeons must cement the stem. **Grade C**\n            ^^^^`);
  check(`${key}- Nurses may weigh every patient. Grade A.\n         ^^^`);
  check(`${key}**Grade C.** Nurses must weigh every patient.\n                    ^^^^`);
  check(`${key}Nurses must weigh every patient – grade B\n       ^^^^`);
  check(`${key}1. Surgeons may cement the stem. **Grade C**`);
  check(`${key}The law says that a surrogate must sign.`);
  const degrees = "| Class | We write |\n|---|---|\n| I | must |\n| II | may |\n\n";
  check(`${degrees}Nurses may treat tears at home. Class I tears are small.`);
});

it("is silent on what a grade means, on remarks, and behind another sentence's grading", () => {
  check(
    "- **Conditional recommendation**: “we suggest”. Most children should be treated in this way, but the choice depends on the setting.",
  );
  check(
    "**Recommendation 4 (conditional).** Start with 30 % oxygen.\n\n*Implementation.* A blender should be at every bedside.",
  );
  check(
    "- **R1** Offer a vaccine to all health workers. *Strong recommendation.* Managers may hold sessions.\n- **R2** Consider masks for visitors. *Weak recommendation.* Staff must wash their hands.",
  );
  check(
    "Immunoglobulin should be infiltrated in category III (strong); any rest is discarded (conditional).",
  );
});

it("takes the grade from a table apart from it, by the number or letter that both bear", () => {
  const annex =
    "# Annex\n\n| No. | Topic | Strength |\n|---|---|---|\n| 1 | weighing | strong |\n| 2 | vitamins | conditional |\n| 3 | visits | strong |\n";
  const neighbours = [{ uri: "file:///annex.md", guideline: parseGuideline(annex) }];
  const context = { context: { neighbours } };
  const said = (second: string) =>
    `# Feeding\n\n**1.** We recommend weighing.\n\n**2.** ${second}\n\n**3.** We recommend visits.`;
  check(said("We recommend vitamins.\n          ^^^^^^^^^"), context);
  check(said("We suggest vitamins."), context);
  check(
    `${said("We suggest vitamins.")}\n\n${annex.replace("conditional", "strong")}`.replace(
      "suggest vitamins.",
      "suggest vitamins.\n          ^^^^^^^",
    ),
  );
  // Not where most numbers are others, nor where another document fits as well.
  check("# Feeding\n\n**2.** We recommend vitamins.\n\n**7.** We recommend visits.", context);
  const other = { uri: "file:///b.md", guideline: parseGuideline(said("We suggest vitamins.")) };
  check(said("We recommend vitamins."), { context: { neighbours: [...neighbours, other] } });
  const classes = "\n\n| Item | Class |\n|---|---|\n| a | 1 |\n| b | 2b |\n| c | 2a |";
  check(
    `**(a)** Splints are recommended.\n\n**(b)** Casts are recommended.\n                  ^^^^^^^^^^^\n\n**(c)** Slings are reasonable.${classes}`,
  );
});

it("reads a key of letters that are set equal to verbs", () => {
  const key = "Grades of recommendation: A = shall or shall not (strong), B = should, 0 = may (open).\n\n";
  check(`${key}**Statement 2 (0).** A brace shall be worn.\n                             ^^^^^`);
  check(`${key}**Statement 3 (A).** A brace shall not be worn.\n\n**Statement 4 (0).** A brace may be worn.`);
});

it("reads duties and choices that no verb of advice says", () => {
  check(
    "| Statement | Strength |\n|---|---|\n| Linezolid has to be given by mouth from day 3. | Weak |\n            ^^^^^^^^^^^^^^^\n| Zinc has to be given for 14 days. | Strong |",
  );
  check(
    "A hearing test before discharge is left to the parents. (Strong recommendation)\n                                ^^^^^^^^^^\n\nNobody is obliged to keep a sleep diary. (Weak recommendation)",
  );
});

it("reads signs at the head of a line, by the document's own key", () => {
  check(
    "Filled box ■ = strong, open box □ = conditional.\n\n■ **Box 1.** The nurse must weigh the child.\n\n□ **Box 2.** Oxygen must be stopped on day 3.\n                    ^^^^",
  );
});

it("takes how something is done, or what else is done with it, for no other strength", () => {
  check(
    "We suggest a nerve block (conditional). We recommend surgery within 36 hours (strong).\n\n## How\n\nThe nerve block must be done with ultrasound.\n\n## Follow-up\n\nPatients who got a nerve block must have their skin checked.",
  );
  check(
    "1. Surgery within 36 hours – strong.\n2. Nerve block before surgery – conditional.\n\n## Checklist\n\n- Surgery within 36 hours: must.\n- Nerve block before surgery: must.\n                              ^^^^",
  );
});

it("reads what is said again elsewhere without a grading", () => {
  check(
    "# Gout\n\n## Recommendations\n\nConsider allopurinol after a myocardial infarction.\n^^^^^^^^\n\nConsider a lower urate target with tophi.\n\n## Why\n\nThe committee made a strong recommendation that people with a myocardial infarction start with allopurinol.\n\nTrials on the urate target in tophi were few, so the committee made a weak recommendation.",
  );
});
