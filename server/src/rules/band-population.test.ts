// band-population: promises of captions, lead sentences and headings that the bands do not keep.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { bandPopulation } from "./band-population.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: bandPopulation.id, rules: [bandPopulation] }).findings;
const table = (head: string, ...rows: string[]) => [head, "| --- | --- |", ...rows].join("\n");

describe(bandPopulation.id, () => {
  it("reads a caption below in italics, and completed weeks as those of a pregnancy", () => {
    check(
      "# Pain\n\n| Weight | Dose |\n| --- | --- |\n| 3–9 kg | 7.5 mg/kg |\n  ^^^^^^\n| 10–50 kg | 15 mg/kg |\n\n*Caption: paracetamol for children from 10 to 50 kg.*",
    );
    check(
      "# Preterm labour from 24 to 33 weeks\n\n| Completed weeks | Magnesium sulfate |\n| --- | --- |\n| 24 to 27 | 4 g |\n| 28 to 31 | 4 g |\n| 38 to 41 | none |\n  ^^^^^^^^",
    );
  });

  it("takes a band before or behind what caption or scope say for a slip", () => {
    check(
      "**Table 1. Zinc for children aged 6 to 59 months**\n\n| Age | Zinc |\n| --- | --- |\n| 2 to 23 months | 10 mg |\n  ^^^^^^^^^^^^^^\n| 24 to 59 months | 20 mg |",
    );
    check(
      "# Linezolid\n\nThis handbook is for patients aged 18 years or older.\n\n## Dose\n\n| Age | Dose |\n| --- | --- |\n| 14 to 64 years | 600 mg |\n  ^^^^^^^^^^^^^^\n| 65 years or older | 400 mg |",
    );
    check(
      "# Amikacin, newborns from birth to day 28\n\n| Age | Dose |\n| --- | --- |\n| Birth to day 7 | 15 mg/kg every 48 hours |\n| Day 8 to day 20 | 15 mg/kg every 36 hours |\n| Day 21 to day 40 | 15 mg/kg every 24 hours |\n  ^^^^^^^^^^^^^^^^",
    );
    check(
      "# Caffeine\n\n## Whom it covers\n\nBabies born before 32 completed weeks.\n\n## Start\n\n- Born before 26 weeks: 20 mg/kg\n- Born at 26 to 28 weeks: 15 mg/kg\n- Born at 29 to 31 weeks: 10 mg/kg",
    );
  });

  it("finds a row of other patients than those that the bands are said to be of", () => {
    check(
      "**Table 5. Rest for children of 5 to 14 years**\n\n| Age | Breaths |\n| --- | --- |\n| 5 to 7 years | 5 |\n| 8 to 10 years | 8 |\n| 15 to 17 years | 10 |\n  ^^^^^^^^^^^^^^",
    );
    check(
      "## Clearance below 60 mL/min\n\n- 60–89 mL/min: 1250 mg twice daily\n  ^^^^^^^^^^^^\n- 30–50 mL/min: 950 mg twice daily\n- below 30 mL/min: none",
    );
    check(
      "## Pressure in people aged 75 and over\n\n| Age | Target |\n| --- | --- |\n| 60–69 years | below 140 mmHg |\n  ^^^^^^^^^^^\n| 80–89 years | below 150 mmHg |\n| 90 years and over | below 150 mmHg |",
    );
    check(
      "# Fluid, newborns (0–28 days)\n\n| Age | Fluid |\n| --- | --- |\n| Day 0 | 60 mL/kg |\n| Day 1 | 80 mL/kg |\n| Days 2–6 | 140 mL/kg |\n| Days 29–59 | 160 mL/kg |\n  ^^^^^^^^^^",
    );
    check(
      "**Women 150 cm and taller**\n\n| Height | Volume |\n| --- | --- |\n| 130–139 cm | 2 mL |\n  ^^^^^^^^^^\n| 160–169 cm | 2.2 mL |\n| 170 cm and taller | 2.4 mL |",
    );
    check(
      "## Third trimester\n\n| Gestation | Iron |\n| --- | --- |\n| 12–15 weeks | 30 mg |\n  ^^^^^^^^^^^\n| 32–35 weeks | 60 mg |\n| 36–40 weeks | 90 mg |",
    );
    check(
      "**Children under 5 years**\n\n| Weight | Tablets |\n| --- | --- |\n| 5–14 kg | 1 |\n| 15–24 kg | 2 |\n| 45–54 kg | 3 |\n  ^^^^^^^^",
    );
    check(
      "## Elderly patients\n\n| Age | Dose |\n| --- | --- |\n| 18–30 years | 2 mg |\n  ^^^^^^^^^^^\n| 65–74 years | 1 mg |\n| 75 years and over | 0.5 mg |",
    );
    check(
      "## Children from 2 to 11 years\n\n| Age | Dose |\n| --- | --- |\n| 2–5 years | 5 mL |\n| 6–11 years | 10 mL |\n| 12 years and over | 15 mL |",
    );
  });

  it("reads weeks of birth, any weight, and each of several medicines by itself", () => {
    check(
      "Scope: neonates born at 24 weeks of gestation or later.\n\n| Gestation at birth | Interval of 4 mg/kg |\n| --- | --- |\n| 28 to 31 weeks | 48 hours |\n  ^^^^^^^^^^^^^^\n| 32 weeks and above | 36 hours |",
    );
    check(
      "This page is for babies born between 24 and 33 weeks of gestation.\n\n| Born at (weeks) | Maintenance |\n| --- | --- |\n| 28–30 | 10 mg/kg |\n  ^^^^^\n| 31–33 | 5 mg/kg |",
    );
    check(
      "The table serves adults of any body weight whose clearance is above 30 mL/min.\n\n| Body weight | Dose |\n| --- | --- |\n| 50–99 kg | 40 mg once daily |\n  ^^^^^^^^\n| 100 kg and over | 40 mg twice daily |",
    );
    check(
      "# Asthma attack, 1 to 11 years\n\n**Salbutamol inhaled**\n\n| Age | Puffs |\n| --- | --- |\n| 5–7 years | 6 |\n  ^^^^^^^^^\n| 8–11 years | 8 |\n\n**Prednisolone by mouth**\n\n| Age | Dose |\n| --- | --- |\n| 1–4 years | 20 mg |\n| 5–11 years | 30 mg |",
    );
    check(
      "**For whom:** every child from 10 kg up to 5 years with fever.\n\n| Weight | Suppositories |\n| --- | --- |\n| 10–13 kg | 1 |\n| 14–19 kg | 2 |",
    );
  });

  it("reads captions, lead sentences and headings", () => {
    const [finding] = check(
      `**For children of 3 to 24.9 kg**\n\n${table("| Weight | Tablets |", "| 3–9.9 kg | 1 |", "| 10–19.9 kg | 2 |\n  ^^^^^^^^^^")}`,
    );
    assert.match(finding?.message ?? "", /\(line 1\) promises 20–24.9 kg.*end with "10–19.9 kg"/);
    check(
      `Everyone with a clearance below 60 mL/min follows this table:\n\n${table("| Clearance (mL/min) | Dose |", "| 30–59 | 400 mg |", "| 15–29 | 200 mg |\n  ^^^^^")}`,
    );
    check(
      "## Nevirapine from birth\n\n- 6 weeks to 6 months: 20 mg\n  ^^^^^^^^^^^^^^^^^^^\n- 6 months to 9 months: 30 mg",
    );
  });

  it("reads a section that only says for whom, and takes a wider heading's doses by weight for all", () => {
    const rows = table("| Weight | Tablets |", "| 10–14 kg | 1 |\n  ^^^^^^^^", "| 15–24 kg | 2 |");
    check(
      `# Malaria\n\n## Whom this covers\n\nAnyone weighing 5 kg or more with a positive test.\n\n## Tablets\n\n${rows}`,
    );
    check(`# Worms\n\nTwice a year, all children of 5 to 24 kg are given tablets.\n\n${rows}`);
    check(
      `# Meningitis, children over 2 months\n\nCeftriaxone 100 mg/kg IV once daily.\n\n${rows.replace(/\n +\^+/, "")}`,
    );
  });

  it("finds bands that go on behind the heading's end, and ages in the wrong unit", () => {
    check(
      `## Infants born before 37 weeks\n\n${table("| Gestation | Target |", "| 24–31 weeks | 91–95% |", "| 32–40 weeks | 92–96% |\n  ^^^^^^^^^^^")}`,
    );
    check("## Adolescents\n\nThose aged 12 to 17 months: 8 puffs.\n           ^^^^^^^^^^^^^^^");
    check("## Adolescents\n\nThose aged 12 to 17 years: 8 puffs. A child aged 12 to 17 months: 2 puffs.");
  });

  it("reads for whom the section, the chapter, the sheet or the line below is", () => {
    const rows = table("| Age | Tablets |", "| 6–8 years | 2 |\n  ^^^^^^^^^", "| 9–14 years | 3 |");
    for (const said of [
      "For every child of 4 to 14 years.",
      "**Who:** pupils of 4–14 years",
      "This chart is for pupils of 4–14 years.",
      "It is given by the teacher to children of 4–14 years.",
      "- Indication: worms in children of 4 to 14 years\n- Route: by mouth",
    ]) {
      check(`# Worms\n\n${said}\n\nWith water.\n\n${rows}`);
      check(`# Worms\n\n${said}\n\n## Tablets of 600 mg\n\nWith water.\n\n${rows}`);
    }
    check(`# Worms\n\n${rows}\n\nThe table is for children aged 4 to 14 years.`);
  });

  it("reads who is treated, with decimals", () => {
    const rows = "\n\n- 2–4 years: 200 mg\n  ^^^^^^^^^\n- 5–17 years: 400 mg";
    check(`Every child with sickle cell anaemia from 9 months to 17 years should take it.${rows}`);
    check(`Every child from 2 to 17 years should take it.${rows.replace(/\n *\^+/, "")}`);
    check(
      `## Children aged 12 months to 14 years\n\nThey are treated; infants younger than 12 months are left out. By age:\n\n${table("| Age | Dose |", "| 24 months to 14 years | 400 mg |\n  ^^^^^^^^^^^^^^^^^^^^^")}`,
    );
    check(
      `This chart serves babies of 1.0 kg to 4.5 kg.\n\n${table("| Weight | Dose |", "| 1.0–1.9 kg | 6 mg |", "| 2.0–4.0 kg | 9 mg |\n  ^^^^^^^^^^")}`,
    );
  });

  it("does not take an order or a remark for the people of the bands", () => {
    const rows = table("| Age | Tablets |", "| 6–8 years | 2 |", "| 9–14 years | 3 |");
    for (const said of [
      "For children of 4 to 14 years, every worm is one too many.",
      "For children of 4 to 14 years give water first.",
      "It is not given to children of 4–14 years with fits.",
    ])
      check(`# Worms\n\n${said}\n\n## Tablets\n\n${rows}`);
  });

  it("reads the sentence above a table that orders what it divides", () => {
    const rows = table("| Age | Tablets |", "| 6–8 years | 2 |\n  ^^^^^^^^^", "| 9–14 years | 3 |");
    check(`Children aged 4 to 14 years receive praziquantel according to age.\n\n${rows}`);
    const quiet = rows.replace(/\n {2}\^+/, "");
    check(`Children aged 4 to 14 years are at risk. Praziquantel is cheap.\n\n${quiet}`);
  });

  it("counts completed years and steps", () => {
    check(
      `## Children of 2 months up to 5 years\n\n${table("| Age | Tablets |", "| 2–11 months | 1 |", "| 12–59 months | 2 |")}`,
    );
    check(
      `**Children of 4–24 kg**\n\n${table("| Weight (kg) | Tablets |", "| 4–9.9 | 1 |", "| 10–24.9 | 2 |")}`,
    );
  });

  it("takes a number alone, which may be another thing's, for no row of other patients", () => {
    check(
      `**Table 3.** Adults: tablets for each weight band\n\n${table("| Weight | Tablets |", "| 2(RHZE) daily | 4(HR) daily |", "| 30–39 kg | 2 |", "| 40–54 kg | 3 |", "| 55–70 kg | 4 |")}`,
    );
  });

  it("is silent where the rest is said, in another table or in words", () => {
    const rows = table("| Weight | Tablets |", "| 10–14 kg | 1 |", "| 15–21 kg | 2 |");
    check(
      `## Azithromycin for patients from 5 kg\n\nAnyone lighter than 10 kg gets 20 mg/kg as suspension.\n\n${rows}`,
    );
    check(
      `## Azithromycin for patients from 5 kg\n\n${table("| Weight | Syrup |", "| 5–6 kg | 3 mL |", "| 7–9 kg | 4 mL |")}\n\n${rows}`,
    );
  });

  it("is silent about other axes, open promises and several promises", () => {
    const rows = table("| Weight | Tablets |", "| 10–14 kg | 1 |", "| 15–21 kg | 2 |");
    check(`## Children under 5 years\n\n${rows}`);
    check(`## Children under 25 kg, or of 5–40 kg with fever\n\n${rows}`);
    check(`## Patients from 10 kg\n\n${rows}`);
  });

  it("takes a sentence that settles what to do at a value for no promise", () => {
    check(
      "Give it by the table. When the INR is below 2.0, it is given only on advice.\n\n| INR | Dose (units/kg) |\n| --- | --- |\n| 2.0 to 3.9 | 25 |\n| 4.0 to 6.0 | 35 |\n| Above 6.0 | 50 |",
    );
  });

  it("takes what an item below another says of some for no promise of the table", () => {
    const rows = table(
      "| Weight | Syrup |",
      "| 3.5–5 kg | 2 mL |",
      "| 5–9 kg | 4 mL |",
      "| 17–35 kg | 10 mL |",
    );
    check(`- Paracetamol 15 mg/kg\n  - In children under 6 months calculate the dose by weight\n\n${rows}`);
  });

  it("takes a target for no promise", () => {
    check(
      "The target level is 0.5 to 0.9 micrograms/L. Act on these results:\n\n- Above 0.9 and up to 2 micrograms/L: reduce the dose.\n- Above 2 micrograms/L: stop it.",
    );
  });

  it("knows an end that is below, days of life, a row beside others, and what another document says of its annex", () => {
    check(
      "# Plan B: children below 5 years\n\n| Age | Solution |\n| --- | --- |\n| 4 to 11 months | 400 mL |\n| 12 to 23 months | 700 mL |\n| 24 to 71 months | 900 mL |\n  ^^^^^^^^^^^^^^^",
    );
    check(
      "*Table 5. Ampicillin for newborns of 0 to 28 days*\n\n| Day of life | Dose |\n| --- | --- |\n| 0 to 7 | 50 mg |\n| 8 to 28 | 75 mg |\n| 29 to 59 | 100 mg |\n  ^^^^^^^^",
    );
    const row =
      "**Table 1. Adults heavier than 50 kg**\n\n| Group | Dose |\n| --- | --- |\n| No liver risk | 1 g |\n";
    check(`${row}| 33 to 50 kg, no liver risk | 750 mg |\n  ^^^^^^^^^^^`);
    check(`${row}| above 80 kg, no liver risk | 1 g |`);

    const chapter = parseGuideline(
      "# Asthma\n\nThis guide and its annex are written for children of 6 to 11 years.\n\nPupils at least 94 cm tall are measured against the pole in the annex.",
    );
    const found = (head: string, ...rows: string[]) => {
      const annex = parseGuideline(
        `# Annex\n\n| ${head} | Puffs |\n| --- | --- |\n${rows.map((one, i) => `| ${one} | ${i + 4} |`).join("\n")}`,
      );
      const neighbours = [{ uri: "file:///chapter.md", guideline: chapter }];
      return [...bandPopulation.check(annex, { neighbours })].map(({ span }) =>
        annex.text.slice(span.start, span.end),
      );
    };
    assert.deepEqual(found("Age", "6 to 8 years", "9 to 14 years"), ["9 to 14 years"]);
    assert.deepEqual(found("Age", "6 to 8 years", "9 to 11 years"), []);
    assert.deepEqual(found("Height", "84 cm to below 110 cm", "110 cm to below 125 cm"), [
      "84 cm to below 110 cm",
    ]);
    assert.deepEqual(found("Height", "94 cm to below 110 cm", "110 cm to below 125 cm"), []);
  });

  it("takes whom a heading leaves behind for nobody that it is about", () => {
    const rows = ["1 to <3 months", "3 months to <18 years"].map((age) => `| ${age} | 50 mg/kg |\n`).join("");
    const count = (heading: string) => {
      const guideline = parseGuideline(`# ${heading}\n\n| Age | Cefotaxime every 12 h |\n|---|---|\n${rows}`);
      return [...bandPopulation.check(guideline, { neighbours: [] })].length;
    };
    assert.equal(count("Meningitis beyond the newborn"), 0);
    assert.equal(count("Meningitis of the newborn"), 1);
  });
});
