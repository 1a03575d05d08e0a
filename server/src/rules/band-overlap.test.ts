// band-overlap: overlaps and single shared ends, the half-open habit, and the fixes.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { bandOverlap } from "./band-overlap.ts";
import { checkGuideline } from "./index.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: bandOverlap.id, rules: [bandOverlap] }).findings;
const table = (head: string, ...rows: string[]) => [head, "| --- | --- |", ...rows].join("\n");

it("takes the whole scale above its parts for none of them", () => {
  const list =
    "1. Score the pain from 0 to 10.\n2. Score 1–3: paracetamol.\n3. Score 4–6: ibuprofen.\n4. Score 7–10: morphine.";
  assert.deepEqual(checkGuideline(parseGuideline(list), { list: [bandOverlap] }).findings, []);
});

it("reads what stands below an item to its band", () => {
  for (const text of [
    "1. Adults aged 13 years and over\n   - rifampicin 600 mg once a month\n2. Children aged 10 to 14 years\n   - rifampicin 450 mg once a month\n",
  ])
    assert.equal(checkGuideline(parseGuideline(text), { list: [bandOverlap] }).findings.length, 1);
  check(
    "- Children under 5 years\n  - weigh at each visit\n- Children of 2 to 12 years\n  - give albendazole 400 mg once",
  );
});

it("reads lists that divide ages without a dose", () => {
  const found = (low: number) => {
    const list = `1. From birth to under 6 months: evoked responses.\n2. From 6 months to under 24 months: visual tests.\n3. From ${low} months to under 4 years: play tests.\n4. From 4 years: tones.`;
    return checkGuideline(parseGuideline(list), { list: [bandOverlap] }).findings.length;
  };
  assert.deepEqual([found(18), found(24)], [1, 0]);
});

describe(bandOverlap.id, () => {
  it("names the shared stretch and both bands", () => {
    const [finding] = check(
      table("| Weight (kg) | Tablets |", "| 25–42 | 2 |", "| 40–54 | 3 |\n  ^^^^^", "| 55–70 | 4 |"),
    );
    assert.match(finding?.message ?? "", /"40–54" overlaps "25–42" \(line 3\): at 40–42 kg/);
  });

  it("sees lists, grades in sentences and gestations", () => {
    check(
      "- from 6 months to under 6 years: 0.15 mL\n- 5 to 11 years: 0.3 mL\n  ^^^^^^^^^^^^^\n- 12 years and older: 0.5 mL",
    );
    check(
      "Moderate, that is 6.0–6.9 mmol/L, needs an ECG. Severe means 6.5 mmol/L or above: call.\n                                                             ^^^^^^^^^^^^^^^^^^^",
    );
    check(
      table(
        "| Gestation | Dose |",
        "| 13–19 weeks | 200 micrograms |",
        "| 18–26 weeks | 100 micrograms |\n  ^^^^^^^^^^^",
        "| 27 weeks and beyond | 25 micrograms |",
      ),
    );
  });

  it("takes one shared end among steps for a slip, but not a habit", () => {
    check(
      "- 0–2 points: home\n- 3–5 points: ward\n- 5–8 points: high care\n  ^^^^^^^^^^\n- 9 or more points: ICU",
    );
    check("- 1–5 years: 5 mL\n- 5–12 years: 10 mL\n- over 12 years: 20 mL");
  });

  it("takes a shared birthday among steps for a slip, but at the top or after months for the habit", () => {
    check("- 2–5 years: 20 mg\n- 5–11 years: 30 mg\n  ^^^^^^^^^^\n- 12–17 years: 40 mg");
    check(
      table(
        "| Age | Dose |",
        "| 1–4 years | 5 mg |",
        "| 4–8 years | 10 mg |\n  ^^^^^^^^^",
        "| 9–13 years | 20 mg |",
      ),
    );
    check("- 1–5 years: 5 mL\n- 6–12 years: 10 mL\n- 12–18 years: 20 mL");
    check("- 3 months–1 year: 2 mL\n- 1–5 years: 5 mL\n- 6–12 years: 10 mL");
    check("- 1–6 years: 5 mL\n- 6–12 years: 10 mL\n- 12–18 years: 20 mL");
  });

  it("is silent about the same instruction, thresholds above one another and side-by-side tables", () => {
    check(table("| Weight (kg) | Tablets |", "| 20–30 | 2 |", "| 25–35 | 2 |", "| 36–40 | 3 |"));
    check("- over 5 kg: 1 tablet\n- over 10 kg: 2 tablets");
    check(
      "| Child, kg | A | Adult, kg | B |\n| --- | --- | --- | --- |\n| 4–25 | 1 | 20–39 | 2 |\n| 26–30 | 2 | 40–54 | 3 |",
    );
  });

  it("offers either figure, and each cures it", () => {
    const text = table("| Weight (kg) | Tablets |", "| 25–42 | 2 |", "| 40–54 | 3 |", "| 55–70 | 4 |");
    const [finding] = checkGuideline(parseGuideline(text), { list: [bandOverlap] }).findings;
    const fixes = finding?.fixes() ?? [];
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['End "25–42" at 39', 'Begin "40–54" at 43'],
    );
    for (const { edits } of fixes) check(applyEdits(text, edits));
  });

  it("takes targets of different patients for no bands", () => {
    check(
      "| Indication | Target INR |\n| --- | --- |\n| Aortic valve | 2 to 3 |\n| Mitral valve | 2.5 to 3.5 |",
    );
    check("| Patients | HbA1c (%) |\n| --- | --- |\n| Young adults | 6 to 7 |\n| Frail elderly | 6.5 to 8 |");
  });

  it("takes an age behind which another medicine begins for none of its bands", () => {
    check(
      "Each child has measles vaccine from the age of 9 months, and albendazole once: 200 mg below 24 months, 400 mg from 24 months, none below 12 months.",
    );
  });

  it("takes a band in brackets for an exception to the one it lies in", () => {
    check(
      "Fetal death: below 28 weeks misoprostol 200 micrograms every 6 hours (14–26 weeks 400 micrograms every 4 hours); from 28 weeks 25 micrograms every 6 hours.",
    );
  });
});

it("keeps what is named behind a comma and an “and” with its own ages", () => {
  check(
    "Each child receives measles vaccine 0.5 mL from the age of 9 months, and albendazole once: 200 mg below 24 months, 400 mg from 24 months.",
  );

  it("asks about rows that say the same where all others meet, and about a total's rows", () => {
    check(
      "| Weight | Tablets |\n| --- | --- |\n| 3 to under 6 kg | 1 |\n| 6 to under 12 kg | 2 |\n| 10 to under 14 kg | 2 |\n  ^^^^^^^^^^^^^^^^^\n| 14 kg and over | 4 |",
    );
    check(
      "| Total | Step |\n| --- | --- |\n| 10–15 | talks |\n| 15–19 | talks, tablets |\n  ^^^^^\n| 20–27 | hospital |",
    );
  });

  it("leaves sizes of equipment alone: both may fit, unless all others meet", () => {
    const rows = "| 1 | 1.5–3.6 kg |\n| 2 | 1.8–10 kg |\n| 2.5 | 10–28 kg |";
    check(`| Mask size | Weight |\n| --- | --- |\n${rows}`);
    check(
      "| Size | Weight |\n| --- | --- |\n| 1 | under 5 kg |\n| 2 | 5 to under 12 kg |\n| 3 | 10 to under 20 kg |\n      ^^^^^^^^^^^^^^^^^\n| 4 | 20 kg and over |",
    );
    check(
      `| Tablets | Weight |\n| --- | --- |\n${rows.replace("1.8–10 kg |", "1.8–10 kg |\n      ^^^^^^^^^")}`,
    );
  });

  it("knows completed months, a band within another, and paragraphs that set bands apart in bold", () => {
    check(
      "| Age | Vitamin A |\n| --- | --- |\n| 6–12 months | blue, 1 |\n| 12–59 months | red, 2 |\n  ^^^^^^^^^^^^",
    );
    check(
      "| Age | Vitamin A |\n| --- | --- |\n| 6 to 11 months | blue, 1 |\n| 6 to 59 months | red, 2 |\n  ^^^^^^^^^^^^^^",
    );
    check("| Age | Vitamin A |\n| --- | --- |\n| 6–11 months | blue, 1 |\n| 12–59 months | red, 2 |");
    check(
      "**Adult pack.** For those who are 15 years or older: 600 mg.\n\n**Child pack.** For those from 10 to 16 years: 450 mg.\n                          ^^^^^^^^^^^^^^^^^^^",
    );
  });

  it("takes the number of a figure for no band", () => {
    check("Figure 3-4: a margin\n\nFigure 3-5: a cyst");
  });
});
