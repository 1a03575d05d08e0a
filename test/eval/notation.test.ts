// Values of labels that mean the same are the same once they are brought to the common form.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { labelledBlocks, parseLabelled } from "../support/labelled.ts";
import { factsOf } from "./facts.ts";
import { canonicalFact } from "./notation.ts";

function slot(name: string, value: string, kind = "order"): string | undefined {
  const [block] = parseLabelled("x.txt", `> A\n${kind}: ${name}=${value}\n`);
  return block?.facts[0] && canonicalFact(block.facts[0]).slots.get(name);
}

describe("canonicalFact", () => {
  const same: readonly (readonly [string, string, string])[] = [
    ["medicine", "acetaminophen", "paracetamol"],
    ["dose", "500-1000 mg", "0.5-1 g"],
    ["dose", "0.05 mg/kg/min", "3 mg/kg/h"],
    ["dose", "10 mg/kg/dose", "10 mg/kg"],
    ["dose", "400 mcg", "0.4 mg"],
    ["concentration", "500 mg/5 mL", "100 mg/mL"],
    ["frequency", "every 36 h", "every 1.5 day"],
    ["frequency", "1/week", "every 1 week"],
    ["frequency", "every 3 month", "every 3 month"],
    ["frequency", "days 1,3", "days 2-5"],
    ["duration", "2 week", "14 day"],
    ["over", "60 min", "1 h"],
    ["route", "iv/im", "im/iv"],
    ["population", "child, age 6-59 month", "age 6-59 month, child"],
    ["population", "weight <2000 g", "weight <2 kg"],
  ];
  for (const [name, a, b] of same)
    it(`${name}: ${a} is ${b}`, () => {
      assert.equal(slot(name, a), slot(name, b));
    });

  const different: readonly (readonly [string, string, string])[] = [
    ["dose", "10 mg/kg/day", "10 mg/kg"],
    ["dose", "240 mg/day", "10 mg/h"],
    ["dose", "20/120 mg", "20-120 mg"],
    ["frequency", "3/day", "3-4/day"],
    ["population", "age <5 year", "age <=5 year"],
    ["population", "gestation <32 week", "age <32 week"],
  ];
  for (const [name, a, b] of different)
    it(`${name}: ${a} is not ${b}`, () => {
      assert.notEqual(slot(name, a), slot(name, b));
    });

  it("leaves no value of the labelled lines that is no number", () => {
    for (const { file, line, facts } of labelledBlocks())
      for (const { slots } of facts.map(canonicalFact))
        for (const value of slots.values()) assert.doesNotMatch(value, /NaN|undefined/, `${file}:${line}`);
  });
});

describe("factsOf", () => {
  it("gives an order in the labels' common form", () => {
    const [block] = parseLabelled(
      "x.txt",
      [
        "> ## Pneumonia in children",
        ">",
        "> Give amoxicillin 40 mg/kg/day PO in 3 divided doses for 7 days.",
        "order: medicine=amoxicillin; dose=40 mg/kg/day; divided=3; route=oral; duration=7 day; population=child",
      ].join("\n"),
    );
    assert.ok(block);
    const sorted = (facts: ReturnType<typeof factsOf>) => facts.map(({ slots }) => [...slots].sort());
    assert.deepEqual(sorted(factsOf(parseGuideline(block.text))), sorted(block.facts.map(canonicalFact)));
  });
});
