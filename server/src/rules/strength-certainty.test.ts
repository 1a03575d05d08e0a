// Strong recommendations on little, with and without a reason, and gradings that contradict themselves.

import assert from "node:assert/strict";
import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { strengthCertainty } from "./strength-certainty.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "strength-certainty", rules: [strengthCertainty] });

it("asks for a reason, as information", () => {
  const { findings } = check(
    "We recommend nets (strong, very low certainty).\n                   ^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  assert.deepEqual(
    findings.map(({ severity }) => severity),
    ["information"],
  );
  check(
    "## A\n\nWe recommend nets (1C).\n                   ^^\n\n## B\n\nWe suggest nets (2C).\n\n**Rationale.** Nets save lives.",
  );
});

it("takes a line that explains all signs for no grading", () => {
  check("Certainty is shown as high ⊕⊕⊕⊕, moderate ⊕⊕⊕◯, low ⊕⊕◯◯ or very low ⊕◯◯◯.");
});

it("takes no “none required” for a reason", () => {
  check(
    "| Recommendation | Strength | Certainty | Justification |\n|---|---|---|---|\n| We recommend nets | Strong | Low | None required |\n  ^^^^^^^^^^^^^^^^^",
  );
});

it("takes a reason in the sentence, behind it, in its row, or for several by their numbers", () => {
  check("We recommend nets (strong, low certainty), because malaria is often fatal.");
  check(
    "We recommend nets (strong, low certainty). Although the evidence is of low certainty, nets harm nobody.",
  );
  check(
    "| Recommendation | Strength | Certainty | Reason |\n|---|---|---|---|\n| We recommend nets | Strong | Low | Nets save lives |",
  );
  check(
    "- We recommend nets (strong, low).\n- We recommend spray (strong, low).\n\n**Rationale:** children die of malaria.",
  );
});

it("takes a remark between two items for a reason of the one above it only", () => {
  check(
    "- We recommend nets (1D).\n                     ^^\n- We recommend spray (1C).\n\n  *Remark: although the evidence is of low certainty, spray is cheap.*",
  );
});

it("compares words with signs and codes in their order", () => {
  check("Mortality: ⊕⊕⊕◯ moderate; pain: ⊕⊕◯◯ low.");
  check("Certainty: ⊕⊕◯◯ (high)\n                 ^^^^");
  check("We suggest nets [⇑⇑ weak recommendation].\n                    ^^^^");
  check("We suggest nets (2B, strong recommendation).\n                     ^^^^^^");
});

it("leaves a scheme of the document's own alone", () => {
  check("- 1B: strong recommendation, low-quality evidence\n- 2B: weak recommendation, low-quality evidence");
});

it("reads gradings that stand below each other, in a list or a table", () => {
  check(
    "> - Text: we recommend nets\n    ^^^^^^^^^^^^^^^^^^^^^^^\n> - Direction and strength: for, strong\n> - Certainty: very low\n> - Votes: 12 in favour",
  );
  check(
    "> - Text: we recommend nets\n> - Strength: strong\n> - Certainty: low\n> - Reason for strength: the panel judged that malaria warrants a strong recommendation even though certainty is low",
  );
  check(
    "- Strength: strong\n- Certainty: low\n- Recommendation: Screen all women at each visit\n                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "| Item | Content |\n| --- | --- |\n| Recommendation | Screen all women |\n                   ^^^^^^^^^^^^^^^^\n| Strength | Strong |\n| Certainty | Low |",
  );
  check(
    "1. Warm the newborn\n   ^^^^^^^^^^^^^^^^\n   - Strong\n   - Low certainty\n2. Weigh the newborn\n   - Conditional\n   - Low certainty",
  );
});

it("joins strength and certainty that stand apart, by the document's key or a table", () => {
  const table = (reason: string) =>
    `\n\n| No. | Certainty | Rationale |\n|---|---|---|\n| 1 | moderate | – |\n| 2 | very low | ${reason} |\n`;
  const key = "Strong recommendations begin with “we recommend”, conditional ones with “we suggest”.\n\n";
  const said = "1. We recommend boiling water.\n2. We recommend nets.";
  check(`${key}${said}\n   ^^^^^^^^^^^^^^^^^${table("–")}`);
  check(`${key}${said}${table("nets harm nobody")}`);
  check(`${said}${table("–")}`);
  check(
    `**P1.** We recommend boiling water (strong).\n\n**P2.** We recommend nets (strong).\n                           ^^^^^^${table("–").replace("| 1", "| P1").replace("| 2", "| P2")}`,
  );
});

it("reads two short sentences as one grading, and a reason in the next paragraph as of what it follows", () => {
  check("We recommend a warmer. *Strong. Very low certainty.*\n^^^^^^^^^^^^^^^^^^^^^");
  check(
    "**1. Belt.** We recommend a belt. *Strong, low certainty.*\n             ^^^^^^^^^^^^^^^^^^^\n\n**2. Scan.** We recommend a scan. *Strong, low certainty.* Rationale: delay is fatal.",
  );
});

it("looks at rows that name a measure only, and takes a grading behind a sentence for that one's", () => {
  const table = (reason: string) =>
    `# Falls\n\n${reason}\n\n| Measure | Strength | Certainty |\n|---|---|---|\n| Medication review | Strong | Moderate |\n| Hip protectors | Strong | Low |\n`;
  const found = (text: string) => [...strengthCertainty.check(parseGuideline(text))].length;
  assert.equal(found(table("Hip protectors were tested in small studies.")), 1);
  assert.equal(found(table("Hip protectors are advised strongly because they do no harm.")), 0);
  assert.equal(
    found(
      "## Recommendations\n\n**R1.** Clean the ear by dry mopping before drops are instilled. *Strength: strong. Certainty: low.* *Rationale: it costs nothing.*\n\n**R2.** A wick may be inserted. *Strength: conditional. Certainty: low.*",
    ),
    0,
  );
});

it("ties what an annex says of the evidence to what is recommended", () => {
  const check = (annotated: string) =>
    checkMarkdown(annotated, { rule: "strength-certainty", rules: [strengthCertainty] });
  check(
    "**A – strong.** Attacks should be treated with oxygen.\n                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n**B – strong.** Triptans should be offered.\n\n## Evidence\n\n*Oxygen.* The trials began as high certainty. We ended at very low.\n\n*Triptans.* Two trials, no downgrading: high.",
  );
  check(
    "Recommendations are strong unless “suggest” is written.\n\n| What | Certainty |\n|---|---|\n| Antivenom for all who bleed | low |\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n| Adrenaline drawn up beside it | low † |\n| Clotting test | moderate |\n\n† Strong because anaphylaxis kills.",
  );
});
