// Who is meant, and whether two descriptions are known to mean the same patients.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { itemsIn } from "./item.ts";
import { formatPopulation, samePatients, stageOf, within } from "./population.ts";
import { populationOf } from "./scope.ts";

const read = (text: string) => populationOf(itemsIn(text));
const shown = (text: string) => formatPopulation(read(text));

describe("populations", () => {
  it("are read from groups, ages, weights and gestation", () => {
    assert.deepEqual(read("Adults and children").groups, ["adult", "child"]);
    assert.match(shown("Children 1–5 years: 5 mg"), /child, age 1.5 y/);
    assert.match(shown("aged 12 years and over"), /age ≥12 y/);
    assert.match(shown("newborns under 2 kg"), /neonate, weight <2 kg/);
    assert.match(shown("Injection, aged 65 and over"), /^age ≥65 years$/);
    assert.match(shown("adults aged 18 to 64, by mouth"), /^adult, age 18–64 years$/);
    assert.equal(shown("Intensive phase, 2 months: isoniazid"), "");
    assert.match(shown("a grown-up patient"), /^adult/);
    assert.equal(shown("Threatened preterm birth"), "");
    assert.match(shown("before 34 weeks of gestation"), /gestation 34 weeks/);
    assert.match(shown("born at 34 weeks of gestation or later"), /gestation ≥34 weeks/);
    for (const text of [
      "a child of 6 to 11 months",
      "children from six to eleven months",
      "children 6 months through 11 months",
    ])
      assert.match(shown(text), /child, age 6–11 mo/, text);
    for (const text of [
      "children below the age of 5 years",
      "children under the age of five",
      "children under five receive",
      "the under-5s",
      "the under-fives",
      "children younger than 5",
    ])
      assert.match(shown(text), /child, age <5 y/, text);
    assert.equal(shown("babies under 6 months"), "infant, age <6 months");
    assert.match(shown("babies under 7 days"), /^neonate, age </);
    assert.equal(shown("babies born before 32 weeks"), "neonate, gestation <32 weeks");
    assert.equal(shown("babies born at 37 weeks or later"), "neonate, gestation ≥37 weeks");
    assert.match(shown("a 4-year-old child"), /child, age 4 y/);
    assert.match(shown("aged one year and above"), /age ≥1 y/);
    assert.equal(shown("if you gain 2 kg in 3 days"), "");
    assert.equal(
      formatPopulation(within(read("Children"), read("from 12 months of age"))),
      "child, age ≥1 years",
    );
    assert.deepEqual(read("men and non-pregnant women").groups, ["men", "women"]);
    assert.match(shown("Pregnancy beyond 20 weeks"), /pregnant, gestation >20/);
  });

  it("are not durations, intervals or doses", () => {
    for (const text of [
      "for 5 days",
      "every 2 years",
      "over 30 minutes",
      "10 mg/kg",
      "within 3 months",
      "not pregnant",
      "two years later",
      "under one roof",
      "over 50 patients",
    ])
      assert.equal(shown(text), "", text);
  });

  it("have a stage of life", () => {
    assert.equal(stageOf(read("neonates")), "neonate");
    assert.equal(stageOf(read("children under 5 years")), "child");
    assert.equal(stageOf(read("18 years and over:")), "adult");
    assert.equal(stageOf(read("adults and children")), "all");
    assert.equal(stageOf(read("men")), undefined);
  });

  it("are the same only where the text says so", () => {
    const same = (a: string, b: string) => samePatients(read(a), read(b));
    assert.ok(same("children", "child"));
    assert.ok(same("children 1–5 years", "child 1 to 5 years"));
    assert.ok(same("below 20 kg", "children under 20 kg"));
    assert.ok(!same("children", "adults"));
    assert.ok(!same("children 1–5 years", "children 6–12 years"));
    assert.ok(!same("pregnant women", "women"));
    assert.ok(!same("women", "men"));
    assert.ok(!same("children under 20 kg", "heavier patients"));
  });
});

describe("patients who are the same", () => {
  it("are told by the ages that both give, and not by where open ages begin alone", () => {
    const same = (a: string, b: string) => samePatients(read(a), read(b));
    assert.ok(same("Adults and adolescents over 12 years", "Over 12 years and adults"));
    assert.ok(!same("Adults and adolescents", "Adults"));
    assert.ok(!same("Adults from 18 years", "Adults over 75 years"));
    assert.ok(same("Adults", "Adults aged 18 to 64 years"));
    assert.ok(same("Pregnant women of 16 years and over", "Pregnant women"));
    assert.deepEqual(within(read("newborns 0 to 7 days old"), read("term newborns")).age?.high, 7);
    assert.ok(!same("Adults", "Adults over 65 years"));
    assert.ok(!same("Adults", "Adults of 20 to 40 years"));
  });
});
