// Quantities in every notation: ranges, pairs, multiples, denominators.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lex } from "./lexer.ts";
import { canonical, measureAt } from "./measure.ts";
import { formatMeasure } from "./measure-format.ts";

const read = (text: string) => {
  const found = measureAt(lex(text), 0);
  return found && formatMeasure(found.measure);
};

describe("measureAt", () => {
  for (const [text, expected] of Object.entries({
    "40 mg/kg/day": "40 mg/kg/day",
    "500 mg -1 g": "0.5-1 g",
    "5–10 mg per kg per dose": "5-10 mg/kg/dose",
    "5 to 10 mg": "5-10 mg",
    "20/120 mg": "20/120 mg",
    "25 g of glucose": "25 g",
    "20 mg/120 mg": "20/120 mg",
    "250 mg + 62.5 mg": "250/62.5 mg",
    "500 mg/5 mL": "500 mg/5 mL",
    "1 mg elemental calcium per mL": "1 mg/mL",
    "20 mg of elemental iron/mL": "20 mg/mL",
    "3 mg elemental iron per kg": "3 mg",
    "2.4 million units": "2400000 unit",
    "10 lakh units": "1000000 unit",
    "0,05 MU/kg": "0.05 MU/kg",
    "100 000 IU/kg": "100000 unit/kg",
    "1 ½ tablets": "1.5 tablet",
    "1/2 tablet": "0.5 tablet",
    "1 tablet and a quarter": "1.25 tablet",
    "two tablets and a half": "2.5 tablet",
    "1 tablet and a syrup": "1 tablet",
    "2 x 500 mg": "1000 mg",
    "10 mg/kg body weight": "10 mg/kg",
    "0.1 units/kg/h": "0.1 unit/kg/h",
    "0.05–0.3 mcg/kg/min": "0.05-0.3 mcg/kg/min",
    "38.5 °C": "38.5 Cel",
    "10 %": "10 %",
    "1 mg/kg/24 h": "1 mg/kg/day",
    "10 mg a day": "10 mg/day",
    "5 mU/min": "5 mU/min",
    "12 mg/m²": "12 mg/m2",
    "twenty milligrams for every kilogram of body weight": "20 mg/kg",
    "five to ten milligrams per kilogram": "5-10 mg/kg",
    "twenty-five micrograms": "25 mcg",
    "two point five grams daily": "2.5 g",
    "one and a half grams": "1.5 g",
    "half a milligram": "0.5 mg",
    "two hundred and fifty milligrams": "250 mg",
  }))
    it(`reads ${text}`, () => assert.equal(read(text), expected));

  it("takes a needle's gauge and grams in 100 mL of blood for no dose", () => {
    for (const text of ["11g% or more", "14/16 g cannula", "16-g cannula", "18 G needle"])
      assert.equal(read(text), undefined);
  });

  it("reads nothing where no unit stands, or a number is torn apart", () => {
    for (const text of ["5", "5 a", "000 iu", "5 apples", "mg"]) assert.equal(read(text), undefined, text);
  });

  it("brings values to the base of their dimension", () => {
    const found = measureAt(lex("250–500 micrograms"), 0);
    assert.ok(found);
    assert.deepEqual(canonical(found.measure), { dimension: "mass", low: 0.25, high: 0.5 });
  });
});

it("takes the gauge of a needle for no quantity", () => {
  for (const text of ["25 G pencil-point needle", "16 G or 18 G cannula", "22 g spinal needle"])
    assert.equal(read(text), undefined, text);
});

it("takes numbers that go down with one unit for the parts of a combination", () => {
  assert.deepEqual(measureAt(lex("875-125 mg"), 0)?.measure.parts, [875, 125]);
  assert.equal(measureAt(lex("125-875 mg"), 0)?.measure.parts, undefined);
});
