// Dates in the ways people write them, and figures that are none.

import assert from "node:assert/strict";
import { it } from "node:test";
import { dateAt } from "./written-date.ts";

it("reads the last day that may be meant", () => {
  for (const [text, last] of [
    ["2024-05-10", "2024-05-10"],
    ["31/12/2023", "2023-12-31"],
    ["3/4/2024", "2024-04-03"],
    ["10th May 2024", "2024-05-10"],
    ["May 10, 2024", "2024-05-10"],
    ["Feb 2024", "2024-02-29"],
    ["02/2023", "2023-02-28"],
    ["2023.", "2023-12-31"],
    ["31.12.23", "2023-12-31"],
  ] as const)
    assert.equal(dateAt(text, 0)?.last, last, text);
});

it("reads no other figures", () => {
  for (const text of ["45/13/2024", "10 mg", "2024 mg/mL".slice(0, 3), "30 February 2024", "May be", ""])
    assert.equal(dateAt(text, 0), undefined, text);
});
