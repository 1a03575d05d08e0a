// What stands around an order and speaks for it.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { besideOf } from "./said-beside.ts";

function beside(text: string, name: string): string {
  const guideline = parseGuideline(text);
  const order = guideline.orders.find((one) => one.name === name);
  assert.ok(order, `${name} is ordered`);
  return besideOf(guideline).of(order);
}

it("takes sentences that speak for all, and a second mention without a dose", () => {
  const all = "All medicines on this page are swallowed.\n\n- amoxicillin 500 mg\n- metronidazole 400 mg";
  assert.match(beside(all, "amoxicillin"), /swallowed/);
  const watched = "All antibiotics are reviewed daily.\n\n- amoxicillin 500 mg";
  assert.doesNotMatch(beside(watched, "amoxicillin"), /daily/);
  const again =
    "Rifampicin 10 mg/kg and clarithromycin 7.5 mg/kg are started: rifampicin by mouth once daily.";
  assert.match(beside(again, "rifampicin"), /once daily/);
  assert.doesNotMatch(beside(again, "clarithromycin"), /once daily/);
});

it("keeps to the section, but for what is said unless otherwise stated", () => {
  const apart = "## A\n\nAll doses are given twice daily.\n\n## B\n\n- amoxicillin 500 mg";
  assert.doesNotMatch(beside(apart, "amoxicillin"), /twice/);
  const whole = "## A\n\nDoses are oral unless stated otherwise.\n\n## B\n\n- amoxicillin 500 mg";
  assert.match(beside(whole, "amoxicillin"), /oral/);
});

it("takes the sentence that follows, unless it brings an order of its own", () => {
  assert.match(beside("Give ceftriaxone 1 g IV. Repeat every 24 hours.", "ceftriaxone"), /Repeat every/);
  const other = "Give ceftriaxone 1 g IV. Then gentamicin 240 mg IV once daily.";
  assert.doesNotMatch(beside(other, "ceftriaxone"), /once daily/);
});

it("takes a table's head, cells and remarks, a list's labels and a called note", () => {
  const table =
    "| Problem | Each morning | Remark |\n|---|---|---|\n| Fluid | furosemide 40 mg | with water |\n\nSwallow whole.";
  assert.match(beside(table, "furosemide"), /Each morning[\s\S]*with water[\s\S]*Swallow/);
  const list = "- amoxicillin 500 mg\n- Frequency: 8-hourly\n- Route: oral\n- metronidazole 400 mg";
  assert.match(beside(list, "amoxicillin"), /8-hourly[\s\S]*oral/);
  const note = "- amoxicillin 500 mg[^1]\n\n[^1]: Three times a day.";
  assert.match(beside(note, "amoxicillin"), /Three times/);
});
