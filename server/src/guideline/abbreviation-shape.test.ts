// What is an abbreviation by its shape.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { abbreviationIn, compoundIn, isUnlikeWord } from "./abbreviation-shape.ts";

describe("abbreviationIn", () => {
  it("accepts two to seven characters with at least as many capitals as small letters", () => {
    for (const word of [
      "ORS",
      "CD4",
      "HbA1c",
      "eGFR",
      "PrEP",
      "SpO2",
      "PaCO2",
      "IPTp",
      "G6PD",
      "FEV1",
      "HBsAg",
    ]) {
      assert.equal(abbreviationIn(word), word);
    }
  });

  it("takes the plural off", () => {
    assert.equal(abbreviationIn("NSAIDs"), "NSAID");
    assert.equal(abbreviationIn("ACTs"), "ACT");
    assert.equal(abbreviationIn("T4s"), undefined);
  });

  it("refuses words, names, numerals, chemistry, units and blood groups", () => {
    const words =
      "Give I Hib Rh Dr McBurney MacDonald IV II III VIII IVa XII NaCl KCl MgSO4 CO2 H2O mmHg cmH2O kPa pH dL AB RhD QRS HELLOWORLD B12 T4";
    for (const word of words.split(" ")) assert.equal(abbreviationIn(word), undefined, word);
  });
});

describe("compoundIn", () => {
  it("joins parts of which one is an abbreviation", () => {
    for (const word of ["MDR-TB", "CURB-65", "D&C", "U&E", "SARS-CoV-2", "HIV/TB"])
      assert.equal(compoundIn(word), word);
    assert.equal(compoundIn("MDR-TBs"), "MDR-TB");
  });

  it("refuses single words, ordinary compounds and ranges", () => {
    for (const word of [
      "ORS",
      "X-ray",
      "Stevens-Johnson",
      "mg/kg",
      "A-B",
      "1-2",
      "ORS-based",
      "ABCDEFGH-IJKLMNOP",
    ]) {
      assert.equal(compoundIn(word), undefined, word);
    }
  });
});

describe("isUnlikeWord", () => {
  it("tells letters that spell no word from words that are shouted", () => {
    for (const word of "SLEDAI BASDAI NAFDAC NSTEMI KDOQIS UNHCRS QFRACT".split(" "))
      assert.equal(isUnlikeWord(word), true, word);
    for (const word of "URGENT PATIENT ADVERSE ADVICE LENGTHS WEIGHTS MONTHS ASTHMA HELPFUL THIRST CHILDREN NIGHTS".split(
      " ",
    ))
      assert.equal(isUnlikeWord(word), false, word);
  });
});
