// Bans that say in whom first, and bans by what a medicine does.

import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { contraindicatedRecommended } from "../rules/contraindicated-recommended.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "contraindicated-recommended", rules: [contraindicatedRecommended] });

it("takes what is listed below a line that names patients and bars, or behind its colon", () => {
  const order =
    "## Clinic\n\nBreastfeeding: topiramate 25 mg PO twice daily.\n\nPregnant women: topiramate 25 mg PO twice daily.\n                ^^^^^^^^^^^^^^^^";
  for (const ban of [
    "**Never in pregnancy**\n\n- Valproate: spina bifida.\n- Topiramate, at any dose.",
    "**Table 1. Medicines forbidden in pregnancy**\n\n| Medicine | Why |\n|---|---|\n| Topiramate | cleft lip |",
    "## Pregnancy: medicines to avoid\n\n1. Warfarin.\n2. Topiramate (cleft lip).",
    "Not to be given in pregnancy: valproate, topiramate, and warfarin.",
  ])
    check(`# Epilepsy\n\n${ban}\n\n${order}`);
  check(
    "# Dengue\n\n**Forbidden throughout the illness:** NSAIDs and injections into muscle.\n\nWhen dengue antigen and antibody are negative: naproxen 500 mg PO twice daily.\n\n## Pain in dengue\n\n- diclofenac 50 mg PO twice daily\n  ^^^^^^^^^^^^^^^^",
  );
});

it("knows medicines by what they do, or by what is in them", () => {
  check(
    "Drugs that lengthen the QT interval are contraindicated in epilepsy.\n\n## Epilepsy\n\nClarithromycin 500 mg PO twice daily.\n^^^^^^^^^^^^^^^^^^^^^\n\nAmoxicillin 500 mg PO three times daily.",
  );
  check(
    "Nephrotoxic medicines must not be given in cirrhosis.\n\n## Cirrhosis\n\nGentamicin 240 mg IV once daily.\n^^^^^^^^^^^^^^^^^",
  );
  check(
    "- Breast cancer: nothing that contains oestrogen.\n\n| Woman | Offer |\n|---|---|\n| Healthy | vaginal ring |\n| Breast cancer | vaginal ring |\n                  ^^^^^^^^^^^^",
  );
});
