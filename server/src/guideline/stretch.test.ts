// Stretches of weight, age, gestation and laboratory values as guidelines write them, and what is none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatStretch, reachOf, stretchesIn, writtenEnd } from "./stretch.ts";

const read = (text: string) =>
  stretchesIn(text).map((stretch) => `${stretch.kind}: ${formatStretch(stretch)}`);

describe("stretchesIn", () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ["children of 4–24 kg: one tablet", "weight: 4–24 kg"],
    ["1500–1749 g", "weight: 1.5–1.75 kg"],
    ["from 20 to less than 25 kg", "weight: 20–25 kg"],
    ["12–23 months: ½ tablet", "age: 12–23 months"],
    ["2 months up to 5 years", "age: 2–60 months"],
    ["birth to 6 weeks – 15 mg", "age: 0–6 weeks"],
    ["15 years and over 10 mg once daily", "age: ≥15 years"],
    ["30+0 to 34+6 weeks", "gestation: 30–34.9 weeks"],
    ["27 to 44 weeks postmenstrual age", "gestation: 27–44 weeks"],
    ["mild, 10.0–10.9 g/dL", "value: 10–10.9 g/dL"],
    ["6.5 mmol/L or above", "value: ≥6.5 mmol/L"],
    ["clearance below 60 mL/min/1.73 m²: halve", "value: <60 mL/min"],
    ["9 or more points", "value: ≥9 points"],
    ["36.0–36.4 °C", "value: 36–36.4 °C"],
    ["give 5–10 mg/kg every 6 hours"],
    ["20 mg in 100 mL over 30 minutes"],
  ];
  for (const [text, ...found] of cases) it(text, () => assert.deepEqual(read(text), found));

  it("reads bare numbers where the column's head says what they are", () => {
    const [stretch] = stretchesIn("181–220", { kind: "value", unit: "mg/dL" });
    assert.equal(stretch && formatStretch(stretch), "181–220 mg/dL");
    const [grams] = stretchesIn("1000–1249", { kind: "weight", unit: "g" });
    assert.equal(grams?.high, 1.249);
  });

  it("knows where the ends' numbers stand", () => {
    const text = "Weight 3 to 24.9 kg";
    const [stretch] = stretchesIn(text);
    const at = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
    assert.deepEqual(
      [at(stretch), at(stretch?.lowSpan), at(stretch?.highSpan)],
      ["3 to 24.9 kg", "3", "24.9"],
    );
  });

  it("reaches to the end of the last completed step", () => {
    const reach = (text: string) => stretchesIn(text).map(reachOf)[0] ?? 0;
    assert.equal(reach("5–9 kg"), 10);
    assert.equal(reach("5 kg to < 9 kg"), 9);
    assert.ok(Math.abs(reach("2–11 months") - 365.25) < 0.01);
  });

  it("writes a value as an end is written", () => {
    assert.equal(writtenEnd(14, { start: 0, end: 2 }, 1, "13 kg"), "14");
    assert.equal(writtenEnd(6, { start: 0, end: 3 }, 0.1, "5.9 kg"), "6.0");
    assert.equal(writtenEnd(6.05, { start: 0, end: 3 }, 0.1, "5.9 kg"), undefined);
  });
});
