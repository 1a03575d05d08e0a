// Tells which two places of a document, or of two, are led to by words that may set them apart.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { areLedByOthers, mayBeToldApart } from "./told-apart.ts";

function areApart(text: string): boolean {
  const guideline = parseGuideline(text.replaceAll("@", "x"));
  const [first, second] = [text.indexOf("@"), text.lastIndexOf("@")];
  return mayBeToldApart({ guideline, at: first }, { guideline, at: second });
}

it("sets apart what headings of something else each lead to", () => {
  assert.ok(
    areApart(
      "## Arthritis in Lyme disease\n\n### Treatment\n\n@\n\n## Rash in Lyme disease\n\n### Treatment\n\n@",
    ),
  );
  assert.ok(!areApart("## Lyme disease\n\n@\n\n## Treatment of Lyme disease\n\n@"));
  assert.ok(!areApart("# Sepsis in newborns\n\n@\n\n## Referral from islands\n\n@"));
});

it("sets apart what lines of one section lead to, but not what one word joins", () => {
  assert.ok(areApart("## Miscarriage\n\nBefore aspiration:\n\n- @\n\nMedical evacuation:\n\n- @"));
  assert.ok(areApart("## Trichomonas\n\n1st failure\n\n- @\n\n2nd failure\n\n- @"));
  assert.ok(
    areApart(
      "## Mycosis\n\n- @\n\nSecondary prophylaxis\nGo on for a year, or for as long as the count is low, with this.\n\n- @",
    ),
  );
  assert.ok(!areApart("## Gout\n\nUse:\n\n- @\n\nUse:\n\n- @"));
  assert.ok(!areApart("## Gout\n\n- @\n\n**OR**\n\n- @"));
});

it("sets apart paragraphs that open with patients, or a part of a scale, of their own", () => {
  const areLed = (first: string, second: string) => {
    const dose = "Clopidogrel 300 mg by mouth once.";
    const guideline = parseGuideline(`# Stroke\n\n${first} ${dose}\n\n${second} ${dose}`);
    const [a, b] = guideline.orders;
    return a !== undefined && b !== undefined && areLedByOthers(guideline, a, b);
  };
  assert.ok(areLed("**What.**", "**Patients on the way to stenting.**"));
  assert.ok(areLed("*Rate of 30 or more.*", "*Rate from 15 to 29.*"));
  assert.ok(!areLed("**Dose.**", "**Reminder.**"));
});
