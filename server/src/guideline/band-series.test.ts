// Which bands are read as one series: tables, lists, sentences; and what is none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatBandSeries } from "./band-series.ts";
import { parseGuideline } from "./guideline.ts";

const read = (text: string) => parseGuideline(text).bandSeries.map(formatBandSeries);
const table = (head: string, ...rows: string[]) =>
  [head, head.replaceAll(/[^|]+/g, " --- "), ...rows].map((row) => `| ${row} |`).join("\n");

describe("band series in tables", () => {
  it("are columns of weights, ages, scores and values", () => {
    assert.deepEqual(read(table("Weight (kg) | Tablets", "4–9 | 1", "10–13 | 2")), [
      "weight: 4–9 kg | 10–13 kg",
    ]);
    assert.deepEqual(read(table("Score | Action", "0–9 | none", "10–18 | call", "19 or more | call now")), [
      "value: 0–9 points | 10–18 points | ≥19 points",
    ]);
    assert.deepEqual(read(table("INR | Dose", "2.0–3.0 | same", "3.1–3.9 | less")), ["value: 2–3 | 3.1–3.9"]);
  });

  it("are heads", () => {
    const rows = ["Tablets | 1 | 2 | 3"];
    assert.deepEqual(read(table("Child weighs (kg) | 3–5 | 6–9 | 10–14", ...rows)), [
      "weight: 3–5 kg | 6–9 kg | 10–14 kg",
    ]);
  });

  it("stay apart side by side, by medicine, and where a sequence starts again", () => {
    assert.deepEqual(
      read(table("Child, kg | A | Adult, kg | B", "4–7 | 1 | 25–39 | 2", "8–11 | 2 | 40–54 | 3")),
      ["weight: 4–7 kg | 8–11 kg", "weight: 25–39 kg | 40–54 kg"],
    );
    assert.deepEqual(
      read(
        table(
          "Route | Age | Dose",
          "IV | 1–5 years | 1 mg",
          "IV | 6–9 years | 2 mg",
          "IM | 2–7 years | 3 mg",
          "IM | 8–9 years | 4 mg",
        ),
      ),
      ["age: 1–5 years | 6–9 years", "age: 2–7 years | 8–9 years"],
    );
  });

  it("are no milestones", () => {
    assert.deepEqual(read(table("Age | Milestone", "2–4 months | smiles", "6–9 months | sits")), []);
  });

  it("are no durations, normal ranges or grids of two axes", () => {
    assert.deepEqual(read(table("Medicine | Duration", "A | 5–7 days", "B | 7–10 days")), []);
    assert.deepEqual(read(table("Age | Pressure (mmHg)", "1–4 years | 80–95", "5–9 years | 90–110")), [
      "age: 1–4 years | 5–9 years",
    ]);
    assert.deepEqual(
      read(table("Age | Weight | Dose", "1–4 years | 8–12 kg | 1 mg", "5–9 years | 8–12 kg | 2 mg")).filter(
        (one) => one.startsWith("age"),
      ),
      [],
    );
  });
});

describe("band series in lists and sentences", () => {
  it("begin each item, also with a grade or a patient before them", () => {
    assert.deepEqual(read("- *Mild*, 10.0–10.9 g/dL: iron\n- *Severe*, below 7.0 g/dL: refer"), [
      "value: 10–10.9 g/dL | <7 g/dL",
    ]);
    assert.deepEqual(read("– Children under 20 kg: 3 mg/kg\n– From 20 kg: 2.4 mg/kg"), [
      "weight: <20 kg | ≥20 kg",
    ]);
    assert.deepEqual(read("- GCS 13–15: observe\n- GCS 9–12: scan\n- GCS 3–8: intubate"), [
      "value: 13–15 | 9–12 | 3–8",
    ]);
  });

  it("run through one sentence, each with a dose", () => {
    assert.deepEqual(
      read("Cetirizine: children 2–5 years 2.5 mg, 6–11 years 5 mg, 12 years and over 10 mg once daily."),
      ["age: 2–5 years | 6–11 years | ≥12 years"],
    );
  });

  it("are no visits, no single ages and no doses of different medicines", () => {
    assert.deepEqual(read("- 2–3 weeks: wound check\n- 6–8 weeks: X-ray"), []);
    assert.deepEqual(read("- 6 weeks: vaccine 0.5 mL\n- 10 weeks: vaccine 0.5 mL"), []);
    assert.deepEqual(read("Zinc for 2–5 months 10 mg. Iron for 6–23 months 12.5 mg."), []);
  });
});

describe("band series in like sentences and under a line on gestation", () => {
  it("are two sentences that say the same up to the amount", () => {
    const said = "Infants of 6–11 months swallow one capsule. Children of 12–59 months swallow two capsules.";
    assert.deepEqual(read(said), ["age: 6–11 months | 12–59 months"]);
    assert.deepEqual(read(said.replace("swallow two", "with fever may get two")), []);
    assert.deepEqual(
      read(
        "Those of 6–11 months receive one capsule of vitamin A. Those of 24–59 months receive one tablet of zinc.",
      ),
      [],
    );
  });

  it("are weeks of gestation, and how often it is given", () => {
    const list =
      "- Below 30 weeks: every 48 hours\n- 30–34 weeks: every 36 hours\n- 35 weeks or more: every 24 hours";
    assert.deepEqual(read(`The interval depends on the gestation.\n\n${list}`), [
      "gestation: <30 weeks | 30–34 weeks | ≥35 weeks",
    ]);
    assert.deepEqual(read(`Visits:\n\n${list.replaceAll("every", "weigh every")}`), []);
  });

  it("are paragraphs that begin with a band and a colon", () => {
    assert.deepEqual(read("**Under 5 kg:** 1 tablet.\n\n**5–9 kg:** 2 tablets."), ["weight: <5 kg | 5–9 kg"]);
  });
});
