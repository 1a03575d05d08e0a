// Letters and signs that a document itself has for strength.

import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { strengthCertainty } from "../rules/strength-certainty.ts";
import { strengthWording } from "../rules/strength-wording.ts";

it("takes a letter that the document explains for its strength, and for no certainty", () => {
  checkMarkdown(
    "> A: strong; the panel recommends. B: conditional; the panel suggests.\n\nAt 12 weeks clinicians may consider aspirin. **[A, moderate certainty]**\n                       ^^^\n\nThe panel suggests calcium. **[B, low certainty]**",
    { rule: "strength-wording", rules: [strengthWording, strengthCertainty] },
  );
  checkMarkdown(
    "Letter A marks strong recommendations, letter B conditional ones.\n\n| Text | Letter |\n|---|---|\n| Staff must tell the family. | A |\n| Hyoscine must be given. | B |\n           ^^^^",
    { rule: "strength-wording", rules: [strengthWording] },
  );
});

it("asks why something is strong on low certainty where only letters say so", () => {
  checkMarkdown(
    "Tags: S strong, C conditional; then certainty.\n\n- Give antivenom to all who bleed. [S, low] *Why strong:* deaths fell.\n- Give amoxicillin to every patient. [S, low]\n                                      ^^^^^^",
    { rule: "strength-certainty", rules: [strengthCertainty] },
  );
});

it("ties a grading behind a number to what follows it in its paragraph", () => {
  checkMarkdown(
    "**R1. Strong recommendation, high certainty.** Antibiotics should not be prescribed.\n\n**R2. Conditional recommendation, low certainty.** Honey may be offered.\n\n**R3. Conditional recommendation, low certainty.** Steroids should not be given.\n                                                            ^^^^^^",
    { rule: "strength-wording", rules: [strengthWording] },
  );
});

it("holds words against the signs beside them, whose meaning a caption or most lines tell", () => {
  const rules = { rule: "strength-certainty", rules: [strengthCertainty] };
  checkMarkdown(
    "✔✔ **Drying** – strong, high certainty. Dry the baby.\n\n✔ **Cord** – strong, high certainty. Wait one minute.\n             ^^^^^^\n\n*Two ticks, strong; one tick, conditional.*",
    rules,
  );
  checkMarkdown(
    "- We recommend iron (strong, 1A).\n- We suggest zinc (weak, 1B).\n                   ^^^^\n- We suggest oil (weak, 2C).",
    rules,
  );
  checkMarkdown(
    "**Mirror therapy** ↑↑ Conditional recommendation. We suggest a mirror.\n                      ^^^^^^^^^^^\n\n**Splints** ↓↓ Strong recommendation. We recommend against splints.",
    rules,
  );
});
