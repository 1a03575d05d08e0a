// Names in use for one medicine, and what counts as saying that two are the same.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { isExplained, type NameUse, namesInUse } from "./medicine-name.ts";

function pairOf(text: string): { names: string[]; explained: boolean | undefined } {
  const guideline = parseGuideline(text);
  const [uses = []] = namesInUse(guideline);
  const [main, other] = uses as readonly NameUse[];
  return {
    names: uses.map(({ name }) => name),
    explained: main && other && isExplained(guideline, main, other),
  };
}

describe("namesInUse", () => {
  it("gives the most frequent name first, without salts and sources", () => {
    assert.deepEqual(pairOf("Adrenaline. Adrenaline. Epinephrine hydrochloride.").names, [
      "adrenaline",
      "epinephrine",
    ]);
    assert.deepEqual(pairOf("Adrenaline.\n\n## References\n\nEpinephrine in shock, 2011.").names, []);
    assert.deepEqual(pairOf("Quinine sulfate, quinine dihydrochloride, AZT and zidovudine.").names, []);
  });
});

describe("isExplained", () => {
  it("takes brackets, joining words, sentences and a table of names", () => {
    for (const said of [
      "Adrenaline (epinephrine) is kept here. Give epinephrine.",
      "Adrenaline, also listed as epinephrine, is kept here.",
      "Give adrenaline. The box may say epinephrine, which is the same medicine.",
      "Give adrenaline.\n\n| Here | Abroad |\n| --- | --- |\n| adrenaline | epinephrine |",
    ])
      assert.equal(pairOf(said).explained, true, said);
  });

  it("does not take a list or two sentences", () => {
    for (const said of [
      "Adrenaline in shock. Epinephrine in croup.",
      "Adrenaline for the heart and epinephrine for croup.",
    ])
      assert.equal(pairOf(said).explained, false, said);
  });
});
