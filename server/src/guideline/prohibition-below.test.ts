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

it("knows those who take what must not be combined, by a heading, a row or a column", () => {
  const rows =
    "| Patient takes | Urine infection |\n|---|---|\n| Sulfasalazine alone | trimethoprim 200 mg PO twice daily |\n| Methotrexate | trimethoprim 200 mg PO twice daily |\n                 ^^^^^^^^^^^^^^^^^^^";
  for (const ban of [
    "**Never combine**\n\n- with any medicine that blocks folate as well, antibiotics included: deaths followed.",
    "Any other antifolate is contraindicated for as long as methotrexate is taken and for two weeks after the last tablet.",
  ])
    check(`# Shared care: methotrexate in arthritis\n\n${ban}\n\n## Infections\n\n${rows}`);
  check(
    "Women who take co-trimoxazole must not receive sulfadoxine-pyrimethamine.\n\n| Visit | Women without HIV | Women with HIV on daily prevention |\n|---|---|---|\n| first | none | co-trimoxazole 960 mg PO once daily |\n| week 20 | sulfadoxine-pyrimethamine 3 tablets PO once | sulfadoxine-pyrimethamine 3 tablets PO once |\n                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
});

it("knows how long, by which way and above which value it is barred", () => {
  for (const [ban, head, yes, no] of [
    [
      "contraindicated, by any route, from the first suspicion of dengue until recovery",
      "Illness",
      "Dengue",
      "Flu",
    ],
    [
      "banned below 30 mL/min/1.73 m² by every route except the skin",
      "eGFR, mL/min",
      "15 to under 30",
      "60 or more",
    ],
    ["forbidden when serum potassium exceeds 5.0 mmol/L", "Potassium, mmol/L", "5.4", "4.2"],
    [
      "never prescribed between conception and birth",
      "Antenatal visit",
      "28 weeks, headache",
      "Day 3 after birth",
    ],
  ])
    check(
      `NSAIDs are ${ban}.\n\n| ${head} | Order |\n|---|---|\n| ${no} | diclofenac 50 mg PO twice daily |\n| ${yes} | diclofenac 50 mg PO twice daily |\n  ${" ".repeat(yes?.length ?? 0)}   ^^^^^^^^^^^^^^^^`,
    );
});

it("reads a ban whichever way it is put, where all that is left of its sentence names patients", () => {
  for (const [ban, yes, no] of [
    ["An INR above 1.7 excludes naproxen.", "INR 2.4", "INR 1.1"],
    [
      "Naproxen stains teeth: keep it away from children under 8.",
      "Child of 2 to 7 years",
      "Child of 9 years",
    ],
    ["Naproxen is unsuitable once creatinine exceeds 160 micromol/L.", "Creatinine 190", "Creatinine 80"],
    ["No girl or woman who could conceive is started on naproxen.", "Girl of 15 years", "Boy of 15 years"],
    ["Naproxen: never within 48 hours of tadalafil.", "Took tadalafil last night", "Took nothing"],
  ])
    check(
      `${ban}\n\n| Patient | Order |\n|---|---|\n| ${no} | naproxen 250 mg PO twice daily |\n| ${yes} | naproxen 250 mg PO twice daily |\n  ${" ".repeat(yes?.length ?? 0)}   ^^^^^^^^^^^^^^^`,
    );
  const rows = (yes: string, order: string) =>
    `| Patient | Regimen |\n|---|---|\n| Well | ${order} |\n| ${yes} | ${order} |\n  ${" ".repeat(yes.length)}   ${"^".repeat(order.length)}`;
  check(
    `Tenofovir is contraindicated when clearance is under 50 mL/min.\n\n${rows("Clearance 32 mL/min", "TLD")}`,
  );
  check(
    `Beta-agonists must not be combined with alcohol or with disulfiram.\n\n${rows("On disulfiram", "terbutaline 0.25 mg")}`,
  );
  check("Naproxen is not needed in migraine.\n\n## Migraine\n\nNaproxen 500 mg PO twice daily.");
});

it("reads each part of a ban by itself", () => {
  check(
    "Ketorolac: not over 65 years, not with an eGFR under 60.\n\n| Patient | Order |\n|---|---|\n| 40 years | ketorolac 30 mg IV once |\n| 72 years | ketorolac 10 mg IV once |\n             ^^^^^^^^^^^^^^^",
  );
  check(
    "| Condition | Never give |\n|---|---|\n| Myasthenia gravis | aminoglycosides, quinolones, magnesium |\n\n## Pneumonia in myasthenia gravis\n\nMoxifloxacin 400 mg PO once daily.\n^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "# Dialysis\n\nAntidotes are not withheld in pregnancy. Acetylcysteine is given to pregnant women.\n\n- **Not on dialysis:** iron sucrose 200 mg IV once.",
  );
});

it("keeps apart those of one ban who take something and those who do not", () => {
  check(
    "Ceftriaxone is contraindicated in newborns with jaundice and in any newborn who receives calcium by vein.\n\n| Infant | Order |\n|---|---|\n| Newborn, not jaundiced | ceftriaxone 50 mg/kg IV once |\n| Newborn, jaundiced | ceftriaxone 50 mg/kg IV once |\n                       ^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "Contraindications to suxamethonium: crush injury, high potassium.\n\n| Patient | Relaxant |\n|---|---|\n| Fall an hour ago | suxamethonium 1.5 mg/kg IV |\n| Pinned under a car for 10 hours | suxamethonium 1.5 mg/kg IV |\n                                    ^^^^^^^^^^^^^^^^^^^^^^^",
  );
});
