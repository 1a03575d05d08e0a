// Strengths of a combination, and what only looks like them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isStrengthList } from "./strength-list.ts";

describe("isStrengthList", () => {
  const at = (text: string) => isStrengthList(text, text.search(/\d/));

  it("wants as many numbers as letters", () => {
    for (const text of ["RH–60,30 mg", "RH –150,75 mg", "RHZ* 60,30,150", "RHZE–150,75,400,275 mg"])
      assert.ok(at(text), text);
    for (const text of ["RHZ 60,30 mg", "IV 12,50 mg", "ORS 1,5 L", "give 60,30 mg", "RH 2,5 mg"])
      assert.ok(!at(text), text);
  });
});
