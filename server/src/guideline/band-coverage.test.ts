// What else in a section speaks about a stretch that the bands leave out.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { introBlocks, isCoveredElsewhere, sectionBlocks, settlesBetween } from "./band-coverage.ts";
import type { BandSeries } from "./band-series.ts";
import { parseGuideline } from "./guideline.ts";

const table = "| Weight | Tablets |\n|---|---|\n| 8–11 kg | 1 |\n| 12–24 kg | 2 |";
function covered(words: string): boolean {
  const guideline = parseGuideline(`${table}\n\n${words}`);
  return isCoveredElsewhere(guideline, guideline.bandSeries[0] as BandSeries, { low: 4, high: 8 });
}

describe("isCoveredElsewhere", () => {
  it("takes words and other tables of the section", () => {
    assert.ok(covered("Below 8 kg: refer."));
    assert.ok(covered("Children under 12 kg may have 10 mg/kg of syrup instead."));
    assert.ok(covered("| Weight | Syrup |\n|---|---|\n| 4–5 kg | 2 mL |\n| 6–7 kg | 3 mL |"));
  });

  it("does not take another table whose caption is about another medicine", () => {
    const small = "| Weight | Syrup |\n|---|---|\n| 4–5 kg | 2 mL |\n| 6–7 kg | 3 mL |";
    const covers = (other: string) => {
      const guideline = parseGuideline(
        `**Table 1. Amoxicillin**\n\n${table}\n\n**Table 2. ${other}**\n\n${small}`,
      );
      return isCoveredElsewhere(guideline, guideline.bandSeries[0] as BandSeries, { low: 4, high: 8 });
    };
    assert.ok(covers("Amoxicillin syrup"));
    assert.ok(!covers("Albendazole"));
  });

  it("does not take another section, or what holds for the bands alike", () => {
    assert.ok(!covered("## Other\n\nBelow 8 kg: refer."));
    assert.ok(!covered("Dispersible tablets are preferred below 12 kg."));
    assert.ok(!covered("All under 25 kg are weighed."));
  });
});

it("knows a section that says what to do between two bands", () => {
  const settled = (words: string) => {
    const guideline = parseGuideline(`${table}\n\n${words}`);
    return settlesBetween(guideline, guideline.bandSeries[0] as BandSeries);
  };
  assert.ok(settled("Between two weights the lighter row is taken."));
  assert.ok(settled("Use the next lower band."));
  assert.ok(!settled("Round to the nearest half tablet. Between meals give water."));
});

it("finds the blocks under one heading, and those before the next", () => {
  const text = "# A\n\none\n\ntwo\n\n## B\n\nthree";
  const guideline = parseGuideline(text);
  assert.deepEqual(sectionBlocks(guideline, 1), [1, 2]);
  assert.deepEqual(introBlocks(guideline, 0), [1, 2]);
  assert.deepEqual(introBlocks(guideline, text.indexOf("## B")), [4]);
});
