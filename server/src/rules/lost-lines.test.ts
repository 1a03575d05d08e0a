// Which findings stand in a cell as long as a page.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";
import { maximumExceeded } from "./maximum-exceeded.ts";

const severities = (cell: string) =>
  checkGuideline(
    parseGuideline(`## Risperidone\n\n| Item | Detail |\n| --- | --- |\n| Dosing | ${cell} |\n`),
    {
      list: [maximumExceeded],
      neighbours: [],
    },
  ).findings.map(({ severity }) => severity);

const order = "Risperidone 20 mg orally once daily (maximum 16 mg/day).";

it("says more quietly what rests on a cell that lost its lines", () => {
  assert.deepEqual(severities(order), ["warning"]);
  const filler = " Adjust it to what the patient needs and to what is tolerated.".repeat(8);
  assert.deepEqual(severities(order + filler), ["information"]);
  assert.deepEqual(severities(`${order}<br>${filler}`), ["warning"]);
});
