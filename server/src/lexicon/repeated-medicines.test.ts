// Which medicines are given again and again.

import assert from "node:assert/strict";
import { it } from "node:test";
import { type Medicine, medicineNamed } from "./medicine.ts";
import { isGivenRepeatedly, isSwallowedRepeatedly } from "./repeated-medicines.ts";

const named = (name: string) => medicineNamed(name) as Medicine;

it("tells courses from single doses", () => {
  for (const name of ["amoxicillin", "prednisolone", "enalapril", "levodopa"])
    assert.ok(isGivenRepeatedly(named(name)), name);
  for (const name of ["azithromycin", "praziquantel", "diazepam", "vitamin K", "ketamine"])
    assert.ok(!isGivenRepeatedly(named(name)), name);
});

it("knows what is injected once but swallowed day by day", () => {
  assert.ok(isSwallowedRepeatedly(named("diazepam")));
  assert.ok(!isSwallowedRepeatedly(named("azithromycin")));
});
