// Whose orders break which bans: bans in further words, and patients who are told rather than named.

import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { contraindicatedRecommended } from "./contraindicated-recommended.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "contraindicated-recommended", rules: [contraindicatedRecommended] });

it("reads bans in every way and form, of all patients of a place, of nobody, and of women who can conceive", () => {
  const order = "## Epilepsy\n\nTramadol 50 mg PO every 6 hours.\n^^^^^^^^^^^^^^";
  for (const ban of [
    "We do not use tramadol in epilepsy.",
    "No patient with epilepsy gets tramadol.",
    "Tramadol is contraindicated in epilepsy, by mouth or by injection.",
    "| Condition | Tramadol |\n|---|---|\n| Epilepsy | Contraindicated |",
  ])
    check(`${ban}\n\n${order}`);
  check(
    "Tramadol is contraindicated in all patients of this clinic.\n\nTramadol 50 mg PO once.\n^^^^^^^^^^^^^^",
  );
  check(
    "Below 30 mL/min/1.73 m², NSAIDs are contraindicated by any systemic route.\n\n| Filtration rate | Order |\n|---|---|\n| 60 mL/min/1.73 m² and above | Naproxen 500 mg PO once |\n| Below 30 mL/min/1.73 m² | Naproxen 250 mg PO once |\n                            ^^^^^^^^^^^^^^^",
  );
  const table =
    "| Patient | Order |\n|---|---|\n| Men and boys over 12 years | topiramate 25 mg PO once daily |\n";
  check(
    `Topiramate: not to be given to girls and women who can become pregnant.\n\n${table}| Women 15 to 49 years | topiramate 25 mg PO once daily |\n                         ^^^^^^^^^^^^^^^^`,
  );
});

it("knows one patient by what is told before the order", () => {
  const ban = "Nadolol is contraindicated in asthma.\n\n";
  check(
    `${ban}- Mr A, 61, type 2 diabetes. Added: nadolol 40 mg PO once daily.\n- Mr B, 70, uses an inhaler for wheeze. Added: nadolol 40 mg PO once daily.\n                                               ^^^^^^^^^^^^^`,
  );
  check(`${ban}Mrs C, 40, never wheezes, uses no inhaler. Added: nadolol 40 mg PO once daily.`);
});
