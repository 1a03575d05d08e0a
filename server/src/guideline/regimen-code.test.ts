// The months of a treatment of tuberculosis that its codes add up to.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";

const monthsOf = (text: string) =>
  parseGuideline(text)
    .courses.filter(({ medicine }) => medicine === undefined)
    .map(({ low, indication }) => [low / 730.5, ...indication.conditions].join(" "));

describe("a regimen's code", () => {
  it("is added up in a sentence", () => {
    assert.deepEqual(monthsOf("Pulmonary tuberculosis: 2HRZE/4HR. Tuberculous meningitis: 2HRZE/10HR."), [
      "6 tuberculosis",
      "12 tuberculous-meningitis",
    ]);
    assert.deepEqual(monthsOf("Bone: HRZE for two months, then HR for ten months."), [
      "12 osteoarticular-tuberculosis",
    ]);
    assert.deepEqual(monthsOf("Take HRZE for 2 months and then HR until 12 months are over."), [
      "12 tuberculosis",
    ]);
  });

  it("is added up in a row", () => {
    const table =
      "| Site | Intensive | Continuation |\n|---|---|---|\n| Lung | 2 months HRZE | 4 months HR |";
    assert.deepEqual(monthsOf(`# Tuberculosis\n\n${table}`), ["6 tuberculosis"]);
  });

  it("is none with one phase only", () => {
    assert.deepEqual(monthsOf("# Tuberculosis\n\n2 HRZE as four tablets."), []);
  });
});
