// band-dose: cells in milligrams, millilitres, tablets and rates against the nominal dose, caps and rounding.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { bandDose } from "./band-dose.ts";
import { checkGuideline } from "./index.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: bandDose.id, rules: [bandDose] }).findings;
const table = (head: string, ...rows: string[]) =>
  [head, head.replaceAll(/[^|]+/g, " --- "), ...rows].join("\n");

describe(bandDose.id, () => {
  it("reads counts in words, and takes one that is given twice where all others climb evenly for a slip", () => {
    check(
      "| Weight | Tablets |\n| --- | --- |\n| 10–14 kg | half |\n| 15–19 kg | 1 |\n| 20–24 kg | 1 and a half |\n| 25–29 kg | one |\n             ^^^\n| 30–34 kg | two and a half |",
    );
    check(
      "| Weight | Tablets |\n| --- | --- |\n| 4–7 kg | 1 |\n| 8–11 kg | 1 |\n            ^\n| 12–15 kg | 3 |\n| 16–24 kg | 4 |",
    );
    for (const counts of [
      ["1", "1", "2", "2"],
      ["half", "one", "one", "two"],
      ["1", "1½", "2", "2½"],
    ])
      check(
        `| Weight | Tablets |\n| --- | --- |\n${counts.map((one, i) => `| ${5 * i + 5}–${5 * i + 9} kg | ${one} |`).join("\n")}`,
      );
  });

  it("says what the band delivers and where the nominal dose stands", () => {
    const [finding] = check(
      `Azithromycin 20 mg/kg once; the bottle holds 200 mg in each 5 mL.\n\n${table("| Weight | Pour |", "| 6–9 kg | 4 mL |", "| 10–13 kg | 6 mL |", "| 14–18 kg | 18 mL |\n             ^^^^^", "| 19–23 kg | 10 mL |")}`,
    );
    assert.match(finding?.message ?? "", /40–51 mg\/kg.*"20 mg\/kg" \(line 1\)/);
  });

  it("takes an amount that two bands get for none where they get it at other times", () => {
    const list = (first: string, mark = "") =>
      `# Gum disease\n\n- Metronidazole\n  - 1 to 3 years: 50 mg every ${first} hours\n  - 3 to 7 years: 100 mg every ${first} hours\n` +
      `  - 7 to 10 years: 100 mg every 8 hours\n${mark}  - 10 to 18 years: 200 mg every 8 hours\n`;
    check(list("12"));
    check(list("8", "                   ^^^^^^\n"));
  });

  it("takes a band that breaks the climb of the others for a slip, whatever the dose per kilogram", () => {
    check(
      table(
        "| Age | Capsules |",
        "| 2–11 months | ½ |",
        "| 1–4 years | 1 |",
        "| 5–9 years | 3 |\n              ^",
        "| 10–14 years | 2 |",
        "| 15 years and over | 3 |",
      ),
    );
    check(
      "- 2.5 mL for 4 to 5.9 kg\n- 5 mL for 6 to 9.9 kg\n- 15 mL for 10 to 13.9 kg\n  ^^^^^\n- 10 mL for 14 to 19 kg",
    );
    check(
      table(
        "| Weight | Rate |",
        "| 5 kg | 20 mL/h |",
        "| 6 kg | 24 mL/h |",
        "| 8 kg | 12 mL/h |",
        "| 10 kg | 40 mL/h |",
      ),
    );
    check(
      table(
        "| Weight | Feed |",
        "| 2 kg | 30 mL/kg |",
        "| 3 kg | 25 mL/kg |",
        "| 4 kg | 28 mL/kg |",
        "| 5 kg | 20 mL/kg |",
      ),
    );
    check(
      table(
        "| Age | Dose |",
        "| 1 year | 50 mg |",
        "| 2 years | 50 mg |",
        "| 3 years | 50 mg |",
        "| 4 years | 50 mg |",
      ),
    );
  });

  it("works out days, tablets, lists and rates", () => {
    check(
      `Miltefosine 2.5 mg/kg/day.\n\n${table("| Weight, kg | Capsule | Schedule |", "| 9–12 | 10 mg | 1 capsule three times a day |", "| 13–16 | 10 mg | 2 capsules twice a day |", "| 17–20 | 50 mg | 1 capsule twice a day |\n                  ^^^^^^^^^", "| 30–45 | 50 mg | 1 capsule twice a day |")}`,
    );
    check(
      "Ibuprofen 10 mg/kg, syrup 100 mg/5 mL:\n\n- 5–7 kg: 3 mL\n- 8–10 kg: 4.5 mL\n- 11–15 kg: 0.65 mL\n            ^^^^^^^\n- 16–20 kg: 9 mL",
    );
    check(
      `Heparin 18 units/kg/h, 50 units/mL.\n\n${table("| Weight (kg) | Rate (mL/h) |", "| 40 | 14 |", "| 50 | 18 |", "| 60 | 32 |\n       ^^", "| 70 | 25 |")}`,
    );
  });

  it("points at the head where a whole column follows another dose", () => {
    check(
      `**Gentamicin 7.5 mg/kg once daily**\n\n| Weight (kg) | Dose (mg) |\n                ^^^^^^^^^\n| --- | --- |\n| 4–5 | 15 |\n| 6–7 | 20 |\n| 8–9 | 26 |`,
    );
  });

  it("allows for rounding, maxima and more than one nominal dose", () => {
    check(
      `Diazepam 0.5 mg/kg (max 10 mg), ampoule of 5 mg/mL.\n\n${table("| Weight | Volume |", "| 5–7 kg | 0.6 mL |", "| 8–10 kg | 1 mL |", "| 15–19 kg | 1.5 mL |", "| 40–60 kg | 2 mL |")}`,
    );
    check(
      `Phenytoin: load 20 mg/kg, then 5 mg/kg/day in two doses.\n\n${table("| Weight (kg) | Load (mg) | Each dose (mg) |", "| 5–7 | 120 | 15 |", "| 8–10 | 180 | 22 |", "| 11–14 | 250 | 30 |")}`,
    );
  });

  it("allows for what rounding is said to reach", () => {
    const table =
      "| Weight | Tablets |\n| --- | --- |\n| 15–22 kg | 1½ |\n| 23–29 kg | 2 |\n| 30–37 kg | 2½ |\n| 38–45 kg | 3 |";
    const sheet = "Praziquantel 600 mg tablets. Aim: 40 mg/kg by mouth once";
    check(`${sheet}; rounding up to 60 mg/kg is accepted.\n\n${table}`);
  });

  it("reads the dose and the strength in the sections beside, spoonfuls, drops and what one tablet holds", () => {
    check(
      "# Pain\n\n## Bottles\n\n- Ibuprofen syrup 100 mg/5 mL. The dose is 10 mg/kg every 8 hours.\n- Paracetamol syrup 120 mg/5 mL. The dose is 15 mg/kg every 6 hours.\n\n## In spoonfuls\n\n" +
        "| Weight | Ibuprofen | Paracetamol |\n| --- | --- | --- |\n| 8–11 kg | 1 spoonful | 1 spoonful |\n| 12–17 kg | 3 spoonfuls | 1½ spoonfuls |\n             ^^^^^^^^^^^\n| 18–23 kg | 2 spoonfuls | 2½ spoonfuls |\n| 24–29 kg | 2½ spoonfuls | 3 spoonfuls |",
    );
    check(
      "**Ibuprofen drops 40 mg/mL (1 mL = 20 drops), 10 mg/kg three times daily**\n\n- 5–6 kg: 28 drops\n- 7–8 kg: 73 drops\n          ^^^^^^^^\n- 9–10 kg: 47 drops\n- 11–12 kg: 57 drops",
    );
    check(
      `# Tuberculosis\n\nOne tablet holds rifampicin 75 mg and isoniazid 50 mg.\n\n## Dose\n\nRifampicin 15 mg/kg once daily.\n\n${table("| Weight | Tablets |", "| 4–7 kg | 1 |", "| 8–11 kg | 2 |", "| 12–15 kg | 1 |\n             ^", "| 16–24 kg | 4 |")}`,
    );
  });

  it("leaves a treatment's dose out of a table for prevention in the section before", () => {
    check(
      `# Clots\n\n## Prevention\n\nEnoxaparin once daily:\n\n${table("| Weight | Dose |", "| under 50 kg | 20 mg |", "| 50–90 kg | 40 mg |", "| 91–130 kg | 60 mg |")}\n\n## Treatment\n\nEnoxaparin 1 mg/kg twice daily.`,
    );
  });

  it("is silent where most bands follow no dose that is said, and about vials to open", () => {
    check(
      `Enoxaparin 1 mg/kg for clots.\n\n${table("| Weight | Prevention |", "| 40–50 kg | 20 mg |", "| 50–90 kg | 40 mg |", "| 91–130 kg | 60 mg |")}`,
    );
    check(
      `Artesunate 3 mg/kg, vials of 60 mg.\n\n${table("| Weight (kg) | Vials |", "| 6–9 | 1 |", "| 10–15 | 1 |", "| 16–20 | 1 |")}`,
    );
  });

  describe("where a table's own text gives no dose per kilogram", () => {
    const annex = (...cells: string[]) =>
      `# Annex\n\n## Amoxicillin by weight, twice daily\n\n${table("| Weight | Dose |", ...cells.map((cell, i) => `| ${5 * i + 5}–<${5 * i + 10} kg | ${cell} |`))}`;
    const chapter = (dose: string) =>
      `# Pneumonia in children\n\nAmoxicillin ${dose} PO twice daily for 5 days.\n`;
    const odd = annex("300 mg", "500 mg", "700 mg", "900 mg", "2900 mg");
    const found = (text: string, ...others: string[]) => {
      const neighbours = others.map((other, i) => ({
        uri: `file:///${i}.md`,
        guideline: parseGuideline(other),
      }));
      const { findings } = checkGuideline(parseGuideline(text), { list: [bandDose], neighbours });
      return findings.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
    };

    it("takes one that another document or section orders", () => {
      const [finding] = found(odd, chapter("40 mg/kg"));
      assert.match(finding ?? "", /^2900 mg: .*follow "40 mg\/kg" \(0\.md, line 3\)/);
      assert.equal(found(`${chapter("40 mg/kg")}\n${odd}`).length, 1);
      assert.equal(found(odd, chapter("25 mg/kg"), chapter("40 mg/kg")).length, 1);
    });

    it("is silent where the table follows another one, or too little of it follows any", () => {
      assert.deepEqual(found(odd), []);
      assert.deepEqual(found(odd, chapter("15 mg/kg")), []);
      assert.deepEqual(found(odd, chapter("40 mg/kg").replace("children", "newborns")), []);
      assert.deepEqual(found(annex("125 mg", "250 mg", "375 mg", "500 mg"), chapter("40 mg/kg")), []);
      assert.deepEqual(found(annex("300 mg", "320 mg", "400 mg", "900 mg"), chapter("40 mg/kg")), []);
    });
  });

  it("is silent about volumes and tablets of which the milligrams beside them follow no dose that is said", () => {
    const rows = [
      "| 9–11 kg | 80 mg | 2 mL |",
      "| 11–14 kg | 100 mg | 2.5 mL |",
      "| 25–35 kg | 200 mg | 5 mL |",
    ];
    check(
      `Chlorphenamine 0.1 mg/kg at night. Syrup 2 mg/5 mL.\n\nIt makes sleepy.\n\nSee the next table.\n\n${table("| Weight | Dose mg | Suspension |", ...rows)}`,
    );
  });

  it("takes no dose of a section beside it for that of a table that names nothing", () => {
    const rows = [
      "| 3.5–5 kg | 100 mg |",
      "| 5–7 kg | 140 mg |",
      "| 9–11 kg | 160 mg |",
      "| 14–25 kg | 240 mg |",
    ];
    check(
      `# Infections\n\n## Chickenpox\n\nParacetamol 15 mg/kg.\n\n## Cholera\n\n${table("| Weight | Dose mg |", ...rows)}`,
    );
  });

  it("does not hold a combination against the dose of one part in another section", () => {
    check(
      "# Co-trimoxazole\n\n## Prevention\n\n| Weight | Dose once daily |\n| --- | --- |\n| under 5 kg | 120 mg |\n| 5 kg to under 15 kg | 240 mg |\n| 15 kg to under 30 kg | 480 mg |\n| 30 kg and above | 960 mg |\n\n## Treatment\n\nAdults receive trimethoprim 15 mg/kg per day as co-trimoxazole.",
    );
  });

  it("takes no dose of infants for that of bands of older children", () => {
    const bands = (lead: string) =>
      `Oseltamivir twice daily for 5 days. ${lead}, the dose is read from the weight:\n\n${table("| Weight (kg) | Dose |", "| ≤ 15 | 30 mg |", "| > 15 to 23 | 45 mg |", "| > 23 to 40 | 60 mg |", "| > 40 | 75 mg |")}\n\nInfants under 1 year are treated at 3 mg/kg orally twice daily.`;
    check(bands("For children aged 1 year and above"));
  });
});
