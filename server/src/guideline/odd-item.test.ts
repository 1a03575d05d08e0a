// The one line of a list or box that leaves out what all its others say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { oddItems } from "./odd-item.ts";

const odd = (text: string) =>
  oddItems(parseGuideline(text)).map(({ order, slot }) => `${order.medicine.name} ${slot}`);

test("a line without a route is odd among lines with one", () => {
  const list = (how: string) =>
    `# Meningitis\n\n1. Dexamethasone 10 mg ${how}every 6 hours for 4 days\n2. Ceftriaxone 2 g IV every 12 hours\n3. Vancomycin 1 g IV every 12 hours`;
  assert.deepEqual(odd(list("")), ["dexamethasone route"]);
  assert.deepEqual(odd(list("IV ")), []);
  const box = (how: string) =>
    `# Seizures\n\n> Line in place: lorazepam 4 mg IV, one dose\n>\n> No line: midazolam 10 mg IM, one dose\n>\n> Thigh not reachable: diazepam 10 mg${how}, one dose`;
  assert.deepEqual(odd(box("")), ["diazepam route"]);
  assert.deepEqual(odd(box(" rectally")), []);
});

test("so is a line that does not say how often", () => {
  const list = (how: string) =>
    `# Pneumonia\n\n- Ceftriaxone 2 g IV${how}, first dose at the door\n- Azithromycin 500 mg orally every 24 hours\n- Paracetamol 1 g orally every 6 hours\n- Enoxaparin 40 mg SC every 24 hours`;
  assert.deepEqual(odd(list("")), ["ceftriaxone frequency"]);
  assert.deepEqual(odd(list(" every 24 hours")), []);
});
