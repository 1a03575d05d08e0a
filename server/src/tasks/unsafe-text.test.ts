// What counts as a dose or a citation in a model's free text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { containsCitation, containsDose } from "./unsafe-text.ts";

describe("containsDose", () => {
  it("knows doses, frequencies and amounts in words", () => {
    for (const text of [
      "amoxicillin 500 mg",
      "500mg",
      "5 MG",
      "2.5–5 mg/kg",
      "10 to 20 mL",
      "1 000 IU",
      "0,5 g",
      "glucose 10 %",
      "7·5 µg",
      "2 tablets",
      "one tablet at night",
      "half a tablet",
      "8-hourly",
      "every 8 hours",
      "3 times a day",
      "10 units of insulin",
    ]) {
      assert.ok(containsDose(text), text);
    }
  });

  it("lets other numbers and words be", () => {
    for (const text of [
      "fever for 3 days",
      "age over 60 years",
      "CD4 count low",
      "SpO2 falls",
      "type 2 diabetes",
      "attack within 24 hours",
      "two swollen legs",
      "5 gastric ulcers",
      "ratio 2:1",
    ]) {
      assert.ok(!containsDose(text), text);
    }
  });
});

describe("containsCitation", () => {
  it("knows addresses, numbers and names of papers", () => {
    for (const text of [
      "doi 10.1/x",
      "see https://x",
      "www.x.org",
      "Smith et al",
      "PMID 1",
      "shown [3]",
      "Smith (2019a)",
    ]) {
      assert.ok(containsCitation(text), text);
    }
    for (const text of ["coma (deep)", "the year 2019", "low platelets", "endoids"])
      assert.ok(!containsCitation(text), text);
  });
});
