// Axes of tables: what heads say, values without units, tables side by side, bands across and in running text.

import assert from "node:assert/strict";
import { it } from "node:test";
import { formatBandSeries } from "./band-series.ts";
import { parseGuideline } from "./guideline.ts";

const series = (text: string) => parseGuideline(text).bandSeries.map(formatBandSeries);
const table = (head: string, ...rows: string[]) =>
  [`| ${head} |`, "|---|---|", ...rows.map((row) => `| ${row} |`)].join("\n");

it("reads values whose unit is understood, beside those that say it", () => {
  assert.deepEqual(series(table("eGFR | Dose", "60 and above | 1 g", "45–59 | 500 mg", "below 30 | none")), [
    "value: ≥60 | 45–59 | <30",
  ]);
  assert.deepEqual(series(table("eGFR | Dose", "30–59 mL/min | 1 g", "15–29 | 500 mg")), [
    "value: 30–59 mL/min | 15–29 mL/min",
  ]);
});

it("reads weeks and days, hours of life and a lone row", () => {
  assert.deepEqual(series(table("GA | Dose", "24+0 to 27+6 | 20 mg", "28+0 to 31+6 | 15 mg")), [
    "gestation: 24–27.9 weeks | 28–31.9 weeks",
  ]);
  assert.deepEqual(series(table("Age (hours) | µmol/L", "0–23 | 170", "24–47 | 220")), [
    "age: 0–23 hours | 24–47 hours",
  ]);
  assert.deepEqual(series(table("Age | Dose", "12–59 months | 200 000 IU")), ["age: 12–59 months"]);
});

it("takes no doses or durations for an axis", () => {
  assert.deepEqual(series(table("Dose | For", "5–10 mg | fever", "10–20 mg | pain")), []);
  assert.deepEqual(series(table("Duration | For", "5–7 days | fever", "10–14 days | pain")), []);
});

it("reads lists with bare values, a lone item, and sentences whose doses come first", () => {
  assert.deepEqual(
    series("- INR 1.5–1.9: raise by 10 %\n- INR 2–3: no change\n- INR 3.1–4.5: lower by 10 %"),
    ["value: 1.5–1.9 | 2–3 | 3.1–4.5"],
  );
  assert.deepEqual(series("Once:\n\n- 12–59 months: 200 000 IU"), ["age: 12–59 months"]);
  assert.deepEqual(series("Give 5 mg to those of 1–4 years and 10 mg to those of 5–9 years."), [
    "age: 1–4 years | 5–9 years",
  ]);
});

it("reads ages in rows of one gestation, and each gestation once", () => {
  const rows = ["below 30 weeks | 0–7 days | 48 h", "below 30 weeks | 8–28 days | 36 h"];
  const more = ["30–34 weeks | 0–7 days | 36 h", "30–34 weeks | 8–28 days | 24 h"];
  const head = "Gestation | Days of life | Interval";
  assert.deepEqual(
    series([`| ${head} |`, "|---|---|---|", ...[...rows, ...more].map((row) => `| ${row} |`)].join("\n")),
    ["gestation: <30 weeks | 30–34 weeks", "age: 0–1 weeks | 8–28 days", "age: 0–1 weeks | 8–28 days"],
  );
});

it("reads sentences that each begin with a band", () => {
  const dose = "Amoxicillin twice daily.";
  assert.deepEqual(series(`${dose} Under 5 kg: 125 mg. 5 to 10 kg: 250 mg. Over 10 kg: 500 mg.`), [
    "weight: <5 kg | 5–10 kg | >10 kg",
  ]);
  assert.deepEqual(series(`${dose} Under 5 kg: 125 mg. Rinse the cup. Over 10 kg: 500 mg.`), []);
});
