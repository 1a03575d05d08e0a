// Cells of weight tables above the maximum that is said with the dose per kilogram.

import assert from "node:assert/strict";
import { it } from "node:test";
import { cellExcessesOf } from "./band-excess.ts";
import { parseGuideline } from "./guideline.ts";

function found(text: string): string[] {
  const guideline = parseGuideline(text);
  return guideline.bandSeries.flatMap((series) =>
    cellExcessesOf(guideline, series).map(
      ({ cell, given, allowed }) => `${text.slice(cell.start, cell.end)}: ${given} > ${allowed}`,
    ),
  );
}

it("works out millilitres, and compares one dose of a day's", () => {
  const volumes = (last: string) =>
    `Lidocaine 3 mg/kg, no more than 200 mg. A 1 % solution holds 10 mg in each mL.\n\n| Weight | mL |\n|---|---|\n| 20 kg | 6 |\n| 40 kg | 12 |\n| 60 kg | 18 |\n| 80 kg | ${last} |`;
  assert.deepEqual(found(volumes("24")), ["24: 240 > 200"]);
  assert.deepEqual(found(volumes("20")), []);
  const divided =
    "Valproate 20 mg/kg/day in 2 doses, at most 500 mg per dose.\n\n| Weight | Each dose |\n|---|---|\n| 20 kg | 200 mg |\n| 30 kg | 300 mg |\n| 40 kg | 400 mg |";
  assert.deepEqual(found(divided), []);
});
