// By how much orders pass maxima that stand in a sentence, or under a row’s head, of their own.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { excessesOf } from "./excess.ts";
import { parseGuideline } from "./guideline.ts";

const passed = (text: string) =>
  excessesOf(parseGuideline(text)).map(({ dose }) => text.slice(dose.start, dose.end));

describe("excessesOf, of maxima in their own sentences", () => {
  it("holds an order to what its chapter allows such patients", () => {
    const ward = (hours: number) =>
      `# Nausea\n\n**Metoclopramide** moves the stomach. Adults receive no more than 30 mg in 24 hours.\n\n*Adults*\n\n- Slow emptying: metoclopramide 10 mg IV every ${hours} hours.`;
    assert.deepEqual(passed(ward(6)), ["10 mg"]);
    assert.deepEqual(passed(ward(8)), []);
  });

  it("holds all doses of a line to the ceiling behind them", () => {
    const line = (hours: number) =>
      `# Pain\n\n- Tramadol orally: 100 mg every ${hours} hours for severe pain, 50 mg every 6 hours for moderate pain. Ceiling 400 mg in a day.`;
    assert.deepEqual(passed(line(4)), ["100 mg"]);
    assert.deepEqual(passed(line(6)), []);
  });

  it("knows by the head of its row that a maximum is of a day", () => {
    const table = (hours: number) =>
      `# Fever in children\n\n| | Paracetamol | Ibuprofen |\n|---|---|---|\n| Dose by mouth | 15 mg/kg | 10 mg/kg |\n| How often | every 6 hours | every ${hours} hours |\n| Ceiling in 24 hours | 60 mg/kg | 30 mg/kg |`;
    assert.deepEqual(passed(table(6)), ["10 mg/kg"]);
    assert.deepEqual(passed(table(8)), []);
  });

  it("works out doses by body surface", () => {
    const sheet = (dose: string) =>
      `# Block B\n\nVincristine 1.5 mg/m² IV, maximum 2 mg per dose.\n\n**Worked calculation, body surface area 1.6 m²**\n\n| Medicine | Reckoning | Order |\n|---|---|---|\n| Vincristine | 1.5 × 1.6 = 2.4 mg | ${dose} IV |`;
    assert.deepEqual(passed(sheet("2.4 mg")), ["2.4 mg"]);
    assert.deepEqual(passed(sheet("2 mg")), []);
  });

  it("reads other words for a limit", () => {
    const ward = (times: string) =>
      `# Anxiety\n\nNo one on this ward is to have more than 4 mg of lorazepam from midnight to midnight.\n\nRegular: lorazepam 2 mg orally ${times} daily.`;
    assert.deepEqual(passed(ward("three times")), ["2 mg"]);
    assert.deepEqual(passed(ward("twice")), []);
    const attack = (hours: number) =>
      `# Migraine\n\nRizatriptan is restricted to 20 mg in any 24-hour period.\n\nTake rizatriptan 10 mg by mouth every ${hours} hours.`;
    assert.deepEqual(passed(attack(4)), ["10 mg"]);
    assert.deepEqual(passed(attack(12)), []);
  });
});
